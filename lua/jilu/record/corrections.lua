-- What a person said of records: that one is right, that one is none, or what a field
-- of it is. A file of JSON Lines, each object a record or as much of one as says which
-- it is (`doc`, `type`, `start`, `end`; no bytes for a record without), with
--
--   verdict   "accepted", "rejected" or "set"
--   set       of the latter: the fields and their values
--   where     fields that tell it from others with the same bytes
--   text      the bytes that stood there: the correction is stale where others do
--
-- Applied when records come out: what other stages made of the annotation stays.

local exact = require "jilu.record.exact"

---@class jilu.Correction
---@field doc string
---@field type string
---@field start integer?
---@field verdict "accepted"|"rejected"|"set"
---@field set table<string, any>?
---@field where table<string, any>?
---@field text string?
---@field number integer  line of the file

---@class jilu.Corrections
---@field path string
---@field of_doc table<string, jilu.Correction[]>
local Corrections = {}
Corrections.__index = Corrections

local VERDICTS = { accepted = true, rejected = true, set = true }

-- Reading -----------------------------------------------------------------------------

local function is_byte(value) return type(value) == "number" and value >= 0 and value % 1 == 0 end

-- What is wrong with a correction; nil if nothing is.
local function wrong_with(one)
  if type(one) ~= "table" then return "no JSON object" end
  if type(one.doc) ~= "string" or type(one.type) ~= "string" then
    return "a correction names 'doc' and 'type'"
  elseif (one.start or one["end"]) and not (is_byte(one.start) and is_byte(one["end"])) then
    return "'start' and 'end' are bytes, both or neither"
  elseif not VERDICTS[one.verdict] then
    return "'verdict' is accepted, rejected or set"
  elseif (one.verdict == "set") ~= (type(one.set) == "table" and next(one.set) ~= nil) then
    return "'set' holds the fields of a correction whose verdict is set, and of no other"
  elseif one.where ~= nil and type(one.where) ~= "table" then
    return "'where' holds fields"
  end
end

