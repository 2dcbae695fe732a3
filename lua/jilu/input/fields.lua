-- Fields of the objects of JSON Lines: text, id, date, title, url, source and
-- author, by the names that --map gives them; nested ones with dots (a.text), of
-- a list by number from 1 (items.1.text).

local core = require "jilu.core"
local page_date = require "jilu.page.date"

local fields = {}

-- The names of the fields where the call gives none.
local DEFAULT = {
  text = "text", id = "id", date = "date", title = "title", url = "url", source = "source",
  author = "author",
}

-- Fields of an object that a message names at most.
local NAMED = 20

--- Reads text=content,date=pub_time. Returns nil, message where it is none.
---@param value string
---@return table<string, string>?, string?
function fields.option(value)
  local map = {}
  for part in value:gmatch "[^,]+" do
    local key, name = part:match "^(%a+)=(.+)$"
    if not DEFAULT[key] then
      local known = {}
      for one in pairs(DEFAULT) do known[#known + 1] = one end
      table.sort(known)
      return nil, ("--map: '%s' is no KEY=FIELD; keys: %s"):format(part, table.concat(known, ", "))
    end
    map[key] = name
  end
  return map
end

--- The whole map of a call.
---@param given? table<string, string>
---@param text? string  the name of the field with the text
---@return table<string, string>
function fields.map(given, text)
  local map = { text = text, named = {} }
  for key, name in pairs(given or {}) do
    map[key] = name
    map.named[#map.named + 1] = name
  end
  table.sort(map.named)
  return setmetatable(map, { __index = DEFAULT })
end

--- The value of a field, nil where there is none. A name with a dot in it comes
--- before the path that it may also be.
---@param object table
---@param name string
---@return any
function fields.get(object, name)
  local value = object[name]
  if value == nil and name:find(".", 1, true) then
    value = object
    for step in name:gmatch "[^.]+" do
      if type(value) ~= "table" then return nil end
      local next_value = value[step]
      if next_value == nil then next_value = value[tonumber(step)] end
      value = next_value
    end
  end
  if value == core.null or type(value) == "userdata" then return nil end
  return value
end

local function strings(value)
  if type(value) == "string" then return { value } end
  local list = {}
  for _, one in ipairs(type(value) == "table" and value or list) do
    if type(one) == "string" then list[#list + 1] = one end
  end
  return list
end

--- The text of an object: a string, or the strings of a list, a line each.
---@param object table
---@param name string
---@return string?
function fields.text(object, name)
  local value = fields.get(object, name)
  if type(value) == "string" then return value end
  local list = strings(value)
  return list[1] and #list == #value and table.concat(list, "\n") or nil
end

--- The names of the fields of an object, nested ones with dots, for a message.
---@param object table
---@return string
function fields.names(object)
  local list = {}
  local function add(table_, prefix)
    for key, value in pairs(table_) do
      local name = prefix .. tostring(key)
      if type(value) == "table" and #value == 0 and #prefix < 100 then
        add(value, name .. ".")
      else
        list[#list + 1] = name
      end
    end
  end
  add(object, "")
  table.sort(list)
  if #list > NAMED then
    list[NAMED] = ("and %d more"):format(#list - NAMED + 1)
    for k = #list, NAMED + 1, -1 do list[k] = nil end
  end
  return list[1] and table.concat(list, ", ") or "none"
end

--- A date as metadata has it, nil where a value is none. Seconds since 1970 are
--- no date without a place on earth.
---@param value any
---@return string?
function fields.date(value)
  if type(value) ~= "string" then return nil end
  local y, m, d, rest = value:match "^%s*(%d%d%d%d)[%-/.](%d%d?)[%-/.](%d%d?)(.*)$"
  if not y then return page_date.read(value) end
  local date = ("%s-%02d-%02d"):format(y, tonumber(m), tonumber(d))
  if not core.is_date(date) then return nil end
  local hour, minute = rest:match "^[T ]%s*(%d%d?):(%d%d)"
  if not hour or tonumber(hour) > 23 or tonumber(minute) > 59 then return date end
  if hour == "00" and minute == "00" then return date end   -- a date without an hour
  return ("%sT%02d:%s"):format(date, tonumber(hour), minute)
end

local function string_at(object, name)
  local value = fields.get(object, name)
  return type(value) == "string" and value:find "%S" and value or nil
end

--- What an object says of its document; nil for nothing.
---@param object table
---@param map table<string, string>
---@param missing? fun(object: table, name: string)  for fields of the call that it lacks
---@return jilu.InputMetadata?
function fields.metadata(object, map, missing)
  local authors = strings(fields.get(object, map.author))
  local found = {
    title = string_at(object, map.title), url = string_at(object, map.url),
    source = string_at(object, map.source), published = fields.date(fields.get(object, map.date)),
    authors = authors[1] and authors or nil,
  }
  if missing then
    for _, name in ipairs(map.named) do
      if fields.get(object, name) == nil then missing(object, name) end
    end
  end
  if next(found) == nil then return nil end
  found.basis = "input"
  return found
end

return fields
