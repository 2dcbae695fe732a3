-- Finds runs of items in the folded text of one paragraph: 一是 … 二是 …,
-- 第一,… 第二,… , 首先 … 其次 …, (1) … (2) …, 1. … 2. …
--
-- A marker counts at the start of the paragraph and behind 。 or ; (the first
-- of a run behind : as well). An item runs to the next marker or to the end of
-- the paragraph. Runs inside an item are not looked for: a list of items is
-- flat.

local core = require "jilu.core"
local data = require "jilu.zh.markers"

local enumeration = {}

local byte, sub = string.byte, string.sub

-- Longest run of digits counted; a longer one is no list that a person reads.
local LONGEST = 99

local HAN = {}
do
  local digits = { "一", "二", "三", "四", "五", "六", "七", "八", "九" }
  for k = 1, LONGEST do
    local tens, ones = math.floor(k / 10), k % 10
    local word = tens == 0 and "" or tens == 1 and "十" or digits[tens] .. "十"
    HAN[k] = word .. (digits[ones] or "")
  end
end

-- A style of run. spell(k): the k-th marker, or nil; `needs`: what must stand
-- behind a marker.
local styles = {}

local function add(needs, spell)
  local style = { needs = needs, spell = spell, index = #styles + 1 }
  styles[#styles + 1] = style
  return style
end

-- `spoken`: words of running text, which commas may part; others are set apart.
-- These and ordinals open paragraphs that are items, far from each other, too.
for _, word in ipairs(data.item_words) do
  add(nil, function(k) return HAN[k] and HAN[k] .. word end).spoken = true
end
for _, prefix in ipairs(data.ordinal_prefixes) do
  add("pause", function(k) return HAN[k] and prefix .. HAN[k] end).ordinal = true
end
add(nil, function(k) return HAN[k] and "(" .. HAN[k] .. ")" end)
add(nil, function(k) return HAN[k] and HAN[k] .. "、" end)
add(nil, function(k) return k <= LONGEST and "(" .. k .. ")" or nil end)
add(nil, function(k) return k <= 20 and "\226\145" .. string.char(159 + k) or nil end)
add("digit", function(k) return k <= LONGEST and k .. "." or nil end)
add("digit", function(k) return k <= LONGEST and k .. "、" or nil end)
for _, sequence in ipairs(data.sequences) do
  styles[#styles + 1] = { needs = "pause", sequence = sequence, index = #styles + 1 }
end

-- 第一产业 and 1.5 are no items; 第一,… 第一是… and 1.… are.
local function is_followed(text, i, needs)
  if not needs then return true end
  local c = byte(text, i)
  if needs == "digit" then return not (c and c >= 48 and c <= 57) end
  if c == 44 or c == 58 or c == 32 then return true end
  local behind = sub(text, i, i + 2)
  return behind == "、" or behind == "是" or behind == "要"
end

-- What each marker may be: lists of styles and numbers, and for each marker
-- which of the lists.
local READINGS = {}
local MARKERS
do
  local places = {}
  local function add_reading(word, style, k)
    if not places[word] then
      READINGS[#READINGS + 1] = {}
      places[word] = #READINGS
    end
    table.insert(READINGS[places[word]],
      { style = style, number = k, key = style.index * 1000 + k })
  end
  for _, style in ipairs(styles) do
    for k = 1, LONGEST do
      for _, word in ipairs(style.sequence and style.sequence[k] or {}) do
        add_reading(word, style, k)
      end
      local word = style.spell and style.spell(k)
      if word then add_reading(word, style, k) end
    end
  end
  MARKERS = core.gazetteer(places)
end

-- One may begin the paragraph, or stand behind 。 。” ; or :
local MARKS = core.marks { sentence = "。", segment = ";", colon = ":", comma = "",
  brackets = "“”" }
local MARKS_AND_COMMA = core.marks { sentence = "。", segment = ";", colon = ":", comma = ",",
  brackets = "“”" }
local COLON, COMMA = 3, 4

-- Whether a marker may stand behind a mark.
local function may_open(reading, mark, behind_commas)
  if mark == COLON then return reading.number == 1 end
  return mark ~= COMMA or behind_commas and reading.style.spoken
end

-- The markers of a paragraph from left to right, each as its key, its first and
-- its last byte; nil where there are none.
local function select_markers(text, words, behind_commas)
  local marks
  for w = 1, words and #words or 0, 4 do
    local i, j, mark = words[w], words[w + 1], words[w + 3]
    local readings = READINGS[words[w + 2]]
    for n = 1, #readings do
      local reading = readings[n]
      if may_open(reading, mark, behind_commas)
         and is_followed(text, j + 1, reading.style.needs) then
        if marks then
          local size = #marks
          marks[size + 1], marks[size + 2], marks[size + 3] = reading.key, i, j
        else
          marks = { reading.key, i, j }
        end
      end
    end
  end
  return marks
end

-- The place in `marks`, from place n on, of the k-th marker of a style that stands
-- behind byte j. What is not there once is not there further on, so it is looked
-- for only once.
local function find_marker(marks, style, k, n, j, missing)
  local key = style.index * 1000 + k
  if missing[key] then return nil end
  for place = n, #marks, 3 do
    if marks[place] == key and marks[place + 1] > j then return place end
  end
  missing[key] = true
end

-- Whether the k-th marker of a style begins the paragraph; its last byte.
local function marker_at(text, style, k, start)
  local words = style.sequence and style.sequence[k] or { style.spell and style.spell(k) }
  for _, word in ipairs(words) do
    local behind = start + #word
    if sub(text, start, behind - 1) == word and is_followed(text, behind, style.needs) then
      return behind - 1
    end
  end
end

-- The run that begins with the k-th marker of a style at bytes i to j; the others
-- stand from place n on. Returns the place behind its last.
local function read_run(marks, style, k, i, j, n, missing)
  local item = { first = i, marker_last = j, number = k, last = nil }
  local run = { item, style = style, first = i, stop = j, continues = nil, items = nil,
                enumeration = nil, line = nil }
  local size = 1
  while true do
    k = k + 1
    local place = find_marker(marks, style, k, n, j, missing)
    if not place then break end
    size, n, i, j = size + 1, place + 3, marks[place + 1], marks[place + 2]
    run[size] = { first = i, marker_last = j, number = k, last = nil }
  end
  run.stop = j
  return run, n
end

local function by_place(a, b) return a.first < b.first end

local NONE = {}

-- The markers of a paragraph that open a run, as a set of keys; nil where there
-- are none.
local function openers(marks)
  local opens
  for n = 1, #marks, 3 do
    if marks[n] % 1000 == 1 then
      opens = opens or {}
      opens[marks[n]] = true
    end
  end
  return opens
end

local function all_runs(marks)
  local opens = openers(marks)
  if not opens then return NONE, NONE end
  local runs, single, missing = {}, {}, {}
  for s = 1, #styles do
    local style = styles[s]
    local place = opens[s * 1000 + 1] and find_marker(marks, style, 1, 1, 0, missing)
    while place do
      local run, behind =
        read_run(marks, style, 1, marks[place + 1], marks[place + 2], place + 3, missing)
      if run[2] then runs[#runs + 1] = run else single[#single + 1] = run end
      place = find_marker(marks, style, 1, behind, run.stop, missing)
    end
  end
  if runs[2] then table.sort(runs, by_place) end
  return runs, single
end

-- Runs that lie inside an item of another are left out; one of the same style
-- behind it is the next list.
local function outermost(runs)
  local kept = {}
  for _, run in ipairs(runs) do
    local before = kept[#kept]
    if not before or run.first > before.stop and run.style == before.style then
      kept[#kept + 1] = run
    end
  end
  return kept
end

local function close_items(runs, last)
  for r, run in ipairs(runs) do
    for k, item in ipairs(run) do
      local following = run[k + 1] or runs[r + 1] and runs[r + 1][1]
      item.last = following and following.first - 1 or last
    end
  end
end

-- The longest marker of an item that opens a paragraph: 二十一是
local LONGEST_OPENING = 15

--- The marker 一是, 二是, … that opens a paragraph; a run of one item.
---@param text string
---@param start integer
---@param last integer
---@return table? run
function enumeration.opening(text, start, last)
  local words = MARKERS:opening(text, start, math.min(last, start + LONGEST_OPENING), MARKS)
  local readings = words and words[1] == start and READINGS[words[3]]
  for n = 1, readings and #readings or 0 do
    local reading = readings[n]
    if reading.style.index == 1 then
      return { { first = start, marker_last = words[2], number = reading.number, last = last },
        style = reading.style, first = start, stop = words[2] }
    end
  end
end

--- The first run of 一是,…,二是,…,三是 in a text, of which commas may part the items.
---@param text string
---@param start integer
---@param last integer
---@return table? run
function enumeration.with_commas(text, start, last)
  local marks = select_markers(text, MARKERS:opening(text, start, last, MARKS_AND_COMMA), true)
  local runs = marks and outermost((all_runs(marks)))
  if not runs or not runs[1] then return nil end
  close_items(runs, last)
  return runs[1]
end

--- The runs that a paragraph without a marker leaves open.
---@param open table[]
---@return table[]
function enumeration.kept_open(open)
  local run = open[1]
  if run and (run.style.spoken or run.style.ordinal) then return open end
  return NONE
end

--- The runs of a paragraph.
---@param text string      folded line
---@param start integer    first byte of the paragraph
---@param last integer     its last byte
---@param expected table[] runs of the paragraph above that may go on here
---@return table[] runs    each a list of { first, last, marker_last, number };
---  `continues`: the run of `expected` that it goes on with
---@return table[] open    runs that the next paragraph may go on with
function enumeration.read(text, start, last, expected)
  local words = MARKERS:opening(text, start, last, MARKS)
  if not words and not expected[1] then return NONE, NONE end
  local marks = select_markers(text, words, false)
  local goes_on
  for r = 1, #expected do
    local run = expected[r]
    local k = run[#run].number + 1
    local last_of_marker = marker_at(text, run.style, k, start)
    if last_of_marker then
      goes_on = read_run(marks or NONE, run.style, k, start, last_of_marker, 1, {})
      goes_on.continues = run
      break
    end
  end
  local runs, single = NONE, NONE
  if goes_on then
    runs = { goes_on }
  else
    if marks then runs, single = all_runs(marks) end
    if runs[2] then runs = outermost(runs) end
  end
  if not runs[1] and not single[1] then return NONE, NONE end
  close_items(runs, last)
  local open = {}
  if runs[1] then
    open[1] = runs[#runs]
  else
    for _, run in ipairs(single) do
      run[1].last = last
      open[#open + 1] = run
    end
  end
  return runs, open
end

return enumeration
