-- The stage `phrases`: what a numeral phrase stands for, where the document
-- spells it out: a list before it (A、B、C三项机制), one behind it (三种能力:A、
-- B、C), headings or items that it announces, or a list elsewhere in the
-- paragraph whose items end with its noun. A list of another length than the
-- phrase says is not its list.

local core = require "jilu.core"
local lists = require "jilu.lists"
local marker = require "jilu.marker"

local byte, find, sub = string.byte, string.find, string.sub
local find_within = core.find_within

local function count_of(phrase)
  local n, parts = 0, phrase.parts
  for k = 1, #parts do
    local number = parts[k].number
    if not number then return nil end
    n = n + number
  end
  return n >= 2 and n <= 20 and n or nil
end

---@class jilu.PhrasePlace
---@field phrase table
---@field following table?  the phrase behind it
---@field n integer?  how many it says
---@field line jilu.Line
---@field i integer  where it stands in the folded text of the line
---@field j integer
---@field nouns string[]?  folded, those that were asked for

-- One place of a phrase, located once for all ways.
local function place_of(doc, phrases, k)
  local phrase = phrases[k]
  local line, i, j = doc.lines[phrase.line], phrase.folded_first, phrase.folded_last
  if i then i, j = i - line.offset, j - line.offset
  else line, i, j = doc:locate(phrase.first, phrase.last) end
  return { phrase = phrase, following = phrases[k + 1], line = line, i = i, j = j,
    n = count_of(phrase) }
end

-- The noun of part k.
local function noun_of(doc, place, k)
  local nouns = place.nouns
  if not nouns then
    nouns = {}
    place.nouns = nouns
  elseif nouns[k] then
    return nouns[k]
  end
  local part, noun = place.phrase.parts[k], ""
  if part.noun_first then
    noun = sub(doc.folded, doc.view:locate(part.noun_first, part.noun_last))
  end
  nouns[k] = noun
  return noun
end

local function members_of(doc, line, items)
  local members = {}
  for k = 1, #items do
    local item = items[k]
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

