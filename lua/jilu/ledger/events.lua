-- Events: deeds that are reported for their own sake, and what they led to.

local sub = string.sub
local word_at = require("jilu.ledger.predicates").word_at

-- Units in which events are counted.
local EVENTS = {}
for unit in ("场 场次 期 次 届 班 轮 讲 堂 批次"):gmatch "%S+" do EVENTS[unit] = true end

--- Is what a clause says what the event of a row brought together or led to:
--- 举办招聘会6场,提供岗位4500个?
---@param reading table
---@param row table
---@param clause table
---@return boolean
local function is_yield(reading, row, clause)
  if clause.doer or clause.date or clause.recurrence or clause.change then return false end
  local core = row.clauses[row.core]
  if not clause.verb or not core.verb or not core.q1 then return false end
  local i, _, is = word_at(reading, clause.verb)
  local _, _, held = word_at(reading, core.verb)
  if not is.yield or i > reading.parse:head(clause.number) or not held.event then return false end
  local counted = reading.quantities[core.q1]
  local own = reading.quantities[clause.q1]
  return EVENTS[counted.unit] and not EVENTS[own.unit] or false
end

-- Does the first mark from `at` on open a quotation or a title?
local function quoted_behind(reading, clause, at)
  local hole = reading.parse:bracket(at)
  if not hole or hole > clause.j then return false end
  local mark = sub(reading.text, hole, hole + 2)
  return mark == "“" or mark == "《" or mark == "「"
end

local function ends_in_happening(reading, clause)
  if not clause.happening then return false end
  local _, last = reading.parse:words(clause.number)
  local _, j, is = word_at(reading, last)
  return j == clause.j and is.happening
end

--- May the clause report an event? Its words tell without it being read.
---@param clause table
---@return boolean
local function may_be_event(clause)
  return clause.event or clause.conduct or clause.happening or clause.passive or false
end

--- Does the clause report an event that needs no number: 举办了…比赛? Without
--- `loose` the event is named and said to be over.
---@param reading table
---@param clause table
---@param loose boolean?
---@return boolean
local function is_event(reading, clause, loose)
  if not clause.verb or clause.kind == "circumstance" then return false end
  local _, j, is = word_at(reading, clause.verb)
  if is.speech then return false end
  if clause.passive then
    local parse, n = reading.parse, clause.number
    return not parse:find(n, "publicity", parse:find(n, "passive"))
  end
  if loose then
    return is.event or is.conduct or ends_in_happening(reading, clause) or false
  end
  return is.event and sub(reading.text, j + 1, j + 3) == "了"
    and (quoted_behind(reading, clause, j) or ends_in_happening(reading, clause)) or false
end

return { is_yield = is_yield, is_event = is_event, may_be_event = may_be_event }
