local jilu = require "jilu"
local linear = require "spec.support.linear"
local lpeg = require "lpeg"

-- Facts of a kind wherever a Lua pattern stands; its captures are the fields.
local function marker(kind, pattern, fields)
  return function(doc)
    for _, line in ipairs(doc.lines) do
      for i, text, j in line.text:gmatch("()(" .. pattern .. ")()") do
        local first, last = doc:span(line, i, j - 1)
        local fact = { first = first, last = last, text = doc.source:sub(first, last) }
        for key, value in pairs(fields and fields(text) or {}) do fact[key] = value end
        doc:annotate(kind, fact)
      end
    end
  end
end

local people = marker("quantity", "%d+[余]*人", function(text)
  return { value = tonumber(text:match "%d+"), unit = "人",
    approx = text:find "余" and "over" or "exact" }
end)
local classes = marker("quantity", "%d+期", function() return { value = 3, unit = "期" } end)
local office = marker("organization", "市直机关工委")

-- Records of a rule on a text; name and emit are filled in.
local function records(text, rule)
  rule.name = rule.name or "found"
  rule.emit = rule.emit or function(m)
    local fields = {}
    for key, value in pairs(m) do
      fields[type(key) == "number" and "c" .. key or key] =
        type(value) == "table" and value.text or value
    end
    return fields
  end
  local pipeline = jilu.pipeline { people, classes, office, jilu.rule(rule) }
  local list = {}
  for record in pipeline:records(jilu.document(text, { id = "d" })) do list[#list + 1] = record end
  return list
end

local function texts(text, source, definitions)
  local list = records(text, { match = jilu.re(source, definitions) })
  for k, record in ipairs(list) do list[k] = record.text end
  return list
end

describe("jilu.rule", function()
  local training = {
    name = "training",
    match = jilu.re [[ {:who: organization :} gap {:what: '培训' / '轮训' :} gap
                       {:people: quantity :} ]],
    where = function(m) return m.people.unit == "人" end,
    emit = function(m)
      return { unit = m.who.text, people = m.people.value, approx = m.people.approx, what = m.what }
    end,
  }

  it("goes on with the next candidate where `where` rejects one", function()
    local found = records("市直机关工委举办培训班3期,240余人参训", training)
    assert.same({
      {
        type = "training", doc = "d", start = 0, ["end"] = 47, line = 1,
        text = "市直机关工委举办培训班3期,240余人",
        unit = "市直机关工委", people = 240, approx = "over", what = "培训",
      },
    }, found)
  end)

  it("stays within the sentence", function()
    assert.same({}, records("市直机关工委开会。培训240余人", training))
    assert.same({}, records("市直机关工委开会\n培训240余人", training))
    assert.equal(1, #records("会议开了。市直机关工委培训班共240人。", training))
  end)

  it("finds all matches, one behind the other", function()
    local found = records("市直机关工委培训5人,市直机关工委轮训6人。市直机关工委培训7人。", training)
    assert.same({ 5, 6, 7 }, { found[1].people, found[2].people, found[3].people })
    assert.equal(3, #found)
  end)

  it("folds its literals and gives back the words of the document", function()
    local found = records("市直機關工委舉辦培訓班，２４０人", training)
    assert.equal("市直機關工委", found[1].unit)
    assert.equal("培訓", found[1].what)
    assert.equal(1, #records("市直机关工委培训5人", {
      match = jilu.re "'培訓'", emit = function() return {} end,
    }))
  end)

  it("maps its span over residue", function()
    local text = "培訓(xùn)班設(shè)在機(jī)關(guān),訓(xùn)練隊(duì)伍,優(yōu)化結(jié)構(gòu),開(kāi)展240人"
    local found = records(text, { match = jilu.re " {:a: '机关' :} " })
    assert.equal("機(jī)關(guān)", found[1].text)
    assert.equal("機關", found[1].norm)
    assert.equal("機關", found[1].a)
  end)

  it("emits nothing for nil", function()
    assert.same({}, records("培训", { match = jilu.re "'培训'", emit = function() end }))
  end)

  it("takes a plain LPeg pattern", function()
    local digits = lpeg.C(lpeg.R "09" ^ 1)
    local found = records("甲12乙345", { match = digits })
    assert.same({ "12", "345" }, { found[1].c1, found[2].c1 })
    found = records("市直机关工委有5人", {
      match = jilu.fact "organization" * "有" * jilu.fact "quantity",
    })
    assert.same({ "市直机关工委", "5人" }, { found[1].c1, found[1].c2 })
  end)

  it("leaves furniture alone", function()
    local pipeline = jilu.pipeline {
      function(doc) doc.lines[1].role = "boilerplate" end,
      jilu.rule { name = "x", match = jilu.re "'培训'", emit = function() return {} end },
    }
    assert.equal(1, #pipeline:run(jilu.document "培训\n培训"))
  end)

  it("checks a declared type", function()
    local function run(value)
      return jilu.pipeline {
        jilu.rule {
          name = "visit", match = jilu.re "'走访'", fields = { { "households", "integer" } },
          emit = function() return value end,
        },
      }:run(jilu.document "走访")
    end
    assert.equal(3, run { households = 3 }[1].households)
    local ok, message, failure = run { households = "three" }
    assert.is_nil(ok)
    assert.equal('rule visit: visit.households: expected an integer, got string "three"', message)
    assert.equal("visit", failure.rule)
    assert.match("rule_spec.lua:%d+$", failure.script)
    assert.equal("visit.home: not a field of this type; its fields are households",
      select(3, run { home = 3 }).reason)
    assert.equal("visit.text: every record has this field already",
      select(3, run { text = "" }).reason)
    assert.equal("visit: emit gave a number, not a table", select(3, run(5)).reason)
  end)

  it("refuses what is no rule", function()
    local function refused(rule, message)
      assert.has_error(function() jilu.rule(rule) end, "bad argument #1 to 'rule' " .. message)
    end
    refused(5, "(table expected, got number)")
    refused({ nmae = "x" },
      "(unknown key 'nmae'; known: emit, fields, match, name, over, tests, where)")
    refused({ name = 5 }, "(key 'name': string expected, got number)")
    refused({ name = "a b" }, "(key 'name': letters, digits and _ expected)")
    refused({ name = "a" }, "(key 'emit': function expected, got nil)")
    refused({ name = "a", emit = print, match = "x" },
      "(key 'match': jilu.re or an LPeg pattern expected)")
  end)

  it("gives a sentence up at a limit that it names", function()
    local ok, _, failure = jilu.pipeline {
      people,
      jilu.rule {
        name = "x", match = jilu.re "quantity gap quantity gap quantity",
        where = function() return false end, emit = function() return {} end,
      },
    }:run(jilu.document(("5人,"):rep(200)))
    assert.is_nil(ok)
    assert.equal("a sentence of line 1 has more than 100000 candidates (MATCH_LIMIT)",
      failure.reason)
    assert.match("rule_spec.lua:%d+$", failure.script)
  end)

  it("is quick on a sentence without an end", function()
    linear(function(size)
      local text = ("甲乙丙丁,"):rep(8 * size) .. "培训" .. ("5人,"):rep(size)
      assert.equal(1, #records(text, { match = jilu.re "('培训' / '轮训') gap quantity" }))
    end, 500)
  end)
end)

describe("jilu.re", function()
  it("is LPeg's re, over characters", function()
    assert.same({ "甲乙丙" }, texts("甲乙丙", ". . ."))
    assert.same({ "培训班" }, texts("办培训班", "'培训' .?"))
    assert.same({ "一二三" }, texts("第一二三天", "[一二三]+"))
    assert.same({ "第", "天" }, texts("第一二三天", "[^一二三]"))
    assert.same({ "a9" }, texts("字a9字", "[a-z] [0-9]"))
    assert.same({ "12", "3" }, texts("12年3月", "%d+"))
    assert.same({ "丁戊" }, texts("甲丁戊", "[丁-戊]+", nil))
    assert.same({ "x" }, texts("甲x", "%x", { x = lpeg.P "x" }))
    assert.same({ "((a))" }, texts("((a))", "S <- '(' S ')' / 'a'"))
  end)

  it("captures as in re", function()
    local function captured(text, source)
      local found = records(text, { match = jilu.re(source) })[1]
      local own = {}
      for key, value in pairs(found) do
        if not (" type doc start end text norm line "):find(" " .. key .. " ", 1, true) then
          own[key] = value
        end
      end
      return own
    end
    assert.same({ c1 = "甲" }, captured("甲", "{.}"))
    assert.same({ c1 = "甲乙", c2 = "乙" }, captured("甲乙", "{ . { . } }"))
    assert.same({ c1 = 4 }, captured("甲乙", ". {} ."))
    assert.same({ a = "5人", c1 = "乙" }, captured("5人乙", "{:a: quantity :} {'乙'}"))
    assert.same({ c1 = "5人" }, captured("5人", "quantity"))
    assert.same({ a = "乙", b = "丙", c1 = "甲" }, captured("甲乙丙", "{.} gap {:a: '乙' :} {:b:.:}"))
    assert.same({ c1 = "甲-" }, captured("甲", "{.} -> '%1-'"))
  end)

  it("reads numerals, whatever they count", function()
    local function value(text)
      local found = records(text, { match = jilu.re "'第' {:n: number :}" })[1]
      return found and found.n
    end
    assert.equal(12, value "第十二届")
    assert.equal(4826, value "第4,826号")
    assert.equal("123456789012345678", value "第123456789012345678号")
    assert.is_nil(value "第几届")
    local found = records("共4826人", { match = jilu.re "{:n: number :} '人'" })
    assert.same({ 4826 }, { found[1].n })
    assert.equal(1, #found)
  end)

  it("means the first alternative, also of many words", function()
    for _, words in ipairs {
      { "ab", "abc" }, { "abc", "ab" }, { "a", "b", "ab" }, { "bc", "b", "c", "abcd", "abc" },
    } do
      local quoted, plain = {}, lpeg.P(false)
      for k, word in ipairs(words) do
        quoted[k] = "'" .. word .. "'"
        plain = plain + word
      end
      local expression = table.concat(quoted, " / ")
      for _, text in ipairs { "abcd", "abc", "ab", "cab", "bcd", "xbcx", "aab" } do
        local want = {}
        local found = lpeg.P { lpeg.C(plain) * lpeg.V(1) + 1 * lpeg.V(1) + true }
        for _, word in ipairs { found:match(text) } do want[#want + 1] = word end
        want[#want] = type(want[#want]) == "string" and want[#want] or nil
        assert.same(want, texts(text, expression), expression .. " on " .. text)
      end
    end
  end)

  it("is quick with thousands of words", function()
    local words = {}
    for a = 0x4E00, 0x4E00 + 59 do
      for b = 0x5E00, 0x5E00 + 49 do words[#words + 1] = "'" .. utf8.char(a, b) .. "'" end
    end
    local match = jilu.re(table.concat(words, "/"))
    linear(function(size)
      assert.same({}, records(("一天上午我们开会学习文件,"):rep(size), { match = match }))
    end, 2000)
  end)

  it("starts with a fact only where it must", function()
    assert.same({ "甲5人", "乙" }, texts("甲5人,乙", "('甲' quantity) / '乙'"))
    assert.same({ "5人", "乙" }, texts("甲5人,乙", "quantity / '乙'"))
    assert.same({ "乙" }, texts("乙5人", "(quantity)? '乙'"))
    assert.same({ "乙" }, texts("乙5人", "{:a: quantity :}? '乙'"))
    assert.same({ "乙" }, texts("乙5人", "!quantity '乙'"))
  end)

  it("says what is wrong", function()
    local function refused(source, message)
      local ok, raised = pcall(jilu.re, source)
      assert.is_false(ok)
      assert.match(message, raised, 1, true)
    end
    refused("organisation", "unknown name 'organisation'; known: any of, char, digit, gap, han, "
      .. "letter, number, space, "
      .. "word, change, check")
    refused("{:a: quantity gap 'x' :}", "'gap' stands between the parts of an expression")
    refused("quantity gap", "there is nothing beside a 'gap'")
    refused("quantity gap 'a' / 'b'", "put alternatives beside a 'gap' into parentheses")
    refused("S <- 'a' gap 'b'", "a grammar has no 'gap'")
    refused("('a'", "'(' is not closed")
    refused(5, "string expected, got number")
  end)
end)
