-- Sums of amounts that are not all exact. What is over 70 and what is 30 are
-- together over 100: approximate values stay bounds, and are never rounded.

local core = require "jilu.core"

---@class jilu.Amount
---@field unit string
---@field noun string
---@field count integer     how many amounts were added
---@field value number|string?  sum of the values that were stated
---@field approx string     what the sum is: exact, over, at_least, nearly, at_most, about, range
---@field min number|string?  of a range
---@field max number|string?

-- What an approximation leaves open: above the value, below it, or both.
local OPEN = {
  exact = {}, over = { up = true }, at_least = { up = true },
  nearly = { down = true }, at_most = { down = true }, about = { up = true, down = true },
}

local Amount = {}
Amount.__index = Amount

local function new(unit, noun)
  return setmetatable({
    unit = unit, noun = noun, count = 0, low = 0, high = 0,
    up = false, down = false, ranged = false, strict_up = false, strict_down = false,
  }, Amount)
end

--- Adds an effect of a ledger record: { value | min, max, approx }.
--- Returns false for what can't be summed (a fraction, a negative value).
---@param effect table
---@return boolean
function Amount:add(effect)
  local low, high = effect.value or effect.min, effect.value or effect.max
  if not low or not high then return false end
  local ok, low_sum = pcall(core.add, self.low, low)
  local fine, high_sum = pcall(core.add, self.high, high)
  if not ok or not fine then return false end
  local open = OPEN[effect.approx] or OPEN.exact
  self.low, self.high = low_sum, high_sum
  self.up = self.up or open.up or false
  self.down = self.down or open.down or false
  self.ranged = self.ranged or effect.value == nil
  self.strict_up = self.strict_up or effect.approx == "over"
  self.strict_down = self.strict_down or effect.approx == "nearly"
  self.count = self.count + 1
  return true
end

local function approx_of(self)
  if self.up and self.down then return "about" end
  if self.up then return self.strict_up and "over" or "at_least" end
  if self.down then return self.strict_down and "nearly" or "at_most" end
  return self.ranged and "range" or "exact"
end

--- The sum as fields of a record.
---@return table
function Amount:total()
  local approx = approx_of(self)
  local total = { unit = self.unit, noun = self.noun, approx = approx, count = self.count }
  if approx == "range" or (self.ranged and approx == "about") then
    total.min, total.max = self.low, self.high
  elseif self.up then
    total.value = self.low
  else
    total.value = self.high
  end
  return total
end

return { new = new }
