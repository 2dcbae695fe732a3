-- Menus: runs of short lines above and below the text of a page, each the name of
-- a part of the site. A run is known by its length, and by words that menus of
-- all sites share.

local core = require "jilu.core"
local data = require "jilu.zh.pages"
local head = require "jilu.page.head"
local page = require "jilu.page.line_class"

local menus = {}

local find, sub = string.find, string.sub

-- Bytes of an entry: ten characters.
local LONGEST = 30
-- and of a title right above the text: seven characters
local SHORTEST_TITLE = 21
-- Entries of a run, without and with one that every menu has.
local FEWEST, FEWEST_KNOWN = 5, 3

local PUNCTUATION = core.gazetteer { ["。"] = 1, ["、"] = 1, [","] = 1, [":"] = 1, [";"] = 1,
  ["!"] = 1, ["?"] = 1, ["《"] = 1, ["“"] = 1 }

local OPEN = { furniture = true, elsewhere = true }

-- Whether the last word names a part of a site: 行业新闻, 工作动态.
function menus.is_part(text)
  if #text > 24 or #text < 6 then return false end
  return data.site_parts[sub(text, -6)] or false
end

local function is_entry(item)
  if item.class ~= nil and not OPEN[item.class] then return false end
  if item.marks and (item.marks.heading or item.marks.emphasis[1]) then return false end
  if page.is_document_name(item.words) and not menus.is_part(item.words) then return false end
  return item.size <= LONGEST and not find(item.words, "%d") and not PUNCTUATION:find(item.words)
end

local function is_known(item)
  return OPEN[item.class] or menus.is_part(item.words)
end

-- Whether none of a run is longer than the last.
local function is_longest(items, from, to)
  for k = from, to - 1 do
    if items[k].size > items[to].size then return false end
  end
  return true
end

local function mark_run(items, from, to)
  local known = 0
  for k = from, to do known = known + (is_known(items[k]) and 1 or 0) end
  local size = to - from + 1
  if size < FEWEST and not (size >= FEWEST_KNOWN and known > 0) then return end
  -- the entry that the page shows is named again above its text
  local below, shown = items[to + 1], items[to]
  local is_title = below and below.class == "paragraph" and shown.class == nil
    and head.how_often(items, shown.words) > 1
  if below and (below.class == "date"
     or below.class == "paragraph" and shown.size >= SHORTEST_TITLE) then
    is_title = is_title or is_longest(items, from, to)
  end
  for k = from, is_title and to - 1 or to do items[k].class = "furniture" end
end

--- Marks the entries of menus among the items from..to as furniture.
---@param items jilu.Line[]
---@param from integer
---@param to integer
function menus.mark(items, from, to)
  local k = from
  while k <= to do
    local last = k - 1
    while last < to and is_entry(items[last + 1]) do last = last + 1 end
    if last >= k then mark_run(items, k, last) end
    k = last + 2
  end
end

--- Whether a short line is a part of the site, or a known word of menus.
---@param item jilu.Line
---@return boolean
function menus.is_entry(item)
  return item.class == nil and menus.is_part(item.words)
    and not page.is_document_name(item.words)
end

return menus
