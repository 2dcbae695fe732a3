-- Writes a small file of conversions for the fuzzer: lua5.4 conversion.lua FILE

local core = require "jilu.core"

local image = assert(core.conversion_image("for the fuzzer\n", {
  { name = "compatibility", keys = { "\239\164\172" }, values = { "郎" } },
  { name = "phrases", keys = { "头发", "发展", "软件" }, values = { "頭髮", "發展", "軟件" } },
  { name = "characters", keys = { "头", "台", "里" }, values = { "頭", "臺", "裏" } },
  { name = "simple_phrases", keys = { "乾隆", "軟體" }, values = { "乾隆", "软体" } },
  { name = "simple_characters", keys = { "頭", "髮", "軟" }, values = { "头", "发", "软" } },
  { name = "tw_words", keys = { "軟件" }, values = { "軟體" } },
  { name = "tw_characters", keys = { "裏" }, values = { "裡" } },
  { name = "from_tw_words", keys = { "軟體" }, values = { "軟件" } },
  { name = "pinyin", keys = { "银", "行", "银行" }, values = { "yín", "xíng", "yín háng" } },
}))
local file = assert(io.open((...), "wb"))
file:write(image)
file:close()
