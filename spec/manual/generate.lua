-- Prints spec/manual/records.md, from the schemas of the records and what their
-- fields mean.
--
--   . build/env.sh; lua5.4 spec/manual/generate.lua > spec/manual/records.md

local meanings = require "jilu.record.meanings"
local schema = require "jilu.record.schema"

local ORDER = {
  "document", "line", "section", "enumeration", "quantity", "change", "time", "work", "quote",
  "numeral_phrase", "framework", "organization", "person", "place", "document_number", "url",
  "contact", "ledger", "repair", "check",
}

local function list_kind(list)
  if list == "self" then return "list of the same" end
  if type(list) == "string" then return "list of " .. list end
  local names = {}
  for k, field in ipairs(list) do names[k] = "`" .. field[1] .. "`" end
  return "list of {" .. table.concat(names, ", ") .. "}"
end

local function kind_of(field)
  local kind = field[2]
  if type(kind) == "string" then return kind end
  if kind.list then return list_kind(kind.list) end
  local names = {}
  for k, name in ipairs(kind.choice) do names[k] = "`" .. name .. "`" end
  return table.concat(names, ", ")
end

local function null_of(field)
  if field.optional then return "absent" end
  local kind = field[2]
  return type(kind) == "table" and kind.list and "`[]`" or "null"
end

local function known_types()
  local list, known = {}, {}
  for k, name in ipairs(ORDER) do list[k], known[name] = name, true end
  for _, name in ipairs(schema.names()) do
    if not known[name] then list[#list + 1] = name end
  end
  return list
end

local out = {}
local function put(line, ...)
  out[#out + 1] = select("#", ...) > 0 and line:format(...) or line
end

local function put_fields(fields, meaning_of)
  put "| field | type | if unknown | meaning |"
  put "|---|---|---|---|"
  for _, field in ipairs(fields) do
    put("| `%s` | %s | %s | %s |", field[1], kind_of(field), null_of(field),
      meaning_of[field[1]] or "?")
  end
  put ""
end

put "<!-- Made by spec/manual/generate.lua; do not edit. -->"
put "# Records"
put ""
put "A pipeline writes one JSON object a line, UTF-8, its keys in this order. Values that are not"
put "known are `null`, never guessed; where a value was inferred, a field `…_basis` says from what."
put "Numbers are exact: an integer or decimal with all its digits, never a rounded float; what JSON"
put "cannot say exactly (one third) is a string, `\"1/3\"`."
put ""
put "Positions are bytes of the input as it was read, from 0, half-open; in Lua an annotation"
put "has `first` and `last` instead, from 1, inclusive. `jilu.schema` declares record types of"
put "your own: kinds of fields are `string`, `integer`, `number`, `boolean`, `any`,"
put "`{ choice = { … } }`, `{ list = \"string\" }` and `{ list = { fields } }`."
put ""
put "## Every record"
put ""
put "| field | meaning |"
put "|---|---|"
put "| `type` | one of the types below, or of your own |"
for _, name in ipairs { "doc", "start", "end", "text", "norm", "line" } do
  put("| `%s` | %s |", name, meanings.common[name])
end
put ""
for _, name in ipairs(known_types()) do
  put("## %s", name)
  put ""
  put("%s.", ((meanings.types[name] or "?"):gsub("^%l", string.upper)))
  put ""
  put_fields(schema.of(name).fields, meanings.fields[name] or {})
end

io.write((table.concat(out, "\n"):gsub("\n+$", "")), "\n")
