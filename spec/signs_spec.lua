-- Where each of a few signs first stands in a text.

local core = require "jilu.core"

describe("signs", function()
  it("says where each sign first stands, nil where it does not", function()
    local find = core.signs { ":", "。", "%d%d", "%s", "%u", "ab" }
    assert.same({ 4, nil, 8, 5, nil, nil, n = 6 }, table.pack(find "来: 1,22: 3"))
    assert.same({ nil, 4, nil, nil, 1, nil, n = 6 }, table.pack(find "Aa1。1。"))
    assert.same({ n = 6 }, table.pack(find ""))
  end)

  it("agrees with string.find wherever a text is cut", function()
    local list = { ",", "、", "《", "%d%d%d%d", "%d", "年", "年1" }
    local find = core.signs(list)
    local text = "20年,1年,2019、2020年12《、年1、》"
    for i = 1, #text do
      for j = i, #text do
        local piece = text:sub(i, j)
        local found = table.pack(find(piece))
        for k, sign in ipairs(list) do
          assert.equal((piece:find(sign)), found[k], piece .. " " .. sign)
        end
      end
    end
  end)

  it("raises on what is no sign", function()
    for _, list in ipairs { {}, { "" }, { "五个" }, { "%" }, { "%x" }, { 1 } } do
      assert.has_error(function() core.signs(list) end)
    end
    local many = {}
    for k = 1, 33 do many[k] = string.char(64 + k) end
    assert.has_error(function() core.signs(many) end)
  end)
end)
