-- Whose deed a row is, where the row does not say: the nearest doer before it
-- in its segment or sentence, the subject of the paragraph, the document's.

local units = require "jilu.ledger.units"

---@class jilu.ledger.Subjects
---@field doc jilu.Document
---@field default string?
local Subjects = {}
Subjects.__index = Subjects

local function new(doc)
  return setmetatable({ doc = doc }, Subjects)
end

local function named(doc, read, doer)
  local first, last = doc:span(read.line, doer.i, doer.j)
  return (doc:norm(first, last))
end

local function full_name(doc, read, doer)
  local fact = doer.fact
  if fact and fact.full then
    local _, last = doc:span(read.line, doer.i, doer.j)
    if fact.last >= last then return fact.full end
  end
  return named(doc, read, doer)
end

-- Does a doer stand at the head of its sentence, behind times and circumstances?
local function heads_sentence(list, k)
  for n = k - 1, 1, -1 do
    if list[n].stop == "。" or list[n + 1].item then return true end
    if list[n].kind == "deed" and list[n].verb and not list[n].colon then return false end
  end
  return true
end

local function byline_of(doc)
  for _, line in ipairs(doc.lines) do
    if line.role == "byline" then
      for _, fact in ipairs(doc:layer "organization") do
        if doc:line_of(fact.first) == line then
          return fact.full or (doc:norm(fact.first, fact.last))
        end
      end
    end
  end
end

--- Finds the document's own unit: the first body that heads a sentence; where
--- the byline names the same body more fully, its name there.
---@param readings table[]
function Subjects:learn(readings)
  local record = self.doc:layer "document"[1]
  local signed = byline_of(self.doc) or record and record.organization
  for _, read in ipairs(readings) do
    for k, clause in ipairs(read.clauses) do
      local doer = clause.doer
      if doer and doer.kind == "body" and doer.fact and heads_sentence(read.clauses, k) then
        local name = full_name(self.doc, read, doer)
        if signed and #signed > #name and signed:sub(-#name) == name then name = signed end
        self.default = name
        return
      end
    end
  end
  self.default = signed and (signed:gsub("董事会$", ""))
end

--- Begins a paragraph.
---@param read table
function Subjects:enter(read)
  self.subjects = {}
  local list = read.clauses
  local topic, lead, sentence
  for k, clause in ipairs(list) do
    local before = list[k - 1]
    if clause.item then
      if lead == nil then lead = topic or false end
      topic, sentence = lead or nil, nil
    elseif before and before.stop == "。" then
      sentence = nil
    end
    local doer = clause.doer
    if doer and doer.kind == "ours" then
      sentence = "ours"
      if heads_sentence(list, k) then topic = nil end
    elseif doer then
      sentence = doer
      if doer.kind == "body" and heads_sentence(list, k) then topic = doer end
    end
    self.subjects[k] = sentence or topic or "ours"
  end
end

--- The unit of a row and where it was found.
---@param read table
---@param row table
---@return string? unit
---@return "stated"|"inherited"|nil basis
function Subjects:unit(read, row)
  local list = read.clauses
  for k = row.k1, row.k2 do
    local agent = units.passive_agent(read, list[k])
    if agent then return named(self.doc, read, agent), "stated" end
  end
  for k = row.k1, row.k2 do
    local doer = list[k].doer
    if doer and doer.kind ~= "ours" and (doer.kind == "body" or k <= row.core) then
      return named(self.doc, read, doer), "stated"
    end
  end
  local subject = self.subjects[row.core]
  if subject == "ours" then return self.default, "inherited" end
  return named(self.doc, read, subject), "inherited"
end

return { new = new }
