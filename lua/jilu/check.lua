-- Checks of arguments, with one form of message:
--
--   bad argument #2 to 'document' (option 'date': string expected, got number)
--
-- Each raises at the line that called the public function, which is two levels
-- above; a function that is called from deeper gives `level`.

local check = {}

--- The message about a wrong argument.
---@param name string  of the public function
---@param position integer  of the argument, without self
---@param reason string  as for string.format
---@param ... any
---@return string
function check.message(name, position, reason, ...)
  return ("bad argument #%d to '%s' (%s)"):format(position, name, reason:format(...))
end

--- The reason in such a message; other messages as they are.
---@param message string
---@return string
function check.reason(message)
  return (message:gsub("^bad argument #%d+ to '[^']*' %((.*)%)$", "%1"))
end

local function raise(name, position, level, reason, ...)
  error(check.message(name, position, reason, ...), level)
end

--- A wrong argument, for whatever reason.
---@param name string
---@param position integer
---@param level integer  as of `error`, seen from the caller; 0: no place in the message
---@param reason string  as for string.format
---@param ... any
function check.fail(name, position, level, reason, ...)
  raise(name, position, level > 0 and level + 2 or 0, reason, ...)
end

local function listed(known)
  local names = {}
  for key, value in pairs(known) do names[#names + 1] = type(key) == "number" and value or key end
  table.sort(names)
  return table.concat(names, ", ")
end

--- An argument of a type of Lua's.
---@param name string  of the public function
---@param position integer  of the argument, without self
---@param value any
---@param expected string
---@param level? integer
function check.type(name, position, value, expected, level)
  if type(value) ~= expected then
    raise(name, position, (level or 3) + 1, "%s expected, got %s", expected, type(value))
  end
end

--- A string that is one of a list.
---@param name string
---@param position integer
---@param what string  what it is
---@param value any
---@param known string[]
---@param level? integer
function check.choice(name, position, what, value, known, level)
  for _, one in ipairs(known) do
    if value == one then return end
  end
  if type(value) ~= "string" then
    raise(name, position, (level or 3) + 1, "string expected, got %s", type(value))
  end
  raise(name, position, (level or 3) + 1, "no %s '%s'; known: %s", what, value, listed(known))
end

--- Options in a table: keys that are known, each of its type.
---@param name string
---@param position integer
---@param options table
---@param known table<string, string>  types by key; "any" for whatever there is
---@param type_of? fun(value: any): string
---@param level? integer
function check.options(name, position, options, known, type_of, level)
  level = (level or 3) + 1
  for key, value in pairs(options) do
    local expected = known[key]
    if not expected then
      raise(name, position, level, "unknown option '%s'; known: %s", tostring(key), listed(known))
    end
    local got = (type_of or type)(value)
    if expected ~= "any" and got ~= expected then
      raise(name, position, level, "option '%s': %s expected, got %s", key, expected, got)
    end
  end
end

--- A table that is an argument, with keys that are known, each of its type.
---@param name string
---@param position integer
---@param value any
---@param known table<string, string>  as for `options`
---@param level? integer
function check.keys(name, position, value, known, level)
  level = (level or 3) + 1
  check.type(name, position, value, "table", level)
  for key, one in pairs(value) do
    local expected = known[key]
    if not expected then
      raise(name, position, level, "unknown key '%s'; known: %s", tostring(key), listed(known))
    elseif expected ~= "any" and type(one) ~= expected then
      raise(name, position, level, "key '%s': %s expected, got %s", key, expected, type(one))
    end
  end
end

--- A table with a place: first and last.
---@param name string
---@param position integer
---@param value any
---@param level? integer
function check.span(name, position, value, level)
  level = (level or 3) + 1
  check.type(name, position, value, "table", level)
  for _, key in ipairs { "first", "last" } do
    if type(value[key]) ~= "number" then
      raise(name, position, level, "field '%s': number expected, got %s", key, type(value[key]))
    end
  end
end

--- Something that was closed.
---@param name string  of the method
---@param object table
---@param level? integer
function check.closed(name, object, level)
  error(("bad self to '%s' (%s is closed)"):format(name, tostring(object)), level or 3)
end

return check
