-- Reads a paragraph for the ledger: its sentences, and the quantities, times
-- and organisations that stand in each. The clauses of a sentence are made, and
-- its words are looked for, when something is asked about it.

local acts = require "jilu.zh.acts"
local core = require "jilu.core"
local gazetteer = require "jilu.gazetteer"
local index = require "jilu.ledger.index"
local punctuation = require "jilu.zh.punctuation"

local share = index.share

-- Lists of zh.acts that are not looked for in prose.
local OTHER = { plan_heading = true, report_heading = true, initial = true }

local classes = {}
for name, words in pairs(acts) do
  if not OTHER[name] then classes[name] = words end
end
-- What may be the head of a doer.
classes.head = table.concat({ acts.body, acts.person, acts.office, acts.self }, " ")

local words_of_acts = gazetteer.new(classes, {
  -- behind a verb 的 makes an attribute of it (编写的), the others a noun (点击率)
  tails = "的率额量者",
  -- what is asked of a clause before it is looked through
  summary = { "verb", "head", "office", "passive", "event", "conduct", "happening", "plan",
    "standing" },
})

-- `stop`: what no noun phrase goes past; `act`: what states a deed.
for _, set in pairs(words_of_acts.sets) do
  set.stop = not set.noun and (set.verb or set.adverb or set.prep or set.passive or set.doer
    or set.de or set.alone or set.copula or set.back or set.adverbial or set.result)
  set.act = set.verb and not set.noun and not set.tailed
end

-- The classes that a clause holds, by the gazetteer's number for them: of nine
-- classes there are no more than 512.
local held = setmetatable({}, { __index = function(sets, mask)
  sets[mask] = words_of_acts:classes_of(mask)
  return sets[mask]
end })

local cutter = core.clauses(punctuation)

local find = string.find

-- Words in holes and in names of organisations say nothing: both as one list.
local function mask_of(holes, organizations, o1, o2)
  if not o1 then return holes end
  local list, n, k = {}, 0, 1
  for o = o1, o2 do
    local first = organizations[o].folded_first
    while holes[k] and holes[k] < first do
      list[n + 1], list[n + 2] = holes[k], holes[k + 1]
      n, k = n + 2, k + 2
    end
    list[n + 1], list[n + 2] = first, organizations[o].folded_last
    n = n + 2
  end
  for h = k, #holes do
    n = n + 1
    list[n] = holes[h]
  end
  return list
end

-- The kinds of marks that core.clauses tells: up to this one they end a segment.
local SEGMENT = 2

--- Makes the clauses of a sentence and looks for its words, once. `words` of its
--- clauses is one flat list of first byte, last byte and classes; in it w1 and
--- w2 of a clause are the places of its own first and last word. `holds` of a
--- clause are the classes that any of its words has.
---@param reading table
---@param sentence table
local function look(reading, sentence)
  local cuts, from, to = reading.cuts, sentence.from, sentence.to
  local words, places, masks = words_of_acts:pieces(reading.text, sentence.i, sentence.j,
    reading.mask, sentence.mask, cuts, from + 1, to, 4)
  local list, word, n = places, 1, 0            -- the places become the clauses
  -- A table for these fields holds sixteen: the others are left for what `scope`
  -- and `predicates` find (doer, verb, date, …), so that it hardly ever grows.
  for k = from, to, 4 do
    n = n + 1
    local place = places[n]
    list[n] = {
      i = cuts[k], j = cuts[k + 1], stop = cuts[k + 2] <= SEGMENT and ";" or ",",
      words = words, w1 = word, w2 = place, sentence = sentence, holds = held[masks[n]],
      quantities = 0,
    }
    if cuts[k + 3] == 1 then list[n].colon = true end
    word = place + 3
  end
  share(list, reading.quantities, sentence.q1, sentence.q2, "q1", "q2")
  share(list, reading.times, sentence.t1, sentence.t2, "t1", "t2")
  share(list, reading.organizations, sentence.o1, sentence.o2, "o1", "o2")
  sentence.clauses = list
end

-- The facts from..to that lie in no hole, as a list and its first and last
-- index, nil where there is none; both lists from left to right.
local function outside(facts, from, to, holes)
  if #holes == 0 or not from then return facts, from, to end
  local list, n, hole, first = {}, 0, 1, holes[1]
  for k = from, to do
    local fact = facts[k]
    local i = fact.folded_first
    while first and first <= i and holes[hole + 1] < fact.folded_last do
      hole = hole + 2
      first = holes[hole]
    end
    if not first or first > i then
      n = n + 1
      list[n] = fact
    end
  end
  return list, n > 0 and 1 or nil, n
end

-- A table for these fields holds sixteen: what is found later (the first and
-- last fact of each kind, topic) has its place, so that it hardly ever grows.
local function sentences_of(flat, mask)
  local list, n, from, masked = {}, 0, 1, 1
  for k = 1, #flat, 4 do
    local i, part, to = flat[k], flat[k + 2], flat[k + 3]
    while mask[masked] and mask[masked + 1] < i do masked = masked + 2 end
    n = n + 1
    list[n] = {
      i = i, j = flat[k + 1], index = n, from = from, to = to, mask = masked, item = part > 0,
      clauses = false, without = 0,
    }
    from = to + 1
  end
  return list
end

--- Reads the prose of a paragraph. A sentence also begins behind the marker of an
--- item. Those that hold quantities say which: q1 to q2; times: t1 to t2;
--- organisations: o1 to o2.
---@param text string  the folded document
---@param paragraph table  first byte, last byte, facts
---@param facts table  of the document: quantity, time, organization, change
---@return table reading
local function read(text, paragraph, facts)
  local from, to = paragraph.body, paragraph.j
  local cuts, flat, holes = cutter:cut(text, from, to, paragraph.markers)
  local quantities, q1, q2 = outside(facts.quantity, paragraph.q1, paragraph.q2, holes)
  local organizations, o1, o2 = outside(facts.organization, paragraph.o1, paragraph.o2, holes)
  local mask = mask_of(holes, organizations, o1, o2)
  local list = sentences_of(flat, mask)
  share(list, quantities, q1, q2, "q1", "q2")
  share(list, facts.time, paragraph.t1, paragraph.t2, "t1", "t2")
  share(list, organizations, o1, o2, "o1", "o2")
  return {
    text = text, sentences = list, cuts = cuts, holes = holes, mask = mask, quantities = quantities,
    times = facts.time, organizations = organizations,
    changes = facts.change, c1 = paragraph.c1, c2 = paragraph.c2,
    spaced = find(paragraph.line.text, " ", 1, true) ~= nil,
  }
end

return { read = read, look = look }
