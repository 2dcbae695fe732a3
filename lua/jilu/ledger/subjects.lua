-- Whose deed a row is, where the row does not say: the nearest doer before it
-- in its sentence, the subject of the sentences before, the document's own.

local clauses_of = require("jilu.ledger.reading").clauses
local predicates = require "jilu.ledger.predicates"

-- How many paragraphs back 该支部 may have been named.
local REACH = 5

---@class jilu.ledger.Subjects
---@field doc jilu.Document
---@field default string?  the document's own unit
local Subjects = {}
Subjects.__index = Subjects

local function named(doc, doer)
  return (doc.view:read(doer.i, doer.j))
end

local function full_name(doc, doer)
  local fact = doer.fact
  if fact and fact.full then
    local _, last = doc.view:original(doer.i, doer.j)
    if fact.last >= last then return fact.full end
  end
  return named(doc, doer)
end

-- The doer at the head of a sentence, behind times and circumstances.
local function head_of(read, sentence)
  local list = clauses_of(read, sentence)
  for k = 1, #list do
    local clause = list[k]
    local doer = clause.doer
    if doer and doer.kind ~= "person" and doer.kind ~= "same"
      and not predicates.is_passive(clause) then return doer end
    if clause.kind == "deed" and clause.verb and not clause.colon then return nil end
  end
end

-- The document's own unit ---------------------------------------------------------------

-- Who signed it, else whose name its title begins with, else who publishes it.
local function signature(doc)
  local titled
  for _, fact in ipairs(doc:peek "organization") do
    local line = doc.lines[fact.line] or doc:line_of(fact.first)
    if line.role == "byline" then return fact.full or (doc:norm(fact.first, fact.last)) end
    if line.role == "title" and fact.first == line.first then
      titled = titled or fact.full or (doc:norm(fact.first, fact.last))
    end
  end
  local record = doc:layer "document"[1]
  return titled or record and record.organization or nil
end

local opening

local function first_subject(doc, prose)
  local counts, first, limit = {}, nil, opening(prose)
  for k = 1, #prose do
    local read = prose.reading(k)
    for _, sentence in ipairs(read.sentences) do
      local doer = sentence.named and head_of(read, sentence)
      if doer and doer.kind == "body" and doer.fact then
        local name = full_name(doc, doer)
        counts[name] = (counts[name] or 0) + 1
        if k <= limit or counts[name] > 1 then return name end
      end
    end
  end
end

local MANY = { ["各"] = true, ["全"] = true, ["广"] = true, ["每"] = true, ["所"] = true }

-- How many paragraphs there are up to the first that reports something: who is
-- named only behind it did not do it.
function opening(prose)
  for k = 1, #prose do
    local paragraph = prose[k]
    if paragraph.q1 or paragraph.t1 then return k end
  end
  return #prose
end

-- A body that is named without being known as an organisation (机关党委); 各单位
-- are many.
local function first_body(doc, prose)
  for k = 1, opening(prose) do
    local read = prose.reading(k)
    for _, sentence in ipairs(read.sentences) do
      local doer = head_of(read, sentence)
      if doer and doer.kind == "body" and not MANY[read.text:sub(doer.i, doer.i + 2)] then
        return named(doc, doer)
      end
    end
  end
end

--- Of a document: the first organisation that heads a sentence; where who signed
--- it is the same by a fuller name, that. 公司董事会 signs for its company.
---@param doc jilu.Document
---@param prose table  paragraphs, and `reading`: the reading of the k-th
---@return jilu.ledger.Subjects
local function new(doc, prose)
  local signed, subject = signature(doc), first_subject(doc, prose)
  signed = signed or not subject and first_body(doc, prose) or nil
  local default = subject or signed
  if signed and subject and #signed > #subject and signed:sub(-#subject) == subject
      and signed ~= "中共" .. subject then default = signed end
  default = default and (default:gsub("董事会$", "")) or nil
  return setmetatable({ doc = doc, prose = prose, default = default }, Subjects)
end

-- The subject of a paragraph ------------------------------------------------------------

-- What is said before the first item of a run introduces every item.
local function before_items(read)
  if not read.lead then
    read.lead = 0
    for s, sentence in ipairs(read.sentences) do
      if sentence.item then
        read.lead = s - 1
        break
      end
    end
  end
  return read.lead
end

-- The sentence whose subject goes on in sentence s; 0 for none.
local function predecessor(read, s)
  if read.sentences[s].item then return before_items(read) end
  return s - 1
end

-- The subject that holds at the end of sentence s; false for none.
local function topic(read, s)
  local sentences, passed = read.sentences, {}
  local found = false
  while s > 0 do
    local sentence = sentences[s]
    if sentence.topic == nil then sentence.topic = head_of(read, sentence) end
    if sentence.topic ~= nil then
      found = sentence.topic
      break
    end
    passed[#passed + 1] = sentence
    s = predecessor(read, s)
  end
  for k = 1, #passed do passed[k].topic = found end
  return found
end

local function subject_of(read, row)
  local list, passed = row.clauses, false
  local sentence = list.sentence
  for k = row.core, (sentence.without or 0) + 1, -1 do
    local doer = list[k].doer
    passed = passed or k < row.core and list[k].stop == ";"
    if doer and (k == row.core or not predicates.is_passive(list[k]))
      and not (passed and doer.kind == "person") then return doer end
  end
  sentence.without = row.core
  return topic(read, predecessor(read, sentence.index))
end

-- The subject that was named last before paragraph k; nil for none.
function Subjects:before(k)
  for n = k - 1, math.max(1, k - REACH), -1 do
    local read = self.prose.reading(n)
    local found = topic(read, #read.sentences)
    if found and found.kind == "body" then return named(self.doc, found) end
  end
end

-- Whom 该支部 in a row of paragraph k means.
function Subjects:same(k, row)
  local read = self.prose.reading(k)
  local found = topic(read, predecessor(read, row.clauses.sentence.index))
  if found and found.kind == "body" then return named(self.doc, found) end
  return self:before(k) or self.default
end

local function stated(doc, row)
  local list = row.clauses
  for n = row.k1, row.k2 do
    local agent = list[n].agent
    if agent then return named(doc, agent) end
  end
  for n = row.k1, row.k2 do
    local doer = list[n].doer
    if doer and (doer.kind == "body" or doer.kind == "person" and n <= row.core) then
      return named(doc, doer)
    end
  end
end

--- The unit of a row of paragraph k and where it was found.
---@param k integer
---@param row table
---@return string? unit
---@return "stated"|"inherited" basis
function Subjects:unit(k, row)
  local read = self.prose.reading(k)
  local name = stated(self.doc, row)
  if name then return name, "stated" end
  local subject = subject_of(read, row)
  if subject and subject.kind == "same" then return self:same(k, row), "inherited" end
  if not subject or subject.kind == "ours" then return self.default, "inherited" end
  return named(self.doc, subject), "inherited"
end

return { new = new }
