-- Where in a user's script something was made or went wrong.

local script = {}

-- Sources of the library's own files begin like this one's.
local LIBRARY = debug.getinfo(1, "S").source:match "^(@.*)script%.lua$"

local function is_script(info)
  return info.what ~= "C" and info.source:sub(1, 1) == "@"
    and info.source:sub(1, #LIBRARY) ~= LIBRARY
end

local function place(info)
  return ("%s:%d"):format(info.source:sub(2), info.currentline)
end

--- `script:line` of the innermost call from outside the library; nil where
--- there is none, as for what the library itself makes. The walk ends at the
--- function `stop`.
---@param stop? function
---@return string?
function script.here(stop)
  local level = 2
  while true do
    local info = debug.getinfo(level, "Slf")
    if not info or info.func == stop then return nil end
    if is_script(info) then return place(info) end
    level = level + 1
  end
end

--- `script:line` where a function begins.
---@param f function
---@return string
function script.of(f)
  local info = debug.getinfo(f, "S")
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
