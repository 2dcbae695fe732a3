-- lua5.4 spec/hostile/facts.lua SIZES...
-- Reads the facts of texts that repeat one piece, at each size in KB, and has
-- callgrind write down the instructions after each; see linear.lua.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local lexicon = require("spec.support.lexicon").small()
local dump = require "count"

local CHINESE = {
  "7", "一", "〇", "万", "千百", "约", "人民币", "、", "“", "“一”", "“五化”五化", "《", "《a》", "(",
  "[2019]", " ", "1 ", "1 280", "1.", "123,", "1+", "a.b-", "a@", "0731-", "组织开展",
  "的", "党员5个", "5个", "三分之", "3至", "三点", "从5个", "比上年增长5%,", "三会", "三大", "3元5角", "1小时",
  "半", "第一", "共", "和", "每",
  -- names
  "县", "委", "望屏县", "局办", "张三、", "等10名", "32名医生驰援灾区,清运垃圾3吨",
}

local ENGLISH = {
  "one", "one ", "one-", "hundred ", "hundred and ", "a ", "5 a ", "between ", "March ", "12 ",
  "1,", "March to ", "2018 to ", '"', '"a" ', '"a', "$", "three to ", "Abc 5 ", "at least ",
  "5 new ", "million ",
}

local function measure(name, own, pieces, words)
  for _, piece in ipairs(pieces) do
    for _, size in ipairs(arg) do
      local view = core.view(piece:rep(math.floor(tonumber(size) * 1024 / #piece)), "auto")
      own:facts(view, "2019-10-15", nil, words)
      view:close()
      dump()
      print(("%s\t%s\t%s"):format(piece, name, size))
      collectgarbage()
    end
  end
end

local chinese, english = extractor.of "zh", extractor.of "en"
-- what was done so far belongs to nothing that is compared
dump()
print "start\tstart\t0"
measure("facts", chinese, CHINESE)
measure("facts with a lexicon", chinese, CHINESE, lexicon)
measure("facts in English", english, ENGLISH)
