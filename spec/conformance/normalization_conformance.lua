-- NormalizationTest.txt of the version that the tables are of: every line, and
-- every code point that part 1 does not list, which no form changes.

local jilu = require "jilu"
local ucd = require "spec.support.ucd"

-- By form: which column each of the five becomes.
local COLUMNS = {
  NFC = { 2, 2, 2, 4, 4 }, NFD = { 3, 3, 3, 5, 5 },
  NFKC = { 4, 4, 4, 4, 4 }, NFKD = { 5, 5, 5, 5, 5 },
}

local function texts_of(line)
  local texts = {}
  for field in (line:match "^[%x ;]+" or ""):gmatch "([^;]+);" do
    local points = {}
    for hex in field:gmatch "%x+" do points[#points + 1] = tonumber(hex, 16) end
    texts[#texts + 1] = utf8.char(table.unpack(points))
  end
  return texts
end

local function check(text, form, expected, line)
  local found = jilu.normalize(text, form)
  if found ~= expected then assert.equal(expected, found, form .. ": " .. line) end
end

describe("NormalizationTest.txt", function()
  local cases, listed, part = {}, {}, nil
  for line in ucd.open "tests/NormalizationTest.txt":lines() do
    part = line:match "^@Part(%d)" or part
    local texts = texts_of(line)
    if #texts == 5 then
      cases[#cases + 1] = { texts = texts, line = line }
      if part == "1" then listed[utf8.codepoint(texts[1])] = true end
    end
  end

  it("every line → all forms of all columns", function()
    assert.equal(20034, #cases)
    for _, case in ipairs(cases) do
      for form, column in pairs(COLUMNS) do
        for i = 1, 5 do check(case.texts[i], form, case.texts[column[i]], case.line) end
      end
    end
  end)

  it("a code point that part 1 does not list → stays in every form", function()
    for c = 0, 0x10FFFF do
      if not listed[c] and (c < 0xD800 or c > 0xDFFF) then
        local text = utf8.char(c)
        for form in pairs(COLUMNS) do check(text, form, text, ("U+%04X"):format(c)) end
      end
    end
  end)

  -- Lines side by side meet segments of each other, and plain runs.
  it("lines one behind the other → as the parts, where those begin anew", function()
    local between = { "中", "x", " plain text that is long enough to be a block ", "" }
    for form, column in pairs(COLUMNS) do
      local parts, expected = {}, {}
      for k, case in ipairs(cases) do
        local plain = between[k % 3 + 1]
        parts[#parts + 1] = plain .. case.texts[1]
        expected[#expected + 1] = jilu.normalize(plain .. case.texts[column[1]], form)
      end
      local found = jilu.normalize(table.concat(parts), form)
      assert.is_true(found == jilu.normalize(table.concat(expected), form), form)
    end
  end)
end)
