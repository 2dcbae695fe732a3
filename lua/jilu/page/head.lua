-- The head of a page: what stands above its text. Lines that say what they are
-- (dates, fields, menus) have a class already; of the others one is the title,
-- and what is left is a byline, a heading, or nothing of the text.

local data = require "jilu.zh.pages"
local headings = require "jilu.page.headings"
local page = require "jilu.page.line_class"
local titles = require "jilu.page.title"

local head = {}

local byte, find, sub = string.byte, string.find, string.sub

local TEXT = { paragraph = true, run_in = true, item = true, heading = true, colon = true }

-- Longer lines are text by themselves: nobody asks whether one comes twice.
local LONGEST_COUNTED = 300

--- How often a text is a line of its own.
---@param items jilu.Line[]
---@param text string
---@return integer?
function head.how_often(items, text)
  local count = items.count
  if not count then
    count = {}
    for k = 1, #items do
      local item = items[k]
      if item.size <= LONGEST_COUNTED then count[item.words] = (count[item.words] or 0) + 1 end
    end
    items.count = count
  end
  return count[text]
end

local how_often = head.how_often

local function is_date_item(item)
  return item.class == "date" or item.class == "mark"
    or item.class == "metadata"
end

--- The next item up or down that is no furniture and no byline.
---@param items jilu.Line[]
---@param k integer
---@param step integer
---@return jilu.Line?
function head.nearest(items, k, step)
  k = k + step
  local item = items[k]
  while item and (item.class == "furniture" or item.class == "byline") do
    k = k + step
    item = items[k]
  end
  return item
end

local nearest = head.nearest

-- the title ----------------------------------------------------------------------

-- Bytes of a title that is known by its coming twice; names of columns do, too.
local SHORTEST_REPEATED = 15

-- Whether a line is all in brackets: a topic, not a title.
local function is_bracketed(text)
  return byte(text, 1) == 40 and byte(text, -1) == 41
    or sub(text, 1, 3) == "【" and sub(text, -3) == "】"
end

-- The words of a line without the name of the site beside them; nil where there
-- is none.
local function without_site(item)
  if item.bare == nil then
    local i, j = titles.read(item.words, 1, item.size)
    item.bare = (i > 1 or j < item.size) and j - i >= 8 and sub(item.words, i, j) or false
  end
  return item.bare or nil
end

-- How much a short line of the head looks like the title of the page.
local function title_score(items, k, body)
  local item = items[k]
  local score = math.min(page.length(item.words), 25)
  local bare = without_site(item)
  if item.size >= SHORTEST_REPEATED and how_often(items, item.words) > 1 then
    score = score + 30
  end
  if bare then score = score + (how_often(items, bare) and 40 or 10) end
  local below = nearest(items, k, 1)
  if below and is_date_item(below) then score = score + 10 end
  if below and below.index == body then score = score + 5 end
  if page.is_document_name(item.words) or find(item.words, "^关于") then score = score + 8 end
  if page.is_organization(item.words) and not bare then score = score - 12 end
  if item.class == "bullet" or is_bracketed(item.words)
     or page.ends_with_name(item.words) then score = score - 20 end
  if item.marks and item.marks.heading then score = score + 40 - 5 * item.marks.heading end
  return score
end

local function is_subtitle(text)
  return find(text, "^——") ~= nil or find(text, "^%-%-") ~= nil
end

-- A lead (某委员书面质询:) may be a title, a salutation is none.
local function may_be_title(item, k)
  if item.class == "colon" then
    local words = item.words
    return k == 1 and item.size >= 18 and not find(words, ",", 1, true)
      and not data.salutations[sub(words, 1, 6)] and not data.salutations[sub(words, -4, -2)]
  end
  return (item.class == nil or item.class == "bullet") and not is_subtitle(item.words)
end

local function choose_title(items, last, body)
  local best, top = nil, 6
  for k = 1, last do
    local item = items[k]
    if may_be_title(item, k) and not item.role then
      local score = title_score(items, k, body)
      if score > top then best, top = k, score end
    end
  end
  local item = best and items[best]
  if item and page.is_organization(item.words) and how_often(items, item.words) == 1
     and not without_site(item) and not page.is_document_name(item.words) then
    return nil
  end
  return best
