-- A line on standard error that says how far a run is.

local core = require "jilu.core"

-- Seconds between two looks of it.
local INTERVAL = 0.2

local STDERR = 2

---@class jilu.Progress
local Progress = {}
Progress.__index = Progress

---@param mode "auto"|"always"|"never"  auto: on a terminal
---@return jilu.Progress
local function new(mode)
  local on = mode == "always" or (mode == "auto" and core.isatty(STDERR))
  return setmetatable({ on = on, started = core.clock(), shown = core.clock() }, Progress)
end

---@param documents integer
---@param failed integer
---@param bytes integer
function Progress:show(documents, failed, bytes)
  if not self.on then return end
  local now = core.clock()
  if now - self.shown < INTERVAL then return end
  self.shown, self.visible = now, true
  io.stderr:write(("\r%d documents, %d dead letters, %.1f MB, %.1f MB/s\27[K")
    :format(documents, failed, bytes / 1e6, bytes / 1e6 / (now - self.started)))
end

--- Takes the line away for something else to be said.
function Progress:clear()
  if not self.visible then return end
  self.visible = false
  io.stderr:write "\r\27[K"
end

return new
