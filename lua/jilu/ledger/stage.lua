-- ledger: the deeds that a report states, one annotation each.
--
-- A row is a deed with a quantity or a time: who (unit), what (content), when
-- (time), with which effect. It is read from the other layers of the document
-- and its text, by means that every stage and rule has.

local agents = require "jilu.ledger.agents"
local data = require "jilu.zh.subjects"
local content = require "jilu.ledger.content"
local index = require "jilu.ledger.index"
local mode = require "jilu.ledger.mode"
local reading = require "jilu.ledger.reading"
local rows = require "jilu.ledger.rows"
local scope = require "jilu.ledger.scope"
local subject_phrase = require "jilu.ledger.subject_phrase"

local byte, find, sub = string.byte, string.find, string.sub
local share = index.share

local function facts_of(doc)
  return {
    quantity = index.facts_of(doc, "quantity"), time = index.facts_of(doc, "time"),
    organization = index.bodies_of(doc), change = index.facts_of(doc, "change"),
    person = index.facts_of(doc, "person"), work = index.facts_of(doc, "work"),
  }
end

-- Where the prose of a paragraph begins: behind the heading it runs in with.
local function body_of(doc, from, sections)
  for k = 1, sections and #sections or 0 do
    local section = sections[k]
    if section.kind == "run_in" then
      local i, j = doc.view:locate(section.first, section.last)
      if i <= from + 6 then from = j + 1 end
    end
  end
  return from
end

local function is_prose(line)
  return #line.text > 0 and (line.role == nil or line.role == "paragraph")
end

