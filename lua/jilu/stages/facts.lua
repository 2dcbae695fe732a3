-- The stage `facts`: what the document states, one layer a kind of fact.
--
-- Where roles are known (stage `zones`), spam and boilerplate state nothing
-- but their quotations, and metadata no quantities. Times are resolved against
-- the date that the stage `metadata` found, or the text itself shows, and the
-- year that title and headings name.

local anchor = require "jilu.anchor"
local extractor = require "jilu.extractor"

local QUOTES = { quote = true }
local NO_QUANTITIES = {
  time = true, quote = true, work = true, organization = true, person = true, place = true,
  url = true, contact = true, document_number = true,
}

-- Kinds of facts that a line of this role may state; absent: all.
local KINDS = { spam = QUOTES, boilerplate = QUOTES, metadata = NO_QUANTITIES }

---@param doc jilu.Document
return function(doc)
  local lines, layers = doc.lines, doc.layers
  local date, basis, year = anchor.of(doc)
  date = date and date:gsub(" ", "T")
  local years = anchor.years(doc, date, year)
  local facts = extractor.default():facts(doc.view, date, years)
  for k = 1, #facts do
    local fact = facts[k]
    local kind = fact.type
    local kinds = KINDS[lines[fact.line].role]
    if not kinds or kinds[kind] then
      -- what is not relative to the date is to the year of the report
      if fact.anchor then fact.anchor_basis = fact.anchor == date and basis or "text" end
      local layer = layers[kind]
      if layer then layer[#layer + 1] = fact else layers[kind] = { fact } end
    end
  end
  doc.has_facts = true
end
