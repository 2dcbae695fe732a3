-- Sinks of rows: comma-separated (RFC 4180) and tab-separated values of one
-- type of records, under a row of names.

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

-- The sink ----------------------------------------------------------------------------

function Sink:row(value_of)
  local cells = {}
  for k, name in ipairs(self.names) do
    local text = cell_text(value_of(name))
    cells[k] = self.shape.quote(self.raw and text or cell.harmless(text))
  end
  return table.concat(cells, self.shape.separator) .. self.shape.ending
end

--- Writes lines of records as rows. Returns nil, message where that fails.
---@param records string  lines of JSON
---@return boolean?, string?
function Sink:write(records)
  local rows = {}
  for line in records:gmatch "[^\n]+" do
    local record = exact.decode(line)
    rows[#rows + 1] = self:row(function(name) return record[name] end)
  end
  return self.lines:write(table.concat(rows))
end

function Sink:commit() return self.lines:commit() end

function Sink:abandon() self.lines:abandon() end

--- Opens a sink of the records of one type.
---@param path? string  nil for standard output
---@param schemas jilu.Schema[]  of the types that will come: one
---@param format "csv"|"tsv"
---@param options? { raw_cells: boolean? }  leave what may be a formula as it is
---@return table?, string?, boolean? call  true where the call is wrong, not the file
return function(path, schemas, format, options)
  if #schemas ~= 1 then
    local types = {}
    for k, schema in ipairs(schemas) do types[k] = schema.type end
    return nil, ("%s holds one type of records; choose one by --only: %s")
      :format(format, table.concat(types, ", ")), true
  end
  if schemas[1].open then
    return nil, ("%s needs columns: declare the fields of the rule '%s'")
      :format(format, schemas[1].type), true
  end
  local file, message = lines(path)
  if not file then return nil, message end
  local names = {}
  for k, column in ipairs(schemas[1]:columns()) do names[k] = column[1] end
  local self = setmetatable({ lines = file, output = file.output, shape = SHAPES[format],
    names = names, raw = options and options.raw_cells }, Sink)
  local ok, reason = file:write(self:row(function(name) return name end))
  if ok then return self end
  file:abandon()
  return nil, reason
end
