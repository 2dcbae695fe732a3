-- The rules of UAX #29 and UAX #14 as they are printed, and a plain
-- interpreter of them: for every place in a text, the first rule whose left
-- side matches what ends there and whose right side matches what begins there
-- decides. Slow, and with nothing in common with the automata.
--
-- A side is a list of classes, "Any" or groups (A | B), ^(A | B) for what is
-- none of them, each with * or ? behind it, sot at the start or eot at the end.
-- It is turned into a Lua pattern
-- over strings in which every code point is the letter of its class.

local ucd = require "spec.support.ucd"

local break_rules = {}

local RULES = {}

RULES.grapheme = {
  { "CR", "×", "LF" },                                            -- GB3
  { "(Control | CR | LF)", "÷", "" },                             -- GB4
  { "", "÷", "(Control | CR | LF)" },                             -- GB5
  { "L", "×", "(L | V | LV | LVT)" },                             -- GB6
  { "(LV | V)", "×", "(V | T)" },                                 -- GB7
  { "(LVT | T)", "×", "T" },                                      -- GB8
  { "", "×", "(Extends | ZWJ)" },                                 -- GB9
  { "", "×", "SpacingMark" },                                     -- GB9a
  { "Prepend", "×", "" },                                         -- GB9b
  { "Consonant Conjoining* Linker Conjoining*", "×", "Consonant" }, -- GB9c
  { "Pict Extends* ZWJ", "×", "Pict" },                           -- GB11
  { pairs_of = "RI" },                                            -- GB12, GB13
  { "", "÷", "" },                                                -- GB999
}

RULES.word = {
  { "CR", "×", "LF" },                                            -- WB3
  { "(Newline | CR | LF)", "÷", "" },                             -- WB3a
  { "", "÷", "(Newline | CR | LF)" },                             -- WB3b
  { "ZWJ", "×", "(Pict | ALetterPict)" },                         -- WB3c
  { "WSegSpace", "×", "WSegSpace" },                              -- WB3d
  { ignore = "(Extend | Format | ZWJ)", after = "(CR | LF | Newline)" },
  { "AHL", "×", "AHL" },                                          -- WB5
  { "AHL", "×", "MidL AHL" },                                     -- WB6
  { "AHL MidL", "×", "AHL" },                                     -- WB7
  { "Hebrew", "×", "SQ" },                                        -- WB7a
  { "Hebrew", "×", "DQ Hebrew" },                                 -- WB7b
  { "Hebrew DQ", "×", "Hebrew" },                                 -- WB7c
  { "Numeric", "×", "Numeric" },                                  -- WB8
  { "AHL", "×", "Numeric" },                                      -- WB9
  { "Numeric", "×", "AHL" },                                      -- WB10
  { "Numeric MidN", "×", "Numeric" },                             -- WB11
  { "Numeric", "×", "MidN Numeric" },                             -- WB12
  { "Katakana", "×", "Katakana" },                                -- WB13
  { "BeforeENL", "×", "ExtendNumLet" },                           -- WB13a
  { "ExtendNumLet", "×", "AfterENL" },                            -- WB13b
  { pairs_of = "RI" },                                            -- WB15, WB16
  { "", "÷", "" },                                                -- WB999
}

RULES.sentence = {
  { "CR", "×", "LF" },                                            -- SB3
  { "ParaSep", "÷", "" },                                         -- SB4
  { ignore = "(Extend | Format)", after = "ParaSep" },            -- SB5
  { "ATerm", "×", "Numeric" },                                    -- SB6
  { "(Upper | Lower) ATerm", "×", "Upper" },                      -- SB7
  { "ATerm Close* Sp*", "×",
    "^(OLetter | Upper | Lower | ParaSep | SATerm)* Lower" },     -- SB8
  { "SATerm Close* Sp*", "×", "(SContinue | SATerm)" },           -- SB8a
  { "SATerm Close*", "×", "(Close | Sp | ParaSep)" },             -- SB9
  { "SATerm Close* Sp*", "×", "(Sp | ParaSep)" },                 -- SB10
  { "SATerm Close* Sp* ParaSep?", "÷", "" },                      -- SB11
  { "", "×", "" },                                                -- SB998
}

