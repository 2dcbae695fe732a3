---@meta jilu
-- What `require "jilu"` returns, for editors; nothing loads this file.
-- Made by spec/manual/reference.lua; do not edit.

local jilu = {}

--- The version of Unicode that a character came with, as "1.1"; nil where none
--- has it.
---@param c jilu.Character
---@return string?
function jilu.age(c) end

--- What stands in a column of a text: the first and the last byte of the grapheme,
--- and which of its columns this is; nil behind the end.
---@param text string
---@param column integer from 1
---@param options? jilu.WidthOptions
---@return integer? first
---@return integer? last
---@return integer? part 1, or 2 for the second column of a wide grapheme
function jilu.at_column(text, column, options) end

--- Bidi_Class, as "L" or "AL".
---@param c jilu.Character
---@return string
function jilu.bidi_class(c) end

--- The block, as "CJK_Unified_Ideographs"; nil where there is none.
---@param c jilu.Character
---@return string?
function jilu.block(c) end

--- General_Category, as "Lu".
---@param c jilu.Character
---@return string
function jilu.category(c) end

--- The text of code points. Raises for a number that is none, surrogates included.
---@param ... integer
---@return string text
function jilu.char(...) end

--- The code points that begin at bytes i to j; U+FFFD for each ill-formed part.
---@param text string
---@param i? integer 1 if absent, negative from the end
---@param j? integer i if absent
---@return integer ... code points
function jilu.codepoint(text, i, j) end

--- As utf8.codes, in every Lua: an iterator of where each code point begins, and
--- the code point; U+FFFD for each ill-formed part.
---@param text string
---@return fun(text: string, position: integer): integer?, integer? iterator
---@return string text
---@return integer position
function jilu.codes(text) end

