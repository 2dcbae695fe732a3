-- A source of documents: WARC (ISO 28500), as web archives write it: the payload of
-- each response, resource or conversion with text in it. One record is held at a
-- time.

local document = require "jilu.document"
local files = require "jilu.record.sources.files"
local packed = require "jilu.input.packed"

local BLOCK = 64 * 1024

-- Bytes of the head of a record or of HTTP.
local HEAD_LIMIT = 64 * 1024

local WANTED = { response = true, resource = true, conversion = true }

-- What a media type is; others are left out.
local FORMATS = {
  ["text/html"] = "html", ["application/xhtml+xml"] = "html", ["text/plain"] = "text",
  ["text/markdown"] = "markdown",
}

-- A file that is read to a mark or by size.
local Reader = {}
Reader.__index = Reader

function Reader:fill()
  local block, message = self.file:read(BLOCK)
  if not block then
    self.message = message
    return false
  end
  self.text = self.text .. block
  return true
end

-- All before `mark`, and goes on behind it; nil at the end or over HEAD_LIMIT.
function Reader:before(mark)
  while true do
    local first, last = self.text:find(mark, 1, true)
    if first then
      local head = self.text:sub(1, first - 1)
      self.text = self.text:sub(last + 1)
      return head
    end
    if #self.text > HEAD_LIMIT or not self:fill() then return nil end
  end
end

-- `size` bytes, or with `keep` false their number; nil where the file ends first.
function Reader:take(size, keep)
  local pieces, left = {}, size
  while left > 0 do
    if #self.text == 0 and not self:fill() then return nil end
    local piece = self.text:sub(1, left)
    self.text = self.text:sub(#piece + 1)
    left = left - #piece
    if keep then pieces[#pieces + 1] = piece end
  end
  return table.concat(pieces)
end

local function fields_of(head)
  local found = {}
  for line in (head .. "\r\n"):gmatch "(.-)\r?\n" do
    local name, value = line:match "^([^:]+):%s*(.-)%s*$"
    if name then found[name:lower()] = value end
  end
  return found
end

local function unchunked(body)
  local pieces, at = {}, 1
  while true do
    local size, behind = body:match("^(%x+)[^\r\n]*\r\n()", at)
    size = size and tonumber(size, 16)
    if not size or behind + size - 1 > #body then return nil end
    if size == 0 then return table.concat(pieces) end
    pieces[#pieces + 1] = body:sub(behind, behind + size - 1)
    at = behind + size + 2
  end
end

local function inflated(body)
  local ok, inflate = pcall(require, "jilu.inflate")
  if not ok then return nil, "is compressed, and jilu was built without zlib" end
  local text, ended = inflate.stream "gzip":read(body, files.DOCUMENT_LIMIT)
  if not text then return nil, ended end
  if not ended then return nil, "compressed data ends too early" end
  return text
end

-- The payload of an answer of HTTP, and its media type; nil, reason.
local function payload_of(content)
  local head, body = content:match "^HTTP/[^\n]*\n(.-)\r?\n\r?\n(.*)$"
  if not head then return nil, "a response that is none of HTTP" end
  local fields = fields_of(head)
  if (fields["transfer-encoding"] or ""):lower():find "chunked" then
    body = unchunked(body) or body       -- archives write what they have undone as it was
  end
  if (fields["content-encoding"] or ""):lower():find "gzip" and body:sub(1, 2) == "\31\139" then
    local text, reason = inflated(body)
    if not text then return nil, reason end
    body = text
  end
  return body, fields["content-type"]
end

-- The input of a record; nil where it holds no text.
local function input_of(fields, content, place, options)
  local id = fields["warc-record-id"] or fields["warc-target-uri"] or ""
  local url = (fields["warc-target-uri"] or ""):match "^<?(.-)>?$"
  local input = { id = id:match "^<urn:uuid:(.-)>$" or id, name = place.name, path = place.path,
    archive = place.archive, member = id }
  local body, media = content, fields["content-type"]
  if fields["warc-type"] == "response" then
    body, media = payload_of(content)
    if not body then
      input.reason = media
      return input
    end
  end
  local kind = (media or "text/plain"):lower():match "^%s*([^;%s]+)"
  if not FORMATS[kind] then return nil end
  input.text, input.from = body, options.format or FORMATS[kind]
  input.charset = media and media:lower():match "charset%s*=%s*[\"']?%s*([%w_%-%.:]+)"
  if url and url ~= "" then input.metadata = { url = url, basis = "input" } end
  return input
end

local function read_all(reader, path, options)
  local base, number = path == "-" and "stdin" or document.id_of(packed.plain(path)), 0
  while true do
    local head
    repeat head = reader:before "\r\n\r\n" until not head or head:find "%S"
    if not head then
      local rest = reader.text:find "%S"
      return reader.message or rest and "ends within a record, or is no WARC file" or nil
    end
    if not head:find "^%s*WARC/" then return "is no WARC file, or damaged" end
    local fields = fields_of(head)
    local size = tonumber(fields["content-length"] or "")
    if not size then return "a record without its length" end
    number = number + 1
    local place = { path = ("%s:%d"):format(path, number), archive = path,
      name = ("%s:%d"):format(base, number) }
    local wanted = WANTED[fields["warc-type"]] and size <= files.DOCUMENT_LIMIT
    local content = reader:take(size, wanted)
    if not content then return reader.message or "ends within a record" end
    if wanted then
      local input = input_of(fields, content, place, options)
      if input then coroutine.yield(input) end
    elseif WANTED[fields["warc-type"]] then
      place.id, place.reason = fields["warc-record-id"] or place.name, files.too_large()
      coroutine.yield(place)
    end
  end
end

--- Iterates over the documents of WARC files, also compressed ones.
---@param paths string[]
---@param notice fun(message: string)
---@param options { own: table<string, boolean>?, format: string? }
---@return fun(): jilu.Input?
return function(paths, notice, options)
  return coroutine.wrap(function()
    for path, reason in files.each(paths, notice, options.own, options.glob) do
      local file, message
      if not reason then file, message = packed.open(path) end
      if file then
        local reader = setmetatable({ file = file, text = "" }, Reader)
        message = read_all(reader, path, options)
        if path ~= "-" then file:close() end
      end
      if reason or message then
        coroutine.yield { id = document.id_of(packed.plain(path)), path = path,
          reason = reason or message }
      end
    end
  end)
end
