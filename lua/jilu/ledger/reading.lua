-- Reads a line for the ledger: its sentences, and the quantities, times and
-- organisations that stand in each. A sentence is cut into clauses, and its
-- words are looked for, when something is asked about it.

local acts = require "jilu.zh.acts"
local clauses = require "jilu.ledger.clauses"
local gazetteer = require "jilu.gazetteer"

-- Lists of zh.acts that are not looked for in prose.
local OTHER = { plan_heading = true, report_heading = true, initial = true }

local classes = {}
for name, words in pairs(acts) do
  if not OTHER[name] then classes[name] = words end
end
local words_of_acts = gazetteer.new(classes)

-- What no noun phrase goes past.
for _, set in ipairs(words_of_acts.sets) do
  set.stop = not set.noun and (set.verb or set.adverb or set.prep or set.passive or set.doer
    or set.de or set.alone or set.copula or set.back or set.adverbial or set.result) or nil
end

local find = string.find

-- Hands the entries from..to that begin within a piece (a sentence, a clause)
-- to it, as the first and last index; a piece without any keeps 1 and 0.
local function share(pieces, entries, from, to, first, last)
  if to < from then return end
  local n, piece = 1, pieces[1]
  for k = from, to do
    local i = entries[k].i
    while piece and piece.j < i do
      n = n + 1
      piece = pieces[n]
    end
    if not piece then return end
    if piece.i <= i then
      if piece[last] == 0 then piece[first] = k end
      piece[last] = k
    end
  end
end

-- The place in holes of the first that does not end before i.
local function hole_from(holes, hole, i)
  while holes[hole] and holes[hole + 1] < i do hole = hole + 2 end
  return hole
end

-- Words in holes and in names of organisations say nothing: both as one list.
local function mask_of(reading, sentence)
  local holes, orgs = reading.holes, reading.organizations
  if sentence.o2 < sentence.o1 then
    if sentence.hole == 1 then return holes end
    local list, k = {}, sentence.hole
    while holes[k] and holes[k] <= sentence.j do
      list[#list + 1] = holes[k]
      list[#list + 1] = holes[k + 1]
      k = k + 2
    end
    return list
  end
  local list, k = {}, sentence.hole
  for o = sentence.o1, sentence.o2 do
    while holes[k] and holes[k] < orgs[o].i do
      list[#list + 1] = holes[k]
      list[#list + 1] = holes[k + 1]
      k = k + 2
    end
    list[#list + 1] = orgs[o].i
    list[#list + 1] = orgs[o].j
  end
  while holes[k] and holes[k] <= sentence.j do
    list[#list + 1] = holes[k]
    list[#list + 1] = holes[k + 1]
    k = k + 2
  end
  return list
end

--- Cuts a sentence into clauses and looks for its words, once. `words` of the
--- sentence is a flat list of first byte, last byte and classes; in it w1 and
--- w2 of a clause are the places of its own first and last word.
---@param reading table
---@param sentence table
local function look(reading, sentence)
  local text = reading.text
  if reading.passive then sentence.passive = true end
  local list, ends = clauses.cut(text, sentence.i, sentence.j, reading.holes, sentence.hole)
  share(list, reading.quantities, sentence.q1, sentence.q2, "q1", "q2")
  share(list, reading.times, sentence.t1, sentence.t2, "t1", "t2")
  local words, places =
    words_of_acts:pieces(text, sentence.i, sentence.j, mask_of(reading, sentence), ends)
  local k = 1
  for n = 1, #list do
    local clause = list[n]
    clause.sentence, clause.w1, clause.w2 = sentence, k, places[n]
    k = places[n] + 3
  end
  sentence.clauses, sentence.words = list, words
end

-- The entries that lie in no hole; both lists from left to right.
local function outside(entries, holes)
  if #holes == 0 or #entries == 0 then return entries end
  local list, hole = {}, 1
  for k = 1, #entries do
    local entry = entries[k]
    while holes[hole] and holes[hole + 1] < entry.j and holes[hole] <= entry.i do
      hole = hole + 2
    end
    local inside = holes[hole] and holes[hole] <= entry.i and holes[hole + 1] >= entry.j
    if not inside then list[#list + 1] = entry end
  end
  return list
end

-- A table for these fields holds sixteen: what is found later (clauses, words,
-- topic, without) has its place, so that it hardly ever grows.
local function add_sentence(list, i, j, item)
  if i > j then return end
  list[#list + 1] = {
    i = i, j = j, item = item or nil, index = #list + 1, hole = 1,
    q1 = 1, q2 = 0, t1 = 1, t2 = 0, o1 = 1, o2 = 0, c1 = 1, c2 = 0,
  }
end

-- Sentences; one also begins behind the marker of an item (一是).
local function read_sentences(text, from, to, items)
  local flat, holes = clauses.sentences(text, from, to)
  local list, n, hole = {}, 1, 1
  for k = 1, #flat, 2 do
    local i, j, item = flat[k], flat[k + 1], false
    while items[n] and items[n].j < i do n = n + 1 end
    while items[n] and items[n].i <= j do
      add_sentence(list, i, items[n].i - 1, item)
      i, item = items[n].j + 1, true
      n = n + 1
    end
    add_sentence(list, i, j, item)
  end
  for s = 1, #list do
    local sentence = list[s]
    hole = hole_from(holes, hole, sentence.i)
    sentence.hole = hole
  end
  return list, holes
end

--- Reads bytes from..to of a line. Sentences that hold a quantity or a time
--- have q2 >= q1 or t2 >= t1.
---@param line jilu.Line
---@param from integer
---@param to integer
---@param facts table  lists of entries: quantity, time, organization, change, item
---@return table reading
local function read(line, from, to, facts)
  local list, holes = read_sentences(line.text, from, to, facts.item)
  local reading = {
    line = line, text = line.text, sentences = list, holes = holes,
    quantities = outside(facts.quantity, holes),
    times = facts.time,
    organizations = outside(facts.organization, holes),
    changes = facts.change,
    passive = find(line.text, "被", from, true) ~= nil,
    spaced = find(line.text, " ", from, true) ~= nil,
  }
  share(list, reading.quantities, 1, #reading.quantities, "q1", "q2")
  share(list, reading.times, 1, #reading.times, "t1", "t2")
  share(list, reading.organizations, 1, #reading.organizations, "o1", "o2")
  share(list, reading.changes, 1, #reading.changes, "c1", "c2")
  return reading
end

return { read = read, look = look }
