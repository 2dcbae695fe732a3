-- The noun phrases at the head of a clause that may name who acts: every
-- admissible end, for a ranker to choose from.
--
-- Words and their parts of speech are those of the document's lexicon; names
-- and amounts are the facts. Without a lexicon only names and the words of the
-- clause grammar are known.

local acts = require "jilu.zh.acts"
local data = require "jilu.zh.subjects"
local index = require "jilu.ledger.index"

local sub, byte, find = string.sub, string.byte, string.find

-- Longest phrase in bytes, and how many ends of one clause are proposed.
local LONGEST, ENDS = 180, 3

-- How far into a clause its verb may have an attribute of the subject: 来自…的.
local RELATIVE = 120

-- Bytes of a clause that are cut into words at a time.
local SLICE = 72

local SPACE = 32

-- Words ---------------------------------------------------------------------------------

-- Classes: v, vn (a verb or a noun), d, p, c, u (了), de, m, f, n; of facts t, q,
-- o, r; work, quote, bracket; joining (和, 、).
local CLASS = {}
for _, entry in ipairs {
  { "verbs", "v" }, { "verbal_nouns", "vn" }, { "adverbs", "d" }, { "prepositions", "p" },
  { "conjunctions", "c" }, { "particles", "u" }, { "attributive", "de" }, { "numerals", "m" },
  { "localizers", "f" },
} do
  for tag in pairs(data[entry[1]]) do CLASS[tag] = entry[2] end
end

-- Words that reports use otherwise than dictionaries say.
local OWN_CLASS = {}
for _, entry in ipairs {
  { "d", acts.adverb }, { "d", data.manner }, { "p", acts.prep }, { "vn", acts.verb },
} do
  for word in entry[2]:gmatch "%S+" do OWN_CLASS[word] = OWN_CLASS[word] or entry[1] end
end

-- By word and tag, as they are met.
local known = {}

local function class_of(word, tag)
  local by_tag = known[tag]
  if not by_tag then
    by_tag = {}
    known[tag] = by_tag
  end
  local class = by_tag[word]
  if class then return class end
  class = CLASS[tag]
  if data.joining[word] then class = "joining"
  elseif data.modifiers[word] then class = "n"
  elseif not class or class == "m" or class == "f" then
    class = OWN_CLASS[word] or class or "n"
    if class == "vn" and sub(tag, 1, 1) ~= "n" then class = "v" end
  end
  return class
end

local HEADS, LENGTHS = {}, { 15, 12, 9, 6, 3 }
for _, kind in ipairs { "thing", "event", "measure", "body", "people" } do
  for word in data.heads[kind]:gmatch "%S+" do HEADS[word] = kind end     -- the last one counts
end

--- What a phrase is by its end: "body", "people", "event", "measure", "thing"
--- or nil.
---@param text string
---@param i integer
---@param j integer
---@return string?
local function head_kind(text, i, j)
  for k = 1, #LENGTHS do
    local length = LENGTHS[k]
    if j - i + 1 >= length then
      local kind = HEADS[sub(text, j - length + 1, j)]
      if kind then return kind end
    end
  end
end

-- Reading a clause ------------------------------------------------------------------------

---@class jilu.ledger.Phrase
---@field i integer  bytes of the folded text
---@field j integer
---@field kind string  body, place, region, own, we, pronoun, person, people, event, measure,
---  work, thing, other
---@field next string  class of the word behind it: v, vn, d, p, u, q, t, c, by, end, n
---@field word string?  that word
---@field by string?  the word that marks it: 由, 被, 经
---@field fact table?  the name that it is, begins or ends with
---@field person table?  the name of a person that it ends with
---@field counted boolean?  it begins with an amount
---@field verb boolean?  a verb stands inside
---@field attribute boolean?  的 stands inside
---@field joined boolean?  和 or 、 stands inside
---@field prefix boolean?  the noun phrase goes on behind it

---@class jilu.ledger.Scanner
local Scanner = {}
Scanner.__index = Scanner

local SPANS = { { "time", "t" }, { "quantity", "q" }, { "organization", "o" }, { "person", "r" } }

local RANK = { t = 1, q = 2, o = 3, r = 4 }

