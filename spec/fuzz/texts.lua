-- Prints what spec/fuzz/memory.c reads: for each language "L spaced", its
-- senses, "S class value user sizes" with their strings, and "T size" texts.

package.path = "./?.lua;" .. package.path
local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local fact_texts = require "spec.support.fact_texts"
local lfs = require "lfs"

local out = io.stdout

local compile = core.extractor
function core.extractor(senses, writing)
  out:write(("L %d\n"):format(writing and writing.spaced and 1 or 0))
  for _, s in ipairs(senses) do
    out:write(("S %s %.17g %d %d %d %d\n%s%s%s\n"):format(s.class, s.value or 0, s.user and 1 or 0,
      #s.word, s.text and #s.text or -1, s.code and #s.code or -1, s.word, s.text or "",
      s.code or ""))
  end
  return compile(senses, writing)
end

local function put(text) out:write(("T %d\n%s\n"):format(#text, text)) end

-- Texts that once led a grammar to bytes where no character begins.
local ONCE = { "字a户一户", "a户一户", "é户一户", "字a公里一公里", "", "\xff", "一", "\u{FEFF}一户" }

for _, language in ipairs { "en", "zh" } do
  extractor.of(language)
  local random, next_text = fact_texts.of(language)
  for _ = 1, fact_texts.count do
    local text = next_text()
    put(text)
    random(#text)
  end
  for _, text in ipairs(ONCE) do put(text) end
end
for name in lfs.dir "spec/corpus" do
  if name:find "%.txt$" then
    local file <close> = assert(io.open("spec/corpus/" .. name, "rb"))
    local text = file:read "a"
    put(text)
    for cut = 1, #text, 97 do put(text:sub(1, cut % 2000 + cut % 3)) end
  end
end
