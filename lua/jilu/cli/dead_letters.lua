-- Dead letters: one JSON object for every document that failed, in a file of
-- its own or among the records.

local core = require "jilu.core"

---@class jilu.DeadLetters
local DeadLetters = {}
DeadLetters.__index = DeadLetters

local FILED = core.schema("dead letter", {
  { "id", "string" }, { "path", "string" }, { "stage", "string" }, { "rule", "string" },
  { "script", "string" }, { "reason", "string" },
})

local INLINE = core.schema("dead letter", { { "id", "string" }, { "_error", "any" } })

--- Opens the place for dead letters. Returns nil, message where the file can't
--- be made.
---@param place? string  a path, "inline", or nil for none
---@return jilu.DeadLetters?, string?
local function open(place)
  local self = setmetatable({ inline = place == "inline" }, DeadLetters)
  if place and not self.inline then
    local file, message = io.open(place, "wb")
    if not file then return nil, message end
    self.file, self.writer = file, core.writer()
  end
  return self
end

--- Adds the letter of an input. Returns nil, message where it can't be written.
---@param input jilu.Input
---@param failure jilu.Failure
---@param writer userdata  that of the records, for inline letters
---@return boolean?, string?
function DeadLetters:add(input, failure, writer)
  local letter = {
    id = input.id, path = input.path, stage = failure.stage, rule = failure.rule or core.null,
    script = failure.script or core.null, reason = failure.reason,
  }
  if self.inline then
    local id = letter.id
    letter.id = nil
    return writer:object(INLINE, { id = id, _error = letter })
  elseif not self.file then
    return true
  end
  local ok, message = self.writer:object(FILED, letter)
  if ok then ok, message = self.file:write(self.writer:take()) end
  return ok and true or nil, message
end

--- Returns nil, message where not all letters could be written.
---@return boolean?, string?
function DeadLetters:close()
  if not self.file then return true end
  return self.file:close()
end

return open
