-- Where the running text of a page begins and ends: from the first line that is
-- surely text to the last, and what goes on behind it.

local data = require "jilu.zh.pages"
local headings = require "jilu.page.headings"

local body = {}

local byte, find, sub = string.byte, string.find, string.sub

-- What is surely running text, by its length in bytes of folded text.
body.STRONG = 150

local TEXT = { paragraph = true, run_in = true, item = true, heading = true, colon = true }
local MARKED = { heading = true, run_in = true, item = true }

local function is_strong(item)
  if item.class == "run_in" or item.wrapped then return true end
  if item.size >= body.STRONG then return item.class == "paragraph" or item.class == "item" end
  return item.class == "paragraph" and find(item.words, "。", 1, true) ~= nil
end

local ANNEX_LINE = "^" .. data.annex .. " ?%d*:?$"

local OPENS_LIST = { part = true, volume = true, chapter = true, formal = true, han = true,
  paren_han = true }

--- Whether a text is 附件 alone on its line: 附件2:
---@param text string
---@return boolean
function body.is_annex(text)
  return byte(text) == 233 and find(text, ANNEX_LINE) ~= nil
end

-- the same, with something below it
local function opens_annex(items, k)
  local below = items[k + 1]
  return body.is_annex(items[k].words) and below ~= nil
    and (below.class == nil or TEXT[below.class] == true)
end

-- Headings over lists without a sentence (表彰名单, annexes) belong to the text:
-- from a heading on, all that is not furniture.
local function behind_annex(items, last)
  local inside = false
  for k = last + 1, #items do
    local item = items[k]
    local class = item.class
    if class == "heading" and OPENS_LIST[item.detail.kind] or opens_annex(items, k) then
      inside = true
    elseif class ~= nil and not TEXT[class] and class ~= "date" and class ~= "mark" then
      inside = false
    end
    if inside then last = k end
  end
  return last
end

local function opens_run(item)
  return item ~= nil and MARKED[item.class] == true and item.detail.number == 1
end

-- Whether the line below goes on as text: a sentence that ends with ! and such, a
-- numbered line, or a short line over the first of some.
local function goes_on(items, k)
  local item, below = items[k], items[k + 1]
  if item.class == "paragraph" or item.class == "run_in" then return true end
  if item.class == "heading" or item.class == "item" then
    return item.detail.number == 1 or MARKED[items[k - 1].class] == true or opens_run(below)
  end
  if item.class ~= nil and item.class ~= "colon" then return false end
  if find(item.words, ",", 1, true) and find(sub(item.words, -1), "[!?]") then return true end
  return opens_run(below)
end

-- What stands right behind the last sure line of the text and goes on as text.
local function behind_text(items, last)
  while items[last + 1] and goes_on(items, last + 1) do last = last + 1 end
  return last
end

-- The heading right above the first sure line of the text, if lines of its form stand
-- above text further down: 【主要做法】, ■ 强化组织领导.
local function with_heading(items, first)
  local above = items[first - 1]
  local form = above and headings.form_of(above)
  if not form then return first end
  for k = first + 1, #items - 1 do
    if headings.form_of(items[k]) == form and is_strong(items[k + 1]) then return first - 1 end
  end
  return first
end

--- First and last line of the running text; nil where there is none.
---@param items jilu.Line[]
---@return integer? first
---@return integer? last
function body.find(items)
  local first, last
  for k = 1, #items do
    local item = items[k]
    local strong = is_strong(item)
    if strong then last = k end
    if not first and (strong or item.class == "heading" and item.detail.kind ~= "digit") then
      first = k
    end
  end
  if first and not last then last = first end
  if first then first = with_heading(items, first) end
  return first, last and behind_text(items, behind_annex(items, last))
end

return body
