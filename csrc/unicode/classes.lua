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
    "Extended_Pictographic", "Linker", "Extend_None", "Consonant",
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
  -- After LB1. A w says East_Asian_Width F, W or H, where a class has both
  -- kinds (LB19a, LB30); QUi and QUf are initial and final quotation marks
  -- (LB15a, LB15b, LB19); DC is the dotted circle (LB28a); Cn and
  -- CnA are unassigned and Extended_Pictographic (LB30b), being ID or AL.
  line = {
    "AL", "BK", "CR", "LF", "NL", "SP", "ZW", "WJ", "GL", "CB", "OP", "OPw",
    "CL", "CP", "CLw", "QU", "EX", "IS", "SY", "NU", "PR", "PO", "HL", "ID",
    "IN", "NS", "BA", "BB", "B2", "HY", "CM", "ZWJ", "H2", "H3", "JL", "JV",
    "JT", "RI", "EB", "EM", "Cn", "QUi", "QUf", "HH", "AK", "AP", "AS", "VI",
    "VF", "DC", "ALw", "GLw", "EXw", "PRw", "POw", "IDw", "INw", "NSw", "BAw",
    "EBw", "CnA",
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

-- Extend is split by Indic_Conjunct_Break, as GB9c asks; only the non-joiner
-- has none of its values.
function build.grapheme()
  local map = ucd.property("auxiliary/GraphemeBreakProperty.txt", "Other")
  local picture = pictographic()
  local conjunct = ucd.property("DerivedCoreProperties.txt", "None", "InCB", 2)
  for c = 0, LAST do
    if map[c] == "Extend" and conjunct[c] ~= "Extend" then
      map[c] = conjunct[c] == "Linker" and "Linker" or "Extend_None"
    elseif conjunct[c] == "Consonant" then
      assert(map[c] == "Other", "a consonant that is more")
      map[c] = "Consonant"
    elseif picture[c] and map[c] == "Other" then
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
  return ucd.property("EastAsianWidth.txt", "N")
end
classes.east_asian = east_asian

-- The classes of the line breaking algorithm that hold wide characters too.
local SPLIT = {}
for name in ("AL GL OP CL EX PR PO ID IN NS BA EB"):gmatch "%S+" do
  SPLIT[name] = true
end

local DOTTED_CIRCLE = 0x25CC
local QUOTE = { Pi = "QUi", Pf = "QUf" }

function build.line()
  local map = ucd.property("LineBreak.txt", "XX")
  local width, category = east_asian(), ucd.categories()
  local picture = pictographic()
  for c = 0, LAST do
    local value = RESOLVED[map[c]] or map[c]
    if value == "SA" then
      value = (category[c] == "Mn" or category[c] == "Mc") and "CM" or "AL"
    elseif value == "QU" then
      value = QUOTE[category[c]] or value
    elseif picture[c] and category[c] == "Cn" then
      value = value == "ID" and "Cn" or "CnA"
    end
    if SPLIT[value] and width[c]:find "[FWH]" then value = value .. "w" end
    map[c] = c == DOTTED_CIRCLE and "DC" or value
  end
  return map
end

-- The number of the class of each code point.
function classes.map(unit)
  return number_all(unit, build[unit]())
end

return classes
