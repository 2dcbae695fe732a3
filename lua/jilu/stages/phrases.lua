-- The stage `phrases`: what a numeral phrase stands for, where the document
-- spells it out: a list before it (A、B、C三项机制), one behind it (三种意识:A、
-- B、C), headings or items that it announces, or a list elsewhere in the
-- paragraph whose items end with its noun. A list of another length than the
-- phrase says is not its list.

local lists = require "jilu.lists"
local marker = require "jilu.marker"

local find, sub = string.find, string.sub
local find_within = lists.find_within

local function count_of(phrase)
  local n = 0
  for _, part in ipairs(phrase.parts) do
    if not part.number then return nil end
    n = n + part.number
  end
  return n >= 2 and n <= 20 and n or nil
end

local function noun_of(doc, part)
  if not part.noun_first then return "" end
  local line, i, j = doc:locate(part.noun_first, part.noun_last)
  return sub(line.text, i, j)
end

local function members_of(doc, line, items)
  local members = {}
  for k, item in ipairs(items) do
    local first, last = doc:span(line, item[1], item[2])
    members[k] = { name = (doc:norm(first, last)), first = first, last = last }
  end
  return members
end

-- Items that all hold the noun inside begin with it: 创十佳科室、争十佳标兵.
local function begin_with(text, items, noun)
  for _, item in ipairs(items) do
    if not find_within(text, noun, item[1], item[2] - 1) then return items end
  end
  for _, item in ipairs(items) do item[1] = find(text, noun, item[1], true) end
  return items
end

