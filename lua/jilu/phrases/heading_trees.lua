-- Headings as trees: what stands below each, and the nodes of a framework that are
-- made of them.

local trees = {}

local find = string.find

--- A node of a framework over the bytes first..last of the text.
---@return table
function trees.node(doc, first, last)
  return { name = (doc:norm(first, last)), first = first, last = last, members = {} }
end

-- The sections of the levels that may be spelled out, of those with words: `i`
-- and `j` are their bytes in the line.
function trees.read_headings(doc)
  local sections, levels = doc:layer "section", { {}, {}, below = nil }
  for k = 1, #sections do
    local section = sections[k]
    local list = levels[section.level]
    if list and section.i and section.i <= section.j then list[#list + 1] = section end
  end
  return levels
end

-- The items below each section that have a head.
local function read_items(doc)
  local sections, enumerations, below = doc:layer "section", doc:layer "enumeration", {}
  local k = 0
  for e = 1, #enumerations do
    local enumeration = enumerations[e]
    while sections[k + 1] and sections[k + 1].first < enumeration.first do k = k + 1 end
    local section = sections[k]
    local list = section and (below[section] or {})
    for n = 1, list and #enumeration.items or 0 do
      local item = enumeration.items[n]
      if item.head_last >= item.head_first then list[#list + 1] = item end
    end
    if section then below[section] = list end
  end
  return below
end

--- The items below each section, read once.
---@param doc jilu.Document
---@param levels table  of trees.read_headings
---@return table<table, table[]>
function trees.items_below(doc, levels)
  levels.below = levels.below or read_items(doc)
  return levels.below
end

--- The folded text of a heading's line.
---@return string
function trees.text_of(doc, heading)
  return doc.lines[heading.line].text
end

local NONE = {}

-- The part of a heading before its first comma.
function trees.first_part(text, heading)
  local comma = find(text, "[,;: ]", heading.i)
  return heading.i, comma and comma <= heading.j and comma - 1 or heading.j
end

-- The sections right below the k-th.
function trees.sections_below(sections, k)
  local list, level = {}, sections[k].level
  for n = k + 1, #sections do
    local section = sections[n]
    if section.level <= level then break end
    if section.level == level + 1 and section.i and section.i <= section.j then
      list[#list + 1] = n
    end
  end
  return list
end

-- Trees deeper than this are no system.
local DEEPEST = 4

-- Where each section stands in the list, counted once.
local function number_of(levels, sections, heading)
  local numbers = levels.numbers
  if not numbers then
    numbers = {}
    levels.numbers = numbers
    for k = 1, #sections do numbers[sections[k]] = k end
  end
  return numbers[heading]
end

-- The nodes of the headings right below one.
local function subheadings(doc, levels, heading, depth)
  local sections, nodes = doc:layer "section", {}
  local number = number_of(levels, sections, heading)
  for m, n in ipairs(number and trees.sections_below(sections, number) or NONE) do
    local i, j = trees.first_part(trees.text_of(doc, sections[n]), sections[n])
    nodes[m] = trees.heading_node(doc, levels, sections[n], i, j, depth)
  end
  return nodes
end

-- What stands below a heading: the heads of its items, else its own headings; these
-- below an item where there is one alone.
local function add_below(doc, levels, made, heading, depth)
  local items = trees.items_below(doc, levels)[heading] or NONE
  for k, item in ipairs(items) do
    made.members[k] = trees.node(doc, item.head_first, item.head_last)
  end
  if items[2] or depth >= DEEPEST then return end
  local nodes = subheadings(doc, levels, heading, depth + 1)
  if not items[1] then made.members = nodes
  elseif nodes[1] then made.members[1].members = nodes end
end

--- The node of a heading, of which bytes i..j of its line are the name, with all that
--- stands below it.
---@param doc jilu.Document
---@param levels table  of trees.read_headings
---@param heading table
---@param i integer
---@param j integer
---@param depth integer?  1 for a heading below the root
---@return table
function trees.heading_node(doc, levels, heading, i, j, depth)
  local first, last = doc:span(doc.lines[heading.line], i, j)
  local made = trees.node(doc, first, last)
  add_below(doc, levels, made, heading, depth or 1)
  return made
end

return trees
