-- What a user adds to the knowledge of a language: tables of words by what they
-- are, checked, and turned into the senses that csrc/vocabulary/classes.h describes.

local core = require "jilu.core"
local columns = require "jilu.text.columns"

--- A word, or a list of them; in a string words stand between spaces.
---@alias jilu.UserWords string|string[]

--- A unit: its name, with the fields that its quantities are to have; several
--- names may share them.
---@class jilu.UserUnit
---@field [integer] string
---@field unit? string      as records name it; the default is what is written
---@field ucum? string      its code in the Unified Code for Units of Measure
---@field currency? string  its code in ISO 4217

--- A day of the calendar, or of the lunar calendar; several names may share it.
---@class jilu.UserHoliday
---@field [integer] string
---@field month integer
---@field day integer
---@field lunar? boolean
---@field rest? integer     how many days 期间 and 假期 behind it are

--- A name, and the short forms that stand for it.
---@class jilu.UserName
---@field [1] string
---@field short? jilu.UserWords

---@class jilu.UserSuffixes
---@field organizations? jilu.UserWords  合作联社: behind a place or a name of its own
---@field places? jilu.UserWords         埠头: a facility
---@field persons? jilu.UserWords        掌柜: behind a name or a surname

---@alias jilu.UserNameList string|(string|jilu.UserName)[]

---@class jilu.UserNames
---@field organizations? jilu.UserNameList
---@field persons? jilu.UserNameList
---@field places? jilu.UserNameList

---@class jilu.UserKnowledge
---@field language? "zh"|"en"  whose words they are added to; the default is "zh"
---@field units? string|(string|jilu.UserUnit)[]
---@field nouns? jilu.UserWords         what is counted
---@field suffixes? jilu.UserWords|jilu.UserSuffixes  a list is of organisations
---@field holidays? jilu.UserHoliday[]
---@field names? jilu.UserNames
---@field without? jilu.UserKnowledge   words of the language to leave out, in the same shape

-- What is wrong is raised as { message }, for `read` to say.
local function fail(message, ...)
  error({ message:format(...) }, 0)
end

