-- Texts made from texts: without marks, as a slug, cut with an ellipsis, escaped.

local check = require "jilu.check"
local core = require "jilu.core"

local editing = {}

--- A text without its accents and other marks (Mn): "Ångström" is "Angstrom".
--- The rest is as NFC has it.
---@param text string
---@return string text
function editing.strip(text)
  check.type("strip", 1, text, "string")
  local bare = core.pattern_gsub(core.normalize(text, "NFD"), "%p{Mn}+", "")
  return core.normalize(bare, "NFC")
end

--- A text as a part of an address: letters and digits, in folded case and without
--- marks, runs of them joined. No script is transliterated.
---@param text string
---@param separator? string "-" if absent
---@return string slug
function editing.slug(text, separator)
  check.type("slug", 1, text, "string")
  if separator ~= nil then check.type("slug", 2, separator, "string") end
  local parts = {}
  local folded = core.casefold(core.normalize(text, "NFKC"))
  for part in core.pattern_gmatch(editing.strip(folded), "[%w%p{Mc}]+") do
    parts[#parts + 1] = part
  end
  return table.concat(parts, separator or "-")
end

--- The first graphemes of a text: as many as are asked for, those of the mark
--- among them where something is cut off. jilu.truncate counts columns instead.
---@param text string
---@param count integer graphemes, 0 or more
---@param mark? string "…" if absent
---@return string text
function editing.ellipsis(text, count, mark)
  check.type("ellipsis", 1, text, "string")
  if type(count) ~= "number" or count < 0 or count ~= math.floor(count) then
    check.fail("ellipsis", 2, 2, "integer of 0 or more expected")
  end
  if mark ~= nil then check.type("ellipsis", 3, mark, "string") end
  mark = mark or "…"
  local past = core.offset(text, count + 1, "grapheme")
  if not past or past > #text then return text end
  local room = count - core.count(mark)
  if room <= 0 then return core.sub(mark, 1, count) end
  return core.sub(text, 1, room) .. mark
end

-- Escapes ---------------------------------------------------------------------------

local function utf16(c)
  if c < 0x10000 then return ("\\u%04X"):format(c) end
  c = c - 0x10000
  return ("\\u%04X\\u%04X"):format(0xD800 + math.floor(c / 0x400), 0xDC00 + c % 0x400)
end

-- How each form writes a code point, and the characters of ASCII that it escapes.
local FORMS = {
  lua = { write = function(c) return ("\\u{%X}"):format(c) end, own = { ["\\"] = "\\\\" } },
  json = { write = utf16, own = { ["\\"] = "\\\\", ['"'] = '\\"' } },
  html = { write = function(c) return ("&#x%X;"):format(c) end,
    own = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;",
      ["'"] = "&#x27;" } },
}

---@class jilu.EscapeOptions
---@field form? "lua"|"json"|"html"  `\u{E9}`, `\u00E9` or `&#xE9;`; "lua" if absent

local function form_of(name, options)
  local form = "lua"
  if options ~= nil then
    check.type(name, 2, options, "table", 4)
    check.options(name, 2, options, { form = "string" }, nil, 4)
    form = options.form or form
    check.choice(name, 2, "form", form, { "html", "json", "lua" }, 4)
  end
  return form
end

--- A text in printable ASCII: other characters, controls and those that begin an
--- escape are escaped. Ill-formed parts are U+FFFD.
---@param text string
---@param options? jilu.EscapeOptions
---@return string ascii
function editing.escape(text, options)
  check.type("escape", 1, text, "string")
  local form = FORMS[form_of("escape", options)]
  local own = core.repair(text):gsub("%p", form.own)
  return (core.pattern_gsub(own, "[^ -~]", function(c)
    return form.write(core.codepoint(c))
  end))
end

-- What is no scalar value is U+FFFD.
local function char_of(digits, base)
  local c = tonumber(digits, base)
  if not c or c > 0x10FFFF or c >= 0xD800 and c < 0xE000 then c = 0xFFFD end
  return core.char(c)
end

local PLAIN = { n = "\n", r = "\r", t = "\t", b = "\b", f = "\f" }
local PLAIN_LUA = { a = "\a", v = "\v", ["'"] = "'" }
local NAMED = { amp = "&", lt = "<", gt = ">", quot = '"', apos = "'" }

-- A backslash and one character, which both forms have.
local function read_plain(text, at)
  local c = text:sub(at + 1, at + 1)
  if c ~= "" and ('\\"/'):find(c, 1, true) then return c, at + 2 end
  return PLAIN[c], at + 2
end

-- Each reads the escape at a byte: what it stands for, and the byte behind it.
local READ = {}

function READ.lua(text, at)
  local digits, behind = text:match("^\\u{(%x+)}()", at)
  if digits then return char_of(digits, 16), behind end
  digits, behind = text:match("^\\x(%x%x)()", at)
  if digits then return string.char(tonumber(digits, 16)), behind end
  local c = PLAIN_LUA[text:sub(at + 1, at + 1)]
  if c then return c, at + 2 end
  return read_plain(text, at)
end

function READ.json(text, at)
  local high, low, behind = text:match("^\\u([dD][89abAB]%x%x)\\u([dD][c-fC-F]%x%x)()", at)
  if high then
    return core.char((tonumber(high, 16) - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00
      + 0x10000), behind
  end
  high, behind = text:match("^\\u(%x%x%x%x)()", at)
  if high then return char_of(high, 16), behind end
  return read_plain(text, at)
end

function READ.html(text, at)
  local digits, behind = text:match("^&#[xX](%x+);()", at)
  if digits then return char_of(digits, 16), behind end
  digits, behind = text:match("^&#(%d+);()", at)
  if digits then return char_of(digits, 10), behind end
  local name
  name, behind = text:match("^&(%l+);()", at)
  return NAMED[name], behind
end

--- What `escape` was given: reads the escapes of a form, of "lua" also `\xE9` and
--- `\n`, of "html" decimal ones and the five names of XML. What is no escape stays;
--- numbers that are no character are U+FFFD.
---@param text string
---@param options? jilu.EscapeOptions
---@return string text
function editing.unescape(text, options)
  check.type("unescape", 1, text, "string")
  local form = form_of("unescape", options)
  local mark = form == "html" and "&" or "\\"
  local parts, from, at = {}, 1, text:find(mark, 1, true)
  while at do
    local value, behind = READ[form](text, at)
    if value then
      parts[#parts + 1] = text:sub(from, at - 1)
      parts[#parts + 1] = value
      from = behind
    end
    at = text:find(mark, value and behind or at + 1, true)
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts)
end

return editing
