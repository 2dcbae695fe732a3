-- Where a rule looks: a sentence, a paragraph (a line), a section or the whole
-- document, as a slice of the folded text; and what stands in it: facts, words,
-- numerals. Positions in a scope are bytes of its text.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local pattern = require "jilu.text.pattern"

-- Lines that are not the document's own words.
local FOREIGN = { boilerplate = true, spam = true }

-- Facts by place ----------------------------------------------------------------------

--- The annotations of a document by type and first byte in the folded text.
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
  local entries = { size = #layer, layer = layer, at = {} }
  for _, fact in ipairs(layer) do
    if fact.first then
      local first, last = doc.view:locate(fact.first, fact.last)
      local entry = { first = first, last = last, fact = fact }
      entries[#entries + 1] = entry
      entries.at[first] = entries.at[first] or entry
    end
  end
  table.sort(entries, by_start)
  return entries
end

--- The annotations of a type: a list of { first, last, fact }, by place, and the
--- same by position in the field `at`.
---@param kind string
---@return table
function FactIndex:entries(kind)
  local entries, layer = self.kinds[kind], self.doc:layer(kind)
  if not entries or entries.layer ~= layer or entries.size ~= #layer then
    entries = build(self.doc, layer)
    self.kinds[kind] = entries
  end
  return entries
end

--- The index of the first annotation of a type at a folded byte or later; there
--- may be none.
---@param kind string
---@param from integer
---@return integer
function FactIndex:from(kind, from)
  local entries = self:entries(kind)
  local low, high = 1, #entries + 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if entries[middle].first < from then low = middle + 1 else high = middle end
  end
  return low
end

-- A scope -----------------------------------------------------------------------------

--- What patterns get as their first extra argument.
---@class jilu.Scope
---@field doc jilu.Document
---@field over "sentence"|"paragraph"|"section"|"document"
---@field number integer  of the line that it begins in
---@field text string     folded; lines of boilerplate are line breaks
---@field offset integer  bytes of the folded text before it
local Scope = {}
Scope.__index = Scope

-- A scope of whole lines may hold some that are not looked at.
local function without_foreign(doc, from, to)
  local out = {}
  for k = from, to do
    local line, after = doc.lines[k], doc.lines[k + 1]
    local stop = k < to and after.offset or line.offset + #line.text
    local text = doc.folded:sub(line.offset + 1, stop)
    out[#out + 1] = FOREIGN[line.role] and ("\n"):rep(#text) or text
  end
  return table.concat(out)
end

local function new(doc, over, number, text, offset)
  return setmetatable({ doc = doc, over = over, number = number, text = text, offset = offset,
    index = index_of(doc) }, Scope)
end

--- Is it line break, or what stands for boilerplate?
---@param i integer
---@return boolean
function Scope:is_break(i) return self.text:byte(i) == 10 end

--- The fact of a kind that starts at a byte, and the first byte behind it.
---@param kind string
---@param i integer
---@return table? fact, integer? after
function Scope:fact_at(kind, i)
  local entry = self.index:entries(kind).at[i + self.offset]
  if entry and entry.last - self.offset <= #self.text and not self:is_break(i) then
    return entry.fact, entry.last - self.offset + 1
  end
end

--- Has it a fact of a kind?
---@param kind string
---@return boolean
function Scope:has(kind)
  local entries = self.index:entries(kind)
  local entry = entries[self.index:from(kind, self.offset + 1)]
  return entry ~= nil and entry.first <= self.offset + #self.text
end

-- The numerals of a text by their first byte, read from left to right, so that
-- none begins inside another. 第 is left to the rule.
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

--- The value of the numeral that starts at a byte, and the first byte behind it.
---@param i integer
---@return number|string|nil value, integer? after
function Scope:number_at(i)
  self.numbers = self.numbers or read_numbers(self.text)
  local found = self.numbers[i]
  if found then return found.value, found.after end
end

--- Original positions of bytes of the scope.
---@param first integer
---@param last integer
---@return integer first, integer last
function Scope:span(first, last)
  return self.doc.view:original(first + self.offset, last + self.offset)
end

--- The number of the line that a byte stands in.
---@param i integer
---@return integer
function Scope:line_at(i)
  if self.over == "sentence" or self.over == "paragraph" then return self.number end
  return self.doc:line_of((self:span(i, i))).number
end

-- Words -------------------------------------------------------------------------------

--- A word as rules get it.
---@class jilu.Word: jilu.Annotation
---@field text string
---@field tag string?  its part of speech, where the document has a lexicon

local Word = { __tostring = function(word) return word.text end }

local function read_words(scope)
  local words, lexicon = {}, scope.doc.lexicon
  local function add(first, last, tag)
    words[first] = { last = last, tag = tag }
  end
  if lexicon then
    for first, last, tag in lexicon:words(scope.text, { tags = true }) do add(first, last, tag) end
  else
    for first, last in core.words(scope.text) do add(first, last) end
  end
  return words
end

--- The word that starts at a byte, if it has one of the tags, and the first byte
--- behind it. Raises where tags are wanted of a document without a lexicon.
---@param i integer
---@param tags table<string, boolean>?
---@return jilu.Word? word, integer? after
function Scope:word_at(i, tags)
  if tags and not self.doc.lexicon then
    error({ reason = "words with tags need a lexicon, and the document has none" }, 0)
  end
  self.words = self.words or read_words(self)
  local found = self.words[i]
  if not found or (tags and not tags[found.tag]) then return nil end
  local first, last = self:span(i, found.last)
  return setmetatable({
    type = "word", first = first, last = last, text = self.doc:norm(first, last), tag = found.tag,
  }, Word), found.last + 1
end

-- All scopes of a document ------------------------------------------------------------

local each = {}

function each.sentence(doc, receive, line)
  for first, last in core.sentences(line.text) do
    receive(new(doc, "sentence", line.number, line.text:sub(first, last), line.offset + first - 1))
  end
end

function each.paragraph(doc, receive, line)
  receive(new(doc, "paragraph", line.number, line.text, line.offset))
end

-- Both look at one line after the other.
local BY_LINE = { sentence = true, paragraph = true }

local function of_lines(doc, over, from, to)
  return new(doc, over, from, without_foreign(doc, from, to), doc.lines[from].offset)
end

-- The numbers of the lines that sections begin in, and of the first line.
local function section_lines(doc)
  local starts, seen = { 1 }, { true }
  for _, section in ipairs(doc:layer "section") do
    local number = doc:line_of(section.first).number
    if section.kind ~= "run_in" and not seen[number] then
      seen[number] = true
      starts[#starts + 1] = number
    end
  end
  table.sort(starts)
  return starts
end

function each.section(doc, receive)
  local starts = section_lines(doc)
  for k, from in ipairs(starts) do
    receive(of_lines(doc, "section", from, (starts[k + 1] or #doc.lines + 1) - 1))
  end
end

function each.document(doc, receive)
  receive(of_lines(doc, "document", 1, #doc.lines))
end

local scope = { KINDS = { "sentence", "paragraph", "section", "document" } }

--- Is it a line that no scope shows?
---@param line jilu.Line
---@return boolean
function scope.is_foreign(line) return FOREIGN[line.role] or false end

--- Calls `receive` for the scopes of a line, or for those that begin in it.
---@param doc jilu.Document
---@param over string
---@param line jilu.Line
---@param receive fun(at: jilu.Scope)
function scope.of_line(doc, over, line, receive)
  if BY_LINE[over] then return each[over](doc, receive, line) end
  each[over](doc, function(at)
    if at.number == line.number then receive(at) end
  end)
end

--- Calls `receive` for all scopes of a document in which facts of these kinds
--- may be found.
---@param doc jilu.Document
---@param over string
---@param kinds string[]
---@param receive fun(at: jilu.Scope)
function scope.each(doc, over, kinds, receive)
  if #doc.lines == 0 then return end
  if not BY_LINE[over] then return each[over](doc, receive) end
  for _, line in ipairs(doc.lines) do
    if not FOREIGN[line.role] and scope.possible(doc, line, kinds) == nil then
      each[over](doc, receive, line)
    end
  end
end

--- The index of the first of these kinds of which a line has no fact; nil where
--- it has one of each.
---@param doc jilu.Document
---@param line jilu.Line
---@param kinds (string|false)[]
---@return integer?
function scope.possible(doc, line, kinds)
  local at = new(doc, "paragraph", line.number, line.text, line.offset)
  for k, kind in ipairs(kinds) do
    if kind and not at:has(kind) then return k end
  end
end

--- The whole of a document as one scope.
---@param doc jilu.Document
---@return jilu.Scope
function scope.whole(doc)
  return new(doc, "document", 1, doc.folded, 0)
end

return scope
