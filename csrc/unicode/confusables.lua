-- What characters look like and which belong in identifiers (UTS #39), made from
-- the UCD's security files: see confusable.h for the form.

local normalization = require "normalization"
local trie = require "trie"
local ucd = require "ucd"

local confusables = {}

local LAST = 0x10FFFF

function confusables.emit()
  local pool, put = normalization.new_pool()
  local map = {}
  for c = 0, LAST do map[c] = 0 end
  for c, _, fields in ucd.ranges "security/confusables.txt" do
    local list = {}
    for hex in fields[1]:gmatch "%x+" do list[#list + 1] = tonumber(hex, 16) end
    map[c] = put(list)
  end
  assert(#pool < 0x10000)
  local allowed = {}
  for first, last in ucd.ranges "security/IdentifierStatus.txt" do
    allowed[#allowed + 1] = first
    allowed[#allowed + 1] = last
  end
  return '#include "unicode/confusable.h"\n\n'
    .. trie.emit("confusables", trie.pack(map), true) .. "\n"
    .. trie.array("uint32_t", "prototypes", pool)
    .. "const uint32_t *const jilu_prototypes = prototypes;\n\n"
    .. trie.array("uint32_t", "allowed", allowed)
    .. ("const uint32_t *const jilu_identifier_ranges = allowed;\n"
    .. "const unsigned jilu_identifier_range_count = %d;\n"):format(#allowed // 2)
end

return confusables
