-- jilu test: runs the tests written beside the rules and stages of a pipeline, and
-- its own.

local document_options = require "jilu.cli.document_options"
local pipeline = require "jilu.pipeline"
local terminal = require "jilu.cli.terminal"
local tests = require "jilu.pipeline.tests"

local test = { summary = "Run the tests of a pipeline." }

function test.configure(command)
  command:argument("pipeline", "A Lua script or the name of a ready-made pipeline.")
  command:option("--language", "What the texts are read as that do not say.")
    :choices { "zh", "en", "auto" }
  command:flag("--update", "Write golden files where records differ from them.")
  command:option("--lexicon", "As for run.")
end

local function complain_of(result, name)
  io.stderr:write(("%s: %s, test %d: %s\n"):format(terminal.name(result.script or name),
    terminal.name(result.what), result.number, terminal.name(result.text)))
  for line in result.reason:gmatch "[^\n]+" do
    io.stderr:write("  ", terminal.message(line), "\n")
  end
end

---@param arguments { pipeline: string, language: string?, update: boolean?,
---  lexicon: string? }
---@param complain fun(message: string): integer
---@return integer exit_code
function test.run(arguments, complain)
  local found, message = pipeline.load(arguments.pipeline, { language = arguments.language })
  if not found then return complain(message) end
  local words, reason = document_options.lexicon(arguments, found)
  if words == false then return complain(reason) end
  local passed, failed = 0, 0
  for result in tests.each(found, { lexicon = words, update = arguments.update }) do
    if result.reason then
      failed = failed + 1
      complain_of(result, arguments.pipeline)
    else
      passed = passed + 1
    end
  end
  io.stderr:write(("%d %s passed, %d failed\n")
    :format(passed, passed == 1 and "test" or "tests", failed))
  return failed > 0 and 1 or 0
end

return test
