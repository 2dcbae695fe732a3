-- How names are written: which characters stand where in names of persons and
-- places, counted in the words of a list that are tagged as such.

local surnames = require "jilu.zh.surnames"

local names = {}

local HAN = "[\228-\233][\128-\191][\128-\191]"

local is_surname = {}
for surname in surnames:gmatch(HAN) do is_surname[surname] = true end

-- What a name of a small place ends with.
local SUFFIX = {}
for suffix in ("县市区镇乡村屯寨庄"):gmatch(HAN) do SUFFIX[suffix] = true end

-- Words of grammar stand in no given name, whatever a list tags so.
local GRAMMAR = {}
for word in ("的了是在和及或也就都被把着过吗呢吧"):gmatch(HAN) do GRAMMAR[word] = true end

local Counter = {}
Counter.__index = Counter

--- A counter of characters by their place in names.
function names.counter()
  return setmetatable({ parts = {} }, Counter)
end

function Counter:bump(part, character)
  local counts = self.parts[part] or {}
  self.parts[part] = counts
  counts[character] = (counts[character] or 0) + 1
end

local function characters(word)
  local list = {}
  for character in word:gmatch(HAN) do list[#list + 1] = character end
  return list, #list * 3 == #word
end

function Counter:person(list)
  if not is_surname[list[1]] or GRAMMAR[list[2]] or GRAMMAR[list[3]] then return end
  self:bump("surname", list[1])
  if #list == 2 then
    self:bump("only", list[2])
  else
    self:bump("given", list[2])
    self:bump("last", list[3])
  end
end

function Counter:place(list)
  if #list ~= 3 or not SUFFIX[list[3]] then return end
  self:bump("place", list[1])
  self:bump("place_last", list[2])
  self:bump("suffix", list[3])
end

--- Takes a word with its tag into account.
---@param word string
---@param tag string
function Counter:add(word, tag)
  if tag ~= "nr" and tag ~= "ns" then return end
  local list, plain = characters(word)
  if not plain or #list < 2 or #list > 3 then return end
  if tag == "nr" then self:person(list) else self:place(list) end
end

--- Gives each count to `take(part, character, count)`, always in one order.
---@param take fun(part: string, character: string, count: integer)
function Counter:each(take)
  for _, part in ipairs { "surname", "only", "given", "last", "place", "place_last", "suffix" } do
    local order = {}
    for character in pairs(self.parts[part] or {}) do order[#order + 1] = character end
    table.sort(order)
    for _, character in ipairs(order) do take(part, character, self.parts[part][character]) end
  end
end

return names
