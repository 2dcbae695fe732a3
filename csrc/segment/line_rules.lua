-- Lines: the rules of UAX #14 (Unicode 17.0), LB2 to LB31, as a transition
-- function; rules.lua says what it returns.
--
-- A state's fields: 'last' the class before the place, marks left out (LB9);
-- 'spaces' where spaces stand between; 'joiner' where it is a ZWJ; 'number'
-- how far a number goes (LB25); 'pending' what a place that waits waits for.
-- The other fields keep what rules ask of the class before 'last'.

local line = { start = { last = "sot" } }

local function set(names)
  local result = {}
  for name in names:gmatch "%S+" do result[name] = true end
  return result
end

local HARD = set "BK CR LF NL"
local JAMO = set "JL JV JT H2 H3"
local IDEOGRAPH = set "ID EB EM Cn"
local ALPHABETIC = set "AL HL DC CnA"
local ALWAYS_WIDE = set "EM H2 H3 JL"
local AKSARA = set "AK AS DC"

local FOLLOWS = {                                                    -- LB26
  JL = set "JL JV H2 H3", JV = set "JV JT", H2 = set "JV JT",
  JT = set "JT", H3 = set "JT",
}

-- Without the mark of width.
local function base(class)
  return (class:gsub("w$", ""))
end

local function is_wide(class)
  return class:find "w$" ~= nil or ALWAYS_WIDE[class] ~= nil
end

local function is_quote(kind)
  return kind == "QU" or kind == "QUi" or kind == "QUf"
end

local function copy_with(state, field, value)
  local result = {}
  for key, old in pairs(state) do result[key] = old end
  result[field] = value
  return result
end

-- What stands directly before, spaces as SP.
local function neighbour(state)
  return state.spaces and "SP" or base(state.last)
end

-- --- what a class leaves behind ----------------------------------------------

-- How far 'kind' carries the number before it: nil, "open" for
-- NU (SY | IS)*, "closed" for that and CL or CP.
local function number_after(state, kind)
  if kind == "NU" then return "open" end
  if state.spaces or state.number ~= "open" then return nil end
  if kind == "SY" or kind == "IS" then return "open" end
  if kind == "CL" or kind == "CP" then return "closed" end
  return nil
end

local BEFORE_OPENING = set "sot BK CR LF NL OP QU QUi QUf GL SP ZW"  -- LB15a
local BEFORE_HYPHEN = set "sot BK CR LF NL SP ZW CB GL"              -- LB20a

local function line_after(state, class)
  local kind, before = base(class), neighbour(state)
  local after = { last = class, number = number_after(state, kind) }
  if class == "RI" and before == "RI" then after.last = "RI pair" end
  if is_quote(kind) then
    after.bound = before == "SP" or not is_wide(state.last) or nil   -- LB19a
    after.opens = kind == "QUi" and BEFORE_OPENING[before] or nil
  elseif kind == "HY" or kind == "HH" then
    after.initial = BEFORE_HYPHEN[before]
    after.hebrew = before == "HL" or nil
  elseif kind == "VI" then
    after.virama = AKSARA[before]
  end
  return after
end

-- --- whether a place is no break -----------------------------------------------

-- LB8a to LB13: whatever stands before, or spaces between.
local function never_before(state, class)
  local kind, last = base(class), base(state.last)
  if state.joiner or set "WJ CL CP EX SY"[kind] then return true end
  if state.spaces then return false end
  if kind == "IS" then return true end                               -- LB15d
  if last == "WJ" or last == "GL" then return true end               -- LB11, 12
  return kind == "GL" and not set "BA HY HH"[last]                   -- LB12a
end

-- The rules that look past spaces: LB14 to LB17.
local function past_spaces(state, class)
  local a, b = base(state.last), base(class)
  return a == "OP" or state.opens
    or ((a == "CL" or a == "CP") and b == "NS") or (a == "B2" and b == "B2")
end

local function quoted(state, class)                          -- LB19, LB19a
  local last, kind = base(state.last), base(class)
  if kind == "QU" or kind == "QUf" or last == "QU" or last == "QUi" then
    return true
  end
  if kind == "QUi" and not is_wide(state.last) then return true end
  return last == "QUf" and (state.bound or not is_wide(class))
end

local function letters(last, kind)                  -- LB22 to LB24, LB27, LB28
  if kind == "IN" then return true end
  if ALPHABETIC[last] then
    return kind == "NU" or kind == "PR" or kind == "PO" or ALPHABETIC[kind]
  end
  if last == "NU" and ALPHABETIC[kind] then return true end
  if last == "PR" and (IDEOGRAPH[kind] or JAMO[kind]) then return true end
  if kind == "PO" and (IDEOGRAPH[last] or JAMO[last]) then return true end
  return (last == "PR" or last == "PO") and ALPHABETIC[kind]
end

local function in_number(state, last, kind)                          -- LB25
  if kind == "NU" then
    return set "PR PO HY IS"[last] or state.number == "open"
  end
  return state.number ~= nil and (kind == "PO" or kind == "PR")
end

local function in_syllable(state, last, kind)                        -- LB28a
  if last == "AP" and AKSARA[kind] then return true end
  if AKSARA[last] and (kind == "VF" or kind == "VI") then return true end
  return state.virama and (kind == "AK" or kind == "DC")
end

