-- Facts and marks in the order of the folded text. All positions of the ledger
-- are bytes of it, of the whole document.

local governed = require("jilu.zh.subjects").governed
local layers = require "jilu.document.layers"

local sub = string.sub
local floor = math.floor

local function by_place(a, b)
  if a.folded_first ~= b.folded_first then return a.folded_first < b.folded_first end
  return a.folded_last > b.folded_last
end

-- An annotation that does not say where it stands in the folded text.
local function placed(doc, annotation)
  local fact = {}
  for key, value in pairs(annotation) do fact[key] = value end
  fact.folded_first, fact.folded_last = doc.view:locate(fact.first, fact.last)
  return fact
end

-- Does a list hold facts that know their places, from left to right?
local function is_placed(list)
  local at = 0
  for k = 1, #list do
    local first = list[k].folded_first
    if not first or first < at then return false end
    at = first
  end
  return true
end

--- The facts of a layer from left to right, each with folded_first and
--- folded_last: the annotation itself, or a copy where it has none.
---@param doc jilu.Document
---@param kind string
---@return table[]
local function facts_of(doc, kind)
  local layer = layers.peek(doc, kind)
  if is_placed(layer) then return layer end
  local list = {}
  for k = 1, #layer do
    list[k] = layer[k].folded_first and layer[k] or placed(doc, layer[k])
  end
  table.sort(list, by_place)
  return list
end

local function is_governed(text, j)
  return governed[sub(text, j - 2, j)] or governed[sub(text, j - 5, j)] or false
end

--- Organisations, and with them the places that have a government: 临澄县 may
--- do what an office does.
---@param doc jilu.Document
---@return table[]
local function bodies_of(doc)
  local list, organizations, places = {}, facts_of(doc, "organization"), facts_of(doc, "place")
  local text, k = doc.folded, 1
  for n = 1, #places do
    local place = places[n]
    if is_governed(text, place.folded_last) then
      while organizations[k] and organizations[k].folded_first <= place.folded_first do
        list[#list + 1] = organizations[k]
        k = k + 1
      end
      list[#list + 1] = place
    end
  end
  if #list == 0 then return organizations end
  for n = k, #organizations do list[#list + 1] = organizations[n] end
  return list
end

--- The markers of the items of enumerations by line number, as flat lists of
--- first and last bytes.
---@param doc jilu.Document
---@return table<integer, integer[]>
local function markers_by_line(doc)
  local entries, found = {}, {}
  for _, enumeration in ipairs(doc:layer "enumeration") do
    for _, item in ipairs(enumeration.items) do
      local i, j = doc.view:locate(item.first, item.first + #item.marker - 1)
      entries[#entries + 1] = { folded_first = i, folded_last = j, line = doc:line_of(item.first) }
    end
  end
  table.sort(entries, by_place)
  for _, entry in ipairs(entries) do
    local list = found[entry.line.number] or {}
    found[entry.line.number] = list
    list[#list + 1] = entry.folded_first
    list[#list + 1] = entry.folded_last
  end
  return found
end

--- The sections by the number of the line that they begin in.
---@param doc jilu.Document
---@return table<integer, table[]>
local function sections_by_line(doc)
  local found = {}
  for _, section in ipairs(doc:layer "section") do
    local number = section.line or doc:line_of(section.first).number
    local list = found[number] or {}
    found[number] = list
    list[#list + 1] = section
  end
  return found
end

--- Hands facts that begin within a piece of text (a paragraph, a sentence, a
--- clause) to it, as the first and last index; a piece without any has neither.
--- `facts` and `pieces` are from left to right.
---@param pieces table[]  each with i and j
---@param facts table[]
---@param from integer?  of the facts; nil for none
---@param to integer?
---@param first string  field of the piece for the first index
---@param last string
local function share(pieces, facts, from, to, first, last)
  if not from then return end
  local n, j, piece = 0, 0, nil
  for k = from, to do
    local at = facts[k].folded_first
    while at > j do
      n = n + 1
      piece = pieces[n]
      if not piece then return end
      j = piece.j
    end
    if piece[first] then piece[last] = k
    elseif piece.i <= at then piece[first], piece[last] = k, k end
  end
end

--- The index of the first of the facts first..last that begins at p or behind
--- it; last + 1 where none does.
---@param facts table[]
---@param first integer
---@param last integer
---@param p integer
---@return integer
local function from(facts, first, last, p)
  if last < first or facts[first].folded_first >= p then return first end
  local low, high = first + 1, last + 1
  while low < high do
    local middle = floor((low + high) / 2)
    if facts[middle].folded_first < p then low = middle + 1 else high = middle end
  end
  return low
end

--- The index of the first of the numbers, from small to large, that is p or more.
---@param numbers integer[]
---@param p integer
---@return integer
local function at(numbers, p)
  local low, high = 1, #numbers + 1
  while low < high do
    local middle = floor((low + high) / 2)
    if numbers[middle] < p then low = middle + 1 else high = middle end
  end
  return low
end

return {
  at = at, from = from, facts_of = facts_of, bodies_of = bodies_of,
  markers_by_line = markers_by_line,
  sections_by_line = sections_by_line, share = share,
}
