-- Sets of parallel members near a place: what an announcement of n things may
-- stand for. Each way returns the members in their order, { line, i, j } bytes of
-- the folded text of their lines, or nil.

local core = require "jilu.core"
local data = require "jilu.zh.announcements"
local enumeration = require "jilu.outline.enumeration"
local lists = require "jilu.phrases.lists"

local sets = {}

local byte, find, max, sub = string.byte, string.find, math.max, string.sub
local find_within = core.find_within

-- Bytes before and behind an announcement that are looked at.
local REACH = 1200
-- Bytes between an announcement and the first item.
local NEAR = 90
-- Lines between an announcement and what it announces below.
local LINES = 3

local function at_line(line, items)
  if not items then return nil end
  local members = {}
  for k = 1, #items do
    members[k] = { line = line, i = items[k][1], j = items[k][2] }
  end
  return members
end

-- Where the sentence begins that byte i is in.
local function sentence_begin(text, i)
  local from = max(1, i - REACH)
  local begin, at = from, find(text, "。", from, true)
  while at and at < i do
    begin = at + 3
    at = find(text, "。", begin, true)
  end
  return begin
end

-- The first annotation that begins in line n or below; they stand in their order.
local function from_line(list, n)
  local low, high = 1, #list + 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if list[middle].line < n then low = middle + 1 else high = middle end
  end
  return low
end

--- Whether most of some items are numeral phrases themselves, which no other one is
--- made of: “四个意识”“四个自信”“两个维护”.
---@param text string
---@param items integer[][]
---@return boolean
function sets.are_phrases(text, items)
  local count = 0
  for _, item in ipairs(items) do
    local i = find_within(text, "“", item[1], item[2])
    local head = i and sub(text, i + 3, i + 5) or sub(text, item[1], item[1] + 2)
    if data.numerals[head] and (i or item[2] - item[1] <= 20) then count = count + 1 end
  end
  return count * 2 >= #items
end

