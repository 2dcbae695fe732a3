-- Scores the ledger with documents left out: fits the weights without each
-- fold, runs the ledger on the fold and on the documents fitted on, and prints
-- the figures by fold, their mean, the mean of the fitting documents, the gap.
--
--   lua5.4 spec/weights/folds.lua BUILD TEXTS GOLD SEEDS:SEED_GOLD
--
-- Needs what lies beside the checkout: GOLD/folds.lua's output names the folds,
-- GOLD/score.lua scores.

local build, dev, gold, seeds = arg[1], arg[2], arg[3], arg[4]

local KINDS = { "ledger", "ledger.whole_row", "ledger.unit", "ledger.time", "ledger.effect",
  "ledger.content", "ledger.mode" }

local function quote(s) return "'" .. s:gsub("'", "'\\''") .. "'" end

local function lines_of(command)
  local list, pipe = {}, assert(io.popen(command, "r"))
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

local function execute(command)
  local ok = os.execute(command)
  if ok ~= true and ok ~= 0 then error("failed: " .. command, 0) end
end

local function score(records, ids)
  local found = {}
  for _, line in ipairs(lines_of(("lua5.4 %s/score.lua %s --gold %s --ids %s"):format(
      gold, quote(records), quote(dev), ids))) do
    local kind = line:match "^(%S+)"
    for _, one in ipairs(KINDS) do
      if one == kind then found[kind] = tonumber(line:match "(%S+)$") end
    end
  end
  return found
end

local folds = {}
for _, line in ipairs(lines_of(("lua5.4 %s/folds.lua %s"):format(gold, quote(dev)))) do
  local k, ids = line:match "^(%d+)\t(.*)$"
  folds[tonumber(k)] = ids
end

local out, fitted = {}, {}
for k, ids in ipairs(folds) do
  local folder = ("%s/weights/fold-%d"):format(build, k)
  execute("mkdir -p " .. quote(folder .. "/jilu/zh/weights"))
  for _, name in ipairs { "agents", "content" } do
    local module = ("%s/jilu/zh/weights/%s.lua"):format(folder, name)
    execute(("LUA_PATH=%s\"/?.lua;$LUA_PATH\" lua5.4 spec/weights/%s.lua --leave %s %s %s > %s.new"
        .. " 2> %s/%s.log && mv %s.new %s")
      :format(quote(folder), name, ids, quote(dev), quote(seeds), quote(module), quote(folder),
        name, quote(module), quote(module)))
  end
  local records = folder .. "/records.jsonl"
  execute(("LUA_PATH=%s\"/?.lua;$LUA_PATH\" lua5.4 lua/jilu/cli/jilu.lua run ledger %s/*.txt"
      .. " -o %s 2>/dev/null")
    :format(quote(folder), quote(dev), quote(records)))
  local others = {}
  for n, other in ipairs(folds) do if n ~= k then others[#others + 1] = other end end
  out[k], fitted[k] = score(records, ids), score(records, table.concat(others, ","))
end

print(("%-18s %s %8s %8s %8s"):format("kind", "  fold 1  fold 2  fold 3  fold 4  fold 5",
  "mean", "fitted", "gap"))
for _, kind in ipairs(KINDS) do
  local cells, sum, sum_fitted = {}, 0, 0
  for k = 1, #folds do
    cells[k] = ("%8.3f"):format(out[k][kind])
    sum, sum_fitted = sum + out[k][kind], sum_fitted + fitted[k][kind]
  end
  print(("%-18s %s %8.3f %8.3f %8.3f"):format(kind, table.concat(cells), sum / #folds,
    sum_fitted / #folds, (sum_fitted - sum) / #folds))
end
