-- Who does it: the doer at the head of a clause, behind 由 or 被.
--
-- `words` of a sentence is a flat list: first byte, last byte, classes; k is a
-- place in it.

local byte, find, sub = string.byte, string.find, string.sub
local floor = math.floor

-- The longest doer in bytes: forty characters. Longer is a sentence that was
-- not understood.
local LONGEST = 120

local NONE = {}

-- The fact among first..last that begins at p.
local function fact_at(facts, first, last, p)
  if not first then return nil end
  for k = first, last do
    local i = facts[k].folded_first
    if i == p then return facts[k] end
    if i > p then return nil end
  end
end

-- Where the next fact from p on begins, if that is before `limit`; else that.
local function next_fact(facts, first, last, p, limit)
  if not first then return limit end
  for k = first, last do
    local i = facts[k].folded_first
    if i >= p then return i < limit and i or limit end
  end
  return limit
end

--- The index of the first of the facts first..last that begins at p or behind
--- it; last + 1 where none does.
---@param facts table[]
---@param first integer
---@param last integer
---@param p integer
---@return integer
local function index_from(facts, first, last, p)
  if last < first or facts[first].folded_first >= p then return first end
  local low, high = first + 1, last + 1
  while low < high do
    local middle = floor((low + high) / 2)
    if facts[middle].folded_first < p then low = middle + 1 else high = middle end
  end
  return low
end

--- Is 的 the character at p?
---@param text string
---@param p integer
---@return boolean
local function is_de(text, p)
  local a, b, c = byte(text, p, p + 2)
  return a == 0xE7 and b == 0x9A and c == 0x84
end

-- A verb inside the name of an office: 监督管理 in 市场监督管理局, 立案 in 立案庭.
-- The heads that end such names directly follow the verbs.
--- The place of the head that ends such a name; nil for none.
---@param clause table  one that holds the class "office"
---@param k integer  place of a word
---@return integer?
local function names_office(clause, k)
  local words, last = clause.words, clause.w2
  if not words[k + 2].verb then return nil end
  local at = words[k + 1]
  for n = k + 3, math.min(last, k + 9), 3 do
    local is = words[n + 2]
    if words[n] ~= at + 1 then return nil end
    if is.office then return n end
    if not is.verb then return nil end
    at = words[n + 1]
  end
end

--- The place of the first word from byte p on.
---@param clause table
---@param p integer
---@param k? integer  a place not behind it
---@return integer
local function word_from(clause, p, k)
  local words, last = clause.words, clause.w2
  k = k or clause.w1
  while k <= last and words[k] < p do k = k + 3 end
  return k
end

-- Where the noun phrase at p ends: its head, as last byte, kind ("body",
-- "person") and organisation fact that begins at p; and the first byte behind.
local function phrase(reading, clause, p, k, limit)
  local words, last, orgs = clause.words, clause.w2, reading.organizations
  local offices, head, kind, fact = clause.holds.office, nil, nil, nil
  local at, o, o2 = p, clause.o1, clause.o2
  while true do
    while o and orgs[o].folded_first < at do o = o < o2 and o + 1 or nil end
    local i = k <= last and words[k] or limit
    local first = o and orgs[o].folded_first
    if first and first < limit and first <= i then
      head, kind, fact = orgs[o].folded_last, "body", first == p and orgs[o] or nil
      at = head + 1
      k = word_from(clause, at, k)
    elseif i >= limit then
      return head, kind, fact, limit
    else
      local is = words[k + 2]
      if is.stop and not (is.alone and i == p) then
        k = offices and names_office(clause, k)
        if not k then return head, kind, fact, i end
        head, kind, fact = words[k + 1], "body", nil
      elseif is.body or is.person then
        head, kind, fact = words[k + 1], is.person and "person" or "body", nil
      elseif is.noun then
        head = nil
      end
      at, k = words[k + 1] + 1, k + 3
    end
  end
end

-- An adverb of one character may be the beginning of a word that is not known
-- (新, 地, 能), unless something known follows.
local function is_followed(reading, clause, k)
  local words, after = clause.words, clause.words[k + 1] + 1
  return words[k + 3] == after
    or fact_at(reading.times, clause.t1, clause.t2, after) ~= nil
    or fact_at(reading.quantities, clause.q1, clause.q2, after) ~= nil
    or fact_at(reading.organizations, clause.o1, clause.o2, after) ~= nil
end

--- Passes what may stand before a doer: times, adverbs, connectives.
---@param reading table
---@param clause table
---@param p integer
---@param k integer  place of a word not behind p
---@return integer p, integer k  and the place of the first word from there
local function skip(reading, clause, p, k)
  local words, last, j = clause.words, clause.w2, clause.j
  local spaced, timed, counts = reading.spaced, clause.t1, clause.q1
  while p <= j do
    while k <= last and words[k] < p do k = k + 3 end
    local is = k <= last and words[k] == p and words[k + 2]
    if not (timed or spaced or is and is.adverb) then return p, k end
    local time = timed and fact_at(reading.times, clause.t1, clause.t2, p)
    if time then p = time.folded_last + 1
    elseif counts and fact_at(reading.quantities, clause.q1, clause.q2, p) then return p, k
    elseif is and timed and is.when
      and fact_at(reading.times, clause.t1, clause.t2, words[k + 1] + 1) then p = words[k + 1] + 1
    elseif is and is.adverb and not is.body
      and (words[k + 1] > p + 2 or is_followed(reading, clause, k)) then p = words[k + 1] + 1
    elseif spaced and byte(reading.text, p) == 32 then p = p + 1
    else return p, k end
  end
  return p, word_from(clause, p, k)
