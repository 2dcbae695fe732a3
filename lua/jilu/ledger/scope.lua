-- Which time governs a clause.
--
-- A time at the head of a sentence governs the sentence, across ; until another
-- comes; at the head of a paragraph the paragraph. One inside a clause, or one
-- as exact as a day, governs its segment: as far as the next ; or 。.

local byte, find, sub = string.byte, string.find, string.sub
local predicates = require "jilu.ledger.predicates"

-- Durations that say when: 三年来, 近两年, 五年间.
local function is_period(text)
  return find(text, "来$") or find(text, "间$") or find(text, "^近") or find(text, "^过去")
end

local function is_day(value)
  return find(value, "%d%d%d%d%-%d%d%-%d%d") ~= nil
end

local function takes_object(is)
  return (is.verb or is.adverbial or is.prep) and not (is.noun or is.adverb)
end

-- Is there nothing but spaces between bytes i and j: 到 2025 年?
local function touches(text, i, j)
  for k = i + 1, j - 1 do
    if byte(text, k) ~= 32 then return false end
  end
  return true
end

-- Does a time say when the deed was done? Not behind a verb or a preposition
-- that brings an object, nor before 的.
local function is_adverbial(text, clause, time)
  local words = clause.words
  for k = clause.w1, clause.w2, 3 do
    local i, is = words[k], words[k + 2]
    if i >= time.folded_first then
      if i == time.folded_last + 1 and (is.de or is.copula) then return false end
      if i > time.folded_last then break end
    elseif takes_object(is)
        and not (is.when and touches(text, words[k + 1], time.folded_first)) then
      return false
    end
  end
  return true
end

local function read_time(reading, clause, time)
  local value = time.value
  if value and find(value, "^R/") or time.kind == "recurrence" then
    clause.recurrence = clause.recurrence or time
  elseif time.kind == "duration"
      and not is_period(sub(reading.text, time.folded_first, time.folded_last)) then
    clause.duration = clause.duration or time
  elseif is_adverbial(reading.text, clause, time) then
    clause.date = clause.date or time
  end
end

-- Nothing but introductions stands before the clause in its sentence.
local function heads_sentence(list, k)
  for n = k - 1, 1, -1 do
    if list[n].stop == ";" then return false end
    if not predicates.introduces(list[n]) then return false end
  end
  return true
end

-- Is the time the first thing in its clause?
local function leads(clause)
  local p, words = clause.i, clause.words
  for k = clause.w1, clause.w2, 3 do
    local is = words[k + 2]
    if words[k] ~= p or p >= clause.date.folded_first or not (is.adverb or is.prep) then break end
    p = words[k + 1] + 1
  end
  return p >= clause.date.folded_first
end

local function is_coarse(date)
  return not (date.value and is_day(date.value))
end

-- Reads each segment as far as its last quantity or time.
local function read_segments(reading, list)
  local first = 1
  for k = 1, #list do
    local clause = list[k]
    if clause.q1 or clause.t1 then
      for n = first, k do predicates.read(reading, list[n]) end
      first = k + 1
    elseif clause.stop == ";" then first = k + 1 end
  end
end

-- The times of a clause; whether its date governs the sentence.
local function read_clause(reading, list, k)
  local clause = list[k]
  for t = clause.t1, clause.t2 do read_time(reading, clause, reading.times[t]) end
  local date = clause.date
  if not date or not is_coarse(date) or not leads(clause) then return false end
  return heads_sentence(list, k) or list[k - 1].stop == ";"
end

--- Reads the sentences that hold a quantity or a time, and says for each
--- clause which time it names itself (`date`, `recurrence`, `duration`) and
--- which one governs it from outside (`scope`).
---@param reading table
local function read(reading)
  local paragraph
  for s = 1, #reading.sentences do
    local sentence = reading.sentences[s]
    if sentence.q1 or sentence.t1 then
      local list = predicates.clauses(reading, sentence)
      read_segments(reading, list)
      local governing, segment
      for k = 1, #list do
        local clause = list[k]
        if clause.t1 then
          local governs = read_clause(reading, list, k)
          segment = clause.date or segment
          if governs then
            governing = segment
            if s == 1 and not sentence.item and heads_sentence(list, k) then
              paragraph = segment
            end
          end
        end
        local time = segment or governing or paragraph
        if time then clause.scope = time end
        if clause.stop == ";" then segment = nil end
      end
    end
  end
end

return { read = read }
