-- The stage `phrases`: what a numeral phrase stands for, where the document
-- spells it out: a list before it (A、B、C三项机制), one behind it (三种能力:A、
-- B、C), headings or items that it announces, or a list elsewhere in the
-- paragraph whose items end with its noun. A list of another length than the
-- phrase says is not its list.

local core = require "jilu.core"
local announcements = require "jilu.phrases.announcements"
local data = require "jilu.zh.announcements"
local lists = require "jilu.phrases.lists"
local member_sets = require "jilu.phrases.member_sets"
local page = require "jilu.page.line_class"

local byte, find, max, sub = string.byte, string.find, math.max, string.sub
local find_within = core.find_within

local function count_of(parts)
  local n = 0
  for k = 1, #parts do
    local number = parts[k].number
    if not number then return nil end
    n = n + number
  end
  return n >= 2 and n <= 20 and n or nil
end

-- Where a phrase stands: its line, and its first and last byte there.
local function place_of(doc, phrase)
  local i = phrase.folded_first
  if not i then return doc:locate(phrase.first, phrase.last) end
  local line = doc.lines[phrase.line]
  local offset = line.offset
  return line, i - offset, phrase.folded_last - offset
end

---@class jilu.PhraseCount
---@field n integer     how many it says: a key is the phrase, so all its places say so
---@field parts table[]
---@field nouns string[]?  folded, those that were asked for
---@field headings table[]?  lists of those that it may announce

-- The noun of part k.
local function noun_of(doc, count, k)
  local nouns = count.nouns
  if not nouns then
    nouns = {}
    count.nouns = nouns
  elseif nouns[k] then
    return nouns[k]
  end
  local part = count.parts[k]
  local noun = part.noun_first
    and sub(doc.folded, doc.view:locate(part.noun_first, part.noun_last)) or ""
  nouns[k] = noun
  return noun
end

local function member_of(doc, line, i, j)
  local name, first, last = doc:read(line, i, j)
  return { name = name, first = first, last = last }
end

local function members_of(doc, line, items)
  local members = {}
  for k = 1, #items do members[k] = member_of(doc, line, items[k][1], items[k][2]) end
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

local CLOSING, closing_bytes = {}, {}
for _, mark in ipairs { "”", "」", "》" } do
  CLOSING[mark], closing_bytes[byte(mark, -1)] = true, true
end

local function listed_before(doc, phrase, count)
  local parts, line, i = count.parts, place_of(doc, phrase)
  local text = line.text
  local quoted = member_sets.quoted_before { line = line, i = i, n = count.n }
  if quoted then
    for k = 1, #quoted do quoted[k] = member_of(doc, line, quoted[k].i, quoted[k].j) end
    return quoted
  end
  -- A、B“双减” lists nothing, A、B两项措施 does
  local is_short = not parts[2] and parts[1].classifier == ""
  local final = byte(text, i - 1)
  if is_short and not by_last_byte[final] and not closing_bytes[final] then return nil end
  local at = before_marks(text, i)
  if is_short and not (closing_bytes[byte(text, at)] and CLOSING[sub(text, at - 2, at)]) then
    return nil
  end
  local items = lists.before(text, at, count.n)
  if not items or member_sets.are_phrases(text, items) then return nil end
  if not parts[2] then
    begin_with(text, items, noun_of(doc, count, 1))
    member_sets.cut_opener(text, items)
  end
  return members_of(doc, line, items)
end

local function listed_after(doc, phrase, count)
  local line, _, j = place_of(doc, phrase)
  local items = lists.after(line.text, j + 1, count.n)
  return items and members_of(doc, line, member_sets.without_brackets(line.text, items))
end

-- “321”(三项制度、两个平台、一张清单): the members are phrases themselves, and
-- the digits take their parts.
local function formula(doc, phrase, _, following)
  if not following or not find(following.key, "、", 1, true) then return nil end
  local digits = ""
  for _, part in ipairs(following.parts) do digits = digits .. (part.number or "?") end
  if digits ~= phrase.key then return nil end
  local line, i, j = doc:locate(following.first, following.last)
  phrase.parts = following.parts
  return members_of(doc, line, lists.split(line.text, i, j))
