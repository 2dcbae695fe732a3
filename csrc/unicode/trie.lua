-- Packs a map of all code points to small integers into the three stages that
-- csrc/unicode/trie.h reads, and prints C.

local trie = {}

local BLOCK = 64          -- the last byte of a UTF-8 sequence has 6 bits
local BMP = 0x10000 / BLOCK

local function block_of(map, first)
  local block = {}
  for i = 0, BLOCK - 1 do block[i + 1] = map[first + i] end
  return block
end

-- Puts 'block' into 'pool' (a list of values) once, and says which it is.
local function intern(pool, seen, block)
  local key = table.concat(block, ",")
  if not seen[key] then
    seen[key] = #pool // BLOCK
    table.move(block, 1, BLOCK, #pool + 1, pool)
  end
  return seen[key]
end

-- 'map' has a value of 0 to 255, or to 65535, for each code point. The first two blocks
-- stand first, so that ASCII needs no look-up of its block.
function trie.pack(map)
  local values, blocks, pages = {}, {}, {}
  local seen, seen_page = {}, {}
  table.move(block_of(map, 0), 1, BLOCK, 1, values)
  table.move(block_of(map, BLOCK), 1, BLOCK, BLOCK + 1, values)
  blocks[1], blocks[2] = 0, 1
  for i = 2, BMP - 1 do
    blocks[i + 1] = intern(values, seen, block_of(map, i * BLOCK))
  end
  for page = 0, 15 do pages[page + 1] = page * BLOCK end
  for page = 16, 0x10FFFF // 4096 do
    local list = {}
    for i = 0, BLOCK - 1 do
      list[i + 1] = intern(values, seen,
                           block_of(map, page * 4096 + i * BLOCK))
    end
    local key = table.concat(list, ",")
    if not seen_page[key] then
      seen_page[key] = #blocks
      table.move(list, 1, BLOCK, #blocks + 1, blocks)
    end
    pages[page + 1] = seen_page[key]
  end
  return { values = values, blocks = blocks, pages = pages }
end

-- A C array of 'list', 78 columns wide.
function trie.array(ctype, name, list)
  local lines, line = {}, " "
  for i, value in ipairs(list) do
    local item = " " .. tostring(value) .. (i < #list and "," or "")
    if #line + #item > 78 then
      lines[#lines + 1], line = line, " "
    end
    line = line .. item
  end
  lines[#lines + 1] = line
  return ("static const %s %s[%d] = {\n%s\n};\n"):format(
    ctype, name, #list, table.concat(lines, "\n"))
end

-- The C definition of the trie 'jilu_<name>', with values of 16 bits if 'wide'.
function trie.emit(name, packed, wide)
  return trie.array(wide and "uint16_t" or "uint8_t", name .. "_values", packed.values) .. "\n" ..
    trie.array("uint16_t", name .. "_blocks", packed.blocks) .. "\n" ..
    trie.array("uint16_t", name .. "_pages", packed.pages) .. "\n" ..
    ("const %s jilu_%s = {\n  %s_values, %s_blocks, %s_pages\n};\n")
      :format(wide and "jilu_wide_trie" or "jilu_property_trie", name, name, name, name)
end

return trie
