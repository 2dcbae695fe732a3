-- A sink into SQLite: a table for each type of records, with their positions,
-- the documents they come from, and a table for each list inside them.
--
--   documents(number, id, …)         one row a document
--   ledger(number, document, start, …)   one row a record, of its type
--   effects(ledger, position, …)     one row an item of the list `effect`
--   facts                            a view: every fact of every kind

local cjson = require "cjson"
local compat = require "jilu.compat"
local DBI = require "DBI"
local exact = require "jilu.record.exact"
local lfs = require "lfs"
local nested = require "jilu.record.sinks.nested"

-- Where the table of a type, or of a list, is not its name with an s.
local NAMES = {
  ledger = "ledger", enumeration = "enumerations", quantity = "quantities",
  ["ledger.effect"] = "effects", ["enumeration.items"] = "enumeration_items",
  ["numeral_phrase.parts"] = "numeral_phrase_parts",
  ["numeral_phrase.members"] = "numeral_phrase_members",
}

-- Kinds of facts, in the view `facts`.
local FACTS = {
  "quantity", "change", "time", "work", "quote", "numeral_phrase", "organization", "person",
  "place", "document_number", "url", "contact",
}

local COLUMN_TYPES = {
  string = "TEXT", integer = "INTEGER", number = "NUMERIC", boolean = "INTEGER",
}

local Sink = {}
Sink.__index = Sink

local function quoted(name)
  return '"' .. name:gsub('"', '""') .. '"'
end

local function table_name(name)
  return NAMES[name] or (name:gsub("%.", "_") .. "s")
end

-- A list of objects has a table of its own; but objects within objects of the
-- same shape, and anything else, are kept as JSON.
local function items_of(field)
  local list = type(field[2]) == "table" and field[2].list
  return type(list) == "table" and list or nil
end

local function is_table(field)
  for _, inner in ipairs(items_of(field) or { { "", { list = "self" } } }) do
    if type(inner[2]) == "table" and inner[2].list == "self" then return false end
  end
  return true
end

-- The tables --------------------------------------------------------------------------

