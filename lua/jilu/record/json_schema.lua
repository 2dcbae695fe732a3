-- JSON Schema (draft 2020-12) of the records of a pipeline, as text whose keys
-- have a fixed order.

local cjson = require "cjson"
local meanings = require "jilu.record.meanings"

local json_schema = {}

-- Ordered objects ---------------------------------------------------------------------

-- An object is a list of { key, value }; a list has the metatable LIST.
local LIST = {}

local function list(items) return setmetatable(items, LIST) end

local function quoted(text) return (cjson.encode(text):gsub("\\/", "/")) end

local function encode(value, indent, out)
  if type(value) ~= "table" then
    local plain = value == cjson.null and "null" or tostring(value)
    out[#out + 1] = type(value) == "string" and quoted(value) or plain
    return
  end
  local is_list = getmetatable(value) == LIST
  local inner = indent .. "  "
  local flat = is_list and type(value[1]) ~= "table"
  out[#out + 1] = is_list and "[" or "{"
  for k, item in ipairs(value) do
    if k > 1 then out[#out + 1] = flat and ", " or "," end
    if not flat then out[#out + 1] = "\n" .. inner end
    if not is_list then out[#out + 1] = quoted(item[1]) .. ": " end
    encode(is_list and item or item[2], inner, out)
  end
  if #value > 0 and not flat then out[#out + 1] = "\n" .. indent end
  out[#out + 1] = is_list and "]" or "}"
end

-- Kinds -------------------------------------------------------------------------------

-- A number that JSON can't say is its digits.
local DIGITS = "^-?[0-9]+([./][0-9]+)?$"

local SIMPLE = {
  string = function() return { { "type", list { "string", "null" } } } end,
  integer = function() return { { "type", list { "integer", "null" } } } end,
  number = function()
    return { { "type", list { "number", "string", "null" } }, { "pattern", DIGITS } }
  end,
  boolean = function() return { { "type", list { "boolean", "null" } } } end,
  any = function() return {} end,
}

local ITEM = {
  string = "string", integer = "integer", number = "number", boolean = "boolean",
}

local object_of

local function choice_of(names)
  local values = {}
  for k, name in ipairs(names) do values[k] = name end
  values[#values + 1] = cjson.null
  return { { "enum", list(values) } }
end

-- `defs` gets the shapes of objects that hold objects of their own shape.
local function list_of(field, name, defs)
  local of, items = field[2].list
  if of == "self" then
    items = { { "$ref", "#/$defs/" .. name } }
  elseif type(of) == "string" then
    items = ITEM[of] and { { "type", ITEM[of] } } or {}
  else
    local own = name .. "." .. field[1]
    items = object_of(field.objects, own, defs, {}, false)
    for _, inner in ipairs(of) do
      if type(inner[2]) == "table" and inner[2].list == "self" then
        defs[#defs + 1] = { own, items }
        items = { { "$ref", "#/$defs/" .. own } }
        break
      end
    end
  end
  return { { "type", "array" }, { "items", items } }
end

local function shape_of(field, name, defs)
  local kind = field[2]
  if type(kind) == "string" then return SIMPLE[kind]() end
  if kind.choice then return choice_of(kind.choice) end
  return list_of(field, name, defs)
end

-- An object with fields; `before` are the properties that come first, of which
-- `required` are the names.
function object_of(fields, name, defs, before, open, required)
  local properties, needed = before, required or {}
  local meaning = meanings.fields[name] or {}
  for _, field in ipairs(fields) do
    local shape = shape_of(field, name, defs)
    if meaning[field[1]] then table.insert(shape, 1, { "description", meaning[field[1]] }) end
    properties[#properties + 1] = { field[1], shape }
    if not field.optional then needed[#needed + 1] = field[1] end
  end
  return {
    { "type", "object" }, { "properties", properties }, { "required", list(needed) },
    { "additionalProperties", open },
  }
end

-- Records -----------------------------------------------------------------------------

local COMMON = {
  { "doc", "string" }, { "start", "integer" }, { "end", "integer" }, { "text", "string" },
  { "norm", "string" }, { "line", "integer" },
}

local function record_of(one, defs)
  local before = { { "type", { { "const", one.type } } } }
  for _, field in ipairs(COMMON) do
    before[#before + 1] = { field[1], {
      { "description", meanings.common[field[1]] }, { "type", field[2] } } }
  end
  local record = object_of(one.fields, one.type, defs, before, one.open or false,
    { "type", "doc" })
  record[#record + 1] = { "dependentRequired", {
    { "start", list { "end", "text", "line" } }, { "end", list { "start" } } } }
  if meanings.types[one.type] then
    table.insert(record, 1, { "description", meanings.types[one.type] })
  end
  return record
end

--- The JSON Schema of records of these types.
---@param schemas jilu.Schema[]
---@param title string
---@return string json
function json_schema.of(schemas, title)
  local defs, refs, seen = {}, {}, {}
  for _, one in ipairs(schemas) do
    if not seen[one.type] then
      seen[one.type] = true
      local inner = {}
      defs[#defs + 1] = { one.type, record_of(one, inner) }
      for _, def in ipairs(inner) do defs[#defs + 1] = def end
      refs[#refs + 1] = { { "$ref", "#/$defs/" .. one.type } }
    end
  end
  local out = {}
  encode({
    { "$schema", "https://json-schema.org/draft/2020-12/schema" },
    { "title", title },
    { "oneOf", list(refs) },
    { "$defs", defs },
  }, "", out)
  return table.concat(out) .. "\n"
end

return json_schema
