-- Plain search for words in Chinese text.

local core = require "jilu.core"

describe("find", function()
  it("finds what string.find finds, from every byte on", function()
    local text = "本站声明,本本站年年1年a本"
    local words = { "本", "本站", "年", "年1", "a本", "a", ",", "站声明", "无", text, text .. "年", "\176" }
    for _, word in ipairs(words) do
      for init = 1, #text + 3 do
        assert.same({ text:find(word, init, true) }, { core.find(text, word, init) }, word .. init)
      end
    end
    assert.same({ 1, 3 }, { core.find("年", "年") })
    assert.is_nil(core.find("", "年"))
  end)

  it("says what it can't take", function()
    assert.error_matches(function() core.find("年", "") end, "bad argument #2 to 'find'")
    assert.error_matches(function() core.find("年", "年", 0) end, "bad argument #3 to 'find'")
  end)
end)
