-- Lists in running text: A、B和C. Reads the items of one, on the folded text
-- of a line. An item is { i, j }, bytes of that text. What stands between the
-- marks of a line matters little to its lists, so the marks are read once
-- (lists.read) and the rest goes by them.

local lpeg = require "lpeg"
local nouns = require "jilu.zh.nouns"

local lists = {}

local byte, find, sub = string.byte, string.find, string.sub

local WINDOW = 900     -- bytes of a list that are looked at

local OPENERS = { ["“"] = "”", ["「"] = "」", ["《"] = "》", ["("] = ")" }
local CLOSERS = { ["”"] = "“", ["」"] = "「", ["》"] = "《", [")"] = "(" }
local JOINS = { "以及", "和", "及", "与", "暨" }
local ENDS = { ["。"] = true, [";"] = true, ["!"] = true, ["?"] = true, [":"] = true, [","] = true }

-- Finds the marks above and 、; LPeg looks at the other bytes one bit each.
local MARKS
do
  local mark = lpeg.P "、"
  for _, set in ipairs { OPENERS, CLOSERS, ENDS } do
    for c in pairs(set) do mark = mark + c end
  end
  local plain = 1 - lpeg.S "\226\227(),;:!?"
  MARKS = lpeg.Ct((plain ^ 1 + lpeg.Cp() * lpeg.C(mark) + 1) ^ 0)
end

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

--- The characters of text[i..j].
local function length(text, i, j)
  local n = 0
  for k = i, j do
    local c = byte(text, k)
    if c < 0x80 or c >= 0xC0 then n = n + 1 end
  end
  return n
end

local function is_space(c) return c == 32 or c >= 9 and c <= 13 end

local function trim(text, i, j)
  while i <= j and is_space(byte(text, i)) do i = i + 1 end
  while j >= i and is_space(byte(text, j)) do j = j - 1 end
  return i, j
end

--- Where a word stands in text[i..j]: a search of the whole text would go on
--- to its end for each word that is not there.
---@param text string
---@param word string
---@param i integer
---@param j integer
---@return integer? first, integer? last
function lists.find_within(text, word, i, j)
  local a, b = find(sub(text, i, j), word, 1, true)
  if a then return a + i - 1, b + i - 1 end
end

