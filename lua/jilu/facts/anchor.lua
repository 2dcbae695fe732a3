-- What the times of a document are relative to.
--
-- 今年 is the year of writing: the date of the page, unless the text shows that
-- it is older (a number of a document, an anniversary), or, without a date, the
-- year that the text speaks from. 上半年 is of the year that is reported on: a
-- summary of 2022 that came out in January 2023 means 2022.

local reports = require "jilu.zh.reports"

local anchor = {}

-- A report on a year comes out in the first months of the next.
local LATEST_MONTH = 6

local HAN = {
  ["〇"] = "0", ["零"] = "0", ["一"] = "1", ["二"] = "2", ["三"] = "3", ["四"] = "4", ["五"] = "5",
  ["六"] = "6", ["七"] = "7", ["八"] = "8", ["九"] = "9",
}

-- The Republic of China counts its years from 1912; so do pages in Traditional.
local REPUBLIC = 1911

-- The year that stands in a title, and the byte behind it.
local function year_in(text, traditional)
  -- most titles and headings name none
  local i = text:find("年", 1, true)
  if not i then return nil end
  local year, behind = text:match "^%D*(%d%d%d%d) ?年()"
  if not year then year, behind = text:match "%D(%d%d%d%d) ?年()" end
  if year then return tonumber(year), behind end
  if traditional then
    year, behind = text:match "%f[%d](%d%d%d?)年()"
    if year then return tonumber(year) + REPUBLIC, behind end
  end
  while i do
    if i > 12 then
      local digits = ""
      for k = i - 12, i - 3, 3 do digits = digits .. (HAN[text:sub(k, k + 2)] or "x") end
      if digits:find "^%d%d%d%d$" then return tonumber(digits), i + 3 end
    end
    i = text:find("年", i + 3, true)
  end
end

-- The place of the first of some words in a text.
local function first_of(words, text, init)
  local first
  for _, word in ipairs(words) do
    local at = text:find(word, init, true)
    if at and (not first or at < first) then first = at end
  end
  return first
end

-- The year that a title or a heading says is reported on (2022年工作总结) or
-- planned (2023年工作要点), and which of the two.
local function named_year(text, traditional)
  local year, behind = year_in(text, traditional)
  if not year then return nil end
  local past = first_of(reports.past, text, behind)
  local ahead = first_of(reports.ahead, text, behind)
  if past and not (ahead and ahead < past) then return year, "past" end
  if ahead then return year, "ahead" end
end

-- The year that a text named so reports on; -1 where it is that of the date,
-- nil where it says nothing. `date` may be unknown.
local function year_of(text, date, traditional)
  local year, tense = named_year(text, traditional)
  local written, month = (date or ""):match "^(%d%d%d%d)%-?(%d*)"
  if not year or not written then return year end
  written, month = tonumber(written), tonumber(month) or 1
  if tense == "past" then
    return year == written - 1 and month <= LATEST_MONTH and year or nil
  elseif year == written then return -1 end
  return year == written + 1 and year or nil
end

local function is_traditional(doc)
  local page = doc:layer "document"[1]
  return page ~= nil and page.script == "Hant"
end

--- The date that the times of a document are resolved against.
---@param doc jilu.Document  with roles and metadata where those stages ran
---@return string? date  ISO 8601, as exact as it is known
---@return "published"|"text"|"option"|nil basis
---@return integer? year  the year that is reported on, where it is another
function anchor.of(doc)
  local meta = doc.meta
  local date, basis = meta.published, "published"
  if meta.written then
    date, basis = meta.written, "text"
  elseif not date and meta.meeting_date then
    date, basis = meta.meeting_date, "text"
  elseif not date then
    date, basis = doc.date, "option"
  elseif date == doc.date then
    basis = "option"
  end
  if not date then basis = nil end
  local title = meta.title_line
  local year = title and year_of(title.text, date, is_traditional(doc))
  if year and year > 0 then return date, basis, year end
  return date, basis
end

--- The years that a document reports on, part by part: { first byte, year, … },
--- -1 where it is that of the date. The plan that ends a report speaks of the
--- next year; so do the sections below it.
---@param doc jilu.Document  with sections where the stage `outline` ran
---@param date string?  as anchor.of gives it
---@param year integer?  likewise
---@return integer[]
function anchor.years(doc, date, year)
  local list, sections, level = { 1, year or -1 }, doc:layer "section", nil
  local traditional = is_traditional(doc)
  for k = 1, #sections do
    local section = sections[k]
    if not level or section.level <= level then
      local named = year_of(section.heading or "", date, traditional)
      if named or level then
        list[#list + 1] = section.first
        list[#list + 1] = named or year or -1
      end
      level = named and section.level
    end
  end
  return list
end

return anchor
