-- Text that was decoded by a wrong encoding before it came here: UTF-8 that was read
-- as Latin-1 or GBK and written as UTF-8 again.

local core = require "jilu.core"

local mojibake = {}

-- Bytes that are looked at.
local SAMPLE = 4096

-- Undone, so many of the bytes beyond ASCII must be of UTF-8; lossy readings (no byte
-- for a half of a character) damage some.
local LEAST_WHOLE = 0.7

-- Characters that must come out, so that a foreign word or two is none.
local LEAST_COUNT = 12

local function count(text, pattern)
  local _, number = text:gsub(pattern, "")
  return number
end

-- The share of the bytes beyond ASCII that is well-formed UTF-8, and how many of its
-- characters have three bytes.
local function wholeness(bytes)
  local beyond = count(bytes, "[\128-\255]")
  if beyond == 0 then return 0, 0 end
  local _, ill_formed = core.repair(bytes)
  return 1 - ill_formed / beyond, count(bytes, "[\224-\239][\128-\191][\128-\191]")
end

local function sample_of(text)
  local first = text:find "[\194-\244]" or 1
  return text:sub(first, first + SAMPLE - 1)
end

-- The bytes that a text was made of, by the byte or bytes of each character.
local function undone(sample, bytes_of)
  return (sample:gsub("[\194-\244][\128-\191]*", function(c) return bytes_of[c] or "?" end))
end

-- What bytes become in an encoding, and back. `units` is a list of strings of bytes.
local function inverse(units, encoding)
  local bytes_of = {}
  local text = core.decode(table.concat(units, "\n"), encoding)
  local k = 0
  for c in (text .. "\n"):gmatch "([^\n]*)\n" do
    k = k + 1
    bytes_of[c] = units[k]
  end
  return bytes_of
end

-- The byte of each character of Latin-1 and windows-1252.
local function latin_bytes()
  local bytes = {}
  for k = 128, 255 do bytes[#bytes + 1] = string.char(k) end
  local bytes_of = inverse(bytes, "WINDOWS-1252")
  for c, byte in pairs(inverse(bytes, "ISO-8859-1")) do bytes_of[c] = byte end
  return bytes_of
end

local function gbk_bytes()
  local pairs_of = {}
  for lead = 0x81, 0xFE do
    for trail = 0x40, 0xFE do pairs_of[#pairs_of + 1] = string.char(lead, trail) end
  end
  return inverse(pairs_of, "GB18030")
end

-- UTF-8 of Chinese begins its characters with E4 to E9: each of them is a letter in
-- Latin-1.
local function as_latin(sample)
  if count(sample, "\195[\164-\169]") < LEAST_COUNT then return nil end
  local whole, characters = wholeness(undone(sample, latin_bytes()))
  if whole < LEAST_WHOLE or characters < LEAST_COUNT then return nil end
  return sample:find "\194[\128-\159]" and "ISO-8859-1" or "WINDOWS-1252"
end

-- The first two bytes of the comma and the stop are characters of GBK that no text
-- has often.
local COMMA, STOP = core.decode("\239\188", "GB18030"), core.decode("\227\128", "GB18030")

local function as_gbk(sample)
  if count(sample, COMMA) + count(sample, STOP) < 2 then return nil end
  local whole, characters = wholeness(undone(sample, gbk_bytes()))
  if whole >= LEAST_WHOLE and characters >= LEAST_COUNT then return "GB18030" end
end

--- The encoding that UTF-8 was read as before it came here; nil for other text.
---@param text string
---@return string?
function mojibake.of(text)
  local sample = sample_of(text)
  return as_latin(sample) or as_gbk(sample)
end

return mojibake
