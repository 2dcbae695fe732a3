-- require "jilu.utf8": what luautf8's own page says of each name.

local utf8 = require "jilu.utf8"

describe("jilu.utf8", function()
  it("has every name of luautf8", function()
    for name in ([[byte char charpattern charpos clean codepoint codes escape find fold gmatch
      grapheme_indices gsub insert invalidoffset isnfc isvalid len lower match ncasecmp next
      normalize_nfc offset remove reverse sub title upper version width widthindex
      widthlimit]]):gmatch "%S+" do
      assert.is_not_nil(utf8[name], name)
    end
  end)

  it("escape → characters by number", function()
    assert.equal("{{{{\u{ABC}\u{ABC}", utf8.escape "%123%u123%{123}%u{123}%xABC%x{ABC}")
    assert.equal("%123?d%u", utf8.escape "%%123%?%d%%u")
    assert.equal("好", utf8.escape "%好")
    assert.has_error(function() utf8.escape "%x{D800}" end)
  end)

  it("charpos and next → byte and code point", function()
    assert.same({ 7, 119 }, { utf8.charpos("你好world", 3) })
    assert.same({ 11, 100 }, { utf8.charpos("你好world", -1) })
    assert.same({ 4, 22909 }, { utf8.next("你好", 1) })
    assert.same({ 7, 119 }, { utf8.next("你好world", 1, 2) })
    assert.same({ 4, 22909 }, { utf8.next("你好", 7, -1) })
    assert.is_nil(utf8.next("你好", 4))
    assert.is_nil((utf8.charpos("你好", 10)))
    local all = {}
    for position, c in utf8.next, "你好" do all[#all + 1] = position .. "=" .. c end
    assert.equal("1=20320 4=22909", table.concat(all, " "))
  end)

  it("insert and remove → by code point", function()
    assert.equal("你好world", utf8.insert("你好", "world"))
    assert.equal("你!好", utf8.insert("你好", 2, "!"))
    assert.equal("你!好", utf8.insert("你好", -1, "!"))
    assert.has_error(function() utf8.insert("你好", 9, "!") end,
      "bad argument #2 to 'insert' (invalid index)")
    assert.equal("你好worl", utf8.remove "你好world")
    assert.equal("你", utf8.remove("你好world", 2))
    assert.equal("你orld", utf8.remove("你好world", 2, 3))
    assert.equal("abc", utf8.remove("abc", 5))
  end)

  it("widths → columns", function()
    assert.equal(4, utf8.width "你好")
    assert.equal(5, utf8.width("hello world", 1, 5))
    assert.equal(2, utf8.width(0x4E2D))
    assert.equal(2, utf8.width("α", 1, -1, 2))
    assert.equal(1, utf8.width "α")
    assert.same({ 2, 1, 2 }, { utf8.widthindex("你好world", 3) })
    assert.same({ 2, 2, 2 }, { utf8.widthindex("你好world", 4) })
    assert.same({ 2 }, { utf8.widthindex("你好", 9) })
    assert.same({ 5, 0 }, { utf8.widthlimit("hello world", 5) })
    assert.same({ 10, 0 }, { utf8.widthlimit("/path/to/file.lua", -8) })
    assert.same({ 5, 1 }, { utf8.widthlimit("world你好", 6) })
    assert.same({ 0, 1 }, { utf8.widthlimit("你", 1) })
    assert.same({ 4, -1 }, { utf8.widthlimit("你", -1) })
  end)

  it("find, match, gsub → positions in code points", function()
    assert.same({ 2, 2 }, { utf8.find("你好world", "好") })
    assert.same({ 3, 3, "w", 4 }, { utf8.find("你好world", "(w)()") })
    assert.is_nil(utf8.find("你好world", "w", -3))
    assert.is_nil(utf8.find("你好", "", 10))
    assert.same({ 2, 2 }, { utf8.find("a.b", ".", 2, true) })
    assert.equal(3, utf8.match("你好world", "()w"))
    assert.same({ "1你2好3", 3 }, { utf8.gsub("你好", "()", "%1") })
    assert.same({ "你[2]a", 1 }, { utf8.gsub("你好a", "()好", function(at)
      return "[" .. at .. "]"
    end) })
    assert.same({ "你-a", 1 }, { utf8.gsub("你好a", "()好", { [2] = "-" }) })
    local all = {}
    for at in utf8.gmatch("你好a", "()") do all[#all + 1] = at end
    assert.same({ 1, 2, 3, 4 }, all)
  end)

  it("len, byte, sub, reverse, offset → as Lua's own, by code point", function()
    assert.equal(2, utf8.len "你好")
    assert.same({ nil, 7 }, { utf8.len "你好\xFF" })
    assert.same({ nil, 2 }, { utf8.len("你好", 2) })
    assert.equal(1, utf8.len("你好", 4, 5))
    assert.equal(1, utf8.len("\xFF", 1, -1, true))
    assert.has_error(function() utf8.len("a", 3) end)
    assert.same({ 20320, 22909 }, { utf8.byte("你好", 1, -1) })
    assert.equal(0, select("#", utf8.byte("你好", 5)))
    assert.equal("好wo", utf8.sub("你好world", 2, 4))
    assert.equal("ae\u{301}", utf8.reverse "e\u{301}a")
    assert.equal("a\u{301}e", utf8.reverse("e\u{301}a", true))
    assert.same({ 4, 6 }, { utf8.offset("你好", 2) })
    assert.is_nil(utf8.offset("你好", 4))
    assert.has_error(function() utf8.codepoint("你", 2) end, "invalid UTF-8 code")
    assert.has_error(function() utf8.codes "\xFF" end)
  end)

  it("case → texts and code points", function()
    assert.equal("Hello World", utf8.title "hello world")
    assert.equal("strasse", utf8.fold "Straße")
    assert.equal(0x41, utf8.upper(0x61))
    assert.equal(0xDF, utf8.upper(0xDF))      -- "SS" is no code point
    assert.equal(0, utf8.ncasecmp("Hello", "hello"))
    assert.equal(-1, utf8.ncasecmp("abc", "DEF"))
    assert.equal(1, utf8.ncasecmp("b", "A"))
    assert.equal(-1, utf8.ncasecmp("ab", "abc"))
  end)

  it("what is ill-formed → told, replaced", function()
    assert.is_true(utf8.isvalid "你好")
    assert.is_false(utf8.isvalid "\xFF\xFE")
    assert.same({ "你好\u{FFFD}world", false }, { utf8.clean "你好\xFFworld" })
    assert.same({ "a?b?", false }, { utf8.clean("a\xFF\xFEb\xE4\xBD", "?") })
    assert.same({ "a\u{FFFD}b", true }, { utf8.clean "a\u{FFFD}b" })
    assert.same({ "\u{FFFD}?", false }, { utf8.clean("\u{FFFD}\xFF", "?") })
    assert.equal(7, utf8.invalidoffset "你好\xFFworld")
    assert.is_nil(utf8.invalidoffset("你好\xFFworld", -3))
    assert.is_nil(utf8.invalidoffset "你好")
    assert.is_false(utf8.isnfc "cafe\u{301}")
    assert.same({ "café", false }, { utf8.normalize_nfc "cafe\u{301}" })
    assert.has_error(function() utf8.isnfc "\xFF" end,
      "bad argument #1 to 'isnfc' (string is not valid UTF-8)")
  end)

  it("grapheme_indices → of a part too", function()
    local all = {}
    for i, j in utf8.grapheme_indices("ae\u{301}好", 2) do all[#all + 1] = i .. "-" .. j end
    assert.equal("2-4 5-7", table.concat(all, " "))
    assert.has_error(function() utf8.grapheme_indices "\xFF" end)
  end)
end)
