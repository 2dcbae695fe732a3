-- Fits the weights of the ranker of agents (lua/jilu/ledger/agents.lua) on
-- documents with gold, and prints them as a module.
--
--   lua5.4 spec/weights/agents.lua [--leave A,B,…] DIR … > agents.lua
--
-- See fitting.lua for DIR. The rows are the ledger's own, paired with those of
-- the gold as the scorer pairs them. A candidate is right where the gold accepts
-- its name. Weights are drawn to those of agents_prior.lua.

local json = require "dkjson"
local jilu = require "jilu"
local pipeline = require "jilu.pipeline"
local agents = require "jilu.ledger.agents"
local weights = require "jilu.zh.weights.agents"

local here = arg[0]:match "^(.*)/[^/]*$" or "."
local fitting = dofile(here .. "/fitting.lua")
local prior = dofile(here .. "/agents_prior.lua")

local ROUNDS, PASSES, PENALTY = 3, 40, 1.6

-- Not fitted: by how much a candidate must be better than nobody, and one that
-- stands only in the document's head or tail by how much more.
local MARGIN, DOCUMENT_MARGIN = 0.3, 0.3

local function accepts(g, text)
  text = text == nil and json.null or text
  if g.unit == text or g.unit == nil and text == json.null then return true end
  if g.unit_full == text and text ~= json.null then return true end
  for _, other in ipairs(type(g.unit_alt) == "table" and g.unit_alt or {}) do
    if other == text then return true end
  end
  return false
end

-- The rows of a document that pair with one of the gold: their candidates.
local function instances_of(entry, ledger, lexicon, list)
  local doc = jilu.document(entry.text, { id = entry.name, lexicon = lexicon })
  local rows = {}
  agents.Agents.observe = function(_, row, candidates, best)
    for _, c in ipairs(candidates) do c.text = c.mention and c.mention.text end
    local first, last = doc.view:original(row.i, row.j)
    rows[#rows + 1] = { i = first - 1, j = last, candidates = candidates, best = best }
  end
  assert(ledger:watch(doc, function(stage)
    if stage.rule then stage.rule:run(doc) else stage.run(doc) end
  end))
  agents.Agents.observe = nil
  fitting.pair(rows, entry.gold.ledger, function(row, g)
    for _, c in ipairs(row.candidates) do
      c.right = accepts(g, c.text)
      row.any = row.any or c.right
    end
    row.right = accepts(g, row.best.text)
    list[#list + 1] = row
  end)
end

local documents = fitting.read_documents(fitting.arguments())
local lexicon = assert(jilu.lexicon.open())
local ledger = assert(pipeline.load "ledger")
local w
for round = 1, ROUNDS do
  local list = {}
  for _, entry in ipairs(documents) do instances_of(entry, ledger, lexicon, list) end
  local any, right = 0, 0
  for _, row in ipairs(list) do
    if row.any then any = any + 1 end
    if row.right then right = right + 1 end
  end
  io.stderr:write(("round %d: %d rows, a right candidate in %d, chosen right %d\n")
    :format(round, #list, any, right))
  w = fitting.fit(list, prior, PASSES, PENALTY)
  w.margin, w.document_margin = MARGIN, DOCUMENT_MARGIN
  fitting.set(weights, w)
end
fitting.print_weights("agents", "agents", w,
  ("  margin = %.2f, document_margin = %.2f,"):format(w.margin, w.document_margin))
