-- The ledger: who did what, when, with which effect; and all that it rests on.

local jilu = require "jilu"

return jilu.pipeline {
  "repair", "zones", "metadata", "outline", "facts", "phrases", "frameworks", "ledger", "checks",
  jilu.emit {
    "document", "line", "section", "enumeration", "quantity", "change", "time", "work", "quote",
    "numeral_phrase", "framework", "organization", "person", "place", "document_number", "url",
    "contact", "ledger", "repair", "check",
  },
  tests = function() return require("jilu.zh.examples").ledger end,
}
