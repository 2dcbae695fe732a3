-- Which time governs a clause.
--
-- A time at the head of a sentence governs the sentence, across ; until another
-- comes; at the head of a paragraph the paragraph, also behind a sentence that
-- names it (总结了2011年的工作。2011年，…), and where it is what the paragraph speaks of
-- (2012年是…). One inside a clause, or one as exact as a day, governs its segment: as
-- far as the next ; or 。. The year of a heading is for what nothing else governs.

local find, sub = string.find, string.sub
local clauses_of = require("jilu.ledger.reading").clauses
local data = require "jilu.zh.subjects"
local predicates = require "jilu.ledger.predicates"

-- Durations that say when: 三年来, 近两年, 五年间.
local function is_period(text)
  return find(text, "来$") or find(text, "间$") or find(text, "^近") or find(text, "^过去")
end

local function is_day(value)
  return find(value, "%d%d%d%d%-%d%d%-%d%d") ~= nil
end

local function is_coarse(date)
  return not (date.value and is_day(date.value))
end

-- 创办于2009年: at the end, behind 于.
local function is_behind_verb(reading, clause, time)
  local at = time.folded_first - 1
  while at > clause.i and sub(reading.text, at, at) == " " do at = at - 1 end
  return time.folded_last == clause.j and at - 5 > clause.i
    and data.located[sub(reading.text, at - 2, at)] or false
end

-- 2023年是项目建设的提速之年: what follows speaks of that year.
local function is_topic(reading, clause, time)
  local behind = time.folded_last + 1
  return clause.topic == nil and is_coarse(time) and time.kind ~= "duration" and not time.mod
    and data.equates[sub(reading.text, behind, behind + 2)] ~= nil
    and reading.parse:leads(clause.number, time.folded_first)
end

-- The t-th time of the document, which stands in a clause.
local function read_time(reading, clause, t)
  local time = reading.times[t]
  local value = time.value
  if value and find(value, "^R/") or time.kind == "recurrence" then
    clause.recurrence = clause.recurrence or time
  elseif time.kind == "duration"
      and not is_period(sub(reading.text, time.folded_first, time.folded_last)) then
    clause.duration = clause.duration or time
  elseif not clause.date
      and (reading.parse:says_when(clause.number, t) or is_behind_verb(reading, clause, time)) then
    clause.date = time
  elseif is_topic(reading, clause, time) then
    clause.topic = time
  end
end

-- The times of a clause; whether its date governs the sentence, where nothing but
-- introductions stands before it (`heads`) or it begins a segment.
local function read_clause(reading, list, k, heads)
  local clause = list[k]
  for t = clause.t1, clause.t2 do read_time(reading, clause, t) end
  local date = clause.date
  if not date or not is_coarse(date)
    or not reading.parse:leads(clause.number, date.folded_first) then return false end
  return heads or list[k - 1].stop == ";"
end

-- What is known at a sentence of its paragraph: `time` governs the paragraph;
-- `opening`: nothing was counted so far, and no time governed; `named` has the
-- values of the times in the sentences before.
---@class jilu.ledger.ParagraphScope
---@field time table?
---@field opening boolean
---@field first boolean  it is the first sentence
---@field named table<string, boolean>

-- Says for each clause of a sentence which times it names and which one governs it.
local function read_sentence(reading, sentence, scope)
  local list = clauses_of(reading, sentence)
  local governing, segment
  local heads = true                   -- only introductions so far
  for k = 1, #list do
    local clause = list[k]
    if clause.t1 then
      local governs = read_clause(reading, list, k, heads)
      segment = clause.date or segment
      if clause.date and not scope.first then scope.time = nil end
      if governs then
        governing = segment
        if scope.opening and heads and not sentence.item
            and (scope.first or scope.named[segment.value]) then
          scope.time = segment
        end
      elseif clause.topic and scope.opening and heads then
        governing, scope.time = clause.topic, clause.topic
      end
    end
    local time = segment or governing or scope.time
    if time then clause.scope = time end
    heads = heads and clause.stop ~= ";" and predicates.introduces(reading, clause)
    if clause.stop == ";" then segment = nil end
  end
end

--- Reads the sentences that hold a quantity or a time, and says for each
--- clause which time it names itself (`date`, `recurrence`, `duration`) and
--- which one governs it from outside (`scope`).
---@param reading table
local function read(reading)
  local scope = { time = reading.date, opening = true, named = {} }
  for s = 1, #reading.sentences do
    local sentence = reading.sentences[s]
    scope.first = s == 1
    if sentence.q1 or sentence.t1 or reading.date then
      read_sentence(reading, sentence, scope)
    end
    scope.opening = scope.opening and not sentence.q1 and not scope.time
    for t = sentence.t1 or 1, sentence.t1 and sentence.t2 or 0 do
      local value = reading.times[t].value
      if value then scope.named[value] = true end
    end
  end
end

return { read = read, is_coarse = is_coarse }