-- Does a date say within another when it was: 6月 in 2019年?
local function is_within(date, whole)
  local value, before = date.value, whole.value
  return value ~= nil and before ~= nil and not whole.mod and #value > #before
    and sub(value, 1, #before + 1) == before .. "-"
end

-- The date of clause k, or the closer one that stands in the clause behind.
local function date_of_clause(row, k)
  local date, after = row.clauses[k].date, k < row.core and row.clauses[k + 1].date
  return after and is_within(after, date) and after or date
end

-- The time of a row and whether it stands in it; `under` is that of its headings.
local function time_of(row, under)
  local list = row.clauses
  local recurrence, duration
  for k = row.k1, row.k2 do
    local clause = list[k]
    if clause.date then return date_of_clause(row, k), "stated" end
    recurrence = recurrence or clause.recurrence
    duration = duration or clause.duration
  end
  if recurrence then return recurrence, "stated" end
  local governing = list[row.k1].scope or under
  if governing then return governing, "inherited" end
  if duration then return duration, "stated" end
end

-- A quantity that a user annotated may not say everything that a record does.
local function completed(fact)
  local copy = {}
  for key, value in pairs(fact) do copy[key] = value end
  copy.approx, copy.noun = fact.approx or "exact", fact.noun or ""
  return copy
end

local function effect_of(read, row)
  local list, sentence = {}, row.clauses.sentence
  if not sentence.q1 then return list end
  local quantities = read.quantities
  for k = index.from(quantities, sentence.q1, sentence.q2, row.i), sentence.q2 do
    local fact = quantities[k]
    if fact.folded_first > row.j then break end
    list[#list + 1] = fact.approx and fact.noun and fact or completed(fact)
  end
  return list
end

-- As it is written; 我们 and 该支部 are who they stand for, where that is known.
local function unit_of(agent, full)
  if not agent then return nil end
  local stands_for = agent.kind == "we" or data.anaphor[agent.text:sub(1, 3)]
  return stands_for and full or agent.text
end

local STOP = "。"

local MARKS = {}                    -- last bytes of the marks between clauses
for mark in ("; , : " .. STOP):gmatch "%S+" do MARKS[byte(mark, -1)] = mark end

-- What stands between the mark before a colon and it.
local function head_of(text, from, colon)
  for at = colon - 1, from, -1 do
    local mark = MARKS[byte(text, at)]
    if mark and sub(text, at - #mark + 1, at) == mark then return sub(text, at + 1, colon - 1) end
  end
  return sub(text, from, colon - 1)
end

-- How far back 完成情况: may stand, in bytes.
local REPORT = 400

-- Does 完成情况: stand before a row in its paragraph?
local function is_report(read, row, paragraph)
  local from = math.max(paragraph.i, row.i - REPORT)
  local colon = find(read.text, ":", from, true)
  while colon and colon < row.i do
    if mode.reports(head_of(read.text, from, colon)) then return true end
    colon = find(read.text, ":", colon + 1, true)
  end
  return false
end

local function annotate(doc, read, row, paragraph, agent, basis, full)
  local view = doc.view
  local first, last = view:original(row.i, row.j)
  local i, j = content.read(read, row, agent)
  local text, content_first, content_last = view:read(i, j)
  local time, time_basis = time_of(row, paragraph.under)
  local value = time and time.value
  local planned = paragraph.planned and not is_report(read, row, paragraph)
  local unit_first, unit_last
  if agent and agent.i then unit_first, unit_last = view:original(agent.i, agent.j) end
  return doc:annotate("ledger", {
    first = first, last = last, line = paragraph.line.number,
    content = text,
    content_first = content_first, content_last = content_last,
    unit = unit_of(agent, full), unit_full = full, unit_first = unit_first,
    unit_last = unit_last, unit_basis = basis,
    time = value, time_mod = value and time.mod, time_basis = value and time_basis or nil,
    mode = mode.read(doc, read, row, time, planned),
    section = paragraph.section and paragraph.section.heading, effect = effect_of(read, row),
  })
end

-- The one date that a heading names, if it is a year or a part of one: 2025年工作总结.
local function date_of_heading(doc, section, times)
  local i, j = doc.view:locate(section.first, section.last)
  local found
  for k = index.from(times, 1, #times, i), #times do
    local time = times[k]
    if time.folded_first > j then break end
    if time.kind ~= "duration" and time.value then
      if found or time.mod or not scope.is_coarse(time) then return nil end
      found = time
    end
  end
  return found
end

-- The heading that a line stands under, its own included; `plan` is the level
-- of the heading above that speaks of what is to come, `dates` what headings above say
-- of when, by level.
local function latest_section(doc, sections, open, times)
  for k = 1, #sections do
    local section = sections[k]
    open.section = section
    if open.plan and section.level <= open.plan then open.plan = nil end
    if not open.plan and section.heading and mode.plans(section.heading) then
      open.plan = section.level
    end
    local dates = open.dates
    while dates[1] and dates[#dates].level >= section.level do dates[#dates] = nil end
    local date = date_of_heading(doc, section, times) or dates[1] and dates[#dates].date
    if date then dates[#dates + 1] = { level = section.level, date = date } end
  end
end

-- The date of a line that is nothing but a date, as chronicles head their
-- entries: 5月8日.
local function date_of(line, times)
  if line.role ~= "heading" and line.role ~= "title" or #line.text > 60 then return nil end
  local from, to = line.offset + 1, line.offset + #line.text
  local fact = times[index.from(times, 1, #times, from)]
  if not fact or not fact.value or fact.folded_first > to or fact.kind == "duration" then
    return nil
  end
  local words = line.j - line.i + 1
  if (fact.folded_last - fact.folded_first + 1) * 2 >= words
      and fact.folded_first <= from + line.i + 2 then
    return fact
  end
end

local FIELDS = { quantity = "q", time = "t", organization = "o", change = "c" }

-- The paragraphs of a document with the facts that begin in each.
local function paragraphs_of(doc, facts)
  local list, open, lines, date = {}, { dates = {} }, doc.lines, nil
  local sections, markers = index.sections_by_line(doc), index.markers_by_line(doc)
  for n = 1, #lines do
    local line = lines[n]
    local headings = sections[n]
    if headings then latest_section(doc, headings, open, facts.time) end
    if #line.text > 0 and not is_prose(line) then date = date_of(line, facts.time) end
    if is_prose(line) then
      local from = line.offset + 1
      list[#list + 1] = {
        line = line, i = from, j = line.offset + #line.text,
        first = body_of(doc, from, headings), last = line.offset + #line.text,
        markers = markers[n], section = open.section, planned = open.plan ~= nil,
        date = date, under = open.dates[1] and open.dates[#open.dates].date,
      }
    end
  end
  for kind, field in pairs(FIELDS) do
    local of_kind = facts[kind]
    share(list, of_kind, of_kind[1] and 1, #of_kind, field .. "1", field .. "2")
  end
  return list
end

-- The prose of a document, a paragraph at a time, each read when it is asked for.
local function prose_of(doc)
  local facts = facts_of(doc)
  local prose = paragraphs_of(doc, facts)
  prose.facts, prose.scanner = facts, subject_phrase.new(doc.folded, facts, doc.lexicon)
  function prose.reading(k)
    local paragraph = prose[k]
    local read = paragraph.reading
    if not read then
      read = reading.read(doc.folded, paragraph, facts)
      paragraph.reading, read.scanner = read, prose.scanner
    end
    return read
  end
  return prose
end

---@param doc jilu.Document
local function run(doc)
  local prose = prose_of(doc)
  local known
  for k = 1, #prose do
    local paragraph = prose[k]
    if paragraph.q1 or paragraph.t1 or paragraph.date then
      local read = prose.reading(k)
      read.date = paragraph.date
      scope.read(read)
      for _, row in ipairs(rows.read(read, prose.scanner)) do
        known = known or agents.new(doc, prose)
        local agent, basis = known:of(k, row)
        annotate(doc, read, row, paragraph, agent, basis, agent and known:full_name(agent))
          .candidates = known.chosen_among
      end
    end
  end
end

return {
  name = "ledger", needs = { "facts" },
  reads = {
    "line", "document", "section", "enumeration", "quantity", "change", "time", "organization",
    "person", "place", "numeral_phrase", "work", "quote",
  },
  makes = { "ledger" }, language = "zh", of_pages = true, run = run,
}
