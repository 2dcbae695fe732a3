-- The classes that the rules of segmentation speak of, made from the UCD:
-- for each unit the list of its class names, in the order of their numbers
-- from 0, and the map of every code point to a number.

local ucd = require "ucd"

local classes = {}

local LAST = 0x10FFFF

-- The property value's long name in the file is kept where UAX #29 uses it.
local NAMES = {
  grapheme = {
    "Other", "CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator",
    "Prepend", "SpacingMark", "L", "V", "T", "LV", "LVT",
    "Extended_Pictographic",
  },
  -- Two names joined by + have both properties. Han is Other in UAX #29; it
  -- is here for the tailoring that keeps a run of Han together.
  word = {
    "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Format",
    "Regional_Indicator", "Katakana", "Hebrew_Letter", "ALetter",
    "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum",
    "Numeric", "ExtendNumLet", "WSegSpace", "Extended_Pictographic",
    "ALetter+Extended_Pictographic", "Han",
  },
  sentence = {
    "Other", "CR", "LF", "Sep", "Extend", "Format", "Sp", "Lower", "Upper",
    "OLetter", "Numeric", "ATerm", "SContinue", "STerm", "Close",
  },
  -- After LB1. OP and CP with East_Asian_Width F, W or H have a w (LB30);
  -- unassigned Extended_Pictographic are Cn (LB30b), being ID otherwise.
  line = {
    "AL", "BK", "CR", "LF", "NL", "SP", "ZW", "WJ", "GL", "CB", "OP", "OPw",
    "CL", "CP", "CPw", "QU", "EX", "IS", "SY", "NU", "PR", "PO", "HL", "ID",
    "IN", "NS", "BA", "BB", "B2", "HY", "CM", "ZWJ", "H2", "H3", "JL", "JV",
    "JT", "RI", "EB", "EM", "Cn",
  },
}
classes.names = NAMES

local function numbers_of(unit)
  local number = {}
  for i, name in ipairs(NAMES[unit]) do number[name] = i - 1 end
  return number
end
classes.numbers_of = numbers_of

local function number_all(unit, map)
  local number, result = numbers_of(unit), {}
  for c = 0, LAST do
    result[c] = number[map[c]] or error(("%s: U+%04X is %s"):format(
      unit, c, map[c]))
  end
  return result
end

local function pictographic()
  return ucd.property("emoji/emoji-data.txt", false, "Extended_Pictographic")
end

local build = {}

function build.grapheme()
  local map = ucd.property("auxiliary/GraphemeBreakProperty.txt", "Other")
  local picture = pictographic()
  for c = 0, LAST do
    if picture[c] and map[c] == "Other" then
      map[c] = "Extended_Pictographic"
    end
  end
  return map
end

function build.word()
  local map = ucd.property("auxiliary/WordBreakProperty.txt", "Other")
  local script = ucd.property("Scripts.txt", "Unknown")
  local picture = pictographic()
  for c = 0, LAST do
    if picture[c] then
      map[c] = (map[c] == "Other" and "" or map[c] .. "+") ..
               "Extended_Pictographic"
    elseif map[c] == "Other" and script[c] == "Han" then
      map[c] = "Han"
    end
  end
  return map
end

function build.sentence()
  return ucd.property("auxiliary/SentenceBreakProperty.txt", "Other")
end

-- LB1: what a class is resolved to that depends on more than the rules.
local RESOLVED = { AI = "AL", SG = "AL", XX = "AL", CJ = "NS" }

local function east_asian()
  local map = ucd.property("EastAsianWidth.txt", "N")
  ucd.fill(map, "N", "W", { { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
    { 0xF900, 0xFAFF }, { 0x20000, 0x2FFFD }, { 0x30000, 0x3FFFD } })
  return map
end
classes.east_asian = east_asian

function build.line()
  local map = ucd.property("LineBreak.txt", "XX")
  ucd.fill(map, "XX", "ID", { { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
    { 0xF900, 0xFAFF }, { 0x1F000, 0x1FAFF }, { 0x1FC00, 0x1FFFD },
    { 0x20000, 0x2FFFD }, { 0x30000, 0x3FFFD } })
  ucd.fill(map, "XX", "PR", { { 0x20A0, 0x20CF } })
  local width, category = east_asian(), ucd.categories()
  local picture = pictographic()
  for c = 0, LAST do
    local value = RESOLVED[map[c]] or map[c]
    if value == "SA" then
      value = (category[c] == "Mn" or category[c] == "Mc") and "CM" or "AL"
    elseif (value == "OP" or value == "CP") and width[c]:find "[FWH]" then
      value = value .. "w"
    elseif picture[c] and category[c] == "Cn" then
      value = "Cn"
    end
    map[c] = value
  end
  return map
end

-- The number of the class of each code point.
function classes.map(unit)
  return number_all(unit, build[unit]())
end

return classes
