-- Thirty pages of ten layouts, all invented, with what is in them: title, author,
-- time, content.
--
--   lua spec/bench/pages.lua FOLDER    writes NN.html and NN.json

local cjson = require "cjson"

local ARTICLES = {
  { title = "某市部署今年防汛工作", author = "张明", time = "2023-03-05 10:20", source = "某市水利局", {
    "3月4日，某市召开防汛工作会议，部署今年的防汛任务。市水利局、应急局等二十个部门参加会议。",
    "会议指出，去年全市投入资金1.2亿元，加固堤防35公里，新建泵站6座，经受住了三次洪水的考验。",
    "会议要求，各县区要落实责任制，把隐患排查放在首位。6月底前要完成全部水库的检查，发现问题立即整改。",
    "会议强调，要加强值班值守，组建抢险队伍，储备足够的物资，确保群众生命财产安全。" } },
  { title = "青山县启动乡村书屋建设", author = "李芳", time = "2022-11-18 08:05", source = "青山日报", {
    "本报讯（记者 李芳）记者从青山县文化局获悉，该县乡村书屋建设工程近日启动，计划用两年时间建成书屋120个。",
    "据介绍，每个书屋配备图书不少于3000册，每周开放五天，由村民推选的管理员负责日常管理。",
    "“孩子们放学后有了去处。”白水村村民王大娘说，村里的书屋开放一个月，已经借出图书800多册。",
    "文化局负责人表示，书屋建成后还将定期举办讲座和读书会，让农民群众读得懂、用得上。" } },
  { title = "云河大学图书馆延长开放时间", author = "陈立", time = "2021-09-01 15:30", source = "云河大学", {
    "新学期开始，云河大学图书馆将自习区的开放时间延长到晚上十一点，周末也不例外。",
    "图书馆馆长陈立介绍，上学期的调查显示，近七成学生希望延长开放时间，主要是期末复习的需要。",
    "为保证安全，图书馆增加了保安和志愿者，在主要通道安装了照明设备，并与校车队协商增开两班夜间校车。",
    "不少学生对此表示欢迎。大三学生小刘说，晚上图书馆比宿舍安静，学习效率更高，希望这一做法长期坚持下去。" } },
}

local function paragraphs(article, open, close)
  local list = {}
  for k, text in ipairs(article[1]) do list[k] = open .. text .. close end
  return table.concat(list, "\n")
end

local NEWS = { "某区开展春季植树活动", "某县农产品展销会开幕", "全市中小学运动会落幕", "新建公交线路下月开通",
  "某镇举办民俗文化节" }

local function links(open, close)
  local list = {}
  for k, text in ipairs(NEWS) do
    list[k] = ("%s<a href='/news/%d.html'>%s</a>%s"):format(open, k, text, close)
  end
  return table.concat(list, "\n")
end

local MENU = "<a href='/'>首页</a> <a href='/zw'>政务公开</a> <a href='/fw'>办事服务</a> "
  .. "<a href='/hd'>互动交流</a> <a href='/gk'>某市概况</a>"

local function head(a, more)
  return ("<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>%s-某市新闻网</title>%s</head>\n")
    :format(a.title, more or "")
end