-- What opens a phrase, in the order in which it stands from the phrase on:
-- (简称“…. No two of them end with the same byte.
local OPENING = { "“", "「", "简称", "即", "(" }

local by_last_byte = {}
for k, word in ipairs(OPENING) do by_last_byte[byte(word, -1)] = k end

-- The byte before the phrase that begins at i, and before what opens it.
local function before_marks(text, i)
  local at, least = i - 1, 1
  while at > 0 do
    local k = by_last_byte[byte(text, at)]
    if not k or k < least then return at end
    local word = OPENING[k]
    if sub(text, at - #word + 1, at) ~= word then return at end
    at, least = at - #word, k + 1
  end
  return at
end

local CLOSING = { ["”"] = true, ["」"] = true, ["》"] = true }

local function listed_before(doc, place)
  local line, phrase = place.line, place.phrase
  local text = line.text
  local at = before_marks(text, place.i)
  -- A、B“双减” lists nothing, A、B两项措施 does
  if #phrase.parts == 1 and phrase.parts[1].classifier == ""
    and not CLOSING[sub(text, at - 2, at)] then return nil end
  local items = lists.before(text, at, place.n)
  if not items then return nil end
  if #phrase.parts == 1 then begin_with(text, items, noun_of(doc, place, 1)) end
  return members_of(doc, line, items)
end

local function listed_after(doc, place)
  local text, i = place.line.text, place.j + 1
  if not lists.announced(text, i) then return nil end
  local items = lists.after(text, i, place.n)
  return items and members_of(doc, place.line, items)
end

-- “321”(三项制度、两个平台、一张清单): the members are phrases themselves, and
-- the digits take their parts.
local function formula(doc, place)
  local phrase, following = place.phrase, place.following
  if not following or not find(following.key, "、", 1, true) then return nil end
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

-- The headings of a document with their texts, read once, by level.
local function headings_of(doc)
  local sections, by_level = doc:layer "section", { {}, {}, {}, {} }
  if #sections > MOST_HEADINGS then return by_level end
  for _, section in ipairs(sections) do
    local list = by_level[section.level]
    if list and (section.heading or "") ~= "" then
      local line, i, j = heading_text(doc, section)
      if j >= i then
        list[#list + 1] = { line, i, j, first = section.first, text = sub(line.text, i, j) }
      end
    end
  end
  return by_level
end

-- The headings of a list behind `last` that have the noun.
local function headings_with(list, noun, last)
  local found = {}
  for k = 1, #list do
    local heading = list[k]
    if heading.first > last and find(heading.text, noun, 1, true) then
      found[#found + 1] = heading
    end
  end
  return found
end

-- Headings of one level, as many as the phrase says, each with its noun.
local function announced_headings(doc, place, known)
  known.headings = known.headings or headings_of(doc)
  local n, headings = place.n, known.headings
  for level = 1, 4 do
    local list = headings[level]
    if #list >= n then
      list = headings_with(list, noun_of(doc, place, 1), place.phrase.last)
      if #list == n then
        local members = {}
        for k, item in ipairs(list) do
          members[k] = members_of(doc, item[1], { { item[2], item[3] } })[1]
        end
        return members
      end
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
local function announced_items(doc, place, known)
  local enumeration
  local phrase, n, following = place.phrase, place.n, place.following
  known.enumerations = known.enumerations or enumerations_by_line(doc)
  local list = known.enumerations[phrase.line]
  for k = 1, list and #list or 0 do
    local e = list[k]
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

-- Does every noun stand in text[i..j]? Most phrases of several parts are not
-- spelled out behind them.
local function has_nouns(doc, place, text, i, j)
  local parts = place.phrase.parts
  for k = 1, #parts do
    if parts[k].number > 0 and not find_within(text, noun_of(doc, place, k), i, j) then
      return false
    end
  end
  return true
end

-- 两区一园三室: the items behind it that end with each noun.
local function by_suffix(doc, place)
  local phrase, line, j = place.phrase, place.line, place.j
  if #phrase.parts < 2 then return nil end
  local text = line.text
  local stop = find_within(text, "。", j + 1, j + SENTENCE)
    or #text - j < SENTENCE and #text + 1
  if not stop or not has_nouns(doc, place, text, j + 1, stop - 1) then return nil end
  local items = lists.split(text, j + 1, stop - 1)
  if #items < place.n then return nil end
  local counts, list, parts = {}, {}, phrase.parts
  for k = 1, #items do
    local item = items[k]
    for p = 1, #parts do
      local noun = noun_of(doc, place, p)
      if noun ~= "" and item[2] - item[1] >= #noun and (counts[noun] or 0) < parts[p].number
        and sub(text, item[2] - #noun + 1, item[2]) == noun then
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
  return #list == place.n and members_of(doc, line, list) or nil
end

-- Bytes on each side that are near.
local NEAR = 3000

-- A list in the paragraph, or right before it, whose items end with the noun.
local function listed_near(doc, place)
  if #place.phrase.parts > 1 then return nil end
  local noun, n, i, j = noun_of(doc, place, 1), place.n, place.i, place.j
  if #noun < 6 then return nil end
  local text = place.line.text
  local items = lists.ending_with(text, j + 1, math.min(#text, j + NEAR), n, noun)
    or lists.ending_with(text, math.max(1, i - NEAR), i - 1, n, noun)
  return items and members_of(doc, place.line, items)
end

-- Behind `formula`, of phrases that say how many.
local WAYS = { listed_before, listed_after, by_suffix, announced_headings, announced_items,
  listed_near }

-- A phrase is spelled out where it is new: what stands at its later places is
-- not looked at.
local MOST_PLACES = 8

-- The first places of each phrase.
local function new_places(doc, phrases)
  local places, seen = {}, {}
  for k = 1, #phrases do
    local key = phrases[k].key
    local times = (seen[key] or 0) + 1
    seen[key] = times
    if times <= MOST_PLACES then places[#places + 1] = place_of(doc, phrases, k) end
  end
  return places
end

-- Every way takes (doc, place, what is known) and returns members or nil.
local function try(doc, places, way, defined, known)
  for k = 1, #places do
    local place = places[k]
    local key = place.phrase.key
    if not defined[key] then
      local members = way(doc, place, known)
      if members then
        place.phrase.members = members
        defined[key] = place.phrase
      end
    end
  end
end

-- Of these places those for which `is` holds.
local function those(places, is)
  local list = {}
  for k = 1, #places do
    local place = places[k]
    if is(place) then list[#list + 1] = place end
  end
  return list
end

local function is_formula(place) return #place.phrase.parts == 0 end

local function is_counted(place) return place.n ~= nil end

local function run(doc)
  local phrases, defined, known = doc:facts "numeral_phrase", {}, {}
  for k = 1, #phrases do phrases[k].members = {} end
  local places = new_places(doc, phrases)
  try(doc, those(places, is_formula), formula, defined, known)
  local counted = those(places, is_counted)
  for k = 1, #WAYS do try(doc, counted, WAYS[k], defined, known) end
  -- a formula means the same wherever it stands
  for k = 1, #phrases do
    local phrase = phrases[k]
    if #phrase.parts == 0 and defined[phrase.key] then phrase.parts = defined[phrase.key].parts end
  end
end

return { needs = { "facts" }, run = run }
