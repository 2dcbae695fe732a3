-- Words that facts are made of, in any order and with broken bytes between
-- them: no reading crashes or leaves the text. Under the sanitizers of
-- `make check` it also finds what reads beyond its memory.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local fact_texts = require "spec.support.fact_texts"

describe("facts of words in any order", function()
  for _, language in ipairs { "zh", "en" } do
    it("lie inside the text: " .. language, function()
      local reader, random, next_text = extractor.of(language), fact_texts.of(language)
      for _ = 1, fact_texts.count do
        local text = next_text()
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
    ["一户一户"] = "", ["走访一户一户"] = "", ["一户又一户"] = "", ["字a户又一户"] = "",
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
