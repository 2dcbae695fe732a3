local jilu = require "jilu"
local build = require "jilu.lexicon.build"

local LIST = [[
我们 500 r
我 900 r
们 3
在 1500 p
研究 300 vn
研究生 80 n
生命 120 n
命 30 n
起源 40 n
的 5000 uj
设计 200 vn
设 20 v
计 10 v
备 8 v
中国 900 ns
人民 700 n
中国人民 40 n
中国人民解放军 20 nt
解放军 60 n
C++ 3 nz
A股 5 n
]]

local function temporary(data)
  local path = os.tmpname()
  local file = assert(io.open(path, "wb"))
  file:write(data)
  file:close()
  return path
end

local image

local function open_small()
  if not image then
    local list = temporary(LIST)
    image = assert(build.compile { list })
    os.remove(list)
  end
  local path = temporary(image)
  local lexicon = assert(jilu.lexicon.open(path))
  os.remove(path)
  return lexicon
end

local function words(lexicon, text, options)
  local list = {}
  for first, last in lexicon:words(text, options) do list[#list + 1] = text:sub(first, last) end
  return table.concat(list, "|")
end

describe("a lexicon of a word list", function()
  local lexicon = open_small()

  it("takes the cheapest way, not the longest word first", function()
    assert.equal("我们|在|研究|生命|的|起源", words(lexicon, "我们在研究生命的起源"))
    assert.equal("我们|在|研究|生命|的|起源",
      words(lexicon, "我们在研究生命的起源", { mode = "fast" }))
  end)
  it("reads Traditional text and gives its own bytes", function()
    assert.equal("我們|在|設計", words(lexicon, "我們在設計"))
  end)
  it("does not let residue break a word", function()
    assert.equal("我们|在|設(shè)計", words(lexicon, "我们在設(shè)計"))
    assert.equal("设\u{200B}计|的", words(lexicon, "设\u{200B}计的"))
  end)
  it("skips space and keeps punctuation", function()
    assert.equal("中国|，|人民|。", words(lexicon, " 中国， \n人民。\t"))
    assert.equal("", words(lexicon, "  \n"))
    assert.equal("", words(lexicon, ""))
  end)
  it("keeps Latin tokens and numbers whole", function()
    assert.equal("C++|的|设计", words(lexicon, "C++的设计"))
    assert.equal("A股|的|5G|中国", words(lexicon, "A股的5G中国"))
    assert.equal("在|https://example.org/a?b=c|的", words(lexicon, "在https://example.org/a?b=c的"))
    assert.equal("12.5%|的|1,234", words(lexicon, "12.5%的1,234"))
  end)
  it("keeps words of Latin and Han whole, and gives what is inside them", function()
    assert.equal("在|5G网络|的|U盘", words(lexicon, "在5G网络的U盘"))
    local mine = lexicon:with { { "网络", 30, "n" } }
    assert.equal("5G网络|的", words(mine, "5G网络的", { fine = true }))
  end)
  it("keeps dates and fractions whole, and not ranges", function()
    assert.equal("在|2019-10-15|，|1/3|的|3|-|5|天", words(lexicon, "在2019-10-15，1/3的3-5天"))
    assert.equal("百分之三十点五|的", words(lexicon, "百分之三十点五的"))
  end)
  it("finds a given name behind a surname of two characters", function()
    assert.equal("欧阳锐铭|在|，|尉迟敬一|，|諸葛玥", words(lexicon, "欧阳锐铭在，尉迟敬一，諸葛玥"))
    local text = "司马岚|的" -- 的 is no given name
    assert.equal(text, words(lexicon, (text:gsub("|", ""))))
  end)
  it("finds the name of an organisation before what it ends with", function()
    local mine = lexicon:with { { "公司", 300, "n" } }
    assert.equal("在|禾润|公司", words(mine, "在禾润公司"))
    assert.equal("中国|公司|的|設計", words(mine, "中国公司的設計"))
  end)
  it("reads foreign names over their dots", function()
    assert.equal("卡尔·马克思|在|弗里德里希·恩格斯|的",
      words(lexicon, "卡尔·马克思在弗里德里希·恩格斯的"))
  end)
  it("gives tags on request", function()
    local tags = {}
    for _, _, tag in lexicon:words("我们研究5，C", { tags = true }) do tags[#tags + 1] = tag end
    assert.same({ "r", "vn", "m", "w", "eng" }, tags)
  end)
  it("goes on behind ill-formed bytes", function()
    assert.equal("我们|\xE6\xB1|研究", words(lexicon, "我们\xE6\xB1研究"))
  end)
  it("counts as many as it gives", function()
    assert.equal(6, lexicon:count("我们在研究生命的起源"))
  end)
  it("covers every byte that is not space, in order, however long a line", function()
    local text = ("我们在研究生命的起源设备中国人民解放军"):rep(400)
    for _, mode in ipairs { "accurate", "fast" } do
      local at = 1
      for first, last in lexicon:words(text, { mode = mode }) do
        assert.equal(at, first)
        at = last + 1
      end
      assert.equal(#text + 1, at)
    end
  end)
  it("takes the tag of the form that counts most", function()
    local list = temporary "說 3 zg\n说 900 v\n話 5 n\n"
    local path = temporary(assert(build.compile { list }))
    local other = assert(jilu.lexicon.open(path))
    assert.equal("v", other:tag "说")
    assert.equal("v", other:tag "說")
    assert.equal("n", other:tag "话")
    os.remove(list)
    os.remove(path)
  end)
  it("says what it is", function()
    assert.equal(21, #lexicon)
    assert.equal("jilu.Lexicon: 21 words, 0 pairs", tostring(lexicon))
    local info = lexicon:info()
    assert.is_true(info.intact)
    assert.equal(#image, info.size)
    assert.matches("source: .*21 words", info.notes)
  end)
  it("looks words up, whatever their script", function()
    assert.is_true(lexicon:has "設計")
    assert.is_true(lexicon:has "Ａ股")
    assert.is_false(lexicon:has "设计的")
    assert.is_false(lexicon:has "")
    assert.equal("vn", lexicon:tag "设计")
    assert.equal("", lexicon:tag "们")
    assert.is_nil(lexicon:tag "没有")
  end)
  it("gives the words inside long words, behind them", function()
    assert.equal("中国人民解放军|中国|中国人民|人民|解放军|的",
      words(lexicon, "中国人民解放军的", { fine = true }))
    assert.equal("研究|生命", words(lexicon, "研究生命", { fine = true }))
  end)
  it("joins a number and its unit on request", function()
    assert.equal("4.7万|余|户|，|三百|人", words(lexicon, "4.7万余户，三百人"))
    assert.equal("4.7万余户|，|三百人|在|5平方公里",
      words(lexicon, "4.7万余户，三百人在5平方公里", { units = true }))
  end)
  it("packs positions", function()
    local text = "我们 在研究"
    local spans = lexicon:spans(text)
    assert.equal(3, #spans)
    assert.same({ 8, 10 }, { spans:get(2) })
    assert.same({ 11, 16 }, { spans:get(-1) })
    assert.is_nil(spans:get(4))
    assert.equal("研究", spans:text(3))
    assert.same({ { 1, 6 }, { 8, 10 }, { 11, 16 } }, spans:totable())
    local seen = {}
    for i, j in spans:iter() do seen[#seen + 1] = text:sub(i, j) end
    assert.same({ "我们", "在", "研究" }, seen)
    assert.same({ 1, 1, 2, 3 }, { spans:find(1), spans:find(6), spans:find(8), spans:find(16) })
    for _, position in ipairs { -1, 0, 7, 17 } do assert.is_nil(spans:find(position)) end
    assert.equal("jilu.Spans: 3 spans, 16 bytes", tostring(spans))
  end)
  it("words within words, fine → the last that begins holds the byte", function()
    local spans = lexicon:spans("在中国人民解放军", { fine = true })
    local at = spans:find(4)
    assert.equal("中国人民", spans:text(at))
    assert.equal("解放军", spans:text(spans:find(24)))
    assert.is_nil(spans:find(25))
    assert.is_nil(lexicon:spans(""):find(1))
  end)
  it("tags pieces of a text with one tagger", function()
    local tagger, text = lexicon:tagger(), "我们在研究，我们"
    assert.same({ 1, 6, "r", 7, 9, "p" }, tagger:words(text, 1, 9))
    assert.same({ 10, 15, "vn", 16, 18, "w", 19, 24, "r" }, tagger:words(text, 10))
    assert.same({}, tagger:words(text, 4, 3))
    assert.same({}, tagger:words("", 1, 10))
    assert.equal(200 * 3, #tagger:words(("我们"):rep(200)))
  end)
  it("refuses a closed tagger and a place before the text", function()
    local tagger = open_small():tagger()
    assert.has_error(function() tagger:words("我们", 0, 3) end)
    assert.has_error(function() tagger:words(nil) end)
    tagger:close()
    tagger:close()
    assert.error_matches(function() tagger:words("我们") end, "tagger is closed")
    assert.equal("jilu.Tagger: closed", tostring(tagger))
  end)
  it("names misuse", function()
    assert.has_error(function() lexicon:words("x", { tag = true }) end,
      "bad argument #2 to 'words' (unknown option 'tag'; known: fine, mode, tags, units)")
    assert.has_error(function() lexicon:words("x", { mode = "quick" }) end)
    assert.has_error(function() lexicon:words(nil) end)
  end)
  it("can be closed, twice", function()
    local other = open_small()
    other:close()
    other:close()
    assert.has_error(function() other:words("x") end)
  end)
end)

describe("words of the user", function()
  local lexicon = open_small()

  it("are known without a count", function()
    local mine = lexicon:with { "三会一课", { "党建领航", 500, "nz" } }
    assert.equal("我们|的|三会一课|党建领航", words(mine, "我们的三会一课党建领航"))
    assert.equal("三會一課|的", words(mine, "三會一課的"))
    assert.equal("nz", mine:tag "党建领航")
    assert.equal("", mine:tag "三会一课")
    assert.equal(#lexicon + 2, #mine)
  end)
  it("win where their count lets them", function()
    local text = "我们在研究生命的起源"
    local rare = lexicon:with { { "生命的", 1 } }
    local often = lexicon:with { { "生命的", 5000 } }
    local always = lexicon:with { { "究生", math.huge } }
    assert.equal("我们|在|研究|生命|的|起源", words(rare, text))
    assert.equal("我们|在|研究|生命的|起源", words(often, text))
    assert.equal("我们|在|研|究生|命|的|起源", words(always, text))
    assert.equal("我们|在|研|究生|命|的|起源", words(always, text, { mode = "fast" }))
  end)
  it("can be laid over each other, and outlive what they lie on", function()
    local base = open_small()
    local first = base:with { { "甲乙", 9, "a" }, { "丙丁", 9, "b" } }
    local second = first:with { { "甲乙", 9, "c" } }
    base:close()
    assert.equal("a", first:tag "甲乙")
    first:close()
    assert.equal("c", second:tag "甲乙")
    assert.equal("b", second:tag "丙丁")
    assert.equal("中国|甲乙", words(second, "中国甲乙"))
  end)
  it("are checked", function()
    assert.has_error(function() lexicon:with { "好", "a b" } end, "bad argument #1 to 'with' ("
      .. "item 2 is not a word, or { word, count, tag }, of 1 to 32 characters without space)")
    assert.has_error(function() lexicon:with { true } end)
    assert.has_error(function() lexicon:with { "" } end)
    assert.has_error(function() lexicon:with { { "好", -1 } } end)
    assert.has_error(function() lexicon:with { ("长"):rep(33) } end)
    assert.has_error(function() lexicon:with { "\xFF" } end)
  end)
end)

describe("opening a lexicon", function()
  it("says which file is not there", function()
    local x, message = jilu.lexicon.open("/nonexistent/zh.lexicon")
    assert.is_nil(x)
    assert.matches("/nonexistent/zh.lexicon: No such file", message, 1, true)
  end)
  it("refuses what is none", function()
    for _, data in ipairs { "", "x", ("\0"):rep(4096), "\137jlx" .. ("\1"):rep(4096) } do
      local path = temporary(data)
      local x, message = jilu.lexicon.open(path)
      os.remove(path)
      assert.is_nil(x)
      assert.matches("not a lexicon", message, 1, true)
    end
  end)
  it("lists the places where it looked", function()
    local places = jilu.lexicon.places()
    assert.equal("/usr/share/jilu/zh.lexicon", places[#places])
  end)
end)

describe("the count of a user's word", function()
  it("that is no number → an error", function()
    assert.has_error(function() open_small():with { { "们在", 0 / 0 } } end)
  end)
  it("that is next to nothing → a word as dear as any, which does not win", function()
    local lexicon = open_small()
    local expected = words(lexicon, "我们在研究")
    for _, count in ipairs { 1e-320, 1e-300, 1e-30 } do
      assert.equal(expected, words(lexicon:with { { "们在", count } }, "我们在研究"))
    end
  end)
end)

-- A damaged file may be refused or give wrong words; it may not crash, hang,
-- or give positions outside the text.
describe("a damaged lexicon", function()
  local lexicon = open_small()  -- makes sure that there is an image
  local text = "我们在研究生命的起源，设計12月31日的5G网络3,000户中国人民解放军。王小明在大山村"
  local path = os.tmpname()

  local function try(data)
    local file = assert(io.open(path, "wb"))
    file:write(data)
    file:close()
    local opened = jilu.lexicon.open(path)
    if not opened then return false end
    for _, mode in ipairs { "accurate", "fast" } do
      local at = 1
      for first, last, tag in opened:words(text, { mode = mode, tags = true, fine = mode == "fast",
                                                   units = true }) do
        assert.is_true(first >= 1 and last <= #text and first <= last)
        assert.equal("string", type(tag))
        if mode == "accurate" then
          assert.equal(at, first)
          at = last + 1
        end
      end
    end
    opened:has "研究"
    opened:info()
    opened:close()
    return true
  end

  local function flipped(at, bit)
    return image:sub(1, at - 1) .. string.char(image:byte(at) ~ (1 << bit)) .. image:sub(at + 1)
  end

  teardown(function() os.remove(path) end)

  it("is refused where its header is", function()
    assert.is_true(try(image))
    assert.equal(0, #lexicon - 21)
    local size = string.unpack("<I4", image, 17)  -- where the first section begins
    while image:byte(size) == 0 do size = size - 1 end
    for at = 1, size do assert.is_false(try(flipped(at, at % 8)), "byte " .. at) end
  end)
  it("is refused where it is cut off", function()
    local step = math.max(1, #image // 50)
    for size = 0, #image - 1, step do assert.is_false(try(image:sub(1, size)), "size " .. size) end
    for size = 0, 400, 7 do assert.is_false(try(image:sub(1, size)), "size " .. size) end
  end)
  it("is refused where a character has bits that no file sets", function()
    local begin = string.unpack("<I4", image, 17 + 4 * 6)
    local size = string.unpack("<I4", image, 65 + 4 * 6)
    for cell = begin, begin + size - 4, 4 * math.max(1, size // 4 // 200) do
      for bit = 26, 31 do
        assert.is_false(try(flipped(cell + 4, bit - 24)),
          ("bit %d of the cell at %d"):format(bit, cell))
      end
    end
  end)
  it("is safe where its body is", function()
    math.randomseed(4)
    local size = string.unpack("<I4", image, 17)
    for _ = 1, 100 do try(flipped(math.random(size + 1, #image), math.random(0, 7))) end
  end)
  it("is safe where whole stretches are noise", function()
    math.randomseed(5)
    local size = string.unpack("<I4", image, 17)
    for _ = 1, 30 do
      local noise = {}
      for k = 1, 4096 do noise[k] = string.char(math.random(0, 255)) end
      local at = math.random(size + 1, #image - 4096)
      try(image:sub(1, at - 1) .. table.concat(noise) .. image:sub(at + 4096))
    end
  end)
end)
