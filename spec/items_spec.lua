local core = require "jilu.core"

-- The items of text[i..j], between bars.
local function items(text, i, j, commas)
  local firsts, lasts = core.list_items(text, i or 1, j or #text, commas)
  assert.equal(#firsts, #lasts)
  local parts = {}
  for k = 1, #firsts do parts[k] = text:sub(firsts[k], lasts[k]) end
  return table.concat(parts, "|")
end

describe("find_within", function()
  it("finds what string.find finds in the span", function()
    local text = "乙甲乙甲甲乙丙\0甲"
    for _, word in ipairs { "甲", "甲甲", "乙丙", "丙\0", "丁", "\178", "", "甲乙丙\0甲" } do
      for i = 1, #text do
        for j = i, #text do
          local a, b = text:sub(i, j):find(word, 1, true)
          local c, d = core.find_within(text, word, i, j)
          assert.equal(a and a + i - 1, c)
          assert.equal(b and b + i - 1, d)
        end
      end
    end
    assert.equal(1, (core.find_within("甲", "甲", 1, 900)))
    assert.is_nil((core.find_within("甲", "甲", 2, 1)))
    assert.has_error(function() core.find_within("甲", "甲", 0, 1) end,
      "bad argument #3 to 'find_within' (out of range)")
  end)
end)

describe("find_digits", function()
  it("finds a run of so many digits and no more", function()
    for text, want in pairs {
      ["2019年"] = 1, ["年2019"] = 4, ["12019年2020"] = 9, ["201年"] = 0, [""] = 0,
      [("年"):rep(9) .. "1234"] = 28, ["甲乙丙,2019"] = 11, ["20192020"] = 0,
    } do
      local first, last = core.find_digits(text, 4)
      assert.equal(want, first or 0, text)
      assert.equal(first and first + 3, last)
    end
    assert.equal(9, (core.find_digits("2019年,20192020", 8, 5)))
    assert.is_nil((core.find_digits("12019", 4, 2)))
    assert.is_nil((core.find_digits("2019", 4, 9)))
    assert.has_error(function() core.find_digits("1", 0) end)
    assert.has_error(function() core.find_digits("1", 1, 0) end)
  end)
end)

describe("count_bytes", function()
  it("counts the bytes of a set", function()
    assert.equal(3, core.count_bytes("甲|乙_丙|", "|_"))
    assert.equal(0, core.count_bytes("", "|"))
    assert.equal(0, core.count_bytes("甲", ""))
  end)
end)

describe("without_bytes", function()
  it("takes out the bytes of a set", function()
    assert.equal("甲乙", core.without_bytes(" 甲\t 乙[]", " \t[]"))
    assert.equal("", core.without_bytes("|||", "|"))
    assert.equal("", core.without_bytes("", "|"))
    assert.equal("甲", core.without_bytes("甲", ""))
    assert.equal(15000, #core.without_bytes(("甲 "):rep(5000), " "))
  end)
end)

describe("the clause of a list", function()
  local function clause(text, window)
    local firsts = core.list_before(text, #text, window or 900, 1, 9)
    return firsts and text:sub(firsts[1]) or ""
  end

  it("begins behind the mark that ends the clause before", function()
    for text, want in pairs {
      ["甲,乙、丙"] = "乙、丙", ["甲。乙"] = "乙", ["甲;乙"] = "乙", ["甲:乙"] = "乙",
      ["甲!乙"] = "乙", ["甲?乙"] = "乙", ["甲乙"] = "甲乙", ["甲,"] = "",
    } do
      assert.equal(want, clause(text))
    end
    assert.equal("", clause "")
  end)

  it("passes over pairs of marks, and stays in the one it is in", function()
    assert.equal("“甲,乙”和(丙。丁)戊", clause "子,“甲,乙”和(丙。丁)戊")
    assert.equal("乙、丙", clause "甲,“乙、丙")
    assert.equal("乙", clause "甲(乙")
    assert.equal("乙》", clause "甲《乙》" :sub(-6))
  end)

  it("goes no further than the window, and parts no character", function()
    assert.equal("乙丙", clause("甲乙丙", 5))
    assert.equal("丙", clause("甲乙丙", 4))
    assert.equal("丙", clause("甲乙丙", 2))
    assert.equal("", clause("甲乙丙", 0))
  end)

  it("refuses places that are none", function()
    assert.has_error(function() core.list_before("甲", 4, 9, 1, 9) end,
      "bad argument #2 to 'list_before' (out of range)")
    assert.has_error(function() core.list_before("甲", -1, 9, 1, 9) end)
    assert.has_error(function() core.list_before("甲", 3, -1, 1, 9) end)
  end)
end)

describe("list_end", function()
  local function list(text, first, window)
    return text:sub(first, core.list_end(text, first, window or 900) - 1)
  end

  it("is the end of the sentence, outside of marks", function()
    assert.equal("甲、“乙。”、丙", list("甲、“乙。”、丙。丁", 1))
    assert.equal("甲", list("甲!乙", 1))
    assert.equal("甲,乙;丙:丁", list("甲,乙;丙:丁", 1))
  end)

  it("is the mark that closes what was opened before", function()
    assert.equal("甲、(乙)", list("(甲、(乙))丙", 2))
    assert.equal("甲", list("“甲”乙", 4))
  end)

  it("is the window's", function()
    assert.equal("甲乙", list("甲乙丙", 1, 3))
    assert.equal("甲", list("甲乙丙", 1, 2))
    assert.equal("", list("甲", 4))
    assert.has_error(function() core.list_end("甲", 5, 9) end,
      "bad argument #2 to 'list_end' (out of range)")
  end)
end)

describe("list_before", function()
  it("has the items of the list that a clause ends with", function()
    local text = "丁,甲、乙、丙"
    local firsts, lasts = core.list_before(text, #text, 900, 2, 4)
    assert.same({ 5, 11, 17 }, firsts)
    assert.same({ 7, 13, 19 }, lasts)
  end)

  it("has nothing where there are less or more than it is asked for", function()
    local text = "甲、乙、丙"
    assert.is_nil((core.list_before(text, #text, 900, 4, 9)))
    assert.is_nil((core.list_before(text, #text, 900, 1, 2)))
    assert.is_nil((core.list_items(text, 1, #text, false, 1, 2)))
    assert.is_nil((core.list_items(text, 1, #text, false, 4, 64)))
    assert.same({ 1, 7, 13 }, (core.list_items(text, 1, #text, false, 3, 3)))
    assert.has_error(function() core.list_items(text, 1, #text, false, 3, 65) end,
      "bad argument #6 to 'list_items' (out of range)")
  end)
end)

describe("list_items", function()
  it("are what 、 parts outside of marks", function()
    assert.equal("甲|乙和丙", items "甲、乙和丙")
    assert.equal("甲|“乙、丙”|(丁、戊)", items "甲、“乙、丙”、(丁、戊)")
    assert.equal("甲,乙|丙;丁", items "甲,乙、丙;丁")
    assert.equal("甲|乙|丙|丁", items("甲,乙、丙;丁", nil, nil, true))
    assert.equal("甲||", items "甲、、")
  end)

  it("need no separator where marks stand beside marks", function()
    assert.equal("“甲”|“乙”|《丙》丁", items "“甲”“乙”《丙》丁")
    assert.equal("“甲”(乙)", items "“甲”(乙)")
    assert.equal("“甲“乙”“丙””", items "“甲“乙”“丙””")
  end)

  it("are those of the span", function()
    assert.equal("乙|丙", items("甲、乙、丙、丁", 7, 15))
    assert.equal("", items("甲", 2, 1))
    assert.equal("", items "")
    assert.equal("“甲”", items("“甲”“乙”", 1, 9))
    assert.has_error(function() core.list_items("甲", 0, 3) end,
      "bad argument #2 to 'list_items' (out of range)")
    assert.has_error(function() core.list_items("甲", 1, 4) end,
      "bad argument #3 to 'list_items' (out of range)")
  end)

  it("take any bytes", function()
    math.randomseed(11)
    for _ = 1, 500 do
      local bytes = {}
      for k = 1, 40 do
        bytes[k] = ("\x80\x81\x9C\x9D\xE2\xE3\x8A(),甲"):sub(math.random(13)):sub(1, 1)
      end
      local text = table.concat(bytes)
      local i, j = math.random(41), math.random(0, 40)
      local firsts, lasts = core.list_items(text, i, j, true)
      assert.equal(i, firsts[1])
      assert.equal(j, lasts[#lasts])
      local found = core.list_before(text, j, 9, 1, 9)
      assert.truthy(not found or found[1] <= j + 3)
      assert.truthy(core.list_end(text, i, 9) >= i)
    end
  end)
end)
