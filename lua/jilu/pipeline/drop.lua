-- jilu.drop: what a stage, `where` or `emit` returns to leave a document out on
-- purpose. That is no failure: the document has no records, and is counted apart.

local check = require "jilu.check"

---@class jilu.Drop
---@field reason string
local Drop = {}
Drop.__index = Drop

function Drop:__tostring() return ("jilu.drop (%s)"):format(self.reason) end

--- Leaves the document out, where it is returned.
---@param reason string
---@return jilu.Drop
local function new(reason)
  check.type("drop", 1, reason, "string")
  return setmetatable({ reason = reason }, Drop)
end

---@param value any
---@return boolean
local function is(value) return getmetatable(value) == Drop end

--- Raises what was returned if it is a drop, for the pipeline to catch.
---@param value any
local function heed(value)
  if is(value) then error(value, 0) end
end

return { new = new, is = is, heed = heed }
