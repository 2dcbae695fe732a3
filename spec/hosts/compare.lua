-- lua5.4 spec/hosts/compare.lua FOLDER HOST OTHER_HOST PATH
-- Feeds random text, mostly plain, to two builds of spec/hosts/segment.c: to
-- HOST by the scalar path (1), to OTHER_HOST by PATH, a digit. For processors
-- that are not here OTHER_HOST is a command such as 'qemu-aarch64 host'.

local folder, host, other, path = arg[1], arg[2], arg[3], arg[4]

local PLAIN, ODD = {}, { "\u{301}", "\u{200D}", "👩", "🇨", "\u{0600}", "א", "각",
  "\u{1100}", "\xFF", "\xE4\xB8", "é", "カ", "\u{85}", "\u{2028}", "\"" }
for _, c in utf8.codes("abcXYZ     012 19.,:;'\"!?()-_\n\r\t中文字汉语和国的一是" ..
    "，。、：；！？“”‘’《》（）　あアー—…々２Ａ．") do
  PLAIN[#PLAIN + 1] = utf8.char(c)
end

local function random_text(odds)
  local parts = {}
  for i = 1, math.random(30, 300) do
    parts[i] = math.random() < odds and ODD[math.random(#ODD)] or PLAIN[math.random(#PLAIN)]
  end
  return table.concat(parts)
end

local function write(name, cases)
  local file = assert(io.open(folder .. "/" .. name, "wb"))
  file:write(table.concat(cases))
  file:close()
end

local function run(command, name)
  local pipe = assert(io.popen(("%s < %s/%s"):format(command, folder, name)))
  local output = pipe:read "a"
  assert(pipe:close(), "failed: " .. command)
  return output
end

math.randomseed(64)
local scalar, vectors = {}, {}
for k = 1, 3000 do
  local text = random_text(k % 5 * 0.01)
  for unit = 0, 3 do
    scalar[#scalar + 1] = ("%d1%d %s"):format(unit, #text, text)
    vectors[#vectors + 1] = ("%d%s%d %s"):format(unit, path, #text, text)
  end
end
write("scalar", scalar)
write("vectors", vectors)
local expected = run(host, "scalar")
assert(#expected > 100000, "the host says nothing")
assert(expected == run(other, "vectors"), "the paths differ")
print(#scalar .. " texts, the same breaks")
