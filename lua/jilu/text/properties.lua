-- Properties of characters by the names of their own. A character is a code
-- point, or a text whose first character counts.

local check = require "jilu.check"
local core = require "jilu.core"

local properties = {}

--- General_Category, as "Lu".
---@param c jilu.Character
---@return string
function properties.category(c) return core.property(c, "gc") end

--- The script, as "Han"; "Common", "Inherited" and "Unknown" are none.
---@param c jilu.Character
---@return string
function properties.script(c) return core.property(c, "sc") end

--- All scripts that a character is used with.
---@param c jilu.Character
---@return string[]
function properties.script_extensions(c)
  local list = {}
  for name in core.property(c, "scx"):gmatch "%S+" do list[#list + 1] = name end
  return list
end

--- The block, as "CJK_Unified_Ideographs"; nil where there is none.
---@param c jilu.Character
---@return string?
function properties.block(c)
  local block = core.property(c, "blk")
  if block == "No_Block" then return nil end
  return block
end

--- The version of Unicode that a character came with, as "1.1"; nil where none
--- has it.
---@param c jilu.Character
---@return string?
function properties.age(c)
  local age = core.property(c, "age")
  if age == "Unassigned" then return nil end
  return age
end

--- The value of a digit, a fraction or another number; nil where it has none.
---@param c jilu.Character
---@return number?
function properties.numeric_value(c)
  local value = core.property(c, "nv")
  if value == "NaN" then return nil end
  local above, below = value:match "^(.+)/(.+)$"
  if above then return tonumber(above) / tonumber(below) end
  return tonumber(value)
end

--- East_Asian_Width: "A", "F", "H", "N", "Na", "W".
---@param c jilu.Character
---@return string
function properties.east_asian_width(c) return core.property(c, "ea") end

--- Bidi_Class, as "L" or "AL".
---@param c jilu.Character
---@return string
function properties.bidi_class(c) return core.property(c, "bc") end

--- Whether a character is an emoji, and whether it is shown as one unasked.
---@param c jilu.Character
---@return boolean emoji
---@return boolean presentation
function properties.emoji(c)
  return core.is(c, "Emoji"), core.is(c, "Emoji_Presentation")
end

local NO_SCRIPT = { Common = true, Inherited = true, Unknown = true }

--- The scripts that a text is written in, those with most characters first,
--- and how many characters each has.
---@param text string
---@return string[] scripts
---@return table<string, integer> counts
function properties.scripts(text)
  if type(text) ~= "string" then
    check.fail("scripts", 1, 2, "string expected, got %s", type(text))
  end
  local counts, list = core.property_counts(text, "sc"), {}
  for script in pairs(counts) do
    if NO_SCRIPT[script] then counts[script] = nil else list[#list + 1] = script end
  end
  table.sort(list, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
  end)
  return list, counts
end

return properties
