-- The ledger: who did what, when, with which effect; and all that it rests on.

local jilu = require "jilu"

return jilu.pipeline {
  "repair",
  jilu.emit { "document", "repair" },
}
