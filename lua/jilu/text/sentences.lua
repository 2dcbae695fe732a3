-- Sentences, where a stop behind an abbreviation of the language ends none.

local check = require "jilu.check"
local core = require "jilu.core"

local sentences = {}

---@class jilu.SentenceOptions: jilu.UnitOptions
---@field locale? string  language tag: its abbreviations end no sentence; none if absent
---@field abbreviations? string[]  more of them, without the stop: { "Dr", "approx" }

-- The longest word that is looked at, in bytes.
local LONGEST = 32

local function add_words(set, list)
  for k, word in ipairs(list) do
    if type(word) ~= "string" then
      check.fail("sentences", 2, 3, "abbreviation %d: string expected, got %s", k, type(word))
    end
    set[word] = true
  end
end

-- The abbreviations that options ask for; nil where they ask for none.
local function abbreviations_of(options)
  local set
  if options.locale then
    local language = options.locale:match "^(%a%a%a?)%f[%W]"
    if not language then check.fail("sentences", 2, 3, "option 'locale' is no language tag") end
    set = setmetatable({}, {
      __index = require "jilu.text.abbreviations"[language:lower()],
    })
  end
  if options.abbreviations then
    set = set or {}
    add_words(set, options.abbreviations)
  end
  return set
end

-- Does the text end with an abbreviation at `last`, before spaces?
local function ends_short(text, first, last, set)
  local tail = text:sub(math.max(first, last - LONGEST), last)
  local word = tail:match "([^%s%(%[\"'/]+)%.%s+$"
  if not word or tail:find "[\n\r]" then return false end
  return set[word] or set[word:match "[^%-]+$"] or false
end

--- Sentences, with the spaces behind them (UAX #29).
---@param text string
---@param options? jilu.SentenceOptions
---@return fun(): integer?, integer? iterator of first, last
function sentences.iterate(text, options)
  if type(options) ~= "table" or not (options.locale or options.abbreviations) then
    return core.sentences(text, options)
  end
  check.type("sentences", 1, text, "string")
  check.options("sentences", 2, options,
    { locale = "string", abbreviations = "table", kernel = "string" })
  local set = abbreviations_of(options)
  local step = core.sentences(text, options.kernel and { kernel = options.kernel })
  return function()
    local first, last = step()
    if not first then return nil end
    while last < #text and ends_short(text, first, last, set) do
      local _, more = step()
      last = more or last
    end
    return first, last
  end
end

return sentences
