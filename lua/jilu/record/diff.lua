-- Compares two runs: by document, record and field.
--
-- Records of one document and type belong together where their bytes are the
-- same, then where they begin at the same byte, then where they overlap; what
-- has no bytes, in their order. What is left over was added or removed.

local exact = require "jilu.record.exact"

local diff = {}

-- Reading -----------------------------------------------------------------------------

--- One run: documents in their order, and the records of each by type.
---@class jilu.RunRecords
---@field order string[]
---@field documents table<string, table<string, table[]>>

local function add(run, record)
  local doc = run.documents[record.doc]
  if not doc then
    doc = { types = {} }
    run.documents[record.doc] = doc
    run.order[#run.order + 1] = record.doc
  end
  if not doc[record.type] then
    doc[record.type] = {}
    doc.types[#doc.types + 1] = record.type
  end
  table.insert(doc[record.type], record)
end

--- Reads records from lines of JSON. Raises where one is none.
---@param lines fun(): string?
---@param wanted? table<string, boolean>
---@return jilu.RunRecords
function diff.read(lines, wanted)
  local run, number = { order = {}, documents = {} }, 0
  for line in lines do
    number = number + 1
    if line:find "%S" then
      local ok, record = pcall(exact.decode, line)
      if not ok or type(record) ~= "table" then
        error(("line %d: no JSON object"):format(number), 0)
      end
      if type(record.type) == "string" and type(record.doc) == "string" then
        if not wanted or wanted[record.type] then add(run, record) end
      elseif type(record.id) ~= "string" then
        error(("line %d: no record with type and doc"):format(number), 0)
      end
    end
  end
  return run
end

-- Pairs ---------------------------------------------------------------------------------

-- Each takes two records and says whether they belong together; in this order.
local TOGETHER = {
  function(a, b) return a.start == b.start and a["end"] == b["end"] end,
  function(a, b) return a.start ~= nil and a.start == b.start end,
  function(a, b)
    return a.start and b.start and a.start < b["end"] and b.start < a["end"]
  end,
}

local function by_place(a, b)
  if (a.start or -1) ~= (b.start or -1) then return (a.start or -1) < (b.start or -1) end
  return (a["end"] or -1) < (b["end"] or -1)
end

-- A key under which equal places come together, for the first of the rules.
local function place_of(record)
  return ("%s-%s"):format(tostring(record.start), tostring(record["end"]))
end

local function pair_equal(olds, news, pairs_found)
  local waiting = {}
  for k, new in ipairs(news) do
    local place = place_of(new)
    waiting[place] = waiting[place] or {}
    table.insert(waiting[place], k)
  end
  local taken, left = {}, {}
  for _, old in ipairs(olds) do
    local list = waiting[place_of(old)]
    local k = list and table.remove(list, 1)
    if k then
      taken[k] = true
      pairs_found[#pairs_found + 1] = { old, news[k] }
    else
      left[#left + 1] = old
    end
  end
  local more = {}
  for k, new in ipairs(news) do
    if not taken[k] then more[#more + 1] = new end
  end
  return left, more
end

-- Both lists are in the order of the text: each old one is tried with those of the
-- new that are not behind it.
local function pair_by(together, olds, news, pairs_found)
  local taken, left, from = {}, {}, 1
  for _, old in ipairs(olds) do
    local found
    while news[from] and (taken[from] or (news[from]["end"] or -1) < (old.start or -1)) do
      from = from + 1
    end
    for k = from, #news do
      if (news[k].start or -1) > (old["end"] or -1) then break end
      if not taken[k] and together(old, news[k]) then
        found = k
        break
      end
    end
    if found then
      taken[found] = true
      pairs_found[#pairs_found + 1] = { old, news[found] }
    else
      left[#left + 1] = old
    end
  end
  local more = {}
  for k, new in ipairs(news) do
    if not taken[k] then more[#more + 1] = new end
  end
  return left, more
end

local function pair(olds, news)
  local found = {}
  local left, more = pair_equal(olds, news, found)
  table.sort(left, by_place)
  table.sort(more, by_place)
  for k = 2, #TOGETHER do left, more = pair_by(TOGETHER[k], left, more, found) end
  return found, left, more
end

-- Fields ----------------------------------------------------------------------------------

local function equal(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key, value in pairs(a) do
    if not equal(value, b[key]) then return false end
  end
  for key in pairs(b) do
    if a[key] == nil then return false end
  end
  return true
end

local function plain(value)
  if value == nil then return "absent" end
  if type(value) == "string" then return '"' .. value .. '"' end
  if type(value) == "number" then return exact.text(value) end
  if type(value) ~= "table" then return value == exact.null and "null" or tostring(value) end
  local out, names = {}, {}
  for k, item in ipairs(value) do out[k] = plain(item) end
  if #out > 0 or next(value) == nil then return "[" .. table.concat(out, ", ") .. "]" end
  for name in pairs(value) do names[#names + 1] = name end
  table.sort(names)
  for k, name in ipairs(names) do out[k] = name .. " " .. plain(value[name]) end
  return "{" .. table.concat(out, ", ") .. "}"
end

local function by_name(a, b) return a[1] < b[1] end

local function names_of(old, new)
  local set, list = {}, {}
  for name in pairs(old) do set[name] = true end
  for name in pairs(new) do set[name] = true end
  for name in pairs(set) do list[#list + 1] = name end
  return list
end

-- Are they objects, or lists of as many items, so that what is inside can be
-- compared?
local function is_alike(old, new)
  return type(old) == "table" and type(new) == "table" and #old == #new
    and (#old > 0 or (next(old) ~= nil and next(new) ~= nil))
end

-- Adds what differs below `path` to a list of { path, old, new }.
local function add_differences(list, path, old, new)
  if equal(old, new) then return end
  if not is_alike(old, new) then
    list[#list + 1] = { path, plain(old), plain(new) }
    return
  end
  for _, name in ipairs(names_of(old, new)) do
    local below = type(name) == "number" and ("[%d]"):format(name) or "." .. name
    add_differences(list, path .. below, old[name], new[name])
  end
end

-- The fields that differ: { name, old, new }, by name.
local function fields_of(old, new)
  local list = {}
  for _, name in ipairs(names_of(old, new)) do
    add_differences(list, name, old[name], new[name])
  end
  table.sort(list, by_name)
  return list
end

-- Comparing -------------------------------------------------------------------------------

--- What is different in a record.
---@class jilu.RecordChange
---@field kind "changed"|"added"|"removed"
---@field record table   the old one, or the one that was added
---@field fields? string[][]  { name, old, new } of a changed one

local function by_record(a, b)
  if a.record.type ~= b.record.type then return a.record.type < b.record.type end
  return by_place(a.record, b.record)
end

local function compare_document(old, new)
  local changes, types = {}, {}
  for _, doc in ipairs { old, new } do
    for _, name in ipairs(doc.types or {}) do types[name] = true end
  end
  for name in pairs(types) do
    local found, removed, added = pair(old[name] or {}, new[name] or {})
    for _, two in ipairs(found) do
      local fields = fields_of(two[1], two[2])
      if #fields > 0 then
        changes[#changes + 1] = { kind = "changed", record = two[1], fields = fields }
      end
    end
    for _, record in ipairs(removed) do
      changes[#changes + 1] = { kind = "removed", record = record }
    end
    for _, record in ipairs(added) do
      changes[#changes + 1] = { kind = "added", record = record }
    end
  end
  table.sort(changes, by_record)
  return changes
end

--- Compares two runs; calls `receive(doc, changes)` for each document that
--- differs, in the order of the old run, then of the new.
---@param old jilu.RunRecords
---@param new jilu.RunRecords
---@param receive fun(doc: string, changes: jilu.RecordChange[])
function diff.each(old, new, receive)
  local none = {}
  local function compare(name)
    local changes = compare_document(old.documents[name] or none, new.documents[name] or none)
    if #changes > 0 then receive(name, changes) end
  end
  for _, name in ipairs(old.order) do compare(name) end
  for _, name in ipairs(new.order) do
    if not old.documents[name] then compare(name) end
  end
end

-- Text ------------------------------------------------------------------------------------

-- Bytes of a value that a line shows.
local SHOWN = 100

local function cut(text)
  text = text:gsub("[%z\1-\31\127]", " ")
  if #text <= SHOWN then return text end
  local stop = SHOWN
  while text:find("^[\128-\191]", stop + 1) do stop = stop - 1 end
  return text:sub(1, stop) .. "…"
end

local SIGNS = { changed = "~", added = "+", removed = "-" }

--- The lines that tell of a change.
---@param change jilu.RecordChange
---@return string[]
function diff.lines(change)
  local record = change.record
  local where = record.start and (" %s-%s"):format(exact.text(record.start),
    exact.text(record["end"])) or ""
  local text = type(record.text) == "string" and "  " .. cut(record.text) or ""
  local lines = { ("  %s %s%s%s"):format(SIGNS[change.kind], record.type, where, text) }
  for _, field in ipairs(change.fields or {}) do
    lines[#lines + 1] = ("      %s: %s -> %s"):format(field[1], cut(field[2]), cut(field[3]))
  end
  return lines
end

local function lines_in(text)
  return text:gmatch "[^\n]+"
end

--- The differences between two texts of JSON Lines, as text; nil for none.
---@param old string
---@param new string
---@return string?
function diff.report(old, new)
  local out = {}
  diff.each(diff.read(lines_in(old)), diff.read(lines_in(new)), function(doc, changes)
    out[#out + 1] = doc
    for _, change in ipairs(changes) do
      for _, line in ipairs(diff.lines(change)) do out[#out + 1] = line end
    end
  end)
  if #out == 0 then return old ~= new and "the order of the records differs" or nil end
  return table.concat(out, "\n")
end

return diff
