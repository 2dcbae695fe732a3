-- How a command reads its inputs: which documents they hold, in which format and
-- encoding.

local converter = require "jilu.input.converter"
local document = require "jilu.document"
local encoding = require "jilu.input.encoding"
local fields = require "jilu.input.fields"
local mojibake = require "jilu.input.mojibake"
local format = require "jilu.input.format"
local names = require "jilu.record.sources.names"
local terminal = require "jilu.cli.terminal"

local input_options = {}

local SOURCES = {
  text = "jilu.record.sources.text", markdown = "jilu.record.sources.text",
  html = "jilu.record.sources.text", jsonl = "jilu.record.sources.jsonl",
  warc = "jilu.record.sources.warc",
}

local function source_option(value)
  local kind, field = value:match "^(%a+):?(.*)$"
  if not SOURCES[kind] or (kind ~= "jsonl" and value ~= kind) then
    return nil, ("'%s' is no source; known: text, markdown, html, warc, jsonl, jsonl:FIELD")
      :format(value)
  end
  return { kind = kind, field = field ~= "" and field or "text" }
end

local function encoding_option(value)
  local text, message = encoding.decode("", value)
  if not text then return nil, message end
  return value
end

--- Adds the options to a command.
---@param parser table  of argparse
function input_options.configure(parser)
  parser:option("--from", "What inputs are: text, markdown, html, warc, jsonl or jsonl:FIELD; the "
    .. "default is what the suffix says, in folders too, or the first bytes.")
    :convert(source_option)
  parser:option("--encoding", "Encoding of the inputs: a name that iconv knows, or auto."):default
    "auto":convert(encoding_option)
  parser:option("--glob", "Names of the files to take from folders, with * and ?.")
  parser:option("--map", "Fields of JSON Lines: text=FIELD,id=FIELD,date=FIELD,title=FIELD,"
    .. "url=FIELD,source=FIELD,author=FIELD; nested ones with dots."):convert(fields.option)
  parser:option("--convert", "SUFFIX=COMMAND: a program that makes text of files with the suffix, "
    .. "from standard input to standard output; run without a shell."):count "*"
    :convert(converter.option)
  parser:option("--doc-name", "What the field doc is made of; default: the id that the input has, "
    .. "else its name, and its path where the names of two files are the same.")
    :choices(names.KINDS)
end

--- Iterates over the documents of the inputs of a call. The second value counts them.
---@param arguments table
---@param paths string[]
---@param notice fun(message: string)
---@param own table<string, boolean>  files that the run writes
---@return fun(): jilu.Input?
---@return (fun(deadline: number): integer, boolean)?
function input_options.inputs(arguments, paths, notice, own)
  local from = arguments.from
  local source = from and SOURCES[from.kind] or "jilu.record.sources.by_suffix"
  return require(source)(paths, notice, {
    own = own, glob = arguments.glob, map = arguments.map, field = from and from.field,
    converters = converter.by_suffix(arguments.convert),
    format = from and from.kind ~= "jsonl" and from.kind ~= "warc" and from.kind or nil,
  })
end

-- What is said of a document once a run: of the first one that it is true of.
local NOTICES = {
  function(doc)
    local found = doc.encoding
    if not found or found.basis ~= "guess" then return nil end
    local sure = found.share and ("; %.0f%% of its characters are frequent ones, %.0f%% in the "
      .. "next best"):format(100 * found.share, 100 * found.next) or ""
    return ("encoding guessed: %s%s (--encoding NAME to say so)"):format(found.name, sure)
  end,
  function(doc)
    local found = doc.encoding
    if not found or not found.declared then return nil end
    return ("declares %s, which it is not"):format(found.declared)
  end,
  function(doc)
    local found = doc.encoding
    if not found or (found.invalid or 0) == 0 then return nil end
    return ("%d bytes are not %s (--encoding NAME for another)"):format(found.invalid, found.name)
  end,
  function(doc)
    local by = mojibake.of(doc.source)
    if not by then return nil end
    return ("looks like UTF-8 that was read as %s and written again: iconv -f UTF-8 -t %s "
      .. "restores it where nothing was lost"):format(by, by)
  end,
}

--- What a run keeps of this.
---@param arguments table
---@param notice fun(message: string, kind: string|integer)
---@return table
function input_options.new(arguments, notice)
  return { encoding = arguments.encoding or "auto", notice = notice, told = {},
    converters = converter.by_suffix(arguments.convert) }
end

-- Says it, unless it was said before in this run. `kind` is for a worker's master.
local function tell(self, kind, message)
  if self.told[kind] then return end
  self.told[kind] = true
  self.notice(message, kind)
end

-- The bytes of an input as text; what was made of another format by its converter.
-- Returns nil, message.
local function text_of(self, input)
  local path = input.member or input.path
  local found = converter.of(self.converters, path)
  if not found then
    local wrong = not input.encoding and converter.wanted(path, input.text)
    return not wrong and input.text or nil, wrong or nil
  end
  local text, message = converter.run(found, input.text)
  if not text then return nil, message end
  local from = input.from or format.by_content(text, function(notice, kind)
    tell(self, kind, notice)
  end, terminal.name(input.path))
  return text, { command = found.command, from = from }
end

--- The document of an input; nil, message where none can be made.
---@param self table  of `new`
---@param input jilu.Input
---@param options jilu.DocumentOptions
---@return jilu.Document?, string?
function input_options.document(self, input, options)
  local text, made = text_of(self, input)
  if not text then return nil, made end
  options.from, options.metadata = made and made.from or input.from, input.metadata
  options.encoding, options.charset = input.encoding or self.encoding, input.charset
  options.path, options.member = input.archive or input.path, input.archive and input.member
  local ok, doc = pcall(document.new, text, options)
  if not ok then return nil, tostring(doc) end
  if made then doc.converter, doc.input = made.command, input.text end
  for k, of in ipairs(NOTICES) do
    local message = not self.told[k] and of(doc)
    if message then tell(self, k, ("%s: %s"):format(terminal.name(input.path), message)) end
  end
  return doc
end

return input_options
