-- jilu vocabulary: compile the words that facts are read with.

local build = require "jilu.lexicon.build"
local extractor = require "jilu.facts.extractor"
local terminal = require "jilu.cli.terminal"

local command = { summary = "Compile the words of a language, for a faster start." }

local GAVE_UP = 3

function command.configure(parser)
  parser:require_command(true)
  parser:command_target "action"
  local make = parser:command("build", "Compile the words of a language into one file.")
  make:argument("language", "The language."):choices(extractor.languages())
  make:option("-o --output", "The file to write."):count(1)
end

function command.run(options, complain)
  local image = extractor.image(options.language)
  if not image then return complain "the words of this jilu are in no files" end
  local ok, message = build.write(options.output, image)
  if not ok then
    complain("gave up: " .. message)
    return GAVE_UP
  end
  io.stderr:write(("%s: %.1f MB\n"):format(terminal.name(options.output), #image / 1e6))
  return 0
end

return command
