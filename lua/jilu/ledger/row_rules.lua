-- What ties a clause with a quantity to the clauses beside it, and which of them
-- state nothing: named rules of the row grammar.

local acts = require "jilu.zh.acts"
local data = require "jilu.zh.subjects"

local sub = string.sub

-- Verbs of what came of a deed; with those of who took part, and of values.
local RESULT, RESULTS = {}, {}
for word in acts.result:gmatch "%S+" do RESULT[word] = true end
for word in (acts.result .. " " .. acts.joining):gmatch "%S+" do RESULTS[word] = true end
for word in pairs(data.values) do RESULTS[word] = true end

-- The longest topic before a colon: 资产总额:10423万元.
local TOPIC = 36

-- The length of the first of some words that stands at byte i.
local function begins_with(text, i, words)
  for k = 1, #words do
    if sub(text, i, i + #words[k] - 1) == words[k] then return #words[k] end
  end
end

--- topic: a name before a colon, and its amount right behind it.
---@param reading jilu.ledger.Reading
---@param clause table
---@param after table?
---@return boolean
local function is_topic(reading, clause, after)
  if not clause.colon or not after or not after.quantities then return false end
  if clause.quantities or clause.date or clause.j - clause.i > TOPIC then return false end
  return reading.quantities[after.q1].folded_first <= after.i + 3
end

--- continuing: what the measure before came to: ,达到8000万吨.
---@param reading jilu.ledger.Reading
---@param clause table
---@return boolean
local function continues(reading, clause)
  local length = not clause.doer and begins_with(reading.text, clause.i, data.continuing)
  if not length then return false end
  local date = clause.date
  if not date then return true end
  -- 已超越全年目标值: the date is of what is compared; not 预计2030年投入
  return date.folded_first >= clause.i + length
    and not data.forecasts[sub(reading.text, clause.i, clause.i + length - 1)]
end

--- within: 其中 with a predicate of its own: not 其中建档立卡人口5572人.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@return boolean
local function is_part_with_verb(reading, scanner, clause)
  if sub(reading.text, clause.i, clause.i + #data.within - 1) ~= data.within then return false end
  local _, word, class = scanner:predicate(reading, clause)
  if class ~= "v" or data.copulas[word] then return false end
  local noun = reading.quantities[clause.q1].noun
  return not noun or sub(noun, 1, #word) ~= word
end

local ACTING = { body = true, people = true, person = true, own = true, we = true, place = true,
  pronoun = true }

--- own: somebody of its own does what the clause says, and it is no result of the
--- deed before: 12名成员进行了交流, 5个贫困村出列.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@return boolean
local function is_own(reading, scanner, clause)
  local subject = scanner:subject(reading, clause, true)
  if not subject or subject.by then return false end
  local counted = subject.kind == "other" and (subject.counted or subject.amount)
  if not ACTING[subject.kind] and not counted then return false end
  local _, word, class = scanner:predicate(reading, clause)
  return class == "v" and not RESULTS[word]
end

--- acting: somebody acts in the clause, whoever it is.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@return boolean
local function is_acted(reading, scanner, clause)
  local subject = scanner:subject(reading, clause, true)
  return subject ~= nil and not subject.by and ACTING[subject.kind] or false
end

--- stance: how something is done, before what is done: 加大扶持力度,开发岗位50个.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@return boolean
local function is_stance(reading, scanner, clause)
  local _, word = scanner:predicate(reading, clause)
  return data.stances[word] or false
end

--- result: what came of the deed before, without a number that is known:
--- ,触达居民数十万人次.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@return boolean
local function is_plain_result(reading, scanner, clause)
  if clause.date or clause.doer or clause.quantities then return false end
  for length = 12, 6, -3 do
    if RESULT[sub(reading.text, clause.i, clause.i + length - 1)] then
      return not scanner:subject(reading, clause, true)
    end
  end
  return false
end

--- list: another amount in the unit of the one before, with no predicate of its
--- own: 种桃2万亩,梨1万亩.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param row table  ends right before the clause
---@param clause table
---@return boolean
local function lists(reading, scanner, row, clause)
  local before = row.clauses[row.k2]
  if clause.date or clause.recurrence or clause.doer or clause.verb or clause.change
      or not before.q2 then return false end
  if reading.quantities[before.q2].unit ~= reading.quantities[clause.q1].unit then return false end
  return scanner:predicate(reading, clause) == nil
end

-- Is the k-th quantity how long something took?
local function is_duration(reading, clause, k)
  local quantity = reading.quantities[k]
  for t = clause.t1 or 1, clause.t2 or 0 do
    local time = reading.times[t]
    if time.folded_first <= quantity.folded_first and time.folded_last >= quantity.folded_last then
      return true
    end
  end
  return false
end

local function is_article(reading, k)
  local quantity = reading.quantities[k]
  local first = quantity.folded_first
  return quantity.value == 1 and sub(reading.text, first, first + 2) == data.one
end

-- What the quantities of a clause are, if they are all of one kind.
local function only(clause, test)
  for k = clause.q1, clause.q2 do
    if not test(k) then return false end
  end
  return true
end

--- nothing: the clause states no deed and no measure: 这是跨越的五年, 每耽误一小时,
--- 掀起一场热潮.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@return boolean
local function states_nothing(reading, scanner, clause)
  if clause.recurrence or not clause.q1 then return false end
  local text = reading.text
  for length = 6, 3, -3 do
    if data.hypothetical[sub(text, clause.i, clause.i + length - 1)] then return true end
  end
  if clause.t1 and only(clause, function(k) return is_duration(reading, clause, k) end) then
    local _, word, class = scanner:predicate(reading, clause)
    return class ~= "v" and not clause.verb or data.copulas[word] or false
  end
  if clause.q2 - clause.q1 < 2
      and only(clause, function(k) return is_article(reading, k) end) then
    return not clause.date and not clause.event
  end
  return false
end

-- 政协委员60人: people, and how many they are.
local function ends_in_amount(reading, clause, subject)
  return subject.next == "q" and ACTING[subject.kind]
    and reading.quantities[clause.q2].folded_last == clause.j
end

--- waiting: things or people that are counted, whose predicate comes behind the
--- comma: 近300幅照片、手稿,讲述了….
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param clause table
---@param after table?
---@return boolean
local function waits(reading, scanner, clause, after)
  if not after or after.quantities or clause.verb or clause.change then return false end
  local subject = scanner:subject(reading, clause, false)
  if not subject or subject.kind == "measure" then return false end
  if after.date and not ACTING[subject.kind] then return false end
  if subject.next ~= "end" and not ends_in_amount(reading, clause, subject) then return false end
  local _, _, class = scanner:predicate(reading, clause)
  if class == "v" then return false end
  local _, _, behind = scanner:predicate(reading, after)
  local other = scanner:subject(reading, after, true)
  return behind == "v" and (not other or other.by ~= nil)
end

return {
  is_topic = is_topic, continues = continues, is_part_with_verb = is_part_with_verb,
  states_nothing = states_nothing, waits = waits, is_own = is_own, is_acted = is_acted,
  is_stance = is_stance, lists = lists, is_plain_result = is_plain_result,
}
