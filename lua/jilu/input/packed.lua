-- Files that are compressed or hold others: .gz, .zst, .tar, .tar.gz, .zip. Members are
-- read one after the other; only one is held at a time.

local files = require "jilu.record.sources.files"
local format = require "jilu.input.format"

local packed = {}

local BLOCK = 64 * 1024
local TAR_BLOCK = 512

-- Bytes at the end of a zip file in which its directory is announced.
local ZIP_TAIL = 65536 + 22

local function need_inflate()
  local ok, inflate = pcall(require, "jilu.inflate")
  if ok then return inflate end
  return nil, "is compressed, and jilu was built without zlib"
end

-- A new stream of what a suffix says that a file is compressed by; nil, message where
-- it can't be read, nil where it is not compressed.
local function stream_of(path)
  local name = path:lower()
  if name:find "%.gz$" or name:find "%.tgz$" then
    local inflate, message = need_inflate()
    return inflate and inflate.stream "gzip", message
  elseif name:find "%.zst$" then
    local ok, unzstd = pcall(require, "jilu.unzstd")
    if ok then return unzstd.stream() end
    return nil, "is compressed, and jilu was built without libzstd"
  end
end

--- The path without the suffix of compression: a.jsonl.gz is a.jsonl.
---@param path string
---@return string
packed.plain = format.uncompressed

--- What a packed file is: "file" (one that is compressed), "tar", "zip", nil for another.
---@param path string
---@return string?
function packed.kind(path)
  local plain = packed.plain(path)
  local name = plain:lower()
  if name:find "%.tar$" or name:find "%.tgz$" then return "tar" end
  if plain ~= path then return "file" end
  if name:find "%.zip$" then return "zip" end
end

-- Compressed files ------------------------------------------------------------------------

local Compressed = {}
Compressed.__index = Compressed

-- As a file's; at most `size` bytes, none of which is a lie about the end.
function Compressed:read(size)
  while #self.text == 0 and not self.ended do
    local block, message = self.file:read(BLOCK)
    if not block then
      return nil, message or not self.done and "compressed data ends too early" or nil
    end
    self.text, self.done = self.stream:read(block, files.DOCUMENT_LIMIT)
    if not self.text then
      self.text, self.ended = "", true
      return nil, self.done
    end
  end
  if #self.text == 0 then return nil end
  local part = self.text:sub(1, size)
  self.text = self.text:sub(size + 1)
  return part
end

function Compressed:close() return self.file:close() end

--- Opens a file, decompressed where its suffix says so. The object has `read(size)`
--- and `close()`. Returns nil, message.
---@param path string
---@return table?, string?
function packed.open(path)
  local file, message = files.open(path)
  if not file then return nil, message end
  local stream, reason = stream_of(path)
  if stream then return setmetatable({ file = file, stream = stream, text = "" }, Compressed) end
  if not reason then return file end
  file:close()
  return nil, reason
end

