-- What Chinese pages and official documents print around their text: keys of
-- metadata, navigation, widgets, disclaimers. Data only; Simplified and
-- half-width, as in the folded text.

local pages = {}

local function set(words)
  local t = {}
  for word in words:gmatch "%S+" do t[word] = true end
  return t
end

-- Keys of "key: value" lines, by the field of the document they fill. `page`
-- keys mean the page; `event` keys may as well belong to the text, so they
-- count only above or below it.
pages.keys = {}
local function keys(field, words)
  for word in words:gmatch "%S+" do pages.keys[word] = field end
end
keys("source", [[来源 文章来源 信息来源 稿件来源 新闻来源 稿源 内容来源 资料来源 出处 来源于]])
keys("published", [[发布时间 发布日期 发表时间 发表日期 发稿时间 刊发时间 时间 日期 发布于
  发布 公布日期 公布时间 公开日期 公开时间 上传时间 录入时间 添加时间 创建时间 信息时间]])
keys("issued", [[发文日期 发文时间 成文日期 成文时间 印发日期 印发时间 生成日期 签发日期]])
keys("updated", [[更新时间 更新日期 最后更新 修改时间 最后更新时间]])
keys("authors", [[作者 撰稿 撰稿人 撰文 文字 文图 图文 文 记者 本文作者]])
keys("editors", [[编辑 责编 责任编辑 网络编辑 执行编辑 值班编辑 本期编辑 编辑人 编审 主编 责任编审
  文字编辑 新媒体编辑]])
keys("contributors", [[供稿 供稿人 通讯员 投稿 投稿人 特约通讯员 本报通讯员 本网通讯员 供稿者]])
keys("contributed_by", [[供稿单位 报送单位 投稿单位 来稿单位 选送单位]])
keys("organization", [[发布单位 发布机构 发布机关 发文机关 发文单位 发文机构 制发机关 信息发布单位
  公开机构 公布机关 作者单位]])
keys("publisher", [[发布者 发布人]])
keys("host", [[主办单位 主办 主管单位 主管主办 版权所有 网站主办]])
keys("url", [[本文链接 原文链接 文章链接 原文地址 本文地址 文章地址 本文网址 链接地址 链接 网址]])
keys("icp", [[icp备案号 备案号 备案序号 icp备案 icp证 网站备案号 备案编号 icp备案编号 网站备案]])
keys("page", [[图片 图 供图 图源 校核 审核 审核人 初审 复审 终审 一审 二审 三审 签发 签发人 校对 监制 摄影 摄 录入 录入员
  录入人 录入者 文章录入 信息录入 站长 排版 制作 总值班 值班主任 浏览次数 浏览量 浏览 阅读次数 阅读量 阅读 阅读数 点击
  点击数 点击率 点击量 点击次数 访问量 访问次数 浏览人次 人气 次数 评论 评论数 承办单位 承办
  协办单位 协办 技术支持 技术支撑 技术维护 网站维护 运维单位 网站标识码 政府网站标识码 公安备案号
  公网安备 公安备案 联网备案号 联系人 联络人 新闻联系人 承办人 联系电话 联系方式 咨询电话 举报电话 监督电话 值班电话
  电话 传真 地址 联系地址 单位地址 通讯地址 邮编 邮政编码 邮箱 电子邮箱 电子邮件 email e-mail tel
  fax 索引号 索引 信息索引号 信息索取号 文号 发文字号 文件编号 公文编号 主题分类 主题词
  信息分类 信息类别 信息类型 所属类别 分类 类别 体裁 体裁分类 有效性 公开方式 公开形式 公开属性
  公开范围 公开类别 公开程序 信息有效性 信息名称 名称 标题 关键词 关键字 标签 所属栏目 栏目 频道
  证券代码 证券简称 公告编号 股票代码 股票简称 债券代码 债券简称 编号 组配分类 服务对象
  统一社会信用代码 客服 qq 微信 微信号 微博 公众号 投稿邮箱 投稿热线 新闻热线 服务热线 热线
  许可证号 许可证 信息网络传播视听节目许可证 互联网新闻信息服务许可证 增值电信业务经营许可证]])
keys("event", [[会议时间 会议地点 地点 活动时间 活动地点 主持人 主持 会议主持 出席 出席人员 列席
  列席人员 参会人员 参会 参加人员 与会人员 缺席 请假 记录 记录人 会议记录 整理]])
keys("page", [[分送 抄送 发送 主送 报送 抄报 印发 原标题 原题 主题 内容概述 中图分类号 文献标识码 文章编号 文档编号 上传人 页数 格式 摘要]])

