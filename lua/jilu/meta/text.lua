---@meta jilu.core
-- What the C module offers on text, for editors; nothing loads this file.
-- Positions are bytes from 1, inclusive, so that text:sub(first, last) is the
-- span. spec/text_types_spec.lua sees that nothing is missing here.

local core = {}

---@alias jilu.Unit "grapheme"|"word"|"sentence"|"line"
---@alias jilu.AnyUnit jilu.Unit|"codepoint"

---@class jilu.UnitOptions
---@field han? "split"|"group" words only: whether a run of Han is one; UAX #29 splits, the default
---@field only? "words" words and counting them only: what has no letter and no digit is left out
---@field kernel? "best"|"scalar"|"sse"|"avx2"|"neon" which code scans, for tests; no difference

--- The Unicode version of the tables, such as "17.0.0".
---@type string
core.unicode_version = ""

--- Whether a text is well-formed UTF-8 (Unicode 3.9, table 3-7).
---@param text string
---@param options? { kernel?: string }
---@return true? ok
---@return integer? position of the first ill-formed byte
function core.validate(text, options) end

--- The text with U+FFFD for every maximal ill-formed part.
---@param text string
---@return string text
---@return integer parts how many were ill-formed
function core.repair(text) end

--- A normalisation form (UAX #15), or full case folding. Ill-formed parts
--- become U+FFFD. Linear, also in runs of marks.
---@param text string
---@param form? "NFC"|"NFD"|"NFKC"|"NFKD"|"casefold" "NFC" if absent
---@return string text
function core.normalize(text, form) end

--- What a text looks like (UTS #39): NFD, without what is not seen, each character
--- by the one that it is taken for. To be compared with others, not to be shown.
---@param text string
---@return string skeleton
function core.skeleton(text) end

--- Whether a code point belongs in identifiers (Identifier_Status of UTS #39).
---@param c integer
---@return boolean
function core.identifier_allowed(c) end

---@class jilu.CaseOptions
---@field locale? string a language tag; "tr", "az", "lt" and "nl" have mappings of their own

--- Lower case by full mappings (Unicode 3.13), with the final sigma.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function core.lower(text, options) end

--- Upper case by full mappings: what it returns may be longer.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function core.upper(text, options) end

--- Each word (UAX #29) with its first cased letter as a title has it, the rest
--- in lower case.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function core.title(text, options) end

--- jilu.fold: full case folding, for comparison; as `normalize(text, "casefold")`.
---@param text string
---@param options? jilu.CaseOptions
---@return string text
function core.casefold(text, options) end

---@class jilu.EqualOptions false: such a difference does not count
---@field case? boolean
---@field width? boolean full and half width
---@field script? boolean Traditional and Simplified characters

--- Whether two texts are canonically equivalent (UAX #15), or become so
--- without the differences that do not count.
---@param a string
---@param b string
---@param options? jilu.EqualOptions
---@return boolean
function core.equal(a, b, options) end

---@class jilu.CollationOptions
---@field strength? "primary"|"secondary"|"tertiary"|"quaternary"|"identical" which differences
---  count: letters alone; accents too; case too, if absent; shifted punctuation; all
---@field shifted? boolean  spaces and punctuation count last, from "quaternary" on
---@field numeric? boolean  digits in a row by the number that they are: x9 before x10
---@field han? "codepoint"|"pinyin"|"stroke"  how Chinese characters come, "codepoint" if absent

--- How a text stands to another by the Unicode Collation Algorithm (UTS #10) with
--- CLDR's root collation: -1 before it, 0 equal, 1 behind it.
---@param a string
---@param b string
---@param options? jilu.CollationOptions
---@return integer order
function core.compare(a, b, options) end

--- Bytes that compare, one by one, as the texts do by `compare`; to be kept for
--- many comparisons, or in a database.
---@param text string
---@param options? jilu.CollationOptions
---@return string key
function core.sortkey(text, options) end

--- The places of texts as they come in order; equal ones stay as they are.
---@param texts string[]
---@param options? jilu.CollationOptions
---@return integer[] places
function core.collation_order(texts, options) end

---@class jilu.WidthOptions
---@field ambiguous? 1|2 columns of a character that has one or two (UAX #11); 1 if absent

--- Columns in a terminal: East Asian width, emoji, no column for marks.
---@param text string
---@param options? jilu.WidthOptions
---@return integer columns
function core.width(text, options) end

--- How much of a text fits into so many columns, whole graphemes.
---@param text string
---@param columns integer
---@param options? jilu.WidthOptions
---@return integer last byte, 0 where nothing fits
---@return integer used columns
function core.fit(text, columns, options) end

--- The code points that have a property, as first, last, first, last, ...
---@param name string "han", "letter", "digit", "space", or a set as in jilu.is
---@return integer[]? ranges nil where there is no such set
function core.ranges(name) end

---@alias jilu.Character integer|string a code point, or a text whose first character counts

--- The value of a property of the UCD, such as "Script" or "gc"; the names of
--- jilu.category and others are short for this.
---@param c jilu.Character
---@param name string case, spaces, _ and - do not count
---@return string value
function core.property(c, name) end

--- Whether a character is in a set: a category ("Lu", "L"), a script ("Han"), a
--- property of yes and no ("Alphabetic"), or "Property=Value".
---@param c jilu.Character
---@param name string
---@return boolean
function core.is(c, name) end

--- How many characters of a text have each value of a property.
---@param text string
---@param name string
---@return table<string, integer> counts
function core.property_counts(text, name) end

---@class jilu.PatternOptions
---@field dot? "codepoint"|"grapheme" what `.` matches; "codepoint" if absent
---@field plain? boolean the pattern is a text
---@field steps? integer the most items of one match that are tried; 100,000,000 if absent

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
function core.pattern_find(text, pattern, init, options) end

--- jilu.match: as string.match.
---@param text string
---@param pattern string
---@param init? integer
---@param options? jilu.PatternOptions
---@return string|integer|nil ... captures
function core.pattern_match(text, pattern, init, options) end

--- jilu.gmatch: as string.gmatch.
---@param text string
---@param pattern string
---@param init? integer
---@param options? jilu.PatternOptions
---@return fun(): string|integer|nil ... iterator of captures
function core.pattern_gmatch(text, pattern, init, options) end

--- jilu.gsub: as string.gsub.
---@param text string
---@param pattern string
---@param replacement string|number|table|function
---@param n? integer
---@param options? jilu.PatternOptions
---@return string text
---@return integer count
function core.pattern_gsub(text, pattern, replacement, n, options) end

--- Grapheme clusters (UAX #29, extended).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function core.graphemes(text, options) end

--- Words and what is between them (UAX #29).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function core.words(text, options) end

--- Sentences, with the spaces behind them (UAX #29).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function core.sentences(text, options) end

--- Pieces that a line may end behind (UAX #14).
---@param text string
---@param options? jilu.UnitOptions
---@return fun(): integer?, integer? iterator of first, last
function core.lines(text, options) end

--- How many there are, without coming back to Lua for each.
---@param text string
---@param unit? jilu.AnyUnit "grapheme" if absent
---@param options? jilu.UnitOptions
---@return integer
function core.count(text, unit, options) end

--- The last byte of the grapheme cluster that begins at `first`.
---@param text string
---@param first integer
---@return integer last
function core.grapheme_end(text, first) end

---@class jilu.Spans packed positions, 4 bytes a span, 8 a word; # is how many
---@field get fun(self, k: integer): integer?, integer? first, last; negative from the end
---@field text fun(self, k: integer): string? the span's text; k as in get
---@field find fun(self, position: integer): integer? k of who holds the byte, the last of them
---@field iter fun(self): fun(): integer?, integer?
---@field totable fun(self): integer[][] { { first, last }, ... }

--- All segments at once. What to use where a loop wants them by number.
---@param text string
---@param unit? jilu.Unit "grapheme" if absent
---@param options? jilu.UnitOptions
---@return jilu.Spans
function core.spans(text, unit, options) end

---@class jilu.Stream segments of a text in chunks; # is how many bytes wait
---@field feed fun(self, chunk: string): string[] the segments that are whole by now
---@field finish fun(self): string[] the rest; closes the stream

--- Segments of a text that comes in chunks, which may be cut anywhere.
---@param unit? jilu.Unit "grapheme" if absent
---@param options? jilu.UnitOptions
---@return jilu.Stream
function core.stream(unit, options) end

--- The units i to j, as string.sub has bytes. Walks from the beginning: in a
--- loop over all of a text use an iterator or jilu.spans.
---@param text string
---@param i integer negative from the end
---@param j? integer -1 if absent
---@param unit? jilu.AnyUnit "grapheme" if absent
---@return string
function core.sub(text, i, j, unit) end

--- Where the n-th unit begins, counted from byte `i`, as utf8.offset counts.
--- Walks from the beginning, as jilu.sub does.
---@param text string
---@param n integer
---@param unit? jilu.AnyUnit "grapheme" if absent
---@param i? integer
---@return integer? position
function core.offset(text, n, unit, i) end

--- The units in reverse order.
---@param text string
---@param unit? jilu.AnyUnit "grapheme" if absent
---@return string
function core.reverse(text, unit) end

--- As utf8.codes, in every Lua: an iterator of where each code point begins, and
--- the code point; U+FFFD for each ill-formed part.
---@param text string
---@return fun(text: string, position: integer): integer?, integer? iterator
---@return string text
---@return integer position
function core.codes(text) end

--- The text of code points. Raises for a number that is none, surrogates included.
---@param ... integer
---@return string text
function core.char(...) end

--- The code points that begin at bytes i to j; U+FFFD for each ill-formed part.
---@param text string
---@param i? integer 1 if absent, negative from the end
---@param j? integer i if absent
---@return integer ... code points
function core.codepoint(text, i, j) end

--- A text as bytes of another encoding, by iconv. Without a replacement the first
--- character that the encoding lacks makes it fail.
---@param text string ill-formed parts are U+FFFD
---@param name string as iconv knows it: "GBK", "UTF-16LE", "UTF-32BE"; "UTF-16" has a mark
---@param replacement? string stands for every character that the encoding lacks
---@return string? bytes
---@return string? message
---@return integer? position byte of the character that the encoding lacks
function core.encode(text, name, replacement) end

return core
