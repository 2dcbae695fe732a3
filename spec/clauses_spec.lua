local core = require "jilu.core"

local clauses = core.clauses {
  sentence = "。!?", segment = ";", colon = ":", comma = ",", brackets = "“”《》()",
}

local MARKS = { "。", ";", ":", "," }

-- [clause]mark [clause]mark | sentence behind sentence; + where a colon is among the marks
local function cut(text, parts)
  local list, sentences = clauses:cut(text, 1, #text, parts)
  local out, k = {}, 1
  for n = 1, #sentences, 4 do
    local one = {}
    while k <= sentences[n + 3] do
      one[#one + 1] = ("[%s]%s%s"):format(text:sub(list[k], list[k + 1]), MARKS[list[k + 2]],
        list[k + 3] == 1 and "+" or "")
      k = k + 4
    end
    out[#out + 1] = table.concat(one) .. (sentences[n + 2] > 0 and sentences[n + 2] or "")
  end
  return table.concat(out, " ")
end

describe("core.clauses", function()
  it("cuts sentences into clauses and says which mark ends each", function()
    assert.equal("[一],[二];[三]。 [四]。", cut "一,二;三。四")
    assert.equal("[一]:+[二]。 [三]。", cut "一:二!三?")
  end)

  it("leaves spaces at the ends of clauses out, and empty clauses", function()
    assert.equal("[一],[二 三]。", cut " 一 ,, 二 三 。")
    assert.equal("", cut " ")
  end)

  it("keeps the strongest of several marks", function()
    assert.equal("[一];[二]。+", cut "一,;二:。")
  end)

  it("cuts nothing between brackets that close", function()
    assert.equal("[“一,二。”三],[四]。", cut "“一,二。”三,四")
    assert.equal("[“一],[《二,》三]。", cut "“一,《二,》三")
    local _, _, brackets = clauses:cut("a(b)《c》", 1, #"a(b)《c》")
    assert.same({ 2, 4, 5, 11 }, brackets)
  end)

  it("cuts no groups of digits and no times of day", function()
    assert.equal("[4,826册],[10:30]。", cut "4,826册,10:30")
    assert.equal("[12345],[678]。", cut "12345,678")
    assert.equal("[4],[8261]:+[3]。", cut "4,8261:3")
  end)

  it("begins a sentence behind a range that parts", function()
    assert.equal("[甲]。 [抓,]。1", (cut("甲一是抓“,”", { 4, 9 }):gsub("“,”", ",")))
    assert.equal("[甲]。1 [乙,丙]。2", (cut("一是甲二是乙“,”丙", { 1, 6, 10, 15 }):gsub("“,”", ",")))
  end)

  it("keeps between two bytes", function()
    assert.same({ 3, 3, 1, 0 }, (clauses:cut("a,b,c", 3, 3)))
    assert.same({}, (clauses:cut("abc", 3, 2)))
    assert.has_error(function() clauses:cut("abc", 0, 2) end)
    assert.has_error(function() clauses:cut("abc", 1, 4) end)
  end)

  it("cuts any number of clauses", function()
    local list, sentences, brackets = clauses:cut(("(a),b。"):rep(1000), 1, 8000)
    assert.equal(8000, #list)
    assert.same({ 7993, 7995, 4, 0, 7997, 7997, 1, 0 }, table.move(list, 7993, 8000, 1, {}))
    assert.same({ 7993, 7997, 0, 8000 }, table.move(sentences, 3997, 4000, 1, {}))
    assert.same({ 7993, 7995 }, table.move(brackets, 1999, 2000, 1, {}))
  end)

  it("says what is wrong with marks", function()
    assert.error_matches(function() core.clauses { sentence = "。" } end, "field 'segment'")
    assert.error_matches(function()
      core.clauses { sentence = "", segment = "", colon = "", comma = "", brackets = "(" }
    end, "pairs")
  end)
end)
