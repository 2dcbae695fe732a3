-- A document: the original bytes, the view through which they are read, and
-- the layers of annotations that stages add.

local check = require "jilu.check"
local core = require "jilu.core"
local detect = require("jilu.document.language").detect
local encoding = require "jilu.input.encoding"
local extractor = require "jilu.facts.extractor"
local format = require "jilu.input.format"
local html = require "jilu.input.html"
local layers = require "jilu.document.layers"
local lexicon = require "jilu.lexicon"
local sections = require "jilu.document.sections"
local units = require "jilu.document.units"

---@class jilu.Annotation
---@field type string
---@field first integer  first byte in the original text
---@field last integer   last byte

---@class jilu.Line
---@field number integer  1-based
---@field first integer   first byte in the original text
---@field last integer    last byte, without the line break
---@field text string     the folded line, without residue
---@field offset integer  bytes of the folded text before the line
---@field i integer  first byte of its text that is no blank
---@field j integer  the last one; i > j where it is blank
---@field role string?    set by the stage `zones`
---@field words string?   its text without the blanks around it, by that stage
---@field class string?   what it looks like by itself (jilu.page), by that stage
---@field detail string|table|nil  by that stage: the field of metadata, the marker of a
---  heading or an item (jilu.heading)

--- What stages found out about the document as a whole.
---@class jilu.Meta
---@field title_line jilu.Line?  by the stage `zones`
---@field published string?  by the stage `metadata`: ISO 8601, with a blank before the hour
---@field written string?  likewise: the year of writing where it is another
---@field meeting_date string?  likewise: the day of the meeting that minutes without a date keep
---@field announcements jilu.Announcement[]?  by the stage `phrases`: 三个阶段, with members
---@field has_facts boolean?  the stage `facts` has run, or they were asked for

---@class jilu.DocumentOptions
---@field id? string
---@field date? string
---@field residue? "auto"|"keep"|"cut"
---@field path? string
---@field member? string  its name in the archive at `path`
---@field extractor? jilu.Extractor
---@field language? "zh"|"en"|"auto"  what it is read as; default that of the extractor, "zh"
---@field lexicon? jilu.Lexicon
---@field from? "text"|"markdown"|"html"  what the bytes are
---@field encoding? string  "auto", or a name that iconv knows; default UTF-8
---@field charset? string  what HTTP says of it, for "auto"
---@field metadata? jilu.InputMetadata  what is known of it before it is read

--- What an input says of a document beside its text.
---@class jilu.InputMetadata
---@field title? string
---@field published? string  as `jilu.Meta` has it
---@field url? string
---@field source? string
---@field authors? string[]
---@field basis string  "input" for fields of JSON Lines, "meta" for elements of HTML

---@class jilu.Document
---@field id string
---@field source string   the text as it was decoded, never changed; what `first` and `last`
---  are positions in
---@field bytes string    the file as it was read: the same where nothing was decoded
---@field map jilu.SourceMap?  from the source to the bytes; nil where they are the same
---@field encoding jilu.Encoding?  of the bytes; nil where nobody asked: UTF-8
---@field format "text"|"markdown"|"html"
---@field structure table[]?  of HTML: what stands around each line (jilu.input.html)
---@field input_metadata jilu.InputMetadata?
---@field head_metadata jilu.InputMetadata?  of HTML: what its head says
---@field path string?  as it was given; of a member of an archive that of the archive
---@field member string?
---@field converter string?  the command that made the bytes of another format
---@field input string?      the bytes that it made them of
---@field date string?    publication date to use where the document has none
---@field extractor jilu.Extractor?  reads its facts; the default is that of Chinese
---@field language "zh"|"en"
---@field language_basis "option"|"script"|"words"|"pipeline"|"default"  what says so
---@field lexicon jilu.Lexicon?  where its words end, nouns and names of the facts end
---@field view jilu.View
---@field folded string   the whole folded text
---@field lines jilu.Line[]
---@field too_many_lines boolean  it is no page: lines are made when they are asked for and
---  keep nothing, stages that look at pages pass it over
---@field meta jilu.Meta
local Document = {}
Document.__index = Document

local OPTIONS = {
  id = "string", date = "string", residue = "string", path = "string",
  member = "string", extractor = "jilu.Extractor", language = "string", lexicon = "jilu.Lexicon",
  from = "string", encoding = "string", charset = "string", metadata = "table",
}

local function type_of(value)
  if lexicon.is(value) then return "jilu.Lexicon" end
  return getmetatable(value) == extractor.Extractor and "jilu.Extractor" or type(value)
end

