local jilu = require "jilu"

describe("jilu.validate", function()
  it("takes well-formed text", function()
    assert.is_true(jilu.validate("汉字 text \u{1F600}"))
  end)
  it("names the first ill-formed byte", function()
    local ok, where = jilu.validate("ab\xE6\xB1c")
    assert.is_nil(ok)
    assert.equal(3, where)
  end)
end)

describe("jilu.width", function()
  it("counts columns of a terminal", function()
    for text, columns in pairs {
      [""] = 0, abc = 3, ["汉字"] = 4, ["ｆｕｌｌ"] = 8, ["ｶﾅ"] = 2, ["a\u{301}"] = 1,
      ["\u{1F469}\u{200D}\u{1F52C}"] = 2, ["\u{1F1E8}\u{1F1F3}"] = 2, ["가"] = 2,
      ["\u{2764}\u{FE0F}"] = 2, ["“”"] = 2, ["。"] = 2, ["\xFF"] = 1,
    } do
      assert.equal(columns, jilu.width(text), text)
    end
  end)
end)
