-- Finds runs of items in the folded text of one paragraph: 一是 … 二是 …,
-- 第一,… 第二,… , 首先 … 其次 …, (1) … (2) …, 1. … 2. …
--
-- A marker counts at the start of the paragraph and behind 。 or ; (the first
-- of a run behind : as well). An item runs to the next marker or to the end of
-- the paragraph. Runs inside an item are not looked for: a list of items is
-- flat.

local data = require "jilu.zh.markers"

local enumeration = {}

local byte, find, sub = string.byte, string.find, string.sub

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
  styles[#styles + 1] = { needs = needs, spell = spell, index = #styles + 1 }
end

for _, word in ipairs(data.item_words) do
  add(nil, function(k) return HAN[k] and HAN[k] .. word end)
end
for _, prefix in ipairs(data.ordinal_prefixes) do
  add("pause", function(k) return HAN[k] and prefix .. HAN[k] end)
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

local function may_begin(text, i, start, is_first)
  while i > start and byte(text, i - 1) == 32 do i = i - 1 end
  if i <= start then return true end
  local c = byte(text, i - 1)
  if c == 59 then return true end                                       -- ;
  if c == 58 then return is_first end                                   -- :
  local before = sub(text, i - 3, i - 1)
  if before == "”" then before = sub(text, i - 6, i - 4) end            -- 。”一是
  return before == "。"
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

local function find_word(text, word, init, start, is_first, needs)
  local i, j = find(text, word, init, true)
  while i and not (may_begin(text, i, start, is_first) and is_followed(text, j + 1, needs)) do
    i, j = find(text, word, j + 1, true)
  end
  return i, j
end

-- The next place from init on where the k-th marker of a style stands. What is
-- not there once is not there further on, so it is looked for only once.
local function find_marker(text, style, k, init, start, missing)
  local key = style.index * 1000 + k
  if missing[key] then return nil end
  local best, best_last
  if style.sequence then
    for _, word in ipairs(style.sequence[k] or {}) do
      local i, j = find_word(text, word, init, start, k == 1, style.needs)
      if i and (not best or i < best) then best, best_last = i, j end
    end
  else
    local word = style.spell(k)
    if word then best, best_last = find_word(text, word, init, start, k == 1, style.needs) end
  end
  if not best then missing[key] = true end
  return best, best_last
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

local function read_run(text, style, k, i, j, start, missing)
  local run = { style = style, { first = i, marker_last = j, number = k } }
  while true do
    k = k + 1
    i, j = find_marker(text, style, k, j + 1, start, missing)
    if not i then break end
    run[#run + 1] = { first = i, marker_last = j, number = k }
  end
  run.first, run.stop = run[1].first, run[#run].marker_last
  return run
end

-- Which characters make the first marker of a style, around the one that is
-- looked for: most paragraphs are done when 一 and 1 have been looked at.
local function opens_with(first)
  local by = {}
  for _, style in ipairs(styles) do
    local word = style.spell and style.spell(1)
    local i, j = nil, nil
    if word then i, j = find(word, first, 1, true) end
    if i then
      by[#by + 1] = { style = style, before = sub(word, 1, i - 1), behind = sub(word, j + 1) }
    end
  end
  return by
end

local AROUND = { ["一"] = opens_with "一", ["1"] = opens_with "1" }

-- The styles whose first marker has neither, with its spellings.
local OTHERS = {}
for _, style in ipairs(styles) do
  local word = style.sequence and style.sequence[1][1] or style.spell(1)
  if not find(word, "一", 1, true) and not find(word, "1", 1, true) then
    OTHERS[#OTHERS + 1] = { style = style, word = word }
  end
end

-- The last bytes of what may stand in front of 一 or 1 in a first marker: most
-- are words (进一步) and settled by the byte before them.
local MAY_STAND_BEFORE = { [32] = true, [58] = true, [59] = true }
for _, sign in ipairs { "。", "”" } do MAY_STAND_BEFORE[byte(sign, #sign)] = true end
for _, around in pairs(AROUND) do
  for _, a in ipairs(around) do
    if a.before ~= "" then MAY_STAND_BEFORE[byte(a.before, #a.before)] = true end
  end
end

-- The styles whose first marker is there, into `present`.
local function mark_present(text, start, first, present)
  local i, j = find(text, first, start, true)
  while i do
    if i == start or MAY_STAND_BEFORE[byte(text, i - 1)] then
      local around = AROUND[first]
      for k = 1, #around do
        local a = around[k]
        if sub(text, j + 1, j + #a.behind) == a.behind
           and sub(text, i - #a.before, i - 1) == a.before
           and may_begin(text, i - #a.before, start, true) then
          present[a.style] = true
        end
      end
    end
    i, j = find(text, first, j + 1, true)
  end
end

local function all_present(text, start)
  local present = {}
  mark_present(text, start, "一", present)
  mark_present(text, start, "1", present)
  for k = 1, #OTHERS do
    local other = OTHERS[k]
    if find(text, other.word, start, true) then present[other.style] = true end
  end
  return present
end

local function all_runs(text, start, missing)
  local runs, single, present = {}, {}, all_present(text, start)
  if next(present) == nil then return runs, single end
  for s = 1, #styles do
    local style = styles[s]
    local i, j
    if present[style] then i, j = find_marker(text, style, 1, start, start, missing) end
    while i do
      local run = read_run(text, style, 1, i, j, start, missing)
      if #run > 1 then runs[#runs + 1] = run else single[#single + 1] = run end
      i, j = find_marker(text, style, 1, run.stop + 1, start, missing)
    end
  end
  table.sort(runs, function(a, b) return a.first < b.first end)
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

--- The runs of a paragraph.
---@param text string      folded line
---@param start integer    first byte of the paragraph
---@param last integer     its last byte
---@param expected table[] runs of the paragraph above that may go on here
---@return table[] runs    each a list of { first, last, marker_last, number };
---  `continues`: the run of `expected` that it goes on with
---@return table[] open    runs that the next paragraph may go on with
function enumeration.read(text, start, last, expected)
  local missing, single = {}, {}
  local runs
  local goes_on
  for _, run in ipairs(expected) do
    local k = run[#run].number + 1
    local last_of_marker = marker_at(text, run.style, k, start)
    if last_of_marker then
      goes_on = read_run(text, run.style, k, start, last_of_marker, start, missing)
      goes_on.continues = run
      break
    end
  end
  if goes_on then
    runs = { goes_on }
  else
    runs, single = all_runs(text, start, missing)
    runs = outermost(runs)
  end
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
