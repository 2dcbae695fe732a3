-- Who may have done what a row states: the phrases at the heads of its clauses
-- and of those before it, and the bodies of the document.

local data = require "jilu.zh.subjects"
local index = require "jilu.ledger.index"
local clauses_of = require("jilu.ledger.reading").clauses
local document_bodies = require "jilu.ledger.document_bodies"

-- How many clauses, sentences and paragraphs before a row are looked at.
local CLAUSES, SENTENCES, PARAGRAPHS = 6, 3, 2

---@class jilu.ledger.Mention  a name where it stands
---@field text string  as it is written
---@field key string?  its full name where that is known
---@field kind string  see jilu.ledger.Phrase; also name (of a person at the end of a phrase)
---@field i integer?  bytes of the folded text
---@field j integer?
---@field phrase jilu.ledger.Phrase?
---@field clause table?
---@field fact table?
---@field parsed string?  the clause grammar found it too: its kind of doer, or "agent"
---@field count integer?  how often the document names it

---@class jilu.ledger.Candidate
---@field mention jilu.ledger.Mention?  nil for nobody
---@field key string?  of the mention
---@field source string  where it is nearest: core, row, after (the clauses of the row), sent
---  (its sentence), s1, s2 (sentences before), p1, p2 (paragraphs before), heading, title,
---  byline, publisher, origin, common, own (the document), null
---@field distance integer  clauses, sentences or paragraphs before the row
---@field times integer  how often it was found
---@field seen table<string, boolean>?  at which other sources

---@class jilu.ledger.Candidates
---@field doc jilu.Document
local Candidates = {}
Candidates.__index = Candidates

---@param doc jilu.Document
---@param prose table  see jilu.stages.ledger
---@return jilu.ledger.Candidates
local function new(doc, prose)
  local bodies, counts = document_bodies.of(doc, prose.facts)
  return setmetatable({
    doc = doc, prose = prose, bodies = bodies, counts = counts,
    scanner = prose.scanner,
  }, Candidates)
end

-- Mentions -------------------------------------------------------------------------------

