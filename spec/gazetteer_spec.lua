local jilu = require "jilu"

local function read(g, text)
  local out = {}
  for i, j, classes in g:each(text) do
    local names = {}
    for class in pairs(classes) do names[#names + 1] = class end
    table.sort(names)
    out[#out + 1] = text:sub(i, j) .. "=" .. table.concat(names, "+")
  end
  return table.concat(out, " ")
end

describe("jilu.gazetteer", function()
  local g = jilu.gazetteer {
    verb = "组织 举办 发展", noun = { "党组织", "发展", "组织部" }, half = "ab",
  }

  it("takes the longest word at the leftmost place", function()
    assert.equal("党组织=noun 举办=verb", read(g, "各级党组织举办"))
    assert.equal("组织部=noun 组织=verb", read(g, "组织部组织"))
  end)

  it("knows all classes of a word", function()
    assert.equal("发展=noun+verb", read(g, "发展"))
  end)

  it("folds its words as documents are folded", function()
    assert.equal("举办=verb", read(jilu.gazetteer { verb = "舉辦" }, "举办"))
  end)

  it("keeps between two bytes", function()
    assert.same({}, g:scan("组织举办", 2, 6))
    local found = g:scan("组织举办", 7, 12)
    assert.same({ 7, 12 }, { found[1], found[2] })
    assert.same({}, g:scan("组织", 1, 5))
  end)

  it("leaves out what begins in a masked range", function()
    local found = g:scan("组织举办发展", 1, 18, { 1, 6, 10, 12 })
    assert.same({ 7, 12 }, { found[1], found[2] })
    assert.same({ 13, 18, found[6] }, { found[4], found[5], found[6] })
    assert.equal(6, #found)
  end)

  it("stands a mask that is damaged", function()
    for _, mask in ipairs { { 1 }, { 1, 6, 10 }, { "a", 6 }, { 1, "b" }, { 6, 1, 0, 0, -3, -9 } } do
      assert.is_true(#g:scan(("组织举办"):rep(50), 1, nil, mask) > 0)
    end
  end)

  it("finds more words than it holds at once", function()
    assert.equal(3 * 2000, #g:scan(("组织"):rep(2000)))
  end)

  it("passes over ill-formed bytes", function()
    assert.equal("ab=half", read(g, "\xE7\xBB\xFFab\xE7"))
  end)

  it("finds nothing with no words", function()
    assert.same({}, jilu.gazetteer({}):scan "组织")
  end)

  it("says what is wrong with its argument", function()
    assert.error_matches(function() jilu.gazetteer(1) end, "table expected, got number")
    assert.error_matches(function() jilu.gazetteer { verb = 1 } end, "class 'verb': string or list")
    assert.error_matches(function() jilu.gazetteer({}, { tail = "的" }) end,
      "known: tails")
    assert.error_matches(function() jilu.gazetteer({}, { tails = 1 }) end, "string expected")
  end)

  it("gives words that a tail follows a class of their own", function()
    local tailed = jilu.gazetteer({ verb = "编写 参与" }, { tails = "的者" })
    assert.equal("编写=tailed+verb 参与=verb 参与=tailed+verb", read(tailed, "编写的参与参与者"))
  end)

  it("finds the first word from a byte on", function()
    local words = require("jilu.core").gazetteer { ["党组织"] = 1, ["组织部"] = 2, ["组织"] = 3 }
    assert.same({ 4, 12, 1 }, { words:find "各党组织部" })
    assert.same({ 7, 15, 2 }, { words:find("各党组织部", 7) })
    assert.is_nil(words:find("各党组织部", 10))
    assert.is_nil(words:find("组织", 7))
    assert.error_matches(function() words:find("组织", 0) end, "first byte of the text is 1")
  end)
end)
