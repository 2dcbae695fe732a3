-- Where an installation keeps its data files.

local installed = {}

--- The folder of the C module, which tells where this installation keeps its
--- data; nil where the module is no file.
---@return string?
function installed.folder()
  for template in package.cpath:gmatch("[^;]+") do
    local path = template:gsub("%?", "jilu/core")
    local file = io.open(path, "rb")
    if file then
      file:close()
      return path:match("^(.*)/[^/]+$") or "."
    end
  end
end

-- The folder so many levels above.
local function above(folder, levels)
  for _ = 1, levels do
    local parent, last = folder:match("^(.*)/([^/]+)$")
    folder = parent and last ~= "." and last ~= ".." and parent or (folder .. "/..")
  end
  return folder
end

--- The places where a file is looked for, in order: beside the C module, in the
--- build folder, under share/jilu of the same prefix (/usr/local, a tree of
--- LuaRocks), and in /usr/local/share/jilu and /usr/share/jilu.
---@param name string
---@return string[]
function installed.places(name)
  local places, folder = {}, installed.folder()
  if folder then
    places[1] = folder .. "/" .. name
    places[2] = above(folder, 2) .. "/" .. name
    places[3] = above(folder, 4) .. "/share/jilu/" .. name
  end
  places[#places + 1] = "/usr/local/share/jilu/" .. name
  places[#places + 1] = "/usr/share/jilu/" .. name
  return places
end

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

--- The first of the places that has the file, or nil.
---@param name string
---@return string?
function installed.find(name)
  for _, path in ipairs(installed.places(name)) do
    if exists(path) then return path end
  end
end

return installed
