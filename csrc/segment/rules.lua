-- The rules of UAX #29 and UAX #14 (Unicode 17.0) as transition functions.
--
-- A unit has a 'start' state (a table of fields, compared by content) and a
-- function step(state, class) that returns the next state and what is known
-- about the place before the class: "break", nothing (no break), "wait" (what
-- follows decides), and about a place that waited: "commit" (it was a break)
-- or nothing (it was not). "commit" goes with what is known about the new place
-- as "commit+break" and "commit+wait". state.waits says that a place waits
-- which the end of text commits; one that it does not is just forgotten.

local rules = {}

local function set(names)
  local result = {}
  for name in names:gmatch "%S+" do result[name] = true end
  return result
end

-- --- grapheme clusters: UAX #29, section 3.1.1 -----------------------------

local grapheme = { start = { last = "sot" } }
rules.grapheme = grapheme

local CONTROL = set "CR LF Control"

-- GB9c: the classes that may stand between two consonants of a conjunct.
local CONJOINING = set "Extend Linker ZWJ"

-- After a consonant: whether a linker has been seen since.
local function conjunct_after(state, class)
  if class == "Consonant" then return { last = "consonant" } end
  if not CONJOINING[class] then return nil end
  if state.last == "consonant" and class == "Linker" then
    return { last = "consonant+linker" }
  end
  if state.last == "consonant" or state.last == "consonant+linker" then
    return state
  end
end

-- What 'class' leaves behind: the part of the past that the rules look at.
local function grapheme_after(state, class)
  local conjunct = conjunct_after(state, class)
  if conjunct then return conjunct end
  if class == "Extended_Pictographic" then return { last = "picture" } end
  if state.last == "picture" and set "Extend Linker Extend_None"[class] then
    return state
  end
  if class == "ZWJ" and state.last == "picture" then
    return { last = "picture+ZWJ" }
  end
  if class == "Regional_Indicator" then
    return { last = state.last == "RI" and "RI pair" or "RI" }
  end
  if class == "LV" then return { last = "V" } end
  if class == "LVT" then return { last = "T" } end
  if CONTROL[class] or class == "L" or class == "V" or class == "T"
    or class == "Prepend" then
    return { last = class }
  end
  return { last = "Other" }
end

local function grapheme_joined(last, class)
  if last == "sot" then return true end
  if last == "CR" and class == "LF" then return true end           -- GB3
  if CONTROL[last] or CONTROL[class] then return false end         -- GB4, GB5
  if last == "L" and set "L V LV LVT"[class] then return true end  -- GB6
  if last == "V" and (class == "V" or class == "T") then return true end
  if last == "T" and class == "T" then return true end             -- GB7, GB8
  if set "Extend Linker Extend_None ZWJ SpacingMark"[class] then
    return true                                                    -- GB9, GB9a
  end
  if last == "Prepend" then return true end                        -- GB9b
  if last == "consonant+linker" and class == "Consonant" then
    return true                                                    -- GB9c
  end
  if last == "picture+ZWJ" and class == "Extended_Pictographic" then
    return true                                                    -- GB11
  end
  return last == "RI" and class == "Regional_Indicator"            -- GB12, 13
end

function grapheme.step(state, class)
  return grapheme_after(state, class),
    not grapheme_joined(state.last, class) and "break" or nil
end

-- --- words: UAX #29, section 4.1.1 -----------------------------------------

local word = { start = { last = "sot" } }
rules.word = word

local NEWLINE = set "CR LF Newline"
local IGNORED = set "Extend Format ZWJ"
local PICTURE = set "Extended_Pictographic ALetter+Extended_Pictographic"
local LETTER = set "ALetter Hebrew_Letter"
local MID_LETTER = set "MidLetter MidNumLet Single_Quote"
local MID_NUMBER = set "MidNum MidNumLet Single_Quote"
local BEFORE_EXTENDER = set "ALetter Hebrew_Letter Numeric Katakana ExtendNumLet"
local AFTER_EXTENDER = set "ALetter Hebrew_Letter Numeric Katakana"

local function word_kind(class)
  if class == "ALetter+Extended_Pictographic" then return "ALetter" end
  return class
end

-- The 'last' that rules see after a class that is not ignored.
local function word_last(state, class)
  local kind = word_kind(class)
  if kind == "Regional_Indicator" and state.last == kind then
    return "Other"                       -- the pair is complete: WB15, WB16
  end
  if set "Extended_Pictographic MidLetter MidNum MidNumLet Single_Quote \z
          Double_Quote"[kind] then
    return "Other"
  end
  return kind
end

-- WB5 to WB16 for two classes side by side.
local function word_joined(last, kind, han)
  if LETTER[last] then
    if LETTER[kind] or kind == "Numeric" then return true end      -- WB5, WB9
    if last == "Hebrew_Letter" and kind == "Single_Quote" then
      return true                                                  -- WB7a
    end
  end
  if last == "Numeric" and (kind == "Numeric" or LETTER[kind]) then
    return true                                                    -- WB8, WB10
  end
  if last == "Katakana" and kind == "Katakana" then return true end   -- WB13
  if BEFORE_EXTENDER[last] and kind == "ExtendNumLet" then return true end
  if last == "ExtendNumLet" and AFTER_EXTENDER[kind] then return true end
  if last == "Regional_Indicator" and kind == last then return true end
  return han and last == "Han" and kind == "Han"
end

