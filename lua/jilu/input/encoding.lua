-- The encoding of a text: by its byte order mark, by what it declares, by its
-- bytes; for Chinese, Japanese and Korean a guess by frequent characters.

local core = require "jilu.core"

local encoding = {}

-- Bytes at the beginning in which a declaration may stand (HTML: 1024), and
-- those by which an encoding is guessed.
local DECLARED_WITHIN = 4096
local SAMPLE = 32 * 1024

-- Where fewer of the bytes beyond ASCII are ill-formed UTF-8, it is UTF-8 with damage.
local MOST_DAMAGED = 0.2

-- A guess needs this share of frequent characters, and so many times that of
-- the next encoding.
local LEAST_SHARE, MARGIN = 0.1, 2

-- Names -------------------------------------------------------------------------------

-- Names on the web (WHATWG Encoding Standard) that mean a larger encoding.
local ALIASES = {
  UTF8 = "UTF-8", ASCII = "WINDOWS-1252", ["US-ASCII"] = "WINDOWS-1252",
  ["ISO-8859-1"] = "WINDOWS-1252", LATIN1 = "WINDOWS-1252",
  GB2312 = "GB18030", GBK = "GB18030", ["X-GBK"] = "GB18030", CP936 = "GB18030",
  ["GB_2312-80"] = "GB18030", GB18030 = "GB18030",
  BIG5 = "BIG5-HKSCS", ["BIG5-HKSCS"] = "BIG5-HKSCS", ["X-X-BIG5"] = "BIG5-HKSCS",
  SHIFT_JIS = "CP932", ["SHIFT-JIS"] = "CP932", SJIS = "CP932", ["X-SJIS"] = "CP932",
  ["EUC-KR"] = "CP949", KS_C_5601 = "CP949", UTF16 = "UTF-16",
}

--- The name by which an encoding is decoded.
---@param name string
---@return string
function encoding.name(name)
  local upper = name:upper()
  return ALIASES[upper] or upper
end

-- Detection ---------------------------------------------------------------------------

local MARKS = {
  { "\239\187\191", "UTF-8" }, { "\255\254\0\0", "UTF-32LE" }, { "\0\0\254\255", "UTF-32BE" },
  { "\255\254", "UTF-16LE" }, { "\254\255", "UTF-16BE" }, { "\132\49\149\51", "GB18030" },
}

