-- External converters: programs that make text of what jilu does not read itself
-- (PDF, DOCX, ODT), by the suffix of the input.

local files = require "jilu.record.sources.files"
local format = require "jilu.input.format"

local converter = {}

-- What may be said of a converter's own words.
local SAID = 300

-- Known formats, and what reads them; by Debian's packages.
local SUGGESTED = {
  pdf = "pdftotext -layout - -", docx = "pandoc -f docx -t plain --wrap=none -",
  odt = "pandoc -f odt -t plain --wrap=none -", epub = "pandoc -f epub -t plain --wrap=none -",
  rtf = "pandoc -f rtf -t plain --wrap=none -",
}

-- What such files begin with.
local MAGIC = { pdf = "%PDF-", docx = "PK\3\4", odt = "PK\3\4", epub = "PK\3\4", rtf = "{\\rtf" }

-- The words of a command: parted by blanks; '…' and "…" hold what is between them.
-- There is no shell: no other character means anything.
local function words_of(command)
  local words, at = {}, 1
  while true do
    at = command:find("%S", at)
    if not at then return words end
    local word = ""
    while at <= #command and not command:find("^%s", at) do
      local quote = command:match("^[\"']", at)
      local stop = quote and command:find(quote, at + 1, true)
      if quote and not stop then return nil, "a quote without its end" end
      local plain = quote and command:sub(at + 1, stop - 1) or command:match("^[^%s\"']+", at)
      word = word .. plain
      at = quote and stop + 1 or at + #plain
    end
    words[#words + 1] = word
  end
end

--- One value of the option: SUFFIX=COMMAND.
---@param value string
---@return table? { suffix, command, words }
---@return string?
function converter.option(value)
  local suffix, command = value:match "^%.?(%w+)=(.*)$"
  if not suffix then return nil, ("'%s' is no SUFFIX=COMMAND"):format(value) end
  local words, message = words_of(command)
  if not words then return nil, ("'%s': %s"):format(value, message) end
  if #words == 0 then return nil, ("'%s': no command"):format(value) end
  return { suffix = suffix:lower(), command = command, words = words }
end

--- The values of a call by their suffixes; of equal ones the last.
---@param list table[]?
---@return table<string, table>
function converter.by_suffix(list)
  local found = {}
  for _, one in ipairs(list or {}) do found[one.suffix] = one end
  return found
end

local function suffix_of(path)
  local suffix = format.uncompressed(path):match "%.(%w+)$"
  return suffix and suffix:lower()
end

--- The converter of a document; nil where it needs none.
---@param converters table<string, table>
---@param path string
---@return table?
function converter.of(converters, path)
  local suffix = suffix_of(path)
  return suffix and converters[suffix]
end

--- The text that a converter makes of bytes; nil, message.
---@param found table
---@param bytes string
---@return string?, string?
function converter.run(found, bytes)
  local text, message = require("jilu.command").convert(found.words, bytes, files.DOCUMENT_LIMIT)
  if text then return text end
  message = message:gsub("%s+$", ""):gsub("%s*\n%s*", "; ")
  return nil, ("converter %s: %s"):format(found.words[1], message:sub(1, SAID))
end

--- What is wrong with bytes that only a converter makes text of; nil for others.
---@param path string
---@param bytes string
---@return string?
function converter.wanted(path, bytes)
  local suffix = bytes:sub(1, 5) == MAGIC.pdf and "pdf" or suffix_of(path)
  local magic = MAGIC[suffix]
  if not magic or bytes:sub(1, #magic) ~= magic then return nil end
  return ("is no text but %s; --convert '%s=%s' reads it"):format(suffix:upper(), suffix,
    SUGGESTED[suffix])
end

return converter
