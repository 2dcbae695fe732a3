-- jilu test: runs the examples written beside the rules of a pipeline.

local examples = require "jilu.rule.examples"
local pipeline = require "jilu.pipeline"

local test = { summary = "Run the examples written beside the rules of a pipeline." }

function test.configure(command)
  command:argument("pipeline", "A Lua script or the name of a ready-made pipeline.")
  command:option("--language", "What the examples are read as that do not say.")
    :choices { "zh", "en", "auto" }
end

---@param arguments { pipeline: string, language: string? }
---@param complain fun(message: string): integer
---@return integer exit_code
function test.run(arguments, complain)
  local found, message = pipeline.load(arguments.pipeline, { language = arguments.language })
  if not found then return complain(message) end
  local passed, failed = 0, 0
  for result in examples.each(found) do
    if result.reason then
      failed = failed + 1
      io.stderr:write(("%s: rule %s, example %d: %s\n  %s\n")
        :format(result.script or arguments.pipeline, result.rule, result.number, result.text,
          result.reason))
    else
      passed = passed + 1
    end
  end
  io.stderr:write(("%d examples passed, %d failed\n"):format(passed, failed))
  return failed > 0 and 1 or 0
end

return test
