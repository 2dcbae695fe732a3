-- jilu dead: looks at the dead letters of a run, and runs their documents again.

local exact = require "jilu.record.exact"
local retry = require "jilu.cli.dead_retry"
local terminal = require "jilu.cli.terminal"

local dead = { summary = "Look at dead letters, and run their documents again." }

function dead.configure(parser)
  parser:require_command(true)
  parser:command_target "action"
  local list = parser:command("list", "One line a letter, and how many there are of each reason.")
  list:argument("file", "A file that --errors wrote.")
  local show = parser:command("show", "All that letters say.")
  show:argument("file", "A file that --errors wrote.")
  show:argument("id", "Only the letters of these documents."):args "*"
  retry.configure(parser:command("retry", "Read the documents again and run them."))
end

-- Reading -----------------------------------------------------------------------------

local function letter_of(line)
  local ok, letter = pcall(exact.decode, line)
  if not ok or type(letter) ~= "table" then return nil end
  for key, value in pairs(letter) do
    if type(value) ~= "string" and type(value) ~= "number" then letter[key] = nil end
  end
  if type(letter.id) ~= "string" or type(letter.path) ~= "string" then return nil end
  return letter
end

--- Reads a file of dead letters. Returns nil, message where it is none.
---@param path string
---@return table[]?, string?
function dead.read(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local letters, number = {}, 0
  for line in file:lines() do
    number = number + 1
    if line:find "%S" then
      local letter = letter_of(line)
      if not letter then
        file:close()
        return nil, ("%s:%d: no dead letter"):format(path, number)
      end
      letters[#letters + 1] = letter
    end
  end
  file:close()
  return letters
end

-- Printing ----------------------------------------------------------------------------

local function say(...)
  local out = {}
  for k = 1, select("#", ...) do out[k] = terminal.name(tostring((select(k, ...)))) end
  io.stdout:write(table.concat(out), "\n")
end

local function reason_of(letter)
  local status = letter.status == "dropped" and "dropped by " or ""
  return ("%s%s: %s"):format(status, letter.stage or "?", letter.reason or "?")
end

local function count_by(letters, key_of)
  local counts, order = {}, {}
  for _, letter in ipairs(letters) do
    local key = key_of(letter)
    if not counts[key] then order[#order + 1] = key end
    counts[key] = (counts[key] or 0) + 1
  end
  table.sort(order, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
  end)
  return counts, order
end

local function list(letters)
  for _, letter in ipairs(letters) do
    local line = letter.line and (":%d"):format(letter.line) or ""
    say(letter.path, line, ": ", reason_of(letter),
      letter.script and (" (%s)"):format(letter.script) or "")
  end
  local counts, order = count_by(letters, reason_of)
  if #order > 0 and #order < #letters then
    say ""
    for _, reason in ipairs(order) do say(("%6d  "):format(counts[reason]), reason) end
  end
  local by_status = count_by(letters, function(letter) return letter.status or "failed" end)
  io.stderr:write(("%d failed, %d dropped\n"):format(by_status.failed or 0,
    by_status.dropped or 0))
  return 0
end

local SHOWN = {
  "path", "sha256", "status", "pipeline", "stage", "rule", "script", "reason", "line", "excerpt",
}

local function show_one(letter)
  say(letter.id)
  for _, name in ipairs(SHOWN) do
    if letter[name] then say(("  %-9s "):format(name), exact.text(letter[name])) end
  end
  if letter.start then say(("  %-9s %d-%d"):format("bytes", letter.start, letter["end"])) end
end

local function show(letters, ids, complain)
  local wanted, found = {}, {}
  for _, id in ipairs(ids) do wanted[id] = true end
  for _, letter in ipairs(letters) do
    if #ids == 0 or wanted[letter.id] then
      found[letter.id] = true
      show_one(letter)
    end
  end
  for _, id in ipairs(ids) do
    if not found[id] then return complain(("no letter of a document '%s'"):format(id)) end
  end
  return 0
end

---@param arguments table
---@param complain fun(message: string): integer
---@return integer exit_code
function dead.run(arguments, complain)
  local letters, message = dead.read(arguments.file)
  if not letters then return complain(message) end
  if arguments.action == "list" then return list(letters) end
  if arguments.action == "show" then return show(letters, arguments.id, complain) end
  return retry.run(letters, arguments, complain)
end

return dead