local function check_options(options)
  check.options("document", 2, options, OPTIONS, type_of, 4)
  if options.date and not core.is_date(options.date) then
    check.fail("document", 2, 3, "option 'date': '%s' is no ISO 8601 date", options.date)
  end
end

-- What reads the facts: the extractor given, or that of the language given or
-- found; and what says so.
local function extractor_of(text, options)
  local language, own = options.language, options.extractor
  if not language then return own, own and "option" or "default" end
  if language == "auto" then
    if own then return own, "option" end
    local found, basis = detect(text)
    return extractor.for_language(found), basis
  end
  extractor.check_language(language, "document", 2, 3)
  if own and own.language ~= language then
    check.fail("document", 2, 3, "the extractor reads '%s', not '%s'", own.language, language)
  end
  return own or extractor.for_language(language), "option"
end

-- Lines of a text that has more than a page: each is made when it is asked for.
local function lines_on_demand(view)
  local count = #view
  return setmetatable({}, {
    __len = function() return count end,
    __index = function(_, k) return view:line(k) end,
  })
end

-- The text of bytes, its map and encoding, as the options say; of a page the
-- structure of its lines and what its head says.
local function decode(bytes, options)
  if options.from then
    check.choice("document", 2, "format", options.from, format.NAMES, 4)
  end
  local text, map, found = bytes, nil, nil
  if options.encoding then
    text, map, found = encoding.decode(bytes, options.encoding, options.charset)
    if not text then
      check.fail("document", 2, 3, "option 'encoding': %s", map)
    end
  end
  if options.from ~= "html" then return text, map, found end
  local lines, metadata
  text, map, lines, metadata = html.read(text, map)
  return text, map, found, lines, metadata
end

--- Makes a document of any bytes; ill-formed UTF-8 never fails.
---@param bytes string
---@param options? jilu.DocumentOptions
---@return jilu.Document
local function new(bytes, options)
  check.type("document", 1, bytes, "string")
  options = options or {}
  check_options(options)
  local text, map, found, structure, head = decode(bytes, options)
  local own, basis = extractor_of(text, options)
  local view = core.view(text, options.residue, map, options.from == "html")
  local lines = view:lines()
  return setmetatable({
    id = options.id or "",
    source = text,
    bytes = bytes,
    map = map,
    encoding = found,
    format = options.from or "text",
    input_metadata = options.metadata,
    head_metadata = head,
    structure = structure,
    date = options.date,
    path = options.path,
    member = options.member,
    extractor = own,
    language = own and own.language or "zh",
    language_basis = basis,
    lexicon = options.lexicon,
    view = view,
    folded = view:folded(),
    lines = lines or lines_on_demand(view),
    too_many_lines = lines == nil,
    layers = layers.new(),
    meta = {},
    added_by = {},
  }, Document)
end

--- The original bytes of an annotation, fact or any table with first and last.
---@param span { first: integer, last: integer }
---@return string
function Document:text(span)
  return self.source:sub(span.first, span.last)
end

--- Where a span of the source stands among the bytes of the file as it was read.
---@param first integer
---@param last integer
---@return integer first, integer last
function Document:original(first, last)
  if not self.map then return first, last end
  return self.map:source(first, last)
end

--- The original text of a span without residue, with U+FFFD for ill-formed
--- bytes; and whether that differs from the bytes themselves.
---@param first integer
---@param last integer
---@return string, boolean
function Document:norm(first, last)
  return self.view:norm(first, last)
end

--- Original positions of the folded bytes i..j of `line.text`.
---@param line jilu.Line
---@param i integer
---@param j integer
---@return integer first, integer last
function Document:span(line, i, j)
  return self.view:original(line.offset + i, line.offset + j)
end

--- The original text of the folded bytes i..j of `line.text`, without residue,
--- and its place.
---@param line jilu.Line
---@param i integer
---@param j integer
---@return string text, integer first, integer last
function Document:read(line, i, j)
  return self.view:read(line.offset + i, line.offset + j)
end

--- The line that holds an original byte.
---@param first integer
---@return jilu.Line
function Document:line_of(first)
  return self.lines[self.view:line_of(first)]
end

--- Where an original span stands in the folded text of its line.
---@param first integer
---@param last integer
---@return jilu.Line line, integer i, integer j
function Document:locate(first, last)
  local line = self:line_of(first)
  local i, j = self.view:locate(first, last)
  return line, i - line.offset, j - line.offset
end

--- The sections that hold a byte, from the outermost to the innermost; `heading`
--- and `level` are among their fields.
---@param first integer
---@return table[]
function Document:sections(first)
  return sections.at(self, first)
end

local function check_span(name, span)
  if span ~= nil then check.span(name, 1, span, 4) end
end