function Candidates:mention(list, kind, i, j, clause, fact)
  local mention = { text = (self.doc.view:read(i, j)), kind = kind, i = i, j = j,
    clause = clause, fact = fact, phrase = nil, key = nil }
  list[#list + 1] = mention
  return mention
end

-- What the clause grammar found beside the phrases.
local function add_parsed(self, list, clause)
  local doer, agent = clause.doer, clause.agent
  for k = 1, doer and #list or 0 do
    local phrase = list[k].phrase
    if phrase and phrase.by == data.represents then       -- 我代表国务院
      doer = nil
      break
    end
    if list[k].i == doer.i and list[k].j == doer.j then
      list[k].parsed, doer = doer.kind, nil
      break
    end
  end
  if doer and not data.with[self.doc.folded:sub(doer.i, doer.i + 2)] then
    self:mention(list, "doer", doer.i, doer.j, clause, doer.fact).parsed = doer.kind
  end
  if agent then
    self:mention(list, "body", agent.i, agent.j, clause, agent.fact).parsed = "agent"
  end
end

-- The names in a clause, once.
function Candidates:mentions(read, clause)
  local list = clause.mentions
  if list then return list end
  list = {}
  clause.mentions = list
  local phrases = self.scanner:phrases(read, clause)
  for k = 1, #phrases do
    local phrase = phrases[k]
    self:mention(list, phrase.kind, phrase.i, phrase.j, clause, phrase.fact).phrase = phrase
    local person = phrase.person
    if person and person.folded_first > phrase.i then
      self:mention(list, "name", person.folded_first, person.folded_last, clause, person)
        .phrase = phrase
    end
  end
  add_parsed(self, list, clause)
  return list
end

-- What is no agent where it only stands before: 产值, 工程.
local PASSED = { other = true, measure = true, thing = true, work = true }

-- Those of a clause that may act in another.
function Candidates:outside(read, clause)
  local list = clause.outside
  if list then return list end
  list = {}
  clause.outside = list
  local mentions = self:mentions(read, clause)
  for k = 1, #mentions do
    if not PASSED[mentions[k].kind] then list[#list + 1] = mentions[k] end
  end
  return list
end

-- Those at the head of a sentence: of the first of its clauses that names any.
function Candidates:head(read, sentence)
  if sentence.heads then return sentence.heads end
  local list = clauses_of(read, sentence)
  local heads = {}
  for k = 1, math.min(#list, 3) do
    heads = self:outside(read, list[k])
    if #self:mentions(read, list[k]) > 0 then break end
  end
  sentence.heads = heads
  return heads
end

-- Candidates -----------------------------------------------------------------------------

-- What tells one candidate from another: the full name where it is one.
local function key_of(mention)
  local fact = mention.fact
  if fact and fact.full and fact.folded_first == mention.i and fact.folded_last == mention.j then
    return fact.full
  end
  return mention.text
end

-- The same name stands once, where it is nearest.
local function add_one(list, by_key, source, distance, mention)
  local key = mention.key
  if not key then
    key = key_of(mention)
    mention.key = key
  end
  local same = by_key[key]
  if same then
    same.times = same.times + 1
    same.seen = same.seen or {}
    same.seen[source] = true
    return
  end
  local candidate = { mention = mention, key = key, source = source, distance = distance,
    times = 1, seen = nil, score = nil }
  by_key[key] = candidate
  list[#list + 1] = candidate
end

local function add(list, by_key, source, distance, mentions)
  for k = 1, #mentions do add_one(list, by_key, source, distance, mentions[k]) end
end

-- Behind the deed of a row only those count that are marked: 由…, 被….
local function marked(mentions)
  local list = {}
  for k = 1, #mentions do
    local mention = mentions[k]
    if mention.phrase and mention.phrase.by or mention.parsed == "agent" then
      list[#list + 1] = mention
    end
  end
  return list
end

function Candidates:add_clauses(list, by_key, read, row)
  local clauses = row.clauses
  add(list, by_key, "core", 0, self:mentions(read, clauses[row.core]))
  for n = row.core - 1, row.k1, -1 do
    add(list, by_key, "row", row.core - n, self:mentions(read, clauses[n]))
  end
  for n = row.core + 1, row.k2 do
    add(list, by_key, "after", n - row.core, marked(self:mentions(read, clauses[n])))
  end
  for n = row.k1 - 1, math.max(1, row.k1 - CLAUSES), -1 do
    add(list, by_key, "sent", row.k1 - n, self:outside(read, clauses[n]))
  end
end

-- What is said before the first item of a run introduces every item.
local function before_items(read)
  for s, sentence in ipairs(read.sentences) do
    if sentence.item then return s - 1 end
  end
end

local function predecessor(read, s)
  if not read.sentences[s].item then return s - 1 end
  read.lead = read.lead or before_items(read)
  return read.lead
end

function Candidates:add_sentences(list, by_key, read, k, s)
  for back = 1, SENTENCES do
    s = predecessor(read, s)
    local sentence = read.sentences[s]
    if not sentence then break end
    add(list, by_key, back == 1 and "s1" or "s2", back, self:head(read, sentence))
  end
  for back = 1, math.min(PARAGRAPHS, k - 1) do
    local other = self.prose.reading(k - back)
    local sentences, source = other.sentences, back == 1 and "p1" or "p2"
    if sentences[1] then add(list, by_key, source, back, self:head(other, sentences[1])) end
    if sentences[2] then
      add(list, by_key, source, back, self:head(other, sentences[#sentences]))
    end
  end
end

-- Names in the heading that a paragraph stands under.
function Candidates:headings(paragraph)
  local section, list = paragraph.section, {}
  if not section or not section.first then return list end
  local i, j = self.doc.view:locate(section.first, section.last)
  for _, kind in ipairs { "organization", "person" } do
    local facts = self.prose.facts[kind]
    local fact = facts[index.from(facts, 1, #facts, i)]
    if fact and fact.folded_first <= j then
      list[#list + 1] = document_bodies.mention(self.doc, fact)
    end
  end
  return list
end

-- Nothing is inherited backwards: who is first named behind a row did not do it,
-- unless the page says so at its head or foot.
local BY_NAME = { common = true, own = true }

local function named_behind(body, row)
  return BY_NAME[body.source] and body.mention.i ~= nil and body.mention.i > row.j
end

--- All candidates for a row of paragraph k, nearest first, nobody last.
---@param k integer
---@param row table
---@return jilu.ledger.Candidate[]
function Candidates:of(k, row)
  local read, list, by_key = self.prose.reading(k), {}, {}
  self:add_clauses(list, by_key, read, row)
  self:add_sentences(list, by_key, read, k, row.clauses.sentence.index)
  add(list, by_key, "heading", 0, self:headings(self.prose[k]))
  for n = 1, #self.bodies do
    local body = self.bodies[n]
    if not named_behind(body, row) then add_one(list, by_key, body.source, 0, body.mention) end
  end
  list[#list + 1] = { source = "null", distance = 0, times = 1, score = nil }
  return list
end

return { new = new }
