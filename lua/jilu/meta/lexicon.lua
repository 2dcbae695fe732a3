---@meta
-- What the C core gives to Chinese words and writing, for editors; never loaded.

---@class jilu.Lexicon a compiled lexicon that is open; # is how many words it has
local Lexicon = {}

---@class jilu.WordOptions
---@field mode? "accurate"|"fast" by words and pairs of words (the default), or by words alone
---@field tags? boolean           the iterator also gives the part of speech
---@field fine? boolean           behind a long word also the words inside it, for search indexes
---@field units? boolean          a number and its unit are one word: 3.6万余户

--- The words of a text, in order; space is not a word, punctuation is. Any
--- bytes will do. Pinyin in parentheses behind its character belongs to it.
---@param text string
---@param options? jilu.WordOptions
---@return fun(): integer?, integer?, string? iterator of first, last [, tag]
function Lexicon:words(text, options) end

--- How many words there are.
---@param text string
---@param options? jilu.WordOptions
---@return integer
function Lexicon:count(text, options) end

--- The words as packed positions, 8 bytes each.
---@param text string
---@param options? jilu.WordOptions
---@return jilu.Spans
function Lexicon:spans(text, options) end

--- Finds the tagged words of many short texts; its memory, some 100 KB, is asked
--- for once. The lexicon may be closed.
---@return jilu.Tagger
function Lexicon:tagger() end

--- Is this a word? Traditional and full-width forms are the same word.
---@param word string
---@return boolean
function Lexicon:has(word) end

--- The part of speech of a word: "" where it has none, nil where it is none.
---@param word string
---@return string?
function Lexicon:tag(word) end

--- A lexicon with more words, over the same file. An item is a word, or
--- { word, count, tag }. Without a count a word is found wherever no better
--- words cross its borders; with one it competes as a word of the file with
--- that count does; with math.huge it wins always. Of equal words the last
--- holds.
---@param words (string|{ [1]: string, [2]: number?, [3]: string? })[]
---@return jilu.Lexicon
function Lexicon:with(words) end

--- What is in the file. 'intact': its checksum is right (reads all of it).
---@return { words: integer, pairs: integer, size: integer, intact: boolean, notes: string }
function Lexicon:info() end

--- Lets go of the file; lexicons that were made from this one keep it.
function Lexicon:close() end

---@class jilu.Tagger
local Tagger = {}

--- The words of bytes first..last, read as a text of their own: first and last
--- byte of the text and part of speech of each, one after the other.
---@param text string
---@param first? integer
---@param last? integer
---@return (integer|string)[]
function Tagger:words(text, first, last) end

--- Lets go of its memory.
function Tagger:close() end

---@class jilu.Conversion dictionaries of Chinese writing that are open
local Conversion = {}

---@alias jilu.ConversionKind
---| "simplified" # of any Traditional
---| "simplified_from_tw"
---| "simplified_from_tw_words" # words of the region as well
---| "simplified_from_hk"
---| "simplified_from_hk_words"
---| "traditional"
---| "traditional_tw"
---| "traditional_tw_words"
---| "traditional_hk"
---| "traditional_hk_words"

--- The text in another writing, and the map from its bytes to those of `text`.
--- The longest key at a place is replaced, in the chains of OpenCC.
---@param kind jilu.ConversionKind
---@param text string
---@return string text
---@return jilu.SourceMap map
function Conversion:convert(kind, text) end

--- The text with pinyin for its Chinese characters.
---@param text string
---@param tone? "marks"|"numbers"|"none" how tones are written; default "marks"
---@param separator? string what parts syllables; default " "
---@return string
function Conversion:pinyin(text, tone, separator) end

--- What it was compiled from, with versions and licences.
---@return string
function Conversion:notes() end

--- Lets go of the file.
function Conversion:close() end

return { Lexicon, Tagger, Conversion }
