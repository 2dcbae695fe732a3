-- Finds where the parts of an expression stand in a sentence. The parts follow
-- one another with gaps between them; the search is depth first, the leftmost
-- and then the shortest first, and goes on where the caller rejects a match.

local lpeg = require "lpeg"
local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local pattern = require "jilu.text.pattern"

-- Candidates that are looked at for one match in one sentence before the
-- document fails. Three parts with a hundred candidates each can stand in a
-- million ways; a sentence of a report needs a few dozen.
local MATCH_LIMIT = 100000

-- Facts by place ----------------------------------------------------------------------

--- The facts of a document by kind, line and first byte in the folded line.
---@class jilu.FactIndex
local FactIndex = {}
FactIndex.__index = FactIndex

-- One for each document that rules look at, as long as the document lives.
local indexes = setmetatable({}, { __mode = "k" })

local function index_of(doc)
  if not indexes[doc] then
    indexes[doc] = setmetatable({ doc = doc, kinds = {} }, FactIndex)
  end
  return indexes[doc]
end

local function by_start(a, b) return a.first < b.first end

local function build(doc, layer)
  local lines = { size = #layer, layer = layer }
  for _, fact in ipairs(layer) do
    local line, first, last = doc:locate(fact.first, fact.last)
    local entries = lines[line.number]
    if not entries then
      entries = { at = {} }
      lines[line.number] = entries
    end
    local entry = { first = first, last = last, fact = fact }
    entries[#entries + 1] = entry
    entries.at[first] = entries.at[first] or entry
  end
  for number, entries in pairs(lines) do
    if type(number) == "number" then table.sort(entries, by_start) end
  end
  return lines
end

--- The facts of a kind in a line: a list of { first, last, fact }, folded
--- positions, and the same by position in the field `at`. Nil for none.
---@param kind string
---@param number integer
---@return table?
function FactIndex:line(kind, number)
  local lines = self.kinds[kind]
  local layer = self.doc:layer(kind)
  if not lines or lines.layer ~= layer or lines.size ~= #layer then
    lines = build(self.doc, layer)
    self.kinds[kind] = lines
  end
  return lines[number]
end

-- A sentence ----------------------------------------------------------------------------

--- Where a sentence stands: what patterns get as their first extra argument.
---@class jilu.Sentence
---@field doc jilu.Document
---@field line jilu.Line
---@field text string     folded
---@field offset integer  bytes of the folded line before it
local Sentence = {}
Sentence.__index = Sentence

local function sentence(doc, line, first, last)
  return setmetatable({
    doc = doc, line = line, index = index_of(doc),
    text = line.text:sub(first, last), offset = first - 1,
  }, Sentence)
end

--- The fact of a kind that starts at a byte of the sentence, and the first
--- byte behind it.
---@param kind string
---@param i integer
---@return table? fact, integer? after
function Sentence:fact_at(kind, i)
  local entries = self.index:line(kind, self.line.number)
  local entry = entries and entries.at[i + self.offset]
  if entry and entry.last - self.offset <= #self.text then
    return entry.fact, entry.last - self.offset + 1
  end
end

-- The numerals of the sentence by their first byte, read from left to right, so
-- that none begins inside another. 第 is left to the rule.
local function read_numbers(text)
  local numbers, view = {}, core.view(text, "keep")
  local at = 1
  while at <= #text do
    local digits, last
    if text:sub(at, at + 2) ~= "第" then digits, last = extractor.default():number(view, at) end
    if digits then
      numbers[at] = { value = #digits <= 15 and tonumber(digits) or digits, after = last + 1 }
      at = last + 1
    else
      at = pattern.char:match(text, at) or at + 1
    end
  end
  view:close()
  return numbers
end

--- The value of the numeral that starts at a byte of the sentence, and the
--- first byte behind it.
---@param i integer
---@return number|string|nil value, integer? after
function Sentence:number_at(i)
  self.numbers = self.numbers or read_numbers(self.text)
  local found = self.numbers[i]
  if found then return found.value, found.after end
end

--- Original positions of bytes of the sentence.
---@param first integer
---@param last integer
---@return integer first, integer last
function Sentence:span(first, last)
  return self.doc:span(self.line, first + self.offset, last + self.offset)
end

-- Candidates of one part ------------------------------------------------------------------

--- Where one part matches in a sentence, found as they are asked for.
local Candidates = {}
Candidates.__index = Candidates

local function candidates(part, at)
  return setmetatable({ part = part, sentence = at, next = 1, cursor = 1 }, Candidates)
end

-- The next match of a part that begins with a fact: try the facts.
function Candidates:find_fact()
  local at = self.sentence
  local entries = at.index:line(self.part.fact, at.line.number)
  while entries and entries[self.cursor] do
    local first = entries[self.cursor].first - at.offset
    self.cursor = self.cursor + 1
    if first > #at.text then break end
    if first >= 1 then
      local captures, after = self.part.anchored:match(at.text, first, at)
      if captures then return { first = first, after = after, captures = captures } end
    end
  end
end

-- The next match of any other part: try every character.
function Candidates:find_text()
  if self.cursor > #self.sentence.text then return nil end
  local first, captures, after =
    self.part.anywhere:match(self.sentence.text, self.cursor, self.sentence)
  if not first then
    self.cursor = #self.sentence.text + 1
    return nil
  end
  self.cursor = pattern.char:match(self.sentence.text, first) or first + 1
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
    error({ reason = ("a sentence of line %d has more than %d candidates (MATCH_LIMIT)")
      :format(self.sentence.line.number, MATCH_LIMIT) }, 0)
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

-- Before a part that is compiled without a sentence, whose functions want one.
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

--- Whether a line has a fact for every part that begins with one.
---@param parts table[]  of `prepare`
---@param doc jilu.Document
---@param line jilu.Line
---@return boolean
local function possible(parts, doc, line)
  local index = index_of(doc)
  for _, part in ipairs(parts) do
    if part.fact and not index:line(part.fact, line.number) then return false end
  end
  return true
end

--- How far the parts of an expression get in a sentence: the number of the
--- part that stands nowhere behind those before it, which end at the earliest
--- before byte `after`; nil where all of them stand.
---@param parts table[]  of `prepare`
---@param at jilu.Sentence
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

--- Looks for matches in a sentence, one behind the other. `accept` gets a list
--- of { first, after, captures }, one for each part, and says whether it takes
--- that match; if not, the search goes on with the next way to stand.
---@param parts table[]  of `prepare`
---@param at jilu.Sentence
---@param accept fun(chosen: table[]): boolean
local function search(parts, at, accept)
  local lists, from = {}, 1
  for k, part in ipairs(parts) do lists[k] = candidates(part, at) end
  local self = setmetatable(
    { lists = lists, sentence = at, tried = 0, accept = accept }, Search)
  local chosen = {}
  while self:part(1, from, chosen) do
    from = math.max(chosen[#parts].after, from + 1)
    self.tried = 0
  end
end

return {
  prepare = prepare, possible = possible, missing = missing, search = search,
  sentence = sentence,
  MATCH_LIMIT = MATCH_LIMIT,
}
