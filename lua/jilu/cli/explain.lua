-- jilu explain: what each stage and rule did to one document, line by line.

local captures_text = require "jilu.cli.captures_text"
local columns = require "jilu.text.columns"
local core = require "jilu.core"
local corrections = require "jilu.record.corrections"
local explain_json = require "jilu.cli.explain_json"
local explanation = require "jilu.pipeline.explain"
local fact_rows = require "jilu.cli.fact_rows"
local input_options = require "jilu.cli.input_options"
local pipeline = require "jilu.pipeline"
local reading = require "jilu.cli.document_options"
local record_types = require "jilu.cli.record_types"
local schema = require "jilu.record.schema"
local terminal = require "jilu.cli.terminal"

local explain = { summary = "Show what stages and rules find in one document, and why not." }

local STDOUT = 1

-- Columns of a terminal for what stands in a span, and for a value.
local TEXT_WIDTH, VALUE_WIDTH = 32, 36

-- More repairs than this in a line are counted, not listed.
local REPAIRS_LISTED = 3

-- Rejected matches of one rule in one line that are listed.
local REJECTIONS_LISTED = 5

-- The call ----------------------------------------------------------------------------

local function lines_option(value)
  local from, to = value:match "^(%d+)%-(%d+)$"
  from = from or value:match "^%d+$"
  if not from then return nil, ("'%s' is no line; N or N-M is"):format(value) end
  return { tonumber(from), tonumber(to or from) }
end

function explain.configure(command)
  command:argument("pipeline", "A Lua script or the name of a ready-made pipeline."):args "?"
  command:argument("input", "A file, or '-' for standard input."):args "?"
  command:option("--only", "Show only these types (TYPE,TYPE)."):convert(record_types.read)
  command:option("--line", "Show this line (N), or these (N-M), whatever is in them.")
    :convert(lines_option)
  command:option("--rule", "Show only what this rule or stage made, and what it rejected.")
  command:option("--doc", "The document of several to explain: its number, from 1, or its id.")
  command:option("--to", "Text for people, or JSON for programs."):choices { "text", "json" }
    :default "text"
  input_options.configure(command)
  reading.configure(command)
  reading.configure_corrections(command)
  command:option("--color", "Colours."):choices { "auto", "always", "never" }:default "auto"
  command:flag("--rules", "List the rules that make facts, and what each one reads.")
end

-- Output ------------------------------------------------------------------------------

-- Cells become columns of equal width; the last one is not filled up.
local Printer = {}
Printer.__index = Printer

local BOLD, DIM, PLAIN = "\27[1m", "\27[2m", "\27[0m"

local function printer(color)
  local on = color == "always" or (color == "auto" and core.isatty(STDOUT))
  return setmetatable({ color = on, widths = {}, items = {} }, Printer)
end

-- A text that does nothing to a terminal.
local function harmless(text)
  return ((core.repair(text)):gsub("[%z\1-\31\127]", " "))
end

