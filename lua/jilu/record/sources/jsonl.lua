-- A source of documents: JSON Lines, one object a document, its text in one of
-- the fields. Positions are those of the text in that field.

local document = require "jilu.document"
local extractor = require "jilu.facts.extractor"
local exact = require "jilu.record.exact"
local files = require "jilu.record.sources.files"

local BLOCK = 64 * 1024

-- Lines --------------------------------------------------------------------------------

-- Iterates over the lines of an open file; a line over the limit of a document
-- ends the file with an error message.
local function lines(file)
  local block, at = "", 1
  return function()
    local pieces, size = {}, 0
    while true do
      local stop = block:find("\n", at, true)
      pieces[#pieces + 1] = block:sub(at, (stop or 0) - 1)
      if stop then
        at = stop + 1
        return table.concat(pieces)
      end
      size = size + #pieces[#pieces]
      if size > files.DOCUMENT_LIMIT then return nil, files.too_large() end
      local message
      block, message = file:read(BLOCK)
      at = 1
      if not block then
        block = ""
        if message or size == 0 then return nil, message end
        return table.concat(pieces)
      end
    end
  end
end

-- Objects --------------------------------------------------------------------------------

local BOM = "\239\187\191"

local function id_of(value, default)
  if type(value) ~= "string" and type(value) ~= "number" then return default end
  return exact.text(value)
end

-- The language that the object says; null says none.
local function language_of(value)
  if type(value) == "userdata" then return nil end
  if value == "auto" or extractor.is_language(value) then return value end
  return nil, ("field 'language': no language '%s'; known: auto, %s")
    :format(tostring(value), extractor.known_languages())
end

-- The input that an object of a line gives.
local function input_of(line, field, path, name, number)
  local input = { id = ("%s:%d"):format(name, number), path = ("%s:%d"):format(path, number) }
  local ok, object = pcall(exact.decode, line)
  if not ok then
    input.reason = "not JSON: " .. tostring(object)
  elseif type(object) ~= "table" then
    input.reason = "not a JSON object"
  else
    input.id = id_of(object.id, input.id)
    input.text = object[field]
    if type(input.text) ~= "string" then
      input.text = nil
      input.reason = ("the object has no text in its field '%s'"):format(field)
    elseif object.language ~= nil then
      input.language, input.reason = language_of(object.language)
      if input.reason then input.text = nil end
    end
  end
  return input
end

local function each_line(path, field)
  local name = path == "-" and "stdin" or document.id_of(path)
  local file, message = files.open(path)
  local number = 0
  local next_line = file and lines(file) or function() return nil, message end
  local line
  line, message = next_line()
  while line do
    number = number + 1
    if number == 1 and line:sub(1, #BOM) == BOM then line = line:sub(#BOM + 1) end
    if line:find "%S" then coroutine.yield(input_of(line, field, path, name, number)) end
    line, message = next_line()
  end
  if file and path ~= "-" then file:close() end
  if message then coroutine.yield { id = name, path = path, reason = message } end
end

--- Iterates over the documents of files of JSON Lines.
---@param paths string[]
---@param notice fun(message: string)
---@param options { field: string, own: table<string, boolean>? }  the name of the field with
---the text; files that the run writes
---@return fun(): jilu.Input?
return function(paths, notice, options)
  local field = options.field
  return coroutine.wrap(function()
    for path, reason in files.each(paths, notice, options.own) do
      if reason then
        coroutine.yield { id = document.id_of(path), path = path, reason = reason }
      else
        each_line(path, field)
      end
    end
  end)
end