--- Reads a file. Returns nil, message with path and line where it is none.
---@param path string
---@return jilu.Corrections?, string?
local function read(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local of_doc, number = {}, 0
  for line in file:lines() do
    number = number + 1
    if line:find "%S" then
      local ok, one = pcall(exact.decode, line)
      local wrong = not ok and "no JSON" or wrong_with(one)
      if wrong then
        file:close()
        return nil, ("%s:%d: %s"):format(path, number, wrong)
      end
      one.number = number
      of_doc[one.doc] = of_doc[one.doc] or {}
      table.insert(of_doc[one.doc], one)
    end
  end
  file:close()
  return setmetatable({ path = path, of_doc = of_doc }, Corrections)
end

-- Applying ----------------------------------------------------------------------------

local function place_of(doc, annotation)
  if not annotation.first then return "none" end
  local first, last = doc:original(annotation.first, annotation.last)
  return ("%d-%d"):format(first - 1, last)
end

--- The place of a correction, or of a record: "6-11", "none".
---@param one table
---@return string
local function place_of_correction(one)
  return one.start and ("%d-%d"):format(one.start, one["end"]) or "none"
end

-- A value as annotations have it: whole numbers are integers.
local function plain(value)
  if value == exact.null then return nil end
  return type(value) == "number" and tonumber(exact.text(value)) or value
end

local function fits(schema, doc, annotation, one)
  if type(one.text) == "string" and annotation.first and doc:text(annotation) ~= one.text then
    return false
  end
  if not one.where then return true end
  local record = schema:record(doc, annotation)
  for name, value in pairs(one.where) do
    local has = record[name]
    if has ~= plain(value) and exact.text(has) ~= exact.text(value) then return false end
  end
  return true
end

-- Raises where a field can't be set: the document fails, and says which line asks for it.
local function set_fields(schema, annotation, one, path)
  for name, value in pairs(one.set) do
    local field
    for _, known in ipairs(schema.fields) do
      if known[1] == name then field = known end
    end
    if not field and not schema.open then
      error({ reason = ("%s:%d: %s has no field '%s'; known: %s"):format(path, one.number,
        schema.type, name, schema:field_names()) }, 0)
    elseif field and (field.position or field.objects) then
      error({ reason = ("%s:%d: '%s' can't be set: it is a place in the text")
        :format(path, one.number, name) }, 0)
    end
    if field and field.digits then annotation[field.digits] = nil end
    annotation[field and field.source or name] = plain(value)
  end
end

--- What became of a correction of a document.
---@class jilu.AppliedCorrection
---@field correction jilu.Correction
---@field found boolean  is there such a record?

--- What is said of one document, and what became of it.
---@class jilu.DocumentCorrections
---@field list jilu.Correction[]
---@field path string
---@field applied jilu.AppliedCorrection[]
---@field verdicts table<table, string>  by the annotation
local DocumentCorrections = {}
DocumentCorrections.__index = DocumentCorrections

--- What is to be applied to a document; nil for nothing.
---@param id string
---@return jilu.DocumentCorrections?
function Corrections:of(id)
  local list = self.of_doc[id]
  return list and setmetatable({ list = list, path = self.path, applied = {}, verdicts = {},
    seen = {} }, DocumentCorrections)
end

-- Those of a type that were not applied yet, by their places.
function DocumentCorrections:waiting(kind)
  local waiting, any = {}, false
  for _, one in ipairs(self.list) do
    if one.type == kind and not self.seen[one] then
      local applied = { correction = one, found = false }
      self.seen[one], any = true, true
      self.applied[#self.applied + 1] = applied
      local place = place_of_correction(one)
      waiting[place] = waiting[place] or {}
      table.insert(waiting[place], applied)
    end
  end
  return any and waiting or nil
end

-- Applies what waits for an annotation. Returns whether it is rejected.
function DocumentCorrections:correct(doc, schema, annotation, waiting)
  local rejected = false
  for _, applied in ipairs(waiting) do
    local one = applied.correction
    if fits(schema, doc, annotation, one) then
      applied.found = true
      self.verdicts[annotation] = one.verdict
      rejected = rejected or one.verdict == "rejected"
      if one.verdict == "set" then set_fields(schema, annotation, one, self.path) end
    end
  end
  return rejected
end

--- Applies those of one type to its annotations. Returns what is left of them, nil
--- where nothing was said of the type.
---@param doc jilu.Document
---@param schema jilu.Schema
---@param layer fun(): table[]
---@return table[]?
function DocumentCorrections:apply(doc, schema, layer)
  local waiting = self:waiting(schema.type)
  if not waiting then return nil end
  local left = {}
  for _, annotation in ipairs(layer()) do
    local of_place = waiting[place_of(doc, annotation)]
    if not of_place or not self:correct(doc, schema, annotation, of_place) then
      left[#left + 1] = annotation
    end
  end
  return left
end

--- How many found their record, and which did not: also those of types that did not
--- come out.
---@return integer
---@return jilu.Correction[]
function DocumentCorrections:result()
  local found, lost, counted = 0, {}, {}
  for _, applied in ipairs(self.applied) do
    if applied.found then
      found = found + 1
      counted[applied.correction] = true
    end
  end
  for _, one in ipairs(self.list) do
    if not counted[one] then lost[#lost + 1] = one end
  end
  return found, lost
end

--- What a correction says, in a line.
---@param one jilu.Correction
---@return string
local function text_of(one)
  local names = {}
  for name in pairs(one.set or {}) do names[#names + 1] = name end
  table.sort(names)
  for k, name in ipairs(names) do
    local value = one.set[name]
    names[k] = ("%s = %s"):format(name, value == exact.null and "null" or exact.text(value))
  end
  return ("%s %s%s%s"):format(one.verdict, one.type,
    one.start and (" %s-%s"):format(exact.text(one.start), exact.text(one["end"])) or "",
    #names > 0 and ": " .. table.concat(names, ", ") or "")
end

return { read = read, text_of = text_of, place_of = place_of_correction }