-- Exactly `size` bytes of a file; fewer where it ends.
local function take(file, size)
  local pieces, have = {}, 0
  while have < size do
    local piece, message = file:read(math.min(size - have, BLOCK))
    if not piece then return table.concat(pieces), message end
    pieces[#pieces + 1], have = piece, have + #piece
  end
  return table.concat(pieces)
end

--- All bytes of a compressed file. Returns nil, message.
---@param path string
---@return string?, string?
function packed.read(path)
  local file, message = packed.open(path)
  if not file then return nil, message end
  local text, reason = take(file, files.DOCUMENT_LIMIT + 1)
  file:close()
  if reason then return nil, reason end
  if #text > files.DOCUMENT_LIMIT then return nil, files.too_large() end
  return text
end

-- tar (POSIX ustar, with names of pax and GNU) -------------------------------------------

local function octal(field)
  local digits = field:match "^[ %z]*([0-7]+)"
  return digits and tonumber(digits, 8)
end

local function header_of(block)
  local sum = 0
  for k = 1, TAR_BLOCK do sum = sum + (k > 148 and k <= 156 and 32 or block:byte(k)) end
  if octal(block:sub(149, 156)) ~= sum then return nil end
  local name, prefix = block:match "^[^%z]*", block:sub(346, 500):match "^[^%z]*"
  if block:sub(258, 262) == "ustar" and prefix ~= "" and block:sub(263, 263) == "\0" then
    name = prefix .. "/" .. name
  end
  return { name = name, size = octal(block:sub(125, 136)), kind = block:sub(157, 157) }
end

local function skip(file, size)
  while size > 0 do
    local piece = file:read(math.min(size, BLOCK))
    if not piece then return false end
    size = size - #piece
  end
  return true
end

local function padded(size) return math.ceil(size / TAR_BLOCK) * TAR_BLOCK end

local function each_of_tar(file, give)
  local long
  while true do
    local block, message = take(file, TAR_BLOCK)
    if #block < TAR_BLOCK then return message or #block > 0 and "ends too early" or nil end
    if not block:find "[^%z]" then return nil end
    local header = header_of(block)
    if not header or not header.size then return "is no tar archive, or damaged" end
    if header.kind == "L" or header.kind == "x" then
      if header.size > BLOCK then return "a name that is too long" end
      local text = take(file, padded(header.size)):sub(1, header.size)
      long = header.kind == "L" and text:match "^[^%z]*" or text:match "%d+ path=([^\n]*)\n" or long
    elseif header.kind ~= "0" and header.kind ~= "\0" then
      if not skip(file, padded(header.size)) then return "ends too early" end
      long = nil
    elseif header.size > files.DOCUMENT_LIMIT then
      give(long or header.name, nil, files.too_large())
      if not skip(file, padded(header.size)) then return "ends too early" end
      long = nil
    else
      local text = take(file, padded(header.size))
      if #text < header.size then return "ends too early" end
      give(long or header.name, text:sub(1, header.size))
      long = nil
    end
  end
end

-- zip ------------------------------------------------------------------------------------

local function number(text, at, size)
  local value = 0
  for k = size - 1, 0, -1 do value = value * 256 + (text:byte(at + k) or 0) end
  return value
end

-- Where the end of the directory is announced in the last bytes of a zip file.
local function announcement(tail)
  for k = #tail - 21, 1, -1 do
    if tail:sub(k, k + 3) == "PK\5\6" then return k end
  end
end

-- The size and place of the directory; in zip64 another record has them. nil where
-- there is none.
local function place_of_directory(file, size)
  file:seek("set", math.max(0, size - ZIP_TAIL))
  local tail = file:read "*a" or ""
  local at = announcement(tail)
  if not at then return nil end
  local length, offset = number(tail, at + 12, 4), number(tail, at + 16, 4)
  if at <= 20 or tail:sub(at - 20, at - 17) ~= "PK\6\7" then return length, offset end
  local record = number(tail, at - 12, 8)
  if record + 56 > size then return nil end
  file:seek("set", record)
  local head = file:read(56) or ""
  if head:sub(1, 4) ~= "PK\6\6" then return nil end
  return number(head, 41, 8), number(head, 49, 8)
end

-- What does not fit into four bytes stands in the extra field 1 (zip64), in this order.
local function widen(entry, extra)
  local at = 1
  while at + 3 <= #extra and number(extra, at, 2) ~= 1 do at = at + 4 + number(extra, at + 2, 2) end
  at = at + 4
  for _, name in ipairs { "size", "packed", "offset" } do
    if entry[name] == 0xFFFFFFFF then
      entry[name] = number(extra, at, 8)
      at = at + 8
    end
  end
end

-- The entries of the directory of a zip file, or nil, message.
local function directory_of(file)
  local size = file:seek "end"
  local length, offset = place_of_directory(file, size)
  if not length or offset + length > size then return nil, "is no zip archive, or damaged" end
  file:seek("set", offset)
  local text, entries, from = file:read(length) or "", {}, 1
  while text:sub(from, from + 3) == "PK\1\2" do
    local name_size, extra_size = number(text, from + 28, 2), number(text, from + 30, 2)
    local extra = from + 46 + name_size
    local entry = {
      flags = number(text, from + 8, 2), method = number(text, from + 10, 2),
      packed = number(text, from + 20, 4), size = number(text, from + 24, 4),
      offset = number(text, from + 42, 4), name = text:sub(from + 46, extra - 1),
    }
    widen(entry, text:sub(extra, extra + extra_size - 1))
    entries[#entries + 1] = entry
    from = extra + extra_size + number(text, from + 32, 2)
  end
  if from <= #text then return nil, "is no zip archive, or damaged" end
  return entries
end

local function read_entry(file, entry)
  if entry.flags % 2 == 1 then return nil, "is encrypted" end
  if entry.size > files.DOCUMENT_LIMIT or entry.packed > files.DOCUMENT_LIMIT then
    return nil, files.too_large()
  end
  if not file:seek("set", entry.offset) then return nil, "is damaged" end
  local head = file:read(30)
  if not head or #head < 30 or head:sub(1, 4) ~= "PK\3\4" then return nil, "is damaged" end
  file:seek("cur", number(head, 27, 2) + number(head, 29, 2))
  local bytes = entry.packed > 0 and file:read(entry.packed) or ""
  if not bytes or #bytes < entry.packed then return nil, "ends too early" end
  if entry.method == 0 then return bytes end
  if entry.method ~= 8 then return nil, ("is packed by method %d"):format(entry.method) end
  local inflate, reason = need_inflate()
  if not inflate then return nil, reason end
  local text, ended = inflate.stream "raw":read(bytes, files.DOCUMENT_LIMIT)
  if not text then return nil, ended end
  if not ended or #text ~= entry.size then return nil, "is damaged" end
  return text
end

local function each_of_zip(file, give)
  local entries, message = directory_of(file)
  if not entries then return message end
  for _, entry in ipairs(entries) do
    if entry.name:sub(-1) ~= "/" then give(entry.name, read_entry(file, entry)) end
  end
end

--- Calls give(name, text, reason) for each file in an archive. Returns what is wrong
--- with the archive itself, nil if nothing is.
---@param path string
---@param give fun(name: string, text: string?, reason: string?)
---@return string?
function packed.each(path, give)
  local kind = packed.kind(path)
  local file, message = packed.open(path)
  if not file then return message end
  local reason
  if kind == "zip" then
    reason = each_of_zip(file, give)
  else
    reason = each_of_tar(file, give)
  end
  file:close()
  return reason
end

return packed
