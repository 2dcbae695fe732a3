-- What a name stands for: its full name in the document, the body that speaks
-- of itself (我院, 我们), the one named before (该市).

local data = require "jilu.zh.subjects"
local index = require "jilu.ledger.index"

local sub = string.sub

local THREE = 3

local function ends_with(name, tail)
  return #name > #tail and sub(name, -#tail) == tail
end

-- Does a name end as a body's own word for it: 青山大学 and 校?
local function is_of_kind(name, head)
  if ends_with(name, head) then return true end
  for _, tail in ipairs(data.own_heads[head] or {}) do
    if ends_with(name, tail) then return true end
  end
  return false
end

local function full_of(doc, fact)
  return fact.full or (doc:norm(fact.first, fact.last))
end

-- The body of the document that a word like 我院 means; any for 我们.
local function own_body(doc, bodies, head)
  for _, body in ipairs(bodies) do
    local mention = body.mention
    local name = mention.fact and full_of(doc, mention.fact) or mention.text
    if mention.kind == "body" and (not head or is_of_kind(name, head)) then return name end
  end
end

-- The organisations of a kind, and their full names, from left to right; kept for
-- the document in `facts`.
local function of_kind(doc, facts, head)
  local known = facts.of_kind
  if not known then
    known = {}
    facts.of_kind = known
  end
  local list = known[head]
  if list then return list end
  list = { names = {} }
  for _, fact in ipairs(facts.organization) do
    local name = full_of(doc, fact)
    if is_of_kind(name, head) then
      list[#list + 1], list.names[#list.names + 1] = fact, name
    end
  end
  known[head] = list
  return list
end

-- The last organisation of a kind that is named before a byte.
local function named_before(doc, facts, at, head)
  local list = of_kind(doc, facts, head)
  return list.names[index.from(list, 1, #list, at) - 1]
end

--- The full name of a mention; nil where it is not known.
---@param doc jilu.Document
---@param bodies table[]  see jilu.ledger.document_bodies
---@param facts table<string, table[]>
---@param mention jilu.ledger.Mention
---@return string?
local function of(doc, bodies, facts, mention)
  local fact = mention.fact
  if fact and fact.full and mention.j and fact.folded_last >= mention.j then return fact.full end
  local kind, at = mention.kind, mention.i
  if kind == "we" then return own_body(doc, bodies) end
  if not at then return nil end
  local word = sub(doc.folded, at, mention.j)
  local first, head = sub(word, 1, THREE), sub(word, THREE + 1)
  if data.same[first] then return named_before(doc, facts, at, head) end
  if kind == "own" then return own_body(doc, bodies, head) end
  if kind == "region" then return named_before(doc, facts, at, head) end
end

return { of = of }
