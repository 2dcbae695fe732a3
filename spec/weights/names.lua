-- Fits the weights of the judge of names (lua/jilu/zh/weights/names.lua) on
-- documents with gold.
--
--   lua5.4 spec/weights/names.lua --gold DIR [--leave ID,ID] [--ids ID,ID] [-o FILE]
--     [--folds FILE] [--seeds TEXTS:GOLD] [--rows FILE*TIMES,FILE] [--show KIND]
--
-- DIR holds NAME.txt and NAME.json. --leave keeps these documents out, --ids
-- takes only these; seeds, and rows as in spec/facts/names.lua, are always seen.
-- --show lists what was missed (-) and wrong (+). --folds leaves out each fold of a file of lines
-- "number<TAB>ID,ID" in turn, and prints how each was read by weights that had
-- not seen it.
--
-- The model: a set of candidates that do not overlap has the weight exp(sum of
-- the scores), and the probability of the gold's set is made as large as can
-- be, less a penalty on the squares of the weights (a semi-Markov random
-- field). What the gold calls optional is left out.

local json = require "dkjson"
local core = require "jilu.core"
local jilu = require "jilu"

local KINDS = { "organization", "person", "place" }
local FIELD = { organization = "orgs", person = "persons", place = "places" }
local EPOCHS, RATE, PENALTY = 25, 0.3, 5

-- The likeliest set misses more than it finds wrongly; so much is added to every
-- candidate of a kind for the best F1 on documents that were left out.
local LEAN = { organization = 0.4, person = 0.5, place = 0.3 }

-- What a reader of Chinese knows beforehand, in round numbers; those of persons were
-- held against a newspaper (make score-news). The penalty is on the distance from
-- these, and 0 for all others.
local PRIOR = {
  ["person.given.none"] = 0.3, ["person.given.rare"] = 0.3, ["person.given.seldom"] = 0.8,
  ["person.given.usual"] = 1, ["person.tagged"] = 1, ["person.tag.holds"] = 0.5,
  ["person.tag.none"] = -1, ["person.tag.part"] = -3, ["person.tag.goes_on"] = 3,
  ["person.length.2"] = -1, ["person.foreign"] = 1, ["person.dot"] = 1.5,
  ["person.surname.also_word"] = -1, ["person.ends_with_stop"] = -1.5,
  ["person.ends_as_words_do"] = -2.5, ["person.ends_as_places_do"] = -1,
  ["person.cuts_right"] = -1.5, ["person.holds_word"] = -2, ["person.holds_verb"] = -1,
  ["person.holds_stop"] = -1, ["person.grammar"] = 2, ["person.crosses_grammar"] = -0.5,
  ["person.line"] = 2, ["person.bracketed"] = 1, ["person.left.title"] = 0.7,
  ["person.left.open"] = 0.5, ["person.left.number"] = -1.5, ["person.left.other"] = -1,
  ["person.right.other"] = -0.5, ["person.right.verb"] = -0.3,
  ["person.document.listed"] = 1, ["person.document.shorter"] = -2.5,
  ["person.document.longer"] = -1.5, ["person.document.none_said"] = -2,
  ["person.document.unsaid_often"] = -0.7, ["person.list.tagged"] = 2,
  ["person.list.common_words"] = -1, ["person.beside_taken"] = 2,
  ["person.taken.once"] = 1.5, ["person.taken.other_kind"] = -2,
  ["org.list_of_any"] = -3, ["org.body_and_loose_part"] = 1.5, ["org.extends"] = -1.5,
  ["org.extends.part"] = -1, ["org.extends.loose"] = -0.7, ["org.inside.join_behind_body"] = -1.5,
  ["org.inside.stop"] = -1, ["org.common_words"] = -1, ["org.taken.once"] = 1,
  ["place.taken.stem"] = 2.5, ["place.document.level"] = 1, ["place.taken.once"] = 1,
  ["place.inside.verb"] = -1, ["place.common_words"] = -1,
}

local opt = { leave = {} }
do
  local function set_of(list)
    local set = {}
    for id in list:gmatch "[^,]+" do set[id] = true end
    return set
  end
  local i = 1
  while arg[i] do
    local key, value = arg[i], arg[i + 1]
    if key == "--gold" then opt.gold = value
    elseif key == "--leave" then opt.leave = set_of(value)
    elseif key == "--ids" then opt.ids = set_of(value)
    elseif key == "--folds" then opt.folds = value
    elseif key == "--seeds" then opt.seeds = value
    elseif key == "--rows" then opt.rows = value
    elseif key == "-o" then opt.out = value
    elseif key == "--show" then opt.show = value
    else error("unknown option " .. key) end
    i = i + 2
  end
  assert(opt.gold, "--gold DIR is missing")