-- Keys of front matter that mean nothing of the kind in a line of a page.
pages.front_matter = { ["标题"] = "title", ["题目"] = "title", ["别名"] = "alias",
  ["网站"] = "source", ["单位"] = "organization", ["机构"] = "organization" }

-- Keys of who is to be asked, also with words before them: 活动联络人
pages.contacts = set [[联系人 联络人 联系电话 电话 传真 邮箱 邮编 地址 热线 咨询电话]]

-- Words of a link to the page that a text was taken from.
pages.origins = { "首发地址", "原文地址", "原文链接", "文章地址", "本文地址", "文章链接", "原始链接", "查看原文" }

-- A key that says a line of 时间 means the meeting, not the page.
pages.event_places = set [[地点 会议地点 主持人 主持 会议主持 出席 出席人员 参会人员 参加人员]]

-- Words that menus, bars and buttons are made of. A line of nothing else is
-- furniture.
pages.widgets = set [[
  首页 网站首页 返回首页 主页 主站首页 设为首页 加入收藏 收藏本站 收藏 收藏本页 联系我们 关于我们 网站地图 站点地图
  网站声明 免责声明 法律声明 隐私声明 隐私政策 版权声明 使用帮助 网站帮助 帮助中心 帮助 无障碍浏览 无障碍 长者模式
  关怀版 适老版 繁体 简体 繁體 繁体版 简体版 english 中文 手机版 电脑版 移动版 触屏版 登录 注册 退出 搜索 检索
  高级搜索 站内搜索 打印 打印本页 打印此页 关闭 关闭窗口 关闭本页 关闭页面 返回顶部 回到顶部 置顶 返回 返回列表
  返回上页 返回上一页 上一页 下一页 首 尾 尾页 末页 上页 下页 上一篇 下一篇 上一条 下一条 上一则 下一则 回上一页 回页首
  回首页 大 中 小 特大 字号 字体 字体大小 默认 分享 分享到 分享至 分享文章 分享本页 一键分享 转发 微信 微博 新浪微博
  腾讯微博 qq空间 qq qq好友 朋友圈 微信好友 人人网 豆瓣 百度贴吧 复制链接 复制 评论 我要评论 发表评论 网友评论 点赞
  赞 推荐 举报 纠错 我要纠错 订阅 rss 收听 播放 扫一扫 更多 查看更多 更多内容 阅读原文 阅读全文 点击查看 展开全文
  导航 网站导航 栏目导航 导航栏 菜单 回复 顶 踩 意见反馈 在线留言 客服 扫码关注 关注我们 人工客服 回顶部 打印文章
  打印页面 打印本文 字体: 加大 缩小 恢复 标准 正文 详情 信息详情 文章内容 正文内容 内容详情 详细内容 浏览 下载 投稿
  新闻中心 新闻资讯 新闻动态 政务公开 信息公开 政府信息公开 办事服务 政务服务 网上办事 互动交流 政民互动 公众参与
  专题专栏 专题 专栏 通知公告 公告公示 公示公告 政策法规 政策文件 工作动态 基层动态 要闻 时政 重要新闻 图片新闻
  视频新闻 视频 图片 领导之窗 机构设置 机构概况 部门动态 数据发布 数据开放 走进 资料下载 下载中心 人事招聘 党建 党建工作
  组织建设 党建频道 评论频道 服务 互动 旅游 教育 经济 社会 文化 体育 民生 法治 政法 财经 娱乐 科技 健康 军事 国际 国内]]

-- What begins a line that only a page says.
pages.openers = {
  "当前位置", "您的位置", "您现在的位置", "您当前的位置", "你的位置", "所在位置", "现在位置", "当前页面",
  "您所在的位置", "您当前所在位置", "当前所在位置", "我的位置", "首页>", "首页 >", "上一篇", "下一篇",
  "上一条", "下一条", "分享到", "分享至", "分享让", "扫一扫", "微信扫一扫", "微信“扫一扫", "扫描二维码",
  "长按二维码", "点击关注", "欢迎访问", "欢迎您访问", "欢迎光临", "您是第", "你是第", "【打印", "【关闭",
  "【字体", "【字号", "字体:", "字号:", "打开微信", "用微信", "使用微信", "手机扫", "返回首页", "返回列表",
  "点击下载", "附件下载", "下载附件", "您还可以", "您的浏览器", "请使用", "建议使用", "today is", "今天是",
  "友情链接", "网站地图", "版权所有", "copyright", "©", "(c)", "powered by", "all rights", "produced by",
  "前一篇", "后一篇", "上篇:", "下篇:", "上一则", "下一则", "点击播报", "点击收听", "点击查看", "点击蓝字",
  "点击上方", "点击图片", "点击阅读", "点击关注", "收听全文", "全文共", "本文共", "预计阅读", "喜欢就点",
  "点个", "点“在看”", "更多精彩", "更多内容", "长按识别", "识别二维码", "扫码", "关注公众号", "欢迎关注",
  "http://", "https://", "www.", "欢迎来到", "正在阅读", "文字缩放", "文字大小", "站内搜索", "热门搜索",
  "全文检索", "调查问题加载", "若长时间无响应", "读取中", "加载中", "页面加载", "您正在阅读", "app下载",
  "客户端下载", "您正在使用", "热搜", "下载客户端",
}

