-- The sections that hold a place of a document.

local sections = {}

-- A heading that runs into its paragraph holds that line alone.
local function holds(doc, section, first, number)
  if section.first > first then return false end
  return section.kind ~= "run_in" or doc:line_of(section.first).number == number
end

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.level < b.level
end

--- The sections that hold a byte, from the outermost to the innermost.
---@param doc jilu.Document
---@param first integer
---@return table[]
function sections.at(doc, first)
  local number, open, all = doc:line_of(first).number, {}, {}
  for _, section in ipairs(doc:layer "section") do
    if holds(doc, section, first, number) then all[#all + 1] = section end
  end
  table.sort(all, by_place)
  for _, section in ipairs(all) do
    while open[1] and open[#open].level >= section.level do open[#open] = nil end
    open[#open + 1] = section
  end
  return open
end

return sections
