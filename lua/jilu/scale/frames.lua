-- What master and worker say to each other: frames of a kind (one byte), a
-- length in ten digits, and so many bytes. Texts of documents are any bytes.

local frames = {}

--- Bytes of a frame before its content.
frames.HEAD = 11

local LARGEST = 10 ^ 10

---@param kind string  one byte
---@param content string
---@return string
function frames.pack(kind, content)
  assert(#content < LARGEST, "a frame that is too large")
  return ("%s%010.0f%s"):format(kind, #content, content)
end

--- The kind and the length of the frame that begins at byte `at`.
---@param text string
---@param at? integer
---@return string kind, integer length
function frames.head(text, at)
  at = at or 1
  return text:sub(at, at), tonumber(text:sub(at + 1, at + frames.HEAD - 1))
end

-- Values --------------------------------------------------------------------------------

local NUMBER = "%.17g"

-- Adds what stands for a value: its type, its length, its bytes.
local function add(out, value)
  local kind = type(value)
  if kind == "table" then
    local count = 0
    for _ in pairs(value) do count = count + 1 end
    out[#out + 1] = ("t%d "):format(count)
    for key, one in pairs(value) do
      add(out, key)
      add(out, one)
    end
    return
  elseif kind == "number" then
    local written = ("%d"):format(value % 1 == 0 and math.abs(value) < 2 ^ 53 and value or 0)
    value = tonumber(written) == value and written or NUMBER:format(value)
  elseif kind == "boolean" then
    value = tostring(value)
  elseif kind ~= "string" then
    error("a value of type " .. kind .. " can't be sent", 0)
  end
  out[#out + 1] = kind:sub(1, 1) .. #value .. " "
  out[#out + 1] = value
end

local take

local function take_table(text, at, count)
  local value = {}
  for _ = 1, count do
    local key, one
    key, at = take(text, at)
    one, at = take(text, at)
    value[key] = one
  end
  return value, at
end

-- Returns the value that begins at byte `at` and where the next one does.
function take(text, at)
  local kind, size, first = text:match("^(%l)(%d+) ()", at)
  size = tonumber(size)
  if kind == "t" then return take_table(text, first, size) end
  local value = text:sub(first, first + size - 1)
  if kind == "n" then value = tonumber(value) elseif kind == "b" then value = value == "true" end
  return value, first + size
end

--- A value of strings, numbers, booleans and tables of these as bytes.
---@param value any
---@return string
function frames.encode(value)
  local out = {}
  add(out, value)
  return table.concat(out)
end

--- The value that `encode` was given.
---@param text string
---@return any
function frames.decode(text)
  return (take(text, 1))
end

return frames
