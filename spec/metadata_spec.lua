local jilu = require "jilu"
local linear = require "spec.support.linear"
local fields = require "jilu.page.key_values"
local page_date = require "jilu.page.date"
local zones = require "jilu.page.zones"

local TEXT = "县里组织干部深入村组走访群众,听取意见建议,帮助解决困难问题,受到群众一致好评,取得良好成效。"

local function read(text, options)
  local doc = jilu.document(text, options)
  zones.run(doc)
  require("jilu.page.metadata").run(doc)
  return doc:layer "document"[1], doc
end

describe("jilu.page_date", function()
  it("reads the ways of writing a date", function()
    for text, value in pairs {
      ["2022年1月2日10:05"] = "2022-01-02T10:05",
      ["2022-03-04 12:03:00"] = "2022-03-04T12:03",
      ["[2022/1/5]"] = "2022-01-05", ["2021.03.09"] = "2021-03-09",
      ["二〇二三年三月二十八日"] = "2023-03-28", ["民国112年9月20日"] = "2023-09-20",
      ["2023年5月"] = "2023-05",
    } do
      assert.equal(value, page_date.read(text), text)
    end
    assert.is_nil(page_date.read "2023-13-45")
    assert.is_nil(page_date.read "电话 5566-12-34")
  end)
  it("finds the date in a URL", function()
    for url, value in pairs {
      ["https://a.example/content/2022/04/27/1.html"] = "2022-04-27",
      ["http://a.example/n1/2022/0427/c1-2.html"] = "2022-04-27",
      ["http://a.example/202204/t20220427_3.html"] = "2022-04-27",
    } do
      assert.equal(value, page_date.from_url(url))
    end
    assert.is_nil(page_date.from_url "http://a.example/article/20221.html")
  end)
end)

describe("jilu.fields", function()
  it("parts keys and values in any order and spacing", function()
    local text = "2022-01-02 来源:新华社作者:张三  责编: 李四 浏览次数:12"
    local out = {}
    for _, f in ipairs(fields.read(text)) do
      out[#out + 1] = f.field .. "=" .. text:sub(f.first, f.last)
    end
    assert.equal("source=新华社 authors=张三 editors=李四 page=12", table.concat(out, " "))
  end)
end)

describe("stage metadata", function()
  it("reads bylines at either end of the text", function()
    local d = read("标题讲的是一件要紧的事\n本报讯(记者 王小米 通讯员 李 禾)" .. TEXT .. "\n" .. TEXT
      .. "(某县财政局 周天 郑小舟 供稿)")
    assert.same({ "王小米" }, d.authors)
    assert.same({ "李禾", "周天", "郑小舟" }, d.contributors)
    assert.equal("某县财政局", d.organization)
  end)
  it("a date between two names → who published it, when, who wrote it", function()
    local function around(first, second)
      local found = read(("海棠县推进河道整治\n%s　2023-03-05 10:20　%s\n\n%s"):format(first, second,
        TEXT:rep(3)))
      return { found.published, found.source, found.authors }
    end
    local at, body = "2023-03-05T10:20", "海棠县水利局"
    assert.same({ at, body, { "张明远" } }, around(body, "张明远"))
    assert.same({ at, body, { "张明远", "李红" } }, around(body, "张明远 李红"))
    assert.same({ at, body, { "王芳" } }, around(body, "王 芳"))
    assert.same({ at, body, {} }, around(body, "海棠县政府办公室"))
    assert.same({}, { around(body, "第二次会议")[1] })     -- a title with a date in it
    assert.same({}, { around("工作动态", "第三小组")[1] })
  end)
  it("報導 in a byline → no name of a person", function()
    for _, byline in ipairs { "2019/05/23 14:20　記者 林美惠／東灣報導", "（記者 林美惠 東灣報導）" } do
      assert.same({ "林美惠" }, read("海濱步道完工\n" .. byline .. "\n\n" .. TEXT:rep(3)).authors)
    end
  end)
  it("what stands behind the host → no part of its name, unless it is a body", function()
    local function host(words)
      return read("县里走访群众\n\n" .. TEXT:rep(3) .. "\n主办：" .. words).organization
    end
    assert.equal("海棠县人民政府", host "海棠县人民政府　网站地图")
    assert.equal("海棠县人民政府", host "海棠县人民政府")
    assert.equal("海棠县委员会 海棠县人民政府", host "海棠县委员会 海棠县人民政府")
  end)
  it("takes two lone names in the last brackets for the authors", function()
    assert.same({ "王小米", "李禾" }, read(TEXT .. TEXT .. "(王小米 李禾)").authors)
    assert.same({}, read(TEXT .. TEXT .. "(待续)").authors)
  end)
  it("uses the date option only where the page has none", function()
    local d, doc = read("时间:2020-02-03\n" .. TEXT, { date = "2021-01-01" })
    assert.equal("2020-02-03", d.published)
    assert.equal("line", d.published_basis)
    assert.equal("2020-02-03", doc.meta.published)
    d = read(TEXT, { date = "2021-01-01" })
    assert.equal("2021-01-01", d.published)
    assert.equal("option", d.published_basis)
    assert.is_nil((read(TEXT)).published)
  end)
  it("does not take the time of a meeting for the page's", function()
    assert.is_nil((read("会议纪要\n时间:2020年2月3日\n地点:会议室\n" .. TEXT)).published)
  end)
  it("finds the year of a text that was posted again later", function()
    local old = "根据《某县发〔2009〕3号》文件,今年县里组织干部走访群众。2008年已走访一次,今年继续。" .. TEXT
    assert.equal("2009", (read("时间:2020-02-03\n" .. old)).written)
    assert.is_nil((read("时间:2009-12-03\n" .. old)).written)
    assert.is_nil((read("时间:2020-02-03\n" .. TEXT .. "2009年走访过一次。")).written)
  end)
  it("a day that the month has not → no date, and no dead letter", function()
    for _, day in ipairs { "2019-02-31", "2019年2月29日", "二〇一九年四月三十一日" } do
      local page = "某县通知\n发布时间:" .. day .. "\n" .. TEXT .. "去年投入资金200万元。"
      assert.is_nil((read(page)).published, day)
      assert.is_table(jilu.load "ledger":run(jilu.document(page)))
    end
    assert.equal("2020-02-29", (read("某县通知\n发布时间:2020-02-29\n" .. TEXT)).published)
  end)
  it("tells the script, spam aside", function()
    assert.equal("Hant", (read "縣裡組織幹部深入村組走訪群眾,聽取意見,解決困難。").script)
    assert.equal("Hans", (read(TEXT)).script)
    assert.is_nil((read "12345。").script)
  end)
  it("joins a title set in two lines", function()
    assert.equal("某县人民政府办公室关于做好春耕工作的通知",
      (read("某县人民政府办公室\n关于做好春耕工作的通知\n各乡镇人民政府、县直各单位:\n" .. TEXT)).title)
  end)
  it("is linear in the number of names", function()
    linear(function(size)
      local lines = {}
      for k = 1, size do lines[k] = "作者:王" .. k end
      assert.equal(size, #read(table.concat(lines, "\n")).authors)
    end, 2000)
  end)
end)
