-- What an expression captures: the functions that its patterns call, and the
-- object that `where` and `emit` get.

local check = require "jilu.check"
local captures = {}

-- The text of the document between two positions of the scope.
local function original(scope, start, stop)
  if stop <= start then return "" end
  return (scope.doc:norm(scope:span(start, stop - 1)))
end

--- A named group has what was captured inside it, or else the text.
function captures.group(scope, start, ...)
  if select("#", ...) == 1 then return original(scope, start, (...)) end
  return (...)
end

local function all_but_last(value, ...)
  if select("#", ...) > 0 then return value, all_but_last(...) end
end

--- A simple capture has the text, then what was captured inside it.
function captures.simple(scope, start, ...)
  local stop = select(select("#", ...), ...)
  return original(scope, start, stop), all_but_last(...)
end

function captures.position(scope, start)
  return (scope:span(start, start))
end

-- Where a named group stands, as captures beside it.
local FIRST, AFTER = "jilu_first_", "jilu_after_"
captures.FIRST, captures.AFTER = FIRST, AFTER

-- The object ----------------------------------------------------------------------------

--- The captures of a match: by name, and by number those without one. Facts and
--- words are tables, text is a string.
---@class jilu.Captures
---@field text fun(self: jilu.Captures, name: string|integer): string  what was captured, as text
---@field span fun(self: jilu.Captures, name: string|integer): integer, integer  where it stands
local methods = {}

-- What a method needs beside the captures themselves.
local function capture(m, method, name)
  local value = rawget(m, name)
  if value == nil then
    check.fail(method, 1, 3, "no capture '%s' in this match", tostring(name))
  end
  return value, getmetatable(m)
end

function methods.text(m, name)
  local value, own = capture(m, "text", name)
  if type(value) ~= "table" then return tostring(value) end
  return value.text or (own.scope.doc:norm(value.first, value.last))
end

function methods.span(m, name)
  local value, own = capture(m, "span", name)
  if type(value) == "table" then return value.first, value.last end
  local first = own.places[FIRST .. name]
  if not first then
    check.fail("span", 1, 2, "capture '%s' is text without a name", tostring(name))
  end
  return own.scope:span(first, math.max(first, own.places[AFTER .. name] - 1))
end

local function listed(names)
  local list = {}
  for name in pairs(names) do list[#list + 1] = name end
  table.sort(list)
  return #list > 0 and table.concat(list, ", ") or "none"
end

--- Makes the object of a match of all parts of an expression.
---@param scope jilu.Scope
---@param chosen table[]  { captures = } of each part
---@param names? table<string, boolean>  of all groups; nil where they are not known
---@return jilu.Captures
function captures.object(scope, chosen, names)
  local m, places, count = {}, {}, 0
  for _, part in ipairs(chosen) do
    for key, value in pairs(part.captures) do
      if type(key) == "string" then
        local place = key:find("^" .. FIRST) or key:find("^" .. AFTER)
        local into = place and places or m
        into[key] = value
      end
    end
    for _, value in ipairs(part.captures) do
      count = count + 1
      m[count] = value
    end
  end
  return setmetatable(m, { scope = scope, places = places, __index = function(_, key)
    if methods[key] then return methods[key] end
    if names and type(key) == "string" and not names[key] then
      error(("no capture '%s'; the expression has %s"):format(key, listed(names)), 2)
    end
  end })
end

--- A value as a field of a record has it: of a fact or a word its value where
--- a number is wanted, else its text.
---@param scope jilu.Scope
---@param value any
---@param kind any  of the field
---@return any
function captures.plain(scope, value, kind)
  if type(value) ~= "table" or type(value.type) ~= "string" or not value.first then
    return value
  end
  if kind == "number" or kind == "integer" then return value.digits or value.value end
  return value.text or (scope.doc:norm(value.first, value.last))
end

return captures