local function sorted_keys(set)
  local list = {}
  for key in pairs(set) do list[#list + 1] = key end
  table.sort(list)
  return table.concat(list, ", ")
end

-- Keys of a table that are no index must be known.
local function check_keys(value, known, where)
  for key in pairs(value) do
    if type(key) ~= "number" and not known[key] then
      fail("%sunknown key '%s'; known: %s", where, tostring(key), sorted_keys(known))
    end
  end
end

local function check_type(value, want, where)
  if type(value) ~= want then fail("%s: %s expected, got %s", where, want, type(value)) end
end

local function check_integer(value, low, high, where)
  if type(value) ~= "number" or value % 1 ~= 0 or value < low or value > high then
    fail("%s: integer from %d to %d expected, got %s", where, low, high, tostring(value))
  end
end

-- Characters of a word: those that a key of the vocabulary may have.
local WORD_LIMIT = 255

-- Columns of a word that a message shows.
local SHOWN = 40

-- A word as it may stand in a text, without space around it.
local function word_of(value, where)
  check_type(value, "string", where)
  if value:find "^%s" or value:find "%s$" or value:find "%c" or value == "" then
    fail("%s: a word without space around it expected, got '%s'", where, value)
  end
  local ok, at = core.validate(value)
  if not ok then fail("%s: ill-formed UTF-8 at byte %d", where, at) end
  local characters = core.count(value, "codepoint")
  if characters > WORD_LIMIT then
    fail("%s: a word of %d characters; it may have %d", where, characters, WORD_LIMIT)
  end
  return value
end

-- The entries of a list; a string has words between spaces.
local function entries_of(value, where)
  if type(value) == "string" then
    local list = {}
    for word in value:gmatch "%S+" do list[#list + 1] = word end
    return list
  end
  if type(value) ~= "table" then fail("%s: list or string expected, got %s", where, type(value)) end
  for key in pairs(value) do
    if type(key) ~= "number" or value[1] == nil then
      fail("%s: a list expected, but it has the key '%s'", where, tostring(key))
    end
  end
  return value
end

-- Plain words.
local function words_of(value, where)
  local list = {}
  for k, entry in ipairs(entries_of(value, where)) do
    list[k] = word_of(entry, ("%s[%d]"):format(where, k))
  end
  return list
end

-- The words of an entry that has fields beside them.
local function named(entry, known, where)
  if type(entry) == "string" then entry = { entry } end
  check_type(entry, "table", where)
  if entry[1] == nil then fail("%s: no name at [1]", where) end
  where = ("%s '%s': "):format(where, columns.truncate(tostring(entry[1]), SHOWN, "…"))
  check_keys(entry, known, where)
  local words = {}
  for k, word in ipairs(entry) do words[k] = word_of(word, ("%sname [%d]"):format(where, k)) end
  return words, entry, where
end

-- Whether something that counts may seem to begin in a word: 七匹狼.
local function holds_number(word)
  local folded = core.fold(word)
  for _, numeral in ipairs {
    "%d", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两", "双", "半",
  } do
    if folded:find(numeral) then return true end
  end
  return false
end

-- Readers of each kind ----------------------------------------------------------------
-- Each calls add(class, word, fields); `where` names the list.

local read = {}

local UNIT_KEYS = { unit = "string", ucum = "string", currency = "string" }

function read.units(value, add, where)
  for k, item in ipairs(entries_of(value, where)) do
    local words, entry, at = named(item, UNIT_KEYS, ("%s[%d]"):format(where, k))
    for key in pairs(UNIT_KEYS) do
      if entry[key] ~= nil then word_of(entry[key], at .. key) end
    end
    if entry.currency and not entry.currency:find "^%u%u%u$" then
      fail("%scurrency: three capitals of ISO 4217 expected, got '%s'", at, entry.currency)
    elseif entry.currency and entry.ucum then
      fail("%scurrency or ucum, not both", at)
    end
    for _, word in ipairs(words) do
      add("unit", word, { text = core.fold(entry.unit or word),
        code = entry.currency and "currency:" .. entry.currency or entry.ucum })
    end
  end
end

function read.nouns(value, add, where)
  for _, word in ipairs(words_of(value, where)) do add("noun", word) end
end

-- What a suffix of each kind is to the grammars: behind a place or a name of
-- its own an organisation; a facility; what a name or a surname stands before.
local NAMED, ADDRESS = 3, 1
local SUFFIXES = {
  organizations = { "body_suffix", { value = NAMED, code = "dw" } },
  places = { "facility" },
  persons = { "title", { value = ADDRESS } },
}

function read.suffixes(value, add, where)
  if type(value) ~= "table" or value[1] ~= nil then value = { organizations = value } end
  check_keys(value, SUFFIXES, where .. ": ")
  for kind, list in pairs(value) do
    local class = SUFFIXES[kind]
    for _, word in ipairs(words_of(list, where .. "." .. kind)) do
      add(class[1], word, class[2])
    end
  end
end

local HOLIDAY_KEYS = { month = true, day = true, lunar = true, rest = true }
local DAYS = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

function read.holidays(value, add, where)
  for k, item in ipairs(entries_of(value, where)) do
    local words, entry, at = named(item, HOLIDAY_KEYS, ("%s[%d]"):format(where, k))
    check_integer(entry.month, 1, 12, at .. "month")
    check_integer(entry.day, 1, entry.lunar and 30 or DAYS[entry.month], at .. "day")
    if entry.lunar ~= nil then check_type(entry.lunar, "boolean", at .. "lunar") end
    if entry.rest ~= nil then check_integer(entry.rest, 1, 31, at .. "rest") end
    for _, word in ipairs(words) do
      add("time_holiday", word, { value = entry.month * 100 + entry.day,
        code = entry.lunar and "L" or "F", text = entry.rest and tostring(entry.rest) })
    end
  end
end

-- The last of the places (see csrc/facts/name/name.h): it stands alone.
local OTHER = 3
local NAMES = {
  organizations = { "body" }, persons = { "person" }, places = { "place", OTHER },
}
local NAME_KEYS = { short = true }

local function read_name(class, item, add, where)
  local words, entry, at = named(item, NAME_KEYS, where)
  if words[2] then fail("%sone name expected; short forms of it stand in 'short'", at) end
  local function add_name(word, full)
    add(class[1], word, { value = class[2], text = full })
    -- 明天会 begins with no time, and 七匹狼 counts nothing
    add("time_not", word)
    if holds_number(word) then add("opaque", word) end
  end
  add_name(words[1])
  for _, short in ipairs(entry.short and words_of(entry.short, at .. "short") or {}) do
    add_name(short, words[1])
  end
end

function read.names(value, add, where)
  check_type(value, "table", where)
  if value[1] ~= nil then fail("%s: by kind expected, as in { persons = { … } }", where) end
  check_keys(value, NAMES, where .. ": ")
  for kind, list in pairs(value) do
    where = "names." .. kind
    for k, item in ipairs(entries_of(list, where)) do
      read_name(NAMES[kind], item, add, ("%s[%d]"):format(where, k))
    end
  end
end

-- Adding and leaving out ----------------------------------------------------------------

local function read_all(knowledge, add, known, where)
  check_keys(knowledge, known, where)
  if knowledge[1] ~= nil then
    fail("%sby kind expected, as in { units = { … } }", where)
  end
  for kind, value in pairs(knowledge) do
    if read[kind] then read[kind](value, add, kind) end
  end
end

-- The words to leave out, by class; their own shapes need no fields.
local PLAIN = {
  units = { "unit" }, nouns = { "noun" }, holidays = { "time_holiday" },
  suffixes = {
    organizations = { "body_suffix" }, places = { "facility" }, persons = { "title" },
  },
  names = { organizations = { "body" }, places = { "place" } },
}

local function leave_out(senses, class, words, where)
  local gone, found = {}, {}
  for _, word in ipairs(words) do gone[core.fold(word)] = true end
  local kept = {}
  for _, sense in ipairs(senses) do
    if sense.class == class and gone[sense.word] then
      found[sense.word] = true
    else
      kept[#kept + 1] = sense
    end
  end
  for _, word in ipairs(words) do
    if not found[core.fold(word)] then fail("%s: '%s' is none of the language's", where, word) end
  end
  return kept
end

local function without(senses, value)
  check_type(value, "table", "without")
  check_keys(value, PLAIN, "without: ")
  for kind, lists in pairs(value) do
    local classes = PLAIN[kind]
    if classes[1] then
      classes, lists = { [""] = classes }, { [""] = lists }
    elseif type(lists) ~= "table" or lists[1] ~= nil then
      lists = { organizations = lists }
    end
    check_keys(lists, classes, ("without.%s: "):format(kind))
    for name, list in pairs(lists) do
      local where = "without." .. kind .. (name ~= "" and "." .. name or "")
      senses = leave_out(senses, classes[name][1], words_of(list, where), where)
    end
  end
  return senses
end

local user_words = {}

-- What the grammars of a language read.
local KINDS = {
  zh = {
    language = true, units = true, nouns = true, suffixes = true, holidays = true, names = true,
    without = true,
  },
  en = { language = true, units = true, nouns = true, without = true },
}

--- The senses of a language with the user's knowledge. Returns nil and what is
--- wrong with it.
---@param senses table[]  see jilu.extractor; not changed
---@param knowledge jilu.UserKnowledge
---@return table[]?, string?
function user_words.apply(senses, knowledge)
  local added = {}
  local ok, raised = pcall(read_all, knowledge, function(class, word, fields)
    local sense = { word = core.fold(word), class = class, user = true }
    for key, value in pairs(fields or {}) do sense[key] = value end
    added[#added + 1] = sense
  end, KINDS[knowledge.language or "zh"], "")
  local all = {}
  if ok then
    ok, raised = pcall(without, senses, knowledge.without or {})
    all = raised
  end
  if not ok then
    if type(raised) ~= "table" then error(raised, 0) end
    return nil, raised[1]
  end
  local list = {}
  for _, sense in ipairs(all) do list[#list + 1] = sense end
  for _, sense in ipairs(added) do list[#list + 1] = sense end
  return list
end

return user_words
