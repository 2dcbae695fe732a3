-- Reads a line for the ledger: its clauses and sentences, and the quantities,
-- times, organisations and words that stand in each. Words are looked for only
-- in the sentences that something is asked about.

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
  set.stop = not set.noun and (set.verb or set.adverb or set.prep or set.passive or set.doer
    or set.de or set.copula or set.back or set.adverbial or set.result) or nil
end

local NO_CLASS = {}

-- Replaces the number of each word's classes by the classes themselves: none
-- for words in holes and in names of organisations, which say nothing.
local function classify(flat, holes, organizations)
  local sets = words_of_acts.sets
  local hole, org = 1, 1
  for k = 1, #flat, 3 do
    local i, j = flat[k], flat[k + 1]
    while holes[hole] and holes[hole + 1] < i do hole = hole + 2 end
    while organizations[org] and organizations[org].j < i do org = org + 1 end
    local inside = holes[hole] and holes[hole] <= j
      or organizations[org] and organizations[org].i <= i
    flat[k + 2] = inside and NO_CLASS or sets[flat[k + 2]]
  end
  return flat
end

--- Looks for the words of a sentence, once: each of its clauses gets `words`,
--- a flat list of first byte, last byte and classes, and in it the places w1
--- and w2 of its own first and last word.
---@param reading table
---@param sentence table
local function look(reading, sentence)
  if sentence.words then return end
  local list = reading.clauses
  local from, to = list[sentence.first].i, list[sentence.last].j
  local words = classify(words_of_acts:scan(reading.text, from, to), reading.holes,
    reading.organizations)
  sentence.words = words
  local k, count = 1, #words
  for n = sentence.first, sentence.last do
    local clause = list[n]
    while k < count and words[k] < clause.i do k = k + 3 end
    clause.words, clause.w1 = words, k
    while k < count and words[k] <= clause.j do k = k + 3 end
    clause.w2 = k - 3
  end
end

-- Hands the entries of a list that begin within a clause to it, as the first
-- and last index; a clause without any keeps 1 and 0.
local function share(list, entries, first, last)
  local n, clause = 1, list[1]
  for k = 1, #entries do
    local i = entries[k].i
    while clause and clause.j < i do
      n = n + 1
      clause = list[n]
    end
    if not clause then return end
    if clause.i <= i then
      if clause[last] == 0 then clause[first] = k end
      clause[last] = k
    end
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

-- Where 一是 and its like stand a clause begins behind the marker.
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

-- Sentences, each with its first and last clause; `live` ones hold a quantity
-- or a time.
local function read_sentences(list)
  local sentences, first, live = {}, 1, false
  for k = 1, #list do
    local clause, after = list[k], list[k + 1]
    if clause.q2 >= clause.q1 or clause.t2 >= clause.t1 then live = true end
    if clause.stop == "。" or not after or after.item then
      local sentence = { first = first, last = k, live = live, item = list[first].item }
      sentences[#sentences + 1] = sentence
      first, live = k + 1, false
    end
    clause.sentence = #sentences + (first == k + 1 and 0 or 1)
  end
  return sentences
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
  if facts.item[1] then mark_items(list, facts.item) end
  local reading = {
    line = line, text = text, clauses = list, holes = holes,
    quantities = outside(facts.quantity, holes),
    times = facts.time,
    organizations = outside(facts.organization, holes),
    changes = facts.change,
  }
  share(list, reading.quantities, "q1", "q2")
  share(list, reading.times, "t1", "t2")
  share(list, reading.organizations, "o1", "o2")
  share(list, reading.changes, "c1", "c2")
  reading.sentences = read_sentences(list)
  return reading
end

return { read = read, look = look }
