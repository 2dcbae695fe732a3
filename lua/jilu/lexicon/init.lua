-- Chinese words: opening a compiled lexicon, and finding the installed one.

local check = require "jilu.check"
local core = require "jilu.core"
local module_folder = require "jilu.lexicon.folder"

local lexicon = {}

local NAME = "zh.lexicon"

-- The folder so many levels above.
local function above(folder, levels)
  for _ = 1, levels do
    local parent, last = folder:match("^(.*)/([^/]+)$")
    folder = parent and last ~= "." and last ~= ".." and parent or (folder .. "/..")
  end
  return folder
end

--- The places where a lexicon is looked for, in order: beside the C module,
--- in the build folder, under share/jilu of the same prefix (/usr/local, a
--- tree of LuaRocks), and in /usr/local/share/jilu and /usr/share/jilu.
---@return string[]
function lexicon.places()
  local places, folder = {}, module_folder()
  if folder then
    places[1] = folder .. "/" .. NAME
    places[2] = above(folder, 2) .. "/" .. NAME
    places[3] = above(folder, 4) .. "/share/jilu/" .. NAME
  end
  places[#places + 1] = "/usr/local/share/jilu/" .. NAME
  places[#places + 1] = "/usr/share/jilu/" .. NAME
  return places
end

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

--- The first place that has a lexicon, or nil and a message that lists them.
---@return string?
---@return string? message
function lexicon.find()
  local places = lexicon.places()
  for _, path in ipairs(places) do
    if exists(path) then return path end
  end
  return nil, "no lexicon found (make lexicon compiles one); looked for "
    .. table.concat(places, ", ")
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
