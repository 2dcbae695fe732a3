-- A check of values against the part of JSON Schema that `jilu schema` prints.
-- An unknown keyword is an error: nothing is passed over.

local cjson = require "cjson"

local json_schema = {}

local function type_of(value)
  if value == cjson.null then return "null" end
  if type(value) ~= "table" then return type(value) end
  return #value > 0 and "array" or next(value) and "object" or "empty"
end

local function is_type(value, name)
  local found = type_of(value)
  if found == "empty" then return name == "array" or name == "object" end
  if name == "integer" then return found == "number" and value % 1 == 0 end
  return found == name
end

local check

local KEYWORDS = {
  description = function() end, title = function() end, ["$schema"] = function() end,
  ["$defs"] = function() end,
}

function KEYWORDS.type(value, names)
  for _, name in ipairs(type(names) == "table" and names or { names }) do
    if is_type(value, name) then return nil end
  end
  return "type " .. type_of(value)
end

function KEYWORDS.const(value, wanted)
  if value ~= wanted then return "const " .. tostring(wanted) end
end

function KEYWORDS.enum(value, list)
  for _, one in ipairs(list) do
    if one == value then return nil end
  end
  return "enum"
end

-- The one pattern that is used; as Lua has it.
function KEYWORDS.pattern(value, pattern)
  assert(pattern == "^-?[0-9]+([./][0-9]+)?$", pattern)
  if type(value) == "string" and not value:find "^%-?%d+$"
    and not value:find "^%-?%d+[./]%d+$" then return "pattern" end
end

function KEYWORDS.required(value, names)
  if type(value) ~= "table" then return nil end
  for _, name in ipairs(names) do
    if value[name] == nil then return "required " .. name end
  end
end

function KEYWORDS.dependentRequired(value, names_by)
  for name, names in pairs(names_by) do
    if value[name] ~= nil then
      local wrong = KEYWORDS.required(value, names)
      if wrong then return wrong end
    end
  end
end

function KEYWORDS.properties(value, shapes, root)
  if type(value) ~= "table" then return nil end
  for name, shape in pairs(shapes) do
    local wrong = value[name] ~= nil and check(value[name], shape, root)
    if wrong then return name .. ": " .. wrong end
  end
end

function KEYWORDS.additionalProperties(value, open, _, schema)
  if open or type(value) ~= "table" then return nil end
  for name in pairs(value) do
    if not schema.properties[name] then return "no property " .. tostring(name) end
  end
end

function KEYWORDS.items(value, shape, root)
  if type(value) ~= "table" then return nil end
  for k, item in ipairs(value) do
    local wrong = check(item, shape, root)
    if wrong then return ("[%d] %s"):format(k, wrong) end
  end
end

KEYWORDS["$ref"] = function(value, reference, root)
  local name = reference:match "^#/%$defs/(.*)$"
  return check(value, assert(root["$defs"][name], reference), root)
end

function KEYWORDS.oneOf(value, list, root)
  local count, first = 0, nil
  for _, shape in ipairs(list) do
    local wrong = check(value, shape, root)
    if not wrong then count = count + 1 end
    first = first or wrong
  end
  if count ~= 1 then return ("oneOf: %d fit: %s"):format(count, first or "") end
end

function check(value, schema, root)
  for keyword, argument in pairs(schema) do
    local wrong = assert(KEYWORDS[keyword], keyword)(value, argument, root, schema)
    if wrong then return wrong end
  end
end

--- What is wrong with a decoded value; nil if nothing is.
---@param value any
---@param schema table  decoded
---@return string?
function json_schema.check(value, schema)
  return check(value, schema, schema)
end

return json_schema
