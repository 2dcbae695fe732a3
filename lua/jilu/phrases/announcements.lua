-- Where a document says how many things follow or stood before, whatever the noun:
-- 三个阶段, 12项调查报告, “四化联动”. Numeral phrases that the facts have are among
-- them.

local core = require "jilu.core"
local data = require "jilu.zh.announcements"

local announcements = {}

local byte, find, match, sub = string.byte, string.find, string.match, string.sub

---@class jilu.Announcement
---@field line jilu.Line
---@field i integer       bytes of the line: number, classifier, noun
---@field j integer
---@field number_last integer
---@field noun_first integer
---@field n integer
---@field classifier string
---@field quoted boolean?   stands alone in quotation marks

-- Bytes of a noun that ends at a stop, and of one of which the end is not known.
local LONGEST_NOUN, SHORT_NOUN = 24, 12
local MOST = 20

local STOP = {
  ["。"] = true, ["、"] = true, ["“"] = true, ["”"] = true, ["「"] = true, ["」"] = true,
  ["《"] = true, ["》"] = true, ["的"] = true, ["和"] = true, ["及"] = true, ["共"] = true,
}

local function char_at(text, i)
  local c = byte(text, i)
  if not c then return "" end
  return c < 0x80 and sub(text, i, i) or sub(text, i, i + (c < 0xE0 and 1 or c < 0xF0 and 2 or 3))
end

-- The number that ends before byte i, and where it begins.
local function number_before(text, i)
  local han = i > 3 and data.numerals[sub(text, i - 3, i - 1)]
  if han then
    local first, above = i - 3, sub(text, i - 6, i - 4)
    if above == "十" then first, han, above = i - 6, han + 10, sub(text, i - 9, i - 7) end
    if data.numerals[above] or data.not_before[above] then return nil end
    return han, first
  end
  local digits = match(sub(text, math.max(1, i - 3), i - 1), "%d+ ?$")
  if not digits then return nil end
  local first = i - #digits
  local c = byte(text, first - 1)
  if c and (c >= 48 and c <= 57 or c == 46 or c == 45) then return nil end
  if data.not_before[sub(text, first - 3, first - 1)] then return nil end
  return tonumber(match(digits, "%d+")), first
end

-- The last byte of the noun at byte i: up to a stop that is near, else the first
-- word by the lexicon, else two characters.
local function noun_end(text, i, lexicon)
  if data.plain_nouns[sub(text, i, i + 5)] then return i + 5 end
  local k, last = i, nil
  while k - i <= LONGEST_NOUN do
    local c = char_at(text, k)
    if c == "" or #c < 3 or STOP[c] then
      last = k - 1
      break
    end
    k = k + 3
  end
  local stop = last and char_at(text, last + 1)
  if last and (stop == "" or stop == ":" or last - i < SHORT_NOUN) then
    return last >= i and last or nil
  end
  if lexicon then
    local _, b = lexicon:words(sub(text, i, i + LONGEST_NOUN + 5))()
    if b then return i + b - 1 end
  end
  return i + 5
end

local function add(list, line, first, at, classifier, n, lexicon)
  if n < 2 or n > MOST or classifier == "大" and n > 12 then return end
  local text = line.text
  local noun = at + #classifier
  -- 三大类: the noun is what classes are
  if classifier == "大" and sub(text, noun, noun + 2) == "类" then
    list[#list + 1] = { line = line, i = first, j = noun + 2, number_last = at - 1,
      noun_first = noun, n = n, classifier = classifier }
    return
  end
  if #char_at(text, noun) < 3 or STOP[char_at(text, noun)] then return end
  local last = noun_end(text, noun, lexicon)
  -- 三个月, 两个人: one character is a unit
  if not last or last - noun < 5 then return end
  list[#list + 1] = { line = line, i = first, j = last, number_last = at - 1, noun_first = noun,
    n = n, classifier = classifier }
end

-- “四化联动”: a number and up to five characters in quotation marks.
local function add_quoted(list, line)
  local text, from = line.text, 1
  while true do
    local i, j = find(text, "“", from, true)
    if not i then return end
    from = j + 1
    local n = data.numerals[sub(text, from, from + 2)]
    local close = n and find(text, "”", from, true)
    if close and close - from <= 18 and close - from >= 6 then
      list[#list + 1] = { line = line, i = from, j = close - 1, number_last = from + 2,
        noun_first = from + 3, n = n, classifier = "", quoted = true }
    end
  end
end

-- Most lines count nothing so: what each announcement has in it.
local COUNTS
do
  local words = {}
  local function add_words(number)
    for _, classifier in ipairs(data.classifiers) do words[number .. classifier] = 1 end
    words["“" .. number] = 1
  end
  for numeral in pairs(data.numerals) do add_words(numeral) end
  for digit = 0, 9 do
    add_words(tostring(digit))
    for _, classifier in ipairs(data.classifiers) do words[digit .. " " .. classifier] = 1 end
  end
  COUNTS = core.gazetteer(words)
end

local READ = { paragraph = true, heading = true, title = true, caption = true }

local function by_place(a, b)
  if a.line.number ~= b.line.number then return a.line.number < b.line.number end
  return a.i < b.i
end

--- The announcements of a document, in order.
---@param doc jilu.Document
---@return jilu.Announcement[]
function announcements.read(doc)
  local list = {}
  for k = 1, #doc.lines do
    local line = doc.lines[k]
    if READ[line.role] and COUNTS:find(line.text) then
      local text = line.text
      for _, classifier in ipairs(data.classifiers) do
        local at, behind = find(text, classifier, 1, true)
        while at do
          local n, first = number_before(text, at)
          if n then add(list, line, first, at, classifier, n, doc.lexicon) end
          at, behind = find(text, classifier, behind + 1, true)
        end
      end
      add_quoted(list, line)
    end
  end
  table.sort(list, by_place)
  return list
end

return announcements
