-- jilu segment: where text breaks, one segment a line.

local core = require "jilu.core"

local command = { summary = "Break text into graphemes, words, sentences or lines." }

-- Bytes that are read at a time: memory stays that of one segment.
local CHUNK = 64 * 1024

function command.configure(parser)
  parser:argument("input", "Files, '-' for standard input; none means '-'."):args "*"
  parser:option("--unit", "What to find."):choices { "grapheme", "word", "sentence", "line" }
    :default "word"
  parser:option("--han", "Whether a run of Han is one word."):choices { "split", "group" }
    :default "split"
  parser:flag("--offsets", "Before each segment its first byte and the one after it, from 0.")
  parser:flag("--count", "Print only how many there are, line ends included.")
end

-- Segments end in the line breaks of the text; the output has its own.
local function without_line_end(segment)
  return (segment:gsub("[\r\n\v\f]+$", ""))
end

local function printer(options)
  local at, count = 0, 0
  local self = {}
  function self.print(segments)
    local lines = {}
    for _, segment in ipairs(segments) do
      local text = without_line_end(segment)
      count = count + 1
      if text ~= "" and not options.count then
        lines[#lines + 1] = options.offsets
          and ("%d\t%d\t%s\n"):format(at, at + #text, text) or text .. "\n"
      end
      at = at + #segment
    end
    return io.stdout:write(table.concat(lines))
  end
  function self.finish()
    if not options.count then return true end
    return io.stdout:write(count, "\n")
  end
  return self
end

local GAVE_UP = 3

local function segment_file(file, options)
  local stream = core.stream(options.unit, options.unit == "word" and { han = options.han } or nil)
  local out = printer(options)
  while true do
    local chunk, message = file:read(CHUNK)
    if message then return nil, message end
    local ok, failure = out.print(chunk and stream:feed(chunk) or stream:finish())
    if not ok then return nil, failure, true end
    if not chunk then break end
  end
  return out.finish()
end

function command.run(options, complain)
  local inputs = #options.input > 0 and options.input or { "-" }
  for _, path in ipairs(inputs) do
    local file, message = io.stdin, nil
    if path ~= "-" then file, message = io.open(path, "rb") end
    if not file then return complain(message) end
    local ok, failure, output = segment_file(file, options)
    if path ~= "-" then file:close() end
    if not ok then
      complain((output and "standard output" or path) .. ": " .. tostring(failure))
      return output and GAVE_UP or 1
    end
  end
  return io.stdout:flush() and 0 or GAVE_UP
end

return command
