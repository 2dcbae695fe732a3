-- Spam: the lines of links that farms put into pages.

local core = require "jilu.core"
local data = require "jilu.zh.pages"

local find, gmatch, sub = string.find, string.gmatch, string.sub
local count_bytes, without_bytes = core.count_bytes, core.without_bytes

local FARM_BARS, FEWEST_BARS = "|_/, -", 6

local WORDS = {}
for k, word in ipairs(data.link_farm) do WORDS[word] = k end

local CATCHWORDS = core.gazetteer(WORDS)

local function count_catchwords(text)
  local count = 0
  if not CATCHWORDS:find(text) then return count end
  for _, word in ipairs(data.link_farm) do
    if find(text, word, 1, true) then count = count + 1 end
  end
  return count
end

-- bytes of a farm that are looked at, and of its pieces in the mean
local LONGEST_FARM, LONGEST_PIECE = 6000, 30

-- links of a farm: many short pieces, place names or catchwords among them
--- Whether a line is links of a farm.
---@param text string  folded
---@return boolean
return function(text)
  if #text < 30 or count_bytes(text, FARM_BARS) < FEWEST_BARS then return false end
  local separator, n = nil, 0
  for _, s in ipairs { "|", "_", "-", "/", "," } do
    local k = count_bytes(text, s)
    if k > n then separator, n = s, k end
  end
  local spaces = count_bytes(text, " ")
  if spaces > n + n and spaces >= 8 then separator, n = " ", spaces end
  if n < FEWEST_BARS then return false end
  -- running text has long pieces
  local blanks = spaces + count_bytes(text, "\t")
  if #text <= LONGEST_FARM and #text - n - blanks > LONGEST_PIECE * (n + 1) then return false end
  local places, count, total = 0, 0, 0
  local farm = sub(text, 1, LONGEST_FARM)
  if blanks > 0 then farm = without_bytes(farm, separator == " " and "\t" or " \t") end
  for word in gmatch(farm, "[^%" .. separator .. "]+") do
    count, total = count + 1, total + #word
    if #word > 120 then return false end
    if data.place_suffixes[sub(word, -3)] and #word >= 6 then places = places + 1 end
  end
  if count < 5 or total / count > LONGEST_PIECE then return false end
  if places * 2 >= count and count >= 8 or places * 10 >= count * 8 then return true end
  if separator ~= " " and separator ~= "," and separator ~= "/" and count >= 15 then return true end
  return count_catchwords(text) >= 3
end
