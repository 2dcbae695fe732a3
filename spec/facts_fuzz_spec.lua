-- Words that facts are made of, in any order and with broken bytes between
-- them: no reading crashes or leaves the text. Under the sanitizers of
-- `make check` it also finds what reads beyond its memory.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"

local TEXTS = 1500

local WORDS = {
  zh = [[
    一 二 两 十 百 千 万 亿 半 几 多 余 约 近 超 至 到 从 至少 以上 左右 三分之一 百分之 第 每 今年 去年 2019年 3月 5日 上半年
    以来 期间 “十四五” 元 角 个 名 家 公里 % ￥ 人民币 US$ 。 、 , ( ) “ ” 《 》 〔2022〕 43号 GDP5.2万元 APP3版 COVID19
    0731-8555 湖南省 张三 同志 支部 会议 3.5 12 2019-10-15 14:33 - 一 三会一课 提高到 翻一番 其中
  ]],
  en = [[
    one two twenty hundred thousand million a of in the to between and , - March 12 2021 2019
    1990s ( ) " “ ” $ £ 1.2m bn % percent km 5 thirds out every hours years since May 5th st about
    nearly at least or more people schools Abc ISO EUR300 3/4 1,234.5 10-15% – km/h mg/kg degrees
    Celsius US dollars é naïve ’ -5 . ; minus half quarter
  ]],
}

-- Numbers that are the same on every machine and run.
local function generator(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return math.floor(seed / 65536) % n + 1
  end
end

local function text_of(random, words)
  local parts = {}
  for k = 1, random(50) do
    local word = words[random(#words)]
    if random(20) == 1 then word = string.char(random(256) - 1):rep(random(4)) end
    local between = random(10)
    parts[k] = word .. (between <= 5 and " " or between == 6 and "\n" or "")
  end
  return table.concat(parts)
end

describe("facts of words in any order", function()
  for language, list in pairs(WORDS) do
    it("lie inside the text: " .. language, function()
      local reader, random, words = extractor.of(language), generator(7), {}
      for word in list:gmatch "%S+" do words[#words + 1] = word end
      for _ = 1, TEXTS do
        local text = text_of(random, words)
        local view = core.view(text, "auto")
        for _, f in ipairs(reader:facts(view, "2019-10-15")) do
          assert(f.first >= 1 and f.first <= f.last and f.last <= #text, text)
        end
        local value, last = reader:number(view, random(#text))
        assert(value == nil or last <= #text, text)
      end
    end)
  end
end)

-- Texts with which a grammar once looked at bytes where no character begins, or
-- before the text: the sanitizers of `make check` and its MemorySanitizer see
-- that; what is read of them is here.
describe("一 and a unit behind what is shorter than both", function()
  local function told(text)
    local list = {}
    for k, f in ipairs(extractor.default():facts(core.view(text, "auto"))) do
      list[k] = text:sub(f.first, f.last)
    end
    return table.concat(list, " ")
  end

  for text, expected in pairs {
    ["字a户一户"] = "一户", ["a户一户"] = "一户", ["户一户"] = "一户", ["é户一户"] = "一户",
    ["一户一户"] = "", ["走访一户一户"] = "", ["一户又一户"] = "", ["字a户又一户"] = "一户",
    ["一公里一公里"] = "", ["字a公里一公里"] = "一公里",
  } do
    it(text .. " → " .. (expected == "" and "nothing" or expected), function()
      assert.equal(expected, told(text))
    end)
  end
end)

-- What the reader notes of a text lies in words of 64 bits.
describe("facts at any place", function()
  local TEXT = "《两新》说“四化”,3个月走访湖南省长沙市12家企业,张三书记10月5日到会"

  local function told(before)
    local list = {}
    for k, fact in ipairs(extractor.default():facts(core.view(before .. TEXT, "auto"))) do
      list[k] = ("%s %d-%d"):format(fact.rule, fact.first - #before, fact.last - #before)
    end
    return table.concat(list, "\n")
  end

  it("are the same", function()
    local expected = told ""
    assert.is_truthy(expected:find("quantity.count", 1, true))
    for length = 1, 200 do assert.are.equal(expected, told((" "):rep(length)), length) end
    for length = 1, 70 do assert.are.equal(expected, told(("。"):rep(length)), length) end
  end)
end)
