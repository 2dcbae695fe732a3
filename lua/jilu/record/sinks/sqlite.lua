-- A sink into SQLite: a table for each type of records, with their positions,
-- the documents they come from, and a table for each list inside them.
--
--   documents(number, id, …)         one row a document
--   ledger(number, document, start, …)   one row a record, of its type
--   effects(ledger, position, …)     one row an item of the list `effect`
--   facts                            a view: every fact of every kind
--   ledger_effects                   a view: rows of the ledger with their
--                                    documents, a line an effect

local cjson = require "cjson"
local compat = require "jilu.compat"
local core = require "jilu.core"
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

-- Names -------------------------------------------------------------------------------

local function columns_of(fields)
  local columns = {}
  for _, field in ipairs(fields) do
    if not is_table(field) then
      columns[#columns + 1] = { name = field[1], kind = COLUMN_TYPES[field[2]] or "TEXT" }
    end
  end
  return columns
end

-- SQLite's names know no case, and it has some of its own.
local function taken(names, name)
  local key = name:lower()
  if names[key] or key:find "^sqlite_" then return true end
  names[key] = true
  return false
end

-- What is wrong with the name of a column; nil if nothing is.
local function column_clash(owner, keys, fields)
  local names = {}
  for _, key in ipairs(keys) do names[key] = true end
  for _, column in ipairs(columns_of(fields)) do
    if taken(names, column.name) then
      return ("sqlite has no column '%s' for '%s': there is one of that name; give the field "
        .. "another"):format(column.name, owner)
    end
  end
end

local function table_clash(names, owner)
  local name = table_name(owner)
  if not taken(names, name) then return nil end
  return ("sqlite has no table '%s' for '%s': there is one of that name; give the rule another")
    :format(name, owner)
end

-- What is wrong with the names that rules and their fields bring; nil if nothing
-- is. A list's table is named after its type and its field.
local function clash(schemas, is_library)
  local names = { facts = true, ledger_effects = true }
  for _, library in ipairs { true, false } do
    for _, schema in ipairs(schemas) do
      if is_library(schema) == library then
        local message = table_clash(names, schema.type)
          or column_clash(schema.type, { "number", "document" }, schema:columns())
        if message then return message end
        for _, field in ipairs(schema:columns()) do
          local owner = schema.type .. "." .. field[1]
          message = is_table(field) and (table_clash(names, owner)
            or column_clash(owner, { "record", "position" }, field[2].list))
          if message then return message end
        end
      end
    end
  end
end

-- The tables --------------------------------------------------------------------------

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

-- Each row of the ledger with its document, once an effect; once where it has none.
local LEDGER_EFFECTS = [[
CREATE VIEW ledger_effects AS
SELECT d.doc, d.path, d.title, d.published, coalesce(l.unit_full, l.unit) AS agent, l.unit_basis,
  l.time, l.mode, l.content, e.text AS effect, e.value, e.min, e.max, e.approx, e.unit, e.noun,
  l.number AS row, l.line, l.start, l."end"
FROM ledger AS l JOIN documents AS d ON d.number = l.document
LEFT JOIN effects AS e ON e.record = l.number]]

function Sink:create_views()
  self:create_facts()
  if self.tables.ledger then self:execute(LEDGER_EFFECTS) end
end

-- By what tables are joined, once all rows are there.
function Sink:create_indexes()
  for kind, made in pairs(self.tables) do
    local name = table_name(kind)
    self:create_index(name, kind == "document" and "doc" or "document")
    for _, list in ipairs(made.lists) do
      self:create_index(table_name(kind .. "." .. list.field), "record")
    end
  end
end

function Sink:create_index(name, column)
  self:execute(("CREATE INDEX %s ON %s (%s)"):format(quoted(name .. "_by_" .. column),
    quoted(name), column))
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

-- A database with open statements does not close.
function Sink:close()
  for _, made in pairs(self.tables) do
    for _, list in ipairs(made.lists) do list.insert:close() end
    made.insert:close()
  end
  self.tables = {}
  self.db:close()
end

--- Ends the output: the file gets its name.
---@return boolean?, string?
function Sink:commit()
  local made, reason = pcall(self.create_indexes, self)
  local ok, message = self.db:commit()
  if not made then ok, message = false, tostring(reason) end
  self:close()
  if ok then return self.output:commit() end
  self.output:abandon()
  return nil, message or "the database can't be written"
end

--- Gives the output up: no file is left.
function Sink:abandon()
  self:close()
  self.output:abandon()
end

local function with_documents(schemas, document)
  for _, schema in ipairs(schemas) do
    if schema.type == "document" then return schemas end
  end
  local all = { document }
  for _, schema in ipairs(schemas) do all[#all + 1] = schema end
  return all
end

-- The first of the types without columns; nil if there is none.
local function without_columns(schemas)
  for _, schema in ipairs(schemas) do
    if schema.open then return schema.type end
  end
end

-- Connects and makes the tables. What another process could still need of a
-- file that nobody sees until it is complete, a journal and a disk in step,
-- would only cost time, and leave files where the process is killed.
function Sink:connect(schemas)
  local db, message = DBI.Connect("SQLite3", self.output:temporary())
  if not db then error(message or "the database can't be made", 0) end
  self.db = db
  db:autocommit(true)
  self:execute "PRAGMA journal_mode = OFF"
  self:execute "PRAGMA synchronous = OFF"
  db:autocommit(false)
  for _, schema in ipairs(schemas) do self.tables[schema.type] = self:create(schema) end
  self:create_views()
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
  local open = without_columns(schemas)
  if open then
    return nil, ("sqlite needs columns: declare the fields of the rule '%s'"):format(open), true
  end
  local known = require "jilu.record.schema"
  schemas = with_documents(schemas, known.of "document")
  local wrong = clash(schemas, function(schema) return schema == known.of(schema.type) end)
  if wrong then return nil, wrong, true end
  local output, message = core.output(path)
  if not output then return nil, message end
  local self = setmetatable({ output = output, tables = {} }, Sink)
  local ok, reason = pcall(self.connect, self, schemas)
  if ok then return self end
  if self.db then self:close() end
  output:abandon()
  return nil, tostring(reason)
end
