-- What stands in a pipeline: stages by name, functions, tables, rules, emits,
-- all brought to one form.

local emit = require "jilu.record.emit"
local extractor = require "jilu.facts.extractor"
local rule = require "jilu.rule"
local script = require "jilu.rule.source_location"

---@class jilu.Stage
---@field name string
---@field run? fun(doc: jilu.Document)   annotates
---@field emits? jilu.Emit
---@field rule? jilu.Rule
---@field needs string[]  names of stages that come before
---@field reads string[]  layers that it looks at where they are there
---@field makes? string[]  layers that it makes; nil where it does not say
---@field clears string[]  of these, the ones that no stage before it makes
---@field language? string  of the documents that it reads; nil: of any
---@field of_pages? boolean  the library's: it passes over what has too many lines
---@field tests? table[]  see jilu.pipeline.tests
---@field script? string  script:line

-- The stages of the library, in the order in which they usually stand. Each is
-- a module that returns { name =, needs =, reads =, makes =, language =, run = }.
local NAMES = {
  "repair", "zones", "metadata", "outline", "facts", "phrases", "frameworks", "checks", "ledger",
}
local MODULES = {
  repair = "jilu.document.repair", zones = "jilu.page.zones", metadata = "jilu.page.metadata",
  outline = "jilu.outline.stage", facts = "jilu.facts.stage", phrases = "jilu.phrases.stage",
  frameworks = "jilu.phrases.frameworks", checks = "jilu.checks.stage",
  ledger = "jilu.ledger.stage",
}

local KEYS = {
  name = "string", run = "function", needs = "table", reads = "table", makes = "table",
  language = "string", tests = "table",
}
local KNOWN_KEYS = "language, makes, name, needs, reads, run, tests"

--- What the module of a stage of the library returns; nil for another name.
---@param name string
---@return table?
local function load_stage(name)
  return MODULES[name] and require(MODULES[name])
end

--- The stage of the library that makes annotations of a type; nil for none.
---@param kind string
---@return string?
local function maker_of(kind)
  for _, name in ipairs(NAMES) do
    for _, made in ipairs(load_stage(name).makes or {}) do
      if made == kind then return name end
    end
  end
end

local function of_module(found)
  return {
    name = found.name, run = found.run, needs = found.needs or {}, reads = found.reads or {},
    makes = found.makes, language = found.language, of_pages = found.of_pages,
  }
end

local function by_name(name)
  local found = load_stage(name)
  if not found then
    script.fail("unknown stage '%s'; known: %s", name, table.concat(NAMES, ", "))
  end
  return of_module(found)
end

local function check_names(key, list)
  for _, name in ipairs(list) do
    if type(name) ~= "string" then
      script.fail("key '%s' of a stage: list of strings expected, got a %s in it", key, type(name))
    end
  end
end

local function check_key(key, value)
  local want = KEYS[key]
  if not want then
    script.fail("a stage has no key '%s'; known: %s", tostring(key), KNOWN_KEYS)
  elseif type(value) ~= want then
    script.fail("key '%s' of a stage: %s expected, got %s", key, want, type(value))
  elseif want == "table" and key ~= "tests" then
    check_names(key, value)
  elseif key == "language" and not extractor.is_language(value) then
    script.fail("key 'language' of a stage: no language '%s'; known: %s", value,
      extractor.known_languages())
  end
end

local function by_table(item)
  for key, value in pairs(item) do check_key(key, value) end
  if not item.run then script.fail "a stage without 'run'" end
  local made, where = of_module(item), script.of(item.run)
  made.name, made.script, made.tests = item.name or where, where, item.tests
  return made
end

local function by_rule(item)
  return {
    name = "rule " .. item.name, rule = item, needs = {}, reads = {}, makes = { item.name },
    script = item.script,
    run = function(doc) item:run(doc) end,
    emits = emit.new { item.schema },
  }
end

-- An extractor of the user's is the stage `facts`.
local function by_extractor(item)
  local found = by_name "facts"
  local run = found.run
  found.run = function(doc) return run(doc, item) end
  return found
end

--- The stage of an item of a pipeline. What is no stage raises an error.
---@param item any
---@return jilu.Stage
local function new(item)
  if type(item) == "string" then return by_name(item) end
  if type(item) == "function" then return by_table { run = item } end
  local class = type(item) == "table" and getmetatable(item)
  if class == rule.Rule then return by_rule(item) end
  if class == extractor.Extractor then return by_extractor(item) end
  if class == emit.Emit then return { name = "emit", emits = item, needs = {}, reads = {} } end
  if type(item) == "table" then return by_table(item) end
  script.fail("a stage is a name, a function or a table, not a %s", type(item))
end

return { new = new, load = load_stage, maker_of = maker_of }
