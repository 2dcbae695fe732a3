-- jilu run: documents through a pipeline, records to a sink.

local lfs = require "lfs"
local collector = require "jilu.cli.collector"
local core = require "jilu.core"
local dead_letters = require "jilu.cli.dead_letters"
local document = require "jilu.document"
local names = require "jilu.record.sources.names"
local pipeline = require "jilu.pipeline"
local progress = require "jilu.cli.progress"
local reading = require "jilu.cli.document_options"
local record_types = require "jilu.cli.record_types"

local run = { summary = "Run a pipeline on documents and write its records." }

-- Bytes of records that are gathered before they are written.
local CHUNK = 64 * 1024

-- A sink is opened with its path (nil for standard output), the schemas of what
-- will come, and the name of its format.
local SINKS = {
  jsonl = "jilu.record.sinks.jsonl", csv = "jilu.record.sinks.delimited",
  tsv = "jilu.record.sinks.delimited", sqlite = "jilu.record.sinks.sqlite",
}

local SUFFIXES = { jsonl = "jsonl", csv = "csv", tsv = "tsv", sqlite = "sqlite", db = "sqlite" }

local SOURCES = { text = "jilu.record.sources.text", jsonl = "jilu.record.sources.jsonl" }

local GAVE_UP = 3

-- The call ----------------------------------------------------------------------------

local function source_option(value)
  local kind, field = value:match "^(%a+):?(.*)$"
  if not SOURCES[kind] or (kind == "text" and value ~= "text") then
    return nil, ("'%s' is no source; known: text, jsonl, jsonl:FIELD"):format(value)
  end
  return { kind = kind, field = field ~= "" and field or "text" }
end

local function count_option(value)
  if not value:find "^%d+$" then return nil, ("'%s' is no count"):format(value) end
  return tonumber(value)
end

function run.configure(command)
  command:argument("pipeline", "A Lua script or the name of a ready-made pipeline.")
  command:argument("input", "Files, folders, '-' for standard input."):args "*"
  command:option("-o --output", "File for the records instead of standard output.")
  command:option("--to", "Format of the records; the default is what the suffix of the output "
    .. "says, or jsonl."):choices { "jsonl", "csv", "tsv", "sqlite" }
  command:option("--from", "How inputs are split into documents: text, jsonl or jsonl:FIELD.")
    :convert(source_option):default "text"
  command:option("--only", "Keep only records of these types (TYPE,TYPE).")
    :convert(record_types.read)
  command:option("--errors", "File for dead letters, or 'inline' for among the records.")
  reading.configure(command)
  command:option("--progress", "On standard error."):choices { "auto", "always", "never" }
    :default "auto"
  command:option("--max-errors", "Give up after more dead letters than this.")
    :convert(count_option)
  command:flag("--fail-fast", "Give up at the first dead letter.")
end

-- Documents ---------------------------------------------------------------------------

-- One run of the command.
local Run = {}
Run.__index = Run

-- Says something on standard error, clear of the progress line.
function Run:say(message)
  self.progress:clear()
  io.stderr:write("jilu: ", message, "\n")
end

function Run:fail(input, failure)
  self.failed = self.failed + 1
  local rule = failure.rule and (", rule " .. failure.rule) or ""
  local where = failure.script and (" (%s)"):format(failure.script) or ""
  self:say(("%s: %s%s: %s%s"):format(input.path, failure.stage, rule, failure.reason, where))
  return self.letters:add(input, failure, self.writer)
end

