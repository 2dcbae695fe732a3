-- Dead letters: one JSON object for every document that failed or was dropped, in
-- a file of its own, which appears once it is complete, or among the records.

local core = require "jilu.core"

---@class jilu.DeadLetters
local DeadLetters = {}
DeadLetters.__index = DeadLetters

local FIELDS = {
  { "id", "string" }, { "path", "string" }, { "sha256", "string" },
  { "status", { choice = { "failed", "dropped" } } }, { "pipeline", "string" },
  { "stage", "string" }, { "rule", "string" }, { "script", "string" }, { "reason", "string" },
  { "start", "integer" }, { "end", "integer" }, { "line", "integer" }, { "excerpt", "string" },
}

local FILED = core.schema("dead letter", FIELDS)

-- Among the records the id stands beside the letter.
local INLINE = {
  failed = core.schema("dead letter", { { "id", "string" }, { "_error", "any" } }),
  dropped = core.schema("dead letter", { { "id", "string" }, { "_dropped", "any" } }),
}

--- Opens the place for dead letters. Returns nil, message where the file can't
--- be made.
---@param place? string  a path, "inline", or nil for none
---@param pipeline string  as the call names it
---@return jilu.DeadLetters?, string?
local function open(place, pipeline)
  local self = setmetatable({ inline = place == "inline", pipeline = pipeline }, DeadLetters)
  if place and not self.inline then
    local output, message = core.output(place)
    if not output then return nil, message end
    self.output, self.writer = output, core.writer()
  end
  return self
end

local function letter_of(self, input, failure)
  local letter = {
    id = input.id, path = input.path, sha256 = input.text and core.sha256(input.text),
    status = failure.dropped and "dropped" or "failed", pipeline = self.pipeline,
    start = failure.first and failure.first - 1, ["end"] = failure.last,
  }
  for _, name in ipairs { "stage", "rule", "script", "reason", "line", "excerpt" } do
    letter[name] = failure[name]
  end
  return letter
end

--- Adds the letter of an input. Returns nil, message where it can't be written.
---@param input jilu.Input
---@param failure jilu.Failure
---@param writer userdata  that of the records, for inline letters
---@return boolean?, string?
function DeadLetters:add(input, failure, writer)
  local letter = letter_of(self, input, failure)
  if self.inline then
    local id, status = letter.id, letter.status
    letter.id, letter.status = nil, nil
    for _, field in ipairs(FIELDS) do
      local name = field[1]
      if name ~= "id" and name ~= "status" and letter[name] == nil then
        letter[name] = core.null
      end
    end
    local key = status == "failed" and "_error" or "_dropped"
    return writer:object(INLINE[status], { id = id, [key] = letter })
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
