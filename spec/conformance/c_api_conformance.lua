-- The UCD's tests of segmentation through the C API.

local c_host = require "spec.support.c_host"
local shell = require "spec.support.shell"
local ucd = require "spec.support.ucd"

describe("the C API", function()
  it("passes the UCD's tests of segmentation", function()
    local folder = shell.folder()
    local cases = {}
    for _, unit in ipairs { "grapheme", "word", "sentence", "line" } do
      for _, case in ipairs(ucd.break_tests(unit)) do
        case.unit = unit
        cases[#cases + 1] = case
      end
    end
    c_host.check_breaks(folder, cases)
    assert.equal(766 + 1944 + 512 + 19338, #cases)
    shell.remove(folder)
  end)
end)
