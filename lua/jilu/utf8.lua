-- require "jilu.utf8": the names of luautf8 0.2 over jilu, as a drop-in for
-- `require "lua-utf8"`. As there, find, sub, byte, insert and remove count code
-- points; len, offset, charpos, next and the widths take bytes. What differs is in
-- the manual (unicode_libraries.md).

local check = require "jilu.check"
local core = require "jilu.core"

local utf8 = {
  version = core.unicode_version,
  char = core.char,
  charpattern = "[%z\1-\127\194-\244][\128-\191]*",
}

-- Positions ---------------------------------------------------------------------------

-- The byte where a code point begins, by its number: one past the end is the byte
-- behind the text, beyond that nil. Negative numbers count from the end.
local function byte_of(text, number)
  if number > 0 then return core.offset(text, number, "codepoint") end
  if number == 0 then return 1 end
  return core.offset(text, number, "codepoint") or 1
end

-- A counter that gives the number of a code point by its byte. Fast where the bytes
-- that it is asked for go up.
local function counter(text)
  local known, number = 1, 1
  return function(byte)
    if byte < known then known, number = 1, 1 end
    number = number + core.count(text:sub(known, byte - 1), "codepoint")
    known = byte
    return number
  end
end

-- Bytes i to j of a text, as string.sub bounds them.
local function bounds(text, i, j)
  local size = #text
  i, j = i or 1, j or -1
  if i < 0 then i = math.max(size + i + 1, 1) elseif i == 0 then i = 1 end
  if j < 0 then j = size + j + 1 elseif j > size then j = size end
  return i, j
end

-- The last byte of the code point that begins at a byte.
local function end_of(text, byte)
  return (core.offset(text:sub(byte, byte + 3), 2, "codepoint") or 1) + byte - 2
end

local function check_valid(name, text)
  check.type(name, 1, text, "string", 4)
  if not core.validate(text) then check.fail(name, 1, 3, "string is not valid UTF-8") end
end

-- As in Lua's own library ---------------------------------------------------------------