local LAYOUTS = {
  function(a)                                              -- a page of HTML 5
    return head(a) .. "<body><nav>" .. MENU .. "</nav><main><article><h1>" .. a.title
      .. "</h1><p class='info'>时间：" .. a.time .. "　来源：" .. a.source .. "　作者：" .. a.author .. "</p>"
      .. paragraphs(a, "<p>", "</p>") .. "</article></main><aside><h3>热点新闻</h3><ul>"
      .. links("<li>", "</li>") .. "</ul></aside><footer><p>某市新闻网版权所有，未经许可不得转载，"
      .. "违者将依法追究责任。</p><p>地址：某市中山路1号　电话：010-00000000</p></footer></body></html>"
  end,
  function(a)                                              -- div and class
    return head(a) .. "<body><div class='top'><div class='nav'>" .. MENU .. "</div></div>"
      .. "<div class='position'>您当前的位置：<a href='/'>首页</a> > <a href='/n'>新闻</a> > 正文</div>"
      .. "<div class='detail'><div class='title'>" .. a.title .. "</div><div class='sub'>发布时间："
      .. a.time .. " 作者：" .. a.author .. " 来源：" .. a.source .. " 浏览次数：35</div><div class='con'>"
      .. paragraphs(a, "<p style='text-indent:2em'>", "</p>") .. "</div><div class='share'>分享到："
      .. "<a>微信</a><a>微博</a><a>空间</a></div><div class='prenext'>上一篇：<a href=1>" .. NEWS[1]
      .. "</a><br>下一篇：<a href=2>" .. NEWS[2] .. "</a></div></div><div class='foot'>主办：某市人民政府　"
      .. "承办：某市大数据局　备案号：京ICP备00000000号</div></body></html>"
  end,
  function(a)                                              -- tables that lay out the page
    return head(a) .. "<body><table width=1000><tr><td colspan=2>" .. MENU
      .. "</td></tr><tr><td width=200><table><tr><td>栏目导航</td></tr><tr><td>"
      .. links("", "<br>") .. "</td></tr></table></td><td>"
      .. "<table><tr><td align=center><font size=5>" .. a.title .. "</font></td></tr><tr><td>作者："
      .. a.author .. "　时间：" .. a.time .. "</td></tr><tr><td>" .. paragraphs(a, "　　", "<br><br>")
      .. "</td></tr></table></td></tr><tr><td colspan=2>版权所有：某市新闻网　技术支持：某公司</td></tr>"
      .. "</table></body></html>"
  end,
  function(a)                                              -- text between <br>
    return head(a) .. "<body><center>" .. MENU .. "</center><h2>" .. a.title .. "</h2><div>"
      .. a.source
      .. "　" .. a.time .. "　" .. a.author .. "</div><div id=text>" .. paragraphs(a, "　　", "<br>")
      .. "<br>（责任编辑：赵六）</div><hr><div>相关新闻</div>" .. links("<div>·", "</div>")
      .. "<hr><div>关于我们 | 联系我们 | 网站地图</div></body></html>"
  end,
  function(a)                                              -- meta, and comments of readers
    return head(a, "<meta name='author' content='" .. a.author
      .. "'><meta property='article:published_time' content='" .. a.time:gsub(" ", "T") .. ":00'>")
      .. "<body><header><a href='/'>某市新闻网</a></header><section><h1>" .. a.title .. "</h1><div>"
      .. paragraphs(a, "<p>", "</p>") .. "</div></section><section class='comments'><h4>网友评论</h4>"
      .. "<div>小草：说得好，支持一下，希望早日落实到位。</div><div>过客：已阅，谢谢分享。</div></section>"
      .. "<div class='recommend'><h4>为您推荐</h4>" .. links("<p>", "</p>") .. "</div></body></html>"
  end,
}
LAYOUTS[6] = function(a)                                   -- unclosed tags
  return (LAYOUTS[2](a):gsub("</p>", ""):gsub("</div></body></html>", ""))
end
LAYOUTS[7] = function(a)                                   -- scripts and hidden parts
  return (LAYOUTS[1](a):gsub("<article>", "<script>var s = '<p>广告</p>';</script><div "
    .. "style='display:none'>隐藏的文字，请不要理会这一段。</div><article>"))
end
LAYOUTS[8] = function(a)                                   -- spans of a word processor
  return (LAYOUTS[2](a):gsub("<p style='text%-indent:2em'>(.-)</p>",
    "<p class=MsoNormal><span style='font-family:宋体'>%1</span></p>"))
end
LAYOUTS[9] = function(a)                                   -- a list of news above the text
  return (LAYOUTS[4](a):gsub("<h2>", "<ul>" .. links("<li>", "</li>") .. "</ul><h2>"))
end
LAYOUTS[10] = function(a)                                  -- a picture and its caption
  return (LAYOUTS[1](a):gsub("</p>\n", "</p>\n<p><img src=1.jpg></p>\n", 1))
end

local folder = assert(arg[1], "FOLDER")
local number = 0
for _, layout in ipairs(LAYOUTS) do
  for _, article in ipairs(ARTICLES) do
    number = number + 1
    local function write(suffix, text)
      local file = assert(io.open(("%s/%02d.%s"):format(folder, number, suffix), "wb"))
      file:write(text)
      file:close()
    end
    write("html", (layout(article)))
    write("json", cjson.encode { title = article.title, author = article.author,
      time = article.time, content = table.concat(article[1], "\n") })
  end
end
