-- lua5.4 spec/bench/pipeline.lua FOLDER [MEGABYTES [SAMPLES…]]
-- Measures `jilu run ledger` with one worker on sample documents: those of
-- $JILU_SHARED/seeds, or of spec/corpus. Small documents are the samples as they
-- are, large ones LARGE bytes of them joined; both are repeated in FOLDER to so
-- many megabytes (50). Beside that, peak memory for a tenth of the documents, and
-- the record writer beside lua-cjson. Prints tab separated lines; medians of RUNS
-- runs. A line with a peer: name, our figure, the peer, its figure, the ratio
-- (above 1: we are faster or smaller).

local cjson = require "cjson"
local core = require "jilu.core"
local jilu = require "jilu"

local RUNS = 5
local LARGE = 1e5   -- bytes of a large document

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

-- The samples, joined to documents of at least so many bytes.
local function documents(least)
  local list, parts, size = {}, {}, 0
  for k = 1, math.huge do
    local text = read(samples[(k - 1) % #samples + 1])
    parts[#parts + 1], size = text, size + #text
    if size >= least then
      list[#list + 1] = table.concat(parts, "\n")
      parts, size = {}, 0
      if k >= #samples then return list end
    end
  end
end

-- Copies of documents in a folder, until there are so many bytes; how many bytes
-- and documents there are.
local function fill(path, bytes, texts)
  os.execute(("rm -rf '%s' && mkdir -p '%s'"):format(path, path))
  local size, count = 0, 0
  while size < bytes do
    local text = texts[count % #texts + 1]
    count = count + 1
    local file = assert(io.open(("%s/%06d.txt"):format(path, count), "wb"))
    file:write(text)
    file:close()
    size = size + #text
  end
  return size, count
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

-- Medians of the seconds and the peak memory (MB) of RUNS runs over a folder.
local function measure(path)
  local seconds, peaks = {}, {}
  for k = 1, RUNS do seconds[k], peaks[k] = run(path) end
  return median(seconds), median(peaks) / 1024
end

local small = documents(0)
fill(folder .. "/few", megabytes * 1e5, small)
local _, small_peak = measure(folder .. "/few")
local peak
for _, kind in ipairs { { "small", small }, { "large", documents(LARGE) } } do
  local name, texts = kind[1], kind[2]
  local bytes, count = fill(folder .. "/" .. name, megabytes * 1e6, texts)
  local seconds, most = measure(folder .. "/" .. name)
  peak = peak or most
  print(("jilu run ledger, %s documents of %.3g KB\t%.3g MB/s\t%.3g ms a document"):format(name,
    bytes / count / 1e3, bytes / 1e6 / seconds, seconds * 1e3 / count))
end
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
