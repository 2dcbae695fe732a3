-- JSON decoded without loss: a number of more digits than a double surely keeps
-- becomes a string of these digits, which the record writer takes for a number.

local cjson = require "cjson"

-- A decoder of our own: settings of the shared one belong to the host.
local json = cjson.new()
json.decode_invalid_numbers(false)

local exact = { null = cjson.null }

-- Significant digits that every double keeps.
local KEPT = 15

local find, sub = string.find, string.sub

-- The last byte of the string that begins at byte i.
local function string_end(text, i)
  local at = i + 1
  while true do
    local stop = find(text, '["\\]', at)
    if not stop then return #text end
    if sub(text, stop, stop) == '"' then return stop end
    at = stop + 2
  end
end

-- What quotes a number that a double may not keep. An exponent is spelled out by
-- nobody here: 1e400 is the string 1e400.
local function quoted(number)
  local mantissa = number:match "^[^eE]*"
  local digits = mantissa:gsub("%D", ""):gsub("^0+", "")
  local value = tonumber(number)
  if not value then return number end
  if #digits <= KEPT and value < math.huge and value > -math.huge then return number end
  return '"' .. number .. '"'
end

local LONG = ("[%d.]"):rep(KEPT + 1)

-- A text of JSON with its long numbers in quotes.
local function quote_numbers(text)
  if not find(text, LONG) and not find(text, "%d[eE]") then return text end
  local out, at = {}, 1
  while at <= #text do
    local i = find(text, '["%d%-]', at)
    if not i then break end
    out[#out + 1] = sub(text, at, i - 1)
    if sub(text, i, i) == '"' then
      local stop = string_end(text, i)
      out[#out + 1] = sub(text, i, stop)
      at = stop + 1
    else
      local number = text:match("^%-?%d+%.?%d*[eE]?[+-]?%d*", i) or "-"
      out[#out + 1] = quoted(number)
      at = i + #number
    end
  end
  out[#out + 1] = sub(text, at)
  return table.concat(out)
end

--- Decodes JSON. Raises where it is none.
---@param text string
---@return any  null is cjson.null
function exact.decode(text)
  local quoted_text = quote_numbers(text)
  -- what is no JSON is so before its numbers are quoted
  if quoted_text ~= text then
    local ok, message = pcall(json.decode, text)
    if not ok and not tostring(message):find("number", 1, true) then error(message, 0) end
  end
  -- called by pcall it does not say which line of this file called it
  local ok, value = pcall(json.decode, quoted_text)
  if not ok then error(value, 0) end
  return value
end

--- A number as text with all its digits, without an exponent where it is whole.
---@param value number|string
---@return string
function exact.text(value)
  if type(value) ~= "number" then return tostring(value) end
  local plain = tostring(value)
  if plain:find "^%-?%d+$" then return plain end
  if value % 1 == 0 and value > -1e21 and value < 1e21 then return ("%.0f"):format(value) end
  local short = ("%.15g"):format(value)
  return tonumber(short) == value and short or ("%.17g"):format(value)
end

return exact
