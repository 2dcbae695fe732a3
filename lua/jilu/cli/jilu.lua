#!/usr/bin/env lua5.4
-- The command `jilu`: reads the call and hands it to the module of the
-- subcommand, jilu.cli.NAME.

local argparse = require "argparse"
local jilu = require "jilu"

-- Exit codes, as in the contract: 0 all done, 1 the call, the pipeline or the
-- installation is wrong, 2 done with dead letters, 3 gave up.
local WRONG = 1

local COMMANDS = { "run", "explain", "test", "rollup", "lexicon", "segment", "doctor" }

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
  io.stderr:write("jilu: ", message, "\n")
  return WRONG
end

local function main(arguments)
  local modules = {}
  for _, name in ipairs(COMMANDS) do modules[name] = require("jilu.cli." .. name) end
  local ok, parsed = parser_of(modules):pparse(arguments)
  if not ok then return complain(parsed .. " (see jilu --help)") end
  return modules[parsed.command].run(parsed, complain)
end

local ok, status = xpcall(function() return main(arg) end, debug.traceback)
if not ok then status = complain("an error in jilu itself: " .. tostring(status)) end
os.exit(status, true)
