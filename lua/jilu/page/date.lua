-- Dates as pages and documents print them beside their text: 2022-01-02 10:00,
-- 2022年1月2日10:00, 二〇二三年三月二十八日, 民国112年9月20日, and those in a URL.
-- Works on folded text of short lines. Times in the text itself are the
-- business of the facts.

local lpeg = require "lpeg"
local core = require "jilu.core"
local marker = require "jilu.outline.marker"
local pattern = require "jilu.text.pattern"

local page_date = {}

local byte, find, sub = string.byte, string.find, string.sub
local gsub, match = string.gsub, string.match

-- A line that is longer, in bytes, holds more than a date.
local LONGEST = 90

local HAN_DIGITS = {}
for digit in string.gmatch("〇 零 一 二 三 四 五 六 七 八 九 十", "%S+") do HAN_DIGITS[digit] = true end

local function skip_digits(text, i)
  local k = i
  while HAN_DIGITS[sub(text, k, k + 2)] do k = k + 3 end
  return k > i and k or nil
end

local UNITS = { "年", "月", "日" }

-- 二〇二三年三月二十八日 at byte i: the byte behind it
local function han_date(text, i)
  for k = 1, #UNITS do
    i = skip_digits(text, i)
    if not i or sub(text, i, i + 2) ~= UNITS[k] then return nil end
    i = i + 3
  end
  return i
end

--- Whether a text, or what stands in brackets at its begin, is a date in Han
--- digits first of all.
---@param text string
---@return boolean
function page_date.begins_in_han(text)
  local begin = byte(text, 1) == 40 and 2 or 1
  local behind = skip_digits(text, begin)
  return behind ~= nil and sub(text, behind, behind + 2) == "年" and han_date(text, begin) ~= nil
end

-- A digit, and another one behind the sign of a month, a minute or a part: in
-- every date and time that is written in digits.
local DIGIT = lpeg.R "09"
local DATED = pattern.compiled(lpeg.P {
  (1 - DIGIT) ^ 0 * DIGIT ^ 1
    * (lpeg.P " " ^ -1 * (lpeg.S "-/.:" + "月" + "时") * lpeg.P " " ^ -1 * DIGIT + lpeg.V(1)),
})

-- Where the signs first stand that part a date or a time.
local signs = core.signs { "-", "/", ".", ":", "年", "月", "%d%d" }

local function may_hold_date(text)
  if DATED:match(text) then return true end
  local begin = byte(text, 1) == 40 and 2 or 1
  return HAN_DIGITS[sub(text, begin, begin + 2)] ~= nil
end

local function take_dates(text)
  if not may_hold_date(text) then return text end
  local dash, slash, dot, colon, year = signs(text)
  if dash or slash or dot then
    text = gsub(text, "%d%d%d%d ?[%-/%.] ?%d%d? ?[%-/%.] ?%d%d?", "@")
  end
  if year then
    text = gsub(text, "%d%d%d%d ?年 ?%d%d? ?月 ?%d%d? ?日", "@")
  end
  if dash then text = gsub(text, "%d%d%d?%-%d%d%-%d%d", "@") end
  if dot then text = gsub(text, "%f[%d]1%d%d%.%d%d?%.%d%d?%f[^%d%.]", "@") end
  if year and find(text, "民国", 1, true) then
    text = gsub(text, "中华民国", "民国")
    text = gsub(text, "民国 ?%d+ ?年 ?%d%d? ?月 ?%d%d? ?日", "@")
  end
  if year then
    local begin = byte(text, 1) == 40 and 2 or 1
    local behind = han_date(text, begin)
    if behind then text = sub(text, 1, begin - 1) .. "@" .. sub(text, behind) end
  end
  if colon then text = gsub(text, "%d%d?:%d%d:?%d?%d?", "@") end
  return text
end

-- A line is asked several questions in turn.
local last_text, last_rest

--- Takes dates, times and their brackets out of a text; what is left over.
local function without_dates(text)
  if text ~= last_text then last_text, last_rest = text, take_dates(text) end
  return last_rest
end

-- What may stand beside the date, character by character, up to what takes
-- more with it: 星期三, 发布于…
local BESIDE = pattern.compiled((lpeg.S "@ \t()[]|,T" + pattern.words {
  "印", "发", "【", "】", "星",
  "表", "布", "上", "下", "午" }) ^ 0 * (-lpeg.P(1) + "期" + "于"))

--- Whether a short line is a date and nothing else.
function page_date.is_whole(text)
  if #text > LONGEST then return false end
  if not may_hold_date(text) and not find(text, "@", 1, true) then return false end
  local _, _, _, _, _, month, digits = signs(text)
  if not digits and not month then return false end
  local rest = without_dates(text)
  if find(rest, "分", 1, true) then rest = gsub(rest, "%d%d?时%d%d?分", "@") end
  if find(rest, "时间@", 1, true) then rest = gsub(rest, "^..-时间@", "@") end  -- 香港时间14时30分
  if not find(rest, "@", 1, true) or not BESIDE:match(rest) then return false end
  rest = core.without_bytes(rest, "@ \t()[]|,T")
  rest = gsub(gsub(gsub(rest, "印发", ""), "【", ""), "】", "")
  rest = gsub(gsub(gsub(rest, "星期...", ""), "发表于.*$", ""), "发布于.*$", "")
  return rest == "" or rest == "发布" or rest == "上午" or rest == "下午"
end

--- Whether a text begins with a date.
function page_date.begins(text)
  return find(text, "^[%[(]?%d%d%d%d ?[%-/%.年]") ~= nil
    and find(sub(without_dates(text), 1, 2), "@", 1, true) ~= nil
