-- lua5.4 spec/bench/texts.lua FOLDER [MEGABYTES]
-- Writes FOLDER/chinese.txt, english.txt and mixture.txt: texts that do not
-- repeat, with the frequencies of prose, from a fixed seed.

local folder, megabytes = arg[1], tonumber(arg[2] or "16")
local random = math.random
math.randomseed(15)

-- n such that small n are frequent, as words are in a language.
local function zipf(count)
  return math.floor(count ^ random())
end

local function pick(list) return list[random(#list)] end

local function frequent(list) return list[zipf(#list)] end

-- Calls 'piece' until there are so many bytes, and cuts nothing.
local function write(name, piece)
  local file = assert(io.open(folder .. "/" .. name .. ".txt", "w"))
  local size, parts = 0, {}
  while size < megabytes * 1e6 do
    local text = piece()
    size = size + #text
    parts[#parts + 1] = text
    if #parts == 4096 then
      file:write(table.concat(parts))
      parts = {}
    end
  end
  file:write(table.concat(parts))
  file:close()
end

-- --- Chinese ------------------------------------------------------------------

local han = {}
for c = 0x4E00, 0x9FA5 do han[#han + 1] = utf8.char(c) end
for i = #han, 2, -1 do
  local j = random(i)
  han[i], han[j] = han[j], han[i]
end
for i = 3501, #han do han[i] = nil end

local function han_run(most)
  local run = {}
  for i = 1, random(2, most) do run[i] = frequent(han) end
  return table.concat(run)
end

local function chinese_clause()
  local kind = random(40)
  if kind == 1 then return "“" .. han_run(9) .. "”" end
  if kind == 2 then return "《" .. han_run(9) .. "》" .. han_run(5) end
  if kind <= 6 then return han_run(6) .. random(2999) .. han_run(6) end
  if kind == 7 then return han_run(6) .. random(99) .. "." .. random(9) .. "%" end
  if kind == 8 then return han_run(4) .. "（" .. han_run(4) .. "）" end
  return han_run(14)
end

local CHINESE_COMMA = { "，", "，", "，", "，", "、", "；", "：" }

local function chinese()
  local parts = {}
  for i = 1, random(1, 5) do
    parts[i] = chinese_clause() .. pick(CHINESE_COMMA)
  end
  parts[#parts + 1] = chinese_clause()
  parts[#parts + 1] = random(12) == 1 and "！" or "。"
  if random(5) == 1 then parts[#parts + 1] = "\n" end
  return table.concat(parts)
end

-- --- English ------------------------------------------------------------------

local words = {}
do
  local onset = { "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s",
                  "t", "w", "th", "st", "tr", "pr", "ch", "sh", "" }
  local vowel = { "a", "e", "i", "o", "u", "ea", "ou", "e", "a", "o" }
  local coda = { "", "n", "s", "t", "r", "d", "l", "nd", "st", "ng", "ll", "" }
  for i = 1, 20000 do
    local word = {}
    for j = 1, random(1, i < 200 and 1 or 3) do
      word[j] = pick(onset) .. pick(vowel) .. pick(coda)
    end
    words[i] = table.concat(word)
  end
end

local function english_word()
  local word, kind = frequent(words), random(120)
  if kind == 1 then return word .. "'s" end
  if kind == 2 then return word .. "’s" end
  if kind == 3 then return word .. "-" .. frequent(words) end
  if kind == 4 then return tostring(random(2000)) end
  if kind == 5 then return "“" .. word .. "”" end
  if kind == 6 then return "(" .. word .. ")" end
  if kind == 7 then return "\"" .. word .. "\"" end
  if kind <= 11 then return word:gsub("^%l", string.upper) end
  return word
end

local function english()
  local parts = { (frequent(words):gsub("^%l", string.upper)) }
  for _ = 1, random(4, 30) do
    parts[#parts + 1] = random(11) == 1 and ", " or " "
    parts[#parts + 1] = english_word()
  end
  parts[#parts + 1] = pick { ".", ".", ".", ".", ".", ".", "?", "!" }
  parts[#parts + 1] = random(5) == 1 and "\n" or " "
  return table.concat(parts)
end

-- --- hard scripts -------------------------------------------------------------

local function chars(first, last)
  local list = {}
  for c = first, last do list[#list + 1] = utf8.char(c) end
  return list
end

local lead, vowel, tail = chars(0x1100, 0x1112), chars(0x1161, 0x1175),
                          chars(0x11A8, 0x11C2)
local nagari, signs = chars(0x0915, 0x0939), chars(0x093E, 0x094C)
local thai, thai_signs = chars(0x0E01, 0x0E2E), { "ั", "ิ", "ี", "่", "้", "า", "ะ" }
local arabic, harakat = chars(0x0627, 0x064A), chars(0x064B, 0x0652)
local latin, marks = chars(0x61, 0x7A), chars(0x0300, 0x0330)
local faces, people = chars(0x1F600, 0x1F64F), { "👩", "👨", "🧑", "👧" }
local tones, flags = chars(0x1F3FB, 0x1F3FF), chars(0x1F1E6, 0x1F1FF)

local function emoji()
  local kind = random(4)
  if kind == 1 then return pick(flags) .. pick(flags) end
  if kind == 2 then return pick(people) .. pick(tones) end
  if kind == 3 then
    return pick(people) .. "\u{200D}" .. pick(people) .. "\u{200D}" .. pick(people)
  end
  return pick(faces)
end

local function maybe(list, odds)
  return random(odds) == 1 and pick(list) or ""
end

local SCRIPTS = {
  emoji,
  function() return pick(lead) .. pick(vowel) .. maybe(tail, 2) end,
  function()
    return pick(nagari) .. (random(4) == 1 and "्" .. pick(nagari) or "")
      .. maybe(signs, 2)
  end,
  function() return pick(thai) .. maybe(thai_signs, 2) end,
  function() return pick(arabic) .. maybe(harakat, 2) end,
  function() return pick(latin) .. pick(marks) .. maybe(marks, 2) end,
}

-- A sentence in one script, since that is how people write.
local function mixture()
  local script, parts = pick(SCRIPTS), {}
  for _ = 1, random(3, 12) do
    for _ = 1, random(2, 9) do parts[#parts + 1] = script() end
    parts[#parts + 1] = " "
  end
  parts[#parts] = pick { ". ", "? ", "।", "\n" }
  return table.concat(parts)
end

write("chinese", chinese)
write("english", english)
write("mixture", mixture)
