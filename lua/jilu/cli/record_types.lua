-- The option --only TYPE,TYPE of commands.

local schema = require "jilu.record.schema"

local record_types = {}

--- The set of types in the value of the option; nil, message for none.
---@param value string
---@return table<string, boolean>?, string?
function record_types.read(value)
  local wanted = {}
  for name in value:gmatch "[^,]+" do wanted[name] = true end
  if not next(wanted) then return nil, "--only names no type" end
  return wanted
end

--- The first of the wanted types that neither the library nor the pipeline
--- has; nil if there are all.
---@param wanted table<string, boolean>
---@param pipeline jilu.Pipeline
---@return string?
function record_types.unknown(wanted, pipeline)
  local known = pipeline:types()
  for _, name in ipairs(schema.names()) do known[name] = true end
  for name in pairs(wanted) do
    if not known[name] then return name end
  end
end

--- The names of a set of types, sorted, in a row for a message.
---@param types table<string, boolean>
---@return string
function record_types.listed(types)
  local list = {}
  for name in pairs(types) do list[#list + 1] = name end
  table.sort(list)
  return table.concat(list, ", ")
end

return record_types
