-- Record types: which fields a record has, in which order, of which kind.
-- A schema turns an annotation of a document into a record and lets the
-- writer check it.

local core = require "jilu.core"
local script = require "jilu.rule.source_location"

---@class jilu.Schema
---@field type string
---@field fields table[]  as declared, with where their values are found
---@field known table<string, any>  the kinds of the fields by their names
---@field open boolean?  without declared fields: any may come
---@field compiled userdata  for the writer
---@field where string?  script:line of a declaration outside the library
local Schema = {}
Schema.__index = Schema

--- One field: { name, kind, optional = boolean }. Kinds are "string",
--- "integer", "number" (a Lua number or exact digits in a string), "boolean",
--- "any", { choice = { "a", … } }, { list = "string" }, { list = { fields } };
--- "self" for the latter means objects of the same shape. A field whose value
--- is nil is null in the record, or left out if it is optional.
---@alias jilu.Field table

-- What every record begins with, so that no type declares it, and the places
-- of an annotation.
local HIDDEN = { "type", "doc", "start", "end", "text", "norm", "line", "first", "last" }

local hidden = {}
for _, name in ipairs(HIDDEN) do hidden[name] = true end

local SPAN = { { "start", "integer" }, { "end", "integer" } }

local function with_span(first, ...)
  local fields = { first, SPAN[1], SPAN[2] }
  for _, field in ipairs { ... } do fields[#fields + 1] = field end
  return fields
end

local PARTS = { list = {
  { "number", "number" }, { "classifier", "string" }, { "noun", "string" } } }

-- The fields of each kind of facts that records have, from the core's own table.
local function fields_of_facts()
  local kinds = {}
  for name, rows in pairs(core.fields()) do
    local fields = {}
    for _, row in ipairs(rows) do
      local kind = row[2] == "parts" and PARTS or row[2]
      if type(kind) == "table" and not kind.list then kind = { choice = kind } end
      if row[3] ~= "table" then
        fields[#fields + 1] = { row[1], kind, optional = row[3] == "optional" or nil }
      end
    end
    kinds[name] = fields
  end
  return kinds
end

local FACTS = fields_of_facts()

local STRINGS = { list = "string" }

local function joined(first, second)
  local all = {}
  for _, field in ipairs(first) do all[#all + 1] = field end
  for _, field in ipairs(second) do all[#all + 1] = field end
  return all
end

-- The types of records that are no facts.
local TYPES = {
  document = {
    { "schema", "integer" }, { "path", "string" }, { "member", "string", optional = true },
    { "encoding", "string" }, { "format", { choice = { "text", "markdown", "html" } } },
    { "converter", "string", optional = true },
    { "language", { choice = { "zh", "en" } } },
    { "language_basis", { choice = { "option", "pipeline", "script", "words", "default" } } },
    { "title", "string" }, { "published", "string" }, { "published_basis", "string" },
    { "written", "any" }, { "source", "string" },
    { "authors", STRINGS }, { "editors", STRINGS }, { "contributors", STRINGS },
    { "organization", "string" }, { "url", "string" }, { "icp", "string" },
    { "script", { choice = { "Hans", "Hant", "mixed" } } },
    { "bytes", "integer" }, { "sha256", "string" },
    { "invalid_bytes", "integer" }, { "repairs", "integer" },
  },
  line = {
    { "role", { choice = { "title", "byline", "metadata", "heading", "paragraph", "caption",
      "boilerplate", "spam" } } },
  },
  section = {
    { "level", "integer" }, { "marker", "string" }, { "heading", "string" },
    { "kind", { choice = { "heading", "run_in" } } },
  },
  enumeration = {
    { "items", { list = with_span({ "marker", "string" },
      { "head", "string" }, { "lead", "string" }) } },
  },
  framework = {
    { "name", "string" }, { "numeral", "any" }, { "kind", "string" },
    { "members", { list = with_span({ "name", "string" },
      { "numeral", "any" }, { "kind", "string" }, { "members", { list = "self" } }) } },
  },
  ledger = {
    { "content", "string" }, { "content_start", "integer" }, { "content_end", "integer" },
    { "unit", "string" }, { "unit_full", "string" }, { "unit_start", "integer" },
    { "unit_end", "integer" }, { "unit_basis", "string" },
    { "time", "string" }, { "time_mod", "string" }, { "time_basis", "string" },
    { "mode", { choice = { "done", "recurring", "planned" } } },
    { "section", "any" },
    { "effect", { list = joined(with_span { "text", "string" }, FACTS.quantity) } },
  },
  repair = { { "kind", "string" }, { "repair", "string" } },
  check = { { "rule", "string" }, { "ok", "boolean" }, { "detail", "any" } },
}

-- The stage `phrases` says what a numeral phrase stands for.
TYPES.numeral_phrase = joined(FACTS.numeral_phrase, {
  { "members", { list = with_span { "name", "string" } } },
})
for name, fields in pairs(FACTS) do TYPES[name] = TYPES[name] or fields end

-- Where an annotation keeps a position that a record has under another name,
-- and what to add to it: bytes from 1, inclusive, become bytes from 0, half-open.
local function source_of(name)
  if name == "start" then return "first", -1 end
  if name == "end" then return "last", 0 end
  local stem = name:match "^(.+)_start$"
  if stem then return stem .. "_first", -1 end
  stem = name:match "^(.+)_end$"
  if stem then return stem .. "_last", 0 end
  return name, 0
end

--- The field beside a number that has all digits where the number does not show
--- them (csrc/facts/fields.def).
---@param name string  of the number
---@return string
local function digits_of(name)
  return name == "value" and "digits" or name .. "_digits"
end

-- Fields with their sources, and those of the objects of lists in `objects`.
local function prepare(fields)
  local prepared = {}
  for k, field in ipairs(fields) do
    local kind = field[2]
    local source, shift = source_of(field[1])
    local digits = kind == "number" and digits_of(field[1]) or nil
    prepared[k] = {
      field[1], kind, optional = field.optional, source = source, shift = shift,
      digits = digits,
      position = kind == "integer" and source ~= field[1],
      list = type(kind) == "table" and kind.list ~= nil,
    }
    if prepared[k].list and kind.list == "self" then
      prepared[k].objects = prepared
    elseif prepared[k].list and type(kind.list) == "table" then
      prepared[k].objects = prepare(kind.list)
    end
  end
  return prepared
end

-- What the writer needs of prepared fields; nested shapes first.
local function compile(name, prepared, leave_out)
  local compiled = {}
  for k, field in ipairs(prepared) do
    local kind = field[2]
    if field.objects and field.objects ~= prepared then
      kind = { list = compile(name, field.objects) }
    end
    compiled[k] = {
      field[1], kind, optional = field.optional, source = field.source, shift = field.shift,
      digits = field.digits,
    }
  end
  return core.schema(name, compiled, leave_out)
end

-- `open`: more fields than the declared ones may come, written after them.
local function new(name, fields, open, where)
  local known = {}
  for _, field in ipairs(fields) do known[field[1]] = field[2] or true end
  local prepared = prepare(fields)
  return setmetatable({
    type = name, fields = prepared, known = known, open = open, where = where,
    compiled = compile(name, prepared, open and HIDDEN or nil),
  }, Schema)
end

local function check_field(name, field)
  if type(field) ~= "table" or type(field[1]) ~= "string" then
    script.fail("schema '%s': a field is { name, kind }", name)
  elseif hidden[field[1]] then
    script.fail("schema '%s': every record has a field '%s' already", name, field[1])
  end
end

--- Declares a record type. Without fields, records of the type are written
--- with whatever fields they have, sorted by name.
---@param name string
---@param fields jilu.Field[]?
---@param where string?  script:line, for messages
---@return jilu.Schema
local function declare(name, fields, where)
  for _, field in ipairs(fields or {}) do check_field(name, field) end
  local ok, schema = pcall(new, name, fields or {}, fields == nil, where)
  if not ok then script.fail("schema '%s': %s", name, tostring(schema)) end
  return schema
end

-- A position of the text as one of the file: the other border is a byte away.
local function position(doc, value, field)
  local first, last
  if field.source:find "first$" then
    first = doc:original(value, math.min(value, #doc.source))
    return first + field.shift
  end
  first, last = math.max(value, 1), value
  return select(2, doc:original(first, last))
end

-- The value of a field as a record has it.
local function read(doc, fields, annotation, record)
  for _, field in ipairs(fields) do
    local value = annotation[field.source]
    if field.list then
      local list = {}
      for i, item in ipairs(value or list) do
        list[i] = field.objects and read(doc, field.objects, item, {}) or item
      end
      value = list
    elseif field.position and value then
      value = doc.map and position(doc, value, field) or value + field.shift
    end
    record[field[1]] = value
    if field.digits then record[field.digits] = annotation[field.digits] end
  end
  return record
end

--- The record of an annotation as a table, with the fields that the writer
--- writes: first and last become start and end, also those of lists within; a
--- number that does not show all its digits has them beside it, `digits`;
--- text, norm and line are filled in.
---@param doc jilu.Document
---@param annotation table
---@return table
function Schema:record(doc, annotation)
  local record = { type = self.type, doc = doc.id }
  local first, last = annotation.first, annotation.last
  if first then
    record.start, record["end"] = doc:original(first, last)
    record.start = record.start - 1
    record.text = doc:text(annotation)
    record.line = annotation.line or doc:line_of(first).number
    local norm, changed = doc:norm(first, last)
    if changed then record.norm = norm end
  end
  read(doc, self.fields, annotation, record)
  if self.open then
    for key, value in pairs(annotation) do
      if not hidden[key] then record[key] = value end
    end
  end
  return record
end

-- What the writer puts before the fields of a type, but for the type itself.
local COMMON = {
  { "doc", "string" }, { "start", "integer" }, { "end", "integer" }, { "text", "string" },
  { "norm", "string" }, { "line", "integer" },
}

--- All fields of a record of this type, in their order, but for the type.
---@return jilu.Field[]
function Schema:columns()
  return joined(COMMON, self.fields)
end

--- The names of the declared fields, in a row for a message.
---@return string
function Schema:field_names()
  local list = {}
  for k, field in ipairs(self.fields) do list[k] = field[1] end
  return table.concat(list, ", ")
end

--- The version of the library's types: one more where a field goes or means something
--- else, not where one is added.
local VERSION = 1

local compiled_types = {}

--- The schema of a type of the library; nil for a name it does not know.
---@param name string
---@return jilu.Schema?
local function of(name)
  if not compiled_types[name] and TYPES[name] then
    compiled_types[name] = new(name, TYPES[name], false)
  end
  return compiled_types[name]
end

--- The names of the library's types, sorted.
---@return string[]
local function names()
  local list = {}
  for name in pairs(TYPES) do list[#list + 1] = name end
  table.sort(list)
  return list
end

return {
  of = of, declare = declare, names = names, hidden = hidden, digits_of = digits_of,
  Schema = Schema, VERSION = VERSION,
}
