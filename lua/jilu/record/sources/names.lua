-- What the documents of a run are called: no two the same.
--
-- By default a file is called by its name without folder and last extension; where
-- several files would be called the same, each is called by its path below the folder
-- that was given, or by its path as it was given. What is still the same (equal
-- ids of a stream, a file that was named twice) gets #2, #3 … from the second on.

local core = require "jilu.core"
local document = require "jilu.document"
local files = require "jilu.record.sources.files"

-- Ill-formed bytes are U+FFFD in records: names may be the same only there.
local function written(name) return (core.repair(name)) end

local function below(given, path)
  local prefix = given:sub(-1) == "/" and given or given .. "/"
  return path:sub(1, #prefix) == prefix and path:sub(#prefix + 1) or path
end

-- How many of the files have a name, and the longer name of each path.
local function survey(paths)
  local count, longer = {}, {}
  for _, given in ipairs(paths) do
    if given ~= "-" then
      for path in files.each({ given }, function() end) do
        local name = written(document.id_of(path))
        count[name] = (count[name] or 0) + 1
        longer[path] = longer[path] or below(given, path)
      end
    end
  end
  return count, longer
end

local names = { KINDS = { "id", "name", "path" } }

--- Returns a function that names the inputs of a run, in their order.
---@param paths string[]  as they were given
---@param kind? "id"|"name"|"path"  default "id": that of an object of JSON Lines or a WARC
---record, else as files are called
---@return fun(input: jilu.Input): string
function names.of(paths, kind)
  kind = kind or "id"
  local count, longer = {}, {}
  if kind == "id" then count, longer = survey(paths) end
  local taken = {}
  return function(input)
    local name = written(kind == "path" and input.path or kind == "name" and input.name or input.id)
    if longer[input.path] and (count[name] or 0) > 1 then name = written(longer[input.path]) end
    local id, number = name, 1
    while taken[id] do
      number = math.max(number, taken[name] or 1) + 1
      id = ("%s#%d"):format(name, number)
    end
    taken[id], taken[name] = 1, number
    return id
  end
end

return names
