-- jilu.emit: the stage that turns layers of annotations into records.

local check = require "jilu.check"
local core = require "jilu.core"
local layers = require "jilu.document.layers"
local schema = require "jilu.record.schema"

---@class jilu.Emit
---@field schemas jilu.Schema[]
local Emit = {}
Emit.__index = Emit

local function schema_of(item)
  if getmetatable(item) == schema.Schema then return item end
  if type(item) ~= "string" then
    check.fail("emit", 1, 3, "type name or schema expected, got %s", type(item))
  end
  return schema.of(item) or check.fail("emit", 1, 3, "unknown type '%s'; known: %s; others "
    .. "by jilu.schema",
    item, table.concat(schema.names(), ", "))
end

--- A stage that emits the layers of these types, one type after the other.
---@param types (string|jilu.Schema)[]
---@return jilu.Emit
local function new(types)
  if type(types) ~= "table" then
    check.fail("emit", 1, 2, "list of types expected, got %s", type(types))
  end
  local schemas = {}
  for k, item in ipairs(types) do schemas[k] = schema_of(item) end
  return setmetatable({ schemas = schemas }, Emit)
end

-- What is known of any input goes into the one document record, whatever stages
-- ran before.
local function document_layer(doc)
  local found = doc:layer "document"[1] or {}
  found.schema, found.path, found.format = schema.VERSION, doc.path, doc.format
  found.encoding = doc.encoding and doc.encoding.name or "UTF-8"
  found.member, found.converter = doc.member, doc.converter
  local input = doc.input or doc.bytes
  found.bytes = #input
  found.sha256 = core.sha256(input)
  found.invalid_bytes = doc.view:invalid_bytes()
  found.repairs = doc.view:repair_count()
  return { found }
end

-- Those of the schemas whose types are wanted.
local function wanted_of(self, wanted)
  if not wanted then return self.schemas end
  local list = {}
  for _, one in ipairs(self.schemas) do
    if wanted[one.type] then list[#list + 1] = one end
  end
  return list
end

local function layer_of(doc, one)
  return one.type == "document" and document_layer(doc) or doc:layer(one.type)
end

--- Applies what a person said of the records (`doc.corrections`) to the layers that
--- they come from. Raises where a correction can't be applied.
---@param doc jilu.Document
function Emit:correct(doc)
  for _, one in ipairs(doc.corrections and self.schemas or {}) do
    local left = doc.corrections:apply(doc, one, function() return layer_of(doc, one) end)
    if left then layers.set(doc, one.type, left) end
  end
end

--- Calls `receive(schema, layer)` for each layer whose annotations become
--- records, of the types that are wanted (nil: all). What C holds of a layer
--- that nobody asked for stands for it.
---@param doc jilu.Document
---@param receive fun(schema: jilu.Schema, layer: table[]|userdata)
---@param wanted? table<string, boolean>
function Emit:layers(doc, receive, wanted)
  for _, one in ipairs(wanted_of(self, wanted)) do
    receive(one, layers.holder(doc, one.type) or layer_of(doc, one))
  end
end

--- Calls `receive(schema, annotation)` for what becomes a record.
---@param doc jilu.Document
---@param receive fun(schema: jilu.Schema, annotation: table)
---@param wanted? table<string, boolean>
function Emit:annotations(doc, receive, wanted)
  for _, one in ipairs(wanted_of(self, wanted)) do
    for _, annotation in ipairs(layer_of(doc, one)) do receive(one, annotation) end
  end
end

return { new = new, Emit = Emit }
