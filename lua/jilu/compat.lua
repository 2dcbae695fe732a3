-- What goes by another name in another Lua.

-- luacheck: globals unpack loadstring, ignore 143
return {
  unpack = table.unpack or unpack,
  load = loadstring or load,            -- of a string
}
