-- What goes by another name in another Lua.

-- luacheck: globals unpack, ignore 143
return {
  unpack = table.unpack or unpack,
}
