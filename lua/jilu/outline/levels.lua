-- How deep headings stand that no marker ranks. A heading without a number stands
-- below every marker, unless numbers begin anew under it; ## says its level
-- itself; the days of a chronicle stand below the year.

local heading = require "jilu.outline.heading"
local marker = require "jilu.outline.marker"

local levels = {}

local byte, find, match = string.byte, string.find, string.match

levels.bare, levels.item, levels.run_in, levels.end_matter = 20, 25, 30, -1

-- Of lines in the same brackets, one decides for all.
local function form_of(line)
  local c = byte(line.text, line.i)
  if c == 40 and byte(line.text, line.j) == 41 then return "(" end
  if c == 227 and find(line.text, "^【.*】", line.i) then return "【" end
end

-- The heading lines, each with its marker; `adjacent`: no text stands before it.
local function read(lines)
  local list, adjacent = {}, false
  for k = 1, #lines do
    local line = lines[k]
    if line.role == "heading" then
      local what, mark = heading.read(line.text, line.i, line.j)
      list[#list + 1] = { line = line, mark = what and mark or nil, adjacent = adjacent }
      adjacent = true
    elseif line.role == "paragraph" then
      adjacent = false
    end
  end
  return list
end

local function own_rank(line)
  local marks = line.marks
  if marks and marks.heading then return marks.heading / 10 end
  if line.chronicle == "day" then return levels.bare + 0.5 end
  if line.paired == 2 then return levels.bare + 1 end
  return levels.bare
end

-- The rank above the marker that begins with 1 below heading k, or nil.
local function above_numbers(list, k, seen)
  local below = list[k + 1]
  local mark = below and below.mark
  if not mark or mark.number ~= 1 then return nil end
  if below.adjacent or seen[mark.kind] then return marker.ranks[mark.kind] - 0.5 end
end

--- Of 1 before a blank, beside headings with 1.1.
levels.number = marker.ranks.decimal - 0.3

--- 1 before a blank: the bytes of the marker, and where the words begin.
---@param line jilu.Line
---@return { first: integer, last: integer, body: integer }?
function levels.spaced(line)
  local number, behind, body = match(line.text, "^(%d?%d)() +()[^%d ]", line.i)
  if number then return { first = line.i, last = behind - 1, body = body } end
end

local function has_decimals(list)
  for k = 1, #list do
    if list[k].mark and list[k].mark.kind == "decimal" then return true end
  end
  return false
end

--- Ranks of the headings without a marker, by line.
---@param lines jilu.Line[]
---@return table<jilu.Line, number>
function levels.read(lines)
  local list, ranks, by_form, seen = read(lines), {}, {}, {}
  local decimals = has_decimals(list)
  for k = 1, #list do
    local line, mark = list[k].line, list[k].mark
    if mark then seen[mark.kind] = true
    else
      local rank, form = own_rank(line), form_of(line)
      if rank == levels.bare then rank = above_numbers(list, k, seen) or rank end
      if form and rank < levels.bare then by_form[form] = rank end
      ranks[line] = decimals and levels.spaced(line) and levels.number or rank
    end
  end
  for line, rank in pairs(ranks) do
    local form = rank == levels.bare and form_of(line)
    if form and by_form[form] then ranks[line] = by_form[form] end
  end
  return ranks
end

return levels
