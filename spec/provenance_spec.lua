-- Every fact says which rule of which grammar made it.

local core = require "jilu.core"
local jilu = require "jilu"

-- Sentences of our own, and the rules of the facts in them, in their order.
local ROWS = {
  { "清理河道三期,受益240余户", "quantity.count", "quantity.count" },
  { "新修公路420公里", "quantity.measure" },
  { "投资3.6亿元", "quantity.money" },
  { "结余3元5角", "quantity.money" },
  { "覆盖率达百分之八十", "quantity.share" },
  { "产量是上年的3倍", "time.relative", "quantity.share" },
  { "到会代表三分之二", "quantity.fraction" },
  { "上万人参加", "quantity.rough" },
  { "每组3至5人", "quantity.range" },
  { "来了三五个人", "quantity.adjacent_digits" },
  { "罚款三百元以上五百元以下", "quantity.limits" },
  { "工期3个月", "quantity.duration", "time.duration" },
  { "集体收入翻一番", "change.multiplication" },
  { "覆盖率从61%提高到63%", "change.from_to", "quantity.share", "quantity.share" },
  { "2018年3月5日开工", "time.date" },
  { "2018-03-05开工", "time.numeric" },
  { "20世纪80年代建成", "time.century" },
  { "去年底完工", "time.relative" },
  { "上半年完工", "time.part_of_year" },
  { "正月初五开市", "time.lunar" },
  { "3月5日开工", "time.month" },
  { "12日开工", "time.day" },
  { "中秋节放假", "time.holiday" },
  { "周五开会", "time.weekday" },
  { "下午3点开会", "time.clock" },
  { "2018年12月至2019年2月施工", "time.interval" },
  { "每季度检查", "time.recurrence" },
  { "两年一度的检查", "time.recurrence" },
  { "三年前开工", "time.shifted" },
  { "三年来修路", "time.period" },
  { "近年来修路", "time.vague" },
  { "“十四五”时期修路", "time.plan", "quote.double_marks" },
  { "改革开放以来修路", "time.event" },
  { "建党100周年", "time.anniversary" },
  { "新桥通车以来", "time.since" },
  { "学习《河道管理条例》", "work.title_marks" },
  { "喊出「快」和『好』", "quote.corner_brackets", "quote.white_corner_brackets" },
  { "坚持三会一课", "numeral_phrase.known" },
  { "推行两学三比", "numeral_phrase.parallel" },
  { "建立四项机制", "numeral_phrase.numbered" },
  { "评为五星级", "numeral_phrase.rating" },
  { "东北三省", "numeral_phrase.region" },
  { "采用1+N模式", "numeral_phrase.sum" },
  { "云川县财政局", "organization.suffix" },
  { "明德学校", "organization.brand" },
  { "国务院", "organization.known" },
  { "书记张明德讲话", "person.title_before" },
  { "张明德同志", "person.title_behind" },
  { "钱书记到会", "person.surname" },
  { "记者 张明德", "person.byline" },
  { "云川县", "place.levels" },
  { "在湖南", "place.known" },
  { "在玉泉广场", "place.facility" },
  { "国发〔2022〕43号", "document_number.issued" },
  { "湘ICP备05012345号", "document_number.licence" },
  { "见http://example.com/a", "url.address" },
  { "写信到a@example.com", "contact.mail" },
  { "电话0731-85551234", "contact.telephone" },
  { "历时半天", "quantity.half", "time.duration" },
  { "实现三个“100%”", "numeral_phrase.numbered_mark", "quote.double_marks" },
  { "推行“四化”管理", "quote.double_marks", "numeral_phrase.quoted" },
  { "推行“651”工作法", "quote.double_marks", "numeral_phrase.formula" },
  { "来源:云川网", "organization.source" },
  { "来自明德学校、云顶汽车等企业", "organization.brand", "organization.list" },
  { "表彰张明德、李小川等10名", "person.list", "person.list", "quantity.count" },
  { "书记张明德到会。张明德强调", "person.title_before", "person.named_elsewhere" },
  { "望屏县召开会议。云川、望屏结对", "place.levels", "place.short_form" },
  { "赴云岭、望屏等地", "place.list", "place.list" },
  { "海棠大学土地与环境学院开展活动", "organization.judged", lexicon = true },
  { "赵明、孙丽、周小军分获一等奖", "person.judged", "person.judged", "person.judged", lexicon = true },
  { "四川什邡、绵竹受灾", "place.known", "place.judged", "place.judged", lexicon = true },
  { 'They said "yes".', "quote.straight_marks", english = true },
  { "织布三梭子", "quantity.user_unit" },
  { "厂庆日放假", "time.user_holiday" },
  { "海投开会", "organization.user_name" },
  { "阿牛来了", "person.user_name" },
  { "在鹿鸣谷", "place.user_name" },
}

