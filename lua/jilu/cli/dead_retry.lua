-- jilu dead retry: a run of the documents of dead letters alone. Their sources
-- are read again, and what fails again makes letters of its own.

local core = require "jilu.core"
local lfs = require "lfs"
local outputs = require "jilu.cli.outputs"
local run = require "jilu.cli.run"
local terminal = require "jilu.cli.terminal"

local retry = {}

---@param command table  of argparse
function retry.configure(command)
  command:argument("file", "A file that --errors wrote.")
  command:option("--pipeline", "A Lua script or the name of a ready-made pipeline; default: "
    .. "that of the letters.")
  command:flag("--dropped", "Also the documents that were dropped on purpose.")
  run.configure_options(command)
end

-- The file that holds a document: docs.jsonl of docs.jsonl:7, all.zip of all.zip/a/b.txt.
local function file_of(path)
  local file = path
  while file and file ~= "-" and not lfs.attributes(file) do
    file = file:match "^(.*):%d+$" or file:match "^(.+)/[^/]*$"
  end
  return file and (file == "-" or lfs.attributes(file, "mode") == "file") and file or path
end

-- The letters by the path of their documents, and the files to be read, each
-- once. Returns nil, message where one can't be read again.
local function survey(letters, dropped)
  local by_path, files, seen = {}, {}, {}
  for _, letter in ipairs(letters) do
    if letter.status ~= "dropped" or dropped then
      local file = file_of(letter.path)
      if file == "-" or letter.path:find "^%-:%d+$" then
        return nil, "a document of standard input can't be read again: " .. letter.id
      end
      by_path[letter.path] = letter
      if not seen[file] then files[#files + 1] = file end
      seen[file] = true
    end
  end
  return by_path, files
end

local function pipeline_of(letters, own)
  if own then return own end
  local found
  for _, letter in ipairs(letters) do
    if not letter.pipeline or (found and found ~= letter.pipeline) then
      return nil, "the letters name no single pipeline: give it by --pipeline"
    end
    found = letter.pipeline
  end
  return found
end

local function notice_change(input, letter)
  if not input.text or not letter.sha256 or core.sha256(input.text) == letter.sha256 then return end
  io.stderr:write(("jilu: %s: has changed since\n"):format(terminal.name(input.path)))
end

-- Only the documents that have a letter, each once.
local function only(by_path)
  return function(inputs)
    local taken = {}
    return function()
      for input in inputs do
        local letter = by_path[input.path]
        if letter and not taken[input.path] then
          taken[input.path] = true
          notice_change(input, letter)
          return input
        end
      end
    end
  end
end

---@param letters table[]
---@param arguments table
---@param complain fun(message: string): integer
---@return integer exit_code
function retry.run(letters, arguments, complain)
  local by_path, files = survey(letters, arguments.dropped)
  if not by_path then return complain(files) end
  if #files == 0 then
    io.stderr:write "jilu: no document to run again\n"
    return 0
  end
  local pipeline, message = pipeline_of(letters, arguments.pipeline)
  if not pipeline then return complain(message) end
  if arguments.errors and arguments.errors ~= "inline" then
    message = outputs.clash({ { path = arguments.errors, what = "--errors" } },
      { { path = arguments.file, what = "the file of letters" } })
    if message then return complain(message) end
  end
  arguments.pipeline, arguments.input = pipeline, files
  arguments.name_of = function(input) return by_path[input.path].id end
  arguments.only_inputs = only(by_path)
  return run.run(arguments, complain)
end

return retry
