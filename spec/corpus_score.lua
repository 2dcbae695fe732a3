-- Scores what the pipeline finds in spec/corpus against the hand-made
-- annotation beside each document (NAME.lua). A row per kind: right, found and
-- wanted, precision, recall; values are judged only where the span is right.
--
--   lua5.4 spec/corpus_score.lua [KIND] [NAME]    print the table, and what misses
--
-- Spans are written there as texts: the n-th occurrence (default the first)
-- in the line behind the entry before it; with n, counted from the start of
-- the line. In documents marked `residue` they are matched with the residue
-- taken out, by a pattern of this file, not by the code under test.

local jilu = require "jilu"

local M = { folder = "spec/corpus/" }

M.names = {
  "announcement", "bare_run_ins", "care_home", "commendation",
  "company_news", "congress_report", "converted_page", "converted_region",
  "district_court", "essay_site", "farmland_plan", "government_report", "hk_release",
  "interview", "issued_plan", "minutes", "news_page", "notice", "old_cms_page", "one_line",
  "party_journal", "party_site", "pinyin_residue", "portal_table", "regulation",
  "social_responsibility", "starred_heads", "statistics", "tail_byline", "taiwan_release",
  "wechat_post", "work_report", "wrapped_plan",
}

-- the text and the annotation --------------------------------------------------

