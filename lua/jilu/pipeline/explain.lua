-- What the stages of a pipeline did to one document: what each of them made, how
-- long it took, and why rules made no record.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local layers = require "jilu.document.layers"

--- What one stage did.
---@class jilu.StageReport
---@field stage jilu.Stage
---@field seconds number
---@field made table<string, integer>  how many annotations of each type
---@field rejections jilu.Rejection[]  of a rule

---@class jilu.Explanation
---@field doc jilu.Document
---@field stages jilu.StageReport[]
---@field origin table<table, jilu.Stage>  which stage made an annotation
---@field failure jilu.Failure?
---@field rule string?  show only what this rule of a grammar or stage made
local Explanation = {}
Explanation.__index = Explanation

-- Layers that tell of lines and of the whole document.
local WHOLE = { line = true, document = true }

-- What is new in the layers belongs to the stage.
function Explanation:claim(report)
  for kind, layer in pairs(layers.all(self.doc)) do
    for _, annotation in ipairs(layer) do
      if not self.origin[annotation] then
        self.origin[annotation] = report.stage
        report.made[kind] = (report.made[kind] or 0) + 1
      end
    end
  end
end

function Explanation:run(stage)
  local report = { stage = stage, seconds = 0, made = {}, rejections = {} }
  self.stages[#self.stages + 1] = report
  local start, result = core.clock(), nil
  if stage.rule then
    stage.rule:run(self.doc, function(rejection)
      report.rejections[#report.rejections + 1] = rejection
    end)
  else
    result = stage.run(self.doc)
  end
  report.seconds = core.clock() - start
  self:claim(report)
  return result
end

--- Runs a pipeline on a document and notes what every stage does.
---@param pipeline jilu.Pipeline
---@param doc jilu.Document
---@return jilu.Explanation
local function new(pipeline, doc)
  local self = setmetatable({ doc = doc, stages = {}, origin = {} }, Explanation)
  -- compiled once for all documents: no time of this one's
  extractor.default()
  doc.explained = true                -- stages may say what they chose among
  local ok, failure = pipeline:watch(doc, function(stage) return self:run(stage) end)
  if not ok then self.failure = failure end
  return self
end

local function by_place(a, b)
  if not a.first then return a.type < b.type end
  if a.first ~= b.first then return a.first < b.first end
  if a.last ~= b.last then return a.last > b.last end
  return a.type < b.type
end

--- Is a stage to be shown?
---@param stage jilu.Stage
---@return boolean
function Explanation:shows_stage(stage)
  return not self.rule or (stage.rule and stage.rule.name or stage.name) == self.rule
end

-- Those of a layer that are to be shown.
function Explanation:shown(layer)
  if not self.rule then return layer end
  local list = {}
  for _, annotation in ipairs(layer) do
    local stage = self.origin[annotation]
    if annotation.rule == self.rule or (stage and self:shows_stage(stage)) then
      list[#list + 1] = annotation
    end
  end
  return list
end

--- The annotations of the lines, by the number of the line they begin in, each
--- list in the order of the text; at 0 those that stand in no line.
---@param wanted? table<string, boolean>  types; nil for all
---@return table<integer, table[]>
function Explanation:by_line(wanted)
  local lines = {}
  for kind, layer in pairs(layers.all(self.doc)) do
    if not WHOLE[kind] and (not wanted or wanted[kind]) then
      for _, annotation in ipairs(self:shown(layer)) do
        local first = annotation.first
        local number = first and self.doc:line_of(first).number or 0
        lines[number] = lines[number] or {}
        table.insert(lines[number], annotation)
      end
    end
  end
  for _, list in pairs(lines) do table.sort(list, by_place) end
  return lines
end

--- Which rule made an annotation: of a grammar, of the pipeline with
--- script:line, or else the stage.
---@param annotation table
---@return string
function Explanation:rule_of(annotation)
  local stage, rule = self.origin[annotation], annotation.rule
  if stage and stage.rule then
    return stage.name .. (stage.rule.script and (" (%s)"):format(stage.rule.script) or "")
  elseif type(rule) == "string" and rule:find(".", 1, true) then
    return rule
  end
  return "stage " .. (stage and stage.name or "?")
end

return { new = new, Explanation = Explanation }
