-- Fits the weights of the ranker of contents (lua/jilu/ledger/content.lua) on
-- documents with gold, and prints them as a module.
--
--   lua5.4 spec/weights/content.lua [--leave A,B,…] DIR … > content.lua
--
-- See fitting.lua for DIR. The rows are the ledger's own, paired with those of
-- the gold as the scorer pairs them. A candidate is a pair of where the content
-- begins and ends; it is right where it overlaps the gold's by half. Weights are
-- drawn to those of content_prior.lua.

local jilu = require "jilu"
local pipeline = require "jilu.pipeline"
local content = require "jilu.ledger.content"
local here = arg[0]:match "^(.*)/[^/]*$" or "."
local fitting = dofile(here .. "/fitting.lua")
local prior = dofile(here .. "/content_prior.lua")

local PASSES, PENALTY = 60, 12

local function joined(...)
  local list = {}
  for _, names in ipairs { ... } do
    for _, name in ipairs(names) do list[#list + 1] = name end
  end
  return list
end

-- The rows of a document that pair with one of the gold: their candidates.
local function instances_of(entry, ledger, lexicon, list)
  local doc = jilu.document(entry.text, { id = entry.name, lexicon = lexicon })
  local rows, by_row = {}, {}
  content.observe = function(context, start, last, names)
    local entry_of = by_row[context.row]
    if not entry_of then
      local i, j = doc.view:original(context.row.i, context.row.j)
      entry_of = { i = i - 1, j = j, candidates = {} }
      by_row[context.row], rows[#rows + 1] = entry_of, entry_of
    end
    local i, j = doc.view:original(start.i, last.j)
    entry_of.candidates[#entry_of.candidates + 1] = { i = i - 1, j = j,
      features = joined(start.features, last.features, names) }
  end
  assert(ledger:watch(doc, function(stage)
    if stage.rule then stage.rule:run(doc) else stage.run(doc) end
  end))
  content.observe = nil
  fitting.pair(rows, entry.gold.ledger, function(row, g)
    local gold = { start = g.content_start, ["end"] = g.content_end }
    for _, c in ipairs(row.candidates) do
      c.right = fitting.share(gold, c.i, c.j) >= 0.5
      row.any = row.any or c.right
    end
    row.gold, list[#list + 1] = gold, row
  end)
end

local documents = fitting.read_documents(fitting.arguments())
local lexicon = assert(jilu.lexicon.open())
local ledger = assert(pipeline.load "ledger")
local list, any = {}, 0
for _, entry in ipairs(documents) do instances_of(entry, ledger, lexicon, list) end
for _, row in ipairs(list) do if row.any then any = any + 1 end end
io.stderr:write(("%d rows, a right candidate in %d\n"):format(#list, any))
fitting.print_weights("contents", "content", fitting.fit(list, prior, PASSES, PENALTY))
