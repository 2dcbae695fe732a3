-- Events without a number: what a date says was done. Evidence is summed; a
-- clause that has enough of it is a row.

local data = require "jilu.zh.subjects"
local events = require "jilu.ledger.events"
local predicates = require "jilu.ledger.predicates"

local find, sub = string.find, string.sub

-- The sum from which a clause is a row.
local ENOUGH = 3

local function new_row(list, k1, k2, core)
  return { clauses = list, k1 = k1, k2 = k2, core = core, i = list[k1].i, j = list[k2].j }
end

-- 6月底前, 9月15日前: what is said with it is to be done by then.
local function is_deadline(date)
  local mod = date.mod
  return mod == "before" or mod == "end" and find(date.text, "前$") ~= nil
end

local function is_day(value)
  return find(value, "%d%d%d%d%-%d%d%-%d%d") ~= nil
end

-- Clauses that only set the scene: 考察期间, 据统计, 如…, 当…时.
local function sets_scene(reading, clause)
  local text = reading.text
  if clause.colon or clause.kind == "circumstance" then return true end
  for length = 6, 3, -3 do
    if clause.j - clause.i >= length then
      if data.scene_endings[sub(text, clause.j - length + 1, clause.j)] then return true end
      if data.hypothetical[sub(text, clause.i, clause.i + length - 1)] then return true end
    end
  end
  return false
end

