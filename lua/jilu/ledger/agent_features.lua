-- What speaks for and against a candidate: sparse features by name, the same
-- for the ranker and for the fitting of its weights. None of them is a word of a
-- document.

local data = require "jilu.zh.subjects"
local index = require "jilu.ledger.index"
local word_at = require("jilu.ledger.predicates").word_at

local sub = string.sub

-- Kinds that may act.
local ACTING = { body = true, people = true, person = true, own = true, we = true, place = true,
  region = true, pronoun = true, nr = true, ns = true, nt = true }

-- Where a candidate stands, roughly.
local GROUP = {
  core = "in", row = "in", after = "in", sent = "sent", s1 = "near", s2 = "near", p1 = "far",
  p2 = "far", heading = "doc", title = "doc", byline = "doc", publisher = "doc", origin = "doc",
  common = "doc", own = "doc", null = "null",
}

-- "measure" where a row states a value, "act" where a deed, "bare" where no
-- verb is known.
local function predicate_of(read, row, candidates)
  local clause = row.clauses[row.core]
  if clause.change then return "measure" end
  for k = 1, #candidates do
    local mention = candidates[k].mention
    if candidates[k].source ~= "core" then break end
    local phrase = mention.phrase
    if phrase and mention.kind == "measure" and not phrase.verb then return "measure" end
  end
  local i, j = word_at(read, clause.verb)
  if not i then return "bare" end
  return data.values[sub(read.text, i, j)] and "measure" or "act"
end

