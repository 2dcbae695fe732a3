-- Five pages written by hand, all invented, each of another kind of site than those of
-- pages.lua: a forum, a blog, a page of tables, AMP, a paper of Taiwan. What is in them
-- was written down before jilu read them.
--
--   lua spec/bench/pages_by_hand.lua FOLDER    writes NAME.html and NAME.json

local cjson = require "cjson"

-- Lines of a page are as its site writes them.
-- luacheck: ignore 631

local PAGES = {
  { name = "discuz", title = "河东新区停车位到底够不够？", author = "柳岸", time = "2022-06-08 21:14", content = [[
上周末去河东新区看房，绕了三圈没找到车位。
后来问了物业，小区一共1260户，只配了800个地下车位，地面还有90个临时车位。
物业说，街道去年答应增建一座立体停车楼，可以停300辆车，到现在还没有动工。
不知道有没有知情的朋友说一说，什么时候能建成？]], html = [[
<html><head><meta charset="utf-8"><title>河东新区停车位到底够不够？ - 城事杂谈 - 清河论坛 - Powered by Discuz!</title>
</head>
<body id="nv_forum"><div id="toptb"><a href="/">设为首页</a>
<a href="/fav">收藏本站</a>
<a href="/login">登录</a>
</div>
<div id="hd"><h2><a href="/">清河论坛</a>
</h2></div>
<div id="pt"><a href="/">论坛</a> › <a href="/f1">城事杂谈</a> › 河东新区停车位到底够不够？</div>
<table cellspacing="0"><tr><td class="plc ptm"><span class="xi1">查看: 1523</span> | <span>回复: 12</span>
</td>
<td><h1 class="ts"><span id="thread_subject">河东新区停车位到底够不够？</span>
</h1>
</td>
</tr>
</table>
<table id="pid1"><tr><td class="pls" rowspan="2"><div class="authi"><a class="xw1">柳岸</a>
</div>
<p>主题 35</p>
<p>积分 2310</p>
</td>
<td class="plc"><div class="authi">发表于 2022-6-8 21:14 | <a>只看该作者</a>
</div>
<table><tr><td class="t_f" id="postmessage_1">上周末去河东新区看房，绕了三圈没找到车位。<br><br>后来问了物业，小区一共1260户，只配了800个地下车位，地面还有90个临时车位。<br>物业说，街道去年答应增建一座立体停车楼，可以停300辆车，到现在还没有动工。<br><br>不知道有没有知情的朋友说一说，什么时候能建成？</td>
</tr>
</table>
</td>
</tr>
<tr><td class="plc"><a>回复</a> <a>举报</a>
</td>
</tr>
</table>
<div id="ft"><p>Powered by Discuz! X3.4</p>
<p>清河论坛 ( 某ICP备00000001号 )</p>
</div>
</body></html>]] },
  { name = "wordpress", title = "山里的豆腐坊", author = "周末", time = "2021-10-17 09:30", content = [[
老杨的豆腐坊开在山腰上，每天凌晨三点点火，一天做两板豆腐，大约60斤。
清晨的豆腐坊豆子是自家种的，五亩地一年收一千来斤，刚好够用。
点卤点卤最要功夫。
老杨说，水温差两度，出来的豆腐就老了。
做豆腐跟做人一样，急不得。
我走的时候他硬塞给我两块，还冒着热气。]], html = [[
<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>山里的豆腐坊 | 南坡手记</title>
<meta property="article:published_time" content="2021-10-17T09:30:00+08:00"></head>
<body class="post-template-default single"><header class="site-header"><p class="site-title"><a href="/">南坡手记</a>
</p>
<ul id="menu-main"><li><a href="/about">关于我</a>
</li>
<li><a href="/archive">归档</a>
</li>
</ul>
</header>
<div id="content"><article id="post-88" class="post type-post"><header class="entry-header"><h1 class="entry-title">山里的豆腐坊</h1>
<div class="entry-meta"><span class="posted-on"><time datetime="2021-10-17T09:30:00+08:00">2021年10月17日</time></span>
<span class="byline"> 由 <a class="url fn n">周末</a>
</span>
</div>
</header>
<div class="entry-content"><p>老杨的豆腐坊开在山腰上，每天凌晨三点点火，一天做两板豆腐，大约60斤。</p>
<figure><img src="a.jpg"><figcaption>清晨的豆腐坊</figcaption></figure>
<p>豆子是自家种的，五亩地一年收一千来斤，刚好够用。</p>
<h2>点卤</h2><p>点卤最要功夫。老杨说，水温差两度，出来的豆腐就老了。</p>
<blockquote><p>做豆腐跟做人一样，急不得。</p>
</blockquote><p>我走的时候他硬塞给我两块，还冒着热气。</p>
</div>
<footer class="entry-footer">分类：<a>行走</a> 标签：<a>豆腐</a>、<a>乡村</a>
</footer>
</article>
<nav class="post-navigation"><a rel="prev">上一篇：渡口</a> <a rel="next">下一篇：冬储</a>
</nav>
<div id="comments"><h2>《山里的豆腐坊》有2条评论</h2><ol><li><p>写得真好，看饿了。</p>
</li>
<li><p>请问怎么走？想带孩子去看看。</p>
</li>
</ol></div>
</div>
<aside id="secondary"><h3>近期文章</h3><ul><li><a>渡口</a>
</li>
<li><a>冬储</a>
</li>
</ul>
</aside>
</body></html>]] },
  { name = "table", title = "白石县春耕农机检修全面完成", author = cjson.null, time = "2006-03-14", content = [[
截至3月10日，全县共检修拖拉机2140台、播种机860台，检修率达到98%。
县农机局组织技术人员36名，分成六个小组下乡服务，培训机手1500人次。
今年县财政安排农机补贴资金120万元，比上年增加40万元。]], html = [[
<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=utf-8"><TITLE>县农机局 - 工作动态</TITLE>
</HEAD>
<BODY bgcolor=#ffffff><CENTER><TABLE width=760 border=0><TR><TD colspan=2><IMG src=top.gif></TD>
</TR>
<TR><TD width=160 valign=top bgcolor=#eeeeee><A href=index.htm>首页</A>
<BR><A href=jgsz.htm>机构设置</A>
<BR><A href=gzdt.htm>工作动态</A>
<BR><A href=zcfg.htm>政策法规</A>
<BR></TD>
<TD valign=top><TABLE width=100%><TR><TD align=center><FONT size=5 color=red><B>白石县春耕农机检修全面完成</B></FONT></TD>
</TR>
<TR><TD align=center><FONT size=2>白石县农机局&nbsp;&nbsp;2006-3-14</FONT></TD>
</TR>
<TR><TD><FONT size=3>&nbsp;&nbsp;&nbsp;&nbsp;截至3月10日，全县共检修拖拉机2140台、播种机860台，检修率达到98%。<BR>&nbsp;&nbsp;&nbsp;&nbsp;县农机局组织技术人员36名，分成六个小组下乡服务，培训机手1500人次。<BR>&nbsp;&nbsp;&nbsp;&nbsp;今年县财政安排农机补贴资金120万元，比上年增加40万元。</FONT></TD>
</TR>
<TR><TD align=right><A href="javascript:window.print()">打印</A> <A href="javascript:window.close()">关闭</A>
</TD>
</TR>
</TABLE>
</TD>
</TR>
<TR><TD colspan=2 align=center><FONT size=2>白石县农机局主办　最佳浏览：800×600</FONT></TD>
</TR>
</TABLE>
</CENTER></BODY></HTML>]] },
  { name = "amp", title = "北岭高铁站月底启用", author = "郑晓彤", time = "2024-01-19 18:05", content = [[
北岭高铁站将于1月28日启用，每天停靠列车46列，到省城最快需要38分钟。
车站建筑面积1.2万平方米，设两台四线，候车厅可容纳1500人。
市交通局表示，同步开通四条公交线路，首末班车与列车时刻衔接。]], html = [[
<!doctype html><html amp lang="zh"><head><meta charset="utf-8"><title>北岭高铁站月底启用 - 岭南快报</title>
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"北岭高铁站月底启用","datePublished":"2024-01-19T18:05:00+08:00","author":{"@type":"Person","name":"郑晓彤"}}</script>
<style amp-boilerplate>body{opacity:0}</style></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/1">要闻</a>
</li>
<li><a href="/2">财经</a>
</li>
</ul>
</amp-sidebar><header><a href="/">岭南快报</a>
</header>
<main><h1>北岭高铁站月底启用</h1>
<p class="by">郑晓彤 · 3分钟读完</p>
<amp-img src="a.jpg" width="600" height="400" alt="车站"></amp-img><p>北岭高铁站将于1月28日启用，每天停靠列车46列，到省城最快需要38分钟。</p>
<p>车站建筑面积1.2万平方米，设两台四线，候车厅可容纳1500人。</p>
<amp-ad type="x"><div fallback>广告</div>
</amp-ad><p>市交通局表示，同步开通四条公交线路，首末班车与列车时刻衔接。</p>
</main>
<section><h3>更多新闻</h3><a href="/a">老城区改造二期开工</a>
<a href="/b">今年首场寒潮来袭</a>
<a href="/c">灯会门票今起预约</a>
</section>
<footer>© 2024 岭南快报</footer>
</body></html>]] },
  { name = "big5", title = "海濱步道完工 週末開放", author = "林美惠", time = "2019-05-23 14:20", content = [[
東灣市海濱步道工程昨天完工，全長3.6公里，總經費1億2000萬元，週六起開放民眾使用。
市府工務局表示，步道沿線設置涼亭8座、自行車停車架120個，並種植原生樹種2000株。
當地居民陳先生說，以前走到海邊要繞半小時，現在十分鐘就到。]], html = [[
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>海濱步道完工 週末開放 | 東灣時報</title>
</head>
<body><div id="menu"><a href="/">首頁</a>|<a href="/local">地方</a>|<a href="/sports">體育</a>
</div>
<div id="story"><h1>海濱步道完工 週末開放</h1>
<div class="info">2019/05/23 14:20　記者 林美惠／東灣報導</div>
<p>東灣市海濱步道工程昨天完工，全長3.6公里，總經費1億2000萬元，週六起開放民眾使用。</p>
<p>市府工務局表示，步道沿線設置涼亭8座、自行車停車架120個，並種植原生樹種2000株。</p>
<p>當地居民陳先生說，以前走到海邊要繞半小時，現在十分鐘就到。</p>
</div>
<div class="relate"><h4>相關新聞</h4><ul><li><a href="/n1">漁港假日市集人潮多</a>
</li>
<li><a href="/n2">東灣橋封閉施工兩週</a>
</li>
</ul>
</div>
<div class="foot">東灣時報 版權所有 不得轉載</div>
</body></html>]] },
}

local folder = arg[1] or error "usage: pages_by_hand.lua FOLDER"
for _, page in ipairs(PAGES) do
  local base = folder .. "/" .. page.name
  local html = assert(io.open(base .. ".html", "wb"))
  html:write(page.html)
  html:close()
  page.html, page.name = nil, nil
  local gold = assert(io.open(base .. ".json", "wb"))
  gold:write(cjson.encode(page))
  gold:close()
end
