-- Every path of the scanners finds what the scalar one finds. What the rules
-- themselves say is tested by make conformance.

local jilu = require "jilu"
local plain_text = require "spec.support.plain_text"

local PATHS = { "best", "sse", "avx2", "neon" }

local function found(text, unit, path)
  local ends = {}
  for _, last in jilu.spans(text, unit, { kernel = path }):iter() do
    ends[#ends + 1] = last
  end
  return table.concat(ends, " ")
end

local function with_a_bad_byte(text)
  local at = math.random(#text)
  return text:sub(1, at) .. string.char(math.random(0x80, 0xFF))
    .. text:sub(at + math.random(0, 2))
end

describe("segmentation", function()
  math.randomseed(29)
  for _, unit in ipairs { "grapheme", "word", "sentence", "line" } do
    it("is the same on every path: " .. unit, function()
      for k = 1, 1500 do
        local text = plain_text(math.random(60, 220), k % 5 * 0.01)
        if k % 3 == 0 then text = with_a_bad_byte(text) end
        if k % 7 == 0 then text = text:gsub("[\x80-\xFF]", "") end
        local expected = found(text, unit, "scalar")
        for _, path in ipairs(PATHS) do
          local got = found(text, unit, path)
          if got ~= expected then
            assert.equal(expected, got, path .. ": " .. ("%q"):format(text))
          end
        end
      end
    end)
  end

  -- One of each new rule since Unicode 15.0; all of them are in make conformance.
  it("follows the rules of Unicode 17", function()
    local function count(text, unit) return jilu.count(text, unit) end
    assert.equal(1, count("\u{915}\u{94D}\u{937}", "grapheme"))           -- GB9c
    assert.equal(1, count("« a »", "line"))                                -- LB15a, LB15b
    assert.equal(2, count("at .5", "line"))                                -- LB15c
    assert.equal(2, count("中“中", "line"))                                -- LB19a
    assert.equal(2, count("a -b", "line"))                                 -- LB20a
    assert.equal(1, count("\u{1B05}\u{1B44}\u{1B05}", "line"))             -- LB28a
    assert.equal(1, count("a'\u{200D}\u{1F170}", "word"))                  -- WB3c in WB6
  end)
end)
