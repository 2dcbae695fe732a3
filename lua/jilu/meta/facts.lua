---@meta
-- Facts as the C core gives them, for editors; never loaded. Positions are
-- bytes of the original text, from 1, inclusive.

--- What all facts have.
---@class jilu.Fact: jilu.Annotation
---@field text string
---@field line integer        1-based
---@field rule string         kind.rule: what made it; `jilu explain --rules` lists them
---@field folded_first integer in the whole folded text
---@field folded_last integer

---@class jilu.Quantity: jilu.Fact
---@field value? number       the nearest one
---@field digits? string      all digits, or "1/3", where a number does not show them
---@field min? number         of a range
---@field min_digits? string
---@field max? number
---@field max_digits? string
---@field unit? string
---@field unit_first? integer where it is written
---@field unit_last? integer
---@field currency? string    ISO 4217
---@field ucum? string
---@field approx "exact"|"about"|"over"|"nearly"|"at_least"|"at_most"|"range"
---@field noun string         "" if none
---@field noun_first? integer
---@field noun_last? integer
---@field noun_basis? "inherited" where it is that of the quantity before

---@class jilu.Change: jilu.Fact
---@field of? string          what changes
---@field of_first? integer
---@field of_last? integer
---@field from? number
---@field from_digits? string
---@field from_first? integer
---@field from_last? integer
---@field to? number
---@field to_digits? string
---@field to_first? integer
---@field to_last? integer
---@field factor? number
---@field unit? string
---@field currency? string    ISO 4217
---@field ucum? string
---@field status "done"|"target"

---@class jilu.TimeFact: jilu.Fact, jilu.Time
---@field anchor? string      what it was resolved against
---@field anchor_basis? string from what that is known; of documents alone

---@class jilu.PhrasePart
---@field number? integer     nil where a letter stands for it
---@field classifier string
---@field classifier_first? integer
---@field classifier_last? integer
---@field noun string
---@field noun_first? integer
---@field noun_last? integer

---@class jilu.NumeralPhrase: jilu.Fact
---@field key string
---@field parts jilu.PhrasePart[]

--- A work or a quotation, without its marks.
---@class jilu.Marked: jilu.Fact
---@field content string      its text without residue

--- An organization, person or place.
---@class jilu.Name: jilu.Fact
---@field full? string        the name that a short form stands for
---@field full_first? integer where the text has it in one piece
---@field full_last? integer

--- A document number, URL or contact.
---@class jilu.Identifier: jilu.Fact
---@field value string

--- What a word is to the grammars; csrc/vocabulary/classes.h lists the classes.
---@class jilu.Sense
---@field word string         folded
---@field class string
---@field value? number|string  or its name, where the class has names for values
---@field text? string
---@field code? string
---@field user? boolean       a user's own

--- What an extractor read in a view, until tables of it are asked for. Raises
--- once it, the view or the extractor is closed. `#facts` is how many there are.
---@class jilu.Facts
local Facts = {}

--- The facts of a kind, or all, in the order of the text; new tables each time.
---@param kind? string
---@return jilu.Fact[]
function Facts:layer(kind) end

--- How many there are of a kind, or at all.
---@param kind? string
---@return integer
function Facts:count(kind) end

--- The kinds that there are.
---@return string[]
function Facts:kinds() end

--- Drops facts by the line that they begin in. Lines without an entry keep all.
---@param allowed table<integer, table<string, boolean>>  kinds by number of the line
function Facts:keep(allowed) end

--- Frees the facts; may be called again.
function Facts:close() end

local core = {}

--- Compiles senses into an extractor; see jilu.extractor for users' words.
---@param senses jilu.Sense[]
---@param writing? jilu.Language  how it writes words and numbers
---@param weights? table<string, number>  of the judge of names
---@return userdata extractor
function core.extractor(senses, writing, weights) end

--- The rules of the grammars of facts: { { name, what it reads }, … }.
---@return string[][]
function core.rules() end

return { core, Facts }
