-- Conversion beside OpenCC, the package opencc of PyPI, in one run: MB/s, medians.
--
--   lua5.4 spec/bench/conversion.lua PYTHON TEXT

local jilu = require "jilu"

local python, path = arg[1], arg[2]
local RUNS = 7
local WAYS = {
  { "s2t", "traditional" }, { "s2tw", "traditional_tw" }, { "s2twp", "traditional_tw_words" },
  { "t2s", "simplified" }, { "tw2s", "simplified_from_tw" },
  { "tw2sp", "simplified_from_tw_words" },
}

local file = assert(io.open(path, "rb"))
local text = file:read "a"
file:close()

local names = {}
for k, way in ipairs(WAYS) do names[k] = way[1] end
local theirs = {}
local pipe = assert(io.popen(("%s spec/bench/conversion.py %s %d %s"):format(python, path, RUNS,
  table.concat(names, " "))))
for line in pipe:lines() do
  local name, seconds = line:match "^(%S+) (%S+)$"
  if name then theirs[name] = tonumber(seconds) end
end
pipe:close()

local conversion = assert(jilu.conversion.open())
local function median(way)
  local times = {}
  for k = 1, RUNS do
    local begin = os.clock()
    conversion:convert(way, text)
    times[k] = os.clock() - begin
  end
  table.sort(times)
  return times[(RUNS + 1) // 2]
end

for _, way in ipairs(WAYS) do
  local ours, peer = median(way[2]), theirs[way[1]]
  print(("%-28s %6.1f MB/s   OpenCC %6s MB/s   %s"):format(way[2], #text / ours / 1e6,
    peer and ("%.1f"):format(#text / peer / 1e6) or "-",
    peer and ("%.2f times"):format(peer / ours) or "not here"))
end
