#!/usr/bin/env lua5.4
-- The command `jilu`: reads the call and hands it to the module of the
-- subcommand, jilu.cli.NAME.

local command = require "jilu.command"

command.open_standard()

local argparse = require "argparse"
local jilu = require "jilu"
local terminal = require "jilu.cli.terminal"

-- Exit codes, as in the contract: 0 all done, 1 the call, the pipeline or the
-- installation is wrong, 2 done with dead letters, 3 gave up; and what the shell
-- makes of a signal.
local WRONG, GAVE_UP, SIGNALLED = 1, 3, 128

local COMMANDS = {
  "run", "explain", "view", "test", "diff", "dead", "schema", "rollup", "repl", "lexicon",
  "vocabulary", "segment", "doctor",
}

local function parser_of(modules)
  local parser = argparse("jilu", "Reads text and writes records.")
  parser:add_help_command()
  parser:require_command(true)
  parser:command_target "command"
  parser:flag("-v --version", "Print the version."):action(function()
    print("jilu " .. jilu._VERSION)
    os.exit(0)
  end)
  for _, name in ipairs(COMMANDS) do
    modules[name].configure(parser:command(name, modules[name].summary))
  end
  return parser
end

local function complain(message)
  io.stderr:write("jilu: ", terminal.message(message), "\n")
  return WRONG
end

local function main(arguments)
  local modules = {}
  for _, name in ipairs(COMMANDS) do modules[name] = require("jilu.cli." .. name) end
  local ok, parsed = parser_of(modules):pparse(arguments)
  if not ok then return complain(parsed .. " (see jilu --help)") end
  return modules[parsed.command].run(parsed, complain)
end

local exit = os.exit

-- The one way out, also for --help and for what a pipeline ends: no file is left
-- half done, and what could not be written to standard output is no success.
local function leave(status)
  if status == nil or status == true then status = 0 elseif not status then status = WRONG end
  local written, message = command.flush_stdout()
  if not written and status < GAVE_UP then
    complain("gave up: standard output: " .. message)
    status = GAVE_UP
  end
  command.remove_files()
  command.release()
  exit(status, true)
end

os.exit = leave -- luacheck: ignore 122

local signal, ok, status = command.guard(main, arg)
if not ok and signal then
  io.stderr:write "jilu: interrupted\n"
  status = SIGNALLED + signal
elseif not ok then
  status = complain("an error in jilu itself: " .. tostring(status))
end
leave(status)
