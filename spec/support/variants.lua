-- One text in several forms through all stages: no form may fail, and what is
-- the same to a reader is the same in the records.

local jilu = require "jilu"

local variants = {}

local BOM = "\239\187\191"

local TYPES = { "document", "line", "section", "enumeration", "quantity", "change", "time", "work",
  "quote", "numeral_phrase", "framework", "organization", "person", "place", "document_number",
  "url", "contact", "ledger", "repair", "check" }

local all

local function pipeline()
  all = all or jilu.pipeline { "repair", "zones", "metadata", "outline", "facts", "phrases",
    "frameworks", "checks", "ledger", jilu.emit(TYPES) }
  return all
end

-- What is about bytes, not about what the text says.
local BYTES = { bytes = true, sha256 = true, repairs = true, invalid_bytes = true }

local function is_position(key)
  key = tostring(key)
  return key == "start" or key == "end" or key:find "_start$" or key:find "_end$"
end

-- A record as one string: its positions moved by `shift`, or left out (nil).
local function flat(value, shift, key)
  if type(value) == "string" then return (value:gsub("\r\n", "\n")) end
  if type(value) ~= "table" then
    if type(value) == "number" and is_position(key) then
      return shift and tostring(value + shift) or ""
    end
    return tostring(value)
  end
  local keys, parts = {}, {}
  for inner in pairs(value) do
    if not BYTES[inner] then keys[#keys + 1] = inner end
  end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  for k, inner in ipairs(keys) do parts[k] = inner .. "=" .. flat(value[inner], shift, inner) end
  return "{" .. table.concat(parts, " ") .. "}"
end

local function records(text, lexicon)
  local doc = jilu.document(text, { id = "a", date = "2020-06-01", lexicon = lexicon })
  local list, message = pipeline():run(doc)
  doc:close()
  return list, message
end

-- Norm stands where it differs from the bytes; what is read is what counts.
local function read_text(record)
  if record.norm then record.text, record.norm = record.norm, nil end
  return record
end

-- The first record that differs.
local function difference(name, expected, list, shift)
  local a, b = {}, {}
  for _, record in ipairs(expected) do
    if record.type ~= "repair" then a[#a + 1] = flat(read_text(record), shift) end
  end
  for _, record in ipairs(list) do
    if record.type ~= "repair" then b[#b + 1] = flat(read_text(record), shift and 0) end
  end
  for k = 1, math.max(#a, #b) do
    if a[k] ~= b[k] then
      return ("%s: record %d of %d: %s\n  was %s")
        :format(name, k, #b, tostring(b[k]), tostring(a[k]))
    end
  end
end

--- What is wrong with the forms of a text: a list of messages.
---@param text string
---@param cuts integer  how many random bytes to cut it off at
---@param lexicon? jilu.Lexicon
---@return string[]
function variants.check(text, cuts, lexicon)
  local wrong = {}
  local function try(name, form)
    local list, message = records(form, lexicon)
    -- what is cut inside its first character is no text
    if not list and not message:find("not UTF-8 text", 1, true) then
      wrong[#wrong + 1] = ("%s: %s"):format(name, message)
    end
    return list
  end
  local expected = try("as it is", text)
  local marked = try("with a mark", BOM .. text)
  local broken = try("with CRLF", (text:gsub("\r?\n", "\r\n")))
  if expected then
    wrong[#wrong + 1] = marked and difference("with a mark", expected, marked, #BOM)
    wrong[#wrong + 1] = broken and difference("with CRLF", expected, broken)
  end
  math.randomseed(1)
  for _ = 1, cuts do
    local at = math.random(#text)
    try("cut at " .. at, text:sub(1, at))
  end
  return wrong
end

return variants
