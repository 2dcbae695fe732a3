-- The stage `ledger` alone: the facts it rests on are marked in the text.
--   {t 2018|2018年}  a time and its value     {r R/P1M|每月}  a recurrence
--   {b 2018-06|6月底前}  a deadline
--   {d P3M|3个月}    a duration, a quantity   {q|3期}         a quantity
--   {e|6场}          a quantity of events     {n|45个}        a quantity of things
--   {o|市教育局}     an organisation          {o 全称|简称}   and its full name

local jilu = require "jilu"
local linear = require "spec.support.linear"
local ledger = require "jilu.ledger.stage"

local KINDS = {
  t = function(value) return "time", { value = value ~= "" and value or nil, kind = "date" } end,
  b = function(value) return "time", { value = value, kind = "date", mod = "before" } end,
  r = function(value) return "time", { value = value, kind = "recurrence" } end,
  d = function(value) return "time", { value = value, kind = "duration" }, true end,
  o = function(full) return "organization", { full = full ~= "" and full or nil } end,
  q = function() return "quantity", { value = 3, unit = "期", approx = "exact", noun = "" } end,
  e = function() return "quantity", { value = 3, unit = "场", approx = "exact", noun = "" } end,
  n = function() return "quantity", { value = 3, unit = "个", approx = "exact", noun = "" } end,
}

