-- jilu view: documents with all that was found in them, as one page for a
-- browser that asks for nothing else.

local article = require "jilu.cli.view.article"
local explanation = require "jilu.pipeline.explain"
local html = require "jilu.cli.view.html"
local input_options = require "jilu.cli.input_options"
local names = require "jilu.record.sources.names"
local open_sink = require "jilu.record.sinks.jsonl"
local outputs = require "jilu.cli.outputs"
local pipeline = require "jilu.pipeline"
local reading = require "jilu.cli.document_options"
local record_types = require "jilu.cli.record_types"
local script = require "jilu.cli.view.script"
local style = require "jilu.cli.view.style"

local view = { summary = "Show documents and what was found in them as one HTML page." }

local GAVE_UP = 3

function view.configure(command)
  command:argument("pipeline", "A Lua script or the name of a ready-made pipeline.")
  command:argument("input", "Files, folders, '-' for standard input."):args "*"
  command:option("-o --output", "File for the page instead of standard output.")
  command:option("--only", "Show only these types (TYPE,TYPE)."):convert(record_types.read)
  input_options.configure(command)
  reading.configure(command)
  reading.configure_corrections(command)
end

-- No request, no form, no script but ours, whatever a document holds.
local function policy()
  return ("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'")
    :format(html.source_hash(style), html.source_hash(script))
end

local HEAD = [[
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title><style>%s</style></head><body>
<header><h1>%s</h1><label><input type="checkbox" id="repaired"> repaired text</label>
<label><input type="checkbox" id="bare" checked> numbers that nothing covers</label>
%s</header><main>
]]

local TAIL = [[

</main><div id="details" aria-live="polite"></div><script>%s</script></body></html>
]]

local function index_of(entries)
  if #entries < 2 then return "" end
  local rows = {}
  for k, entry in ipairs(entries) do
    rows[k] = ('<tr><td><a href="#d%d">%s</a><td>%s<td>%s<td>%d<td>%d<td>%d</tr>')
      :format(k, html.escape(entry.id), html.escape(entry.title), html.escape(entry.published),
        entry.bytes, entry.rows, entry.facts)
  end
  return '<section id="index"><p><input type="search" id="filter" placeholder="filter" '
    .. 'aria-label="filter"></p><div class="wide"><table><thead><tr><th>document<th>title'
    .. "<th>published<th>bytes<th>rows<th>found</tr></thead><tbody>"
    .. table.concat(rows) .. "</tbody></table></div></section>\n"
end

-- The articles of all inputs, what the index says of them, and how many failed.
local function read_all(arguments, found, words, complain)
  local articles, entries, failed = {}, {}, 0
  local paths = #arguments.input > 0 and arguments.input or { "-" }
  local name_of = names.of(paths, arguments.doc_name)
  local opened = input_options.new(arguments, complain)
  for input in input_options.inputs(arguments, paths, complain, {}) do
    input.id = name_of(input)
    local doc, reason = nil, input.reason
    if input.text then
      doc, reason = input_options.document(opened, input, { id = input.id,
        date = input.date or arguments.date,
        language = input.language or arguments.language, lexicon = words or nil })
    end
    if not doc then
      complain(("%s: %s"):format(input.path, reason))
      failed = failed + 1
    else
      doc.corrections = arguments.corrections and arguments.corrections:of(input.id)
      local result = explanation.new(found, doc)
      local k = #articles + 1
      articles[k], entries[k] = article.of(result, "d" .. k, arguments.only)
      entries[k].id = input.id
      if result.failure then
        complain(("%s: %s: %s"):format(input.path, result.failure.stage, result.failure.reason))
        failed = failed + 1
      end
      doc:close()
    end
  end
  return articles, entries, failed
end

local function page_of(arguments, articles, entries)
  local title = ("jilu %s: %s"):format(arguments.pipeline:match "[^/]*$",
    #entries == 1 and entries[1].id or #entries .. " documents")
  local back = #entries > 1 and '<a href="#">all documents</a>' or ""
  return HEAD:format(policy(), html.escape(title), style, html.escape(title), back)
    .. index_of(entries) .. table.concat(articles, "\n") .. TAIL:format(script)
end

-- What is wrong with the call; nil if nothing is.
local function wrong_with(arguments, found)
  local name = arguments.only and record_types.unknown(arguments.only, found)
  if name then return ("--only: no type '%s'"):format(name) end
  local read = {}
  for k, path in ipairs(arguments.input) do read[k] = { path = path, what = "an input" } end
  return outputs.clash({ { path = arguments.output or outputs.STDOUT, what = "-o" } }, read)
end

--- Runs the command. Returns the exit code: 2 where documents failed.
---@param arguments table  as configured above
---@param complain fun(message: string): integer
---@return integer exit_code
function view.run(arguments, complain)
  local found, message = pipeline.load(arguments.pipeline)
  if not found then return complain(message) end
  message = wrong_with(arguments, found)
  if message then return complain(message) end
  local words, place = reading.lexicon(arguments, found)
  if words == false then return complain(place) end
  local sink, reason = open_sink(arguments.output)
  if not sink then
    complain("gave up: " .. reason)
    return GAVE_UP
  end
  local articles, entries, failed = read_all(arguments, found, words, complain)
  local ok
  ok, reason = sink:write(page_of(arguments, articles, entries))
  if ok then ok, reason = sink:commit() else sink:abandon() end
  if not ok then
    complain("gave up: " .. tostring(reason))
    return GAVE_UP
  end
  return failed > 0 and 2 or 0
end

return view
