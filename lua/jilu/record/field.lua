-- jilu.field: a field of a record type, as an object with methods; the same as
-- the table { name, kind } or { name, kind, optional = true }.

local check = require "jilu.check"

local methods = {}
local Field = { __index = methods }

--- The same field, left out of a record where it has no value; else it is null.
---@return jilu.Field
function methods:opt()
  return setmetatable({ self[1], self[2], optional = true }, Field)
end

function Field:__tostring()
  return ("jilu.field (%s%s)"):format(self[1], self.optional and ", optional" or "")
end

--- Makes a field.
---@param name string
---@param kind any  see jilu.Field
---@return jilu.Field
return function(name, kind)
  check.type("field", 1, name, "string")
  if kind == nil then check.type("field", 2, kind, "string") end
  return setmetatable({ name, kind }, Field)
end
