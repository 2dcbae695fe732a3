local jilu = require "jilu"

local TEXT = "e\u{301}汉字👨‍👩‍👧 ok."

local function segments(walk, text, options)
  local list = {}
  for i, j in walk(text, options) do list[#list + 1] = text:sub(i, j) end
  return list
end

describe("walking", function()
  it("gives positions that string.sub takes", function()
    assert.same({ "e\u{301}", "汉", "字", "👨‍👩‍👧", " ", "o", "k", "." },
                segments(jilu.graphemes, TEXT))
    assert.same({ "e\u{301}", "汉", "字", "👨‍👩‍👧", " ", "ok", "." },
                segments(jilu.words, TEXT))
    assert.same({ "One. ", "Two." }, segments(jilu.sentences, "One. Two."))
    assert.same({ "One ", "two" }, segments(jilu.lines, "One two"))
  end)

  it("gives nothing for the empty text", function()
    for _, name in ipairs { "graphemes", "words", "sentences", "lines" } do
      assert.same({}, segments(jilu[name], ""))
    end
    assert.equal(0, jilu.count("", "word"))
    assert.equal(0, #jilu.spans("", "word"))
  end)

  it("groups Han when asked", function()
    assert.same({ "中", "国" }, segments(jilu.words, "中国"))
    assert.same({ "中", "国" }, segments(jilu.words, "中国", { han = "split" }))
    assert.same({ "中国人", "a", "。" },
                segments(jilu.words, "中国人a。", { han = "group" }))
  end)

  -- WB13 for Han: words side by side become one where Han meets Han, marks
  -- and joiners left aside; nothing else changes.
  it("groups Han and nothing else", function()
    math.randomseed(13)
    local characters = { "中", "国", "々", "〇", "a", "1", "_", " ", "。", "\u{301}",
      "\u{200D}", "カ", "あ", "\u{20000}", "'", "👩", "\n" }
    local han = { ["中"] = true, ["国"] = true, ["〇"] = true, ["\u{20000}"] = true }
    local function begins_with_han(word)
      return han[word:match(utf8.charpattern)]
    end
    local function ends_with_han(word)
      word = word:gsub("\u{301}", ""):gsub("\u{200D}", "")
      return han[word:match(utf8.charpattern .. "$")]
    end
    for _ = 1, 2000 do
      local parts = {}
      for i = 1, math.random(1, 90) do parts[i] = characters[math.random(#characters)] end
      local text = table.concat(parts)
      local expected, last = {}, nil
      for _, word in ipairs(segments(jilu.words, text)) do
        if last and ends_with_han(last) and begins_with_han(word) then
          expected[#expected] = expected[#expected] .. word
        else
          expected[#expected + 1] = word
        end
        last = word
      end
      assert.same(expected, segments(jilu.words, text, { han = "group" }))
    end
  end)

  it("takes ill-formed parts for U+FFFD, with positions of the original", function()
    assert.same({ "a", "\xE6\xB1", "\xFF", "b" },
                segments(jilu.graphemes, "a\xE6\xB1\xFFb"))
    assert.same({ "\xE4\xB8" }, segments(jilu.graphemes, "\xE4\xB8"))
  end)

  it("names arguments that are wrong", function()
    assert.has_error(function() jilu.words() end,
      "bad argument #1 to 'words' (string expected, got no value)")
    assert.has_error(function() jilu.words("a", { hun = 1 }) end,
      "bad argument #2 to 'words' (unknown option 'hun' (known: han and only for words, kernel))")
    assert.has_error(function() jilu.words("a", { han = "x" }) end,
      "bad argument #2 to 'words' (invalid value for option 'han')")
    assert.has_error(function() jilu.lines("a", { han = "group" }) end)
    assert.has_error(function() jilu.count("a", "letter") end,
      "bad argument #2 to 'count' (invalid option 'letter')")
  end)
end)

describe("jilu.spans", function()
  local spans = jilu.spans("中a b", "word")

  it("packs positions", function()
    assert.equal(4, #spans)
    assert.same({ 1, 3 }, { spans:get(1) })
    assert.same({ 6, 6 }, { spans:get(-1) })
    assert.is_nil(spans:get(5))
    assert.is_nil(spans:get(0))
    assert.equal("中", spans:text(1))
    assert.equal("b", spans:text(4))
    assert.is_nil(spans:text(9))
    assert.same({ { 1, 3 }, { 4, 4 }, { 5, 5 }, { 6, 6 } }, spans:totable())
    assert.equal("jilu.Spans: 4 spans, 6 bytes", tostring(spans))
  end)

  it("finds the span of a byte", function()
    assert.equal(1, spans:find(3))
    assert.equal(2, spans:find(4))
    assert.is_nil(spans:find(7))
    assert.is_nil(spans:find(0))
  end)

  it("keeps its text alive", function()
    local made = jilu.spans(("x"):rep(9) .. "yz", "word")
    collectgarbage()
    assert.equal("xxxxxxxxxyz", made:text(1))
  end)

  it("takes at most 8 bytes a span", function()
    local text = ("a "):rep(50000)
    collectgarbage()
    local before = collectgarbage "count"
    local many = jilu.spans(text, "word")
    local used = (collectgarbage "count" - before) * 1024
    assert.equal(100000, #many)
    assert.is_true(used <= 8 * #many, used / #many .. " bytes a span")
  end)
end)

describe("strings by unit", function()
  local units = { codepoint = 13, grapheme = 8, word = 7, sentence = 1, line = 5 }

  it("have a length", function()
    assert.equal(8, jilu.count(TEXT))
    for unit, count in pairs(units) do
      assert.equal(count, jilu.count(TEXT, unit), unit)
    end
  end)

  -- string.sub over a list of the units, as an oracle
  it("have parts, as string.sub has them", function()
    local letters = "abcdefgh"
    local list = segments(jilu.graphemes, TEXT)
    for i = -10, 10 do
      for j = -10, 10 do
        local expected = letters:sub(i, j):gsub(".", function(c)
          return list[c:byte() - 96]
        end)
        assert.equal(expected, jilu.sub(TEXT, i, j), i .. ", " .. j)
      end
      assert.equal(jilu.sub(TEXT, i, -1), jilu.sub(TEXT, i))
    end
    assert.equal("汉字", jilu.sub("汉字", 1, math.maxinteger))
    assert.equal("", jilu.sub("", 1, 1))
    assert.equal("ok", jilu.sub(TEXT, 6, 6, "word"))
  end)

  it("have offsets, as utf8.offset has them", function()
    local text = "aé汉字\u{1F600}z"
    for n = -8, 8 do
      assert.equal(utf8.offset(text, n), jilu.offset(text, n, "codepoint"), n)
    end
    for i = 1, #text + 1 do
      assert.equal(utf8.offset(text, 0, i), jilu.offset(text, 0, "codepoint", i), i)
    end
    for _, i in ipairs { 2, 4, 7, 10, 14 } do
      for n = -6, 6 do
        assert.equal(utf8.offset(text, n, i), jilu.offset(text, n, "codepoint", i))
      end
    end
    assert.equal(4, jilu.offset("e\u{301}汉", 2))
    assert.is_nil(jilu.offset("abc", math.maxinteger, "grapheme", 2))
    assert.is_nil(jilu.offset("abc", math.mininteger))
    assert.has_error(function() jilu.offset("汉", 1, "grapheme", 2) end,
      "bad argument #4 to 'offset' (initial position is inside a unit)")
    assert.has_error(function() jilu.offset("汉", 1, "grapheme", 9) end,
      "bad argument #4 to 'offset' (position out of bounds)")
  end)

  it("are reversed without breaking what belongs together", function()
    assert.equal(".ko 👨‍👩‍👧字汉e\u{301}", jilu.reverse(TEXT))
    assert.equal("", jilu.reverse "")
    assert.equal("two one", jilu.reverse("one two", "word"))
  end)
end)

describe("columns", function()
  it("are counted by East Asian width and emoji", function()
    assert.equal(4, jilu.width "汉字")
    assert.equal(1, jilu.width "e\u{301}")
    assert.equal(2, jilu.width "👨‍👩‍👧")
    assert.equal(2, jilu.width "🇨🇳")
    assert.equal(0, jilu.width "")
    assert.equal(2, jilu.width "각")
  end)

  it("cut a text and say so", function()
    assert.equal("汉字", jilu.truncate("汉字", 4))
    assert.equal("汉…", jilu.truncate("汉字", 3, "…"))
    assert.equal("汉", jilu.truncate("汉字", 3))
    assert.equal("", jilu.truncate("汉字", 0, "…"))
    assert.equal("..", jilu.truncate("abcd", 2, "..."))
    assert.equal("e\u{301}", jilu.truncate("e\u{301}e\u{301}", 1))
    assert.has_error(function() jilu.truncate("a", -1) end,
      "bad argument #2 to 'truncate' (integer of 0 or more expected)")
  end)

  it("fill a text up", function()
    assert.equal("汉   ", jilu.pad("汉", 5))
    assert.equal("   汉", jilu.pad("汉", 5, { align = "right" }))
    assert.equal("-汉--", jilu.pad("汉", 5, { align = "center", fill = "-" }))
    assert.equal("汉字", jilu.pad("汉字", 3))
    assert.has_error(function() jilu.pad("a", 3, { aline = "left" }) end,
      "bad argument #3 to 'pad' (unknown option 'aline'; known: align, fill)")
    assert.has_error(function() jilu.pad("a", 3, { fill = "汉" }) end,
      "bad argument #3 to 'pad' (fill must take one column)")
  end)

  it("wrap a text, with punctuation at the right end", function()
    local text = "他说：“你好，世界。”然后（慢慢地）走了。Hello big world, and so on!"
    for room = 6, 30 do
      local lines = jilu.wrap(text, room)
      for _, line in ipairs(lines) do
        assert.is_true(jilu.width(line) <= room)
        assert.is_nil(line:find "^[,!)]")
        for _, mark in ipairs { "，", "。", "”", "）", "：" } do
          assert.not_equal(mark, line:sub(1, 3), room .. ": " .. line)
        end
        for _, mark in ipairs { "“", "（" } do
          assert.not_equal(mark, line:sub(-3), room .. ": " .. line)
        end
      end
      assert.equal((text:gsub(" ", "")), (table.concat(lines):gsub(" ", "")))
    end
  end)

  it("wrap what is too wide, and keep line breaks", function()
    assert.same({ "abc", "def", "g h" }, jilu.wrap("abcdefg h", 3))
    assert.same({ "a", "", "b" }, jilu.wrap("a\n\nb\r\n", 9))
    assert.same({ "" }, jilu.wrap("", 9))
    assert.same({ "汉", "字" }, jilu.wrap("汉字", 1))
  end)
end)
