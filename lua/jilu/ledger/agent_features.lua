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

-- Features go into a list that is used again for the next candidate; `n` is how
-- many it has.
local function put(f, feature)
  local n = f.n + 1
  f.n = n
  f[n] = feature
end

local function of_nobody(f, context)
  put(f, "null")
  put(f, name("null", context.predicate))
  if context.stated then put(f, "null/stated") end
  if context.sent then put(f, "null/sent") end
  if context.near then put(f, "null/near") end
  if context.own then put(f, "null/own") end
  if context.passive then put(f, "null/passive") end
  if context.previous == false then put(f, "null/previous") end
end

local LONG, SHORT = 60, 6

-- How the phrase is built, and what follows it.
local function of_phrase(f, mention, group, context)
  local phrase = mention.phrase
  local where = group == "in" and "in" or "out"
  put(f, name("next", phrase.next, where))
  if phrase.by then put(f, name("by", group, context.passive and "passive" or nil)) end
  if phrase.counted then put(f, name("counted", group)) end
  if phrase.tail then put(f, name("tail", group)) end
  if phrase.relative then put(f, name("relative", group)) end
  if phrase.verb then put(f, name("verb", group)) end
  if phrase.attribute then put(f, name("attribute", group)) end
  if phrase.joined then put(f, name("joined", group)) end
  if phrase.owner then put(f, name("owner", group)) end
  if phrase.prefix then put(f, name("prefix", mention.kind, context.predicate)) end
  local length = phrase.j - phrase.i + 1
  if length > LONG then put(f, "long") elseif length < SHORT then put(f, "short") end
  if where == "in" then
    if phrase.word and data.says[phrase.word] then put(f, "says") end
    if context.passive and not phrase.by then put(f, "passive") end
  end
end

-- What else the document says of it.
local function of_document(f, candidate, group, context)
  local mention, seen = candidate.mention, candidate.seen
  if candidate.key == context.previous then
    put(f, "previous")
    put(f, name("previous", group))
  end
  if seen then
    if seen.title then put(f, "also/title") end
    if seen.own then put(f, "also/own") end
    if seen.common then put(f, "also/common") end
    if seen.byline or seen.publisher then put(f, "also/byline") end
  end
  if candidate.times > 1 then put(f, candidate.times > 3 and "times/4" or "times/2") end
  local count = mention.count
  if group == "doc" and count then
    put(f, name("count", candidate.source, count >= 8 and "8" or count >= 3 and "3" or "1"))
  end
  local fact, kind = mention.fact, mention.kind == "place" and "place" or nil
  count = context.counts[fact and fact.full or mention.text] or 0
  if count > 1 then put(f, name("named", count >= 6 and "6" or "2", kind)) end
end

-- Whether others stand nearer.
local function of_others(f, candidate, group, context)
  if candidate == context.nearest then put(f, "nearest") end
  if group ~= "in" then
    if context.stated then put(f, name("stated", group)) end
    if group ~= "sent" then
      if context.sent then put(f, name("sent", group)) end
      if group ~= "near" and context.near then put(f, name("near", group)) end
    elseif candidate.distance > 1 then put(f, "sent/2") end
  end
  local phrase = candidate.mention.phrase
  if context.marked and not (phrase and phrase.by) then put(f, name("marked", group)) end
end

--- The features of a candidate, put into a list: `n` of them.
---@param f { n: integer, [integer]: string }
---@param candidate jilu.ledger.Candidate
---@param context jilu.ledger.RowContext
local function of(f, candidate, context)
  f.n = 0
  local mention = candidate.mention
  if not mention then return of_nobody(f, context) end
  local group, kind = GROUP[candidate.source], mention.kind
  put(f, name("source", candidate.source))
  put(f, name("kind", kind, context.predicate))
  put(f, name(group, kind))
  put(f, name(group, context.predicate))
  if mention.phrase then of_phrase(f, mention, group, context) end
  if mention.parsed then put(f, name("parsed", mention.parsed, group == "in" and "in" or "out")) end
  if mention.clause and mention.clause.kind == "circumstance" then put(f, "circumstance") end
  of_others(f, candidate, group, context)
  of_document(f, candidate, group, context)
end

return { of = of, context_of = context_of }
