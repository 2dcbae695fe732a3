-- A source of documents: one file, one document.

local document = require "jilu.document"
local files = require "jilu.record.sources.files"

--- What a source gives of each document: its text, or why there is none.
---@class jilu.Input
---@field id string
---@field path string   as it was named, with the line for JSON Lines
---@field text? string
---@field reason? string

--- Iterates over the documents of files.
---@param paths string[]
---@param notice fun(message: string)
---@return fun(): jilu.Input?
return function(paths, notice)
  local next_path = files.each(paths, notice)
  return function()
    local path, reason = next_path()
    if not path then return nil end
    local id = path == "-" and "stdin" or document.id_of(path)
    if reason then return { id = id, path = path, reason = reason } end
    local text, message = files.read(path)
    return { id = id, path = path, text = text, reason = message }
  end
end
