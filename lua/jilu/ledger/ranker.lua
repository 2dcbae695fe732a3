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

--- One more by the same weights: of two that are at work by turns each needs its own.
---@return jilu.ledger.Ranker
function Ranker:copy()
  return setmetatable({ weights = self.weights, names = nil, score = 0, cached = self.cached },
    Ranker)
end

--- Begins with another candidate.
---@param observed any  true where the names of its features are wanted
function Ranker:begin(observed)
  self.score, self.names = 0, observed and {} or nil
end

local function joined(a, b, c)
  return a .. "/" .. b .. (c and "/" .. c or "")
end

-- Keeps the weight of a/b or a/b/c by its parts; returns it.
function Ranker:learn(a, b, c)
  local cached = self.cached
  cached[a] = cached[a] or {}
  cached[a][b] = cached[a][b] or {}
  local weight = self.weights[joined(a, b, c)] or 0
  cached[a][b][c or ""] = weight
  return weight
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
  local of_a = self.cached[a]
  local of_b = of_a and of_a[b]
  local weight = of_b and of_b[c or ""] or self:learn(a, b, c)
  self.score = self.score + weight
end

return { new = new }
