-- What language a document is read as where its option says "auto": by its script,
-- and for Latin letters by the words that every text of the language has.

local extractor = require "jilu.facts.extractor"

local SAMPLE = 64 * 1024   -- bytes that are looked at
local HAN = 5              -- letters that outweigh a Han character
local DISTINCT = 3         -- common words of a text that is known by them …
local SHARE = 1 / 20       -- … and how many of all its words they are at least

local common

-- The words by which English is known, built when a text asks for them.
local function common_words()
  common = common or require "jilu.en.common_words"
  return common
end

local function is_english(text)
  local words, found, distinct, seen = 0, 0, 0, {}
  for word in text:gmatch "%a+" do
    words = words + 1
    local lower = word:lower()
    if common_words()[lower] then
      found = found + 1
      if not seen[lower] then distinct, seen[lower] = distinct + 1, true end
    end
  end
  return distinct >= DISTINCT and found >= SHARE * words
end

--- The language of a text and what says so: "script", "words"; "default" where
--- neither does, and the text is read as Chinese.
---@param text string  UTF-8
---@return "zh"|"en" language
---@return "script"|"words"|"default" basis
local function detect(text)
  if #text > SAMPLE then text = text:sub(1, SAMPLE) end
  local _, han = text:gsub("[\228-\233][\128-\191][\128-\191]", "")
  local _, letters = text:gsub("%a", "")
  if han > 0 and han * HAN >= letters then return "zh", "script" end
  if is_english(text) then return "en", "words" end
  return "zh", "default"
end

--- Makes a document one of the language of a pipeline, unless its options or its
--- text said which, or its facts were read.
---@param doc jilu.Document
---@param language "zh"|"en"|"auto"
local function read_as(doc, language)
  if doc.language_basis ~= "default" or doc.meta.has_facts then return end
  local basis = "pipeline"
  if language == "auto" then language, basis = detect(doc.source) end
  if basis == "default" then return end
  doc.language, doc.language_basis = language, basis
  doc.extractor = extractor.for_language(language)
end

return { detect = detect, read_as = read_as }
