-- A line on standard error that says how far a run is.

local core = require "jilu.core"

-- Seconds between two looks of it, and until the time that is left is guessed.
local INTERVAL, FIRST_GUESS = 0.2, 2

local STDERR = 2

---@class jilu.Progress
local Progress = {}
Progress.__index = Progress

--- How far the inputs are read, and what they are in all, in bytes; nil where that is not
--- known.
---@class jilu.ProgressPlace
---@field position fun(): integer
---@field size fun(): integer?

---@param mode "auto"|"always"|"never"  auto: on a terminal
---@param place? jilu.ProgressPlace
---@return jilu.Progress
local function new(mode, place)
  local on = mode == "always" or (mode == "auto" and core.isatty(STDERR))
  return setmetatable({ on = on, started = core.clock(), shown = core.clock(),
    position = place and place.position, size = on and place and place.size() }, Progress)
end

-- The seconds that are left as people read them.
local function duration(seconds)
  if seconds < 90 then return ("%.0f s"):format(seconds) end
  local minutes = math.floor(seconds / 60 + 0.5)
  if minutes < 90 then return ("%.0f min"):format(minutes) end
  return ("%.0f h %.0f min"):format(math.floor(minutes / 60), minutes % 60)
end

-- At the rate so far.
local function left(self, seconds, waiting)
  local done = self.size and self.position() - waiting or 0
  if done <= 0 or seconds < FIRST_GUESS then return "" end
  return (", %s left"):format(duration(seconds * math.max(0, self.size - done) / done))
end

---@param documents integer
---@param failed integer
---@param bytes integer
---@param waiting? integer  bytes that are read and not done
function Progress:show(documents, failed, bytes, waiting)
  if not self.on then return end
  local now = core.clock()
  if now - self.shown < INTERVAL then return end
  self.shown, self.visible = now, true
  local seconds = now - self.started
  io.stderr:write(("\r%d documents, %d dead letters, %.1f MB, %.1f MB/s%s\27[K"):format(documents,
    failed, bytes / 1e6, bytes / 1e6 / seconds, left(self, seconds, waiting or 0)))
end

--- Takes the line away for something else to be said.
function Progress:clear()
  if not self.visible then return end
  self.visible = false
  io.stderr:write "\r\27[K"
end

return new
