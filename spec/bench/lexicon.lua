-- lua5.4 spec/bench/lexicon.lua LEXICON PROGRAM FOLDER WORDLIST [ICWB]
-- Speed of Chinese words, by PROGRAM (spec/bench/lexicon.c) and in Python by
-- jieba, on text that repeats and on text that does not; and word F1 on the
-- test sets of SIGHAN 2005, where ICWB is a copy of icwb2-data.

local lexicon_path, program, folder, wordlist, icwb = table.unpack(arg)
local core = require "jilu.core"
local lexicon = assert(core.lexicon_open(lexicon_path))

local function read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local data = file:read("a")
  file:close()
  return data
end

local function write(path, data)
  local file = assert(io.open(path, "wb"))
  file:write(data)
  file:close()
end

local function lines_of(command)
  local pipe = assert(io.popen(command, "r"))
  local lines = {}
  for line in pipe:lines() do lines[#lines + 1] = line end
  pipe:close()
  return lines
end

-- --- texts -------------------------------------------------------------------

local SETS = { "pku", "msr" }

local function raw_text(set)
  return icwb and read(("%s/testing/%s_test.utf8"):format(icwb, set))
end

-- Words by their frequency, in sentences, from a fixed seed: harder than any
-- prose, since no word follows from the one before.
local function made_text(size)
  local words, sums, total = {}, {}, 0
  for line in io.lines(wordlist) do
    local word, count = line:match("^(%S+) (%d+)")
    if word then
      total = total + tonumber(count)
      words[#words + 1], sums[#sums + 1] = word, total
    end
  end
  local function pick()
    local at, low, high = math.random() * total, 1, #sums
    while low < high do
      local middle = (low + high) // 2
      if sums[middle] < at then low = middle + 1 else high = middle end
    end
    return words[low]
  end
  math.randomseed(2005)
  local parts, bytes = {}, 0
  while bytes < size do
    for _ = 1, math.random(4, 20) do
      parts[#parts + 1] = pick()
      bytes = bytes + #parts[#parts]
    end
    parts[#parts + 1] = math.random(4) == 1 and "。\n" or "，"
  end
  return table.concat(parts)
end

-- Prose that does not repeat, filled up with made text to 3 MB.
local function prose()
  local parts, size = {}, 0
  for _, set in ipairs { "pku", "msr", "as", "cityu" } do
    local text = raw_text(set)
    if text then
      parts[#parts + 1] = text
      size = size + #text
    end
  end
  if size < 3e6 then parts[#parts + 1] = made_text(3e6 - size) end
  return table.concat(parts)
end

-- The sample documents of the project, over and over.
local function repeated()
  local parts = {}
  for _, path in ipairs(lines_of "ls spec/corpus/*.txt") do parts[#parts + 1] = read(path) end
  local unit = table.concat(parts)
  return unit:rep(math.ceil(3e6 / #unit))
end

-- --- jieba -------------------------------------------------------------------

local JIEBA = [[
import sys, time, statistics, jieba
jieba.setLogLevel(60)
jieba.initialize()
text = open(sys.argv[1], encoding="utf-8", errors="replace").read()
if sys.argv[2] == "time":
    text = text[:100000]
    times = []
    for _ in range(5):
        start = time.process_time()
        ends = [end for _, _, end in jieba.tokenize(text)]
        times.append(time.process_time() - start)
    print(len(text.encode()) / statistics.median(times) / 1e6)
else:
    for line in text.splitlines():
        print(" ".join(jieba.cut(line)))
]]

local function jieba(path, what)
  local script = folder .. "/cut.py"
  write(script, JIEBA)
  return lines_of(("/usr/bin/python3 %s %s %s 2>/dev/null"):format(script, path, what))
end

-- jieba-rs, the fastest jieba, from npm's @node-rs/jieba where NODE_PATH leads
-- to it; it gives its words as strings of JavaScript, and that is timed too.
local JIEBA_RS = [[
const { Jieba } = require("@node-rs/jieba");
const { dict } = require("@node-rs/jieba/dict");
const jieba = Jieba.withDict(dict);
const bytes = require("fs").readFileSync(process.argv[2]);
const text = bytes.toString("utf8");
if (process.argv[3] === "time") {
  const times = [];
  for (let k = 0; k < 5; k++) {
    const start = process.cpuUsage();
    jieba.cut(text, false);
    const used = process.cpuUsage(start);
    times.push((used.user + used.system) / 1e6);
  }
  console.log(bytes.length / times.sort((a, b) => a - b)[2] / 1e6);
} else
  for (const line of text.replace(/\n$/, "").split("\n"))
    console.log(jieba.cut(line, false).join(" "));
]]

local function jieba_rs(path, what)
  local script = folder .. "/cut.js"
  write(script, JIEBA_RS)
  return lines_of(("node %s %s %s 2>/dev/null"):format(script, path, what))
end

-- --- speed -------------------------------------------------------------------

-- What another program says of itself, beside both our modes.
local function compare(name, figures, peer_name, peer)
  if not peer then
    return print(("lexicon, %s\tskipped: %s is not here"):format(name, peer_name))
  end
  for _, mode in ipairs { "accurate", "fast" } do
    print(("lexicon %s, %s\t%.1f MB/s\t%s\t%.2f MB/s\t%.1f")
      :format(mode, name, figures[mode], peer_name, peer, figures[mode] / peer))
  end
end

local function speed(name, text)
  local path = folder .. "/lexicon.txt"
  write(path, text)
  local ours = {}
  for _, line in ipairs(lines_of(("%s %s %s %q"):format(program, lexicon_path, path, name))) do
    print(line)
    local subject, figure = line:match("^lexicon (%a+), [^\t]*\t([%d.]+)")
    if subject then ours[subject] = tonumber(figure) end
  end
  compare(name, ours, "python3-jieba", tonumber(jieba(path, "time")[1]))
  compare(name, ours, "jieba-rs by @node-rs/jieba, strings",
    tonumber(jieba_rs(path, "time")[1]))
end

-- --- F1 ----------------------------------------------------------------------

-- The bytes where words end, from words separated by spaces.
local function ends_of(line)
  local ends, at, count = {}, 0, 0
  for word in line:gmatch("%S+") do
    ends[at + #word] = at
    at, count = at + #word, count + 1
  end
  return ends, count
end

-- The SIGHAN rule: a word counts where both its ends are those of the gold.
local function f1(gold, lines)
  local right, found, there = 0, 0, 0
  for k, line in ipairs(gold) do
    local want, wanted = ends_of(line)
    local got, given = ends_of(lines[k] or "")
    for last, first in pairs(got) do
      if want[last] == first then right = right + 1 end
    end
    found, there = found + given, there + wanted
  end
  return 2 * right / (found + there)
end

local function split(text)
  local lines = {}
  for line in text:gsub("\r", ""):gmatch("([^\n]*)\n") do lines[#lines + 1] = line end
  return lines
end

local function ours(lines, mode)
  local result = {}
  for k, line in ipairs(lines) do
    local words = {}
    for i, j in lexicon:words(line, { mode = mode }) do words[#words + 1] = line:sub(i, j) end
    result[k] = table.concat(words, " ")
  end
  return result
end

local function score(set)
  local gold = icwb and read(("%s/gold/%s_test_gold.utf8"):format(icwb, set))
  if not gold then
    print(("lexicon F1, %s\tskipped: make bench ICWB=<a copy of icwb2-data>"):format(set))
    return
  end
  gold = split(gold)
  local raw = {}
  for k, line in ipairs(gold) do raw[k] = line:gsub("%s+", "") end
  local path = folder .. "/raw.txt"
  write(path, table.concat(raw, "\n") .. "\n")
  local peers = {
    { "python3-jieba", f1(gold, jieba(path, "cut")) },
    { "jieba-rs, no HMM", f1(gold, jieba_rs(path, "cut")) },
    { "ICU dictionary words",
      f1(gold, lines_of(("%s --icu %s"):format(program, path))) },
  }
  if peers[2][2] == 0 then table.remove(peers, 2) end
  for _, mode in ipairs { "accurate", "fast" } do
    local value = f1(gold, ours(raw, mode))
    for _, peer in ipairs(peers) do
      print(("lexicon F1 %s, %s\t%.4f\t%s\t%.4f\t%.2f")
        :format(mode, set, value, peer[1], peer[2], value / peer[2]))
    end
  end
end

speed("text that does not repeat", prose())
speed("text that repeats", repeated())
for _, set in ipairs(SETS) do score(set) end
