-- The test files of the UCD, through the Lua API. Debian's unicode-data
-- brings them.

local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local FILES = {
  { unit = "grapheme", walk = jilu.graphemes, cases = 602 },
  { unit = "word", walk = jilu.words, cases = 1823 },
  { unit = "sentence", walk = jilu.sentences, cases = 502 },
  { unit = "line", walk = jilu.lines, cases = 7654 },
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

  for _, file in ipairs(FILES) do
    it("pass for every " .. file.unit, function()
      local cases = ucd.break_tests(file.unit)
      assert.equal(file.cases, #cases)
      for _, case in ipairs(cases) do
        local expected = table.concat(case.ends, " ")
        for _, path in ipairs(PATHS) do
          local found = ends_of(file.walk, case.text, { path = path })
          if found ~= expected then
            assert.equal(expected, found, path .. ": " .. case.line)
          end
        end
        assert.equal(#case.ends, jilu.count(case.text, file.unit))
        assert.equal(#case.ends, #jilu.spans(case.text, file.unit))
      end
    end)
  end
end)
