-- How commands read documents: the date, the language and the lexicon of the
-- call.

local core = require "jilu.core"
local corrections = require "jilu.record.corrections"
local lexicon = require "jilu.lexicon"
local lexicon_place = require "jilu.cli.lexicon_place"

local reading = {}

local function date_option(value)
  if value:find "^%d%d%d%d%-%d%d%-%d%d$" and core.is_date(value) then return value end
  return nil, ("'%s' is no date, YYYY-MM-DD is"):format(value)
end

--- Adds the options to a command.
---@param command table  of argparse
function reading.configure(command)
  command:option("--date", "Publication date where a document has none (YYYY-MM-DD).")
    :convert(date_option)
  command:option("--language", "What the documents are read as; auto: by script and words "
    .. "(default: that of the pipeline, else zh).")
    :choices { "zh", "en", "auto" }
  command:option("--lexicon", "Whose words bound nouns and names; default: the installed one, "
    .. "where there is one; 'none' for none.")
end

--- Adds the option of what a person said of records.
---@param command table  of argparse
function reading.configure_corrections(command)
  command:option("--corrections", "JSON Lines of records that a person accepted, rejected or "
    .. "set."):convert(corrections.read)
end

--- The lexicon of the call and where it lies; nil where none is wanted or found;
--- false, a message where the one that was named is of no use.
---@param arguments { lexicon: string? }
---@param pipeline jilu.Pipeline
---@return jilu.Lexicon|false|nil, string?
function reading.lexicon(arguments, pipeline)
  local path = arguments.lexicon
  if path == "none" or (not path and pipeline.lexicon) then return nil end
  path = path or lexicon_place()
  if not path then return nil end
  local opened, message = lexicon.open(path)
  if not opened then return false, message end
  return opened, path
end

return reading
