-- The C API, by hosts that are compiled here.

local c_host = require "spec.support.c_host"
local jilu = require "jilu"
local plain_text = require "spec.support.plain_text"
local shell = require "spec.support.shell"

describe("the C API", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  it("finds the breaks that the Lua API finds", function()
    math.randomseed(14)
    local cases = {}
    for _, unit in ipairs { "grapheme", "word", "sentence", "line" } do
      for k = 1, 200 do
        local text = plain_text(math.random(1, 200), k % 4 * 0.1)
        cases[#cases + 1] = { unit = unit, text = text, ends = {} }
        for _, last in jilu.spans(text, unit, { path = "scalar" }):iter() do
          table.insert(cases[#cases].ends, last)
        end
      end
    end
    c_host.check_breaks(folder, cases)
  end)

  it("takes every text of up to three bytes as table 3-7 has it", function()
    assert.same({ 0, "8487297\n", "" },
                { shell.run(folder, c_host.compile(folder, "utf8")) })
  end)
end)
