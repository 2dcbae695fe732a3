-- The stage `frameworks`: the system of work that a document describes, as a
-- tree. Its root is the numeral phrase that the headings or the formula spell
-- out (三个聚焦: three headings; “321”: three, two and one), else one whose
-- members stand in a list, else the word that all headings of a level quote.
-- Below a heading stand the heads of its items (一是 …).

local core = require "jilu.core"
local words = require "jilu.zh.frameworks"

local find, sub = string.find, string.sub
local find_within = core.find_within

-- A word that headings quote is a system from this many headings on.
local FEWEST = 3

local function node(doc, first, last)
  return { name = (doc:norm(first, last)), first = first, last = last, members = {} }
end

-- Headings --------------------------------------------------------------------------

-- The sections of the levels that may be spelled out, of those with words: `i`
-- and `j` are their bytes in the line.
local function read_headings(doc)
  local sections, levels = doc:layer "section", { {}, {}, below = nil }
  for k = 1, #sections do
    local section = sections[k]
    local list = levels[section.level]
    if list and section.i and section.i <= section.j then list[#list + 1] = section end
  end
  return levels
end

-- The items below each section that have a head.
local function items_below(doc)
  local sections, enumerations, below = doc:layer "section", doc:layer "enumeration", {}
  local k = 0
  for e = 1, #enumerations do
    local enumeration = enumerations[e]
    while sections[k + 1] and sections[k + 1].first < enumeration.first do k = k + 1 end
    local section = sections[k]
    local list = section and (below[section] or {})
    for n = 1, list and #enumeration.items or 0 do
      local item = enumeration.items[n]
      if item.head_last >= item.head_first then list[#list + 1] = item end
    end
    if section then below[section] = list end
  end
  return below
end

local function text_of(doc, heading)
  return doc.lines[heading.line].text
end

local NONE = {}

local function heading_node(doc, levels, heading, i, j)
  levels.below = levels.below or items_below(doc)
  local first, last = doc:span(doc.lines[heading.line], i, j)
  local made = node(doc, first, last)
  for k, item in ipairs(levels.below[heading] or NONE) do
    made.members[k] = node(doc, item.head_first, item.head_last)
  end
  return made
end

-- The part of a heading before its first comma.
local function first_part(text, heading)
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
  return find_within(text_of(doc, heading), name, heading.i, heading.j)
end

local function by_members(doc, levels, headings, phrase, noun)
  local nodes = {}
  for k, heading in ipairs(headings) do
    local i, j = member_in(doc, heading, phrase.members[k], noun)
    if not i then return nil end
    nodes[k] = heading_node(doc, levels, heading, i, j)
  end
  return nodes
end

local function by_noun(doc, levels, headings, noun)
  local nodes = {}
  for k, heading in ipairs(headings) do
    local text = text_of(doc, heading)
    local i, j = first_part(text, heading)
    local at = find(text, noun, i, true)
    if not at or at > j then return nil end
    nodes[k] = heading_node(doc, levels, heading, i, j)
  end
  return nodes
end

local function single_part(phrase)
  local parts = phrase.parts
  local part = parts and parts[1]
  return part and not parts[2] and part.number and part.noun_first and part or nil
end

-- The nodes of a phrase whose number and noun fit the headings of one level.
local function spelled_out(doc, levels, phrase)
  local part = single_part(phrase)
  if not part then return nil end
  for _, headings in ipairs(levels) do
    if #headings == part.number then
      local noun = folded(doc, part.noun_first, part.noun_last)
      local nodes = #phrase.members == #headings
          and by_members(doc, levels, headings, phrase, noun)
        or by_noun(doc, levels, headings, noun)
      if nodes then return nodes, part end
    end
  end
end

-- Other roots -------------------------------------------------------------------------

-- The first phrase of each key that has members; nil where none has.
local function with_members(phrases)
  local by_key
  for k = 1, #phrases do
    local phrase = phrases[k]
    if phrase.members and phrase.members[1] then
      by_key = by_key or {}
      by_key[phrase.key] = by_key[phrase.key] or phrase
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
local function treated_at(doc, sections, member)
  local name = folded(doc, member.first, member.last)
  for _, heading in ipairs(sections) do
    local i, j
    if heading.i then
      i, j = find_within(text_of(doc, heading), name, heading.i, heading.j)
    end
    if i and heading.j - heading.i < #name + 8 then
      return doc:span(doc.lines[heading.line], i, j)
    end
  end
  return member.first, member.last
end

-- “321”: the members of the formula are phrases with members of their own.
local function of_formula(doc, phrase, by_key)
  local sections, nodes = doc:layer "section", {}
  for k, member in ipairs(phrase.members) do
    local made = node(doc, treated_at(doc, sections, member))
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
local function shared_quotation(doc, headings)
  if #headings < FEWEST then return nil end
  local text, at, last = text_of(doc, headings[1]), headings[1].i, headings[1].j
  while true do
    local i, j, word
    if find_within(text, "“", at, last) then i, j, word = find(text, "“(.-)”", at) end
    if not i or j > last then return nil end
    local shared = true
    for _, heading in ipairs(headings) do
      shared = shared
        and find_within(text_of(doc, heading), "“" .. word .. "”", heading.i, heading.j)
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

-- Phrases with members of their own: a formula, or the name of a system.
local function formula(doc, phrases, by_key)
  for k = 1, #phrases do
    local phrase = phrases[k]
    if by_key[phrase.key] == phrase and is_formula(phrase) then
      return annotate(doc, root_of(doc, phrase), phrase.key, nil,
        of_formula(doc, phrase, by_key))
    end
  end
end

local function named_system(doc, phrases, by_key)
  for k = 1, #phrases do
    local phrase = phrases[k]
    if by_key[phrase.key] == phrase and is_system(doc, phrase) then
      local part = single_part(phrase)
      return annotate(doc, root_of(doc, phrase), part.number, kind_of(doc, part),
        members_as_nodes(doc, phrase))
    end
  end
end

local function of_headings(doc, phrases, levels, by_key)
  local n1, n2 = #levels[1], #levels[2]
  for k = 1, #phrases do
    local phrase = phrases[k]
    local part = phrase.parts and phrase.parts[1]
    local number = part and part.number
    if number and (number == n1 or number == n2) then
      local known = by_key and by_key[phrase.key] or phrase
      local nodes
      nodes, part = spelled_out(doc, levels, known)
      if nodes then
        return annotate(doc, root_of(doc, known), part.number, kind_of(doc, part), nodes)
      end
    end
  end
end

local function quoted(doc, levels)
  local word = shared_quotation(doc, levels[1])
  if not word then return nil end
  local nodes = {}
  for k, heading in ipairs(levels[1]) do
    nodes[k] = heading_node(doc, levels, heading, heading.i, heading.j)
  end
  return annotate(doc, { name = word }, #nodes, nil, nodes)
end

local function run(doc)
  local phrases, levels = doc:facts "numeral_phrase", read_headings(doc)
  local by_key = with_members(phrases)
  return by_key and formula(doc, phrases, by_key)
    or of_headings(doc, phrases, levels, by_key)
    or quoted(doc, levels)
    or by_key and named_system(doc, phrases, by_key)
end

return {
  name = "frameworks", needs = { "outline", "facts", "phrases" },
  reads = { "section", "enumeration", "numeral_phrase" }, makes = { "framework" },
  language = "zh", run = function(doc) run(doc) end,
}
