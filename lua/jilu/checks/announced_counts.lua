-- Counts that a document announces and then spells out: 三个聚焦 over its
-- headings, 抓好三项工作: over 一是 二是 三是. What is announced and what is listed,
-- whether they agree or not.

local layers = require "jilu.document.layers"
local member_sets = require "jilu.phrases.member_sets"

local counts = {}

local find, sub = string.find, string.sub

-- An announcement ends at most so many bytes before the first item.
local REACH = 30

-- A number of more things than this is not spelled out.
local MOST = 20

local function whole(value)
  return type(value) == "number" and value >= 2 and value <= MOST and value % 1 == 0
end

local function folded(doc, first, last)
  local line, i, j = doc:locate(first, last)
  return sub(line.text, i, j)
end

-- Headings ----------------------------------------------------------------------------

local function headings_of(doc, level)
  local list = {}
  for _, section in ipairs(doc:layer "section") do
    if section.level == level and section.kind == "heading" then list[#list + 1] = section end
  end
  return list
end

local function all_hold(doc, headings, noun)
  for _, section in ipairs(headings) do
    if not find(folded(doc, section.first, section.last), noun, 1, true) then return false end
  end
  return #headings >= 2
end

local function single_part(phrase)
  local part = phrase.parts and #phrase.parts == 1 and phrase.parts[1]
  return part and whole(part.number) and part.noun_first and part or nil
end

-- Every heading of the level holds the noun: they are what the phrase announces.
local function over_headings(doc, receive)
  local seen, headings = {}, headings_of(doc, 1)
  if #headings < 2 or #headings > MOST then return end
  for _, phrase in ipairs(layers.peek(doc, "numeral_phrase")) do
    local part = not seen[phrase.key] and single_part(phrase)
    seen[phrase.key] = true
    if part and phrase.first < headings[1].first
      and all_hold(doc, headings, folded(doc, part.noun_first, part.noun_last)) then
      receive(phrase, part.number, headings)
    end
  end
end

-- Items -------------------------------------------------------------------------------

-- The last exact count that ends right before byte `first` of its line, with
-- nothing but its noun and a stop between. The noun may stand before the count:
-- 标签主要有三个:首先…
local function announcing(doc, quantities, k, enumeration)
  while quantities[k + 1] and quantities[k + 1].last < enumeration.first do k = k + 1 end
  local quantity = quantities[k]
  if not quantity or quantity.line ~= enumeration.line or not whole(quantity.value)
    or quantity.approx ~= "exact" or not quantity.noun_last then return nil, k end
  local last = math.max(quantity.last, quantity.noun_last)
  if enumeration.first - last > REACH then return nil, k end
  local line, _, j = doc:locate(quantity.first, last)
  local _, i = doc:locate(enumeration.first, enumeration.last)
  local between = sub(line.text, j + 1, i - 1)
  local stops = between == ":" or between == "。" or between == ";" or between == ","
  return stops and quantity or nil, k
end

local function over_items(doc, receive)
  local quantities, k = layers.peek(doc, "quantity"), 0
  for _, enumeration in ipairs(doc:layer "enumeration") do
    local quantity
    quantity, k = announcing(doc, quantities, k, enumeration)
    if quantity then receive(quantity, quantity.value, enumeration.items) end
  end
end

-- Announcements -----------------------------------------------------------------------

-- 分为四个阶段:推广、提案、审查: what follows at once is of another number.
local function not_fitting(doc, receive)
  for _, a in ipairs(doc.meta.announcements or {}) do
    local places = not a.members and not (a.phrase and a.phrase.members
      and a.phrase.members[1]) and member_sets.following(a, doc)
    if places and #places ~= a.n then
      local members = {}
      for k, place in ipairs(places) do
        local name, first, last = doc:read(place.line, place.i, place.j)
        members[k] = { name = name, first = first, last = last }
      end
      receive(a, a.n, members)
    end
  end
end

--- Calls `receive(announcement, number, listed)` for each count that the
--- document spells out: a numeral phrase or quantity, what it says, and the
--- sections or items that it is about.
---@param doc jilu.Document
---@param receive function
function counts.each(doc, receive)
  over_headings(doc, receive)
  over_items(doc, receive)
  not_fitting(doc, receive)
end

return counts
