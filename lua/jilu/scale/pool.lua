-- The master: reads documents, gives them to workers in jobs of about a
-- megabyte, and writes what comes of them in the order of the input.

local command = require "jilu.command"
local frames = require "jilu.scale.frames"
local jobs = require "jilu.scale.jobs"
local worker = require "jilu.scale.worker"

---@class jilu.Pool
local Pool = {}
Pool.__index = Pool

-- Bytes of text in a job, and documents where they are small.
local BLOCK, DOCUMENTS = 1024 * 1024, 4096

-- Jobs that are read ahead for each worker, in bytes.
local AHEAD = 2 * BLOCK

-- Workers that die in a row without a document done, found suspect or failed,
-- before the run gives up.
local DEATHS_IN_A_ROW = 16

-- Seconds between two looks of the progress while nothing happens.
local TICK = 0.5

-- Workers -----------------------------------------------------------------------------

-- Starts a worker. Returns nil, message where that fails.
local function start(self)
  -- what the master has not written yet is not the worker's to write
  local flushed, reason = io.stdout:flush()
  if not flushed then return nil, reason end
  -- and files that nobody holds any more are not the worker's to close: that moves the place
  -- where the master reads or writes
  collectgarbage()
  local number, message = command.worker_fork()
  if not number then return nil, "a worker can't be started: " .. tostring(message) end
  if number == 0 then
    self.jobs, self.workers = nil, nil
    worker.run(self.run, self.limits)
  end
  self.workers[number] = { number = number, pieces = {}, have = 0, want = frames.HEAD }
  self.count = self.count + 1
  return true
end

-- Gives a worker a job; what its pipe has no room for follows.
local function assign(self, one, job)
  one.job = job
  one.out = frames.pack("J", frames.encode { inputs = job.inputs, exact = job.exact or false })
  one.sent = command.worker_send(one.number, one.out, 1)
  self.busy = self.busy + 1
end

local function send_more(one)
  if not one.sent or one.sent > #one.out then return end
  one.sent = command.worker_send(one.number, one.out, one.sent)
  if not one.sent or one.sent > #one.out then one.out = "" end
end

local function finished(self, one)
  if not one.job then return end
  one.job = nil
  self.busy = self.busy - 1
end

-- A worker is gone. Returns nil, message where the run can't go on.
local function bury(self, one)
  self.workers[one.number] = nil
  self.count = self.count - 1
  local kind, code = command.worker_end(one.number)
  local job = one.job
  finished(self, one)
  self.restarts = self.restarts + 1
  local brought_on = job and self.jobs:died(job, kind, code, self.limits)
  self.in_a_row = brought_on and 0 or self.in_a_row + 1
  if self.in_a_row >= DEATHS_IN_A_ROW then
    return nil, ("%d workers died in a row, the last one %s %d"):format(self.in_a_row,
      kind == "signal" and "of signal" or "with exit code", code)
  end
  return true
end

-- One frame of a worker's.
local function heard(self, one, kind, content)
  if kind == "Y" then
    one.ready = true
  elseif kind == "D" then
    one.job.state = "done"
    finished(self, one)
  else
    self.jobs.result(one.job, frames.decode(content))
    self.in_a_row = 0
  end
end

-- Takes the frames that are complete in what was received.
local function take_frames(self, one)
  local text, at = table.concat(one.pieces), 1
  while true do
    local kind, length = frames.head(text, at)
    if #text < at + frames.HEAD - 1 then
      one.want = frames.HEAD
      break
    elseif #text < at + frames.HEAD - 1 + length then
      one.want = frames.HEAD + length
      break
    end
    local first = at + frames.HEAD
    at = first + length
    heard(self, one, kind, text:sub(first, at - 1))
  end
  text = text:sub(at)
  one.pieces, one.have = { text }, #text
end

