local jilu = require "jilu"
local lpeg = require "lpeg"
local ucd = require "spec.support.ucd"

local P = jilu.P

-- 'name' is what the UCD says for all code points.
local function check(name, has)
  for c = 0, 0x3FFFF do         -- nothing with a property is beyond
    if c < 0xD800 or c > 0xDFFF then
      local text = utf8.char(c)
      local found = P[name]:match(text) == #text + 1
      if found ~= (has[c] or false) then
        error(("U+%04X: %s %s"):format(c, name, tostring(found)))
      end
    end
  end
end

local function with(file, wanted)
  local has = {}
  for first, last, value in ucd.ranges(file) do
    if value:find(wanted) then
      for c = first, last do has[c] = true end
    end
  end
  return has
end

describe("jilu.P", function()
  it("knows properties as the UCD has them", function()
    check("han", with("Scripts.txt", "^Han$"))
    check("letter", with("extracted/DerivedGeneralCategory.txt", "^L"))
    check("digit", with("extracted/DerivedGeneralCategory.txt", "^Nd$"))
    check("space", with("PropList.txt", "^White_Space$"))
  end)

  it("never matches inside another character", function()
    -- every tail of a character is no match
    for _, name in ipairs { "han", "letter", "digit", "space" } do
      for _, text in ipairs { "汉", "é", "٣", "　" } do
        assert.is_nil(P[name]:match(text:sub(2)))
      end
    end
    assert.is_nil(P.set("余多近"):match(("余"):sub(2)))
    assert.is_nil(P.set("余"):match("佚"))        -- the same first two bytes
  end)

  it("has graphemes", function()
    local all = lpeg.Ct(lpeg.C(P.grapheme) ^ 0)
    assert.same({ "e\u{301}", "👨‍👩‍👧", "汉", "\xFF", "\r\n" },
                all:match "e\u{301}👨‍👩‍👧汉\xFF\r\n")
  end)

  it("has sets of characters", function()
    local set = P.set "余多近a"
    assert.equal(4, set:match "多")
    assert.equal(2, set:match "a")
    assert.is_nil(set:match "少")
    assert.is_nil(P.set(""):match "a")
    assert.has_error(function() P.set "a\xFF" end,
      "bad argument #1 to 'set' (ill-formed UTF-8 at byte 2)")
  end)

  it("has lists of words, the longest first", function()
    local words = P.words { "中", "中国", "国家", "中国人民" }
    assert.equal(7, words:match "中国人")
    assert.equal(13, words:match "中国人民")
    assert.equal(4, words:match "中")
    assert.is_nil(words:match "家")
  end)

  it("takes thousands of words", function()
    local list = {}
    for a = 0, 59 do
      for b = 0, 59 do
        list[#list + 1] = utf8.char(0x4E00 + 61 * a, 0x5000 + 37 * b)
      end
    end
    local words = P.words(list)
    for _, word in ipairs(list) do assert.equal(7, words:match(word)) end
  end)

  it("says what there is", function()
    assert.has_error(function() return P.hun end,
      "jilu.P has no 'hun' (char, digit, grapheme, han, letter, set, space, words)")
  end)
end)
