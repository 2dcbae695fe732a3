-- The year in which a text was written, where it is not the year of the page's
-- date: a page may carry a text that is much older, or no date at all.
--
-- Evidence is what only the year of writing explains: a number of a document
-- ([2006]1号), an anniversary (成立85周年), and, as a bound, the latest year that
-- the text speaks of.

local core = require "jilu.core"

local writing_year = {}

local find_digits, find_within = core.find_digits, core.find_within

local byte, find, match, sub = string.byte, string.find, string.match, string.sub

-- What anniversaries count from, by what stands in front of `N周年`.
local FOUNDED = {
  { "共产党成立", 1921 }, { "建党", 1921 }, { "新中国成立", 1949 }, { "共和国成立", 1949 },
  { "国庆", 1949 }, { "建军", 1927 }, { "解放军", 1927 }, { "改革开放", 1978 },
  { "抗战胜利", 1945 }, { "抗日战争胜利", 1945 }, { "长征胜利", 1936 }, { "五四运动", 1919 },
  { "香港回归", 1997 }, { "澳门回归", 1999 }, { "共青团成立", 1922 },
}

-- Words without which a text says nothing relative to its year.
local RELATIVE = core.gazetteer { ["今年"] = 1, ["年初"] = 1, ["去年"] = 1, ["上半年"] = 1, ["近年"] = 1,
  ["今天"] = 1, ["今日"] = 1, ["昨天"] = 1, ["昨日"] = 1, ["明年"] = 1,
  ["本月"] = 1, ["近两年"] = 1, ["近三年"] = 1, ["三年来"] = 1, ["一年来"] = 1 }

-- Pages older than the text by so many years are re-posts.
local REPOSTED = 2

local function anniversary(text, at)
  local begin = at
  for k = at - 1, math.max(1, at - 3), -1 do
    if not find(sub(text, k, k), "%d") then break end
    begin = k
  end
  local digits = sub(text, begin, at - 1)
  if digits == "" then return nil end
  local before = sub(text, math.max(1, begin - 40), begin - 1)
  for _, event in ipairs(FOUNDED) do
    if find(before, event[1], 1, true) then return event[2] + tonumber(digits) end
  end
end

local AHEAD = core.gazetteer { ["将"] = 1, ["力争"] = 1, ["计划"] = 1, ["拟"] = 1 }

local HOPED = core.gazetteer { ["将"] = 1, ["希望"] = 1, ["预计"] = 1, ["计划"] = 1, ["拟于"] = 1,
  ["预期"] = 1, ["力争"] = 1, ["目标"] = 1 }

-- 到2025年; 2024年,将建成…: a year to come
local function is_ahead(text, at)
  if sub(text, at - 3, at - 1) == "到" then return true end
  if HOPED:find(sub(text, math.max(1, at - 24), at - 1)) then return true end
  return AHEAD:find(sub(text, at + 7, at + 60)) ~= nil
end

local CLOSED = core.gazetteer { ["12月"] = 1, ["下半年"] = 1, ["全年"] = 1, ["年度"] = 1,
  ["底"] = 1, ["末"] = 1 }

-- 2022年7月至12月, 2022年底: a year that the text has seen the end of may be the
-- one before it was written
local function is_closed(text, i)
  return CLOSED:find(sub(text, i, i + 17)) ~= nil
end

local HAN_DIGITS = {
  ["〇"] = "0", ["零"] = "0", ["一"] = "1", ["二"] = "2", ["三"] = "3", ["四"] = "4", ["五"] = "5",
  ["六"] = "6", ["七"] = "7", ["八"] = "8", ["九"] = "9",
}
local FOUR_HAN = ("([\227-\233][\128-\191][\128-\191])"):rep(4)

-- 一九六〇年 as 1960年: reports of that time write their years so
local function with_arabic_years(text)
  return (text:gsub(FOUR_HAN .. "年", function(a, b, c, d)
    a, b, c, d = HAN_DIGITS[a], HAN_DIGITS[b], HAN_DIGITS[c], HAN_DIGITS[d]
    return a and b and c and d and a .. b .. c .. d .. "年"
  end))
end

