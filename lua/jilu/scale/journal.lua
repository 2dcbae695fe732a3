-- jilu run --resume: a journal beside the output, which says how many documents
-- are on the disk and where their records end.
--
-- The records lie in FILE.part until all are there, the dead letters likewise,
-- the journal in FILE.journal. Once a second or for some megabytes the output is
-- put on the disk, then a line of the journal. What is on the disk beyond the
-- last line is cut off by the next call; the documents before it are read again
-- to see that they are the same, but not worked on.

local cjson = require "cjson"
local command = require "jilu.command"
local core = require "jilu.core"
local dead_letters = require "jilu.cli.dead_letters"
local provenance = require "jilu.scale.provenance"

local journal = {}

-- Seconds in which a run that was killed lets go of its journal.
local PATIENCE = 5

-- Between two lines of it.
local SECONDS, BYTES = 1, 8 * 1024 * 1024

local COUNTS = { "documents", "records", "repairs", "corrected", "failed", "dropped", "bytes" }

-- Files that grow ---------------------------------------------------------------------

-- A file of lines that is cut to what the journal says.
local Part = {}
Part.__index = Part

local function open_part(path, size)
  local self = setmetatable({ path = path, part = path .. ".part", size = size }, Part)
  local message
  if size == 0 then
    self.handle, message = io.open(self.part, "wb")
  else
    local ok, reason = command.truncate(self.part, size)
    if not ok then return nil, reason end
    self.handle, message = io.open(self.part, "ab")
  end
  if not self.handle then return nil, message end
  return self
end

function Part:write(lines)
  local ok, message = self.handle:write(lines)
  if not ok then
    self.broken = true
    return nil, message
  end
  self.size = self.size + #lines
  return true
end

-- As an output's: dead letters are written to it.
function Part:file() return self end

function Part:sync()
  if self.broken then return nil, "it can't be written" end
  return command.sync(self.handle)
end

-- The journal ---------------------------------------------------------------------------

---@class jilu.Journal
local Journal = {}
Journal.__index = Journal

-- Options that the bytes of the output do not depend on.
local INDIFFERENT = {
  jobs = true, progress = true, output = true, max_errors = true, fail_fast = true,
}

