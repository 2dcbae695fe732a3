-- What `make demo` shows of its records: the rows of the ledger as a table,
-- aligned by the columns that characters take in a terminal.
--
--   lua spec/demo.lua RECORDS.jsonl

local cjson = require "cjson"
local jilu = require "jilu"

-- Heading, columns, and what of a row stands there.
local COLUMNS = {
  { "document", 16, function(row) return row.doc end },
  { "time", 17, function(row) return row.time end },
  { "who", 22, function(row) return row.unit end },
  { "what", 40, function(row) return row.content end },
  { "effect", 34, function(row)
    local effect = {}
    for k, quantity in ipairs(row.effect) do
      local noun = quantity.noun ~= "" and not quantity.text:find(quantity.noun, 1, true)
      effect[k] = quantity.text .. (noun and " " .. quantity.noun or "")
    end
    return table.concat(effect, ", ")
  end },
}

-- The text in just so many columns, cut at a grapheme cluster.
local function fitted(text, columns)
  if jilu.width(text) > columns then
    local room, stop = columns - 1, 0
    for first, last in jilu.graphemes(text) do
      room = room - jilu.width(text:sub(first, last))
      if room < 0 then break end
      stop = last
    end
    text = text:sub(1, stop) .. "…"
  end
  return text .. (" "):rep(columns - jilu.width(text))
end

local function print_row(value_of)
  local cells = {}
  for k, column in ipairs(COLUMNS) do
    local value = value_of(column)
    if value == nil or value == cjson.null then value = "-" end
    cells[k] = fitted(value, column[2])
  end
  print((table.concat(cells, "  "):gsub("%s+$", "")))
end

print_row(function(column) return column[1] end)
print_row(function(column) return ("-"):rep(column[2]) end)
for line in io.lines((assert(arg[1], "the path of a file of records expected"))) do
  local record = cjson.decode(line)
  if record.type == "ledger" then
    print_row(function(column) return column[3](record) end)
  end
end