RULES.line = {
  { "BK", "÷", "" },                                              -- LB4
  { "CR", "×", "LF" }, { "(CR | LF | NL)", "÷", "" },             -- LB5
  { "", "×", "(BK | CR | LF | NL)" },                             -- LB6
  { "", "×", "(SP | ZW)" },                                       -- LB7
  { "ZW SP*", "÷", "" },                                          -- LB8
  { "ZWJ", "×", "" },                                             -- LB8a
  { ignore = "(CM | ZWJ)", after = "(BK | CR | LF | NL | SP | ZW)",
    alone = "AL" },                                               -- LB9, LB10
  { "", "×", "WJ" }, { "WJ", "×", "" },                           -- LB11
  { "GLs", "×", "" },                                             -- LB12
  { "^(SP | BAs | HY | HH)", "×", "GLs" },                        -- LB12a
  { "", "×", "(CLs | CP | EXs | SY)" },                           -- LB13
  { "OPs SP*", "×", "" },                                         -- LB14
  { "sot QUi SP*", "×", "" },                                     -- LB15a
  { "(BK | CR | LF | NL | OPs | QUs | GLs | SP | ZW) QUi SP*", "×", "" },
  { "", "×", "QUf (SP | GLs | WJ | CLs | QUs | CP | EXs | IS | SY | Hard | ZW)" },
  { "", "×", "QUf eot" },                                         -- LB15b
  { "SP", "÷", "IS NU" }, { "", "×", "IS" },                      -- LB15c, d
  { "(CLs | CP) SP*", "×", "NSs" },                               -- LB16
  { "B2 SP*", "×", "B2" },                                        -- LB17
  { "SP", "÷", "" },                                              -- LB18
  { "", "×", "(QU | QUf)" }, { "(QU | QUi)", "×", "" },           -- LB19
  { "^Wide", "×", "QUs" }, { "", "×", "QUs ^Wide" },              -- LB19a
  { "", "×", "QUs eot" }, { "QUs", "×", "^Wide" },
  { "^Wide QUs", "×", "" }, { "sot QUs", "×", "" },
  { "", "÷", "CB" }, { "CB", "÷", "" },                           -- LB20
  { "sot (HY | HH)", "×", "(ALs | HL)" },                         -- LB20a
  { "(Hard | SP | ZW | CB | GLs) (HY | HH)", "×", "(ALs | HL)" },
  { "", "×", "(BAs | HH | HY | NSs)" }, { "BB", "×", "" },        -- LB21
  { "HL (HY | HH)", "×", "^HL" },                                 -- LB21a
  { "SY", "×", "HL" },                                            -- LB21b
  { "", "×", "INs" },                                             -- LB22
  { "(ALs | HL)", "×", "NU" }, { "NU", "×", "(ALs | HL)" },       -- LB23
  { "PRs", "×", "IDs" }, { "IDs", "×", "POs" },                   -- LB23a
  { "(PRs | POs)", "×", "(ALs | HL)" },                           -- LB24
  { "(ALs | HL)", "×", "(PRs | POs)" },
  { "NU (SY | IS)* (CLs | CP)?", "×", "(POs | PRs)" },            -- LB25
  { "(PRs | POs)", "×", "OPs IS? NU" },
  { "(PRs | POs | HY | IS)", "×", "NU" },
  { "NU (SY | IS)*", "×", "NU" },
  { "JL", "×", "(JL | JV | H2 | H3)" },                           -- LB26
  { "(JV | H2)", "×", "(JV | JT)" },
  { "(JT | H3)", "×", "JT" },
  { "Jamo", "×", "POs" }, { "PRs", "×", "Jamo" },                 -- LB27
  { "(ALs | HL)", "×", "(ALs | HL)" },                            -- LB28
  { "AP", "×", "Aksara" }, { "Aksara", "×", "(VF | VI)" },        -- LB28a
  { "Aksara VI", "×", "(AK | DC)" }, { "Aksara", "×", "Aksara VF" },
  { "IS", "×", "(ALs | HL)" },                                    -- LB29
  { "(ALs | HL | NU)", "×", "OP" },                               -- LB30
  { "CP", "×", "(ALs | HL | NU)" },
  { pairs_of = "RI" },                                            -- LB30a
  { "(EBs | Reserved)", "×", "EM" },                              -- LB30b
  { "", "÷", "" },                                                -- LB31
}

