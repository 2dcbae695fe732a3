-- Checks records that come from outside, as decoded from JSON without null,
-- against the schema of their type.

-- Characters of one number: a sum of exact decimals keeps all of them.
local NUMBER_LIMIT = 1000

local check_fields

local function is_object(value)
  return type(value) == "table" and #value == 0
end

local function is_number(value)
  if type(value) == "number" then return value == value and math.abs(value) < math.huge end
  return type(value) == "string" and #value <= NUMBER_LIMIT
    and (value:find "^%-?%d+$" or value:find "^%-?%d+%.%d+$" or value:find "^%-?%d+/%d+$") ~= nil
end

local CHECKS = {
  string = function(value) return type(value) == "string" end,
  integer = function(value) return type(value) == "number" and value % 1 == 0 end,
  number = is_number,
  boolean = function(value) return type(value) == "boolean" end,
  any = function() return true end,
}

local function shown(value)
  if type(value) == "table" then return "a list or an object" end
  if type(value) ~= "string" then return tostring(value) end
  return ("'%s'"):format(#value > 40 and value:sub(1, 40) .. "…" or value)
end

local function check_choice(choice, value)
  for _, one in ipairs(choice) do
    if value == one then return nil end
  end
  return ("one of %s expected, got %s"):format(table.concat(choice, ", "), shown(value))
end

local function check_list(field, value)
  if type(value) ~= "table" or (next(value) ~= nil and #value == 0) then
    return "", "list expected, got " .. (type(value) == "table" and "an object" or shown(value))
  end
  for k, item in ipairs(value) do
    if field.objects then
      if not is_object(item) then
        return ("[%d]"):format(k), "object expected, got " .. shown(item)
      end
      local where, message = check_fields(field.objects, item)
      if where then return ("[%d].%s"):format(k, where), message end
    elseif not CHECKS[field[2].list](item) then
      return ("[%d]"):format(k), ("%s expected, got %s"):format(field[2].list, shown(item))
    end
  end
end

local function check_field(field, value)
  local kind = field[2]
  if type(kind) == "string" then
    if value == nil or CHECKS[kind](value) then return nil end
    return "", ("%s expected, got %s"):format(kind, shown(value))
  elseif kind.choice then
    local message = check_choice(kind.choice, value)
    return message and "", message
  end
  return check_list(field, value)
end

-- Returns the field that is wrong, and what is wrong with it.
function check_fields(fields, record)
  for _, field in ipairs(fields) do
    local inside, message = check_field(field, record[field[1]])
    if inside then return field[1] .. inside, message end
  end
end

--- What is wrong with a record; nil if nothing is. A field may be missing where
--- it may be null.
---@param schema jilu.Schema
---@param record table
---@return string?
return function(schema, record)
  local where, message = check_fields(schema.fields, record)
  return where and ("%s: %s"):format(where, message) or nil
end