end

-- Whether line `upper` and the one below it are one title set in two lines:
-- the issuing body above, `关于…`, a year or a document noun below.
local function is_continued(upper, lower)
  if lower.number - upper.number > 1 then return false end
  if find(lower.words, "^关于") then return true end
  if page.is_organization(upper.words) then
    return find(lower.words, "^%d%d%d%d") ~= nil or page.is_document_name(lower.words)
  end
  return page.is_document_name(lower.words) and #lower.words <= 18
end

local function repeat_title(items, words)
  for k = 1, #items do
    local other = items[k]
    local same = other.words == words
      or other.size <= LONGEST_COUNTED and other.size > #words and find(other.words, words, 1, true)
        and without_site(other) == words
    if same and other.class ~= "metadata" then
      other.role = "title"
    end
  end
end

local function set_titles(items, title, last)
  local item = items[title]
  item.role = "title"
  local above, below = items[title - 1], items[title + 1]
  if above and above.class == nil and is_continued(above, item) then
    above.role, above.title_part = "title", true
  end
  if below and title < last and below.class == nil then
    if is_continued(item, below) and not page.is_organization(below.words) then
      below.role, below.title_part = "title", true
    elseif is_subtitle(below.words) then
      below.role = "title"
    end
  end
  repeat_title(items, item.words)
  if without_site(item) then repeat_title(items, without_site(item)) end
end

-- what is left ---------------------------------------------------------------------

local function role_above_title(items, k)
  local item, below = items[k], items[k + 1]
  local words = item.words
  if page.is_site(words) then return "boilerplate" end
  if item.index == 1 and item.size == 9 and page.is_person(words) then return "byline" end
  if page.is_letterhead(words) then return "byline" end
  local above = items[k - 1]
  if page.is_organization(words) and item.size >= 18
     and not (above and above.class == "furniture") then return "byline" end
  -- the issuing body, above its date
  if page.is_short_body(words) and below and is_date_item(below) then return "byline" end
  return "boilerplate"
end

local function role_below_title(items, k, lexicon)
  local item, below = items[k], items[k + 1]
  local words = item.words
  if page.is_site(words) then return "boilerplate" end
  if page.is_organization(words) or page.is_names(words, lexicon)
     or page.ends_with_name(words) or page.is_letterhead(words) then
    return "byline"
  end
  if headings.is_field(items, k) then return "metadata" end
  if below and below.class == "date" then
    -- 某委 / 2020-06-30; else the name of a column
    return page.is_short_body(words) and "byline" or item.size <= 18 and "metadata" or "title"
  end
  if below and TEXT[below.class] and not page.is_longer(words, 40) then return "heading" end
  return "title"
end

-- Of a line without a class.
local function role_of(items, k, title, first, lexicon)
  if title and k > title then return role_below_title(items, k, lexicon) end
  if title then return role_above_title(items, k) end
  -- where there is no text at all, what little there is may be the text
  return page.is_organization(items[k].words) and "byline" or first and "boilerplate" or "paragraph"
end

--- Sets the roles of the lines above the text.
---@param items jilu.Line[]
---@param first integer?       where the text begins
---@param lexicon jilu.Lexicon?
---@param given jilu.Line?     the title that the front matter gives
function head.set_roles(items, first, lexicon, given)
  local last = (first or #items + 1) - 1
  local title = given and 0 or choose_title(items, last, first)
  if given then
    local i, j = titles.read(given.text, given.front.first, given.front.last)
    repeat_title(items, sub(given.text, i, j))
  elseif title then
    set_titles(items, title, last)
  end
  for k = 1, last do
    local item = items[k]
    -- an address above the text is that of the page
    if item.class == "furniture" and find(item.words, "^https?://[^ ]+/[^ ]+$") then
      item.class = "metadata"
    end
    if item.class == nil and not item.role then
      item.role = role_of(items, k, title, first, lexicon)
    elseif item.class == "bullet" and not item.role then
      item.role = "boilerplate"
    elseif item.class == "colon" and not item.role
      and (title and k < title or not title and k < last) then
      item.role = "boilerplate"
    elseif item.class == "event" then
      item.role = "metadata"
    end
  end
end

return head
