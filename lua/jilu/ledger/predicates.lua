-- What a clause says: a deed, the result of the deed before it, or only the
-- circumstances of the next.

local find, sub = string.find, string.sub
local units = require "jilu.ledger.units"

-- 一个, 一名: an article, where nothing tells that it counts.
local ARTICLES = {}
for unit in ("个 名 支 面 项 种 条 份 位 件 本 块 家 道 张 座"):gmatch "%S+" do ARTICLES[unit] = true end

local function counts(reading, entry)
  local fact = entry.fact
  return not (fact.value == 1 and ARTICLES[fact.unit]
    and sub(reading.text, entry.i, entry.i + 2) == "一" and entry.j - entry.i < 9)
end

-- How many quantities of a clause count something. Articles do where several
-- stand side by side (一块牌子、一个公章).
local function count_quantities(reading, clause)
  local n, articles = 0, 0
  for k = clause.q1, clause.q2 do
    if counts(reading, reading.quantities[k]) then n = n + 1 else articles = articles + 1 end
  end
  return articles > 2 and n + articles or n
end

local function followed_by_de(reading, word)
  return sub(reading.text, word.j + 1, word.j + 3) == "的"
end

local function is_predicate(reading, word)
  return word.is.verb and not word.is.noun and not followed_by_de(reading, word)
end

-- The verb that the clause is about: the first behind the doer that is not an
-- attribute (撰写的…).
local function find_verb(reading, clause, from)
  for k = units.word_from(reading, clause, from), clause.w2 do
    local word = reading.words[k]
    if is_predicate(reading, word) then return word end
  end
end

local function word_at(reading, clause, p)
  local k = units.word_from(reading, clause, p)
  local word = k <= clause.w2 and reading.words[k] or nil
  return word and word.i == p and word or nil
end

local function has_class(reading, clause, class, from)
  for k = units.word_from(reading, clause, from), clause.w2 do
    if reading.words[k].is[class] then return reading.words[k] end
  end
end

local function from_and_to(reading, clause)
  for k = clause.c1, clause.c2 do
    local change = reading.changes[k].fact
    if change.from and change.to then return true end
  end
  return false
end

-- What counted people did that took part: 240名书记分别进行了培训.
local TOOK_PART = { ["进行"] = true, ["培训"] = true, ["轮训"] = true, ["学习"] = true,
                    ["观看"] = true }

-- 率达90%, 面积70平方米: a measure and its value.
local MEASURES = {
  "率", "额", "量", "数", "值", "面积", "时长", "长度", "容量", "资金", "收入", "比例", "比重",
}
local AMOUNTS_TO = { "达到", "高达", "达", "为", "超过", "超", "突破", "破" }

local function amount_verb(text, quantity)
  for _, word in ipairs(AMOUNTS_TO) do
    local i = quantity.i - #word
    if sub(text, i, quantity.i - 1) == word then return i end
    if find(text, "^" .. word, quantity.i) then return quantity.i end     -- 破100万人次
  end
end

