local data = require "jilu.zh.pages"
local page = require "jilu.page.line_class"

describe("jilu.page", function()
  local function class(text) return (page.classify(text)) end

  it("knows furniture by its words and its bars", function()
    for _, text in ipairs {
      "首页 | 新闻中心 | 政务公开 | 互动交流", "当前位置:首页 > 新闻 > 正文", "【打印】【关闭】", "字号:大 中 小",
      "上一篇:某县召开会议", "1 2 3 下一页 尾页", "分享到:微信 微博", "您是第 位来访者", "版权所有 某县人民政府",
      "Copyright © 2020 All Rights Reserved", "https://www.example.com/a", "首页 >> 党建 >> 正文",
    } do
      assert.equal("furniture", class(text), text)
    end
  end)
  it("knows metadata in any order and spacing", function()
    for _, text in ipairs {
      "来源:某县新闻网", "2022-01-01 10:00 来源:某网 编辑:张三", "发布时间:2022-01-01 信息来源:某局",
      "某县新闻网  2022-01-01 10:00", "【来源】某报", "来源|某县发布", "文/李四", "主办单位:某县委组织部",
      "某ICP备12345678号-1", "抄送:县委办公室,县政府办公室。",
    } do
      assert.equal("metadata", class(text), text)
    end
  end)
  it("knows a date alone and a document's number", function()
    assert.equal("date", class "2022年1月1日 10:00")
    assert.equal("date", class "(二〇二二年一月一日)")
    assert.equal("mark", class "某政办发〔2022〕8号")
    assert.equal("mark", class "某县办公室 2022年6月9日印发")
  end)
  it("tells the many links of a farm from a menu and from a list of names", function()
    assert.equal("spam", class(("甲乙县|丙丁市|戊己旗|"):rep(5)))
    assert.equal("spam", class "棋牌下载_注册送彩金_在线娱乐_手机平台_官方版_最新网址_备用线路")
    assert.not_equal("spam", class "张三、李四、王五、赵六、孙七、周八、吴九、郑十、钱一、冯二")
    assert.not_equal("spam", class "关于我们 | 联系我们 | 网站地图 | 隐私声明 | 使用帮助 | 登录 | 注册")
  end)
  it("leaves text alone that speaks of sites and rights", function()
    assert.equal("paragraph", class "全年清理违法和不良信息1200条,关闭网站3家。")
    assert.equal("paragraph", class "法院审结版权纠纷案件120件,其中涉及网络的86件。")
    assert.is_nil(class "让版权保护走进校园")
  end)
  it("knows captions and bylines", function()
    assert.equal("caption", class "图为志愿者在社区服务。")
    assert.equal("caption", class "志愿者在社区服务。(张三 摄)")
    assert.equal("byline", class "(某县委组织部 张三 供稿)")
    assert.equal("byline", class "通讯员:张三 李四")
    assert.equal("image", class "1684374123456.JPG")
    assert.equal("file", class "1. 财政收支情况表.xlsx")
  end)
  it("searches every disclaimer with its stem", function()
    for _, phrase in ipairs(data.disclaimers) do
      assert.equal("disclaimer", class("甲乙" .. phrase .. "丙丁"), phrase)
    end
  end)
  it("takes bodies for bodies, titles for none", function()
    for _, text in ipairs { "中共某县委组织部", "某县人民政府办公室", "某某股份有限公司董事会" } do
      assert.is_true(page.is_organization(text), text)
    end
    for _, text in ipairs { "关于成立某某委员会", "走在前列的组织部", "某县:干部在一线", "某县召开大会" } do
      assert.is_false(page.is_organization(text) and text ~= "某县召开大会", text)
    end
  end)

  -- "首页 新闻" is as long as two names; a lexicon tells them apart
  it("takes words that a lexicon knows for no names", function()
    local byline = require "jilu.page.byline"
    local tags = { ["高考"] = "v", ["安全"] = "an", ["高峰"] = "nr" }
    local lexicon = { tag = function(_, word) return tags[word] end }
    local function only_names(text) return byline.only_names(text, 1, #text, lexicon) end
    assert.is_true(page.is_names "高考 安全")
    assert.is_false(page.is_names("高考 安全", lexicon))
    assert.is_true(page.is_names("高考 李明", lexicon))
    assert.is_true(page.is_names("高峰 安全", lexicon))
    assert.is_false(only_names "高考 安全")
    assert.is_true(only_names "高峰 安全")
    assert.is_true(byline.only_names("高考 安全", 1, #"高考 安全"))
  end)
end)
