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
---@field makes? string[]  layers that are its own
---@field language? string  of the documents that it reads; nil: of any
---@field script? string  script:line

-- The stages of the library, in the order in which they usually stand; each is
-- a module that returns a function or { needs =, run = }.
local NAMES = {
  "repair", "zones", "metadata", "outline", "facts", "phrases", "frameworks", "checks", "ledger",
}
local MODULES = {
  repair = "jilu.document.repair", zones = "jilu.page.zones", metadata = "jilu.page.metadata",
  outline = "jilu.outline.stage", facts = "jilu.facts.stage", phrases = "jilu.phrases.stage",
  frameworks = "jilu.phrases.frameworks", checks = "jilu.checks.stage",
  ledger = "jilu.ledger.stage",
}

-- The layers that they make. What a layer holds when its stage begins is from
-- an earlier run, and goes: a document may go through pipelines again.
local MAKES = {
  repair = { "repair" }, zones = { "line", "document" },
  outline = { "section", "enumeration" },
  facts = {
    "quantity", "change", "time", "work", "quote", "numeral_phrase", "organization", "person",
    "place", "document_number", "url", "contact",
  },
  frameworks = { "framework" },
  checks = { "check" },
  ledger = { "ledger" },
}

-- Those that read how Chinese is written.
local LANGUAGE = {
  outline = "zh", phrases = "zh", frameworks = "zh", checks = "zh", ledger = "zh",
}

--- What the module of a stage of the library returns; nil for another name.
---@param name string
---@return function | table | nil
local function load_stage(name)
  return MODULES[name] and require(MODULES[name])
end

local function by_name(name)
  local found = load_stage(name)
  if not found then
    script.fail("unknown stage '%s'; known: %s", name, table.concat(NAMES, ", "))
  end
  if type(found) == "function" then found = { run = found } end
  return {
    name = name, run = found.run, needs = found.needs or {}, makes = MAKES[name],
    language = LANGUAGE[name],
  }
end

local KEYS = { name = "string", run = "function", needs = "table" }

local function by_table(item)
  for key, value in pairs(item) do
    if not KEYS[key] then
      script.fail("a stage has no key '%s'; known: name, needs, run", tostring(key))
    elseif type(value) ~= KEYS[key] then
      script.fail("key '%s' of a stage: %s expected, got %s", key, KEYS[key], type(value))
    end
  end
  if not item.run then script.fail "a stage without 'run'" end
  local where = script.of(item.run)
  return { name = item.name or where, run = item.run, needs = item.needs or {}, script = where }
end

local function by_rule(item)
  return {
    name = "rule " .. item.name, rule = item, needs = {}, makes = { item.name },
    script = item.script,
    run = function(doc) item:run(doc) end,
    emits = emit.new { item.schema },
  }
end

-- An extractor of the user's is the stage `facts`.
local function by_extractor(item)
  local found = by_name "facts"
  found.run = function(doc) return require "jilu.facts.stage"(doc, item) end
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
  if class == emit.Emit then return { name = "emit", emits = item, needs = {} } end
  if type(item) == "table" then return by_table(item) end
  script.fail("a stage is a name, a function or a table, not a %s", type(item))
end

return { new = new, load = load_stage }
