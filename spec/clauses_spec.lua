local core = require "jilu.core"
local gazetteer = require "jilu.text.gazetteer"

local texts = {
  attributive = { "的" }, same = { "该" }, any = { "每", "本" }, own = { "本公司" }, by = { "以" },
  unit = { "为单位" }, reaching = { "到" }, measure = { "率" }, amounts = { "达" }, ending = { "中" },
  object = { "问题" }, held = { "召开" }, initial = { "查" },
}

local words = gazetteer.new({
  verb = "举办 开展 新建 参加 查处 管理 组织 召开 选发", noun = "组织部 活动", adverb = "已 积极 新",
  prep = "在 对 为", object_prep = "对", adverbial = "为", when = "在", passive = "被", doer = "由",
  de = "的", copula = "是", alone = "个人", back = "其中", result = "覆盖 参加", outcome = "节约",
  joining = "参加", bringing = "组织", publicity = "选发", body = "支部 局 学校", person = "党员 群众",
  office = "局", self = "公司", ours = "我们", event = "举办",
}, { tails = "的率" })

-- What a grammar is made of, with changes.
local function made_with(changes)
  local made = {
    marks = core.marks {
      sentence = "。!?", segment = ";", colon = ":", comma = ",", brackets = "“”《》()",
    },
    words = words.words, sets = words.sets, texts = texts, one = "一", articles = { ["个"] = true },
    told = { "event", "passive" },
  }
  for key, value in pairs(changes or {}) do made[key] = value end
  return made
end

local clauses = core.clauses(made_with())

local KINDS = { q = "quantity", t = "time", o = "organization", c = "change" }

-- Takes facts out of "q{3场}": the text, and the facts by kind. "o{县}*" is a place.
local function facts_of(text)
  local facts = { quantity = {}, time = {}, organization = {}, change = {} }
  local plain, at = "", 1
  for before, kind, said, place, after in text:gmatch "(.-)([qtoc])(%b{})(%*?)()" do
    plain, at = plain .. before, after
    local list, inner = facts[KINDS[kind]], said:sub(2, -2)
    list[#list + 1] = {
      type = place == "*" and "place" or KINDS[kind], folded_first = #plain + 1,
      folded_last = #plain + #inner, value = inner:match "^一" and 1 or nil, unit = "个",
      from = kind == "c" and 1 or nil, to = kind == "c" and 2 or nil,
    }
    plain = plain .. inner
  end
  return plain .. text:sub(at), facts
end

local function read(text, markers, first, last)
  local plain, facts = facts_of(text)
  local paragraph = { first = first or 1, last = last or #plain, markers = markers,
    spaced = plain:find " " ~= nil }
  for letter, kind in pairs(KINDS) do
    if facts[kind][1] then paragraph[letter .. 1], paragraph[letter .. 2] = 1, #facts[kind] end
  end
  local parse, sentences, quantities = clauses:read(plain, paragraph, facts)
  return parse, sentences, plain, quantities, facts
end

-- [clause]mark [clause]mark | sentence behind sentence; + where a colon is among the marks
local function cut(text, markers)
  local parse, sentences, plain = read(text, markers)
  local out = {}
  for s, sentence in ipairs(sentences) do
    local one = {}
    for k, clause in ipairs(parse:clauses(s)) do
      one[k] = ("[%s]%s%s"):format(plain:sub(clause.i, clause.j), clause.stop,
        clause.colon and "+" or "")
    end
    out[s] = table.concat(one) .. (sentence.item and "*" or "")
  end
  return table.concat(out, " ")
end

-- "kind doer(kind)/rest verb" of the clauses of a text.
local function say(text)
  local parse, sentences, plain, _, facts = read(text)
  local out = {}
  local function named(doer, mark)
    if not doer then return "" end
    local fact = doer.fact and (doer.fact == facts.organization[1] and "!" or "!!") or ""
    return (" %s%s(%s%s)"):format(mark, plain:sub(doer.i, doer.j), doer.kind, fact)
  end
  for s in ipairs(sentences) do
    for _, clause in ipairs(parse:clauses(s)) do
      local i, j = 1, 0
      if clause.verb then i, j = parse:word(clause.verb) end
      out[#out + 1] = ("%s%s%s /%s %s%s"):format(clause.kind, named(clause.doer, ""),
        named(clause.agent, "by "), plain:sub((parse:head(clause.number)), clause.j),
        plain:sub(i, j),
        clause.change and " change" or clause.outcome and " outcome" or "")
    end
  end
  return table.concat(out, "; ")
