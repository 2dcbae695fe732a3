-- Which short lines of a text are headings, how deep they stand, and what stands
-- above and below the text: READING.md's layouts, with invented words.
local jilu = require "jilu"

local P = "全县共组织志愿者300名，分成20个小组，走进田间地头开展服务，受到群众普遍欢迎和好评。活动持续了三个月。"

local function read(lines)
  local doc = jilu.document(table.concat(lines, "\n") .. "\n")
  local out = { roles = {}, sections = {}, enumerations = {} }
  for record in jilu.load("outline"):records(doc) do
    if record.type == "line" then out.roles[record.line] = record.role
    elseif record.type == "section" then out.sections[#out.sections + 1] = record
    elseif record.type == "enumeration" then out.enumerations[#out.enumerations + 1] = record
    elseif record.type == "document" then out.document = record end
  end
  return out
end

-- level, marker, words of each section
local function outline(lines)
  local list = {}
  for _, s in ipairs(read(lines).sections) do
    list[#list + 1] = ("%d %s %s"):format(s.level, s.marker or "-", s.heading)
  end
  return list
end

describe("headings without a number", function()
  it("emphasised lines are headings, with 。 or not; the line is the span", function()
    local text = { "**织密水网。**", P, "**筑牢堤防**", P }
    assert.same({ "1 - 织密水网", "1 - 筑牢堤防" }, outline(text))
    assert.equal("**织密水网。**", read(text).sections[1].text)
  end)

  it("two emphasised sentences of a line are two headings, items of 一是 the deeper", function()
    assert.same({ "1 - 做实培训", "2 一是 办好讲堂", "2 二是 开好课程" },
      outline { "**做实培训。** **一是办好讲堂。**", P, "**二是开好课程。**", P })
  end)

  it("## says its own level, above numbers", function()
    assert.same({ "1 - 水利", "2 - 堤防", "1 - 道路" },
      outline { "# 全年工作", P, "## 水利", P, "### 堤防", P, "## 道路", P })
  end)

  it("three short sentences built alike above paragraphs are headings, one is none", function()
    assert.same({ "1 - “听”民意，解难题", "1 - “访”民情，办实事", "1 - “聚”民心，谋发展" },
      outline { P, "“听”民意，解难题。", P, P, "“访”民情，办实事。", P, "“聚”民心，谋发展。", P })
    assert.same({}, outline { P, "“听”民意，解难题。", P, P })
  end)

  it("names and posts above paragraphs are two levels", function()
    assert.same({ "1 - 高小雨", "2 - 东河志愿服务队队长", "1 - 方静", "2 - 西桥食品厂厂长",
      "1 - 程大勇", "2 - 北山果蔬合作社理事" },
      outline { "高小雨", "东河志愿服务队队长", P, "方静", "西桥食品厂厂长", P, "程大勇",
        "北山果蔬合作社理事", P })
  end)

  it("topics in brackets stand above the numbers that begin anew under them", function()
    assert.same({ "1 - 加快修建城北轻轨，方便居民出行", "2 一、 现状", "2 二、 建议",
      "1 - 改善公园设施，增加夜间照明", "2 一、 现状" },
      outline { "程委员书面质询：", "（加快修建城北轻轨，方便居民出行）", "一、现状", P, "二、建议", P,
        "（改善公园设施，增加夜间照明）", "一、现状", P })
  end)

  it("a line that counts the items of the list below is a heading; 决定： is none", function()
    assert.same({ "1 - 已办结的3项工作包括以下各方面" },
      outline { P, "已办结的3项工作包括以下各方面：", "- 修桥", "- 铺路", "- 通水", P })
    assert.same({}, outline { P, "决定：", "（一）通过。", "（二）办法另行制定。" })
  end)

  it("lines of a key that comes again are no headings", function()
    assert.same({ "1 - 东桥村", "1 - 西桥村" },
      outline { P, "东桥村", "特点：村民自办", "规模：三间", P, "西桥村", "特点：村校合办",
        "规模：两间", P })
  end)

  it("first sentences of one length that open all paragraphs of a section are run in", function()
    local function q(head) return head .. "。" .. P end
    assert.same({ "1 一、 过去一年", "2 - 道路交通持续改善", "2 - 供水能力稳步增强",
      "2 - 文化事业蓬勃发展" }, outline { "一、过去一年", P, q "道路交通持续改善",
      q "供水能力稳步增强", q "文化事业蓬勃发展" })
    assert.same({ "1 - 道路交通持续改善", "1 - 供水能力稳步增强", "1 - 文化事业蓬勃发展" },
      outline { P, q "道路交通持续改善", q "供水能力稳步增强", q "文化事业蓬勃发展" })
    assert.same({ "1 一、 过去一年" }, outline { "一、过去一年", q "道路交通持续改善", P, P })
  end)
end)

describe("a chronicle", function()
  it("has a bare year above its days", function()
    assert.same({ "1 - 2003", "2 - 5月6日", "2 - 6月", "2 - 7月1日-15日、8月2日" },
      outline { "2004/01/05", "2003", "5月6日", P, "6月", P, "7月1日-15日、8月2日", P })
  end)
end)

describe("captions", function()
  it("are known by their last word, a verb, or the photographer", function()
    local roles = read { "东河小学植树活动圆满结束", P, "参加活动的师生与校长合影", P,
      "县教育局局长方静在东河小学参观树苗展台", P, "活动现场气氛热烈。程小勇摄", P }.roles
    assert.same({ "title", "paragraph", "caption", "paragraph", "caption", "paragraph", "caption",
      "paragraph" }, roles)
  end)
  it("are not lines that a number or emphasis makes headings", function()
    local roles = read { P, "**领导在活动现场致辞**", P, "一、活动现场", P }.roles
    assert.equal("heading", roles[2])
    assert.equal("heading", roles[4])
  end)
end)

describe("the head of a page", function()
  it("menus are no bylines and no titles", function()
    local page = read { "东河大学支部", "学习园地", "通知公告", "组织机构", "下载专区", "联系我们",
      "东河大学植树活动圆满结束", "2021-03-04", P }
    assert.equal("东河大学植树活动圆满结束", page.document.title)
    assert.same({}, page.document.authors)
    for k = 1, 6 do assert.equal("boilerplate", page.roles[k]) end
  end)

  it("the title has no name of the site, and may come again", function()
    local page = read { "植树活动圆满结束_东河大学官方网站", "首页", "植树活动圆满结束",
      "2021-03-04", P }
    assert.equal("植树活动圆满结束", page.document.title)
    assert.same({ "title", "boilerplate", "title", "metadata", "paragraph" }, page.roles)
  end)

  it("the name of a section is no person", function()
    local page = read { "东河县政府第12次会议纪要摘要", "讨论事项", "一、修桥事宜", P }
    assert.same({}, page.document.authors)
    assert.equal("heading", page.roles[2])
  end)

  it("the issuing body and a date of the Republic stand above the title", function()
    local page = read { "行政院", "中華民國102年11月7日", "行政院會議關於水利工程之決議", P }
    assert.same({ "byline", "metadata", "title", "paragraph" }, page.roles)
    assert.equal("2013-11-07", page.document.published)
    assert.equal("2015-11-26", read { "湖岸清淤工程開工典禮", "104.11.26", P }.document.published)
  end)

  it("an address above the text is that of the page", function()
    assert.equal("https://a.cn/b/c.html",
      read { "植树活动圆满结束", "https://a.cn/b/c.html", P }.document.url)
  end)

  it("who speaks is the author: 某市市长 方静", function()
    assert.same({ "方静" }, read { "政府工作报告", "东河县人民政府县长 方静", P }.document.authors)
  end)
end)

describe("several reports on one page", function()
  it("each has its title, writer and date", function()
    local roles = read { "植树活动圆满结束", "团委", "2020-08-18", P, "（团委会）",
      "读书活动顺利举行", "女工委", "2020-06-30", P, "（方静 文 高小雨 图）", "运动会开幕", "方静",
      "2020-05-02", P }.roles
    assert.same({ "paragraph", "byline", "title", "byline", "metadata", "paragraph", "byline",
      "title", "byline", "metadata", "paragraph" }, { table.unpack(roles, 4, 14) })
  end)
end)

describe("what is no text", function()
  it("scripts and lines of signs are boilerplate", function()
    local roles = read { "var page = { id: 4, title: \"植树\" };", "========", P, "});" }.roles
    assert.same({ "boilerplate", "boilerplate", "paragraph", "boilerplate" }, roles)
  end)
  it("a disclaimer by its key alone goes with what stands below", function()
    local roles = read { P, "特别声明", "本文为作者上传并发布，仅代表作者观点，平台仅提供信息发布平台。" }.roles
    assert.same({ "paragraph", "boilerplate", "boilerplate" }, roles)
  end)
end)

describe("runs of numbered lines", function()
  it("that head nothing are items, however short one of them is", function()
    local page = read { "（一）实行月报制度，由各单位按月报送。报送材料应当完整。",
      "（二）实行通报制度。对未报的单位予以通报，纳入考核。", "（三）以抽查为依据，评定等次。",
      "（四）对评定有异议的，可以申请复核。复核为最终结论。" }
    assert.same({ "paragraph", "paragraph", "paragraph", "paragraph" }, page.roles)
    assert.same({}, page.sections)
    assert.equal(4, #page.enumerations[1].items)
  end)

  it("an inner run does not close the outer one", function()
    local page = read { "一、工程验收合格后，承包人办理下列手续：",
      "(一)结清工人工资。结清证明由镇政府出具。", "(二)移交下列资料：", "1、竣工图纸。",
      "2、设备台账，并于6月前报送。", "(三)退还施工场地。", "二、工程未验收的，不得使用。",
      "三、本办法自印发之日起施行。" }
    assert.same({}, page.sections)
    for k = 1, 8 do assert.equal("paragraph", page.roles[k]) end
  end)

  it("that have text below are headings, the long one among them, too", function()
    local long = "二、县水利局拟具《东河县水库移民生产生活补助暂行办法》修正草案，"
      .. "经分管副县长程大勇等审查并召开专题会议讨论修改完毕，请审议案"
    local page = read { "一、县教育局报告学校建设进展情况，请备查案", "（一）准予备查。",
      "（二）请县教育局按期完成。", long, P, "三、县交通局报告道路养护情况，请备查案", P }
    assert.equal("heading", page.roles[4])
    assert.equal(3, #page.sections)
  end)

  it("that go on at length are run in, short ones without clauses as well", function()
    local tail = P .. P
    assert.same({ "1 （一） 加强领导，压实责任", "1 （二） 强化宣传，营造氛围" },
      outline { "（一）加强领导，压实责任。" .. tail, "（二）强化宣传，营造氛围。" .. tail })
    assert.same({ "1 (1) 责任不清", "1 (2) 人手不足" },
      outline { "(1)责任不清。有的推诿。", "(2)人手不足。有的空岗。" })
  end)
end)

describe("lines by what they consist of", function()
  it("a session that revised a law, under its title, is metadata", function()
    local page = read { "云州市噪声管理规定", "2018年3月9日 云州市第五届人民代表大会常务委员会第七次会议修订",
      "2018年5月27日 江南省第十二届人民代表大会常务委员会第四次会议批准", "第一条 " .. P, "第二条 " .. P }
    assert.same({ "title", "metadata", "metadata", "paragraph", "paragraph" }, page.roles)
    assert.equal("云州市噪声管理规定", page.document.title)
  end)
  it("a masthead gives source and date", function()
    local page = read { "滨海日报 / 2003年 / 05月 / 12日 / 第 A02版 /", "云州市发展规划纲要",
      "第二章 目标", P }
    assert.equal("云州市发展规划纲要", page.document.title)
    assert.equal("2003-05-12", page.document.published)
    assert.equal("滨海日报", page.document.source)
  end)
  it("credits have slashes or bars behind their words", function()
    assert.same({ "陈芳" }, read { "植树活动圆满结束", P, "研究室供稿 摄影/王小明 编辑/陈芳" }.document.editors)
    assert.same({ "孙丽" }, read { "植树活动圆满结束", P, "图文/孙丽 审核/周军" }.document.authors)
    assert.same({ "孙丽" }, read { "植树活动圆满结束", P, "文丨孙丽 图丨周军" }.document.authors)
    assert.equal("paragraph", read { P, "和/或者在甲/乙之间选择。", P }.roles[2])
  end)
  it("contacts and links to the origin are metadata", function()
    local page = read { "植树活动圆满结束", P, "活动联络人：教育科 孙丽",
      "[转到首发地址](https://a.cn/b/c.html)" }
    assert.same({ "title", "paragraph", "metadata", "metadata" }, page.roles)
    assert.equal("https://a.cn/b/c.html", page.document.url)
  end)
  it("a date without 日 before the next key is a date", function()
    local page = read { "植树活动圆满结束", "2021年10月12来源：海棠日报", P }
    assert.equal("2021-10-12", page.document.published)
    assert.equal("海棠日报", page.document.source)
  end)
end)

describe("layouts of pages", function()
  it("three entries of a menu above a title are no bylines", function()
    local page = read { "民盟江城学院支部", "学习园地", "联系我们", "植树活动圆满结束", P }
    assert.same({ "boilerplate", "boilerplate", "boilerplate", "title", "paragraph" }, page.roles)
    assert.is_nil(page.document.organization)
  end)
  it("the body is the site behind the column", function()
    local page = read { "植树活动圆满结束-新闻中心-江城学院", "首页", "植树活动圆满结束",
      "发布时间：2021-03-04", P }
    assert.equal("植树活动圆满结束", page.document.title)
    assert.equal("江城学院", page.document.organization)
  end)
  it("labels in brackets are run in where there are two, one alone is none", function()
    assert.same({ "1 - 战果", "1 - 宣传" }, outline { "【战果】5月，" .. P, "【宣传】5月，" .. P })
    assert.same({}, outline { "【战果】5月，" .. P, P })
  end)
  it("dashes and a small full stop begin headings that run in, numbers and all", function()
    assert.same({ "1 - 18场宣讲走进班组", "1 - 供水更加稳定" },
      outline { "——18场宣讲走进班组。" .. P, "--供水更加稳定。" .. P })
    assert.same({ "1 1﹒ 加强领导", "1 2﹒ 强化宣传" },
      outline { "1﹒加强领导。" .. P .. P, "2﹒强化宣传。" .. P .. P })
  end)
  it("rows of a table are text, its unit a caption", function()
    assert.same({ "paragraph", "boilerplate", "paragraph", "paragraph", "paragraph" },
      read { "| 项目 | 金额 |", "|---|---|", "| 水利 | 30万元 |", "| 道路 | 20万元 |", P }.roles)
    assert.same({ "caption", "caption", "paragraph" },
      read { "表1 2020年主要指标", "单位：万元", P }.roles)
  end)
  it("signatures and closing words are no headings", function()
    local roles = read { "海棠县概况", "一、基本情况", P, "二、主要工作", P, "署长 高小雨" }.roles
    assert.equal("byline", roles[6])
  end)
end)

describe("what stands right behind the last paragraph", function()
  local function roles(lines)
    local out = read(lines).roles
    for k = 1, #lines do out[k] = out[k] or "-" end
    return table.concat(out, " ", #lines - 2)
  end
  it("numbered lines and their heading → text", function()
    assert.equal("heading paragraph paragraph",
      roles { "青山村二〇二〇年工作简报", P, P, "代办事项", "1. 修好水渠；", "2. 补种树苗。" })
    assert.equal("heading paragraph paragraph",
      roles { "青山村二〇二〇年工作简报", "1. 生产", P, "2. 来年安排", "（1）修渠。", "（2）种树。" })
  end)
  it("a sentence that ends with ！ → text; menus → none", function()
    assert.equal("paragraph paragraph paragraph", roles { "青山村二〇二〇年工作简报", P, P,
      "新的一年，让我们团结一心，建设美丽家园！" })
    assert.equal("boilerplate boilerplate boilerplate",
      roles { "青山村二〇二〇年工作简报", P, P, "学习园地", "村务公开", "联系我们" })
  end)
end)
