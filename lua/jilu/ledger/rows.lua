-- Puts the clauses of a paragraph together to rows: one for each deed that has
-- a quantity or a time.
--
-- A row grows around a clause with a quantity. What only states results or who
-- took part belongs to the deed before it; the time or the doer that stands
-- before the deed in its segment, and circumstances with a quantity, belong to
-- the deed behind them.

local dated_events = require "jilu.ledger.dated_events"
local events = require "jilu.ledger.events"
local clauses_of = require("jilu.ledger.reading").clauses
local predicates = require "jilu.ledger.predicates"
local rules = require "jilu.ledger.row_rules"

-- One segment while it is read: no ; within.
--   row         the last row
--   deed        the last clause without a quantity that states a deed, not in a row
--   forward     the first clause that waits for the deed behind it; `waiting` the last
--   time, doer  the last clauses with a time or a doer that no row took
--   object      the last clause that says what a deed was done to: 对…问题,
--   open        the row sets time apart for what follows
---@class jilu.ledger.Segment
local Segment = {}
Segment.__index = Segment

local new_row = dated_events.new_row

function Segment:clear()
  self.deed, self.forward, self.time, self.doer, self.open = nil, nil, nil, nil, nil
end

function Segment:add(k1, k2, core)
  self.row = new_row(self.list, math.min(k1, self.forward or k1), k2, core)
  self.rows[#self.rows + 1] = self.row
  self:clear()
end

function Segment:extend(k)
  self.row.k2, self.row.j = k, self.list[k].j
  self:clear()
end

-- The deed before had a deadline of its own; what follows has another.
function Segment:is_past_deadline()
  local time, deed = self.time, self.deed
  return time and deed and time <= deed and dated_events.is_deadline(self.list[time].date)
end

-- A date of its own opens a row where a deed had the one before.
function Segment:is_another(k)
  local time, deed = self.time, self.deed
  return time and deed and time <= deed and time < k and self.list[k].quantities ~= nil
    and self.list[time].date ~= self.list[k].date
end

function Segment:see(k)
  local clause = self.list[k]
  if clause.date then
    if self:is_past_deadline() or self:is_another(k) then
      self.time, self.deed, self.doer = nil, nil, nil
    end
    if not self.time then self.time = k end
  end
  if clause.doer or not clause.quantities and clause.kind == "deed"
      and rules.is_acted(self.reading, self.scanner, clause) then self.doer = k end
end

-- Where the row of the deed in clause k begins. A doer is left behind by
-- another deed between; a change of a measure is no deed of a doer before it.
function Segment:start(k)
  local list, doer = self.list, self.doer
  if list[k].change and self.time and self.time < k - 1 then return k end
  if self.time then return self.time end
  if not doer then return k end
  for n = doer + 1, k - 1 do
    if list[n].kind == "deed" then return k end
  end
  return doer
end

-- Does the result in clause k, the first of its segment or with a time of its
-- own, stand before its deed: 面积70平方米,配备图书1200册?
function Segment:precedes(k)
  local clause, after = self.list[k], self.list[k + 1]
  if k == self.last or clause.verb or not (clause.date or not self.row and not self.deed) then
    return false
  end
  return after.kind == "deed" and after.quantities and not after.date and not after.change
end

-- Forgets the deed before, which is no part of what follows; its time holds.
function Segment:leave_deed()
  if self.doer and self.doer <= self.deed then self.doer = nil end
  if self.time and self.time <= self.deed then self.time = nil end
  self.deed = nil
end

-- Does the clause open a row although it could be the result of the deed before?
function Segment:opens(k)
  local clause, row = self.list[k], self.row
  if not clause.quantities then return false end
  if row and clause.recurrence and self.list[row.core].recurrence then return true end
  local deed = self.deed
  if deed and rules.is_stance(self.reading, self.scanner, self.list[deed]) then
    return self.scanner:predicate(self.reading, clause) ~= nil
  end
  return (deed or row) and rules.is_own(self.reading, self.scanner, clause)
end

function Segment:result(k)
  local clause = self.list[k]
  if self:opens(k) then
    if self.deed then self:leave_deed() end
    return self:counted(k)
  end
  local dated = clause.date or self.forward or self.deed and (self.time or 0) > self.deed
  if self.deed and not dated then
    self:add(math.min(self:start(self.deed), self.deed), k, self.deed)
  elseif self.row and not dated and not clause.outcome then
    self:extend(k)
  elseif self:precedes(k) then
    self.forward, self.waiting = self.forward or k, k
    self:see(k)
  else
    self:counted(k)
  end
end

local function issues(reading, clause)
  local _, _, is = predicates.word_at(reading, clause.verb)
  return is and is.issue
end

-- A deed with a quantity or a recurrence.
function Segment:counted(k)
  local clause, deed = self.list[k], self.deed
  self:see(k)
  local k1, core = self:start(k), k
  if self.time and deed and deed >= k1
      and events.is_event(self.reading, self.list[deed], true) then
    local issued = issues(self.reading, self.list[deed]) and not issues(self.reading, clause)
    if issued or clause.doer and self.list[deed].doer then
      self:add(k1, deed, deed)                 -- complete in itself
      k1 = k
    elseif not clause.doer then
      core = deed
    end
  end
  if k1 == k and deed == k - 1 and predicates.joins(self.reading, clause) then k1 = deed end
  if k1 == k and self.object == k - 1 then k1 = k - 1 end
  self:add(k1, k, core)
  self.open = predicates.sets_time(self.reading, clause)
end

function Segment:plain(k)
  local clause = self.list[k]
  if clause.colon and clause.plan then return end          -- 主要目标是:
  self:see(k)
  if clause.kind ~= "deed" or not clause.verb then
    if self.forward and self.waiting == k - 1 and self.scanner:predicate(self.reading, clause) then
      self:add(self:start(self.forward), k, k)
    end
    return
  end
  if self.open and not clause.doer and not clause.date then
    self:extend(k)
    self.open = true
  elseif self.forward then
    self:add(self:start(k), k, k)
  else
    self.deed = k
  end
end

-- A clause that sets the scene. Its quantities go with the deed behind it, unless
-- that has a doer and quantities of its own.
function Segment:circumstance(k)
  local clause = self.list[k]
  local _, is = self.reading.parse:head(clause.number)
  if clause.quantities and not rules.states_nothing(self.reading, self.scanner, clause) then
    self.forward, self.waiting = self.forward or k, k
  end
  if is and is.object_prep then self.object = k end
  self:see(k)
end

-- Does a result without a number that is known follow the row?
function Segment:is_followed(k)
  return self.row and self.row.k2 == k - 1
    and rules.is_plain_result(self.reading, self.scanner, self.list[k])
end

-- The rules of jilu.ledger.row_rules; true where one of them took the clause.
function Segment:by_rule(k)
  local list, reading, scanner = self.list, self.reading, self.scanner
  local clause, after = list[k], k < self.last and list[k + 1] or nil
  if self.topic then
    local topic = self.topic
    self.topic = nil
    self:add(topic, k, k)
    self.row.topic = true
    return true
  elseif rules.is_topic(reading, clause, after) then
    self.topic = k
    return true
  elseif self:is_followed(k) then
    self:extend(k)
    return true
  elseif not clause.quantities then return false end
  if rules.states_nothing(reading, scanner, clause) then
    self:see(k)
    return true
  elseif self.row and self.row.k2 == k - 1 and rules.continues(reading, clause) then
    self:extend(k)
    return true
  elseif self.deed == k - 1 and rules.continues(reading, clause) then
    self:add(self:start(k - 1), k, k - 1)
    return true
  elseif self.row and self.row.k2 == k - 1 and rules.lists(reading, scanner, self.row, clause) then
    self:extend(k)
    return true
  elseif self.row and rules.is_part_with_verb(reading, scanner, clause) then
    self:clear()
    self:add(k, k, k)
    return true
  elseif rules.waits(reading, scanner, clause, after) then
    self.forward, self.waiting = self.forward or k, k
    self:see(k)
    return true
  end
  local forward = self.forward and list[self.forward]
  if forward and forward.kind == "circumstance" and scanner:subject(reading, clause, true)
      and not forward.date then self.forward = nil end
  return false
end

function Segment:step(k)
  local clause = self.list[k]
  if clause.kind == "circumstance" then self:circumstance(k)
  elseif self:by_rule(k) then return
  elseif not clause.quantities and clause.recurrence and not clause.verb and k < self.last then
    self:see(k)
    self.forward, self.waiting = self.forward or k, k
  elseif not clause.quantities and not clause.recurrence then self:plain(k)
  elseif clause.kind == "result" then self:result(k)
  elseif self.row and not self.deed and events.is_yield(self.reading, self.row, clause) then
    self:extend(k)
  else self:counted(k) end
end

-- Reads clauses first..last of a sentence.
function Segment:read(list, first, last)
  self.list, self.last = list, last
  self.row, self.object, self.topic = nil, nil, nil
  self:clear()
  for k = first, last do
    if list[k].behind and not (self.open or self.forward) then
      if not self:is_followed(k) then return end
      self:extend(k)
    else self:step(k) end
  end
  -- no deed that is known came: none of its quantities is lost
  if self.forward then self:add(self:start(self.forward), self.waiting, self.waiting) end
end

-- The paragraph ------------------------------------------------------------------------

local function read_sentence(segment, list, scanner)
  local reading, rows = segment.reading, segment.rows
  local first, taken = 1, {}
  for k = 1, #list do
    if list[k].stop == ";" then
      local before = #rows
      if not list[first].behind then segment:read(list, first, k) end
      for n = before + 1, #rows do
        for m = rows[n].k1, rows[n].k2 do taken[m] = true end
      end
      dated_events.read(reading, scanner, list, first, k, rows, taken)
      first = k + 1
    end
  end
end

local function by_start(a, b) return a.i < b.i end

--- The rows of a line, from left to right: clauses k1..k2 of `clauses`, bytes
--- i..j, and `core`, the clause of the deed.
---@param reading table  scope.read has been there
---@param scanner jilu.ledger.Scanner
---@return table[]
local function read(reading, scanner)
  local rows = {}
  local segment = setmetatable({ reading = reading, rows = rows, scanner = scanner }, Segment)
  for s = 1, #reading.sentences do
    local sentence = reading.sentences[s]
    if sentence.q1 or sentence.t1 or reading.date then
      read_sentence(segment, clauses_of(reading, sentence), scanner)
    end
  end
  if rows[2] then table.sort(rows, by_start) end
  return rows
end

return { read = read }
