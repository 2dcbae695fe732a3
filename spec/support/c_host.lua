-- Hosts in C (spec/hosts) that are compiled against the library of the build
-- under test.

local assert = require "luassert"

local shell = require "spec.support.shell"

local c_host = {}

-- A build with sanitizers wants them in its hosts.
local SANITIZE = shell.build:find "asan" and "-fsanitize=address,undefined" or ""

local PATHS = 5   -- of spec/hosts/segment.c: best, scalar, sse, avx2, neon
local UNITS = { grapheme = 0, word = 1, sentence = 2, line = 3 }

-- Compiles spec/hosts/NAME.c into 'folder' and gives the command that runs it.
-- 'more' are arguments before the library, such as files that replace its own.
function c_host.compile(folder, name, more)
  local library = shell.build:match "^/" and shell.build or "./" .. shell.build
  local code, _, complaints = shell.run(".",
    ("cc -O1 -std=c11 -Wall -Wextra -Werror %s -Icsrc -o %s spec/hosts/%s.c %s %s -lm")
      :format(SANITIZE, shell.quote(folder .. "/" .. name), name, more or "",
              shell.quote(library .. "/libjilu.a")))
  assert.equal("", complaints)
  assert.equal(0, code)
  return "./" .. name
end

-- Whether the C API finds the breaks of 'cases', a list of { unit =, text =,
-- ends = }, on every path.
function c_host.check_breaks(folder, cases)
  local input, expected = {}, {}
  for _, case in ipairs(cases) do
    for path = 0, PATHS - 1 do
      input[#input + 1] = ("%d%d%d %s"):format(UNITS[case.unit], path, #case.text, case.text)
      expected[#expected + 1] = table.concat(case.ends, " ") .. " \n"
    end
  end
  shell.write(folder .. "/cases", table.concat(input))
  local code, output = shell.run(folder, c_host.compile(folder, "segment") .. " < cases")
  assert.equal(0, code)
  assert.is_true(output == table.concat(expected), "the C API finds other breaks")
end

return c_host