local function hyphenated(state, last, kind)              -- LB20a to LB21b
  if state.initial and ALPHABETIC[kind] then return true end
  if set "BA HH HY NS"[kind] or last == "BB" then return true end
  if state.hebrew and kind ~= "HL" then return true end
  return last == "SY" and kind == "HL"
end

-- LB19 to LB30b for classes side by side, 'last' not a space.
local function line_joined(state, class)
  local last, kind = base(state.last), base(class)
  if quoted(state, class) then return true end
  if kind == "CB" or last == "CB" then return false end              -- LB20
  if hyphenated(state, last, kind) or letters(last, kind) then return true end
  if in_number(state, last, kind) then return true end
  if FOLLOWS[last] and FOLLOWS[last][kind] then return true end      -- LB26
  if in_syllable(state, last, kind) then return true end
  if last == "IS" and ALPHABETIC[kind] then return true end          -- LB29
  if class == "OP" and (ALPHABETIC[last] or last == "NU") then return true end
  if state.last == "CP" and (ALPHABETIC[kind] or kind == "NU") then
    return true                                                      -- LB30
  end
  if last == "RI" and kind == "RI" then return true end              -- LB30a
  return kind == "EM" and set "EB Cn CnA"[last]                      -- LB30b
end

-- --- places that wait ------------------------------------------------------------

local ENDS_QUOTE = set                                              -- LB15b
  "SP GL WJ CL QU QUi QUf CP EX IS SY BK CR LF NL ZW"

-- What the place before 'class' waits for, where the class after it decides.
local function waits_for(state, class)
  local last, kind = base(state.last), base(class)
  if state.spaces then
    if kind == "QUf" then return "no end of a quote" end             -- LB15b
    return kind == "IS" and "a number" or nil                        -- LB15c
  end
  if kind == "QUi" then return "a wide character" end                -- LB19a
  if kind == "OP" and (last == "PR" or last == "PO") then
    return "no number"                                               -- LB25
  end
  if AKSARA[last] and AKSARA[kind] then return "no final" end        -- LB28a
end

-- Whether 'class' makes the place a break that waits for 'pending'.
local function commits(pending, class)
  local kind = base(class)
  if pending == "no end of a quote" then return not ENDS_QUOTE[kind] end
  if pending == "a number" then return kind == "NU" end
  if pending == "a wide character" then return is_wide(class) end
  if pending == "no final" then return kind ~= "VF" end
  return kind ~= "NU"
end

-- What waits at the end of text is a break but for these.
local FORGOTTEN = {
  ["no end of a quote"] = true, ["a number"] = true,
  ["a wide character"] = true,
}

local function waiting(after, pending)
  after.pending = pending
  after.waits = not FORGOTTEN[pending] or nil
  return after
end

-- --- the transition ----------------------------------------------------------------

local function line_space(state, class)
  if state.last == "ZW" and class == "SP" then return state end      -- LB8
  if class == "ZW" then return { last = "ZW" } end
  if state.last == "sot" then return { last = "space", spaces = true } end
  return { last = state.last, spaces = true, opens = state.opens }
end

local function as_letter(class)                                      -- LB10
  return { last = "AL", joiner = class == "ZWJ" or nil }
end

local function is_mark(class)
  return class == "CM" or class == "ZWJ"
end

-- At the start of text and behind a hard break.
local function first(state, class)                                   -- LB4
  local action = state.last ~= "sot" and "break" or nil
  if is_mark(class) then return as_letter(class), action end
  if class == "SP" then return { last = "space", spaces = true }, action end
  return line_after(state, class), action
end

-- A mark is a part of what stands before it, or else a letter: LB9, LB10.
local function mark(state, class)
  if not state.spaces then
    return copy_with(state, "joiner", class == "ZWJ" or nil)
  end
  local attached = state.joiner or past_spaces(state, "AL")
  return as_letter(class), not attached and "break" or nil
end

local function line_core(state, class)
  local last = state.last
  if last == "CR" and class == "LF" then return { last = "LF" } end  -- LB5
  if last == "sot" or HARD[last] then return first(state, class) end
  if HARD[class] then return { last = class } end                    -- LB6
  if class == "SP" or class == "ZW" then                             -- LB7
    return line_space(state, class)
  end
  if last == "ZW" then                                               -- LB8
    if is_mark(class) then return as_letter(class), "break" end
    return line_after(state, class), "break"
  end
  if is_mark(class) then return mark(state, class) end
  local after = line_after(state, class)
  if never_before(state, class) or past_spaces(state, class) then
    return after
  end
  if not state.spaces and line_joined(state, class) then return after end
  local pending = waits_for(state, class)
  if pending then return waiting(after, pending), "wait" end
  return after, "break"                                       -- LB18, LB31
end

-- Marks belong to what they follow, so that a place waits over them; behind
-- OP, LB25 looks past one IS.
function line.step(state, class)
  local pending = state.pending
  if not pending then return line_core(state, class) end
  local free = copy_with(copy_with(state, "pending", nil), "waits", nil)
  local after, action = line_core(free, class)
  if is_mark(class) then
    assert(not action)
    return waiting(copy_with(after, "pending", nil), pending)
  end
  if pending == "no number" and class == "IS" and base(state.last) == "OP" then
    assert(not action)
    return waiting(after, pending)
  end
  if not commits(pending, class) then return after, action end
  return after, action and "commit+" .. action or "commit"
end

return line