-- bytes of `line` without residue, and the original position of each
local function without_residue(line)
  local kept, at = {}, {}
  local i = 1
  while i <= #line do
    local close = line:match("^%([^%(%)\128-\191%z]?[^%(%)，。]-()%)", i)
    local inside = close and line:sub(i + 1, close - 1)
    if inside and i > 1 and not inside:find "[\227-\239%d%s]" and inside:find "%a" then
      at[#at] = close                       -- the residue belongs to its character
      i = close + 1
    else
      kept[#kept + 1] = line:sub(i, i)
      at[#at + 1] = i
      i = i + 1
    end
  end
  return table.concat(kept), at
end

local function read_lines(path, residue)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  local lines, begin = {}, 0
  for raw in (text:sub(-1) == "\n" and text or text .. "\n"):gmatch "([^\n]*)\n" do
    local line = { text = raw, start = begin, raw = raw }
    if residue then line.text, line.at = without_residue(raw) end
    lines[#lines + 1] = line
    begin = begin + #raw + 1
  end
  return lines, text
end

-- the record span of bytes i..j of a line
local function place(line, i, j)
  if not line.at then return line.start + i - 1, line.start + j end
  local last = line.at[j]
  local first = line.at[i - 1] and i > 1 and line.at[i - 1] + 1 or line.at[i]
  return line.start + first - 1, line.start + last
end

local function occurrence(name, line, text, n, from)
  local init = n and 1 or from
  local i, j
  for _ = 1, n or 1 do
    i, j = line.text:find(text, init, true)
    if not i then error(("%s: '%s' is not where the annotation says"):format(name, text), 0) end
    init = i + 1
  end
  return i, j
end

local function spans(name, lines, by_line, build)
  local out = {}
  for number, entries in pairs(by_line) do
    local from = 1
    for _, entry in ipairs(entries) do
      local line = lines[number]
      local i, j = occurrence(("%s:%d"):format(name, number), line, entry[1], entry.n, from)
      if not entry.n then from = entry.within and i or j + 1 end
      local x = build(entry)
      x.start, x["end"] = place(line, i, j)
      x.text, x.line, x.optional = entry[1], number, entry.optional
      out[#out + 1] = x
    end
  end
  table.sort(out, function(a, b) return a.start < b.start end)
  return out
end

local function sections(name, lines, list)
  local out = {}
  for _, s in ipairs(list) do
    local line = lines[s[1]]
    local text = s[6] or line.text                -- a heading is its whole line
    local i, j = occurrence(name, line, text, nil, 1)
    local x = { line = s[1], kind = s[2], level = s[3], marker = s[4] or nil,
                heading = s[5] or nil, text = text }
    x.start, x["end"] = place(line, i, j)
    out[#out + 1] = x
  end
  return out
end

-- An item runs from its marker to the next marker or the end of the line.
local function items(name, lines, runs)
  local out = {}
  for _, run in ipairs(runs) do
    local number = type(run[1]) == "number" and run[1] or nil
    local from, before = 1, nil
    for k = number and 2 or 1, #run do
      local item = run[k]
      local own = type(item[1]) == "number" and item[1] or nil
      local line = lines[own or number]
      local marker, head, lead = item[own and 2 or 1], item[own and 3 or 2], item[own and 4 or 3]
      local i, j = occurrence(name, line, marker, nil, own and 1 or from)
      from = j + 1
      local x = { marker = marker, head = head, lead = lead, line = own or number,
                  text = marker .. head, optional = run.optional }
      x.start, x["end"] = place(line, i, #line.text)
      if before and not own then before["end"] = x.start end
      before = x
      out[#out + 1] = x
    end
  end
  return out
end

local function ledger_rows(name, lines, by_line)
  local out = {}
  for number, entries in pairs(by_line) do
    for _, entry in ipairs(entries) do
      local line = lines[number]
      local i, j = occurrence(("%s:%d"):format(name, number), line, entry[1], nil, 1)
      local x = { text = entry[1], line = number, unit = entry.unit, time = entry.time,
                  mode = entry.mode or "done", unit_accept = entry.unit_accept or {},
                  time_accept = entry.time_accept or {}, optional = entry.optional, effect = {} }
      x.start, x["end"] = place(line, i, j)
      local from = i
      for _, quantity in ipairs(entry.effect) do
        local a, b = occurrence(("%s:%d"):format(name, number), line, quantity, nil, from)
        from = b + 1
        local s, e = place(line, a, b)
        x.effect[#x.effect + 1] = s .. ":" .. e
      end
      out[#out + 1] = x
    end
  end
  table.sort(out, function(a, b) return a.start < b.start end)
  return out
end

--- The annotation of one document with all its spans as record positions.
function M.want(name)
  local path = M.folder .. name
  local a = dofile(path .. ".lua")
  local lines = read_lines(path .. ".txt", a.residue)
  local w = { name = name, document = a.document, ledger_free = a.ledger_free, quotes = a.quotes,
    structure_only = a.structure_only }
  w.line = {}
  for number, line in ipairs(lines) do
    local blank = not line.text:gsub("\227\128\128", ""):find "%S"
    if blank == (a.lines[number] ~= nil) then
      error(("%s:%d: a role for every line that is not blank"):format(name, number), 0)
    end
    w.line[number] = a.lines[number]
  end
  w.section = sections(name, lines, a.sections)
  w.item = items(name, lines, a.enumerations)
  if a.structure_only then return w end
  w.quantity = spans(name, lines, a.quantities, function(e)
    return { value = e[2], min = e.min, max = e.max, unit = e[3] or e.unit,
             approx = e[4] or e.approx or "exact", noun = e[5] or e.noun or "",
             alt = e.alt or {}, approx_accept = e.approx_accept or {} }
  end)
  w.time = spans(name, lines, a.times, function(e)
    return { value = e[2] or nil, mod = e.mod, accept = e.accept or {} }
  end)
  w.change = spans(name, lines, a.changes, function(e)
    return { of = e.of, of_accept = e.of_accept or {}, from = e.from, to = e.to, unit = e.unit }
  end)
  w.work = a.works
  w.ledger = ledger_rows(name, lines, a.ledger)
  return w
end

-- what the pipeline says -------------------------------------------------------

local STAGES = { "zones", "metadata", "outline" }

-- The records of a document, by type.
local function found(name)
  local path = M.folder .. name .. ".txt"
  local out = setmetatable({}, { __index = function(t, k) t[k] = {}; return t[k] end })
  if jilu.load then
    local pipeline = assert(jilu.load "ledger")
    for record in pipeline:records(assert(jilu.open(path))) do
      local list = out[record.type]
      list[#list + 1] = record
    end
    return out
  end
  local doc = assert(jilu.open(path))
  for _, stage in ipairs(STAGES) do require("jilu.pipeline.stage").load(stage).run(doc) end
  for kind, layer in pairs(doc.layers) do
    for k, x in ipairs(layer) do
      local r = {}
      for key, value in pairs(x) do r[key] = value end
      r.start, r["end"] = x.first - 1, x.last
      if x.items then
        r.items = {}
        for n, item in ipairs(x.items) do
          r.items[n] = { marker = item.marker, head = item.head, lead = item.lead,
                         start = item.first - 1, ["end"] = item.last }
        end
      end
      r.line = r.line or doc:line_of(x.first).number
      out[kind][k] = r
    end
  end
  return out
end

-- comparing --------------------------------------------------------------------

local function null(x) if type(x) == "userdata" then return nil end return x end

local function among(value, main, list)
  value = null(value)
  if value == main then return true end
  for _, v in ipairs(list or {}) do
    if value == v or (v == false and value == nil) then return true end
  end
  return false
end

local function same_number(a, b)
  a, b = null(a), null(b)
  if a == nil or b == nil then return a == b end
  if a == b or tostring(a) == tostring(b) then return true end
  a, b = tonumber(a), tonumber(b)
  return a ~= nil and b ~= nil and math.abs(a - b) <= 1e-9 * math.max(1, math.abs(b))
end

local function overlap(a, b)
  local inter = math.min(a["end"], b["end"]) - math.max(a.start, b.start)
  if inter <= 0 then return 0 end
  return inter / (math.max(a["end"], b["end"]) - math.min(a.start, b.start))
end

local function scorer()
  local s = { rows = {}, shown = {} }
  function s.row(kind)
    s.rows[kind] = s.rows[kind] or { want = 0, found = 0, right = 0 }
    return s.rows[kind]
  end
  function s.show(kind, mark, name, line, text)
    s.shown[#s.shown + 1] = { kind = kind, name = name,
      text = ("%s %s:%s %s"):format(mark, name, tostring(line), text) }
  end
  -- one question with one right answer
  function s.tally(kind, ok, name, line, text)
    local r = s.row(kind)
    r.want, r.found = r.want + 1, r.found + 1
    if ok then r.right = r.right + 1 else s.show(kind, "~", name, line, text) end
  end
  return s
end

local function compare(s, kind, name, want, got, judge)
  local r = s.row(kind)
  local by = {}
  for _, y in ipairs(got) do
    local key = y.start .. ":" .. y["end"]
    by[key] = by[key] or y
  end
  local used = {}
  for _, x in ipairs(want) do
    local y = by[x.start .. ":" .. x["end"]]
    if not x.optional then
      r.want = r.want + 1
      if not y then s.show(kind, "-", name, x.line, x.text) end
    end
    if y then
      used[y] = true
      if not x.optional then
        r.right, r.found = r.right + 1, r.found + 1
        if judge then judge(x, y) end
      end
    end
  end
  for _, y in ipairs(got) do
    local free = used[y]
    for _, x in ipairs(want) do
      if x.optional and overlap(x, y) > 0 then free = true end
    end
    if not free then
      r.found = r.found + 1
      s.show(kind, "+", name, y.line, y.text or y.heading or (y.marker or "") .. (y.head or ""))
    end
  end
end

local function compare_document(s, w, got)
  local doc = got.document[1] or {}
  for _, key in ipairs { "title", "published", "written", "source", "organization", "url", "icp",
                         "script" } do
    local ok = among(doc[key], w.document[key], w.document[key .. "_accept"])
    s.tally("document", ok, w.name, key,
      ("got %s, want %s"):format(tostring(doc[key]), tostring(w.document[key])))
  end
  for _, key in ipairs { "authors", "editors", "contributors" } do
    local a = table.concat(w.document[key] or {}, "|")
    local b = table.concat(null(doc[key]) or {}, "|")
    s.tally("document", a == b, w.name, key, ("got %s, want %s"):format(b, a))
  end
end

local function compare_lines(s, w, got)
  local role = {}
  for _, r in ipairs(got.line) do role[r.line] = r.role end
  local numbers = {}
  for number in pairs(w.line) do numbers[#numbers + 1] = number end
  table.sort(numbers)
  for _, number in ipairs(numbers) do
    s.tally("lines", role[number] == w.line[number], w.name, number,
      ("got %s, want %s"):format(tostring(role[number]), w.line[number]))
  end
end

local function compare_ledger(s, w, got)
  if w.ledger_free then return end
  local r = s.row "ledger"
  local free = {}
  for _, y in ipairs(got.ledger) do free[y] = true end
  for _, x in ipairs(w.ledger) do
    local best, share = nil, 0.5
    for _, y in ipairs(got.ledger) do
      local o = free[y] and overlap(x, y) or 0
      if o > share then best, share = y, o end
    end
    if best then free[best] = nil end
    if not x.optional then
      r.want = r.want + 1
      if not best then
        s.show("ledger", "-", w.name, x.line, x.text)
      else
        r.right, r.found = r.right + 1, r.found + 1
        local effect = {}
        for _, e in ipairs(best.effect or {}) do
          effect[#effect + 1] = e.start .. ":" .. e["end"]
        end
        local same = table.concat(effect, " ") == table.concat(x.effect, " ")
        s.tally("ledger.effect", same, w.name, x.line, x.text)
        s.tally("ledger.unit", among(best.unit, x.unit, x.unit_accept), w.name, x.line,
          ("got %s, want %s"):format(tostring(best.unit), tostring(x.unit)))
        s.tally("ledger.unit " .. (best.unit_basis or "none"),
          among(best.unit, x.unit, x.unit_accept), w.name, x.line,
          ("got %s, want %s"):format(tostring(best.unit), tostring(x.unit)))
        s.tally("ledger.time", among(best.time, x.time, x.time_accept), w.name, x.line,
          ("got %s, want %s"):format(tostring(best.time), tostring(x.time)))
        s.tally("ledger.mode", best.mode == x.mode, w.name, x.line,
          ("got %s, want %s"):format(tostring(best.mode), x.mode))
      end
    end
  end
  for _, y in ipairs(got.ledger) do
    local skip = not free[y]
    for _, x in ipairs(w.ledger) do if x.optional and overlap(x, y) > 0 then skip = true end end
    if not skip then
      r.found = r.found + 1
      s.show("ledger", "+", w.name, y.line, y.text)
    end
  end
end

local function compare_lists(s, w, got)
  local r = s.row "works"
  local count = {}
  for _, content in ipairs(w.work) do
    r.want = r.want + 1
    count[content] = (count[content] or 0) + 1
  end
  for _, y in ipairs(got.work) do
    r.found = r.found + 1
    local content = y.norm or y.text
    if (count[content] or 0) > 0 then
      count[content] = count[content] - 1
      r.right = r.right + 1
    else
      s.show("works", "+", w.name, y.line, tostring(content))
    end
  end
  for content, n in pairs(count) do
    for _ = 1, n do s.show("works", "-", w.name, "", content) end
  end
  s.tally("quotes", #got.quote == w.quotes, w.name, "",
    ("%d quotes, want %d"):format(#got.quote, w.quotes))
end

local function compare_outline(s, w, got)
  local name = w.name
  compare(s, "sections", name, w.section, got.section, function(x, y)
    s.tally("sections.value", x.level == y.level and x.heading == null(y.heading)
      and x.marker == null(y.marker) and x.kind == y.kind, name, x.line,
      ("got %s %s %s %s"):format(tostring(y.level), tostring(y.marker), tostring(y.heading),
        y.kind))
  end)
  local items_found = {}
  for _, e in ipairs(got.enumeration) do
    for _, item in ipairs(e.items) do items_found[#items_found + 1] = item end
  end
  compare(s, "items", name, w.item, items_found, function(x, y)
    s.tally("items.value", x.marker == y.marker and x.head == y.head and x.lead == y.lead,
      name, x.line, ("got %s | %s | %s"):format(y.marker, y.head, y.lead))
  end)
end

local function compare_facts(s, w, got)
  local name = w.name
  compare(s, "quantities", name, w.quantity, got.quantity, function(x, y)
    s.tally("quantities.value", same_number(y.value, x.value) and same_number(y.min, x.min)
      and same_number(y.max, x.max) and y.unit == x.unit
      and among(y.approx or "exact", x.approx, x.approx_accept), name, x.line,
      ("%s: got %s %s %s"):format(x.text, tostring(y.value), tostring(y.unit),
        tostring(y.approx)))
    s.tally("quantities.noun", among(y.noun or "", x.noun, x.alt), name, x.line,
      ("%s: got %s, want %s"):format(x.text, tostring(y.noun), x.noun))
  end)
  compare(s, "times", name, w.time, got.time, function(x, y)
    s.tally("times.value", among(y.value, x.value, x.accept), name, x.line,
      ("%s: got %s, want %s"):format(x.text, tostring(y.value), tostring(x.value)))
  end)
  compare(s, "changes", name, w.change, got.change, function(x, y)
    s.tally("changes.value", same_number(y.from, x.from) and same_number(y.to, x.to)
      and among(y.of, x.of, x.of_accept), name, x.line, x.text)
  end)
end

--- Scores documents; returns rows by kind and the list of what is wrong.
function M.score(names)
  local s = scorer()
  for _, name in ipairs(names or M.names) do
    local w, got = M.want(name), found(name)
    compare_document(s, w, got)
    compare_lines(s, w, got)
    compare_outline(s, w, got)
    if not w.structure_only then
      compare_facts(s, w, got)
      compare_lists(s, w, got)
      compare_ledger(s, w, got)
    end
  end
  for _, r in pairs(s.rows) do
    r.precision = r.found > 0 and r.right / r.found or (r.want == 0 and 1 or 0)
    r.recall = r.want > 0 and r.right / r.want or 1
  end
  return s.rows, s.shown
end

M.order = {
  "document", "lines", "sections", "sections.value", "items", "items.value", "quantities",
  "quantities.value", "quantities.noun", "times", "times.value", "changes", "changes.value",
  "works", "quotes", "ledger", "ledger.effect", "ledger.unit",
  "ledger.unit stated", "ledger.unit inherited", "ledger.unit document", "ledger.unit none",
  "ledger.time", "ledger.mode",
}

-- by hand
if arg and arg[0] and arg[0]:find "corpus_score%.lua$" then
  local kind, name = arg[1], arg[2]
  local rows, shown = M.score(name and { name } or nil)
  print(("%-22s %6s %6s %6s %7s %7s"):format("kind", "want", "found", "right", "P", "R"))
  for _, k in ipairs(M.order) do
    local r = rows[k]
    if r then
      print(("%-22s %6d %6d %6d %7.3f %7.3f"):format(k, r.want, r.found, r.right, r.precision,
        r.recall))
    end
  end
  for _, x in ipairs(shown) do
    if kind and (x.kind == kind or kind == "all") then print(x.kind .. " " .. x.text) end
  end
end

return M
