-- Texts that are taken for others: UTS #39.

local core = require "jilu.core"
local jilu = require "jilu"

describe("jilu.confusable", function()
  local rows = {
    { "paypal", "pаypаl", true, "Cyrillic a" },
    { "paypal", "paypa1", true, "digit one" },
    { "modern", "rnodern", true, "rn and m" },
    { "a\u{200B}b", "ab", true, "what is not seen" },
    { "\u{E9}", "e\u{301}", true, "canonical equivalents" },
    { "same", "same", true },
    { "paypal", "paypall", false },
    { "a", "b", false },
    { "中", "甲", false },
  }
  for _, row in ipairs(rows) do
    it(("%s, %s%s"):format(row[1], row[2], row[4] and ": " .. row[4] or ""), function()
      assert.are.equal(row[3], jilu.confusable(row[1], row[2]))
      assert.are.equal(row[3], jilu.confusable(row[2], row[1]))
    end)
  end

  it("canonical equivalents have one skeleton", function()
    math.randomseed(3)
    local parts = { "а", "1", "m", "\u{202E}", "é", "㎒", "\xff", "ﷺ", "한", "0", "Ⅷ" }
    for _ = 1, 500 do
      local list = {}
      for k = 1, math.random(0, 6) do list[k] = parts[math.random(#parts)] end
      local text = table.concat(list)
      assert.are.equal(jilu.skeleton(text), jilu.skeleton(jilu.normalize(text, "NFD")))
    end
  end)
end)

describe("jilu.restriction_level", function()
  local rows = {
    { "hello", "ascii" }, { "", "ascii" },
    { "naïve", "single_script" }, { "привет", "single_script" },
    { "漢字かな", "single_script", "one writing system" },
    { "日本語abc", "highly_restrictive" }, { "한국abc", "highly_restrictive" },
    { "नमस्तेabc", "moderately_restrictive" },
    { "pаypal", "minimally_restrictive", "Latin with Cyrillic" },
    { "かな한글", "minimally_restrictive" },
    { "a b", "unrestricted", "a blank" }, { "℃", "unrestricted" },
    { "a\xff", "unrestricted", "ill-formed" },
  }
  for _, row in ipairs(rows) do
    it(("%s → %s%s"):format(row[1], row[2], row[3] and ": " .. row[3] or ""), function()
      assert.are.equal(row[2], jilu.restriction_level(row[1]))
    end)
  end
end)

describe("mistakes", function()
  it("are told", function()
    assert.error_matches(function() jilu.confusable(1, "a") end, "string expected")
    assert.error_matches(function() jilu.restriction_level() end, "string expected")
    assert.error_matches(function() core.identifier_allowed(0x110000) end, "no code point")
  end)
end)
