-- A sink of lines: standard output, or a file that appears under its name only
-- once it is complete; a device or a pipe is written to as it is.

local core = require "jilu.core"

---@class jilu.Sink
---@field output userdata?  jilu.Output; nil for standard output
local Sink = {}
Sink.__index = Sink

--- Opens a sink. Returns nil, message where the file can't be made.
---@param path? string  nil for standard output
---@return jilu.Sink?, string?
local function open(path)
  if not path then return setmetatable({ file = io.stdout }, Sink) end
  local output, message = core.output(path)
  if not output then return nil, message end
  return setmetatable({ file = output:file(), output = output }, Sink)
end

--- Writes lines. Returns nil, message where that fails.
---@param lines string
---@return boolean?, string?
function Sink:write(lines)
  local ok, message = self.file:write(lines)
  if not ok then return nil, message end
  return true
end

--- Writes the lines that wait in a writer, which is empty then.
---@param writer userdata  jilu.Writer
---@return boolean?, string?
function Sink:flush(writer)
  local ok, message = writer:flush(self.file)
  if not ok then return nil, message end
  return true
end

--- Ends the output: the file gets its name. Returns nil, message where the last
--- bytes could not be written.
---@return boolean?, string?
function Sink:commit()
  if self.output then return self.output:commit() end
  local ok, message = self.file:flush()
  return ok and true or nil, message
end

--- Gives the output up: no file is left.
function Sink:abandon()
  if self.output then self.output:abandon() end
end

return open
