-- Whether a deed is done, recurs, or is still to come.

local acts = require "jilu.zh.acts"
local pattern = require "jilu.text.pattern"

local predicates = require "jilu.ledger.predicates"

local find, sub = string.find, string.sub

local function list_of(words)
  local list = {}
  for word in words:gmatch "%S+" do list[#list + 1] = word end
  return list
end

local function any_of(words)
  return pattern.compiled(pattern.anywhere(pattern.words(list_of(words))))
end

local PLANS, REPORTS = any_of(acts.plan_heading), any_of(acts.report_heading)
local ENDINGS = list_of(acts.plan_ending)

--- Does a heading announce what is to come: 下一步打算, not 计划完成情况?
---@param heading string
---@return boolean
local function plans(heading)
  if REPORTS:match(heading) then return false end
  if PLANS:match(heading) then return true end
  local last = #heading
  while find(heading, "^[%p%s]", last) do last = last - 1 end
  for k = 1, #ENDINGS do                                  -- not 强化目标责任考核
    if sub(heading, last - #ENDINGS[k] + 1, last) == ENDINGS[k] then return true end
  end
  return false
end

--- Does a clause before a colon announce what was done: 完成情况:?
---@param text string
---@return boolean
local function reports(text)
  return REPORTS:match(text) ~= nil
end

-- 将 says what is to come before a deed, and brings an object before a noun.
local function comes(parse, k, last)
  if k == last then return false end
  local _, j = parse:word(k)
  local i, _, is = parse:word(k + 1)
  return i == j + 1 and (is.verb or is.adverb or is.prep) and not is.noun
end

-- 常态化 before the verb of a deed that is not counted.
local function stands(reading, row)
  local clause = row.clauses[row.core]
  if not clause.standing or clause.quantities or not clause.verb then return false end
  return reading.parse:find(clause.number, "standing") <= clause.verb
end

-- Does a word of intent stand before the verb of a clause?
local function intends_in(parse, clause)
  local _, last = parse:words(clause.number)
  local k = parse:find(clause.number, "plan")
  while k and k <= (clause.verb or last) do
    local _, _, is = parse:word(k)
    if not is.object_prep or comes(parse, k, last) then return true end
    k = parse:find(clause.number, "plan", k + 1)
  end
  return false
end

-- How many clauses an announcement may stand before.
local ANNOUNCED = 40

-- 主要目标是: before the clauses of a row.
local function is_announced(reading, row)
  for k = row.k1 - 1, math.max(1, row.k1 - ANNOUNCED), -1 do
    local clause = row.clauses[k]
    if clause.colon then
      return clause.plan and not reports(sub(reading.text, clause.i, clause.j))
    end
  end
  return false
end

-- 已 before the verb: it is done, whatever else is said.
local function is_over(reading, row)
  local clause = row.clauses[row.core]
  local i = predicates.word_at(reading, clause.verb)
  local at = find(reading.text, acts.already, clause.i, true)
  return at ~= nil and at < (i or clause.j)
end

-- 平均每年: a rate, not what is done every year.
local function is_rate(reading, time)
  local before = time.folded_first
  return before ~= nil and sub(reading.text, before - #acts.average, before - 1) == acts.average
end

local function intends(reading, row)
  for k = row.k1, row.core do
    local clause = row.clauses[k]
    if clause.plan and intends_in(reading.parse, clause) then return true end
  end
  return false
end

local function published(doc)
  local record = doc:layer "document"[1]
  return record and record.published or doc.meta.meeting_date or doc.date
end

local function is_ahead(doc, time)
  -- what is due before a day begins at no time
  local from, date = time and (time.from or time["until"]), published(doc)
  return from and date and from:sub(1, 10) > date:sub(1, 10) or false
end

---@param doc jilu.Document
---@param reading jilu.ledger.Reading
---@param row table
---@param time table?  the fact
---@param planned boolean  it stands under a heading that plans
---@return "done"|"recurring"|"planned"
local function mode(doc, reading, row, time, planned)
  local value = time and time.value
  -- a requirement with a period (每月至少要…) is a standing arrangement
  if value and (find(value, "^R/") or find(value, "^XXXX")) and not is_rate(reading, time) then
    return "recurring"
  end
  if stands(reading, row) then return "recurring" end
  if planned or row.forecast or is_ahead(doc, time) or is_announced(reading, row) then
    return "planned"
  end
  if intends(reading, row) and not is_over(reading, row) then return "planned" end
  return "done"
end

return { read = mode, plans = plans, reports = reports }