-- One that is before the latest so far changes nothing.
local function read_year(text, at, years)
  local year, behind = tonumber(sub(text, at, at + 3)), sub(text, at + 4, at + 6)
  if (behind == "〕" or sub(behind, 1, 1) == "]") and match(text, "^[^%d]+%d+号", at + 4) then
    years.written = math.max(years.written or 0, year)
    years.latest = math.max(years.latest or 0, year)
  elseif behind == "年" and year >= (years.latest or 0) and not is_ahead(text, at) then
    if year > (years.latest or 0) then years.latest, years.closed = year, false end
    if not years.closed and is_closed(text, at + 7) then years.closed = true end
  end
end

-- 2022年4月6日 in one of the first paragraphs: what happened then is news, unless
-- a later year is spoken of.
local LEADING = 2

local function leading_year(text)
  local year = match(text, "([12][90]%d%d) ?年 ?%d%d? ?月 ?%d%d? ?日")
  return year and tonumber(year)
end

-- A day of a year that is not said: 4月27日
local function has_bare_day(text)
  local at, digits = find(text, "%f[%d]%d%d?月%d%d?日")
  while at do
    local before = sub(text, math.max(1, at - 4), at - 1)
    local last = sub(before, -3)
    if last ~= "年" and not find(before, "年 $") and last ~= "至" then return true end
    at, digits = find(text, "%f[%d]%d%d?月%d%d?日", digits + 1)
  end
  return false
end

-- Years in a text: of documents and others, and of anniversaries.
local function read_years(text, years, anniversaries)
  local at = find_digits(text, 4)
  while at do
    local a, b = byte(text, at, at + 1)                     -- 19 or 20
    if a == 49 and b == 57 or a == 50 and b == 48 then read_year(text, at, years) end
    at = find_digits(text, 4, at + 4)
  end
  at = anniversaries and find_within(text, "周年", 1, #text)
  while at do
    local year = anniversary(text, at)
    if year then
      years.written = math.max(years.written or 0, year)
      years.latest = math.max(years.latest or 0, year)
    end
    at = find_within(text, "周年", at + 6, #text)
  end
end

local CENTURIES = { "一九", "二〇", "二零" }

local function has_han_years(text)
  for k = 1, #CENTURIES do
    if find_within(text, CENTURIES[k], 1, #text) then return true end
  end
  return false
end

local function is_relative(lines)
  for k = 1, #lines do
    local line = lines[k]
    if line.role == "paragraph" and RELATIVE:find(line.text) then return true end
  end
  return false
end

-- Whether the first paragraphs date an event to the latest year that the text
-- speaks of, and days follow that have no year of their own.
local function is_news_of(lines, latest)
  local paragraphs, led = 0, false
  for k = 1, #lines do
    local line = lines[k]
    if line.role == "paragraph" then
      paragraphs = paragraphs + 1
      if paragraphs <= LEADING and leading_year(line.text) == latest then led = true end
      if led and has_bare_day(line.text) then return true end
      if not led and paragraphs >= LEADING then return false end
    end
  end
  return false
end

--- The year of writing, or nil where the date of the page is as good.
---@param doc jilu.Document  with roles
---@param published string?  ISO 8601
---@return string?
function writing_year.find(doc, published)
  local years = {}
  local lines, text = doc.lines, doc.folded
  local han, anniversaries = has_han_years(text), find_within(text, "周年", 1, #text) ~= nil
  for k = 1, #lines do
    local line = lines[k]
    local role = line.role
    if role == "paragraph" or role == "heading" then
      read_years(han and with_arabic_years(line.text) or line.text, years, anniversaries)
    end
  end
  if not years.latest then return nil end
  if not published then
    -- no date: the latest year that is spoken of, if the text speaks from within it
    if is_news_of(lines, years.latest) then return ("%d"):format(years.latest) end
    if years.closed and years.written ~= years.latest then return nil end
    return is_relative(lines) and ("%d"):format(years.latest) or nil
  end
  local year = tonumber(sub(published, 1, 4))
  if not year or year - years.latest < REPOSTED or years.written ~= years.latest then return nil end
  return is_relative(doc.lines) and ("%d"):format(years.latest) or nil
end

return writing_year
