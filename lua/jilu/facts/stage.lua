-- The stage `facts`: what the document states, one layer a kind of fact.

local statements = require "jilu.facts.statements"

---@param doc jilu.Document
---@param with? jilu.Extractor
return function(doc, with)
  local facts = statements(doc, with)
  local kinds = facts:kinds()
  for k = 1, #kinds do doc:hold(kinds[k], facts) end
  doc.has_facts = true
end
