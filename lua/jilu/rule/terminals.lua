-- What expressions and LPeg patterns of rules match beside characters. Each
-- pattern gets the jilu.Scope as the first extra argument of the match.

local core = require "jilu.core"
local lpeg = require "lpeg"
local pattern = require "jilu.text.pattern"

local terminals = {}

-- A pattern that asks the scope what starts here, and captures it.
local function ask(question)
  return lpeg.Cmt(lpeg.Carg(1), function(_, i, scope)
    local found, after = question(scope, i)
    if found then return after, found end
  end)
end

--- A pattern that matches a fact, or an annotation of any layer, where it
--- starts, and captures its table.
---@param kind string
---@return userdata pattern
function terminals.fact(kind)
  return ask(function(scope, i) return scope:fact_at(kind, i) end)
end

--- A numeral, whatever it counts; its value is a number, or a string of digits
--- where a number would not show them all.
terminals.number = ask(function(scope, i) return scope:number_at(i) end)

--- A pattern that matches a word, of one of the tags where some are given, and
--- captures it as a jilu.Word.
---@param tags? string  "v" or "v,vn"
---@return userdata pattern
function terminals.word(tags)
  local wanted = tags and {}
  for tag in (tags or ""):gmatch "[^,]+" do wanted[tag] = true end
  return ask(function(scope, i) return scope:word_at(i, wanted) end)
end

--- A pattern for the longest of some words, which are folded.
---@param list string[]
---@return userdata pattern
function terminals.any_of(list)
  local folded = {}
  for k, word in ipairs(list) do folded[k] = core.fold(word) end
  table.sort(folded, function(a, b)
    if #a ~= #b then return #a > #b end
    return a < b
  end)
  return pattern.words(folded)
end

return terminals
