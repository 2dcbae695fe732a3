-- What speaks for and against a candidate: sparse features by name, the same
-- for the ranker and for the fitting of its weights. None of them is a word of a
-- document.

local data = require "jilu.zh.subjects"
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

-- Names of features that are put together, made once.
local names = {}

local function name(a, b, c)
  local first = names[a]
  if not first then
    first = {}
    names[a] = first
  end
  local second = first[b]
  if not second then
    second = {}
    first[b] = second
  end
  local key = c or ""
  local found = second[key]
  if not found then
    found = a .. "/" .. b .. (c and "/" .. c or "")
    second[key] = found
  end
  return found
end

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

---@class jilu.ledger.RowContext  what all candidates of a row share
---@field predicate "act"|"measure"|"bare"
---@field passive boolean
---@field previous string|false|nil  the agent of the row before; false for nobody
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
---@param previous string|false|nil
---@param counts table<string, integer>
---@return jilu.ledger.RowContext
local function context_of(read, row, candidates, previous, counts)
  local context = {
    predicate = predicate_of(read, row, candidates), previous = previous, counts = counts,
    passive = row.clauses[row.core].passive or false,
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

local function of_nobody(context)
  local f = { "null", name("null", context.predicate) }
  if context.stated then f[#f + 1] = "null/stated" end
  if context.sent then f[#f + 1] = "null/sent" end
  if context.near then f[#f + 1] = "null/near" end
  if context.own then f[#f + 1] = "null/own" end
  if context.passive then f[#f + 1] = "null/passive" end
  if context.previous == false then f[#f + 1] = "null/previous" end
  return f
end

local LONG, SHORT = 60, 6

-- How the phrase is built, and what follows it.
local function of_phrase(f, mention, group, context)
  local phrase, n = mention.phrase, #f
  local function add(feature)
    n = n + 1
    f[n] = feature
  end
  local where = group == "in" and "in" or "out"
  add(name("next", phrase.next, where))
  if phrase.by then add(name("by", group, context.passive and "passive" or nil)) end
  if phrase.counted then add(name("counted", group)) end
  if phrase.tail then add(name("tail", group)) end
  if phrase.relative then add(name("relative", group)) end
  if phrase.verb then add(name("verb", group)) end
  if phrase.attribute then add(name("attribute", group)) end
  if phrase.joined then add(name("joined", group)) end
  if phrase.owner then add(name("owner", group)) end
  if phrase.prefix then add(name("prefix", mention.kind, context.predicate)) end
  local length = phrase.j - phrase.i + 1
  if length > LONG then add "long" elseif length < SHORT then add "short" end
  if where == "in" then
    if phrase.word and data.says[phrase.word] then add "says" end
    if context.passive and not phrase.by then add "passive" end
  end
end

-- What else the document says of it.
local function of_document(f, candidate, group, context)
  local mention, seen, n = candidate.mention, candidate.seen, #f
  local function add(feature)
    n = n + 1
    f[n] = feature
  end
  if candidate.key == context.previous then
    add "previous"
    add(name("previous", group))
  end
  if seen then
    if seen.title then add "also/title" end
    if seen.own then add "also/own" end
    if seen.common then add "also/common" end
    if seen.byline or seen.publisher then add "also/byline" end
  end
  if candidate.times > 1 then add(candidate.times > 3 and "times/4" or "times/2") end
  local count = mention.count
  if group == "doc" and count then
    add(name("count", candidate.source, count >= 8 and "8" or count >= 3 and "3" or "1"))
  end
  local fact, kind = mention.fact, mention.kind == "place" and "place" or nil
  count = context.counts[fact and fact.full or mention.text] or 0
  if count > 1 then add(name("named", count >= 6 and "6" or "2", kind)) end
end

-- Whether others stand nearer.
local function of_others(f, candidate, group, context)
  local n = #f
  local function add(feature)
    n = n + 1
    f[n] = feature
  end
  if candidate == context.nearest then add "nearest" end
  if group ~= "in" then
    if context.stated then add(name("stated", group)) end
    if group ~= "sent" then
      if context.sent then add(name("sent", group)) end
      if group ~= "near" and context.near then add(name("near", group)) end
    elseif candidate.distance > 1 then add "sent/2" end
  end
  local phrase = candidate.mention.phrase
  if context.marked and not (phrase and phrase.by) then add(name("marked", group)) end
end

--- The features of a candidate.
---@param candidate jilu.ledger.Candidate
---@param context jilu.ledger.RowContext
---@return string[]
local function of(candidate, context)
  local mention = candidate.mention
  if not mention then return of_nobody(context) end
  local group, kind = GROUP[candidate.source], mention.kind
  local f = { name("source", candidate.source), name("kind", kind, context.predicate),
    name(group, kind), name(group, context.predicate) }
  if mention.phrase then of_phrase(f, mention, group, context) end
  if mention.parsed then f[#f + 1] = name("parsed", mention.parsed, group == "in" and "in" or "out") end
  if mention.clause and mention.clause.kind == "circumstance" then f[#f + 1] = "circumstance" end
  of_others(f, candidate, group, context)
  of_document(f, candidate, group, context)
  return f
end

return { of = of, context_of = context_of }
