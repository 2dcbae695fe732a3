-- Cuts the folded text of a line into clauses: the pieces between , : ; 。 ! ?
-- What stands in quotation marks, titles or parentheses is not cut; a comma
-- between digits groups them (4,826).

local lpeg = require "lpeg"

local byte, find, sub = string.byte, string.find, string.sub

local CLOSING = {
  ["“"] = "”", ["‘"] = "’", ["《"] = "》", ["〈"] = "〉", ["「"] = "」", ["『"] = "』",
  ["【"] = "】", ["("] = ")", ["["] = "]",
}

local COMMA, SEMICOLON, COLON = 44, 59, 58

-- The next byte that may begin a stop or a bracket. A Lua pattern looks at
-- each item of a class for each byte, LPeg at one bit.
local LOOKED_AT = lpeg.S ",;:!?([\226\227"
local NEXT = (1 - LOOKED_AT) ^ 0 * #LOOKED_AT * lpeg.Cp()

local function is_digit(c)
  return c and c >= 48 and c <= 57
end

local function groups_digits(text, s)
  if not is_digit(byte(text, s + 1)) then return false end
  return find(text, "^%d%d%d%f[%D]", s + 1) and find(sub(text, s - 4, s - 1), "%f[%d]%d%d?%d?$")
end

local function is_clock(text, s)
  return find(text, "^%d%d", s + 1) and find(text, "^%d", s - 1)
end

-- Where the cut behind bytes i..j is: "," between clauses of a segment, ";"
-- between segments, "。" between sentences.
local function add(list, text, i, j, stop)
  while byte(text, i) == 32 and i <= j do i = i + 1 end
  while j >= i and byte(text, j) == 32 do j = j - 1 end
  if j >= i then
    -- all fields that every clause has, so that the table grows once; the
    -- others are what `reading` fills in
    list[#list + 1] = {
      i = i, j = j, stop = stop, sentence = 0,
      q1 = 1, q2 = 0, t1 = 1, t2 = 0, o1 = 1, o2 = 0, c1 = 1, c2 = 0,
    }
  elseif #list > 0 and stop ~= "," then
    list[#list].stop = stop
  end
end

--- Clauses of bytes from..to, and what was not looked into, as a flat list of
--- first and last bytes. Linear in the text.
---@param text string  folded
---@param from integer
---@param to integer
---@return table[] clauses  { i =, j =, stop = "," | ";" | "。" }
---@return integer[] holes
local function split(text, from, to)
  local list, holes, unclosed = {}, {}, {}
  local start, at = from, from
  while true do
    local s = NEXT:match(text, at)
    if not s or s > to then break end
    local c = byte(text, s)
    local opening = c >= 226 and sub(text, s, s + 2) or sub(text, s, s)
    local closing = CLOSING[opening]
    at = s + #opening
    if closing then
      local close = not unclosed[opening] and find(text, closing, at, true)
      if close and close <= to then
        holes[#holes + 1] = s
        at = close + #closing
        holes[#holes + 1] = at - 1
      else
        unclosed[opening] = true               -- looked for once a line
      end
    elseif opening == "。" or c == 33 or c == 63 then
      add(list, text, start, s - 1, "。")
      start = at
    elseif c == SEMICOLON then
      add(list, text, start, s - 1, ";")
      start = at
    elseif c == COMMA and not groups_digits(text, s)
        or c == COLON and not is_clock(text, s) then
      add(list, text, start, s - 1, ",")
      if c == COLON and #list > 0 then list[#list].colon = true end
      start = at
    end
  end
  add(list, text, start, to, "。")
  return list, holes
end

return { split = split }