-- A document is closed as soon as it is done: its view and facts are memory
-- that Lua's collector does not see.
function Run:process(input)
  local made, doc = pcall(document.new, input.text,
    { id = input.id, date = self.date, path = input.path, language = self.language,
      lexicon = self.lexicon })
  if not made then return nil, { stage = "read", reason = tostring(doc) } end
  if #input.text == 0 then self:say(input.path .. ": an empty document") end
  local count, failure = self.pipeline:write(doc, self.writer, self.only)
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
    self.collector:before(#input.text)
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
    if self.failed > self.max_errors then
      return nil, ("more than %d dead letters"):format(self.max_errors)
    end
    self.progress:show(self.documents, self.failed, self.bytes)
  end
  return self:deliver()
end

function Run:summary()
  local seconds = core.clock() - self.started
  local rate = seconds > 0 and self.bytes / 1e6 / seconds or 0
  self.progress:clear()
  if self.lexicon then io.stderr:write("jilu: words of ", self.lexicon_place, "\n") end
  io.stderr:write(("%d documents, %d records, %d repairs, %d dead letters, %.2f s, %.1f MB/s\n")
    :format(self.documents, self.records, self.repairs, self.failed, seconds, rate))
end

-- Returns the exit code.
function Run:finish(ok, message)
  if ok then
    ok, message = self.sink:commit()
  else
    self.sink:abandon()
  end
  local closed, reason = self.letters:close()
  self:summary()
  if not ok or not closed then
    self:say("gave up: " .. tostring(message or reason))
    return GAVE_UP
  end
  return self.failed > 0 and 2 or 0
end

local function check_types(wanted, found)
  local name = wanted and record_types.unknown(wanted, found)
  if not name then return true end
  return nil, ("--only: no type '%s'; this pipeline emits %s")
    :format(name, record_types.listed(found:types()))
end

local function format_of(arguments)
  local suffix = arguments.output and arguments.output:match "%.(%w+)$"
  return arguments.to or SUFFIXES[suffix] or "jsonl"
end

-- Is the file of the records one of the inputs?
local function overwrites(arguments)
  local out = arguments.output and lfs.attributes(arguments.output)
  if not out or out.mode ~= "file" then return false end
  for _, path in ipairs(arguments.input or {}) do
    local input = lfs.attributes(path)
    if input and input.dev == out.dev and input.ino == out.ino then return true end
  end
  return false
end

-- Opens the sink of the call. Returns nil, message, exit code where that fails.
local function sink_of(arguments, found)
  local format, schemas = format_of(arguments), {}
  if overwrites(arguments) then
    return nil, ("-o %s: is an input too"):format(arguments.output), 1
  end
  if format ~= "jsonl" and arguments.errors == "inline" then
    return nil, "--errors inline goes with jsonl", 1
  end
  for _, one in ipairs(found:schemas()) do
    if not arguments.only or arguments.only[one.type] then schemas[#schemas + 1] = one end
  end
  local ok, open = pcall(require, SINKS[format])
  if not ok then return nil, ("--to %s: %s"):format(format, tostring(open):match "^[^\n]*"), 1 end
  local sink, message, call = open(arguments.output, schemas, format)
  if sink then return sink end
  if call then return nil, message, 1 end
  return nil, "gave up: " .. message, GAVE_UP
end

--- Runs the command. Returns the exit code.
---@param arguments table  as configured above
---@param complain fun(message: string): integer
---@return integer exit_code
function run.run(arguments, complain)
  local found, message = pipeline.load(arguments.pipeline)
  if not found then return complain(message) end
  local known, unknown = check_types(arguments.only, found)
  if not known then return complain(unknown) end
  local words, place = reading.lexicon(arguments, found)
  if words == false then return complain(place) end
  local letters, reason = dead_letters(arguments.errors)
  if not letters then return complain(reason) end
  local sink, why, code = sink_of(arguments, found)
  if not sink then
    complain(why)
    return code
  end
  local self = setmetatable({
    pipeline = found, sink = sink, letters = letters, writer = core.writer(),
    only = arguments.only, date = arguments.date, language = arguments.language,
    lexicon = words, lexicon_place = place,
    max_errors = arguments.fail_fast and 0 or arguments.max_errors or math.huge,
    progress = progress(arguments.progress), started = core.clock(), collector = collector.new(),
    documents = 0, records = 0, repairs = 0, failed = 0, bytes = 0,
  }, Run)
  local paths = #arguments.input > 0 and arguments.input or { "-" }
  self.name_of = names(paths)
  local from = arguments.from
  local inputs = require(SOURCES[from.kind])(paths,
    function(notice) self:say(notice) end, from.field)
  return self:finish(self:all(inputs))
end

return run
