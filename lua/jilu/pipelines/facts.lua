-- The facts that a document states.

local jilu = require "jilu"

return jilu.pipeline {
  "repair",
  jilu.emit { "document" },
}
