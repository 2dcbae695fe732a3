-- Lists in running text: A、B和C. Reads the items of one, on the folded text
-- of a line. An item is { i, j }, bytes of that text.

local core = require "jilu.core"
local lpeg = require "lpeg"
local nouns = require "jilu.zh.nouns"
local pattern = require "jilu.text.pattern"

local lists = {}

local byte, find, sub = string.byte, string.find, string.sub
local list_before, list_end, list_items = core.list_before, core.list_end, core.list_items
local find_within = core.find_within

local WINDOW = 900     -- bytes of a list that are looked at

local OPENERS = { ["“"] = "”", ["「"] = "」", ["《"] = "》", ["("] = ")" }
local CLOSERS = { ["”"] = "“", ["」"] = "「", ["》"] = "《", [")"] = "(" }
local CLOSER_ENDS = {}
for word in pairs(CLOSERS) do CLOSER_ENDS[byte(word, -1)] = true end
local JOINS = { "以及", "和", "及", "与", "暨" }

-- Words of two characters and more that are verbs and never nouns.
local is_verb, begins_verb = {}, {}
do
  local also_noun = {}
  nouns(function(class, words)
    local set = class == "noun_stop" and is_verb
      or (class == "verbal_noun" or class == "noun") and also_noun
    if set and type(words) == "string" then
      for word in words:gmatch "%S+" do
        if #word >= 6 then set[word] = true end
      end
    end
  end)
  for word in pairs(also_noun) do is_verb[word] = nil end
  for word in pairs(is_verb) do begins_verb[sub(word, 1, 3)] = true end
end

local function char_at(text, i)
  local c = byte(text, i)
  if not c then return "" end
  return sub(text, i, i + (c < 0x80 and 0 or c < 0xE0 and 1 or c < 0xF0 and 2 or 3))
end

local function char_before(text, i)
  local k = i - 1
  while k > 0 and byte(text, k) >= 0x80 and byte(text, k) < 0xC0 do k = k - 1 end
  return k > 0 and sub(text, k, i - 1) or ""
end

-- The characters of text[i..j].
local function length(text, i, j) return core.count(sub(text, i, j), "codepoint") end

local function is_space(c) return c == 32 or c >= 9 and c <= 13 end

-- The last byte of text[i..j] without the spaces at its end.
local function trim_end(text, i, j)
  while j >= i and is_space(byte(text, j)) do j = j - 1 end
  return j
end

local function trim(text, i, j)
  while i <= j and is_space(byte(text, i)) do i = i + 1 end
  return i, trim_end(text, i, j)
end

