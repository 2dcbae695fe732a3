-- How a run is spread over worker processes: the options, and what takes the
-- place of the loop of one process.

local command = require "jilu.command"
local filter = require "jilu.scale.filter"
local journal = require "jilu.scale.journal"

local scale = {}

-- More would be a mistake (WORKERS_MAX of csrc/binding/command/worker.c).
local JOBS_MAX = 256

local UNITS = { [""] = 1, K = 1024, M = 1024 ^ 2, G = 1024 ^ 3 }

local function jobs_option(value)
  if value == "auto" then return command.processors() end
  local count = value:find "^%d+$" and tonumber(value)
  if count and count >= 1 and count <= JOBS_MAX then return count end
  return nil, ("'%s' is no number of workers; 1 to %d, or auto"):format(value, JOBS_MAX)
end

local function seconds_option(value)
  local seconds = value:find "^%d+%.?%d*$" and tonumber(value)
  if seconds and seconds > 0 then return seconds end
  return nil, ("'%s' are no seconds"):format(value)
end

local function size_option(value)
  local count, unit = value:upper():match "^(%d+)([KMG]?)I?B?$"
  if count and tonumber(count) > 0 then
    return { bytes = tonumber(count) * UNITS[unit], given = value }
  end
  return nil, ("'%s' is no size; 64M, 2G or bytes are"):format(value)
end

--- Adds the options to the command.
---@param parser table  of argparse
function scale.configure(parser)
  parser:option("-j --jobs", "Worker processes; auto for one on each processor. The output does "
    .. "not depend on it."):convert(jobs_option)
  parser:option("--timeout", "Seconds that a document may take."):convert(seconds_option)
  parser:flag("--resume", "Go on after an interrupted run of the same call.")
  parser:flag("--one-per-line", "One line out for each line in, for engines; with --from jsonl "
    .. "--errors inline.")
  parser:flag("--line-buffered", "Answer each line before the next one is waited for.")
  parser:option("--memory", "Memory that a document may take beside what a worker has (64M, 2G)."
    ):convert(size_option)
end

--- What is wrong with the call; nil if nothing is.
---@param arguments table
---@param format string  of the records
---@return string?
function scale.wrong(arguments, format)
  return filter.wrong(arguments) or journal.wrong(arguments, format)
end

--- The sink and the dead letters of a run that may go on; nil, message where they
--- can't be opened.
scale.open_resumable = journal.open

--- Is the run to have workers?
---@param arguments table
---@return boolean
function scale.wanted(arguments)
  return (arguments.jobs or arguments.timeout or arguments.memory or arguments.one_per_line
    or arguments.resume) ~= nil
end

--- What reads, runs and writes all inputs of a run, in place of its `all`, and
--- what is to be called when that has ended, in whatever way.
---@param run table  of jilu.cli.run
---@param arguments table
---@param paths string[]
---@param inputs fun(): jilu.Input?
---@return fun(): boolean?, string?
---@return fun(at_once: boolean)
function scale.spread(run, arguments, paths, inputs)
  local pool = require("jilu.scale.pool").new(run, inputs, arguments.jobs or 1, {
    timeout = arguments.timeout, memory = arguments.memory and arguments.memory.bytes,
    memory_given = arguments.memory and arguments.memory.given,
  })
  if arguments.one_per_line then
    filter.become(run, arguments.from.field)
    filter.feed(pool, paths, arguments.line_buffered)
    filter.finish(run, function() return filter.summary(run, arguments, pool.read) end)
  end
  if run.sink.journal then
    local kept = run.sink.journal
    kept:restore(run)
    if kept.ended then pool.ended = true end
    pool.done = function(input) return kept:done(input) end
    pool.after = function() return kept:after(run) end
  end
  return function() return pool:all() end, function(at_once)
    if pool.restarts > 0 and not at_once then
      run:say(("%d workers died and were replaced"):format(pool.restarts))
    end
    pool:close(at_once)
  end
end

return scale
