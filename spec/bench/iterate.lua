-- lua5.4 spec/bench/iterate.lua FOLDER
-- What a step of an iterator costs in Lua, beside utf8.codes. Prints tab
-- separated: name, our nanoseconds a step, the peer, its nanoseconds, how many
-- times cheaper we are. Medians of RUNS runs taken in turn.

local jilu = require "jilu"

local RUNS = 5

local function median(list)
  table.sort(list)
  return list[(#list + 1) // 2]
end

local function each_codepoint(text)
  local n = 0
  for _ in utf8.codes(text) do n = n + 1 end
  return n
end

local function each(walk)
  return function(text)
    local n = 0
    for _ in walk(text) do n = n + 1 end
    return n
  end
end

local function by_spans(text)
  local n = 0
  for _ in jilu.spans(text, "grapheme"):iter() do n = n + 1 end
  return n
end

local function cost(run, text)
  local begin = os.clock()
  local steps = run(text)
  return (os.clock() - begin) * 1e9 / steps
end

local OURS = {
  { "jilu.graphemes", each(jilu.graphemes) }, { "jilu.words", each(jilu.words) },
  { "jilu.spans", by_spans },
}

for _, name in ipairs { "chinese", "english" } do
  local file = assert(io.open(arg[1] .. "/" .. name .. ".txt"))
  local text = file:read "a"
  file:close()
  text = text:sub(1, jilu.offset(text, 0, "codepoint", 4000000) - 1)
  for _, ours in ipairs(OURS) do
    local mine, theirs = {}, {}
    for run = 1, RUNS do
      mine[run] = cost(ours[2], text)
      theirs[run] = cost(each_codepoint, text)
    end
    local a, b = median(mine), median(theirs)
    print(("%s step %s ns\t%.1f\tutf8.codes\t%.1f\t%.2f"):format(ours[1], name, a, b, b / a))
  end
end
