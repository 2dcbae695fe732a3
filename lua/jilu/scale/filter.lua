-- jilu run --one-per-line: a filter for engines. Each line of JSON that comes in
-- is answered by one line, in order: {"id":…,"records":[…]}, or
-- {"id":…,"_error":{…}}. What a line is answered depends on nothing but the line,
-- so parts of a stream may be answered anywhere.

local cjson = require "cjson"
local command = require "jilu.command"
local core = require "jilu.core"
local files = require "jilu.record.sources.files"
local json_line = require "jilu.scale.json_line"
local provenance = require "jilu.scale.provenance"
local terminal = require "jilu.cli.terminal"

local filter = {}

local BLOCK = 64 * 1024

local GAVE_UP = 3

-- Lines ---------------------------------------------------------------------------------

local Lines = {}
Lines.__index = Lines

-- More of the input; nil at its end or where it can't be read.
local function more(self)
  if self.file then return self.file:read(BLOCK) end
  return command.read_stdin(BLOCK)
end

-- Opens the next input. Returns false where there is none, and a message where it
-- can't be opened.
local function open_next(self)
  self.index = self.index + 1
  local path = self.paths[self.index]
  if not path then return false end
  self.at_end, self.first, self.file = false, true, nil
  if path ~= "-" then
    local message
    self.file, message = files.open(path)
    if not self.file then return false, ("%s: %s"):format(path, message) end
  end
  return true
end

-- The next line that is in hand, as an input.
local function in_hand(self)
  local stop = self.text:find("\n", self.at, true)
  if not stop then return nil end
  local line = self.text:sub(self.at, stop - 1)
  self.at = stop + 1
  return line
end

local BOM = "\239\187\191"

