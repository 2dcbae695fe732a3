-- Numbers, times and facts of a text that is no document, with the words of the
-- language alone.

local standard = require("jilu.facts.extractor").standard

local expression = {}

--- See jilu.Extractor.number.
---@param text string
---@param init? integer  negative: from the end
---@return string? value, integer? last
function expression.number(text, init)
  return standard:number(text, init)
end

--- See jilu.Extractor.facts.
---@param text string|jilu.Document
---@param options? { date: string?, lexicon: jilu.Lexicon? }
---@return table[]
function expression.facts(text, options)
  return standard:facts(text, options)
end

--- See jilu.Extractor.time.
---@param text string
---@param options? { date: string? }
---@return jilu.Time?
function expression.time(text, options)
  return standard:time(text, options)
end

return expression
