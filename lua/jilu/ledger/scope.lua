-- Which time governs a clause.
--
-- A time at the head of a sentence governs the sentence, across ; until another
-- comes; at the head of a paragraph the paragraph. One inside a clause, or one
-- as exact as a day, governs its segment: as far as the next ; or 。.

local find, sub = string.find, string.sub

-- Durations that say when: 三年来, 近两年, 五年间.
local function is_period(text)
  return find(text, "来$") or find(text, "间$") or find(text, "^近") or find(text, "^过去")
end

local function is_day(value)
  return find(value, "%d%d%d%d%-%d%d%-%d%d") ~= nil
end

local function takes_object(word)
  local is = word.is
  return (is.verb or is.adverbial or is.prep) and not (is.noun or is.adverb)
end

-- Does a time say when the deed was done? Not behind a verb or a preposition
-- that brings an object, nor before 的.
local function is_adverbial(reading, clause, entry)
  for k = clause.w1, clause.w2 do
    local word = reading.words[k]
    if word.i >= entry.i then
      if word.i == entry.j + 1 and (word.is.de or word.is.copula) then return false end
      if word.i > entry.j then break end
    elseif takes_object(word) and not (word.is.when and word.j + 1 == entry.i) then
      return false
    end
  end
  return true
end

local function read_recurrence(clause, entry)
  clause.recurrence = clause.recurrence or entry
end

local function read_time(reading, clause, entry)
  local fact = entry.fact
  local value = fact.value
  if value and find(value, "^R/") or fact.kind == "recurrence" then
    read_recurrence(clause, entry)
  elseif fact.kind == "duration" and not is_period(sub(reading.text, entry.i, entry.j)) then
    clause.duration = clause.duration or entry
  elseif is_adverbial(reading, clause, entry) then
    clause.date = clause.date or entry
  elseif fact.kind ~= "vague" then
    clause.mention = clause.mention or entry
  end
end

-- Nothing but labels (…方面:) stands before the clause in its sentence.
local function heads(list, k)
  local before = list[k - 1]
  while before and before.stop == "," do
    if not before.colon or before.j - before.i > 60 then return false end
    k = k - 1
    before = list[k - 1]
  end
  return true
end

-- Is the time the first thing in its clause?
local function leads(reading, clause)
  local p = clause.i
  for k = clause.w1, clause.w2 do
    local word = reading.words[k]
    if word.i ~= p or word.i >= clause.date.i or not (word.is.adverb or word.is.prep) then break end
    p = word.j + 1
  end
  return p >= clause.date.i
end

--- Says for each clause which time it names itself (`date`, `recurrence`,
--- `duration`) and which one governs it from outside (`scope`).
---@param reading table
local function read(reading)
  local list = reading.clauses
  local paragraph, sentence, segment
  for k, clause in ipairs(list) do
    for t = clause.t1, clause.t2 do read_time(reading, clause, reading.times[t]) end
    local before = list[k - 1]
    if not before or before.stop == "。" or clause.item then sentence, segment = nil, nil
    elseif before.stop == ";" then segment = nil end
    local date = clause.date
    if date then
      clause.leading = leads(reading, clause)
      local value = date.fact.value
      segment = date
      if clause.leading and not (value and is_day(value)) then
        if heads(list, k) then
          sentence = date
          if not list[1].item and (k == 1 or list[k - 1].colon and heads(list, k) and k <= 2) then
            paragraph = date
          end
        elseif before and before.stop == ";" then
          sentence = date
        end
      end
    end
    clause.scope = segment or sentence or paragraph
  end
end

return { read = read }
