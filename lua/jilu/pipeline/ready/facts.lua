-- The facts that a document states.

local jilu = require "jilu"

return jilu.pipeline {
  "repair", "zones", "metadata", "outline", "facts", "phrases",
  jilu.emit {
    "document", "quantity", "change", "time", "work", "quote", "numeral_phrase", "organization",
    "person", "place", "document_number", "url", "contact", "repair",
  },
  tests = function() return require("jilu.zh.examples").facts end,
}
