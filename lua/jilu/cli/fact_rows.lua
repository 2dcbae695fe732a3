-- An annotation as rows for a reader: itself, then each of its parts with its
-- own bytes, then what else is known of it.

local schema = require "jilu.record.schema"

--- One row: any cell but the first may be absent.
---@class jilu.Row
---@field name string    type, or the name of a part
---@field depth integer  0 for the annotation, 1 and more for its parts
---@field bytes string?  start-end as in records
---@field text string?   what stands there
---@field value string?
---@field rule string?
---@field message string?  in place of text, value and rule

local fact_rows = {}

--- Bytes as in records: of the input as it was read, from 0, the last one not part of it.
---@param doc jilu.Document
---@param first integer
---@param last integer
---@return string
function fact_rows.bytes(doc, first, last)
  first, last = doc:original(first, last)
  return ("%d-%d"):format(first - 1, last)
end

-- Values -----------------------------------------------------------------------------

-- A number with all its digits.
local function number_of(a, name)
  return tostring(a[schema.digits_of(name)] or a[name])
end

local function amount(a)
  local number = a.min and ("%s..%s"):format(number_of(a, "min"), number_of(a, "max"))
    or number_of(a, "value")
  local words = {}
  if a.approx ~= "exact" and a.approx ~= "range" then words[1] = a.approx end
  words[#words + 1] = number
  if a.unit and a.unit ~= "" then words[#words + 1] = a.unit end
  if a.currency or (a.ucum and a.ucum ~= a.unit) then
    words[#words + 1] = ("[%s]"):format(a.currency or a.ucum)
  end
  return table.concat(words, " ")
end

local function change(a)
  local unit = a.unit and " " .. a.unit or ""
  if a.factor then return ("x %s%s"):format(tostring(a.factor), unit) end
  return ("%s -> %s%s"):format(number_of(a, "from"), number_of(a, "to"), unit)
end

local function time(a)
  return (a.value or "unknown") .. (a.mod and (" (%s)"):format(a.mod) or "")
end

-- How the value of each type reads, and the fields that this takes in.
local VALUES = {
  quantity = { amount, "value", "digits", "min", "min_digits", "max", "max_digits", "unit",
    "currency", "ucum", "approx" },
  change = { change, "from", "from_digits", "to", "to_digits", "factor", "unit", "ucum",
    "currency" },
  time = { time, "value", "mod" },
}

-- Of other types the first of these fields that there is.
local HEADS = { "value", "key", "full", "heading", "content", "name", "repair" }

local function value_of(a)
  local known = VALUES[a.type]
  if known then
    local taken = {}
    for k = 2, #known do taken[known[k]] = true end
    return known[1](a), taken
  end
  for _, key in ipairs(HEADS) do
    if type(a[key]) == "string" then
      return a[key] ~= a.text and a[key] or nil, { [key] = true }
    end
  end
  return nil, {}
end

-- Parts ------------------------------------------------------------------------------

-- Fields that stand in the first row, or in none.
local PLACES = {
  type = true, first = true, last = true, text = true, norm = true, line = true, rule = true,
  folded_first = true, folded_last = true,
}

-- The same of the annotations of one type; a user's may have fields of that name.
local PLACES_OF = { section = { i = true, j = true } }
local NONE = {}

-- The names of the fields, in the order of the records.
local function names_of(a)
  local names, seen = {}, {}
  local known = schema.of(a.type or "")
  for _, field in ipairs(known and known.fields or {}) do
    names[#names + 1] = field[1]
    seen[field[1]] = true
  end
  local others, places = {}, PLACES_OF[a.type] or NONE
  for name in pairs(a) do
    if type(name) == "string" and not seen[name] and not PLACES[name] and not places[name]
      and not name:find "_first$" and not name:find "_last$" then
      others[#others + 1] = name
    end
  end
  table.sort(others)
  for _, name in ipairs(others) do names[#names + 1] = name end
  return names
end

local function plain(value)
  if type(value) ~= "table" then return tostring(value) end
  local list = {}
  for k, item in ipairs(value) do list[k] = plain(item) end
  if #list > 0 then return table.concat(list, ", ") end
  for name, item in pairs(value) do list[#list + 1] = ("%s %s"):format(name, plain(item)) end
  table.sort(list)
  return table.concat(list, ", ")
end

local add_fields

-- The items of a list: parts, members, effects.
local function add_list(rows, doc, name, list, depth)
  for k, item in ipairs(list) do
    local value, taken = value_of(item.approx and setmetatable({ type = "quantity" },
      { __index = item }) or item)
    if item.number then value, taken.number = tostring(item.number), true end
    rows[#rows + 1] = {
      name = ("%s %d"):format(name, k), depth = depth, value = value,
      bytes = item.first and fact_rows.bytes(doc, item.first, item.last),
      text = item.first and doc:text(item),
    }
    add_fields(rows, doc, item, depth + 1, taken)
  end
end

-- The fields of an annotation, or of an item inside it, but for those taken.
function add_fields(rows, doc, a, depth, taken)
  local more = {}
  for _, name in ipairs(names_of(a)) do
    local value, first = a[name], a[name .. "_first"]
    if first then
      local last = a[name .. "_last"]
      rows[#rows + 1] = {
        name = name, depth = depth, bytes = fact_rows.bytes(doc, first, last),
        text = doc.source:sub(first, last),
      }
    elseif type(value) == "table" and type(value[1]) == "table" then
      add_list(rows, doc, name, value, depth)
    elseif value ~= nil and value ~= "" and not taken[name]
      and not (type(value) == "table" and next(value) == nil) then
      more[#more + 1] = ("%s %s"):format(name, plain(value))
    end
  end
  if #more > 0 then
    rows[#rows + 1] = { name = "", depth = depth, message = table.concat(more, ", ") }
  end
end

--- The rows of an annotation.
---@param doc jilu.Document
---@param a table  with type; first and last where it stands somewhere
---@param rule string  what made it
---@return jilu.Row[]
function fact_rows.of(doc, a, rule)
  local value, taken = value_of(a)
  local rows = { {
    name = a.type, depth = 0, bytes = a.first and fact_rows.bytes(doc, a.first, a.last),
    text = a.first and doc:text(a), value = value, rule = rule,
  } }
  add_fields(rows, doc, a, 1, taken)
  return rows
end

return fact_rows
