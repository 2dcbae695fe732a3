-- Text as HTML: nothing of a document can become markup, script or style.

local core = require "jilu.core"

local html = {}

local ESCAPES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;",
  ["'"] = "&#39;" }

-- U+2400 and up show the control characters.
local function control_picture(byte)
  local code = byte:byte()
  return code == 9 and "\t" or code == 127 and "\226\144\161"
    or "\226\144" .. string.char(128 + code)
end

--- Bytes of a document as the text of an element or of an attribute in quotes;
--- ill-formed ones become U+FFFD, and control characters are shown.
---@param text any
---@return string
function html.escape(text)
  text = core.repair(tostring(text))
  return (text:gsub("[&<>\"']", ESCAPES):gsub("[%z\1-\31\127]", control_picture))
end

-- JSON that may stand in a script element: no "<" can end it.
local JSON_ESCAPES = { ['"'] = '\\"', ["\\"] = "\\\\", ["<"] = "\\u003c" }

--- A string as JSON inside a script element.
---@param text any
---@return string
function html.json(text)
  text = core.repair(tostring(text))
  return '"' .. text:gsub('["\\<]', JSON_ESCAPES):gsub("[%z\1-\31\127]", function(byte)
    return ("\\u%04x"):format(byte:byte())
  end) .. '"'
end

local BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function base64(bytes)
  local out = {}
  for k = 1, #bytes, 3 do
    local a, b, c = bytes:byte(k, k + 2)
    local n = a * 65536 + (b or 0) * 256 + (c or 0)
    for shift = 3, 0, -1 do
      local index = math.floor(n / 64 ^ shift) % 64 + 1
      local absent = (shift == 1 and not b) or (shift == 0 and not c)
      out[#out + 1] = absent and "=" or BASE64:sub(index, index)
    end
  end
  return table.concat(out)
end

--- What a content security policy calls a script or a style: only this one may
--- run.
---@param source string
---@return string
function html.source_hash(source)
  local bytes = core.sha256(source):gsub("%x%x", function(hex)
    return string.char(tonumber(hex, 16))
  end)
  return ("'sha256-%s'"):format(base64(bytes))
end

return html