-- An item in marks of its own is what the marks hold.
local function unquote(text, i, j)
  i, j = trim(text, i, j)
  local open = char_at(text, i)
  local close = OPENERS[open]
  if close and close ~= ")" and j - i >= 6 and sub(text, j - #close + 1, j) == close
    and not find_within(text, open, i + #open, j - #close) then
    return i + #open, j - #close
  end
  return i, j
end

-- The last item may be two: B和C.
local function split_last(text, firsts, lasts)
  local k = #firsts
  local from, last = firsts[k] + 3, lasts[k]
  for n = 1, #JOINS do
    local a, b = find_within(text, JOINS[n], from, last - 1)
    if a then
      lasts[k] = a - 1
      firsts[k + 1], lasts[k + 1] = b + 1, last
      return
    end
  end
end

--- Splits text[i..j] at the separators that stand in no marks; `,` and `;`
--- separate too.
---@param text string
---@param i integer
---@param j integer
---@return integer[][]
function lists.split(text, i, j)
  local firsts, lasts = list_items(text, i, j, true)
  for k = 1, #firsts do firsts[k] = { firsts[k], lasts[k] } end
  return firsts
end

-- The items from the k-th on, without marks of their own; nil if one is empty.
local function finish(text, firsts, lasts, k)
  local out = {}
  for n = k, #firsts do
    local i, j = unquote(text, firsts[n], lasts[n])
    if i > j then return nil end
    out[#out + 1] = { i, j }
  end
  return out
end

--- The n items that text[i..j] lists and nothing else; nil if it doesn't.
local function inside(text, i, j, n, commas)
  local firsts, lasts = list_items(text, i, j, commas, n - 1, n)
  if not firsts then return nil end
  if #firsts == n - 1 then split_last(text, firsts, lasts) end
  return #firsts == n and finish(text, firsts, lasts, 1) or nil
end

-- Behind the first verb of text[i..j], and those that follow it at once.
local function behind_verb(text, i, j)
  local k, found = i, nil
  while k <= j do
    local verb
    for size = begins_verb[sub(text, k, k + 2)] and 12 or 0, 6, -3 do
      if k + size + 2 <= j and is_verb[sub(text, k, k + size - 1)] then
        verb = size
        break
      end
    end
    if verb then
      k = k + verb
      local particle = char_at(text, k)
      if particle == "了" or particle == "有" then k = k + 3 end
      found = k
    elseif found then
      return found
    else
      k = k + #char_at(text, k)
    end
  end
  return found or i
end

local function same_length(text, items)
  local n = length(text, items[2][1], items[2][2])
  for k = 3, #items do
    if length(text, items[k][1], items[k][2]) ~= n then return nil end
  end
  return n
end

-- Where the first of these items begins, of which only the end is known: what
-- stands before it in the clause is no part of it.
local function begin_of_first(text, items)
  local i, j = items[1][1], items[1][2]
  -- 一块牌子、一枚印章: the same number before each
  local mark = char_at(text, items[2][1])
  local at = mark == "一" and find(sub(text, i, j), mark, 1, true)
  if at then return i + at - 1 end
  -- four characters beside four characters
  local wanted, have = same_length(text, items), length(text, i, j)
  if wanted and have > wanted then
    local cut = j + 1
    for _ = 1, wanted do cut = cut - #char_before(text, cut) end
    return cut
  end
  if wanted == have then return i end
  return behind_verb(text, i, j)
end

-- Where what these marks hold begins, of which the closing one ends at j.
local function begin_of_marks(text, open, j)
  local from = math.max(1, j - WINDOW)
  local _, b = find_within(text, open, from, j)
  while b do
    from = b + 1
    _, b = find_within(text, open, from, j)
  end
  return from
end

-- Words between a list and what counts it, by how many bytes they have.
local TAILS = { "等", "的", "这" }
local TAIL = 15  -- bytes that they may have together

local TAIL_ENDS = {}
for _, word in ipairs(TAILS) do TAIL_ENDS[byte(word, -1)] = true end

-- What ends a list, without those words.
local function without_tail(text, j)
  if not TAIL_ENDS[byte(text, j)] then return j end
  for k = 1, #TAILS do
    if j > 3 and sub(text, j - 2, j) == TAILS[k] then j = j - 3 end
  end
  if j > 6 and sub(text, j - 5, j) == "等等" then j = j - 6 end
  return j
end

--- The n items of a list that ends at byte j, right before what counts them.
---@param text string
---@param j integer
---@param n integer
---@return integer[][]?
function lists.before(text, j, n)
  j = without_tail(text, trim_end(text, 1, j))
  if j < 3 then return nil end
  -- all in one pair of marks: “A、B”两大工程
  local close = CLOSER_ENDS[byte(text, j)] and sub(text, j - 2, j)
  local open = CLOSERS[close]
  if open then
    local items = inside(text, begin_of_marks(text, open, j), j - #close, n)
    if items then return items end
  end
  local firsts, lasts = list_before(text, j, WINDOW, n - 1, n + 3)
  if not firsts then return nil end
  if #firsts == n - 1 then split_last(text, firsts, lasts) end
  local count = #firsts
  if count < n then return nil end
  local out = finish(text, firsts, lasts, count - n + 1)
  if out and count == n and n > 1 and not OPENERS[char_at(text, firsts[1])] then
    local a, b = out[1][1], out[1][2]
    local opener = CLOSERS[char_before(text, b + 1)]
    local from = opener and opener ~= "(" and find_within(text, opener, a, b)
    if from then out[1][1], out[1][2] = unquote(text, from, b)
    else out[1][1] = begin_of_first(text, out) end
  end
  return out
end

-- What announces a list, behind the mark of what counts it: `:`, 即, 包括 …
local ANNOUNCEMENT
local announces = {}   -- the characters that one begins with
local closes = {}      -- the marks that it may stand behind
local may_announce = {}  -- the first bytes of both
do
  local word = lpeg.P(false)
  for words in (",即 即 ,就是 ,分别是 分别是 ,包括 包括 ,指 是指 ,主要包括 "
    .. ",具体为 ,具体是 ,分别为 为: 是: : ——"):gmatch "%S+" do
    word = word + words
    announces[char_at(words, 1)] = true
  end
  announces["("] = true
  for _, mark in ipairs { "”", "」", ")" } do closes[mark] = true end
  for mark in pairs(announces) do may_announce[byte(mark)] = true end
  for mark in pairs(closes) do may_announce[byte(mark)] = true end
  local open = "(" * lpeg.P ":" ^ -1 * lpeg.Cp() * lpeg.Cc(true)
  ANNOUNCEMENT = pattern.compiled(open + word * lpeg.P ":" ^ -1 * lpeg.Cp())
end

-- Behind what announces a list at byte i, if something does; and whether that is
-- a bracket.
local function behind_announcement(text, i)
  local c = byte(text, i)
  if not may_announce[c] then return nil end
  local head = sub(text, i, c < 128 and i or i + 2)
  if closes[head] then
    i = i + #head
    head = char_at(text, i)
  end
  if announces[head] then return ANNOUNCEMENT:match(text, i) end
end

-- Bytes of what a phrase in marks is, between them and the announcement.
local LONGEST_KIND = 30

-- Where the words end that say what a phrase in marks is: 工作法 of “四个一”工作法,即.
local function behind_kind(text, i)
  local close = char_at(text, i)
  if close ~= "”" and close ~= "」" then return nil end
  local from = i + #close
  local stop = find(text, "[,:;%d(]", from) or #text + 1
  local dash = find_within(text, "——", from, from + LONGEST_KIND + 6)
  stop = dash and dash < stop and dash or stop
  if stop == from or stop - from > LONGEST_KIND then return nil end
  local kind = sub(text, from, stop - 1)
  if find(kind, "。", 1, true) or find(kind, "、", 1, true) or find(kind, "“", 1, true) then
    return nil
  end
  return stop
end

--- The n items of a list that is announced at byte i, behind what counts them;
--- nil if none is.
---@param text string
---@param i integer
---@param n integer
---@return integer[][]?
function lists.after(text, i, n)
  local from, closed = behind_announcement(text, i)
  if not from then
    local stop = behind_kind(text, i)
    if stop then from, closed = behind_announcement(text, stop) end
  end
  if not from then return nil end
  local stop = list_end(text, from, WINDOW)
  if closed and byte(text, stop) ~= 41 then return nil end
  local items = inside(text, from, stop - 1, n)
  if items then return items end
  -- the list may end before the sentence does
  local comma = find(text, "[,;]", from)
  if comma and comma < stop then items = inside(text, from, comma - 1, n) end
  return items or inside(text, from, stop - 1, n, true)
end

--- The first n items in text[i..j] that a 、 or 和 joins and of which the last
--- ends with `noun`; most of the others must too.
---@param text string
---@param i integer
---@param j integer
---@param n integer
---@param noun string
---@return integer[][]?
function lists.ending_with(text, i, j, n, noun)
  j = math.min(j, i + 3 * WINDOW)
  local at = i
  while true do
    local _, b = find_within(text, noun, at, j)
    if not b then return nil end
    at = b + 1
    -- two of them must end with it: look for one more in sight
    if sub(text, b + 1, b + 3) ~= "、"
      and find_within(text, noun, math.max(1, b - WINDOW - TAIL), b - #noun) then
      local items = lists.before(text, b, n)
      local fits = 0
      for k = 1, items and n or 0 do
        local item = items[k]
        local ending = sub(text, math.max(item[1] + 1, item[2] - #noun + 1), item[2])
        if ending == noun then fits = fits + 1 end
      end
      if items and fits >= 2 and fits * 2 > n then return items end
    end
  end
end

lists.first_begins = begin_of_first
return lists
