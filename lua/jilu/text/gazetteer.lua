-- A gazetteer: words of several classes, found in one pass over a text.
--
--   local g = jilu.gazetteer { fruit = "苹果 梨", colour = { "红", "苹果绿" } }
--   for i, j, classes in g:each "红苹果" do … end     -- classes.fruit, classes.colour

local check = require "jilu.check"
local core = require "jilu.core"

---@class jilu.Gazetteer
local Gazetteer = {}
Gazetteer.__index = Gazetteer

local function list_of(class, words)
  if type(words) == "table" then return words end
  if type(words) ~= "string" then
    check.fail("gazetteer", 1, 3, "class '%s': string or list expected, got %s",
      tostring(class), type(words))
  end
  local list = {}
  for word in words:gmatch "%S+" do list[#list + 1] = word end
  return list
end

-- The classes of each word: { word = { class = true } }.
local function classes_by_word(classes)
  local by_word = {}
  for class, words in pairs(classes) do
    for _, word in ipairs(list_of(class, words)) do
      word = core.fold(word)
      by_word[word] = by_word[word] or {}
      by_word[word][class] = true
    end
  end
  return by_word
end

local function key_of(set)
  local names = {}
  for class in pairs(set) do names[#names + 1] = tostring(class) end
  table.sort(names)
  return table.concat(names, " ")
end

local OPTIONS = { tails = "string" }

-- The sets of words that a tail follows.
local function tailed(sets)
  for k = 1, #sets do
    local set = { tailed = true }
    for class in pairs(sets[k]) do set[class] = true end
    sets[-k] = set
  end
end

--- Compiles classes of words: strings with spaces between the words, or lists.
--- Words are folded as documents are. Those that one of the characters in
--- `tails` follows (编写的) have the class `tailed` as well.
---@param classes table<string, string|string[]>
---@param options? { tails: string? }
---@return jilu.Gazetteer
local function new(classes, options)
  check.type("gazetteer", 1, classes, "table")
  options = options or {}
  check.options("gazetteer", 2, options, OPTIONS)
  local values, sets, numbers = {}, {}, {}
  for word, set in pairs(classes_by_word(classes)) do
    local key = key_of(set)
    if not numbers[key] then
      sets[#sets + 1] = set
      numbers[key] = #sets
    end
    values[word] = numbers[key]
  end
  if options.tails then tailed(sets) end
  return setmetatable({ words = core.gazetteer(values, options.tails), sets = sets }, Gazetteer)
end

--- The words of a folded text, from left to right, the longest at each place,
--- none inside another, as a flat list: first byte, last byte, number of its
--- set of classes (see `sets`), and so on. Words that begin in a range of
--- `mask`, a flat list of first and last bytes, are left out.
---@param text string
---@param first? integer
---@param last? integer
---@param mask? integer[]
---@return integer[]
function Gazetteer:scan(text, first, last, mask)
  return self.words:scan(text, first, last, mask)
end

--- Iterates over the words: first, last, { class = true }.
---@param text string
---@return fun(): integer?, integer?, table<string, boolean>?
function Gazetteer:each(text)
  local found, k = self:scan(text), -2
  return function()
    k = k + 3
    if found[k] then return found[k], found[k + 1], self.sets[found[k + 2]] end
  end
end

return { new = new, Gazetteer = Gazetteer }