-- The n quotations that stand together before byte i: “甲”“乙”、“丙”三个板块, or at
-- the head of the sentence: “甲”和“乙”是目前的两大方向.
function sets.quoted_before(a)
  local text, n = a.line.text, a.n
  if sub(text, a.i - 3, a.i - 1) == "“" then return nil end       -- it is one of them
  local from, items, last = sentence_begin(text, a.i), {}, nil
  for _, marks in ipairs { { "“", "”" }, { "「", "」" } } do
    local k = from
    while true do
      local open = find_within(text, marks[1], k, a.i - 1)
      local close = open and find_within(text, marks[2], open + 3, a.i - 1)
      if not close then break end
      -- what parts two of them is a pause or 和, no words
      if last and open - last > 7 then items = {} end
      items[#items + 1] = { open + 3, close - 1 }
      last, k = close + 2, close + 3
    end
    if items[1] then break end
  end
  if #items ~= n or sets.are_phrases(text, items) then return nil end
  local far = last and a.i - last or 0
  if far > 100 or n == 2 and far > 10 and not find_within(text, "是", last, a.i) then
    return nil
  end
  return at_line(a.line, items)
end

-- The first item begins behind the last word that opens lists.
local function cut_opener(text, items)
  local first = items[1]
  local best = first[1]
  for _, word in ipairs(data.openers) do
    local from = first[1]
    while true do
      local i, j = find_within(text, word, from, first[2] - 3)
      if not i then break end
      from = j + 1
      if #word > 3 and j + 1 > best then best = j + 1 end
    end
    if #word == 3 and best == first[1] and sub(text, first[1], first[1] + 2) == word
      and first[2] - first[1] > 9 then
      best = first[1] + 3
    end
  end
  first[1] = best
  return items
end

--- Cuts the brackets behind all items off: 是什么(问题)、怎么改(办法).
---@param text string
---@param items integer[][]
---@return integer[][]
function sets.without_brackets(text, items)
  for _, item in ipairs(items) do
    if byte(text, item[2]) ~= 41 or not find_within(text, "(", item[1] + 3, item[2]) then
      return items
    end
  end
  for _, item in ipairs(items) do item[2] = find_within(text, "(", item[1], item[2]) - 1 end
  return items
end

sets.cut_opener = cut_opener

-- A、B和C三个阶段
function sets.listed_before(a)
  local text, at = a.line.text, a.i - 1
  for _, mark in ipairs { "“", "「", "这" } do
    if sub(text, at - 2, at) == mark then at = at - 3 end
  end
  local items = lists.before(text, at, a.n)
  if items and sets.are_phrases(text, items) then return nil end
  return items and at_line(a.line, cut_opener(text, items))
end

-- 从A、B,C、D四个方面: commas are inside the items.
function sets.from_before(a)
  local text = a.line.text
  local begin = sentence_begin(text, a.i)
  local at, from = nil, begin
  while true do
    local i = find_within(text, "从", from, a.i - 1)
    if not i then break end
    at, from = at or i, i + 3
  end
  if not at then return nil end
  local items, k = {}, at + 3
  while true do
    local stop = find_within(text, "、", k, a.i - 1)
    local last = (stop or a.i) - 1
    if sub(text, last - 2, last) == "等" then last = last - 3 end
    if last - k < 5 then return nil end
    items[#items + 1] = { k, last }
    if not stop then break end
    k = stop + 3
  end
  return #items == a.n and at_line(a.line, items) or nil
end

-- 三种能力:A、B、C
function sets.listed_after(a)
  return at_line(a.line, lists.after(a.line.text, a.j + 1, a.n))
end

-- 三个环节:“甲、乙、丙”, 三个板块:“甲”“乙”“丙”
function sets.quoted_after(a)
  local text, at = a.line.text, a.j + 1
  if byte(text, at) ~= 58 then return nil end
  local items, k = {}, at + 1
  while sub(text, k, k + 2) == "“" do
    local close = find(text, "”", k, true)
    if not close then return nil end
    items[#items + 1] = { k + 3, close - 1 }
    k = close + 3
    local c = sub(text, k, k + 2)
    if c == "、" or c == "和" then k = k + 3 end
  end
  if #items == 1 then items = lists.split(text, items[1][1], items[1][2]) end
  return #items == a.n and at_line(a.line, items) or nil
end

-- Clauses between semicolons behind a colon at byte i: 四个部分:A;B;C;D。
function sets.clauses(line, i, n)
  local text = line.text
  local stop = find(text, "。", i, true) or #text + 1
  local items, k = {}, i
  while k < stop do
    local semicolon = find_within(text, ";", k, stop - 1)
    local last = (semicolon or stop) - 1
    local comma = find_within(text, ",", k, last)
    items[#items + 1] = { k, (comma or last + 1) - 1 }
    if not semicolon then break end
    k = semicolon + 1
  end
  if n and #items ~= n or #items < 2 then return nil end
  for _, item in ipairs(items) do
    if item[2] - item[1] < 5 or item[2] - item[1] > 120 then return nil end
  end
  return at_line(line, items)
end

function sets.clauses_after(a)
  if byte(a.line.text, a.j + 1) ~= 58 then return nil end
  return sets.clauses(a.line, a.j + 2, a.n)
end

-- The sections right below the heading that announces them: 抓实三项匹配
function sets.subsections(a, doc)
  local sections, k = doc:layer "section", 0
  for n = from_line(sections, a.line.number), #sections do
    local s = sections[n]
    if s.line ~= a.line.number then break end
    if s.i and s.i <= a.i and a.j <= s.j then k = n end
  end
  if k == 0 then return nil end
  local members, level = {}, sections[k].level + 1
  for n = k + 1, #sections do
    local s = sections[n]
    if s.level < level then break end
    if s.level == level and s.i and s.i <= s.j then
      members[#members + 1] = { line = doc.lines[s.line], i = s.i, j = s.j }
    end
  end
  return #members == a.n and members or nil
end

-- Places of an item's head.
function sets.head_of(doc, item)
  local line, i, j = doc:locate(item.head_first, item.head_last)
  return { line = line, i = i, j = j }
end

-- Whether little stands behind byte j up to byte i, and no sentence.
local function is_near(text, j, i)
  if i <= j or i - j > NEAR then return false end
  local stop = find_within(text, "。", j + 1, i)
  return not stop or stop >= i - 3
end

-- 一是 … 二是 … behind the announcement, or in the lines below it.
function sets.enumerated(a, doc)
  local best
  local text, list = a.line.text, doc:layer "enumeration"
  for n = from_line(list, a.line.number), #list do
    local e = list[n]
    if e.line > a.line.number + LINES then break end
    local line, i = doc:locate(e.first, e.first)
    local near = line == a.line and is_near(text, a.j, i - 1)
      or line ~= a.line and is_near(text, a.j, #text)
    if near and #e.items == a.n then
      best = e
      break
    end
  end
  if not best then return nil end
  local members = {}
  for k, item in ipairs(best.items) do
    if item.head_last < item.head_first then return nil end
    members[k] = sets.head_of(doc, item)
  end
  return members
end

-- 一是…,二是…,三是… behind the announcement, in one sentence.
function sets.parted_by_commas(a)
  local text = a.line.text
  local stop = find_within(text, "。", a.j + 1, a.j + REACH) or #text + 1
  local run = enumeration.with_commas(text, a.j + 1, stop - 1)
  if not run or #run ~= a.n or not is_near(text, a.j, run.first - 1) then return nil end
  local items = {}
  for k, item in ipairs(run) do
    local i = item.marker_last + 1
    local comma = find_within(text, ",", i, item.last) or item.last + 1
    local stop_at = find_within(text, ";", i, comma - 1) or comma
    if stop_at - i < 6 then return nil end
    items[k] = { i, stop_at - 1 }
  end
  return at_line(a.line, items)
end

-- List items of the lines below: - 修桥
function sets.bulleted(a, doc)
  local members, lines = {}, doc.lines
  local line = lines[a.line.number + 1]
  while line and (line.marks and line.marks.item or line.i > line.j) do
    if line.i <= line.j then
      local j = line.j
      if sub(line.text, j - 2, j) == "。" then j = j - 3 elseif byte(line.text, j) == 59 then
        j = j - 1
      end
      members[#members + 1] = { line = line, i = line.i, j = j }
    end
    line = lines[line.number + 1]
  end
  return #members == a.n and members or nil
end

-- The ways of a text, in the order in which they are tried.
local WAYS = { "quoted_before", "subsections", "enumerated", "parted_by_commas", "bulleted",
  "quoted_after", "clauses_after",
  "listed_before", "from_before", "listed_after", "near" }
-- Two things are a set where marks or lines show it.
local OF_TWO = { quoted_before = true, quoted_after = true, subsections = true,
  enumerated = true, bulleted = true }

-- “四化联动” … 法治化、标准化、社会化、智能化
local function near_in(line, from, n, noun)
  local items = lists.ending_with(line.text, from, #line.text, n, noun)
  for _, item in ipairs(items or {}) do
    if sub(line.text, item[2] - 2, item[2]) ~= noun then return nil end
  end
  return at_line(line, items)
end

function sets.near(a, doc)
  if not a.quoted or a.n < 3 then return nil end
  local noun = sub(a.line.text, a.noun_first, a.noun_first + 2)
  local found = near_in(a.line, a.j + 4, a.n, noun)
  for number = a.line.number + 1, a.line.number + LINES do
    local line = doc.lines[number]
    if found or not line then break end
    if line.role == "paragraph" then found = near_in(line, 1, a.n, noun) end
  end
  return found
end

--- What follows an announcement at once, however many it is: items of 一是, or of a
--- list behind a colon. For counts that do not fit.
---@param a jilu.Announcement
---@param doc jilu.Document
---@return table[]? members
function sets.following(a, doc)
  local text = a.line.text
  if byte(text, a.j + 1) ~= 58 then return nil end
  for _, e in ipairs(doc:layer "enumeration") do
    local line, i = doc:locate(e.first, e.first)
    if line == a.line and i == a.j + 2 then
      local members = {}
      for k, item in ipairs(e.items) do members[k] = sets.head_of(doc, item) end
      return members
    end
  end
  local stop = find(text, "。", a.j, true) or #text + 1
  if find_within(text, ",", a.j + 2, stop - 1) or find_within(text, ";", a.j + 2, stop - 1) then
    return nil
  end
  local items = lists.split(text, a.j + 2, stop - 1)
  return #items > 2 and at_line(a.line, items) or nil
end

--- The members of an announcement, by the first way that has as many.
---@param a jilu.Announcement
---@param doc jilu.Document
---@return table[]? members
---@return string? way
function sets.find(a, doc)
  for _, way in ipairs(WAYS) do
    local members = (a.n > 2 or OF_TWO[way]) and sets[way](a, doc)
    if members then return members, way end
  end
end

return sets
