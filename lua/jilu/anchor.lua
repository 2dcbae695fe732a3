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

-- The year that stands in a title, and the byte behind it.
local function year_in(text)
  local year, behind = text:match "^%D*(%d%d%d%d) ?年()"
  if not year then year, behind = text:match "%D(%d%d%d%d) ?年()" end
  if year then return tonumber(year), behind end
  local i = text:find("年", 1, true)
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

-- The year that the title says the document reports on.
local function reported_year(doc)
  local line = doc.title_line
  if not line then return nil end
  local year, behind = year_in(line.text)
  if not year then return nil end
  local past = first_of(reports.past, line.text, behind)
  local ahead = first_of(reports.ahead, line.text, behind)
  if past and not (ahead and ahead < past) then return year end
end

--- The date that the times of a document are resolved against.
---@param doc jilu.Document  with roles and metadata where those stages ran
---@return string? date  ISO 8601, as exact as it is known
---@return "published"|"text"|"option"|nil basis
---@return integer? year  the year that is reported on, where it is another
function anchor.of(doc)
  local date, basis = doc.published, "published"
  if doc.written then
    date, basis = doc.written, "text"
  elseif not date then
    date, basis = doc.date, "option"
  elseif date == doc.date then
    basis = "option"
  end
  if not date then basis = nil end
  local year = reported_year(doc)
  local written, month = (date or ""):match "^(%d%d%d%d)%-?(%d*)"
  if not year or not written then return date, basis, year end
  if year == tonumber(written) - 1 and (tonumber(month) or 1) <= LATEST_MONTH then
    return date, basis, year
  end
  return date, basis
end

return anchor
