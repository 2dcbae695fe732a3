-- The UCD as the conformance tests read it, on their own, not with the
-- generators' code: the folder that `make ucd` makes.

local ucd = {}

local folder = os.getenv "UCD" or "build/ucd"

function ucd.open(name)
  return assert(io.open(folder .. "/" .. name))
end

-- A file of Debian's package unicode-data, which keeps it compressed.
function ucd.unpacked(name)
  return assert(io.popen("bzip2 -dc '/usr/share/unicode/" .. name .. ".bz2'"))
end

function ucd.version()
  local file = ucd.open "tests/LineBreakTest.txt"
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

-- The cases of GraphemeBreakTest.txt and its like, or of
-- GraphemeBreakRandomTest.txt where 'kind' is "Random".
function ucd.break_tests(unit, kind)
  local file = ucd.open("tests/" .. NAMES[unit] .. "Break" .. (kind or "") .. "Test.txt")
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

-- first, last, value of Indic_Conjunct_Break.
function ucd.conjuncts()
  local file = ucd.open "DerivedCoreProperties.txt"
  return coroutine.wrap(function()
    for line in file:lines() do
      local range, value = line:match "^([%x.]+); InCB; (%a+)"
      if range then
        local first, last = range:match "^(%x+)%.%.(%x+)$"
        coroutine.yield(tonumber(first or range, 16), tonumber(last or range, 16), value)
      end
    end
    file:close()
  end)
end

return ucd
