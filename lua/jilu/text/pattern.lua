-- Patterns for LPeg over UTF-8: one character, classes of characters, sets of
-- words. LPeg itself knows bytes, and an alternation of a few thousand words
-- is slow as a chain of choices; here it is a tree over the bytes.

local check = require "jilu.check"
local lpeg = require "lpeg"

local P, R = lpeg.P, lpeg.R

local continuation = R "\128\191"

--- One character of well-formed UTF-8.
local char = R "\0\127" + R "\194\223" * continuation
  + R "\224\239" * continuation * continuation
  + R "\240\244" * continuation * continuation * continuation

-- Compiling ----------------------------------------------------------------------

--- Compiles a pattern that is going to be matched, and returns it. LPeg compiles
--- at the first match; where memory runs out in there, the pattern stays half
--- compiled and later matches read what was never written. So every pattern is
--- compiled here, by whoever makes it, before anybody else sees it: where that
--- raises, the pattern is garbage. The pattern must not call functions on "".
---@param made userdata
---@return userdata made
local function compiled(made)
  made:match ""
  return made
end

compiled(char)

-- Words --------------------------------------------------------------------------

local function insert(tree, word)
  for i = 1, #word do
    if tree.stop then return end   -- a shorter word that comes first wins
    local byte = word:sub(i, i)
    tree[byte] = tree[byte] or {}
    tree = tree[byte]
  end
  tree.stop = true
end

local function choose(patterns, from, to)
  if from == to then return patterns[from] end
  local middle = math.floor((from + to) / 2)
  return choose(patterns, from, middle) + choose(patterns, middle + 1, to)
end

local function compile(tree)
  local bytes = {}
  for byte in pairs(tree) do
    if byte ~= "stop" then bytes[#bytes + 1] = byte end
  end
  if #bytes == 0 then return P(true) end
  table.sort(bytes)
  local patterns = {}
  for k, byte in ipairs(bytes) do patterns[k] = P(byte) * compile(tree[byte]) end
  local longer = choose(patterns, 1, #patterns)
  return tree.stop and longer + P(true) or longer
end

--- A pattern for the ordered choice of the words of a list: it matches what
--- `P(list[1]) + P(list[2]) + …` matches.
---@param list string[]
---@return userdata pattern
local function words(list)
  local tree = {}
  for k, word in ipairs(list) do
    if type(word) ~= "string" then
      check.fail("words", 1, 2, "element %d: string expected, got %s", k, type(word))
    end
    insert(tree, word)
  end
  if not next(tree) then return P(false) end
  return compile(tree)
end

--- A pattern that finds another one at this character or a later one.
---@param wanted userdata
---@return userdata pattern
local function anywhere(wanted)
  return P { wanted + char * lpeg.V(1) }
end

-- Classes ---------------------------------------------------------------------------

local function encode(c)
  local floor, byte = math.floor, string.char
  if c < 0x80 then return byte(c) end
  if c < 0x800 then return byte(192 + floor(c / 64), 128 + c % 64) end
  if c < 0x10000 then
    return byte(224 + floor(c / 4096), 128 + floor(c / 64) % 64, 128 + c % 64)
  end
  return byte(240 + floor(c / 262144), 128 + floor(c / 4096) % 64,
    128 + floor(c / 64) % 64, 128 + c % 64)
end

local function decode(text)
  local first = text:byte()
  if #text == 1 then return first end
  local c = first % (#text == 2 and 32 or #text == 3 and 16 or 8)
  for i = 2, #text do c = c * 64 + text:byte(i) % 64 end
  return c
end

-- All byte sequences from `low` to `high`, which are of one length.
local function between(low, high)
  if low == "" then return P(true) end
  local a, b = low:sub(1, 1), high:sub(1, 1)
  local low_rest, high_rest = low:sub(2), high:sub(2)
  if a == b then return P(a) * between(low_rest, high_rest) end
  local least, most = ("\128"):rep(#low_rest), ("\191"):rep(#low_rest)
  local pattern = P(a) * between(low_rest, most) + P(b) * between(least, high_rest)
  if b:byte() - a:byte() > 1 then
    pattern = pattern
      + R(string.char(a:byte() + 1) .. string.char(b:byte() - 1)) * between(least, most)
  end
  return pattern
end

-- Code points that need more bytes than the ones before.
local STEPS = { 0x80, 0x800, 0x10000, 0x110000 }

--- A pattern for the characters from `low` to `high`, both of them UTF-8.
---@param low string
---@param high string
---@return userdata pattern
local function range(low, high)
  local from, to = decode(low), decode(high)
  local pattern = P(false)
  for _, step in ipairs(STEPS) do
    if from < step and from <= to then
      pattern = pattern + between(encode(from), encode(math.min(to, step - 1)))
      from = step
    end
  end
  return pattern
end

return {
  char = char, encode = encode, words = words, anywhere = anywhere, range = range,
  compiled = compiled,
}
