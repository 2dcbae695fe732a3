-- A sink of lines: standard output, or a file that appears under its name only
-- once it is complete; a device, a pipe or a link is written to as it is.

local lfs = require "lfs"

---@class jilu.Sink
local Sink = {}
Sink.__index = Sink

--- Opens a sink. Returns nil, message where the file can't be made.
---@param path? string  nil for standard output
---@return jilu.Sink?, string?
local function open(path)
  if not path then return setmetatable({ file = io.stdout }, Sink) end
  -- a device, a pipe or a link must not be replaced by a file
  local mode = lfs.symlinkattributes(path, "mode")
  local temporary = (not mode or mode == "file") and path .. ".part" or nil
  local file, message = io.open(temporary or path, "wb")
  if not file then return nil, message end
  return setmetatable({ file = file, path = path, temporary = temporary }, Sink)
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
  local ok, message = self.file:flush()
  if not self.path then return ok and true or nil, message end
  local closed, reason = self.file:close()
  if not (ok and closed) then
    if self.temporary then os.remove(self.temporary) end
    return nil, message or reason
  end
  if not self.temporary then return true end
  return os.rename(self.temporary, self.path)
end

--- Gives the output up: no file is left.
function Sink:abandon()
  if not self.path then return end
  self.file:close()
  if self.temporary then os.remove(self.temporary) end
end

return open
