-- How a document is built: line roles, sections, enumerations.

local jilu = require "jilu"

return jilu.pipeline {
  "repair", "zones", "metadata", "outline",
  jilu.emit { "document", "line", "section", "enumeration", "repair" },
  tests = function() return require("jilu.zh.examples").outline end,
}
