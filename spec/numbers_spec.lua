-- Numerals, on the table of spec/facts/numbers.lua; and what misuse says.

local jilu = require "jilu"

describe("number", function()
  for _, row in ipairs(dofile "spec/facts/numbers.lua") do
    it(row[1] == "" and "nothing" or row[1], function()
      local value, last = jilu.number(row[1])
      if not row[2] then return assert.is_nil(value) end
      assert.equal(row[2], value)
      assert.equal(row[3] or row[1], row[1]:sub(1, last))
    end)
  end

  it("begins at init", function()
    assert.same({ "240", 15 }, { jilu.number("参训二百四", 7) })
    assert.same({ "3", 4 }, { jilu.number("共3", -1) })
    assert.is_nil(jilu.number("共3", 9))
  end)
  it("raises on misuse", function()
    assert.has_error(function() jilu.number(3) end,
      "bad argument #1 to 'number' (string expected, got number)")
    assert.has_error(function() jilu.number("3", "x") end,
      "bad argument #2 to 'number' (integer expected, got x)")
  end)
end)

describe("a number inside a character", function()
  it("is none", function()
    local text = "é三"
    assert.is_nil((jilu.number(text, 2)))
    assert.equal("3", (jilu.number(text, 3)))
    assert.is_nil((jilu.number(text, 4)))
  end)
end)

describe("time and facts", function()
  it("gives the first time with its interval", function()
    local t = jilu.time("自去年3月起,每月一次", { date = "2019-10-15" })
    assert.same({ "2018-03", "2018-03", "date", "2019-10-15" },
      { t.value, t.from, t.kind, t.anchor })
    assert.is_nil(t["until"])   -- 起: it goes on
    local closed = jilu.time("去年3月,每月一次", { date = "2019-10-15" })
    assert.same({ "2018-03", "2018-04" }, { closed.from, closed["until"] })
    assert.equal("去年3月", ("自去年3月起"):sub(t.first, t.last))
    assert.is_nil(jilu.time "没有时间")
  end)
  it("gives facts in the order of the text", function()
    local types = {}
    for _, f in ipairs(jilu.facts("3月发放资金20万元", { date = "2019" })) do
      types[#types + 1] = f.type
    end
    assert.same({ "time", "quantity" }, types)
  end)
  it("raises on misuse", function()
    assert.has_error(function() jilu.time("今年", { day = 1 }) end,
      "bad argument #2 to 'time' (unknown option 'day'; known: date)")
    assert.has_error(function() jilu.facts("今年", { date = "2019-13" }) end,
      "bad argument #2 to 'facts' (option 'date': ISO 8601 date expected, got 2019-13)")
  end)
end)

describe("the value of a decimal", function()
  local core = require "jilu.core"

  it("is the nearest double, to the last bit", function()
    math.randomseed(7)
    for _ = 1, 3000 do
      local digits = ("%d%d"):format(math.random(0, 9999999), math.random(0, 9999999))
      local point = math.random(0, #digits)
      local text = digits:sub(1, point) .. (point == #digits and "" or ".") .. digits:sub(point + 1)
      if point == 0 then text = "0" .. text end
      assert.equal(tonumber(text), core.add(text, 0), text)
    end
    assert.equal(0, core.add("0.0", 0))
    assert.equal("1" .. ("0"):rep(30), core.add("1" .. ("0"):rep(30), 0))   -- no double of 10^22
    for _, zeros in ipairs { 100, 32766, 40000, 65535 } do   -- more than an exponent may have
      local text = "0." .. ("0"):rep(zeros) .. "1"
      assert.has_error(function() core.add(text, text) end)
    end
  end)

  -- A host may have set the locale of its user.
  it("is the same where the locale writes a comma", function()
    local before, found = os.setlocale(nil, "numeric"), nil
    for name in ("de_DE.UTF-8 de_DE fr_FR.UTF-8 fr_FR ru_RU.UTF-8 pt_BR.UTF-8"):gmatch "%S+" do
      found = found or os.setlocale(name, "numeric")
    end
    if not found then return pending "no locale with a comma is installed" end
    local ok, message = pcall(function()
      local value = jilu.document("增长12.5%"):facts("quantity")[1].value
      assert.is_true(value > 12 and value < 13)
      local sum = core.add(0.25, "12.5")
      assert.is_true(sum > 12.5 and sum < 13)
    end)
    os.setlocale(before, "numeric")
    assert(ok, message)
  end)
end)
