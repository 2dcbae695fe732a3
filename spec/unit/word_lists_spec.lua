-- Word lists side by side: what is said twice, and what one list has that
-- another lacks. The figures may only get smaller; WORDS=1 prints the words.

local acts = require "jilu.zh.acts"
local extractor = require "jilu.facts.extractor"

-- How many senses are said again: the same, or with other values (the last one
-- counts then).
local SAID_TWICE = {
  zh = { same = 211, other = 186 },
  en = { same = 1994, other = 74 },
}

-- Verbs by which the ledger knows an event, that are no word at all to the
-- grammars of nouns and names; and what names of organizations end with for
-- the ledger alone.
local UNKNOWN = { verb = 238, body = 88 }

-- Fails where a list has more words than it had.
local function check(name, words, most)
  table.sort(words)
  if os.getenv "WORDS" then print(name .. ": " .. table.concat(words, " ")) end
  assert.is_true(#words <= most, ("%s: %d, not %d; WORDS=1 prints them"):format(name, #words, most))
end

local function content_of(sense)
  return table.concat({ tostring(sense.value), tostring(sense.text), tostring(sense.code) }, "\0")
end

local function said_twice(language)
  local seen, words = {}, { same = {}, other = {} }
  for _, sense in ipairs(extractor.senses_of(language)) do
    local key = sense.class .. "=" .. sense.word
    local content = content_of(sense)
    if seen[key] then
      local list = seen[key] == content and words.same or words.other
      list[#list + 1] = key
    end
    seen[key] = content
  end
  return words
end

-- The words of a list, once each, that `known` has not.
local function unknown(list, known)
  local found, seen = {}, {}
  for word in list:gmatch "%S+" do
    if not known[word] and not seen[word] then found[#found + 1] = word end
    seen[word] = true
  end
  return found
end

local function words_of(language, class)
  local known = {}
  for _, sense in ipairs(extractor.senses_of(language)) do
    if not class or sense.class == class then known[sense.word] = true end
  end
  return known
end

describe("the word lists", function()
  for language, most in pairs(SAID_TWICE) do
    it(language .. " → say no sense twice that they did not before", function()
      local words = said_twice(language)
      for kind, list in pairs(words) do
        check(kind .. " values", list, most[kind])
      end
    end)
  end

  it("of the ledger → have no more words that the grammars do not know", function()
    local verbs = unknown(acts.verb, words_of "zh")
    check("verbs", verbs, UNKNOWN.verb)
    local bodies = unknown(acts.body, words_of("zh", "body_suffix"))
    check("suffixes", bodies, UNKNOWN.body)
  end)
end)