-- What the verb says of the clause.
local function of_verb(reading, clause, i, word)
  if data.says[word] or data.copulas[word]
      or data.says[sub(reading.text, clause.j - 5, clause.j)] then
    return -4
  end
  if data.stances[word] then return -1 end
  local _, _, is = predicates.word_at(reading, clause.verb)
  if is and is.speech then return -4 end
  local behind = sub(reading.text, i + #word, i + #word + 2)
  return (data.perfect[behind] or data.located[behind]) and 2 or 1
end

-- A passive of publicity (被报道) is no event.
local function is_publicity(reading, clause)
  local parse, n = reading.parse, clause.number
  return clause.passive and parse:find(n, "publicity", parse:find(n, "passive")) ~= nil
end

-- `stated`: the date that stands in the row; `heading`: the date of the heading
-- above; else one of the sentence or paragraph governs.
local function evidence(reading, scanner, clause, stated, heading)
  if sets_scene(reading, clause) or is_publicity(reading, clause) then return 0 end
  local i, word, class = scanner:predicate(reading, clause)
  local subject = scanner:subject(reading, clause, true)
  if not i or class == "vn" and not subject then return 0 end
  local date = stated or heading or clause.scope
  local sum = of_verb(reading, clause, i, word)
  if date.mod == "since" or date.kind == "duration" then sum = sum - 2 end
  if data.negations[sub(reading.text, i - 3, i - 1)] then sum = sum - 3 end
  sum = sum + (stated and 2 or heading and 1 or 0)
  if date.value and is_day(date.value) then sum = sum + 1 end
  if subject then sum = sum + 1 end
  if events.may_be_event(clause) and events.is_event(reading, clause, stated ~= nil) then
    return sum + 2
  end
  return (stated and date.value or heading) and sum or sum - 3
end

-- A date says when something was done: not 2018年以来, not how long it took.
local function is_dated(date)
  if not date then return false end
  if date.value == nil then return date.mod ~= "since" and date.kind ~= "duration" end
  return date.kind ~= "duration" or date.mod ~= nil
end

-- 由…牵头 only says who does what follows.
local function is_promised(reading, clause)
  if clause.kind ~= "deed" or not clause.verb then return false end
  local _, j, is = predicates.word_at(reading, clause.verb)
  if j == clause.j and reading.parse:find(clause.number, "doer") then return false end
  return not is.speech and not predicates.is_passive(clause)
end

-- Does a listed event follow that nobody else did: the two are one?
local function goes_on(reading, scanner, after)
  return after and not after.date and not after.quantities and events.may_be_event(after)
    and events.is_event(reading, after, true) and not scanner:subject(reading, after, true)
end

local function is_reported(reading, scanner, clause, stated, after)
  if stated and is_deadline(stated) and is_promised(reading, clause) then return true end
  local listed = events.may_be_event(clause) and events.is_event(reading, clause, stated ~= nil)
  if not listed and goes_on(reading, scanner, after) then return false end
  local heading = reading.date
  if not (is_dated(stated) or heading or clause.scope and clause.scope.value) then return false end
  return evidence(reading, scanner, clause, stated, heading) >= ENOUGH
end

-- The doer before clause k, with nothing but circumstances between; else k.
local function doer_before(list, first, k, taken)
  if list[k].doer then return k end
  for n = k - 1, first, -1 do
    if taken[n] then return k end
    local clause = list[n]
    if clause.doer and not clause.date then return n end
    if clause.kind ~= "circumstance" then return k end
  end
  return k
end

local function speaks(reading, clause)
  return data.says[sub(reading.text, clause.j - 5, clause.j)] or false
end

-- 由某局主办, before what was done.
local function names_host(reading, scanner, clause)
  local subject = scanner:subject(reading, clause, false)
  if not subject or not subject.by or clause.quantities then return false end
  local i, word = scanner:predicate(reading, clause)
  return i ~= nil and i + #word - 1 == clause.j
end

-- 2019年, before 6月开始试点: nothing but when.
local function is_only_time(clause)
  local date = clause.date
  return date ~= nil and date.folded_first <= clause.i and date.folded_last >= clause.j
end

---@class jilu.ledger.EventReader
---@field reading jilu.ledger.Reading
---@field scanner jilu.ledger.Scanner
---@field list table[]  clauses
---@field taken table<integer, boolean>
---@field rows table[]
---@field time integer?  the clause with the date that holds
---@field host integer?  the clause that only says who did what follows
---@field row table?  the last row, while nothing else came
local EventReader = {}
EventReader.__index = EventReader

function EventReader:add(first, k)
  local k1 = doer_before(self.list, first, self.time or k, self.taken)
  if self.host and self.host < k1 then k1 = self.host end
  self.row = new_row(self.list, k1, k, k)
  self.rows[#self.rows + 1] = self.row
  self.taken[k] = true
  self.time, self.host = nil, nil
end

-- 并参观了展览 belongs to the event before.
function EventReader:joins(k)
  local clause, row = self.list[k], self.row
  return row and row.k2 == k - 1 and not clause.date and predicates.joins(self.reading, clause)
    and not self.scanner:subject(self.reading, clause, true)
end

-- 预计2014年年中完成: when the deed before is to be done.
local function is_forecast(reading, scanner, clause)
  if not clause.date or clause.doer or clause.quantities then return false end
  for length = 9, 3, -3 do
    if data.forecasts[sub(reading.text, clause.i, clause.i + length - 1)] then
      return scanner:predicate(reading, clause) ~= nil
        and not scanner:subject(reading, clause, true)
    end
  end
  return false
end

-- Takes a forecast into the row of the deed before it, or makes one of both.
function EventReader:forecast(k)
  local clause, before = self.list[k], self.list[k - 1]
  if self.taken[k - 1] then
    for n = #self.rows, 1, -1 do
      local row = self.rows[n]
      if row.clauses == self.list and row.k2 == k - 1 then
        row.k2, row.j, row.forecast = k, clause.j, true
        break
      end
    end
  elseif before.kind == "deed" and before.verb and not before.date then
    local row = new_row(self.list, k - 1, k, k - 1)
    row.forecast = true
    self.rows[#self.rows + 1] = row
    self.taken[k - 1] = true
  else return false end
  self.taken[k], self.time, self.row = true, nil, nil
  return true
end

function EventReader:step(first, k, last)
  local clause, list = self.list[k], self.list
  if k > first and is_forecast(self.reading, self.scanner, clause) and self:forecast(k) then
    return
  end
  if clause.date and not (self.time == k - 1 and is_only_time(list[k - 1])) then
    self.time = k
  end
  if not (self.time or self.row or clause.scope or self.reading.date) then return end
  if names_host(self.reading, self.scanner, clause) and k < last then
    self.host = self.host or k
    return
  end
  if self:joins(k) then
    self.row.k2, self.row.j = k, clause.j
    self.taken[k] = true
    return
  end
  local stated = self.time and list[self.time].date
  local after = k < last and not self.taken[k + 1] and list[k + 1] or nil
  if (stated or clause.scope or self.reading.date)
      and is_reported(self.reading, self.scanner, clause, stated, after) then
    self:add(first, k)
  elseif speaks(self.reading, clause) then self.time = nil end
end

--- Adds the rows of clauses first..last of a sentence that no row has.
---@param reading jilu.ledger.Reading
---@param scanner jilu.ledger.Scanner
---@param list table[]
---@param first integer
---@param last integer
---@param rows table[]
---@param taken table<integer, boolean>
local function read(reading, scanner, list, first, last, rows, taken)
  local self = setmetatable({ reading = reading, scanner = scanner, list = list, taken = taken,
    rows = rows }, EventReader)
  for k = first, last do
    if taken[k] then self.time, self.host, self.row = nil, nil, nil
    else self:step(first, k, last) end
  end
end

return { read = read, new_row = new_row, is_deadline = is_deadline, sets_scene = sets_scene }
