-- A source of documents: one file, one document, as a format that the call names.

local core = require "jilu.core"
local document = require "jilu.document"
local packed = require "jilu.input.packed"
local files = require "jilu.record.sources.files"

local function read(path)
  if packed.kind(path) == "file" then return packed.read(path) end
  return files.read(path)
end

--- What a source gives of each document: its text, or why there is none.
---@class jilu.Input
---@field id string
---@field name? string  without an id of its own; `id` where there is none
---@field path string   as it was named, with the line for JSON Lines, the number of the record
---  for WARC, and the member for archives
---@field archive? string  the path of the archive or WARC file that holds it
---@field member? string  its name in the archive, its WARC-Record-ID
---@field text? string
---@field reason? string
---@field from? string  its format
---@field encoding? string  where the source knows it
---@field charset? string  what a header of HTTP says that it is
---@field metadata? jilu.InputMetadata

--- Iterates over the documents of files. The second function counts all of them
--- at the end of a run, whether or not they were read; true beside the count
--- where there are more, as many as could be counted until `deadline` (seconds of
--- core.clock).
---@param paths string[]
---@param notice fun(message: string)
---@param options? { own: table<string, boolean>?, format: string? }  files that the run
---writes; what the documents are
---@return fun(): jilu.Input?
---@return fun(deadline: number): integer, boolean
return function(paths, notice, options)
  options = options or {}
  local next_path = files.each(paths, notice, options.own, options.glob)
  local taken, format = 0, options.format
  local function total(deadline)
    while core.clock() < deadline do
      if not next_path() then return taken, false end
      taken = taken + 1
    end
    return taken, true
  end
  return function()
    local path, reason = next_path()
    if not path then return nil end
    taken = taken + 1
    local id = path == "-" and "stdin" or document.id_of(packed.plain(path))
    if reason then return { id = id, path = path, reason = reason } end
    local text, message = read(path)
    return { id = id, path = path, text = text, reason = message, from = format }
  end, total
end
