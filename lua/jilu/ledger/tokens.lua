-- The tokens of a clause: the words of the document's lexicon, or of the clause
-- grammar where there is none, with the facts and what stands in brackets as
-- one token each. They are read from the left as they are asked for.
--
-- Tokens lie in one flat list a clause, WIDTH values each; a token is named by
-- where its first value is.

local acts = require "jilu.zh.acts"
local data = require "jilu.zh.subjects"
local index = require "jilu.ledger.index"

local sub, byte, find = string.sub, string.byte, string.find

-- The values of the token at n: list[n + J] is its last byte. Its first byte is
-- list[n] itself; what it has not is false. TAG is the part of speech of names.
local J, CLASS, WORD, TAG, FACT = 1, 2, 3, 4, 5
local WIDTH = 6

-- Bytes of a clause that are cut into words at a time.
local SLICE = 72

local SPACE = 32

-- Classes: v, vn (a verb or a noun), d, p, c, u (了), de, m, f, n; of facts t, q,
-- o, r; work, quote, bracket; joining (和, 、).
local CLASSES = {}
for _, entry in ipairs {
  { "verbs", "v" }, { "verbal_nouns", "vn" }, { "adverbs", "d" }, { "prepositions", "p" },
  { "conjunctions", "c" }, { "particles", "u" }, { "attributive", "de" }, { "numerals", "m" },
  { "localizers", "f" },
} do
  for tag in pairs(data[entry[1]]) do CLASSES[tag] = entry[2] end
end

-- Words that reports use otherwise than dictionaries say.
local OWN_CLASS = {}
for _, entry in ipairs {
  { "v", data.having }, { "d", acts.adverb }, { "d", data.manner }, { "p", acts.prep },
  { "vn", acts.verb },
} do
  for word in entry[2]:gmatch "%S+" do OWN_CLASS[word] = OWN_CLASS[word] or entry[1] end
end

local JOINING, MODIFIERS, NAMES = data.joining, data.modifiers, data.names

local function class_of(word, tag)
  if JOINING[word] then return "joining" end
  if MODIFIERS[word] then return "n" end
  if data.places[word] then return "f" end
  local class = CLASSES[tag]
  if class and class ~= "m" and class ~= "f" then return class end
  class = OWN_CLASS[word] or class or "n"
  if class == "vn" and sub(tag, 1, 1) ~= "n" then return "v" end
  return class
end

-- Facts ---------------------------------------------------------------------------------

local SPANS = { { "time", "t" }, { "quantity", "q" }, { "organization", "o" }, { "person", "r" } }

---@class jilu.ledger.Spans  the facts that are one token each, from left to right
---@field firsts integer[]  bytes of the folded text
---@field lasts integer[]
---@field classes string[]
---@field facts table[]

-- The layer that is next from left to right; of equal ones the first.
local function nearest(layers, heads)
  local best, most
  for n = 1, #SPANS do
    local fact = layers[n][heads[n]]
    local first = fact and fact.folded_first
    if first and (not most or first < most) then best, most = n, first end
  end
  return best, most
end

---@param facts table<string, table[]>
---@return jilu.ledger.Spans
local function spans_of(facts)
  local spans = { firsts = {}, lasts = {}, classes = {}, facts = {} }
  local layers, heads = {}, {}
  for n = 1, #SPANS do layers[n], heads[n] = facts[SPANS[n][1]], 1 end
  local k, n, first = 1, nearest(layers, heads)
  while n do
    local fact = layers[n][heads[n]]
    spans.firsts[k], spans.lasts[k] = first, fact.folded_last
    spans.classes[k], spans.facts[k] = SPANS[n][2], fact
    heads[n], k = heads[n] + 1, k + 1
    n, first = nearest(layers, heads)
  end
  return spans
end

-- Words ---------------------------------------------------------------------------------

-- The words of the clause grammar as a tagger gives them, where there is no
-- lexicon.
local function grammar_words(parse, clause, from)
  local list, n = {}, 0
  local k, last = parse:words(clause.number)
  local at, stop = from, clause.j
  while k <= last and parse:word(k) < at do k = k + 1 end
  while at <= stop do
    local i, j, is
    if k <= last then i, j, is = parse:word(k) end
    list[n + 1], list[n + 3] = at, "x"
    if i == at then
      list[n + 3] = is.noun and "n" or is.verb and "v" or is.prep and "p" or is.adverb and "d"
        or is.de and "uj" or "n"
      at, k = j + 1, k + 1
    else
      at = i or stop + 1
    end
    list[n + 2] = at - 1
    n = n + 3
  end
  return list
