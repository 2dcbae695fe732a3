local jilu = require "jilu"
local lpeg = require "lpeg"

local P = jilu.P

describe("jilu.P", function()
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
      "jilu.P has no 'hun' (char, digit, grapheme, han, letter, set, space, words, "
        .. "or a set such as 'Lu', 'Greek', 'Alphabetic', 'Block=CJK_Compatibility')")
  end)
end)