local english = jilu.extractor { language = "en" }
local own = jilu.extractor {
  units = "梭子", holidays = { { "厂庆日", month = 5, day = 8 } },
  names = { organizations = "海投", persons = "阿牛", places = "鹿鸣谷" },
}

local known = {}
for _, rule in ipairs(core.rules()) do known[rule[1]] = rule[2] end

local lexicon = require("spec.support.lexicon").small()

describe("the rule of a fact", function()
  for _, row in ipairs(ROWS) do
    it(row[1], function()
      local rules = {}
      local reader = row.english and english or own
      local options = { date = "2019-10-15", lexicon = row.lexicon and lexicon }
      for _, fact in ipairs(reader:facts(row[1], options)) do
        rules[#rules + 1] = fact.rule
      end
      assert.same({ table.unpack(row, 2) }, rules)
    end)
  end

  it("is another for each: all of the list have a sentence here", function()
    local met = {}
    for _, row in ipairs(ROWS) do
      for k = 2, #row do met[row[k]] = true end
    end
    for name in pairs(known) do assert(met[name], name) end
  end)

  it("is one of the list, named after its kind, on every fact of the samples", function()
    local count = 0
    for path in io.popen("ls spec/corpus/*.txt"):lines() do
      local doc = assert(jilu.open(path))
      for _, fact in ipairs(jilu.facts(doc.source, { date = "2019-10-15" })) do
        assert(known[fact.rule], fact.text .. ": " .. tostring(fact.rule))
        assert.equal(fact.type, fact.rule:match "^(.-)%.")
        count = count + 1
      end
    end
    assert.is_true(count > 1000)
  end)
end)

describe("the parts of a fact", function()
  -- what stands at the bytes of each part that has some
  local function parts(text, kind)
    local list = {}
    for _, fact in ipairs(jilu.facts(text)) do
      if fact.type == kind then
        for _, part in ipairs { "of", "from", "to", "noun", "unit", "full" } do
          local first, last = fact[part .. "_first"], fact[part .. "_last"]
          if first then list[#list + 1] = part .. "=" .. text:sub(first, last) end
        end
      end
    end
    return table.concat(list, " ")
  end
  it("have bytes of their own", function()
    assert.equal("noun=培訓班 unit=期 unit=人", parts("舉辦培訓班三期,240餘人參訓", "quantity"))
    assert.equal("unit=元", (parts("結餘30,000.5万元以上", "quantity"):gsub("noun=%S+ ", "")))
    assert.equal("unit=百分之", parts("百分之三十", "quantity"))
    assert.equal("unit=%", parts("10%-15%", "quantity"))
    assert.equal("noun=慰問金", parts("慰問金￥30", "quantity"))
    assert.equal("of=覆蓋率 from=61% to=63%", parts("覆蓋率從61%提高到63%", "change"))
    assert.equal("full=望屏县水务局", parts("望屏县水务局开会。水务局检查", "organization"))
  end)
end)

describe("a noun", function()
  it("says where it is that of the quantity before", function()
    local facts = jilu.facts "营业收入12.3亿元,同比增长15.6%"
    assert.same({ "营业收入", "营业收入" }, { facts[1].noun, facts[2].noun })
    assert.same({ nil, "inherited" }, { facts[1].noun_basis, facts[2].noun_basis })
    assert.equal(facts[1].noun_first, facts[2].noun_first)
  end)
end)

describe("jilu.core.rules", function()
  it("names each rule once and says what it reads", function()
    local seen = {}
    for _, rule in ipairs(core.rules()) do
      assert.is_nil(seen[rule[1]], rule[1])
      seen[rule[1]] = true
      assert.is_truthy(rule[1]:find "^[%l_]+%.[%l_]+$")
      assert.is_true(#rule[2] > 0)
    end
  end)
end)
