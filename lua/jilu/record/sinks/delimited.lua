-- Sinks of rows: comma-separated (RFC 4180) and tab-separated values of one
-- type of records, under a row of names. A list can have a row for each item.

local cjson = require "cjson"
local cell = require "jilu.record.sinks.cell"
local exact = require "jilu.record.exact"
local lines = require "jilu.record.sinks.jsonl"
local nested = require "jilu.record.sinks.nested"

local Sink = {}
Sink.__index = Sink

-- Cells -------------------------------------------------------------------------------

-- What a person reads of a list: the texts of its items.
local function list_text(list)
  local texts = {}
  for k, item in ipairs(list) do
    if type(item) == "table" then
      item = item.text or item.name or item.head or nested(item)
    end
    texts[k] = tostring(item)
  end
  return table.concat(texts, "; ")
end

local function cell_text(value)
  if value == nil or value == cjson.null then return "" end
  if type(value) == "number" then return exact.text(value) end
  if type(value) == "table" then
    if #value > 0 then return list_text(value) end
    return next(value) and nested(value) or ""
  end
  return tostring(value)
end

local SHAPES = {
  csv = { separator = ",", ending = "\r\n", quote = cell.csv },
  tsv = { separator = "\t", ending = "\n", quote = cell.tsv },
}

-- Columns -----------------------------------------------------------------------------

-- A column: the field, and of an item of the list that is flattened its own.
---@class jilu.DelimitedColumn
---@field field string
---@field inner string?

-- The columns of a type, in the order of its record; those of the items of a list that
-- is flattened in the list's place. nil, message where there is no such list.
local function columns_of(schema, flatten)
  local list, lists, found = {}, {}, flatten == nil
  for _, field in ipairs(schema:columns()) do
    local items = type(field[2]) == "table" and field[2].list
    if type(items) == "table" then lists[#lists + 1] = field[1] end
    if field[1] == flatten and type(items) == "table" then
      found = true
      for _, inner in ipairs(items) do
        list[#list + 1] = { field = field[1], inner = inner[1] }
      end
    else
      list[#list + 1] = { field = field[1] }
    end
  end
  if found then return list end
  return nil, ("--flatten: %s has no list '%s'%s"):format(schema.type, flatten,
    #lists > 0 and "; it has " .. table.concat(lists, ", ") or "")
end

-- What a column is called: in words, if there are some for it.
local function name_of(column, schema, words)
  local owner, field = schema.type, column.field
  local plain = field
  if column.inner then
    owner, plain, field = owner .. "." .. field, field .. "_" .. column.inner, column.inner
  end
  local of = words and words[owner] or {}
  local common = words and not column.inner and words.common or {}
  return of[field] or common[field] or plain
end

-- The sink ----------------------------------------------------------------------------

function Sink:row(value_of)
  local cells = {}
  for k, column in ipairs(self.columns) do
    local text = cell_text(value_of(column))
    cells[k] = self.shape.quote(self.raw and text or cell.harmless(text))
  end
  return table.concat(cells, self.shape.separator) .. self.shape.ending
end

-- The rows of a record: one, or one for each item of the list that is flattened; of
-- an empty list too, so that no record is lost.
function Sink:add(rows, record)
  local items = self.flatten and record[self.flatten] or {}
  for k = 1, math.max(#items, 1) do
    rows[#rows + 1] = self:row(function(column)
      if not column.inner then return record[column.field] end
      return items[k] and items[k][column.inner]
    end)
  end
end

--- Writes lines of records as rows. Returns nil, message where that fails.
---@param records string  lines of JSON
---@return boolean?, string?
function Sink:write(records)
  local rows = {}
  for line in records:gmatch "[^\n]+" do self:add(rows, exact.decode(line)) end
  return self.lines:write(table.concat(rows))
end

function Sink:commit() return self.lines:commit() end

function Sink:abandon() self.lines:abandon() end

-- What is wrong with the types that will come; nil if nothing is.
local function wrong_types(schemas, format)
  if #schemas ~= 1 then
    local types = {}
    for k, schema in ipairs(schemas) do types[k] = schema.type end
    return ("%s holds one type of records; choose one by --only: %s")
      :format(format, table.concat(types, ", "))
  end
  if schemas[1].open then
    return ("%s needs columns: declare the fields of the rule '%s'")
      :format(format, schemas[1].type)
  end
end

-- U+FEFF, by which spreadsheets know that a file is UTF-8.
local BYTE_ORDER_MARK = "\239\187\191"

---@class jilu.DelimitedOptions
---@field raw_cells boolean?   leave what may be a formula as it is
---@field bom boolean?         begin with U+FEFF
---@field flatten string?      a list of the records: one row for each of its items
---@field headers ("zh"|"en")? what columns are called; else the names of the fields

--- Opens a sink of the records of one type.
---@param path? string  nil for standard output
---@param schemas jilu.Schema[]  of the types that will come: one
---@param format "csv"|"tsv"
---@param options? jilu.DelimitedOptions
---@return table?, string?, boolean? call  true where the call is wrong, not the file
return function(path, schemas, format, options)
  options = options or {}
  local wrong = wrong_types(schemas, format)
  if wrong then return nil, wrong, true end
  local schema = schemas[1]
  local columns, unknown = columns_of(schema, options.flatten)
  if not columns then return nil, unknown, true end
  local words = options.headers and require("jilu." .. options.headers .. ".headers")
  local file, message = lines(path)
  if not file then return nil, message end
  local self = setmetatable({ lines = file, output = file.output, shape = SHAPES[format],
    columns = columns, flatten = options.flatten, raw = options.raw_cells }, Sink)
  local ok, reason = file:write((options.bom and BYTE_ORDER_MARK or "")
    .. self:row(function(column) return name_of(column, schema, words) end))
  if ok then return self end
  file:abandon()
  return nil, reason
end
