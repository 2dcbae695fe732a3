-- Fits the weights of the ranker of agents (lua/jilu/ledger/agents.lua) on
-- documents with gold, and prints them as a module.
--
--   lua5.4 spec/weights/agents.lua [--leave A,B,…] DIR … > agents.lua
--
-- A DIR has NAME.txt (or any text whose name begins with NAME) and the gold
-- NAME.json; DIR may be TEXTS:GOLD. The rows are the ledger's own, paired with
-- those of the gold as the scorer pairs them. A candidate is right where the
-- gold accepts its name. Softmax regression over the candidates of each row,
-- with a penalty on the squares of their distance from agents_prior.lua;
-- deterministic.

local json = require "dkjson"
local jilu = require "jilu"
local pipeline = require "jilu.pipeline"
local agents = require "jilu.ledger.agents"
local weights = require "jilu.zh.weights.agents"
local prior = dofile((arg[0]:match "^(.*)/[^/]*$" or ".") .. "/agents_prior.lua")

local ROUNDS, PASSES, RATE, PENALTY = 3, 40, 0.15, 0.8

-- Not fitted: by how much a candidate must be better than nobody, and one that
-- stands only in the document's head or tail by how much more.
local MARGIN, DOCUMENT_MARGIN = 0.3, 0.3

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

-- Instances ----------------------------------------------------------------------------

local function share(g, i, j)
  local inter = math.min(g["end"], j) - math.max(g.start, i)
  if inter <= 0 then return 0 end
  return inter / (math.max(g["end"], j) - math.min(g.start, i))
end

local function accepts(g, text)
  text = text == nil and json.null or text
  if g.unit == text or g.unit == nil and text == json.null then return true end
  if g.unit_full == text and text ~= json.null then return true end
  for _, other in ipairs(type(g.unit_alt) == "table" and g.unit_alt or {}) do
    if other == text then return true end
  end
  return false
end

-- The rows of a document that pair with one of the gold: their candidates.
local function instances_of(entry, ledger, lexicon, list)
  local doc = jilu.document(entry.text, { id = entry.name, lexicon = lexicon })
  local rows = {}
  agents.Agents.observe = function(_, row, candidates, best)
    for _, c in ipairs(candidates) do c.text = c.mention and c.mention.text end
    local first, last = doc.view:original(row.i, row.j)
    rows[#rows + 1] = { i = first - 1, j = last, candidates = candidates, best = best }
  end
  assert(ledger:watch(doc, function(stage)
    if stage.rule then stage.rule:run(doc) else stage.run(doc) end
  end))
  agents.Agents.observe = nil
  local free = {}
  for _, row in ipairs(rows) do free[row] = true end
  for _, g in ipairs(entry.gold.ledger) do
    local found, most = nil, 0.5
    for _, row in ipairs(rows) do
      local s = share(g, row.i, row.j)
      if free[row] and s >= most and (s > most or not found) then found, most = row, s end
    end
    if found then
      free[found] = nil
      local any = false
      for _, c in ipairs(found.candidates) do
        c.right = accepts(g, c.text)
        any = any or c.right
      end
      found.gold, found.any, found.doc = g, any, entry.id
      found.right = accepts(g, found.best.text)
      list[#list + 1] = found
    end
  end
end

-- Fitting ------------------------------------------------------------------------------

local function fit(list)
  local w, sums = {}, {}
  for name, value in pairs(prior) do w[name] = value end
  local function score(c)
    local s = 0
    for _, name in ipairs(c.features) do s = s + (w[name] or 0) end
    return s
  end
  for _ = 1, PASSES do
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
        + PENALTY * (value - (prior[name] or 0)) * #list / 100
    end
    for name, g in pairs(gradient) do
      sums[name] = (sums[name] or 0) + g * g
      w[name] = (w[name] or 0) - RATE * 4 * g / math.sqrt(sums[name] + 1)
    end
  end
  return w
end

local function print_weights(w)
  local names = {}
  for name, value in pairs(w) do
    if not name:find "margin$" and math.abs(value) >= 0.005 then names[#names + 1] = name end
  end
  table.sort(names)
  print "-- Weights of the ranker of agents, made by spec/weights/agents.lua (make weights)."
  print "-- Not edited by hand."
  print ""
  print "return {"
  print(("  margin = %.2f, document_margin = %.2f,"):format(w.margin, w.document_margin))
  for _, name in ipairs(names) do print(("  [%q] = %.2f,"):format(name, w[name])) end
  print "}"
end

local folders, left, stats = {}, {}, false
do
  local k = 1
  while arg[k] do
    if arg[k] == "--leave" then
      for id in arg[k + 1]:gmatch "[^,]+" do left[id] = true end
      k = k + 1
    elseif arg[k] == "--stats" then stats = true
    else folders[#folders + 1] = arg[k] end
    k = k + 1
  end
end

local documents = read_documents(folders, left)
local lexicon = assert(jilu.lexicon.open())
local ledger = assert(pipeline.load "ledger")
local w
for round = 1, ROUNDS do
  local list = {}
  for _, entry in ipairs(documents) do instances_of(entry, ledger, lexicon, list) end
  local any, right = 0, 0
  for _, row in ipairs(list) do
    if row.any then any = any + 1 end
    if row.right then right = right + 1 end
  end
  io.stderr:write(("round %d: %d rows, a right candidate in %d, chosen right %d\n")
    :format(round, #list, any, right))
  if stats then
    for _, row in ipairs(list) do
      if not row.any then
        local names = {}
        for n, c in ipairs(row.candidates) do names[n] = tostring(c.text) .. "<" .. c.source end
        io.stderr:write(row.doc, " gold ", tostring(row.gold.unit), " | ",
          row.gold.text:sub(1, 90), " | ", table.concat(names, "; "), "\n")
      end
    end
    os.exit(0)
  end
  w = fit(list)
  w.margin, w.document_margin = MARGIN, DOCUMENT_MARGIN
  for name in pairs(weights) do weights[name] = nil end
  for name, value in pairs(w) do weights[name] = value end
end
print_weights(w)