end

--- Whether a text holds a date anywhere.
function page_date.contains(text)
  return find(without_dates(text), "@", 1, true) ~= nil
end

--- Whether a short line is a name with a date beside it: 某网  2022-05-05 10:11
function page_date.beside(text)
  if #text > LONGEST or not find(text, "%d%d%d%d") or find(text, "[,;!?]") then return false end
  local rest = without_dates(text)
  local name = match(rest, "^([^@]-)[ \t|(%[]+@[@ \t)%]]*$")
    or match(rest, "^[@ \t(%[)%]|]+[ \t|)%]]([^@]+)$")
  local joined = match(rest, "^@([^@ ]+)$")                             -- 2019-08-03张三
  if joined and #joined <= 12 and not find(joined, "[%w%p]") and sub(joined, -3) ~= "。" then
    return true
  end
  return name ~= nil and #name <= 45 and not find(name, " ", 2, true)
end

--- What stands on both sides of a date, where a short line has it in the middle:
--- 某局 2022-05-05 10:11 张三. nil for other lines.
---@param text string
---@return string? before, string? after
function page_date.between(text)
  if #text > LONGEST or not find(text, "%d%d%d%d") or find(text, "[,;!?]") then return nil end
  local rest = without_dates(text)
  local before, after = match(rest, "^([^@ \t|]+)[ \t|(%[]+@[@ \t)%]|]*[ \t|)%]]([^@]+)$")
  if before and not find(after, "%d") then return before, after end
end

-- reading ----------------------------------------------------------------------

-- first year of the Republic of China, less one
local REPUBLIC = 1911

local function iso(year, month, day)
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if not year or not month or month < 1 or month > 12 then return nil end
  if not day then return ("%04d-%02d"):format(year, month) end
  local date = ("%04d-%02d-%02d"):format(year, month, day)
  return core.is_date(date) and date or nil                            -- no 2019-02-31
end

local HAN_YEAR = { ["〇"] = "0", ["零"] = "0", ["一"] = "1", ["二"] = "2", ["三"] = "3", ["四"] = "4",
  ["五"] = "5", ["六"] = "6", ["七"] = "7", ["八"] = "8", ["九"] = "9" }

local function read_han_date(text, i)
  local behind = han_date(text, i)
  if not behind then return nil end
  local year = ""
  while HAN_YEAR[sub(text, i, i + 2)] do
    year, i = year .. HAN_YEAR[sub(text, i, i + 2)], i + 3
  end
  if #year ~= 4 then return nil end
  local month, after = marker.read_han(text, i + 3)
  local day = after and marker.read_han(text, after + 3)
  return iso(year, month, day), behind
end

local function find_han_date(text)
  local i = find(text, "二〇", 1, true) or find(text, "二零", 1, true) or find(text, "一九", 1, true)
  if i then return read_han_date(text, i) end
end

-- in the order in which they are tried
local FORMS = {
  "(%d%d%d%d) ?年 ?/ ?(%d%d?) ?月 ?/ ?(%d%d?) ?日()",
  "(%d%d%d%d) ?[%-/%.] ?(%d%d?) ?[%-/%.] ?(%d%d?)()",
  "(%d%d%d%d) ?年 ?(%d%d?) ?月 ?(%d%d?) ?日()",
  "(%d%d%d%d) ?年 ?(%d%d?) ?月 ?(%d%d?)()",
}

local function find_date(text)
  for _, form in ipairs(FORMS) do
    local year, month, day, behind = match(text, form)
    if year then return iso(year, month, day), behind end
  end
  local year, month, day, behind = match(text, "民国 ?(%d%d?%d?) ?年 ?(%d%d?) ?月 ?(%d%d?) ?日()")
  if not year then
    year, month, day, behind = match(text, "^[^%d]*(1%d%d)[%-%.](%d%d?)[%-%.](%d%d?)()")
  end
  if year then return iso(tonumber(year) + REPUBLIC, month, day), behind end
  local date, after = find_han_date(text)
  if date then return date, after end
  year, month, behind = match(text, "(%d%d%d%d) ?年 ?(%d%d?) ?月()")
  if year then return iso(year, month), behind end
end

--- The first date of a text as ISO 8601, with minutes where they are given.
---@param text string  folded
---@return string?
function page_date.read(text)
  local date, behind = find_date(text)
  if not date or #date < 10 then return date end
  local hour, minute = match(text, "^[ T]*(%d%d?):(%d%d)", behind)
  if not hour then hour, minute = match(text, "^ ?星期... ?(%d%d?):(%d%d)", behind) end
  if not hour then hour, minute = match(text, "^ ?(%d%d?)时(%d%d)分", behind) end
  if not hour or tonumber(hour) > 23 or tonumber(minute) > 59 then return date end
  return ("%sT%02d:%s"):format(date, tonumber(hour), minute)
end

--- The date in the path of a URL: /2022/04/27/, /2022-04/27/, /202204/27/,
--- /20220427/, t20220427_12.html
---@param url string
---@return string?
function page_date.from_url(url)
  for _, form in ipairs {
    "/(20%d%d)/(%d%d?)/(%d%d?)/", "/(20%d%d)%-(%d%d)/(%d%d)/", "/(20%d%d)(%d%d)/(%d%d)/",
    "/(20%d%d)/(%d%d)(%d%d)/", "/(20%d%d)%-(%d%d)%-(%d%d)/", "[/t_](20%d%d)(%d%d)(%d%d)[/_%.]",
  } do
    local year, month, day = match(url, form)
    local date = year and iso(year, month, day)
    if date then return date end
  end
end

return page_date
