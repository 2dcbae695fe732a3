local jilu = require "jilu"
local ucd = require "spec.support.ucd"

local P = jilu.P

-- 'name' is what the UCD says for all code points.
local function check(name, has)
  for c = 0, 0x3FFFF do         -- nothing with a property is beyond
    if c < 0xD800 or c > 0xDFFF then
      local text = utf8.char(c)
      local found = P[name]:match(text) == #text + 1
      if found ~= (has[c] or false) then
        error(("U+%04X: %s %s"):format(c, name, tostring(found)))
      end
    end
  end
end

local function with(file, wanted)
  local has = {}
  for first, last, value in ucd.ranges(file) do
    if value:find(wanted) then
      for c = first, last do has[c] = true end
    end
  end
  return has
end

describe("jilu.P", function()
  it("knows properties as the UCD has them", function()
    check("han", with("Scripts.txt", "^Han$"))
    check("letter", with("extracted/DerivedGeneralCategory.txt", "^L"))
    check("digit", with("extracted/DerivedGeneralCategory.txt", "^Nd$"))
    check("space", with("PropList.txt", "^White_Space$"))
  end)
end)
