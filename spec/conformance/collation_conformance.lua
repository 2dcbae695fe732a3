-- CollationTest_CLDR of the version that the tables are of: each line comes not
-- before the one above it. Left out: lines with half a surrogate pair, which UTF-8
-- does not have, and pairs of lines that both hold an ideograph, which our root
-- order has by code point and CLDR's by radical and strokes.

local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local function is_han(c)
  return c >= 0x4E00 and c <= 0x9FFF or c >= 0x3400 and c <= 0x4DBF
    or c >= 0x20000 and c <= 0x3FFFF or c >= 0xFA0E and c <= 0xFA29
end

-- The text of a line; nil where it has half a pair. Whether it has an ideograph.
local function text_of(line)
  local points, han = {}, false
  for hex in line:match "^[%x ]+":gmatch "%x+" do
    local c = tonumber(hex, 16)
    if c >= 0xD800 and c <= 0xDFFF then return nil end
    points[#points + 1], han = c, han or is_han(c)
  end
  return utf8.char(table.unpack(points)), han
end

local function check(name, options, least)
  local count, left_out, before, before_han = 0, 0, nil, false
  for line in ucd.open(("tests/CollationTest_CLDR_%s_SHORT.txt"):format(name)):lines() do
    if line:find "^%x" then
      local text, han = text_of(line)
      if not text then left_out = left_out + 1
      else
        local key = jilu.sortkey(text, options)
        if before and before > key then
          if han and before_han then left_out = left_out + 1
          else assert.is_true(false, name .. ": " .. line) end
        end
        count, before, before_han = count + 1, key, han
      end
    end
  end
  assert.is_true(count >= least, count .. " lines")
  assert.is_true(left_out <= 30, left_out .. " left out")
end

describe("CollationTest_CLDR", function()
  it("NON_IGNORABLE", function() check("NON_IGNORABLE", {}, 206000) end)
  it("SHIFTED", function()
    check("SHIFTED", { shifted = true, strength = "quaternary" }, 227000)
  end)
end)
