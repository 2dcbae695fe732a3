-- Who does it: the doer at the head of a clause, behind 由 or 被.

local byte, find, sub = string.byte, string.find, string.sub

-- The longest doer in bytes: forty characters. Longer is a sentence that was
-- not understood.
local LONGEST = 120

local function word_from(reading, clause, p)
  for k = clause.w1, clause.w2 do
    if reading.words[k].i >= p then return k end
  end
  return clause.w2 + 1
end

local function entry_at(entries, first, last, p)
  for k = first, last do
    if entries[k].i == p then return entries[k] end
    if entries[k].i > p then return nil end
  end
end

-- A verb inside the name of an office: 监督管理 in 市场监督管理局, 立案 in 立案庭.
-- The heads that end such names directly follow the verbs.
local function names_office(words, k, last)
  if not words[k].is.verb then return nil end
  local at = words[k].j
  for n = k + 1, math.min(last, k + 3) do
    local word = words[n]
    if word.i ~= at + 1 then return nil end
    if word.is.office then return n end
    if not word.is.verb then return nil end
    at = word.j
  end
end

-- Where the noun phrase at p ends: the last word that could be its head, and
-- the first byte behind the phrase.
local function phrase(reading, clause, p, limit)
  local words, orgs = reading.words, reading.organizations
  local head, at = nil, p
  local o = clause.o1
  local k = word_from(reading, clause, p)
  while true do
    while orgs[o] and o <= clause.o2 and orgs[o].i < at do o = o + 1 end
    local org = o <= clause.o2 and orgs[o] or nil
    local word = k <= clause.w2 and words[k] or nil
    if org and org.i < limit and (not word or org.i < word.i) then
      head = { j = org.j, body = true, fact = org.fact, i = org.i }
      at, o = org.j + 1, o + 1
      while words[k] and k <= clause.w2 and words[k].i < at do k = k + 1 end
    elseif not word or word.i >= limit then
      return head, limit
    elseif word.is.stop then
      local body = names_office(words, k, clause.w2)
      if not body then return head, word.i end
      head, at, k = { j = words[body].j, body = true }, words[body].j + 1, body + 1
    else
      if word.is.body or word.is.person then
        head = { j = word.j, body = word.is.body, person = word.is.person }
      elseif word.is.noun then
        head = nil
      end
      at, k = word.j + 1, k + 1
    end
  end
end

-- Passes what may stand before a doer: times, adverbs, connectives.
local function skip(reading, clause, p)
  while p <= clause.j do
    local time = entry_at(reading.times, clause.t1, clause.t2, p)
    local k = word_from(reading, clause, p)
    local word = reading.words[k]
    if time then p = time.j + 1
    elseif entry_at(reading.quantities, clause.q1, clause.q2, p) then return p
    elseif word and word.i == p and word.is.when
      and entry_at(reading.times, clause.t1, clause.t2, word.j + 1) then p = word.j + 1
    elseif byte(reading.text, p) == 32 then p = p + 1
    elseif word and k <= clause.w2 and word.i == p and word.is.adverb and not word.is.body then
      p = word.j + 1
    else
      return p, word and k <= clause.w2 and word.i == p and word or nil
    end
  end
  return p
end

local function next_fact(entries, first, last, p, limit)
  for k = first, last do
    if entries[k].i >= p then return math.min(limit, entries[k].i) end
  end
  return limit
end

-- A body with a number before it (39个…党组织的779名党员): the number belongs
-- to its name. People with a number only took part.
local function counted(reading, clause, quantity, limit)
  local head, stop = phrase(reading, clause, quantity.j + 1,
    next_fact(reading.quantities, clause.q1, clause.q2, quantity.j + 1, limit))
  if head and head.body and not head.person and head.j + 1 == stop and stop <= clause.j then
    return { i = quantity.i, j = head.j, kind = "body" }
  end
end

local function named(reading, clause, p, limit, timed)
  local head, stop = phrase(reading, clause, p, limit)
  if not head or head.j + 1 ~= stop or stop > clause.j + 1 then return nil end
  if stop == limit and limit <= clause.j and not timed then return nil end      -- 四星级党支部10个
  if sub(reading.text, stop, stop + 2) == "的" then return nil end
  if head.j - p + 1 > LONGEST then return nil end
  local same = find(reading.text, "^该", p) or find(reading.text, "^本[^公]", p)
  if same then return nil end
  local fact = head.fact and head.i == p and head.fact or nil
  return { i = p, j = head.j, kind = head.body and "body" or "person", fact = fact }
end

-- The doer at p, where nothing but the phrase itself may stand.
local function doer_at(reading, clause, p)
  local limit = next_fact(reading.times, clause.t1, clause.t2, p, clause.j + 1)
  local quantity = entry_at(reading.quantities, clause.q1, clause.q2, p)
  if quantity then return counted(reading, clause, quantity, limit) end
  if limit <= clause.j then return named(reading, clause, p, limit, true) end
  limit = next_fact(reading.quantities, clause.q1, clause.q2, p, limit)
  return named(reading, clause, p, limit)
end

local function after_word(reading, clause, class, from)
  for k = word_from(reading, clause, from), clause.w2 do
    local word = reading.words[k]
    if word.is[class] then return word, k end
  end
end

--- The body behind 被, if it is one that did it.
---@param reading table
---@param clause table
---@return table? doer
local function passive_agent(reading, clause)
  local word = after_word(reading, clause, "passive", clause.i)
  if not word or word.j >= clause.j then return nil end
  if after_word(reading, clause, "publicity", word.j) then return nil end
  local doer = doer_at(reading, clause, word.j + 1)
  return doer and doer.kind == "body" and doer or nil
end

--- The doer of a clause: { i =, j =, kind = "body" | "person" | "ours", fact = }.
---@param reading table
---@param clause table
---@return table? doer
---@return integer head  the first byte behind what stands before the deed
local function read(reading, clause)
  local p, word = skip(reading, clause, clause.i)
  if word and word.is.ours then
    return { i = word.i, j = word.j, kind = "ours" }, word.j + 1
  end
  local marked = word and word.is.doer
  if marked then p = word.j + 1 end
  if word and word.is.verb and sub(reading.text, word.j + 1, word.j + 3) == "的" then
    p = word.j + 4                                     -- 新建的第三小学
  elseif word and not marked and word.is.stop
      and not names_office(reading.words, word_from(reading, clause, p), clause.w2) then
    -- 以各基层党组织为单位
    local as = word.j == p + 2 and sub(reading.text, p, word.j) == "以"
      and find(reading.text, "为单位", p, true)
    if as and as <= clause.j then
      local doer = doer_at(reading, clause, p + 3)
      if doer and doer.j < as then return doer, p end
    end
    return nil, p
  end
  local doer = doer_at(reading, clause, p)
  if doer then
    doer.marked = marked or nil
    return doer, doer.j + 1
  end
  if word and word.is.self then
    return { i = word.i, j = word.j, kind = "body", owns = true }, word.j + 1
  end
  return nil, p
end

return { read = read, passive_agent = passive_agent, skip = skip, word_from = word_from,
         entry_at = entry_at }
