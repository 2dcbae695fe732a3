-- A worker: takes jobs, lists of documents, from its master, runs them as the
-- command does, and gives back what comes of them in frames, each of some
-- documents in order. It is a run of its own whose sink is the master.

local collector = require "jilu.cli.collector"
local command = require "jilu.command"
local core = require "jilu.core"
local frames = require "jilu.scale.frames"

local worker = {}

--- The exit codes of a worker that ended on its own: its document took too long
--- (csrc/binding/command/worker.c), or more memory than it may.
worker.TIMED_OUT, worker.NO_MEMORY = 124, 125

-- What is counted, and given back with each frame.
local COUNTS = { "documents", "records", "repairs", "corrected", "failed", "dropped", "bytes" }

-- Seconds after which the master hears of what is done, however little it is.
local SECONDS = 0.2

-- The sink: what was written and counted since the last frame is the next one.
local Reply = {}
Reply.__index = Reply

-- What the master takes its time for is not the document's.
function Reply:flush(writer)
  if self.limits.timeout then command.deadline(0) end
  local run, result = self.run, {}
  self.time = core.clock()
  for _, name in ipairs(COUNTS) do
    result[name] = run[name]
    run[name] = 0
  end
  if result.documents == 0 then return true end
  result.lines, result.by_type = writer:take(), run.by_type
  if run.answers then
    result.lines = table.concat(run.answers)
    run.answers, run.waiting = {}, 0
  end
  result.notices = self.notices
  result.letters, result.said = table.concat(self.letters), table.concat(self.said)
  run.by_type, self.letters, self.said, self.notices = {}, {}, {}, {}
  command.reply(frames.pack("R", frames.encode(result)))
  return true
end

-- Lua, LPeg and the core say so in their own words.
local function is_memory(failure)
  return failure.reason:find "not enough memory" or failure.reason:find "out of memory"
end

-- The run of the master's as the worker's own: same pipeline, but names are given
-- already, and what it says, prints and files goes to the master.
local function become(run, limits)
  -- the master's files stay open: closing them would write what the master is to write
  run.of_master = { run.sink, run.letters.output }
  io.stdout:setvbuf "no"
  local reply = setmetatable({ run = run, limits = limits, letters = {}, said = {},
    notices = {}, time = core.clock() }, Reply)
  run.sink, run.writer, run.collector = reply, core.writer(), collector.new()
  run.by_type = {}
  for _, name in ipairs(COUNTS) do run[name] = 0 end
  run.name_of = function(input) return input.id end
  local function hear(...)
    for k = 1, select("#", ...) do reply.said[#reply.said + 1] = (select(k, ...)) end
  end
  run.progress = { clear = function() end, show = function() end }
  run.hear = hear
  function run.tell(message, kind) reply.notices[kind] = message end
  rawset(_G, "print", function(...)
    for k = 1, select("#", ...) do
      hear(k > 1 and "\t" or "", tostring((select(k, ...))))
    end
    hear "\n"
  end)
  os.exit = function(status) -- luacheck: ignore 122
    command.leave(status == nil and 0 or status == true and 0 or status or 1)
  end
  if run.letters.output then
    run.letters.output = {
      file = function()
        return { write = function(_, text)
          reply.letters[#reply.letters + 1] = text
          return true
        end }
      end,
    }
  end
  local process = run.process
  function run:process(input)
    local count, failure = process(self, input)
    if failure and limits.memory and is_memory(failure) then command.leave(worker.NO_MEMORY) end
    return count, failure
  end
end

-- One job. `exact`: a frame for each document, so that the master knows which
-- one a worker died of.
local function work(run, job, limits)
  run.sink.time = core.clock()
  for _, input in ipairs(job.inputs) do
    if limits.timeout then command.deadline(limits.timeout) end
    run:input(input)
    if job.exact or core.clock() - run.sink.time > SECONDS then run.sink:flush(run.writer) end
  end
  run.sink:flush(run.writer)
end

local function serve(run, limits)
  command.reply(frames.pack("Y", ""))
  while true do
    local head = command.request(frames.HEAD)
    if not head then return end
    local _, length = frames.head(head)
    local content = command.request(length)
    if not content then return end
    work(run, frames.decode(content), limits)
    command.reply(frames.pack("D", ""))
  end
end

--- What the new process does until its master has no more for it; never returns.
---@param run table  of jilu.cli.run
---@param limits { timeout: number?, memory: number? }  seconds; bytes
function worker.run(run, limits)
  local ok, message = pcall(function()
    become(run, limits)
    if limits.memory then assert(command.limit_memory(limits.memory)) end
    serve(run, limits)
  end)
  if not ok then
    local lost = limits.memory and is_memory { reason = tostring(message) }
    if lost then command.leave(worker.NO_MEMORY) end
    io.stderr:write("jilu: a worker: ", tostring(message), "\n")
  end
  command.leave(ok and 0 or 1)
end

return worker
