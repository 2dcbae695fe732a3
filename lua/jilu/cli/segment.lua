-- jilu segment: where text breaks, one segment a line.

local core = require "jilu.core"
local lexicon = require "jilu.lexicon"
local lexicon_place = require "jilu.cli.lexicon_place"
local terminal = require "jilu.cli.terminal"

local command = { summary = "Break text into graphemes, words, sentences or lines." }

-- Bytes that are read at a time: memory stays that of one segment.
local CHUNK = 64 * 1024

function command.configure(parser)
  parser:argument("input", "Files, '-' for standard input; none means '-'."):args "*"
  parser:option("--unit", "What to find."):choices { "grapheme", "word", "sentence", "line" }
    :default "word"
  parser:option("--han", "Words without a lexicon: whether a run of Han is one word.")
    :choices { "split", "group" }
  parser:option("--lexicon", "The lexicon for words; default: the installed one, where there is "
    .. "one; 'none' for none. Space is no word with one.")
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
  local han = options.unit == "word" and { han = options.han or "split" } or nil
  local stream = core.stream(options.unit, han)
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

-- Chinese words, of so many bytes and to the end of the line at a time.
local function words_of_file(file, options, words)
  local at, count = 0, 0
  while true do
    local chunk, message = file:read(CHUNK)
    if message then return nil, message end
    if not chunk then break end
    local rest = file:read("*l")
    if rest then chunk = chunk .. rest .. "\n" end
    local lines = {}
    for first, last in words:words(chunk) do
      count = count + 1
      local text = chunk:sub(first, last)
      lines[#lines + 1] = options.offsets
        and ("%d\t%d\t%s\n"):format(at + first - 1, at + last, text) or text .. "\n"
    end
    at = at + #chunk
    if not options.count and not io.stdout:write(table.concat(lines)) then
      return nil, "can't be written", true
    end
  end
  return not options.count or io.stdout:write(count, "\n")
end

-- The lexicon to use, nil where none is wanted or found; false, a message
-- where the one that was named is of no use.
local function find_lexicon(options)
  if options.unit ~= "word" or options.han then return nil end
  if options.lexicon == "none" then return nil end
  local path = options.lexicon or lexicon_place()
  if not path then return nil end
  local opened, message = lexicon.open(path)
  if not opened then return false, message end
  io.stderr:write("jilu: words of ", terminal.name(path), "\n")
  return opened
end

function command.run(options, complain)
  local words, unusable = find_lexicon(options)
  if words == false then return complain(unusable) end
  local inputs = #options.input > 0 and options.input or { "-" }
  for _, path in ipairs(inputs) do
    local file, message = io.stdin, nil
    if path ~= "-" then file, message = io.open(path, "rb") end
    if not file then return complain(message) end
    local ok, failure, output
    if words then ok, failure, output = words_of_file(file, options, words)
    else ok, failure, output = segment_file(file, options) end
    if path ~= "-" then file:close() end
    if not ok then
      complain((output and "standard output" or path) .. ": " .. tostring(failure))
      return output and GAVE_UP or 1
    end
  end
  return 0
end

return command
