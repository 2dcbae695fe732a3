-- What a rule matches; also by itself, in any string or document.

local captures = require "jilu.rule.captures"
local check = require "jilu.check"
local document = require "jilu.document"
local facts = require "jilu.facts.stage"
local matcher = require "jilu.rule.matcher"
local scopes = require "jilu.rule.scope"

--- Patterns, with a gap between each and the next. `fact` is the kind of fact
--- that a part begins with, where that is certain.
---@class jilu.Expression
---@field parts { pattern: userdata, fact: string?, source: string? }[]
---@field kinds table<string, boolean>  the types of facts that it names
---@field names table<string, boolean>?  of its groups; nil where they are not known
local Expression = {}
Expression.__index = Expression

-- The parts as the search wants them, made once.
function Expression:prepared()
  self.compiled = self.compiled or matcher.prepare(self)
  return self.compiled
end

local IS_FACT = {}
for _, kind in ipairs(facts.makes) do IS_FACT[kind] = true end

local function scope_of(self, method, text)
  local doc = text
  if getmetatable(text) ~= document.Document then
    check.type(method, 1, text, "string", 4)
    doc = document.new(text)
  end
  for kind in pairs(self.kinds) do
    if IS_FACT[kind] and #doc:layer(kind) == 0 then doc:facts(kind) end
  end
  return scopes.whole(doc)
end

-- Calls `receive(first, last, captures)` until it returns true.
local function search(self, method, text, receive)
  local at = scope_of(self, method, text)
  matcher.search(self:prepared(), at, function(chosen)
    local first, last = matcher.span(at, chosen)
    at.done = receive(first, last, captures.object(at, chosen, self.names)) or at.done
    return true
  end, function() return at.done end)
end

local function first_of(self, method, text)
  local first, last, m
  search(self, method, text, function(...)
    first, last, m = ...
    return true
  end)
  return first, last, m
end

--- Finds the first match in a text, whose facts are read, or in a document,
--- across sentences and lines.
---@param text string|jilu.Document
---@return integer? first, integer? last, jilu.Captures?
function Expression:find(text)
  return first_of(self, "find", text)
end

--- The captures of the first match.
---@param text string|jilu.Document
---@return jilu.Captures?
function Expression:match(text)
  return (select(3, first_of(self, "match", text)))
end

--- Iterates over the matches: first, last, captures.
---@param text string|jilu.Document
---@return fun(): integer?, integer?, jilu.Captures?
function Expression:gmatch(text)
  local list, k = {}, 0
  search(self, "gmatch", text, function(first, last, m)
    list[#list + 1] = { first, last, m }
  end)
  return function()
    k = k + 1
    if list[k] then return list[k][1], list[k][2], list[k][3] end
  end
end

function Expression:__tostring()
  return ("jilu.re (%s)"):format(self.source or "LPeg pattern")
end

return Expression
