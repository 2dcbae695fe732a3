-- Text in columns: cut to a width, filled up to one, wrapped.

local check = require "jilu.check"
local core = require "jilu.core"

local columns = {}

local ALIGN = { left = true, right = true, center = true }

local function check_columns(count, name, least)
  if type(count) ~= "number" or count < least or count ~= math.floor(count) then
    check.fail(name, 2, 3, "integer of %d or more expected", least)
  end
end

--- Cuts a text, at the end of a grapheme, so that it takes no more columns
--- than there are. Where something is cut off, `ellipsis` stands for it.
---@param text string
---@param count integer columns
---@param ellipsis? string "" if absent; its own columns are counted
---@return string text
function columns.truncate(text, count, ellipsis)
  check.type("truncate", 1, text, "string")
  check_columns(count, "truncate", 0)
  if ellipsis ~= nil and type(ellipsis) ~= "string" then
    check.fail("truncate", 3, 2, "string expected, got %s", type(ellipsis))
  end
  ellipsis = ellipsis or ""
  -- no grapheme is looked at beyond the first that does not fit
  if core.fit(text, count) == #text then return text end
  local mark = core.width(ellipsis)
  if mark > count then return ellipsis:sub(1, (core.fit(ellipsis, count))) end
  return text:sub(1, (core.fit(text, count - mark))) .. ellipsis
end

--- Fills a text up to a number of columns; a longer one stays as it is.
---@param text string
---@param count integer columns
---@param options? { align?: "left"|"right"|"center", fill?: string } fill takes one column
---@return string text
function columns.pad(text, count, options)
  check.type("pad", 1, text, "string")
  check_columns(count, "pad", 0)
  options = options or {}
  check.options("pad", 3, options, { align = "any", fill = "any" })
  local align, fill = options.align or "left", options.fill or " "
  if not ALIGN[align] then
    check.fail("pad", 3, 2, "invalid align '%s'", tostring(align))
  end
  if type(fill) ~= "string" or core.width(fill) ~= 1 then
    check.fail("pad", 3, 2, "fill must take one column")
  end
  local missing = count - core.width(text)
  if missing <= 0 then return text end
  if align == "left" then return text .. fill:rep(missing) end
  if align == "right" then return fill:rep(missing) .. text end
  local before = math.floor(missing / 2)
  return fill:rep(before) .. text .. fill:rep(missing - before)
end

-- What ends a line for good: LB4, LB5.
local function hard_end(piece)
  local ending = piece:match "\r\n$" or piece:match "[\n\v\f\r]$"
    or piece:match "\194\133$" or piece:match "\226\128[\168\169]$"
  return ending and #ending or 0
end

local function trimmed(line)
  local stop = #line
  while stop > 0 and line:byte(stop) == 32 do stop = stop - 1 end
  return line:sub(1, stop)
end

