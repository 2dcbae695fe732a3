-- What is asked of a clause that was read.

local find, sub = string.find, string.sub

--- The word at a place: first byte, last byte, classes; nothing for no place.
---@param reading jilu.ledger.Reading
---@param k integer?
---@return integer? i
---@return integer? j
---@return table<string, boolean>? is
local function word_at(reading, k)
  if k then return reading.parse:word(k) end
end

--- Does a clause say what was done to its subject: 被评为…?
---@param clause table
---@return boolean
local function is_passive(clause)
  return clause.passive
end

--- Does a clause only introduce what follows: …方面:, 据了解, 为…, …指出?
---@param reading jilu.ledger.Reading
---@param clause table
---@return boolean
local function introduces(reading, clause)
  local length = clause.j - clause.i
  if clause.colon then return length < 60 end
  if clause.kind == "circumstance" or length < 15 and not clause.doer then return true end
  if not clause.verb then return false end
  local _, j, is = word_at(reading, clause.verb)
  return is.speech and j == clause.j or false
end

--- The first byte of the verb behind a phrase that ends in 中 (从…中选拔), else
--- of the clause's.
---@param reading jilu.ledger.Reading
---@param clause table
---@return integer
local function verb_after(reading, clause)
  local first = reading.quantities[clause.q1]
  local limit = clause.quantities and first and first.folded_first or clause.j
  local head = reading.parse:head(clause.number)
  local close = find(sub(reading.text, head, limit - 1), "中", 1, true)
  local verb = close and reading.parse:verb(clause.number, head + close)
  local i = word_at(reading, verb)
  return i and i < limit and i or (word_at(reading, clause.verb))
end

--- Does a clause only set time apart (每月集中一天时间), for what follows?
---@param reading jilu.ledger.Reading
---@param clause table
---@return boolean
local function sets_time(reading, clause)
  return clause.recurrence ~= nil and sub(reading.text, clause.j - 5, clause.j) == "时间"
end

--- Does a clause go on with what the one before it says: 并明确…?
---@param reading jilu.ledger.Reading
---@param clause table
---@return boolean
local function joins(reading, clause)
  return sub(reading.text, clause.i, clause.i + 2) == "并"
end

return {
  sets_time = sets_time, joins = joins, introduces = introduces, is_passive = is_passive,
  word_at = word_at, verb_after = verb_after,
}
