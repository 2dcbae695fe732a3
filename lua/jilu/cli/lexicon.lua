-- jilu lexicon: compile word lists into a lexicon, say what is in one.

local build = require "jilu.lexicon.build"
local lexicon = require "jilu.lexicon"
local lexicon_place = require "jilu.cli.lexicon_place"
local outputs = require "jilu.cli.outputs"
local terminal = require "jilu.cli.terminal"

local command = { summary = "Compile a lexicon of Chinese words, or say what is in one." }

local GAVE_UP = 3

function command.configure(parser)
  parser:require_command(true)
  parser:command_target "action"
  local make = parser:command("build", "Compile sources into one file.")
  make:argument("source", "A list of `word [frequency] [tag]`, as jieba's; or the jar of "
    .. "Lucene's smartcn. Of a word in several the first one's frequency holds."):args "+"
  make:option("-o --output", "The file to write."):count(1)
  make:option("--share", "What later lists weigh against the first source."):default "0.1"
    :convert(tonumber)
  make:option("--notice", "A file whose text goes along, such as a licence."):count "*"
    :argname "FILE"
  make:option("--version-of", "Version of a source, to be written down."):count "*"
    :args(2):argname { "SOURCE", "VERSION" }
  local info = parser:command("info", "Print what is in a lexicon.")
  info:argument("file", "Default: the installed one."):args "?"
  info:flag("--notices", "With the notices of its sources.")
end

local function skipped(path, lines)
  if #lines == 0 then return end
  local shown = table.concat(lines, ", ", 1, math.min(#lines, 5))
  io.stderr:write(("jilu: %s: %d lines that are no words were passed over (%s%s)\n")
    :format(terminal.name(path), #lines, shown, #lines > 5 and ", …" or ""))
end

-- What is wrong with the files of a call; nil if nothing is.
local function clash(options)
  local read = {}
  for _, path in ipairs(options.source) do read[#read + 1] = { path = path, what = "a source" } end
  for _, path in ipairs(options.notice or {}) do
    read[#read + 1] = { path = path, what = "a notice" }
  end
  return outputs.clash({ { path = options.output, what = "-o" } }, read)
end

local function run_build(options, complain)
  local wrong = clash(options)
  if wrong then return complain(wrong) end
  local versions = {}
  for _, pair in ipairs(options.version_of or {}) do versions[pair[1]] = pair[2] end
  local image, results = build.compile(options.source, {
    share = options.share, notices = options.notice, versions = versions,
  })
  if not image then return complain(results) end
  local ok, message = build.write(options.output, image)
  if not ok then
    complain("gave up: " .. message)
    return GAVE_UP
  end
  for k, path in ipairs(options.source) do skipped(path, results[k].skipped) end
  io.stderr:write(("%s: %.1f MB\n"):format(options.output, #image / 1e6))
  return 0
end

-- The first paragraph of the notes is about the sources, the rest is notices.
local function run_info(options, complain)
  local path, message = options.file, nil
  if not path then path, message = lexicon_place() end
  if not path then return complain(message) end
  local opened
  opened, message = lexicon.open(path)
  if not opened then return complain(message) end
  local info = opened:info()
  print("file: " .. path)
  print(("size: %d bytes"):format(info.size))
  print(("words: %d"):format(info.words))
  print(("pairs: %d"):format(info.pairs))
  print("checksum: " .. (info.intact and "right" or "WRONG: the file is damaged"))
  print(options.notices and info.notes or (info.notes:gsub("\nnotice: .*$", "")))
  return info.intact and 0 or 1
end

function command.run(options, complain)
  if options.action == "build" then return run_build(options, complain) end
  return run_info(options, complain)
end

return command
