-- What goes by another name in another Lua.

-- luacheck: globals unpack loadstring, ignore 143
-- The file of a module, as `require` finds it.
local function searchpath(name, path)
  name = name:gsub("%.", "/")
  for template in path:gmatch "[^;]+" do
    local found = template:gsub("%?", name)
    local file = io.open(found, "rb")
    if file then
      file:close()
      return found
    end
  end
end

return {
  searchpath = package.searchpath or searchpath,
  unpack = table.unpack or unpack,
  load = loadstring or load,            -- of a string
}
