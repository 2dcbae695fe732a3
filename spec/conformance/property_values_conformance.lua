-- Every value of every property, of every code point, as the UCD's files have
-- them.

local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local FILES = {
  gc = { "extracted/DerivedGeneralCategory.txt", "Cn" }, sc = { "Scripts.txt", "Unknown" },
  blk = { "Blocks.txt", "No_Block" }, age = { "DerivedAge.txt", "Unassigned" },
  ea = { "EastAsianWidth.txt", "N" }, bc = { "extracted/DerivedBidiClass.txt", "L" },
}
local BINARY = { "PropList.txt", "DerivedCoreProperties.txt", "emoji/emoji-data.txt" }

describe("properties", function()
  for name, file in pairs(FILES) do
    it(name .. " → as in " .. file[1], function()
      local value_of = {}
      for first, last, value in ucd.ranges(file[1]) do
        for c = first, last do value_of[c] = value end
      end
      for k = 0, 0x363FF do    -- behind U+323FF only what was left to plane 14
        local c = k <= 0x323FF and k or k - 0x32400 + 0xE0000
        local expected = value_of[c] or file[2]
        if jilu.property(c, name) ~= expected then
          assert.equal(expected, jilu.property(c, name), ("U+%04X"):format(c))
        end
      end
    end)
  end

  it("of yes and no → as in their files", function()
    for _, file in ipairs(BINARY) do
      local has = {}
      for first, last, name in ucd.ranges(file) do
        if name ~= "InCB" then
          has[name] = has[name] or {}
          for c = first, last do has[name][c] = true end
        end
      end
      for name, set in pairs(has) do
        for c = 0, 0x323FF do
          if jilu.is(c, name) ~= (set[c] or false) then
            error(("U+%04X %s"):format(c, name))
          end
        end
      end
    end
  end)
end)
