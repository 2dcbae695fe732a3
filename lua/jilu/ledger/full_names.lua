-- What a name stands for: its full name in the document, the body that speaks
-- of itself (我院, 我们), the one named before (该市).

local data = require "jilu.zh.subjects"

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

-- The last organisation or place of a kind that is named before a byte.
local function named_before(doc, facts, at, head)
  local found
  for k = 1, #facts do
    local fact = facts[k]
    if fact.folded_first >= at then break end
    local name = full_of(doc, fact)
    if is_of_kind(name, head) then found = name end
  end
  return found
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
  if data.same[first] then return named_before(doc, facts.organization, at, head) end
  if kind == "own" then return own_body(doc, bodies, head) end
  if kind == "region" then return named_before(doc, facts.organization, at, head) end
end

return { of = of }
