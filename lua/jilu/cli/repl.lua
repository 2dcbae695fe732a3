-- jilu repl: expressions tried on a document as they are typed.

local captures_text = require "jilu.cli.captures_text"
local check = require "jilu.check"
local compat = require "jilu.compat"
local core = require "jilu.core"
local fact_rows = require "jilu.cli.fact_rows"
local input_options = require "jilu.cli.input_options"
local pipeline = require "jilu.pipeline"
local reading = require "jilu.cli.document_options"
local rule = require "jilu.rule"
local jilu_re = require("jilu.rule.re").new
local schema = require "jilu.record.schema"
local strict_facts = require "jilu.rule.strict_facts"
local terminal = require "jilu.cli.terminal"

local repl = { summary = "Try expressions of rules on a document as they are typed." }

-- Matches, or facts, of one answer that are listed.
local LISTED = 20

local HELP = [==[
an expression of jilu.re, tried on each sentence:  {:who: organization :} gap {:n: quantity :}
  with => and Lua, what emit would give:           {:n: quantity :} => m.n.value, m.n.unit
:facts [TYPE]    the facts of the document
:fields [TYPE]   the types, or the fields of one
:lines [N[-M]]   the text
:over KIND       what a match lies in: sentence, paragraph, section, document
:open FILE       another document
:words PREFIX    what an expression may hold that begins so
:quit            or the end of the input
]==]

local COMMANDS = { ":facts", ":fields", ":help", ":lines", ":open", ":over", ":quit", ":words" }

-- Terminals of jilu.re beside the facts.
local TERMINALS = { "gap", "word", "words", "char", "han", "letter", "number", "start", "stop",
  "any of {" }

function repl.configure(command)
  command:argument("input", "A file; ':open FILE' reads one, too."):args "?"
  input_options.configure(command)
  reading.configure(command)
end

-- The session ---------------------------------------------------------------------------

local Session = {}
Session.__index = Session

local function say(text) io.stdout:write(terminal.message(text), "\n") end

