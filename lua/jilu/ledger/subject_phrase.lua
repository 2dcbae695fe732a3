-- The noun phrases at the head of a clause that may name who acts: every
-- admissible end, for a ranker to choose from.
--
-- Words and their parts of speech are those of the document's lexicon; names
-- and amounts are the facts. Without a lexicon only names and the words of the
-- clause grammar are known.

local acts = require "jilu.zh.acts"
local data = require "jilu.zh.subjects"
local tokens = require "jilu.ledger.tokens"

local sub = string.sub

local J, CLASS, WORD, TAG, FACT = tokens.J, tokens.CLASS, tokens.WORD, tokens.TAG, tokens.FACT
local WIDTH = tokens.WIDTH

-- Longest phrase in bytes, and how many ends of one clause are proposed.
local LONGEST, ENDS = 180, 3

-- How far into a clause its verb may have an attribute of the subject: 来自…的.
local RELATIVE = 120

-- What a phrase is by its end -----------------------------------------------------------

-- Kinds of heads, and by their last character the lengths of those that end with
-- it, the longest first.
local HEADS, LENGTHS = {}, {}
for _, kind in ipairs { "thing", "event", "measure", "body", "people" } do
  for word in data.heads[kind]:gmatch "%S+" do HEADS[word] = kind end     -- the last one counts
