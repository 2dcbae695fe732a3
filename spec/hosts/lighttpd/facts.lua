-- mod_magnet: POST a text, get its facts as JSON.
--   magnet.attract-raw-url-to = ( "/path/to/facts.lua" )
-- lighttpd keeps one Lua state for each script, so the extractor is made once.

local cjson = require "cjson"
local jilu = require "jilu"

local MAX_BYTES = 1048576

local extractor = jilu.extractor {}

local function answer(status, value)
  lighty.r.resp_header["Content-Type"] = "application/json"
  lighty.r.resp_body.set(cjson.encode(value) .. "\n")
  return status
end

local request = lighty.r.req_attr
if request["request.method"] ~= "POST" then return answer(405, { error = "POST a text" }) end
local size = tonumber(lighty.r.req_header["Content-Length"])
if not size then return answer(411, { error = "no Content-Length" }) end
if size > MAX_BYTES then
  return answer(413, { error = "at most " .. MAX_BYTES .. " bytes" })
end
local body = lighty.r.req_body
if not body.collect then return 0 end        -- called again when all is there
-- lighttpd 1.4.69 gives what it read of the head as well
local text = size > 0 and body.get:sub(-size) or ""

local facts = {}
-- first, last: bytes from 1, as string.sub has them
for k, fact in ipairs(extractor:facts(text)) do
  facts[k] = { type = fact.type, text = fact.text, value = fact.value, unit = fact.unit,
    first = fact.first, last = fact.last }
end
return answer(200, { facts = facts })
