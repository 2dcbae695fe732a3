-- What the judge of names chose among, for jilu explain: at each name the spans
-- that overlap it, with their sums, the best first. Where sums that overlap are
-- taken together, the best set need not hold the single best.

local SHOWN = 3
local KINDS = { "organization", "person", "place" }

-- Candidates by their first bytes; `longest` is the most that one takes.
local function sorted(list)
  list.longest = 0
  for k = 1, #list do
    list.longest = math.max(list.longest, list[k].last - list[k].first + 1)
  end
  table.sort(list, function(a, b) return a.first < b.first end)
  return list
end

-- The first that begins at a byte or behind it.
local function from(list, first)
  local low, high = 1, #list + 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if list[middle].first < first then low = middle + 1 else high = middle end
  end
  return low
end

local function best_of(list, doc, name)
  local found = {}
  for k = from(list, name.first - list.longest + 1), #list do
    local c = list[k]
    if c.first > name.last then break end
    if name.first <= c.last then
      found[#found + 1] = { name = c.kind, score = ("%.2f"):format(c.score), first = c.first,
        last = c.last, text = doc:text(c) }
    end
  end
  table.sort(found, function(a, b)
    local x, y = tonumber(a.score), tonumber(b.score)
    if x ~= y then return x > y end
    if a.first ~= b.first then return a.first < b.first end
    if a.last ~= b.last then return a.last < b.last end
    return a.name < b.name
  end)
  for k = #found, SHOWN + 1, -1 do found[k] = nil end
  return found
end

--- Gives each name of the document the field `candidates`.
---@param doc jilu.Document
---@param extractor userdata  of the core, that read its facts
return function(doc, extractor)
  if not doc.lexicon then return end
  local list
  for _, kind in ipairs(KINDS) do
    for _, name in ipairs(doc.layers[kind] or {}) do
      list = list or sorted(extractor:candidates(doc.view, doc.lexicon))
      name.candidates = best_of(list, doc, name)
    end
  end
end
