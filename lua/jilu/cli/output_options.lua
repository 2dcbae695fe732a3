-- Where the records of a run go: its file, its format, and how that is laid out.

local compat = require "jilu.compat"

local output_options = {}

-- A sink is opened with its path (nil for standard output), the schemas of what
-- will come, and the name of its format.
local SINKS = {
  jsonl = "jilu.record.sinks.jsonl", csv = "jilu.record.sinks.delimited",
  tsv = "jilu.record.sinks.delimited", sqlite = "jilu.record.sinks.sqlite",
  table = "jilu.record.sinks.table",
}

local SUFFIXES = { jsonl = "jsonl", csv = "csv", tsv = "tsv", sqlite = "sqlite", db = "sqlite" }

-- Options that only some formats take: { option, formats… }.
local OF_FORMATS = {
  { "columns", "table" }, { "width", "table" }, { "sort", "table" }, { "top", "table" },
  { "gloss", "table" }, { "bom", "csv", "tsv" }, { "flatten", "csv", "tsv" },
  { "headers", "csv", "tsv" }, { "raw-cells", "csv", "tsv" },
}

local GAVE_UP = 3

-- The call ----------------------------------------------------------------------------

local function count_option(value)
  if not value:find "^%d+$" then return nil, ("'%s' is no count"):format(value) end
  return tonumber(value)
end

local function names_option(value)
  local list = {}
  for name in value:gmatch "[^,]+" do list[#list + 1] = name end
  return list
end

local function configure_table(parser)
  parser:option("--columns", "Fields of a table (FIELD,FIELD)."):convert(names_option)
  parser:option("--width", "Columns of a terminal that a cell of a table takes at most.")
    :convert(count_option)
  parser:option("--sort", "Field by which a table is sorted; -FIELD for the largest first.")
  parser:option("--top", "Rows of a table."):convert(count_option)
  parser:option("--gloss", "What units of a table mean, in English."):choices { "en" }
end

--- Adds the options to a command.
---@param parser table  of argparse
function output_options.configure(parser)
  parser:option("-o --output", "File for the records instead of standard output.")
  parser:option("--to", "Format of the records; the default is what the suffix of the output "
    .. "says, or jsonl."):choices { "jsonl", "csv", "tsv", "sqlite", "table" }
  parser:flag("--raw-cells", "Leave cells of csv and tsv as they are that a spreadsheet would "
    .. "take for a formula.")
  parser:flag("--bom", "Begin csv and tsv with U+FEFF, by which spreadsheets know UTF-8.")
  parser:option("--flatten", "A list of the records: csv and tsv have a row for each of its "
    .. "items (effect, of the ledger).")
  parser:option("--headers", "What columns of csv and tsv are called, instead of the names of "
    .. "the fields."):choices { "zh", "en" }
  configure_table(parser)
end

--- The format of the records.
---@param arguments table
---@return string
function output_options.format(arguments)
  local suffix = arguments.output and arguments.output:match "%.(%w+)$"
  return arguments.to or SUFFIXES[suffix] or "jsonl"
end

-- What is wrong with a suffix of the output; nil if nothing is. A device or a
-- name without one is written to as --to says.
local function unknown_suffix(arguments)
  local suffix = arguments.output and arguments.output:match "[^/]%.(%w+)$"
  if arguments.to or not suffix or SUFFIXES[suffix] then return nil end
  local known = {}
  for one in pairs(SUFFIXES) do known[#known + 1] = "." .. one end
  table.sort(known)
  return ("-o %s: no format has the suffix .%s; known: %s (or name one by --to)")
    :format(arguments.output, suffix, table.concat(known, ", "))
end

-- What is wrong with options that the format does not take; nil if nothing is.
local function of_another_format(arguments)
  local format = output_options.format(arguments)
  for _, option in ipairs(OF_FORMATS) do
    local formats = { compat.unpack(option, 2) }
    if arguments[(option[1]:gsub("-", "_"))] then
      local fits = false
      for _, one in ipairs(formats) do fits = fits or one == format end
      if not fits then
        return ("--%s goes with --to %s"):format(option[1], table.concat(formats, " or "))
      end
    end
  end
end

--- What is wrong with the options; nil if nothing is.
---@param arguments table
---@return string?
function output_options.wrong(arguments)
  if output_options.format(arguments) ~= "jsonl" and arguments.errors == "inline" then
    return "--errors inline goes with jsonl"
  end
  return unknown_suffix(arguments) or of_another_format(arguments)
end

-- Opening -----------------------------------------------------------------------------

--- Opens the sink of a call. Returns nil, message, exit code where that fails.
---@param arguments table
---@param pipeline jilu.Pipeline
---@return table?, string?, integer?
function output_options.open(arguments, pipeline)
  local format, schemas = output_options.format(arguments), {}
  for _, one in ipairs(pipeline:schemas()) do
    if not arguments.only or arguments.only[one.type] then schemas[#schemas + 1] = one end
  end
  local ok, open = pcall(require, SINKS[format])
  if not ok then return nil, ("--to %s: %s"):format(format, tostring(open):match "^[^\n]*"), 1 end
  local sink, message, call = open(arguments.output, schemas, format, arguments)
  if sink then return sink end
  if call then return nil, message, 1 end
  return nil, "gave up: " .. message, GAVE_UP
end

return output_options