local find_within = lists.find_within

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
local function split_last(text, items)
  local last = items[#items]
  local from = last[1] + 3
  local body = sub(text, from, last[2] - 1)
  for k = 1, #JOINS do
    local a, b = find(body, JOINS[k], 1, true)
    if a then
      items[#items] = { last[1], from + a - 2 }
      items[#items + 1] = { from + b, last[2] }
      return
    end
  end
end

---@class jilu.Marked
---@field text string
---@field marks any[]  those that matter to a list: byte, mark, byte, mark, …

--- A text with its marks, as the functions below take it.
---@param text string
---@return jilu.Marked
function lists.read(text)
  return { text = text, marks = MARKS:match(text) }
end

-- The index of the first mark that stands at byte i or behind it.
local function mark_from(marked, i)
  local marks = marked.marks
  local low, high = 0, #marks / 2
  while low < high do
    local middle = (low + high) / 2
    middle = middle - middle % 1
    if marks[2 * middle + 1] < i then low = middle + 1 else high = middle end
  end
  return 2 * low + 1
end

--- Where the sentence ends within text[i..j].
---@param marked jilu.Marked
---@param i integer
---@param j integer
---@return integer?
function lists.sentence_end(marked, i, j)
  local marks = marked.marks
  local n = mark_from(marked, i)
  while marks[n] and marks[n] + 2 <= j do
    if marks[n + 1] == "。" then return marks[n] end
    n = n + 2
  end
end

--- Splits text[i..j] at the separators that stand in no marks.
---@param marked jilu.Marked
---@param i integer
---@param j integer
---@param commas boolean?  `,` and `;` separate too
---@param n integer?  the index of the first mark there, where it is known
---@return integer[][]
local function split(marked, i, j, commas, n)
  local items, from, depth, marks = {}, i, 0, marked.marks
  n = n or mark_from(marked, i)
  local k = marks[n]
  while k and k <= j do
    local c = marks[n + 1]
    if OPENERS[c] then depth = depth + 1
    elseif CLOSERS[c] then
      depth = depth - 1
      -- “A”“B”: marks beside marks need no separator
      local behind = marks[n + 2] == k + #c and k + #c <= j and marks[n + 3]
      if depth == 0 and c ~= ")" and OPENERS[behind] and behind ~= "(" then
        items[#items + 1] = { from, k + #c - 1 }
        from = k + #c
      end
    elseif depth <= 0 and (c == "、" or commas and (c == "," or c == ";")) then
      items[#items + 1] = { from, k - 1 }
      from = k + #c
    end
    n = n + 2
    k = marks[n]
  end
  items[#items + 1] = { from, j }
  return items
end

local function finish(text, items)
  local out = {}
  for _, item in ipairs(items) do
    local i, j = unquote(text, item[1], item[2])
    if i > j then return nil end
    out[#out + 1] = { i, j }
  end
  return out
end

--- The n items that text[i..j] lists and nothing else; nil if it doesn't.
local function inside(marked, i, j, n, commas)
  local items = split(marked, i, j, commas)
  if #items == n - 1 then split_last(marked.text, items) end
  return #items == n and finish(marked.text, items) or nil
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

-- The last clause that ends at j: begins behind the mark before it. Returns
-- its first byte and the index of its first mark.
local function clause_before(marked, j)
  local text, marks, depth = marked.text, marked.marks, 0
  local start = math.max(1, j - WINDOW)
  while start > 1 and byte(text, start) >= 0x80 and byte(text, start) < 0xC0 do
    start = start + 1
  end
  local n = mark_from(marked, j + 1) - 2
  while n > 0 and marks[n] >= start do
    local c = marks[n + 1]
    if CLOSERS[c] then depth = depth + 1
    elseif OPENERS[c] then depth = depth - 1 end
    if depth < 0 or depth == 0 and ENDS[c] then return marks[n] + #c, n + 2 end
    n = n - 2
  end
  return start, n + 2
end

-- Where what these marks hold begins, of which the closing one ends at j.
local function begin_of_marks(marked, open, j)
  local marks, n, least = marked.marks, mark_from(marked, j) - 2, math.max(1, j - WINDOW)
  while n > 0 and marks[n] >= least and marks[n + 1] ~= open do n = n - 2 end
  return n > 0 and math.max(least, marks[n] + #open) or least
end

-- Words between a list and what counts it, by how many bytes they have.
local TAILS = { "等", "的", "这" }

--- The n items of a list that ends at byte j, right before what counts them.
---@param marked jilu.Marked
---@return integer[][]?
function lists.before(marked, j, n)
  local text, _ = marked.text, nil
  _, j = trim(text, 1, j)
  for k = 1, #TAILS do
    if j > 3 and sub(text, j - 2, j) == TAILS[k] then j = j - 3 end
  end
  if j > 6 and sub(text, j - 5, j) == "等等" then j = j - 6 end
  if j < 3 then return nil end
  -- all in one pair of marks: “A、B”两大工程
  local close = char_before(text, j + 1)
  local open = CLOSERS[close]
  if open and open ~= "(" then
    local items = inside(marked, begin_of_marks(marked, open, j), j - #close, n)
    if items then return items end
  end
  local first, mark = clause_before(marked, j)
  local items = split(marked, first, j, false, mark)
  if #items == n - 1 then split_last(text, items) end
  if #items < n or #items > n + 3 then return nil end
  local list = {}
  for k = #items - n + 1, #items do list[#list + 1] = items[k] end
  local out = finish(text, list)
  if out and #items == n and n > 1 and not OPENERS[char_at(text, list[1][1])] then
    local a, b = out[1][1], out[1][2]
    local opener = CLOSERS[char_before(text, b + 1)]
    local from = opener and opener ~= "(" and find_within(text, opener, a, b)
    if from then out[1][1], out[1][2] = unquote(text, from, b)
    else out[1][1] = begin_of_first(text, out) end
  end
  return out
end

-- What announces a list, behind the marks of what counts it: `:`, 即, 包括 …
local ANNOUNCEMENT
do
  local closing = lpeg.P "”" + "」" + ")"
  local word = lpeg.P(false)
  for words in (",即 即 ,就是 ,分别是 分别是 ,包括 包括 ,指 是指 ,主要包括 "
    .. ",具体为 ,具体是 ,分别为 为: 是: :"):gmatch "%S+" do
    word = word + words
  end
  local open = "(" * lpeg.P ":" ^ -1 * lpeg.Cp() * lpeg.Cc(true)
  ANNOUNCEMENT = closing ^ -1 * (open + word * lpeg.P ":" ^ -1 * lpeg.Cp())
end

--- Whether something announces a list at byte i of a text.
---@param text string
---@param i integer
---@return boolean
function lists.announced(text, i)
  return ANNOUNCEMENT:match(text, i) ~= nil
end

local STOPS = { ["。"] = true, ["!"] = true, ["?"] = true }

-- Where a list from byte i on ends at the latest: a mark that closes what was
-- opened before, the end of the sentence, or the first character out of sight.
local function end_of_list(marked, i)
  local text, marks, depth = marked.text, marked.marks, 0
  local limit = math.min(#text, i + WINDOW)
  local n = mark_from(marked, i)
  while marks[n] and marks[n] <= limit do
    local c = marks[n + 1]
    if OPENERS[c] then depth = depth + 1
    elseif CLOSERS[c] then
      if depth == 0 then return marks[n] end
      depth = depth - 1
    elseif depth == 0 and STOPS[c] then return marks[n] end
    n = n + 2
  end
  local stop = limit + 1
  while stop <= #text and byte(text, stop) >= 0x80 and byte(text, stop) < 0xC0 do
    stop = stop + 1
  end
  return stop
end

--- The n items of a list that is announced at byte i, behind what counts them.
---@param marked jilu.Marked
---@return integer[][]?
function lists.after(marked, i, n)
  local text = marked.text
  local from, closed = ANNOUNCEMENT:match(text, i)
  if not from then return nil end
  local stop = end_of_list(marked, from)
  if closed and byte(text, stop) ~= 41 then return nil end
  local items = inside(marked, from, stop - 1, n)
  if items then return items end
  -- the list may end before the sentence does
  local comma = find(text, "[,;]", from)
  if comma and comma < stop then items = inside(marked, from, comma - 1, n) end
  return items or inside(marked, from, stop - 1, n, true)
end

--- The first n items in text[i..j] that a 、 or 和 joins and of which the last
--- ends with `noun`; most of the others must too.
---@param marked jilu.Marked
---@return integer[][]?
function lists.ending_with(marked, i, j, n, noun)
  local text = marked.text
  j = math.min(j, i + 3 * WINDOW)
  local window, at = sub(text, i, j), 1
  while true do
    local _, b = find(window, noun, at, true)
    if not b then return nil end
    b, at = b + i - 1, b + 1
    if sub(text, b + 1, b + 3) ~= "、" then
      local items = lists.before(marked, b, n)
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

lists.split = split
lists.first_begins = begin_of_first
lists.length = length
return lists
