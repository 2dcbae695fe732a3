-- The layers of a document: lists of annotations by their type. What C holds
-- (the facts that were read, the repairs of the view) becomes a list of tables
-- when somebody asks for it, and never where it only becomes records.

local layers = {}

-- C's own list for it is a `holder`: holder:layer(kind) makes the tables.

--- The lists by type, with what C holds made into lists as it is asked for.
---@return table<string, table[]>
function layers.new()
  local held = {}
  local function make(self, kind)
    local holder = held[kind]
    if not holder then return nil end
    local list = holder:layer(kind)
    held[kind], self[kind] = nil, list
    return list
  end
  return setmetatable({}, {
    held = held,
    __index = make,
    __pairs = function(self)
      layers.make_all(self)
      return next, self, nil
    end,
  })
end

--- Makes what C holds the layer of a type, or adds it to the one there is.
---@param self table<string, table[]>
---@param kind string
---@param holder userdata  jilu.Facts, or the jilu.View for "repair"
function layers.hold(self, kind, holder)
  local list = self[kind]
  if list then
    local more = holder:layer(kind)
    for k = 1, #more do list[#list + 1] = more[k] end
  else
    getmetatable(self).held[kind] = holder
  end
end

--- What C holds of a type, as long as nobody has asked for it.
---@param self table<string, table[]>
---@param kind string
---@return userdata?
function layers.holder(self, kind)
  return getmetatable(self).held[kind]
end

--- Sets or, with nil, takes away a layer.
---@param self table<string, table[]>
---@param kind string
---@param list table[]?
function layers.set(self, kind, list)
  getmetatable(self).held[kind] = nil
  self[kind] = list
end

--- Makes lists of all that C still holds.
---@param self table<string, table[]>
---@return table<string, table[]> self
function layers.make_all(self)
  local held = getmetatable(self).held
  -- a list that is made leaves `held`
  local kind = next(held)
  while kind do
    local _ = self[kind]
    kind = next(held)
  end
  return self
end

return layers