-- Words behind the name of the body that runs a site.
pages.host_words = { "主办", "主管", "承办", "制作", "版权所有" }

-- The name of a site, as its head prints it.
pages.site_suffixes = { "门户网站", "网站", "政务网", "门户网", "信息网", "党建网", "服务网", "官网", "官方网站" }

-- What begins the part of a page that points elsewhere.
pages.elsewhere = set [[
  相关链接 相关新闻 相关文章 相关阅读 相关报道 相关专题 相关内容 相关信息 相关推荐 相关附件 相关文档
  相关资讯 相关稿件 相关政策 相关解读 推荐阅读 推荐文章 推荐新闻 延伸阅读 扩展阅读 热门推荐 热门文章
  热门新闻 热门阅读 热点新闻 热点推荐 热点专题 最新文章 最新新闻 最新资讯 最新动态 猜你喜欢 为您推荐
  精彩推荐 编辑推荐 今日推荐 今日热点 阅读排行 点击排行 新闻排行 排行榜 热榜 友情链接
  下一篇 上一篇 快速链接 常用链接 专题推荐 更多推荐 更多新闻 网站链接 大家都在看 视频推荐
  图片推荐 本类推荐 同类文章 栏目推荐 网友评论 最新评论 热门标签 延伸链接]]

-- Turns of phrase in which a site speaks of itself and of its rights.
pages.disclaimers = {
  "转载请", "不代表本站", "不代表本网", "本站观点", "本网观点", "版权归", "如有侵权", "若有侵权",
  "侵权请", "联系删除", "联系我们删除", "请联系管理员", "未经授权", "未经许可", "未经书面授权", "不得转载",
  "严禁转载", "禁止转载", "请注明出处", "网友上传", "会员上传", "会员整理", "网络收集", "网络整理",
  "本站所有", "本网站所有", "本站声明", "本网声明", "分辨率", "浏览器访问", "浏览器浏览",
  "all rights reserved", "仅代表", "信息发布平台", "存储空间服务", "违法和不良信息举报", "小编为", "供大家参考", "小编整理",
}
-- and such as need another word of the kind beside them
pages.weak_disclaimers = { "仅供参考", "原创文章", "注明来源", "收集整理", "免责声明" }
pages.rights = { "本文", "本站", "本网", "转载", "版权", "网络", "范文", "来源" }
pages.disclaimer_keys = set [[
  声明 免责声明 版权声明 特别声明 郑重声明 本站声明 版权 转载声明 责任声明]]

-- The last word of a part of a site, as menus name it.
pages.site_parts = set [[新闻 动态 资讯 公告 要闻 专栏 概况 简介 之窗 频道 快讯 风采 园地 天地 我们
  中心 视频 图集 留言 下载 链接 导航 专题 报道]]

-- What is attached behind a text.
pages.annex = "附件"

-- First two characters of a salutation, and its last one.
pages.salutations = set [[各位 尊敬 同志 女士 先生 亲爱 们]]

-- What a picture shows: words that end its text, and verbs of longer ones.
pages.caption_endings = set [[合影 合照 留影 致辞 致词 现场 会场 剪影 一角 颁奖 典礼 仪式 开幕式 闭幕式
  签约 揭牌 座谈 授课 讲解 发言]]
pages.caption_verbs = { ["合影"] = 1, ["参观"] = 1, ["致辞"] = 1, ["揭牌"] = 1, ["颁奖"] = 1, ["出席"] = 1,
  ["接受"] = 1, ["合照"] = 1 }

-- Starts of picture texts.
pages.captions = { "图为", "图:", "图说:", "图片说明", "图注:", "上图:", "下图:", "上图为", "下图为",
  "左图", "右图", "图一", "图二", "图三", "图1", "图2", "图3", "图4", "图5", "▲", "△", "↑",
  "表1", "表2", "表3", "表4", "表5" }
-- and their ends, inside the last bracket
pages.caption_ends = { "摄)", "摄影)", "资料图)", "资料图片)", "供图)", "提供)", "配图)" }

