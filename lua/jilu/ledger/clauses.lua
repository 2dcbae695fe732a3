-- The clauses of a document for stages and rules of users: what the ledger reads,
-- as annotations of the original text.

local index = require "jilu.ledger.index"
local reading = require "jilu.ledger.reading"

local clauses = {}

--- A clause of a sentence of prose.
---@class jilu.Clause: jilu.Annotation
---@field text string
---@field line integer
---@field kind "event"|"result"|"circumstance"  what it tells
---@field sentence integer  number of its sentence in the document, from 1
---@field stop string?      the mark that ends it: "," or ";"; nil at the end of a sentence
---@field agent { first: integer, last: integer, text: string, fact: table? }?  who acts
---@field quantities table[]
---@field times table[]

-- The core's names of kinds, and ours.
local KINDS = { deed = "event" }

local FIELDS = { quantity = "q", time = "t", organization = "o", change = "c" }

-- Paragraphs of prose with the facts that begin in each; headings that run into
-- one are no part of it.
local function paragraphs_of(doc, facts)
  local list = {}
  local sections, markers = index.sections_by_line(doc), index.markers_by_line(doc)
  for _, line in ipairs(doc.lines) do
    if #line.text > 0 and (line.role == nil or line.role == "paragraph") then
      local first, last = line.offset + 1, line.offset + #line.text
      local paragraph = { line = line, i = first, j = last, first = first, last = last,
        markers = markers[line.number] }
      for _, section in ipairs(sections[line.number] or {}) do
        if section.kind == "run_in" then
          paragraph.first = select(2, doc.view:locate(section.first, section.last)) + 1
        end
      end
      list[#list + 1] = paragraph
    end
  end
  for kind, field in pairs(FIELDS) do
    local of_kind = facts[kind]
    index.share(list, of_kind, of_kind[1] and 1, #of_kind, field .. "1", field .. "2")
  end
  return list
end

-- The facts number `from` to `to` of a list.
local function slice(facts, from, to)
  local list = {}
  for k = from or 1, from and to or 0 do list[#list + 1] = facts[k] end
  return list
end

local function agent_of(doc, clause)
  local who = clause.agent or clause.doer
  if not who or not who.i then return nil end
  local first, last = doc.view:original(who.i, who.j)
  return { first = first, last = last, text = doc:norm(first, last), fact = who.fact }
end

local function public(doc, read, clause, line, sentence)
  local first, last = doc.view:original(clause.i, clause.j)
  return {
    type = "clause", first = first, last = last, text = (doc:norm(first, last)),
    line = line.number, sentence = sentence, kind = KINDS[clause.kind] or clause.kind,
    stop = clause.stop, agent = agent_of(doc, clause),
    quantities = slice(read.quantities, clause.q1, clause.q2),
    times = slice(read.times, clause.t1, clause.t2),
  }
end

--- All clauses of the prose of a document, in their order. The facts are read
--- where they are not there.
---@param doc jilu.Document
---@return jilu.Clause[]
function clauses.of(doc)
  doc:facts "quantity"
  local facts = {
    quantity = index.facts_of(doc, "quantity"), time = index.facts_of(doc, "time"),
    organization = index.bodies_of(doc), change = index.facts_of(doc, "change"),
  }
  local list, sentences = {}, 0
  for _, paragraph in ipairs(paragraphs_of(doc, facts)) do
    local read = reading.read(doc.folded, paragraph, facts)
    for _, sentence in ipairs(read.sentences) do
      sentences = sentences + 1
      for _, clause in ipairs(reading.clauses(read, sentence)) do
        list[#list + 1] = public(doc, read, clause, paragraph.line, sentences)
      end
    end
  end
  return list
end

return clauses
