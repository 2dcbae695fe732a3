-- The test files of Unicode's break algorithms through the Lua API: those of
-- the UCD, and the random ones that ICU makes for its rules.

local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local FILES = {
  { unit = "grapheme", walk = jilu.graphemes, cases = 766, random = 100 },
  { unit = "word", walk = jilu.words, cases = 1944, random = 1000 },
  { unit = "sentence", walk = jilu.sentences, cases = 512, random = 100 },
  { unit = "line", walk = jilu.lines, cases = 19338, random = 2000 },
}

local PATHS = { "best", "scalar", "sse", "avx2", "neon" }

local function ends_of(walk, text, options)
  local ends = {}
  for _, last in walk(text, options) do ends[#ends + 1] = last end
  return table.concat(ends, " ")
end

describe("the UCD's tests", function()
  it("are of the version that the tables are of", function()
    assert.equal(jilu.unicode_version, ucd.version())
  end)

  local function check(file, kind, count)
    local cases = ucd.break_tests(file.unit, kind)
    assert.equal(count, #cases)
    for _, case in ipairs(cases) do
      local expected = table.concat(case.ends, " ")
      for _, path in ipairs(PATHS) do
        local found = ends_of(file.walk, case.text, { kernel = path })
        if found ~= expected then
          assert.equal(expected, found, path .. ": " .. case.line)
        end
      end
      assert.equal(#case.ends, jilu.count(case.text, file.unit))
      assert.equal(#case.ends, #jilu.spans(case.text, file.unit))
    end
  end

  for _, file in ipairs(FILES) do
    it(file.unit .. ": all of the UCD's", function()
      check(file, nil, file.cases)
    end)
    it(file.unit .. ": all of ICU's random ones", function()
      check(file, "Random", file.random)
    end)
  end
end)