local function columns_of(fields)
  local columns = {}
  for _, field in ipairs(fields) do
    if not is_table(field) then
      columns[#columns + 1] = { name = field[1], kind = COLUMN_TYPES[field[2]] or "TEXT" }
    end
  end
  return columns
end

local function definition(name, keys, columns)
  local lines = {}
  for _, key in ipairs(keys) do lines[#lines + 1] = key end
  for _, column in ipairs(columns) do
    lines[#lines + 1] = ("%s %s"):format(quoted(column.name), column.kind)
  end
  return ("CREATE TABLE %s (\n  %s\n)"):format(quoted(name), table.concat(lines, ",\n  "))
end

local function insertion(name, keys, columns)
  local names, marks = {}, {}
  for _, key in ipairs(keys) do names[#names + 1] = quoted(key) end
  for _, column in ipairs(columns) do names[#names + 1] = quoted(column.name) end
  for k = 1, #names do marks[k] = "?" end
  return ("INSERT INTO %s (%s) VALUES (%s)")
    :format(quoted(name), table.concat(names, ", "), table.concat(marks, ", "))
end

function Sink:execute(sql)
  local statement = assert(self.db:prepare(sql))
  assert(statement:execute())
  statement:close()
end

-- The table of a type; rows of its lists refer to it.
function Sink:create(schema)
  local name = table_name(schema.type)
  local fields = schema:columns()
  local columns = columns_of(fields)
  local keys, known = { "number INTEGER PRIMARY KEY" }, { "number" }
  if schema.type ~= "document" then
    keys[2], known[2] = "document INTEGER NOT NULL REFERENCES documents(number)", "document"
  end
  self:execute(definition(name, keys, columns))
  local made = { columns = columns, lists = {}, rows = 0,
    insert = assert(self.db:prepare(insertion(name, known, columns))) }
  for _, field in ipairs(fields) do
    if is_table(field) then
      made.lists[#made.lists + 1] = self:create_list(schema.type, name, field)
    end
  end
  return made
end

function Sink:create_list(kind, parent, field)
  local name = table_name(kind .. "." .. field[1])
  local columns = columns_of(field[2].list)
  self:execute(definition(name, {
    ("record INTEGER NOT NULL REFERENCES %s(number)"):format(quoted(parent)),
    "position INTEGER NOT NULL",
  }, columns))
  return { field = field[1], columns = columns,
    insert = assert(self.db:prepare(insertion(name, { "record", "position" }, columns))) }
end

-- Every fact of every kind, with what most have in common.
function Sink:create_facts()
  local parts = {}
  for _, kind in ipairs(FACTS) do
    if self.tables[kind] then
      parts[#parts + 1] = ([[SELECT document, '%s' AS type, start, "end", text, line FROM %s]])
        :format(kind, quoted(table_name(kind)))
    end
  end
  if #parts > 0 then
    self:execute("CREATE VIEW facts AS " .. table.concat(parts, " UNION ALL "))
  end
end

-- Rows --------------------------------------------------------------------------------

local function cell(value)
  if value == nil or value == cjson.null then return nil end
  if type(value) == "boolean" then return value and 1 or 0 end
  if type(value) == "table" then return next(value) and nested(value) or "[]" end
  return value
end

local function insert(into, keys, record)
  local values, count = {}, #keys
  for k, key in ipairs(keys) do values[k] = key end
  for _, column in ipairs(into.columns) do
    count = count + 1
    values[count] = cell(record[column.name])
  end
  assert(into.insert:execute(compat.unpack(values, 1, count)))
end

-- A document without a record of its own is known by its id: no two documents
-- of a run have the same.
function Sink:document_of(record)
  local documents = self.tables.document
  if record.type == "document" or record.doc ~= self.doc then
    documents.rows = documents.rows + 1
    self.doc = record.doc
    insert(documents, { documents.rows }, record.type == "document" and record or
      { type = "document", doc = record.doc })
  end
  return documents.rows
end

function Sink:add(record)
  local document = self:document_of(record)
  if record.type == "document" then return end
  local into = self.tables[record.type]
  into.rows = into.rows + 1
  insert(into, { into.rows, document }, record)
  for _, list in ipairs(into.lists) do
    for position, item in ipairs(record[list.field] or {}) do
      insert(list, { into.rows, position }, item)
    end
  end
end

--- Writes lines of records as rows. Returns nil, message where that fails.
---@param records string  lines of JSON
---@return boolean?, string?
function Sink:write(records)
  local ok, message = pcall(function()
    for line in records:gmatch "[^\n]+" do self:add(exact.decode(line)) end
  end)
  if not ok then return nil, tostring(message) end
  return true
end

--- Ends the output: the file gets its name.
---@return boolean?, string?
function Sink:commit()
  local ok, message = self.db:commit()
  self.db:close()
  if not ok then
    os.remove(self.temporary)
    return nil, message
  end
  return os.rename(self.temporary, self.path)
end

--- Gives the output up: no file is left.
function Sink:abandon()
  self.db:close()
  os.remove(self.temporary)
end

local function with_documents(schemas, document)
  for _, schema in ipairs(schemas) do
    if schema.type == "document" then return schemas end
  end
  local all = { document }
  for _, schema in ipairs(schemas) do all[#all + 1] = schema end
  return all
end

--- Opens a database of these types of records; a file of that name is replaced
--- once the new one is complete.
---@param path? string
---@param schemas jilu.Schema[]
---@return table?, string?, boolean? call  true where the call is wrong, not the file
return function(path, schemas)
  if not path then return nil, "sqlite needs a file: -o FILE", true end
  local mode = lfs.attributes(path, "mode")
  if mode and mode ~= "file" then
    return nil, ("sqlite needs a file: '%s' is a %s"):format(path, mode), true
  end
  local temporary = path .. ".part"
  os.remove(temporary)
  local db, message = DBI.Connect("SQLite3", temporary)
  if not db then return nil, message end
  local self = setmetatable({ db = db, path = path, temporary = temporary, tables = {} }, Sink)
  local ok, reason = pcall(function()
    db:autocommit(false)
    for _, schema in ipairs(with_documents(schemas, require("jilu.record.schema").of "document")) do
      if schema.open then error(("sqlite needs columns: declare the fields of the rule '%s'")
        :format(schema.type), 0) end
      self.tables[schema.type] = self:create(schema)
    end
    self:create_facts()
  end)
  if ok then return self end
  self:abandon()
  return nil, tostring(reason)
end
