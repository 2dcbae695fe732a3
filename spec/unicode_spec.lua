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