local function by_place(a, b)
  if a.folded_first ~= b.folded_first then return a.folded_first < b.folded_first end
  return RANK[a.class] < RANK[b.class]
end

-- All facts that are one word each, from left to right.
local function spans_of(facts)
  local list = {}
  for _, entry in ipairs(SPANS) do
    local layer = facts[entry[1]]
    for k = 1, #layer do
      list[#list + 1] = { folded_first = layer[k].folded_first, folded_last = layer[k].folded_last,
        class = entry[2], fact = layer[k] }
    end
  end
  table.sort(list, by_place)
  return list
end

---@param text string  folded
---@param facts table<string, table[]>
---@param lexicon jilu.Lexicon?
---@return jilu.ledger.Scanner
local function new(text, facts, lexicon)
  return setmetatable({ text = text, spans = spans_of(facts), lexicon = lexicon }, Scanner)
end

-- The words of the clause grammar, where there is no lexicon.
local function grammar_words(read, clause, from)
  local parse = read.parse
  local k, last = parse:words(clause.number)
  local at = from
  return function()
    while k <= last and parse:word(k) < at do k = k + 1 end
    if at > clause.j then return nil end
    local i, j, is
    if k <= last then i, j, is = parse:word(k) end
    local first = at
    if i ~= at then
      at = i or clause.j + 1
      return first, at - 1, "x"
    end
    at = j + 1
    return i, j, is.noun and "n" or is.verb and "v" or is.prep and "p" or is.adverb and "d"
      or is.de and "uj" or "n"
  end
end

local TAGS = { tags = true }

-- The last byte of the character that holds byte `at`.
local function character_end(text, at)
  local b = byte(text, at + 1)
  while b and b >= 0x80 and b < 0xC0 do
    at = at + 1
    b = byte(text, at + 1)
  end
  return at
end

-- Words of the lexicon, a slice of the clause at a time: seldom is more than its
-- head looked at, and a slice is cut into words as a whole.
local function lexicon_words(self, clause, from)
  local text, lexicon, last = self.text, self.lexicon, clause.j
  local step, shift, stop
  return function()
    while true do
      local i, j, tag
      if step then i, j, tag = step() end
      if i and (stop >= last or j + shift < stop) then return i + shift, j + shift, tag end
      if i and i > 1 then from = i + shift            -- it may go on behind the slice
      elseif step then
        if i then
          step, from = nil, stop + 1
          return i + shift, j + shift, tag
        end
        from = stop + 1
      end
      if from > last then return nil end
      stop = character_end(text, from + SLICE < last and from + SLICE or last)
      step, shift = lexicon:words(sub(text, from, stop), TAGS), from - 1
    end
  end
end

function Scanner:words(read, clause, from)
  if self.lexicon then return lexicon_words(self, clause, from) end
  return grammar_words(read, clause, from)
end

local CLOSING = { ["("] = ")", ["["] = "]", ["“"] = "”", ["「"] = "」", ["《"] = "》" }
local ENCLOSED = { ["("] = "bracket", ["["] = "bracket", ["“"] = "quote", ["「"] = "quote",
  ["《"] = "work" }

-- What a mark at a byte encloses: its last byte and class.
local function enclosed(text, at, last)
  local b = byte(text, at)
  if b ~= 40 and b ~= 91 and b ~= 226 and b ~= 227 then return nil end
  local open = b < 128 and sub(text, at, at) or sub(text, at, at + 2)
  local close = CLOSING[open]
  if not close then return nil end
  local _, e = find(text, close, at, true)
  if e and e <= last then return e, ENCLOSED[open] end
end

-- A word of a clause, or a fact that is one.
---@class jilu.ledger.Token
---@field i integer
---@field j integer
---@field class string
---@field fact table?
---@field word string?
---@field tag string?  part of speech, of names

-- Reads the tokens of a clause one by one.
local Tokens = {}
Tokens.__index = Tokens

function Tokens:next_word(at)
  self.step = self.step or self.scanner:words(self.read, self.clause, at)
  local i, j, tag = self.i, self.j, self.tag
  while not i or i < at do                  -- a fact may have ended inside a word
    i, j, tag = self.step()
    if not i then break end
  end
  self.i, self.j, self.tag = i, j, tag
  return i, j, tag
