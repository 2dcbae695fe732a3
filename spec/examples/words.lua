-- words.lua: how often which word stands in a document, and an index to search it by
local jilu = require "jilu"

-- Words that say little by themselves, by the first letter of their part of speech.
local LEFT_OUT = { u = true, p = true, c = true, d = true, r = true, w = true, m = true, q = true }

-- Words with two characters or more, as a lexicon cuts them.
local function words_of(doc, span)
  local list = {}
  for _, word in ipairs(doc:words(span)) do
    local tag = word.tag or ""
    if #word.text > 3 and jilu.is(word.text, "Alphabetic") and not LEFT_OUT[tag:sub(1, 1)] then
      list[#list + 1] = word
    end
  end
  return list
end

-- A record for each word, where it stands first; the most frequent first.
local function count(doc)
  local by_text, order = {}, {}
  for _, word in ipairs(words_of(doc)) do
    local known = by_text[word.text]
    if not known then
      known = { first = word.first, last = word.last, word = word.text, count = 0 }
      by_text[word.text], order[#order + 1] = known, known
    end
    known.count = known.count + 1
  end
  for _, one in ipairs(order) do doc:annotate("word", one) end
end

-- A record for each sentence: its words with blanks between them, as indexes want them that
-- know no Chinese.
local function index(doc)
  for _, sentence in ipairs(doc:sentences()) do
    local tokens = {}
    for k, word in ipairs(words_of(doc, sentence)) do tokens[k] = word.text end
    if tokens[1] then
      doc:annotate("passage", { first = sentence.first, last = sentence.last,
        tokens = table.concat(tokens, " ") })
    end
  end
end

return jilu.pipeline {
  "repair", "zones",
  { name = "count", makes = { "word" }, run = count,
    tests = {
      { "新建学校。学校开学。", { { word = "新建" }, { word = "学校", count = 2 }, { word = "开学" } } },
    } },
  { name = "index", makes = { "passage" }, run = index,
    tests = {
      { "新建学校。", { tokens = "新建 学校" } },
      { "和。", false },
    } },
  jilu.emit {
    jilu.schema("word", { { "word", "string" }, { "count", "integer" } }),
    jilu.schema("passage", { { "tokens", "string" } }),
  },
}
