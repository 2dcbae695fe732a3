-- Where in a user's script something was made or went wrong.

local script = {}

-- Hosts may leave the library `debug` out: places are then not known to the line.
local debug = debug
local getinfo = debug and debug.getinfo or function() return nil end

-- Sources of the library's own files begin like this one's.
local own = getinfo(1, "S")
local LIBRARY = own and own.source:match "^(@.*)rule/source_location%.lua$" or "@"

local function is_script(info)
  return info.what ~= "C" and info.source:sub(1, 1) == "@"
    and info.source:sub(1, #LIBRARY) ~= LIBRARY
end

local function place(info)
  return ("%s:%d"):format(info.source:sub(2), info.currentline)
end

-- The script that is being loaded. One that ends in `return jilu.pipeline { … }`
-- leaves no frame on the stack: a tail call. Where a line is asked for in vain,
-- the script runs again with an eye on its lines; that is slow.
local loading

--- `script:line` of the innermost call from outside the library; nil where
--- there is none, as for what the library itself makes. The walk ends at the
--- function `stop`.
---@param stop? function
---@return string?
function script.here(stop)
  local level = 2
  while true do
    local info = getinfo(level, "Slf")
    if not info or info.func == stop or info.func == script.run then break end
    if is_script(info) then return place(info) end
    level = level + 1
  end
  if not loading then return nil end
  if not debug then return loading.path end
  loading.asked = true
  return ("%s:%d"):format(loading.path, loading.line)
end

--- Raises an error at the line of the script that is at work.
---@param message string
---@param ... any  as for string.format
function script.fail(message, ...)
  local here = script.here()
  error((here and here .. ": " or "") .. message:format(...), 0)
end

local function run_watched(chunk)
  local source = debug.getinfo(chunk, "S").source
  local hook, mask, count = debug.gethook()
  debug.sethook(function(_, line)
    if debug.getinfo(2, "S").source == source then loading.line = line end
  end, "l")
  local ok, found = pcall(chunk)
  debug.sethook(hook, mask, count)
  return ok, found
end

--- Runs the chunk of a script; returns what pcall returns.
---@param chunk function
---@param path string
---@return boolean, any
function script.run(chunk, path)
  local outer = loading
  loading = { path = path, line = 0, asked = false }
  local ok, found = pcall(chunk)
  if not ok and loading.asked then ok, found = run_watched(chunk) end
  loading = outer
  return ok, found
end

--- `script:line` where a function begins.
---@param f function
---@return string
function script.of(f)
  local info = getinfo(f, "S")
  if not info then return "?" end
  return ("%s:%d"):format(info.short_src, info.linedefined)
end

--- A message without the position that `error` put before it, if that is in
--- the script `where`.
---@param message string
---@param where string?
---@return string
function script.bare(message, where)
  local path = where and where:match "^(.*):%d+$"
  if not path then return message end
  return message:match "^[^\n]-%.lua:%d+: (.*)$" or message
end

return script
