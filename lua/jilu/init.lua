-- require "jilu": the public face, nothing but doors. What works on a text alone is
-- there at once; the library of documents and rules comes with its first use.

local check = require "jilu.check"
local columns = require "jilu.text.columns"
local core = require "jilu.core"
local editing = require "jilu.text.editing"
local lexicon = require "jilu.lexicon"
local properties = require "jilu.text.properties"
local sentences = require "jilu.text.sentences"

--- Decodes bytes. Returns the text, its map (nil of UTF-8, where the text is the
--- bytes) and what is known of the encoding; or nil, message where it is not known.
---@param bytes string
---@param name? string  as iconv knows it; default "auto"
---@return string?, jilu.SourceMap|string|nil, jilu.Encoding?
local function decode(bytes, name)
  check.type("decode", 1, bytes, "string")
  if name ~= nil then check.type("decode", 2, name, "string") end
  return require "jilu.input.encoding".decode(bytes, name)
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
  compare = core.compare,
  sortkey = core.sortkey,
  property = core.property,
  is = core.is,
  category = properties.category,
  skeleton = core.skeleton,
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
  at_column = columns.at_column,
  graphemes = core.graphemes,
  words = core.words,
  sentences = sentences.iterate,
  lines = core.lines,
  count = core.count,
  spans = core.spans,
  stream = core.stream,
  sub = core.sub,
  offset = core.offset,
  reverse = core.reverse,
  codes = core.codes,
  char = core.char,
  codepoint = core.codepoint,
  encode = core.encode,
  truncate = columns.truncate,
  pad = columns.pad,
  wrap = columns.wrap,
  strip = editing.strip,
  slug = editing.slug,
  ellipsis = editing.ellipsis,
  escape = editing.escape,
  unescape = editing.unescape,
  lexicon = lexicon,
  decode = decode,
  null = core.null,
}

-- The rest is loaded when it is first asked for: a module, and which field of it.
local DOORS = {
  number = { "jilu.facts.expression", "number" },
  time = { "jilu.facts.expression", "time" },
  facts = { "jilu.facts.expression", "facts" },
  extractor = { "jilu.facts.extractor", "new" },
  document = { "jilu.document", "new" },
  open = { "jilu.document", "open" },
  pipeline = { "jilu.pipeline", "new" },
  load = { "jilu.pipeline", "load" },
  rule = { "jilu.rule", "new" },
  gazetteer = { "jilu.text.gazetteer", "new" },
  sort = { "jilu.text.collation", "sort" },
  confusable = { "jilu.text.identifiers", "confusable" },
  restriction_level = { "jilu.text.identifiers", "restriction_level" },
  simplified = { "jilu.text.chinese", "simplified" },
  traditional = { "jilu.text.chinese", "traditional" },
  pinyin = { "jilu.text.chinese", "pinyin" },
  conversion = { "jilu.conversion" },
  re = { "jilu.rule.re", "new" },
  fact = { "jilu.rule.terminals", "fact" },
  emit = { "jilu.record.emit", "new" },
  drop = { "jilu.pipeline.drop", "new" },
  schema = { "jilu.record.schema", "declare" },
  field = { "jilu.record.field" },
  P = { "jilu.text.terminals" },
  utf8 = { "jilu.utf8" },
}

return setmetatable(jilu, {
  __index = function(_, name)
    local door = DOORS[name]
    if not door then return nil end
    local value = require(door[1])
    if door[2] then value = value[door[2]] end
    jilu[name] = value
    return value
  end,
  -- before Lua 5.2, pairs shows what was asked for
  __pairs = function()
    for name in pairs(DOORS) do jilu[name] = jilu[name] end
    return next, jilu
  end,
})
