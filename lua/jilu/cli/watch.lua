-- jilu run --watch: the pipeline runs again whenever its script, a module of the
-- script's own or an input changes. A script that is broken is told of, with its line;
-- the last good one goes on.

local compat = require "jilu.compat"
local core = require "jilu.core"
local command = require "jilu.command"
local files = require "jilu.record.sources.files"
local lfs = require "lfs"
local outputs = require "jilu.cli.outputs"
local pipeline = require "jilu.pipeline"
local terminal = require "jilu.cli.terminal"

local watch = {}

-- Seconds between two looks; what changes in two looks one after the other is still
-- being written.
local INTERVAL = 0.2

-- What the shell calls a process that a signal ended: so much more than its number.
local SIGNALLED = 128

-- What does not go with it, and why.
local REFUSED = {
  resume = "--resume", one_per_line = "--one-per-line", line_buffered = "--line-buffered",
}

local function wrong(arguments)
  for name, option in pairs(REFUSED) do
    if arguments[name] then return "--watch does not go with " .. option end
  end
  if #arguments.input == 0 then return "--watch goes with files and folders" end
  for _, path in ipairs(arguments.input) do
    if path == "-" then return "--watch goes with files and folders, not with standard input" end
  end
end

-- The script ----------------------------------------------------------------------------

-- Modules that were loaded when none of the script's was.
local function loaded_names()
  local names = {}
  for name in pairs(package.loaded) do names[name] = true end
  return names
end

-- The files of modules that the script brought; they are loaded again with it.
local function own_modules(before)
  local list = {}
  for name in pairs(package.loaded) do
    if not before[name] and type(name) == "string" and not name:find "^jilu%f[%W]" then
      local path = compat.searchpath(name, package.path)
      if path then list[#list + 1] = { name = name, path = path } end
    end
  end
  return list
end

-- Changes ---------------------------------------------------------------------------------

-- A script is short, and may be saved twice a second.
local function content_of(path)
  local file = io.open(path, "rb")
  if not file then return "gone" end
  local text = file:read "*a"
  file:close()
  return core.sha256(text or "")
end

local function state_of(path)
  local found = lfs.attributes(path)
  if not found then return "gone" end
  return ("%s %s %s"):format(tostring(found.ino), tostring(found.size),
    tostring(found.modification))
end

---@class jilu.Watch
---@field arguments table
---@field modules { name: string, path: string }[]
---@field before table<string, boolean>  names of the modules that were loaded before
---@field own table<string, boolean>  the files that the run writes
---@field script string?  how it was when it was loaded last
---@field inputs string?  how they were at the last run
local Watch = {}
Watch.__index = Watch

-- How the script with its modules is now, and the inputs, each as one text; and how
-- many inputs there are.
function Watch:look()
  local arguments, script, inputs, count = self.arguments, {}, {}, 0
  if not pipeline.is_ready_made(arguments.pipeline) then
    script[1] = content_of(arguments.pipeline)
  end
  for _, module in ipairs(self.modules) do script[#script + 1] = content_of(module.path) end
  if arguments.corrections then inputs[1] = state_of(arguments.corrections.path) end
  for path in files.each(arguments.input, function() end, self.own, arguments.glob) do
    count = count + 1
    inputs[#inputs + 1] = path .. " " .. state_of(path)
  end
  return table.concat(script, "\n"), table.concat(inputs, "\n"), count
end

-- Waits until something is other than at the last run, and no longer being written.
function Watch:wait()
  local last_script, last_inputs = self.script, self.inputs
  while true do
    command.sleep(INTERVAL)
    local script, inputs = self:look()
    local still = script == last_script and inputs == last_inputs
    if still and (script ~= self.script or inputs ~= self.inputs) then return end
    last_script, last_inputs = script, inputs
  end
end

-- Loads the script again. Returns whether it is good; where not, the last good
-- pipeline stays.
function Watch:load()
  for _, module in ipairs(self.modules) do package.loaded[module.name] = nil end
  local found, message = pipeline.load(self.arguments.pipeline)
  self.modules = own_modules(self.before)
  self.script = self:look()
  if found then
    self.arguments.loaded = found
    return true
  end
  io.stderr:write("jilu: ", terminal.message(message),
    self.arguments.loaded and "; the last good one goes on\n" or "\n")
  return false
end

-- The files that the run writes: each time new ones.
function Watch:update_own()
  self.own = outputs.identities { self.arguments.output or outputs.STDOUT,
    self.arguments.errors or outputs.STDERR, outputs.STDERR }
end

-- Runs the pipeline until a signal comes; returns that.
function Watch:all(complain, run_once)
  while true do
    local script, inputs, count = self:look()
    local reloaded = script ~= self.script and self:load()
    if self.arguments.loaded and (reloaded or inputs ~= self.inputs) then
      local code = run_once(self.arguments, complain)
      command.remove_files()
      if code > SIGNALLED then return code - SIGNALLED end
      self:update_own()
    end
    self.inputs = inputs
    io.stderr:write(("jilu: watching %d inputs; Ctrl-C ends\n"):format(count))
    local signal, ok, message = command.guard(self.wait, self)
    if signal then return signal end
    if not ok then error(message, 0) end
  end
end

--- Runs the command again and again. Returns the exit code.
---@param arguments table  as of jilu.cli.run
---@param complain fun(message: string): integer
---@param run_once fun(arguments: table, complain: function): integer
---@return integer exit_code
function watch.run(arguments, complain, run_once)
  local message = wrong(arguments)
  if message then return complain(message) end
  local self = setmetatable({ arguments = arguments, modules = {}, before = loaded_names() }, Watch)
  self:update_own()
  return SIGNALLED + self:all(complain, run_once)
end

return watch
