-- Whether a deed is done, recurs, or is still to come.

local acts = require "jilu.zh.acts"
local pattern = require "jilu.pattern"

local find = string.find

local function any_of(words)
  local list = {}
  for word in words:gmatch "%S+" do list[#list + 1] = word end
  return pattern.anywhere(pattern.words(list))
end

local PLANS, REPORTS = any_of(acts.plan_heading), any_of(acts.report_heading)

--- Does a heading announce what is to come: 下一步打算, not 计划完成情况?
---@param heading string
---@return boolean
local function plans(heading)
  return PLANS:match(heading) ~= nil and not REPORTS:match(heading)
end

-- 将 says what is to come before a deed, and brings an object before a noun.
local function comes(words, k, last)
  local n = k + 3
  if n > last or words[n] ~= words[k + 1] + 1 then return false end
  local is = words[n + 2]
  return (is.verb or is.adverb or is.prep) and not is.noun
end

-- 常态化 before the verb of a deed that is not counted.
local function stands(row)
  local clause = row.clauses[row.core]
  if not clause.holds.standing then return false end
  local words = clause.words
  for k = clause.w1, clause.quantities == 0 and clause.verb or 0, 3 do
    if words[k + 2].standing then return true end
  end
  return false
end

-- A word of intent before the verb.
local function intends(row)
  local list = row.clauses
  for k = row.k1, row.core do
    local clause = list[k]
    local words = clause.words
    for w = clause.w1, clause.holds.plan and (clause.verb or clause.w2) or 0, 3 do
      local is = words[w + 2]
      if is.plan and (not is.object_prep or comes(words, w, clause.w2)) then return true end
    end
  end
  return false
end

local function published(doc)
  local record = doc:layer "document"[1]
  return record and record.published or doc.held or doc.date
end

local function is_ahead(doc, time)
  local from, date = time and time.from, published(doc)
  return from and date and from:sub(1, 10) > date:sub(1, 10) or false
end

---@param doc jilu.Document
---@param row table
---@param time table?  the fact
---@param planned boolean  it stands under a heading that plans
---@return "done"|"recurring"|"planned"
local function mode(doc, row, time, planned)
  local value = time and time.value
  -- a requirement with a period (每月至少要…) is a standing arrangement
  if value and (find(value, "^R/") or find(value, "^XXXX")) then return "recurring" end
  if stands(row) then return "recurring" end
  if planned or intends(row) or is_ahead(doc, time) then return "planned" end
  return "done"
end

return { read = mode, plans = plans }
