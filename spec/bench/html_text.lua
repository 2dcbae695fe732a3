-- HTML to text: seconds for a page, ours, with the map of positions; a line for
-- spec/bench/html_text.py, which runs the peers.
--
--   lua spec/bench/html_text.lua FILE

local core = require "jilu.core"

local file = assert(io.open(arg[1], "rb"))
local page = file:read "a"
file:close()
local times = {}
for k = 1, 7 do
  local begin = core.clock()
  core.html(page)
  times[k] = core.clock() - begin
end
table.sort(times)
print(("%.6f"):format(times[4]))
