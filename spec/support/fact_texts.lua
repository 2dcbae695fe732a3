-- Words that facts are made of, by language, and texts of them in any order with
-- broken bytes between them: the same on every machine and run.

local fact_texts = { count = 1500 }

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

--- A generator of numbers 1..n, and one of texts that draws from it.
---@param language string
---@return fun(n: integer): integer, fun(): string
function fact_texts.of(language)
  local random, words = generator(7), {}
  for word in WORDS[language]:gmatch "%S+" do words[#words + 1] = word end
  return random, function() return text_of(random, words) end
end

return fact_texts