-- A value as text, the same for the same value.
local function written(value)
  if type(value) ~= "table" then
    return type(value) == "function" and "" or type(value) .. ":" .. tostring(value)
  end
  local list = {}
  for key, one in pairs(value) do list[#list + 1] = tostring(key) .. "=" .. written(one) end
  table.sort(list)
  return "{" .. table.concat(list, "\0") .. "}"
end

-- What must be the same for a run to go on: what makes the bytes of its output.
local function fingerprint(arguments, lexicon_place)
  local made = provenance.of(arguments.pipeline, lexicon_place)
  local options = {}
  for name, value in pairs(arguments) do
    if not INDIFFERENT[name] then options[name] = value end
  end
  return core.sha256(written { core._VERSION, made, options })
end

-- The last complete line of a journal of this call, and where it ends. nil where
-- there is none; false, message where it is another call's.
local function last_state(path, call)
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  local state, stop
  for line, after in text:gmatch "([^\n]*)\n()" do
    local ok, found = pcall(cjson.decode, line)
    if not ok or type(found) ~= "table" then break end
    if not state and found.call ~= call then
      return false, ("%s is of another call (pipeline, lexicon, options or inputs differ); remove "
        .. "it to begin again"):format(path)
    end
    state, stop = found, after - 1
  end
  return state, stop
end

local function size_of(path)
  local file = io.open(path, "rb")
  if not file then return -1 end
  local size = file:seek "end"
  file:close()
  return size
end

-- What the parts hold, as of the run's last document that is complete in them.
local function state_of(self, run)
  local state = { out = self.out.size, letters = self.letters and self.letters.size or 0,
    by_type = {}, sum = self.sums[run.documents] or self.sum }
  for _, name in ipairs(COUNTS) do state[name] = run[name] end
  for name, count in pairs(run.by_type) do state.by_type[name] = count end
  return state
end

-- Puts the parts and then a line on the disk.
local function note(self, state)
  local ok, message = self.out:sync()
  if ok and self.letters then ok, message = self.letters:sync() end
  if ok then ok, message = self.handle:write(cjson.encode(state), "\n") end
  if ok then ok, message = command.sync(self.handle) end
  if not ok then return nil, message end
  self.noted, self.time = state, core.clock()
  return true
end

--- Documents have been written.
---@param run table
---@return boolean?, string?
function Journal:after(run)
  local state = state_of(self, run)
  for n = self.state.documents + 1, run.documents do self.sums[n - 1] = nil end
  self.state = state
  if core.clock() - self.time < SECONDS and state.out - self.noted.out < BYTES then return true end
  return note(self, state)
end

--- Takes in an input that is read. Is it one that is done? And a message where the
--- run can't go on.
---@param input jilu.Input
---@return boolean, string?
function Journal:done(input)
  self.seen = self.seen + 1
  self.sum = core.sha256(self.sum .. input.id .. "\0" .. (input.text or input.reason or ""))
  if self.seen > self.begun.documents then
    self.sums[self.seen] = self.sum
    return false
  end
  if self.seen == self.begun.documents and self.sum ~= self.begun.sum then
    return false, ("--resume: the inputs are not what they were; remove %s to begin again")
      :format(self.path)
  end
  return true
end

-- Ends the run: the parts get their names, and the journal goes. Each step may
-- have been done before a kill.
local function finish(self)
  for _, one in ipairs { self.out, self.letters } do
    if size_of(one.part) >= 0 then
      local ok, message = os.rename(one.part, one.path)
      if not ok then return nil, message end
    end
  end
  return os.remove(self.path)
end

-- Keeps what there is for the next call.
local function keep(self)
  if self.closed then return end
  self.closed = true
  note(self, self.state)
end

local function commit(self)
  if self.closed then return true end
  self.closed = true
  self.state.ended = true
  local ok, message = note(self, self.state)
  if not ok then return nil, message end
  self.out.handle:close()
  if self.letters then self.letters.handle:close() end
  self.handle:close()
  return finish(self)
end

--- The counts of a run that goes on.
---@param run table
function Journal:restore(run)
  for _, name in ipairs(COUNTS) do run[name] = self.begun[name] end
  for name, count in pairs(self.begun.by_type) do run.by_type[name] = count end
  if self.begun.documents > 0 then
    run:say(("goes on after %d documents"):format(self.begun.documents))
  end
end

local function empty_state(call)
  local state = { call = call, out = 0, letters = 0, by_type = {}, sum = "" }
  for _, name in ipairs(COUNTS) do state[name] = 0 end
  return state
end

-- Opens the journal, which no other run has then: neither one at work nor one that
-- was killed and has a last write to end.
local function open_locked(path)
  local stop = core.clock() + PATIENCE
  while true do
    local handle, message = io.open(path, "ab")
    if not handle then return nil, message end
    local locked = command.lock(handle)
    -- the other run may have ended and taken it away
    if locked and size_of(path) >= 0 then return handle end
    handle:close()
    if core.clock() > stop then return nil, path .. ": another run is at work on it" end
    command.sleep(0.02)
  end
end

-- Opens the parts where the last line has them.
local function open_all(self, state, stop)
  local message
  self.out, message = open_part(self.output, state.out)
  if not self.out then return nil, message end
  if self.errors then
    self.letters, message = open_part(self.errors, state.letters)
    if not self.letters then return nil, message end
  end
  local ok, reason = command.truncate(self.path, stop or 0)
  if not ok then return nil, reason end
  self.state, self.begun, self.noted = state, state, state
  if stop then return true end
  return note(self, state)
end

-- Are the parts there as the journal says? After the last line they may have
-- their names already.
local function parts_there(self, state)
  if state.ended then return true end
  return size_of(self.output .. ".part") >= state.out
    and (not self.errors or size_of(self.errors .. ".part") >= state.letters)
end

--- What is wrong with a call that is to go on; nil if nothing is.
---@param arguments table
---@param format string
---@return string?
function journal.wrong(arguments, format)
  if not arguments.resume then return nil end
  if not arguments.output then return "--resume goes with -o FILE" end
  if format ~= "jsonl" then return "--resume goes with jsonl" end
  if arguments.one_per_line then return "--resume does not go with --one-per-line" end
  for _, path in ipairs { arguments.output, arguments.errors } do
    if path:find "^/dev/" then return ("--resume: %s is no file"):format(path) end
  end
end

--- Opens the output of a run that may go on: its sink and dead letters. Returns
--- nil, message where that fails. The sink has the journal.
---@param arguments table
---@param lexicon_place? string
---@return table? sink, table|string
function journal.open(arguments, lexicon_place)
  local call = fingerprint(arguments, lexicon_place)
  local self = setmetatable({
    output = arguments.output, path = arguments.output .. ".journal", sums = {}, sum = "",
    errors = arguments.errors ~= "inline" and arguments.errors or nil, seen = 0,
    time = core.clock(),
  }, Journal)
  local message
  self.handle, message = open_locked(self.path)
  if not self.handle then return nil, message end
  local state, stop = last_state(self.path, call)
  if state == false then return nil, stop end
  if not state or not parts_there(self, state) then state, stop = empty_state(call), nil end
  if state.ended then
    -- killed between the last line and the names
    self.out = { part = self.output .. ".part", path = self.output }
    self.letters = self.errors and { part = self.errors .. ".part", path = self.errors }
    self.state, self.begun, self.closed, self.ended = state, state, true, true
    local ok, reason = finish(self)
    if not ok then return nil, reason end
  else
    local ok, reason = open_all(self, state, stop)
    if not ok then return nil, reason end
  end
  local letters = dead_letters(not self.errors and arguments.errors or nil, arguments.pipeline)
  if self.errors then
    letters.writer = core.writer()
    letters.output = {
      file = function() return self.letters end, commit = function() return true end,
      abandon = function() end, temporary = function() end,
    }
  end
  local sink = {
    journal = self,
    write = function(_, lines) return self.out:write(lines) end,
    commit = function() return commit(self) end,
    abandon = function() keep(self) end,
  }
  return sink, letters
end

return journal
