-- lua5.4 spec/bench/facts.lua [MEGABYTES [SAMPLES…]]
-- Measures how fast all facts are read, in the core alone and as Lua tables:
-- sample documents (../shared/seeds, or spec/corpus) repeated to so many
-- megabytes (10). Prints tab separated lines: name, our figure in MB/s, the
-- peer, its figure, the ratio; medians of RUNS runs. The peer is what it shall
-- keep, 50 MB/s, and that one long line is no slower than many lines.

local core = require "jilu.core"
local extractor = require("jilu.extractor").default()

local RUNS = 5
local TARGET = 50

local megabytes = tonumber(arg[1] or "10")
local samples = { table.unpack(arg, 2) }
if #samples == 0 then
  local list = io.popen "ls ../shared/seeds/*.txt 2>/dev/null || ls spec/corpus/*.txt"
  for path in list:lines() do samples[#samples + 1] = path end
end

local parts = {}
for k, path in ipairs(samples) do
  local file = assert(io.open(path, "rb"))
  parts[k] = file:read "a"
  file:close()
end
local once = table.concat(parts, "\n")
local text = once:rep(math.max(1, math.floor(megabytes * 1e6 / #once)), "\n")

local function median(work)
  local seconds = {}
  for k = 1, RUNS do
    local start = os.clock()
    work()
    seconds[k] = os.clock() - start
  end
  table.sort(seconds)
  return #text / 1e6 / seconds[math.floor(RUNS / 2) + 1]
end

local function report(name, ours, peer, theirs)
  print(("%s\t%.3g\t%s\t%.3g\t%.2f"):format(name, ours, peer, theirs, ours / theirs))
end

local view = core.view(text, "auto")
local speed = median(function() extractor:count(view, "2019-10-15") end)
report("all facts, C alone, MB/s", speed, "target", TARGET)
local line = core.view((text:gsub("\n", " ")), "auto")
report("all facts, one line, MB/s", median(function() extractor:count(line, "2019-10-15") end),
  "many lines", speed)
local small = core.view(once, "auto")
local repeats = math.floor(#text / #once)
report("all facts as tables, MB/s", median(function()
  for _ = 1, repeats do extractor:facts(small, "2019-10-15") end
end), "C alone", speed)
