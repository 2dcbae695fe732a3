-- The stage `frameworks`: the system of work that a document describes, as a
-- tree. Its root is the numeral phrase that the headings or the formula spell
-- out (三个聚焦: three headings; “321”: three, two and one), else one whose
-- members stand in a list, else the word that all headings of a level quote.
-- Below a heading stand the heads of its items (一是 …).

local core = require "jilu.core"
local words = require "jilu.zh.frameworks"

local find, sub = string.find, string.sub

-- A word that headings quote is a system from this many headings on.
local FEWEST = 3

local function node(doc, first, last)
  return { name = (doc:norm(first, last)), first = first, last = last, members = {} }
end

-- Headings --------------------------------------------------------------------------

-- The headings of each level, each with the place of its words in its line and
-- what stands below it.
local function read_headings(doc)
  local sections, list = doc:layer "section", {}
  for k = 1, #sections do
    local section = sections[k]
    local line, _, j = doc:locate(section.first, section.last)
    local text = core.fold(section.heading or "")
    local i = text ~= "" and find(line.text, text, 1, true)
    list[k] = { section = section, line = line, level = section.level, i = i,
      j = i and math.min(j, i + #text - 1), below = {} }
  end
  return list
end

-- The items below each heading that have a head.
local function attach_items(doc, headings)
  local enumerations, k = doc:layer "enumeration", 0
  for e = 1, #enumerations do
    local enumeration = enumerations[e]
    while headings[k + 1] and headings[k + 1].section.first < enumeration.first do k = k + 1 end
    local heading = headings[k]
    local items = heading and heading.i and enumeration.items
    for n = 1, items and #items or 0 do
      local item = items[n]
      if item.head_last >= item.head_first then heading.below[#heading.below + 1] = item end
    end
  end
end

local function of_level(headings, level)
  local list = {}
  for _, heading in ipairs(headings) do
    if heading.level == level and heading.i then list[#list + 1] = heading end
  end
  return list
end

local function heading_node(doc, heading, i, j)
  local first, last = doc:span(heading.line, i, j)
  local made = node(doc, first, last)
  for k, item in ipairs(heading.below) do
    made.members[k] = node(doc, item.head_first, item.head_last)
  end
  return made
end

-- The part of a heading before its first comma.
local function first_part(heading)
  local text = heading.line.text
  local comma = find(text, "[,;: ]", heading.i)
  return heading.i, comma and comma <= heading.j and comma - 1 or heading.j
end

-- Roots that headings spell out -------------------------------------------------------

local function folded(doc, first, last)
  local line, i, j = doc:locate(first, last)
  return sub(line.text, i, j)
end

-- 组织 of 三大建设 stands in its heading as 组织建设: where, or nil.
local function member_in(doc, heading, member, noun)
  local name = folded(doc, member.first, member.last)
  if sub(name, -#noun) ~= noun then name = name .. noun end
  local i, j = find(heading.line.text, name, heading.i, true)
  if i and j <= heading.j then return i, j end
end

local function by_members(doc, headings, phrase, noun)
  local nodes = {}
  for k, heading in ipairs(headings) do
    local i, j = member_in(doc, heading, phrase.members[k], noun)
    if not i then return nil end
    nodes[k] = heading_node(doc, heading, i, j)
  end
  return nodes
end

local function by_noun(doc, headings, noun)
  local nodes = {}
  for k, heading in ipairs(headings) do
    local i, j = first_part(heading)
    local at = find(heading.line.text, noun, i, true)
    if not at or at > j then return nil end
    nodes[k] = heading_node(doc, heading, i, j)
  end
  return nodes
end

local function single_part(phrase)
  local part = phrase.parts and #phrase.parts == 1 and phrase.parts[1]
  return part and part.number and part.noun_first and part or nil
end

-- The nodes of a phrase whose number and noun fit the headings of one level.
local function spelled_out(doc, levels, phrase)
  local part = single_part(phrase)
  if not part then return nil end
  for _, headings in ipairs(levels) do
    if #headings == part.number then
      local noun = folded(doc, part.noun_first, part.noun_last)
      local nodes = #phrase.members == #headings and by_members(doc, headings, phrase, noun)
        or by_noun(doc, headings, noun)
      if nodes then return nodes, part end
    end
  end
end

-- Other roots -------------------------------------------------------------------------

local function with_members(phrases)
  local by_key = {}
  for k = 1, #phrases do
    local phrase = phrases[k]
    if phrase.members and #phrase.members > 0 and not by_key[phrase.key] then
      by_key[phrase.key] = phrase
    end
  end
  return by_key
end

local function members_as_nodes(doc, phrase)
  local nodes = {}
  for k, member in ipairs(phrase.members) do nodes[k] = node(doc, member.first, member.last) end
  return nodes
end

-- Where a member of a formula is treated: the heading of that name, else the
-- place where the formula lists it.
local function treated_at(doc, headings, member)
  local name = folded(doc, member.first, member.last)
  for _, heading in ipairs(headings) do
    local i, j = find(heading.line.text, name, heading.i or 1, true)
    if heading.i and i and j <= heading.j and heading.j - heading.i < #name + 8 then
      return doc:span(heading.line, i, j)
    end
  end
  return member.first, member.last
end

-- “321”: the members of the formula are phrases with members of their own.
local function of_formula(doc, headings, phrase, by_key)
  local nodes = {}
  for k, member in ipairs(phrase.members) do
    local made = node(doc, treated_at(doc, headings, member))
    local inner = by_key[folded(doc, member.first, member.last)]
    if inner then
      made.members = members_as_nodes(doc, inner)
      made.numeral = #inner.members
    end
    nodes[k] = made
  end
  return nodes
end

local function is_formula(phrase)
  return phrase.key:find "^%d+$" ~= nil
end

local function is_system(doc, phrase)
  local part = single_part(phrase)
  local noun = part and folded(doc, part.noun_first, part.noun_last)
  for _, known in ipairs(words.nouns) do
    if noun and sub(noun, -#known) == known then return true end
  end
  return false
end

-- The word in quotation marks that all headings of a level share.
local function shared_quotation(headings)
  if #headings < FEWEST then return nil end
  local text = headings[1].line.text
  local at = headings[1].i
  while true do
    local i, j, word = find(text, "“(.-)”", at)
    if not i or j > headings[1].j then return nil end
    local shared = true
    for _, heading in ipairs(headings) do
      local found = find(heading.line.text, "“" .. word .. "”", heading.i, true)
      if not found or found > heading.j then shared = false end
    end
    if shared then return word end
    at = j + 1
  end
end

-- The tree ----------------------------------------------------------------------------

local function kind_of(doc, part)
  local first = part.classifier_first or part.noun_first
  return (doc:norm(math.min(first, part.noun_first), part.noun_last))
end

local function annotate(doc, root, numeral, kind, members)
  root.numeral, root.kind, root.members = numeral, kind, members
  return doc:annotate("framework", root)
end

local function root_of(doc, phrase)
  return node(doc, phrase.first, phrase.last)
end

local function run(doc)
  local phrases = doc:facts "numeral_phrase"
  local headings = read_headings(doc)
  attach_items(doc, headings)
  local levels = { of_level(headings, 1), of_level(headings, 2) }
  local by_key = with_members(phrases)
  for k = 1, #phrases do
    local phrase = phrases[k]
    if by_key[phrase.key] == phrase and is_formula(phrase) then
      return annotate(doc, root_of(doc, phrase), phrase.key, nil,
        of_formula(doc, headings, phrase, by_key))
    end
  end
  for k = 1, #phrases do
    local phrase = phrases[k]
    local nodes, part = spelled_out(doc, levels, by_key[phrase.key] or phrase)
    if nodes then
      return annotate(doc, root_of(doc, by_key[phrase.key] or phrase), part.number,
        kind_of(doc, part), nodes)
    end
  end
  local word = shared_quotation(levels[1])
  if word then
    local nodes = {}
    for k, heading in ipairs(levels[1]) do
      nodes[k] = heading_node(doc, heading, heading.i, heading.j)
    end
    return annotate(doc, { name = word }, #nodes, nil, nodes)
  end
  for _, phrase in ipairs(phrases) do
    if by_key[phrase.key] == phrase and is_system(doc, phrase) then
      local part = single_part(phrase)
      return annotate(doc, root_of(doc, phrase), part.number, kind_of(doc, part),
        members_as_nodes(doc, phrase))
    end
  end
end

return { needs = { "outline", "facts", "phrases" }, run = function(doc) run(doc) end }
