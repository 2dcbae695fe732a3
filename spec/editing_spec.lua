-- Texts made from texts, code points as numbers, other encodings, columns.

local jilu = require "jilu"

local function bytes_of(text) return { text:byte(1, -1) } end

describe("jilu.codes, char, codepoint", function()
  it("→ as Lua's own, ill-formed parts as U+FFFD", function()
    local all = {}
    for at, c in jilu.codes "汉a\xE4\xBD😀" do all[#all + 1] = ("%d=%X"):format(at, c) end
    assert.equal("1=6C49 4=61 5=FFFD 7=1F600", table.concat(all, " "))
    assert.equal("汉a", jilu.char(0x6C49, 0x61))
    assert.equal("", jilu.char())
    assert.same({ 0x6C49, 0x61 }, { jilu.codepoint("汉a", 1, -1) })
    assert.equal(0x61, (jilu.codepoint("汉a", -1)))
    assert.has_error(function() jilu.char(0xD800) end)
    assert.has_error(function() jilu.codepoint("a", 0) end)
    assert.has_error(function() jilu.codepoint("a", 1, 2) end)
  end)
end)

describe("jilu.encode", function()
  it("→ bytes that jilu.decode reads", function()
    for _, name in ipairs { "GBK", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "BIG5" } do
      local text = ("中文 text "):rep(3000)
      assert.equal(text, (jilu.decode(assert(jilu.encode(text, name)), name)), name)
    end
    assert.same({ 0x61, 0, 0x3D, 0xD8, 0, 0xDE }, bytes_of(jilu.encode("a😀", "UTF-16LE")))
    assert.same({ 0, 0, 0xFF, 0xFD }, bytes_of(jilu.encode("\xFF", "UTF-32BE")))
    -- back to ASCII at the end
    assert.equal("\27$BF|\27(B", jilu.encode("日", "ISO-2022-JP"))
  end)

  it("what the encoding lacks → nil, message, position, or the replacement", function()
    assert.same({ nil, "no such character in GBK", 4 }, { jilu.encode("中😀", "GBK") })
    assert.equal("ab??", jilu.encode("ab😀\xFF", "GBK", "?"))
    assert.is_nil((jilu.encode("é", "ASCII", "ü")))
    assert.same({ nil, "no encoding 'NONE'" }, { jilu.encode("a", "NONE") })
  end)
end)

describe("jilu.escape, unescape", function()
  it("→ printable ASCII, and back", function()
    assert.equal([[\u{E9}"\\\u{1F600}\u{A}]], jilu.escape "é\"\\😀\n")
    assert.equal([[\u00E9\"\uD83D\uDE00<]], jilu.escape("é\"😀<", { form = "json" }))
    assert.equal("&#xE9;&lt;&amp;&#x27;", jilu.escape("é<&'", { form = "html" }))
    for _, form in ipairs { "lua", "json", "html" } do
      local text = "é\"\\😀\n<&'\u{7F}汉&amp;\\n"
      local ascii = jilu.escape(text, { form = form })
      assert.is_nil(ascii:find "[^ -~]")
      assert.equal(text, jilu.unescape(ascii, { form = form }), form)
    end
  end)

  it("what is no escape → stays; what is no character → U+FFFD", function()
    assert.equal("A\\q\u{FFFD}\\", jilu.unescape [[\x41\q\u{110000}\]])
    assert.equal("\u{FFFD}x\n", jilu.unescape([[\uD83Dx\n]], { form = "json" }))
    assert.equal("&what; & é", jilu.unescape("&what; & &#233;", { form = "html" }))
    assert.has_error(function() jilu.escape("a", { form = "xml" }) end)
  end)
end)

describe("jilu.strip, slug, ellipsis", function()
  it("→ without marks", function()
    assert.equal("Angstrom cafe", jilu.strip "Ångström cafe\u{301}")
    assert.equal("Łodz 한국", jilu.strip "Łódź 한국")      -- no mark; no parts of syllables
  end)

  it("→ letters and digits", function()
    assert.equal("ou-est-le-cafe-我在-2", jilu.slug "  Où est le Café? 我在——２!")
    assert.equal("strasse_a", jilu.slug("Straße & A", "_"))
    assert.equal("", jilu.slug "?!")
  end)

  it("→ graphemes, the mark among them", function()
    assert.equal("中文…", jilu.ellipsis("中文字母", 3))
    assert.equal("中文字", jilu.ellipsis("中文字", 3))
    assert.equal("👨‍👩‍👧…", jilu.ellipsis("👨‍👩‍👧👍🏽e\u{301}", 2))
    assert.equal("..", jilu.ellipsis("abcdef", 2, "..."))
    assert.equal("", jilu.ellipsis("abc", 0))
    assert.equal("", jilu.ellipsis("", 0))
    assert.has_error(function() jilu.ellipsis("abc", 0.5) end)
  end)
end)

describe("columns", function()
  it("ambiguous characters → one or two", function()
    assert.equal(3, jilu.width "α中")
    assert.equal(4, jilu.width("α中", { ambiguous = 2 }))
    assert.has_error(function() jilu.width("a", { ambiguous = 3 }) end)
    assert.has_error(function() jilu.width("a", { wide = 1 }) end)
  end)

  it("at_column → what stands there, and which of its columns", function()
    assert.same({ 1, 3, 1 }, { jilu.at_column("你好w", 1) })
    assert.same({ 4, 6, 2 }, { jilu.at_column("你好w", 4) })
    assert.same({ 7, 7, 1 }, { jilu.at_column("你好w", 5) })
    assert.is_nil(jilu.at_column("你好w", 6))
    assert.same({ 1, 2, 2 }, { jilu.at_column("α", 2, { ambiguous = 2 }) })
  end)

  it("wrap with colours → no columns, each line with its own", function()
    local ansi = { ansi = true }
    assert.same({ "\27[31mred apples\27[0m", "\27[31mand \27[1mbold\27[0m",
      "ones  \27[32mx\27[0m" },
      jilu.wrap("\27[31mred apples and \27[1mbold\27[0m ones  \27[32mx", 10, ansi))
    assert.same({ "a", "\27[1mb\27[m" }, jilu.wrap("a\n\27[1mb\27[m", 5, ansi))
    assert.same({ "\27]8;;x\7link\27]8;;\7" }, jilu.wrap("\27]8;;x\7link\27]8;;\7", 4, ansi))
    assert.same({ "\27[3" }, jilu.wrap("\27[3", 4, ansi))   -- no sequence
    -- what is plain wraps as without
    local plain = "Ein langer Satz, der umbrochen wird.\n\n  Und 我在这里，还有一个。 "
    for width = 1, 20 do
      assert.same(jilu.wrap(plain, width), jilu.wrap(plain, width, ansi))
    end
  end)
end)

describe("words and sentences", function()
  it("only words → with a letter or a digit", function()
    local words = { only = "words" }
    assert.equal(5, jilu.count("Hello, world! 3 我们。 --", "word", words))
    assert.equal(0, jilu.count("?! …", "word", words))
    local all = {}
    for i, j in jilu.words("Hello, world!", words) do all[#all + 1] = i .. "-" .. j end
    assert.equal("1-5 8-12", table.concat(all, " "))
    assert.has_error(function() jilu.count("a", "sentence", words) end)
    assert.has_error(function() jilu.spans("a", "word", words) end)
  end)

  local function sentences(text, options)
    local list = {}
    for i, j in jilu.sentences(text, options) do list[#list + 1] = text:sub(i, j) end
    return list
  end

  it("an abbreviation of the language → ends no sentence", function()
    local text = "I saw Dr. Smith. He met Mr. Jones etc. Then (cf. Fig. 3)."
    assert.same({ "I saw Dr. Smith. ", "He met Mr. Jones etc. ", "Then (cf. Fig. 3)." },
      sentences(text, { locale = "en-GB" }))
    assert.equal(7, #sentences(text))
    assert.same({ "Hr. Meier kommt. ", "Ja." },
      sentences("Hr. Meier kommt. Ja.", { locale = "de" }))
    assert.same({ "Mt. Fuji." }, sentences("Mt. Fuji.", { abbreviations = { "Mt" } }))
    assert.equal(2, #sentences("Mt. Fuji.", { locale = "zh" }))
    assert.same({ "So says Dr." }, sentences("So says Dr.", { locale = "en" }))
    assert.equal(2, #sentences("So says Dr.\nNext.", { locale = "en" }))
    assert.has_error(function() jilu.sentences("a", { locale = "!" }) end)
    assert.has_error(function() jilu.sentences("a", { locale = "en", nothing = 1 }) end)
  end)
end)
