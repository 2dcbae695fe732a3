-- Numbers, times and facts of a text that is no document.

local core = require "jilu.core"
local extractor = require "jilu.extractor"

local expression = {}

local function check_text(name, text)
  if type(text) ~= "string" then
    error(("bad argument #1 to '%s' (string expected, got %s)"):format(name, type(text)), 3)
  end
end

local function date_of(name, options)
  if options == nil then return nil end
  if type(options) ~= "table" then
    error(("bad argument #2 to '%s' (table expected, got %s)"):format(name, type(options)), 3)
  end
  for key in pairs(options) do
    if key ~= "date" then
      error(("bad argument #2 to '%s' (unknown option '%s'; known: date)")
        :format(name, tostring(key)), 3)
    end
  end
  local date = options.date
  if date ~= nil and (type(date) ~= "string" or not core.is_date(date)) then
    error(("bad argument #2 to '%s' (option 'date': ISO 8601 date expected, got %s)")
      :format(name, tostring(date)), 3)
  end
  return date
end

--- The numeral that begins at byte `init` (default 1): an exact decimal
--- ("4700", "-3.5") or fraction ("1/3"), and its last byte; nil where none
--- begins there.
---@param text string
---@param init? integer  negative: from the end
---@return string? value, integer? last
function expression.number(text, init)
  check_text("number", text)
  if init ~= nil and (type(init) ~= "number" or init % 1 ~= 0) then
    error(("bad argument #2 to 'number' (integer expected, got %s)"):format(tostring(init)), 2)
  end
  init = init or 1
  if init < 0 then init = math.max(#text + init + 1, 1) elseif init == 0 then init = 1 end
  return extractor.default():number(core.view(text, "keep"), init)
end

--- All facts of a text, in its order, with the fields of their records and
--- `first`, `last` for start and end.
---@param text string
---@param options? { date: string? }  ISO 8601: what 今年 is relative to
---@return table[]
function expression.facts(text, options)
  check_text("facts", text)
  return extractor.default():facts(core.view(text, "auto"), date_of("facts", options))
end

---@class jilu.Time
---@field value string?  ISO 8601 or EDTF
---@field from string?  the beginning of the period, as exact as the value
---@field until string?  its end, which is not part of it
---@field kind "date"|"duration"|"recurrence"|"vague"
---@field mod string?
---@field first integer
---@field last integer

--- The first time in a text; nil where there is none.
---@param text string
---@param options? { date: string? }
---@return jilu.Time?
function expression.time(text, options)
  check_text("time", text)
  local list = extractor.default():facts(core.view(text, "auto"), date_of("time", options))
  for _, fact in ipairs(list) do
    if fact.type == "time" then return fact end
  end
end

return expression
