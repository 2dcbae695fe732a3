-- What a clause says: a deed, the result of the deed before it, or only the
-- circumstances of the next.

local find, sub = string.find, string.sub
local acts = require "jilu.zh.acts"
local look = require("jilu.ledger.reading").look
local units = require "jilu.ledger.units"

local find_class = units.find_class
local index_from = units.index_from
local word_from, names_office = units.word_from, units.names_office

local function set_of(words)
  local set = {}
  for word in words:gmatch "%S+" do set[word] = true end
  return set
end

-- Does a text end at byte j in a word of a set, of one character or two?
local function ends_in(text, j, set)
  return set[sub(text, j - 2, j)] or set[sub(text, j - 5, j)] or false
end

-- 一个, 一名: an article, where nothing tells that it counts.
local ARTICLES = {}
for unit in ("个 名 支 面 项 种 条 份 位 件 本 块 家 道 张 座"):gmatch "%S+" do
  ARTICLES[unit] = true
end

local function is_article(text, quantity)
  local i = quantity.folded_first
  return quantity.value == 1 and ARTICLES[quantity.unit] and quantity.folded_last - i < 9
    and sub(text, i, i + 2) == "一"
end

-- How many quantities of a clause count something. Articles do where several
-- stand side by side (一块牌子、一枚印章).
local function count_quantities(reading, clause)
  local n, articles = 0, 0
  for k = clause.q1, clause.q2 do
    if is_article(reading.text, reading.quantities[k]) then articles = articles + 1
    else n = n + 1 end
  end
  return articles > 2 and n + articles or n
end

-- The place of the first verb from place k on that states a deed.
local function find_verb(clause, k)
  local words, offices = clause.words, clause.holds.office
  for n = k, clause.w2, 3 do
    if words[n + 2].act and not (offices and names_office(clause, n)) then return n end
  end
end

--- The word at a place: first byte, last byte, classes.
---@param clause table
---@param k integer
---@return integer i
---@return integer j
---@return table<string, boolean> is
local function word_at(clause, k)
  local words = clause.words
  return words[k], words[k + 1], words[k + 2]
end

local function from_and_to(reading, clause)
  local last = reading.c2
  for k = index_from(reading.changes, reading.c1, last, clause.i), last do
    local change = reading.changes[k]
    if change.folded_first > clause.j then return false end
    if change.from and change.to then return true end
  end
  return false
end

-- 企业开办时间压缩到1天以内
local function comes_to(reading, clause)
  local first = reading.quantities[clause.q1].folded_first
  local before = sub(reading.text, first - 3, first - 1)
  return before == "到" or before == "至"
end

local INITIAL = set_of(acts.initial)

-- 率达90%: a measure and its value.
local MEASURES = set_of "率 额 量 数 值 面积 时长 长度 容量 资金 收入 比例 比重"
local AMOUNTS_TO = set_of "达到 高达 达 为 超过 超 突破 破"

local function amount_verb(text, quantity)
  local i = quantity.folded_first
  if AMOUNTS_TO[sub(text, i - 6, i - 1)] then return i - 6 end
  if AMOUNTS_TO[sub(text, i - 3, i - 1)] then return i - 3 end
  if AMOUNTS_TO[sub(text, i, i + 2)] or AMOUNTS_TO[sub(text, i, i + 5)] then return i end  -- 破10万人次
end

local function is_measured(reading, clause, quantity)
  local i = amount_verb(reading.text, quantity)
  if not i then return false end
  return ends_in(reading.text, i - 1, MEASURES) and i - 1 > clause.i
end

-- 组织60余家企业参会: those who took part, brought there.
local function brings(clause, quantity)
  local _, j, is = word_at(clause, clause.verb)
  return is.bringing and quantity.folded_first <= j + 4
    and find_class(clause, "result", word_from(clause, quantity.folded_last)) ~= nil
end

local function is_counted_result(reading, clause)
  local head, i, _, is = clause.head, word_at(clause, clause.verb)
  local first = reading.quantities[clause.q1]
  if brings(clause, first) then return true end
  if first.folded_first > head then return i > head and is_measured(reading, clause, first) end
  return first.folded_last >= head and (is.joining
    or find_class(clause, "result", word_from(clause, first.folded_last)) ~= nil) or false
end

-- 查扣车辆6辆, where 查扣 is not a listed word; 查处率90% is a measure.
local function begins_with_deed(reading, clause)
  local text, head = reading.text, clause.head
  local first = clause.q1 and reading.quantities[clause.q1].folded_first or head
  return first >= head + 9 and INITIAL[sub(text, head, head + 2)]
    and not ends_in(text, first - 1, MEASURES) or false
end

-- 覆盖282家, 8000名党员参与, 点击率达90%, 18名优秀党员
local function is_result(reading, clause, is)
  if clause.holds.passive then return false end
  if is then
    if is.back or is.result then return true end
    if is.outcome then
      clause.outcome = true
      return true
    end
  end
  if not clause.verb then return not begins_with_deed(reading, clause) end
  return clause.q1 and is_counted_result(reading, clause)
end

