-- Finds where the parts of an expression stand in a scope. The parts follow
-- one another with gaps between them; the search is depth first, the leftmost
-- and then the shortest first, and goes on where the caller rejects a match.

local lpeg = require "lpeg"
local pattern = require "jilu.text.pattern"

-- Candidates that are looked at for one match in one scope before the
-- document fails. Three parts with a hundred candidates each can stand in a
-- million ways; a sentence of a report needs a few dozen.
local MATCH_LIMIT = 100000

-- Candidates of one part ------------------------------------------------------------------

--- Where one part matches in a scope, found as they are asked for.
local Candidates = {}
Candidates.__index = Candidates

local function candidates(part, at)
  local cursor = part.fact and at.index:from(part.fact, at.offset + 1) or 1
  return setmetatable({ part = part, scope = at, cursor = cursor }, Candidates)
end

-- The next match of a part that begins with a fact: try the facts.
function Candidates:find_fact()
  local at = self.scope
  local entries = at.index:entries(self.part.fact)
  while entries[self.cursor] do
    local first = entries[self.cursor].first - at.offset
    self.cursor = self.cursor + 1
    if first > #at.text then break end
    local captures, after = self.part.anchored:match(at.text, first, at)
    if captures then return { first = first, after = after, captures = captures } end
  end
end

-- The next match of any other part: try every character.
function Candidates:find_text()
  if self.cursor > #self.scope.text then return nil end
  local first, captures, after =
    self.part.anywhere:match(self.scope.text, self.cursor, self.scope)
  if not first then
    self.cursor = #self.scope.text + 1
    return nil
  end
  self.cursor = pattern.char:match(self.scope.text, first) or first + 1
  return { first = first, after = after, captures = captures }
end

-- The k-th match from the left; nil past the last one.
function Candidates:get(k)
  while #self < k do
    local found
    if self.part.fact then found = self:find_fact() else found = self:find_text() end
    if not found then return nil end
    self[#self + 1] = found
  end
  return self[k]
end

-- The index of the first match that starts at byte `from` or later; there may
-- be none.
function Candidates:from(from)
  while not self[#self] or self[#self].first < from do
    if not self:get(#self + 1) then return #self + 1 end
  end
  local low, high = 1, #self
  while low < high do
    local middle = math.floor((low + high) / 2)
    if self[middle].first < from then low = middle + 1 else high = middle end
  end
  return low
end

-- Search ----------------------------------------------------------------------------------

local Search = {}
Search.__index = Search

function Search:count()
  self.tried = self.tried + 1
  if self.tried > MATCH_LIMIT then
    error({ reason = ("a %s of line %d has more than %d candidates (MATCH_LIMIT)")
      :format(self.scope.over, self.scope.number, MATCH_LIMIT) }, 0)
  end
end

-- Part `k` may start at byte `from` or later. True when `accept` took one.
function Search:part(k, from, chosen)
  local list = self.lists[k]
  if not list then return self.accept(chosen) end
  local i = list:from(from)
  local found = list:get(i)
  while found do
    self:count()
    chosen[k] = found
    if self:part(k + 1, found.after, chosen) then return true end
    i = i + 1
    found = list:get(i)
  end
  return false
end

-- Before a part that is compiled without a scope, whose functions want one.
local ANY_BYTE = #lpeg.P(1)

--- Compiles what the search needs of each part of an expression.
---@param expression jilu.Expression
local function prepare(expression)
  local parts = {}
  for k, part in ipairs(expression.parts) do
    local anchored = lpeg.Ct(part.pattern) * lpeg.Cp()
    local found = lpeg.Cp() * anchored
    parts[k] = {
      fact = part.fact, source = part.source,
      anchored = pattern.compiled(ANY_BYTE * anchored),
      anywhere = pattern.compiled(ANY_BYTE * pattern.anywhere(found)),
    }
  end
  return parts
end

--- The kind of fact that each part begins with, false for none.
---@param parts table[]  of `prepare`
---@return (string|false)[]
local function kinds(parts)
  local list = {}
  for k, part in ipairs(parts) do list[k] = part.fact or false end
  return list
end

--- How far the parts of an expression get in a scope: the number of the
--- part that stands nowhere behind those before it, which end at the earliest
--- before byte `after`; nil where all of them stand.
---@param parts table[]  of `prepare`
---@param at jilu.Scope
---@return integer? part, integer? after
local function missing(parts, at)
  local earliest = 1
  for k, part in ipairs(parts) do
    local list = candidates(part, at)
    local i, after = list:from(earliest), nil
    local found = list:get(i)
    while found do
      if not after or found.after < after then after = found.after end
      i = i + 1
      found = list:get(i)
    end
    if not after then return k, earliest end
    earliest = after
  end
end

--- Original positions of a match of all parts.
---@param at jilu.Scope
---@param chosen table[]
---@return integer first, integer last
local function span(at, chosen)
  return at:span(chosen[1].first, math.max(chosen[#chosen].after - 1, chosen[1].first))
end

--- Looks for matches in a scope, one behind the other. `accept` gets a list
--- of { first, after, captures }, one for each part, and says whether it takes
--- that match; if not, the search goes on with the next way to stand.
---@param parts table[]  of `prepare`
---@param at jilu.Scope
---@param accept fun(chosen: table[]): boolean
---@param done? fun(): boolean?  after a match: are there enough?
local function search(parts, at, accept, done)
  local lists, from = {}, 1
  for k, part in ipairs(parts) do lists[k] = candidates(part, at) end
  local self = setmetatable(
    { lists = lists, scope = at, tried = 0, accept = accept }, Search)
  local chosen = {}
  while self:part(1, from, chosen) do
    if done and done() then return end
    from = math.max(chosen[#parts].after, from + 1)
    self.tried = 0
  end
end

return {
  prepare = prepare, kinds = kinds, missing = missing, search = search, span = span,
  MATCH_LIMIT = MATCH_LIMIT,
}
