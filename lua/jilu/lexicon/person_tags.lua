-- Which words that a list tags as names of persons are such names.
--
-- Of the 73,000 that jieba tags so, many are not: what smartcn, whose list has
-- next to no persons but the famed, counts among its words (王府井), and what
-- neither begins with a surname (灵芝) nor is written with the characters of
-- foreign names.

local persons = require "jilu.zh.persons"

local CHARACTER = "[^\128-\191][\128-\191]*"

-- How often smartcn has a name for it to be one that people speak of.
local FAMED = 20

local function set_of(text, pattern)
  local found = {}
  for item in text:gmatch(pattern) do found[item] = true end
  return found
end

-- The first characters of surnames.
local function surname_heads()
  local heads = {}
  persons(function(class, words)
    if class ~= "surname" then return end
    for word in words:gmatch "%S+" do heads[word:match("^" .. CHARACTER)] = true end
  end)
  return heads
end

---@class jilu.lexicon.PersonTags
---@field known table<string, integer>  smartcn's words and their counts
---@field foreign table<string, boolean>
---@field surnames table<string, boolean>
local Tags = {}
Tags.__index = Tags

local person_tags = {}

---@param foreign string the characters that write the sounds of foreign names
---@return jilu.lexicon.PersonTags
function person_tags.new(foreign)
  return setmetatable({ known = {}, foreign = set_of(foreign, CHARACTER),
    surnames = surname_heads() }, Tags)
end

function Tags:is_person(word, frequency)
  if #word < 5 then return true end   -- a surname
  local foreign, count, first = true, 0, nil
  for character in word:gmatch(CHARACTER) do
    foreign = foreign and self.foreign[character]
    count, first = count + 1, first or character
  end
  local surname = self.surnames[first]
  local times = self.known[word]
  if times then
    return times >= FAMED and ((count == 3 and surname) or times * 2 >= frequency)
  end
  return (foreign and count > 2) or surname or word:find("·", 1, true) ~= nil
end

--- The tag of a word, nil where the list's can't be one.
---@param word string
---@param frequency number in the list
---@param tag string
---@return string?
function Tags:tag(word, frequency, tag)
  if #tag > 15 then return nil end
  if tag:sub(1, 2) == "nr" and not self:is_person(word, frequency) then return nil end
  return tag
end

return person_tags
