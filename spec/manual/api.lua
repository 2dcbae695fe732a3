-- The Lua API as its sources document it: the LuaCATS comment above a function of
-- Lua, wherever it is defined; of a function of C the one in lua/jilu/meta/.
-- What reads this makes the reference page and lua/jilu/meta/jilu.lua, and the
-- specs see that nothing is missing.

local core = require "jilu.core"
local jilu = require "jilu"

local api = {}

-- Sources ---------------------------------------------------------------------------

local sources = {}

local function lines_of(path)
  if not sources[path] then
    local list = {}
    for line in io.lines(path) do list[#list + 1] = line end
    sources[path] = list
  end
  return sources[path]
end

-- The lines of the comment that ends above a line, without their dashes.
local function comment_above(lines, number)
  local first = number
  while lines[first - 1] and lines[first - 1]:find "^%s*%-%-%-" do first = first - 1 end
  local doc = {}
  for k = first, number - 1 do doc[#doc + 1] = lines[k]:match "^%s*%-%-%-(.*)$" end
  return doc
end

--- A documented function.
---@class spec.ApiFunction
---@field name string      "jilu.document", "doc:layer"
---@field params string[]  names
---@field doc string[]     lines of its comment; none where it has no comment

local function params_of(f)
  local names, k = {}, 1
  while true do
    local name = debug.getlocal(f, k)
    if not name then break end
    names[k] = name
    k = k + 1
  end
  if debug.getinfo(f, "u").isvararg then names[#names + 1] = "..." end
  return names
end

-- A function of Lua, by where it is defined.
local function of_lua(name, f)
  local info = debug.getinfo(f, "S")
  local doc = comment_above(lines_of(info.source:sub(2)), info.linedefined)
  return { name = name, params = params_of(f), doc = doc }
end

-- Functions of C --------------------------------------------------------------------

local META = { "text", "lexicon", "facts" }

-- Documented functions of C by "core.name" or "Class:name".
local function read_meta()
  local found = {}
  for _, file in ipairs(META) do
    local lines = lines_of("lua/jilu/meta/" .. file .. ".lua")
    for number, line in ipairs(lines) do
      local name, list = line:match "^function ([%w_.:]+)%((.-)%) end"
      if name then
        local params = {}
        for one in list:gmatch "[^,%s]+" do params[#params + 1] = one end
        found[name] = { params = params, doc = comment_above(lines, number) }
      end
    end
  end
  return found
end

local meta = read_meta()

local function name_in_core(f)
  for name, value in pairs(core) do
    if value == f then return name end
  end
end

local function of_c(name, f)
  local found = meta["core." .. (name_in_core(f) or "?")] or { params = {}, doc = {} }
  return { name = name, params = found.params, doc = found.doc }
end

local function of_function(name, f)
  if debug.getinfo(f, "S").what == "C" then return of_c(name, f) end
  return of_lua(name, f)
end

-- All -------------------------------------------------------------------------------

local function by_name(a, b) return a.name < b.name end

-- Functions of a table, methods of a class.
local function functions_of(prefix, object, mark)
  local list = {}
  for name, value in pairs(object) do
    if type(value) == "function" and not name:find "^__" then
      list[#list + 1] = of_function(prefix .. mark .. name, value)
    end
  end
  table.sort(list, by_name)
  return list
end

local function c_methods(prefix, class)
  local list = {}
  for name, one in pairs(meta) do
    local method = name:match("^" .. class .. ":(.+)$")
    if method then
      list[#list + 1] = { name = prefix .. ":" .. method, params = one.params, doc = one.doc }
    end
  end
  table.sort(list, by_name)
  return list
end

-- Methods that the library alone calls.
local PRIVATE = {
  begin_stage = true, end_stage = true, hold = true, holder = true, all_layers = true,
  set_layer = true, peek = true, prepared = true, columns = true, field_names = true,
  close_words = true,
}

local function lua_methods(prefix, object)
  local list, index = {}, getmetatable(object).__index
  for _, one in ipairs(functions_of(prefix, index, ":")) do
    if not PRIVATE[one.name:match ":(.*)$"] then
      table.remove(one.params, 1)
      list[#list + 1] = one
    end
  end
  return list
end

--- The sections of the reference: { title, functions }.
---@return { title: string, functions: spec.ApiFunction[] }[]
function api.sections()
  return {
    { title = "jilu", functions = functions_of("jilu", jilu, ".") },
    { title = "jilu.lexicon", functions = functions_of("jilu.lexicon", jilu.lexicon, ".") },
    { title = "jilu.conversion",
      functions = functions_of("jilu.conversion", jilu.conversion, ".") },
    { title = "Documents", functions = lua_methods("doc", jilu.document "") },
    { title = "Pipelines", functions = lua_methods("pipeline", jilu.load "outline") },
    { title = "Expressions", functions = lua_methods("re", jilu.re "'a'") },
    { title = "Fields", functions = lua_methods("field", jilu.field("a", "string")) },
    { title = "Extractors", functions = lua_methods("extractor", jilu.extractor {}) },
    { title = "Gazetteers", functions = lua_methods("gazetteer", jilu.gazetteer {}) },
    { title = "Lexica", functions = c_methods("lexicon", "Lexicon") },
    { title = "Conversions", functions = c_methods("conversion", "Conversion") },
  }
end

-- Tables of options -----------------------------------------------------------------

--- A table with fields: options, or what is given back.
---@class spec.ApiClass
---@field name string
---@field doc string[]
---@field fields string[][]  { name, type and meaning }

local function sources_of_classes()
  local paths = {}
  for path in io.popen("find lua/jilu -name '*.lua' | LC_ALL=C sort"):lines() do
    if not path:find "/meta/jilu%.lua$" then paths[#paths + 1] = path end
  end
  return paths
end

-- A line of a comment that goes on behind a field is the field's.
local function read_class(lines, number)
  local class = { name = lines[number]:match "^%-%-%-@class ([%w_.]+)", fields = {},
    doc = comment_above(lines, number) }
  local k = number + 1
  while lines[k] and lines[k]:find "^%-%-%-" do
    local name, rest = lines[k]:match "^%-%-%-@field ([%w_]+%??) *(.*)$"
    local more = lines[k]:match "^%-%-%-  (.*)$"
    if name then
      class.fields[#class.fields + 1] = { name, rest }
    elseif more and #class.fields > 0 then
      local last = class.fields[#class.fields]
      last[2] = last[2] .. " " .. more:match "^%s*(.*)$"
    end
    k = k + 1
  end
  return class
end

--- All classes with fields, by name.
---@return table<string, spec.ApiClass>
function api.classes()
  local found = {}
  for _, path in ipairs(sources_of_classes()) do
    local lines = lines_of(path)
    for number, line in ipairs(lines) do
      if line:find "^%-%-%-@class " then
        local class = read_class(lines, number)
        if #class.fields > 0 then found[class.name] = class end
      end
    end
  end
  return found
end

return api
