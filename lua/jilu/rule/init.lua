-- jilu.rule: what a user looks for, and the record that it becomes.

local lpeg = require "lpeg"
local captures = require "jilu.rule.captures"
local check = require "jilu.check"
local drop = require "jilu.pipeline.drop"
local Expression = require "jilu.rule.expression"
local jilu_re = require "jilu.rule.re"
local matcher = require "jilu.rule.matcher"
local schema = require "jilu.record.schema"
local scopes = require "jilu.rule.scope"
local script = require "jilu.rule.source_location"
local strict_facts = require "jilu.rule.strict_facts"

---@class jilu.Rule
---@field name string    the type of the records
---@field match jilu.Expression
---@field over string    what a match lies in: "sentence", "paragraph", "section", "document"
---@field where? fun(m: jilu.Captures, doc: jilu.Document): any
---  false or nil: look for the next match
---@field emit fun(m: jilu.Captures, doc: jilu.Document): table?
---  the fields of the record, or a list of such; nil for none
---@field fields? jilu.Field[]             what those are; the default is whatever comes
---@field tests? table[]                   { text, expected fields | list of these | false }
local Rule = {}
Rule.__index = Rule

local KNOWN = {
  name = "string", match = "any", over = "string", where = "function", emit = "function",
  fields = "table", tests = "table",
}

local function expression_of(match)
  if getmetatable(match) == Expression then return match end
  if lpeg.type(match) == "pattern" then return jilu_re.of_pattern(match) end
  check.fail("rule", 1, 3, "key 'match': jilu.re or an LPeg pattern expected")
end

--- Makes a rule, a stage of a pipeline that emits records of the rule's name.
---@param rule table  the keys of jilu.Rule above; `match` is a jilu.re or an LPeg pattern
---@return jilu.Rule
local function new(rule)
  check.keys("rule", 1, rule, KNOWN)
  if not rule.name or not rule.name:find "^[%a_][%w_]*$" then
    check.fail("rule", 1, 2, "key 'name': letters, digits and _ expected")
  elseif not rule.emit then
    check.fail("rule", 1, 2, "key 'emit': function expected, got nil")
  end
  if rule.over then check.choice("rule", 1, "scope", rule.over, scopes.KINDS) end
  local where, expression = script.here(), expression_of(rule.match)
  local parts = expression:prepared()
  return setmetatable({
    name = rule.name, script = where, over = rule.over or "sentence",
    parts = parts, begins = matcher.kinds(parts),
    kinds = expression.kinds, names = expression.names,
    where = rule.where, emit = rule.emit, tests = rule.tests or {},
    schema = not rule.fields and schema.of(rule.name)
      or schema.declare(rule.name, rule.fields, where),
  }, Rule)
end

-- Matches ---------------------------------------------------------------------------

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

--- A match that became no record.
---@class jilu.Rejection
---@field by "where"|"emit"
---@field first integer
---@field last integer
---@field captures table
---@field line integer

-- Tells `rejected`, if there is one, of a match that becomes no record.
local function reject(rejected, by, at, chosen, m)
  if not rejected then return end
  local first, last = matcher.span(at, chosen)
  rejected { by = by, first = first, last = last, captures = m,
    line = at:line_at(chosen[1].first) }
end

-- Adds the annotation that becomes a record.
function Rule:add(at, chosen, fields)
  check_record(self, fields)
  local first, last = matcher.span(at, chosen)
  local annotation = { first = first, last = last, line = at:line_at(chosen[1].first) }
  for key, value in pairs(fields) do
    annotation[key] = captures.plain(at, value, self.schema.known[key])
  end
  at.doc:annotate(self.name, annotation)
end

-- What emit gave as a list of the fields of records.
local function list_of(result)
  if type(result) == "table" and type(result[1]) == "table" then return result end
  return { result }
end

function Rule:take(at, chosen, rejected)
  local m = captures.object(at, chosen, self.names)
  self.at, self.chosen = at, chosen
  local wanted = not self.where or strict_facts.call(self.where, m, at.doc)
  drop.heed(wanted)
  if not wanted then
    reject(rejected, "where", at, chosen, m)
    return false
  end
  local result = strict_facts.call(self.emit, m, at.doc)
  drop.heed(result)
  if result == nil then
    reject(rejected, "emit", at, chosen, m)
    return true
  end
  for _, fields in ipairs(list_of(result)) do self:add(at, chosen, fields) end
  return true
end

--- Adds an annotation to the layer of the rule's name for every match.
---@param doc jilu.Document
---@param rejected? fun(rejection: jilu.Rejection)  is told of the others
function Rule:run(doc, rejected)
  self.at, self.chosen = nil, nil
  scopes.each(doc, self.over, self.begins, function(at)
    self.at, self.chosen = at, nil
    matcher.search(self.parts, at, function(chosen) return self:take(at, chosen, rejected) end)
  end)
  self.at, self.chosen = nil, nil
end

--- Where the match that it was at work on when something raised stands, or the
--- scope that it looked at.
---@return integer? first, integer? last
function Rule:place()
  if self.chosen and self.chosen[1] then return matcher.span(self.at, self.chosen) end
  if self.at and #self.at.text > 0 then return self.at:span(1, #self.at.text) end
end

function Rule:part(k)
  local source = self.parts[k].source
  return ("part %d of %d%s"):format(k, #self.parts, source and ", " .. source or "")
end

--- Why a line has no match; of a section or a document the line that it begins
--- in says so.
---@param doc jilu.Document
---@param line jilu.Line
---@return string?  nil where another line says it
function Rule:missing(doc, line)
  if scopes.is_foreign(line) then return line.role .. " is not searched" end
  local by_line = self.over == "sentence" or self.over == "paragraph"
  local k = by_line and scopes.possible(doc, line, self.begins)
  if k then return ("%s: no %s in the line"):format(self:part(k), self.parts[k].fact) end
  local furthest, behind, seen = 0, nil, false
  scopes.of_line(doc, self.over, line, function(at)
    local part, after = matcher.missing(self.parts, at)
    seen = true
    if part and part > furthest then
      furthest, behind = part, part > 1 and (select(2, at:span(after - 1, after - 1))) or nil
    end
  end)
  if not seen and not by_line then return nil end
  if furthest == 0 then return "no match" end
  return self:part(furthest) .. (behind and ": nowhere behind byte " .. behind or ": nowhere")
end

return { new = new, Rule = Rule }