local function is_measured(reading, clause, quantity)
  local i = amount_verb(reading.text, quantity)
  if not i then return false end
  local j = i - 1
  for _, word in ipairs(MEASURES) do
    if sub(reading.text, j - #word + 1, j) == word then return j > clause.i end
  end
  return false
end

-- 组织60余家企业参会: those who took part, brought there.
local BRINGING = { ["组织"] = true, ["邀请"] = true, ["动员"] = true, ["发动"] = true, ["吸引"] = true }

local function brings(reading, clause, verb, quantity)
  if not quantity or quantity.i > verb.j + 4 then return false end
  return BRINGING[sub(reading.text, verb.i, verb.j)]
    and has_class(reading, clause, "result", quantity.j) ~= nil
end

-- 覆盖282家, 8000名党员参与, 点击率达90%, 18名优秀党员
local function is_result(reading, clause, head)
  if has_class(reading, clause, "passive", clause.i) then return false end
  local word = word_at(reading, clause, head)
  if word and (word.is.back or word.is.result) then return true end
  if word and word.is.outcome then
    clause.outcome = true
    return true
  end
  local verb = clause.verb
  if not verb then return true end
  local first = reading.quantities[clause.q1]
  if brings(reading, clause, verb, first) then return true end
  if first and first.i > head and verb.i > head and is_measured(reading, clause, first) then
    return true
  end
  if first and first.i <= head and first.j >= head then  -- counted people or things lead
    local taking_part = has_class(reading, clause, "result", first.j)
    return taking_part and true
      or TOOK_PART[sub(reading.text, verb.i, verb.j)] or false
  end
  return false
end

-- A clause that begins with 为, 针对, 通过 … and comes to no deed with the
-- quantity behind it.
local function is_circumstance(reading, clause, head)
  local word = word_at(reading, clause, head)
  if not (word and word.is.adverbial) or word.is.verb then return false end
  local last = reading.quantities[clause.q2]
  if clause.quantities > 0 and last then
    for k = units.word_from(reading, clause, word.j + 1), clause.w2 do
      local verb = reading.words[k]
      if verb.i > last.i then break end
      if is_predicate(reading, verb) then return false end
    end
    return not find_verb(reading, clause, last.j + 1)
  end
  return clause.stop == "," or not find_verb(reading, clause, word.j + 1)
end

-- 企业开办时间压缩到1天以内
local function changes(reading, clause)
  local first = reading.quantities[clause.q1]
  if clause.q2 < clause.q1 then return false end
  local before = sub(reading.text, first.i - 3, first.i - 1)
  return before == "到" or before == "至"
end

--- The verb behind a phrase that ends in 中 (从…中选拔), else the clause's.
---@param reading table
---@param clause table
---@return jilu.ledger.Word
local function verb_after(reading, clause)
  local first = reading.quantities[clause.q1]
  local limit = clause.quantities > 0 and first and first.i or clause.j
  local close = find(reading.text, "中", clause.head, true)
  local verb = close and close < limit and find_verb(reading, clause, close)
  return verb and verb.i < limit and verb or clause.verb
end

--- Fills in what a clause says: `kind` ("deed", "result", "circumstance"),
--- `verb`, `doer`, `head` (first byte behind the doer), `quantities` (how many
--- count something).
---@param reading table
---@param clause table
local function read(reading, clause)
  local doer, head = units.read(reading, clause)
  clause.doer = doer
  clause.quantities = count_quantities(reading, clause)
  local start = units.skip(reading, clause, clause.i)
  if doer then start = units.skip(reading, clause, head) end
  clause.head = start
  clause.verb = find_verb(reading, clause, start)
  clause.passive = has_class(reading, clause, "passive", clause.i) ~= nil
  clause.speech = clause.verb and clause.verb.is.speech
  clause.change = from_and_to(reading, clause)
  clause.kind = "deed"
  if doer and not doer.owns and (clause.change or changes(reading, clause)) then
    clause.doer = nil                                  -- the subject is a measure
  end
  if doer or clause.change then return end
  if is_circumstance(reading, clause, start) then clause.kind = "circumstance"
  elseif is_result(reading, clause, start) then clause.kind = "result" end
end

-- Units in which events are counted.
local EVENTS = {}
for unit in ("场 场次 期 次 届 班 轮 讲 堂 批次"):gmatch "%S+" do EVENTS[unit] = true end

--- Is what a clause says what the event of a row brought together or led to:
--- 举办招聘会6场,提供岗位4500个?
---@param reading table
---@param row table
---@param clause table
---@return boolean
local function is_yield(reading, row, clause)
  if clause.doer or clause.date or clause.recurrence or clause.change then return false end
  local verb, core = clause.verb, reading.clauses[row.core]
  if not verb or not verb.is.yield or verb.i > clause.head then return false end
  local counted = reading.quantities[core.q1]
  if not core.verb or not core.verb.is.event or core.q2 < core.q1 then return false end
  local own = reading.quantities[clause.q1]
  return EVENTS[counted.fact.unit] and not EVENTS[own.fact.unit] or false
end

--- Does a clause go on with what the one before it says: 并明确…?
local function joins(reading, clause)
  local text = sub(reading.text, clause.i, clause.i + 2)
  return text == "并"
end

local function quoted_behind(reading, clause, at)
  local text = reading.text
  for k = 1, #reading.holes, 2 do
    local hole = reading.holes[k]
    if hole > clause.j then return false end
    if hole >= at then
      local mark = sub(text, hole, hole + 2)
      return mark == "“" or mark == "《" or mark == "「"
    end
  end
end

local function ends_in_happening(reading, clause)
  local word = reading.words[clause.w2]
  return clause.w2 >= clause.w1 and word.j == clause.j and word.is.happening
end

local function is_carried_out(reading, verb)
  return verb.is.event or sub(reading.text, verb.i, verb.j) == "进行"
end

--- Does the clause report an event that needs no number: 举办了…比赛? Without
--- `loose` the event is named or said to be over.
---@param reading table
---@param clause table
---@param loose boolean?
---@return boolean
local function is_event(reading, clause, loose)
  local verb = clause.verb
  if not verb or clause.kind == "circumstance" or clause.speech then return false end
  if clause.passive then return true end
  if loose then return is_carried_out(reading, verb) or ends_in_happening(reading, clause) end
  return verb.is.event and sub(reading.text, verb.j + 1, verb.j + 3) == "了"
    and (quoted_behind(reading, clause, verb.j) or ends_in_happening(reading, clause)) or false
end

return {
  read = read, joins = joins, is_yield = is_yield, is_event = is_event, word_at = word_at,
  verb_after = verb_after,
}
