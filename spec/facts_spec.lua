-- Quantities, changes, works and quotations, on sentences of our own.

local core = require "jilu.core"
local extractor = require("jilu.facts.extractor").default()

local function facts(text, kind)
  local found = {}
  for _, f in ipairs(extractor:facts(core.view(text, "auto"), "2019-10-15")) do
    if f.type == kind then found[#found + 1] = f end
  end
  return found
end

local function brief(text)
  local out = {}
  for _, f in ipairs(facts(text, "quantity")) do
    local value = f.value or f.min .. "~" .. f.max
    out[#out + 1] = table.concat({ f.text, value, f.unit, f.approx }, " ")
  end
  return table.concat(out, "; ")
end

describe("quantities", function()
  for text, expected in pairs {
    ["新修公路四百二十公里"] = "四百二十公里 420 公里 exact",
    ["投资约3.6亿元"] = "约3.6亿元 360000000 元 about",
    ["受益群众１２００多户"] = "１２００多户 1200 户 over",
    ["清理河道30余公里、近500米"] = "30余公里 30 公里 over; 近500米 500 米 nearly",
    ["增收20%以上"] = "20%以上 20 % at_least",
    ["選派幹部三十五名"] = "三十五名 35 名 exact",
    ["共1,280人次参加"] = "1,280人次 1280 人次 exact",
    ["每次3至5人"] = "3至5人 3~5 人 range",
    ["三五个人"] = "三五个 3~5 个 range",
    ["历时两个多月"] = "两个多月 2 月 over",
    ["3亿5000万元"] = "3亿5000万元 350000000 元 exact",
    ["一万二千个"] = "一万二千个 12000 个 exact",
    ["百分之三十五"] = "百分之三十五 35 % exact",
    ["至少安排两名干部"] = "两名 2 名 at_least",
    -- what counts nothing
    ["进一步统一思想,一定成绩"] = "",
    ["第三次会议,第一排"] = "",
    ["《扶贫20条措施》"] = "",
    ["使用5G网络和3D打印,型号A4、G20"] = "",
    ["是一个整体,每一名干部"] = "",
    ["版本1.2.3"] = "",
    ["落实“三项制度”,三项制度作用明显"] = "",
  } do
    it(text, function() assert.equal(expected, brief(text)) end)
  end

  it("a value → the nearest number; its digits where that does not show them", function()
    for text, expected in pairs {
      ["共12345678901234567890元"] = { 12345678901234567890.0, "12345678901234567890" },
      ["三分之一的人"] = { 1 / 3, "1/3" },
      ["占36.1234567890123456%"] = { 36.1234567890123456, "36.1234567890123456" },
      ["占0.1%"] = { 0.1 }, ["共3500000元"] = { 3500000 }, ["共1200000000000000元"] = { 1.2e15 },
    } do
      local fact = facts(text, "quantity")[1]
      assert.same(expected, { fact.value, fact.digits }, text)
      assert.truthy(tostring(fact):find("value " .. (expected[2] or ""), 1, true))
    end
    local range = facts("投资3至1234567890123456789元", "quantity")[1]
    assert.same({ 3, 1234567890123456768.0, "1234567890123456789" },
      { range.min, range.max, range.max_digits })
    assert.is_nil(range.min_digits)
    local change = facts("由36.1234567890123456%提高到80%", "change")[1]
    assert.same({ 36.1234567890123456, "36.1234567890123456", 80 },
      { change.from, change.from_digits, change.to })
    assert.is_nil(change.to_digits)
  end)
  it("gives every value the bytes it came from", function()
    local text = "选派幹部（共）３０餘名"
    local f = facts(text, "quantity")[1]
    assert.equal("３０餘名", text:sub(f.first, f.last))
  end)
end)

describe("changes", function()
  it("reads from and to", function()
    local c = facts("森林覆盖率从年初的61.5%提高到63%", "change")[1]
    assert.same({ 61.5, 63, "%", "done" }, { c.from, c.to, c.unit, c.status })
    assert.equal("森林覆盖率从年初的61.5%提高到63%", c.text)
  end)
  it("reads multiples", function()
    local c = facts("力争村集体收入翻两番", "change")[1]
    assert.same({ 4, "target" }, { c.factor, c.status })
  end)
end)

describe("marks", function()
  local function texts(text, kind)
    local out = {}
    for _, f in ipairs(facts(text, kind)) do out[#out + 1] = f.text end
    return out
  end
  it("finds works and the outermost quotations", function()
    local text = "“甲‘乙’丙”和《关于“丁”的《戊》通知》,「己『庚』」"
    assert.same({ "甲‘乙’丙", "丁", "己『庚』" }, texts(text, "quote"))
    assert.same({ "关于“丁”的《戊》通知" }, texts(text, "work"))
    local doc = require("jilu").document(("設(shè)備"):rep(4) .. "“設(shè)備”")
    assert.equal("設備", doc:facts "quote"[1].content)
  end)
  it("passes over a mark without its partner", function()
    assert.same({ "乙" }, texts("“甲“乙”\n丙”丁", "quote"))
    assert.same({}, texts("”“《\n》", "quote"))
  end)
end)
