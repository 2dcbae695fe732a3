-- One line of JSON Lines as the filter takes it: a document with its id as it
-- stands there, byte for byte.

local cjson = require "cjson"
local core = require "jilu.core"
local exact = require "jilu.record.exact"

local find, sub = string.find, string.sub

local line = {}

-- The byte after the string that begins at byte i.
local function after_string(text, i)
  local at = i + 1
  while true do
    local stop = find(text, '["\\]', at)
    if not stop then return #text + 1 end
    if sub(text, stop, stop) == '"' then return stop + 1 end
    at = stop + 2
  end
end

local OPEN, CLOSE = { ["{"] = true, ["["] = true }, { ["}"] = true, ["]"] = true }

-- The byte after the value that begins at byte i.
local function after_value(text, i)
  local first = sub(text, i, i)
  if first == '"' then return after_string(text, i) end
  if not OPEN[first] then return find(text, "[%s,}%]]", i) or #text + 1 end
  local depth, at = 0, i
  while true do
    local stop = find(text, '["{}%[%]]', at)
    if not stop then return #text + 1 end
    local sign = sub(text, stop, stop)
    at = stop + 1
    if sign == '"' then
      at = after_string(text, stop)
    else
      depth = depth + (OPEN[sign] and 1 or CLOSE[sign] and -1 or 0)
      if depth == 0 then return at end
    end
  end
end

--- What stands in an object as the value of its member `name`, which is the last
--- one of that name; "null" where there is none. The text is JSON, or nearly.
---@param text string
---@param name string  without what would be escaped
---@return string
function line.token(text, name)
  local token, at = "null", find(text, "{", 1, true)
  local key = '"' .. name .. '"'
  at = at and find(text, "%S", at + 1)
  while at and sub(text, at, at) == '"' do
    local key_end = after_string(text, at)
    local found = sub(text, at, key_end - 1) == key
    at = select(2, find(text, "^%s*:%s*()", key_end))
    if not at then break end
    local value_end = after_value(text, at + 1)
    if found then token = sub(text, at + 1, value_end - 1) end
    at = select(2, find(text, "^%s*,%s*()", value_end))
    at = at and at + 1
  end
  return token
end

-- Only a value that is one is given back in an answer.
local function sound(token)
  local ok = pcall(cjson.decode, "[" .. token .. "]")
  return ok and token or "null"
end

local function text_of(value)
  return type(value) == "string" and value ~= "" and value or nil
end

-- A date of the row: as exact as it can be read; false where it is none.
local function date_of(value)
  if value == nil or value == cjson.null or value == "" then return nil end
  if type(value) ~= "string" then return false end
  value = value:gsub("^(%d%d%d%d%-%d%d%-%d%d) ", "%1T")
  for _, size in ipairs { #value, 16, 10 } do
    if core.is_date(value:sub(1, size)) then return value:sub(1, size) end
  end
  return false
end

--- Reads the line of an input: sets its id, token, text, date and metadata, or the
--- reason why there is none.
---@param input jilu.Input
---@param field string  that holds the text
function line.read(input, field)
  input.id, input.token = "", "null"
  local ok, object = pcall(exact.decode, input.line)
  if not ok then
    input.token = sound(line.token(input.line, "id"))
    input.reason = input.line:find "%S" and "not JSON: " .. tostring(object) or "an empty line"
    return
  elseif type(object) ~= "table" or not input.line:find "^%s*{" then
    input.reason = "not a JSON object"
    return
  end
  input.token = line.token(input.line, "id")
  local id = object.id
  if type(id) == "string" or type(id) == "number" then input.id = exact.text(id) end
  if type(object[field]) ~= "string" then
    input.reason = ("the object has no text in its field '%s'"):format(field)
    return
  end
  input.text = object[field]
  input.date = date_of(object.date)
  if input.date == false then
    input.date, input.no_date = nil, exact.text(object.date)
  end
  local title, url = text_of(object.title), text_of(object.url)
  if title or url then input.metadata = { title = title, url = url, basis = "input" } end
end

return line
