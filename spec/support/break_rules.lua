-- The rules of UAX #29 and UAX #14 as they are printed, and a plain
-- interpreter of them: for every place in a text, the first rule whose left
-- side matches what ends there and whose right side matches what begins there
-- decides. Slow, and with nothing in common with the automata.
--
-- A side is a list of classes, "Any" or groups (A | B), ^(A | B) for what is
-- none of them, each with * or ? behind it. It is turned into a Lua pattern
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
  { "", "×", "(Extend | ZWJ)" },                                  -- GB9
  { "", "×", "SpacingMark" },                                     -- GB9a
  { "Prepend", "×", "" },                                         -- GB9b
  { "Pict Extend* ZWJ", "×", "Pict" },                            -- GB11
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
  { "GL", "×", "" },                                              -- LB12
  { "^(SP | BA | HY)", "×", "GL" },                               -- LB12a
  { "", "×", "(CL | CPa | EX | IS | SY)" },                       -- LB13
  { "OPa SP*", "×", "" },                                         -- LB14
  { "QU SP*", "×", "OPa" },                                       -- LB15
  { "(CL | CPa) SP*", "×", "NS" },                                -- LB16
  { "B2 SP*", "×", "B2" },                                        -- LB17
  { "SP", "÷", "" },                                              -- LB18
  { "", "×", "QU" }, { "QU", "×", "" },                           -- LB19
  { "", "÷", "CB" }, { "CB", "÷", "" },                           -- LB20
  { "", "×", "(BA | HY | NS)" }, { "BB", "×", "" },               -- LB21
  { "HL (HY | BA)", "×", "" },                                    -- LB21a
  { "SY", "×", "HL" },                                            -- LB21b
  { "", "×", "IN" },                                              -- LB22
  { "(AL | HL)", "×", "NU" }, { "NU", "×", "(AL | HL)" },         -- LB23
  { "PR", "×", "IDa" }, { "IDa", "×", "PO" },                     -- LB23a
  { "(PR | PO)", "×", "(AL | HL)" },                              -- LB24
  { "(AL | HL)", "×", "(PR | PO)" },
  -- LB25 as UAX #14, section 8.2, example 7 has it
  { "(PR | PO)", "×", "OPHY? NU" },
  { "OPHY", "×", "NU" },
  { "NU", "×", "(NU | SY | IS)" },
  { "NU (NU | SY | IS)*", "×", "(NU | SY | IS | CL | CPa)" },
  { "NU (NU | SY | IS)* (CL | CPa)?", "×", "(PO | PR)" },
  { "JL", "×", "(JL | JV | H2 | H3)" },                           -- LB26
  { "(JV | H2)", "×", "(JV | JT)" },
  { "(JT | H3)", "×", "JT" },
  { "Jamo", "×", "PO" }, { "PR", "×", "Jamo" },                   -- LB27
  { "(AL | HL)", "×", "(AL | HL)" },                              -- LB28
  { "IS", "×", "(AL | HL)" },                                     -- LB29
  { "(AL | HL | NU)", "×", "OP" },                                -- LB30
  { "CP", "×", "(AL | HL | NU)" },
  { pairs_of = "RI" },                                            -- LB30a
  { "(EB | Cn)", "×", "EM" },                                     -- LB30b
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
    CPa = "CP", OPa = "OP OPw", OPHY = "OP OPw HY",
    IDa = "ID EB EM Cn", Jamo = "JL JV JT H2 H3",
  },
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
  return pictures(fill({}, "auxiliary/GraphemeBreakProperty.txt"))
end

function load.word()
  return pictures(fill({}, "auxiliary/WordBreakProperty.txt"))
end

function load.sentence()
  return fill({}, "auxiliary/SentenceBreakProperty.txt")
end

function load.line()
  local category = fill({}, "extracted/DerivedGeneralCategory.txt")
  local wide = fill({}, "EastAsianWidth.txt")
  local map = fill({}, "LineBreak.txt")
  local picture = pictures {}
  local blocks = { { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF }, { 0xF900, 0xFAFF },
    { 0x1F000, 0x1FAFF }, { 0x1FC00, 0x1FFFD }, { 0x20000, 0x2FFFD },
    { 0x30000, 0x3FFFD } }
  for _, block in ipairs(blocks) do
    for c = block[1], block[2] do map[c] = map[c] or "ID" end
  end
  for c = 0x20A0, 0x20CF do map[c] = map[c] or "PR" end
  for c = 0, 0x10FFFF do                                            -- LB1
    local value, general = map[c], category[c] or "Cn"
    if value == "SA" then
      value = (general == "Mn" or general == "Mc") and "CM" or "AL"
    elseif not value or value == "AI" or value == "SG" or value == "XX" then
      value = "AL"
    elseif value == "CJ" then
      value = "NS"
    elseif value == "OP" or value == "CP" then
      local width = wide[c]
      if width == "F" or width == "W" or width == "H" then
        assert(value == "OP", "no wide CP is known")
        value = "OPw"
      end
    end
    if picture[c] and general == "Cn" then value = "Cn" end
    map[c] = value
  end
  return map
end

-- --- from rules to patterns ----------------------------------------------------

local function letters_of(map)
  local letter, list = {}, {}
  local function add(class)
    if not letter[class] then
      list[#list + 1] = class
      letter[class] = string.char(47 + #list)    -- from "0" on
    end
  end
  for c = 0, 0x10FFFF do add(map[c] or "Other") end
  -- the pattern language's own signs are letters too: none below is magic
  assert(#list < 44)
  return letter, list
end

local function set_of(unit, letter, name)
  local found = {}
  for class in ((GROUPS[unit] or {})[name] or name):gmatch "%S+" do
    found[#found + 1] = "%" .. (letter[class] or error("no class " .. class))
  end
  return table.concat(found):gsub("%%(%w)", "%1")
end

local function side(unit, letter, text)
  local function group(body)
    return (body:gsub("[^%s|]+", function(name)
      return set_of(unit, letter, name)
    end):gsub("[%s|]+", ""))
  end
  local parts = {}
  for item in text:gsub("%s*|%s*", "|"):gmatch "%S+" do
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
