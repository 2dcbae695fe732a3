-- Compiles knowledge of a language, plain tables under jilu/zh or jilu/en, and
-- what a user adds to it, into an extractor of the core.
--
-- A sense says what a word is to the grammars: { word =, class =, value =,
-- text =, code =, user = }. csrc/vocabulary/classes.h lists the classes.

local check = require "jilu.check"
local core = require "jilu.core"
local lexicon = require "jilu.lexicon"
local vocabulary = require "jilu.facts.vocabulary"

--- What a language is: its words, and how it writes them.
---@class jilu.Language
---@field name string
---@field modules (string|fun(add: fun(class: string, words: string|string[], fields?: table)))[]
---  each gives senses: a module that returns such a function, or the function
---@field uses? string[]  what the modules use, from which the words come too
---@field weights? string  the module with those of the judge of names
---@field forms? string  the module of a function that gives the spellings of a word
---@field spaced boolean  are there spaces between words?
---@field capital_nouns? boolean  do nouns begin with capitals, not names alone?
---@field decimal_mark? string  "." if absent; "," or "'"
---@field group_mark? string  of digits: "," if absent; "." or "'"

local LANGUAGES = { "en", "zh" }   -- those of the library, sorted
local IS_LANGUAGE = { en = true, zh = true }

---@param language string|jilu.Language
---@return jilu.Language
local function language_of(language)
  return type(language) == "table" and language or require("jilu." .. language .. ".language")
end