-- A state of `wrap`: `line` is a list of pieces that take `used` columns and begin
-- behind byte `behind`; `places` has the first byte of each line.
local function flush(state)
  local line = table.concat(state.line)
  state.lines[#state.lines + 1] = trimmed(line)
  state.places[#state.lines] = state.behind + 1
  state.behind = state.behind + #line
  state.line, state.used = {}, 0
end

local function set_of(text)
  local set = {}
  for i, j in core.graphemes(text) do set[text:sub(i, j)] = true end
  return set
end

-- UAX #14 has no break on either side of a quotation mark that may open or
-- close; where a line must be broken there, these say which side is better.
local OPENING = set_of "“‘（《〈「『【〔〖([{"
local CLOSING = set_of "”’）》〉」』】〕〗，。、；：？！…)]},.;:!?"

-- How many of the pieces of the line stay before `following`.
local function staying(line, following)
  for k = #line, 1, -1 do
    if not OPENING[line[k]] and not CLOSING[line[k + 1] or following] then return k end
  end
  return #line
end

-- A piece wider than the line: its graphemes, as many as fit on each.
local function add_wide(state, piece)
  for i, j in core.graphemes(piece) do
    local grapheme = piece:sub(i, j)
    local width = core.width(grapheme)
    while state.used + width > state.room and state.used > 0 do
      local line, rest = state.line, {}
      local count = staying(line, grapheme)
      for k = count + 1, #line do
        rest[#rest + 1] = line[k]
        line[k] = nil
      end
      flush(state)
      state.line = rest
      state.used = core.width(table.concat(rest))
    end
    state.line[#state.line + 1] = grapheme
    state.used = state.used + width
  end
end

local function add(state, piece)
  local needed = core.width(trimmed(piece))
  if state.used + needed > state.room and state.used > 0 then flush(state) end
  if needed > state.room then return add_wide(state, piece) end
  state.line[#state.line + 1] = piece
  state.used = state.used + core.width(piece)
end

local function lines_of(text, count)
  local state = { lines = {}, places = {}, line = {}, used = 0, room = count, behind = 0 }
  local open = text == ""
  for i, j in core.lines(text) do
    local piece = text:sub(i, j)
    local ending = hard_end(piece)
    add(state, piece:sub(1, #piece - ending))
    open = ending == 0
    if not open then
      flush(state)
      state.behind = state.behind + ending
    end
  end
  if open then flush(state) end
  return state.lines, state.places
end

-- Escape sequences of a terminal (ECMA-48): CSI, and OSC that ends with BEL or ST.
local SEQUENCES = { "^\27%[[0-?]*[ -/]*[@-~]()", "^\27%][^\a\27]*\a()", "^\27%][^\27]*\27\\()" }

local function sequence_end(text, at)
  for _, pattern in ipairs(SEQUENCES) do
    local behind = text:match(pattern, at)
    if behind then return behind - 1 end
  end
end

-- The text without its sequences, and these with the byte each stands before.
local function split_sequences(text)
  local parts, found, size, from = {}, {}, 0, 1
  local at = text:find("\27", 1, true)
  while at do
    local last = sequence_end(text, at)
    if last then
      parts[#parts + 1] = text:sub(from, at - 1)
      size = size + at - from
      found[#found + 1] = { at = size + 1, text = text:sub(at, last) }
      from = last + 1
    end
    at = text:find("\27", (last or at) + 1, true)
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts), found
end

local RESET = "\27[0m"

-- The colours and the like (SGR) that hold behind a sequence.
local function style_behind(style, sequence)
  local codes = sequence:match "^\27%[([%d;:]*)m$"
  if not codes then return style end
  if codes == "" or codes:find "^0+$" then return "" end
  return (codes:find "^0+;" and "" or style) .. sequence
end

-- Puts the sequences back: a line ends without style and begins with that of the
-- text before it. Those in spaces that were cut off go to the next line.
local function put_sequences(lines, places, found)
  local style, k = "", 1
  for number, line in ipairs(lines) do
    local parts, from = { style }, 1
    local stop = number == #lines and math.huge or places[number] + #line
    while found[k] and found[k].at <= stop and (found[k].at < stop or number == #lines
      or found[k].at < places[number + 1]) do
      local at = math.min(math.max(found[k].at - places[number], 0), #line)
      parts[#parts + 1] = line:sub(from, at)
      parts[#parts + 1] = found[k].text
      style = style_behind(style, found[k].text)
      from, k = math.max(from, at + 1), k + 1
    end
    parts[#parts + 1] = line:sub(from)
    if style ~= "" then parts[#parts + 1] = RESET end
    lines[number] = table.concat(parts)
  end
  return lines
end

--- Breaks a text into lines that fit, by UAX #14: closing punctuation never
--- begins a line, opening punctuation never ends one. A piece that is wider
--- than a line is broken between its graphemes. Line breaks of the text are
--- kept; spaces at the end of a line are not. With `ansi` the escape sequences of
--- a terminal (ECMA-48) take no columns and break nothing, and a line ends its
--- colours, which the next takes up.
---@param text string
---@param count integer columns, 1 or more
---@param options? { ansi?: boolean }
---@return string[] lines
function columns.wrap(text, count, options)
  check.type("wrap", 1, text, "string")
  check_columns(count, "wrap", 1)
  if options ~= nil then
    check.type("wrap", 3, options, "table")
    check.options("wrap", 3, options, { ansi = "boolean" })
  end
  if not (options and options.ansi) then return (lines_of(text, count)) end
  local plain, found = split_sequences(text)
  local lines, places = lines_of(plain, count)
  return put_sequences(lines, places, found)
end

--- What stands in a column of a text: the first and the last byte of the grapheme,
--- and which of its columns this is; nil behind the end.
---@param text string
---@param column integer from 1
---@param options? jilu.WidthOptions
---@return integer? first
---@return integer? last
---@return integer? part 1, or 2 for the second column of a wide grapheme
function columns.at_column(text, column, options)
  check.type("at_column", 1, text, "string")
  check_columns(column, "at_column", 1)
  local before, used = core.fit(text, column - 1, options)
  if before == #text then return nil end
  local first = before + 1
  return first, core.grapheme_end(text, first), column - used
end

return columns
