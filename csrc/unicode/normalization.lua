-- What csrc/unicode/normalize.c knows of code points, made from the UCD: see
-- normalization.h for the form.

local trie = require "trie"
local ucd = require "ucd"

local normalization = {}

local LAST = 0x10FFFF
local HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3

-- Bits of a class; NFC, NFD, NFKC, NFKD in the order of jilu_form.
local NFC, NFD, NFKC, NFKD, INSIDE, INSIDE_COMPATIBLE = 1, 2, 4, 8, 16, 32

-- Decompositions as the UCD has them, of one step; compatible ones are marked.
local function raw_decompositions()
  local raw, compatible = {}, {}
  for c, _, fields in ucd.ranges "UnicodeData.txt" do
    local tag, points = fields[5]:match "^(<?[^>]*>?)%s*([%x ]+)$"
    if not fields[5]:find "^<" then tag, points = "", fields[5] end
    if points ~= "" then
      local list = {}
      for hex in points:gmatch "%x+" do list[#list + 1] = tonumber(hex, 16) end
      raw[c], compatible[c] = list, tag ~= ""
    end
  end
  return raw, compatible
end

local function expand(c, raw, stop, out)
  if raw[c] and not (stop and stop[c]) then
    for _, part in ipairs(raw[c]) do expand(part, raw, stop, out) end
  else
    out[#out + 1] = c
  end
  return out
end

local function is_hangul(c) return c >= HANGUL_FIRST and c <= HANGUL_LAST end

-- Pairs that compose: first -> list of { second, whole }.
local function compositions(raw, compatible)
  local excluded = ucd.property("DerivedNormalizationProps.txt", false,
                                "Full_Composition_Exclusion")
  local pairs_of, is_second = {}, {}
  for c, list in pairs(raw) do
    if not compatible[c] and #list == 2 and not excluded[c] then
      pairs_of[list[1]] = pairs_of[list[1]] or {}
      table.insert(pairs_of[list[1]], { list[2], c })
      is_second[list[2]] = true
    end
  end
  for c = 0x1161, 0x1175 do is_second[c] = true end
  for c = 0x11A8, 0x11C2 do is_second[c] = true end
  for _, list in pairs(pairs_of) do
    table.sort(list, function(a, b) return a[1] < b[1] end)
  end
  return pairs_of, is_second, excluded
end

-- A list that each sequence is put into once, behind its length; 0 is none.
local function new_pool()
  local pool, seen = { 0 }, {}
  return pool, function(list)
    local key = table.concat(list, ",")
    if not seen[key] then
      seen[key] = #pool
      pool[#pool + 1] = #list
      table.move(list, 1, #list, #pool + 1, pool)
    end
    return seen[key]
  end
end
normalization.new_pool = new_pool

local function same(a, b) return table.concat(a, ",") == table.concat(b, ",") end

-- All of it: classes, and for what is more than its class the record.
local function collect()
  local raw, compatible = raw_decompositions()
  local pairs_of, is_second, excluded = compositions(raw, compatible)
  local combining = ucd.property("extracted/DerivedCombiningClass.txt", "0")
  local pool, put = new_pool()
  local composed, composed_at = { 0 }, {}
  local firsts = {}
  for c in pairs(pairs_of) do firsts[#firsts + 1] = c end
  table.sort(firsts)
  for _, c in ipairs(firsts) do
    composed_at[c] = #composed
    for _, pair in ipairs(pairs_of[c]) do
      composed[#composed + 1] = pair[1]
      composed[#composed + 1] = pair[2]
    end
    composed[#composed + 1] = 0
  end
  local function inside(c)
    return combining[c] ~= "0" or is_second[c]
  end
  local class, record = {}, {}
  for c = 0, LAST do
    local canonical = expand(c, raw, compatible, {})
    local full = expand(c, raw, nil, {})
    local decomposes = raw[c] and not compatible[c]
    -- U+16D68 is no second itself, but what it decomposes into begins with one
    local not_composed = excluded[c] or is_second[c] or is_second[canonical[1]] or false
    local bits = 0
    if not_composed then bits = bits + NFC end
    if decomposes or is_hangul(c) then bits = bits + NFD end
    if not_composed or not same(canonical, full) then bits = bits + NFKC end
    if raw[c] or is_hangul(c) then bits = bits + NFKD end
    if inside(canonical[1]) then bits = bits + INSIDE end
    if inside(full[1]) then bits = bits + INSIDE_COMPATIBLE end
    class[c] = bits * 256 + tonumber(combining[c])
    record[c] = ("{%d, %d, %d}"):format(decomposes and put(canonical) or 0,
      raw[c] and put(full) or 0, composed_at[c] or 0)
  end
  return class, record, pool, composed
end

-- Numbers the values of a map from 0 in the order that they come in.
local function number(map)
  local list, seen, numbers = {}, {}, {}
  for c = 0, LAST do
    local value = map[c]
    if not seen[value] then
      seen[value] = #list
      list[#list + 1] = value
    end
    numbers[c] = seen[value]
  end
  return list, numbers
end
normalization.number = number

function normalization.emit()
  local class, record, pool, composed = collect()
  local classes, class_of = number(class)
  local records, record_of = number(record)
  assert(#classes <= 256 and classes[1] == 0 and records[1] == "{0, 0, 0}")
  return table.concat {
    '#include "unicode/normalization.h"\n\n',
    trie.emit("normalization_classes", trie.pack(class_of)), "\n",
    trie.emit("normalization_records", trie.pack(record_of), true), "\n",
    (trie.array("uint16_t", "jilu_normalization_class", classes)
      :gsub("^static ", "")), "\n",
    (trie.array("jilu_normalization_record", "jilu_normalization_record_list", records)
      :gsub("^static ", "")), "\n",
    (trie.array("uint32_t", "jilu_decompositions", pool):gsub("^static ", "")), "\n",
    (trie.array("uint32_t", "jilu_compositions", composed):gsub("^static ", "")),
  }
end

return normalization
