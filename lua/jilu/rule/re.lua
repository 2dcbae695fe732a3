-- jilu.re: expressions over the folded text of a sentence, in the syntax of
-- LPeg's re, with these differences: the names of fact types are terminals
-- (`quantity` matches where a quantity starts and captures its table), and so are
-- `number`, which captures the value of a numeral, whatever it counts, `word` and
-- `word:v,vn`, `any of {…}`, `char`, `han`, `letter`, `digit` and `space`; `gap`
-- stands between the parts of an expression for any text of the scope, the
-- shortest first; and `.` and classes mean characters, not bytes.
--
-- Literals are folded, so that 培训 and 培訓 are the same. What `{ }` and
-- `{:name: :}` capture is the text of the document, not the folded one.
--
-- An expression is rewritten for LPeg's own re, token by token.

local lpeg = require "lpeg"
local captures = require "jilu.rule.captures"
local check = require "jilu.check"
local core = require "jilu.core"
local Expression = require "jilu.rule.expression"
local pattern = require "jilu.text.pattern"
local schema = require "jilu.record.schema"
local sets = require "jilu.text.terminals"
local terminals = require "jilu.rule.terminals"

-- LPeg's re compiles the grammar of its own syntax at its first use; where memory
-- runs out there, that copy is of no use any more (see pattern.compiled). So this
-- is a copy of our own, and that of the host is left as it is.
local function load_re()
  local loaded = package.loaded.re
  package.loaded.re = nil
  local ok, found = pcall(function()
    local re = require "re"
    re.compile "''"
    return re
  end)
  package.loaded.re = loaded
  return ok and found or error(found, 0)
end

local lpeg_re = load_re()

-- Tokens ----------------------------------------------------------------------------

-- Longest first; each is a Lua pattern and the kind of token that it is.
local TOKENS = {
  { "^%s+", "space" }, { "^%-%-[^\n]*", "space" },
  { "^'[^']*'", "literal" }, { '^"[^"]*"', "literal" },
  { "^%[%^?.[^%]]*%]", "class" },
  { "^{:%s*%a[%w_]*%s*:", "open", "named" }, { "^{[:~|]", "open" },
  { "^{%s*}", "position" }, { "^{", "open" },
  { "^[:~|]}", "close" }, { "^}", "close" },
  { "^<%-", "define" }, { "^[%-=~]>", "arrow" },
  { "^%%%a[%w_]*", "raw" }, { "^=%s*%a[%w_]*", "raw" },
  { "^any%s+of%s*{[^}]*}", "any_of" }, { "^word:%a[%w,]*", "word" },
  { "^%a[%w_]*", "name" }, { "^%^[%+%-]?%d+", "repeat" }, { "^%d+", "raw" },
  { "^%(", "open" }, { "^%)", "close" }, { "^[%*%+%?]", "repeat" },
  { "^%.", "any" }, { "^/", "or" }, { "^.", "raw" },
}

local function next_token(source, at)
  for _, token in ipairs(TOKENS) do
    local first, last = source:find(token[1], at)
    -- {:name:} is a group without a name
    if first and token[3] == "named" and source:sub(last + 1, last + 1) == "}" then first = nil end
    if first then return { kind = token[2], text = source:sub(first, last) }, last + 1 end
  end
end

local function fail(message, ...)
  check.fail("re", 1, 0, "%s", message:format(...))
end

-- Characters of an expression that a message shows.
local SHOWN = 20

local function shown(source, at)
  return core.repair((source:sub(at, at + SHOWN - 1):gsub("\n.*", "")))
end

-- What opens something that nothing closes.
local UNENDED = { ["'"] = "literal", ['"'] = "literal", ["["] = "class" }

