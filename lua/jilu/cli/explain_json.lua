-- What jilu explain found, as one JSON object for programs: keys are sorted, positions
-- are those of records.

local nested = require "jilu.record.sinks.nested"
local schemas = require "jilu.record.schema"

-- Fields of an annotation that are the library's own, and no part of what is said of it.
local INTERNAL = { first = true, last = true, folded_first = true, folded_last = true }

local function fields_of(annotation)
  local fields = {}
  for name, value in pairs(annotation) do
    if type(name) == "string" and not schemas.hidden[name] and not INTERNAL[name]
      and type(value) ~= "function" and type(value) ~= "userdata" then
      fields[name] = value
    end
  end
  return fields
end

-- What competed, the best first, each with its score.
local function candidates_of(doc, list)
  local out = {}
  for k, one in ipairs(list) do
    out[k] = fields_of(one)
    out[k].type, out[k].score = one.type, tonumber(one.score)
    if one.first then
      local first, last = doc:original(one.first, one.last)
      out[k].start, out[k]["end"] = first - 1, last
    end
  end
  return out
end

-- An annotation as its record would be, with what made it and what it was chosen among.
local function annotation_of(found, known, annotation)
  local one = known[annotation.type] or schemas.of(annotation.type)
  local record
  if one then
    record = one:record(found.doc, annotation)
  else
    record = fields_of(annotation)
    record.type, record.doc = annotation.type, found.doc.id
    if annotation.first then
      local first, last = found.doc:original(annotation.first, annotation.last)
      record.start, record["end"] = first - 1, last
      record.text = found.doc:text(annotation)
      record.line = found.doc:line_of(annotation.first).number
    end
  end
  record.rule = found:rule_of(annotation)
  record.correction = found.doc.corrections and found.doc.corrections.verdicts[annotation]
  if annotation.candidates then
    record.candidates = candidates_of(found.doc, annotation.candidates)
  end
  return record
end

local function captures_of(captures)
  local out = {}
  for name, value in pairs(captures) do
    out[tostring(name)] = type(value) == "table" and value.text or tostring(value)
  end
  return out
end

local function stage_of(found, report, in_range)
  local rejections = {}
  for _, one in ipairs(report.rejections) do
    if in_range(one.line) then
      local first, last = found.doc:original(one.first, one.last)
      rejections[#rejections + 1] = { start = first - 1, ["end"] = last, line = one.line,
        by = one.by, captures = captures_of(one.captures) }
    end
  end
  return { stage = report.stage.name, milliseconds = ("%.3f"):format(report.seconds * 1000),
    made = report.made, rejections = rejections }
end

--- The JSON of an explanation.
---@param found jilu.Explanation
---@param wanted? table<string, boolean>  types; nil for all
---@param range? integer[]  first and last line; nil for all
---@param known table<string, jilu.Schema>  of the pipeline's own types
---@return string
return function(found, wanted, range, known)
  local function in_range(number)
    return not range or (number >= range[1] and number <= range[2])
  end
  local doc, stages, annotations = found.doc, {}, {}
  for _, report in ipairs(found.stages) do
    if found:shows_stage(report.stage) then
      stages[#stages + 1] = stage_of(found, report, in_range)
    end
  end
  local by_line, numbers = found:by_line(wanted), {}
  for number in pairs(by_line) do numbers[#numbers + 1] = number end
  table.sort(numbers)
  for _, number in ipairs(numbers) do
    if in_range(number) then
      for _, annotation in ipairs(by_line[number]) do
        annotations[#annotations + 1] = annotation_of(found, known, annotation)
      end
    end
  end
  return nested { doc = doc.id, path = doc.path, bytes = #doc.bytes, stages = stages,
    annotations = annotations, failure = found.failure and {
      stage = found.failure.stage, reason = found.failure.reason, script = found.failure.script } }
end
