-- Reads a line for the ledger: its clauses, each with the words, quantities,
-- times and organisations that stand in it.

local acts = require "jilu.zh.acts"
local clauses = require "jilu.ledger.clauses"
local gazetteer = require "jilu.gazetteer"

local classes = {}
for name, words in pairs(acts) do
  if name ~= "plan_heading" then classes[name] = words end
end
local words_of_acts = gazetteer.new(classes)

-- What no noun phrase goes past.
for _, set in ipairs(words_of_acts.sets) do
  set.stop = set.verb or set.adverb or set.prep or set.passive or set.doer or set.de
    or set.copula or set.back or set.adverbial or set.result or nil
  if set.noun then set.stop = nil end
end

--- A word of zh.acts in a line.
---@class jilu.ledger.Word
---@field i integer
---@field j integer
---@field is table<string, boolean>

-- Words outside holes and organisations; a word within one is part of a name.
local function read_words(text, from, to, holes, organizations)
  local flat, sets = words_of_acts:scan(text, from, to), words_of_acts.sets
  local list, hole, org = {}, 1, 1
  for k = 1, #flat, 3 do
    local i, j = flat[k], flat[k + 1]
    while holes[hole] and holes[hole + 1] < i do hole = hole + 2 end
    while organizations[org] and organizations[org].j < i do org = org + 1 end
    local inside = holes[hole] and holes[hole] <= i
      or organizations[org] and organizations[org].i <= i
    if not inside then list[#list + 1] = { i = i, j = j, is = sets[flat[k + 2]] } end
  end
  return list
end

-- Hands the entries of a list that stand within each clause to it, as the
-- first and last index.
local function share(list, entries, first, last)
  local k = 1
  for _, clause in ipairs(list) do
    while entries[k] and entries[k].i < clause.i do k = k + 1 end
    clause[first] = k
    while entries[k] and entries[k].i <= clause.j do k = k + 1 end
    clause[last] = k - 1
  end
end

local function in_hole(holes, entry)
  for k = 1, #holes, 2 do
    if holes[k] > entry.i then return false end
    if holes[k + 1] >= entry.j then return true end
  end
  return false
end

local function outside(entries, holes)
  if #holes == 0 or #entries == 0 then return entries end
  local list = {}
  for _, entry in ipairs(entries) do
    if not in_hole(holes, entry) then list[#list + 1] = entry end
  end
  return list
end

-- Where 一是 and its like stand: a clause begins behind the marker, and what
-- was said before the run holds no more than as its introduction.
local function mark_items(list, items)
  local k = 1
  for _, item in ipairs(items) do
    while list[k] and list[k].j < item.i do k = k + 1 end
    local clause = list[k]
    if clause and clause.i <= item.i then
      clause.item = true
      clause.i = math.min(item.j + 1, clause.j)
    end
  end
end

--- Reads bytes from..to of a line.
---@param line jilu.Line
---@param from integer
---@param to integer
---@param facts table  lists of entries: quantity, time, organization, change, item
---@return table reading
local function read(line, from, to, facts)
  local text = line.text
  local list, holes = clauses.split(text, from, to)
  mark_items(list, facts.item)
  local reading = {
    line = line, text = text, clauses = list, holes = holes,
    words = read_words(text, from, to, holes, facts.organization),
    quantities = outside(facts.quantity, holes),
    times = facts.time,
    organizations = outside(facts.organization, holes),
    changes = facts.change,
  }
  share(list, reading.words, "w1", "w2")
  share(list, reading.quantities, "q1", "q2")
  share(list, reading.times, "t1", "t2")
  share(list, reading.organizations, "o1", "o2")
  share(list, reading.changes, "c1", "c2")
  return reading
end

return { read = read }
