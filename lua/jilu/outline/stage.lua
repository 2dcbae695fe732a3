-- outline: sections and enumerations.
--
-- A section is a numbered heading line (一、 (一) 1. (1) 第一章), a heading line
-- without a number, or a heading that a paragraph runs in with. Its level
-- follows from the headings above it: a kind of marker stands one below the
-- nearest open heading of a higher rank, and at the level of its own kind.
--
-- An enumeration is a run of items 一是 二是, 第一 第二, 首先 其次, (1) (2) or
-- 1. 2. inside paragraphs. A marker counts at the start of a line and behind
-- 。 or ; (the first of a run also behind :).

local core = require "jilu.core"
local enumeration = require "jilu.outline.enumeration"
local heading = require "jilu.outline.heading"
local levels = require "jilu.outline.levels"
local marker = require "jilu.outline.marker"
local markup = require "jilu.page.markup"

local END_MATTER = require("jilu.zh.markers").end_matter

local byte, find, max, sub = string.byte, string.find, math.max, string.sub
local find_within = core.find_within

local BULLETS = {}
for bullet in string.gmatch("★ ☆ ■ ◆ ● ▲ ▶ ◎ ○ □ ◇ ► ※ ❖", "%S+") do BULLETS[bullet] = true end

-- sections -----------------------------------------------------------------------