end

-- The last byte of the character that holds byte `at`.
local function character_end(text, at)
  local b = byte(text, at + 1)
  while b and b >= 0x80 and b < 0xC0 do
    at = at + 1
    b = byte(text, at + 1)
  end
  return at
end

---@class jilu.ledger.Tokens
---@field size integer  values in the list
---@field at integer  where the next token begins
---@field span integer  of the spans: none before it begins at `at` or behind
---@field words (integer|string)[]|false  of the slice: first, last and tag of each
---@field w integer  of `words`: the one that is next
---@field from integer  the slice
---@field stop integer

-- Moves to the next word; a slice of the clause is cut into words as a whole,
-- and seldom is more than its head looked at.
local function next_word(scanner, list, last)
  while true do
    local words, stop = list.words, list.stop
    if words then
      local w = list.w
      local i = words[w]
      if i then
        if stop >= last or words[w + 1] < stop then
          list.w = w + 3
          return i, words[w + 1], words[w + 2]
        elseif i > list.from then list.from = i            -- it may go on behind the slice
        else
          list.words, list.from = false, stop + 1
          return i, words[w + 1], words[w + 2]
        end
      else list.from = stop + 1 end
    end
    local from = list.from
    if from > last then return nil end
    stop = character_end(scanner.text, from + SLICE < last and from + SLICE or last)
    list.stop, list.w = stop, 1
    list.words = scanner.tagger:words(scanner.text, from, stop)
  end
end

-- The word that holds or follows byte `at`; a fact may have ended inside one.
local function word_from(scanner, list, read, clause, at)
  if list.from == 0 then
    list.from = at
    if not scanner.tagger then
      list.words, list.stop, list.w = grammar_words(read.parse, clause, at), clause.j, 1
    end
  end
  local i = list.i
  while not i or i < at do
    i, list.j, list.tag = next_word(scanner, list, clause.j)
    if not i then break end
  end
  list.i = i
  return i
end

local function add_word(scanner, list, read, clause, at, span)
  local i = word_from(scanner, list, read, clause, at)
  local n, j = list.size, list.j
  if not i or i > at then
    list[n + 1 + J], list[n + 1 + CLASS] = i and i - 1 or clause.j, "n"
    list[n + 1 + WORD], list[n + 1 + TAG] = false, false
    return
  end
  if span and span <= j then j = span - 1 end
  local word, tag = sub(scanner.text, at, j), list.tag
  list[n + 1 + J], list[n + 1 + CLASS] = j, class_of(word, tag)
  list[n + 1 + WORD], list[n + 1 + TAG] = word, NAMES[tag] and tag or false
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

-- Reading --------------------------------------------------------------------------------

-- Reads one more token into the list; false at the end of the clause.
local function read_next(scanner, list, read, clause)
  local text, at, last = scanner.text, list.at, clause.j
  while byte(text, at) == SPACE do at = at + 1 end
  if at > last then return false end
  local spans, k = scanner.spans, list.span
  local span = spans.firsts[k]
  while span and span < at do
    k = k + 1
    span = spans.firsts[k]
  end
  list.span = k
  local n = list.size + 1
  list[n] = at
  if span == at then
    list[n + J], list[n + CLASS] = spans.lasts[k], spans.classes[k]
    list[n + WORD], list[n + TAG], list[n + FACT] = false, false, spans.facts[k]
  else
    local e, class = enclosed(text, at, last)
    if e then
      list[n + J], list[n + CLASS], list[n + WORD], list[n + TAG] = e, class, false, false
    else
      add_word(scanner, list, read, clause, at, span)
    end
    list[n + FACT] = false
  end
  list.at, list.size = list[n + J] + 1, n + WIDTH - 1
  return true
end

-- The tokens of a clause, of which none may have been read yet.
local function of(scanner, clause)
  local list = clause.tokens
  if not list then
    local firsts = scanner.spans.firsts
    list = { size = 0, at = clause.i, span = index.at(firsts, clause.i), words = false, w = 1,
      from = 0, stop = 0, i = nil, j = nil, tag = nil }
    clause.tokens = list
  end
  return list
end

return { of = of, read_next = read_next, spans_of = spans_of, J = J, CLASS = CLASS, WORD = WORD,
  TAG = TAG, FACT = FACT, WIDTH = WIDTH }
