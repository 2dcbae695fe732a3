-- lua5.4 csrc/unicode/generate.lua properties.c | normalization.c | casing.c |
-- property_values.c | confusables.c | version.h
-- Prints that file, made from the UCD.

local here = arg[0]:match "^(.*)/[^/]*$"
package.path = here .. "/?.lua;" .. package.path

local classes = require "classes"
local trie = require "trie"
local ucd = require "ucd"

local LAST = 0x10FFFF
local version = ucd.version "PropList.txt"

-- Columns: 0, 1, 2, or 3 for those that are 1 or 2 as the reader says
-- (UAX #11, ambiguous). No column: marks, format characters but the soft
-- hyphen, controls, separators of lines, and the vowels and finals of
-- conjoining Hangul.
local NO_COLUMN = { Mn = 1, Me = 1, Cf = 1, Cc = 1, Zl = 1, Zp = 1 }

local function columns()
  local wide, category = classes.east_asian(), ucd.categories()
  local syllable = ucd.property("HangulSyllableType.txt", "NA")
  local map = {}
  for c = 0, LAST do
    local kind = wide[c]
    if (NO_COLUMN[category[c]] and c ~= 0xAD)
      or syllable[c] == "V" or syllable[c] == "T" then
      map[c] = 0
    elseif kind == "W" or kind == "F" then
      map[c] = 2
    else
      map[c] = kind == "A" and 3 or 1
    end
  end
  return map
end

-- The bits of JILU_PROPERTY_* in properties.h.
local function general()
  local width, category = columns(), ucd.categories()
  local script = ucd.property("Scripts.txt", "Unknown")
  local space = ucd.property("PropList.txt", false, "White_Space")
  local emoji = ucd.property("emoji/emoji-data.txt", false, "Emoji")
  local map = {}
  for c = 0, LAST do
    map[c] = width[c] + (script[c] == "Han" and 4 or 0)
      + (category[c]:find "^L" and 8 or 0)
      + (category[c] == "Nd" and 16 or 0)
      + (space[c] and 32 or 0) + (emoji[c] and 64 or 0)
  end
  return map
end

local make = {}

make["properties.c"] = function()
  local parts = { '#include "unicode/properties.h"\n' }
  for _, unit in ipairs { "grapheme", "word", "sentence", "line" } do
    parts[#parts + 1] = trie.emit(unit .. "_classes",
                                  trie.pack(classes.map(unit)))
  end
  parts[#parts + 1] = trie.emit("properties", trie.pack(general()))
  return table.concat(parts, "\n")
end

make["normalization.c"] = function() return require "normalization".emit() end

make["casing.c"] = function() return require "casing".emit() end

make["property_values.c"] = function() return require "property_values".emit() end

make["confusables.c"] = function() return require "confusables".emit() end

make["version.h"] = function()
  return ([[
#ifndef JILU_UNICODE_VERSION_H
#define JILU_UNICODE_VERSION_H

#define JILU_UNICODE_VERSION "%s"

#endif
]]):format(version)
end

io.write(
  ("/* Made by csrc/unicode/generate.lua from the UCD %s. Do not edit. */\n")
    :format(version),
  assert(make[arg[1]], "which file?")())
