-- What was done: the piece of a row from its verb to the end of its object.

local byte, sub = string.byte, string.sub
local data = require "jilu.zh.subjects"
local predicates = require "jilu.ledger.predicates"

-- 对… and 把… belong to the deed, 按… and 在… to its circumstances.
local function begins(reading, clause)
  local head, is = reading.parse:head(clause.number)
  local prep = is and (is.prep or is.adverbial) and not is.verb and not is.object_prep
  if prep and clause.verb then return predicates.verb_after(reading, clause) end
  return head
end

local SPACE, PARENTHESIS, COMMA = 32, 40, 44

-- Without a quantity at the end that has its noun before it.
local function ends(reading, clause, from)
  local last = clause.q1 and reading.quantities[clause.q2]
  if clause.change or not last or last.folded_last ~= clause.j
      or last.folded_first <= from + 3 then
    return clause.j
  end
  local noun = last.noun_last
  if not noun or last.noun_first > last.first then return clause.j end
  local j = last.folded_first - 1
  if (j - from + 1) * 2 < clause.j - from + 1 then return clause.j end
  for length = 6, 3, -3 do                      -- two characters, or one
    if j - length > from and data.trailing[sub(reading.text, j - length + 1, j)] then
      return j - length
    end
  end
  return j
end

-- Is it a measure and what it came to, which all clauses of the row tell:
-- 产量增长5%,达到8000万吨?
local function states_value(reading, row, clause)
  if not clause.quantities or row.k2 == row.core and not clause.change then return false end
  if clause.change then return true end
  local i, j = predicates.word_at(reading, clause.verb)
  return not i or data.values[sub(reading.text, i, j)] or false
end

-- The first byte behind who acts, and blanks.
local function behind(text, phrase, clause)
  local i = phrase.j + 1
  while i < clause.j and byte(text, i) == SPACE do i = i + 1 end
  return i
end

--- Bytes of the folded line that are the content of a row.
---@param reading table
---@param row table
---@param agent jilu.ledger.Mention?
---@return integer i, integer j
local function read(reading, row, agent)
  if row.topic then return row.i, row.j end
  local clause = row.clauses[row.core]
  local i = begins(reading, clause)
  local text = reading.text
  if agent and agent.clause == clause and agent.phrase and not agent.phrase.by and agent.j >= i then
    i = behind(text, agent.phrase, clause)
  end
  if byte(text, i) == PARENTHESIS and clause.verb then     -- 昨日(五月十五日)举行
    i = (predicates.word_at(reading, clause.verb))
  end
  if i > clause.j then i = clause.i end
  local j = states_value(reading, row, clause) and row.j or ends(reading, clause, i)
  while j > i and (byte(text, j) == SPACE or byte(text, j) == COMMA) do j = j - 1 end
  return i, math.max(i, j)
end

return { read = read }
