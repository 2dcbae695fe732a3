-- require "jilu": the public face, nothing but doors.

local core = require "jilu.core"

local jilu = {
  _VERSION = core._VERSION,
  validate = core.validate,
}

return jilu
