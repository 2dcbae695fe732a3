-- The UCD as the specs read it: on their own, not with the generators' code.

local ucd = {}

local folder = os.getenv "UCD" or "/usr/share/unicode"

function ucd.open(name)
  return assert(io.open(folder .. "/" .. name))
end

-- A file that Debian keeps compressed.
function ucd.unpacked(name)
  return assert(io.popen("bzip2 -dc '" .. folder .. "/" .. name .. ".bz2'"))
end

function ucd.version()
  local file = ucd.open "auxiliary/LineBreakTest.txt"
  local version = file:read "l":match "(%d+%.%d+%.%d+)"
  file:close()
  return version
end

-- "÷ 0020 × 0308 ÷" as a text and the byte positions of its breaks.
local function read_case(line)
  local parts, ends, size = {}, {}, 0
  for mark, hex in line:gmatch "(%S+)%s+(%x+)" do
    if mark == "÷" and size > 0 then ends[#ends + 1] = size end
    parts[#parts + 1] = utf8.char(tonumber(hex, 16))
    size = size + #parts[#parts]
  end
  ends[#ends + 1] = size
  return { text = table.concat(parts), ends = ends, line = line }
end

local NAMES = { grapheme = "Grapheme", word = "Word", sentence = "Sentence",
                line = "Line" }

-- The cases of GraphemeBreakTest.txt and its like.
function ucd.break_tests(unit)
  local file = ucd.open("auxiliary/" .. NAMES[unit] .. "BreakTest.txt")
  local cases = {}
  for line in file:lines() do
    local data = line:match "^([^#]+)"
    if data and data:find "%x" then cases[#cases + 1] = read_case(data) end
  end
  file:close()
  return cases
end

-- first, last, value for every line of a property file.
function ucd.ranges(name)
  local file = ucd.open(name)
  return coroutine.wrap(function()
    for line in file:lines() do
      local range, value = line:match "^([%x.]+)%s*;%s*([^%s#;]+)"
      if range then
        local first, last = range:match "^(%x+)%.%.(%x+)$"
        first, last = first or range, last or range
        coroutine.yield(tonumber(first, 16), tonumber(last, 16), value)
      end
    end
    file:close()
  end)
end

return ucd
