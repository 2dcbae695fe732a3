-- The dictionary of Lucene's smartcn (Apache-2.0), as it lies in
-- lucene-analyzers-smartcn-*.jar: words with their frequency, and frequencies
-- of word pairs under a hash of both words, which the compiler in C undoes.
-- Layout: org.apache.lucene.analysis.cn.smart.hhmm.WordDictionary, BigramDictionary.

local java = require "jilu.lexicon.java"

local smartcn = {}

local function u16(bytes, k)
  local high, low = bytes:byte(2 * k - 1, 2 * k)
  return high * 256 + low
end

local function u32(bytes, k)
  local a, b, c, d = bytes:byte(4 * k - 3, 4 * k)
  return ((a * 256 + b) * 256 + c) * 256 + d
end

-- All of it lies in the basic plane and holds no surrogates.
local function utf8_of(code)
  if code < 0x80 then return string.char(code) end
  local low = code % 64
  if code < 0x800 then return string.char(0xC0 + (code - low) / 64, 0x80 + low) end
  local middle = (code - low) / 64 % 64
  return string.char(0xE0 + ((code - low) / 64 - middle) / 64, 0x80 + middle, 0x80 + low)
end

local function decode(chars)
  local parts = {}
  for k = 1, chars.count do parts[k] = utf8_of(u16(chars.bytes, k)) end
  return table.concat(parts)
end

-- Words that stand for a class, as the People's Daily corpus writes them, with
-- the class as the compiler calls it and the tag of its members.
local CLASSES = {
  ["始##始"] = { "begin" },
  ["末##末"] = { "end" },
  ["未##数"] = { "number", "m" },
  ["未##时"] = { "time", "t" },
  ["未##人"] = { "person", "nr" },
  ["未##地"] = { "place", "ns" },
  ["未##串"] = { "string", "eng" },
  ["未##它"] = { "other", "nz" },
}

local function row_words(first, rests, frequencies, add)
  for k = 1, #rests do
    local frequency = u32(frequencies.bytes, k)
    local word = first .. (rests[k] and decode(rests[k]) or "")
    local class = CLASSES[word]
    if class then add(word, frequency, class[2], class[1])
    elseif frequency > 0 then add(word, frequency) end
  end
end

--- The words of `coredict.mem`, each given to `add`. It has no tags but for
--- the words that stand for a class.
---@param data string
---@param add fun(word: string, frequency: integer, tag: string?, class: string?)
---@return true?
---@return string? message
---@return integer? position
function smartcn.words(data, add)
  local arrays, message, position = java.read(data)
  if not arrays then return nil, message, position end
  local rows, slots, rests, frequencies = arrays[1], arrays[2], arrays[3], arrays[4]
  if #arrays ~= 4 or rows.type ~= "S" or slots.type ~= "C" or rows.count ~= slots.count then
    return nil, "not smartcn's coredict.mem", 1
  end
  for slot = 1, slots.count do
    local row = u16(rows.bytes, slot)
    if row < 0x8000 and rests[row + 1] then
      row_words(utf8_of(u16(slots.bytes, slot)), rests[row + 1], frequencies[row + 1], add)
    end
  end
  return true
end

--- The pairs of `bigramdict.mem`: two strings of as many big-endian numbers,
--- hashes of 8 bytes and frequencies of 4. A frequency of 0 is an empty slot.
---@param data string
---@return string? hashes
---@return string frequencies or a message
---@return integer? position
function smartcn.pairs(data)
  local arrays, message, position = java.read(data)
  if not arrays then return nil, message, position end
  local hashes, frequencies = arrays[1], arrays[2]
  if #arrays ~= 2 or hashes.type ~= "J" or frequencies.type ~= "I"
     or hashes.count ~= frequencies.count then
    return nil, "not smartcn's bigramdict.mem", 1
  end
  return hashes.bytes, frequencies.bytes
end

return smartcn