end

-- A body with a number before it (12个…支部的200名党员): the number belongs
-- to its name. People with a number only took part.
local function counted(reading, clause, quantity, k, limit)
  local p = quantity.folded_last + 1
  limit = next_fact(reading.quantities, clause.q1, clause.q2, p, limit)
  local head, kind, _, stop = phrase(reading, clause, p, word_from(clause, p, k), limit)
  if head and kind == "body" and head + 1 == stop and stop <= clause.j then
    return { i = quantity.folded_first, j = head, kind = "body" }
  end
end

-- How far behind the name of an organisation a known word may begin: four
-- characters of a word that is not listed.
local CLOSE = 12

local function is_close(fact, head, stop, limit)
  return fact and fact.type ~= "place" and stop < limit and stop - head - 1 <= CLOSE
end

-- `timed`: a time may follow the doer (工委每月召开), a quantity not (支部10个).
local function named(reading, clause, p, k, limit, timed)
  local text = reading.text
  local head, kind, fact, stop = phrase(reading, clause, p, k, limit)
  if not head or stop > clause.j + 1 then return nil end
  if head + 1 ~= stop and not is_close(fact, head, stop, limit) then return nil end
  if stop == limit and limit <= clause.j and not timed then return nil end
  if is_de(text, stop) or head - p >= LONGEST then return nil end
  if find(text, "^每", p) or find(text, "^本", p) and not find(text, "^本公司", p) then
    return nil
  end
  if find(text, "^该", p) then return { i = p, j = head, kind = "same" } end
  return { i = p, j = head, kind = kind, fact = fact }
end

-- The doer at p, where nothing but the phrase itself may stand.
local function doer_at(reading, clause, p, k)
  local limit = clause.j + 1
  limit = next_fact(reading.times, clause.t1, clause.t2, p, limit)
  if not clause.q1 then
    return named(reading, clause, p, k, limit, limit <= clause.j)
  end
  local quantity = fact_at(reading.quantities, clause.q1, clause.q2, p)
  if quantity then return counted(reading, clause, quantity, k, limit) end
  if limit <= clause.j then return named(reading, clause, p, k, limit, true) end
  limit = next_fact(reading.quantities, clause.q1, clause.q2, p, limit)
  return named(reading, clause, p, k, limit)
end

--- The place of the first word of a class from place k on.
---@param clause table
---@param class string
---@param k integer
---@return integer?
local function find_class(clause, class, k)
  local words = clause.words
  for n = k, clause.w2, 3 do
    if words[n + 2][class] then return n end
  end
end

--- The place of the first 被.
---@param clause table
---@return integer?
local function find_passive(clause)
  return clause.holds.passive and find_class(clause, "passive", clause.w1) or nil
end

--- The body behind 被, if it is one that did it.
---@param reading table
---@param clause table
---@return table? doer
local function passive_agent(reading, clause)
  local words, k = clause.words, find_passive(clause)
  if not k or words[k + 1] >= clause.j then return nil end
  for n = k + 3, clause.w2, 3 do
    if words[n + 2].publicity then return nil end
  end
  local doer = doer_at(reading, clause, words[k + 1] + 1, k + 3)
  return doer and doer.kind == "body" and doer or nil
end

-- 以各村为单位
local function as_unit(reading, clause, p, k)
  if sub(reading.text, p, p + 2) ~= "以" then return nil end
  local as = find(sub(reading.text, p, clause.j), "为单位", 1, true)
  if not as then return nil end
  as = p + as - 1
  local doer = doer_at(reading, clause, p + 3, k + 3)
  return doer and doer.j < as and doer or nil
end

--- The doer of a clause: { i =, j =, kind =, fact = } with the kinds "body",
--- "person", "ours" (我们) and "same" (该支部, which was named before).
---@param reading table
---@param clause table
---@return table? doer
---@return integer p  the first byte of the rest
---@return integer k  the place of the first word of the rest
local function read(reading, clause)
  local words, last, holds = clause.words, clause.w2, clause.holds
  local p, k = clause.i, clause.w1
  local is = k <= last and words[k] == p and words[k + 2] or nil
  if clause.t1 or reading.spaced or is and is.adverb then
    p, k = skip(reading, clause, p, k)
    is = k <= last and words[k] == p and words[k + 2] or nil
  end
  if is and is.ours then
    return { i = p, j = words[k + 1], kind = "ours" }, words[k + 1] + 1, k + 3
  end
  if not (holds.head or clause.o1) then return nil, p, k end       -- as most clauses
  local from, place, office = p, k, nil
  if not is then is = NONE end
  if is.tailed and is.verb and is_de(reading.text, words[k + 1] + 1) then
    p = words[k + 1] + 4                               -- 新建的第三小学
    k = word_from(clause, p, k + 3)
  elseif is.doer then
    p, k = words[k + 1] + 1, k + 3
  elseif is.stop and not is.alone then
    office = holds.office and names_office(clause, k)
    if not office then return as_unit(reading, clause, p, k), p, k end
  end
  local doer = doer_at(reading, clause, p, k)
  if doer and office and doer.j ~= words[office + 1] then doer = nil end  -- 建立局领导联系制度
  if not doer and is.self then
    doer = { i = p, j = words[k + 1], kind = "body", owns = true }
  end
  if not doer then return nil, from, place end
  return doer, doer.j + 1, word_from(clause, doer.j + 1, k)
end

return { read = read, passive_agent = passive_agent, skip = skip, word_from = word_from,
         names_office = names_office,
         find_class = find_class, find_passive = find_passive,
         index_from = index_from, is_de = is_de }
