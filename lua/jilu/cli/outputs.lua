-- The files that a call writes, beside those that it reads: nothing is opened
-- for writing that the call also reads, or writes twice.

local lfs = require "lfs"

local outputs = {}

-- Links to links that are followed where the file at their end is missing.
local LINKS_MAX = 40

--- What an existing file is, whatever it is called: device and inode.
---@param attributes table  of lfs
---@return string
function outputs.identity(attributes)
  return ("%s:%s"):format(tostring(attributes.dev), tostring(attributes.ino))
end

-- A file that is missing is its name in the folder where it would lie. nil for
-- what is no file: a terminal, a pipe, /dev/null may be written to twice.
local function identity_of(path, links)
  local attributes = lfs.attributes(path)
  if attributes then
    return attributes.mode == "file" and outputs.identity(attributes) or nil
  end
  local folder, name = path:match "^(.*/)([^/]+)$"
  if not folder then folder, name = "", path end
  local target = lfs.symlinkattributes(path, "target")
  if target and links < LINKS_MAX then
    return identity_of(target:sub(1, 1) == "/" and target or folder .. target, links + 1)
  end
  attributes = lfs.attributes(folder == "" and "." or folder)
  return attributes and outputs.identity(attributes) .. "/" .. name
end

--- Where a descriptor of the standard ones leads.
outputs.STDIN, outputs.STDOUT, outputs.STDERR = "/dev/stdin", "/dev/stdout", "/dev/stderr"

--- A file of a call.
---@class jilu.CallFile
---@field path string
---@field what string  as a message calls it: "-o", "an input"

--- What is wrong with the files of a call: one that is written is another of
--- them. nil if nothing is.
---@param written jilu.CallFile[]
---@param read jilu.CallFile[]
---@return string?
function outputs.clash(written, read)
  local known = {}
  for _, file in ipairs(read) do
    local identity = identity_of(file.path, 0)
    if identity then known[identity] = file.what end
  end
  for _, file in ipairs(written) do
    local identity = identity_of(file.path, 0)
    if identity then
      local other = known[identity]
      if other then return ("%s %s: is %s too"):format(file.what, file.path, other) end
      known[identity] = "the file of " .. file.what
    end
  end
end

--- The files among these that exist already, by what they are.
---@param paths string[]
---@return table<string, boolean>
function outputs.identities(paths)
  local set = {}
  for _, path in ipairs(paths) do
    local attributes = lfs.attributes(path)
    if attributes and attributes.mode == "file" then set[outputs.identity(attributes)] = true end
  end
  return set
end

return outputs
