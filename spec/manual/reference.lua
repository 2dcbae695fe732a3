-- Prints spec/manual/reference.md or, with the argument `meta`, the types for
-- editors lua/jilu/meta/jilu.lua; both from the comments beside the functions.
--
--   . build/env.sh; lua5.4 spec/manual/reference.lua > spec/manual/reference.md

package.path = "./?.lua;" .. package.path

local api = require "spec.manual.api"

local out = {}
local function put(line, ...)
  out[#out + 1] = select("#", ...) > 0 and line:format(...) or line
end

-- A comment in parts: text, parameters by name, what is returned. A line that is
-- indented goes on with the one before.
local function parts_of(doc)
  local parts = { text = {}, params = {}, returns = {} }
  local last
  for _, line in ipairs(doc) do
    local name, rest = line:match "^@param ([%w_.]+%??) *(.*)$"
    local returned = line:match "^@return *(.*)$"
    if name then
      last = { name, rest }
      parts.params[#parts.params + 1] = last
    elseif returned then
      last = { "returns", returned }
      parts.returns[#parts.returns + 1] = last
    elseif last and line:find "^  " then
      last[2] = last[2] .. " " .. line:match "^%s*(.*)$"
    elseif not line:find "^@" then
      parts.text[#parts.text + 1] = line:match "^%s*(.*)$"
    end
  end
  return parts
end

-- The type at the beginning of a text, and what stands behind it. A type has
-- blanks only behind `,`, `:` and `|`, and within brackets.
local function split_type(text)
  local depth, k = 0, 1
  while k <= #text do
    local c = text:sub(k, k)
    if c:find "[%(%{<]" then depth = depth + 1 end
    if c:find "[%)%}>]" then depth = depth - 1 end
    if c == " " and depth <= 0 and not text:sub(1, k - 1):find "[,:|]$" then break end
    k = k + 1
  end
  return text:sub(1, k - 1), (text:sub(k):match "^%s*(.*)$")
end

local function put_item(name, text)
  local kind, meaning = split_type(text)
  put("- %s `%s`%s", name, kind, meaning ~= "" and ": " .. meaning or "")
end

local function put_function(one)
  local parts = parts_of(one.doc)
  put("### %s(%s)", one.name, table.concat(one.params, ", "))
  put ""
  if #parts.text > 0 then
    put(table.concat(parts.text, "\n"))
    put ""
  end
  for _, param in ipairs(parts.params) do put_item("`" .. param[1] .. "`", param[2]) end
  for _, value in ipairs(parts.returns) do put_item("returns", value[2]) end
  if #parts.params + #parts.returns > 0 then put "" end
end

-- The classes that functions name, and those that these name.
local function reachable(sections, classes)
  local found, names = {}, {}
  local function look(text)
    for name in text:gmatch "jilu%.[%u][%w_]*" do
      if classes[name] and not found[name] then
        found[name] = true
        names[#names + 1] = name
        for _, field in ipairs(classes[name].fields) do look(field[2]) end
      end
    end
  end
  for _, section in ipairs(sections) do
    for _, one in ipairs(section.functions) do look(table.concat(one.doc, "\n")) end
  end
  table.sort(names)
  return names
end

local function put_class(class)
  put("### %s", class.name)
  put ""
  local text = parts_of(class.doc).text
  if #text > 0 then
    put(table.concat(text, "\n"))
    put ""
  end
  for _, field in ipairs(class.fields) do put_item("`" .. field[1] .. "`", field[2]) end
  put ""
end

local function put_reference()
  put "<!-- Made by spec/manual/reference.lua; do not edit. -->"
  put "# Reference"
  put ""
  put "Every function of the Lua API, as the comment beside it says. Positions are bytes from 1,"
  put "inclusive. Wrong arguments raise an error that names the function and the argument; data"
  put "that fails gives `nil` and a message."
  put ""
  local sections, classes = api.sections(), api.classes()
  for _, section in ipairs(sections) do
    put("## %s", section.title)
    put ""
    for _, one in ipairs(section.functions) do put_function(one) end
  end
  put "## Tables"
  put ""
  for _, name in ipairs(reachable(sections, classes)) do put_class(classes[name]) end
end

local function put_meta()
  put "---@meta jilu"
  put "-- What `require \"jilu\"` returns, for editors; nothing loads this file."
  put "-- Made by spec/manual/reference.lua; do not edit."
  put ""
  put "local jilu = {}"
  put ""
  for _, one in ipairs(api.sections()[1].functions) do
    for _, line in ipairs(one.doc) do put("---" .. line) end
    put("function %s(%s) end", one.name, table.concat(one.params, ", "))
    put ""
  end
  put "return jilu"
end

if arg[1] == "meta" then put_meta() else put_reference() end
io.write((table.concat(out, "\n"):gsub("\n+$", "")), "\n")