local function input_of(self, line)
  if self.first and line:sub(1, #BOM) == BOM then line = line:sub(#BOM + 1) end
  self.first = false
  return { id = "", path = self.paths[self.index], line = line }
end

-- Adds what comes next to what is in hand, whose end may be in the middle of a
-- long line. Returns what is wrong with it; nil if nothing is.
local function fetch(self)
  local pieces, size = { self.text:sub(self.at) }, 0
  repeat
    local block, message = more(self)
    if message then return ("%s: %s"):format(self.paths[self.index], message) end
    self.at_end = block == nil
    pieces[#pieces + 1] = block
    size = size + #(block or "")
    -- twice the limit, for what is escaped in it
    if size > 2 * files.DOCUMENT_LIMIT then
      return ("%s: a line of %s"):format(self.paths[self.index], files.too_large())
    end
  until not block or block:find("\n", 1, true)
  self.text, self.at = table.concat(pieces), 1
end

--- The next line as an input; nil at the end, and a message where that came too
--- early. Waits for it.
---@return jilu.Input?, string?
function Lines:next()
  while true do
    local line = in_hand(self)
    if line then return input_of(self, line) end
    if self.at_end then
      local last = self.text:sub(self.at)
      self.text, self.at = "", 1
      if last ~= "" then return input_of(self, last) end
      local opened, message = open_next(self)
      if not opened then return nil, message end
    end
    local message = fetch(self)
    if message then return nil, message end
  end
end

--- Would the next line have to be waited for?
---@return boolean
function Lines:waits()
  return not self.text:find("\n", self.at, true)
end

local function lines(paths)
  return setmetatable({ paths = paths, index = 0, text = "", at = 1, at_end = true }, Lines)
end

-- Answers ---------------------------------------------------------------------------------

-- How the letter of a document begins that has no name.
local NAMELESS = '{"id":"",'

-- The answer for a document that failed or was dropped on purpose.
local function failed(run, input, failure)
  local start = '{"id":' .. input.token .. ","
  if failure.dropped then
    run.dropped = run.dropped + 1
    start = start .. '"records":[],'
  else
    run.failed = run.failed + 1
    run:say(("%s: id %s: %s: %s"):format(terminal.name(input.path), terminal.name(input.token),
      failure.stage, failure.reason))
  end
  assert(run.letters:add({ id = "", path = input.path, text = input.text }, failure, run.writer))
  local line = run.writer:take()
  assert(line:sub(1, #NAMELESS) == NAMELESS, "a letter that begins otherwise")
  return start .. line:sub(#NAMELESS + 1)
end

-- The answer to a line.
local function answer(run, input)
  if input.no_date then
    run:say(("%s: id %s: '%s' is no date, left out"):format(terminal.name(input.path),
      terminal.name(input.token), input.no_date))
  end
  local count, failure
  if input.text then
    run.collector:before()
    count, failure = run:process(input)
    run.collector:after()
    run.bytes = run.bytes + #input.text
  else
    failure = { stage = "read", reason = input.reason }
  end
  if not count then return failed(run, input, failure) end
  run.records = run.records + count
  local records = run.writer:take()
  return '{"id":' .. input.token .. ',"records":['
    .. records:sub(1, -2):gsub("\n", ",") .. "]}\n"
end

--- Makes a run one that answers lines.
---@param run table  of jilu.cli.run
---@param field string  that holds the text of a line
function filter.become(run, field)
  run.max_errors = math.huge
  function run:input(input)
    json_line.read(input, field)
    self.answers = self.answers or {}
    self.answers[#self.answers + 1] = answer(self, input)
    self.documents = self.documents + 1
    self.waiting = (self.waiting or 0) + #self.answers[#self.answers]
    if self.waiting >= BLOCK then return self:deliver() end
    return true
  end
  -- what a worker died of is answered by its master
  function run:fail(input, failure)
    if not input.token then json_line.read(input, field) end
    local line = failed(self, input, failure)
    return self.sink:write(line)
  end
end

--- The lines of a run for its pool; `at_once` answers each as soon as it has come.
---@param pool jilu.Pool
---@param paths string[]
---@param at_once boolean
function filter.feed(pool, paths, at_once)
  local source = lines(paths)
  pool.inputs = function() return source:next() end
  if not at_once then return end
  pool.block = BLOCK
  pool.at_once = function() return source:waits() end
  pool.must_wait = pool.at_once
  pool.flush = function()
    local ok, message = io.stdout:flush()
    return ok and true or nil, message
  end
end

--- The last line on standard error.
---@param run table
---@param arguments table
---@param read integer  lines that came in
function filter.summary(run, arguments, read)
  local facts = provenance.of(arguments.pipeline, run.lexicon_place)
  io.stderr:write(('{"in":%d,"out":%d,"failed":%d,"dropped":%d,"records":%d,"jilu":%s,'
    .. '"pipeline":%s,"pipeline_sha256":%s,"lexicon_sha256":%s,"weights_sha256":%s}\n')
    :format(read, run.documents, run.failed, run.dropped, run.records, cjson.encode(core._VERSION),
      cjson.encode(arguments.pipeline), cjson.encode(facts.pipeline),
      cjson.encode(facts.lexicon or cjson.null), cjson.encode(facts.weights)))
end

--- What is wrong with the call as one of a filter; nil if nothing is.
---@param arguments table
---@return string?
function filter.wrong(arguments)
  if not arguments.one_per_line then
    return arguments.line_buffered and "--line-buffered goes with --one-per-line" or nil
  elseif not arguments.from or arguments.from.kind ~= "jsonl" then
    return "--one-per-line goes with --from jsonl"
  elseif arguments.errors ~= "inline" then
    return "--one-per-line goes with --errors inline"
  elseif arguments.output or (arguments.to and arguments.to ~= "jsonl") then
    return "--one-per-line writes JSON Lines to standard output"
  elseif arguments.map then
    return "--map does not go with --one-per-line, which reads id, date, title and url"
  elseif arguments.fail_fast or arguments.max_errors then
    return "--one-per-line answers all lines; --max-errors and --fail-fast end before"
  end
  for _, path in ipairs(arguments.input) do
    local file, message = files.open(path)
    if not file then return ("%s: %s"):format(path, message) end
    if path ~= "-" then file:close() end
  end
end

--- The end of a run that answers lines: failures are answers like others, and the
--- last thing it says is the summary.
---@param run table
---@param summary fun()
function filter.finish(run, summary)
  local finish = run.finish
  run.summary = function() end
  function run:finish(ok, message)
    local code = finish(self, ok, message)
    summary()
    return code == GAVE_UP and code or 0
  end
end

return filter
