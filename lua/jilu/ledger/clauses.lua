-- Cuts the folded text of a line into sentences, at 。 ! ?, and a sentence into
-- clauses, at , : and ;. What stands in quotation marks, titles or parentheses
-- is not cut; a comma between digits groups them (4,826).

local lpeg = require "lpeg"

local byte, find, sub = string.byte, string.find, string.sub

-- The next byte of a set. A Lua pattern looks at each item of a class for each
-- byte, LPeg at one bit.
local function next_of(bytes)
  local set = lpeg.S(bytes)
  return (1 - set) ^ 0 * #set * lpeg.Cp()
end

local NEXT_SIGN, NEXT_STOP = next_of "!?([\226\227", next_of ",;:"

local CLOSING = {
  ["“"] = "”", ["‘"] = "’", ["《"] = "》", ["〈"] = "〉", ["「"] = "」", ["『"] = "』",
  ["【"] = "】", ["("] = ")", ["["] = "]",
}

local COMMA, SEMICOLON, COLON, EXCLAMATION, QUESTION = 44, 59, 58, 33, 63

local function groups_digits(text, s)
  local c = byte(text, s + 1)
  if not c or c < 48 or c > 57 then return false end
  return find(text, "^%d%d%d%f[%D]", s + 1) and find(sub(text, s - 4, s - 1), "%f[%d]%d%d?%d?$")
end

local function is_clock(text, s)
  return find(text, "^%d%d", s + 1) and find(text, "^%d", s - 1)
end

--- Sentences of bytes from..to, and what is not looked into, as flat lists of
--- first and last bytes (a sentence without the sign at its end). Linear in
--- the text.
---@param text string  folded
---@param from integer
---@param to integer
---@return integer[] sentences
---@return integer[] holes
local function sentences(text, from, to)
  local list, holes, unclosed = {}, {}, {}
  local start, at = from, from
  while true do
    local s = NEXT_SIGN:match(text, at)
    if not s or s > to then break end
    local c = byte(text, s)
    local sign = c >= 226 and sub(text, s, s + 2) or sub(text, s, s)
    local closing = CLOSING[sign]
    at = s + #sign
    if closing then
      local close = not unclosed[sign] and find(text, closing, at, true)
      if close and close <= to then
        holes[#holes + 1] = s
        at = close + #closing
        holes[#holes + 1] = at - 1
      else
        unclosed[sign] = true                  -- looked for once a line
      end
    elseif sign == "。" or c == EXCLAMATION or c == QUESTION then
      if s > start then
        list[#list + 1] = start
        list[#list + 1] = s - 1
      end
      start = at
    end
  end
  if start <= to then
    list[#list + 1] = start
    list[#list + 1] = to
  end
  return list, holes
end

-- The fields that every clause has; `reading` and `predicates` fill them in. A
-- table for them holds sixteen: four are left for what a few clauses have (doer,
-- verb, date, …), so that it hardly ever grows.
local function add(list, ends, text, i, j, stop)
  while i <= j and byte(text, i) == 32 do i = i + 1 end
  while j >= i and byte(text, j) == 32 do j = j - 1 end
  if j >= i then
    local n = #list + 1
    ends[n] = j
    list[n] = {
      i = i, j = j, stop = stop, head = 0, quantities = 0,
      w1 = 1, w2 = 0, q1 = 1, q2 = 0, t1 = 1, t2 = 0, sentence = false,
    }
  elseif #list > 0 and stop == ";" then
    list[#list].stop = stop
  end
end

--- Clauses of a sentence, bytes i..j: { i =, j =, stop = "," | ";" }, `stop`
--- being what follows; `colon` where that is a colon.
---@param text string  folded
---@param i integer
---@param j integer
---@param holes integer[]
---@param hole integer  place of the first hole that does not end before i
---@return table[] clauses
---@return integer[] ends  the last byte of each
local function cut(text, i, j, holes, hole)
  local list, ends = {}, {}
  local sentence, before = sub(text, i, j), i - 1     -- a search ends with it
  local start, at = i, i
  while true do
    local s = NEXT_STOP:match(sentence, at - before)
    if not s then break end
    s = s + before
    while holes[hole] and holes[hole + 1] < s do hole = hole + 2 end
    local c = byte(text, s)
    at = s + 1
    if holes[hole] and holes[hole] < s then
      at = holes[hole + 1] + 1
    elseif c == SEMICOLON then
      add(list, ends, text, start, s - 1, ";")
      start = at
    elseif c == COMMA and not groups_digits(text, s)
        or c == COLON and not is_clock(text, s) then
      add(list, ends, text, start, s - 1, ",")
      if c == COLON and #list > 0 then list[#list].colon = true end
      start = at
    end
  end
  add(list, ends, text, start, j, ";")
  return list, ends
end

return { sentences = sentences, cut = cut }
