-- Whose deed a row is: of all candidates the one with the highest score, and
-- nobody where none is better than that by a margin.

local candidates = require "jilu.ledger.candidates"
local data = require "jilu.zh.subjects"
local features = require "jilu.ledger.agent_features"
local full_names = require "jilu.ledger.full_names"
local ranker = require "jilu.ledger.ranker"
local weights = require "jilu.zh.weights.agents"

local ranking = ranker.new(weights)

---@class jilu.ledger.Agents
---@field previous string|false|nil  the agent of the row before; false for nobody
---@field won table<string|false, integer>  how many rows above each agent has
---@field observe? fun(agents: jilu.ledger.Agents, row: table, list: table[], best: table)
local Agents = {}
Agents.__index = Agents

-- How a source is called in a record; the others are the document's.
local BASIS = { core = "stated", row = "stated", after = "stated", sent = "inherited",
  s1 = "inherited", s2 = "inherited", p1 = "inherited", p2 = "inherited" }

---@param doc jilu.Document
---@param prose table
---@return jilu.ledger.Agents
local function new(doc, prose)
  return setmetatable({ doc = doc, prose = prose, candidates = candidates.new(doc, prose),
    won = {}, ranking = ranking:copy() }, Agents)
end

-- The candidates of a row, each with its `score`, and its `features` where somebody observes.
function Agents:ranked(k, row)
  local list = self.candidates:of(k, row)
  local context = features.context_of(self.prose.reading(k), row, list, self)
  local own = self.ranking
  for n = 1, #list do
    local candidate = list[n]
    own:begin(self.observe)
    features.of(own, candidate, context)
    candidate.score, candidate.features = own.score, own.names
  end
  return list
end

local NO_AGENT = { other = true, measure = true, thing = true, event = true, work = true }

-- Who stands behind 被 did it, whatever the score; who published it did not.
local function behind_passive(read, row, list)
  local clause = row.clauses[row.core]
  if not clause.passive then return nil end
  local parse, n = read.parse, clause.number
  if parse:find(n, "publicity", parse:find(n, "passive")) then return nil end
  for k = 1, #list - 1 do
    local candidate = list[k]
    local mention = candidate.mention
    if mention.clause ~= clause then break end
    if mention.parsed == "agent" or mention.phrase and mention.phrase.by == data.passive
        and not NO_AGENT[mention.kind] then return candidate end
  end
end

-- Nobody, where no other is better by a margin; who is named nowhere near needs a
-- wider one.
local function best_of(list)
  local best = list[#list]
  local most = best.score + weights.margin
  for n = 1, #list - 1 do
    local candidate = list[n]
    local score = candidate.score
    if not BASIS[candidate.source] then score = score - weights.document_margin end
    if score > most then best, most = candidate, score end
  end
  return best
end

local SHOWN = 5

-- The best candidates of a row, for jilu explain.
function Agents:shown(list)
  local sorted, shown = {}, {}
  for n = 1, #list do sorted[n] = list[n] end
  table.sort(sorted, function(a, b) return a.score > b.score end)
  for n = 1, math.min(SHOWN, #sorted) do
    local candidate = sorted[n]
    local mention, first, last = candidate.mention, nil, nil
    if mention and mention.i then first, last = self.doc.view:original(mention.i, mention.j) end
    shown[n] = { name = mention and mention.text or "nobody",
      score = ("%.2f"):format(candidate.score), source = candidate.source, first = first,
      last = last }
  end
  return shown
end

--- The agent of a row of paragraph k; nil for nobody.
---@param k integer
---@param row table
---@return jilu.ledger.Mention? agent
---@return "stated"|"inherited"|"document"|nil basis
function Agents:of(k, row)
  local list = self:ranked(k, row)
  local best = behind_passive(self.prose.reading(k), row, list) or best_of(list)
  if self.observe then self:observe(row, list, best) end
  if self.doc.explained then self.chosen_among = self:shown(list) end
  local mention = best.mention
  local key = best.key or false
  self.previous, self.won[key] = key, (self.won[key] or 0) + 1
  if mention then return mention, BASIS[best.source] or "document" end
end

--- The full name of an agent; nil where it is not known.
---@param mention jilu.ledger.Mention
---@return string?
function Agents:full_name(mention)
  return full_names.of(self.doc, self.candidates.bodies, self.prose.facts, mention)
end

return { new = new, Agents = Agents }