--- The sentences (UAX #29) of the document, or of a part of it.
---@param span? { first: integer, last: integer }
---@return jilu.Annotation[]
function Document:sentences(span)
  check_span("sentences", span)
  return units.sentences(self, span)
end

--- The words of the document, or of a part of it: by its lexicon, with their
--- tags, or else by UAX #29.
---@param span? { first: integer, last: integer }
---@return jilu.Word[]
function Document:words(span)
  check_span("words", span)
  return units.words(self, span)
end

--- The clauses of the document's prose, as the ledger reads them.
---@return jilu.Clause[]
function Document:clauses()
  return require("jilu.ledger.clauses").of(self)
end

--- What the page says of itself, as the stage `metadata` read it: `title`,
--- `published`, `organization`, … as in a `document` record; without that stage
--- a table without fields.
---@return table
function Document:metadata()
  return self:layer "document"[1] or {}
end

-- Half a place is a slip. What is about the whole document, or a name that
-- stands in several places, has none.
local function check_annotation(kind, annotation)
  if type(annotation) ~= "table" then
    check.fail("annotate", 2, 3, "table expected, got %s", type(annotation))
  end
  local has_first, has_last = annotation.first ~= nil, annotation.last ~= nil
  if has_first ~= has_last then
    local key = has_first and "last" or "first"
    check.fail("annotate", 2, 3, "a '%s' without '%s': its %s byte in the text",
      tostring(kind), key, key)
  end
end

--- Adds an annotation to the layer of its type.
---@param kind string
---@param annotation table  with first and last, original positions
---@return table annotation
function Document:annotate(kind, annotation)
  check_annotation(kind, annotation)
  local layer = self.layers[kind]
  if not layer then
    layer = {}
    self.layers[kind] = layer
  end
  annotation.type = kind
  layer[#layer + 1] = annotation
  local added = self.added
  if added then added[#added + 1] = annotation end
  return annotation
end

--- Forgets what the stage of this key added to the document in an earlier run,
--- and keeps what it adds from now on until `end_stage`.
---@param key string
function Document:begin_stage(key)
  local earlier = self.added_by[key]
  if earlier then layers.remove(self.layers, earlier) end
  self.added = {}
  self.added_by[key] = self.added
end

--- What is added from now on belongs to no stage.
function Document:end_stage()
  self.added = nil
end

local NONE = {}

--- All annotations of a type, in the order in which they were added.
---@param kind string
---@return table[]
function Document:layer(kind)
  if self.closed and layers.holder(self, kind) then check.closed("layer", self) end
  return self.layers[kind] or NONE
end

--- The facts of a kind that the document states; all of them are read when the
--- first are asked for, unless the stage `facts` has done so.
---@param kind string  "quantity", "time", "organization", …
---@return jilu.Fact[]
function Document:facts(kind)
  local stage = require "jilu.facts.stage"
  check.choice("facts", 1, "kind", kind, stage.makes)
  if not self.meta.has_facts then
    if self.closed then check.closed("facts", self) end
    stage.run(self)
  end
  return self:layer(kind)
end

-- In place of the view: whoever asks it anything is told of the document.
local function closed_view(doc)
  return setmetatable({}, { __index = function(_, name)
    return function() check.closed(name, doc, 5) end
  end })
end

--- Frees what C holds of the document, memory that Lua's collector does not
--- see: its view, and the facts of which no tables were made. May be called
--- again. Annotations that there are stay.
function Document:close()
  if self.closed then return end
  self.closed = true
  layers.close(self.layers)
  self.view:close()
  self.view = closed_view(self)
end

function Document:__tostring()
  return ("jilu.Document (%s, %d bytes, %d lines%s)"):format(self.id, #self.source, #self.lines,
    self.closed and ", closed" or "")
end

--- The name of a document at a path: without its folder and last extension.
---@param path string
---@return string
local function id_of(path)
  local name = path:match "([^/\\]*)$"
  return name:match "^(.+)%.[^.]*$" or name
end

--- Reads a file, in the format that its suffix says and the encoding that its bytes
--- say, unless the options name others. Returns nil, message where it can't be read.
---@param path string
---@param options? table  as for `document`
---@return jilu.Document?, string?
local function open(path, options)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local text, reason = file:read "*a"
  file:close()
  if not text then return nil, ("%s: %s"):format(path, reason or "can't be read") end
  local of = format.by_suffix(path)
  local from = of ~= "jsonl" and of ~= "warc" and of or nil
  local all = { id = id_of(path), path = path, encoding = "auto", from = from }
  for key, value in pairs(options or {}) do all[key] = value end
  return new(text, all)
end

return { new = new, open = open, id_of = id_of, Document = Document }
