-- Dictionaries of Chinese writing, compiled from OpenCC's and pypinyin's (make
-- conversion): opening them, and finding the installed ones.

local check = require "jilu.check"
local core = require "jilu.core"
local installed = require "jilu.installed"

local conversion = {}

local NAME = "zh.conversion"

--- Opens compiled dictionaries: those at `path`, or the installed ones.
---@param path? string
---@return jilu.Conversion?
---@return string? message
function conversion.open(path)
  if path ~= nil then
    check.type("open", 1, path, "string")
    return core.conversion_open(path)
  end
  path = installed.find(NAME)
  if path then return core.conversion_open(path) end
  return nil, "no conversion found (make conversion compiles one); looked for "
    .. table.concat(installed.places(NAME), ", ")
end

--- What open dictionaries are, among other values.
---@param value any
---@return boolean
function conversion.is(value)
  local class = type(value) == "userdata" and getmetatable(value)
  return type(class) == "table" and class.__name == "jilu.Conversion"
end

return conversion