end
for word in pairs(HEADS) do
  local last = sub(word, -3)
  local lengths = LENGTHS[last] or {}
  LENGTHS[last], lengths[#word] = lengths, true
end
for last, lengths in pairs(LENGTHS) do
  local list = {}
  for length in pairs(lengths) do list[#list + 1] = length end
  table.sort(list, function(a, b) return a > b end)
  LENGTHS[last] = list
end

--- "body", "people", "event", "measure", "thing" or nil.
---@param text string
---@param i integer
---@param j integer
---@return string?
local function head_kind(text, i, j)
  local lengths = LENGTHS[sub(text, j - 2, j)]
  for k = 1, lengths and #lengths or 0 do
    local length = lengths[k]
    if j - i + 1 >= length then
      local kind = HEADS[sub(text, j - length + 1, j)]
      if kind then return kind end
    end
  end
end

-- Words that say who acts by themselves: 全县, 我校, 我们, 他.
local SELF, LONGEST_SELF = {}, 0
for _, entry in ipairs {
  { "settings", "thing" }, { "pronouns", "pronoun" }, { "we", "we" }, { "own", "own" },
  { "regions", "region" },
} do
  for word in pairs(data[entry[1]]) do
    SELF[word], LONGEST_SELF = entry[2], math.max(LONGEST_SELF, #word)
  end
end

-- Words that tell deeds, whatever dictionaries call them.
local VERBS = {}
for word in acts.verb:gmatch "%S+" do VERBS[word] = true end

-- Reading a clause ------------------------------------------------------------------------

---@class jilu.ledger.Phrase
---@field i integer  bytes of the folded text
---@field j integer
---@field kind string  body, place, region, own, we, pronoun, person, people, event, measure,
---  work, thing, other
---@field next string  class of the word behind it: v, vn, d, p, u, q, t, c, by, end, n, mean
---@field word string?  that word
---@field by string?  the word that marks it: 由, 被, 经
---@field fact table?  the name that it is, begins or ends with
---@field person table?  the name of a person that it ends with
---@field counted boolean?  it begins with an amount
---@field verb boolean?  a verb stands inside
---@field attribute boolean?  的 stands inside
---@field joined boolean?  和 or 、 stands inside
---@field verbal boolean?  it begins with a word that may be a verb: 培训支部书记
---@field deed boolean?  such a word stands behind a name in it
---@field amount boolean?  an amount stands inside
---@field prefix boolean?  the noun phrase goes on behind it

-- The state of reading one clause; `first`, `last` and `tail` are tokens.
local Parser = {}
Parser.__index = Parser

---@class jilu.ledger.Scanner
---@field text string  folded
---@field spans jilu.ledger.Spans
---@field tagger jilu.Tagger?
local Scanner = {}
Scanner.__index = Scanner

---@param text string  folded
---@param facts table<string, table[]>
---@param lexicon jilu.Lexicon?
---@return jilu.ledger.Scanner
local function new(text, facts, lexicon)
  return setmetatable({ text = text, spans = tokens.spans_of(facts),
    tagger = lexicon and lexicon:tagger(), parser = setmetatable({ text = text }, Parser) },
    Scanner)
end

-- The phrases of a clause ----------------------------------------------------------------

-- What may be passed before a subject.
local SKIPPED = { t = true, d = true, c = true, u = true, de = true, bracket = true, f = true,
  joining = true }

local function reset(parser, scanner, list, read, clause)
  parser.scanner, parser.read, parser.clause = scanner, read, clause
  parser.tokens, parser.list, parser.n, parser.from = list, {}, 0, clause.i
  parser.counts, parser.i, parser.by = clause.q1, nil, nil
  parser.brings, parser.relative, parser.wanted = nil, nil, nil
  return parser
end

function Parser:kind(i, j, last)
  local list, text = self.tokens, self.text
  if j - i < LONGEST_SELF then
    local kind = SELF[sub(text, i, j)]
    if kind then return kind end
  end
  local class = list[last + CLASS]
  if class == "r" then return "person" end
  if class == "o" then return list[last + FACT].type == "place" and "place" or "body" end
  if class == "work" or class == "quote" then return "work" end
  if j - i == 2 and not data.single[sub(text, i, j)] then return "other" end
  if j - i == 5 and sub(text, i, i + 2) == data.each then return "measure" end   -- 每处
  return head_kind(text, i, j) or data.names[list[last + TAG]] or "other"
end

function Parser:add(phrase)
  self.n = self.n + 1
  self.list[self.n] = phrase
end

-- An amount inside, with what it counts: 12位专家 of 甲、乙等12位专家.
function Parser:emit_tail(next)
  local tail, last = self.tail, self.last
  if not tail or last == tail then return end
  local i, j = self.tokens[tail], self.tokens[last + J]
  self:add { i = i, j = j, kind = self:kind(i, j, last), next = next, tail = true,
    counted = true, by = self.by }
end

-- Is the phrase nothing but an amount of what does not act: 596套, not 12人?
function Parser:is_amount()
  local list, last = self.tokens, self.last
  if last ~= self.first or list[last + CLASS] ~= "q" then return false end
  return not data.acting_units[list[last + FACT].unit]
end

-- What no subject ends with: 区内, 线上.
local NO_END = { joining = true, de = true, f = true }

-- Is it no subject but a deed with its object: 培训学员200人, 零星搬迁3303户?
function Parser:is_predicate(next)
  local list, last = self.tokens, self.last
  if self.verbal and not self.attribute and (next == "q" or next == "end") then return true end
  if self.first == last then return self.verbal and next == "d" end
  return list[last + CLASS] == "q" and next == "end" and not self.counted
end

function Parser:emit(next, word)
  local list, last, i = self.tokens, self.last, self.i
  local class, j = list[last + CLASS], list[last + J]
  if NO_END[class] or self:is_amount() or self:is_predicate(next) then return end
  if j - i + 1 > LONGEST then
    self:emit_tail(next)
    return
  end
  local before = self.list[self.n]
  if before and before.i == i and before.j == j then return end
  self.ends = self.ends + 1
  local kind, fact = self:kind(i, j, last), list[last + FACT] or nil
  self:add {
    i = i, j = j, kind = kind, next = next, word = word or nil,
    by = self.by, counted = self.counted, verb = self.verb, attribute = self.attribute,
    joined = self.joined, fact = self.fact or fact,
    person = class == "r" and fact or nil, relative = self.relative,
    amount = self.tail and true or nil, verbal = self.verbal, deed = self.deed,
  }
  if self.tail then self:emit_tail(next) end
  return kind
end

local OWNERS = { body = true, own = true, nt = true }

-- Whose the people are that follow: 某支部 of 某支部的3名党员.
function Parser:emit_owner()
  local list, last, i = self.tokens, self.last, self.i
  local j = list[last + J]
  local kind = self:kind(i, j, last)
  if not OWNERS[kind] or self.acts or j - i + 1 > LONGEST then return end
  self:add { i = i, j = j, kind = kind, next = "de", owner = true,
    fact = self.fact or list[last + FACT] or nil, by = self.by, verb = self.verb }
end

-- A name at the head of a longer phrase: 宁波市 of 宁波市化工行业产值.
function Parser:emit_prefix()
  local list, first = self.tokens, self.first
  if self.last == first or list[first + CLASS] == "q" then return end
  local i, j, fact = list[first], list[first + J], list[first + FACT] or nil
  local kind = self:kind(i, j, first)
  if fact or kind == "region" or kind == "own" then
    self:add { i = i, j = j, kind = kind, next = "n", prefix = true, fact = fact, by = self.by }
  end
end

function Parser:start(n)
  local list = self.tokens
  local class = list[n + CLASS]
  self.relative = self.wanted
  self.i, self.first, self.last, self.ends = list[n], n, n, 0
  self.counted = class == "q" or nil
  self.verb, self.attribute, self.joined, self.tail, self.deed = nil, nil, nil, nil, nil
  self.acts = nil
  self.verbal = (class == "vn" or VERBS[list[n + WORD]]) or nil
  self.fact = (class == "o" or class == "r") and list[n + FACT] or nil
end

function Parser:stop()
  self:emit_prefix()
  self.i, self.by = nil, nil
end

-- Behind a verb a subject may follow its clause: 来自…的600名学者.
function Parser:open_relative(class, j)
  if class == "de" then self.relative = nil self.wanted = true
  elseif class == "d" or class == "u" or class == "t" then return true end
  return j - self.from > RELATIVE
end

local OBJECT = {}
for word in acts.object_prep:gmatch "%S+" do OBJECT[word] = true end

local THINGS = { n = true, q = true, o = true, r = true, work = true, quote = true, m = true }

-- Does 将 or 把 bring what something is done to: 将276处煤矿分解到…, not 将建设…?
function Parser:brings_object(n)
  local list, after = self.tokens, n + WIDTH
  if not OBJECT[list[n + WORD]] then return false end
  return (list[after] or tokens.read_next(self.scanner, list, self.read, self.clause))
    and THINGS[list[after + CLASS]] or false
end

-- Before a phrase; true where none comes.
function Parser:open(n)
  local list = self.tokens
  local class, word = list[n + CLASS], list[n + WORD]
  if data.agent[word] then
    self.by = word
    return false
  end
  if class == "t" then self.brings = nil end              -- 在2012年内
  if self.relative == false then return self:open_relative(class, list[n + J]) end
  if data.with[word] or data.by[word] then return true end  -- 和某局联合主办, 委托某院
  if self:brings_object(n) then return true end
  if SKIPPED[class] or data.opening[word] then return false end
  if class == "p" then
    self.brings = true
    return false
  end
  if self.brings then return true end
  if class == "v" then
    if self.by or not self.counts then return true end
    self.relative = false
    return false
  end
  self:start(n)
  return false
end

-- Heads behind which a verb is the predicate.
local SURE = { body = true, people = true, person = true, own = true, we = true, place = true,
  region = true, pronoun = true }

-- Verbs that stand in no attribute of a subject: 区内共有…, 民生支出占….
local PREDICATES = {}
for _, words in ipairs { data.having, acts.copula } do
  for word in words:gmatch "%S+" do PREDICATES[word] = true end
end
for _, words in ipairs { data.copulas, data.values } do
  for word in pairs(words) do PREDICATES[word] = true end
end

-- A verb behind the phrase; true where nothing more is looked for.
function Parser:verb_behind(class, word)
  local kind = self:emit(class, word)
  if class == "v" and (PREDICATES[word] or kind == "event") then
    self:stop()
    return true
  end
  if class == "vn" then
    if self.tokens[self.last + CLASS] == "o" then self.deed = true end
    self.acts = true                                      -- 线上参观博物馆的
    return false
  end
  if self.verb or self.ends >= ENDS or SURE[kind] then
    self:stop()
    return true
  end
  self.verb = true
  return false
end

-- Does 等 stand before how many they are, or what: 甲、乙等5个村?
function Parser:goes_on(n)
  local list, after = self.tokens, n + WIDTH
  if not (list[after] or tokens.read_next(self.scanner, list, self.read, self.clause)) then
    return false
  end
  local class = list[after + CLASS]
  return class == "q" or class == "n" or class == "o"
end

local ENDING = { d = true, p = true, t = true, u = true, c = true }

-- The token at n; true where nothing more is looked for.
function Parser:step(n)
  if not self.i then return self:open(n) end
  local list = self.tokens
  local class, word = list[n + CLASS], list[n + WORD]
  local speaks = word == data.represents
    and data.we[sub(self.text, self.i, list[self.last + J])]
  if speaks or data.agent[word] then
    if not speaks then self:emit("by", word) end
    self:stop()
    self.by = word                                        -- 会议由某局主持, 我代表国务院
    return false
  elseif class == "v" or class == "vn" then
    if HEADS[word] == "measure" then class = "vn" end       -- 财政收入增长
    if self:verb_behind(class, word) then return true end
  elseif word == data.others and self:goes_on(n) then
    list[n + CLASS], self.joined = "joining", true
  elseif ENDING[class] then
    if word == data.others and list[n + J] == self.clause.j then class = "end" end
    self:emit(data.averages[word] and "mean" or class, word)
    self:stop()
    return true
  elseif class == "q" then
    self:emit(class, word)
    self.tail = n
  elseif class == "de" then
    local before = list[self.last + CLASS]
    if before == "o" or before == "n" then self:emit_owner() end
    self.attribute = true
  elseif class == "joining" then self.joined = true
  end
  self.last = n
  return list[n + J] - self.i > LONGEST + 60
end

local function read_phrases(self, read, clause)
  local list = tokens.of(self, clause)
  local parser = reset(self.parser, self, list, read, clause)
  local n = 1
  while list[n] or tokens.read_next(self, list, read, clause) do
    if parser:step(n) then return parser.list end
    n = n + WIDTH
  end
  if parser.i then
    parser:emit "end"
    parser:stop()
  end
  return parser.list
end

--- The phrases at the head of a clause, in the order of the text.
---@param read jilu.ledger.Reading
---@param clause table
---@return jilu.ledger.Phrase[]
function Scanner:phrases(read, clause)
  local list = clause.phrases
  if not list then
    list = read_phrases(self, read, clause)
    clause.phrases = list
  end
  return list
end

--- The phrase that is the subject of a clause, or stands behind 由 there; with a
--- predicate behind it, if `followed`.
---@param read jilu.ledger.Reading
---@param clause table
---@param followed boolean
---@return jilu.ledger.Phrase?
function Scanner:subject(read, clause, followed)
  local list = self:phrases(read, clause)
  for k = 1, #list do
    local phrase = list[k]
    if not (phrase.prefix or phrase.owner or phrase.tail)
        and not (followed and phrase.next == "end") then return phrase end
  end
end

--- The first verb of a clause by its words, else the first noun that may be one:
--- its first byte, the word, and its class.
---@param read jilu.ledger.Reading
---@param clause table
---@return integer? i
---@return string? word
---@return "v"|"vn"|nil class
function Scanner:predicate(read, clause)
  local found = clause.predicate
  if found == nil then
    found = false
    local list, n = tokens.of(self, clause), 1
    while list[n] or tokens.read_next(self, list, read, clause) do
      local class = list[n + CLASS]
      if class == "v" then
        found = n
        break
      elseif class == "vn" then found = found or n end
      n = n + WIDTH
    end
    clause.predicate = found
  end
  if not found then return nil end
  local list = clause.tokens
  return list[found], list[found + WORD], list[found + CLASS]
end

return { new = new }
