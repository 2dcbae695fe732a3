-- lua5.4 spec/bench/facts.lua [MEGABYTES [MODULES [SAMPLES…]]]
-- Measures how fast all facts are read, in the core alone and as Lua tables:
-- sample documents ($JILU_SHARED/seeds, or spec/corpus) read to so many megabytes
-- (10). "On the samples" is document by document, each read many times over;
-- the others read one long text, which is all of them repeated. Prints tab
-- separated lines: name, our figure, the peer, its figure, the ratio; medians
-- of RUNS runs taken in turn. The peers are itself, where one long line must be
-- no slower than many or shorter ones; and Recognizers-Text, on the samples once,
-- where MODULES is a folder with @microsoft/recognizers-text-suite.

local core = require "jilu.core"
local extractor = require("jilu.facts.extractor").default()

local RUNS = 5
local LINES = { 1, 10, 100 }   -- megabytes of one line
local DATE = "2019-10-15"

local megabytes = tonumber(arg[1] or "10")
local modules = arg[2] or ""
local samples = { table.unpack(arg, 3) }
if #samples == 0 then
  local list = io.popen "ls ${JILU_SHARED:-spec/corpus}${JILU_SHARED:+/seeds}/*.txt"
  for path in list:lines() do samples[#samples + 1] = path end
end

local parts = {}
for k, path in ipairs(samples) do
  local file = assert(io.open(path, "rb"))
  parts[k] = file:read "a"
  file:close()
end
local once = table.concat(parts, "\n")

local function repeated(text, size, between)
  return text:rep(math.max(1, math.floor(size * 1e6 / #text + 0.5)), between)
end

local function seconds_of(work)
  local start = os.clock()
  work()
  return os.clock() - start
end

-- The median seconds of each of some works, which take turns.
local function medians(...)
  local works, seconds = { ... }, {}
  for k in ipairs(works) do seconds[k] = {} end
  for run = 1, RUNS do
    for k, work in ipairs(works) do seconds[k][run] = work() end
  end
  for k, list in ipairs(seconds) do
    table.sort(list)
    seconds[k] = list[math.floor(RUNS / 2) + 1]
  end
  return table.unpack(seconds)
end

local function report(name, ours, peer, theirs)
  print(("%s\t%.3f\t%s\t%.3f\t%.2f"):format(name, ours, peer, theirs, ours / theirs))
end

local function count(view)
  return function() return seconds_of(function() extractor:count(view, DATE) end) end
end

-- All facts -------------------------------------------------------------------------

-- Every sample by itself, so many times.
local function each_sample(repeats)
  local views = {}
  for k, text in ipairs(parts) do views[k] = core.view(text, "auto") end
  return function()
    return seconds_of(function()
      for _ = 1, repeats do
        for _, view in ipairs(views) do extractor:count(view, DATE) end
      end
    end)
  end
end

local function all_facts()
  local text = repeated(once, megabytes, "\n")
  local many, small = core.view(text, "auto"), core.view(once, "auto")
  local line = core.view((text:gsub("\n", " ")), "auto")
  local repeats = math.floor(#text / #once)
  local function tables()
    for _ = 1, repeats do extractor:facts(small, DATE) end
  end
  local samples_c, c, one, lua = medians(each_sample(repeats), count(many), count(line),
    function() return seconds_of(tables) end)
  local size = #text / 1e6
  local samples_size = repeats * #table.concat(parts) / 1e6
  print(("all facts on the samples, C alone\t%.3g MB/s\t%.3g ms a document"):format(
    samples_size / samples_c, samples_c * 1e3 / repeats / #parts))
  print(("all facts of one long text, C alone\t%.3g MB/s"):format(size / c))
  report("all facts, one line, MB/s", size / one, "many lines", size / c)
  report("all facts as tables, MB/s", size / lua, "C alone", size / c)
end

-- One line that grows ---------------------------------------------------------------

local function long_lines()
  local line, first = once:gsub("\n", " "), nil
  for _, size in ipairs(LINES) do
    local text = repeated(line, size, " ")
    local view = core.view(text, "auto")
    local speed = #text / 1e6 / medians(count(view))
    view:close()
    first = first or speed
    report(("one line of %d MB, MB/s"):format(size), speed, "1 MB", first)
  end
end

-- Recognizers-Text ------------------------------------------------------------------

local function recognizers()
  local paths = {}
  for k, path in ipairs(samples) do paths[k] = ("'%s'"):format(path) end
  local command = ("node spec/bench/recognizers.js '%s' %s")
    :format(modules, table.concat(paths, " "))
  local function theirs()
    local pipe = io.popen(command)
    local seconds = pipe:read "n"
    pipe:close()
    return assert(seconds, "no figure from " .. command)
  end
  local function ours()
    return seconds_of(function()
      for _, text in ipairs(parts) do extractor:facts(core.view(text, "auto"), DATE) end
    end)
  end
  local our_seconds, their_seconds = medians(ours, theirs)
  report("all facts of the samples once, MB/s", #once / 1e6 / our_seconds,
    "Recognizers-Text, Chinese", #once / 1e6 / their_seconds)
end

all_facts()
long_lines()
local installed = io.open(modules .. "/@microsoft/recognizers-text-suite/package.json")
if installed then
  installed:close()
  recognizers()
else
  print "Recognizers-Text is not here (it takes node, npm and a network): not measured beside it"
end
