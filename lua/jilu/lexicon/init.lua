-- Chinese words: opening a compiled lexicon, and finding the installed one.

local check = require "jilu.check"
local core = require "jilu.core"
local installed = require "jilu.installed"

local lexicon = {}

local NAME = "zh.lexicon"

--- The places where a lexicon is looked for, in order (jilu.installed).
---@return string[]
function lexicon.places() return installed.places(NAME) end

--- The first place that has a lexicon, or nil and a message that lists them.
---@return string?
---@return string? message
function lexicon.find()
  local path = installed.find(NAME)
  if path then return path end
  return nil, "no lexicon found (make lexicon compiles one); looked for "
    .. table.concat(lexicon.places(), ", ")
end

--- What an open lexicon is, among other values.
---@param value any
---@return boolean
function lexicon.is(value)
  if type(value) ~= "userdata" then return false end
  local class = getmetatable(value)
  return type(class) == "table" and class.__name == "jilu.Lexicon"
end

--- Opens a compiled lexicon: the one at `path`, or the installed one.
---@param path? string
---@return jilu.Lexicon?
---@return string? message
function lexicon.open(path)
  if path == nil then
    local message
    path, message = lexicon.find()
    if not path then return nil, message end
  elseif type(path) ~= "string" then
    check.fail("open", 1, 2, "string expected, got %s", type(path))
  end
  local opened, message = core.lexicon_open(path)
  if opened then return opened end
  return nil, ("%s (make lexicon compiles one; without a path one is looked for in %s)")
    :format(message, table.concat(lexicon.places(), ", "))
end

return lexicon
