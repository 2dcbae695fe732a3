-- The stage `facts`: what the document states, one layer a kind of fact.

local layers = require "jilu.document.layers"
local statements = require "jilu.facts.statements"

---@param doc jilu.Document
---@param with? jilu.Extractor
local function run(doc, with)
  local facts, core = statements(doc, with)
  local kinds = facts:kinds()
  for k = 1, #kinds do layers.hold(doc, kinds[k], facts) end
  if doc.explained then require("jilu.facts.name_candidates")(doc, core) end
  doc.meta.has_facts = true
end

return {
  name = "facts",
  reads = { "line", "document", "section" },
  makes = {
    "quantity", "change", "time", "work", "quote", "numeral_phrase", "organization", "person",
    "place", "document_number", "url", "contact",
  },
  run = run,
}
