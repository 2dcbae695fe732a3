-- Sorting lists of texts, and of things that have one.

local check = require "jilu.check"
local core = require "jilu.core"

local collation = {}

-- The options for the core, and `key`; nil, nil for none.
local function split(options)
  if options == nil then return nil, nil end
  check.type("sort", 2, options, "table")
  local key, rest = options.key, {}
  if key ~= nil and type(key) ~= "function" then
    check.fail("sort", 2, 3, "option 'key': function expected, got %s", type(key))
  end
  for name, value in pairs(options) do
    if name ~= "key" then rest[name] = value end
  end
  return rest, key
end

---@class jilu.SortOptions: jilu.CollationOptions
---@field key? fun(item: any): string  the text that an item is sorted by; default the item

--- Sorts a list in place by the Unicode Collation Algorithm, and returns it. Items
--- that compare as equal keep their order.
---@generic T
---@param list T[]
---@param options? jilu.SortOptions
---@return T[]
function collation.sort(list, options)
  check.type("sort", 1, list, "table")
  local rest, key = split(options)
  local count = #list
  local texts, items = {}, {}
  for k = 1, count do
    local item = list[k]
    local text = item
    if key then text = key(item) end
    if type(text) ~= "string" then
      check.fail("sort", 1, 2, "item %d: string expected, got %s", k, type(text))
    end
    texts[k], items[k] = text, item
  end
  local order = core.collation_order(texts, rest)
  for k = 1, count do list[k] = items[order[k]] end
  return list
end

return collation
