-- A pipeline's work on a document, in slices of time.

local check = require "jilu.check"
local core = require "jilu.core"

-- Before Lua 5.4 only what a stage is made of can't be cut; in 5.1, where nothing
-- yields through pcall, not even the stages.
local CUTS_STAGES = core.slice ~= nil
local PARTS_STAGES = not CUTS_STAGES and (_VERSION ~= "Lua 5.1" or package.loaded.jit ~= nil)

local function check_steps(doc, options)
  if type(doc) ~= "table" or not doc.view then
    check.fail("steps", 1, 4, "jilu.Document expected, got %s", type(doc))
  end
  if options == nil then return 10 end
  check.type("steps", 2, options, "table", 4)
  for key in pairs(options) do
    if key ~= "milliseconds" then
      check.fail("steps", 2, 4, "unknown option '%s'; known: milliseconds", tostring(key))
    end
  end
  local milliseconds = options.milliseconds
  if milliseconds == nil then return 10 end
  if type(milliseconds) ~= "number" or milliseconds < 0 or milliseconds ~= milliseconds then
    check.fail("steps", 2, 4, "option 'milliseconds': a number from 0 on expected")
  end
  return milliseconds
end

-- The work of a thread, a slice at each call.
local function slices(thread, milliseconds)
  if CUTS_STAGES then
    return function() return core.slice(thread, milliseconds) end
  end
  return function()
    local ok, records, message, failure = coroutine.resume(thread)
    if not ok then error(records, 0) end
    return coroutine.status(thread) == "dead", records, message, failure
  end
end

-- Calls a stage, and gives way behind it.
local function run_and_yield(item, doc)
  local result = item.run(doc)
  coroutine.yield()
  return result
end

--- What does a step at each call, as pipeline:steps says.
---@param doc jilu.Document
---@param options? { milliseconds: number? }
---@param work fun(run: function?): table[]?, string?, jilu.Failure?  does all of it, and calls
---  each stage by `run`, where there is one
---@return fun(): boolean, table[]?, string?, jilu.Failure?
return function(doc, options, work)
  local milliseconds = check_steps(doc, options)
  local run = PARTS_STAGES and run_and_yield or nil
  local step = slices(coroutine.create(function() return work(run) end), milliseconds)
  local ended
  return function()
    if ended then error("the document is done", 2) end
    local done, records, message, failure = step()
    ended = done
    if not done then return false end
    return true, records, message, failure
  end
end
