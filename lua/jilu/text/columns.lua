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

-- The last byte of the graphemes from `first` on that fit into `room`.
local function fitting(text, room)
  local last, used = 0, 0
  for i, j in core.graphemes(text) do
    local width = core.width(text:sub(i, j))
    if used + width > room then break end
    last, used = j, used + width
  end
  return last, used
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
  if fitting(text, count) == #text then return text end
  local mark = core.width(ellipsis)
  if mark > count then return ellipsis:sub(1, (fitting(ellipsis, count))) end
  return text:sub(1, (fitting(text, count - mark))) .. ellipsis
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

-- A state of `wrap`: `line` is a list of pieces that take `used` columns.
local function flush(state)
  state.lines[#state.lines + 1] = trimmed(table.concat(state.line))
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

--- Breaks a text into lines that fit, by UAX #14: closing punctuation never
--- begins a line, opening punctuation never ends one. A piece that is wider
--- than a line is broken between its graphemes. Line breaks of the text are
--- kept; spaces at the end of a line are not.
---@param text string
---@param count integer columns, 1 or more
---@return string[] lines
function columns.wrap(text, count)
  check.type("wrap", 1, text, "string")
  check_columns(count, "wrap", 1)
  local state = { lines = {}, line = {}, used = 0, room = count }
  local open = text == ""
  for i, j in core.lines(text) do
    local piece = text:sub(i, j)
    local ending = hard_end(piece)
    add(state, piece:sub(1, #piece - ending))
    open = ending == 0
    if not open then flush(state) end
  end
  if open then flush(state) end
  return state.lines
end

return columns