-- Whether 'kind' may stand between two letters or numbers like 'last':
-- "wait" where WB6, WB7b or WB12 must see what follows it.
local function word_middle(last, kind)
  if LETTER[last] and MID_LETTER[kind] then
    return last == "Hebrew_Letter" and kind == "Single_Quote" and "letter now"
      or "letter"
  end
  if last == "Hebrew_Letter" and kind == "Double_Quote" then return "Hebrew" end
  if last == "Numeric" and MID_NUMBER[kind] then return "number" end
  return nil
end

local function word_ends_middle(middle, kind)                -- WB7, WB7c, WB11
  if middle == "Hebrew" then return kind == "Hebrew_Letter" end
  if middle == "number" then return kind == "Numeric" end
  return middle ~= nil and LETTER[kind] ~= nil
end

local function word_step(state, class, han)
  local last, kind = state.last, word_kind(class)
  if last == "CR" and kind == "LF" then return { last = "LF" } end   -- WB3
  local commit = state.waits and "commit"
  local both = commit and "commit+break" or "break"
  if NEWLINE[last] or last == "sot" then                             -- WB3a
    return { last = IGNORED[class] and "Other" or word_last(state, class),
             joiner = class == "ZWJ" or nil },
      last ~= "sot" and "break" or nil
  end
  if NEWLINE[kind] then return { last = kind }, both end             -- WB3b
  if state.joiner and PICTURE[class] then                            -- WB3c
    local ends_middle = word_ends_middle(state.middle, kind)
    return { last = word_last(state, class) },
      not ends_middle and commit or nil
  end
  if kind == "WSegSpace" and last == "WSegSpace" and not state.apart then
    return { last = kind }                                           -- WB3d
  end
  if IGNORED[class] then                                             -- WB4
    return { last = last, middle = state.middle, waits = state.waits,
             joiner = class == "ZWJ" or nil, apart = true }
  end
  if word_ends_middle(state.middle, kind) then return { last = kind } end
  local here = state.middle and "Other" or last
  if word_joined(here, kind, han) and not word_middle(here, kind) then
    return { last = word_last({ last = here }, class) }, commit or nil
  end
  local middle = word_middle(here, kind)
  if middle == "letter now" then                                     -- WB7a
    return { last = "Other", middle = middle }, commit or nil
  elseif middle then
    assert(not commit)
    return { last = "Other", middle = middle, waits = true }, "wait"
  end
  return { last = word_last({ last = here }, class) }, both
end

function word.step(state, class)
  return word_step(state, class == "Han" and "Other" or class, false)
end

-- The tailoring han = "group": WB13 holds for runs of Han as it does for
-- Katakana.
rules.word_han = {
  unit = "word",
  start = word.start,
  step = function(state, class) return word_step(state, class, true) end,
}

-- --- sentences: UAX #29, section 5.1 ---------------------------------------

local sentence = { start = { last = "sot" } }
rules.sentence = sentence

local PARAGRAPH = set "CR LF Sep"
local TERM = set "ATerm STerm"

-- After a terminator: 'term' says which, 'spaces' whether SB8's Close* is
-- over, 'direct' what stood before the ATerm while nothing stands after it.
local function term_state(state, class)
  local cased = state.last == "Upper" or state.last == "Lower"
  return { last = "term", term = class, direct = true,
           cased = class == "ATerm" and cased or nil }
end

local function after_plain(state, class)
  if TERM[class] then return term_state(state, class) end
  if PARAGRAPH[class] or class == "Upper" or class == "Lower" then
    return { last = class }
  end
  return { last = "Other" }
end

-- In ATerm Close* Sp* with something that SB8 looks past: up to a letter or
-- terminator it is open whether a lower case letter comes.
local function sentence_waiting(state, class)
  if class == "Lower" then return { last = "Lower" } end
  if set "OLetter Upper CR LF Sep ATerm STerm"[class] then
    return after_plain(state, class), "commit"
  end
  return state
end

local function sentence_after_term(state, class)
  local at = state.term == "ATerm"
  if PARAGRAPH[class] then return { last = class } end             -- SB9, SB10
  if class == "Sp" then                                            -- SB9, SB10
    return { last = "term", term = state.term, spaces = true }
  end
  if class == "Close" and not state.spaces then                    -- SB9
    return { last = "term", term = state.term }
  end
  if at and state.direct and class == "Numeric" then               -- SB6
    return { last = "Other" }
  end
  if state.cased and class == "Upper" then return { last = "Upper" } end
  if at and class == "Lower" then return { last = "Lower" } end    -- SB8
  if class == "SContinue" then return { last = "Other" } end       -- SB8a
  if TERM[class] then return term_state({}, class) end             -- SB8a
  if at and not set "OLetter Upper"[class] then                    -- SB8
    return { last = "wait", waits = true }, "wait"
  end
  return after_plain({}, class), "break"                           -- SB11
end

function sentence.step(state, class)
  local last = state.last
  if last == "CR" and class == "LF" then return { last = "LF" } end  -- SB3
  if PARAGRAPH[last] then                                            -- SB4
    return after_plain({}, class), "break"
  end
  if class == "Extend" or class == "Format" then                     -- SB5
    return last == "sot" and { last = "Other" } or state
  end
  if last == "wait" then return sentence_waiting(state, class) end
  if last == "term" then return sentence_after_term(state, class) end
  return after_plain(state, class)                                   -- SB998
end

rules.line = require "line_rules"

return rules
