-- jilu rollup: folds ledger records into summaries.

local cjson = require "cjson"
local check = require "jilu.record.check"
local core = require "jilu.core"
local exact = require "jilu.record.exact"
local jilu = require "jilu"
local rollup = require "jilu.ledger.rollup"
local cell = require "jilu.record.sinks.cell"
local schema = require "jilu.record.schema"
local terminal = require "jilu.cli.terminal"

local command = { summary = "Fold ledger records into summaries." }

local LEDGER = schema.of "ledger"

local function optional(name, kind) return { name, kind, optional = true } end

local AMOUNT = {
  { "unit", "string" }, { "noun", "string" }, { "approx", "string" },
  optional("value", "number"), optional("min", "number"), optional("max", "number"),
}

local function amount_with(...)
  local fields = {}
  for k, one in ipairs(AMOUNT) do fields[k] = one end
  for _, field in ipairs { ... } do fields[#fields + 1] = field end
  return fields
end

local FIELDS = {
  { "by", "string" }, { "group", "string" }, { "entries", "integer" }, { "done", "integer" },
  { "open", "integer" }, { "recurring", "integer" }, { "planned", "integer" },
  { "overdue", "integer" }, { "dated", "integer" },
  { "effects", { list = amount_with { "count", "integer" } } },
  { "targets", { list = amount_with { "count", "integer" } } },
  { "listed", { list = amount_with(optional("text", "string"), { "why", "string" }) } },
  { "repeated", { list = {
    optional("unit", "string"), { "period", "string" }, { "content", "string" },
    { "docs", { list = "string" } } } } },
  { "promises", { list = {
    { "doc", "string" }, { "unit", "string" }, { "period", "string" }, { "content", "string" },
    { "kept", "integer" } } } },
  optional("score", "number"),
}

local function date_option(value)
  if not value:find "^%d%d%d%d%-%d%d%-%d%d$" then
    return nil, ("'%s' is no date, YYYY-MM-DD is"):format(value)
  end
  return value
end

local function count_option(value)
  local count = value:find "^%d+$" and tonumber(value)
  if not count or count < 1 then return nil, ("'%s' is no number from 1 on"):format(value) end
  return count
end

function command.configure(parser)
  parser:argument("records", "Files of records (JSON Lines), '-' for standard input."):args "*"
  parser:option("--by", "What to group by."):choices(rollup.ways()):default "year"
  parser:option("--to", "Format of the summary."):choices { "table", "jsonl", "csv" }
    :default "table"
  parser:option("--date", "Count what was planned until then and is not done (YYYY-MM-DD).")
    :convert(date_option)
  parser:option("--top", "Only so many groups and amounts, the largest first.")
    :convert(count_option)
  parser:option("--weights", "A Lua script that returns a table: unit of measure, or 'entry', "
    .. "to weight; gives each group a score.")
end

-- Reading -----------------------------------------------------------------------------

-- cjson.null is no value anywhere in a record.
local function without_null(value)
  if value == cjson.null then return nil end
  if type(value) == "table" then
    for key, inner in pairs(value) do value[key] = without_null(inner) end
  end
  return value
end

local function read_file(path, add)
  local file, message = io.stdin, nil
  if path ~= "-" then file, message = io.open(path, "rb") end
  if not file then return nil, message end
  local number = 0
  while true do
    local line, unread = file:read "*l"
    if unread then return nil, ("%s: %s"):format(path, unread) end
    if not line then break end
    number = number + 1
    if line:find "%S" then
      local ok, record = pcall(exact.decode, line)
      if not ok or type(record) ~= "table" or type(record.type) ~= "string" then
        return nil, ("%s:%d: not a record (JSON object with a type)"):format(path, number)
      end
      record = without_null(record)
      local wrong = record.type == "ledger" and check(LEDGER, record)
      if wrong then return nil, ("%s:%d: %s"):format(path, number, wrong) end
      add(record)
    end
  end
  if path ~= "-" then file:close() end
  return true
end

local function weights_of(path)
  if not path then return nil end
  local chunk, message = loadfile(path)
  if not chunk then return nil, message end
  local ok, weights = pcall(chunk)
  if not ok then return nil, tostring(weights) end
  if type(weights) ~= "table" then return nil, path .. ": the script returns no table" end
  for key, weight in pairs(weights) do
    if type(weight) ~= "number" then
      return nil, ("%s: the weight of '%s' is no number"):format(path, tostring(key))
    end
  end
  return weights
end

-- Writing -----------------------------------------------------------------------------

local SIGNS = {
  exact = "%s", over = ">%s", at_least = "≥%s", nearly = "<%s", at_most = "≤%s", about = "≈%s",
}

local number_text = exact.text

-- >100场 活动
local function amount_text(total)
  if not total.value and not (total.min and total.max) then return total.text or "?" end
  local value = total.value and (SIGNS[total.approx] or "%s"):format(number_text(total.value))
    or number_text(total.min) .. "–" .. number_text(total.max)
  local noun = total.noun or ""
  return value .. (total.unit or "") .. (noun ~= "" and " " .. noun or "")
end

local function texts_of(list, text)
  local out = {}
  for k, item in ipairs(list) do out[k] = text(item) end
  return table.concat(out, "; ")
end

local WHY = { share = "a share", rate = "a rate", ceiling = "a ceiling",
  number = "no plain number" }

-- What an amount in brackets is: 40% 覆盖率, a share.
local function listed_text(one)
  return amount_text(one) .. ", " .. WHY[one.why]
end

local function repeated_text(act)
  return ("%s %s: %s"):format(act.period, act.content or "?", table.concat(act.docs, ", "))
end

local function promise_text(promise)
  return ("%s %s: %d"):format(promise.period or "?", promise.content or "?", promise.kept)
end

local COLUMNS = {
  { "group", function(row) return row.group end },
  { "entries", function(row) return row.entries end },
  { "done", function(row) return row.done end },
  { "open", function(row) return row.open end },
  { "recurring", function(row) return row.recurring end },
  { "planned", function(row) return row.planned end },
  { "overdue", function(row) return row.overdue or "" end },
  { "score", function(row) return row.score and number_text(row.score) or "" end },
  { "effects", function(row) return texts_of(row.effects, amount_text) end },
  { "targets", function(row) return texts_of(row.targets, amount_text) end },
  { "not added", function(row) return texts_of(row.listed, listed_text) end },
  { "reported again", function(row) return texts_of(row.repeated, repeated_text) end },
  { "promises kept", function(row) return texts_of(row.promises, promise_text) end },
}

local WRITE = {}

function WRITE.jsonl(rows, out)
  local writer, own = core.writer(), schema.declare("rollup", FIELDS)
  for _, row in ipairs(rows) do
    local record = { type = "rollup", doc = "" }
    for key, value in pairs(row) do record[key] = value end
    assert(writer:object(own.compiled, record))
  end
  out:write(writer:take())
end

local function csv_cell(value)
  return cell.csv(cell.harmless(tostring(value)))
end

function WRITE.csv(rows, out)
  local names = {}
  for k, column in ipairs(COLUMNS) do names[k] = csv_cell(column[1]) end
  out:write(table.concat(names, ","), "\r\n")
  for _, row in ipairs(rows) do
    local cells = {}
    for k, column in ipairs(COLUMNS) do cells[k] = csv_cell(column[2](row)) end
    out:write(table.concat(cells, ","), "\r\n")
  end
end

-- One block a group: the counts in a line, then what was added, a line each.
function WRITE.table(rows, out)
  local widest = 5
  for _, row in ipairs(rows) do widest = math.max(widest, jilu.width(terminal.name(row.group))) end
  local function pad(text)
    text = terminal.name(text)
    return text .. (" "):rep(widest - jilu.width(text))
  end
  local function say(before, text) out:write(before, terminal.name(text), "\n") end
  out:write(pad "group", "  entries   done   open  overdue  score\n")
  for _, row in ipairs(rows) do
    out:write(pad(row.group), ("  %7d %6d %6d  %7s  %s\n"):format(row.entries, row.done, row.open,
      row.overdue or "-", row.score and number_text(row.score) or "-"))
    for _, total in ipairs(row.effects) do say("    ", amount_text(total)) end
    for _, total in ipairs(row.targets) do say("    target ", amount_text(total)) end
    for _, one in ipairs(row.listed) do say("    not added ", listed_text(one)) end
    for _, act in ipairs(row.repeated) do
      say("    reported again, added once ", repeated_text(act))
    end
    if row.dated > 0 then
      say("    ", ("%d without a time, by the year of their documents"):format(row.dated))
    end
    for _, promise in ipairs(row.promises) do
      say("    promised ", promise_text(promise))
    end
  end
end

--- Runs the command. Returns the exit code.
---@param arguments table  as configured above
---@param complain fun(message: string): integer
---@return integer exit_code
function command.run(arguments, complain)
  local weights, reason = weights_of(arguments.weights)
  if reason then return complain(reason) end
  local summary = rollup.new { by = arguments.by, date = arguments.date, weights = weights }
  local paths = #arguments.records > 0 and arguments.records or { "-" }
  for _, path in ipairs(paths) do
    local ok, message = read_file(path, function(record) summary:add(record) end)
    if not ok then return complain(message) end
  end
  WRITE[arguments.to](summary:rows(arguments.top), io.stdout)
  return 0
end

return command
