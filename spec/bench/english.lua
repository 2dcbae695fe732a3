-- lua5.4 spec/bench/english.lua CASES MODULES PYTHON [FILE…]
-- English beside its peers: how many cases of CASES (JSON Lines: input, date, expect)
-- each has right, by kind, and how fast each reads the files (default: the manual).
-- MODULES: a folder with @microsoft/recognizers-text-suite and chrono-node; PYTHON: one
-- with dateparser, quantulum3 and price-parser. A peer that is not there is left out.
-- Prints tab separated lines: reader, kind, right, cases; or reader, "MB/s", figure.

local core = require "jilu.core"
local json = require "dkjson"
local jilu = require "jilu"

local RUNS = 5

local cases, modules, python = arg[1], arg[2], arg[3]
local files = { table.unpack(arg, 4) }
if #files == 0 then
  for path in io.popen("ls spec/manual/*.md"):lines() do files[#files + 1] = path end
end

local reader = jilu.extractor { language = "en" }

local function same_number(a, b)
  local above, below = tostring(a):match "^(%-?%d+)/(%d+)$"
  a, b = above and above / below or tonumber(a), tonumber(b)
  return a and b and math.abs(a - b) <= 1e-9 * math.max(1, math.abs(b))
end

-- As the peers are judged: the value, and of a time its beginning to the day.
local function fits(f, e)
  if e.kind == "time" then
    return f.type == "time" and f.from and e.from and (f.from:sub(1, 10) == e.from:sub(1, 10)
      or (#f.from < 10 and f.from .. ("-01-01"):sub(#f.from - 3) == e.from:sub(1, 10)))
  elseif e.kind == "duration" then return f.type == "time" and f.value == e.value
  end
  return f.type == "quantity" and same_number(f.value, e.value)
end

local function right(case, e)
  for _, f in ipairs(reader:facts(case.input, { date = case.date })) do
    if f.first <= e["end"] and e.start < f.last and fits(f, e) then return true end
  end
  local value = e.kind == "number" and reader:number(case.input, e.start + 1)
  return value and same_number(value, e.value) or false
end

local good, all = {}, {}
local file = io.open(cases, "rb")
for line in file and file:lines() or function() end do
  local case = json.decode(line)
  for _, e in ipairs(case.expect or {}) do
    all[e.kind] = (all[e.kind] or 0) + 1
    if right(case, e) then good[e.kind] = (good[e.kind] or 0) + 1 end
  end
end
for kind, n in pairs(all) do
  print(("jilu\t%s\t%d\t%d"):format(kind, good[kind] or 0, n))
end

local parts = {}
for k, path in ipairs(files) do
  local input = assert(io.open(path, "rb"))
  parts[k] = input:read "a"
  input:close()
end
local text = table.concat(parts, "\n")
local view, seconds = core.view(text:rep(20), "auto"), {}
for run = 1, RUNS do
  local start = os.clock()
  reader.core:facts(view, "2019-10-15")
  seconds[run] = os.clock() - start
end
table.sort(seconds)
print(("jilu\tMB/s\t%.2f"):format(20 * #text / 1e6 / seconds[math.floor(RUNS / 2) + 1]))
io.stdout:flush()

local list = table.concat(files, " ")
os.execute(("node spec/bench/english.js '%s' '%s' %s"):format(modules, cases, list))
os.execute(("PYTHONPATH='%s' python3 spec/bench/english.py '%s' %s"):format(python, cases, list))
