-- Work that grows with its input and no faster: counted in instructions of
-- Lua's machine, not measured by a clock. What C does is counted elsewhere
-- (spec/hostile, by make check).

-- Growth that twice the input may have over twice the work.
local ALLOWED = 1.3

local function instructions(work, size)
  local count = 0
  collectgarbage()
  local hook, mask, every = debug.gethook()
  debug.sethook(function() count = count + 10 end, "", 10)
  local ok, message = pcall(work, size)
  debug.sethook(hook, mask or "", every)
  if not ok then error(message, 0) end
  return count
end

--- Fails where work(2 * size) takes more than twice the instructions of
--- work(size) and a little.
---@param work fun(size: integer)
---@param size integer
return function(work, size)
  work(math.ceil(size / 100))
  local once, twice = instructions(work, size), instructions(work, 2 * size)
  assert(once > size, "nothing was counted")
  assert(twice <= 2 * ALLOWED * once,
    ("not linear: size %d takes %d instructions, twice as much %d"):format(size, once, twice))
end
