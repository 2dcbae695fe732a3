-- Scores candidates by sparse features with weights in data. A feature is a
-- name of one to three parts, a/b/c, which is put together once.

---@class jilu.ledger.Ranker
---@field weights table<string, number>
---@field score number  of the candidate whose features are being put
---@field names string[]?  of its features, where somebody observes
local Ranker = {}
Ranker.__index = Ranker

---@param weights table<string, number>  by the names of features
---@return jilu.ledger.Ranker
local function new(weights)
  return setmetatable({ weights = weights, names = nil, score = 0, cached = {} }, Ranker)
end

--- Begins with another candidate.
---@param observed any  true where the names of its features are wanted
function Ranker:begin(observed)
  self.score, self.names = 0, observed and {} or nil
end

local function cell(t, key)
  local found = t[key]
  if not found then
    found = {}
    t[key] = found
  end
  return found
end

local function joined(a, b, c)
  return a .. "/" .. b .. (c and "/" .. c or "")
end

--- Adds the feature of one part.
---@param name string
function Ranker:one(name)
  if self.names then self.names[#self.names + 1] = name end
  self.score = self.score + (self.weights[name] or 0)
end

--- Adds the feature a/b or a/b/c.
---@param a string
---@param b string
---@param c string?
function Ranker:put(a, b, c)
  if self.names then return self:one(joined(a, b, c)) end
  local known, key = cell(cell(self.cached, a), b), c or ""
  local weight = known[key]
  if not weight then
    weight = self.weights[joined(a, b, c)] or 0
    known[key] = weight
  end
  self.score = self.score + weight
end

return { new = new }