-- Where the change of a measure begins that a clause tells of; the clause where it
-- is no fact (压缩到1天).
local function change_of(changes, clause)
  if not clause.change then return nil end
  local change = changes[index.from(changes, 1, #changes, clause.i)]
  return change and change.folded_first <= clause.j and change.folded_first or clause.i
end

---@class jilu.ledger.RowContext  what all candidates of a row share
---@field predicate "act"|"measure"|"bare"
---@field passive boolean
---@field change integer?  first byte of the change, with its measure, that the row tells of
---@field verb integer?  first byte of the verb
---@field agents jilu.ledger.Agents
---@field counts table<string, integer>  how often organisations are named
---@field stated boolean?  somebody who may act stands in the row
---@field sent boolean?  in its sentence before it
---@field near boolean?  in the sentences before
---@field own boolean?  the document speaks of itself
---@field marked boolean?  somebody in the row stands behind 由 or 被
---@field nearest jilu.ledger.Candidate?

---@param read jilu.ledger.Reading
---@param row table
---@param candidates jilu.ledger.Candidate[]
---@param agents jilu.ledger.Agents
---@return jilu.ledger.RowContext
local function context_of(read, row, candidates, agents)
  local context = {
    predicate = predicate_of(read, row, candidates), agents = agents,
    counts = agents.candidates.counts,
    passive = row.clauses[row.core].passive or false,
    change = change_of(agents.prose.facts.change, row.clauses[row.core]),
    verb = word_at(read, row.clauses[row.core].verb),
  }
  for k = 1, #candidates - 1 do
    local candidate = candidates[k]
    local mention, group = candidate.mention, GROUP[candidate.source]
    local phrase = mention.phrase
    if phrase and ACTING[mention.kind] then
      if group == "in" and not phrase.prefix and not phrase.owner then context.stated = true end
      if group == "sent" then context.sent = true end
      if group == "near" then context.near = true end
      context.nearest = context.nearest or candidate
    end
    if candidate.source == "own" then context.own = true end
    if group == "in" and (phrase and phrase.by or mention.parsed == "agent") then
      context.marked = true
    end
  end
  return context
end

local function of_nobody(f, context)
  f:one("null")
  f:put("null", context.predicate)
  if context.stated then f:one("null/stated") end
  if context.sent then f:one("null/sent") end
  if context.near then f:one("null/near") end
  if context.own then f:one("null/own") end
  if context.passive then f:one("null/passive") end
  if context.agents.previous == false then f:one("null/previous") end
  local won = context.agents.won[false]
  if won then f:put("null", "won", won >= 3 and "3" or "1") end
end

local LONG, SHORT = 60, 6

-- How the phrase is built, and what follows it.
local function of_phrase(f, mention, group, context)
  local phrase = mention.phrase
  local where = group == "in" and "in" or "out"
  f:put("next", phrase.next, where)
  if phrase.by then f:put("by", group, context.passive and "passive" or nil) end
  if phrase.counted then f:put("counted", group) end
  if phrase.tail then f:put("tail", group) end
  if phrase.relative then f:put("relative", group) end
  if phrase.verb then f:put("verb", group) end
  if phrase.attribute then f:put("attribute", group) end
  if phrase.joined then f:put("joined", group) end
  if phrase.owner then f:put("owner", group) end
  if phrase.verbal then f:put("verbal", phrase.next) end
  if phrase.deed then f:put("deed", where) end
  local fact = phrase.fact
  if fact and fact.folded_first == phrase.i and fact.folded_last < phrase.j then
    f:put("beyond", phrase.next)
  end
  if phrase.prefix then f:put("prefix", mention.kind, context.predicate) end
  local length = phrase.j - phrase.i + 1
  if length > LONG then f:one("long") elseif length < SHORT then f:one("short") end
  if where == "in" then
    if phrase.word and data.says[phrase.word] then f:one("says") end
    if context.passive and not phrase.by then f:one("passive") end
    if phrase.next == "v" and not mention.parsed then f:put("unparsed", mention.kind) end
    if context.verb == phrase.i then f:put("at_verb", phrase.next) end
    if context.change then f:put("change", phrase.i >= context.change and "inside" or "before") end
  end
end

-- What else the document says of it.
local function of_document(f, candidate, group, context)
  local mention, seen = candidate.mention, candidate.seen
  if candidate.key == context.agents.previous then
    f:one("previous")
    f:put("previous", group)
  end
  local won = context.agents.won[candidate.key]
  if won then
    f:put("won", won >= 3 and "3" or "1", group)
    if context.stated and group ~= "in" then f:put("won", "stated") end
    if mention.phrase and mention.phrase.counted then f:put("won", "counted") end
  end
  if seen then
    if seen.title then f:one("also/title") end
    if seen.own then f:one("also/own") end
    if seen.common then f:one("also/common") end
    if seen.byline or seen.publisher then f:one("also/byline") end
  end
  if candidate.times > 1 then f:one(candidate.times > 3 and "times/4" or "times/2") end
  local count = mention.count
  if group == "doc" and count then
    f:put("count", candidate.source, count >= 8 and "8" or count >= 3 and "3" or "1")
  end
  local fact, kind = mention.fact, mention.kind == "place" and "place" or nil
  count = context.counts[fact and fact.full or mention.text] or 0
  if count > 1 then f:put("named", count >= 6 and "6" or "2", kind) end
end

-- Whether others stand nearer.
local function of_others(f, candidate, group, context)
  if candidate == context.nearest then f:one("nearest") end
  if group ~= "in" then
    if context.stated then f:put("stated", group) end
    if group ~= "sent" then
      if context.sent then f:put("sent", group) end
      if group ~= "near" and context.near then f:put("near", group) end
    elseif candidate.distance > 1 then f:one("sent/2") end
  end
  local phrase = candidate.mention.phrase
  if context.marked and not (phrase and phrase.by) then f:put("marked", group) end
end

--- Puts the features of a candidate.
---@param f jilu.ledger.Ranker
---@param candidate jilu.ledger.Candidate
---@param context jilu.ledger.RowContext
local function of(f, candidate, context)
  local mention = candidate.mention
  if not mention then return of_nobody(f, context) end
  local group, kind = GROUP[candidate.source], mention.kind
  f:put("source", candidate.source)
  f:put("kind", kind, context.predicate)
  f:put(group, kind)
  f:put(group, context.predicate)
  if mention.phrase then of_phrase(f, mention, group, context) end
  if mention.parsed then f:put("parsed", mention.parsed, group == "in" and "in" or "out") end
  if mention.clause and mention.clause.kind == "circumstance" then f:one("circumstance") end
  of_others(f, candidate, group, context)
  of_document(f, candidate, group, context)
end

return { of = of, context_of = context_of }
