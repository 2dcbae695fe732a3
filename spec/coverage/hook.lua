-- Counts which lines of lua/ run, in this process and by LUA_INIT in those that
-- the tests start; each adds a file to JILU_COVERAGE when it ends.
--
-- The lines stand in the environment table of the debug library's hook, so that
-- code that sets a hook of its own must put back the one that it found.

local folder = os.getenv "JILU_COVERAGE"
local seen = {}

local function hook(_, line)
  local source = debug.getinfo(2, "S").source
  local lines = seen[source]
  if not lines then
    if lines == false then return end
    if not source:find "^@.*/?lua/jilu/" then
      seen[source] = false
      return
    end
    lines = {}
    seen[source] = lines
  end
  lines[line] = true
end

local function write()
  debug.sethook()
  local file = assert(io.open(os.tmpname():gsub("^.*/", folder .. "/"), "w"))
  for source, lines in pairs(seen) do
    local path = lines and source:match "(lua/jilu/.*)$"
    for line in pairs(lines or {}) do file:write(path, ":", line, "\n") end
  end
  file:close()
end

debug.sethook(hook, "l")
local create, wrap = coroutine.create, coroutine.wrap
function coroutine.create(f)
  local thread = create(f)
  debug.sethook(thread, hook, "l")
  return thread
end
function coroutine.wrap(f)
  return wrap(function(...)
    debug.sethook(hook, "l")
    return f(...)
  end)
end

local exit = os.exit
function os.exit(...)
  write()
  write = function() end
  return exit(...)
end
setmetatable(seen, { __gc = function() write() end })
_G._JILU_COVERAGE = seen