-- `at` is the byte before the phrase and its opening marks: (简称“…
local function before_marks(text, i)
  local at = i - 1
  for _, word in ipairs { "“", "「", "简称", "即", "(" } do
    if sub(text, at - #word + 1, at) == word then at = at - #word end
  end
  return at
end

local function closes(text, at)
  for _, mark in ipairs { "”", "」", "》" } do
    if sub(text, at - 2, at) == mark then return true end
  end
end

local function listed_before(doc, phrase, n)
  local line, i = doc:locate(phrase.first, phrase.last)
  local at = before_marks(line.text, i)
  -- A、B“双减” lists nothing, A、B两项措施 does
  if #phrase.parts == 1 and phrase.parts[1].classifier == "" and not closes(line.text, at) then
    return nil
  end
  local items = lists.before(line.text, at, n)
  if not items then return nil end
  if #phrase.parts == 1 then begin_with(line.text, items, noun_of(doc, phrase.parts[1])) end
  return members_of(doc, line, items)
end

local function listed_after(doc, phrase, n)
  local line, _, j = doc:locate(phrase.first, phrase.last)
  local items = lists.after(line.text, j + 1, n)
  return items and members_of(doc, line, items)
end

-- “651”(六项制度、五个载体、一本台账): the members are phrases themselves, and
-- the digits take their parts.
local function formula(doc, phrase, following)
  if #phrase.parts > 0 or not following or not following.key:find "、" then return nil end
  local digits = ""
  for _, part in ipairs(following.parts) do digits = digits .. (part.number or "?") end
  if digits ~= phrase.key then return nil end
  local line, i, j = doc:locate(following.first, following.last)
  phrase.parts = following.parts
  return members_of(doc, line, lists.split(line.text, i, j))
end

-- The text of a heading up to its first comma, without its number.
local function heading_text(doc, section)
  local line, i, j = doc:locate(section.first, section.last)
  i = find(line.text, "[^ \t]", i) or i
  local _, _, mark = marker.read(line.text, i)
  if mark then i = find(line.text, "[^ \t]", mark + 1) or i end
  local text = sub(line.text, i, j)
  local comma = find(text, "[,;]") or find(text, "。", 1, true) or #text + 1
  local stop = comma - 1
  for _, tail in ipairs { ":", "方面" } do
    if sub(text, stop - #tail + 1, stop) == tail then stop = stop - #tail end
  end
  -- a heading that is one quotation is what the marks hold
  if sub(text, 1, 3) == "“" and find(text, "”", 4, true) == stop - 2 then
    return line, i + 3, i + stop - 4
  end
  return line, i, i + stop - 1
end

-- A document of more headings than this has chapters; no phrase announces them.
local MOST_HEADINGS = 200

-- The headings of a document with their texts, read once.
local function headings_of(doc)
  local sections, list = doc:layer "section", {}
  if #sections > MOST_HEADINGS then return list end
  for _, section in ipairs(sections) do
    if (section.heading or "") ~= "" then
      local line, i, j = heading_text(doc, section)
      if j >= i then
        list[#list + 1] = { line, i, j, first = section.first, level = section.level,
          text = sub(line.text, i, j) }
      end
    end
  end
  return list
end

-- Headings of one level, as many as the phrase says, each with its noun.
local function announced_headings(doc, phrase, n, _, known)
  local noun = noun_of(doc, phrase.parts[1])
  local by_level = {}
  known.headings = known.headings or headings_of(doc)
  for _, heading in ipairs(known.headings) do
    if heading.first > phrase.last then
      local list = by_level[heading.level] or {}
      by_level[heading.level] = list
      if find(heading.text, noun, 1, true) then list[#list + 1] = heading end
    end
  end
  for level = 1, 4 do
    local list = by_level[level]
    if list and #list == n then
      local members = {}
      for k, item in ipairs(list) do
        members[k] = members_of(doc, item[1], { { item[2], item[3] } })[1]
      end
      return members
    end
  end
end

local function enumerations_by_line(doc)
  local by_line = {}
  for _, e in ipairs(doc:layer "enumeration") do
    local list = by_line[e.line] or {}
    by_line[e.line] = list
    list[#list + 1] = e
  end
  return by_line
end

-- 一是 二是 … behind the phrase in its paragraph, as many as it says.
local function announced_items(doc, phrase, n, following, known)
  local enumeration
  known.enumerations = known.enumerations or enumerations_by_line(doc)
  for _, e in ipairs(known.enumerations[phrase.line] or {}) do
    if e.first > phrase.last and #e.items == n then
      enumeration = e
      break
    end
  end
  -- the last occurrence before the items is the one that announces them
  if not enumeration or following and following.line == phrase.line
    and following.key == phrase.key and following.first < enumeration.first then return nil end
  local members = {}
  for k, item in ipairs(enumeration.items) do
    local line, _, last = doc:locate(item.first, item.last)
    local _, _, mark = doc:locate(item.first, item.first + #item.marker - 1)
    local body = find(line.text, "[^ ,:\t]", mark + 1) or last + 1
    local text = sub(line.text, body, last)
    local comma = find(text, "[,;]") or #text + 1
    local stop = math.min(comma, find(text, "。", 1, true) or #text + 1)
    if stop < 2 then return nil end
    members[k] = members_of(doc, line, { { body, body + stop - 2 } })[1]
  end
  return members
end

-- Bytes of a sentence behind a phrase in which its items are looked for.
local SENTENCE = 1800

-- 三区一校七室: the items behind it that end with each noun.
local function by_suffix(doc, phrase, n)
  if #phrase.parts < 2 then return nil end
  local line, _, j = doc:locate(phrase.first, phrase.last)
  local text = line.text
  local stop = find_within(text, "。", j, j + SENTENCE)
    or #text - j < SENTENCE and #text + 1
  if not stop then return nil end
  local counts, wanted, list = {}, {}, {}
  for k, part in ipairs(phrase.parts) do wanted[k] = { noun_of(doc, part), part.number } end
  local items = lists.split(text, j + 1, stop - 1, true)
  for k, item in ipairs(items) do
    for _, want in ipairs(wanted) do
      local noun = want[1]
      local ending = sub(text, math.max(item[1] + 1, item[2] - #noun + 1), item[2])
      if noun ~= "" and ending == noun and (counts[noun] or 0) < want[2] then
        counts[noun] = (counts[noun] or 0) + 1
        if #list == 0 and items[k + 1] then
          local first = lists.first_begins(text, { item, items[k + 1], items[k + 2] })
          item = { first, item[2] }
        end
        list[#list + 1] = item
        break
      end
    end
  end
  return #list == n and members_of(doc, line, list) or nil
end

-- Bytes on each side that are near.
local NEAR = 3000

-- A list in the paragraph, or right before it, whose items end with the noun.
local function listed_near(doc, phrase, n)
  local noun = noun_of(doc, phrase.parts[1])
  if #phrase.parts > 1 or #noun < 6 then return nil end
  local line, i, j = doc:locate(phrase.first, phrase.last)
  local text = line.text
  local items = lists.ending_with(text, j + 1, math.min(#text, j + NEAR), n, noun)
    or lists.ending_with(text, math.max(1, i - NEAR), i - 1, n, noun)
  return items and members_of(doc, line, items)
end

local WAYS = { formula, listed_before, listed_after, by_suffix, announced_headings, announced_items,
  listed_near }

-- A phrase is spelled out where it is new: what stands at its later places is
-- not looked at.
local MOST_PLACES = 8

-- Every way takes (doc, phrase, count, the phrase behind it, what is known).
local function resolve(doc, phrases, k, way, known)
  local phrase = phrases[k]
  if way == formula then return formula(doc, phrase, phrases[k + 1]) end
  local n = count_of(phrase)
  return n and #phrase.parts > 0 and way(doc, phrase, n, phrases[k + 1], known) or nil
end

-- The first places of each phrase.
local function new_places(phrases)
  local places, seen = {}, {}
  for k, phrase in ipairs(phrases) do
    seen[phrase.key] = (seen[phrase.key] or 0) + 1
    if seen[phrase.key] <= MOST_PLACES then places[#places + 1] = k end
  end
  return places
end

local function run(doc)
  local phrases, defined, known = doc:facts "numeral_phrase", {}, {}
  for _, phrase in ipairs(phrases) do phrase.members = {} end
  local places = new_places(phrases)
  for _, way in ipairs(WAYS) do
    for _, k in ipairs(places) do
      local phrase = phrases[k]
      if not defined[phrase.key] then
        local members = resolve(doc, phrases, k, way, known)
        if members then
          phrase.members = members
          defined[phrase.key] = phrase
        end
      end
    end
  end
  -- a formula means the same wherever it stands
  for _, phrase in ipairs(phrases) do
    if #phrase.parts == 0 and defined[phrase.key] then phrase.parts = defined[phrase.key].parts end
  end
end

return { needs = { "facts" }, run = run }
