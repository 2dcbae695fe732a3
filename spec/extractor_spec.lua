-- Words of the user's own: units, nouns, suffixes, holidays and names.

local jilu = require "jilu"

local own = jilu.extractor {
  units = { "梭子", { "工分", "个工分", unit = "工分", ucum = "{point}" }, { "银圆", currency = "XAG" } },
  nouns = "海蛎吊养绳 養殖收割機",
  suffixes = { organizations = { "合作联社" }, places = "埠头", persons = "掌柜" },
  holidays = {
    { "厂庆日", "厂庆", month = 5, day = 8, rest = 3 },
    { "开渔节", month = 8, day = 1, lunar = true },
  },
  names = {
    organizations = { { "四海投资", short = "海投 四海" }, "七匹狼", "ITO", "河畔工友会", "明天会" },
    persons = { "阿牛", { "欧阳小明", short = { "小明哥" } } },
    places = { "鹿鸣谷", { "羊角湾村", short = "羊角湾" } },
  },
}

local function said(extractor, text, kind)
  local list = {}
  for _, f in ipairs(extractor:facts(text, { date = "2019-10-15" })) do
    if f.type == kind then
      local more = kind == "quantity" and { f.value, f.unit, f.ucum or f.currency or "", f.noun }
        or { f.value or f.full }
      list[#list + 1] = table.concat({ f.text, f.rule, table.unpack(more) }, " ")
    end
  end
  return table.concat(list, "; ")
end

local ROWS = {
  { "织布三梭子", "quantity", "三梭子 quantity.user_unit 3 梭子  织布" },
  { "近300梭子棉布", "quantity", "近300梭子 quantity.user_unit 300 梭子  棉布" },
  { "每人12个工分", "quantity", "12个工分 quantity.user_unit 12 工分 {point} " },
  { "罰款二百銀圓", "quantity", "二百銀圓 quantity.user_unit 200 银圆 XAG 罰款" },
  { "添置5根海蛎吊养绳", "quantity", "5根 quantity.count 5 根  海蛎吊养绳" },
  { "购买3台养殖收割机", "quantity", "3台 quantity.count 3 台  养殖收割机" },
  { "去年厂庆日放假", "time", "去年厂庆日 time.user_holiday 2018-05-08" },
  { "2020年厂庆期间值班", "time", "2020年厂庆期间 time.user_holiday 2020-05-08/2020-05-10" },
  { "开渔节出海", "time", "开渔节 time.user_holiday 2019-08-30" },
  { "四海投资捐款", "organization", "四海投资 organization.user_name" },
  { "與海投簽約", "organization", "海投 organization.user_name 四海投资" },
  { "老将四海出征", "organization", "四海 organization.user_name 四海投资" },
  { "参加“海投杯”比赛", "organization", "海投 organization.user_name 四海投资" },
  { "四海投资党支部开会", "organization", "四海投资党支部 organization.suffix" },
  { "云川县四海投资开会", "organization", "云川县四海投资 organization.suffix" },
  { "河畔工友会开会", "organization", "河畔工友会 organization.user_name" },
  { "七匹狼到场", "organization", "七匹狼 organization.user_name" },
  { "七匹狼到场", "quantity", "" },
  { "明天会开会", "organization", "明天会 organization.user_name" },
  { "明天会开会", "time", "" },
  { "明天开会", "time", "明天 time.relative 2019-10-16" },
  { "ITO到场", "organization", "ITO organization.user_name" },
  { "ITOX到场,UNITO到场", "organization", "" },
  { "云川合作联社开会", "organization", "云川合作联社 organization.brand" },
  { "阿牛说好", "person", "阿牛 person.user_name" },
  { "书记阿牛来了", "person", "阿牛 person.user_name" },
  { "小明哥来了", "person", "小明哥 person.user_name 欧阳小明" },
  { "欧阳小明同志来了", "person", "欧阳小明 person.user_name" },
  { "钱掌柜来了", "person", "钱掌柜 person.surname" },
  { "在鹿鸣谷种茶", "place", "鹿鸣谷 place.user_name" },
  { "鹿鸣谷管委会开会", "organization", "鹿鸣谷管委会 organization.suffix" },
  { "到羊角湾种茶", "place", "羊角湾 place.user_name 羊角湾村" },
  { "船到青石埠头", "place", "青石埠头 place.facility" },
}

describe("jilu.extractor", function()
  for _, row in ipairs(ROWS) do
    it("reads " .. row[1] .. " (" .. row[2] .. ")", function()
      assert.equal(row[3], said(own, row[1], row[2]))
    end)
  end

  it("leaves the words of the language alone", function()
    for path in io.popen("ls spec/corpus/*.txt"):lines() do
      local text = jilu.open(path).source
      assert.same(jilu.facts(text), own:facts(text))
    end
  end)

  it("leaves other extractors alone", function()
    assert.equal("", said(jilu.extractor {}, "与海投签约", "organization"))
    assert.equal(0, #jilu.facts "织布三梭子")
  end)

  it("leaves out what it is told to", function()
    local less = jilu.extractor { without = {
      units = "方", holidays = { "愚人节" }, names = { places = { "湖南" } }, suffixes = { "集团" },
    } }
    assert.equal("挖土5方", jilu.facts("挖土5方")[1].noun .. jilu.facts("挖土5方")[1].text)
    assert.same({}, less:facts "挖土5方")
    assert.same({}, less:facts "愚人节")
    assert.equal("湖南", jilu.facts("在湖南")[1].text)
    assert.same({}, less:facts "在湖南")
    assert.equal("organization", jilu.facts("明德集团")[1].type)
    assert.same({}, less:facts "明德集团")
  end)

  it("reads numbers and times as jilu does", function()
    assert.equal("4700", (own:number "四千七百余人"))
    assert.equal("2018-05-08", own:time("去年厂庆日", { date = "2019-10-15" }).value)
  end)

  it("says what it is", function()
    assert.is_truthy(tostring(own):find "^jilu.Extractor %(%d+ words%)$")
  end)
end)

describe("an extractor in use", function()
  local text = "来源:云川网\n2019-05-20\n今年厂庆日,海投向鹿鸣谷捐赠三梭子棉布。\n"

  it("reads a document with its date and its roles", function()
    local doc = jilu.document("今年厂庆日,海投捐赠三梭子棉布", { date = "2019-05-20" })
    local facts = own:facts(doc)
    assert.same({ "今年厂庆日", "海投", "三梭子" },
      { facts[1].text, facts[2].text, facts[3].text })
    assert.equal("2019-05-08", facts[1].value)
    assert.equal("棉布", facts[3].noun)
  end)

  it("is what a document reads its facts with", function()
    local doc = jilu.document(text, { extractor = own })
    assert.equal("三梭子", doc:facts("quantity")[1].text)
    assert.equal("四海投资", doc:facts("organization")[2].full)
  end)

  local function has(records, kind, span)
    for _, record in ipairs(records) do
      if record.type == kind and record.text == span then return record end
    end
  end

  it("is a stage of a pipeline", function()
    local pipeline = jilu.pipeline { "repair", "zones", "metadata", own,
      jilu.emit { "quantity", "time" } }
    local records = assert(pipeline:run(jilu.document(text)))
    assert.equal("梭子", has(records, "quantity", "三梭子").unit)
    assert.equal("2019-05-08", has(records, "time", "今年厂庆日").value)
  end)

  it("goes before the stages that need facts", function()
    local rule = jilu.rule {
      name = "gift", match = jilu.re "{:who: organization :} gap {:what: quantity :}",
      emit = function(m) return { who = m.who.full, what = m.what.value } end,
    }
    local pipeline = jilu.pipeline { "repair", "zones", "metadata", own, "phrases", rule }
    local gift = has(assert(pipeline:run(jilu.document(text))), "gift",
      "海投向鹿鸣谷捐赠三梭子")
    assert.same({ "四海投资", 3 }, { gift.who, gift.what })
  end)

  it("serves a ready-made pipeline", function()
    local ledger = jilu.load("ledger", { extractor = own })
    assert.is_table(has(assert(ledger:run(jilu.document(text))), "quantity", "三梭子"))
    assert.is_nil(has(assert(jilu.load("ledger"):run(jilu.document(text))), "quantity", "三梭子"))
  end)
end)

describe("what is wrong with a user's words", function()
  local function wrong(knowledge, message)
    it(message, function()
      assert.has_error(function() jilu.extractor(knowledge) end,
        "bad argument #1 to 'extractor' (" .. message .. ")")
    end)
  end
  wrong("梭子", "table expected, got string")
  wrong({ "梭子" }, "by kind expected, as in { units = { … } }")
  wrong({ unit = { "梭子" } },
    "unknown key 'unit'; known: holidays, language, names, nouns, suffixes, "
      .. "units, without")
  wrong({ units = { "梭子", { "匹", code = "1" } } },
    "units[2] '匹': unknown key 'code'; known: currency, ucum, unit")
  wrong({ units = { { ucum = "m" } } }, "units[1]: no name at [1]")
  wrong({ units = { 3 } }, "units[1]: table expected, got number")
  wrong({ units = { { "匹", ucum = 3 } } }, "units[1] '匹': ucum: string expected, got number")
  wrong({ units = { { "文", currency = "wen" } } },
    "units[1] '文': currency: three capitals of ISO 4217 expected, got 'wen'")
  wrong({ units = { { "文", currency = "CNY", ucum = "m" } } },
    "units[1] '文': currency or ucum, not both")
  wrong({ units = { "" } },
    "units[1] '': name [1]: a word without space around it expected, got ''")
  wrong({ nouns = { "a\255" } }, "nouns[1]: ill-formed UTF-8 at byte 2")
  wrong({ nouns = { word = "绳" } }, "nouns: a list expected, but it has the key 'word'")
  wrong({ nouns = 3 }, "nouns: list or string expected, got number")
  wrong({ suffixes = { organisations = "社" } },
    "suffixes: unknown key 'organisations'; known: organizations, persons, places")
  wrong({ holidays = { "厂庆日" } },
    "holidays[1] '厂庆日': month: integer from 1 to 12 expected, got nil")
  wrong({ holidays = { { "厂庆日", month = 2, day = 30 } } },
    "holidays[1] '厂庆日': day: integer from 1 to 29 expected, got 30")
  wrong({ holidays = { { "开渔节", month = 8, day = 31, lunar = true } } },
    "holidays[1] '开渔节': day: integer from 1 to 30 expected, got 31")
  wrong({ holidays = { { "厂庆日", date = "5-8" } } },
    "holidays[1] '厂庆日': unknown key 'date'; known: day, lunar, month, rest")
  wrong({ names = { "阿牛" } }, "names: by kind expected, as in { persons = { … } }")
  wrong({ names = { person = { "阿牛" } } },
    "names: unknown key 'person'; known: organizations, persons, places")
  wrong({ names = { persons = { { "阿牛", "牛哥" } } } },
    "names.persons[1] '阿牛': one name expected; short forms of it stand in 'short'")
  wrong({ names = { persons = { { "阿牛", full = "牛大" } } } },
    "names.persons[1] '阿牛': unknown key 'full'; known: short")
  wrong({ without = { units = "梭子" } }, "without.units: '梭子' is none of the language's")
  wrong({ without = { names = { persons = "阿牛" } } },
    "without.names: unknown key 'persons'; known: organizations, places")

  wrong({ language = "en", names = { persons = "Ann" } },
    "unknown key 'names'; known: language, nouns, units, without")

  local long = ("字"):rep(256)
  local shown = ("字"):rep(19) .. "…"
  wrong({ nouns = { long } }, "nouns[1]: a word of 256 characters; it may have 255")
  wrong({ units = { { ("字"):rep(40000), unit = "字" } } },
    "units[1] '" .. shown .. "': name [1]: a word of 40000 characters; it may have 255")
  wrong({ names = { places = long } },
    "names.places[1] '" .. shown .. "': name [1]: a word of 256 characters; it may have 255")
  it("a word of 255 characters → is read", function()
    local word = ("字"):rep(255)
    assert.equal(word, jilu.extractor { nouns = { word } }:facts("3个" .. word)[1].noun)
  end)

  it("is said at the line of the call", function()
    local _, message = pcall(function() jilu.extractor {} jilu.extractor(3) end)
    assert.is_truthy(message:find("extractor_spec.lua", 1, true))
  end)
  it("is no option of a document", function()
    assert.has_error(function() jilu.document("", { extractor = {} }) end,
      "bad argument #2 to 'document' (option 'extractor': jilu.Extractor expected, got table)")
    assert.has_error(function() jilu.load("ledger", { extractor = {} }) end,
      "bad argument #2 to 'load' (option 'extractor': jilu.Extractor expected, got table)")
    assert.has_error(function() jilu.load("outline", { extractor = own }) end,
      "bad argument #2 to 'load' (the pipeline reads no facts)")
  end)
end)