function Session:open(path)
  local function notice(message) say(message) end
  local input = input_options.inputs(self.arguments, { path }, notice, {})()
  if not input then return nil, path .. ": no document" end
  if not input.text then return nil, ("%s: %s"):format(input.path, input.reason) end
  local doc, message = input_options.document(input_options.new(self.arguments, notice), input, {
    id = input.id, date = input.date or self.arguments.date,
    language = input.language or self.arguments.language, lexicon = self.words })
  if not doc then return nil, message end
  local failure
  doc, failure = self:prepared(doc)
  if not doc then return nil, failure end
  if self.doc then self.doc:close() end
  self.doc = doc
  say(("%s: %d lines, %d bytes"):format(doc.id, #doc.lines, #doc.bytes))
  return true
end

-- A document with all that an expression may hold.
function Session:prepared(doc)
  local ok, failure = self.pipeline:watch(doc, function(stage) return stage.run(doc) end)
  if ok then return doc end
  return nil, ("%s: %s"):format(failure.stage, failure.reason)
end

-- All that can be typed.
local function known_words()
  local list = {}
  for _, kind in ipairs(schema.names()) do
    list[#list + 1] = kind
    for _, field in ipairs(schema.of(kind).fields) do list[#list + 1] = field[1] end
  end
  for _, name in ipairs(TERMINALS) do list[#list + 1] = name end
  for _, name in ipairs(COMMANDS) do list[#list + 1] = name end
  table.sort(list)
  local once = {}
  for _, name in ipairs(list) do
    if once[#once] ~= name then once[#once + 1] = name end
  end
  return once
end

-- Expressions ---------------------------------------------------------------------------

-- A value as it would be written in a script.
local function shown(value)
  if type(value) == "string" then return ("%q"):format(value) end
  if type(value) == "table" and value.text then return value.text end
  return tostring(value)
end

-- What the Lua behind => gives of a match, as a function of m and doc.
local function function_of(code)
  if not code then return nil end
  local chunk, message = compat.load("local m, doc = ...; return " .. code, "=emit")
  if not chunk then error(message, 0) end
  return function(m, doc)
    local values = { chunk(m, doc) }
    for k = 1, math.max(#values, 1) do values[k] = shown(values[k]) end
    return table.concat(values, ", ")
  end
end

function Session:rule_of(source)
  local expression, code = source:match "^(.-)%s*=>%s*(.*)$"
  local emit = function_of(code)
  return rule.new {
    name = "match", match = jilu_re(expression or source), over = self.over,
    emit = function(m, doc)
      return { shows = emit and emit(m, doc) or captures_text(m) }
    end,
    fields = { { "shows", "string" } },
  }
end

function Session:report(found)
  local doc, list = self.doc, self.doc:layer "match"
  for k, one in ipairs(list) do
    if k > LISTED then break end
    say(("%d  %s  %s%s"):format(one.line, fact_rows.bytes(doc, one.first, one.last), doc:text(one),
      one.shows ~= "" and "\n     " .. one.shows or ""))
  end
  say(#list > LISTED and ("%d matches, %d of them shown"):format(#list, LISTED)
    or ("%d match%s"):format(#list, #list == 1 and "" or "es"))
  if #list > 0 then return end
  for _, line in ipairs(doc.lines) do
    local reason = line.i <= line.j and found:missing(doc, line)
    if reason then return say(("line %d: %s"):format(line.number, reason)) end
  end
end

function Session:try(source)
  if not self.doc then return say "no document: :open FILE" end
  local found = self:rule_of(source)
  self.doc.layers.match = nil
  found:run(self.doc)
  self:report(found)
end

-- Commands --------------------------------------------------------------------------------

local commands = {}

commands[":help"] = function() io.stdout:write(HELP) end

commands[":facts"] = function(self, kind)
  local count = 0
  for _, name in ipairs(schema.names()) do
    if self.doc and core.fields()[name] and (kind == "" or kind == name) then
      for _, fact in ipairs(self.doc:layer(name)) do
        count = count + 1
        local row = count <= LISTED and fact_rows.of(self.doc, fact, fact.rule or "")[1]
        if row then
          say(("%d  %s  %s  %s  %s"):format(self.doc:line_of(fact.first).number, row.bytes,
            row.name, row.text, row.value or ""))
        end
      end
    end
  end
  say(("%d facts%s"):format(count, count > LISTED and (", %d of them shown"):format(LISTED) or ""))
end

commands[":fields"] = function(_, kind)
  local known = schema.of(kind)
  if known then return say(known:field_names()) end
  if kind ~= "" then say(("no type '%s'; there are"):format(kind)) end
  say(table.concat(schema.names(), ", "))
end

commands[":lines"] = function(self, range)
  local from, to = range:match "^(%d+)%-?(%d*)$"
  from = tonumber(from) or 1
  to = tonumber(to) or (range ~= "" and from) or LISTED
  for _, line in ipairs(self.doc and self.doc.lines or {}) do
    if line.number >= from and line.number <= to then
      say(("%d  %s"):format(line.number, self.doc.source:sub(line.first, line.last)))
    end
  end
end

commands[":over"] = function(self, kind)
  local before = self.over
  self.over = kind
  local ok, message = pcall(self.rule_of, self, "quantity")
  if not ok then
    self.over = before
    say((tostring(message):gsub("^.-:%d+: ", "")))
  end
end

commands[":open"] = function(self, path)
  local ok, message = self:open(path)
  if not ok then say(message) end
end

commands[":words"] = function(_, prefix)
  local list = {}
  for _, name in ipairs(known_words()) do
    if name:sub(1, #prefix) == prefix then list[#list + 1] = name end
  end
  say(table.concat(list, "  "))
end

-- Answers a line. Returns false where it ends the session.
function Session:answer(line)
  line = line:match "^%s*(.-)%s*$"
  if line == "" then return true end
  local name, argument = line:match "^(:%a+)%s*(.*)$"
  if name == ":quit" then return false end
  if name and commands[name] then
    commands[name](self, argument)
  elseif name then
    say(("no command '%s' (:help)"):format(name))
  else
    local ok, message = pcall(self.try, self, line)
    if not ok then
      strict_facts.release(self.doc)
      local reason = tostring(type(message) == "table" and message.reason or message)
      say(check.reason((reason:gsub("^[%w_./-]+:%d+: ", ""))))
    end
  end
  return true
end

-- Lines -------------------------------------------------------------------------------------

-- Reads lines with history and completion where there is a terminal and lua-readline.
local function reader()
  local ok, readline = pcall(require, "readline")
  if not core.isatty(0) or not ok or type(readline) ~= "table" then
    local prompt = core.isatty(0) and "> " or ""
    return function()
      io.stdout:write(prompt)
      io.stdout:flush()
      return io.read()
    end
  end
  readline.set_options { keeplines = 500, histfile = "", completion = true }
  readline.set_complete_list(known_words())
  return function() return readline.readline "> " end
end

--- Runs the command. Returns the exit code.
---@param arguments table  as configured above
---@param complain fun(message: string): integer
---@return integer exit_code
function repl.run(arguments, complain)
  local found = pipeline.new { "repair", "zones", "metadata", "outline", "facts" }
  local words, place = reading.lexicon(arguments, found)
  if words == false then return complain(place) end
  local session = setmetatable({ arguments = arguments, words = words, pipeline = found,
    over = "sentence" }, Session)
  if arguments.input then
    local ok, message = session:open(arguments.input)
    if not ok then return complain(message) end
  end
  for line in reader() do
    if not session:answer(line) then break end
  end
  return 0
end

return repl
