-- The bodies that a document speaks for or of: in its title and byline, who
-- publishes it, whom it names most often, and how it speaks of itself.

local data = require "jilu.zh.subjects"

local find, sub = string.find, string.sub

local function full_of(doc, fact)
  return fact.full or (doc:norm(fact.first, fact.last))
end

--- A name as a mention.
---@param doc jilu.Document
---@param fact table
---@return jilu.ledger.Mention
local function mention(doc, fact)
  return {
    text = (doc:norm(fact.first, fact.last)), fact = fact,
    kind = (fact.type == "place" or fact.type == "person") and fact.type or "body",
    i = fact.folded_first, j = fact.folded_last,
  }
end

-- How often each organisation is named, by its full name; the most frequent.
local function count_names(doc, facts)
  local counts, most = {}, nil
  for k = 1, #facts do
    local name = full_of(doc, facts[k])
    counts[name] = (counts[name] or 0) + 1
    if not most or counts[name] > counts[most] then most = name end
  end
  return counts, most
end

-- The longest word of itself that begins at a byte.
local function own_at(text, at)
  for length = 15, 6, -3 do
    local word = sub(text, at, at + length - 1)
    if data.regions[word] or data.own[word] then return word end
  end
end

-- The word by which a text speaks of its place or body most often, how often,
-- and where first.
local function own_word(text)
  local counts, places, most = {}, {}, nil
  for _, initial in ipairs(data.own_initials) do
    local at = find(text, initial, 1, true)
    while at do
      local word = own_at(text, at)
      if word then
        counts[word], places[word] = (counts[word] or 0) + 1, places[word] or at
        if not most or counts[word] > counts[most] then most = word end
      end
      at = find(text, initial, at + 3, true)
    end
  end
  if most then return most, counts[most], places[most] end
end

local function add_named(list, doc, facts)
  local seen = {}
  for _, kind in ipairs { "organization", "person" } do
    for _, fact in ipairs(facts[kind]) do
      local line = doc.lines[fact.line] or doc:line_of(fact.first)
      local role = line.role
      if (role == "title" or role == "byline") and not seen[role .. kind] then
        seen[role .. kind] = true
        list[#list + 1] = { source = role, mention = mention(doc, fact) }
      end
    end
  end
end

local FIELDS = { { "organization", "publisher" }, { "source", "origin" } }

local function add_published(list, doc)
  local record = doc:layer "document"[1]
  for _, entry in ipairs(FIELDS) do
    local name = record and record[entry[1]]
    if type(name) == "string" and name ~= "" then
      list[#list + 1] = { source = entry[2], mention = { text = name, kind = "body" } }
    end
  end
end

local function add_common(list, doc, facts, counts, most)
  for _, fact in ipairs(facts) do
    if full_of(doc, fact) == most then
      local found = mention(doc, fact)
      found.count = counts[most]
      list[#list + 1] = { source = "common", mention = found }
      return
    end
  end
end

--- The bodies of a document, each with its source, and how often organisations
--- are named.
---@param doc jilu.Document
---@param facts table<string, table[]>
---@return { source: string, mention: jilu.ledger.Mention }[] bodies
---@return table<string, integer> counts
local function of(doc, facts)
  local list = {}
  add_named(list, doc, facts)
  add_published(list, doc)
  local counts, most = count_names(doc, facts.organization)
  if most then add_common(list, doc, facts.organization, counts, most) end
  local word, count, at = own_word(doc.folded)
  if word then
    list[#list + 1] = { source = "own", mention = { text = (doc.view:read(at, at + #word - 1)),
      kind = data.regions[word] and "region" or "own", count = count, i = at, j = at + #word - 1 } }
  end
  return list, counts
end

return { of = of, mention = mention }
