-- The facts that a document states.
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

--- The facts of a document in their order, read with `with`, with the
--- document's own extractor, or with that of the language.
---@param doc jilu.Document
---@param with? jilu.Extractor
---@return table[]
return function(doc, with)
  local lines, kept = doc.lines, 0
  local date, basis, year = anchor.of(doc)
  date = date and date:gsub(" ", "T")
  local years = anchor.years(doc, date, year)
  with = with or doc.extractor
  local facts = (with and with.core or extractor.default())
    :facts(doc.view, date, years, doc.lexicon)
  for k = 1, #facts do
    local fact = facts[k]
    local kinds = KINDS[lines[fact.line].role]
    if not kinds or kinds[fact.type] then
      -- what is not relative to the date is to the year of the report
      if fact.anchor then fact.anchor_basis = fact.anchor == date and basis or "text" end
      kept = kept + 1
      facts[kept] = fact
    end
  end
  for k = #facts, kept + 1, -1 do facts[k] = nil end
  return facts
end
