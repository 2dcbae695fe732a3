-- The facts that a document states.
--
-- Where roles are known (stage `zones`), spam and boilerplate state nothing
-- but their quotations, and metadata no quantities. Times are resolved against
-- the date that the stage `metadata` found, or the text itself shows, and the
-- year that title and headings name.

local anchor = require "jilu.facts.anchor"
local check = require "jilu.check"
local extractor = require "jilu.facts.extractor"

local QUOTES = { quote = true }
local NO_QUANTITIES = {
  time = true, quote = true, work = true, organization = true, person = true, place = true,
  url = true, contact = true, document_number = true,
}

-- Kinds of facts that a line of this role may state; absent: all.
local KINDS = { spam = QUOTES, boilerplate = QUOTES, metadata = NO_QUANTITIES }

-- What may be stated by number of the line; nil where every line may state all.
local function allowed(lines)
  local list
  for k = 1, #lines do
    local kinds = KINDS[lines[k].role]
    if kinds then
      list = list or {}
      list[k] = kinds
    end
  end
  return list
end

--- The facts of a document, read with `with`, with the document's own
--- extractor, or with that of the language.
---@param doc jilu.Document
---@param with? jilu.Extractor
---@return userdata  jilu.Facts
---@return userdata  the extractor of the core that read them
return function(doc, with)
  local date, basis, year = anchor.of(doc)
  date = date and date:gsub(" ", "T")
  local years = anchor.years(doc, date, year)
  with = with or doc.extractor
  -- what is not relative to the date is to the year of the report
  local core = with and with.core or extractor.default()
  -- a finalizer may have closed it since
  if doc.closed then check.closed("facts", doc) end
  local facts = core:read(doc.view, date, years, doc.lexicon, basis or "text")
  local kinds = not doc.too_many_lines and allowed(doc.lines)
  if kinds then facts:keep(kinds) end
  return facts, core
end
