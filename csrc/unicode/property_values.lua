-- The properties that users ask for by name, made from the UCD: each a list of
-- ranges and of the names of its values. See property.h for the form.

local trie = require "trie"
local ucd = require "ucd"

local property_values = {}

local LAST = 0x10FFFF

-- key -> list of { short, long }, and short -> long by key.
local function aliases()
  local lists, long_of = {}, {}
  local file = assert(io.open(ucd.folder .. "/PropertyValueAliases.txt"))
  for line in file:lines() do
    local key, short, long = line:match "^(%w+)%s*;%s*(%S+)%s*;%s*(%S+)"
    if key then
      lists[key], long_of[key] = lists[key] or {}, long_of[key] or {}
      table.insert(lists[key], { short, long })
      long_of[key][short] = long
    end
  end
  file:close()
  return lists, long_of
end

-- Lists of name, short name, a map of all code points to the names of values,
-- and a table from a value's name to its other one.
local function enumerated()
  local lists, long_of = aliases()
  local other = {}
  for key, list in pairs(lists) do
    other[key] = {}
    for _, pair in ipairs(list) do
      other[key][pair[1]], other[key][pair[2]] = pair[2], pair[1]
    end
  end
  local scripts = ucd.property("Scripts.txt", "Unknown")
  local short_lists = {}      -- "Katakana Hiragana" -> "Kana Hira"
  local extensions = ucd.property("ScriptExtensions.txt", false)
  for c = 0, LAST do
    local short = extensions[c] or other.sc[scripts[c]]
    extensions[c] = short:gsub("%S+", long_of.sc)
    short_lists[extensions[c]] = short
  end
  return {
    { "General_Category", "gc", ucd.categories(), other.gc },
    { "Script", "sc", scripts, other.sc },
    { "Script_Extensions", "scx", extensions, short_lists },
    { "Block", "blk", ucd.property("Blocks.txt", "No_Block"), {} },
    { "Age", "age", ucd.property("DerivedAge.txt", "Unassigned"), {} },
    { "East_Asian_Width", "ea", ucd.property("EastAsianWidth.txt", "N"), other.ea },
    { "Bidi_Class", "bc", ucd.property("extracted/DerivedBidiClass.txt", "L"), other.bc },
    { "Numeric_Value", "nv",
      ucd.property("extracted/DerivedNumericValues.txt", "NaN", nil, 3), {} },
  }
end

local BINARY = {
  ["PropList.txt"] = { "White_Space", "Bidi_Control", "Dash", "Hyphen", "Quotation_Mark",
    "Terminal_Punctuation", "Hex_Digit", "ASCII_Hex_Digit", "Ideographic", "Diacritic",
    "Extender", "Noncharacter_Code_Point", "Radical", "Unified_Ideograph", "Soft_Dotted",
    "Deprecated", "Variation_Selector", "Pattern_White_Space", "Pattern_Syntax",
    "Sentence_Terminal", "Join_Control", "Regional_Indicator" },
  ["DerivedCoreProperties.txt"] = { "Alphabetic", "Lowercase", "Uppercase", "Cased",
    "Case_Ignorable", "Math", "ID_Start", "ID_Continue", "XID_Start", "XID_Continue",
    "Default_Ignorable_Code_Point", "Grapheme_Extend", "Grapheme_Base" },
  ["emoji/emoji-data.txt"] = { "Emoji", "Emoji_Presentation", "Emoji_Modifier",
    "Emoji_Modifier_Base", "Emoji_Component", "Extended_Pictographic" },
}

local function binaries()
  local list = {}
  for file, names in pairs(BINARY) do
    for _, name in ipairs(names) do
      local map = ucd.property(file, "No", name)
      for c = 0, LAST do
        if map[c] == true then map[c] = "Yes" end
      end
      list[#list + 1] = { name, name, map, {} }
    end
  end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return list
end

-- Ranges as first << 11 | value, and the values in the order of their numbers.
local function ranges_of(map)
  local items, values, number, before = {}, {}, {}, nil
  for c = 0, LAST do
    local value = map[c]
    if value ~= before then
      if not number[value] then
        number[value] = #values
        values[#values + 1] = value
      end
      items[#items + 1] = c << 11 | number[value]
      before = value
    end
  end
  assert(#values < 2048)
  return items, values
end

local function quoted(list)
  local out = {}
  for k, text in ipairs(list) do out[k] = ('"%s"'):format(text) end
  return out
end

local function emit_property(property, name)
  local items, values = ranges_of(property[3])
  local others = {}
  for k, value in ipairs(values) do others[k] = property[4][value] or value end
  local parts = { trie.array("uint32_t", name .. "_ranges", items) }
  local binary = values[1] == "No"
  if not binary then
    parts[2] = trie.array("char *const", name .. "_values", quoted(values))
    parts[3] = trie.array("char *const", name .. "_others", quoted(others))
  end
  return table.concat(parts, "\n"), ('{"%s", "%s", %s_ranges, %d,\n    %s, %s, %d}'):format(
    property[1], property[2], name, #items,
    binary and "no_yes" or name .. "_values", binary and "no_yes" or name .. "_others", #values)
end

-- The classes of patterns, as UTS #18, annex C has them ("standard", but that
-- punctuation has symbols too, as in C): bits of JILU_POSIX_*.
local function posix()
  local category = ucd.categories()
  local function has(file, name) return ucd.property(file, false, name) end
  local alpha = has("DerivedCoreProperties.txt", "Alphabetic")
  local lower = has("DerivedCoreProperties.txt", "Lowercase")
  local upper = has("DerivedCoreProperties.txt", "Uppercase")
  local space, hex = has("PropList.txt", "White_Space"), has("PropList.txt", "Hex_Digit")
  local map = {}
  for c = 0, LAST do
    local gc = category[c]
    local graphic = not space[c] and gc ~= "Cc" and gc ~= "Cs" and gc ~= "Cn"
    map[c] = (alpha[c] and 1 or 0) + (lower[c] and 2 or 0) + (upper[c] and 4 or 0)
      + (gc == "Nd" and 8 or 0) + (gc:find "^[PS]" and not alpha[c] and 16 or 0)
      + (space[c] and 32 or 0) + (graphic and 64 or 0) + (hex[c] and 128 or 0)
  end
  return map
end

function property_values.emit()
  local parts = { '#include "unicode/property.h"\n\n',
    'static const char *const no_yes[] = {"No", "Yes"};\n\n' }
  local rows = {}
  local list = enumerated()
  for _, property in ipairs(binaries()) do list[#list + 1] = property end
  for _, property in ipairs(list) do
    local text, row = emit_property(property, property[1]:lower())
    parts[#parts + 1] = text .. "\n"
    rows[#rows + 1] = row
  end
  parts[#parts + 1] = ("const jilu_property jilu_property_list[%d] = {\n  %s\n};\n\n"):format(
    #rows, table.concat(rows, ",\n  "))
  parts[#parts + 1] = ("const unsigned jilu_property_count = %d;\n\n"):format(#rows)
  parts[#parts + 1] = trie.emit("posix_classes", trie.pack(posix()))
  return table.concat(parts)
end

return property_values
