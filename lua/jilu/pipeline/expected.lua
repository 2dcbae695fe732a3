-- Compares what a test expects with the records that there are. Of a table only
-- the fields that are expected are compared.

local core = require "jilu.core"
local schema = require "jilu.record.schema"

local expected = {}

local function shown(value)
  if value == core.null then return "null" end
  if type(value) == "string" then return ("%q"):format(value) end
  if type(value) ~= "table" then return tostring(value) end
  local keys = {}
  for key in pairs(value) do keys[#keys + 1] = tostring(key) end
  table.sort(keys)
  for k, key in ipairs(keys) do
    local one = value[key]
    if one == nil then one = value[tonumber(key)] end
    keys[k] = ("%s = %s"):format(key, shown(one))
  end
  return "{ " .. table.concat(keys, ", ") .. " }"
end

local matches

-- A number may be expected as the string of its digits, as records have it.
local function has(found, key, want)
  if matches(want, found[key]) then return true end
  return type(want) == "string" and type(key) == "string" and type(found[key]) == "number"
    and found[schema.digits_of(key)] == want
end

-- An expected null is a field that is not there.
function matches(want, found)
  if want == core.null then return found == nil or found == core.null end
  if type(want) ~= "table" or type(found) ~= "table" then return want == found end
  for key, value in pairs(want) do
    if not has(found, key, value) then return false end
  end
  return true
end

--- The list of what is expected: a table of fields is a list of one, false none.
---@param value table|false
---@return table[]
function expected.list(value)
  if not value or next(value) == nil then return {} end
  if #value > 0 then return value end
  return { value }
end

local function names_of(want)
  local names = {}
  for key in pairs(want) do names[#names + 1] = key end
  table.sort(names, function(a, b) return tostring(a) < tostring(b) end)
  return names
end

--- Why the records are not as expected; nil if they are.
---@param wanted table[]
---@param records table[]
---@return string?
function expected.difference(wanted, records)
  if #wanted ~= #records then
    return ("expected %d records, got %d"):format(#wanted, #records)
  end
  for k, want in ipairs(wanted) do
    for _, key in ipairs(names_of(want)) do
      if not has(records[k], key, want[key]) then
        return ("record %d: expected %s = %s, got %s")
          :format(k, tostring(key), shown(want[key]), shown(records[k][key]))
      end
    end
  end
end

return expected
