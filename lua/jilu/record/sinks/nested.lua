-- A list or an object inside a record, in one cell: JSON with sorted keys, so
-- that the same records give the same bytes on every run.

local core = require "jilu.core"

local schema = core.schema("cell", { { "cell", "any" } })
local writer = core.writer()

local HEAD, TAIL = '{"cell":', "}\n"

---@param value any  as it was decoded
---@return string
return function(value)
  assert(writer:object(schema, { cell = value }))
  return writer:take():sub(#HEAD + 1, -#TAIL - 1)
end