--- How a text stands to another by the Unicode Collation Algorithm (UTS #10) with
--- CLDR's root collation: -1 before it, 0 equal, 1 behind it.
---@param a string
---@param b string
---@param options? jilu.CollationOptions
---@return integer order
function jilu.compare(a, b, options) end

--- Whether two texts are easily taken for each other: their skeletons are the same
--- (UTS #39, 4). A text is confusable with itself.
---@param a string
---@param b string
---@return boolean
function jilu.confusable(a, b) end

--- How many there are, without coming back to Lua for each.
---@param text string
---@param unit? jilu.AnyUnit "grapheme" if absent
---@param options? jilu.UnitOptions
---@return integer
function jilu.count(text, unit, options) end

--- Decodes bytes. Returns the text, its map (nil of UTF-8, where the text is the
--- bytes) and what is known of the encoding; or nil, message where it is not known.
---@param bytes string
---@param name? string  as iconv knows it; default "auto"
---@return string?, jilu.SourceMap|string|nil, jilu.Encoding?
function jilu.decode(bytes, name) end

--- Makes a document of any bytes; ill-formed UTF-8 never fails.
---@param bytes string
---@param options? jilu.DocumentOptions
---@return jilu.Document
function jilu.document(bytes, options) end

--- Leaves the document out, where it is returned.
---@param reason string
---@return jilu.Drop
function jilu.drop(reason) end

--- East_Asian_Width: "A", "F", "H", "N", "Na", "W".
---@param c jilu.Character
---@return string
function jilu.east_asian_width(c) end

--- The first graphemes of a text: as many as are asked for, those of the mark
--- among them where something is cut off. jilu.truncate counts columns instead.
---@param text string
---@param count integer graphemes, 0 or more
---@param mark? string "…" if absent
---@return string text
function jilu.ellipsis(text, count, mark) end

--- A stage that emits the layers of these types, one type after the other.
---@param types (string|jilu.Schema)[]
---@return jilu.Emit
function jilu.emit(types) end

--- Whether a character is an emoji, and whether it is shown as one unasked.
---@param c jilu.Character
---@return boolean emoji
---@return boolean presentation
function jilu.emoji(c) end

--- A text as bytes of another encoding, by iconv. Without a replacement the first
--- character that the encoding lacks makes it fail.
---@param text string ill-formed parts are U+FFFD
---@param name string as iconv knows it: "GBK", "UTF-16LE", "UTF-32BE"; "UTF-16" has a mark
---@param replacement? string stands for every character that the encoding lacks
---@return string? bytes
---@return string? message
---@return integer? position byte of the character that the encoding lacks
function jilu.encode(text, name, replacement) end

--- Whether two texts are canonically equivalent (UAX #15), or become so
--- without the differences that do not count.
---@param a string
---@param b string
---@param options? jilu.EqualOptions
---@return boolean
function jilu.equal(a, b, options) end

--- A text in printable ASCII: other characters, controls and those that begin an
--- escape are escaped. Ill-formed parts are U+FFFD.
---@param text string
---@param options? jilu.EscapeOptions
---@return string ascii
function jilu.escape(text, options) end

--- An extractor with words of the user's own, compiled into the same
--- vocabulary as those of the language.
---@param knowledge jilu.UserKnowledge
---@return jilu.Extractor
function jilu.extractor(knowledge) end

--- A pattern that matches a fact, or an annotation of any layer, where it
--- starts, and captures its table.
---@param kind string
---@return userdata pattern
function jilu.fact(kind) end

--- See jilu.Extractor.facts.
---@param text string|jilu.Document
---@param options? { date: string?, lexicon: jilu.Lexicon? }
---@return table[]
function jilu.facts(text, options) end

--- Makes a field.
---@param name string
---@param kind any  see jilu.Field
---@return jilu.Field
function jilu.field(name, kind) end

--- jilu.find: as string.find, by code point: classes are Unicode's, a set may
--- hold any character, and `%p{Han}` is the set that jilu.is knows. Positions
--- are bytes. Raises where a match takes more steps than `steps`.
---@param text string
---@param pattern string
---@param init? integer byte, negative from the end
---@param options? boolean|jilu.PatternOptions true: plain
---@return integer? first
---@return integer? last
---@return string|integer ... captures
function jilu.find(text, pattern, init, options) end

--- jilu.fold: full case folding, for comparison; as `normalize(text, "casefold")`.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function jilu.fold(text, options) end

--- Compiles classes of words: strings with spaces between the words, or lists.
--- Words are folded as documents are. Those that one of the characters in
--- `tails` follows (编写的) have the class `tailed` as well.
---@param classes table<string, string|string[]>
---@param options? { tails: string? }
---@return jilu.Gazetteer
function jilu.gazetteer(classes, options) end

--- jilu.gmatch: as string.gmatch.
---@param text string
---@param pattern string
---@param init? integer
---@param options? jilu.PatternOptions
---@return fun(): string|integer|nil ... iterator of captures
function jilu.gmatch(text, pattern, init, options) end

--- Grapheme clusters (UAX #29, extended).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function jilu.graphemes(text, options) end

--- jilu.gsub: as string.gsub.
---@param text string
---@param pattern string
---@param replacement string|number|table|function
---@param n? integer
---@param options? jilu.PatternOptions
---@return string text
---@return integer count
function jilu.gsub(text, pattern, replacement, n, options) end

--- Whether a character is in a set: a category ("Lu", "L"), a script ("Han"), a
--- property of yes and no ("Alphabetic"), or "Property=Value".
---@param c jilu.Character
---@param name string
---@return boolean
function jilu.is(c, name) end

--- Pieces that a line may end behind (UAX #14).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function jilu.lines(text, options) end

--- Loads a pipeline: the name of a ready-made one, or the path of a script
--- that returns one. Returns nil, message where it can't be loaded.
---@param name string
---@param options? { extractor: jilu.Extractor?, language: ("zh"|"en"|"auto")? }  what reads the
--- facts in place of the language's; what documents are read as that do not say
---@return jilu.Pipeline?, string?
function jilu.load(name, options) end

--- Lower case by full mappings (Unicode 3.13), with the final sigma.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function jilu.lower(text, options) end

--- jilu.match: as string.match.
---@param text string
---@param pattern string
---@param init? integer
---@param options? jilu.PatternOptions
---@return string|integer|nil ... captures
function jilu.match(text, pattern, init, options) end

--- A normalisation form (UAX #15), or full case folding. Ill-formed parts
--- become U+FFFD. Linear, also in runs of marks.
---@param text string
---@param form? "NFC"|"NFD"|"NFKC"|"NFKD"|"casefold" "NFC" if absent
---@return string text
function jilu.normalize(text, form) end

--- See jilu.Extractor.number.
---@param text string
---@param init? integer  negative: from the end
---@return string? value, integer? last
function jilu.number(text, init) end

--- The value of a digit, a fraction or another number; nil where it has none.
---@param c jilu.Character
---@return number?
function jilu.numeric_value(c) end

--- Where the n-th unit begins, counted from byte `i`, as utf8.offset counts.
--- Walks from the beginning, as jilu.sub does.
---@param text string
---@param n integer
---@param unit? jilu.AnyUnit "grapheme" if absent
---@param i? integer
---@return integer? position
function jilu.offset(text, n, unit, i) end

--- Reads a file, in the format that its suffix says and the encoding that its bytes
--- say, unless the options name others. Returns nil, message where it can't be read.
---@param path string
---@param options? table  as for `document`
---@return jilu.Document?, string?
function jilu.open(path, options) end

--- Fills a text up to a number of columns; a longer one stays as it is.
---@param text string
---@param count integer columns
---@param options? { align?: "left"|"right"|"center", fill?: string } fill takes one column
---@return string text
function jilu.pad(text, count, options) end

--- The text with pinyin for its Chinese characters, by the longest phrases known
--- (银行 yín háng, 行走 xíng zǒu). What is no Chinese character stays.
---@param text string
---@param options? jilu.PinyinOptions
---@return string? text nil where no conversion is installed
---@return string? message
function jilu.pinyin(text, options) end

--- Makes a pipeline of stages: names of the library's, functions that
--- annotate a document, tables { name =, run =, needs =, … }, jilu.rule,
--- jilu.emit, and jilu.extractor in place of "facts". `lexicon` is for
--- documents that have none, `language` for those that say no other; `tests` are
--- run by `jilu test`.
---@param items any[]|{ lexicon: jilu.Lexicon?, language: ("zh"|"en"|"auto")?, tests: any }
---@return jilu.Pipeline
function jilu.pipeline(items) end

--- The value of a property of the UCD, such as "Script" or "gc"; the names of
--- jilu.category and others are short for this.
---@param c jilu.Character
---@param name string case, spaces, _ and - do not count
---@return string value
function jilu.property(c, name) end

--- Compiles an expression.
---@param source string
---@param definitions? table<string, any>  what %name and -> name mean
---@return jilu.Expression
function jilu.re(source, definitions) end

--- The text with U+FFFD for every maximal ill-formed part.
---@param text string
---@return string text
---@return integer parts how many were ill-formed
function jilu.repair(text) end

--- How strictly a name keeps to scripts that belong together (UTS #39, 5.2), the
--- strictest level first.
---@param text string
---@return jilu.RestrictionLevel
function jilu.restriction_level(text) end

--- The units in reverse order.
---@param text string
---@param unit? jilu.AnyUnit "grapheme" if absent
---@return string
function jilu.reverse(text, unit) end

--- Makes a rule, a stage of a pipeline that emits records of the rule's name.
---@param rule table  the keys of jilu.Rule above; `match` is a jilu.re or an LPeg pattern
---@return jilu.Rule
function jilu.rule(rule) end

--- Declares a record type. Without fields, records of the type are written
--- with whatever fields they have, sorted by name.
---@param name string
---@param fields jilu.Field[]?
---@param where string?  script:line, for messages
---@return jilu.Schema
function jilu.schema(name, fields, where) end

--- The script, as "Han"; "Common", "Inherited" and "Unknown" are none.
---@param c jilu.Character
---@return string
function jilu.script(c) end

--- All scripts that a character is used with.
---@param c jilu.Character
---@return string[]
function jilu.script_extensions(c) end

--- The scripts that a text is written in, those with most characters first,
--- and how many characters each has.
---@param text string
---@return string[] scripts
---@return table<string, integer> counts
function jilu.scripts(text) end

--- Sentences, with the spaces behind them (UAX #29).
---@param text string
---@param options? jilu.SentenceOptions
---@return fun(): integer?, integer? iterator of first, last
function jilu.sentences(text, options) end

--- The text in Simplified characters. Ill-formed bytes stay.
---@param text string
---@param options? { region: "TW"|"HK"|nil, words: boolean?, conversion: jilu.Conversion? }
---  the region whose Traditional the text is written in; whether its words are
---  changed as well (軟體: 软件)
---@return string? text nil where no conversion is installed
---@return jilu.SourceMap|string map from the bytes of the result to those of `text`; or a message
function jilu.simplified(text, options) end

--- What a text looks like (UTS #39): NFD, without what is not seen, each character
--- by the one that it is taken for. To be compared with others, not to be shown.
---@param text string
---@return string skeleton
function jilu.skeleton(text) end

--- A text as a part of an address: letters and digits, in folded case and without
--- marks, runs of them joined. No script is transliterated.
---@param text string
---@param separator? string "-" if absent
---@return string slug
function jilu.slug(text, separator) end

--- Sorts a list in place by the Unicode Collation Algorithm, and returns it. Items
--- that compare as equal keep their order.
---@generic T
---@param list T[]
---@param options? jilu.SortOptions
---@return T[]
function jilu.sort(list, options) end

--- Bytes that compare, one by one, as the texts do by `compare`; to be kept for
--- many comparisons, or in a database.
---@param text string
---@param options? jilu.CollationOptions
---@return string key
function jilu.sortkey(text, options) end

--- All segments at once. What to use where a loop wants them by number.
---@param text string
---@param unit? jilu.Unit "grapheme" if absent
---@param options? jilu.UnitOptions
---@return jilu.Spans
function jilu.spans(text, unit, options) end

--- Segments of a text that comes in chunks, which may be cut anywhere.
---@param unit? jilu.Unit "grapheme" if absent
---@param options? jilu.UnitOptions
---@return jilu.Stream
function jilu.stream(unit, options) end

--- A text without its accents and other marks (Mn): "Ångström" is "Angstrom".
--- The rest is as NFC has it.
---@param text string
---@return string text
function jilu.strip(text) end

--- The units i to j, as string.sub has bytes. Walks from the beginning: in a
--- loop over all of a text use an iterator or jilu.spans.
---@param text string
---@param i integer negative from the end
---@param j? integer -1 if absent
---@param unit? jilu.AnyUnit "grapheme" if absent
---@return string
function jilu.sub(text, i, j, unit) end

--- See jilu.Extractor.time.
---@param text string
---@param options? { date: string? }
---@return jilu.Time?
function jilu.time(text, options) end

--- Each word (UAX #29) with its first cased letter as a title has it, the rest
--- in lower case.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function jilu.title(text, options) end

--- The text in Traditional characters: those of OpenCC's standard, of Taiwan or of
--- Hong Kong.
---@param text string
---@param options? { region: "TW"|"HK"|nil, words: boolean?, conversion: jilu.Conversion? }
---  whether words are changed to the region's as well (软件: 軟體)
---@return string? text nil where no conversion is installed
---@return jilu.SourceMap|string map from the bytes of the result to those of `text`; or a message
function jilu.traditional(text, options) end

--- Cuts a text, at the end of a grapheme, so that it takes no more columns
--- than there are. Where something is cut off, `ellipsis` stands for it.
---@param text string
---@param count integer columns
---@param ellipsis? string "" if absent; its own columns are counted
---@return string text
function jilu.truncate(text, count, ellipsis) end

--- What `escape` was given: reads the escapes of a form, of "lua" also `\xE9` and
--- `\n`, of "html" decimal ones and the five names of XML. What is no escape stays;
--- numbers that are no character are U+FFFD.
---@param text string
---@param options? jilu.EscapeOptions
---@return string text
function jilu.unescape(text, options) end

--- Upper case by full mappings: what it returns may be longer.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function jilu.upper(text, options) end

--- Whether a text is well-formed UTF-8 (Unicode 3.9, table 3-7).
---@param text string
---@param options? { kernel?: string }
---@return true? ok
---@return integer? position of the first ill-formed byte
function jilu.validate(text, options) end

--- Columns in a terminal: East Asian width, emoji, no column for marks.
---@param text string
---@param options? jilu.WidthOptions
---@return integer columns
function jilu.width(text, options) end

--- Words and what is between them (UAX #29).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function jilu.words(text, options) end

--- Breaks a text into lines that fit, by UAX #14: closing punctuation never
--- begins a line, opening punctuation never ends one. A piece that is wider
--- than a line is broken between its graphemes. Line breaks of the text are
--- kept; spaces at the end of a line are not. With `ansi` the escape sequences of
--- a terminal (ECMA-48) take no columns and break nothing, and a line ends its
--- colours, which the next takes up.
---@param text string
---@param count integer columns, 1 or more
---@param options? { ansi?: boolean }
---@return string[] lines
function jilu.wrap(text, count, options) end

return jilu
