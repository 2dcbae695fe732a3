-- Case mappings beside those of ICU4J, which has the data of the same version:
-- every letter with case and every mark, and random texts of them.

local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local function text_of(hex)
  return (hex:gsub("%x%x", function(byte) return string.char(tonumber(byte, 16)) end))
end

local FUNCTIONS = { "lower", "upper", "title", "fold" }

describe("case mappings", function()
  it("as ICU's in every language that has its own", function()
    local count = 0
    for line in ucd.open "tests/CaseTest.txt":lines() do
      local fields = {}
      for field in (line .. ";"):gmatch "([^;]*);" do fields[#fields + 1] = field end
      local locale = fields[1] ~= "" and fields[1] or nil
      local text = text_of(fields[2])
      for k, name in ipairs(FUNCTIONS) do
        local found = jilu[name](text, { locale = locale })
        if found ~= text_of(fields[k + 2]) then
          assert.equal(text_of(fields[k + 2]), found, name .. " " .. line)
        end
      end
      count = count + 1
    end
    assert.is_true(count > 40000)
  end)
end)
