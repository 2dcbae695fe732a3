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

  describe("of the core", function()
    local core = require "jilu.core"
    local words = core.gazetteer { ["一是"] = 1, ["二是"] = 2, ["一"] = 3 }

    local function show(text, list, step)
      local out = {}
      for k = 1, list and #list or 0, step do
        local rest = { text:sub(list[k], list[k + 1]) }
        for n = k + 2, k + step - 1 do rest[#rest + 1] = list[n] end
        out[#out + 1] = table.concat(rest, ",")
      end
      return table.concat(out, " ")
    end

    it("finds the words that begin clauses", function()
      local marks = core.marks { sentence = "。", segment = ";", colon = ":", comma = "",
        brackets = "“”" }
      local function opening(text, first, last)
        return show(text, words:opening(text, first or 1, last or #text, marks), 4)
      end
      assert.equal("一是,1,0 二是,2,1", opening "一是甲。二是乙,一是丙")
      assert.equal("一是,1,3 二是,2,2 一,3,1", opening "甲:一是乙; \t二是丙。”一戊")
      assert.equal("一是,1,1", opening "“甲。一是乙”。丙")
      assert.equal("", opening "甲乙")
      assert.equal("", opening "")
      assert.equal("二是,2,0", opening("一是二是", 7))
      assert.equal("一,3,0", opening("一是甲。二是", 1, 3))
      assert.equal("", opening("甲。一是", 1, 6))
      assert.has_error(function() words:opening("甲", 1, 3) end)
    end)

    it("cuts a text into tokens and knows those that are its words", function()
      local separators = core.gazetteer { [" "] = 1, ["、"] = 1, ["|"] = 1 }
      local function tokens(text) return show(text, words:tokens(text, separators), 3) end
      assert.equal("一是,1 一,3 一是二,0 甲,0", tokens "一是、|一 一是二|甲")
      assert.equal("二是,2", tokens " 二是 ")
      assert.equal("二,0", tokens "二")
      assert.is_nil(words:tokens("、 ", separators))
      assert.is_nil(words:tokens("", separators))
      local long = ("一是 "):rep(500)
      assert.equal(1500, #words:tokens(long, separators))
      for size = 1, 12 do                                       -- ill-formed as well
        assert.truthy(words:tokens(("一是、甲"):sub(1, size), separators))
      end
      assert.has_error(function() words:tokens("甲", {}) end)
    end)
  end)
end)
