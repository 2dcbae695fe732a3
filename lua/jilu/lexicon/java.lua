-- A reader of Java object streams that hold arrays of primitives and nothing
-- else (Java Object Serialization Specification, chapter 6). That is what the
-- dictionaries of Lucene's smartcn are written in; no Java is needed.

local java = {}

local MAGIC = "\172\237\0\5"
local TC_NULL, TC_REFERENCE, TC_CLASSDESC, TC_ARRAY = 0x70, 0x71, 0x72, 0x75
local TC_ENDBLOCKDATA = 0x78
local FIRST_HANDLE = 0x7E0000

-- Bytes of one element, by the letter of its type.
local SIZES = { B = 1, C = 2, S = 2, I = 4, J = 8 }

local Reader = {}
Reader.__index = Reader

local function fail(reader, what)
  error({ message = what, position = reader.position }, 0)
end

function Reader:byte()
  local b = self.data:byte(self.position)
  if not b then fail(self, "ends too early") end
  self.position = self.position + 1
  return b
end

function Reader:u16()
  return self:byte() * 256 + self:byte()
end

function Reader:u32()
  return self:u16() * 65536 + self:u16()
end

function Reader:skip(count)
  self.position = self.position + count
  if self.position > #self.data + 1 then fail(self, "ends too early") end
end

-- Class descriptors and arrays are numbered as they come; a later one of the
-- same class is a reference to the first.
function Reader:class()
  local mark = self:byte()
  if mark == TC_REFERENCE then
    local class = self.handles[self:u32() - FIRST_HANDLE + 1]
    if type(class) ~= "string" then fail(self, "reference to no class") end
    return class
  elseif mark ~= TC_CLASSDESC then
    fail(self, "no class descriptor")
  end
  local length = self:u16()
  local name = self.data:sub(self.position, self.position + length - 1)
  self:skip(length + 9)  -- the name, serialVersionUID, flags
  self.handles[#self.handles + 1] = name
  if self:u16() ~= 0 or self:byte() ~= TC_ENDBLOCKDATA or self:byte() ~= TC_NULL then
    fail(self, "a class that is no array")
  end
  return name
end

-- An array of primitives stays as bytes: { type =, count =, bytes = }.
function Reader:primitives(letter, count)
  local first = self.position
  self:skip(count * SIZES[letter])
  return { type = letter, count = count, bytes = self.data:sub(first, self.position - 1) }
end

-- An array of arrays is a list, with false for null.
function Reader:arrays(count)
  local list = {}
  for k = 1, count do list[k] = self:object() end
  return list
end

function Reader:object()
  local mark = self:byte()
  if mark == TC_NULL then return false end
  if mark == TC_REFERENCE then
    local object = self.handles[self:u32() - FIRST_HANDLE + 1]
    if type(object) ~= "table" then fail(self, "reference to no array") end
    return object
  elseif mark ~= TC_ARRAY then
    fail(self, "not an array")
  end
  local class = self:class()
  local handle = #self.handles + 1
  self.handles[handle] = false
  local count, letter = self:u32(), class:match("^%[([BCSIJ])$")
  local object
  if letter then object = self:primitives(letter, count)
  elseif class:match("^%[%[") then object = self:arrays(count)
  else fail(self, "an array of " .. class) end
  self.handles[handle] = object
  return object
end

--- All arrays of a stream, in order. Arrays of primitives stay big-endian
--- bytes: { type = "C", count = 3, bytes = "…" }; arrays of arrays are lists,
--- with false for null.
---@param data string
---@return table[]? arrays
---@return string? message
---@return integer? position
function java.read(data)
  if data:sub(1, 4) ~= MAGIC then return nil, "not a Java object stream", 1 end
  local reader = setmetatable({ data = data, position = 5, handles = {} }, Reader)
  local list = {}
  local ok, err = pcall(function()
    while reader.position <= #data do list[#list + 1] = reader:object() end
  end)
  if ok then return list end
  if type(err) ~= "table" then error(err, 0) end
  return nil, "Java object stream: " .. err.message, err.position
end

return java