-- Names for groups of classes.
local GROUPS = {
  word = {
    AHL = "ALetter ALetterPict Hebrew", MidL = "MidLetter MidNumLet SQ",
    MidN = "MidNum MidNumLet SQ",
    BeforeENL = "ALetter ALetterPict Hebrew Numeric Katakana ExtendNumLet",
    AfterENL = "ALetter ALetterPict Hebrew Numeric Katakana",
  },
  sentence = { ParaSep = "Sep CR LF", SATerm = "STerm ATerm" },
  line = {
    Hard = "BK CR LF NL", Jamo = "JL JV JT H2 H3", Aksara = "AK AS DC",
    QUs = "QU QUi QUf", GLs = "GL GLw", BAs = "BA BAw", CLs = "CL CLw",
    EXs = "EX EXw", OPs = "OP OPw", NSs = "NS NSw", INs = "IN INw",
    PRs = "PR PRw", POs = "PO POw", EBs = "EB EBw", ALs = "AL ALw DC ALcn",
    IDs = "ID IDw EB EBw EM IDcn", Reserved = "IDcn ALcn",
    Wide = "GLw BAw CLw EXw OPw NSw INw PRw POw EBw ALw IDw EM H2 H3 JL",
  },
  grapheme = { Extends = "Extend Linker ZWNJ", Conjoining = "Extend Linker ZWJ" },
}

-- --- properties, read here on their own ---------------------------------------

local SHORT = {
  Regional_Indicator = "RI", Hebrew_Letter = "Hebrew", Single_Quote = "SQ",
  Double_Quote = "DQ",
}

local function fill(map, name, change)
  for first, last, value in ucd.ranges(name) do
    value = SHORT[value] or value
    for c = first, last do
      local new = change and change(value, map[c], c) or not change and value
      if new then map[c] = new end
    end
  end
  return map
end

local function pictures(map)
  return fill(map, "emoji/emoji-data.txt", function(value, old)
    if value ~= "Extended_Pictographic" then return nil end
    return (old or "") .. "Pict"
  end)
end

local load = {}

function load.grapheme()
  local map = pictures(fill({}, "auxiliary/GraphemeBreakProperty.txt"))
  for c, value in pairs(map) do
    map[c] = value:gsub("^Other(.)", "%1")
  end
  local conjunct = {}
  for first, last, value in ucd.conjuncts() do
    for c = first, last do conjunct[c] = value end
  end
  for c, value in pairs(map) do
    if value == "Extend" and not conjunct[c] then map[c] = "ZWNJ" end
    if value == "Extend" and conjunct[c] == "Linker" then map[c] = "Linker" end
    if conjunct[c] == "Consonant" then map[c] = "Consonant" end
  end
  return map
end

function load.word()
  local map = pictures(fill({}, "auxiliary/WordBreakProperty.txt"))
  for c, value in pairs(map) do map[c] = value:gsub("^Other(.)", "%1") end
  return map
end

function load.sentence()
  return fill({}, "auxiliary/SentenceBreakProperty.txt")
end

-- All of them are wide, or where they matter it does not.
local ONE_WIDTH = { EM = true, H2 = true, H3 = true, JL = true, CM = true }

function load.line()
  local category = fill({}, "extracted/DerivedGeneralCategory.txt")
  local wide = fill({}, "EastAsianWidth.txt")
  local map = fill({}, "LineBreak.txt")
  local picture = pictures {}
  for c = 0, 0x10FFFF do                                            -- LB1
    local value, general = map[c], category[c]
    if value == "SA" then
      value = (general == "Mn" or general == "Mc") and "CM" or "AL"
    elseif value == "AI" or value == "SG" or value == "XX" then
      value = "AL"
    elseif value == "CJ" then
      value = "NS"
    elseif value == "QU" then
      value = general == "Pi" and "QUi" or general == "Pf" and "QUf" or "QU"
    end
    if picture[c] and general == "Cn" then value = value .. "cn" end
    if wide[c]:find "^[FWH]$" and not ONE_WIDTH[value] then value = value .. "w" end
    map[c] = c == 0x25CC and "DC" or value
  end
  return map
