-- Ledger records folded into summaries: by quarter, half-year, year, unit or
-- content class. The same records give the same summary in any order.

local check = require "jilu.check"
local amount = require "jilu.ledger.amount"
local core = require "jilu.core"

-- Units that are never added: the sum of two shares is no share.
local SHARES = {
  ["%"] = true, ["‰"] = true, ["个百分点"] = true, ["倍"] = true, ["折"] = true, ["成"] = true,
  ["岁"] = true, ["摄氏度"] = true, ["华氏度"] = true, ["度"] = true,
}

-- Periods -----------------------------------------------------------------------------

local HALVES = { H1 = "06-30", H2 = "12-31" }
local QUARTERS = { Q1 = "03-31", Q2 = "06-30", Q3 = "09-30", Q4 = "12-31" }
local DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function days_of(year, month)
  local leap = month == 2 and year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return leap and 29 or DAYS[month]
end

-- The last day of a value such as 2019, 2019-H1, 2019-03, 2019-03-05T10:00, and
-- what it says beyond the year; nil for durations and recurrences.
local function last_day(value)
  local year, rest = value:match "^(%d%d%d%d)(.*)$"
  if not year then return nil end
  local named = HALVES[rest:sub(2)] or QUARTERS[rest:sub(2)]
  if named then return year .. "-" .. named, year, rest:sub(2) end
  local month = rest:match "^%-(%d%d)"
  if not month then return year .. "-12-31", year end
  local day = rest:match "^%-%d%d%-(%d%d)"
    or ("%02d"):format(days_of(tonumber(year), tonumber(month)) or 31)
  return ("%s-%s-%s"):format(year, month, day), year, "M" .. month
end

-- An interval counts where it ends, an open one where it begins.
local function closing(value)
  local from, to = value:match "^(.-)/(.*)$"
  if not from or value:sub(1, 2) == "R/" then return value end
  return to:find "^%d" and to or from
end

local function no_period(value)
  if value and value:sub(1, 2) == "R/" then return "recurring" end
  return "undated"
end

local PERIOD = {}

function PERIOD.year(value)
  local _, year = last_day(closing(value))
  return year
end

function PERIOD.half(value)
  local _, year, part = last_day(closing(value))
  if not year then return nil end
  local month = part and tonumber(part:match "^M(%d%d)$")
  if month then return ("%s-H%d"):format(year, month <= 6 and 1 or 2) end
  local quarter = part and tonumber(part:match "^Q(%d)$")
  if quarter then return ("%s-H%d"):format(year, quarter <= 2 and 1 or 2) end
  return part and year .. "-" .. part or year
end

function PERIOD.quarter(value)
  local _, year, part = last_day(closing(value))
  if not year then return nil end
  local month = part and tonumber(part:match "^M(%d%d)$")
  if month then return ("%s-Q%d"):format(year, math.floor((month + 2) / 3)) end
  return part and year .. "-" .. part or year
end

-- What is done: the first verb of the content that reports use, else nothing.
local verbs

local function content_class(record)
  verbs = verbs or (function()
    local set, number = {}, 0
    for word in (require "jilu.zh.verbs"):gmatch "%S+" do
      number = number + 1
      set[core.fold(word)] = number
    end
    return core.gazetteer(set)
  end)()
  local text = core.fold(record.content or "")
  local found = verbs:scan(text)
  return found[1] and text:sub(found[1], found[2]) or "other"
end

local BY = {
  unit = function(record) return record.unit_full or record.unit or "unknown" end,
  content = content_class,
}
for name, period in pairs(PERIOD) do
  BY[name] = function(record, year)
    return record.time and period(record.time) or year or no_period(record.time)
  end
end

-- Groups ------------------------------------------------------------------------------

---@class jilu.Rollup
local Rollup = {}
Rollup.__index = Rollup

