-- lua spec/hosts/words.lua FILE...
-- Prints a word list to compile: all pairs of Han characters of the files, with
-- how often each stands there. No dictionary, but of the same shape.

local HAN = "[\228-\233][\128-\191][\128-\191]"
local counts, order = {}, {}
for _, path in ipairs(arg) do
  local file = assert(io.open(path, "rb"))
  local text = file:read "*a"
  file:close()
  for at in text:gmatch("()" .. HAN) do
    local pair = text:match("^" .. HAN .. HAN, at)
    if pair then
      if not counts[pair] then order[#order + 1] = pair end
      counts[pair] = (counts[pair] or 0) + 1
    end
  end
end
table.sort(order)
for _, pair in ipairs(order) do print(pair .. " " .. counts[pair] .. " n") end
