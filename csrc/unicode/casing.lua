-- The case mappings that csrc/unicode/case.c reads, made from the UCD: see
-- casing.h for the form.

local normalization = require "normalization"
local trie = require "trie"
local ucd = require "ucd"

local casing = {}

local LAST = 0x10FFFF
local CASED, IGNORABLE, DOTTED = 1, 2, 4

local function points(text)
  local list = {}
  for hex in text:gmatch "%x+" do list[#list + 1] = tonumber(hex, 16) end
  return list
end

-- lower, title, upper, fold of each code point that has one, as lists.
local function mappings()
  local map = {}
  for c, _, fields in ucd.ranges "UnicodeData.txt" do
    local upper, lower, title = fields[12], fields[13], fields[14]
    if upper .. lower .. title ~= "" then
      map[c] = { lower = points(lower), title = points(title), upper = points(upper) }
    end
  end
  for c, _, fields in ucd.ranges "SpecialCasing.txt" do
    if not fields[4] or fields[4] == "" then   -- none with a condition
      map[c] = map[c] or {}
      map[c].lower, map[c].title, map[c].upper =
        points(fields[1]), points(fields[2]), points(fields[3])
    end
  end
  for c, _, fields in ucd.ranges "CaseFolding.txt" do
    if fields[1] == "C" or fields[1] == "F" then
      map[c] = map[c] or {}
      map[c].fold = points(fields[2])
    end
  end
  return map
end

local KINDS = { "lower", "upper", "title", "fold" }

local function collect()
  local map = mappings()
  local pool, put = normalization.new_pool()
  local cased = ucd.property("DerivedCoreProperties.txt", false, "Cased")
  local ignorable = ucd.property("DerivedCoreProperties.txt", false, "Case_Ignorable")
  local dotted = ucd.property("PropList.txt", false, "Soft_Dotted")
  local records = {}
  for c = 0, LAST do
    local deltas, full = {}, {}
    for k, kind in ipairs(KINDS) do
      local to = map[c] and map[c][kind]
      if not to or #to == 0 then to = { c } end
      deltas[k] = #to == 1 and to[1] - c or 0
      full[k] = #to > 1 and put(to) or 0
    end
    records[c] = ("{{%s}, {%s}, %d}"):format(table.concat(deltas, ", "),
      table.concat(full, ", "), (cased[c] and CASED or 0)
      + (ignorable[c] and IGNORABLE or 0) + (dotted[c] and DOTTED or 0))
  end
  return records, pool
end

function casing.emit()
  local records, pool = collect()
  local list, number_of = normalization.number(records)
  return table.concat {
    '#include "unicode/casing.h"\n\n',
    trie.emit("casing_records", trie.pack(number_of), #list > 256), "\n",
    (trie.array("jilu_casing", "jilu_casing_list", list):gsub("^static ", "")), "\n",
    (trie.array("uint16_t", "jilu_casing_full", pool):gsub("^static ", "")),
  }
end

return casing
