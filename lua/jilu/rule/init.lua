-- jilu.rule: what a user looks for, and the record that it becomes.

local core = require "jilu.core"
local lpeg = require "lpeg"
local jilu_re = require "jilu.rule.re"
local matcher = require "jilu.rule.matcher"
local schema = require "jilu.record.schema"
local script = require "jilu.rule.source_location"
local strict_facts = require "jilu.rule.strict_facts"

---@class jilu.Rule
---@field name string    the type of the records
---@field match jilu.Expression
---@field where? fun(m: table): any        false or nil: look for the next match
---@field emit fun(m: table): table?       the record's own fields, nil for no record
---@field fields? jilu.Field[]             what those are; the default is whatever comes
---@field tests? table[]                   { text, expected fields | list of these | false }
local Rule = {}
Rule.__index = Rule

local KNOWN = {
  name = "string", match = true, where = "function", emit = "function",
  fields = "table", tests = "table",
}

local function check_keys(rule)
  if type(rule) ~= "table" then
    error(("bad argument #1 to 'rule' (table expected, got %s)"):format(type(rule)), 3)
  end
  for key, value in pairs(rule) do
    local want = KNOWN[key]
    if not want then
      error(("bad argument #1 to 'rule' (unknown key '%s'; known: emit, fields, match, name, "
        .. "tests, where)"):format(tostring(key)), 3)
    elseif want ~= true and type(value) ~= want then
      error(("bad argument #1 to 'rule' (key '%s': %s expected, got %s)")
        :format(key, want, type(value)), 3)
    end
  end
end

local function expression_of(match)
  if getmetatable(match) == jilu_re.Expression then return match end
  if lpeg.type(match) == "pattern" then return jilu_re.of_pattern(match) end
  error("bad argument #1 to 'rule' (key 'match': jilu.re or an LPeg pattern expected)", 3)
end

--- Makes a rule, a stage of a pipeline that emits records of the rule's name.
---@param rule table  the keys of jilu.Rule above; `match` is a jilu.re or an LPeg pattern
---@return jilu.Rule
local function new(rule)
  check_keys(rule)
  if not rule.name or not rule.name:find "^[%a_][%w_]*$" then
    error("bad argument #1 to 'rule' (key 'name': letters, digits and _ expected)", 2)
  elseif not rule.emit then
    error("bad argument #1 to 'rule' (key 'emit': function expected, got nil)", 2)
  end
  local where, expression = script.here(), expression_of(rule.match)
  return setmetatable({
    name = rule.name, script = where,
    parts = matcher.prepare(expression), kinds = expression.kinds,
    where = rule.where, emit = rule.emit, tests = rule.tests or {},
    schema = not rule.fields and schema.of(rule.name)
      or schema.declare(rule.name, rule.fields, where),
  }, Rule)
end

-- Lines that are not the document's own words.
local FOREIGN = { boilerplate = true, spam = true }

-- Matches ---------------------------------------------------------------------------

-- What `where` and `emit` get: the captures of all parts.
local function captures_of(chosen)
  if #chosen == 1 then return chosen[1].captures end
  local m, count = {}, 0
  for _, part in ipairs(chosen) do
    for key, value in pairs(part.captures) do
      if type(key) == "string" then m[key] = value end
    end
    for _, value in ipairs(part.captures) do
      count = count + 1
      m[count] = value
    end
  end
  return m
end

local function check_record(self, fields)
  if type(fields) ~= "table" then
    error({ reason = ("%s: emit gave a %s, not a table"):format(self.name, type(fields)) }, 0)
  end
  for key in pairs(fields) do
    if schema.hidden[key] then
      error({ reason = ("%s.%s: every record has this field already")
        :format(self.name, tostring(key)) }, 0)
    elseif not self.schema.open and not self.schema.known[key] then
      error({ reason = ("%s.%s: not a field of this type; its fields are %s")
        :format(self.name, tostring(key), self.schema:field_names()) }, 0)
    end
  end
end

local function span_of(at, chosen)
  return at:span(chosen[1].first, math.max(chosen[#chosen].after - 1, chosen[1].first))
end

--- A match that became no record.
---@class jilu.Rejection
---@field by "where"|"emit"
---@field first integer
---@field last integer
---@field captures table
---@field line integer

-- Tells `rejected`, if there is one, of a match that becomes no record.
local function reject(rejected, by, at, chosen, captures)
  if not rejected then return end
  local first, last = span_of(at, chosen)
  rejected { by = by, first = first, last = last, captures = captures, line = at.line.number }
end

function Rule:take(at, chosen, rejected)
  local m = captures_of(chosen)
  if self.where and not strict_facts.call(self.where, m) then
    reject(rejected, "where", at, chosen, m)
    return false
  end
  local fields = strict_facts.call(self.emit, m)
  if fields == nil then
    reject(rejected, "emit", at, chosen, m)
    return true
  end
  check_record(self, fields)
  local first, last = span_of(at, chosen)
  local annotation = { first = first, last = last, line = at.line.number }
  for key, value in pairs(fields) do annotation[key] = value end
  at.doc:annotate(self.name, annotation)
  return true
end

function Rule:line(doc, line, rejected)
  for first, last in core.sentences(line.text) do
    local at = matcher.sentence(doc, line, first, last)
    matcher.search(self.parts, at, function(chosen) return self:take(at, chosen, rejected) end)
  end
end

--- Adds an annotation to the layer of the rule's name for every match.
---@param doc jilu.Document
---@param rejected? fun(rejection: jilu.Rejection)  is told of the others
function Rule:run(doc, rejected)
  for _, line in ipairs(doc.lines) do
    if not FOREIGN[line.role] and matcher.possible(self.parts, doc, line) then
      self:line(doc, line, rejected)
    end
  end
end

function Rule:part(k)
  local source = self.parts[k].source
  return ("part %d of %d%s"):format(k, #self.parts, source and ", " .. source or "")
end

--- Why a line has no match.
---@param doc jilu.Document
---@param line jilu.Line
---@return string
function Rule:missing(doc, line)
  if FOREIGN[line.role] then return line.role .. " is not searched" end
  for k, part in ipairs(self.parts) do
    if not matcher.possible({ part }, doc, line) then
      return ("%s: no %s in the line"):format(self:part(k), part.fact)
    end
  end
  local furthest, behind = 0, nil
  for first, last in core.sentences(line.text) do
    local at = matcher.sentence(doc, line, first, last)
    local k, after = matcher.missing(self.parts, at)
    if k and k > furthest then
      furthest, behind = k, k > 1 and (select(2, at:span(after - 1, after - 1))) or nil
    end
  end
  if furthest == 0 then return "no match" end
  return self:part(furthest) .. (behind and ": nowhere behind byte " .. behind or ": nowhere")
end

return { new = new, Rule = Rule }
