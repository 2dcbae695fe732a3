-- Why a document failed or was dropped, made of what a stage raised.

local drop = require "jilu.pipeline.drop"
local script = require "jilu.rule.source_location"

--- Why a document has no records.
---@class jilu.Failure
---@field stage string
---@field rule? string
---@field script? string  script:line
---@field reason string
---@field dropped? boolean  on purpose
---@field first? integer  where in the text, if that is known
---@field last? integer
---@field line? integer
---@field excerpt? string  of that line, without residue

-- What a stage raised, as text: `error { code = 42 }` too.
local function shown(raised)
  local meta = getmetatable(raised)
  if type(raised) ~= "table" or type(meta) == "table" and meta.__tostring then
    return tostring(raised)
  end
  local keys = {}
  for key, value in pairs(raised) do
    keys[#keys + 1] = ("%s = %s"):format(tostring(key), tostring(value))
  end
  table.sort(keys)
  return "{ " .. table.concat(keys, ", ") .. " }"
end

local function is_place(raised)
  return type(raised.first) == "number" and type(raised.last) == "number"
end

local failure = {}

--- Makes a failure of whatever was raised in a stage.
---@param raised any
---@param at jilu.Stage
---@param guard function  what lies below it is the business of the caller
---@return jilu.Failure
function failure.of(raised, at, guard)
  local found = { stage = at.name, rule = at.rule and at.rule.name }
  local here = script.here(guard)
  found.script = here or at.script
  if type(raised) == "table" and raised.reason then
    found.script = raised.script or found.script
    found.reason, found.dropped = tostring(raised.reason), drop.is(raised) or nil
    if is_place(raised) then found.first, found.last = raised.first, raised.last end
  else
    found.reason = script.bare(shown(raised), here)
  end
  if not found.first and at.rule then found.first, found.last = at.rule:place() end
  return found
end

-- Bytes of the line that an excerpt shows on each side.
local AROUND = 60

-- The nearest byte that begins a character, to the left.
local function character(source, at)
  while at > 1 and source:find("^[\128-\191]", at) do at = at - 1 end
  return at
end

--- Adds the line and an excerpt to a failure whose place is known.
---@param found jilu.Failure
---@param doc jilu.Document
function failure.locate(found, doc)
  local size = #doc.source
  if not found.first or found.first < 1 or found.last > size or found.first > found.last then
    found.first, found.last = nil, nil
    return
  end
  local line = doc:line_of(found.first)
  local first = character(doc.source, math.max(line.first, found.first - AROUND))
  local last = math.min(math.max(line.last, found.first), found.last + AROUND, first + 4 * AROUND)
  if last < size then last = character(doc.source, last + 1) - 1 end
  found.line = line.number
  found.excerpt = (doc:norm(first, math.max(first, last)))
end

return failure