pages.image_suffixes = set [[jpg jpeg png gif bmp webp tif tiff svg]]
pages.file_suffixes = set [[doc docx pdf xls xlsx ppt pptx wps zip rar txt ofd mp4 mp3 et]]

-- The last word of a body's name.
pages.organization_suffixes = {
  "委员会", "常委会", "人民政府", "政府", "办公室", "办公厅", "办事处", "工委", "党委", "党组", "纪委", "监委",
  "市委", "县委", "区委", "省委", "镇委", "乡委", "组织部", "宣传部", "统战部", "政法委", "党工委",
  "部", "局", "厅", "处", "科", "院", "所", "站", "队", "会", "社", "台", "报", "网", "校", "中心", "公司",
  "集团", "银行", "大学", "学院", "中学", "小学", "学校", "医院", "法院", "检察院", "党支部", "支部", "总支",
  "党总支", "协会", "学会", "联合会", "基金会", "合作社", "研究院", "研究所", "管委会", "指挥部", "领导小组",
  "专班", "董事会", "监事会", "工会", "团委", "妇联", "总工会", "商会", "街道", "村", "社区", "镇", "乡",
  "频道", "电视台", "日报", "晚报", "出版社", "编辑部", "理事会", "秘书处", "调查队", "总队", "支队", "大队",
  "厂", "店", "馆", "园", "办", "委", "署", "关", "科室", "系统", "电台", "新闻", "发布",
}

-- The last word of a document's name.
pages.document_nouns = {
  "通知", "公告", "通告", "通报", "决定", "决议", "意见", "方案", "办法", "细则", "规定", "规则", "条例", "章程",
  "报告", "总结", "纪要", "函", "批复", "请示", "公报", "规划", "计划", "要点", "讲话", "公示", "指南", "预案",
  "规程", "准则", "标准", "制度", "倡议书", "公约", "说明", "解读", "简报", "汇报", "综述", "安排", "措施",
}

-- Words beside which names stand in a byline, and the field that they fill;
-- `behind`: the names stand in front of it. Longer words first.
pages.roles = {
  { word = "摄影报道" }, { word = "综合报道" }, { word = "报道", behind = true }, { word = "报导", behind = true },
  { word = "摄影" },
  { word = "特约通讯员", field = "contributors" }, { word = "通讯员", field = "contributors" },
  { word = "供稿", field = "contributors", behind = true },
  { word = "投稿", field = "contributors", behind = true },
  { word = "本报记者", field = "authors" }, { word = "本网记者", field = "authors" },
  { word = "记者", field = "authors" }, { word = "作者", field = "authors" },
  { word = "撰稿", field = "authors" }, { word = "责任编辑", field = "editors" },
  { word = "责编", field = "editors" }, { word = "编辑", field = "editors" }, { word = "摄" },
}

-- What stands for an author where there is none.
pages.nobody = set [[佚名 未知 匿名 不详 无 会员上传 网友上传 网友投稿 网友 本站 网络 本站原创 原创]]

-- The commonest surnames: a lone pair of brackets at the end of a text holds
-- names only if each begins with one.
pages.surnames = set [[
  王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈
  曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白
  崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 庞 樊 兰 殷 施 陶 洪 翟 安
  颜 倪 严 牛 温 芦 季 俞 章 鲁 葛 伍 韦 申 尤 毕 聂 丛 焦 向 柳 邢 路 岳 齐 梅 莫 庄 辛 管 祝 左 涂 谷 祁 时
  舒 耿 牟 卜 肖 詹 关 苗 凌 费 纪 靳 盛 童 欧 甄 项 曲 成 游 阳 裴 席 卫 查 屈 鲍 位 覃 霍 翁 隋 植 甘 景 薄
  单 包 司 柏 宁 柯 阮 桂 闵 解 强 丘 华 车 冉 房 边 辜 吉 饶 刁 瞿 戚 丰 滕 晏 蒙 池 虞 娄 单于 欧阳 司马 上官]]

-- Last words of link-farm anchors, and first words of such sites.
pages.place_suffixes = set [[县 市 区 旗 州 镇 乡 盟 省]]
pages.link_farm = {
  "娱乐", "棋牌", "彩票", "博彩", "赌场", "百家乐", "时时彩", "开户", "注册送", "投注", "真人", "老虎机",
  "代孕", "发票", "刻章", "贷款", "减肥", "壮阳", "私服", "外挂", "代写", "论文代", "成人", "情色", "在线观看",
  "免费下载", "最新网址", "备用网址", "备用线路", "官方版", "体育投", "澳门", "威尼斯人", "足球比分",
}

return pages
