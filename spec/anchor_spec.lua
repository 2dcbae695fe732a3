-- What the times of a document are relative to.

local jilu = require "jilu"
local anchor = require "jilu.facts.anchor"

local stages = {}
for _, name in ipairs { "zones", "metadata", "facts" } do
  local stage = require("jilu.pipeline.stage").load(name)
  stages[#stages + 1] = stage.run
end

-- text, value, anchor, basis of every time in the paragraphs
local function times(text, options)
  local doc = jilu.document(text, options)
  for _, run in ipairs(stages) do run(doc) end
  local out = {}
  for _, t in ipairs(doc:layer "time") do
    if doc:line_of(t.first).role == "paragraph" then
      local parts = { t.text, t.value or "?", t.anchor or "-", t.anchor_basis or "-" }
      out[#out + 1] = table.concat(parts, " ")
    end
  end
  return out, doc
end

local PARAGRAPH = "为深入推进作风建设,%s全县共组织培训120人次,走访群众300余户,取得了明显成效,得到了群众好评。\n"

local function page(title, date, time)
  return title .. "\n\n发布时间:" .. date .. " 来源:本站\n\n" .. PARAGRAPH:format(time)
end

describe("the anchor", function()
  it("is the date of the page", function()
    assert.same({ "今年3月 2021-03 2021-06-30 published" },
      (times(page("全县作风建设扎实推进", "2021-06-30", "今年3月"))))
  end)
  it("is the year of writing where the text is older than the page", function()
    local text = page("全县作风建设扎实推进", "2021-06-30",
      "按照《县委办公室通知》(县发〔2009〕12号)要求,今年3月,")
    local found, doc = times(text)
    assert.equal("2009", doc.meta.written)
    assert.equal("今年3月 2009-03 2009 text", found[#found])
  end)
  it("leaves values open where nothing is known", function()
    assert.same({ "今年3月 ? - -" }, (times(PARAGRAPH:format "今年3月,")))
  end)
  it("is the option where the page has no date", function()
    assert.same({ "今年3月 2018-03 2018-05 option" },
      (times(PARAGRAPH:format "今年3月,", { date = "2018-05" })))
  end)
  it("is the year reported on for what names no year", function()
    local found = times(page("全县2020年作风建设工作总结", "2021-01-08", "上半年、去年底,比上年增加,今年初"))
    assert.same({ "上半年 2020-H1 2020 text", "去年底 2020 2021-01-08 published",
      "上年 2019 2020 text", "今年初 2021 2021-01-08 published" }, found)
  end)
  it("reads titles that look ahead as such", function()
    local doc = { meta = { published = "2021-01-08", title_line = { text = "2020年工作要点" } },
      layer = function() return {} end }
    assert.same({ "2021-01-08", "published" }, { anchor.of(doc) })
    doc.meta.title_line.text = "二〇二〇年工作总结"
    assert.same({ "2021-01-08", "published", 2020 }, { anchor.of(doc) })
    doc.meta.title_line.text = "2012年工作总结"
    assert.same({ "2021-01-08", "published" }, { anchor.of(doc) })
  end)
  local function section(first, level, heading)
    return { first = first, level = level, heading = heading }
  end
  local function years(list, date, year)
    local function layer(_, type) return type == "section" and list or {} end
    return anchor.years({ layer = layer }, date, year)
  end
  it("is the year of the plan that ends a report", function()
    local list = { section(10, 1, "2022年工作情况"), section(50, 1, "2023年工作计划"),
      section(60, 2, "抓好培训"), section(90, 1, "几点建议") }
    assert.same({ 1, 2022, 10, 2022, 50, -1, 90, 2022 }, years(list, "2023-01-05", 2022))
    assert.same({ 1, -1, 50, 2023, 90, -1 }, years(list, "2022-12-20", nil))
    assert.same({ 1, 2022, 10, 2022, 50, 2023, 90, 2022 }, years(list, nil, 2022))
  end)
  it("stays where a heading names a year of another time", function()
    local list = { section(10, 1, "2015年规划的执行"), section(50, 1, "2035年远景规划") }
    assert.same({ 1, -1 }, years(list, "2023-01-05", nil))
  end)
  it("is the year that the title of a plan without a date names", function()
    local text = "全镇2024年度环境整治方案\n\n" .. PARAGRAPH:format "6月底前,"
    assert.same({ "6月底前 2024-06 2024 text" }, (times(text)))
  end)
  it("counts the years of the Republic in titles of Traditional pages", function()
    local text = "縣政府社會處112年度關懷服務成果\n\n本處於5月13日辦理慶祝活動，計有350位長者參與，發放敬老津貼。\n"
    assert.same({ "5月13日 2023-05-13 2023 text" }, (times(text)))
    assert.same({ "5月13日 ? - -" }, (times((text:gsub("112年度", "112項")))))
  end)
  it("is the day of the meeting in minutes", function()
    local text = "第3次办公会议纪要\n时间:2021年11月4日上午9:00\n地点:三楼会议室\n主持人:赵国栋\n"
      .. "会议指出,截至10月底,12座水库已完工9座,完成投资4650万元。\n"
    assert.same({ "10月底 2021-10 2021-11-04 text" }, (times(text)))
  end)
  it("is the year reported on where there is no date at all", function()
    local text = "全镇2024年度工作总结\n\n" .. PARAGRAPH:format "明年一季度,比去年、今年初多,"
    assert.same({ "明年一季度 2025-Q1 2024 text", "去年 2023 2024 text", "今年初 2024 2024 text" },
      (times(text)))
  end)
end)
