-- require "jilu": the public face, nothing but doors.

local core = require "jilu.core"
local document = require "jilu.document"

local jilu = {
  _VERSION = core._VERSION,
  unicode_version = core.unicode_version,

  validate = core.validate,
  graphemes = core.graphemes,
  words = core.words,
  sentences = core.sentences,
  lines = core.lines,
  count = core.count,
  spans = core.spans,
  document = document.new,
  open = document.open,
}

return jilu
