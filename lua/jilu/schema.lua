-- Record types: which fields a record has, in which order, of which kind.
-- A schema turns an annotation of a document into a record and lets the
-- writer check it.

local core = require "jilu.core"

---@class jilu.Schema
---@field type string
---@field fields table[]  { name, kind, optional = boolean }, as declared
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

-- What every record begins with. All but the first two are left out where a
-- record is about no place.
local COMMON = {
  { "type", "string" },
  { "doc", "string" },
  { "start", "integer", optional = true },
  { "end", "integer", optional = true },
  { "text", "string", optional = true },
  { "norm", "string", optional = true },
  { "line", "integer", optional = true },
}

local common_names = {}
for _, field in ipairs(COMMON) do common_names[field[1]] = true end

local function optional(name, kind) return { name, kind, optional = true } end

local SPAN = { { "start", "integer" }, { "end", "integer" } }

local function with_span(first, ...)
  local fields = { first, SPAN[1], SPAN[2] }
  for _, field in ipairs { ... } do fields[#fields + 1] = field end
  return fields
end

local APPROX = { choice = { "exact", "about", "over", "nearly", "at_least", "at_most", "range" } }

-- A value, or a range; the currency of money, the UCUM code of a measure.
local AMOUNT = {
  optional("value", "number"), optional("min", "number"), optional("max", "number"),
  { "unit", "string" }, optional("currency", "string"), optional("ucum", "string"),
  { "approx", APPROX }, { "noun", "string" },
}

local STRINGS = { list = "string" }

local function joined(first, second)
  local all = {}
  for _, field in ipairs(first) do all[#all + 1] = field end
  for _, field in ipairs(second) do all[#all + 1] = field end
  return all
end

-- The types of CONTRACT.md, with their fields in its order.
local TYPES = {
  document = {
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
  quantity = AMOUNT,
  change = {
    { "of", "string" }, { "from", "number" }, { "to", "number" }, { "factor", "number" },
    { "unit", "string" }, { "status", { choice = { "done", "target" } } },
  },
  time = {
    { "value", "string" }, { "mod", "string" },
    { "kind", { choice = { "date", "duration", "recurrence", "vague" } } },
    { "from", "string" }, { "until", "string" },
    { "anchor", "string" }, { "anchor_basis", "string" },
  },
  work = { { "content", "string" } },
  quote = { { "content", "string" } },
  numeral_phrase = {
    { "key", "string" },
    { "parts", { list = {
      { "number", "number" }, { "classifier", "string" }, { "noun", "string" } } } },
    { "members", { list = with_span { "name", "string" } } },
  },
  framework = {
    { "name", "string" }, { "numeral", "any" }, { "kind", "string" },
    { "members", { list = with_span({ "name", "string" },
      { "numeral", "any" }, { "kind", "string" }, { "members", { list = "self" } }) } },
  },
  organization = { { "full", "string" } },
  person = { { "full", "string" } },
  place = { { "full", "string" } },
  document_number = { { "value", "string" } },
  url = { { "value", "string" } },
  contact = { { "value", "string" } },
  ledger = {
    { "content", "string" }, { "content_start", "integer" }, { "content_end", "integer" },
    { "unit", "string" }, { "unit_basis", "string" },
    { "time", "string" }, { "time_mod", "string" }, { "time_basis", "string" },
    { "mode", { choice = { "done", "recurring", "planned" } } },
    { "section", "any" },
    { "effect", { list = joined(with_span { "text", "string" }, AMOUNT) } },
  },
  repair = { { "kind", "string" }, { "repair", "string" } },
  check = { { "rule", "string" }, { "ok", "boolean" }, { "detail", "any" } },
}

-- Where an annotation keeps a position under another name: { its key, what to
-- add to have bytes from 0, half-open }.
local function source_of(name)
  if name == "start" then return "first", -1 end
  if name == "end" then return "last", 0 end
  local stem = name:match "^(.+)_start$"
  if stem then return stem .. "_first", -1 end
  stem = name:match "^(.+)_end$"
  if stem then return stem .. "_last", 0 end
  return name
end

-- Readers are what a schema makes of its fields: how each value is found in
-- an annotation. A list of objects has readers of its own.
local function readers_of(fields)
  local readers = {}
  for k, field in ipairs(fields) do
    local key, add = source_of(field[1])
    local list = type(field[2]) == "table" and field[2].list
    readers[k] = { name = field[1], key = key, add = add, list = list ~= nil and list ~= false }
    if list == "self" then
      readers[k].readers = readers
    elseif type(list) == "table" then
      readers[k].readers = readers_of(list)
    end
  end
  return readers
end

local function read(readers, annotation, record)
  for k = 1, #readers do
    local reader = readers[k]
    local value = annotation[reader.key]
    if reader.add then
      if value then value = value + reader.add end
    elseif reader.list then
      if value == nil then
        value = {}
      elseif reader.readers then
        local list = {}
        for i = 1, #value do list[i] = read(reader.readers, value[i], {}) end
        value = list
      end
    end
    record[reader.name] = value
  end
  return record
end

-- What the writer needs of a list of fields; nested shapes first.
local function compile(name, fields, open)
  local compiled = {}
  for k, field in ipairs(fields) do
    local kind = field[2]
    if type(kind) == "table" and type(kind.list) == "table" then
      kind = { list = compile(name, kind.list) }
    end
    compiled[k] = { field[1], kind, optional = field.optional }
  end
  return core.schema(name, compiled, open)
end

-- `open`: more fields than the declared ones may come, written after them.
local function new(name, fields, open, where)
  local known = {}
  for _, field in ipairs(fields) do known[field[1]] = true end
  return setmetatable({
    type = name, fields = fields, known = known, open = open, where = where,
    readers = readers_of(fields),
    compiled = compile(name, joined(COMMON, fields), open),
  }, Schema)
end

local function check_field(name, field)
  if type(field) ~= "table" or type(field[1]) ~= "string" then
    error(("schema '%s': a field is { name, kind }"):format(name), 4)
  elseif common_names[field[1]] then
    error(("schema '%s': every record has a field '%s' already"):format(name, field[1]), 4)
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
  if not ok then error(("schema '%s': %s"):format(name, tostring(schema)), 3) end
  return schema
end

local function common(self, doc, first, last)
  local record = { type = self.type, doc = doc.id }
  if first then
    record.start, record["end"] = first - 1, last
    record.text = doc.source:sub(first, last)
    if doc.view:repair_count() > 0 then
      local norm, changed = doc:norm(first, last)
      if changed then record.norm = norm end
    end
  end
  return record
end

--- The record of an annotation: first and last become start and end, also
--- those of lists within; text, norm and line are filled in.
---@param doc jilu.Document
---@param annotation table
---@return table
function Schema:record(doc, annotation)
  local first = annotation.first
  local record = common(self, doc, first, annotation.last)
  if first then record.line = annotation.line or doc:line_of(first).number end
  read(self.readers, annotation, record)
  if self.open then
    for key, value in pairs(annotation) do
      if not common_names[key] and key ~= "first" and key ~= "last" then record[key] = value end
    end
  end
  return record
end

--- The names of the declared fields, in a row for a message.
---@return string
function Schema:field_names()
  local list = {}
  for k, field in ipairs(self.fields) do list[k] = field[1] end
  return table.concat(list, ", ")
end

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
  of = of, declare = declare, names = names, common_names = common_names, Schema = Schema,
}
