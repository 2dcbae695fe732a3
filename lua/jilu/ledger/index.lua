-- Facts and marks by line, in folded positions.

--- An annotation and where it stands in the folded line.
---@class jilu.ledger.Entry
---@field i integer
---@field j integer
---@field fact table

local NONE = {}

local function by_start(a, b) return a.i < b.i end

local function place(doc, lines, fact)
  if fact.folded_first then
    local line = lines[fact.line]
    return line, fact.folded_first - line.offset, fact.folded_last - line.offset
  end
  return doc:locate(fact.first, fact.last)
end

--- Entries of a layer by line number, each list in the order of the text.
---@param doc jilu.Document
---@param kind string
---@return table<integer, jilu.ledger.Entry[]>
local function by_line(doc, kind)
  local found, lines = {}, doc.lines
  for _, fact in ipairs(doc:layer(kind)) do
    local line, i, j = place(doc, lines, fact)
    local entries = found[line.number]
    if not entries then
      entries = {}
      found[line.number] = entries
    end
    local before = entries[#entries]
    if before and before.i > i then entries.unsorted = true end
    entries[#entries + 1] = { i = i, j = j, fact = fact }
  end
  for _, entries in pairs(found) do
    if entries.unsorted then table.sort(entries, by_start) end
  end
  return found
end

-- What places are called that have a government.
local GOVERNED = { "县", "市", "区", "省", "州", "盟", "旗", "镇", "乡", "街道" }

local function is_governed(text, entry)
  for _, suffix in ipairs(GOVERNED) do
    if text:sub(entry.j - #suffix + 1, entry.j) == suffix then return true end
  end
  return false
end

--- Organisations by line number, and with them the places that have a
--- government: 临澄县 may do what an office does.
---@param doc jilu.Document
---@return table<integer, jilu.ledger.Entry[]>
local function bodies_by_line(doc)
  local found = by_line(doc, "organization")
  for number, places in pairs(by_line(doc, "place")) do
    local text, list = doc.lines[number].text, found[number] or {}
    for _, entry in ipairs(places) do
      if is_governed(text, entry) then
        entry.place = true
        list[#list + 1] = entry
      end
    end
    table.sort(list, by_start)
    if list[1] then found[number] = list end
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
