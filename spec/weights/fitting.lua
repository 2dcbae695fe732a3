-- What the fitting of weights of the ledger's rankers shares: documents with
-- gold, rows paired with the gold's, softmax regression.
--
-- A folder has NAME.txt (or any text whose name begins with NAME) and the gold
-- NAME.json; it may be TEXTS:GOLD.

local json = require "dkjson"

local function slurp(path)
  local file = assert(io.open(path, "rb"))
  local data = file:read "a"
  file:close()
  return data
end

local function names_in(folder)
  local names = {}
  local list = assert(io.popen(("ls '%s'"):format(folder)))
  for name in list:lines() do names[#names + 1] = name end
  list:close()
  return names
end

-- Documents ----------------------------------------------------------------------------

local function text_of(folder, id)
  for _, name in ipairs(names_in(folder)) do
    if name:sub(-4) == ".txt" and name:sub(1, #id) == id then
      return slurp(folder .. "/" .. name), name
    end
  end
  error("no text of " .. id)
end

local function read_documents(folders, left)
  local list = {}
  for _, folder in ipairs(folders) do
    local texts, golds = folder:match "^(.-):(.*)$"
    texts, golds = texts or folder, golds or folder
    for _, name in ipairs(names_in(golds)) do
      local id = name:match "^(.*)%.json$"
      if id and not left[id] then
        local text, file = text_of(texts, id)
        list[#list + 1] = {
          id = id, text = text, name = file:gsub("%.txt$", ""),
          gold = assert(json.decode(slurp(golds .. "/" .. name), 1, json.null)),
        }
      end
    end
  end
  return list
end

-- Rows ---------------------------------------------------------------------------------

local function share(g, i, j)
  local inter = math.min(g["end"], j) - math.max(g.start, i)
  if inter <= 0 then return 0 end
  return inter / (math.max(g["end"], j) - math.min(g.start, i))
end

--- Pairs rows with those of the gold as the scorer does: by the largest overlap
--- of at least a half.
---@param rows { i: integer, j: integer }[]  0-based, half open
---@param gold table[]
---@param paired fun(row: table, gold: table)
local function pair(rows, gold, paired)
  local free = {}
  for _, row in ipairs(rows) do free[row] = true end
  for _, g in ipairs(gold) do
    local found, most = nil, 0.5
    for _, row in ipairs(rows) do
      local s = share(g, row.i, row.j)
      if free[row] and s >= most and (s > most or not found) then found, most = row, s end
    end
    if found then
      free[found] = nil
      paired(found, g)
    end
  end
end

-- Fitting ------------------------------------------------------------------------------

local RATE = 0.6

--- Softmax regression over the candidates of each row, with a penalty on the
--- squares of their distance from `prior`; deterministic.
---@param list { any: boolean, candidates: { features: string[], right: boolean }[] }[]
---@param prior table<string, number>
---@param passes integer
---@param penalty number
---@return table<string, number> weights
local function fit(list, prior, passes, penalty)
  local w, sums = {}, {}
  for name, value in pairs(prior) do w[name] = value end
  local function score(c)
    local s = 0
    for _, name in ipairs(c.features) do s = s + (w[name] or 0) end
    return s
  end
  for _ = 1, passes do
    local gradient = {}
    for _, row in ipairs(list) do
      if row.any then
        local most = -math.huge
        for _, c in ipairs(row.candidates) do
          c.s = score(c)
          most = math.max(most, c.s)
        end
        local all, right = 0, 0
        for _, c in ipairs(row.candidates) do
          c.e = math.exp(c.s - most)
          all = all + c.e
          if c.right then right = right + c.e end
        end
        for _, c in ipairs(row.candidates) do
          local g = c.e / all - (c.right and c.e / right or 0)
          if math.abs(g) > 1e-6 then
            for _, name in ipairs(c.features) do gradient[name] = (gradient[name] or 0) + g end
          end
        end
      end
    end
    for name, value in pairs(w) do
      gradient[name] = (gradient[name] or 0)
        + penalty * (value - (prior[name] or 0)) * #list / 100
    end
    for name, g in pairs(gradient) do
      sums[name] = (sums[name] or 0) + g * g
      w[name] = (w[name] or 0) - RATE * g / math.sqrt(sums[name] + 1)
    end
  end
  return w
end

--- Prints weights as a module.
---@param what string  whose they are
---@param script string
---@param w table<string, number>
---@param first string?  lines that come first
local function print_weights(what, script, w, first)
  local names = {}
  for name, value in pairs(w) do
    if not name:find "margin$" and math.abs(value) >= 0.005 then names[#names + 1] = name end
  end
  table.sort(names)
  print(("-- Weights of the ranker of %s, made by spec/weights/%s.lua (make weights).")
    :format(what, script))
  print "-- Not edited by hand."
  print ""
  print "return {"
  if first then print(first) end
  for _, name in ipairs(names) do print(("  [%q] = %.2f,"):format(name, w[name])) end
  print "}"
end

--- What a fitting script is called with: folders, and ids to leave out.
---@return string[] folders
---@return table<string, boolean> left
local function arguments()
  local folders, left, k = {}, {}, 1
  while arg[k] do
    if arg[k] == "--leave" then
      for id in arg[k + 1]:gmatch "[^,]+" do left[id] = true end
      k = k + 1
    else folders[#folders + 1] = arg[k] end
    k = k + 1
  end
  return folders, left
end

--- Replaces the weights in a table that is in use.
local function set(weights, w)
  for name in pairs(weights) do weights[name] = nil end
  for name, value in pairs(w) do weights[name] = value end
end

return { read_documents = read_documents, share = share, pair = pair, fit = fit,
  print_weights = print_weights, arguments = arguments, set = set }
