-- Dead letters: one JSON object for every document that failed, in a file of
-- its own, which appears once it is complete, or among the records.

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
    local output, message = core.output(place)
    if not output then return nil, message end
    self.output, self.writer = output, core.writer()
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
  elseif not self.output then
    return true
  end
  local ok, message = self.writer:object(FILED, letter)
  if ok then ok, message = self.output:file():write(self.writer:take()) end
  return ok and true or nil, message
end

--- The file gets its name. Returns nil, message where not all letters could be
--- written.
---@return boolean?, string?
function DeadLetters:commit()
  if not self.output then return true end
  return self.output:commit()
end

--- No file is left.
function DeadLetters:abandon()
  if self.output then self.output:abandon() end
end

return open
