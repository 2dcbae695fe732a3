-- One document of the page of `jilu view`: its lines with what was found in
-- them, its records, its outline, and what stages did.

local charts = require "jilu.cli.view.charts"
local corrections = require "jilu.record.corrections"
local columns = require "jilu.text.columns"
local fact_rows = require "jilu.cli.fact_rows"
local html = require "jilu.cli.view.html"
local segments = require "jilu.cli.view.segments"

local article = {}

local escape = html.escape

-- Columns of a text in a list of records.
local TEXT_WIDTH = 60

-- Numbers -----------------------------------------------------------------------------

-- The annotations to show with a number each, by line and in one list.
local function number_all(found, wanted)
  local by_line, list = found:by_line(wanted), {}
  local numbered = {}
  local lines = {}
  for number in pairs(by_line) do lines[#lines + 1] = number end
  table.sort(lines)
  for _, number in ipairs(lines) do
    numbered[number] = {}
    for _, annotation in ipairs(by_line[number]) do
      local item = { number = #list + 1, annotation = annotation, line = number }
      list[#list + 1] = item
      table.insert(numbered[number], item)
    end
  end
  return numbered, list
end

-- The rows that the page shows of each annotation, as JSON.
local function data_of(found, list)
  local out = {}
  for _, item in ipairs(list) do
    local rows, a = {}, item.annotation
    local verdict = found.doc.corrections and found.doc.corrections.verdicts[a]
    local rule = found:rule_of(a) .. (verdict and (" (%s by a person)"):format(verdict) or "")
    for k, row in ipairs(fact_rows.of(found.doc, a, rule)) do
      local cells = { ("  "):rep(row.depth) .. row.name, row.bytes or "",
        row.message or row.text or "", row.value or "", row.rule or "" }
      for c = 1, #cells do cells[c] = html.json(cells[c]) end
      rows[k] = "[" .. table.concat(cells, ",") .. "]"
    end
    out[#out + 1] = ('"%d":[%s]'):format(item.number, table.concat(rows, ","))
  end
  return "{" .. table.concat(out, ",") .. "}"
end

-- Lines -------------------------------------------------------------------------------

local function line_id(id, number) return ("%s-l%d"):format(id, number) end

local function lines_of(found, id, numbered)
  local out, doc = {}, found.doc
  for _, line in ipairs(doc.lines) do
    if line.i <= line.j then
      local role = line.role or ""
      out[#out + 1] = ('<div class="line r-%s" id="%s"><span class="no">%d</span>'
        .. '<span class="role">%s</span><p>%s</p></div>')
        :format(escape(role), line_id(id, line.number), line.number, escape(role),
          segments.line(doc, line, numbered[line.number] or {}))
    end
  end
  return table.concat(out, "\n")
end

-- Records -----------------------------------------------------------------------------

local function cell(text)
  return "<td>" .. escape(columns.truncate(text and tostring(text) or "", TEXT_WIDTH, "…"))
    .. "</td>"
end

local function effects_text(row)
  local list = {}
  for k, effect in ipairs(row.effect or {}) do list[k] = effect.text end
  return table.concat(list, "、")
end

-- The agent, as a link to the line in which it is named.
local function agent_cell(doc, id, row)
  local text = escape(row.unit_full or row.unit or "")
  if row.unit_first then
    text = ('<a href="#%s">%s</a>'):format(line_id(id, doc:line_of(row.unit_first).number), text)
  end
  if row.unit_basis and row.unit_basis ~= "stated" then
    text = text .. ' <span class="dim">' .. escape(row.unit_basis) .. "</span>"
  end
  return "<td>" .. text .. "</td>"
end

local function row_start(item)
  return ('<tr class="go" tabindex="0" data-n="%d">'):format(item.number)
end

local function ledger_row(doc, id, item)
  local row = item.annotation
  return row_start(item) .. cell(row.content) .. agent_cell(doc, id, row)
    .. cell(row.time) .. cell(effects_text(row)) .. cell(row.mode) .. "</tr>"
end

local function plain_row(found, item)
  local first = fact_rows.of(found.doc, item.annotation, "")[1]
  local line = item.line > 0 and tostring(item.line) or ""
  return row_start(item) .. cell(line) .. cell(first.text) .. cell(first.value) .. "</tr>"
end

local HEADS = {
  ledger = "<tr><th>content<th>agent<th>time<th>effect<th>mode</tr>",
  plain = "<tr><th>line<th>text<th>value</tr>",
}

-- The types in the order of their names, the ledger first.
local function grouped(list)
  local groups, names = {}, {}
  for _, item in ipairs(list) do
    local kind = item.annotation.type
    if not groups[kind] then
      groups[kind] = {}
      names[#names + 1] = kind
    end
    table.insert(groups[kind], item)
  end
  table.sort(names, function(a, b)
    if (a == "ledger") ~= (b == "ledger") then return a == "ledger" end
    return a < b
  end)
  return groups, names
end

local function records_of(found, id, groups, names)
  local out = {}
  for _, name in ipairs(names) do
    local rows = {}
    for k, item in ipairs(groups[name]) do
      rows[k] = name == "ledger" and ledger_row(found.doc, id, item) or plain_row(found, item)
    end
    out[#out + 1] = ('<details%s><summary>%s <span class="dim">%d</span></summary>'
      .. '<div class="wide"><table><thead>%s</thead><tbody>%s</tbody></table></div></details>')
      :format(name == "ledger" and " open" or "", escape(name), #rows,
        HEADS[name] or HEADS.plain, table.concat(rows))
  end
  return table.concat(out)
end

-- The document ------------------------------------------------------------------------

local METADATA = { "title", "published", "published_basis", "written", "source", "authors",
  "editors", "contributors", "organization", "url", "icp", "script" }

local function metadata_of(doc)
  local page, rows = doc:layer "document"[1] or {}, {}
  for _, name in ipairs(METADATA) do
    local value = page[name]
    if type(value) == "table" then value = table.concat(value, "、") end
    if value ~= nil and value ~= "" then
      rows[#rows + 1] = ("<tr><th>%s<td>%s</tr>"):format(name, escape(value))
    end
  end
  rows[#rows + 1] = ("<tr><th>bytes<td>%d</tr>"):format(#doc.bytes)
  return "<table>" .. table.concat(rows) .. "</table>"
end

local function outline_of(doc, id)
  local out = {}
  for _, section in ipairs(doc:layer "section") do
    out[#out + 1] = ('<li class="l%d"><a href="#%s">%s</a></li>')
      :format(section.level or 1, line_id(id, doc:line_of(section.first).number),
        escape((section.marker or "") .. (section.heading or "")))
  end
  if #out == 0 then return "" end
  return "<h3>outline</h3><nav><ul>" .. table.concat(out) .. "</ul></nav>"
end

local function checks_of(doc)
  local out = {}
  for _, check in ipairs(doc:layer "check") do
    out[#out + 1] = ('<tr%s><td>%s<td>%s<td>%s</tr>')
      :format(check.ok and "" or ' class="bad"', check.ok and "✓" or "✗", escape(check.rule or ""),
        escape(check.first and doc:text(check) or ""))
  end
  if #out == 0 then return "" end
  return "<h3>checks</h3><table>" .. table.concat(out) .. "</table>"
end

-- What a person said of the records; what found none is marked.
local function corrections_of(doc)
  local out = {}
  for k, applied in ipairs(doc.corrections and doc.corrections.applied or {}) do
    out[k] = ("<tr%s><td>%s<td>%s</tr>"):format(applied.found and "" or ' class="bad"',
      escape(corrections.text_of(applied.correction)), applied.found and "" or "no such record")
  end
  if #out == 0 then return "" end
  return "<h3>corrections</h3><table>" .. table.concat(out) .. "</table>"
end

local function stages_of(found)
  local out = {}
  for k, report in ipairs(found.stages) do
    local made = {}
    for kind, count in pairs(report.made) do made[#made + 1] = count .. " " .. kind end
    table.sort(made)
    out[k] = ("<tr><td>%s<td>%.2f ms<td>%s</tr>"):format(escape(report.stage.name),
      report.seconds * 1000, escape(table.concat(made, ", ")))
  end
  return "<details><summary>stages</summary><table>" .. table.concat(out) .. "</table></details>"
end

local function failure_of(failure)
  if not failure then return "" end
  return ('<p class="bad">%s: %s%s</p>'):format(escape(failure.stage), escape(failure.reason),
    failure.script and " (" .. escape(failure.script) .. ")" or "")
end

--- The article of a document, and what the index says of it.
---@param found jilu.Explanation
---@param id string  of its element
---@param wanted? table<string, boolean>  types to show; nil for all
---@return string
---@return { title: string, published: string, bytes: integer, rows: integer, facts: integer }
function article.of(found, id, wanted)
  local doc = found.doc
  local numbered, list = number_all(found, wanted)
  local groups, names = grouped(list)
  local page, rows = doc:layer "document"[1] or {}, {}
  for k, item in ipairs(groups.ledger or {}) do rows[k] = item.annotation end
  local text = ('<article class="doc" id="%s"><h2>%s</h2>%s<div class="columns"><section>%s'
    .. "</section><aside>%s%s<h3>records</h3>%s%s%s%s%s</aside></div>"
    .. '<script type="application/json">%s</script></article>')
    :format(id, escape(page.title or doc.id), failure_of(found.failure),
      lines_of(found, id, numbered), metadata_of(doc), outline_of(doc, id),
      records_of(found, id, groups, names), charts.of_ledger(rows), checks_of(doc),
      corrections_of(doc), stages_of(found), data_of(found, list))
  return text, {
    title = page.title or "", published = page.published or "", bytes = #doc.bytes,
    rows = #rows, facts = #list,
  }
end

return article
