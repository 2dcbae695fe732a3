-- What specs have from Lua 5.4, for the versions before it:
--   busted --helper=spec/hosts/lua54.lua
-- Escapes of bytes and code points in sources, formats of files without *,
-- os.execute's results, and the functions below. Operators that a version
-- lacks are not made up for: a spec that uses them is left out, and named.

local floor, char = math.floor, string.char
local unpack = table.unpack or unpack

local function encode(c)
  if c < 0x80 then return char(c) end
  if c < 0x800 then return char(0xC0 + floor(c / 64), 0x80 + c % 64) end
  if c < 0x10000 then
    return char(0xE0 + floor(c / 4096), 0x80 + floor(c / 64) % 64, 0x80 + c % 64)
  end
  return char(0xF0 + floor(c / 262144), 0x80 + floor(c / 4096) % 64,
              0x80 + floor(c / 64) % 64, 0x80 + c % 64)
end

local function decode(s, i)
  local first = s:byte(i)
  local size = first < 0x80 and 1 or first < 0xE0 and 2 or first < 0xF0 and 3 or 4
  local c = size == 1 and first or first % (size == 2 and 32 or size == 3 and 16 or 8)
  for k = i + 1, i + size - 1 do c = c * 64 + s:byte(k) % 64 end
  return c, size
end

local CHARACTER = "[^\128-\191][\128-\191]*"

if not utf8 then
  utf8 = { charpattern = CHARACTER }
  function utf8.char(...)
    local parts = {}
    for i = 1, select("#", ...) do parts[i] = encode((select(i, ...))) end
    return table.concat(parts)
  end
  function utf8.codes(s)
    local at, size = 1, 0
    return function()
      at = at + size
      if at > #s then return nil end
      local c
      c, size = decode(s, at)
      return at, c
    end
  end
  function utf8.codepoint(s, i, j)
    local list, at = {}, i or 1
    while at <= (j or i or 1) do
      local c, size = decode(s, at)
      list[#list + 1], at = c, at + size
    end
    return unpack(list)
  end
  function utf8.len(s) return (select(2, s:gsub(CHARACTER, ""))) end
  function utf8.offset(s, n, i)
    local at = i or 1
    for _ = 2, n do at = at + select(2, decode(s, at)) end
    return at
  end
end

-- Escapes that 5.1 reads as letters, as decimal ones. A backslash that is
-- escaped goes by as a pair.
local function older(source)
  return (source:gsub("\\(.)(%x?%x?)", function(kind, digits)
    if kind == "x" and #digits == 2 then return ("\\%03d"):format(tonumber(digits, 16)) end
  end):gsub("\\\\", "\0"):gsub("\\u{(%x+)}", function(digits)
    return (encode(tonumber(digits, 16)):gsub(".", function(c)
      return ("\\%03d"):format(c:byte())
    end))
  end):gsub("%z", "\\\\"))
end

local plain_loadfile = loadfile
local function read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read "*a"
  file:close()
  return text
end

local left_out = 0
function loadfile(path, ...)
  if not path or not path:find "^%.?/?spec/" then return plain_loadfile(path, ...) end
  local chunk, message = (loadstring or load)(older(read(path)), "@" .. path)
  if chunk then return chunk end
  left_out = left_out + 1
  io.stderr:write("left out: ", message, "\n")
  return function() end
end

local loaders = package.searchers or package.loaders
table.insert(loaders, 2, function(name)
  if not name:find "^spec%." then return nil end
  local path = name:gsub("%.", "/") .. ".lua"
  local text = read(path)
  if not text then return nil end
  return assert((loadstring or load)(older(text), "@" .. path))
end)

if _VERSION == "Lua 5.1" or _VERSION == "Lua 5.2" then
  local methods = getmetatable(io.stdout).__index
  local plain_read = methods.read
  function methods.read(file, ...)
    local formats = { ... }
    for i, f in ipairs(formats) do
      if type(f) == "string" and not f:find "^%*" then formats[i] = "*" .. f end
    end
    return plain_read(file, unpack(formats))
  end
end

if type(os.execute "true") == "number" then
  local plain_execute = os.execute
  function os.execute(command)
    local status = plain_execute(command)
    if not command then return status ~= 0 end
    if status % 256 ~= 0 then return nil, "signal", status % 128 end
    return status == 0 or nil, "exit", status / 256
  end
end

if not package.searchpath then
  function package.searchpath(name, path)
    name = name:gsub("%.", "/")
    for template in path:gmatch "[^;]+" do
      local file = template:gsub("%?", name)
      local handle = io.open(file)
      if handle then
        handle:close()
        return file
      end
    end
    return nil, "not found"
  end
end

math.mininteger = math.mininteger or -2 ^ 53
math.maxinteger = math.maxinteger or 2 ^ 53
math.type = math.type or function(n)
  if type(n) ~= "number" then return nil end
  return n % 1 == 0 and "integer" or "float"
end
table.unpack = unpack
table.pack = table.pack or function(...)
  return { n = select("#", ...), ... }
end
