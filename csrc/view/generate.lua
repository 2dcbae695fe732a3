-- Generates fold_table.h: one code point to one code point, so that text in
-- Traditional or variant characters and full width matches words written once,
-- in Simplified and half width.
--
--   lua5.4 csrc/view/generate.lua > csrc/view/fold_table.h
--
-- Input (Debian): unicode-data (UnicodeData.txt, Unihan_Variants.txt.bz2),
-- libopencc-data with opencc (TSCharacters, STCharacters and the HK and TW
-- variants).
-- Order of trust: the list below, width and compatibility forms of
-- UnicodeData, OpenCC's Traditional to Simplified table, its regional
-- variants, Unihan's kSimplifiedVariant.

local unicode = os.getenv "UNICODE_DATA" or "/usr/share/unicode"
local opencc = os.getenv "OPENCC_DATA" or "/usr/share/opencc"

-- Spellings of one word that the sources keep apart, or fold the other way.
local VARIANTS = {
  ["帐"] = "账", -- 臺帳 and 臺賬 are one ledger
  ["瞭"] = "了", -- 瞭解
  ["著"] = "着", -- 隨著, 接著
  ["馀"] = "余",
  ["佔"] = "占",
  ["祇"] = "只",
  ["衹"] = "只",
  ["昇"] = "升",
  ["週"] = "周",
}