--- The ways to group, sorted.
local function ways()
  local list = {}
  for name in pairs(BY) do list[#list + 1] = name end
  table.sort(list)
  return list
end

--- Starts a summary.
---@param options { by: string, date: string?, weights: table<string, number>? }
---  `date` (YYYY-MM-DD) is what planned work is overdue at; `weights` gives a
---  score: by unit of measure, and by "entry" for each entry
---@return jilu.Rollup
local function new(options)
  if not BY[options.by] then
    check.fail("rollup", 1, 2, "by '%s'; known: %s",
      tostring(options.by), table.concat(ways(), ", "))
  end
  return setmetatable({
    by = options.by, date = options.date, weights = options.weights, groups = {}, promises = {},
    done = {}, acts = {}, years = {}, waiting = {},
  }, Rollup)
end

local function group_of(self, name)
  local group = self.groups[name]
  if not group then
    group = {
      group = name, entries = 0, done = 0, recurring = 0, planned = 0, overdue = 0, dated = 0,
      amounts = {}, targets = {}, listed = {}, repeated = {},
    }
    self.groups[name] = group
  end
  return group
end

-- What an entry is about: what it quotes, else what it counts, else all of it.
local function object_of(record)
  local quoted = (record.content or ""):match "“(.-)”" or (record.content or ""):match "《(.-)》"
  if quoted then return core.fold(quoted) end
  for _, effect in ipairs(record.effect) do
    if effect.noun and effect.noun ~= "" then return core.fold(effect.noun) end
  end
  return core.fold(record.content or "")
end

local function key_of(record)
  return core.fold(record.unit or "") .. "\0" .. object_of(record)
end

-- Why an amount is not added: "share", "rate" (of each: 元/户), "ceiling" (at
-- most so much), "number" (a fraction, a negative one); nil where it is.
local function reason_of(effect)
  local unit = effect.unit or ""
  if SHARES[unit] then return "share" end
  if unit:find("/", 1, true) then return "rate" end
  if effect.approx == "at_most" then return "ceiling" end
end

local function add_effect(group, effect, planned)
  local unit, noun = effect.unit or "", effect.noun or ""
  local why = reason_of(effect)
  if not why then
    local into = planned and group.targets or group.amounts
    local key = unit .. "\0" .. noun
    into[key] = into[key] or amount.new(unit, noun)
    if into[key]:add(effect) then return end
    why = "number"
  end
  group.listed[#group.listed + 1] = { effect = effect, why = why }
end

local function is_overdue(self, record)
  local day = self.date and record.mode == "planned" and record.time
    and last_day(closing(record.time))
  return day and day < self.date
end

-- What tells that pages report the same act: who did it, when, with which amounts.
local function act_of(record, group)
  if #record.effect == 0 or not record.time then return nil end
  local parts = { group.group, record.mode, record.unit_full or record.unit or "", record.time }
  for _, effect in ipairs(record.effect) do
    parts[#parts + 1] = ("%s %s %s %s %s"):format(effect.value or "", effect.min or "",
      effect.max or "", effect.unit or "", core.fold(effect.noun or ""))
  end
  return core.fold(table.concat(parts, "\0"))
end

-- Does another page report the act that a record tells of? It is noted. What one
-- page tells twice are two acts: as many are added as the page has that tells most.
local function is_repeated(self, record, group)
  local key = act_of(record, group)
  if not key or not record.doc then return false end
  local act = self.acts[key]
  if not act then
    self.acts[key] = { group = group, unit = record.unit_full or record.unit, time = record.time,
      content = record.content, docs = { [record.doc] = 1 } }
    return false
  end
  if not act.docs[record.doc] then
    act.docs[record.doc] = 0
    group.repeated[key] = act
  end
  for _, field in ipairs { "unit", "content" } do       -- the same in any order
    local other = field == "unit" and record.unit_full or record[field]
    if tostring(other) < tostring(act[field]) then act[field] = other end
  end
  act.docs[record.doc] = act.docs[record.doc] + 1
  local most = 0
  for doc, count in pairs(act.docs) do
    if doc ~= record.doc then most = math.max(most, count) end
  end
  return act.docs[record.doc] <= most
end

local function fold(self, record, year)
  local group = group_of(self, BY[self.by](record, year))
  if is_repeated(self, record, group) then return end
  group.entries = group.entries + 1
  group[record.mode] = group[record.mode] + 1
  if year and not record.time then group.dated = group.dated + 1 end
  if is_overdue(self, record) then group.overdue = group.overdue + 1 end
  for _, effect in ipairs(record.effect) do
    add_effect(group, effect, record.mode == "planned")
  end
  if record.mode == "recurring" then
    self.promises[#self.promises + 1] = { group = group, record = record, key = key_of(record) }
  elseif record.mode == "done" then
    local key = key_of(record)
    self.done[key] = (self.done[key] or 0) + 1
  end
end

-- Rows without a time take the year of their document, which may be told later.
local function fold_waiting(self)
  for _, record in ipairs(self.waiting) do fold(self, record, self.years[record.doc or ""]) end
  self.waiting = {}
end

--- Adds a ledger record, or what a document record says of its year; others are
--- passed over. Returns whether it was a ledger record.
---@param record table  as read from JSON; null may be nil or left out
---@return boolean
function Rollup:add(record)
  if record.type == "document" then
    local date = record.written or record.published
    local year = type(date) == "string" and date:match "^%d%d%d%d"
    if record.doc and year then self.years[record.doc] = year end
  end
  if record.type ~= "ledger" then return false end
  if PERIOD[self.by] and not record.time then self.waiting[#self.waiting + 1] = record
  else fold(self, record) end
  return true
end

-- Out ---------------------------------------------------------------------------------

local function by_unit_and_noun(a, b)
  if a.unit ~= b.unit then return a.unit < b.unit end
  return a.noun < b.noun
end

local function size_of(total)
  return tonumber(total.value or total.max) or 0
end

local function by_size(a, b)
  if size_of(a) ~= size_of(b) then return size_of(a) > size_of(b) end
  return by_unit_and_noun(a, b)
end

local function first_of(list, top)
  for k = #list, (top or #list) + 1, -1 do list[k] = nil end
  return list
end

-- By name, or the largest first where only the largest are wanted.
local function totals_of(amounts, top)
  local totals = {}
  for _, one in pairs(amounts) do
    if one.count > 0 then totals[#totals + 1] = one:total() end
  end
  table.sort(totals, top and by_size or by_unit_and_noun)
  return first_of(totals, top)
end

local function repeated_of(group)
  local list = {}
  for _, act in pairs(group.repeated) do
    local docs = {}
    for doc in pairs(act.docs) do docs[#docs + 1] = doc end
    table.sort(docs)
    list[#list + 1] = { unit = act.unit, period = act.time, content = act.content, docs = docs }
  end
  table.sort(list, function(a, b)
    if a.content ~= b.content then return tostring(a.content) < tostring(b.content) end
    return table.concat(a.docs) < table.concat(b.docs)
  end)
  return list
end

local function listed_of(group)
  local list = {}
  for k, entry in ipairs(group.listed) do
    local effect = entry.effect
    list[k] = {
      why = entry.why,
      unit = effect.unit, noun = effect.noun or "", approx = effect.approx,
      value = effect.value, min = effect.min, max = effect.max, text = effect.text,
    }
  end
  table.sort(list, function(a, b)
    if a.noun ~= b.noun then return a.noun < b.noun end
    if a.text ~= b.text then return tostring(a.text) < tostring(b.text) end
    return tostring(a.value) < tostring(b.value)
  end)
  return list
end

-- Recurring promises of a group, each with how often an entry of the same unit
-- about the same thing was reported done.
local function promises_of(self, group)
  local list = {}
  for _, promise in ipairs(self.promises) do
    if promise.group == group then
      local record = promise.record
      list[#list + 1] = {
        doc = record.doc, unit = record.unit, period = record.time, content = record.content,
        kept = self.done[promise.key] or 0,
      }
    end
  end
  table.sort(list, function(a, b)
    if a.doc ~= b.doc then return tostring(a.doc) < tostring(b.doc) end
    if a.content ~= b.content then return tostring(a.content) < tostring(b.content) end
    return tostring(a.period) < tostring(b.period)
  end)
  return list
end

-- A score is what the user's weights make of the group, and nothing else.
local function score_of(self, group, totals)
  if not self.weights then return nil end
  local score = group.entries * (self.weights.entry or 0)
  for _, total in ipairs(totals) do
    local value = tonumber(total.value or total.min) or 0
    score = score + value * (self.weights[total.unit] or 0)
  end
  return score
end

local function by_entries(a, b)
  if a.entries ~= b.entries then return a.entries > b.entries end
  return a.group < b.group
end

--- The summary: one row a group, sorted by its name; with `top` only so many
--- groups and amounts, those with most entries and the largest first.
---@param top integer?
---@return table[] rows
function Rollup:rows(top)
  fold_waiting(self)
  local rows = {}
  for _, group in pairs(self.groups) do
    local totals = totals_of(group.amounts)
    rows[#rows + 1] = {
      by = self.by, group = group.group, entries = group.entries, done = group.done,
      open = group.entries - group.done, recurring = group.recurring, planned = group.planned,
      overdue = self.date and group.overdue or nil, dated = group.dated,
      effects = top and totals_of(group.amounts, top) or totals,
      targets = totals_of(group.targets, top), listed = first_of(listed_of(group), top),
      repeated = repeated_of(group), promises = promises_of(self, group),
      score = score_of(self, group, totals),
    }
  end
  table.sort(rows, top and by_entries or function(a, b) return a.group < b.group end)
  return first_of(rows, top)
end

return { new = new, ways = ways }
