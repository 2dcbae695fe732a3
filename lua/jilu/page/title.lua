-- What a title is without the name of the site that pages print beside it:
-- 海棠大学->植树活动圆满结束 | haitang.edu.cn, 植树活动圆满结束_海棠大学.

local data = require "jilu.zh.pages"
local page = require "jilu.page.line_class"

local title = {}

local find, gsub, sub = string.find, string.gsub, string.sub

-- What stands between a title and the name of the site.
local BEFORE = { "->", ">>", "»" }
local BEHIND = { "_", "|", "--", "-", "—" }

-- Bytes of the name of a site.
local LONGEST_SITE = 90

local function trim(text, i, j)
  while i <= j and find(sub(text, i, i), "[ \t]") do i = i + 1 end
  while j >= i and find(sub(text, j, j), "[ \t]") do j = j - 1 end
  return i, j
end

-- haitang.edu.cn
local function is_domain(text)
  return find(text, "^%w[%w%-]*%.[%w%.%-]*%a%a$") ~= nil
end

--- Whether words are the name of a site or body.
---@param text string
---@return boolean
function title.is_site(text)
  if #text > LONGEST_SITE or text == "" then return false end
  return is_domain(text) or page.is_site(text) or page.is_organization(text)
end

-- The last separator of text[i..j] that the name of a site stands behind.
local function cut_behind(text, i, j)
  for _, mark in ipairs(BEHIND) do
    local at, from = nil, i
    while true do
      local a = find(text, mark, from, true)
      if not a or a > j then break end
      at, from = a, a + #mark
    end
    local k, last = trim(text, at and at + #mark or j + 1, j)
    if at and at > i and title.is_site(sub(text, k, last)) then
      return select(2, trim(text, i, at - 1)), { first = k, last = last }
    end
  end
end

local function cut_before(text, i, j)
  for _, mark in ipairs(BEFORE) do
    local a, b = find(text, mark, i, true)
    if a and b < j then
      local k, last = trim(text, i, a - 1)
      if title.is_site(sub(text, k, last)) then
        return trim(text, b + 1, j), { first = k, last = last }
      end
    end
  end
end

--- The bytes of a title in text[i..j], without the names of the site around it,
--- and the place of that name that is no address.
---@param text string  folded
---@param i integer
---@param j integer
---@return integer first, integer last
---@return { first: integer, last: integer }? site
function title.read(text, i, j)
  local site
  i, j = trim(text, i, j)
  local stop, behind = cut_behind(text, i, j)
  while stop and stop >= i do
    local name = sub(text, behind.first, behind.last)
    j = stop
    -- the site stands behind its part: 标题-新闻中心-某大学
    if not site and not is_domain(name) and not data.site_parts[sub(name, -6)] then
      site = behind
    end
    stop, behind = cut_behind(text, i, j)
  end
  local from, before = cut_before(text, i, j)
  if from then i, site = from, before end
  return i, j, site
end

--- The words of a title, so that two may be compared: without blanks and marks.
---@param text string
---@return string
function title.words(text)
  return (gsub(text, "[ \t%p]", ""))
end

return title
