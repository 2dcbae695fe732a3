-- The stage `facts`: what the document states, one layer a kind of fact.

local statements = require "jilu.statements"

---@param doc jilu.Document
---@param with? jilu.Extractor
return function(doc, with)
  local layers, facts = doc.layers, statements(doc, with)
  for k = 1, #facts do
    local fact = facts[k]
    local layer = layers[fact.type]
    if layer then layer[#layer + 1] = fact else layers[fact.type] = { fact } end
  end
  doc.has_facts = true
end
