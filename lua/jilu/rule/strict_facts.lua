-- Facts as the functions of a rule get them: a field that no fact of the type has
-- is a slip (m.q.vlaue), not nil.

local schema = require "jilu.record.schema"

local strict_facts = {}

-- What any fact may have beside the fields of its type.
local COMMON = {
  type = true, first = true, last = true, line = true, text = true, norm = true, rule = true,
  folded_first = true, folded_last = true,
}

-- Where a field stands: unit_first, noun_last; also start and end of records.
local function stem_of(key)
  return key:match "^(.+)_first$" or key:match "^(.+)_last$"
end

local function is_known(one, key)
  if type(key) ~= "string" or COMMON[key] or one.known[key] then return true end
  local stem = stem_of(key)
  return stem ~= nil and one.known[stem] ~= nil
end

local metatables = {}

local function metatable_of(kind)
  local one = schema.of(kind)
  if not metatables[kind] and one then
    metatables[kind] = { __index = function(_, key)
      if is_known(one, key) then return nil end
      error(("a %s has no field '%s'; its fields are first, last, line, %s")
        :format(kind, key, one:field_names()), 2)
    end }
  end
  return metatables[kind]
end

-- The facts among captures whose metatable, if they have one, says only how
-- they print.
local function facts_among(captures)
  local list = {}
  for _, value in pairs(captures) do
    if type(value) == "table" and type(value.type) == "string" and metatable_of(value.type) then
      local own = getmetatable(value)
      if not (own and own.__index) then list[value] = own or false end
    end
  end
  return list
end

-- By document, as documents may take turns: the facts of a call that has not
-- returned. One that raises never does, and what it raises is to be seen where it
-- was raised.
local pending = setmetatable({}, { __mode = "k" })

--- Facts of a document's call that raised answer nil again.
---@param doc jilu.Document
function strict_facts.release(doc)
  local facts = pending[doc]
  if not facts then return end
  pending[doc] = nil
  for fact, own in pairs(facts) do setmetatable(fact, own or nil) end
end

--- Calls a function of the user's with captures. Stages go on with facts that
--- answer nil.
---@param call fun(captures: table, doc: jilu.Document): any
---@param captures table
---@param doc jilu.Document
---@return any
function strict_facts.call(call, captures, doc)
  local facts = facts_among(captures)
  for fact in pairs(facts) do setmetatable(fact, metatable_of(fact.type)) end
  pending[doc] = facts
  local result = call(captures, doc)
  strict_facts.release(doc)
  return result
end

return strict_facts