-- Receives what a worker has to say. Returns nil, message where the run can't go
-- on.
local function receive(self, one)
  send_more(one)
  while true do
    local text = command.worker_receive(one.number)
    if not text then return bury(self, one) end
    if text == "" then return true end
    one.pieces[#one.pieces + 1], one.have = text, one.have + #text
    if one.have >= one.want then take_frames(self, one) end
  end
end

-- Documents ---------------------------------------------------------------------------

-- Reads inputs for one more job. Returns nil, message where that fails.
local function read(self)
  local list, bytes = {}, 0
  repeat
    local input, message = self.inputs()
    if message then return nil, message end
    if not input then
      self.ended = true
      break
    end
    self.read = self.read + 1
    -- a line that is a document has its name in it
    if not input.line then input.id = self.run.name_of(input) end
    local done, why = false, nil
    if self.done then done, why = self.done(input) end
    if why then return nil, why end
    if not done then
      list[#list + 1] = input
      bytes = bytes + #(input.text or input.line or "")
    end
  until bytes >= self.block or #list >= DOCUMENTS or (self.at_once and self.at_once())
  if list[1] then self.jobs:add(list, self.limits.exact) end
  return true
end

-- May more be read? A large document counts with its bytes.
local function may_read(self)
  return not self.ended and (self.jobs.bytes < AHEAD * self.size
    and #self.jobs.list < 4 * self.size or self.jobs:empty())
end

local function add_counts(run, result)
  for _, name in ipairs { "documents", "records", "repairs", "corrected", "failed", "dropped",
    "bytes" } do
    run[name] = run[name] + result[name]
  end
  for name, count in pairs(result.by_type) do
    run.by_type[name] = (run.by_type[name] or 0) + count
  end
end

local function written(ok, message)
  if ok then return true end
  return nil, message or "it can't be written"
end

-- Writes what came of some documents. Returns nil, message where that fails.
local function deliver_result(self, result)
  local run = self.run
  add_counts(run, result)
  if #result.said > 0 then
    run.progress:clear()
    io.stderr:write(result.said)
  end
  for kind, message in pairs(result.notices) do
    if not run.reading.told[kind] then
      run.reading.told[kind] = true
      run.progress:clear()
      io.stderr:write(message)
    end
  end
  if #result.letters > 0 then
    local ok, message = written(run.letters.output:file():write(result.letters))
    if not ok then return nil, message end
  end
  if #result.lines == 0 then return true end
  return run.sink:write(result.lines)
end

local function deliver_failure(self, failure, input)
  local run = self.run
  run.documents = run.documents + 1
  run.bytes = run.bytes + #(input.text or input.line or "")
  local ok, message = run:fail(input, failure)
  if not ok then return nil, message end
  if #run.writer == 0 then return true end
  return run.sink:write(run.writer:take())
end

-- Writes all that is at the front. Returns nil, message where the run can't go on.
local function deliver(self)
  local run, ok, message = self.run, true, nil
  local any = false
  while ok do
    local result, failure, input = self.jobs:take()
    if result then
      ok, message = deliver_result(self, result)
    elseif failure then
      ok, message = deliver_failure(self, failure, input)
    else
      break
    end
    any = true
    if ok and run.failed > run.max_errors then
      return nil, ("more than %d dead letters"):format(run.max_errors)
    end
    if ok and self.after then ok, message = self.after(run) end
  end
  if any then command.documents(run.documents) end
  if ok and any and self.flush then ok, message = self.flush() end
  if not ok then return nil, message end
  return true
end

-- Gives idle workers what waits, and starts workers that are missing.
local function spread(self)
  for _, one in pairs(self.workers) do
    if not one.job and one.ready then
      local job = self.jobs:next()
      if not job then return true end
      assign(self, one, job)
    end
  end
  if self.count < self.size and self.jobs:waiting() then return start(self) end
  return true
end

local function wait(self, seconds)
  local waiting = {}
  for number, one in pairs(self.workers) do
    waiting[number] = one.sent ~= nil and one.sent <= #(one.out or "")
  end
  local ready = { command.worker_wait(waiting, seconds) }
  for _, number in ipairs(ready) do
    local ok, message = receive(self, self.workers[number])
    if not ok then return nil, message end
  end
  return true
end

-- One turn of the run. Returns false at its end; nil, message where it can't go on.
local function turn(self)
  local run = self.run
  local ok, message = spread(self)
  if not ok then return nil, message end
  local reads = may_read(self)
  if reads and self.must_wait and self.must_wait() and not self.jobs:empty() then reads = false end
  if reads then
    ok, message = read(self)
    if not ok then return nil, message end
  end
  if self.ended and self.jobs:empty() then return false end
  ok, message = wait(self, reads and 0 or TICK)
  if ok then ok, message = deliver(self) end
  if not ok then return nil, message end
  run.progress:show(run.documents, run.failed, run.bytes, self.jobs.bytes)
  return true
end

--- Runs all inputs. As Run.all: returns true, or nil, message where the run
--- can't go on; nil when it was interrupted.
---@return boolean?, string?
function Pool:all()
  -- the run let it rest between documents
  collectgarbage "restart"
  while true do
    local ok, message = turn(self)
    if command.interrupted() then return end
    if ok == nil then return nil, message end
    if not ok then return true end
  end
end

--- No worker is left. `at_once`: whatever they are at.
---@param at_once boolean
function Pool:close(at_once)
  for number in pairs(self.workers) do command.worker_end(number, at_once) end
  self.workers, self.count = {}, 0
end

--- A pool for a run.
---@param run table  of jilu.cli.run
---@param inputs fun(): jilu.Input?
---@param size integer  workers
---@param limits { timeout: number?, memory: number?, memory_given: string?, exact: boolean? }
---@return jilu.Pool
local function new(run, inputs, size, limits)
  limits.exact = (limits.timeout or limits.memory) and true or false
  return setmetatable({
    run = run, inputs = inputs, size = size, limits = limits, jobs = jobs.new(), workers = {},
    count = 0, busy = 0, restarts = 0, in_a_row = 0, ended = false, block = BLOCK, read = 0,
  }, Pool)
end

return { new = new }
