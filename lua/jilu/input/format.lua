-- What a file is: by its suffix, or by its first bytes.

local format = {}

--- The formats that a document may have.
format.NAMES = { "text", "markdown", "html" }

local SUFFIXES = {
  jsonl = "jsonl", ndjson = "jsonl", md = "markdown", markdown = "markdown", html = "html",
  warc = "warc", htm = "html", xhtml = "html", shtml = "html",
}

--- A path without the suffix of compression: a.jsonl.gz is a.jsonl.
---@param path string
---@return string
function format.uncompressed(path)
  return (path:gsub("%.[gG][zZ]$", ""):gsub("%.[zZ][sS][tT]$", ""))
end

--- The format that a suffix says; nil where it says none.
---@param path string
---@return string?
function format.by_suffix(path)
  local suffix = format.uncompressed(path):match "%.(%w+)$"
  return suffix and SUFFIXES[suffix:lower()]
end

-- The first bytes of a page, in lower case and without zeros of UTF-16.
local function is_html(head)
  return head:find "^%s*<!doctype%s+html" or head:find "^%s*<html[%s>]"
    or head:find "^%s*<%?xml[^>]*%?>%s*<!doctype%s+html" or head:find "^%s*<head[%s>]"
end

--- The format of bytes; what is no HTML page is text. `notice` hears of a guess, and
--- of text that looks like JSON.
---@param bytes string
---@param notice fun(message: string, kind: string)
---@param path string
---@return string
function format.by_content(bytes, notice, path)
  local head = bytes:sub(1, 1024):gsub("^\239\187\191", ""):gsub("%z", ""):lower()
  head = head:gsub("^[\254\255]+", ""):gsub("^%s*<!%-%-.-%-%->", "")
  if is_html(head) then
    notice(("%s: read as HTML by its first bytes (--from text reads it as text)"):format(path),
      "html")
    return "html"
  end
  if head:find '^%s*%[?%s*{%s*"[^"]*"%s*:' then
    notice(("%s: looks like JSON and is read as text; --from jsonl reads JSON Lines")
      :format(path), "json")
  end
  return "text"
end

return format
