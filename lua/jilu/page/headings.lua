-- Which short lines of a text are headings: a score of what a line looks like by
-- itself and of what stands above and below it; lines built alike are decided
-- together. The weights stand in jilu.page.heading_weights.

local core = require "jilu.core"
local data = require "jilu.zh.pages"
local heading = require "jilu.outline.heading"
local markup = require "jilu.page.markup"
local page = require "jilu.page.line_class"
local weights = require "jilu.page.heading_weights"

local headings = {}

local byte, find, match, sub = string.byte, string.find, string.match, string.sub

local END_MATTER = require("jilu.zh.markers").end_matter

-- Bytes of a sentence that may be a heading by itself: forty characters.
local LONGEST_SENTENCE = 120
local FEWEST_ALIKE = 3
-- Bytes of a caption that holds a verb, and of one that ends with a word of theirs.
local SHORTEST_CAPTION, SHORTEST_ENDING = 36, 15

local TEXT = { paragraph = true, run_in = true, item = true }

local function is_text(item)
  return item ~= nil and (TEXT[item.class] or item.class == "event")
end

-- Lines without a class, as neighbours: a table or a list.
local function is_short(item)
  return item ~= nil and item.class == nil and not item.key_value
    and not (item.marks and item.marks.item)
    and not find(sub(item.words, -1), "[!?]")
    and item.role ~= "title" and item.role ~= "byline" and item.role ~= "caption"
end

-- What lines have in common -------------------------------------------------------

local FIELDS = { metadata = true, event = true }

-- The key of a short line that has one: 模式:议员提案
local function key_of(item)
  if item.class ~= nil or item.size > 150 then return nil end
  local colon = find(item.words, ":", 2, true)
  if not colon or colon > 25 or colon == item.size then return nil end
  return sub(item.words, 1, colon - 1)
end

--- Whether a line is a key with its value, right below another: 参加:李四.
---@param items jilu.Line[]
---@param k integer
---@return boolean
function headings.is_field(items, k)
  local above = items[k - 1]
  return above ~= nil and FIELDS[above.class] == true and key_of(items[k]) ~= nil
end

-- A key that comes twice is one: 地点:… 地点:…
local function mark_key_values(items, first, last)
  local count = {}
  for k = first, last do
    local key = key_of(items[k])
    if key then count[key] = (count[key] or 0) + 1 end
  end
  for k = first, last do
    local key = key_of(items[k])
    items[k].key_value = key ~= nil and count[key] > 1 or nil
  end
end

-- Whether a line is one short sentence: “读”书明理,涵养新风。
local function is_sentence(item)
  if item.class ~= "paragraph" or item.size > LONGEST_SENTENCE then return false end
  local at = find(item.words, "。", 1, true)
  return at ~= nil and at == item.size - 2 and not find(item.words, "[:;%d]")
end

