-- Compiled vocabularies as files: beside the C module lies one for each
-- language, and a Lua state maps it in place of compiling the words, which takes
-- forty times as long. A file serves for as long as the Lua files that it was
-- compiled from are what they were.

local core = require "jilu.core"
local installed = require "jilu.installed"

local vocabulary = {}

-- Where `require` finds a module; nil where it is no file.
local function file_of(module)
  local name = module:gsub("%.", "/")
  for template in package.path:gmatch "[^;]+" do
    local file = io.open((template:gsub("%?", name)), "rb")
    if file then return file end
  end
end

--- The text of what a language's words are compiled from, which a file is to
--- agree with; nil where that is not in files.
---@param modules string[]  names of all of them
---@return string?
function vocabulary.source(modules)
  local parts = {}
  for k, module in ipairs(modules) do
    local file = not package.preload[module] and file_of(module)
    if not file then return nil end
    parts[k] = file:read "*a"
    file:close()
  end
  return table.concat(parts, "\0")
end

--- Where the file of a language is looked for; nil where the C module is none.
---@param language string
---@return string?
function vocabulary.place(language)
  local folder = installed.folder()
  return folder and folder .. "/" .. language .. ".vocabulary"
end

--- The core's extractor out of the file of a language; nil where there is none
--- that agrees with the Lua files.
---@param language string
---@param modules string[]
---@return userdata?
function vocabulary.open(language, modules)
  local path = vocabulary.place(language)
  local source = path and vocabulary.source(modules)
  return source and (core.extractor_open(path, source))
end

--- The bytes of such a file.
---@param extractor userdata  the core's
---@param modules string[]
---@return string?  nil where the modules are no files
function vocabulary.image(extractor, modules)
  local source = vocabulary.source(modules)
  return source and core.extractor_image(extractor, source)
end

return vocabulary
