-- lua5.4 spec/hostile/linear.lua PROGRAM FOLDER SIZES...
-- Runs PROGRAM under callgrind, which counts instructions: no clock, so the
-- answer is the same on a busy machine. Fails where twice the text takes more
-- than twice the work and a little.

local program, folder = arg[1], arg[2]
local sizes = table.concat(arg, " ", 3)
local ALLOWED = 1.15   -- growth of the work over that of the text

os.execute(("rm -rf %s && mkdir -p %s"):format(folder, folder))
local command = ("valgrind --tool=callgrind --callgrind-out-file=%s/out %s %s "
  .. "> %s/parts 2> %s/said"):format(folder, program, sizes, folder, folder)
if not os.execute(command) then error("failed: " .. command) end

local function instructions(k)
  for line in io.lines(("%s/out.%d"):format(folder, k)) do
    local count = line:match "^totals: (%d+)" or line:match "^summary: (%d+)"
    if count then return tonumber(count) end
  end
  error("callgrind wrote no total in part " .. k)
end

local before, worst, failed, k = {}, 0, false, 0
for line in io.lines(folder .. "/parts") do
  local text, what, size = line:match "^(.*)\t(.*)\t(%d+)$"
  k = k + 1
  local key, now = text .. ": " .. what, { size = tonumber(size), work = instructions(k) }
  local last = before[key]
  if last then
    local growth = (now.work / last.work) / (now.size / last.size)
    worst = math.max(worst, growth)
    if growth > ALLOWED then
      failed = true
      print(("not linear: %s: %d KB take %d instructions, %d KB take %d"):format(
        key, last.size, last.work, now.size, now.work))
    end
  end
  before[key] = now
end
assert(k > 0, "nothing was measured")
print(("%d measurements, growth at most %.3f of the text's"):format(k, worst))
os.execute("rm -rf " .. folder)
os.exit(not failed)
