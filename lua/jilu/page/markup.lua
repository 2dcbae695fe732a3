-- What the markup that the view took out says of each line: heading marks, list
-- marks, emphasis, links, images. Evidence for roles and headings.

local markup = {}

---@class jilu.LineMarks
---@field blank boolean      nothing but markup stands on the line
---@field heading integer?   how many # stand before it
---@field item boolean?      a list mark stands before it
---@field table boolean?    the row of dashes in a table
---@field rule boolean?      a line of dashes, or the fence of a block
---@field image boolean?
---@field link boolean?
---@field row boolean?      a row of a table of HTML, its cells told apart by tabs
---@field aside boolean?    its place on the page says that it is no text
---@field emphasis integer[][]  { first, last } of emphasised words, bytes of the text

local function of_line(lines, found, number)
  local marks = found[number]
  if not marks then
    local line = lines[number]
    marks = { blank = line.i > line.j, emphasis = {} }
    found[number] = marks
  end
  return marks
end

-- Opening and closing marks of one size belong together.
local function add_emphasis(marks, mark)
  local open = marks.open or {}
  marks.open = open
  local at = open[mark.size]
  if at then
    marks.emphasis[#marks.emphasis + 1] = { at, mark.at - 1 }
    open[mark.size] = nil
  else
    open[mark.size] = mark.at
  end
end

-- Elements of HTML that stand around lines.
local function add_structure(doc, found)
  for number, line in ipairs(doc.structure or found) do
    if doc.lines[number] and (line.level > 0 or line.aside or line.item or line.cell) then
      local marks = of_line(doc.lines, found, number)
      if line.level > 0 then marks.heading = line.level end
      marks.aside, marks.item = line.aside, line.item or nil
      marks.row = line.cell and doc.lines[number].text:find("[^\t]\t") ~= nil
    end
  end
end

--- The marks of each line that has some, by its number; nil where there are none.
---@param doc jilu.Document
---@return table<integer, jilu.LineMarks>?
function markup.read(doc)
  local list = doc.view:markup()
  if not list and not doc.structure then return nil end
  local found = {}
  add_structure(doc, found)
  for k = 1, list and #list or 0 do
    local mark = list[k]
    local marks, kind = of_line(doc.lines, found, mark.line), mark.kind
    if kind == "emphasis" then add_emphasis(marks, mark)
    elseif kind == "heading" then marks.heading = mark.size
    elseif kind == "list" then marks.item = true
    elseif kind == "rule" then marks.rule = true
    elseif kind == "table" then marks.table = true
    elseif kind == "image" then marks.image = true
    elseif kind == "link" then marks.link = true
    end
  end
  return found
end

--- Whether all words of a line are emphasised: its marks, bytes i to j of its text.
---@param marks jilu.LineMarks?
---@param i integer
---@param j integer
---@return boolean
function markup.is_emphasised(marks, i, j)
  if not marks or not marks.emphasis[1] then return false end
  local at = i
  for _, span in ipairs(marks.emphasis) do
    if span[1] > at + 1 then return false end              -- a blank may stand between
    at = span[2] + 1
  end
  return at >= j
end

return markup
