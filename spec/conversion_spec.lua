-- Chinese in another writing, with small dictionaries of our own.

local core = require "jilu.core"
local jilu = require "jilu"

local function dictionary(name, pairs_)
  local made = { name = name, keys = {}, values = {} }
  for k = 1, #pairs_, 2 do
    made.keys[#made.keys + 1], made.values[#made.values + 1] = pairs_[k], pairs_[k + 1]
  end
  return made
end

local DICTIONARIES = {
  dictionary("compatibility", { "\u{F92C}", "郎", "\u{2F800}", "丽" }),
  dictionary("phrases", { "头发", "頭髮", "发展", "發展", "干部", "幹部", "软件", "軟件" }),
  dictionary("characters", { "头", "頭", "发", "發", "台", "臺", "面", "面", "里", "裏" }),
  dictionary("simple_characters", { "頭", "头", "髮", "发", "發", "发", "裡", "里", "軟", "软",
    "體", "体", "丽", "丽" }),
  dictionary("simple_phrases", { "乾隆", "乾隆", "乾坤", "乾坤" }),
  dictionary("tw_words", { "軟件", "軟體", "軟件包", "套件" }),
  dictionary("tw_characters", { "裏", "裡" }),
  dictionary("from_tw_words", { "軟體", "軟件" }),
  dictionary("hk_characters", { "臺", "台" }),
  dictionary("pinyin", { "银", "yín", "行", "xíng", "银行", "yín háng", "女", "nǚ", "吗", "ma" }),
  dictionary("pinyin_rare", { "𠀀", "hē" }),
}

local function write(path, data)
  local file = assert(io.open(path, "wb"))
  file:write(data)
  file:close()
end

local image = assert(core.conversion_image("made for a test\n", DICTIONARIES))

describe("conversion:", function()
  local path, conversion

  setup(function()
    path = os.tmpname()
    write(path, image)
    conversion = assert(jilu.conversion.open(path))
  end)
  teardown(function()
    conversion:close()
    os.remove(path)
  end)

  local function traditional(text, region, words)
    return jilu.traditional(text, { region = region, words = words, conversion = conversion })
  end
  local function simplified(text, region, words)
    return jilu.simplified(text, { region = region, words = words, conversion = conversion })
  end

  it("the longest phrase goes before its characters", function()
    assert.are.equal("頭髮發展", (traditional "头发发展"))
  end)

  it("regions have characters and, where asked, words of their own", function()
    assert.are.equal("臺裏軟件", (traditional "台里软件"))
    assert.are.equal("臺裡軟件", (traditional("台里软件", "TW")))
    assert.are.equal("臺裡軟體", (traditional("台里软件", "TW", true)))
    assert.are.equal("台裏軟件", (traditional("台里软件", "HK")))
    assert.are.equal("软件", (simplified("軟體", "TW", true):gsub("軟", "软")))
    assert.are.equal("软体", (simplified("軟體", "TW")))
  end)

  it("a region's words do not go over the pieces of the first step", function()
    -- 软件 is a piece of its own: 包 is none of it
    assert.are.equal("軟體包", (traditional("软件包", "TW", true)))
  end)

  it("what is between stays, ill-formed bytes too", function()
    assert.are.equal("a頭\xff髮\n", (traditional "a头\xff髮\n"))
    assert.are.equal("", (traditional ""))
    assert.are.equal("abc", (traditional("abc", "TW")))
  end)

  it("compatibility ideographs stand for others of as many bytes", function()
    assert.are.equal("郎头", (simplified "\u{F92C}頭"))
    assert.are.equal("\u{2F800}", (simplified "\u{2F800}"))
  end)

  it("the map leads back to the bytes of the text", function()
    local text = "a头发 乾隆軟體"
    local new, map = simplified(text, "TW", true)
    assert.are.equal("a头发 乾隆軟件", (new:gsub("软", "軟")))
    local first, last = new:find("乾隆", 1, true)
    assert.are.equal("乾隆", text:sub(map:source(first, last)))
    new, map = traditional("x里软件y", "TW", true)
    first, last = new:find("軟體", 1, true)
    assert.are.equal("软件", ("x里软件y"):sub(map:source(first, last)))
    first, last = new:find("y", 1, true)
    assert.are.equal("y", ("x里软件y"):sub(map:source(first, last)))
  end)

  it("maps whole random texts, and character for character where none grows", function()
    math.randomseed(7)
    local parts = { "头发", "里", "软件", "a", " ", "\xff", "乾隆", "台", "𠀀", "é", "\u{F92C}" }
    for _ = 1, 300 do
      local list = {}
      for k = 1, math.random(0, 12) do list[k] = parts[math.random(#parts)] end
      local text = table.concat(list)
      for _, region in ipairs { false, "TW", "HK" } do
        local new, map = traditional(text, region or nil)
        assert.are.equal(#text, select(2, map:source(1, #new)))
        local at = 1
        while at <= #new do
          local width = #new:match("^[\194-\244]?[\128-\191]*", at)
          if width == 0 then width = 1 end
          local first, last = map:source(at, at + width - 1)
          assert.is_true(first >= 1 and last <= #text and last >= first)
          at = at + width
        end
      end
    end
  end)

  describe("pinyin", function()
    local function pinyin(text, tone, separator)
      return jilu.pinyin(text, { tone = tone, separator = separator, conversion = conversion })
    end

    it("reads the longest phrase, and parts syllables and words", function()
      assert.are.equal("yín háng xíng ma，nǚ 3 xíng OK", pinyin "银行行吗，女3行OK")
      assert.are.equal("hē 3.5，x", pinyin "𠀀3.5，x")
    end)
    it("writes tones as asked for", function()
      assert.are.equal("yin2 hang2 ma5 nü3", pinyin("银行吗女", "numbers"))
      assert.are.equal("yin-hang-ma-nü", pinyin("银行吗女", "none", "-"))
    end)
    it("leaves what it can't read", function()
      assert.are.equal("龘\xffyín", pinyin "龘\xff银")
    end)
  end)

  describe("mistakes", function()
    local rows = {
      { function() jilu.traditional(3) end, "string expected" },
      { function() jilu.traditional("a", { region = "SG" }) end, "'TW' or 'HK' expected" },
      { function() jilu.traditional("a", { words = true }) end, "needs a region" },
      { function() jilu.simplified("a", { regoin = "TW" }) end, "unknown option 'regoin'" },
      { function() jilu.simplified("a", { conversion = io.stdout }) end,
        "jilu.Conversion expected" },
      { function() jilu.pinyin("a", { tone = "high" }) end, "'marks', 'numbers' or 'none'" },
      { function() jilu.pinyin("a", { separator = "\0" }) end, "zero byte" },
      { function() core.conversion_image("", { dictionary("none", {}) }) end,
        "no dictionary 'none'" },
    }
    for _, row in ipairs(rows) do
      it(row[2], function() assert.error_matches(row[1], row[2], 1, true) end)
    end

    it("a closed conversion says so", function()
      local closed = assert(jilu.conversion.open(path))
      closed:close()
      closed:close()
      assert.error_matches(function() closed:convert("simplified", "a") end, "is closed")
    end)

    it("a key that can't be one is named", function()
      local got, message, key = core.conversion_image("",
        { dictionary("phrases", { "\xff", "a" }) })
      assert.is_nil(got)
      assert.are.equal("\xff", key)
      assert.is_truthy(message:find("ill-formed", 1, true))
    end)
  end)

  describe("files", function()
    local damaged

    setup(function() damaged = os.tmpname() end)
    teardown(function() os.remove(damaged) end)

    it("a missing one is named", function()
      local got, message = jilu.conversion.open "/nowhere/zh.conversion"
      assert.is_nil(got)
      assert.is_truthy(message:find("/nowhere/zh.conversion", 1, true))
    end)

    it("one cut short is refused", function()
      for _, size in ipairs { 0, 1, 100, 700, #image - 1 } do
        write(damaged, image:sub(1, size))
        assert.is_nil((jilu.conversion.open(damaged)))
      end
    end)

    it("damage is refused, or changes words and nothing else", function()
      math.randomseed(11)
      for _ = 1, 400 do
        local at = math.random(#image)
        write(damaged, image:sub(1, at - 1) .. string.char(math.random(0, 255))
          .. image:sub(at + 1))
        local opened = jilu.conversion.open(damaged)
        if opened then
          local text = "台里软件头发 乾隆 銀行 银行\xff𠀀"
          assert.is_true(jilu.validate((opened:convert("traditional_tw_words",
            (text:gsub("\xff", ""))))))
          opened:pinyin(text)
          opened:close()
        end
      end
    end)

    it("notes come back", function()
      assert.are.equal("made for a test\n", conversion:notes())
    end)
  end)

  it("without an installed file → nil and where it was looked for", function()
    if jilu.conversion.open() then return pending "a conversion is installed" end
    local got, message = jilu.traditional "台"
    assert.is_nil(got)
    assert.is_truthy(message:find("make conversion", 1, true))
  end)
end)