--- Appends the senses of a list of words.
--- `words` may be a string of words between spaces, or a list of strings.
local function add(senses, forms, class, words, fields)
  if type(words) == "string" then
    for word in words:gmatch "%S+" do add(senses, forms, class, { word }, fields) end
    return
  end
  for _, word in ipairs(words) do
    if forms then
      add(senses, nil, class, forms(word, fields and fields.exact), fields)
    else
      local sense = { word = core.fold(word), class = class }
      for key, value in pairs(fields or {}) do sense[key] = value end
      senses[#senses + 1] = sense
    end
  end
end

local function forms_of(language)
  local forms = language_of(language).forms
  return forms and require(forms)
end

--- All senses of the modules of a language.
---@param language string|jilu.Language  "zh", "en"
---@return table[]
local function senses_of(language)
  local senses, forms = {}, forms_of(language)
  for _, module in ipairs(language_of(language).modules) do
    if type(module) == "string" then module = require(module) end
    module(function(class, words, fields) add(senses, forms, class, words, fields) end)
  end
  return senses
end

local function compile(language, senses)
  language = language_of(language)
  return core.extractor(senses, language, language.weights and require(language.weights))
end

--- The core's extractor for a language, with other weights of the judge of names.
---@param language string
---@param weights table<string, number>  by the names of core.name_features()
---@return userdata
local function weighed(language, weights)
  return core.extractor(senses_of(language), language_of(language), weights)
end

--- The names of all modules that a language's vocabulary is compiled from.
---@param language string
---@return string[]
local function modules_of(language)
  local knowledge = language_of(language)
  local list = { "jilu.facts.extractor", "jilu." .. language .. ".language" }
  for _, names in ipairs { knowledge.modules, knowledge.uses or {} } do
    for _, name in ipairs(names) do list[#list + 1] = name end
  end
  list[#list + 1] = knowledge.forms
  list[#list + 1] = knowledge.weights
  return list
end

--- The bytes of the file of a language's vocabulary.
---@param language string
---@return string?  nil where its modules are no files
local function image(language)
  return vocabulary.image(compile(language, senses_of(language)), modules_of(language))
end

local compiled = {}

--- The core's extractor for a language, mapped or compiled once for each Lua
--- state.
---@param language string  "zh", "en"
---@return userdata
local function of(language)
  compiled[language] = compiled[language] or vocabulary.open(language, modules_of(language))
    or compile(language, senses_of(language))
  return compiled[language]
end

--- The core's extractor for Chinese.
---@return userdata
local function default()
  return of "zh"
end

-- The class ---------------------------------------------------------------------------

--- Reads facts: with the words of the language, or with a user's as well.
--- A stage of a pipeline, in place of "facts".
---@class jilu.Extractor
---@field core? userdata  nil: that of Chinese
---@field language "zh"|"en"
local Extractor = {}
Extractor.__index = Extractor

local function check_text(name, text)
  if type(text) ~= "string" then
    check.fail(name, 1, 3, "string expected, got %s", type(text))
  end
end

local function date_of(name, options)
  if options == nil then return nil end
  if type(options) ~= "table" then
    check.fail(name, 2, 3, "table expected, got %s", type(options))
  end
  for key in pairs(options) do
    if key ~= "date" and (key ~= "lexicon" or name ~= "facts") then
      check.fail(name, 2, 3, "unknown option '%s'; known: date%s",
        tostring(key), name == "facts" and ", lexicon" or "")
    end
  end
  if options.lexicon ~= nil and not lexicon.is(options.lexicon) then
    check.fail(name, 2, 3, "option 'lexicon': jilu.Lexicon expected, got %s",
      type(options.lexicon))
  end
  local date = options.date
  if date ~= nil and (type(date) ~= "string" or not core.is_date(date)) then
    check.fail(name, 2, 3, "option 'date': ISO 8601 date expected, got %s", tostring(date))
  end
  return date
end

--- All facts of a text, in its order, with the fields of their records,
--- `first`, `last` for start and end, and `rule` for what made them. Those of a
--- document are resolved against its date, and its spam states none.
---@param text string|jilu.Document
---@param options? { date: string?, lexicon: jilu.Lexicon? }  ISO 8601: what 今年 is relative
---  to; whose words bound nouns and names
---@return table[]
function Extractor:facts(text, options)
  if type(text) == "table" and text.view then
    if options ~= nil then
      check.fail("facts", 2, 2, "a document has a date of its own")
    end
    local facts = require("jilu.facts.statements")(text, self)
    local list = facts:layer()
    facts:close()
    return list
  end
  check_text("facts", text)
  return (self.core or default()):facts(core.view(text, "auto"), date_of("facts", options), nil,
    options and options.lexicon)
end

--- The numeral that begins at byte `init` (default 1): an exact decimal
--- ("4700", "-3.5") or fraction ("1/3"), and its last byte; nil where none
--- begins there.
---@param text string
---@param init? integer  negative: from the end
---@return string? value, integer? last
function Extractor:number(text, init)
  check_text("number", text)
  if init ~= nil and (type(init) ~= "number" or init % 1 ~= 0) then
    check.fail("number", 2, 2, "integer expected, got %s", tostring(init))
  end
  init = init or 1
  if init < 0 then init = math.max(#text + init + 1, 1) elseif init == 0 then init = 1 end
  return (self.core or default()):number(core.view(text, "keep"), init)
end

---@class jilu.Time
---@field value string?  ISO 8601 or EDTF
---@field from string?  the beginning of the period, as exact as the value
---@field until string?  its end, which is not part of it
---@field kind "date"|"duration"|"recurrence"|"vague"
---@field mod string?
---@field first integer
---@field last integer

--- The first time in a text; nil where there is none.
---@param text string
---@param options? { date: string? }
---@return jilu.Time?
function Extractor:time(text, options)
  check_text("time", text)
  local list = (self.core or default()):facts(core.view(text, "auto"), date_of("time", options))
  for _, fact in ipairs(list) do
    if fact.type == "time" then return fact end
  end
end

function Extractor:__tostring()
  return tostring(self.core or default())
end

-- Words of the user's as the language writes them.
local function in_forms(senses, forms)
  local list = {}
  for _, sense in ipairs(senses) do
    for _, form in ipairs(sense.user and forms(sense.word, true) or { sense.word }) do
      local one = {}
      for key, value in pairs(sense) do one[key] = value end
      one.word = form
      list[#list + 1] = one
    end
  end
  return list
end

--- Raises unless there is such a language.
---@param language any
---@param where string  what of the call it is
---@param level integer  as for `error`
local function is_language(name)
  return IS_LANGUAGE[name] == true
end

local function languages()
  return LANGUAGES
end

local function known_languages()
  return table.concat(languages(), ", ")
end

local function check_language(language, name, position, level)
  if is_language(language) then return end
  check.fail(name, position, level + 1, "option 'language': no language '%s'; known: %s",
    tostring(language), known_languages())
end

--- An extractor for a language of the caller's, whose words no file keeps.
---@param language jilu.Language
---@return jilu.Extractor
local function for_table(language)
  return setmetatable({ core = compile(language, senses_of(language)), language = language.name },
    Extractor)
end

local by_language = {}

--- The extractor for a language, without words of a user's.
---@param language "zh"|"en"
---@return jilu.Extractor
local function for_language(language)
  by_language[language] = by_language[language]
    or setmetatable({ core = of(language), language = language }, Extractor)
  return by_language[language]
end

--- An extractor with words of the user's own, compiled into the same
--- vocabulary as those of the language.
---@param knowledge jilu.UserKnowledge
---@return jilu.Extractor
local function new(knowledge)
  if type(knowledge) ~= "table" then
    check.fail("extractor", 1, 2, "table expected, got %s", type(knowledge))
  end
  local language = knowledge.language or "zh"
  check_language(language, "extractor", 1, 2)
  local senses, message = require("jilu.facts.user_words").apply(senses_of(language), knowledge)
  if not senses then check.fail("extractor", 1, 2, "%s", message) end
  if language_of(language).forms then senses = in_forms(senses, forms_of(language)) end
  return setmetatable({ core = compile(language, senses), language = language }, Extractor)
end

return {
  default = default, senses_of = senses_of, weighed = weighed, new = new,
  image = image, modules_of = modules_of, languages = languages, Extractor = Extractor,
  of = of, for_language = for_language, for_table = for_table, check_language = check_language,
  is_language = is_language, known_languages = known_languages,
  standard = setmetatable({ language = "zh" }, Extractor),
}