-- 在抗洪抢险中, 自活动开展以来; and what the deed is done to: 对发现的问题
local ENDINGS = set_of "以来 中 下 后 前 时 上 期间 之际 方面"
local OBJECTS = set_of "情况 问题 隐患 线索 人员 对象 单位 事项 工作"

local function is_setting(reading, clause, is)
  if not is.prep or clause.quantities > 0 then return false end
  return ends_in(reading.text, clause.j, ENDINGS)
    or is.object_prep and clause.stop == "," and ends_in(reading.text, clause.j, OBJECTS) or false
end

-- A clause that begins with 为, 针对, 通过 … and comes to no deed with the
-- quantity behind it.
local function is_circumstance(reading, clause, is, k)
  if is_setting(reading, clause, is) then return true end
  if not is.adverbial or is.verb and not is.prep then return false end
  local words = clause.words
  local verb = find_verb(clause, k + 3)
  if clause.quantities == 0 then return clause.stop == "," or not verb end
  local last = reading.quantities[clause.q2]
  if verb and words[verb] <= last.folded_first then return false end
  return not find_verb(clause, word_from(clause, last.folded_last + 1, k))
end

-- 述职评议会顺利召开: what was held is not who held it.
local HELD = { ["召开"] = true, ["举行"] = true, ["举办"] = true, ["开幕"] = true, ["落幕"] = true }

local function is_held(reading, clause)
  return HELD[sub(reading.text, clause.j - 5, clause.j)] ~= nil
end

-- The subject is a measure (村民收入增加到…), people without a deed (居民人均收入),
-- or what was held.
local function is_no_doer(reading, clause, doer, measured)
  if measured then return not doer.owns end
  return doer.kind == "person" and (not clause.verb or is_held(reading, clause))
end

-- Fills in what a clause says: `kind` ("deed", "result", "circumstance"),
-- `verb` (its place in the words), `doer`, `head` (first byte behind the doer),
-- `leader` (the classes of the word that begins there, or false), `quantities`
-- (how many count something), and for some `change`, `outcome`.
local function read(reading, clause)
  local doer, p, k = units.read(reading, clause)
  if doer then p, k = units.skip(reading, clause, p, k) end
  clause.doer, clause.head = doer, p
  local words = clause.words
  local is = k <= clause.w2 and words[k] == p and words[k + 2]
  clause.leader = is
  if clause.holds.verb then clause.verb = find_verb(clause, k) end
  if clause.q1 then clause.quantities = count_quantities(reading, clause) end
  if reading.c1 and from_and_to(reading, clause) then clause.change = true end
  local measured = clause.change or clause.q1 and comes_to(reading, clause)
  if doer and is_no_doer(reading, clause, doer, measured) then
    clause.doer, clause.head = false, doer.i
    if not measured then doer = nil end
  end
  clause.kind = "deed"
  if doer or clause.change then return end
  if is and (is.prep or is.adverbial) and is_circumstance(reading, clause, is, k) then
    clause.kind = "circumstance"
  elseif is_result(reading, clause, is) then clause.kind = "result" end
end

--- The clauses of a sentence, which is cut where it was not.
---@param reading table
---@param sentence table
---@return table[] clauses
local function clauses_of(reading, sentence)
  if not sentence.clauses then look(reading, sentence) end
  return sentence.clauses
end

--- Reads a clause, once.
---@param reading table
---@param clause table
---@return table clause
local function read_clause(reading, clause)
  if not clause.kind then read(reading, clause) end
  return clause
end

--- Does a clause say what was done to its subject: 被评为…?
---@param clause table
---@return boolean
local function is_passive(clause)
  return clause.holds.passive
end

--- Does a clause only introduce what follows: …方面:, 据了解, 为…, …指出?
---@param clause table
---@return boolean
local function introduces(clause)
  local length = clause.j - clause.i
  if clause.colon then return length < 60 end
  if clause.kind == "circumstance" or length < 15 and not clause.doer then return true end
  if not clause.verb then return false end
  local _, j, is = word_at(clause, clause.verb)
  return is.speech and j == clause.j or false
end

--- The first byte of the verb behind a phrase that ends in 中 (从…中选拔), else
--- of the clause's.
---@param reading table
---@param clause table
---@return integer
local function verb_after(reading, clause)
  local first = reading.quantities[clause.q1]
  local limit = clause.quantities > 0 and first and first.folded_first or clause.j
  local close = find(sub(reading.text, clause.head, limit - 1), "中", 1, true)
  local verb = close and find_verb(clause, word_from(clause, clause.head + close))
  local i = verb and word_at(clause, verb)
  return i and i < limit and i or (word_at(clause, clause.verb))
end

--- Does a clause only set time apart (每月集中一天时间), for what follows?
---@param reading table
---@param clause table
---@return boolean
local function sets_time(reading, clause)
  return clause.recurrence ~= nil and sub(reading.text, clause.j - 5, clause.j) == "时间"
end

--- Does a clause go on with what the one before it says: 并明确…?
---@param reading table
---@param clause table
---@return boolean
local function joins(reading, clause)
  return sub(reading.text, clause.i, clause.i + 2) == "并"
end

return {
  clauses = clauses_of, read = read_clause, sets_time = sets_time, joins = joins,
  introduces = introduces, is_passive = is_passive, word_at = word_at,
  verb_after = verb_after,
}
