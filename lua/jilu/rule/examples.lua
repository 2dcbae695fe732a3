-- The examples beside a rule: { text, expected, date =, language = }. What is expected is false for
-- no record, a table of fields that the one record has, or a list of such.

local core = require "jilu.core"
local document = require "jilu.document"

local examples = {}

local function shown(value)
  if type(value) ~= "table" then return tostring(value) end
  local keys = {}
  for key in pairs(value) do keys[#keys + 1] = tostring(key) end
  table.sort(keys)
  for k, key in ipairs(keys) do keys[k] = ("%s = %s"):format(key, shown(value[key])) end
  return "{ " .. table.concat(keys, ", ") .. " }"
end

-- Whether a found value is the expected one; of a table, only what is expected
-- is compared. An expected null is a field that is not there.
local function matches(expected, found)
  if expected == core.null then return found == nil or found == core.null end
  if type(expected) ~= "table" or type(found) ~= "table" then return expected == found end
  for key, value in pairs(expected) do
    if not matches(value, found[key]) then return false end
  end
  return true
end

local function list_of(expected)
  if expected == false then return {} end
  if #expected > 0 then return expected end
  return { expected }
end

-- Why the records are not as expected; nil if they are.
local function difference(expected, records)
  if #expected ~= #records then
    return ("expected %d records, got %d"):format(#expected, #records)
  end
  for k, want in ipairs(expected) do
    for key, value in pairs(want) do
      if not matches(value, records[k][key]) then
        return ("record %d: expected %s = %s, got %s")
          :format(k, tostring(key), shown(value), shown(records[k][key]))
      end
    end
  end
end

local function run(pipeline, last, rule, example)
  local text, expected = example[1], example[2]
  if type(text) ~= "string" or (expected ~= false and type(expected) ~= "table") then
    return "an example is { text, fields or list of fields or false }"
  end
  local records = {}
  local doc = document.new(text, { id = "example", date = example.date,
    language = example.language })
  local ok, failure = pipeline:each(doc, function(schema, annotation)
    if schema == rule.schema then records[#records + 1] = schema:record(doc, annotation) end
  end, nil, last)
  if not ok then return ("%s: %s"):format(failure.stage, failure.reason) end
  return difference(list_of(expected), records)
end

--- Iterates over the examples of all rules of a pipeline and what came of
--- them: { rule, script, number, text, reason }; no reason, it passed.
---@param pipeline jilu.Pipeline
---@return fun(): table?
function examples.each(pipeline)
  return coroutine.wrap(function()
    for k, stage in ipairs(pipeline.stages) do
      for number, example in ipairs(stage.rule and stage.rule.tests or {}) do
        coroutine.yield {
          rule = stage.rule.name, script = stage.script, number = number,
          text = tostring(example[1]), reason = run(pipeline, k, stage.rule, example),
        }
      end
    end
  end)
end

return examples
