-- require "jilu": the public face, nothing but doors.

local core = require "jilu.core"
local document = require "jilu.document"

local jilu = {
  _VERSION = core._VERSION,
  validate = core.validate,
  document = document.new,
  open = document.open,
}

return jilu
