-- ledger: the deeds that a report states, one annotation each.
--
-- A row is a deed with a quantity or a time: who (unit), what (content), when
-- (time), with which effect. It is read from the other layers of the document
-- and its text, by means that every stage and rule has.

local content = require "jilu.ledger.content"
local index = require "jilu.ledger.index"
local mode = require "jilu.ledger.mode"
local reading = require "jilu.ledger.reading"
local rows = require "jilu.ledger.rows"
local scope = require "jilu.ledger.scope"
local subjects = require "jilu.ledger.subjects"
local units = require "jilu.ledger.units"

local NONE = index.NONE

local function facts_by_line(doc)
  return {
    quantity = index.by_line(doc, "quantity"), time = index.by_line(doc, "time"),
    organization = index.bodies_by_line(doc), change = index.by_line(doc, "change"),
    section = index.by_line(doc, "section"), item = index.items_by_line(doc),
  }
end

local function facts_of(all, number)
  return {
    quantity = all.quantity[number] or NONE, time = all.time[number] or NONE,
    organization = all.organization[number] or NONE, change = all.change[number] or NONE,
    item = all.item[number] or NONE,
  }
end

-- Where the prose of a paragraph begins: behind the heading it runs in with.
local function body_of(all, line)
  local from = 1
  for _, entry in ipairs(all.section[line.number] or NONE) do
    if entry.fact.kind == "run_in" and entry.i <= from + 6 then from = entry.j + 1 end
  end
  return from
end

local function is_prose(line)
  return #line.text > 0 and (line.role == nil or line.role == "paragraph")
end

-- The time of a row and whether it stands in it.
local function time_of(row)
  local list = row.clauses
  local recurrence, duration
  for k = row.k1, row.k2 do
    local clause = list[k]
    if clause.date then return clause.date.fact, "stated" end
    recurrence = recurrence or clause.recurrence
    duration = duration or clause.duration
  end
  if recurrence then return recurrence.fact, "stated" end
  local governing = list[row.k1].scope
  if governing then return governing.fact, "inherited" end
  if duration then return duration.fact, "stated" end
end

local function effect_of(read, row)
  local list, sentence = {}, row.clauses[row.k1].sentence
  local entries = read.quantities
  for k = units.index_from(entries, sentence.q1, sentence.q2, row.i), sentence.q2 do
    if entries[k].i > row.j then break end
    local fact = entries[k].fact
    list[#list + 1] = {
      text = fact.text, first = fact.first, last = fact.last, value = fact.value, min = fact.min,
      max = fact.max, unit = fact.unit, currency = fact.currency, ucum = fact.ucum,
      approx = fact.approx or "exact", noun = fact.noun or "",
    }
  end
  return list
end

local function annotate(doc, read, row, unit, basis, paragraph)
  local line = read.line
  local first, last = doc:span(line, row.i, row.j)
  local i, j = content.read(read, row)
  local content_first, content_last = first, last
  if i ~= row.i or j ~= row.j then content_first, content_last = doc:span(line, i, j) end
  local time, time_basis = time_of(row)
  local value = time and time.value
  doc:annotate("ledger", {
    first = first, last = last, line = line.number,
    content = (doc:norm(content_first, content_last)),
    content_first = content_first, content_last = content_last,
    unit = unit, unit_basis = unit and basis or nil,
    time = value, time_mod = value and time.mod, time_basis = value and time_basis or nil,
    mode = mode.read(doc, row, time, paragraph.planned),
    section = paragraph.section and paragraph.section.heading, effect = effect_of(read, row),
  })
end

-- The heading that a line stands under, its own included; `plan` is the level
-- of the heading above that speaks of what is to come.
local function latest_section(all, line, open)
  for _, entry in ipairs(all.section[line.number]) do
    local section = entry.fact
    open.section = section
    if open.plan and section.level <= open.plan then open.plan = nil end
    if not open.plan and section.heading and mode.plans(section.heading) then
      open.plan = section.level
    end
  end
end

-- The prose of a document, a line at a time, each read when it is asked for.
local function prose_of(doc, all)
  local prose, readings, open = {}, {}, {}
  for n = 1, #doc.lines do
    local line = doc.lines[n]
    if all.section[line.number] then latest_section(all, line, open) end
    if is_prose(line) then
      local number = line.number
      prose[#prose + 1] = {
        line = line, section = open.section, planned = open.plan ~= nil,
        live = (all.quantity[number] or all.time[number]) ~= nil,
      }
    end
  end
  function prose.reading(k)
    local line = prose[k].line
    readings[k] = readings[k]
      or reading.read(line, body_of(all, line), #line.text, facts_of(all, line.number))
    return readings[k]
  end
  return prose
end

---@param doc jilu.Document
local function run(doc)
  local prose = prose_of(doc, facts_by_line(doc))
  local known
  for k, paragraph in ipairs(prose) do
    local read = paragraph.live and prose.reading(k)
    if read then
      scope.read(read)
      for _, row in ipairs(rows.read(read)) do
        known = known or subjects.new(doc, prose)
        local unit, basis = known:unit(k, row)
        annotate(doc, read, row, unit, basis, paragraph)
      end
    end
  end
end

return { needs = { "facts" }, run = run }
