-- Files named on a command line: each file, the files of each folder (sorted,
-- with the folders inside it), and '-' for standard input.

local core = require "jilu.core"
local lfs = require "lfs"

-- Bytes of one document: what a process can hold of text, its folded twin and
-- its facts at once; a report has some ten thousand.
local DOCUMENT_LIMIT = 64 * 1024 * 1024

-- Bytes read at once from what has no size, such as a pipe.
local BLOCK = 1024 * 1024

local files = { DOCUMENT_LIMIT = DOCUMENT_LIMIT }

--- What is wrong with a document that is over the limit.
---@return string
function files.too_large()
  return ("more than the %d MB that a document may have (DOCUMENT_LIMIT)")
    :format(DOCUMENT_LIMIT / (1024 * 1024))
end

-- Walking ---------------------------------------------------------------------------

local function identity(attributes)
  return ("%s:%s"):format(tostring(attributes.dev), tostring(attributes.ino))
end

local function sorted_entries(path)
  local names = {}
  local ok, message = pcall(function()
    for name in lfs.dir(path) do
      if name:sub(1, 1) ~= "." then names[#names + 1] = name end
    end
  end)
  if not ok then return nil, message:match ": ([^:]*)$" or message end
  table.sort(names)
  return names
end

-- What a folder holds beside documents: opening a pipe would wait for somebody
-- to write to it, and what the run writes is no input of its own.
local function left_out(walk, attributes)
  if walk.own[identity(attributes)] then return "is written by this run" end
  if attributes.mode ~= "file" and attributes.mode ~= "directory" then
    return "is no file but a " .. attributes.mode
  end
end

-- *.txt, report_20??.*: the Lua pattern of a glob on names.
local function pattern_of(glob)
  local pattern = glob:gsub("[%^%$%(%)%%%.%[%]%+%-]", "%%%0"):gsub("%*", ".*"):gsub("%?", ".")
  return "^" .. pattern .. "$"
end

-- Is a file of a folder left out by its name?
local function is_unwanted(path, walk)
  if not walk.pattern or path:match "[^/]*$":find(walk.pattern) then return false end
  walk.unwanted = walk.unwanted + 1
  return true
end

local visit

-- `walk.seen` has the folders that were entered: a link to one of them is a
-- loop, or would read the same files again.
local function visit_folder(path, walk, attributes)
  local id = identity(attributes)
  if walk.seen[id] then
    walk.notice(("%s: a link back to %s, left out"):format(path, walk.seen[id]))
    return
  end
  walk.seen[id] = path
  local names, reason = sorted_entries(path)
  if not names then
    coroutine.yield(path, reason)
    return
  end
  local prefix = path:sub(-1) == "/" and path or path .. "/"
  for _, name in ipairs(names) do visit(prefix .. name, walk, true) end
end

-- `inside`: was it found in a folder, not named?
function visit(path, walk, inside)
  local attributes, message = lfs.attributes(path)
  if not attributes then
    -- let reading it say why, in the same words for all
    coroutine.yield(path, (message:gsub("^cannot obtain information from file '.-': ", "")))
    return
  end
  local why = inside and left_out(walk, attributes)
  if why then
    walk.notice(("%s: %s, left out"):format(path, why))
  elseif attributes.mode == "directory" then
    visit_folder(path, walk, attributes)
  elseif not (inside and is_unwanted(path, walk)) then
    coroutine.yield(path)
  end
end

--- Iterates over the paths of all files, and why one can't be read where that
--- is known already. Left out of folders are hidden files, what is no file, and
--- the run's own.
---@param paths string[]
---@param notice fun(message: string)  for what was left out
---@param own? table<string, boolean>  files that the run writes, as dev:ino
---@param glob? string  names that files of folders have, with * and ?
---@return fun(): string?, string?
function files.each(paths, notice, own, glob)
  local ended = false
  local next_path = coroutine.wrap(function()
    for _, path in ipairs(paths) do
      if path == "-" then
        coroutine.yield(path)
      else
        local walk = { seen = {}, notice = notice, own = own or {}, unwanted = 0,
          pattern = glob and pattern_of(glob) }
        visit(path, walk, false)
        if walk.unwanted > 0 then
          notice(("%s: %d files left out by --glob %s"):format(path, walk.unwanted, glob))
        end
      end
    end
    ended = true
  end)
  -- asked again at its end it is still at its end
  return function()
    if ended then return nil end
    return next_path()
  end
end

-- Reading ---------------------------------------------------------------------------

-- The file that was opened last, and the bytes of those before it.
local place = { before = 0, size = 0 }

--- Opens a file or, for '-', standard input.
---@param path string
---@return file*?, string?
function files.open(path)
  if path == "-" then return io.stdin end
  local file, message = io.open(path, "rb")
  if not file then
    return nil, message:sub(1, #path + 2) == path .. ": " and message:sub(#path + 3) or message
  end
  place.before = place.before + place.size
  place.file, place.size = file, lfs.attributes(path, "size") or 0
  return file
end

--- How far the inputs are read: bytes of the files that this process has opened, as they
--- lie on the disk.
---@return integer
function files.position()
  local open = place.file and io.type(place.file) == "file"
  return place.before + (open and place.file:seek() or place.size)
end

--- Bytes of all files of a call; nil where that is not known: standard input, pipes, or more
--- files than can be looked at until `deadline` (seconds of core.clock).
---@param paths string[]
---@param deadline number
---@param own? table<string, boolean>  as of `files.each`
---@param glob? string
---@return integer?
function files.size(paths, deadline, own, glob)
  local size = 0
  for path in files.each(paths, function() end, own, glob) do
    local attributes = path ~= "-" and lfs.attributes(path)
    if not attributes or attributes.mode ~= "file" or core.clock() > deadline then return nil end
    size = size + attributes.size
  end
  return size
end

local function read_blocks(file)
  local blocks, size = {}, 0
  while true do
    local block, message = file:read(BLOCK)
    if not block then
      if message then return nil, message end
      return table.concat(blocks)
    end
    blocks[#blocks + 1] = block
    size = size + #block
    if size > DOCUMENT_LIMIT then return nil, files.too_large() end
  end
end

--- All bytes of a file. Returns nil, message where it can't be read or is over
--- DOCUMENT_LIMIT.
---@param path string
---@return string?, string?
function files.read(path)
  local file, message = files.open(path)
  if not file then return nil, message end
  local attributes = path ~= "-" and lfs.attributes(path)
  local text
  if not attributes or attributes.mode ~= "file" then
    text, message = read_blocks(file)
  elseif attributes.size > DOCUMENT_LIMIT then
    text, message = nil, files.too_large()
  else
    text, message = file:read "*a"
  end
  if path ~= "-" then file:close() end
  return text, message
end

return files