--- How many code points begin at bytes i to j, the last of them whole; nil and the
--- position of what is ill-formed, unless `lax`.
function utf8.len(text, i, j, lax)
  check.type("len", 1, text, "string")
  if i and (i == 0 or i > #text + 1) then
    check.fail("len", 2, 2, "initial position out of bounds")
  end
  if j and j > #text then check.fail("len", 3, 2, "final position out of bounds") end
  i, j = bounds(text, i, j)
  if j < i then return 0 end
  local last = j
  while last < #text and last < j + 3 and text:find("^[\128-\191]", last + 1) do
    last = last + 1
  end
  local part = text:sub(i, last)
  if lax then return core.count(part, "codepoint") end
  local ok, bad = core.validate(part)
  if not ok then return nil, i + bad - 1 end
  return core.count(part, "codepoint")
end

--- As utf8.codes; raises at what is ill-formed, unless `lax`.
function utf8.codes(text, lax)
  if not lax then check_valid("codes", text) end
  return core.codes(text)
end

--- As utf8.codepoint.
function utf8.codepoint(text, i, j, lax)
  i = i or 1
  j = j or i
  if not lax then
    local first, last = bounds(text, i, j)
    if first <= last and not utf8.len(text, first, last) then
      error("invalid UTF-8 code", 2)
    end
  end
  return core.codepoint(text, i, j)
end

--- As utf8.offset; the second value is the last byte of that code point.
function utf8.offset(text, n, i)
  local byte = core.offset(text, n, "codepoint", i)
  if not byte then return nil end
  return byte, byte > #text and byte or end_of(text, byte)
end

-- As in string --------------------------------------------------------------------------

--- Code points i to j of a text.
function utf8.sub(text, i, j) return core.sub(text, i, j, "codepoint") end

--- The numbers of code points i to j.
function utf8.byte(text, i, j)
  i = i or 1
  if i == 0 and not j then return end
  local part = core.sub(text, i, j or i, "codepoint")
  if part == "" then return end
  return core.codepoint(part, 1, -1)
end

--- Graphemes in reverse order; with `lax` code points.
function utf8.reverse(text, lax)
  return core.reverse(text, lax and "codepoint" or "grapheme")
end

-- Captures of positions become numbers of code points.
local function renumber(number, value, ...)
  if value == nil then return end
  if type(value) == "number" then value = number(value) end
  return value, renumber(number, ...)
end

local function found(number, first, last, ...)
  if not first then return nil end
  local from = number(first)
  return from, number(last + 1) - 1, renumber(number, ...)
end

local function init_of(text, init)
  if init == nil then return 1 end
  return byte_of(text, init)
end

--- As string.find; positions are numbers of code points.
function utf8.find(text, pattern, init, plain)
  local byte = init_of(text, init)
  if not byte then return nil end
  return found(counter(text), core.pattern_find(text, pattern, byte, plain and true))
end

--- As string.match.
function utf8.match(text, pattern, init)
  local byte = init_of(text, init)
  if not byte then return nil end
  return renumber(counter(text), core.pattern_match(text, pattern, byte))
end

--- As string.gmatch.
function utf8.gmatch(text, pattern, init)
  local number, byte = counter(text), init_of(text, init)
  if not byte then return function() end end
  local step = core.pattern_gmatch(text, pattern, byte)
  return function() return renumber(number, step()) end
end

-- The replacement where the pattern may capture positions: a function in each case.
local function replacing(text, replacement)
  local number = counter(text)
  if type(replacement) == "function" then
    return function(...) return replacement(renumber(number, ...)) end
  elseif type(replacement) == "table" then
    return function(...) return replacement[(renumber(number, ...))] end
  end
  return function(...)
    local captures = { renumber(number, ...) }
    return (tostring(replacement):gsub("%%(.?)", function(c)
      if c == "%" then return "%" end
      local value = captures[tonumber(c)]
      if value == nil then error("invalid use of '%' in replacement string", 0) end
      return tostring(value)
    end))
  end
end

--- As string.gsub.
function utf8.gsub(text, pattern, replacement, n)
  if type(pattern) == "string" and pattern:find("()", 1, true)
    and not (type(replacement) == "string" and replacement:find("%0", 1, true)) then
    replacement = replacing(text, replacement)
  end
  return core.pattern_gsub(text, pattern, replacement, n)
end

-- Case ----------------------------------------------------------------------------------

-- A number is that of a code point, and is mapped as one.
local function mapping(name, map)
  return function(value)
    if type(value) == "number" then
      local to = { core.codepoint(map(core.char(value)), 1, -1) }
      return #to == 1 and to[1] or value
    end
    check.type(name, 1, value, "string")
    return map(value)
  end
end

utf8.lower = mapping("lower", core.lower)
utf8.upper = mapping("upper", core.upper)
utf8.title = mapping("title", core.title)
utf8.fold = mapping("fold", core.casefold)

--- -1, 0 or 1: texts compared without case, by code point.
function utf8.ncasecmp(a, b)
  a, b = core.casefold(a), core.casefold(b)
  if a == b then return 0 end
  -- UTF-8 sorts as code points do, byte by byte; `<` would ask the locale
  local at, size = 1, math.min(#a, #b)
  while at <= size and a:byte(at) == b:byte(at) do at = at + 1 end
  return (a:byte(at) or -1) < (b:byte(at) or -1) and -1 or 1
end

-- Walking and editing -------------------------------------------------------------------

local function place(text, byte)
  if not byte or byte > #text or byte < 1 then return nil end
  return byte, (core.codepoint(text, byte))
end

--- The byte of the n-th code point behind the one at byte i, and the code point.
function utf8.next(text, i, n)
  if not i then return place(text, 1) end
  local first = i > #text and #text + 1 or core.offset(text, 0, "codepoint", math.max(i, 1))
  n = n or 1
  if n == 0 then return place(text, first) end
  return place(text, core.offset(text, n > 0 and n + 1 or n, "codepoint", first))
end

--- The byte of the n-th code point, or of the n-th behind byte i, and the code point.
function utf8.charpos(text, i, n)
  if n then return utf8.next(text, i, n) end
  return place(text, byte_of(text, i or 1))
end

--- Puts a text before the i-th code point; at the end if i is absent.
function utf8.insert(text, i, piece)
  if piece == nil then i, piece = nil, i end
  check.type("insert", piece == i and 2 or 3, piece, "string")
  local at = #text + 1
  if i and i ~= 0 then
    at = core.offset(text, i, "codepoint")
    if not at then check.fail("insert", 2, 2, "invalid index") end
  end
  return text:sub(1, at - 1) .. piece .. text:sub(at)
end

--- The text without code points i to j; without the last if i is absent.
function utf8.remove(text, i, j)
  local count = core.count(text, "codepoint")
  i, j = i or -1, j or -1
  i = i < 0 and math.max(count + i + 1, 1) or math.max(i, 1)
  if j < 0 then j = count + j + 1 end
  if j < i then return text end
  return core.sub(text, 1, i - 1, "codepoint") .. core.sub(text, j + 1, -1, "codepoint")
end

--- "%123", "%u{123}", "%x{1F}" in a text become characters; "%" before another
--- character is that character.
function utf8.escape(text)
  check.type("escape", 1, text, "string")
  local parts, from = {}, 1
  local at = text:find("%", 1, true)
  while at do
    parts[#parts + 1] = text:sub(from, at - 1)
    local digits, behind = text:match("^%%u?(%d+)()", at)
    if not digits then digits, behind = text:match("^%%u?{(%d+)}()", at) end
    local base = digits and 10 or 16
    if not digits then digits, behind = text:match("^%%[xX](%x+)()", at) end
    if not digits then digits, behind = text:match("^%%[xX]{(%x+)}()", at) end
    if digits then
      local c = tonumber(digits, base)
      if c > 0x10FFFF or c >= 0xD800 and c < 0xE000 then
        error("invalid escape '" .. text:sub(at, behind - 1) .. "': no character", 2)
      end
      parts[#parts + 1] = core.char(c)
    else
      behind = end_of(text, at + 1) + 1
      parts[#parts + 1] = text:sub(at + 1, behind - 1)
    end
    from = behind
    at = text:find("%", from, true)
  end
  return table.concat(parts) .. text:sub(from)
end

-- Columns -------------------------------------------------------------------------------

local function options_of(ambiguous) return { ambiguous = ambiguous == 2 and 2 or 1 } end

--- Columns of bytes i to j of a text, or of a code point.
function utf8.width(value, i, j, ambiguous)
  local text = type(value) == "number" and core.char(value) or value
  i, j = bounds(text, i, j)
  return core.width(text:sub(i, j), options_of(ambiguous))
end

--- The code point that takes a column: its number, which of its columns this is, and
--- its width; the count and no more where the text is shorter.
function utf8.widthindex(text, width, i, j, ambiguous)
  i, j = bounds(text, i, j)
  local part, options = text:sub(i, j), options_of(ambiguous)
  local before, used = core.fit(part, math.max(width - 1, 0), options)
  local number = core.count(part:sub(1, before), "codepoint") + 1
  if before == #part then return number - 1 end
  local last = core.grapheme_end(part, before + 1)
  return number, width - used, core.width(part:sub(before + 1, last), options)
end

--- Where to cut so that no more than `limit` columns are left: the last byte of
--- the beginning, or for a negative limit the first byte of the end; and the columns
--- that are left over.
function utf8.widthlimit(text, limit, i, j, ambiguous)
  i, j = bounds(text, i, j)
  local part, options = text:sub(i, j), options_of(ambiguous)
  if limit >= 0 then
    local last, used = core.fit(part, limit, options)
    return i + last - 1, limit - used
  end
  local ends = core.spans(part, "grapheme")
  local first, used = #part + 1, 0
  for k = #ends, 1, -1 do
    local begin = ends:get(k)
    local width = core.width(part:sub(begin, first - 1), options)
    if used + width > -limit then break end
    first, used = begin, used + width
  end
  return i + first - 1, limit + used
end

-- Well-formed and normal ----------------------------------------------------------------

--- Whether a text is well-formed UTF-8.
function utf8.isvalid(text) return core.validate(text) == true end

--- The first byte, from byte i on, that is not well-formed; nil where all is.
function utf8.invalidoffset(text, i)
  local first = bounds(text, i)
  local ok, bad = core.validate(text:sub(first))
  if not ok then return first + bad - 1 end
end

--- The text with a replacement for each run of ill-formed bytes, and whether there
--- was none.
function utf8.clean(text, replacement)
  if core.validate(text) then return text, true end
  replacement = replacement or "\239\191\189"
  local parts, from, run_end = {}, 1, nil
  -- what repair changes is ill-formed; U+FFFD itself is three bytes of the text
  for at, c in core.codes(text) do
    local ill_formed = c == 0xFFFD and text:sub(at, at + 2) ~= "\239\191\189"
    if ill_formed and not run_end then
      parts[#parts + 1] = text:sub(from, at - 1)
      parts[#parts + 1] = replacement
    elseif run_end and not ill_formed then
      from = at
    end
    run_end = ill_formed
  end
  if not run_end then parts[#parts + 1] = text:sub(from) end
  return table.concat(parts), false
end

--- Whether a text is in NFC.
function utf8.isnfc(text)
  check_valid("isnfc", text)
  return core.normalize(text, "NFC") == text
end

--- A text in NFC, and whether it was.
function utf8.normalize_nfc(text)
  check_valid("normalize_nfc", text)
  local normal = core.normalize(text, "NFC")
  return normal, normal == text
end

--- An iterator of first, last: grapheme clusters of bytes i to j.
function utf8.grapheme_indices(text, i, j)
  local first, last = bounds(text, i, j)
  local part = text:sub(first, last)
  check_valid("grapheme_indices", part)
  local step = core.graphemes(part)
  return function()
    local a, b = step()
    if a then return a + first - 1, b + first - 1 end
  end
end

return utf8
