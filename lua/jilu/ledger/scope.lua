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

local function takes_object(is)
  return (is.verb or is.adverbial or is.prep) and not (is.noun or is.adverb)
end

-- Does a time say when the deed was done? Not behind a verb or a preposition
-- that brings an object, nor before 的.
local function is_adverbial(clause, entry)
  local words = clause.words
  for k = clause.w1, clause.w2, 3 do
    local i, is = words[k], words[k + 2]
    if i >= entry.i then
      if i == entry.j + 1 and (is.de or is.copula) then return false end
      if i > entry.j then break end
    elseif takes_object(is) and not (is.when and words[k + 1] + 1 == entry.i) then
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
  elseif is_adverbial(clause, entry) then
    clause.date = clause.date or entry
  elseif fact.kind ~= "vague" then
    clause.mention = clause.mention or entry
  end
end

-- Nothing but labels (…方面:) stands before the clause in its sentence.
local function heads_sentence(list, k)
  local before = list[k - 1]
  while before and before.sentence == list[k].sentence do
    if before.stop ~= "," then return false end
    if not before.colon or before.j - before.i > 60 then return false end
    k = k - 1
    before = list[k - 1]
  end
  return true
end

-- Is the time the first thing in its clause?
local function leads(clause)
  local p, words = clause.i, clause.words
  for k = clause.w1, clause.w2, 3 do
    local is = words[k + 2]
    if words[k] ~= p or p >= clause.date.i or not (is.adverb or is.prep) then break end
    p = words[k + 1] + 1
  end
  return p >= clause.date.i
end

-- The clause stands at the head of its paragraph, behind a label at most.
local function heads_paragraph(list, k)
  return not list[1].item and (k == 1 or k == 2 and list[1].colon)
end

local function is_coarse(date)
  return not (date.fact.value and is_day(date.fact.value))
end

--- Says for each clause which time it names itself (`date`, `recurrence`,
--- `duration`) and which one governs it from outside (`scope`). The words of
--- sentences with a time must be known.
---@param reading table
local function read(reading)
  local list = reading.clauses
  local paragraph, sentence, segment
  for k, clause in ipairs(list) do
    for t = clause.t1, clause.t2 do read_time(reading, clause, reading.times[t]) end
    local before = list[k - 1]
    local begins = not before or before.sentence ~= clause.sentence
    if begins then sentence = nil end
    if begins or before.stop == ";" then segment = nil end
    local date = clause.date
    if date then
      segment = date
      if is_coarse(date) and leads(clause) then
        local heads = heads_sentence(list, k)
        if heads or before.stop == ";" then sentence = date end
        if heads and heads_paragraph(list, k) then paragraph = date end
      end
    end
    clause.scope = segment or sentence or paragraph
  end
end

return { read = read }