local function document(marked)
  local facts, parts, at = {}, {}, 0
  local function keep(s)
    parts[#parts + 1] = s
    at = at + #s
  end
  local from = 1
  for i, kind, value, text, j in marked:gmatch "(){(%a) ?([^|}]*)|([^}]*)}()" do
    keep(marked:sub(from, i - 1))
    local name, fact, counts = KINDS[kind](value)
    fact.first, fact.last, fact.text = at + 1, at + #text, text
    facts[#facts + 1] = { name, fact }
    if counts then
      local _, quantity = KINDS.q()
      quantity.first, quantity.last, quantity.text = fact.first, fact.last, text
      facts[#facts + 1] = { "quantity", quantity }
    end
    keep(text)
    from = j
  end
  keep(marked:sub(from))
  local doc = jilu.document(table.concat(parts), { id = "spec" })
  for _, entry in ipairs(facts) do doc:annotate(entry[1], entry[2]) end
  return doc
end

local function show(doc, row)
  local effect = {}
  for k, quantity in ipairs(row.effect) do effect[k] = quantity.text end
  return ("%s|%s|%s|%s|%s"):format(row.unit or "-", row.time or "-", row.mode, doc:text(row),
    table.concat(effect, "+"))
end

local function rows(marked)
  local doc = document(marked)
  ledger.run(doc)
  local list = {}
  for k, row in ipairs(doc:layer "ledger") do list[k] = show(doc, row) end
  return list
end

describe("ledger", function()
  it("makes a row of a deed with a quantity", function()
    assert.same({ "市教育局|2018|done|2018年,市教育局举办培训班3期|3期" },
      rows "{t 2018|2018年},{o|市教育局}举办培训班{q|3期}。")
  end)

  it("keeps those who took part and the results with the deed", function()
    assert.same({ "市教育局|-|done|市教育局举办竞赛3场,40家单位、3名教师参赛,参与率达90%|3场+40家+3名+90%" },
      rows "{o|市教育局}举办竞赛{q|3场},{q|40家}单位、{q|3名}教师参赛,参与率达{q|90%}。")
  end)

  it("gives each deed with a quantity of its own a row", function()
    assert.same({
      "县住建局|-|done|县住建局改造房屋3间|3间", "县住建局|-|done|发放补助金5万元|5万元",
    }, rows "{o|县住建局}改造房屋{q|3间},发放补助金{q|5万元}。")
  end)

  it("lets a time at the head of a sentence govern it across ;", function()
    assert.same({
      "县民政局|2019|done|2019年,县民政局救助群众3人|3人", "县民政局|2019|done|发放物资5件|5件",
      "县民政局|-|done|慰问老人7人|7人",
    }, rows "经过研究。{t 2019|2019年},{o|县民政局}救助群众{q|3人};发放物资{q|5件}。慰问老人{q|7人}。")
  end)

  it("lets a time at the head of a paragraph govern the paragraph", function()
    assert.same({
      "县民政局|2019|done|2019年,县民政局救助群众3人|3人", "县民政局|2019|done|慰问老人7人|7人",
    }, rows "{t 2019|2019年},{o|县民政局}救助群众{q|3人}。慰问老人{q|7人}。")
  end)

  it("lets a day govern no more than its segment", function()
    assert.same({
      "县民政局|2019-07-01|done|7月1日,县民政局慰问老人3人|3人", "县民政局|-|done|发放物资5件|5件",
    }, rows "{t 2019-07-01|7月1日},{o|县民政局}慰问老人{q|3人};发放物资{q|5件}。")
  end)

  it("does not take the time of an attribute for that of the deed", function()
    assert.same({ "县民政局|-|done|县民政局考核2018年度项目5个|5个" },
      rows "{o|县民政局}考核{t 2018|2018年度}项目{q|5个}。")
  end)

  it("knows what recurs", function()
    assert.same({ "各级党组织|R/P1M|recurring|各级党组织每月召开会议一次|一次" },
      rows "各级党组织{r R/P1M|每月}召开会议{q|一次}。")
  end)

  it("calls a requirement with a period, and what is done as a rule, recurring", function()
    assert.same({ "各支部|R/P1M|recurring|各支部每月至少要开会一次|一次" },
      rows "各支部{r R/P1M|每月}至少要开会{q|一次}。")
    assert.same({ "县工委|2020-07-01|recurring|七一期间,县工委常态化开展走访慰问活动|" },
      rows "{t 2020-07-01|七一期间},{o|县工委}常态化开展走访慰问活动。")
  end)

  it("begins with what the deed was done to, and goes on where time was set apart", function()
    assert.same({ "县工委|-|done|对检查发现的问题,下发整改通知3份|3份" },
      rows "{o|县工委}开展检查。对检查发现的问题,下发整改通知{n|3份}。")
    assert.same({ "各支部|R/P1M|recurring|各支部每月集中一天时间,组织党员学习|一天" },
      rows "各支部{r R/P1M|每月}集中{q|一天}时间,组织党员学习。")
  end)

  it("takes a duration for the time where there is no other", function()
    assert.same({ "县民政局|P3M|done|县民政局开展为期3个月的整治|3个月" },
      rows "{o|县民政局}开展为期{d P3M|3个月}的整治。")
  end)

  it("knows what is still to come", function()
    local list = rows "{t 2024|2024年},{o|县水利局}计划修建水库{q|3座}。"
    assert.same({ "县水利局|2024|planned|2024年,县水利局计划修建水库3座|3座" }, list)
  end)

  it("takes what stands under a heading that plans for still to come", function()
    local doc = document "二、今年安排\n(一)水利\n修建水库{n|3座}。\n三、去年计划完成情况\n修建水库{n|7座}。"
    local function heading(text, level)
      local first, last = doc.source:find(text, 1, true)
      doc:annotate("section", { first = first, last = last, level = level, heading = text,
        kind = "heading" })
      doc:line_of(first).role = "heading"
    end
    heading("二、今年安排", 1)
    heading("(一)水利", 2)
    heading("三、去年计划完成情况", 1)
    ledger.run(doc)
    local list = doc:layer "ledger"
    assert.same({ "planned", "(一)水利", "done", "三、去年计划完成情况" },
      { list[1].mode, list[1].section, list[2].mode, list[2].section })
  end)

  it("reports an event without a number where it has a time", function()
    assert.same({ "县文化馆|2020-05-04|done|5月4日,县文化馆举办了“青春”晚会|" },
      rows "{t 2020-05-04|5月4日},{o|县文化馆}举办了“青春”晚会,受到好评。")
    assert.same({}, rows "{t 2020|2020年},{o|县文化馆}坚持以人民为中心,强化服务意识。")
  end)

  it("names the agent behind 被", function()
    assert.same({ "省教育厅|2020|done|2020年,实验中学被省教育厅评为先进单位|" },
      rows "{t 2020|2020年},{o|实验中学}被{o|省教育厅}评为先进单位。")
  end)

  it("names the doer behind 由 and 要求", function()
    assert.same({ "团委|-|done|由团委组织小分队3支|3支" }, rows "由团委组织小分队{q|3支}。")
  end)

  it("inherits the unit as it was named; 我们 is the document's, in full", function()
    assert.same({
      "县工委|-|done|县工委培训干部3名|3名", "县工委|-|done|慰问党员5名|5名",
      "各支部|-|done|各支部走访农户7户|7户", "望屏县工委|-|done|我们组织活动9场|9场",
    }, rows("{o 望屏县工委|县工委}培训干部{q|3名},慰问党员{q|5名}。各支部走访农户{q|7户}。"
      .. "我们组织活动{q|9场}。"))
  end)

  it("takes people with a number for a unit, a verb and its object not", function()
    assert.same({ "3名党员|-|done|3名党员结对帮扶农户5户|3名+5户", "县工委|-|done|帮助企业解决问题7个|7个" },
      rows "{o|县工委}开展活动。{q|3名}党员结对帮扶农户{q|5户}。帮助企业解决问题{q|7个}。")
  end)

  it("takes a clause with an unlisted verb for a deed, one with a measure for a result", function()
    assert.same({
      "县公安局|-|done|县公安局打掉团伙3个|3个", "县公安局|-|done|抓赌博人员5名,涉案资金9万元|5名+9万元",
    }, rows "{o|县公安局}打掉团伙{q|3个},抓赌博人员{q|5名},涉案资金{q|9万元}。")
  end)

  it("gives what an event brought together to the event", function()
    assert.same({ "县总工会|-|done|县总工会举办招聘会6场,提供岗位45个,达成意向9人|6场+45个+9人" },
      rows "{o|县总工会}举办招聘会{e|6场},提供岗位{n|45个},达成意向{n|9人}。")
  end)

  it("lets a quantity in a circumstance go with the deed behind it", function()
    assert.same({ "县工委|2019|done|2019年,针对10家单位存在的问题,县工委进行了现场督办|10家" },
      rows "{t 2019|2019年},针对{n|10家}单位存在的问题,{o|县工委}进行了现场督办。")
  end)

  it("loses no quantity where the deed is not known", function()
    assert.same({ "县工会|-|done|县工会办理案件3件|3件", "县工会|-|done|为职工鐖鐖工资9元|9元" },
      rows "{o|县工会}办理案件{n|3件},为职工鐖鐖工资{n|9元}。")
  end)

  it("gives a change of a measure a row of its own, whose subject is no doer", function()
    assert.same({
      "县住建局|-|done|县住建局设立窗口4个|4个", "县住建局|-|done|企业开办时间压缩到1天|1天",
    }, rows "{o|县住建局}设立窗口{n|4个},企业开办时间压缩到{n|1天}。")
  end)

  it("knows 该支部 for the one named before, and does not inherit from a passive", function()
    assert.same({
      "县局党支部|-|done|县局党支部慰问老人3名|3名", "县局党支部|-|done|该支部举办讲座5次|5次",
      "县局党支部|2020|done|2020年,县局党支部被评为先进|", "县局党支部|2020|done|走访农户7户|7户",
    }, rows("{o|县局党支部}慰问老人{n|3名}。该支部举办讲座{n|5次}。"
      .. "{t 2020|2020年},{o|县局党支部}被评为先进;走访农户{n|7户}。"))
  end)

  it("tells 将 before a deed from 将 before a noun", function()
    assert.same({ "县工委|-|planned|县工委将组织培训3期|3期" },
      rows "{o|县工委}将组织培训{e|3期}。")
    assert.same({ "县工委|-|done|县工委将137家企业纳入管理|137家" },
      rows "{o|县工委}将{n|137家}企业纳入管理。")
  end)

  it("keeps what follows an item apart from the item before", function()
    local doc = document "县工委加强管理。一是抓培训。各支部培训{n|3名}。二是抓走访。走访农户{n|7户}。"
    local function item(marker)
      local i = doc.source:find(marker, 1, true)
      return { first = i, last = #doc.source, marker = marker, head = "", lead = "" }
    end
    doc:annotate("enumeration", { first = 1, last = #doc.source, items = { item "一是", item "二是" } })
    doc:annotate("organization", { first = 1, last = #"县工委" })
    ledger.run(doc)
    local units = {}
    for k, row in ipairs(doc:layer "ledger") do units[k] = row.unit end
    assert.same({ "各支部", "县工委" }, units)
  end)

  it("points at what was done", function()
    local doc = document "{t 2018|2018年},{o|市教育局}向学校发放图书{n|1200册}。"
    local quantity = doc:layer "quantity"[1]
    quantity.noun_first, quantity.noun_last = doc.source:find("图书", 1, true)
    ledger.run(doc)
    local row = doc:layer "ledger"[1]
    assert.equal("发放图书1200册", row.content)
    assert.equal("发放图书1200册", doc.source:sub(row.content_first, row.content_last))
    assert.equal("stated", row.unit_basis)
    assert.equal("stated", row.time_basis)
  end)

  it("leaves out who acts, when and under which circumstances", function()
    for text, expected in pairs {
      ["{t 2018|2018年},{o|县环保局}按照规定查处企业{q|7家}。"] = "查处企业7家",
      ["{o|县文化馆}对旧藏品{q|300件}进行修复。"] = "对旧藏品300件进行修复",
      ["{t 2018|2018年}{o|县图书馆}举办展览{q|3场}。"] = "举办展览3场",
      ["{o|县水务局}将沟渠{q|12条}清淤。"] = "将沟渠12条清淤",
    } do
      local doc = document(text)
      ledger.run(doc)
      assert.equal(expected, doc:layer "ledger"[1].content)
    end
  end)

  it("keeps what is to be done by a deadline", function()
    assert.same({ "县民政局|2018-06|done|县民政局6月底前完成清查|" },
      rows "{o|县民政局}{b 2018-06|6月底前}完成清查。")
    assert.same({
      "县民政局|2018-03|done|县民政局3月底前完成自查|",
      "县民政局|2018-04|done|4月底前对企业进行抽查,整改45个|45个",
    }, rows "{o|县民政局}{b 2018-03|3月底前}完成自查,{b 2018-04|4月底前}对企业进行抽查,整改{n|45个}。")
    assert.same({ "县民政局|2018-09|done|9月底前,由县民政局牵头,完成站点建设|" },
      rows "{b 2018-09|9月底前},由{o|县民政局}牵头,完成站点建设。")
  end)

  it("takes for planned what minutes set a later day for", function()
    local text = "办公会议纪要\n时间:2021年11月4日上午9:00\n地点:三楼会议室\n"
      .. "会议听取了工程进展情况的汇报,安排资金380万元,12月20日前完成招标。\n"
    local modes = {}
    for record in jilu.load "ledger":records(jilu.document(text)) do
      if record.type == "ledger" then
        modes[#modes + 1] = (record.time or "-") .. " " .. record.mode
      end
    end
    assert.same({ "- done", "2021-12-20 planned" }, modes)
  end)

  it("reads a time behind a preposition and a space", function()
    assert.same({ "-|2025|done|到 2025年,新增学位3个|3个" }, rows "到 {t 2025|2025年},新增学位{n|3个}。")
  end)

  it("takes a verb in the name of a body for a part of the name", function()
    local doc = document "{o|县妇联}结合{n|23个}社区发展协会,设置据点{n|41个}。"
    ledger.run(doc)
    assert.equal("结合23个社区发展协会", doc:layer "ledger"[1].content)
  end)

  it("reads how offices speak of themselves, and whose the title is", function()
    local doc = document "{o|县民政局}工作总结\n\n本局开办培训班{n|45个}。"
    doc.lines[1].role = "title"
    ledger.run(doc)
    assert.equal("本局", doc:layer "ledger"[1].unit)
    assert.equal("县民政局", doc:layer "ledger"[1].unit_full)
  end)

  it("does not cut quotations, titles and grouped digits", function()
    assert.same({ "县工委|-|done|县工委发放《问,答;集》4,826册|4,826册" },
      rows "{o|县工委}发放《问,答;集》{q|4,826册}。")
  end)

  -- Each of these took half a minute where one of its parts was looked at again
  -- for every row; linear, it takes a tenth of a second.
  for name, unit in pairs {
    ["one sentence of many deeds"] = "发放物资3件,",
    ["many titles and no sentence end"] = "发放物资3件;“好”慰问《书》老人5名;",
    ["sentences without a comma"] = "一是发放物资3件。二是",
  } do
    it("is linear in " .. name, function()
      linear(function(size)
        local doc = jilu.document(unit:rep(size))
        for i in doc.source:gmatch "()%d" do
          doc:annotate("quantity", { first = i, last = i, value = 3, unit = "件", text = "3" })
        end
        ledger.run(doc)
      end, 2000)
    end)
  end
end)
