-- The stage `frameworks`: the systems of work that a document describes, as
-- trees. Where headings spell one out, that is the document's: a numeral phrase
-- (三个聚焦: three headings; “321”: three, two and one), the word that all headings
-- quote or share, a numbered heading over headings of its own. Else each list that
-- an announcement or a colon opens is one.

local core = require "jilu.core"
local data = require "jilu.zh.announcements"
local member_sets = require "jilu.phrases.member_sets"
local parallel = require "jilu.phrases.parallel"
local trees = require "jilu.phrases.heading_trees"

local node, heading_node, text_of = trees.node, trees.heading_node, trees.text_of
local first_part, sections_below = trees.first_part, trees.sections_below

local byte, find, sub = string.byte, string.find, string.sub
local find_within = core.find_within

-- A word that headings quote is a system from this many headings on.
local FEWEST = 3

local NONE = {}

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

-- The root that headings share without a number: a word in quotation marks, or
-- enough characters of most of them.
local function shared(doc, levels)
  local headings = levels[1]
  local word, whole = shared_quotation(doc, headings), true
  if not word then word, whole = parallel.shared(doc, headings), false end
  if not word then return nil end
  local nodes = {}
  for k, heading in ipairs(headings) do
    local i, j = heading.i, heading.j
    if not whole then i, j = first_part(text_of(doc, heading), heading) end
    nodes[k] = heading_node(doc, levels, heading, i, j)
  end
  return annotate(doc, { name = word }, #nodes, nil, nodes)
end

-- Whether an announcement stands in the last sentence right above a heading: 讲三点意见。
local function announces(doc, a, heading)
  local number = a.line.number + 1
  local stop = find(a.line.text, "。", a.j + 1, true)
  if a.line.role ~= "paragraph" or stop and stop + 2 < a.line.j then return false end
  while number < heading.line and doc.lines[number].role == nil do number = number + 1 end
  return number == heading.line
end

-- An announcement whose number is that of the headings of a level, where these
-- hold its noun, follow it at once or follow its members: “四化联动” over 一、以法治化… 二、以标准化…
local function of_announcement(doc, levels)
  for _, a in ipairs(doc.meta.announcements or NONE) do
    for _, headings in ipairs(levels) do
      if #headings == a.n and a.n > 2 and headings[1].first > a.first
        and (parallel.fits(doc, a, headings) or announces(doc, a, headings[1])) then
        local nodes = {}
        for k, heading in ipairs(headings) do
          local i, j = first_part(text_of(doc, heading), heading)
          nodes[k] = heading_node(doc, levels, heading, i, j)
        end
        local kind = doc:read(a.line, a.number_last + 1, a.j)
        return annotate(doc, root_of(doc, a), a.n, kind, nodes)
      end
    end
  end
end

-- 一个重点+两大工程+三项匹配: as many headings as parts, each with the noun of one.
local function of_parts(doc, levels, phrases)
  for p = 1, #phrases do
    local phrase = phrases[p]
    local parts = phrase.parts or NONE
    for _, headings in ipairs(#parts >= FEWEST and levels or NONE) do
      if #headings == #parts and headings[1].first > phrase.first
        and parallel.holds_parts(doc, phrase, headings) then
        local nodes = {}
        for k, heading in ipairs(headings) do
          nodes[k] = heading_node(doc, levels, heading, heading.i, heading.j)
        end
        return annotate(doc, root_of(doc, phrase), phrase.key, nil, nodes)
      end
    end
  end
end

-- Numbered headings that have headings of their own, or three items and more: each
-- is the root of a tree.
local function of_numbered(doc, levels)
  local sections, found = doc:layer "section", false
  local below = trees.items_below(doc, levels)
  for k = 1, #sections do
    local section = sections[k]
    if section.level == 1 and section.marker and section.kind == "heading"
      and section.i <= section.j
      and (sections_below(sections, k)[1] or #(below[section] or NONE) >= FEWEST) then
      local root = heading_node(doc, levels, section, section.i, section.j, 0)
      if #root.members > 1 or #root.members[1].members > 1 then
        annotate(doc, root, #root.members, nil, root.members)
        found = true
      end
    end
  end
  return found
end

-- Lists ---------------------------------------------------------------------------------

local function place_node(doc, place)
  return node(doc, doc:span(place.line, place.i, place.j))
end

local function places_as_nodes(doc, places)
  local nodes = {}
  for k, place in ipairs(places) do nodes[k] = place_node(doc, place) end
  return nodes
end

-- What a number announces: each of them once.
local function of_lists(doc, used)
  local seen = {}
  for _, a in ipairs(doc.meta.announcements or NONE) do
    local key = sub(a.line.text, a.i, a.j)
    if a.places and not a.quoted and not seen[key] then
      seen[key], used[a.line] = true, true
      annotate(doc, root_of(doc, a), a.n, doc:read(a.line, a.number_last + 1, a.j),
        places_as_nodes(doc, a.places))
    end
  end
end

local function collect(nodes, places)
  for _, made in ipairs(nodes) do
    if made.first then places[made.first] = true end
    collect(made.members, places)
  end
end

-- Lists over lines that an announcement opens are systems beside those of headings.
local function of_lines(doc)
  local places, roots = {}, doc:layer "framework"
  for k = 1, #roots do collect({ roots[k] }, places) end
  for _, a in ipairs(doc.meta.announcements or NONE) do
    local list = a.places
    if list and #list >= FEWEST and not a.quoted and list[1].line ~= list[#list].line
      and list[1].line.number > a.line.number and list[1].line.role == "paragraph" then
      local nodes = places_as_nodes(doc, list)
      if not places[nodes[1].first] and not places[a.first] then
        places[a.first] = true
        annotate(doc, root_of(doc, a), a.n, doc:read(a.line, a.number_last + 1, a.j), nodes)
      end
    end
  end
end

-- Numeral phrases that stand in no such form: 三严三实, 即…
local function of_phrases(doc, phrases, by_key)
  local announced = {}
  for _, a in ipairs(doc.meta.announcements or NONE) do announced[a.first] = a.places end
  for k = 1, #phrases do
    local phrase = phrases[k]
    if by_key[phrase.key] == phrase and #phrase.members >= FEWEST and not announced[phrase.first]
      and single_part(phrase) then
      local part = single_part(phrase)
      annotate(doc, root_of(doc, phrase), part.number, kind_of(doc, part),
        members_as_nodes(doc, phrase))
    end
  end
end

-- The noun with its qualifier that ends at byte j of a text: 总体目标是:
local function head_before(text, j)
  if sub(text, j - 2, j) == "是" then j = j - 3 end
  for _, noun in ipairs(data.heads) do
    if sub(text, j - #noun + 1, j) == noun then
      local i = j - #noun + 1
      for _, word in ipairs(data.qualifiers) do
        if sub(text, i - #word, i - 1) == word then return i - #word, j end
      end
      return i, j
    end
  end
end

-- 提出了具体要求:一是…;二是…
local function of_enumerations(doc, used)
  for _, e in ipairs(doc:layer "enumeration") do
    local line, i = doc:locate(e.first, e.first)
    local text = line.text
    local from, to
    if byte(text, i - 1) == 58 then from, to = head_before(text, i - 2) end
    if from and #e.items >= FEWEST and not used[line] then
      local nodes = {}
      for k, item in ipairs(e.items) do
        nodes[k] = item.head_last >= item.head_first and node(doc, item.head_first, item.head_last)
          or nil
      end
      if #nodes == #e.items then
        local first, last = doc:span(line, from, to)
        annotate(doc, node(doc, first, last), #nodes, nil, nodes)
        used[line] = true
      end
    end
  end
end

-- 总体目标是:甲;乙;丙。
local function of_clauses(doc, used)
  for k = 1, #doc.lines do
    local line = doc.lines[k]
    local text = line.text
    local colon = line.role == "paragraph" and find(text, ":", 1, true)
    while colon do
      local from, to = head_before(text, colon - 1)
      local places = from and member_sets.clauses(line, colon + 1)
      if places and #places >= FEWEST and parallel.are_alike(places) and not used[line] then
        local first, last = doc:span(line, from, to)
        annotate(doc, node(doc, first, last), #places, nil, places_as_nodes(doc, places))
      end
      colon = find(text, ":", colon + 1, true)
    end
  end
end

local function run(doc)
  local phrases, levels = doc:facts "numeral_phrase", trees.read_headings(doc)
  local by_key = with_members(phrases)
  local root = by_key and formula(doc, phrases, by_key)
    or of_headings(doc, phrases, levels, by_key)
    or of_parts(doc, levels, phrases)
    or of_announcement(doc, levels)
    or shared(doc, levels)
    or of_numbered(doc, levels)
  if root then return of_lines(doc) end
  local used = {}
  of_lists(doc, used)
  if by_key then of_phrases(doc, phrases, by_key) end
  of_enumerations(doc, used)
  of_clauses(doc, used)
end

return {
  name = "frameworks", needs = { "outline", "facts", "phrases" },
  reads = { "section", "enumeration", "numeral_phrase" }, makes = { "framework" },
  language = "zh", run = function(doc) run(doc) end,
}
