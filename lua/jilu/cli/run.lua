-- jilu run: documents through a pipeline, records to a sink.

local collector = require "jilu.cli.collector"
local command = require "jilu.command"
local core = require "jilu.core"
local corrections = require "jilu.record.corrections"
local dead_letters = require "jilu.cli.dead_letters"
local files = require "jilu.record.sources.files"
local input_options = require "jilu.cli.input_options"
local names = require "jilu.record.sources.names"
local output_options = require "jilu.cli.output_options"
local outputs = require "jilu.cli.outputs"
local pipeline = require "jilu.pipeline"
local progress = require "jilu.cli.progress"
local reading = require "jilu.cli.document_options"
local record_types = require "jilu.cli.record_types"
local scale = require "jilu.scale"
local terminal = require "jilu.cli.terminal"

local run = { summary = "Run a pipeline on documents and write its records." }

-- Bytes of records that are gathered before they are written.
local CHUNK = 64 * 1024

local GAVE_UP = 3

-- What the shell calls a process that a signal ended: so much more than its number.
local SIGNALLED = 128

-- Seconds in which the documents of an interrupted run are counted, and the bytes of inputs.
local COUNTING = 0.3

-- The call ----------------------------------------------------------------------------

-- What a script prints is no record: it goes to standard error.
local function print_to_stderr()
  io.output(io.stderr)
  rawset(_G, "print", function(...)
    local out = {}
    for k = 1, select("#", ...) do out[k] = tostring((select(k, ...))) end
    io.stderr:write(table.concat(out, "\t"), "\n")
  end)
end

local function count_option(value)
  if not value:find "^%d+$" then return nil, ("'%s' is no count"):format(value) end
  return tonumber(value)
end

function run.configure(parser)
  parser:argument("pipeline", "A Lua script or the name of a ready-made pipeline.")
  parser:argument("input", "Files, folders, '-' for standard input."):args "*"
  run.configure_options(parser)
  parser:flag("--watch", "Run again whenever the script, a module of its own or an input changes.")
end

--- Adds the options to a command that runs documents.
---@param parser table  of argparse
function run.configure_options(parser)
  output_options.configure(parser)
  input_options.configure(parser)
  parser:option("--only", "Keep only records of these types (TYPE,TYPE).")
    :convert(record_types.read)
  parser:option("--errors", "File for dead letters, or 'inline' for among the records.")
  reading.configure(parser)
  reading.configure_corrections(parser)
  parser:option("--progress", "On standard error."):choices { "auto", "always", "never" }
    :default "auto"
  parser:option("--max-errors", "Give up after more dead letters than this.")
    :convert(count_option)
  parser:flag("--fail-fast", "Give up at the first dead letter.")
  scale.configure(parser)
end

-- Documents ---------------------------------------------------------------------------

-- One run of the command.
local Run = {}
Run.__index = Run

-- Says something on standard error, clear of the progress line. What comes of
-- an interrupted run is one line. What has a `kind` is said once a run.
function Run:say(message, kind)
  if self.interrupted then return end
  message = "jilu: " .. terminal.message(message) .. "\n"
  -- a worker's is said by its master
  if self.hear then return (kind and self.tell or self.hear)(message, kind) end
  self.progress:clear()
  io.stderr:write(message)
end

function Run:fail(input, failure)
  if failure.dropped then
    self.dropped = self.dropped + 1
    return self.letters:add(input, failure, self.writer)
  end
  self.failed = self.failed + 1
  local where = failure.script and (" (%s)"):format(failure.script) or ""
  self:say(("%s: %s: %s%s"):format(terminal.name(input.path), failure.stage, failure.reason, where))
  return self.letters:add(input, failure, self.writer)
end

-- Counts what was corrected; what found no record is said: the document has changed.
function Run:report_corrections(input, of_document)
  local found, lost = of_document:result()
  self.corrected = self.corrected + found
  for _, one in ipairs(lost) do
    self:say(("%s:%d: no such record in %s: %s"):format(terminal.name(self.corrections.path),
      one.number, terminal.name(input.path), terminal.name(corrections.text_of(one))))
  end
end

