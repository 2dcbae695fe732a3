-- A source of documents: what each file is its suffix says, else its first bytes:
-- JSON Lines, Markdown, HTML, text.

local converter = require "jilu.input.converter"
local core = require "jilu.core"
local document = require "jilu.document"
local files = require "jilu.record.sources.files"
local format = require "jilu.input.format"
local warc = require "jilu.record.sources.warc"
local json_lines = require "jilu.record.sources.jsonl"
local packed = require "jilu.input.packed"
local text = require "jilu.record.sources.text"

-- Files of many documents, by their formats.
local STREAMS = { jsonl = json_lines, warc = warc }

local function stream_of(path) return STREAMS[format.by_suffix(path)] end

local function archive(path)
  local kind = packed.kind(path)
  return kind == "tar" or kind == "zip"
end

--- Iterates over the documents of files. The second function counts all of them,
--- as that of `text` does; what JSON Lines hold beyond what was read is more.
---@param paths string[]
---@param notice fun(message: string)
---@param options? { own: table<string, boolean>?, map: table<string, string>?,
---converters: table<string, table>? }  files that the run writes; fields of JSON Lines;
---converters by suffixes
---@return fun(): jilu.Input?
---@return fun(deadline: number): integer, boolean
return function(paths, notice, options)
  options = options or {}
  local next_path = files.each(paths, notice, options.own, options.glob)
  local taken, within = 0, false
  local converters = options.converters or {}
  local function total(deadline)
    local more = within
    while core.clock() < deadline do
      local path = next_path()
      if not path then return taken, more end
      if stream_of(path) then more = true else taken = taken + 1 end
    end
    return taken, true
  end
  local told = {}
  local function once(message, kind)
    if told[kind] then return end
    told[kind] = true
    notice(message)
  end
  local function give(input)
    taken = taken + 1
    local path = input.member or input.path
    if input.text and not input.from and not converter.of(converters, path) then
      input.from = format.by_suffix(path)
        or format.by_content(input.text, once, input.path)
    end
    coroutine.yield(input)
  end
  return coroutine.wrap(function()
    for path, reason in next_path do
      if reason then
        give { id = document.id_of(path), path = path, reason = reason }
      elseif stream_of(path) then
        within = true
        for input in stream_of(path)({ path }, notice, { map = options.map }) do give(input) end
        within = false
      elseif archive(path) then
        local message = packed.each(path, function(name, bytes, why)
          give { id = document.id_of(name), path = path .. "/" .. name, archive = path,
            member = name, text = bytes, reason = why }
        end)
        if message then give { id = document.id_of(path), path = path, reason = message } end
      else
        for input in text({ path }, notice) do give(input) end
      end
    end
  end), total
end
