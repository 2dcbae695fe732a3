-- The layers of a document: lists of annotations by their type. What C holds
-- (the facts that were read, the repairs of the view) becomes a list of tables
-- when somebody asks for it, and never where it only becomes records. Where it
-- is only read, as the library's own stages do, the records still come from C.

local layers = {}

-- What C holds of a type is a `holder`: holder:layer(kind) makes the tables. By
-- type, the holders stand in `held`, and lists that were only read in `read`;
-- `holders` has all that there ever were, to be closed where they can be.

local function peek(meta, kind)
  local holder = meta.held[kind]
  if holder and not meta.read[kind] then meta.read[kind] = holder:layer(kind) end
  return meta.read[kind]
end

local function drop(meta, kind)
  meta.held[kind], meta.read[kind] = nil, nil
end

--- The lists by type, with what C holds made into lists as it is asked for.
---@return table<string, table[]>
function layers.new()
  local meta = { held = {}, read = {}, holders = {} }
  function meta.__index(self, kind)
    local list = peek(meta, kind)
    if list then
      drop(meta, kind)
      rawset(self, kind, list)
    end
    return list
  end
  -- what is assigned takes the place of what C holds
  function meta.__newindex(self, kind, list)
    drop(meta, kind)
    rawset(self, kind, list)
  end
  function meta.__pairs(self)
    layers.make_all(self)
    return next, self, nil
  end
  return setmetatable({}, meta)
end

--- Makes what C holds the layer of a type, or adds it to the one there is.
---@param doc jilu.Document
---@param kind string
---@param holder userdata  jilu.Facts, jilu.Roles, or the jilu.View for "repair"
function layers.hold(doc, kind, holder)
  local self = doc.layers
  local list = self[kind]
  getmetatable(self).holders[holder] = true
  if list then
    local more = holder:layer(kind)
    for k = 1, #more do list[#list + 1] = more[k] end
  else
    getmetatable(self).held[kind] = holder
  end
end

local NONE = {}

--- Read-only view of a layer. Do not modify the returned list: records may be
--- written from what C holds.
---@param doc jilu.Document
---@param kind string
---@return table[]
function layers.peek(doc, kind)
  return rawget(doc.layers, kind) or peek(getmetatable(doc.layers), kind) or NONE
end

--- What C holds of a type, as long as nobody has asked for it.
---@param doc jilu.Document
---@param kind string
---@return userdata?  nil where the layer is a list
function layers.holder(doc, kind)
  return getmetatable(doc.layers).held[kind]
end

--- Sets or, with nil, takes away a layer.
---@param doc jilu.Document
---@param kind string
---@param list table[]?  annotations, each with its type
function layers.set(doc, kind, list)
  drop(getmetatable(doc.layers), kind)
  doc.layers[kind] = list
end

--- Takes annotations out of the layers of their types.
---@param self table<string, table[]>
---@param annotations table[]
function layers.remove(self, annotations)
  local gone, kinds = {}, {}
  for _, annotation in ipairs(annotations) do
    gone[annotation], kinds[annotation.type] = true, true
  end
  for kind in pairs(kinds) do
    local list, n = rawget(self, kind) or {}, 0
    for k = 1, #list do
      local annotation = list[k]
      list[k] = nil
      if not gone[annotation] then
        n = n + 1
        list[n] = annotation
      end
    end
  end
end

--- Closes what C holds: layers that are no lists can't be asked for any more.
---@param self table<string, table[]>
function layers.close(self)
  for holder in pairs(getmetatable(self).holders) do
    if holder.close then holder:close() end
  end
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

--- All layers by type, as lists.
---@param doc jilu.Document
---@return table<string, table[]>
function layers.all(doc) return layers.make_all(doc.layers) end

return layers