local function lines_of(command)
  local pipe = assert(io.popen(command, "r"))
  local text = pipe:read "a"
  assert(pipe:close(), "failed: " .. command)
  assert(#text > 0, "no output: " .. command)
  return text:gmatch "[^\n]+"
end

-- First character of each entry -> list of the characters it may become.
local function characters(name)
  local out = os.tmpname()
  local map = {}
  for line in lines_of(("opencc_dict -i %s/%s.ocd2 -o %s -f ocd2 -t text && cat %s && rm -f %s")
      :format(opencc, name, out, out, out)) do
    local from, to = line:match "^(%S+)\t(.+)$"
    if from and utf8.len(from) == 1 then
      local list = {}
      for c in to:gmatch "%S+" do
        if utf8.len(c) == 1 then list[#list + 1] = utf8.codepoint(c) end
      end
      map[utf8.codepoint(from)] = list
    end
  end
  return map
end

local function widths()
  local map = {}
  for line in io.lines(unicode .. "/UnicodeData.txt") do
    local code, kind, to = line:match "^(%x+);[^;]*;[^;]*;[^;]*;[^;]*;<(%a+)> (%x+);"
    if kind == "wide" or kind == "narrow" or kind == "compat" then
      map[tonumber(code, 16)] = tonumber(to, 16)
    end
    -- compatibility ideographs: singleton canonical decompositions
    local c, single = line:match "^(%x+);CJK COMPATIBILITY IDEOGRAPH[^;]*;[^;]*;[^;]*;[^;]*;(%x+);"
    if c then map[tonumber(c, 16)] = tonumber(single, 16) end
  end
  for _, c in ipairs { 0x00A0, 0x202F, 0x205F, 0x3000 } do map[c] = 0x20 end
  for c = 0x2000, 0x200A do map[c] = 0x20 end
  return map
end

local function unihan()
  local map, version = {}, nil
  for line in lines_of("bzcat " .. unicode .. "/Unihan_Variants.txt.bz2") do
    version = version or line:match "Unicode version: ([%d.]+)"
    local from, to = line:match "^U%+(%x+)\tkSimplifiedVariant\tU%+(%x+)"
    if from then map[tonumber(from, 16)] = tonumber(to, 16) end
  end
  return map, version
end

local ts, st = characters "TSCharacters", characters "STCharacters"
local region = {}
for _, name in ipairs { "HKVariantsRev", "TWVariantsRev" } do
  for from, to in pairs(characters(name)) do region[from] = to[1] end
end
local width = widths()
local simplified, unicode_version = unihan()

local is_simplified = {}
for _, list in pairs(ts) do
  for _, c in ipairs(list) do is_simplified[c] = true end
end
for c in pairs(st) do is_simplified[c] = true end

local fold = {}
local function put(from, to)
  if from ~= to and not fold[from] then fold[from] = to end
end
for from, to in pairs(VARIANTS) do put(utf8.codepoint(from), utf8.codepoint(to)) end
for from, to in pairs(width) do put(from, to) end
for from, to in pairs(ts) do put(from, to[1]) end
for from, to in pairs(region) do
  if not is_simplified[from] then put(from, ts[to] and ts[to][1] or to) end
end
for from, to in pairs(simplified) do
  if not is_simplified[from] then put(from, to) end
end

-- A fold of a fold is one fold; the result never folds again.
local function closed(c)
  local seen = {}
  while fold[c] and not seen[c] do
    seen[c] = true
    c = fold[c]
  end
  return c
end
local final, count = {}, 0
for from in pairs(fold) do
  local to = closed(from)
  if to ~= from and to < 0x10000 then
    final[from] = to
    count = count + 1
  end
end

-- Script: a character that exists in one script alone. A character that both
-- tables keep (后, 干, 于 are legal in Traditional text) says nothing.
local function among(c, list)
  for _, x in ipairs(list or {}) do if x == c then return true end end
  return false
end
local hant, hans = {}, {}
for c in pairs(ts) do hant[c] = not among(c, ts[c]) and not st[c] end
for c in pairs(st) do hans[c] = not among(c, st[c]) and not ts[c] end

-- The table: blocks of 64 code points, equal blocks once. A cell is the
-- folded code point, 0 for unchanged. Targets above the BMP (rare characters
-- whose Simplified form is rarer still) are left alone.
local LAST = 0x2FFFF
local function cell(c)
  return final[c] or 0
end
local cells, changes, index, known, blocks = {}, {}, {}, {}, 0
for first = 0, LAST, 64 do
  local block, changed = {}, 0
  for c = first, first + 63 do
    block[#block + 1] = cell(c)
    local is_hant = hant[c] and c >= 0x4E00 and c <= 0x9FFF
    if cell(c) ~= 0 or is_hant then changed = changed | 1 << (c - first) end
  end
  local key = table.concat(block, ",") .. changed
  if not known[key] then
    for _, v in ipairs(block) do cells[#cells + 1] = v end
    changes[#changes + 1] = changed
    known[key] = blocks
    blocks = blocks + 1
  end
  index[#index + 1] = known[key]
end
local function array(ctype, name, values, format, columns)
  local out = { ("static const %s %s[%d] = {"):format(ctype, name, #values) }
  local row = {}
  for k, v in ipairs(values) do
    row[#row + 1] = format:format(v)
    if #row == (columns or 10) or k == #values then
      out[#out + 1] = "  " .. table.concat(row, ", ") .. (k < #values and "," or "")
      row = {}
    end
  end
  out[#out + 1] = "};\n"
  print(table.concat(out, "\n"))
end

local function bits(set)
  local words = {}
  for first = 0x4000, 0x9FFF, 64 do
    local word = 0
    for k = 0, 63 do
      if set[first + k] and first >= 0x4E00 then word = word | 1 << k end
    end
    words[#words + 1] = word
  end
  return words
end

local opencc_version
for line in lines_of "opencc --version" do
  opencc_version = opencc_version or line:match "Version: (%S+)"
end

print(([[
/*
** Generated by csrc/view/generate.lua out of UnicodeData and Unihan_Variants
** %s (Unicode licence) and OpenCC %s (Apache-2.0). Do not edit.
** %d code points fold.
*/

#define JILU_FOLD_LAST 0x%Xu
]]):format(unicode_version or "?", opencc_version or "?", count, LAST))
array("uint16_t", "fold_index", index, "%d")
array("uint16_t", "fold_cells", cells, "0x%04X")
print "/* One bit a code point of a block: it folds, or is Traditional alone. */"
array("uint64_t", "fold_changes", changes, "0x%016Xu", 3)
print "/* One bit a code point from U+4000, none below U+4E00: it exists in one"
print "   script alone. */"
array("uint64_t", "only_hant", bits(hant), "0x%016Xu", 3)
array("uint64_t", "only_hans", bits(hans), "0x%016Xu", 3)
