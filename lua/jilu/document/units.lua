-- The sentences and words of a document, as annotations of the original text.
-- Boilerplate, where the stage `zones` found some, has none.

local core = require "jilu.core"

local units = {}

local FOREIGN = { boilerplate = true, spam = true }

-- Calls `receive(line, i, j)` for the lines, i to j being what lies in the span.
local function each_line(doc, span, receive)
  local from, to = 1, #doc.folded
  if span then from, to = doc.view:locate(span.first, span.last) end
  for _, line in ipairs(doc.lines) do
    local i, j = math.max(from - line.offset, 1), math.min(to - line.offset, #line.text)
    if i <= j and not FOREIGN[line.role] then receive(line, i, j) end
  end
end

local function annotation(doc, kind, line, i, j)
  local first, last = doc:span(line, i, j)
  return { type = kind, first = first, last = last, text = (doc:norm(first, last)),
    line = line.number }
end

--- The sentences (UAX #29) of a document or of a part of it; none goes beyond its
--- line.
---@param doc jilu.Document
---@param span? { first: integer, last: integer }
---@return jilu.Annotation[]
function units.sentences(doc, span)
  local list = {}
  each_line(doc, span, function(line, i, j)
    for first, last in core.sentences(line.text:sub(i, j)) do
      list[#list + 1] = annotation(doc, "sentence", line, i + first - 1, i + last - 1)
    end
  end)
  return list
end

--- The words of a document or of a part of it: by its lexicon, with their tags,
--- or else by UAX #29. White space is no word.
---@param doc jilu.Document
---@param span? { first: integer, last: integer }
---@return jilu.Word[]
function units.words(doc, span)
  local list, lexicon = {}, doc.lexicon
  each_line(doc, span, function(line, i, j)
    local text = line.text:sub(i, j)
    local function add(first, last, tag)
      if text:sub(first, last):find "%S" then
        local word = annotation(doc, "word", line, i + first - 1, i + last - 1)
        word.tag = tag
        list[#list + 1] = word
      end
    end
    if lexicon then
      for first, last, tag in lexicon:words(text, { tags = true }) do add(first, last, tag) end
    else
      for first, last in core.words(text) do add(first, last) end
    end
  end)
  return list
end

return units