-- How a line is built: what two have in common that are decided together.
local function builds(item)
  local words = item.words
  if sub(words, -3) == "。" then words = sub(words, 1, -4) end
  local keys = heading.build(words)
  local mark = sub(words, 1, 3)
  if mark == "“" or mark == "【" or byte(words, 1) == 40 then keys[#keys + 1] = mark end
  return keys
end

-- Sentences count as built alike only with text right below each of them.
local function count_alike(items, first, last)
  local count = {}
  for k = first, last do
    local item = items[k]
    if (item.class == nil and not item.key_value or is_sentence(item))
       and is_text(items[k + 1]) and items[k + 1].size >= 2 * item.size
       and not is_sentence(items[k + 1]) then
      item.builds = builds(item)
      for _, key in ipairs(item.builds) do count[key] = (count[key] or 0) + 1 end
    end
  end
  for k = first, last do
    local most = 0
    for _, key in ipairs(items[k].builds or {}) do most = math.max(most, count[key]) end
    items[k].alike = most >= FEWEST_ALIKE or nil
  end
end

-- The form of a heading that says by itself what it is: all in brackets, behind a
-- bullet or 01, before a colon, a question.
local FORMS = { ["【"] = true }
for bullet in string.gmatch("★ ☆ ■ ◆ ● ▶ ◎ ○ □ ◇ ► ※ ❖", "%S+") do FORMS[bullet] = true end

-- Bytes of such a heading at most.
local LONGEST_FORMED = 90

--- "【", the bullet, ":", "?" or "01" (01 强化组织); nil for other lines.
---@param item jilu.Line
---@return string?
function headings.form_of(item)
  if item.size > LONGEST_FORMED or item.key_value then return nil end
  local words = item.words
  if item.class == "colon" then
    return not headings.is_label(item) and not find(words, ",", 1, true) and ":" or nil
  end
  if item.class ~= nil and item.class ~= "bullet" then return nil end
  if find(words, "^0%d +[^%d ]") and not find(words, "[,;:!?]") then return "01" end
  if sub(words, -1) == "?" and not find(words, "[,;:]") then return "?" end
  local mark = sub(words, 1, 3)
  if not FORMS[mark] or find(words, "。", 1, true) or find(words, "[;:!?]") then return nil end
  return (mark ~= "【" or sub(words, -3) == "】") and mark or nil
end

local FEWEST_FORMED = 2

-- Lines of one form, two or more, each right above text: ■ 强化责任落实.
local function mark_formed(items, first, last)
  local count = {}
  for k = first, last do
    local form = headings.form_of(items[k])
    local below = items[k + 1]
    items[k].form = form and is_text(below) and below.class ~= "colon"
      and below.size >= 2 * items[k].size and form or nil
    if items[k].form then count[form] = (count[form] or 0) + 1 end
  end
  for k = first, last do
    local form = items[k].form
    items[k].formed = form and count[form] >= FEWEST_FORMED or nil
  end
end

-- Two lines above a paragraph, the same in three places: a name and its post.
local function mark_pairs(items, first, last)
  local found = {}
  for k = first, last - 2 do
    local below = items[k + 2]
    if is_short(items[k]) and is_short(items[k + 1]) and not is_short(items[k - 1])
       and is_text(below) and below.size >= 2 * items[k + 1].size then
      found[#found + 1] = k
    end
  end
  for _, k in ipairs(found) do
    items[k].paired = #found >= FEWEST_ALIKE and 1 or nil
    items[k + 1].paired = #found >= FEWEST_ALIKE and 2 or nil
  end
  return #found >= FEWEST_ALIKE
end

--- What the lines first..last have in common; asked for once, before the roles.
---@param items jilu.Line[]
---@param first integer
---@param last integer
---@return boolean paired  names and posts stand above the paragraphs
function headings.prepare(items, first, last)
  mark_key_values(items, first, last)
  mark_formed(items, first, last)
  count_alike(items, first, last)
  return mark_pairs(items, first, last)
end

-- Captions -------------------------------------------------------------------------

local CAPTION_VERB = core.gazetteer(data.caption_verbs)
local STOPS = core.gazetteer { ["。"] = 1, [","] = 1, [";"] = 1, [":"] = 1, ["?"] = 1, ["!"] = 1 }

-- 陈静摄, 王 芳 摄 behind a stop or a blank
local function ends_with_photographer(words)
  if sub(words, -3) ~= "摄" then return false end
  local name = match(words, "([\227-\233\128-\191]+) ?摄$")
  if not name then return false end
  local stop = find(words, "。", 1, true)
  return stop ~= nil or find(words, "[ )]", 1) ~= nil
end

--- Whether a line between paragraphs says what a picture shows.
---@param items jilu.Line[]
---@param k integer
---@return boolean
function headings.is_caption(items, k)
  local item = items[k]
  local words = item.words
  if ends_with_photographer(words) then return true end
  if item.class ~= nil or item.marks and (item.marks.heading or item.marks.emphasis[1])
     or item.size < SHORTEST_ENDING or STOPS:find(words) then return false end
  if data.caption_endings[sub(words, -6)] or data.caption_endings[sub(words, -9)] then
    return true
  end
  return item.size >= SHORTEST_CAPTION and CAPTION_VERB:find(words) ~= nil
end

--- Whether words name who wrote and who photographed: 高小雨 文 王静 图
---@param words string
---@return boolean
function headings.is_credit(words)
  return #words <= 90 and not STOPS:find(words)
    and (find(words, " ?[文图摄][ /]") ~= nil and find(words, "文", 1, true) ~= nil
      or find(words, "图文", 1, true) ~= nil)
end

-- The score ------------------------------------------------------------------------

local function is_emphasised(item)
  return markup.is_emphasised(item.marks, item.i, item.j)
end

-- How many list items stand below.
local function items_below(items, k)
  local n = 0
  local item = items[k + 1]
  while item and (item.marks and item.marks.item or item.class == "bullet") do
    n = n + 1
    item = items[k + 1 + n]
  end
  return n
end

local function is_listed(items, k)
  local item = items[k]
  if item.paired or item.key_value then return false end
  return is_short(items[k - 1]) or is_short(items[k + 1])
end

--- 决定: 问: and such, of three characters at most
function headings.is_label(item)
  return item.class == "colon" and item.size <= 10 and not END_MATTER[sub(item.words, 1, -2)]
end

-- What stands alone under a numbered heading, above the next number or the end of the
-- text: 二、地点 / 县委党校 / 三、参加人员.
local function is_content(items, k)
  local item, above, below = items[k], items[k - 1], items[k + 1]
  if item.class ~= nil or not above or above.class ~= "heading" then return false end
  if not below then return true end
  if below.class == "heading" then
    return below.detail.kind == above.detail.kind
      and below.detail.number == above.detail.number + 1
  end
  return below.class == "metadata" or below.class == "date" or below.class == "furniture"
end

local function is_said(item)
  return find(sub(item.words, -1), "[!?]") ~= nil and find(item.words, "[,:]") ~= nil
end

local function add_form(add, items, k)
  local item = items[k]
  if item.class == nil or item.class == "bullet" then add "plain"
  elseif item.class == "colon" then add "colon"
  else add "sentence" end
  if item.marks and item.marks.heading then add "hash" end
  if is_emphasised(item) then add "emphasised" end
  if byte(item.words, 1) == 40 and byte(item.words, -1) == 41 then add "bracketed" end
  if page.is_longer(item.words, is_emphasised(item) and 60 or 40) then add "long" end
  if is_said(item) then add "said" end
  if find(item.words, "^附件") then add "annex" end
  if item.key_value then add "key_value" elseif headings.is_field(items, k) then add "field" end
  if headings.is_label(item) then add "label" end
  if find(sub(item.words, -1), "[,;]") then add "broken" end
end

local function add_place(add, items, k)
  local item, below = items[k], items[k + 1]
  if is_text(below) and below.size >= 3 * item.size then add "text_below" end
  local listed = items_below(items, k)
  if listed >= 2 and item.class == "colon" then
    add "list_below"
    if find(item.words, tostring(listed), 1, true) then add "announces" end
  end
  if item.paired then add "paired" end
  if item.alike then add "alike" end
  if item.formed then add "formed" end
  if is_content(items, k) then add "content" end
  if is_listed(items, k) then add "listed" end
  if headings.is_caption(items, k) then add "caption" end
end

--- The score of a line, and what it is made of.
---@param items jilu.Line[]
---@param k integer
---@return number score
---@return table<string, number> parts
function headings.score(items, k)
  local sum, parts = 0, {}
  local function add(name)
    sum, parts[name] = sum + weights[name], weights[name]
  end
  add_form(add, items, k)
  add_place(add, items, k)
  return sum, parts
end

--- Whether a line of the text is a heading: one without a class, one with a colon
--- behind it, one short sentence.
---@param items jilu.Line[]
---@param k integer
---@return boolean
function headings.is_heading(items, k)
  return headings.score(items, k) >= weights.threshold
end

--- Whether a paragraph may be a heading after all: one sentence, or emphasised.
---@param item jilu.Line
---@return boolean
function headings.may_be(item)
  if item.class == "bullet" then return item.formed or false end
  return is_sentence(item) or item.size <= 3 * LONGEST_SENTENCE and is_emphasised(item)
    or item.marks ~= nil and item.marks.heading ~= nil
end

return headings
