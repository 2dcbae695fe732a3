-- jilu.pipeline: a list of stages that a document goes through, and the
-- records that come out.

local check = require "jilu.check"
local core = require "jilu.core"
local drop = require "jilu.pipeline.drop"
local extractor = require "jilu.facts.extractor"
local failures = require "jilu.pipeline.failure"
local language_of = require "jilu.document.language"
local layers = require "jilu.document.layers"
local lexicon = require "jilu.lexicon"
local script = require "jilu.rule.source_location"
local stage = require "jilu.pipeline.stage"
local steps = require "jilu.pipeline.steps"
local strict_facts = require "jilu.rule.strict_facts"

---@class jilu.Pipeline
---@field stages jilu.Stage[]
---@field lexicon jilu.Lexicon?  for documents that have none of their own
---@field language? "zh"|"en"|"auto"  what documents are read as that do not say
---@field tests (table[]|fun(): table[])?  see jilu.pipeline.tests
---@field path string?  of its script
local Pipeline = {}
Pipeline.__index = Pipeline

local function check_needs(item, before)
  for _, name in ipairs(item.needs) do
    if not before[name] then
      script.fail("stage '%s' needs '%s' before it", item.name, name)
    end
  end
end

-- A rule finds only facts that are there when it runs. What a stage of the user's
-- makes is not known unless it says so.
local function check_rule(item, made)
  if made.anything then return end
  local kinds = {}
  for kind in pairs(item.rule.kinds) do kinds[#kinds + 1] = kind end
  table.sort(kinds)
  for _, kind in ipairs(kinds) do
    local maker = not made[kind] and stage.maker_of(kind)
    if maker then
      script.fail("rule '%s' matches %s, which the stage '%s' makes: it belongs before the rule",
        item.rule.name, kind, maker)
    end
  end
end

-- Sets which layers each stage clears when it begins, and by which key a
-- document knows what it added: its name and a number, as names may repeat. A
-- rule has emitted its records by the time the next of its name begins.
local function mark_own_layers(stages)
  local made, named = {}, {}
  for _, item in ipairs(stages) do
    item.clears = {}
    for _, layer in ipairs(item.makes or {}) do
      if item.rule or not made[layer] then item.clears[#item.clears + 1] = layer end
      made[layer] = true
    end
    named[item.name] = (named[item.name] or 0) + 1
    item.key = item.name .. "#" .. named[item.name]
  end
end

-- What is wrong with the language of an argument; nil if nothing is.
local function wrong_language(language)
  if language == nil or language == "auto" or extractor.is_language(language) then return nil end
  return ("option 'language': no language '%s'; known: auto, %s")
    :format(tostring(language), extractor.known_languages())
end

-- A wrong argument of jilu.pipeline, at the line of the script that is at work.
local function bad(reason, ...)
  script.fail("%s", check.message("pipeline", 1, reason, ...))
end

local OPTIONS = { lexicon = true, language = true, tests = true }

local function bad_option(key, expected, got)
  bad("option '%s': %s expected, got %s", key, expected, type(got))
end

-- The options of a list of stages; every other key is a mistake.
local function options_of(items)
  local options = {}
  for key, value in pairs(items) do
    if type(key) ~= "number" then
      if not OPTIONS[key] then
        bad("unknown option '%s'; known: language, lexicon, tests", tostring(key))
      end
      options[key] = value
    end
  end
  local wrong = wrong_language(options.language)
  if wrong then bad("%s", wrong) end
  local words, tests = options.lexicon, options.tests
  if words ~= nil and not lexicon.is(words) then bad_option("lexicon", "jilu.Lexicon", words) end
  if tests ~= nil and type(tests) ~= "table" and type(tests) ~= "function" then
    bad_option("tests", "table", tests)
  end
  return options
end

--- Makes a pipeline of stages: names of the library's, functions that
--- annotate a document, tables { name =, run =, needs =, … }, jilu.rule,
--- jilu.emit, and jilu.extractor in place of "facts". `lexicon` is for
--- documents that have none, `language` for those that say no other; `tests` are
--- run by `jilu test`.
---@param items any[]|{ lexicon: jilu.Lexicon?, language: ("zh"|"en"|"auto")?, tests: any }
---@return jilu.Pipeline
local function new(items)
  if type(items) ~= "table" then
    bad("list of stages expected, got %s", type(items))
  end
  local stages, before, made = {}, {}, {}
  for k, item in ipairs(items) do
    stages[k] = stage.new(item)
    check_needs(stages[k], before)
    if stages[k].rule then check_rule(stages[k], made) end
    before[stages[k].name] = true
    for _, layer in ipairs(stages[k].makes or {}) do made[layer] = true end
    if stages[k].run and not stages[k].makes then made.anything = true end
  end
  mark_own_layers(stages)
  local options = options_of(items)
  options.stages = stages
  return setmetatable(options, Pipeline)
end

--- The schemas of the records that come out, in their order.
---@return jilu.Schema[]
function Pipeline:schemas()
  local list = {}
  for _, item in ipairs(self.stages) do
    for _, one in ipairs(item.emits and item.emits.schemas or {}) do list[#list + 1] = one end
  end
  return list
end

--- The types of the records that come out.
---@return table<string, boolean>
function Pipeline:types()
  local types = {}
  for _, one in ipairs(self:schemas()) do types[one.type] = true end
  return types
end

-- Running ---------------------------------------------------------------------------

local function run_stage(item, doc) return item.run(doc) end

-- What a stage left in the document in an earlier run goes: a document may go
-- through pipelines again.
local function clear(item, doc)
  for _, layer in ipairs(item.clears) do layers.set(doc, layer, nil) end
  if item.run and not item.makes then doc:begin_stage(item.key) end
end

local function applies(item, doc)
  return (not item.language or item.language == doc.language)
    and not (item.of_pages and doc.too_many_lines)
end

-- Runs the stages, up to the one with index `last`, each by `run`, and calls
-- `take(emit)` where records come out. Returns nil, failure where a stage or
-- `take` raised, or a stage dropped the document.
local function run_stages(self, doc, take, last, run)
  local at
  run = run or run_stage
  local function guard()
    if doc.lexicon == nil then doc.lexicon = self.lexicon end
    if self.language then language_of.read_as(doc, self.language) end
    for k = 1, last or #self.stages do
      at = self.stages[k]
      clear(at, doc)
      if at.run and applies(at, doc) then drop.heed(run(at, doc)) end
      doc:end_stage()
      if at.emits then
        at.emits:correct(doc)
        take(at.emits)
      end
    end
  end
  local ok, failure = xpcall(guard, function(raised) return failures.of(raised, at, guard) end)
  if ok then return true end
  strict_facts.release(doc)
  doc:end_stage()
  -- Lua calls no handler when it runs out of memory
  if type(failure) ~= "table" then failure = { stage = at.name, reason = tostring(failure) } end
  failures.locate(failure, doc)
  return nil, failure
end

--- Runs the stages, up to the one with index `last`, and calls
--- `receive(schema, annotation)` for each record. Returns nil, failure where a
--- stage or `receive` raised.
---@param doc jilu.Document
---@param receive fun(schema: jilu.Schema, annotation: table)
---@param wanted? table<string, boolean>  types of records; nil for all
---@param last? integer
---@return boolean?, jilu.Failure?
function Pipeline:each(doc, receive, wanted, last)
  return run_stages(self, doc, function(emit) emit:annotations(doc, receive, wanted) end, last)
end

-- Raises what is wrong with a record, for run_stages to catch.
local function reject(schema, message)
  error({ reason = message, script = schema.where }, 0)
end

-- The list of the records of a document, each stage called by `run`.
local function collect(self, doc, run)
  local records, writer = {}, core.writer()
  local function receive(schema, annotation)
    -- who writes also checks
    local written, message = writer:record(schema.compiled, annotation, doc.id, doc.view)
    if not written then reject(schema, message) end
    records[#records + 1] = schema:record(doc, annotation)
  end
  local ok, failure = run_stages(self, doc,
    function(emit) emit:annotations(doc, receive) end, nil, run)
  if ok then return records end
  return nil, ("%s: %s"):format(failure.stage, failure.reason), failure
end

--- Runs the stages by `run(stage, doc)`, which is to call stage.run and to return
--- what it returns, and makes no records. Returns nil, failure where one raised.
---@param doc jilu.Document
---@param run fun(stage: jilu.Stage, doc: jilu.Document): any
---@return boolean?, jilu.Failure?
function Pipeline:watch(doc, run)
  return run_stages(self, doc, function() end, nil, run)
end

--- Runs the pipeline and writes the records, all of them or none. Returns how
--- many, nil, and how many of each type; or nil and why the document failed.
---@param doc jilu.Document
---@param writer userdata  jilu.Writer
---@param wanted? table<string, boolean>  types of records; nil for all
---@return integer?, jilu.Failure?, table<string, integer>?
function Pipeline:write(doc, writer, wanted)
  local start, count, by_type = #writer, 0, {}
  local function receive(schema, layer)
    local written, message = writer:records(schema.compiled, layer, doc.id, doc.view)
    if not written then reject(schema, message) end
    count = count + written
    if written > 0 then by_type[schema.type] = (by_type[schema.type] or 0) + written end
  end
  local ok, failure = run_stages(self, doc, function(emit) emit:layers(doc, receive, wanted) end)
  if ok then return count, nil, by_type end
  writer:rewind(start)
  return nil, failure
end

--- Runs the pipeline on a document. Returns the list of its records, or nil, a
--- message and the failure.
---@param doc jilu.Document
---@return table[]?, string?, jilu.Failure?
function Pipeline:run(doc) return collect(self, doc) end

--- Iterates over the records of a document: none of one that is dropped. A
--- document that fails raises.
---@param doc jilu.Document
---@return fun(): table?
function Pipeline:records(doc)
  if type(doc) ~= "table" then
    check.fail("records", 1, 2, "jilu.Document expected, got %s", type(doc))
  end
  local records, message, failure = self:run(doc)
  if failure and failure.dropped then records = {} end
  if not records then error(message, 2) end
  local k = 0
  return function()
    k = k + 1
    return records[k]
  end
end

--- Runs the pipeline on a document in steps, for a program that has other work to do:
--- each call of what this returns goes on for about as long as is said, and returns
--- false while something is left to do. The last one returns true and what
--- pipeline:run does. A step may take longer by what can't be cut: some milliseconds,
--- or what a stage of the user's does in C. Before Lua 5.4 a step is a stage; in Lua
--- 5.1 (not LuaJIT) it is the whole document.
---@param doc jilu.Document
---@param options? { milliseconds: number? }  of one step; default 10
---@return fun(): boolean, table[]?, string?, jilu.Failure? step
function Pipeline:steps(doc, options)
  return steps(doc, options, function(run) return collect(self, doc, run) end)
end

-- Loading ---------------------------------------------------------------------------

-- The ready-made ones: modules jilu.pipeline.ready.NAME.
local NAMES = { "ledger", "facts", "outline" }

local function load_script(path)
  local chunk, message = loadfile(path)
  if not chunk then return nil, message end
  local ok, found = script.run(chunk, path)
  if not ok then return nil, tostring(found) end
  if getmetatable(found) ~= Pipeline then
    return nil, ("%s: the script returns a %s, not a jilu.pipeline"):format(path, type(found))
  end
  found.path = path
  return found
end

-- A copy of a pipeline in which a field is another.
local function copy_with(found, field, value)
  local copy = {}
  for key, own in pairs(found) do copy[key] = own end
  copy[field] = value
  return setmetatable(copy, Pipeline)
end

-- A pipeline with the user's extractor in place of "facts".
local function with_extractor(found, own)
  local stages, replaced = {}, false
  for k, item in ipairs(found.stages) do
    if item.name == "facts" then item, replaced = stage.new(own), true end
    stages[k] = item
  end
  if not replaced then check.fail("load", 2, 3, "the pipeline reads no facts") end
  mark_own_layers(stages)
  return copy_with(found, "stages", stages)
end

local function check_load(name, options)
  if type(name) ~= "string" then
    check.fail("load", 1, 3, "string expected, got %s", type(name))
  elseif type(options) ~= "table" then
    check.fail("load", 2, 3, "table expected, got %s", type(options))
  end
  for key, value in pairs(options) do
    if key == "language" then
      local wrong = wrong_language(value)
      if wrong then check.fail("load", 2, 3, "%s", wrong) end
    elseif key ~= "extractor" then
      check.fail("load", 2, 3, "unknown option '%s'; known: extractor, language", tostring(key))
    elseif getmetatable(value) ~= extractor.Extractor then
      check.fail("load", 2, 3, "option 'extractor': jilu.Extractor expected, got %s", type(value))
    end
  end
end

--- Is it the name of a pipeline of the library's?
---@param name string
---@return boolean
local function is_ready_made(name)
  for _, known in ipairs(NAMES) do
    if name == known then return true end
  end
  return false
end

local function find(name)
  if is_ready_made(name) then return require("jilu.pipeline.ready." .. name) end
  local file = io.open(name, "rb")
  if not file then
    return nil, ("no pipeline '%s': no such script, and the ready-made ones are %s")
      :format(name, table.concat(NAMES, ", "))
  end
  file:close()
  return load_script(name)
end

--- Loads a pipeline: the name of a ready-made one, or the path of a script
--- that returns one. Returns nil, message where it can't be loaded.
---@param name string
---@param options? { extractor: jilu.Extractor?, language: ("zh"|"en"|"auto")? }  what reads the
--- facts in place of the language's; what documents are read as that do not say
---@return jilu.Pipeline?, string?
local function load_pipeline(name, options)
  options = options or {}
  check_load(name, options)
  local found, message = find(name)
  if not found then return nil, message end
  if options.extractor then found = with_extractor(found, options.extractor) end
  return options.language and copy_with(found, "language", options.language) or found
end

return { new = new, load = load_pipeline, is_ready_made = is_ready_made, Pipeline = Pipeline }
