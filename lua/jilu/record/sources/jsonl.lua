-- A source of documents: JSON Lines, one object a document (or an array of them),
-- its text in one of the fields. Positions are those of the text in that field.

local document = require "jilu.document"
local extractor = require "jilu.facts.extractor"
local exact = require "jilu.record.exact"
local fields = require "jilu.input.fields"
local packed = require "jilu.input.packed"
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

-- Fills the input of an object by the fields of the map.
local function fill(input, object, options)
  local map = options.map
  input.name = input.id
  input.id = id_of(fields.get(object, map.id), input.id)
  input.text = fields.text(object, map.text)
  if not input.text then
    input.reason = ("the object has no text in its field '%s'; its fields: %s")
      :format(map.text, fields.names(object))
    return input
  end
  if object.language ~= nil then
    input.language, input.reason = language_of(object.language)
    if input.reason then
      input.text = nil
      return input
    end
  end
  input.metadata = fields.metadata(object, map, options.missing)
  input.from, input.encoding = options.from, "UTF-8"
  return input
end

local function is_list_of_objects(value)
  return #value > 0 and type(value[1]) == "table"
end

-- Gives the inputs of a line.
local function give_line(line, options, path, name)
  local place = { id = name, path = path }
  local ok, object = pcall(exact.decode, line)
  if not ok then
    place.reason = "not JSON: " .. tostring(object)
  elseif type(object) ~= "table" then
    place.reason = "not a JSON object"
  elseif is_list_of_objects(object) then
    for k, one in ipairs(object) do
      local at = ("%s.%d"):format(name, k)
      local item = { id = at, path = ("%s.%d"):format(path, k) }
      if type(one) ~= "table" then item.reason = "not a JSON object"
      else fill(item, one, options) end
      coroutine.yield(item)
    end
    return
  else
    fill(place, object, options)
  end
  coroutine.yield(place)
end

local function each_line(path, options)
  local name = path == "-" and "stdin" or document.id_of(packed.plain(path))
  local file, message = packed.open(path)
  local number = 0
  local next_line = file and lines(file) or function() return nil, message end
  local line
  line, message = next_line()
  while line do
    number = number + 1
    if number == 1 and line:sub(1, #BOM) == BOM then line = line:sub(#BOM + 1) end
    if line:find "%S" then
      give_line(line, options, ("%s:%d"):format(path, number), ("%s:%d"):format(name, number))
    end
    line, message = next_line()
  end
  if file and path ~= "-" then file:close() end
  if message then coroutine.yield { id = name, path = path, reason = message } end
end

-- Says once a run that a field of the call is in no object that was looked at.
local function missing_notice(notice)
  local told = {}
  return function(object, name)
    if told[name] then return end
    told[name] = true
    notice(("--map: an object without the field '%s'; its fields: %s")
      :format(name, fields.names(object)))
  end
end

--- Iterates over the documents of files of JSON Lines.
---@param paths string[]
---@param notice fun(message: string)
---@param options { field: string?, map: table<string, string>?, format: string?,
---own: table<string, boolean>? }  the name of the field with the text; the names of other
---fields; what the text is; files that the run writes
---@return fun(): jilu.Input?
return function(paths, notice, options)
  local reading = {
    map = fields.map(options.map, options.field), from = options.format,
    missing = options.map and missing_notice(notice) or nil,
  }
  return coroutine.wrap(function()
    for path, reason in files.each(paths, notice, options.own, options.glob) do
      if reason then
        coroutine.yield { id = document.id_of(path), path = path, reason = reason }
      else
        each_line(path, reading)
      end
    end
  end)
end
