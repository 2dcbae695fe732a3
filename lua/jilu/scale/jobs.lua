-- The jobs of a run in the order of its output: lists of documents that are
-- waiting for a worker, with one, or done. What came of a job is taken from the
-- front alone, so the order of the output is that of the input.
--
-- A job whose worker died is done again from the first document that nothing was
-- heard of, with word of each single one (exact); dies a worker of that, too, the
-- document is tried by itself, and the rest goes on without it.

local worker = require "jilu.scale.worker"

---@class jilu.Job
---@field inputs jilu.Input[]   that are to be done
---@field bytes integer         of their texts
---@field exact boolean?        each document is told of as soon as it is done
---@field alone boolean?        it is one document, suspected
---@field deaths integer?       workers that died of it since it is alone
---@field state "waiting"|"working"|"done"
---@field results table[]       frames that have not been taken
---@field failure jilu.Failure? what its document died of
---@field said string?          what is to be told of it

---@class jilu.Jobs
---@field list jilu.Job[]
---@field bytes integer  of the texts of all
local Jobs = {}
Jobs.__index = Jobs

-- Workers that may die of a document alone before it is held responsible: one of
-- them may have been killed for another reason. SIGKILL and SIGTERM are sent by
-- others, for reasons that seldom lie in the document.
local DEATHS_ALONE, KILLS_ALONE = 2, 5

local SENT = { [9] = true, [15] = true }

--- What the worker of a job died of, in words that are the same on each run.
local SIGNALS = {
  [4] = "illegal instruction", [6] = "abort", [7] = "bus error", [8] = "arithmetic",
  [9] = "killed, maybe for want of memory", [11] = "segmentation fault",
}

---@return jilu.Jobs
local function new()
  return setmetatable({ list = {}, bytes = 0 }, Jobs)
end

local function job_of(inputs, fields)
  local job = { inputs = inputs, bytes = 0, state = "waiting", results = {} }
  for _, input in ipairs(inputs) do job.bytes = job.bytes + #(input.text or input.line or "") end
  for key, value in pairs(fields or {}) do job[key] = value end
  return job
end

--- Adds a job of these inputs at the end.
---@param inputs jilu.Input[]
---@param exact boolean
function Jobs:add(inputs, exact)
  local job = job_of(inputs, { exact = exact })
  self.list[#self.list + 1] = job
  self.bytes = self.bytes + job.bytes
end

--- The first job that waits, which is with a worker from now on.
---@return jilu.Job?
function Jobs:next()
  for _, job in ipairs(self.list) do
    if job.state == "waiting" then
      job.state = "working"
      return job
    end
  end
end

--- Is there one that waits?
---@return boolean
function Jobs:waiting()
  for _, job in ipairs(self.list) do
    if job.state == "waiting" then return true end
  end
  return false
end

--- Documents of a job have been done.
---@param job jilu.Job
---@param result table  a frame of the worker's
function Jobs.result(job, result)
  job.results[#job.results + 1] = result
  job.told = (job.told or 0) + result.documents
end

--- The results and failures at the front, one after another.
---@return table? result, jilu.Failure? failure, jilu.Input? input
function Jobs:take()
  while self.list[1] do
    local job = self.list[1]
    if job.results[1] then return table.remove(job.results, 1) end
    if job.failure then
      local failure = job.failure
      job.failure = nil
      return nil, failure, job.inputs[1]
    end
    if job.state ~= "done" then return nil end
    self.bytes = self.bytes - job.bytes
    table.remove(self.list, 1)
  end
end

--- Is there nothing left?
---@return boolean
function Jobs:empty()
  return #self.list == 0
end

-- Deaths -----------------------------------------------------------------------------

-- What a death says of the document: why it failed, and whether that is certain.
local function reason_of(kind, code, limits)
  if kind == "exit" and code == worker.TIMED_OUT and limits.timeout then
    return ("took longer than %g s (--timeout)"):format(limits.timeout), true
  elseif kind == "exit" and code == worker.NO_MEMORY and limits.memory then
    return ("took more than %s of memory (--memory)"):format(limits.memory_given), true
  elseif kind == "signal" then
    local name = SIGNALS[code]
    return ("its worker died of signal %d%s"):format(code, name and (" (%s)"):format(name) or "")
  end
  return ("its worker ended with exit code %d"):format(code)
end

local function rest_of(job)
  local rest = {}
  for k = (job.told or 0) + 1, #job.inputs do rest[#rest + 1] = job.inputs[k] end
  return rest
end

local function replace(self, job, more)
  for k, one in ipairs(self.list) do
    if one == job then
      self.bytes = self.bytes - job.bytes
      job.bytes = 0
      for n, new_job in ipairs(more) do
        table.insert(self.list, k + n, new_job)
        self.bytes = self.bytes + new_job.bytes
      end
      return
    end
  end
end

--- The worker of a job is dead. Returns whether that brought the run on: a
--- document was done, found suspect or failed.
---@param job jilu.Job
---@param kind "exit"|"signal"
---@param code integer
---@param limits { timeout: number?, memory: number?, memory_given: string? }
---@return boolean
function Jobs:died(job, kind, code, limits)
  local rest = rest_of(job)
  job.state = "done"
  if #rest == 0 then return true end
  local reason, certain = reason_of(kind, code, limits)
  local timed_out = certain and code == worker.TIMED_OUT
  if job.alone or (timed_out and job.exact) then
    job.deaths = (job.deaths or 0) + 1
    local sent = kind == "signal" and SENT[code]
    if not certain and job.deaths < (sent and KILLS_ALONE or DEATHS_ALONE) then
      job.state = "waiting"
      return false
    end
    local first = table.remove(rest, 1)
    local more = { job_of({ first }, { state = "done",
      failure = { stage = "worker", reason = reason } }) }
    if rest[1] then more[2] = job_of(rest, { exact = job.exact }) end
    replace(self, job, more)
    return true
  elseif job.exact then
    local first = table.remove(rest, 1)
    local more = { job_of({ first }, { exact = true, alone = true }) }
    if rest[1] then more[2] = job_of(rest, { exact = limits.exact }) end
    replace(self, job, more)
    return true
  end
  replace(self, job, { job_of(rest, { exact = true }) })
  return (job.told or 0) > 0
end

return { new = new }
