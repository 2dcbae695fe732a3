-- lua5.4 spec/hostile/kills.lua [RUNS [RESUMED [DOCUMENTS]]]
-- Kills processes of `jilu run` at random moments. RUNS (default 10) runs with
-- three workers lose one of them every now and then, beside one document that its
-- worker always dies of: all other records must be there, once and in order.
-- RESUMED (default 5) runs with --resume are killed themselves until they end: the
-- output must be that of one run.

local cjson = require "cjson"
local shell = require "spec.support.shell"

local runs = tonumber(arg[1]) or 10
local resumed = tonumber(arg[2]) or 5
local documents = tonumber(arg[3]) or 20000

local POISON = documents // 3

local PIPELINE = [[
local jilu = require "jilu"
return jilu.pipeline {
  function(doc) if doc.source:find "<poison>" then os.execute "kill -SEGV $PPID" end end,
  "facts", jilu.emit { "quantity" } }
]]

-- Kills a worker of the run now and then until it ends; prints how many.
local KILLER = [[
%s run --lexicon none tags.lua in.jsonl -j 3 -o out.jsonl --errors dead.jsonl 2>said &
run=$!; killed=0
while kill -0 $run 2>/dev/null; do
  sleep 0.%03d
  worker=$(pgrep -P $run | shuf -n 1)
  [ -n "$worker" ] && kill -KILL $worker 2>/dev/null && killed=$((killed + 1))
done
wait $run; echo "$killed $?"]]

local folder = shell.folder()
local seed = os.time()
math.randomseed(seed)

local function read(name) return shell.read(folder .. "/" .. name) or "" end

-- Writes the documents, and returns their records as the run without a kill has
-- them; `poison`: with the one that kills.
local function prepare(poison)
  local lines = {}
  for k = 1, documents do
    lines[k] = cjson.encode { id = "d" .. k,
      text = poison and k == POISON and "<poison>"
        or ("投资%d亿元，新建学校%d所。"):format(k, k % 97) }
  end
  shell.write(folder .. "/in.jsonl", table.concat(lines, "\n"))
  shell.write(folder .. "/tags.lua", (PIPELINE:gsub("if doc.-end end", poison and "%0" or "end")))
  shell.run(folder, shell.jilu .. " run --lexicon none tags.lua in.jsonl -j 1 -o plain.jsonl "
    .. "--errors plain.dead")
  return read "plain.jsonl"
end

local wrong, killed, interrupted = 0, 0, 0

local function complain(...)
  wrong = wrong + 1
  print(("seed %d: "):format(seed) .. table.concat({ ... }, " "))
end

local records = prepare(true)
assert(select(2, records:gsub("\n", "")) == 2 * (documents - 1), "records are missing")
for run = 1, runs do
  local _, out = shell.run(folder, KILLER:format(shell.jilu, math.random(150, 600)))
  local count, code = out:match "(%d+) (%d+)%s*$"
  killed = killed + tonumber(count)
  local letters = read "dead.jsonl"
  if code ~= "2" or read "out.jsonl" ~= records then
    complain("run", run, "code", code, read "said")
  end
  if select(2, letters:gsub("\n", "")) ~= 1 or not letters:find(('"id":"d%d"'):format(POISON)) then
    complain("run", run, "dead letters:", letters)
  end
end

records = prepare(false)
for run = 1, resumed do
  os.remove(folder .. "/out.jsonl")
  local code
  for _ = 1, 50 do
    code = shell.run(folder, ("timeout -s KILL %.2f %s run --lexicon none tags.lua in.jsonl -j %d "
      .. "-o out.jsonl --errors dead.jsonl --resume"):format(0.3 + 2 * math.random(), shell.jilu,
        math.random(3)))
    if code == 0 then break end
    interrupted = interrupted + 1
  end
  if code ~= 0 then
    code = shell.run(folder, ("%s run --lexicon none tags.lua in.jsonl -o out.jsonl --errors "
      .. "dead.jsonl --resume"):format(shell.jilu))
  end
  if code ~= 0 or read "out.jsonl" ~= records then complain("resumed run", run, "code", code) end
end

shell.remove(folder)
print(("%d documents: %d runs with %d workers killed, %d runs gone on with after %d kills, %d "
  .. "wrong"):format(documents, runs, killed, resumed, interrupted, wrong))
os.exit(wrong == 0)
