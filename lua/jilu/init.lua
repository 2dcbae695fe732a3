-- require "jilu": the public face, nothing but doors.

local check = require "jilu.check"
local columns = require "jilu.text.columns"
local core = require "jilu.core"
local document = require "jilu.document"
local drop = require "jilu.pipeline.drop"
local emit = require "jilu.record.emit"
local encoding = require "jilu.input.encoding"
local expression = require "jilu.facts.expression"
local extractor = require "jilu.facts.extractor"
local field = require "jilu.record.field"
local gazetteer = require "jilu.text.gazetteer"
local lexicon = require "jilu.lexicon"
local pipeline = require "jilu.pipeline"
local properties = require "jilu.text.properties"
local re = require "jilu.rule.re"
local rule = require "jilu.rule"
local schema = require "jilu.record.schema"
local terminals = require "jilu.rule.terminals"
local characters = require "jilu.text.terminals"

--- Decodes bytes. Returns the text, its map (nil of UTF-8, where the text is the
--- bytes) and what is known of the encoding; or nil, message where it is not known.
---@param bytes string
---@param name? string  as iconv knows it; default "auto"
---@return string?, jilu.SourceMap|string|nil, jilu.Encoding?
local function decode(bytes, name)
  check.type("decode", 1, bytes, "string")
  if name ~= nil then check.type("decode", 2, name, "string") end
  return encoding.decode(bytes, name)
end

local jilu = {
  _VERSION = core._VERSION,
  unicode_version = core.unicode_version,

  validate = core.validate,
  repair = core.repair,
  normalize = core.normalize,
  lower = core.lower,
  upper = core.upper,
  title = core.title,
  fold = core.casefold,
  equal = core.equal,
  property = core.property,
  is = core.is,
  category = properties.category,
  script = properties.script,
  script_extensions = properties.script_extensions,
  scripts = properties.scripts,
  block = properties.block,
  age = properties.age,
  numeric_value = properties.numeric_value,
  east_asian_width = properties.east_asian_width,
  bidi_class = properties.bidi_class,
  emoji = properties.emoji,
  find = core.pattern_find,
  match = core.pattern_match,
  gmatch = core.pattern_gmatch,
  gsub = core.pattern_gsub,
  width = core.width,
  graphemes = core.graphemes,
  words = core.words,
  sentences = core.sentences,
  lines = core.lines,
  count = core.count,
  spans = core.spans,
  stream = core.stream,
  sub = core.sub,
  offset = core.offset,
  reverse = core.reverse,
  truncate = columns.truncate,
  pad = columns.pad,
  wrap = columns.wrap,
  P = characters,
  number = expression.number,
  time = expression.time,
  facts = expression.facts,
  extractor = extractor.new,
  lexicon = lexicon,
  decode = decode,
  document = document.new,
  open = document.open,
  null = core.null,
  pipeline = pipeline.new,
  load = pipeline.load,
  rule = rule.new,
  gazetteer = gazetteer.new,
  re = re.new,
  fact = terminals.fact,
  emit = emit.new,
  drop = drop.new,
  schema = schema.declare,
  field = field,
}

return jilu