local function check_balance(source, open, token)
  if token.kind == "raw" and UNENDED[token.text] then
    fail("the %s %s has no end", UNENDED[token.text], shown(source, token.first))
  elseif token.kind == "open" then
    open[#open + 1] = token
  elseif token.kind == "close" then
    local before = table.remove(open)
    if not before then fail("'%s' closes nothing", token.text) end
    local want = before.text == "(" and ")" or before.text == "{" and "}"
      or before.text:sub(2, 2) .. "}"
    if token.text ~= want then fail("'%s' is closed by '%s'", before.text, token.text) end
  end
end

-- The operand of an arrow says what to do with captures: no pattern.
local function tokens_of(source)
  local open = {}
  local tokens, at, depth, arrow = {}, 1, 0, false
  while at <= #source do
    local token, after = next_token(source, at)
    token.first, token.last = at, after - 1
    at = after
    if token.kind ~= "space" then
      if arrow then token.kind = "raw" end
      arrow = token.kind == "arrow"
      check_balance(source, open, token)
      if token.kind == "close" then depth = depth - 1 end
      token.depth = depth
      if token.kind == "open" then depth = depth + 1 end
      tokens[#tokens + 1] = token
    end
  end
  if open[1] then fail("'%s' is not closed", open[#open].text) end
  return tokens
end

local function defined_names(tokens)
  local names = {}
  for k, token in ipairs(tokens) do
    local after = tokens[k + 1]
    if token.kind == "name" and after and after.kind == "define" then
      names[token.text] = true
      token.kind = "raw"
    end
  end
  return names
end

-- Words -----------------------------------------------------------------------------

local BEFORE_CHOICE = { open = true, ["or"] = true, define = true, gap = true }
local AFTER_CHOICE = { close = true, ["or"] = true, gap = true }

-- Where literals from token `k` on are alternatives of their own, the index
-- of the last one; nil for less than two.
local function run_of_words(tokens, k)
  if k > 1 and not BEFORE_CHOICE[tokens[k - 1].kind] then return nil end
  local last = k
  while tokens[last + 1] and tokens[last + 1].kind == "or"
    and tokens[last + 2] and tokens[last + 2].kind == "literal" do
    last = last + 2
  end
  local after = tokens[last + 1]
  if after and not AFTER_CHOICE[after.kind] then last = last - 2 end
  return last > k and last or nil
end

local function unquoted(text)
  return core.fold(text:sub(2, -2))
end

-- Rewriting -------------------------------------------------------------------------

--- One part of an expression on its way to LPeg's re.
local Rewriter = {}
Rewriter.__index = Rewriter

function Rewriter:define(value)
  self.count = self.count + 1
  local name = "jilu" .. self.count
  self.definitions[name] = value
  return "%" .. name
end

function Rewriter:literal(text)
  return (" %s "):format(self:define(lpeg.P(unquoted(text))))
end

-- A class: its characters and ranges, folded.
function Rewriter:class(text)
  local negated, items = text:match "^%[(%^?)(.*)%]$"
  local found, at = lpeg.P(false), 1
  local char = "[%z\1-\127\194-\244][\128-\191]*"
  while at <= #items do
    local name = items:match("^%%(%a[%w_]*)", at)
    local low, high = items:match("^(" .. char .. ")%-(" .. char .. ")", at)
    if name then
      found = found + lpeg_re.compile("%" .. name, self.definitions)
      at = at + #name + 1
    elseif low then
      found = found + pattern.range(core.fold(low), core.fold(high))
      at = at + #low + #high + 1
    else
      local one = items:match("^" .. char, at) or fail("class %s is not UTF-8", text)
      found = found + lpeg.P(core.fold(one))
      at = at + #one
    end
  end
  if negated == "^" then found = pattern.char - found end
  return self:define(found)
end

-- Words between blanks or commas, in quotes or without.
function Rewriter:any_of(text)
  local list = {}
  for word in text:match "{(.*)}":gmatch "[^%s,]+" do
    list[#list + 1] = word:match "^(['\"])(.+)%1$" and word:sub(2, -2) or word
  end
  if #list == 0 then fail("'any of { }' has no word") end
  return self:define(terminals.any_of(list))
end

function Rewriter:word(text)
  return self:define(terminals.word(text:match ":(.*)"))
end

-- Sets of characters that have a name of their own here.
local CHARACTERS = { char = true, han = true, letter = true, digit = true, space = true }

function Rewriter:name(text)
  if self.nonterminals[text] then return text end
  if CHARACTERS[text] then return self:define(sets[text]) end
  if text == "word" then return self:define(terminals.word()) end
  if text == "gap" then fail("'gap' stands between the parts of an expression, not inside one") end
  if text == "number" then return "%jilu_number" end
  if not schema.of(text) then
    fail("unknown name '%s'; known: any of, char, digit, gap, han, letter, number, space, "
      .. "word, %s", text, table.concat(schema.names(), ", "))
  end
  self.kinds[text] = true
  return self:define(terminals.fact(text))
end

-- A group with a name has its place in two more groups, before and behind it.
function Rewriter:open(text)
  if text == "{" or text:sub(1, 2) == "{:" then
    local name = text:match "^{:%s*(%a[%w_]*)"
    self.closing[#self.closing + 1] = { call = text == "{" and "simple" or "group", name = name }
    local before = ""
    if name then
      self.names[name] = true
      before = ("( {:%s%s: %%jilu_at :} "):format(captures.FIRST, name)
    end
    return before .. (text == "{" and "" or text) .. " ( %jilu_context %jilu_at ("
  end
  self.closing[#self.closing + 1] = false
  return text
end

function Rewriter:close(text)
  local open = table.remove(self.closing)
  if not open then return text end
  local closed = (") %%jilu_at ) -> jilu_%s "):format(open.call)
  if text == "}" then return closed end
  if not open.name then return closed .. text end
  return ("%s%s {:%s%s: %%jilu_at :} )"):format(closed, text, captures.AFTER, open.name)
end

function Rewriter:token(token)
  local kind, text = token.kind, token.text
  if kind == "literal" or kind == "class" or kind == "name" or kind == "open"
    or kind == "close" or kind == "word" or kind == "any_of" then
    return self[kind](self, text)
  elseif kind == "any" then
    return "%jilu_char"
  elseif kind == "position" then
    return "( ( %jilu_context %jilu_at ) -> jilu_position )"
  end
  return text
end

-- The source for LPeg's re of tokens `from` to `to`, and for each of its pieces
-- the byte where it begins and the token that it stands for.
function Rewriter:rewrite(tokens, from, to)
  local out, places, size, k = {}, {}, 0, from
  while k <= to do
    places[#places + 1] = { at = size + 1, token = tokens[k] }
    local last = tokens[k].kind == "literal" and run_of_words(tokens, k)
    if last then
      local words = {}
      for i = k, last, 2 do words[#words + 1] = unquoted(tokens[i].text) end
      out[#out + 1] = self:define(pattern.words(words))
      k = last
    else
      out[#out + 1] = self:token(tokens[k])
    end
    size = size + #out[#out] + 1
    k = k + 1
  end
  return table.concat(out, " "), places
end

-- Parts -----------------------------------------------------------------------------

-- The kind of fact that tokens `from` to `to` certainly begin with.
local function first_fact(tokens, from, to)
  for k = from, to do
    if tokens[k].kind == "or" then return nil end
  end
  while from <= to and tokens[from].kind == "open" do from = from + 1 end
  local token = tokens[from]
  if from > to or token.kind ~= "name" or not schema.of(token.text) then return nil end
  for k = from + 1, to do
    if tokens[k].kind == "repeat" and tokens[k].text ~= "+" then
      -- a repeated group that the fact stands in may be empty
      if k == from + 1 or tokens[k - 1].kind == "close" then return nil end
    end
  end
  return token.text
end

-- Index pairs of the parts between the gaps.
local function split(tokens)
  local parts, from = {}, 1
  for k, token in ipairs(tokens) do
    if token.kind == "name" and token.text == "gap" and token.depth == 0 then
      token.kind = "gap"
      parts[#parts + 1] = { from, k - 1 }
      from = k + 1
    end
  end
  parts[#parts + 1] = { from, #tokens }
  return parts
end

local function check_parts(tokens, parts, nonterminals)
  for _, part in ipairs(parts) do
    if part[1] > part[2] then fail("there is nothing beside a 'gap'") end
  end
  if #parts == 1 then return end
  if next(nonterminals) then fail("a grammar has no 'gap'") end
  for _, token in ipairs(tokens) do
    if token.kind == "or" and token.depth == 0 then
      fail("put alternatives beside a 'gap' into parentheses")
    end
  end
end

local function definitions_with(own)
  local all = {
    jilu_context = lpeg.Carg(1), jilu_at = lpeg.Cp(), jilu_char = pattern.char,
    jilu_number = terminals.number, jilu_group = captures.group,
    jilu_simple = captures.simple, jilu_position = captures.position,
  }
  for name, value in pairs(own or {}) do all[name] = value end
  return all
end

-- What LPeg's re says of the text that it was given, in words of the source.
local function in_own_words(message, text, places, source)
  message = message:gsub("\n.*", "")
  local near = message:match "^pattern error near '(.*)'$"
  if not near then return (message:gsub("^.-:%d+: ", "")) end
  local at = text:find(near:gsub("%.%.%.$", ""), 1, true) or #text + 1
  local token
  for _, place in ipairs(places) do
    if place.at <= at then token = place.token end
  end
  return ("something is missing or out of place near '%s'"):format(shown(source, token.first))
end

local function compile_part(rewriter, tokens, from, to, source)
  local text, places = rewriter:rewrite(tokens, from, to)
  local ok, compiled = pcall(lpeg_re.compile, text, rewriter.definitions)
  if not ok then
    fail("%s is no expression: %s", source, in_own_words(compiled, text, places, source))
  end
  return {
    pattern = compiled, fact = first_fact(tokens, from, to),
    source = source:sub(tokens[from].first, tokens[to].last),
  }
end

local function compile(source, definitions)
  local tokens = tokens_of(source)
  local nonterminals = defined_names(tokens)
  local ranges = split(tokens)
  check_parts(tokens, ranges, nonterminals)
  local rewriter = setmetatable({
    definitions = definitions_with(definitions), nonterminals = nonterminals,
    closing = {}, count = 0, kinds = {}, names = {},
  }, Rewriter)
  local parts = {}
  for k, part in ipairs(ranges) do
    parts[k] = compile_part(rewriter, tokens, part[1], part[2], source)
  end
  return setmetatable({
    parts = parts, kinds = rewriter.kinds, names = rewriter.names, source = source,
  }, Expression)
end

--- Compiles an expression.
---@param source string
---@param definitions? table<string, any>  what %name and -> name mean
---@return jilu.Expression
local function new(source, definitions)
  check.type("re", 1, source, "string")
  local ok, expression = pcall(compile, source, definitions)
  if not ok then error(expression, 2) end
  return expression
end

--- The expression of a plain LPeg pattern: one part.
---@param compiled userdata
---@return jilu.Expression
local function of_pattern(compiled)
  return setmetatable({ parts = { { pattern = compiled } }, kinds = {} }, Expression)
end

return { new = new, of_pattern = of_pattern }