end

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local data = file:read "a"
  file:close()
  return data
end

local knowledge = require "jilu.facts.extractor"
local bare = knowledge.weighed("zh", {})
local lexicon = assert(jilu.lexicon.open())
local features = core.name_features()

-- documents -----------------------------------------------------------------------

local function overlap(a, b) return a.first <= b.last and b.first <= a.last end

--- Spans of one kind in the gold, as first and last byte.
local function spans(list)
  local out = {}
  for _, x in ipairs(list or {}) do
    if type(x) == "table" and x.start then
      out[#out + 1] = { first = x.start + 1, last = x["end"] }
    end
  end
  return out
end

local function key(x) return x.first .. ":" .. x.last end

local label

--- What a document may name, and what it does.
local function load(id, text_path, gold_path)
  local text = read_file(text_path)
  local gold = json.decode(read_file(gold_path))
  local doc = { id = id, gold = {}, optional = {}, list = {}, text = text }
  for _, kind in ipairs(KINDS) do
    doc.gold[kind] = spans(gold[FIELD[kind]])
    doc.optional[kind] = spans(gold[FIELD[kind] .. "_optional"])
  end
  return label(doc)
end

--- A row of spec/facts/names*.lua: its names stand in the order of the text.
local function load_row(row)
  local doc = { id = "row", gold = {}, optional = {}, list = {}, text = row[1] }
  for _, kind in ipairs(KINDS) do
    local list, at = {}, 1
    for name in (row[kind .. "s"] or ""):gmatch "[^|]+" do
      name = name:match "^[^>]+"
      local first, last = row[1]:find(name, at, true)
      if not first then return nil end
      list[#list + 1] = { first = first, last = last }
      at = last + 1
    end
    doc.gold[kind], doc.optional[kind] = list, {}
  end
  return label(doc)
end

--- The candidates of a document, as the judgement before left them.
function label(doc, extractor)
  local text = doc.text
  doc.list = {}
  local wanted = {}
  for _, kind in ipairs(KINDS) do
    wanted[kind] = {}
    for _, x in ipairs(doc.gold[kind]) do wanted[kind][key(x)] = true end
  end
  for _, c in ipairs((extractor or bare):candidates(core.view(text, "auto"), lexicon,
    extractor == nil)) do
    c.right = wanted[c.kind][key(c)] or false
    for _, x in ipairs(doc.optional[c.kind]) do
      if overlap(c, x) and not c.right then c.optional = true break end
    end
    doc.list[#doc.list + 1] = c
  end
  return doc
end

local function ids()
  local list = {}
  for name in io.popen(('ls "%s"'):format(opt.gold)):lines() do
    local id = name:match "^(.*)%.json$"
    if id and not opt.leave[id] and (not opt.ids or opt.ids[id]) then list[#list + 1] = id end
  end
  return list
end

-- the model ------------------------------------------------------------------------

--- Groups of candidates that overlap, each sorted by end; `before[i]` is how many
--- of them end before candidate i begins.
local function groups_of(doc, training)
  local groups, group, reach = {}, nil, 0
  local list = {}
  for _, c in ipairs(doc.list) do
    if not (training and c.optional) then list[#list + 1] = c end
  end
  -- by begin, to find where groups part
  table.sort(list, function(a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.last < b.last
  end)
  for _, c in ipairs(list) do
    if not group or c.first > reach then
      group = {}
      groups[#groups + 1] = group
      reach = c.last
    end
    group[#group + 1] = c
    if c.last > reach then reach = c.last end
  end
  for _, g in ipairs(groups) do
    local by_begin = {}
    for k, c in ipairs(g) do by_begin[k] = c end
    table.sort(g, function(a, b)
      if a.last ~= b.last then return a.last < b.last end
      if a.first ~= b.first then return a.first < b.first end
      return a.kind < b.kind
    end)
    g.before, g.after, g.by_begin = {}, {}, by_begin
    for i, c in ipairs(g) do
      local n = 0
      for k = 1, i - 1 do if g[k].last < c.first then n = k end end
      g.before[i] = n
      n = #by_begin + 1
      for k = #by_begin, 1, -1 do if by_begin[k].first > c.last then n = k else break end end
      g.after[c] = n
    end
    -- gold that overlaps gold: the longer one
    for i, c in ipairs(g) do
      for k = 1, #g do
        local d = g[k]
        if i ~= k and c.right and d.right and overlap(c, d)
          and d.last - d.first > c.last - c.first then c.right = false end
      end
    end
  end
  return groups
end

local function score(c, w)
  local s = 0
  for k = 1, #c do s = s + w[c[k]] end
  return s
end

local function add_logs(a, b)
  if a < b then a, b = b, a end
  return a + math.log(1 + math.exp(b - a))
end

--- Adds the gradient of a group's log probability to `grad`; returns that.
local function gradient(g, w, grad)
  local n = #g
  local forward, backward, right = { [0] = 0 }, { [n + 1] = 0 }, 0
  for i = 1, n do
    local c = g[i]
    c.s = score(c, w)
    forward[i] = add_logs(forward[i - 1], forward[g.before[i]] + c.s)
    if c.right then right = right + c.s end
  end
  for i = n, 1, -1 do
    local c = g.by_begin[i]
    backward[i] = add_logs(backward[i + 1], backward[g.after[c]] + c.s)
  end
  local total = forward[n]
  for i = 1, n do
    local c = g[i]
    local p = math.exp(forward[g.before[i]] + c.s + backward[g.after[c]] - total)
    local d = (c.right and 1 or 0) - p
    if d > 1e-4 or d < -1e-4 then
      for k = 1, #c do grad[c[k]] = (grad[c[k]] or 0) + d end
    end
  end
  return right - total
end

--- Weights by index, fitted by AdaGrad over the documents in turn.
local function fit(docs)
  local w, sum = {}, {}
  for k, name in ipairs(features) do w[k], sum[k] = PRIOR[name] or 0, 1e-3 end
  local all = {}
  for _, d in ipairs(docs) do all[#all + 1] = groups_of(d, true) end
  local share = 1 / #all
  for _ = 1, EPOCHS do
    for _, groups in ipairs(all) do
      local grad = {}
      for _, g in ipairs(groups) do gradient(g, w, grad) end
      for k = 1, #features do
        local d = (grad[k] or 0) - PENALTY * share * (w[k] - (PRIOR[features[k]] or 0))
        if d ~= 0 then
          sum[k] = sum[k] + d * d
          w[k] = w[k] + RATE * d / math.sqrt(sum[k])
        end
      end
    end
  end
  return w
end

local function named(w, prefix, into)
  for k, name in ipairs(features) do
    if w[k] ~= 0 then into[prefix .. name] = w[k] end
  end
  return into
end

--- Both sets of weights. What the second judgement learns from must not have been
--- seen by the first: each part of the documents is judged by the others.
local PARTS = 5
local function fit_twice(docs)
  local first, seconds, w = fit(docs), {}
  for part = 1, PARTS do
    local rest = {}
    for k, d in ipairs(docs) do if k % PARTS ~= part - 1 then rest[#rest + 1] = d end end
    local extractor = knowledge.weighed("zh", named(fit(rest), "first.", {}))
    for k, d in ipairs(docs) do
      if k % PARTS == part - 1 then
        seconds[#seconds + 1] = label({ id = d.id, text = d.text, gold = d.gold,
          optional = d.optional, weight = d.weight }, extractor)
      end
    end
  end
  w = fit(seconds)
  for k, name in ipairs(features) do
    if name == "org.bias" then w[k] = w[k] + LEAN.organization
    elseif name == "person.bias" then w[k] = w[k] + LEAN.person
    elseif name == "place.bias" then w[k] = w[k] + LEAN.place end
  end
  return first, w
end

--- The documents as the second judgement sees them behind the first.
local function second(docs, first)
  local extractor, list = knowledge.weighed("zh", named(first, "first.", {})), {}
  for k, d in ipairs(docs) do
    list[k] = label({ id = d.id, text = d.text, gold = d.gold, optional = d.optional }, extractor)
  end
  return list
end

-- how good they are -----------------------------------------------------------------

local function decode(doc, w)
  local chosen = {}
  for _, g in ipairs(groups_of(doc, false)) do
    local best = { [0] = 0 }
    for i = 1, #g do
      g[i].s = score(g[i], w)
      best[i] = math.max(best[i - 1], best[g.before[i]] + g[i].s)
    end
    local i = #g
    while i > 0 do
      if best[i] > best[i - 1] then
        chosen[#chosen + 1] = g[i]
        i = g.before[i]
      else i = i - 1 end
    end
  end
  return chosen
end

local function tally() return { gold = 0, found = 0, right = 0, reach = 0 } end

local function judge(doc, w, into)
  local chosen = decode(doc, w)
  for _, kind in ipairs(KINDS) do
    local t = into[kind]
    local found, can = {}, {}
    for _, c in ipairs(chosen) do
      if c.kind == kind then
        found[key(c)] = true
        if not c.optional then t.found = t.found + 1 end
        if opt.show == kind and not c.right and not c.optional then
          print("+", doc.id, doc.text:sub(c.first, c.last), ("%.1f"):format(c.s))
        end
      end
    end
    for _, c in ipairs(doc.list) do if c.kind == kind then can[key(c)] = c end end
    for _, x in ipairs(doc.gold[kind]) do
      t.gold = t.gold + 1
      if found[key(x)] then t.right = t.right + 1
      elseif opt.show == kind then
        local c = can[key(x)]
        print("-", doc.id, doc.text:sub(x.first, x.last),
          c and ("%.1f"):format(score(c, w)) or "no candidate")
      end
      if can[key(x)] then t.reach = t.reach + 1 end
    end
  end
end

local function line_of(name, into)
  local parts = { name }
  for _, kind in ipairs(KINDS) do
    local t = into[kind]
    local p = t.found > 0 and t.right / t.found or 0
    local r = t.gold > 0 and t.right / t.gold or 0
    parts[#parts + 1] = ("%s P %.3f R %.3f F %.3f (of %.3f)"):format(kind, p, r,
      p + r > 0 and 2 * p * r / (p + r) or 0, t.gold > 0 and t.reach / t.gold or 0)
  end
  return table.concat(parts, "   ")
end

local function judge_all(name, docs, w)
  local into = { organization = tally(), person = tally(), place = tally() }
  for _, d in ipairs(docs) do judge(d, w, into) end
  print(line_of(name, into))
  return into
end

-- ------------------------------------------------------------------------------------

local docs = {}
for _, id in ipairs(ids()) do
  docs[#docs + 1] = load(id, opt.gold .. "/" .. id .. ".txt", opt.gold .. "/" .. id .. ".json")
end
-- Documents and sentences that are always seen, each so many times.
local SEEDS = 2
local more = {}
local function add_more(doc, times)
  for _ = 1, times do more[#more + 1] = doc end
end
if opt.seeds then
  local texts, golds = opt.seeds:match "^(.*):(.*)$"
  for name in io.popen(('ls "%s"'):format(texts)):lines() do
    local id = name:match "^(%d+)_.*%.txt$"
    if id then
      add_more(load(id, texts .. "/" .. name, golds .. "/" .. id .. ".json"), SEEDS)
    end
  end
end
for path, times in (opt.rows or ""):gmatch "([^,*]+)%*?(%d*)" do
  for _, row in ipairs(dofile(path)) do add_more(load_row(row), tonumber(times) or 1) end
end
local function with_more(list)
  local all = {}
  for _, d in ipairs(list) do all[#all + 1] = d end
  for _, d in ipairs(more) do all[#all + 1] = d end
  return all
end

local function write(first, w, path)
  local file = assert(io.open(path, "wb"))
  file:write("-- Weights of the judge of names; csrc/facts/judge/judge.h says of what.\n",
    "-- Made by spec/weights/names.lua from documents with gold.\n\nreturn {\n")
  for _, set in ipairs { { "", w }, { "first.", first } } do
    for k, name in ipairs(features) do
      if math.abs(set[2][k]) >= 0.005 then
        file:write(('  ["%s%s"] = %.2f,\n'):format(set[1], name, set[2][k]))
      end
    end
  end
  file:write "}\n"
  file:close()
end

if opt.folds then
  local seen = { organization = tally(), person = tally(), place = tally() }
  local all, n = { organization = tally(), person = tally(), place = tally() }, 0
  for line in io.lines(opt.folds) do
    local name, list = line:match "^(%S+)%s+(%S+)$"
    local out, rest = {}, {}
    for _, d in ipairs(docs) do
      local left = ("," .. list .. ","):find("," .. d.id .. ",", 1, true)
      table.insert(left and out or rest, d)
    end
    if #out > 0 then
      local first, w = fit_twice(with_more(rest))
      local show = opt.show
      opt.show = nil
      local was = judge_all("seen by " .. name, second(rest, first), w)
      for _, kind in ipairs(KINDS) do
        for field, value in pairs(was[kind]) do seen[kind][field] = seen[kind][field] + value end
      end
      opt.show = show
      local into = judge_all("left out " .. name, second(out, first), w)
      n = n + 1
      for _, kind in ipairs(KINDS) do
        for field, value in pairs(into[kind]) do all[kind][field] = all[kind][field] + value end
      end
    end
  end
  print(line_of("all left out", all))
  print(line_of("all seen", seen))
end

if opt.out then
  local first, w = fit_twice(with_more(docs))
  judge_all("fitted", second(docs, first), w)
  write(first, w, opt.out)
end
