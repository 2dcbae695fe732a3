-- Order: the Unicode Collation Algorithm. make conformance runs its own tests.

local core = require "jilu.core"
local jilu = require "jilu"

local function sorted(list, options) return table.concat(jilu.sort(list, options), " ") end

describe("jilu.compare", function()
  local rows = {
    { "a", "b", -1 }, { "b", "a", 1 }, { "a", "a", 0 },
    { "a", "B", -1, why = "letters before case" },
    { "a", "A", -1, why = "small letters first" },
    { "resume", "résumé", -1, why = "accents behind letters" },
    { "résumé", "resumes", -1 },
    { "cote", "côte", -1 }, { "côte", "coté", 1 },
    { "\u{E9}", "e\u{301}", 0, why = "canonical equivalents are equal" },
    { "\u{1EAD}", "a\u{302}\u{323}", 0, why = "in whatever order marks stand" },
    { "Straße", "Strasse", 1 }, { "Straße", "Strassf", -1 },
    { "Ａ", "A", 1, why = "full width behind half" },
    { "", "a", -1 },
    { "a-b", "ab", -1, why = "punctuation counts" },
    { "가", "각", -1, why = "Hangul" },
    { "z", "中", -1, why = "ideographs behind letters" },
    { "中", "\u{3400}", -1, why = "those of the first block first" },
    { "\u{20000}", "\u{E000}", -1, why = "what is not assigned behind" },
    { "x10", "x9", -1 },
  }
  for _, row in ipairs(rows) do
    local why = row.why and ": " .. row.why or ""
    it(("%s, %s → %d%s"):format(row[1], row[2], row[3], why), function()
      assert.are.equal(row[3], jilu.compare(row[1], row[2]))
      assert.are.equal(-row[3], jilu.compare(row[2], row[1]))
    end)
  end

  it("strength says which differences count", function()
    local function at(strength, a, b) return jilu.compare(a, b, { strength = strength }) end
    assert.are.equal(0, at("primary", "Résumé", "resume"))
    assert.are.equal(0, at("secondary", "RESUME", "resume"))
    assert.are.equal(1, at("secondary", "résumé", "RESUME"))
    assert.are.equal(1, at("tertiary", "RESUME", "resume"))
    assert.are.equal(0, at("quaternary", "\0a", "a"))
    assert.are_not.equal(0, at("identical", "\0a", "a"))
    assert.are.equal(0, at("identical", "\u{E9}", "e\u{301}"))
  end)

  it("shifted: spaces and punctuation count last", function()
    assert.are.equal(0, jilu.compare("black-bird", "blackbird", { shifted = true }))
    local options = { shifted = true, strength = "quaternary" }
    assert.are.equal(-1, jilu.compare("black bird", "black-bird", options))
    assert.are.equal(-1, jilu.compare("black-bird", "blackbirds", options))
    assert.are_not.equal(0, jilu.compare("black-bird", "blackbird", options))
  end)

  it("numeric: numbers by what they are", function()
    local options = { numeric = true }
    assert.are.equal(1, jilu.compare("x10", "x9", options))
    assert.are.equal(0, jilu.compare("x007", "x7", options))
    assert.are.equal(-1, jilu.compare("v2.9", "v2.10", options))
    assert.are.equal(0, jilu.compare("\u{664}\u{662}", "42", options))
    assert.are.equal(-1, jilu.compare("\u{1D7E1}", "\u{1D7DA}0", options))
    assert.are.equal(-1, jilu.compare(("9"):rep(40000), ("9"):rep(39999) .. "x", options))
  end)

  it("han: by pinyin, or by strokes", function()
    assert.are.equal("阿 国 李 王 张 赵 中", sorted({ "张", "王", "李", "阿", "赵", "中", "国" },
      { han = "pinyin" }))
    assert.are.equal("一 王 张", sorted({ "张", "王", "一" }, { han = "stroke" }))
    assert.are.equal(-1, jilu.compare("中", "\u{20000}", { han = "pinyin" }))
  end)
end)

describe("jilu.sortkey", function()
  it("compares as the texts do, whatever they are", function()
    math.randomseed(5)
    local parts = { "a", "A", "á", "\u{301}", "\u{323}", "-", " ", "9", "10", "中", "l·", "\xff",
      "ß", "\u{FDFA}", "가", "\u{F71}", "\u{F72}", "\u{10FFFF}", "\0" }
    local function random()
      local list = {}
      for k = 1, math.random(0, 8) do list[k] = parts[math.random(#parts)] end
      return table.concat(list)
    end
    for _ = 1, 2000 do
      local a, b = random(), random()
      local options = { strength = "identical", shifted = math.random(2) == 1,
        numeric = math.random(2) == 1 }
      local x, y = jilu.sortkey(a, options), jilu.sortkey(b, options)
      local order = x == y and 0 or x < y and -1 or 1
      assert.are.equal(order, jilu.compare(a, b, options))
    end
  end)

  it("is the same for canonical equivalents", function()
    for _, text in ipairs { "Å", "한국어", "ệ", "ཱི" } do
      assert.are.equal(jilu.sortkey(jilu.normalize(text, "NFD")),
        jilu.sortkey(jilu.normalize(text, "NFC")))
    end
  end)
end)

describe("jilu.sort", function()
  it("sorts in place, and returns the list", function()
    local list = { "zebra", "Äpfel", "apfel", "Zoo", "éclair" }
    assert.are.equal(list, jilu.sort(list))
    assert.same({ "apfel", "Äpfel", "éclair", "zebra", "Zoo" }, list)
    assert.same({}, jilu.sort {})
  end)

  it("leaves what is equal in its order", function()
    local list = {}
    for k = 1, 100 do list[k] = { name = k % 2 == 0 and "a" or "b", k = k } end
    jilu.sort(list, { key = function(item) return item.name end })
    for k = 2, 100 do
      assert.is_true(list[k - 1].name < list[k].name or list[k - 1].k < list[k].k)
    end
  end)

  it("does not heed the locale of the program", function()
    assert.same({ "a", "B", "ç" }, jilu.sort { "ç", "B", "a" })
  end)

  local rows = {
    { function() jilu.sort "a" end, "table expected" },
    { function() jilu.sort { "a", 1 } end, "item 2: string expected, got number" },
    { function() jilu.sort({ "a" }, { key = 1 }) end, "function expected" },
    { function() jilu.compare("a", "b", { strenght = "primary" }) end,
      "unknown option 'strenght'" },
    { function() jilu.compare("a", "b", { strength = "high" }) end, "'primary', 'secondary'" },
    { function() jilu.sortkey("a", { han = "radical" }) end, "'codepoint', 'pinyin' or 'stroke'" },
    { function() jilu.sortkey("a", { numeric = 1 }) end, "boolean expected" },
    { function() core.collation_order { 1 } end, "list of strings" },
  }
  for _, row in ipairs(rows) do
    it(row[2], function() assert.error_matches(row[1], row[2], 1, true) end)
  end
end)
