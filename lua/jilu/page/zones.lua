-- zones: says what each line of a document is. Roles: title, byline, metadata,
-- heading, paragraph, caption, boilerplate, spam (layer `line`; also
-- line.role). A line is looked at by itself first (jilu.page), then in its
-- place: a page has a head (menus, title, metadata), a body, and a tail
-- (signature, metadata, links, footer), and what a short line means depends
-- on which of them it stands in. What the metadata lines say of the document
-- (stage metadata) is read at once: times cannot be resolved without it.

local core = require "jilu.core"
local data = require "jilu.zh.pages"
local front_matter = require "jilu.page.front_matter"
local layers = require "jilu.document.layers"
local body = require "jilu.page.body"
local markup = require "jilu.page.markup"
local head = require "jilu.page.head"
local headings = require "jilu.page.headings"
local menus = require "jilu.page.menus"
local numbered_runs = require "jilu.page.numbered_runs"
local page = require "jilu.page.line_class"

local classify, how_often, nearest = page.classify, head.how_often, head.nearest

local byte, find, gsub, sub = string.byte, string.find, string.gsub, string.sub

-- reading ----------------------------------------------------------------------

-- What an earlier run of the stage said of a line.
local function forget(line)
  line.role, line.value_of, line.title_part = nil, nil, nil
  line.wrapped, line.listed, line.front, line.entry = nil, nil, nil, nil
  line.chronicle, line.paired, line.alike, line.bare, line.key_value = nil, nil, nil, nil, nil
end

local FRONT_ROLE = { title = "title", alias = "boilerplate" }

-- Front matter and lines of nothing but markup are no part of head, body and
-- tail. The first name stands for a title that is not given.
local function set_front(doc, front)
  local title
  for k in pairs(front) do
    local line = doc.lines[k]
    if line.role then forget(line) end
    local field = front[k].last and front[k].last >= front[k].first and front[k].field
    line.front = field and front[k] or nil
    line.role = field and (FRONT_ROLE[field] or "metadata") or "boilerplate"
    if field == "title" or field == "alias" and not (title and title.number < k) then
      if not title or title.front.field == "alias" then title = line end
    end
  end
  if title then title.role = "title" end
  return title
end

