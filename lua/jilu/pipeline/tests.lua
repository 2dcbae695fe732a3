-- The tests of a pipeline: beside its rules, its stages, and its own.
--
-- A test is { text, expected } or { text =, date =, language =, records = }.
-- What is expected is false for no record, a table of fields that the one record
-- has, or a list of such. A rule is asked for its own records. A stage is asked
-- for the annotations of the types that are named in what is expected, or that
-- it makes; a pipeline likewise for its records. { file =, golden = } compares
-- all records of a pipeline with those in a file.

local core = require "jilu.core"
local diff = require "jilu.record.diff"
local document = require "jilu.document"
local expected = require "jilu.pipeline.expected"

local tests = {}

local KEYS = {
  [1] = true, [2] = true, text = true, date = true, language = true, records = true, file = true,
  golden = true,
}

local FORM = "a test is { text, fields or list of fields or false }, or { text =, date =, "
  .. "language =, records = }, or { file =, golden = }"

-- The text and what is expected of it; nil where the test is none.
local function parts_of(test)
  if type(test) ~= "table" then return nil end
  for key in pairs(test) do
    if not KEYS[key] then return nil end
  end
  local text, wanted = test.text or test[1], test.records
  if wanted == nil then wanted = test[2] end
  if type(text) ~= "string" or (wanted ~= false and type(wanted) ~= "table") then return nil end
  return text, expected.list(wanted)
end

-- The types that are named, or else the default ones.
local function types_of(wanted, default)
  local types, any = {}, false
  for _, want in ipairs(wanted) do
    if type(want.type) == "string" then types[want.type], any = true, true end
  end
  return any and types or default
end

local function open(text, test, options)
  local ok, doc = pcall(document.new, text, {
    id = "example", date = test.date, language = test.language, lexicon = options.lexicon,
  })
  if ok then return doc end
  return nil, (tostring(doc):gsub("^.-:%d+: ", ""))
end

local function failed(failure)
  return ("%s: %s"):format(failure.stage, failure.reason)
end

-- Records of the types, or all, of the pipeline up to a stage.
local function records_of(pipeline, doc, types, last)
  local records = {}
  local ok, failure = pipeline:each(doc, function(schema, annotation)
    if not types or types[schema.type] then
      records[#records + 1] = schema:record(doc, annotation)
    end
  end, nil, last)
  if ok or failure.dropped then return records end
  return nil, failed(failure)
end

-- Annotations of the types, in the order of the types' names.
local function annotations_of(pipeline, doc, types, last)
  local ok, failure = pipeline:each(doc, function() end, nil, last)
  if not ok and not failure.dropped then return nil, failed(failure) end
  local names, list = {}, {}
  for name in pairs(types) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    for _, annotation in ipairs(ok and doc:layer(name) or {}) do
      local one = { text = annotation.first and doc:text(annotation) }
      for key, value in pairs(annotation) do one[key] = value end
      list[#list + 1] = one
    end
  end
  return list
end

local function set_of(names)
  local set = {}
  for _, name in ipairs(names or {}) do set[name] = true end
  return set
end

-- Golden files ------------------------------------------------------------------------

local function below(pipeline, path)
  local folder = path:sub(1, 1) ~= "/" and pipeline.path and pipeline.path:match "^(.*/)" or ""
  return folder .. path
end

local function read(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local text = file:read "*a"
  file:close()
  return text
end

local function write(path, text)
  local output, message = core.output(path)
  if not output then return message end
  local ok
  ok, message = output:file():write(text)
  if not ok then
    output:abandon()
    return message
  end
  ok, message = output:commit()
  return not ok and message or nil
end

-- Why the records of a file are not those of the golden one; nil if they are.
local function run_golden(pipeline, test, options)
  local text, message = read(below(pipeline, test.file))
  if not text then return message end
  local doc
  doc, message = open(text, test, options)
  if not doc then return message end
  doc.id = document.id_of(test.file)
  local writer = core.writer()
  local count, failure = pipeline:write(doc, writer)
  if not count and not failure.dropped then return failed(failure) end
  local found, path = writer:take(), below(pipeline, test.golden)
  local golden = read(path)
  if golden == found then return nil end
  if options.update then return write(path, found) end
  if not golden then return path .. ": is not there; --update writes it" end
  local ok, report = pcall(diff.report, golden, found)
  return ok and report or path .. ": " .. tostring(report)
end

-- All -----------------------------------------------------------------------------------

-- Why a test fails; nil if it passes. `find(doc, wanted)` gives the records.
local function run(test, options, find)
  local text, wanted = parts_of(test)
  if not text then return FORM end
  local doc, message = open(text, test, options)
  if not doc then return message end
  local records
  records, message = find(doc, wanted)
  if not records then return message end
  return expected.difference(wanted, records)
end

local function name_of(test)
  if type(test) ~= "table" then return tostring(test) end
  return tostring(test.file or test.text or test[1])
end

local function list_of(value)
  if type(value) == "function" then value = value() end
  return value or {}
end

-- Calls `receive` for the tests of one stage of a pipeline.
local function of_stage(pipeline, k, stage, options, receive)
  local rule = stage.rule
  for number, test in ipairs(list_of(rule and rule.tests or stage.tests)) do
    receive {
      what = rule and stage.name or "stage " .. stage.name, script = stage.script,
      number = number, text = name_of(test),
      reason = run(test, options, function(doc, wanted)
        if rule then return records_of(pipeline, doc, { [rule.name] = true }, k) end
        return annotations_of(pipeline, doc, types_of(wanted, set_of(stage.makes)), k)
      end),
    }
  end
end

--- What came of one test.
---@class jilu.TestResult
---@field what string     "rule training", "stage roles", "pipeline"
---@field script string?  script:line
---@field number integer
---@field text string     of the document, or its file
---@field reason string?  why it failed

--- Runs all tests of a pipeline.
---@param pipeline jilu.Pipeline
---@param options { lexicon: jilu.Lexicon?, update: boolean? }  update: golden files are
---  written where they differ
---@return fun(): jilu.TestResult?
function tests.each(pipeline, options)
  return coroutine.wrap(function()
    for k, stage in ipairs(pipeline.stages) do
      of_stage(pipeline, k, stage, options, coroutine.yield)
    end
    for number, test in ipairs(list_of(pipeline.tests)) do
      local golden = type(test) == "table" and test.file and test.golden
      coroutine.yield {
        what = "pipeline", script = pipeline.path, number = number, text = name_of(test),
        reason = golden and run_golden(pipeline, test, options)
          or not golden and run(test, options, function(doc, wanted)
            return records_of(pipeline, doc, types_of(wanted))
          end) or nil,
      }
    end
  end)
end

return tests