-- A document is closed as soon as it is done: its view and facts are memory
-- that Lua's collector does not see.
function Run:process(input)
  local doc, reason = input_options.document(self.reading, input,
    { id = input.id, date = input.date or self.date,
      language = input.language or self.language, lexicon = self.lexicon })
  if not doc then return nil, { stage = "read", reason = reason } end
  doc.corrections = self.corrections and self.corrections:of(input.id)
  if #input.text == 0 then self:say(terminal.name(input.path) .. ": an empty document") end
  if doc.too_many_lines then
    self:say(("%s: %d lines, too many for a page: its facts are read, without roles, outline and "
      .. "ledger"):format(terminal.name(input.path), #doc.lines))
  end
  local count, failure, by_type = self.pipeline:write(doc, self.writer, self.only)
  for name, more in pairs(by_type or {}) do
    self.by_type[name] = (self.by_type[name] or 0) + more
  end
  if doc.corrections and count then self:report_corrections(input, doc.corrections) end
  if count then self.repairs = self.repairs + doc.view:repair_count() end
  doc:close()
  return count, failure
end

-- Hands what was written over to the sink; a sink of lines takes them as they
-- lie in the writer. Returns nil, message where that fails.
function Run:deliver()
  if self.sink.flush then return self.sink:flush(self.writer) end
  return self.sink:write(self.writer:take())
end

-- One input, to its records or its dead letter. Returns nil, message where
-- the run can't go on.
function Run:input(input)
  local count, failure
  input.id = self.name_of(input)
  if input.text then
    self.collector:before()
    count, failure = self:process(input)
    self.collector:after()
    self.bytes = self.bytes + #input.text
  else
    failure = { stage = "read", reason = input.reason }
  end
  self.documents = self.documents + 1
  if count then
    self.records = self.records + count
  else
    local ok, message = self:fail(input, failure)
    if not ok then return nil, message end
  end
  if #self.writer >= CHUNK then return self:deliver() end
  return true
end

function Run:all(inputs)
  for input in inputs do
    local ok, message = self:input(input)
    if not ok then return nil, message end
    -- a stage may have taken the hook away that ends it
    if command.interrupted() then return end
    if self.failed > self.max_errors then
      return nil, ("more than %d dead letters"):format(self.max_errors)
    end
    command.documents(self.documents)
    self.progress:show(self.documents, self.failed, self.bytes)
  end
  return self:deliver()
end

function Run:summary()
  local seconds = core.clock() - self.started
  local rate = seconds > 0 and self.bytes / 1e6 / seconds or 0
  self.progress:clear()
  if self.lexicon then
    io.stderr:write("jilu: words of ", terminal.name(self.lexicon_place), "\n")
  end
  if self.corrections then
    io.stderr:write(("jilu: %d corrections applied\n"):format(self.corrected))
  end
  local dropped = self.dropped > 0 and (", %d dropped"):format(self.dropped) or ""
  io.stderr:write(("%d documents, %d records, %d repairs, %d dead letters%s, %.2f s, %.1f MB/s\n")
    :format(self.documents, self.records, self.repairs, self.failed, dropped, seconds, rate))
  local counts = {}
  for name, count in pairs(self.by_type) do counts[#counts + 1] = ("%d %s"):format(count, name) end
  table.sort(counts, function(a, b)
    local x, y = tonumber(a:match "^%d+"), tonumber(b:match "^%d+")
    if x ~= y then return x > y end
    return a < b
  end)
  if #counts > 1 then io.stderr:write("records: ", table.concat(counts, ", "), "\n") end
end

-- Returns the exit code.
function Run:finish(ok, message)
  if ok then
    ok, message = self.sink:commit()
  else
    self.sink:abandon()
  end
  local kept, reason = self.letters:commit()
  self:summary()
  if not ok or not kept then
    self:say("gave up: " .. tostring(message or reason))
    return GAVE_UP
  end
  return self.failed > 0 and 2 or 0
end

-- What to do after an interrupt: there is nothing to clear away.
local function how_to_go_on(output, resumes)
  if resumes then return "; the same call goes on" end
  return output
    and ("; %s is as it was, the same call begins again"):format(terminal.name(output))
    or "; standard output may lack the last ones, the same call begins again"
end

-- Ends a run that a signal has stopped; nothing is left of its files. Returns
-- the exit code.
function Run:stop(signal, total)
  self.progress:clear()
  self.interrupted = true
  self.sink:abandon()
  self.letters:abandon()
  local of = ""
  if total then
    local count, more = total(core.clock() + COUNTING)
    of = (more and " of more than %d" or " of %d"):format(count)
  end
  io.stderr:write(("jilu: interrupted after %d%s documents%s\n")
    :format(self.documents, of, how_to_go_on(self.output, self.sink.journal)))
  return SIGNALLED + signal
end

local function check_types(wanted, found)
  local name = wanted and record_types.unknown(wanted, found)
  if not name then return true end
  return nil, ("--only: no type '%s'; this pipeline emits %s")
    :format(name, record_types.listed(found:types()))
end

-- What is wrong with the files of the call; nil if nothing is. `place` is that
-- of the lexicon.
local function clash(arguments, place)
  local written, read = {}, {}
  local function add(list, path, what) list[#list + 1] = { path = path, what = what } end
  for _, path in ipairs(arguments.input) do
    add(read, path == "-" and outputs.STDIN or path, "an input")
  end
  if #arguments.input == 0 then add(read, outputs.STDIN, "an input") end
  if not pipeline.is_ready_made(arguments.pipeline) then
    add(read, arguments.pipeline, "the pipeline's script")
  end
  if place then add(read, place, "the lexicon") end
  if arguments.corrections then add(read, arguments.corrections.path, "the corrections") end
  add(written, arguments.output or outputs.STDOUT, arguments.output and "-o" or "records to")
  if arguments.errors and arguments.errors ~= "inline" then
    add(written, arguments.errors, "--errors")
  end
  return outputs.clash(written, read)
end

-- What a call needs before its files are opened: the pipeline, and the lexicon
-- with its place. Returns nil, message where the call is wrong.
local function prepare(arguments)
  local found, message = arguments.loaded, nil
  if not found then found, message = pipeline.load(arguments.pipeline) end
  if not found then return nil, message end
  local known, unknown = check_types(arguments.only, found)
  if not known then return nil, unknown end
  local words, place = reading.lexicon(arguments, found)
  if words == false then return nil, place end
  message = clash(arguments, place) or output_options.wrong(arguments)
    or scale.wrong(arguments, output_options.format(arguments))
  if message then return nil, message end
  return found, words, place
end

-- Opens the sink and the dead letters. Returns nil, message, exit code where that
-- fails.
local function open_files(arguments, found, place)
  if arguments.resume then
    local sink, letters = scale.open_resumable(arguments, place)
    return sink, letters, GAVE_UP
  end
  local sink, message, code = output_options.open(arguments, found)
  if not sink then return nil, message, code end
  local letters, reason = dead_letters(arguments.errors, arguments.pipeline)
  if not letters then
    sink:abandon()
    return nil, reason, 1
  end
  for _, file in ipairs { sink.output or false, letters.output or false } do
    local temporary = file and file:temporary()
    if temporary then command.remove_on_signal(temporary) end
  end
  return sink, letters
end

-- The files that a call writes, to be left out of the folders that it reads.
local function own_files(arguments)
  return outputs.identities {
    arguments.output or outputs.STDOUT, arguments.errors or outputs.STDERR, outputs.STDERR,
  }
end

-- Runs the pipeline once. Returns the exit code.
local function run_once(arguments, complain)
  local found, words, place = prepare(arguments)
  if not found then return complain(words) end
  local sink, letters, code = open_files(arguments, found, place)
  if not sink then
    complain(letters)
    return code
  end
  local self = setmetatable({
    pipeline = found, sink = sink, letters = letters, writer = core.writer(),
    only = arguments.only, date = arguments.date, language = arguments.language,
    lexicon = words, lexicon_place = place, output = arguments.output,
    max_errors = arguments.fail_fast and 0 or arguments.max_errors or math.huge,
    started = core.clock(), collector = collector.new(),
    corrections = arguments.corrections, by_type = {}, documents = 0, records = 0, repairs = 0,
    corrected = 0, failed = 0, dropped = 0, bytes = 0,
  }, Run)
  local paths = #arguments.input > 0 and arguments.input or { "-" }
  local own = own_files(arguments)
  self.progress = progress(arguments.progress, { position = files.position, size = function()
    return files.size(paths, core.clock() + COUNTING, own, arguments.glob)
  end })
  self.name_of = arguments.name_of or names.of(paths, arguments.doc_name)
  local function say(notice, kind) self:say(notice, kind) end
  self.reading = input_options.new(arguments, say)
  local inputs, total = input_options.inputs(arguments, paths, say, own)
  if arguments.only_inputs then inputs = arguments.only_inputs(inputs) end
  command.documents(0)
  command.note(how_to_go_on(arguments.output, arguments.resume))
  local all, close = self.all, function() end
  if scale.wanted(arguments) then all, close = scale.spread(self, arguments, paths, inputs) end
  local signal, ok, done, message = command.guard(all, self, inputs)
  close(signal ~= nil or not ok)
  if signal then return self:stop(signal, total) end
  if not ok then error(done, 0) end
  return self:finish(done, message)
end

--- Runs the command. Returns the exit code.
---@param arguments table  as configured above; and, for other commands, `name_of` in place
---  of jilu.record.sources.names, `only_inputs` which takes and gives an iterator of inputs,
---  `loaded`, the pipeline
---@param complain fun(message: string): integer
---@return integer exit_code
function run.run(arguments, complain)
  print_to_stderr()
  if not arguments.watch then return run_once(arguments, complain) end
  return require("jilu.cli.watch").run(arguments, complain, run_once)
end

return run
