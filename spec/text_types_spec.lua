-- The types that editors read keep up with what there is.

local core = require "jilu.core"

local function read(path)
  local file = assert(io.open(path))
  local text = file:read "a"
  file:close()
  return text
end

-- Names that the binding's files register.
local function registered()
  local names = {}
  for _, file in ipairs {
    "unicode", "case", "collation", "property",
    "pattern", "segment", "spans", "stream", "text", "codes",
  } do
    local list = read("csrc/binding/" .. file .. ".c")
      :match "static const luaL_Reg functions%[%] = (%b{})"
    for name in list:gmatch '{"([%w_]+)"' do names[name] = true end
  end
  return names
end

describe("lua/jilu/meta/text.lua", function()
  local annotated = {}
  for name in read("lua/jilu/meta/text.lua"):gmatch "\nfunction core%.([%w_]+)" do
    annotated[name] = true
  end

  it("has every function of the C module on text, and no other", function()
    assert.same(registered(), annotated)
    for name in pairs(annotated) do assert.is_function(core[name], name) end
  end)

  it("is read as Lua", function()
    assert.is_function(load(read "lua/jilu/meta/text.lua"))
  end)
end)
