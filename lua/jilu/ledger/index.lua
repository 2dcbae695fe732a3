-- Facts and marks by line, in folded positions.

--- An annotation and where it stands in the folded line.
---@class jilu.ledger.Entry
---@field i integer
---@field j integer
---@field fact table

local NONE = {}

local sub = string.sub

local function by_start(a, b) return a.i < b.i end

local function place(doc, fact)
  local first = fact.folded_first
  if not first then return doc:locate(fact.first, fact.last) end
  local line = doc.lines[fact.line]
  return line, first - line.offset, fact.folded_last - line.offset
end

--- Entries of a layer by line number, each list in the order of the text.
---@param doc jilu.Document
---@param kind string
---@param accepts? fun(text: string, j: integer): boolean  of a line and a last byte
---@return table<integer, jilu.ledger.Entry[]>
local function by_line(doc, kind, accepts)
  local found, layer = {}, doc:layer(kind)
  for k = 1, #layer do
    local fact = layer[k]
    local line, i, j = place(doc, fact)
    if not accepts or accepts(line.text, j) then
      local entries = found[line.number]
      if not entries then
        entries = {}
        found[line.number] = entries
      end
      local n = #entries
      if n > 0 and entries[n].i > i then entries.unsorted = true end
      entries[n + 1] = { i = i, j = j, fact = fact }
    end
  end
  for _, entries in pairs(found) do
    if entries.unsorted then table.sort(entries, by_start) end
  end
  return found
end

-- What places are called that have a government.
local GOVERNED = {}
for suffix in ("县 市 区 省 州 盟 旗 镇 乡 街道"):gmatch "%S+" do GOVERNED[suffix] = true end

local function is_governed(text, j)
  return GOVERNED[sub(text, j - 2, j)] or GOVERNED[sub(text, j - 5, j)] or false
end

--- Organisations by line number, and with them the places that have a
--- government: 临澄县 may do what an office does.
---@param doc jilu.Document
---@return table<integer, jilu.ledger.Entry[]>
local function bodies_by_line(doc)
  local found = by_line(doc, "organization")
  for number, places in pairs(by_line(doc, "place", is_governed)) do
    local list = found[number]
    if list then
      for k = 1, #places do list[#list + 1] = places[k] end
      table.sort(list, by_start)
    else
      found[number] = places
    end
  end
  return found
end

--- The items of enumerations by line number: i is where the marker begins, j
--- its last byte.
---@param doc jilu.Document
---@return table<integer, jilu.ledger.Entry[]>
local function items_by_line(doc)
  local found = {}
  for _, enumeration in ipairs(doc:layer "enumeration") do
    for _, item in ipairs(enumeration.items) do
      local line, i, j = doc:locate(item.first, item.first + #item.marker - 1)
      local entries = found[line.number] or {}
      found[line.number] = entries
      entries[#entries + 1] = { i = i, j = j, fact = item }
    end
  end
  for _, entries in pairs(found) do table.sort(entries, by_start) end
  return found
end

return {
  by_line = by_line, bodies_by_line = bodies_by_line, items_by_line = items_by_line, NONE = NONE,
}
