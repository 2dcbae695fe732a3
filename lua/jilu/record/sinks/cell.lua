-- Cells of tables that spreadsheets open.

local cell = {}

local find = string.find

-- A number of a record, with all its digits, or a fraction.
local function is_number(text)
  return find(text, "^%-?%d+%.?%d*$") ~= nil or find(text, "^%-?%d+/%d+$") ~= nil
end

--- What a spreadsheet would take for a formula, with the apostrophe before it that
--- makes it text; anything else as it is.
---@param text string
---@return string
function cell.harmless(text)
  if find(text, "^[=+%-@\t\r]") and not is_number(text) then return "'" .. text end
  return text
end

--- A cell of comma-separated values (RFC 4180).
---@param text string
---@return string
function cell.csv(text)
  if find(text, '[",\r\n]') then return '"' .. text:gsub('"', '""') .. '"' end
  return text
end

-- Tab-separated values have no quoting: what would end a cell is escaped.
local ESCAPES = { ["\t"] = "\\t", ["\n"] = "\\n", ["\r"] = "\\r", ["\\"] = "\\\\" }

--- A cell of tab-separated values.
---@param text string
---@return string
function cell.tsv(text)
  return (text:gsub("[\t\n\r\\]", ESCAPES))
end

return cell