end

function Tokens:word_at(at, span, last)
  local i, j, tag = self:next_word(at)
  if not i then return { i = at, j = last, class = "n" } end
  if i > at then return { i = at, j = i - 1, class = "n" } end
  if span and span.folded_first <= j then j = span.folded_first - 1 end
  local word = sub(self.text, at, j)
  local class = class_of(word, tag)
  if data.names[tag] then return { i = at, j = j, class = class, word = word, tag = tag } end
  return { i = at, j = j, class = class, word = word }        -- four fields take half the room
end

function Tokens:next()
  local text, spans, at, last, k = self.text, self.spans, self.at, self.clause.j, self.k
  while byte(text, at) == SPACE do at = at + 1 end
  if at > last then return nil end
  local span = spans[k]
  while span and span.folded_first < at do
    k = k + 1
    span = spans[k]
  end
  self.k = k
  local token
  if span and span.folded_first == at then
    token = { i = at, j = span.folded_last, class = span.class, fact = span.fact }
  else
    local e, class = enclosed(text, at, last)
    token = e and { i = at, j = e, class = class } or self:word_at(at, span, last)
  end
  self.at = token.j + 1
  return token
end

-- The n-th token of a clause; nil behind the last. Each is read once.
function Scanner:token(read, clause, n)
  local list = clause.tokens
  if not list then
    list = {}
    clause.tokens = list
    list.source = setmetatable({ scanner = self, read = read, clause = clause, text = self.text,
      spans = self.spans, at = clause.i, k = index.from(self.spans, 1, #self.spans, clause.i) },
      Tokens)
  end
  local token = list[n]
  if token or not list.source then return token end
  token = list.source:next()
  if token then list[n] = token else list.source = nil end
  return token
end

-- The phrases of a clause ----------------------------------------------------------------

-- What may be passed before a subject.
local SKIPPED = { t = true, d = true, c = true, u = true, de = true, bracket = true, f = true,
  joining = true }

local Parser = {}
Parser.__index = Parser

function Parser:kind(i, j, last)
  local word = sub(self.text, i, j)
  if data.regions[word] then return "region" end
  if data.own[word] then return "own" end
  if data.we[word] then return "we" end
  if data.pronouns[word] then return "pronoun" end
  if last.class == "r" then return "person" end
  if last.class == "o" then return last.fact.type == "place" and "place" or "body" end
  if last.class == "work" or last.class == "quote" then return "work" end
  return head_kind(self.text, i, j) or data.names[last.tag] or "other"
end

-- An amount inside, with what it counts: 12位专家 of 甲、乙等12位专家.
function Parser:emit_tail(next)
  local tail, last = self.tail, self.last
  if not tail or last == tail then return end
  self.list[#self.list + 1] = { i = tail.i, j = last.j, kind = self:kind(tail.i, last.j, last),
    next = next, tail = true, counted = true, by = self.by }
end

function Parser:emit(next, word)
  local last, list = self.last, self.list
  if last.class == "joining" or last.class == "de" then return end
  if last.j - self.i + 1 > LONGEST then
    self:emit_tail(next)
    return
  end
  local before = list[#list]
  if before and before.i == self.i and before.j == last.j then return end
  self.ends = self.ends + 1
  local kind = self:kind(self.i, last.j, last)
  list[#list + 1] = {
    i = self.i, j = last.j, kind = kind, next = next, word = word,
    by = self.by, counted = self.counted, verb = self.verb, attribute = self.attribute,
    joined = self.joined, fact = self.fact or last.fact,
    person = last.class == "r" and last.fact or nil, relative = self.relative,
  }
  self:emit_tail(next)
  return kind
end

local OWNERS = { body = true, own = true, nt = true }

-- Whose the people are that follow: 某支部 of 某支部的3名党员.
function Parser:emit_owner()
  local last = self.last
  local kind = self:kind(self.i, last.j, last)
  if not OWNERS[kind] or last.j - self.i + 1 > LONGEST then return end
  self.list[#self.list + 1] = { i = self.i, j = last.j, kind = kind, next = "de", owner = true,
    fact = self.fact or last.fact, by = self.by, verb = self.verb }
end

-- A name at the head of a longer phrase: 宁波市 of 宁波市化工行业产值.
function Parser:emit_prefix()
  local first = self.first
  if self.last == first or first.class == "q" then return end
  local kind = self:kind(first.i, first.j, first)
  if first.fact or kind == "region" or kind == "own" then
    self.list[#self.list + 1] = { i = first.i, j = first.j, kind = kind, next = "n",
      prefix = true, fact = first.fact, by = self.by }
  end
end

function Parser:start(token)
  self.relative = self.wanted
  self.i, self.first, self.last, self.ends = token.i, token, token, 0
  self.counted = token.class == "q" or nil
  self.verb, self.attribute, self.joined, self.tail = nil, nil, nil, nil
  self.fact = (token.class == "o" or token.class == "r") and token.fact or nil
end

function Parser:stop()
  self:emit_prefix()
  self.i, self.by = nil, nil
end

-- Before a phrase; true where none comes.
function Parser:open(token)
  local class, word = token.class, token.word
  if word and data.agent[word] then
    self.by = word
    return false
  end
  if class == "t" then self.brings = nil end              -- 在2012年内
  if self.relative == false then return self:open_relative(token) end
  if word and data.with[word] then return true end        -- 和某局联合主办
  if SKIPPED[class] or word and data.opening[word] then return false end
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
  self:start(token)
  return false
end

-- Behind a verb a subject may follow its clause: 来自…的600名学者.
function Parser:open_relative(token)
  if token.class == "de" then self.relative = nil self.wanted = true
  elseif token.class == "d" or token.class == "u" or token.class == "t" then return true end
  return token.j - self.from > RELATIVE
end

-- Heads behind which a verb is the predicate.
local SURE = { body = true, people = true, person = true, own = true, we = true, place = true,
  region = true, pronoun = true }

-- A verb behind the phrase; true where nothing more is looked for.
function Parser:verb_behind(token)
  local kind = self:emit(token.class, token.word)
  if token.class == "vn" then return false end
  if self.verb or self.ends >= ENDS or SURE[kind] then
    self:stop()
    return true
  end
  self.verb = true
  return false
end

local ENDING = { d = true, p = true, t = true, u = true, c = true }

function Parser:step(token)
  if not self.i then return self:open(token) end
  local class, word = token.class, token.word
  local speaks = word == data.represents and data.we[sub(self.text, self.i, self.last.j)]
  if word and (data.agent[word] or speaks) then
    if not speaks then self:emit("by", word) end
    self:stop()
    self.by = word                                        -- 会议由某局主持, 我代表国务院
    return false
  elseif class == "v" or class == "vn" then
    if self:verb_behind(token) then return true end
  elseif ENDING[class] then
    self:emit(class, word)
    self:stop()
    return true
  elseif class == "q" then
    self:emit(class, word)
    self.tail = token
  elseif class == "de" then
    if self.last.class == "o" or self.last.class == "n" then self:emit_owner() end
    self.attribute = true
  elseif class == "joining" then self.joined = true
  end
  self.last = token
  return token.j - self.i > LONGEST + 60
end

local function read_phrases(self, read, clause)
  local parser = setmetatable({ text = self.text, list = {}, from = clause.i,
    counts = clause.q1 }, Parser)
  local n = 1
  local token = self:token(read, clause, n)
  while token do
    if parser:step(token) then return parser.list end
    n = n + 1
    token = self:token(read, clause, n)
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
  local list = clause.phrases or read_phrases(self, read, clause)
  clause.phrases = list
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
  if clause.predicate == nil then
    clause.predicate = false
    local n = 1
    local token = self:token(read, clause, n)
    while token do
      local class = token.class
      if class == "v" or class == "vn" and not clause.predicate_word then
        clause.predicate, clause.predicate_word, clause.predicate_class = token.i, token.word, class
        if class == "v" then break end
      end
      n = n + 1
      token = self:token(read, clause, n)
    end
  end
  return clause.predicate or nil, clause.predicate_word, clause.predicate_class
end

return { new = new, head_kind = head_kind }
