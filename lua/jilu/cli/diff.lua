-- jilu diff: what is different between two runs.

local corrections = require "jilu.record.corrections"
local diff = require "jilu.record.diff"
local record_types = require "jilu.cli.record_types"
local terminal = require "jilu.cli.terminal"

local cli = { summary = "Compare the records of two runs." }

-- Exit code where there are differences.
local DIFFERENT = 2

function cli.configure(parser)
  parser:argument("old", "Records of one run, JSON Lines.")
  parser:argument("new", "Records of the other.")
  parser:option("--only", "Only records of these types (TYPE,TYPE)."):convert(record_types.read)
  parser:option("--corrections", "Mark what a person accepted, rejected or set (as for run).")
    :convert(corrections.read)
  parser:flag("--count", "Only how many are different, by type.")
end

local function read(path, wanted)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local ok, found = pcall(diff.read, file:lines(), wanted)
  file:close()
  if ok then return found end
  return nil, ("%s: %s"):format(path, tostring(found))
end

local KINDS = { "changed", "added", "removed" }

local function new_counts() return { changed = 0, added = 0, removed = 0 } end

-- What a person said of a record; nil for nothing.
local function verdict_of(said, record)
  for _, one in ipairs(said or {}) do
    if one.type == record.type and corrections.place_of(one) == corrections.place_of(record) then
      return one.verdict
    end
  end
end

local function show(doc, changes, said)
  io.stdout:write(terminal.name(doc), "\n")
  for _, change in ipairs(changes) do
    local lines, verdict = diff.lines(change), verdict_of(said, change.record)
    if verdict then lines[1] = ("%s  (%s by a person)"):format(lines[1], verdict) end
    for _, line in ipairs(lines) do io.stdout:write(terminal.name(line), "\n") end
  end
end

local function show_counts(by_type)
  local names = {}
  for name in pairs(by_type) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local counts = by_type[name]
    io.stdout:write(("%-16s %d changed, %d added, %d removed\n"):format(terminal.name(name),
      counts.changed, counts.added, counts.removed))
  end
end

---@param arguments { old: string, new: string, only: table?, count: boolean? }
---@param complain fun(message: string): integer
---@return integer exit_code
function cli.run(arguments, complain)
  local old, message = read(arguments.old, arguments.only)
  if not old then return complain(message) end
  local new
  new, message = read(arguments.new, arguments.only)
  if not new then return complain(message) end
  local documents, all, by_type = 0, new_counts(), {}
  diff.each(old, new, function(doc, changes)
    documents = documents + 1
    if not arguments.count then
      show(doc, changes, arguments.corrections and arguments.corrections.of_doc[doc])
    end
    for _, change in ipairs(changes) do
      local name = change.record.type
      by_type[name] = by_type[name] or new_counts()
      by_type[name][change.kind] = by_type[name][change.kind] + 1
      all[change.kind] = all[change.kind] + 1
    end
  end)
  if arguments.count then show_counts(by_type) end
  local out = {}
  for k, kind in ipairs(KINDS) do out[k] = ("%d %s"):format(all[kind], kind) end
  io.stderr:write(("%d documents differ: %s\n"):format(documents, table.concat(out, ", ")))
  return documents > 0 and DIFFERENT or 0
end

return cli
