local core = require "jilu.core"
local jilu = require "jilu"

local function folded(text) return core.view(text):folded() end

local function kinds(text)
  local list = {}
  for _, repair in ipairs(core.view(text):repairs()) do
    list[#list + 1] = repair.kind .. " " .. text:sub(repair.first, repair.last)
  end
  return list
end

describe("markup in a view", function()
  local is_markup = {
    { "**甲局开展巡查**", "甲局开展巡查" },
    { "**强化培训。** **一是入户。**", "强化培训。 一是入户。" },
    { "** 甲局巡查 **", " 甲局巡查 " },
    { "说明：**巡查**完成", "说明:巡查完成" },
    { "## 甲局概况\n学校**筑牢防线**两年", "甲局概况\n学校筑牢防线两年" },
    { "##甲局概况", "甲局概况" },
    { "![](a.png)", "" },
    { "![合影](http://a.cn/b(1).png)甲局", "甲局" },
    { "见[甲局公报](http://a.cn/c.html)所载", "见甲局公报所载" },
    { "[![图](a/b.png)](http://a.cn)", "" },
    { "<p>甲局<b>巡查</b></p>", " 甲局巡查 " },
    { "桥长<br/>两米", "桥长 两米" },
    { "甲局<!--more-->巡查", "甲局巡查" },
    { "甲<!-- a\n b -->乙\n丙", "甲\n乙\n丙" },
    { "<%@ page language=\"java\" %>甲局", " 甲局" },
    { "<script>var a = '<b>';</script>甲局", " 甲局" },
    { "> 甲局巡查", " 甲局巡查" },
    { "- 甲局\n  * 乙局\n+ 丙局", "甲局\n  乙局\n丙局" },
    { "---\n***\n甲局", "\n\n甲局" },
    { "|项目|数|\n|---|---:|\n|桥|2|", "|项目|数|\n\n|桥|2|" },
    { "# 甲\n1\\. 巡查", "甲\n1. 巡查" },
    { "```\n甲局\n```", "\n甲局\n" },
  }
  for _, case in ipairs(is_markup) do
    it(("%q is %q"):format(case[1], case[2]), function()
      assert.equal(case[2], folded(case[1]))
    end)
  end

  local is_text = {
    "张**和李**到场", "同志**、**同志到场", "甲局职工王**、周**", "138****2211", "长3*5米*2",
    "#话题# 甲局", "- 3 -", "-5%", "[1](1.5%)", "[甲](乙丙)", "<甲局>", "<ABC>甲", "a < b > c", "a_b_c",
    "编号A_1_B", "5>3", "[甲局]公告", "甲~~乙", "a <b> <c>", "2022--2023年", "||甲|乙|",
  }
  for _, text in ipairs(is_text) do
    it(("%q stands"):format(text), function()
      assert.same({}, core.view(text):repairs())
    end)
  end

  it("each mark is one repair; an image stands for something unknown", function()
    assert.same({ "heading ## ", "emphasis **", "emphasis **", "image ![](a.png)", "link [",
      "link ](http://b.cn)", "tag <br>", "list - ", "quote >", "rule ---" },
      kinds "## **甲**\n![](a.png)[乙](http://b.cn)<br>\n- 丙\n> 丁\n---")
    local repairs = core.view("**甲**![](a.png)"):repairs()
    assert.equal("", repairs[1].repair)
    assert.is_nil(repairs[3].repair)
  end)

  it("a span ends before the mark that closes it", function()
    local text = "由**海棠大学**主办\n**东湖**"
    local view = core.view(text)
    for _, words in ipairs { "海棠大学", "东湖" } do
      local i, j = view:folded():find(words, 1, true)
      local first, last = view:original(i, j)
      assert.equal(words, text:sub(first, last))
      assert.equal(words, (view:read(i, j)))
    end
  end)

  it("a fact over a mark has it in its bytes and not in its norm", function()
    local text = "# 概况\n甲局走访**30**户"
    local quantity = jilu.facts(text)[1]
    assert.equal("30**户", text:sub(quantity.first, quantity.last))
    assert.equal("户", quantity.unit)
  end)

  it("\"keep\" leaves it", function()
    assert.equal("**甲**", core.view("**甲**", "keep"):folded())
  end)

  it("goes on to the end of long runs of marks that open nothing", function()
    for _, mark in ipairs { "[", "<a ", "![", "**甲 ", "<!--", "<%", "](", "(", "`", "\\",
      "> ", "- ", "<script>", "<b>", "</b>" } do
      local text = mark:rep(20000)
      assert.equal(#text >= #folded(text), true)
      assert.equal(1, #core.view(text))
    end
  end)
end)

local function roles(text)
  local doc = jilu.document(text)
  local list = {}
  for record in jilu.load("outline"):records(doc) do
    if record.type == "line" then list[record.line] = record.role end
  end
  return list, doc
end

local function page(text)
  local doc = jilu.document(text)
  for record in jilu.load("outline"):records(doc) do
    if record.type == "document" then return record end
  end
end

local BODY = "3月2日，海棠大学开展植树活动，共有120名师生参加，栽下树苗300棵。持续两个小时。\n"

describe("front matter", function()
  it("gives title, date, author, source and address; is metadata or boilerplate", function()
      local text = "---\ntitle: \"植树活动圆满结束\"\ndate: 2021-03-04 01:22:33.123\nauthor: 陈小雨\n"
      .. "url: http://a.cn/b/1.html\nsource: 海棠日报\ntags:\n- 海棠大学\ndraft: false\n---\n" .. BODY
    local record = page(text)
    assert.equal("植树活动圆满结束", record.title)
    assert.equal("2021-03-04T01:22", record.published)
    assert.same({ "陈小雨" }, record.authors)
    assert.equal("海棠日报", record.source)
    assert.equal("http://a.cn/b/1.html", record.url)
    assert.same({ "boilerplate", "title", "metadata", "metadata", "metadata", "metadata",
      "boilerplate", "boilerplate", "boilerplate", "boilerplate", "paragraph" }, (roles(text)))
  end)

  it("may be TOML, or have Chinese keys", function()
    local record = page("+++\ntitle = '植树活动'\ndate = \"2021-03-04\"\n+++\n" .. BODY)
    assert.equal("植树活动", record.title)
    assert.equal("2021-03-04", record.published)
    record = page("---\n标题: 植树活动\n发布时间: 2021年3月4日\n作者: 陈小雨\n---\n" .. BODY)
    assert.equal("植树活动", record.title)
    assert.equal("2021-03-04", record.published)
    assert.same({ "陈小雨" }, record.authors)
  end)

  it("names the site beside the title", function()
    local record = page("---\ntitle: 海棠大学->植树活动圆满结束 | haitang.edu.cn\n---\n" .. BODY)
    assert.equal("植树活动圆满结束", record.title)
    assert.equal("海棠大学", record.organization)
  end)

  it("has the first alias for a title where it has no other", function()
    assert.equal("植树活动", page("---\naliases:\n  - 植树活动\n  - 种树\n---\n" .. BODY).title)
    assert.equal("种树", page("---\naliases:\n  - 植树活动\ntitle: 种树\n---\n" .. BODY).title)
  end)

  it("may stand without dashes", function()
    local record = page("date: \"2018-07-17\"\nauthor: \"陳小雨\"\n植樹活動圓滿結束\n" .. BODY)
    assert.equal("2018-07-17", record.published)
    assert.equal("植樹活動圓滿結束", record.title)
  end)

  it("dates the times of the page", function()
    local doc = jilu.document("---\ndate: 2021-03-04\n---\n" .. BODY)
    for record in jilu.load("facts"):records(doc) do
      if record.type == "time" and record.text == "3月2日" then
        assert.equal("2021-03-02", record.value)
      end
    end
  end)

  it("is not what stands between two rules in a text", function()
    local list = roles("---\n海棠大学开展植树活动，共有120名师生参加。\n---\n" .. BODY)
    assert.equal("paragraph", list[2])
  end)
end)

describe("lines of markup", function()
  it("are boilerplate, and the words beside marks are what they are", function()
    local list = roles("**植树活动**\n2021-03-04\n" .. BODY .. "![](a.png)\n<!--more-->\n" .. BODY)
    assert.same({ "title", "metadata", "paragraph", "boilerplate", "boilerplate", "paragraph" },
      list)
  end)

  it("do not part the items of an enumeration", function()
    local doc = jilu.document("活动分为三个部分：一是栽树。\n![](a.png)\n二是浇水。\n\n![](b.png)\n三是挂牌。\n")
    local items = {}
    for record in jilu.load("outline"):records(doc) do
      if record.type == "enumeration" then items[#items + 1] = #record.items end
    end
    assert.same({ 3 }, items)
  end)
end)
