-- Cuts the folded text of a line into sentences, at 。 ! ?, and a sentence into
-- clauses, at , : and ;. What stands in quotation marks, titles or parentheses
-- is not cut; a comma between digits groups them (4,826).

local lpeg = require "lpeg"

local byte, find, sub = string.byte, string.find, string.sub

-- Where the signs are that may end a clause, as a list. A Lua pattern looks at
-- each item of a class for each byte, LPeg at one bit.
local STOP = lpeg.S ",;:"
local STOPS = lpeg.Ct(((1 - STOP) ^ 0 * lpeg.Cp() * STOP) ^ 0)

local CLOSING = {
  ["“"] = "”", ["‘"] = "’", ["《"] = "》", ["〈"] = "〉", ["「"] = "」", ["『"] = "』",
  ["【"] = "】", ["("] = ")", ["["] = "]",
}

-- The next sign that ends a sentence or opens what is not cut, and its place.
local sign = lpeg.P "。" + lpeg.S "!?"
for opening in pairs(CLOSING) do sign = sign + opening end
local LEADS = lpeg.S "!?([\226\227"
local NEXT_SIGN = ((1 - LEADS) ^ 1 + (LEADS - sign)) ^ 0 * lpeg.Cp() * lpeg.C(sign)

local COMMA, SEMICOLON, COLON = 44, 59, 58

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
    local s, mark = NEXT_SIGN:match(text, at)
    if not s or s > to then break end
    local closing = CLOSING[mark]
    at = s + #mark
    if closing then
      local close = not unclosed[mark] and find(text, closing, at, true)
      if close and close <= to then
        holes[#holes + 1] = s
        at = close + #closing
        holes[#holes + 1] = at - 1
      else
        unclosed[mark] = true                  -- looked for once a line
      end
    else
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
local function add(list, ends, text, i, j, stop, spaced)
  if spaced then
    while i <= j and byte(text, i) == 32 do i = i + 1 end
    while j >= i and byte(text, j) == 32 do j = j - 1 end
  end
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
  local sentence, before = sub(text, i, j), i - 1
  local start, spaced = i, find(sentence, " ", 1, true) ~= nil
  local stops = STOPS:match(sentence)
  for n = 1, #stops do
    local s = stops[n] + before
    while holes[hole] and holes[hole + 1] < s do hole = hole + 2 end
    local c = byte(text, s)
    local hidden = holes[hole] and holes[hole] < s
    if hidden then c = 0 end
    if c == SEMICOLON then
      add(list, ends, text, start, s - 1, ";", spaced)
      start = s + 1
    elseif c == COMMA and not groups_digits(text, s)
        or c == COLON and not is_clock(text, s) then
      add(list, ends, text, start, s - 1, ",", spaced)
      if c == COLON and #list > 0 then list[#list].colon = true end
      start = s + 1
    end
  end
  add(list, ends, text, start, j, ";", spaced)
  return list, ends
end

return { sentences = sentences, cut = cut }