-- A link to where the text was taken from: [转到首发地址](http://…)
local function is_origin(text)
  if #text > 60 then return false end
  for _, word in ipairs(data.origins) do
    if find(text, word, 1, true) then return true end
  end
  return false
end

-- The lines that are not blank, each with its text without the blanks around it,
-- the bytes of that, its class and its place among them.
local function read(doc, marks, front)
  local items, n, lines = {}, 0, doc.lines
  for k = 1, #lines do
    local line = lines[k]
    local i, j = line.i, line.j
    line.marks = marks and marks[k]
    if front and front[k] then
      line.class = nil
    elseif i > j and line.marks then
      line.class, line.role = "markup", "boilerplate"
    elseif i <= j then
      local text = line.text
      if i > 1 or j < #text then text = sub(text, i, j) end
      n = n + 1
      items[n] = line
      if line.role then forget(line) end
      line.words, line.size, line.index = text, j - i + 1, n
      line.class, line.detail = classify(text)
      if line.class == nil and line.marks and line.marks.item then line.class = "bullet" end
      if line.marks and line.marks.aside and line.class ~= "metadata" then
        line.class = "furniture"
      elseif line.marks and line.marks.row and line.class == nil then
        line.class = "paragraph"
      end
      if line.marks and line.marks.link and is_origin(text) then line.class = "metadata" end
    end
  end
  return items
end

-- The rows of a table, above and below its row of dashes, are text.
local function mark_tables(doc, marks)
  for k, mark in pairs(marks) do
    local lines = doc.lines
    if mark.table and lines[k - 1] then
      lines[k - 1].class = "paragraph"
      local row = lines[k + 1]
      while row and find(row.text, "|", 1, true) do
        row.class = "paragraph"
        row = lines[row.number + 1]
      end
    end
  end
end

local TEXT = { paragraph = true, run_in = true, item = true, heading = true, colon = true }

-- The part of a page that points elsewhere goes on until text comes back.
local function mark_elsewhere(items)
  local inside = false
  for k = 1, #items do
    local item = items[k]
    if item.class == "elsewhere" then inside = true
    elseif inside then
      local back = item.class == "run_in" or item.class == "heading" and item.detail.kind == "han"
        or item.class == "paragraph" and item.size >= body.STRONG
      if back then inside = false
      elseif item.class == nil or item.class == "bullet" or item.class == "item"
        or item.class == "colon" or item.class == "heading" or item.class == "paragraph" then
        item.class = "furniture"
      elseif item.class == "metadata" and find(item.words, "^\194\183") then
        item.class = "furniture"                   -- ·another page  2023-03-02
      end
    end
  end
end

-- A key alone on its line (发布日期:) has its value on the next one.
local function join_values(items)
  for k = 1, #items do
    local item, below = items[k], items[k + 1]
    if item.class == "metadata" and below and byte(item.words, -1) == 58 and below.size <= 90
       and how_often(items, below.words) == 1 then
      local class = below.class
      if class == nil or class == "date" or class == "mark"
         or class == "furniture" and find(below.words, "^[%w%p ]+$") then
        below.class, below.value_of = "metadata", item.detail
      end
    end
  end
end

-- Lines broken in the middle of a sentence, at the width of some page: the first
-- is long, set in, and goes on at once below;
local function is_wrap_start(item, below)
  return item.size >= 90 and find(item.words, ",", 1, true) ~= nil and below ~= nil
    and below.number == item.number + 1 and item.i > 1 and below.i == 1
end

-- the next ones go on from the one above.
local function is_wrapped(above, item)
  return above ~= nil and TEXT[above.class] and above.size >= 75
    and item.number == above.number + 1
    and not find(sub(above.words, -1), "[:;!?)]") and sub(above.words, -3) ~= "。"
    and sub(above.words, -3) ~= "”"
end

local function mark_wrapped(items)
  for k = 1, #items do
    local item = items[k]
    if item.class == nil
       and (is_wrap_start(item, items[k + 1]) or is_wrapped(items[k - 1], item)) then
      item.class, item.wrapped = "paragraph", true
    end
  end
end

-- the body ---------------------------------------------------------------------

-- Above the date, or in brackets: a signature.
local function is_signature(item, below)
  local words = item.words
  if byte(words, 1) == 40 and byte(words, -1) == 41 then
    local inside = sub(words, 2, -2)
    return page.is_short_body(inside) or page.is_names(inside) or headings.is_credit(inside)
  end
  return page.is_organization(words) and below ~= nil and below.class == "date"
    and not menus.is_entry(item)
end

-- The days of a chronicle are lines of their own: 5月6日, 7月1日-15日; a bare year
-- stands above them.
local FEWEST_DAYS = 3

local function is_day(text)
  if #text > 60 or not find(text, "^%d%d?月") then return false end
  return find(gsub(gsub(gsub(text, "、", ""), "%d%d?月", ""), "%d%d?日", ""), "[^%-~ 至]") == nil
end

local function mark_chronicle(items)
  local days = {}
  for k = 1, #items do
    local class = items[k].class
    if (class == nil or class == "furniture") and is_day(items[k].words) then
      days[#days + 1] = k
    end
  end
  if #days < FEWEST_DAYS then return nil end
  for _, k in ipairs(days) do
    items[k].role, items[k].chronicle, items[k].class = "heading", "day", nil
    local above = items[k - 1]
    if above and find(gsub(above.words, "年$", ""), "^[12]%d%d%d ?$") then
      above.role, above.chronicle, above.class = "heading", "year", nil
    end
  end
  return items[days[1] - 1] and items[days[1] - 1].chronicle and days[1] - 1 or days[1]
end

-- A page of several reports: title, who wrote it, date, then text; or title, date.
local function mark_entries(items, first, last)
  for k = first + 2, last do
    local writer, title, below = items[k - 1], items[k - 2], items[k + 1]
    if items[k].class == "date" and below and TEXT[below.class] and writer.class == nil
       and not writer.role then
      if k - 2 > first and title.class == nil and not is_signature(title) and writer.size <= 72
         and (page.is_short_body(writer.words) or page.is_names(writer.words)) then
        title.role, writer.role, writer.entry = "title", "byline", true
      elseif not page.is_organization(writer.words) and not page.is_names(writer.words)
         and writer.size <= 120 and writer.size >= 15 then
        writer.role = "title"
      end
    end
  end
end

-- a short line ending in a colon: heading (重要内容提示:), or salutation and lead-in
local function colon_role(item, above)
  local text = item.words
  if above and (above.role == "title" or above.role == "metadata" or above.role == "byline") then
    return "paragraph"
  end
  if item.size > 31 or find(text, ",", 1, true) then return "paragraph" end
  for _, word in ipairs { "、", "以下", "下列" } do
    if find(text, word, 1, true) then return "paragraph" end
  end
  for _, word in ipairs { "各", "尊敬", "同志", "现", "具体", "附", "经", "特" } do
    if sub(text, 1, #word) == word then return "paragraph" end
  end
  if sub(text, -7) == "如下:" then return "paragraph" end
  return "heading"
end

local function is_caption_of(items, k)
  local above = items[k - 1]
  local item = items[k]
  return above ~= nil and above.class == "image" and item.size <= 180
    and (item.class == nil or item.class == "paragraph")
end

local function is_numbered(item, kind)
  return item ~= nil and (item.class == "heading" or item.class == "item")
    and item.detail.kind == kind
end

-- Whether a line below may be what a heading heads: a number above 1 goes on with
-- an outer run.
local function is_text_of(below)
  return below ~= nil and TEXT[below.class] == true
    and not (is_numbered(below, below.detail and below.detail.kind) and below.detail.number > 1)
end

local function is_sentence(item)
  return item ~= nil and item.class == "heading" and item.detail.kind == "han"
    and sub(item.words, -3) == "。"
end

-- 一、 … 二、 … as whole sentences with nothing below any of them head nothing:
-- they are what was resolved. Read once for the run of them.
local function is_sentence_list(items, k)
  if not is_sentence(items[k]) then return false end
  if items[k].listed == nil then
    local last, clauses = k, false
    while is_sentence(items[last]) do
      clauses = clauses or find(items[last].words, ",", 1, true) ~= nil
      last = last + 1
    end
    -- without clauses the last may head what is below
    local below = items[last]
    local listed = last - k > 1
      and (clauses or not is_text_of(below) or below.class == "colon")
    for n = k, last - 1 do items[n].listed = listed end
  end
  return items[k].listed
end

-- Numbered lines of one kind without text between them are a list: 附件.
local function is_numbered_list(items, k)
  local item = items[k]
  local kind = item.detail.kind
  if kind == "han" then return is_sentence_list(items, k) end
  if item.detail.stop == nil then return false end
  local above, below = items[k - 1], items[k + 1]
  if above and find(above.words, "^附件") then return true end
  local is_behind = is_numbered(above, kind)
  if is_behind and byte(above.words, -1) == 59 then return true end     -- ; the last of its list
  return is_numbered(below, kind) or is_behind and not is_text_of(below)
end

-- A line that its place has to explain, or a short sentence.
local function open_role(items, k)
  local item, above = items[k], items[k - 1]
  if is_signature(item, items[k + 1]) then return "byline" end
  if above and body.is_annex(above.words) and not page.is_longer(item.words, 40) then
    return "title"                               -- of the annex
  end
  if above and (above.class == "date" and page.is_document_name(item.words)
     or above.role == "title" and find(item.words, "^%(.*%)$")
       and (item.size <= 24 or find(item.words, "%d") ~= nil)) then
    return "title"                               -- of what is issued, below the signature
  end
  if headings.is_caption(items, k) then return "caption" end
  return headings.is_heading(items, k) and "heading" or "paragraph"
end

local function body_role(items, k)
  local item = items[k]
  local class = item.class
  if is_caption_of(items, k) then return "caption" end
  if class == "paragraph" or class == "run_in" or class == "item" or class == "bullet" then
    if headings.may_be(item) and headings.is_heading(items, k) then return "heading" end
    return headings.is_caption(items, k) and "caption" or "paragraph"
  elseif class == "heading" then
    return is_numbered_list(items, k) and "paragraph" or "heading"
  elseif class == "colon" then
    if headings.is_heading(items, k) then return "heading" end
    if headings.is_label(item) then return "paragraph" end
    return colon_role(item, nearest(items, k, -1))
  elseif class == "event" then
    return "paragraph"
  elseif class == nil then
    return open_role(items, k)
  end
end

-- the tail ---------------------------------------------------------------------

-- roles that do not depend on the place
local FIXED = {
  image = "boilerplate", file = "boilerplate", furniture = "boilerplate",
  elsewhere = "boilerplate", disclaimer = "boilerplate", metadata = "metadata",
  date = "metadata", mark = "metadata", caption = "caption", byline = "byline", spam = "spam",
}

local function tail_role(items, k)
  local item = items[k]
  local class = item.class
  if is_caption_of(items, k) then return "caption" end
  if class == "heading" or class == "item" or class == "run_in" then
    local above = items[k - 1]
    return (class == "heading" and item.detail.kind == "han") and "heading"
      or (above and above.role == "boilerplate" and "boilerplate") or "paragraph"
  elseif class == "event" then
    return "metadata"
  elseif class == "paragraph" then
    return "paragraph"
  elseif class == nil or class == "colon" then
    if is_signature(item, items[k + 1]) then return "byline" end
    local below = items[k + 1]
    -- who wrote it, right below the text
    if not below and items[k - 1].role == "paragraph"
       and (page.is_organization(item.words) and not menus.is_entry(item)
         or page.ends_with_name(item.words)) then
      return "byline"
    end
    if find(item.words, "^附件:?$")
       and (not below or below.class ~= "file" and FIXED[below.class] == "boilerplate") then
      return "boilerplate"                         -- a heading over no files
    end
    if find(item.words, "^附件") or find(item.words, "^附:") then return "paragraph" end
    return "boilerplate"
  end
end

local function set_roles(items, lexicon, title)
  local first, last = body.find(items)
  menus.mark(items, 1, (first or 1) - 1)
  if last then menus.mark(items, last + 1, #items) end
  if first then numbered_runs.decide(items, first, last) end
  local paired = first and headings.prepare(items, 1, last)
  if paired and items[1].paired then first = 1 end
  local day = mark_chronicle(items)
  if first and day and day < first then first = day end
  head.set_roles(items, first, lexicon, title)
  if first then mark_entries(items, first, last) end
  for k = 1, #items do
    local item = items[k]
    item.role = item.role or FIXED[item.class]
    if not item.role then
      if first and k >= first and k <= last then
        item.role = body_role(items, k)
      elseif first and k > last then
        item.role = tail_role(items, k)
      else
        item.role = body_role(items, k)          -- 附件: or a salutation above the text
      end
    end
    item.role = item.role or "boilerplate"
  end
end

local function set_layer(doc)
  layers.set(doc, "line", nil)
  layers.hold(doc, "line", core.roles(doc.view, doc.lines))
end

-- What pages are made of is known for Chinese alone: any other text is
-- paragraphs.
local function run_plain(doc, title)
  for _, line in ipairs(doc.lines) do
    if line.text:find "%S" and not line.front then line.role = "paragraph" end
  end
  set_layer(doc)
  doc.meta.title_line = title
end

local function run(doc)
  local marks = markup.read(doc)
  local front = front_matter.read(doc, marks)
  local title = front and set_front(doc, front)
  if doc.language ~= "zh" then return run_plain(doc, title) end
  local items = read(doc, marks, front)
  if marks then mark_tables(doc, marks) end
  join_values(items)
  mark_wrapped(items)
  mark_elsewhere(items)
  set_roles(items, doc.lexicon, title)
  for k = 1, title and 0 or #items do
    local line = items[k]
    if line.role == "title" and not line.title_part then
      title = line
      break
    end
  end
  set_layer(doc)
  doc.meta.title_line = title
end

return { name = "zones", makes = { "line" }, of_pages = true, run = run }
