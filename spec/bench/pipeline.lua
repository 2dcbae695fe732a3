-- lua5.4 spec/bench/pipeline.lua FOLDER [MEGABYTES [SAMPLES…]]
-- Measures the whole path of `jilu run ledger` on sample documents that are
-- repeated in FOLDER to so many megabytes (50): those of $JILU_SHARED/seeds, or of
-- spec/corpus; and the record writer beside lua-cjson. Prints tab separated
-- lines: name, our figure, the peer, its figure, the ratio (above 1: we are faster or smaller);
-- medians of RUNS runs.
-- The peer of the whole path is what it shall keep: 5 MB/s with one worker, and
-- no more memory for ten times the documents.

local cjson = require "cjson"
local core = require "jilu.core"
local jilu = require "jilu"

local RUNS = 5
local TARGET = 5   -- MB/s

local folder, megabytes = arg[1], tonumber(arg[2] or "50")
local samples = { table.unpack(arg, 3) }
if #samples == 0 then
  local list = io.popen "ls ${JILU_SHARED:-spec/corpus}${JILU_SHARED:+/seeds}/*.txt"
  for path in list:lines() do samples[#samples + 1] = path end
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local function median(list)
  table.sort(list)
  return list[math.floor(#list / 2) + 1]
end

local function report(name, ours, peer, theirs, ratio)
  print(("%s\t%.3g\t%s\t%.3g\t%.2f"):format(name, ours, peer, theirs, ratio))
end

-- The whole path -----------------------------------------------------------------------

-- Copies of the samples in a folder, until there are so many bytes.
local function fill(path, bytes)
  os.execute(("rm -rf '%s' && mkdir -p '%s'"):format(path, path))
  local size, count = 0, 0
  while size < bytes do
    local sample = samples[count % #samples + 1]
    count = count + 1
    local text = read(sample)
    local file = assert(io.open(("%s/%06d.txt"):format(path, count), "wb"))
    file:write(text)
    file:close()
    size = size + #text
  end
  return size
end

-- Wall seconds and peak memory (KB) of one run over a folder.
local function run(path)
  local figures = os.tmpname()
  local started = core.clock()
  assert(os.execute(("/usr/bin/time -f %%M -o %s '%s/bin/jilu' run ledger '%s' "
    .. "-o '%s.jsonl' 2>/dev/null"):format(figures, os.getenv "BUILD" or "build", path, path)))
  local seconds = core.clock() - started
  local peak = tonumber(read(figures))
  os.remove(figures)
  return seconds, peak
end

local few, many = folder .. "/few", folder .. "/many"
fill(few, megabytes * 1e5)
local bytes = fill(many, megabytes * 1e6)
local seconds, peaks, small_peaks = {}, {}, {}
for k = 1, RUNS do
  small_peaks[k] = select(2, run(few))
  seconds[k], peaks[k] = run(many)
end
local rate = bytes / 1e6 / median(seconds)
report("jilu run ledger, MB/s", rate, "target", TARGET, rate / TARGET)
local peak, small_peak = median(peaks) / 1024, median(small_peaks) / 1024
report(("peak memory of %d MB, MB"):format(megabytes), peak,
  ("of %.3g MB"):format(megabytes / 10), small_peak, small_peak / peak)

-- The record writer --------------------------------------------------------------------

-- All annotations of the samples, as the writer and as cjson take them.
local work = {}
local pipeline = jilu.load "ledger"
for _, path in ipairs(samples) do
  local doc = assert(jilu.open(path))
  assert(pipeline:each(doc, function(schema, annotation)
    work[#work + 1] =
      { schema.compiled, annotation, doc.id, doc.view, schema:record(doc, annotation) }
  end))
end

local function ours()
  local writer = core.writer()
  for _, item in ipairs(work) do assert(writer:record(item[1], item[2], item[3], item[4])) end
  return #writer
end

local function theirs()
  local size = 0
  for _, item in ipairs(work) do size = size + #cjson.encode(item[5]) end
  return size
end

-- Thousands of records a second.
local function thousands(f)
  local started, count = core.clock(), 0
  repeat
    f()
    count = count + #work
  until core.clock() - started > 0.2
  return count / 1e3 / (core.clock() - started)
end

local our_rates, their_rates = {}, {}
for k = 1, RUNS do our_rates[k], their_rates[k] = thousands(ours), thousands(theirs) end
local our_rate, their_rate = median(our_rates), median(their_rates)
report("record writer, thousand records/s", our_rate, "cjson.encode", their_rate,
  our_rate / their_rate)
