local jilu = require "jilu"

describe("properties of characters", function()
  it("a code point or a text → the values of the UCD", function()
    assert.equal("Lu", jilu.category "A")
    assert.equal("Lo", jilu.category(0x6C49))
    assert.equal("Cn", jilu.category(0x10FFFF))
    assert.equal("Cs", jilu.category(0xD800))
    assert.equal("Han", jilu.script "汉字")
    assert.equal("Common", jilu.script "，")
    assert.same({ "Devanagari" }, jilu.script_extensions "क")
    assert.same({ "Katakana", "Hiragana" }, (function()
      local list = jilu.script_extensions "ー"
      table.sort(list, function(a, b) return a > b end)
      return list
    end)())
    assert.equal("CJK_Unified_Ideographs", jilu.block "汉")
    assert.is_nil(jilu.block(0x2FE0))
    assert.equal("1.1", jilu.age "a")
    assert.equal("17.0", jilu.age(0x20C1))
    assert.is_nil(jilu.age(0x378))
    assert.equal("W", jilu.east_asian_width "汉")
    assert.equal("AL", jilu.bidi_class "ع")
  end)

  it("numbers → their values", function()
    assert.equal(7, jilu.numeric_value "７")
    assert.equal(0.25, jilu.numeric_value "¼")
    assert.equal(10000, jilu.numeric_value "万")
    assert.is_nil(jilu.numeric_value "a")
  end)

  it("a set by a loose name → yes or no", function()
    for _, name in ipairs { "Lu", "L", "LC", "uppercase letter", "Alphabetic", "Latin", "latn",
      "Script=Latin", "sc=Latn", "gc=Lu", "Block=Basic_Latin", "age=1.1", "ID_Start",
      "scx=Latin" } do
      assert.is_true(jilu.is("A", name), name)
    end
    for _, name in ipairs { "Ll", "N", "Han", "White_Space", "scx=Han", "Age=17.0" } do
      assert.is_false(jilu.is("A", name), name)
    end
    assert.is_true(jilu.is("ー", "scx=Kana"))
    assert.is_false(jilu.is("ー", "sc=Kana"))
    assert.same({ true, true }, { jilu.emoji "😀" })
    assert.same({ true, false }, { jilu.emoji "1" })
  end)

  it("a text → the scripts that it is written in", function()
    assert.same({ { "Han", "Latin" }, { Han = 3, Latin = 2 } },
      { jilu.scripts "汉字ab字，1" })
    assert.same({}, (jilu.scripts ""))
  end)

  it("terminals for LPeg → whole characters of a set", function()
    local lpeg = require "lpeg"
    assert.equal(5, (jilu.P.Greek ^ 1):match "αβa")
    assert.equal(2, jilu.P.Lu:match "Aa")
    assert.is_nil(jilu.P.Lu:match "aA")
    assert.equal(4, jilu.P["Block=CJK_Unified_Ideographs"]:match "汉")
    assert.equal(5, lpeg.P(jilu.P.Emoji_Presentation):match "😀")
    assert.has_error(function() return jilu.P.Klingon end)
  end)

  it("misuse → an error that names it", function()
    assert.has_error(function() jilu.is("a", "Klingon") end,
      "bad argument #2 to 'is' (no set 'Klingon')")
    assert.has_error(function() jilu.is("a", "Klingon=Yes") end)
    assert.has_error(function() jilu.property("a", "Colour") end,
      "bad argument #2 to 'property' (no property 'Colour')")
    assert.has_error(function() jilu.category "" end)
    assert.has_error(function() jilu.category(0x110000) end)
    assert.has_error(function() jilu.scripts(1) end)
  end)
end)
