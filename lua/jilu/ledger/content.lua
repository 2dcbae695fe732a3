-- What was done: the piece of a row from its verb to the end of its object. Of
-- all places where it may begin and end those with the highest scores are taken.

local byte, sub = string.byte, string.sub
local data = require "jilu.zh.subjects"
local predicates = require "jilu.ledger.predicates"
local ranker = require "jilu.ledger.ranker"
local weights = require "jilu.zh.weights.content"

local ranking = ranker.new(weights)

local SPACE, PARENTHESIS, COMMA = 32, 40, 44

---@class jilu.ledger.ContentStart
---@field i integer  byte of the folded text
---@field k integer  clause
---@field type "head"|"verb"|"agent"|"subject"
---@field opening "object"|"circumstance"|"plain"
---@field score number

---@class jilu.ledger.ContentEnd
---@field j integer
---@field k integer
---@field score number

-- Clauses before and behind that of the deed in which it may begin and end.
local NEAR = 16

-- Where it may begin ----------------------------------------------------------------------

local function behind(text, at, last)
  while at < last and byte(text, at) == SPACE do at = at + 1 end
  return at
end

-- What the clause begins with: 对… and 把… belong to the deed, 按… and 在… to its
-- circumstances.
local function opening_of(is)
  if not is or is.verb then return "plain" end
  if is.object_prep then return "object" end
  return (is.prep or is.adverbial) and "circumstance" or "plain"
end

-- At the head of the clause, behind who acts, at the verb.
local function add_starts(list, context, k)
  local reading, clause = context.reading, context.row.clauses[k]
  local text, last = reading.text, clause.j
  local head, is = reading.parse:head(clause.number)
  if byte(text, head) == PARENTHESIS and clause.verb then     -- 昨日(五月十五日)举行
    head = predicates.word_at(reading, clause.verb)
  end
  if head > last then head = clause.i end
  local opening = opening_of(is)
  local function add(type, i)
    i = behind(text, i, last)
    if i >= last then return end
    for n = #list, 1, -1 do
      if list[n].i == i then return end
    end
    list[#list + 1] = { i = i, k = k, type = type, opening = opening }
  end
  local agent = context.agent
  local subject = reading.scanner:subject(reading, clause, true)
  if agent and agent.clause == clause and agent.phrase and not agent.phrase.by then
    add("agent", agent.j + 1)
  end
  if subject and not subject.by and subject.kind ~= "measure" then add("subject", subject.j + 1) end
  add("head", head)
  if clause.verb then add("verb", predicates.verb_after(reading, clause)) end
end

-- Features ----------------------------------------------------------------------------------

local function place_of(row, k)
  return k == row.core and "core" or k < row.core and "before" or "after"
end

local function amounts_of(clause)
  return clause.quantities and "amount" or "none"
end

local function of_start(f, context, start)
  local row, k, type = context.row, start.k, start.type
  local clause, place = row.clauses[k], place_of(row, k)
  f:put("start", type, place)
  f:put("kind", clause.kind or "none", place)
  f:put(type, clause.kind or "none", amounts_of(clause))
  f:put("verb", clause.verb and "yes" or "no", place)
  f:put("amount", amounts_of(clause), place)
  f:put("predicate", context.predicate, type)
  f:put("opening", start.opening, type)
  if clause.date then f:put("date", type, place) end
  if k == row.k1 then f:put("first", type) end
  if clause.doer then f:put("doer", type, place) end
end

local function of_end(f, context, last)
  local row, k = context.row, last.k
  local clause, place = row.clauses[k], place_of(row, k)
  f:put("end", place, k == row.k2 and "last" or "inside")
  f:put("end", clause.kind or "none", place)
  f:put("end", amounts_of(clause), place)
  f:put("end", context.predicate, place)
  if clause.change then f:put("change", place) end
  local after = k < row.k2 and row.clauses[k + 1]
  if after then
    f:put("behind", after.kind or "none", place)
    f:put("behind", amounts_of(after), place)
    f:put("behind", context.predicate, after.change and "change" or "none")
    if predicates.joins(context.reading, after) then f:put("behind", "joins") end
  end
end

-- Bytes of a content that is hardly one.
local TINY = 15

local function of_pair(f, context, start, last)
  local n = last.k - start.k
  f:put("span", n > 1 and "2" or n == 1 and "1" or "0", context.predicate)
  f:put(place_of(context.row, start.k), place_of(context.row, last.k))
  local length = last.j - start.i + 1
  if length < TINY then f:put("tiny", start.type) end
  if length * 2 < context.row.j - context.row.i then f:put("half", context.predicate) end
end

-- Choosing ----------------------------------------------------------------------------------

-- "measure" where the deed is a value, "act" where something is done.
local function predicate_of(reading, clause)
  if clause.change then return "measure" end
  local i, j = predicates.word_at(reading, clause.verb)
  if not i then return "bare" end
  return data.values[sub(reading.text, i, j)] and "measure" or "act"
end

local function scored(list, context, features)
  local own = context.ranking
  for n = 1, #list do
    own:begin(context.observed)
    features(own, context, list[n])
    list[n].score, list[n].features = own.score, own.names
  end
  return list
end

local function ends_of(row, first, last)
  local list = {}
  for k = first, last do list[#list + 1] = { j = row.clauses[k].j, k = k } end
  if last < row.k2 then list[#list + 1] = { j = row.j, k = row.k2 } end
  return list
end

local Content = {}

-- The best of all pairs; the nearest to the deed where two are as good.
local function best_of(context, starts, ends)
  local best, from, to
  local own = context.ranking
  for _, start in ipairs(starts) do
    for _, last in ipairs(ends) do
      if last.k >= start.k then
        own:begin(context.observed)
        of_pair(own, context, start, last)
        local score = start.score + last.score + own.score
        if context.observed then Content.observe(context, start, last, own.names) end
        if not best or score > best then best, from, to = score, start, last end
      end
    end
  end
  return from, to
end

--- Bytes of the folded line that are the content of a row.
---@param reading jilu.ledger.Reading
---@param row table
---@param agent jilu.ledger.Mention?
---@return integer i, integer j
function Content.read(reading, row, agent)
  if row.topic then return row.i, row.j end
  local context = { reading = reading, row = row, agent = agent,
    predicate = predicate_of(reading, row.clauses[row.core]), observed = Content.observe ~= nil,
    ranking = ranking:copy() }
  local starts = {}
  local first, last = math.max(row.k1, row.core - NEAR), math.min(row.k2, row.core + NEAR)
  for k = first, last do add_starts(starts, context, k) end
  if #starts == 0 then return row.i, row.j end
  scored(starts, context, of_start)
  local ends = ends_of(row, first, last)
  -- where there is no choice, nothing is weighed
  if ends[2] or context.observed then scored(ends, context, of_end) else ends[1].score = 0 end
  local from, to = best_of(context, starts, ends)
  local text, i, j = reading.text, from.i, to.j
  while j > i and (byte(text, j) == SPACE or byte(text, j) == COMMA) do j = j - 1 end
  return i, j
end

return Content