-- The open headings, outermost first: { rank, level }.
local function level_of(open, rank)
  while #open > 0 and open[#open].rank > rank do open[#open] = nil end
  local top = open[#open]
  if top and top.rank == rank then return top.level end
  local level = (top and top.level or 0) + 1
  open[#open + 1] = { rank = rank, level = level }
  return level
end

-- Original text of folded bytes i..j of a line, without residue and spaces at
-- its ends; nil where there is none.
local function read_text(doc, line, i, j)
  if j < i then return nil end
  return (doc:read(line, i, j))
end

-- The words of a section are the bytes from..to of its line; i..j is what it
-- runs in with, the whole line where they are left out.
local function add_section(doc, line, level, mark, from, to, i, j)
  local first, last = line.first, line.last
  if i then first, last = doc:span(line, i, j) end
  doc:annotate("section", {
    type = "section",
    first = first, last = last, line = line.number, kind = i and "run_in" or "heading",
    level = level, marker = mark and read_text(doc, line, mark.first, mark.last) or nil,
    heading = read_text(doc, line, from, to),
    i = from, j = to,                          -- its words in the folded text of the line
  })
end

local HAS_MARK = { heading = true, run_in = true, item = true }

-- Which part of a line is a heading. The stage `zones` has asked this, too: what
-- it took for a paragraph has no marker.
local function read_heading(line)
  local class = line.class
  if class == "paragraph" then return nil end
  -- its places are those of the text without the blanks around it
  if HAS_MARK[class] and line.i == 1 then return class, line.detail end
  return heading.read(line.text, line.i, line.j)
end

-- What stands in brackets as a whole: (加快城北线建设)
local function unbracketed(text, i, j)
  local head = byte(text, i)
  if head == 40 and byte(text, j) == 41 and not find_within(text, "(", i + 1, j - 1) then
    return i + 1, j - 1
  elseif head == 227 and sub(text, i, i + 2) == "【" and sub(text, j - 2, j) == "】"
    and not find_within(text, "【", i + 3, j) then
    return i + 3, j - 3
  end
  return i, j
end

-- 一是 before a heading: the bytes of the marker and of the words.
local function item_mark(text, i)
  local number, behind = marker.read_han(text, i)
  if number and sub(text, behind, behind + 2) == "是" then
    return { first = i, last = behind + 2, body = behind + 3 }
  end
end

-- A heading that is a part of its line: **强化培训。** **一是入户。**
local function heading_part(doc, line, open, i, j)
  local text, to = line.text, j
  if sub(text, j - 2, j) == "。" then to = j - 3 elseif byte(text, j) == 58 then to = j - 1 end
  local mark = item_mark(text, i)
  local level = level_of(open, mark and levels.item or levels.bare)
  local first, last = doc:span(line, i, j)
  add_section(doc, line, level, mark, mark and mark.body or i, to)
  local list = doc:layer "section"
  local section = list[#list]
  if i > line.i or j < line.j then section.first, section.last = first, last end
end

-- The emphasised parts of a line that is all emphasised; nil where that is one
-- part that is no item.
local function emphasised_parts(line)
  local marks = line.marks
  if not marks or not markup.is_emphasised(marks, line.i, line.j) then return nil end
  if marks.emphasis[2] or item_mark(line.text, line.i) then return marks.emphasis end
end

local function heading_line(doc, line, open, ranks)
  local text, i, j = line.text, line.i, line.j
  local parts = emphasised_parts(line)
  if parts then
    for k = 1, #parts do heading_part(doc, line, open, parts[k][1], parts[k][2]) end
    return
  end
  local what, mark = read_heading(line)
  if what then
    local level = level_of(open, marker.ranks[mark.kind])
    add_section(doc, line, level, mark, mark.body, mark.stop or j)
    return
  end
  local to, level = j, nil
  if sub(text, j, j) == ":" then to = j - 1 end
  if to < j or END_MATTER[sub(text, i, to)] then
    level = 1
    while open[1] do open[#open] = nil end
    if END_MATTER[sub(text, i, to)] then
      open[1] = { rank = levels.end_matter, level = 1 }
    end
  elseif sub(text, j - 2, j) == "。" then
    to = j - 3
  end
  level = level or level_of(open, ranks[line] or levels.bare)
  local number = ranks[line] == levels.number and levels.spaced(line) or nil
  i, to = unbracketed(text, number and number.body or i, to)
  while BULLETS[sub(text, i, i + 2)] do i = find(text, "[^ \t]", i + 3) or to + 1 end
  add_section(doc, line, level, number, i, to)
end

-- Only headings of whole lines stay open: what follows a paragraph does not
-- stand below the words it ran in with, unless it counts one step deeper.
local function run_in(doc, line, open, labels)
  local text, i, j = line.text, line.i, line.j
  local what, mark = read_heading(line)
  if what == "run_in" then
    local level = level_of(open, marker.ranks[mark.kind])
    add_section(doc, line, level, mark, mark.body, mark.stop or 0, i, mark.closing or mark.last)
    return mark
  elseif what then
    return nil                                  -- an item: the marker opens it
  end
  local from = i
  local stop, closing = heading.quoted(text, i)
  if not stop and labels > 1 then
    local last = heading.label(text, i, j)
    if last then from, stop, closing = i + 3, last - 3, last end
  end
  if not stop then
    local dashed, a, b = heading.dashed(text, i, j)
    if dashed then from, stop, closing = dashed, a, b end
  end
  if not stop and line.bare_run_in then stop, closing = heading.candidate(text, i, j) end
  if stop then
    local level = level_of(open, levels.run_in)
    add_section(doc, line, level, nil, from, stop, i, closing)
    return { last = closing }
  end
end

-- Short first sentences are headings where two or more of them in one section
-- are built alike and most of its paragraphs begin so.
-- Three or more that open all paragraphs up to the end of the section, of one
-- length, are headings, too.
local ALIKE, FEWEST_ALIKE = 6, 3

local function are_of_one_length(group)
  local found = group.found
  if #found < FEWEST_ALIKE or #found < group.run then return false end
  local least, most = math.huge, 0
  for k = #found - FEWEST_ALIKE + 1, #found do
    least, most = math.min(least, #found[k].text), max(most, #found[k].text)
  end
  return group.run >= FEWEST_ALIKE and most - least <= ALIKE
end

local function mark_bare_run_ins(group)
  if are_of_one_length(group) then
    for k = #group.found - group.run + 1, #group.found do
      group.found[k].line.bare_run_in = true
    end
  end
  if #group.found < 2 or #group.found * 2 < group.paragraphs then return end
  local count = {}
  for _, one in ipairs(group.found) do
    one.keys = heading.build(one.text)
    for _, key in ipairs(one.keys) do count[key] = (count[key] or 0) + 1 end
  end
  for _, one in ipairs(group.found) do
    for _, key in ipairs(one.keys) do
      if count[key] > 1 then one.line.bare_run_in = true end
    end
  end
end

-- How many paragraphs begin with a label: 【战果】5月,…
local function count_labels(lines)
  local count = 0
  for k = 1, #lines do
    local line = lines[k]
    if line.role == "paragraph" and heading.label(line.text, line.i, line.j) then
      count = count + 1
    end
  end
  return count
end

local function has_marker(line)
  return line.class ~= "paragraph" and marker.read(line.text, line.i) ~= nil
end

local function find_bare_run_ins(lines)
  local group = { found = {}, paragraphs = 0, run = 0 }
  for k = 1, #lines do
    local line = lines[k]
    if line.role == "heading" then
      mark_bare_run_ins(group)
      group = { found = {}, paragraphs = 0, run = 0 }
    elseif line.role == "paragraph" and #line.text > 45 then
      local i = line.i
      local stop = heading.candidate(line.text, i, line.j)
      if stop or #line.text > 120 then group.paragraphs = group.paragraphs + 1 end
      if not stop or has_marker(line) or item_mark(line.text, i) then
        group.run = 0
      elseif sub(line.text, i, i + 5) ~= "——" then
        group.run = group.run + 1
        group.found[#group.found + 1] = { line = line, text = sub(line.text, i, stop) }
      end
    end
  end
  mark_bare_run_ins(group)
end

-- enumerations ---------------------------------------------------------------------

-- Behind a marker and the pauses at byte i of a text.
local function body_of(text, i)
  while true do
    local c = byte(text, i)
    if c == 44 or c == 58 or c == 32 or c == 9 then i = i + 1
    elseif c == 227 and sub(text, i, i + 2) == "、" then i = i + 3
    else return i end
  end
end

-- head: up to the first , ; or 。 behind the marker; lead: up to the first 。
local function read_item(doc, line, item)
  local text, last = line.text, item.last
  local body = body_of(text, item.marker_last + 1)
  local stop = find_within(text, "。", body, last)
  if not stop then
    stop = last + 1
    while stop > body and find(sub(text, stop - 1, stop - 1), "[; \t]") do stop = stop - 1 end
  end
  local head = find_within(text, ",", body, stop - 1) or stop
  head = find_within(text, ";", body, head - 1) or head
  local view, offset = doc.view, line.offset
  local first, final = view:original(offset + item.first, offset + last)
  local words, head_first, head_last = view:read(offset + body, offset + max(head, body) - 1)
  return {
    first = first, last = final, line = line.number,
    head_first = head_first, head_last = head_last,
    marker = (view:read(offset + item.first, offset + item.marker_last)),
    head = words,
    lead = head == stop and words or read_text(doc, line, body, stop - 1) or "",
  }
end

local function add_items(doc, line, run, items)
  for _, item in ipairs(run) do items[#items + 1] = read_item(doc, line, item) end
end

-- An enumeration over several paragraphs has the span of its part on the first
-- of them: no span crosses a line. Its items have their own.
local function add_run(doc, line, run)
  local before = run.continues
  if before then
    run.items, run.enumeration = before.items, before.enumeration
    if not run.enumeration then                -- the first item was waiting for a second
      run.items = {}
      add_items(doc, before.line, before, run.items)
    end
  end
  run.items = run.items or {}
  add_items(doc, line, run, run.items)
  if not run.enumeration then
    local first = run.items[1]
    local last = first.last
    for _, item in ipairs(run.items) do
      if item.line == first.line then last = item.last end
    end
    run.enumeration = doc:annotate("enumeration", { type = "enumeration",
      first = first.first, last = last, line = first.line, items = run.items })
  end
end

local NONE = {}

-- 一是… on a line of its own is an item, even where no other one is near.
-- A run that it may have further down goes on from it.
local function add_lone(doc, lone, state)
  if not lone or lone.goes_on then return end
  add_run(doc, lone.line, lone)
  if state.expected[1] then state.expected = { lone } end
end

-- The runs of a paragraph; `state`: the runs that may go on, and the item that
-- opened the paragraph above and has no second one yet.
local function read_enumerations(doc, line, start, last, state)
  local runs, open = enumeration.read(line.text, start, last, state.expected)
  local before, lone = runs[1] and runs[1].continues, state.lone
  state.lone = nil
  if before and lone and before.first == lone.first and before.line == lone.line then
    lone.goes_on = true
  end
  add_lone(doc, lone, state)
  for k = 1, #runs do add_run(doc, line, runs[k]) end
  for k = 1, #open do open[k].line = line end
  if not (runs[1] and runs[1].first == start) then
    state.lone = enumeration.opening(line.text, start, last)
    if state.lone then state.lone.line = line end
  end
  state.expected = open[1] and open or enumeration.kept_open(state.expected)
end

-- Whether the marker that opens a line is the first of a run inside it: 1.…。2.…。
local function opens_run(line)
  if line.class ~= "run_in" then return false end
  local runs = enumeration.read(line.text, line.i, line.j, NONE)
  return runs[1] ~= nil and runs[1].first == line.i
end

-- the stage ------------------------------------------------------------------------

local function run(doc)
  find_bare_run_ins(doc.lines)
  local labels = count_labels(doc.lines)
  local open, state, ranks = {}, { expected = NONE, lone = nil }, levels.read(doc.lines)
  for k = 1, #doc.lines do
    local line = doc.lines[k]
    if line.role == "heading" then
      add_lone(doc, state.lone, state)
      state.expected, state.lone = NONE, nil
      heading_line(doc, line, open, ranks)
    elseif line.role == "paragraph" then
      local mark = not opens_run(line) and run_in(doc, line, open, labels)
      local start = mark and (mark.closing or mark.last) + 1 or line.i
      read_enumerations(doc, line, start, line.j, state)
    end
  end
  add_lone(doc, state.lone, state)
end

return {
  name = "outline", needs = { "zones" }, reads = { "line" }, makes = { "section", "enumeration" },
  language = "zh", of_pages = true, run = run,
}