end

describe("core.clauses", function()
  it("cuts sentences into clauses and says which mark ends each", function()
    assert.equal("[一],[二];[三]; [四];", cut "一,二;三。四")
    assert.equal("[一],+[二]; [三];", cut "一:二!三?")
  end)

  it("leaves spaces at the ends of clauses out, and empty clauses", function()
    assert.equal("[一],[二 三];", cut " 一 ,, 二 三 。")
    assert.equal("", cut " ")
    assert.equal("", cut "")
  end)

  it("keeps the strongest of several marks", function()
    assert.equal("[一];[二];+", cut "一,;二:。")
  end)

  it("cuts nothing between brackets that close", function()
    assert.equal("[“一,二。”三],[四];", cut "“一,二。”三,四")
    assert.equal("[“一],[《二,》三];", cut "“一,《二,》三")
    local parse = read "a(b)《c》"
    assert.equal(2, parse:bracket(1))
    assert.equal(5, parse:bracket(3))
    assert.is_nil(parse:bracket(6))
  end)

  it("cuts no groups of digits and no times of day", function()
    assert.equal("[4,826册],[10:30];", cut "4,826册,10:30")
    assert.equal("[12345],[678];", cut "12345,678")
    assert.equal("[4],[8261],+[3];", cut "4,8261:3")
  end)

  it("begins a sentence behind a range that parts", function()
    assert.equal("[甲]; [抓“,”];*", cut("甲一是抓“,”", { 4, 9 }))
    assert.equal("[甲];* [乙“,”丙];*", cut("一是甲二是乙“,”丙", { 1, 6, 10, 15 }))
  end)

  it("keeps between two bytes", function()
    local parse = read("a,b,c", nil, 3, 3)
    local list = parse:clauses(1)
    assert.same({ 3, 3 }, { list[1].i, list[1].j })
    assert.is_nil(list[2])
    assert.has_error(function() read("abc", nil, 0, 2) end)
    assert.has_error(function() read("abc", nil, 1, 4) end)
  end)

  it("cuts any number of clauses", function()
    local parse, sentences = read(("(a),b。"):rep(1000))
    assert.equal(1000, #sentences)
    local list = parse:clauses(1000)
    assert.same({ 7993, 7995, 7997, 7997 }, { list[1].i, list[1].j, list[2].i, list[2].j })
  end)

  it("hands facts to sentences and clauses, without quantities between brackets", function()
    local parse, sentences, _, quantities =
      read "t{今年}办q{3场},(q{2次})q{5期}。办q{4个},o{局}办"
    local one, two = sentences[1], sentences[2]
    assert.same({ 1, 2, 1, 1 }, { one.q1, one.q2, one.t1, one.t2 })
    assert.same({ 3, 3, true }, { two.q1, two.q2, two.named })
    assert.equal(3, #quantities)
    local list = parse:clauses(1)
    assert.same({ 1, 1, 2, 2 }, { list[1].q1, list[1].q2, list[2].q1, list[2].q2 })
    assert.is_nil(list[2].t1)
    list = parse:clauses(2)
    assert.same({ false, true }, { list[1].behind or false, list[2].behind or false })
  end)
end)

describe("a clause", function()
  it("names its doer", function()
    assert.equal("deed 支部(body) /举办活动 举办", say "支部举办活动")
    assert.equal("deed 局(body) /举办 举办", say "局举办")
    assert.equal("deed 县教体(body!) /举办 举办", say "o{县教体}举办")
    assert.equal("deed 我们(ours) /举办 举办", say "我们举办")
    assert.equal("deed 该支部(same) /举办 举办", say "该支部举办")
    assert.equal("deed 支部(body) /举办 举办", say "由支部举办")
    assert.equal("deed 公司(body) /产品举办 举办", say "公司产品举办")
    assert.equal("deed 8个支部(body) /举办 举办", say "q{8个}支部举办")
  end)

  it("passes times and adverbs before a doer and behind it", function()
    assert.equal("deed 支部(body) /举办 举办", say "t{今年}在t{三月}积极支部已举办")
    assert.equal("deed 支部(body) /举办 举办", say "t{今年} 支部举办")
    assert.equal("deed 支部(body) /举办 举办", say "新支部举办")
    assert.equal("deed /新某局举办 举办", say "新某局举办")
  end)

  it("has no doer in part of a noun, people with a number, nobody in particular", function()
    assert.equal("deed /组织部举办 举办", say "组织部举办")
    assert.equal("deed /每支部举办 举办", say "每支部举办")
    assert.equal("deed /支部的活动举办 举办", say "支部的活动举办")
    assert.equal("result /举办局党员 ", say "举办局党员")
    assert.equal("deed 管理局(body) /举办 举办", say "管理局举办")
    assert.equal("result /8名党员参加 参加", say "q{8名}党员参加")
    assert.equal("deed 县(body!) /举办 举办", say "o{县}*举办")
    assert.equal("deed /县某办举办 举办", say "o{县}*某办举办")
    assert.equal("deed 县局(body!) /某办举办 举办", say "o{县局}某办举办")
  end)

  it("names who did it behind a passive", function()
    assert.equal("deed by 支部(body) /被支部组织 组织", say "被支部组织")
    assert.equal("deed /被党员组织 组织", say "被党员组织")
    assert.equal("deed /被学校选发 选发", say "被学校选发")
  end)

  it("is a deed, a result or a circumstance", function()
    assert.equal("circumstance /在活动中 ", say "在活动中")
    assert.equal("circumstance /对问题 ; deed /举办 举办", say "对问题,举办")
    assert.equal("circumstance /为举办 举办; deed /举办 举办", say "为举办,举办")
    assert.equal("result /其中8户 ", say "其中q{8户}")
    assert.equal("result /覆盖8户 ", say "覆盖q{8户}")
    assert.equal("result /节约8元  outcome", say "节约q{8元}")
    assert.equal("result /率达90% ", say "率达q{90%}")
    assert.equal("result /查处率90% ", say "查处率q{90%}")
    assert.equal("deed /查扣车辆6辆 ", say "查扣车辆q{6辆}")
    assert.equal("deed /收入3到4  change", say "收入c{3到4}")
    assert.equal("result /组织6家参加 组织", say "组织q{6家}参加")
    assert.equal("deed /组织6家 组织", say "组织q{6家}")
  end)

  it("counts articles only where several stand side by side", function()
    local function counted(text)
      local parse = read(text)
      return parse:clauses(1)[1].quantities or 0
    end
    assert.equal(0, counted "办q{一个}")
    assert.equal(1, counted "办q{一个}、q{三场}")
    assert.equal(3, counted "办q{一个}q{一个}q{一个}")
    assert.equal(1, counted "办q{3个}")
  end)

  it("tells when a time says when, and whether it leads", function()
    local function when(text)
      local parse = read(text)
      parse:clauses(1)
      return parse:says_when(1, 1), parse:leads(1, text:find "t{")
    end
    assert.same({ true, true }, { when "t{今年}举办" })
    assert.same({ true, true }, { when "在t{今年}举办" })
    assert.same({ false, true }, { when "对t{今年}举办" })
    assert.same({ false, false }, { when "举办t{今年}" })
    assert.same({ false, true }, { when "t{今年}的举办" })
    assert.same({ true, false }, { when "某某t{今年}举办" })
    assert.same({ true, false }, { when "在 t{今年} 举办" })
  end)

  it("answers for its words", function()
    local parse = read "支部举办,党员被管理的"
    local list = parse:clauses(1)
    assert.same({ true, false }, { list[1].event, list[1].passive or false })
    assert.same({ false, true }, { list[2].event or false, list[2].passive })
    local first, last = parse:words(1)
    assert.same({ 1, 2 }, { first, last })
    local i, j, is = parse:word(2)
    assert.same({ 7, 12, { verb = true, event = true } }, { i, j, is })
    assert.equal(2, parse:find(1, "verb"))
    assert.is_nil(parse:find(1, "verb", 3))
    assert.is_nil(parse:find(1, "tailed"))
    assert.equal(5, parse:find(2, "tailed"))
    assert.equal(2, parse:verb(1, 4))
    assert.is_nil(parse:verb(1, 8))
    assert.is_nil(parse:verb(2, 1))
    local head, leader = parse:head(2)
    assert.same({ 14, { passive = true } }, { head, leader })
  end)

  it("says what is wrong with a question", function()
    local parse = read "支部举办"
    assert.error_matches(function() parse:clauses(2) end, "no such sentence")
    parse:clauses(1)
    assert.error_matches(function() parse:word(9) end, "no such word")
    assert.error_matches(function() parse:find(1, "nobody") end, "unknown class")
    assert.error_matches(function() parse:verb(2, 1) end, "no such clause")
    assert.error_matches(function() parse:says_when(1, 1) end, "no such time")
    -- of a sentence that was not read nothing is known yet
    parse = read "支部举办"
    assert.same({ 1 }, { parse:head(1) })
    assert.is_nil(parse:find(1, "verb"))
    assert.error_matches(function() parse:word(1) end, "no such word")
    parse:close()
    parse:close()
    assert.error_matches(function() parse:clauses(1) end, "closed")
  end)
end)

describe("a grammar of clauses", function()
  it("says what is wrong with what it is made of", function()
    local function fails(message, changes)
      assert.error_matches(function() core.clauses(made_with(changes)) end, message)
    end
    assert.error_matches(function() core.clauses { words = words.words } end, "field 'sets'")
    fails("field 'marks'", { marks = 1 })
    fails("field 'told'", { told = 1 })
    fails("texts 'attributive'", { texts = {} })
    fails("sets are tables", { sets = { 1 } })
    local many = {}
    for k = 1, 64 do many["class" .. k] = true end
    fails("more than JILU_CLAUSE_WORD_SETS", { sets = { many } })
  end)

  it("keeps its texts, whatever becomes of the lists", function()
    local changed = {}
    for name in pairs(texts) do changed[name] = {} end
    changed.ending = { ("中"):rep(30) }
    local own = core.clauses(made_with { texts = changed })
    changed.ending[1] = nil
    collectgarbage()
    local text = "在" .. ("中"):rep(30) .. ",举办活动"
    local parse = own:read(text, { first = 1, last = #text },
      { quantity = {}, time = {}, organization = {}, change = {} })
    assert.equal("circumstance", parse:clauses(1)[1].kind)
  end)

  it("says what is wrong with marks", function()
    assert.error_matches(function() core.marks { sentence = "。" } end, "field 'segment'")
    assert.error_matches(function()
      core.marks { sentence = "", segment = "", colon = "", comma = "", brackets = "(" }
    end, "pairs")
  end)

  it("says what is wrong with facts", function()
    local none = { quantity = {}, time = {}, organization = {}, change = {} }
    assert.error_matches(function() clauses:read("a", { first = 1, last = 1 }, {}) end,
      "lists of facts")
    assert.error_matches(function() clauses:read("a", { last = 1 }, none) end, "field 'first'")
    none.time = { { folded_first = 1, folded_last = 2 } }
    assert.error_matches(function()
      clauses:read("a", { first = 1, last = 1, t1 = 1, t2 = 1 }, none)
    end, "outside the text")
    for _, last in ipairs { 2, 2 ^ 60, 2 ^ 62 } do
      assert.error_matches(function()
        clauses:read("ab", { first = 1, last = 2, t1 = 1, t2 = last }, none)
      end, "outside their list")
    end
    assert.error_matches(function()
      clauses:read("ab", { first = 1, last = 2, t1 = 0, t2 = 1 }, none)
    end, "outside their list")
  end)
end)
