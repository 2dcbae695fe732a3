-- lua generate.lua PATH=MODULE ...
-- Lua files as C: what jilu_lua_files lists. LuaCATS files are left out by
-- whoever calls.

local function bytes_of(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  return (text:gsub("^#[^\n]*", ""))
end

io.write '#include "binding/embed/files.h"\n'
for k, argument in ipairs(arg) do
  local text = bytes_of((argument:match "^(.-)="))
  io.write("static const unsigned char text", k, "[] = {")
  for at = 1, #text, 20 do
    io.write("\n", table.concat({ text:byte(at, math.min(at + 19, #text)) }, ","), ",")
  end
  io.write(#text == 0 and "0" or "", "\n};\n")
end
io.write "const jilu_lua_file jilu_lua_files[] = {\n"
for k, argument in ipairs(arg) do
  local path, module = argument:match "^(.-)=(.*)$"
  io.write(('  {"%s", "@%s", text%d, %d},\n'):format(module, path:gsub("^lua/", ""), k,
    #bytes_of(path)))
end
io.write "  {NULL, NULL, NULL, 0}\n};\n"
