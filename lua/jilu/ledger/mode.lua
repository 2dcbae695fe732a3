-- Whether a deed is done, recurs, or is still to come.

local acts = require "jilu.zh.acts"
local pattern = require "jilu.pattern"

local find = string.find

local planning = {}
for word in acts.plan_heading:gmatch "%S+" do planning[#planning + 1] = word end

local PLANS = pattern.anywhere(pattern.words(planning))

-- 下一步打算
local function plans(text)
  return PLANS:match(text) ~= nil
end

-- 将 says what is to come before a deed, and brings an object before a noun.
local function comes(words, k, last)
  local n = k + 3
  if n > last or words[n] ~= words[k + 1] + 1 then return false end
  local is = words[n + 2]
  return (is.verb or is.adverb or is.prep) and not is.noun
end

-- A word of intent before the verb.
local function intends(row)
  local list = row.clauses
  for k = row.k1, row.core do
    local clause = list[k]
    local words = clause.sentence.words
    for w = clause.w1, clause.verb or clause.w2, 3 do
      local is = words[w + 2]
      if is.plan and (not is.object_prep or comes(words, w, clause.w2)) then return true end
    end
  end
  return false
end

local function published(doc)
  local record = doc:layer "document"[1]
  return record and record.published or doc.date
end

local function is_ahead(doc, time)
  local from, date = time and time.from, published(doc)
  return from and date and from:sub(1, 10) > date:sub(1, 10) or false
end

---@param doc jilu.Document
---@param row table
---@param time table?  the fact
---@param section table?
---@return "done"|"recurring"|"planned"
local function mode(doc, row, time, section)
  if intends(row) or is_ahead(doc, time) then return "planned" end
  if section and section.heading and plans(section.heading) then return "planned" end
  local value = time and time.value
  if value and (find(value, "^R/") or find(value, "^XXXX")) then return "recurring" end
  return "done"
end

return { read = mode }
