-- Whether headings or clauses are parallel: what they share with each other, or
-- with what announces them.

local core = require "jilu.core"

local parallel = {}

local find_within = core.find_within
local byte, find, max, sub = string.byte, string.find, math.max, string.sub

-- Characters that headings share: of two, and of most of three and more.
local SHARED_OF_TWO, SHARED_OF_MANY = 18, 9
local SHARE = 0.75
local LONGEST_SHARED = 30

local function text_of(doc, heading)
  return sub(doc.lines[heading.line].text, heading.i, heading.j)
end

local function count_with(texts, word)
  local count = 0
  for _, text in ipairs(texts) do
    if find(text, word, 1, true) then count = count + 1 end
  end
  return count
end

-- Whether a text is Han characters, U+4000 to U+9FFF, and nothing else.
local function is_han(word)
  for i = 1, #word, 3 do
    if not find(word, "^[\228-\233][\128-\191][\128-\191]", i) then return false end
  end
  return true
end

--- The longest word that most of some headings share; nil where it is too short.
---@param doc jilu.Document
---@param headings table[]
---@return string?
function parallel.shared(doc, headings)
  if #headings < 2 then return nil end
  local texts = {}
  for k, heading in ipairs(headings) do texts[k] = text_of(doc, heading) end
  local needed = #texts == 2 and 2 or math.ceil(SHARE * #texts)
  local least = #texts == 2 and SHARED_OF_TWO or SHARED_OF_MANY
  for t = 1, 2 do
    local text = texts[t]
    local longest = math.min(#text, LONGEST_SHARED)
    for size = longest - longest % 3, least, -3 do
      for i = 1, #text - size + 1 do
        local lead = byte(text, i)
        local word = lead >= 228 and lead <= 233 and sub(text, i, i + size - 1)
        if word and is_han(word) and count_with(texts, word) >= needed then
          return word
        end
      end
    end
  end
end

-- Whether two texts share two characters that stand together.
local function share_two(a, b)
  for i = 1, #a - 5, 3 do
    if find(b, sub(a, i, i + 5), 1, true) then return true end
  end
  return false
end

local function members_fit(doc, a, headings)
  if not a.places then return false end
  local count = 0
  for k, place in ipairs(a.places) do
    local name = sub(place.line.text, place.i, place.j)
    if headings[k] and share_two(name, text_of(doc, headings[k])) then count = count + 1 end
  end
  return count >= max(2, a.n - 1)
end

--- Whether headings are what an announcement counts.
---@param doc jilu.Document
---@param a jilu.Announcement
---@param headings table[]
---@return boolean
function parallel.fits(doc, a, headings)
  if members_fit(doc, a, headings) then return true end
  local noun = sub(a.line.text, a.noun_first, a.j)
  if a.quoted then noun = sub(noun, 1, 3) end
  for _, heading in ipairs(headings) do
    if not find_within(doc.lines[heading.line].text, noun, heading.i, heading.j) then
      return false
    end
  end
  return true
end

--- Whether each heading holds the noun of one part of a phrase, in their order.
---@param doc jilu.Document
---@param phrase table
---@param headings table[]
---@return boolean
function parallel.holds_parts(doc, phrase, headings)
  for k, part in ipairs(phrase.parts) do
    if not part.noun_first then return false end
    local _, i, j = doc:locate(part.noun_first, part.noun_last)
    local noun = sub(doc:line_of(part.noun_first).text, i, j)
    local heading = headings[k]
    if not find_within(doc.lines[heading.line].text, noun, heading.i, heading.j) then
      return false
    end
  end
  return true
end

--- Whether clauses are alike: most of one length or with the same first word.
---@param places table[]
---@return boolean
function parallel.are_alike(places)
  local lengths, firsts, most = {}, {}, 0
  for _, place in ipairs(places) do
    local length = place.j - place.i
    local first = sub(place.line.text, place.i, place.i + 5)
    lengths[length], firsts[first] = (lengths[length] or 0) + 1, (firsts[first] or 0) + 1
    most = max(most, lengths[length], firsts[first])
  end
  return most >= SHARE * #places
end

return parallel