end

-- --- from rules to patterns ----------------------------------------------------

local function letters_of(map)
  local letter, list = {}, {}
  local function add(class)
    if not letter[class] then
      list[#list + 1] = class
      letter[class] = string.char(0x7F + #list)  -- no sign of patterns
    end
  end
  for c = 0, 0x10FFFF do add(map[c] or "Other") end
  return letter, list
end

local function set_of(unit, letter, name)
  local found = {}
  for class in ((GROUPS[unit] or {})[name] or name):gmatch "%S+" do
    found[#found + 1] = letter[class] or error("no class " .. class)
  end
  return table.concat(found)
end

local side
function side(unit, letter, text)
  local function group(body)
    return (body:gsub("[^%s|]+", function(name)
      return set_of(unit, letter, name)
    end):gsub("[%s|]+", ""))
  end
  local parts = {}
  for item in text:gsub("%s*|%s*", "|"):gmatch "%S+" do
    if item == "sot" then return "^" .. side(unit, letter, text:gsub("^sot ", "")) end
    if item == "eot" then return table.concat(parts) .. "$" end
    local negated, body, suffix = item:match "^(%^?)%(?([%w|]+)%)?([*?]?)$"
    parts[#parts + 1] = "[" .. negated .. group(body) .. "]" .. suffix
  end
  return table.concat(parts)
end

local function compile(unit, letter)
  local rules = {}
  for i, rule in ipairs(RULES[unit]) do
    local one = { breaks = rule[2] == "÷" }
    for _, key in ipairs { "ignore", "after", "pairs_of", "alone" } do
      if rule[key] then one[key] = side(unit, letter, rule[key]) end
    end
    if rule[1] then
      one.left = side(unit, letter, rule[1]) .. "$"
      one.right = "^" .. side(unit, letter, rule[3])
    end
    if one.alone then one.alone = letter[rule.alone] end
    rules[i] = one
  end
  return rules
end

-- --- the interpreter ------------------------------------------------------------

-- X (Extend | Format)* is X: takes the ignored out that belong to something.
local function collapse(rule, text)
  local result, base = {}, false
  for class in text:gmatch "." do
    if class:find(rule.ignore) and base then
      result[#result] = result[#result]
    elseif class:find(rule.ignore) then
      result[#result + 1] = rule.alone or class
      base = true
    else
      result[#result + 1] = class
      base = not class:find(rule.after)
    end
  end
  return table.concat(result)
end

local function decide(rules, left, right)
  for _, rule in ipairs(rules) do
    if rule.ignore then
      local base = left:sub(-1)
      if right:sub(1, 1):find(rule.ignore) and not base:find(rule.after) then
        return false
      end
      left, right = collapse(rule, left), collapse(rule, right)
    elseif rule.pairs_of then
      local run = left:match(rule.pairs_of .. "*$")
      if #run % 2 == 1 and right:find("^" .. rule.pairs_of) then
        return false
      end
    elseif left:find(rule.left) and right:find(rule.right) then
      return rule.breaks
    end
  end
end

-- An interpreter for 'unit': classes (a list of names), of (class -> list of
-- code points), ends (code points -> list of how many are before each break).
function break_rules.new(unit)
  local map = load[unit]()
  local letter, names = letters_of(map)
  local rules = compile(unit, letter)
  local self = { classes = names, of = {} }
  for _, name in ipairs(names) do self.of[name] = {} end
  for c = 0, 0x10FFFF do
    if c < 0xD800 or c > 0xDFFF then
      local list = self.of[map[c] or "Other"]
      list[#list + 1] = c
    end
  end

  function self.ends(codepoints)
    local text = {}
    for i, c in ipairs(codepoints) do text[i] = letter[map[c] or "Other"] end
    text = table.concat(text)
    local ends = {}
    for i = 1, #text - 1 do
      if decide(rules, text:sub(1, i), text:sub(i + 1)) then
        ends[#ends + 1] = i
      end
    end
    if #text > 0 then ends[#ends + 1] = #text end
    return ends
  end

  return self
end

return break_rules
