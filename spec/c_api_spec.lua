-- The UCD's tests through the C API, by a host that is compiled here against
-- the library of the build under test.

local shell = require "spec.support.shell"
local ucd = require "spec.support.ucd"

local UNITS = { [0] = "grapheme", "word", "sentence", "line" }

-- A build with sanitizers wants them in its hosts.
local SANITIZE = shell.build:find "asan" and "-fsanitize=address,undefined" or ""

describe("the C API", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  -- Compiles a host and gives the command that runs it.
  local function host(name)
    local library = shell.build:match "^/" and shell.build or "./" .. shell.build
    local code, _, complaints = shell.run(".",
      ("cc -O1 -std=c11 -Wall -Wextra -Werror %s -Icsrc -o %s spec/hosts/%s.c %s -lutf8proc")
        :format(SANITIZE, shell.quote(folder .. "/" .. name), name,
                shell.quote(library .. "/libjilu.a")))
    assert.equal("", complaints)
    assert.equal(0, code)
    return "./" .. name
  end

  it("passes the UCD's tests of segmentation", function()
    local input, expected = {}, {}
    for number = 0, 3 do
      for _, case in ipairs(ucd.break_tests(UNITS[number])) do
        for path = 0, 4 do
          input[#input + 1] = ("%d%d%d %s"):format(number, path, #case.text, case.text)
          expected[#expected + 1] = table.concat(case.ends, " ") .. " \n"
        end
      end
    end
    shell.write(folder .. "/cases", table.concat(input))
    local code, output = shell.run(folder, host "segment" .. " < cases")
    assert.equal(0, code)
    assert.equal(5 * (602 + 1823 + 502 + 7654), #expected)
    assert.is_true(output == table.concat(expected), "the C API finds other breaks")
  end)

  it("takes every text of up to three bytes as table 3-7 has it", function()
    assert.same({ 0, "8487297\n", "" }, { shell.run(folder, host "utf8") })
  end)
end)