function Printer:line(text, style)
  self.items[#self.items + 1] = { text = harmless(text), style = style }
end

local function cell(text, width)
  return columns.truncate(harmless(text or ""), width, "…")
end

--- A message goes on over all columns from the third on.
---@param row jilu.Row
function Printer:row(row)
  local cells = {
    ("  "):rep(row.depth + 1) .. row.name, row.bytes or "",
    cell(row.text, TEXT_WIDTH), cell(row.value, VALUE_WIDTH), row.rule or "",
  }
  for k = 1, #cells do
    self.widths[k] = math.max(self.widths[k] or 0, core.width(cells[k]))
  end
  self.items[#self.items + 1] = { cells = cells, message = row.message and harmless(row.message) }
end

function Printer:styled(style, text)
  return self.color and style and style .. text .. PLAIN or text
end

function Printer:table_row(item)
  local out, last = {}, #item.cells
  while last > 1 and item.cells[last] == "" do last = last - 1 end
  if item.message then last = 2 end
  for k = 1, last do
    local filled = (k < last or item.message) and columns.pad(item.cells[k], self.widths[k],
      { align = k == 2 and "right" or "left" }) or item.cells[k]
    out[k] = self:styled(k == 5 and DIM, filled)
  end
  if item.message then out[#out + 1] = self:styled(DIM, item.message) end
  return (table.concat(out, "  "):gsub(" +$", ""))
end

function Printer:flush()
  for _, item in ipairs(self.items) do
    io.stdout:write(item.cells and self:table_row(item) or self:styled(item.style, item.text),
      "\n")
  end
end

-- Stages ------------------------------------------------------------------------------

local function counts_of(report)
  local kinds = {}
  for kind in pairs(report.made) do kinds[#kinds + 1] = kind end
  table.sort(kinds)
  for k, kind in ipairs(kinds) do kinds[k] = ("%d %s"):format(report.made[kind], kind) end
  if #report.rejections > 0 then kinds[#kinds + 1] = #report.rejections .. " rejected" end
  return #kinds > 0 and table.concat(kinds, ", ") or "nothing"
end

local function show_stages(out, found)
  local doc = found.doc
  local page = doc:layer "document"[1] or {}
  out:line(("%s, %d bytes%s"):format(doc.id, #doc.source,
    page.published and ", published " .. page.published or ""), BOLD)
  for _, report in ipairs(found.stages) do
    out:row { name = report.stage.name, depth = 0, message = counts_of(report),
      bytes = ("%.2f ms"):format(report.seconds * 1000) }
  end
end

-- Lines -------------------------------------------------------------------------------

-- What a rule of the pipeline made of a line: its records are listed with the
-- facts; here is why there are no others.
local function show_rule(out, found, report, line, records)
  local rule, count = report.stage.rule, 0
  local function say(message, bytes)
    out:row { name = rule.name, depth = 0, bytes = bytes, message = message }
  end
  for _, rejection in ipairs(report.rejections) do
    if rejection.line == line.number then
      count = count + 1
      if count <= REJECTIONS_LISTED then
        say(("rejected by %s: %s"):format(rejection.by, captures_text(rejection.captures)),
          fact_rows.bytes(found.doc, rejection.first, rejection.last))
      end
    end
  end
  if count > REJECTIONS_LISTED then
    say(("and %d more were rejected"):format(count - REJECTIONS_LISTED))
  elseif count == 0 and not records[rule.name] then
    local reason = rule:missing(found.doc, line)
    if reason then say("no match: " .. reason) end
  end
end

local function count_repairs(list)
  local count = 0
  for _, annotation in ipairs(list) do
    if annotation.type == "repair" then count = count + 1 end
  end
  return count
end

local function show_annotation(out, found, annotation)
  local rows = fact_rows.of(found.doc, annotation, found:rule_of(annotation))
  local verdict = found.doc.corrections and found.doc.corrections.verdicts[annotation]
  if verdict then rows[1].rule = ("%s (%s by a person)"):format(rows[1].rule or "", verdict) end
  for _, row in ipairs(rows) do out:row(row) end
end

-- What stands in no line, such as a framework that the text does not name.
local function show_placeless(out, found, list)
  if #list == 0 then return end
  out:line ""
  out:line("in no line", DIM)
  for _, annotation in ipairs(list) do show_annotation(out, found, annotation) end
end

local function show_line(out, found, line, list, wanted)
  local records, repairs = {}, count_repairs(list)
  local counted = repairs > REPAIRS_LISTED and not (wanted and wanted.repair)
  out:line ""
  out:line(("line %d%s, bytes %s"):format(line.number, line.role and ", " .. line.role or "",
    fact_rows.bytes(found.doc, line.first, line.last)), DIM)
  out:line(found.doc.source:sub(line.first, line.last), BOLD)
  if counted then
    out:row { name = "repair", depth = 0, message = ("%d of them"):format(repairs) }
  end
  for _, annotation in ipairs(list) do
    records[annotation.type] = true
    if not (counted and annotation.type == "repair") then
      show_annotation(out, found, annotation)
    end
  end
  for _, report in ipairs(found.stages) do
    local rule = report.stage.rule
    if rule and (not wanted or wanted[rule.name]) and found:shows_stage(report.stage) then
      show_rule(out, found, report, line, records)
    end
  end
end

-- The numbers of the lines in which there is something to show.
local function lines_of(found, by_line, range, wanted)
  if range then
    local from, to = range[1], math.min(range[2], #found.doc.lines)
    return function(number) return number >= from and number <= to end
  end
  local rejected = {}
  for _, report in ipairs(found.stages) do
    for _, rejection in ipairs(report.rejections) do
      if (not wanted or wanted[report.stage.rule.name]) and found:shows_stage(report.stage) then
        rejected[rejection.line] = true
      end
    end
  end
  return function(number) return by_line[number] or rejected[number] end
end

-- What a person said of the document's records.
local function show_corrections(out, doc)
  if not doc.corrections then return end
  out:line ""
  out:line("corrections", DIM)
  for _, applied in ipairs(doc.corrections.applied) do
    out:line("  " .. corrections.text_of(applied.correction)
      .. (applied.found and "" or " (no such record)"))
  end
end

local function show(found, arguments)
  local out, shown = printer(arguments.color), 0
  local by_line = found:by_line(arguments.only)
  local is_shown = lines_of(found, by_line, arguments.line, arguments.only)
  show_stages(out, found)
  show_corrections(out, found.doc)
  if not arguments.line then show_placeless(out, found, by_line[0] or {}) end
  for _, line in ipairs(found.doc.lines) do
    if is_shown(line.number) then
      show_line(out, found, line, by_line[line.number] or {}, arguments.only)
      shown = shown + 1
    end
  end
  if shown == 0 then out:line "nothing found" end
  out:flush()
end

-- Running -----------------------------------------------------------------------------

local function list_rules(color)
  local out = printer(color)
  for _, rule in ipairs(core.rules()) do
    out:row { name = rule[1], depth = -1, message = rule[2] }
  end
  out:flush()
  return 0
end

-- What stages find may be shown, whether or not it becomes a record.
local function check_types(wanted, found)
  local name = wanted and record_types.unknown(wanted, found)
  if not name then return nil end
  local known = found:types()
  for _, one in ipairs(schema.names()) do known[one] = true end
  return ("--only: no type '%s'; known: %s"):format(name, record_types.listed(known))
end

-- What is wrong with a rule that is to be shown; nil if nothing is. Rules of grammars
-- are known, those of the pipeline are its stages.
local function check_rule(wanted, found)
  if not wanted then return nil end
  local names = {}
  for k, stage in ipairs(found.stages) do
    names[k] = stage.rule and stage.rule.name or stage.name
    if names[k] == wanted then return nil end
  end
  for _, rule in ipairs(core.rules()) do
    if rule[1] == wanted then return nil end
  end
  return ("--rule: no rule '%s'; this pipeline has %s, and jilu explain --rules lists those that "
    .. "make facts"):format(wanted, table.concat(names, ", "))
end

-- The document to explain: the only one, or that which --doc names. nil, message
-- where there is none.
local function input_of(arguments)
  local wanted, count, found = arguments.doc, 0, nil
  local function notice(message) io.stderr:write("jilu: ", terminal.message(message), "\n") end
  for input in input_options.inputs(arguments, { arguments.input or "-" }, notice, {}) do
    count = count + 1
    if not wanted and count > 1 then
      return nil, "explain takes one document: name it by --doc N or --doc ID"
    end
    if not wanted or input.id == wanted or tonumber(wanted) == count then
      found = found or input
    end
    if wanted and found then break end
  end
  if not found then
    return nil, wanted and ("--doc: no document '%s' among %d"):format(wanted, count)
      or "explain: no document"
  end
  if not found.text then return nil, ("%s: %s"):format(found.path, found.reason) end
  return found, notice
end

local function schemas_of(found)
  local known = {}
  for _, one in ipairs(found:schemas()) do known[one.type] = one end
  return known
end

-- What is wrong with the call for this pipeline; nil if nothing is.
local function wrong_with(arguments, found)
  return check_types(arguments.only, found) or check_rule(arguments.rule, found)
end

--- Runs the command. Returns the exit code.
---@param arguments table  as configured above
---@param complain fun(message: string): integer
---@return integer exit_code
function explain.run(arguments, complain)
  if arguments.rules then return list_rules(arguments.color) end
  if not arguments.pipeline then return complain "explain: no pipeline (see jilu explain -h)" end
  local found, message = pipeline.load(arguments.pipeline)
  if not found then return complain(message) end
  message = wrong_with(arguments, found)
  if message then return complain(message) end
  local words, place = reading.lexicon(arguments, found)
  if words == false then return complain(place) end
  local input, notice = input_of(arguments)
  if not input then return complain(notice) end
  local doc, reason = input_options.document(input_options.new(arguments, notice), input, {
    id = input.id, date = input.date or arguments.date,
    language = input.language or arguments.language, lexicon = words or nil })
  if not doc then return complain(("%s: %s"):format(input.path, reason)) end
  doc.corrections = arguments.corrections and arguments.corrections:of(input.id)
  if words then io.stderr:write("jilu: words of ", terminal.name(place), "\n") end
  local result = explanation.new(found, doc)
  result.rule = arguments.rule
  if arguments.to == "json" then
    io.stdout:write(explain_json(result, arguments.only, arguments.line, schemas_of(found)), "\n")
  else
    show(result, arguments)
  end
  local failure = result.failure
  if not failure then return 0 end
  complain(("%s: %s: %s%s"):format(input.path, failure.stage, failure.reason,
    failure.script and (" (%s)"):format(failure.script) or ""))
  return 2
end

return explain
