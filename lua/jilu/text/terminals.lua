-- jilu.P: terminals for LPeg grammars over UTF-8. Each matches whole
-- characters only, so none matches inside another character.

local check = require "jilu.check"
local core = require "jilu.core"
local lpeg = require "lpeg"
local pattern = require "jilu.text.pattern"

local floor, char, encode = math.floor, string.char, pattern.encode

local function first_byte(c) return encode(c):byte() end

-- A choice as a tree, so that a character is found in a few steps among
-- hundreds of ranges.
local function choice(list, from, to)
  if from == to then return list[from] end
  local middle = floor((from + to) / 2)
  return choice(list, from, middle) + choice(list, middle + 1, to)
end

-- Ranges by the byte they begin with: ranges that cross a first byte are cut,
-- then each byte is tested once before the ranges behind it.
local function by_first_byte(ranges)
  local groups, order = {}, {}
  local function add(first, last)
    local byte = first_byte(first)
    if not groups[byte] then
      groups[byte] = {}
      order[#order + 1] = byte
    end
    table.insert(groups[byte], pattern.range(encode(first), encode(last)))
  end
  for k = 1, #ranges, 2 do
    local first, last = ranges[k], ranges[k + 1]
    while first_byte(first) ~= first_byte(last) do
      local stop = first
      local step = first < 0x80 and 1 or first < 0x800 and 64
        or first < 0x10000 and 4096 or 262144
      stop = floor(stop / step) * step + step - 1
      add(first, stop)
      first = stop + 1
    end
    add(first, last)
  end
  table.sort(order)
  return groups, order
end

local function property(name)
  local ranges = core.ranges(name)
  if not ranges then return nil end
  if #ranges == 0 then return lpeg.P(false) end
  local groups, order = by_first_byte(ranges)
  local list = {}
  for k, byte in ipairs(order) do
    list[k] = #lpeg.P(char(byte)) * choice(groups[byte], 1, #groups[byte])
  end
  return choice(list, 1, #list)
end

local make = {}

function make.han() return property "han" end
function make.letter() return property "letter" end
function make.digit() return property "digit" end
function make.space() return property "space" end
function make.char() return pattern.char end

-- The cluster at a position; ill-formed bytes are one as well.
function make.grapheme()
  return lpeg.P(1) * lpeg.Cmt(true, function(text, at)
    return core.grapheme_end(text, at - 1) + 1
  end)
end

--- A pattern for one of the characters of a text.
---@param characters string
---@return userdata pattern
local function set(characters)
  local list = {}
  if type(characters) ~= "string" then
    check.fail("set", 1, 2, "string expected, got %s", type(characters))
  end
  local ok, at = core.validate(characters)
  if not ok then
    check.fail("set", 1, 2, "ill-formed UTF-8 at byte %d", at)
  end
  for one in characters:gmatch "[%z\1-\127\194-\244][\128-\191]*" do
    list[#list + 1] = one
  end
  return pattern.compiled(pattern.words(list))
end

--- A pattern for the longest of the words of a list that is there.
---@param list string[]
---@return userdata pattern
local function words(list)
  local longest_first = {}
  for k, word in ipairs(list) do
    if type(word) ~= "string" then
      check.fail("words", 1, 2, "element %d: string expected, got %s", k, type(word))
    end
    longest_first[k] = word
  end
  table.sort(longest_first, function(a, b)
    if #a ~= #b then return #a > #b end
    return a < b
  end)
  return pattern.compiled(pattern.words(longest_first))
end

---@class jilu.P
---@field char userdata any character
---@field grapheme userdata a grapheme cluster
---@field han userdata a character of the script Han
---@field letter userdata General_Category L
---@field digit userdata General_Category Nd
---@field space userdata White_Space
---@field [string] userdata any set that jilu.is knows: P.Lu, P.Greek, P["Age=17.0"]
---@field set fun(characters: string): userdata
---@field words fun(list: string[]): userdata

-- Patterns are made when they are first asked for: most scripts want few.
return setmetatable({ set = set, words = words }, {
  __index = function(self, name)
    local made = make[name] and make[name]() or type(name) == "string" and property(name)
    if not made then
      error(("jilu.P has no '%s' (char, digit, grapheme, han, letter, set, space, words, "
        .. "or a set such as 'Lu', 'Greek', 'Alphabetic', 'Block=CJK_Compatibility')")
        :format(tostring(name)), 2)
    end
    pattern.compiled(made)
    self[name] = made
    return made
  end,
})
