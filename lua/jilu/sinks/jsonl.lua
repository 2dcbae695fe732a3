-- A sink of lines: standard output, or a file that appears under its name only
-- once it is complete.

---@class jilu.Sink
local Sink = {}
Sink.__index = Sink

--- Opens a sink. Returns nil, message where the file can't be made.
---@param path? string  nil for standard output
---@return jilu.Sink?, string?
local function open(path)
  if not path then return setmetatable({ file = io.stdout }, Sink) end
  local temporary = path .. ".part"
  local file, message = io.open(temporary, "wb")
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

--- Ends the output: the file gets its name. Returns nil, message where the last
--- bytes could not be written.
---@return boolean?, string?
function Sink:commit()
  local ok, message = self.file:flush()
  if not self.path then return ok and true or nil, message end
  local closed, reason = self.file:close()
  if not (ok and closed) then
    os.remove(self.temporary)
    return nil, message or reason
  end
  return os.rename(self.temporary, self.path)
end

--- Gives the output up: no file is left.
function Sink:abandon()
  if not self.path then return end
  self.file:close()
  os.remove(self.temporary)
end

return open
