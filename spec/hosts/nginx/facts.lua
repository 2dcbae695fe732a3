-- lua-nginx-module: a gateway that tells the one behind it what a body states.
--   access_by_lua_file facts.lua;
-- The facts go on as a header; each worker has a state of its own.

local jilu = require "jilu"

local extractor = jilu.extractor {}

ngx.req.read_body()
local body = ngx.req.get_body_data() or ""       -- client_max_body_size bounds it
local found = {}
for _, fact in ipairs(extractor:facts(body)) do
  if fact.type == "quantity" and fact.unit then
    found[#found + 1] = ("%.14g %s"):format(fact.value or fact.min, fact.unit)
  end
end
ngx.req.set_header("X-Quantities", table.concat(found, ", "))