local function by_mark(bytes)
  for _, mark in ipairs(MARKS) do
    if bytes:sub(1, #mark[1]) == mark[1] then return mark[2] end
  end
end

-- UTF-16 is two bytes a character, of which one is nearly always among these: 0
-- of ASCII, 30 and FF of Chinese punctuation, 4E to 9F of Han.
local HIGH = "[%z\48\78-\159\255]"

-- How many bytes of a sample are of a class, at odd and at even places.
local function by_parity(sample, class)
  local count = { [0] = 0, 0 }
  for at in sample:gmatch("()" .. class) do count[at % 2] = count[at % 2] + 1 end
  return count[1], count[0]
end

-- UTF-16 without a mark: at every other place, a class of bytes has more than the
-- share `most` of all, at the others less than `least`.
local function by_halves(bytes, class, most, least)
  local sample = bytes:sub(1, 4096)
  local half = #sample / 2
  if half < 4 then return nil end
  local odd, even = by_parity(sample, class)
  if math.max(odd, even) > most * half and math.min(odd, even) < least * half then
    return odd > even and "UTF-16BE" or "UTF-16LE"
  end
end

-- <meta charset="gbk">, <meta http-equiv … content="text/html; charset=gb2312">,
-- <?xml version="1.0" encoding="GBK"?>
local function by_declaration(bytes)
  local head = bytes:sub(1, DECLARED_WITHIN)
  local name = head:match "^%s*<%?[xX][mM][lL][^>]-encoding%s*=%s*[\"']([%w_%-%.:]+)"
  if name then return encoding.name(name) end
  for tag in head:gmatch "<[mM][eE][tT][aA]([^>]*)>" do
    name = tag:lower():match "charset%s*=%s*[\"']?%s*([%w_%-%.:]+)"
    if name then return encoding.name(name) end
  end
end

local function set_of(...)
  local set = {}
  for _, characters in ipairs { ... } do
    for c in characters:gmatch "[\194-\244][\128-\191]*" do set[c] = true end
  end
  return set
end

-- Chinese read as Korean is half Hangul, so the syllables are to be frequent ones.
local SYLLABLES = "이다는에의가을고하한로은를지사기서도어리시인나그대해있들아정자수일"

-- Sets of frequent characters, made when a text is guessed at.
local sets

local function frequent_ones()
  if not sets then
    local common = require "jilu.zh.common_characters"
    sets = { han = set_of(common.Hans, common.Hant), hangul = set_of(SYLLABLES) }
  end
  return sets
end

local function is_han(c) return frequent_ones().han[c] end
local function is_kana(c) return c >= "\227\129\129" and c <= "\227\131\191" end
local function is_hangul(c) return frequent_ones().hangul[c] end

local CANDIDATES = {
  { "GB18030", is_han }, { "BIG5-HKSCS", is_han }, { "CP932", is_kana }, { "EUC-JP", is_kana },
  { "CP949", is_hangul },
}

-- Share of the characters of a sample that are frequent ones.
local function share(sample, candidate)
  local text, _, invalid = core.decode(sample, candidate[1])
  if not text then return 0 end
  local count, frequent = 0, 0
  for c in text:gmatch "[\194-\244][\128-\191]*" do
    count = count + 1
    if candidate[2](c) then frequent = frequent + 1 end
  end
  if count == 0 or invalid > 0.02 * #sample then return 0 end
  return frequent / count
end

-- A sample ends at a byte of ASCII, which is no half of a character there.
local function sample_of(bytes)
  local first = bytes:find "[\128-\255]" or 1
  local from = bytes:sub(1, first):match ".*\n()" or 1
  local sample = bytes:sub(from, from + SAMPLE - 1)
  return #sample < SAMPLE and sample or sample:match "^(.*)[\n,. ]" or sample
end

-- The encoding, its share, and that of the next best.
local function guess(bytes)
  local sample = sample_of(bytes)
  local best, first, second = nil, 0, 0
  for _, candidate in ipairs(CANDIDATES) do
    local found = share(sample, candidate)
    if found > first then
      best, first, second = candidate[1], found, first
    elseif found > second then
      second = found
    end
  end
  if first >= LEAST_SHARE and first >= MARGIN * second then return best, first, second end
end

local function beyond_ascii(bytes)
  local _, count = bytes:gsub("[\128-\255]", "")
  return count
end

---@class jilu.Encoding
---@field name string
---@field basis "option"|"mark"|"declared"|"text"|"guess"
---@field share number?  of a guess: the share of its characters that are frequent ones
---@field next number?   that of the next best encoding
---@field declared string?  what the text declares and is not

--- The encoding of bytes.
---@param bytes string
---@param charset? string  what the transport (HTTP) says; before what the bytes declare
---@return jilu.Encoding
function encoding.detect(bytes, charset)
  local name = by_mark(bytes)
  if name then return { name = name, basis = "mark" } end
  local _, ill_formed = core.repair(bytes)
  name = by_halves(bytes, "%z", 0.4, 0.05)
  if name then return { name = name, basis = "guess" } end
  if ill_formed == 0 then return { name = "UTF-8", basis = "text" } end
  if ill_formed < MOST_DAMAGED * beyond_ascii(bytes) then
    return { name = "UTF-8", basis = "text" }
  end
  local declared = by_declaration(bytes)
  charset = charset and encoding.name(charset)
  if charset and charset ~= "UTF-8" and core.decode("", charset) then
    return { name = charset, basis = "declared" }
  end
  if declared and declared ~= "UTF-8" and core.decode("", declared) then
    return { name = declared, basis = "declared" }
  end
  local best, first, second = guess(bytes)
  if best then
    return { name = best, basis = "guess", share = first, next = second, declared = declared }
  end
  name = by_halves(bytes, HIGH, 0.8, 0.6)
  return { name = name or "UTF-8", basis = name and "guess" or "text" }
end

local function utf16_by_mark(bytes)
  return bytes:sub(1, 2) == "\254\255" and "UTF-16BE" or "UTF-16LE"
end

--- Decodes bytes. Of UTF-8 the text is the bytes themselves, and there is no map.
--- Returns nil, message where the encoding is not known.
---@param bytes string
---@param name? string  default "auto"
---@param charset? string  as for `detect`
---@return string? text
---@return jilu.SourceMap|string|nil map
---@return jilu.Encoding?
function encoding.decode(bytes, name, charset)
  local found
  if not name or name:lower() == "auto" then
    found = encoding.detect(bytes, charset)
  else
    found = { name = encoding.name(name), basis = "option" }
  end
  if found.name == "UTF-16" then found.name = utf16_by_mark(bytes) end
  if found.name == "UTF-8" then return bytes, nil, found end
  local text, map, invalid = core.decode(bytes, found.name)
  if not text then return nil, map end
  found.invalid = invalid
  return text, map, found
end

return encoding
