-- A sink for people: records of one type as aligned columns, by the columns that
-- characters take in a terminal. Its rows are kept until the end.

local cjson = require "cjson"
local columns = require "jilu.text.columns"
local core = require "jilu.core"
local exact = require "jilu.record.exact"
local gloss = require "jilu.zh.gloss"
local lines = require "jilu.record.sinks.jsonl"

-- Columns of a terminal that one cell takes at most, by its field.
local WIDTH = { doc = 16, time = 17, unit = 22, content = 40, effect = 34, text = 40 }
local WIDTH_OF_OTHERS = 24

-- What a person reads of a ledger; other types show all fields that are no list.
local LEDGER = { "doc", "time", "unit", "content", "effect" }

-- Fields that say where a record stands, which a person does not read.
local PLACE = { start = true, ["end"] = true, norm = true }

local Sink = {}
Sink.__index = Sink

-- Cells -------------------------------------------------------------------------------

-- A quantity with its noun, and with what its unit is called in English.
local function quantity_text(item, glossed)
  local text = item.text
  local noun = item.noun
  if noun and noun ~= "" and not text:find(noun, 1, true) then text = text .. " " .. noun end
  local meaning = glossed and gloss.units[item.unit]
  return meaning and ("%s (%s)"):format(text, meaning) or text
end

local function cell_text(value, glossed)
  if value == nil or value == cjson.null then return "-" end
  if type(value) == "number" then return exact.text(value) end
  if type(value) ~= "table" then
    local text = tostring(value):gsub("[%z\1-\31\127]", " ")
    local meaning = glossed and gloss.units[text]
    return meaning and ("%s (%s)"):format(text, meaning) or text
  end
  local list = {}
  for k, item in ipairs(value) do
    list[k] = type(item) ~= "table" and tostring(item)
      or item.text and quantity_text(item, glossed)
      or tostring(item.name or item.head or item.noun)
  end
  return #list > 0 and table.concat(list, ", ") or "-"
end

-- Order -------------------------------------------------------------------------------

-- A value that can be compared: numbers before texts, nothing last.
local function key_of(value)
  if value == nil or value == cjson.null then return 3, "" end
  local number = tonumber(exact.text(value))
  if number then return 1, number end
  return 2, cell_text(value)
end

local function sort(rows, field)
  local descending = field:sub(1, 1) == "-"
  local name = descending and field:sub(2) or field
  for k, row in ipairs(rows) do
    row.rank, row.key = key_of(row.record[name])
    row.number = k
  end
  table.sort(rows, function(a, b)
    if a.rank ~= b.rank then return a.rank < b.rank end
    if a.key == b.key then return a.number < b.number end
    if descending then return a.key > b.key end
    return a.key < b.key
  end)
end

-- The sink ----------------------------------------------------------------------------

--- Takes lines of records, and keeps those of the type that is shown.
---@param records string  lines of JSON
---@return boolean?
function Sink:write(records)
  for line in records:gmatch "[^\n]+" do
    local record = exact.decode(line)
    if record.type == self.type then self.rows[#self.rows + 1] = { record = record } end
  end
  return true
end

function Sink:layout()
  local widths, cells = {}, {}
  local last = math.min(#self.rows, self.top or #self.rows)
  for r = 1, last do
    cells[r] = {}
    for k, name in ipairs(self.names) do
      cells[r][k] = columns.truncate(cell_text(self.rows[r].record[name], self.glossed),
        self.width or WIDTH[name] or WIDTH_OF_OTHERS, "…")
    end
  end
  for k, name in ipairs(self.names) do
    widths[k] = core.width(name)
    for r = 1, last do widths[k] = math.max(widths[k], core.width(cells[r][k])) end
  end
  return cells, widths
end

local function row_text(cells, widths)
  local out = {}
  for k, cell in ipairs(cells) do out[k] = columns.pad(cell, widths[k]) end
  return (table.concat(out, "  "):gsub("%s+$", "")) .. "\n"
end

--- Writes the table. Returns nil, message where that fails.
---@return boolean?, string?
function Sink:commit()
  if self.sort then sort(self.rows, self.sort) end
  local cells, widths = self:layout()
  local rule, out = {}, {}
  for k, width in ipairs(widths) do rule[k] = ("-"):rep(width) end
  out[1], out[2] = row_text(self.names, widths), row_text(rule, widths)
  for _, row in ipairs(cells) do out[#out + 1] = row_text(row, widths) end
  if #cells < #self.rows then
    out[#out + 1] = ("(%d more)\n"):format(#self.rows - #cells)
  end
  local ok, message = self.lines:write(table.concat(out))
  if not ok then return nil, message end
  return self.lines:commit()
end

function Sink:abandon() self.lines:abandon() end

-- Opening -----------------------------------------------------------------------------

-- The schema to show: the only one, or that of the ledger.
local function schema_of(schemas)
  if #schemas == 1 then return schemas[1] end
  local types = {}
  for k, schema in ipairs(schemas) do
    if schema.type == "ledger" then return schema end
    types[k] = schema.type
  end
  return nil, ("a table shows one type of records; choose one by --only: %s")
    :format(table.concat(types, ", "))
end

-- The names of the columns: those asked for, or what a person reads of the type.
local function names_of(schema, wanted)
  local known, names = {}, {}
  for _, field in ipairs(schema:columns()) do
    known[#known + 1] = field[1]
    known[field[1]] = true
    if not field.list and not PLACE[field[1]] then names[#names + 1] = field[1] end
  end
  for _, name in ipairs(wanted or {}) do
    if not known[name] and not schema.open then
      return nil, ("no field '%s'; %s has %s"):format(name, schema.type, table.concat(known, ", "))
    end
  end
  return wanted or schema.type == "ledger" and LEDGER or names
end

---@class jilu.TableOptions
---@field columns string[]?  fields
---@field width integer?     columns that a cell takes at most
---@field sort string?       a field; "-field" for the largest first
---@field top integer?       rows
---@field gloss "en"?        what units mean

--- Opens a sink of the records of one type.
---@param path? string  nil for standard output
---@param schemas jilu.Schema[]  of the types that will come
---@param _ string  the format
---@param options? jilu.TableOptions
---@return table?, string?, boolean? call  true where the call is wrong, not the file
return function(path, schemas, _, options)
  options = options or {}
  local schema, message = schema_of(schemas)
  if not schema then return nil, message, true end
  local names, unknown = names_of(schema, options.columns)
  if not names then return nil, "--columns: " .. unknown, true end
  if options.sort then
    local known
    known, unknown = names_of(schema, { (options.sort:gsub("^%-", "")) })
    if not known then return nil, "--sort: " .. unknown, true end
  end
  local file, reason = lines(path)
  if not file then return nil, reason end
  return setmetatable({ lines = file, output = file.output, type = schema.type, names = names,
    rows = {}, width = options.width, sort = options.sort, top = options.top,
    glossed = options.gloss == "en" }, Sink)
end