end

-- The words of a heading up to their first comma: bytes of its line.
local function first_words(text, i, j)
  local stop = find_within(text, ",", i, j) or j + 1
  stop = find_within(text, ";", i, stop - 1) or stop
  stop = (find_within(text, "。", i, stop - 1) or stop) - 1
  if byte(text, stop) == 58 then stop = stop - 1 end
  if sub(text, stop - 5, stop) == "方面" then stop = stop - 6 end
  -- a heading that is one quotation is what the marks hold
  if sub(text, stop - 2, stop) == "”" and sub(text, i, i + 2) == "“"
    and find_within(text, "”", i + 3, stop) == stop - 2 then
    return i + 3, stop - 3
  end
  return i, stop
end

-- A document of more headings than this has chapters; no phrase announces them.
local MOST_HEADINGS = 200

-- The headings of a document, read once, by level.
local function headings_of(doc)
  local sections, by_level = doc:layer "section", { {}, {}, {}, {} }
  if #sections > MOST_HEADINGS then return by_level end
  for k = 1, #sections do
    local section = sections[k]
    local list = by_level[section.level]
    if list and section.i and section.i <= section.j then
      local line = doc.lines[section.line]
      local i, j = first_words(line.text, section.i, section.j)
      if i <= j then list[#list + 1] = { line = line, i = i, j = j, first = section.first } end
    end
  end
  return by_level
end

-- The lists of at least n headings of one level that have a noun; nil where
-- there are none.
local function headings_with(headings, noun, n)
  local lists_of
  for level = 1, 4 do
    local list, found = headings[level], nil
    for k = 1, #list >= n and #list or 0 do
      local heading = list[k]
      if find_within(heading.line.text, noun, heading.i, heading.j) then
        found = found or {}
        found[#found + 1] = heading
      end
    end
    if found and #found >= n then
      lists_of = lists_of or {}
      lists_of[#lists_of + 1] = found
    end
  end
  return lists_of
end

-- What stands behind `last`, of headings in their order.
local function those_behind(list, last)
  local k, found = 1, {}
  while list[k] and list[k].first <= last do k = k + 1 end
  for n = k, #list do found[#found + 1] = list[n] end
  return found
end

-- Headings of one level, as many as the phrase says, each with its noun.
local function announced_headings(doc, phrase, count)
  local n, headings = count.n, count.headings
  for k = 1, #headings do
    local list = those_behind(headings[k], phrase.last)
    if #list == n then
      local members = {}
      for m = 1, n do members[m] = member_of(doc, list[m].line, list[m].i, list[m].j) end
      return members
    end
  end
end

-- What may announce headings: there are as many with its noun.
local function may_announce(doc, count, known)
  if count.n > known.most_headings then return false end
  known.headings = known.headings or headings_of(doc)
  count.headings = headings_with(known.headings, noun_of(doc, count, 1), count.n)
  return count.headings ~= nil
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
local function announced_items(doc, phrase, count, following, known)
  local enumeration
  local n = count.n
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
    local text = line.text
    local body = find(text, "[^ ,:\t]", mark + 1) or last + 1
    local stop = find_within(text, ",", body, last) or last + 1
    stop = find_within(text, ";", body, stop - 1) or stop
    stop = find_within(text, "。", body, stop - 1) or stop
    if stop <= body then return nil end
    members[k] = member_of(doc, line, body, stop - 1)
  end
  return members
end

-- Bytes of a sentence behind a phrase in which its items are looked for.
local SENTENCE = 1800

-- Does every noun stand in text[i..j]? Most phrases of several parts are not
-- spelled out behind them.
local function has_nouns(doc, count, text, i, j)
  local parts = count.parts
  for k = 1, #parts do
    if parts[k].number > 0 and not find_within(text, noun_of(doc, count, k), i, j) then
      return false
    end
  end
  return true
end

-- 两区一园三室: the items behind it that end with each noun.
local function by_suffix(doc, phrase, count)
  local line, _, j = place_of(doc, phrase)
  local text = line.text
  local stop = find_within(text, "。", j + 1, j + SENTENCE)
    or #text - j < SENTENCE and #text + 1
  if not stop or not has_nouns(doc, count, text, j + 1, stop - 1) then return nil end
  local items = lists.split(text, j + 1, stop - 1)
  if #items < count.n then return nil end
  local counts, list, parts, nouns = {}, {}, count.parts, count.nouns
  for k = 1, #items do
    local item = items[k]
    local first, last = item[1], item[2]
    for p = 1, #parts do
      local noun = nouns[p]
      local size = noun and #noun or 0
      if size > 0 and last - first >= size and (counts[noun] or 0) < parts[p].number
        and sub(text, last - size + 1, last) == noun then
        counts[noun] = (counts[noun] or 0) + 1
        if #list == 0 and items[k + 1] then
          first = lists.first_begins(text, { item, items[k + 1], items[k + 2] })
          item = { first, last }
        end
        list[#list + 1] = item
        break
      end
    end
  end
  return #list == count.n and members_of(doc, line, list) or nil
end

-- Bytes on each side that are near.
local NEAR = 3000

-- A list in the paragraph, or right before it, whose items end with the noun.
local function listed_near(doc, phrase, count)
  local noun, n = noun_of(doc, count, 1), count.n
  if #noun < 6 then return nil end
  local line, i, j = place_of(doc, phrase)
  local text = line.text
  local items = lists.ending_with(text, j + 1, math.min(#text, j + NEAR), n, noun)
    or lists.ending_with(text, max(1, i - NEAR), i - 1, n, noun)
  return items and members_of(doc, line, items)
end

-- A phrase is spelled out where it is new: what stands at its later places is
-- not looked at.
local MOST_PLACES = 8

-- Lists of the first places of each phrase.
local function by_key(phrases)
  local lists_of, order = {}, {}
  for k = 1, #phrases do
    local key = phrases[k].key
    local list = lists_of[key]
    if not list then
      list = { k }
      lists_of[key] = list
      order[#order + 1] = list
    elseif #list < MOST_PLACES then
      list[#list + 1] = k
    end
  end
  return order
end

-- Every way takes (doc, the phrase at one place, what it counts, the phrase
-- behind it, what is known) and returns members or nil. The members of the first
-- place that has some are what the phrase stands for.
local function try(doc, phrases, list, way, count, known)
  for n = 1, #list do
    local k = list[n]
    local phrase = phrases[k]
    local members = way(doc, phrase, count, phrases[k + 1], known)
    if members then
      phrase.members = members
      return phrase
    end
  end
end

-- Spells out the phrase at some places, if one of them has what it stands for.
local function spell_out(doc, phrases, list, known)
  local parts = phrases[list[1]].parts
  if not parts[1] then return try(doc, phrases, list, formula) end
  local n = count_of(parts)
  if not n then return nil end
  local count = { n = n, parts = parts, nouns = nil, headings = nil }
  return try(doc, phrases, list, listed_before, count)
    or try(doc, phrases, list, listed_after, count)
    or parts[2] and try(doc, phrases, list, by_suffix, count)
    or may_announce(doc, count, known) and try(doc, phrases, list, announced_headings, count)
    or known.has_items[n] and try(doc, phrases, list, announced_items, count, known)
    or not parts[2] and try(doc, phrases, list, listed_near, count)
end

-- What tells most phrases that no headings and no items are theirs: how many
-- headings there are of a level at most, and of how many items enumerations are.
local function survey(doc)
  local known = { most_headings = 0, has_items = {}, headings = nil, enumerations = nil }
  local counts, sections = {}, doc:layer "section"
  for k = 1, #sections do
    local level = sections[k].level
    counts[level] = (counts[level] or 0) + 1
  end
  for level = 1, 4 do known.most_headings = max(known.most_headings, counts[level] or 0) end
  local enumerations = doc:layer "enumeration"
  for k = 1, #enumerations do known.has_items[#enumerations[k].items] = true end
  return known
end

-- The numeral phrase that begins where an announcement does, or around it: one of the
-- first `count`, which stand in their order, or of those that announcements made.
local function phrase_at(phrases, count, first, last)
  local low, high = 1, count + 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if phrases[middle].last < first then low = middle + 1 else high = middle end
  end
  for _, k in ipairs { low, #phrases } do
    local phrase = phrases[k]
    if phrase and phrase.first <= last and phrase.last >= first then return phrase end
  end
end

local function folded_place(a, i, j) return a.line.offset + i, a.line.offset + j end

-- An announcement that its members show to be a phrase: 三个阶段
local function add_phrase(doc, a, first, last, members)
  local text = sub(a.line.text, a.i, a.j)
  local folded_first, folded_last = folded_place(a, a.i, a.j)
  local noun, noun_first, noun_last = doc:read(a.line, a.noun_first, a.j)
  local classifier, classifier_first, classifier_last = "", nil, nil
  if a.classifier ~= "" then
    classifier, classifier_first, classifier_last =
      doc:read(a.line, a.number_last + 1, a.noun_first - 1)
  end
  return doc:annotate("numeral_phrase", {
    first = first, last = last, line = a.line.number, key = text, text = doc:norm(first, last),
    rule = "numeral_phrase.announced", members = members,
    folded_first = folded_first, folded_last = folded_last,
    parts = { { number = a.n, classifier = classifier, classifier_first = classifier_first,
      classifier_last = classifier_last, noun = noun, noun_first = noun_first,
      noun_last = noun_last } },
  })
end

local function is_plain(a)
  if page.is_body(sub(a.line.text, a.noun_first, a.j)) then return true end
  return data.plain_nouns[sub(a.line.text, a.noun_first, a.j)]
    or find(sub(a.line.text, a.i, a.number_last), "%d") ~= nil
end

-- What is announced with any noun: members of phrases that have none so far, and
-- phrases that their members make. Kept for the stage `frameworks`.
-- These stand beside the announcement: each place has its own.
local BESIDE = { quoted_before = true, listed_before = true }

local function read_announcements(doc, phrases)
  local list, spelled, count = announcements.read(doc), {}, #phrases
  for k = 1, count do
    local phrase = phrases[k]
    if phrase.members and phrase.members[1] then spelled[phrase.key] = true end
  end
  for _, a in ipairs(list) do
    local places, way = member_sets.find(a, doc)
    local first, last = doc:span(a.line, a.i, a.j)
    local phrase = phrase_at(phrases, count, first, last)
    a.first, a.last, a.way, a.places = first, last, way, places
    local members
    for k, place in ipairs(places or {}) do
      members = members or {}
      members[k] = member_of(doc, place.line, place.i, place.j)
    end
    local key = phrase and phrase.key or sub(a.line.text, a.i, a.j)
    if members and (not spelled[key] or not phrase and BESIDE[way]) then
      if phrase and phrase.first == first and not (phrase.members and phrase.members[1]) then
        phrase.members, spelled[key] = members, true
      elseif not phrase and not is_plain(a) then
        phrase, spelled[key] = add_phrase(doc, a, first, last, members), true
      end
    end
    a.members, a.phrase = members, phrase
  end
  doc.meta.announcements = list
end

local function by_first(a, b) return a.first < b.first end

local function run(doc)
  local phrases, defined = doc:facts "numeral_phrase", {}
  if not phrases[1] then
    read_announcements(doc, phrases)
    return
  end
  local known, none = survey(doc), {}
  for k = 1, #phrases do phrases[k].members = none end
  local order = by_key(phrases)
  for k = 1, #order do
    local phrase = spell_out(doc, phrases, order[k], known)
    if phrase then defined[phrase.key] = phrase end
  end
  -- a formula means the same wherever it stands
  for k = 1, #phrases do
    local phrase = phrases[k]
    if #phrase.parts == 0 and defined[phrase.key] then phrase.parts = defined[phrase.key].parts end
  end
  local before = #phrases
  read_announcements(doc, phrases)
  if #phrases > before then table.sort(phrases, by_first) end
end

-- It adds members and parts to the numeral phrases of the facts, and phrases to them.
return {
  name = "phrases", needs = { "facts" }, reads = { "numeral_phrase", "section", "enumeration" },
  makes = {}, adds = { "numeral_phrase" }, language = "zh", run = run,
}
