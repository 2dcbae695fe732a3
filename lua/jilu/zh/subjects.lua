-- Who acts in a clause: what the grammatical subject is made of, by the part of
-- speech of its words and by what it ends with. Data of jilu.ledger; Simplified
-- and half-width, as in the folded text.

local function set(words)
  local found = {}
  for word in words:gmatch "%S+" do found[word] = true end
  return found
end

local function list(words)
  local found = {}
  for word in words:gmatch "%S+" do found[#found + 1] = word end
  return found
end

-- The places themselves, spoken of from within: 全县, 我市.
local regions, own = {}, {}
for place in ("国 省 市 县 区 州 盟 旗 镇 乡 村 街道 社区 港 岛 地区 辖区 自治区 自治州 自治县"):gmatch "%S+" do
  regions["全" .. place] = true
  regions["我" .. place], regions["本" .. place], regions["该" .. place] = true, true, true
end
for body in ([[
  校 院 系 局 委 厅 处 办 站 所 中心 行 会 府 署 社 馆 园 司 部 公司 集团 厂 矿 队 支部 党委 单位 机关 学院 学校 医院
  工会 协会 学会 法院 检察院 政府 企业 银行 基金会 党支部 党总支 支队 大队 团 店 场 网 刊 报 组 科 处室 项目部 分公司
]]):gmatch "%S+" do
  for _, word in ipairs { "我", "本", "该", "贵" } do own[word .. body] = true end
end

return {
  -- What places are called that have a government.
  governed = set "县 市 区 省 州 盟 旗 镇 乡 街道",

  -- Classes of words by the first letters of their part of speech.
  verbs = set "v vd vi vq df",
  verbal_nouns = set "vn",
  adverbs = set "d ad dg",
  prepositions = set "p",
  conjunctions = set "c",
  particles = set "u ul uz ug ud uv y o e",
  attributive = set "uj",
  localizers = set "f",
  numerals = set "m mq",

  -- Between a subject and its verb, whatever dictionaries call them.
  -- Verbs that only stand before the people and bodies they tell of: 所属单位, 与会代表.
  modifiers = set "所属 下属 直属 有关 相关 与会 参会 参训 参赛 在校 在职 在岗 获奖 入围 驻守 常驻 用人 监管 主管",
  manner = "平均 年均 月均 人均 户均 日均 亩均 均 成功 顺利 共同 联合 自觉 主动 正式 首次 圆满",

  having = "现有 共有 设有 拥有 存有",
  -- Where people live, not who acts.
  settings = set "城镇 农村 城乡 乡村 城市",
  -- A single character that may act by itself.
  single = set "省 市 县 区 州 盟 旗 镇 乡 村 国 港",

  own_initials = list "全 我 本",
  regions = regions,
  own = own,
  -- what the names of bodies end with that speak of themselves as 我校, 我院
  own_heads = {
    ["校"] = list "大学 学院 中学 小学 学校", ["院"] = list "医院 法院 检察院 学院 研究院",
    ["司"] = list "公司", ["行"] = list "银行 支行 分行", ["会"] = list "协会 学会 委员会 工会 商会",
    ["矿"] = list "煤矿", ["厂"] = list "工厂", ["馆"] = list "博物馆 图书馆 文化馆", ["中心"] = list "服务中心",
    ["系"] = list "系",
  },
  we = set "我们 咱们 我方 本人 我 本席",
  pronouns = set "他 她 它 他们 她们 它们 其 二人 两人 双方 前者 后者 自己 大家",
  plural_pronouns = set "他们 她们 它们 二人 两人 双方 大家",
  same = set "该 此 这", anaphor = set "该 該",

  each = "每",
  -- What stands behind a noun to say where, whatever dictionaries call it.
  places = set "内 外 上 下 中 里 旁",

  -- Parts of speech that names have, where no fact is found.
  names = { nr = "nr", nrt = "nr", nrfg = "nr", ns = "ns", nt = "nt" },

  -- With whom: no subject.
  with = set "和 与 同 跟",
  -- What joins two subjects.
  joining = set "和 与 及 暨 以及 、",
  -- What an agent stands behind.
  -- Behind these stands who is asked or told of, no subject.
  by = set "让 请 据 委托 邀请 特邀 责成 敦促",
  -- What people and bodies that act are counted in.
  acting_units = set "人 名 位 户 家 个 支 所 人次",
  averages = set "平均 年均 月均 人均 户均 日均 亩均",
  agent = set "由 被 经",
  passive = "被",
  represents = "代表",                    -- 我代表国务院
  -- A subject is not passed over by these at the head of a clause.
  opening = set [[
    其中 另外 另 此外 同时 并 而 而且 并且 但 但是 还 又 也 则 且 随后 接着 之后 然后 最后 首先 其次 再次 最终 目前 如 例如 比如
    过程中 期间 会上 会后 其间 当时 因此 为此 对此 至此 据统计 据了解 据悉 如今 会前 会中 其后 随即 同年 当年 次年 同月 当月 当日 同日 当天 该年 该月 该日
    年内 期内 过程 当中 同期 如下 现在 今后 未来 近日 日前 共 总共 累计 预计 特别是 尤其是 尤其 于是 所以 因而 从而 适逢 适值 截至 截止 分别 至于 经过
  ]],
  others = "等",                          -- 甲、乙等5个村
  -- Words of saying, behind which another speaks.
  says = set "说 指出 表示 认为 强调 介绍 称 提到 要求 宣布 宣告 统计 显示 表明 报道 透露 解释 谈到 写道 回忆 感慨 坦言 希望 预测 预估 预计",

  -- Verbs that tell no event.
  copulas = set [[
    是 为 成为 属于 位于 作为 意味着 标志着 就是 即 系 有 没有 具有 包括 分为 需要 应该 可以 能够 面临 处于 来自 看到 感到 觉得 知道 希望 相信
  ]],
  -- Verbs of a stance, which is no event.
  stances = set [[
    加大 加快 坚持 贯彻 强化 深化 加强 围绕 聚焦 立足 践行 弘扬 秉持 秉承 致力 着力 突出 树立 注重 重视 高度重视 努力 力求 切实 充分 积极 发扬 继续 保持
  ]],
  -- What a clause begins with that goes on with the measure before it.
  continuing = list [[
    达到 达 增至 升至 降至 减至 占 相当于 同比 环比 比上年 比去年 较上年 较去年 较 比 增长 下降 增加 减少 提高 上升 降低 预期 预计 力争 确保 位居 居 列 创
    高于 低于 超过 突破
    总量 总额 总投资 涨幅 降幅 增幅 已超越 超越 约占 均 与去年 与上年 惠及 总价款 发展成为 直接受益 共有
  ]],
  within = "其中", one = "一",
  negations = set "不 没 未 无 莫 别",
  forecasts = set "预计 预期 预估 可望 有望 争取 力争 计划 拟",  -- 预计年底完工
  perfect = set "了 起 过", located = set "于",
  equates = set "是",                     -- 2023年是提速之年
  -- What ends a clause that only sets the scene, and what begins a hypothetical one.
  scene_endings = set "以来 期间 之际 之前 之后 之时 之中 时 后 前 中 里 下 起 方面 来说 而言 来看 时候 同时 基础上",
  hypothetical = set "如果 若 倘 假如 假设 一旦 只要 即使 倘若 每当 当 无论 不论 适逢 时值 正值 恰逢",

  -- What a measure has: a value, not a deed.
  values = set [[
    达 达到 达成 为 是 占 增长 下降 减少 增加 超过 突破 提高 上升 降低 增至 升至 降至 减至 上涨 下跌 回落 居 列 位居 高于 低于 多于 少于 控制 扩大 缩小
    缩短 约 近 超 逾 破
    相当于 等于 有 共有 现有 拥有 设有 总计 合计 共计 累计 高达 攀升 下滑 提升 增 降 减 涨 跌 同比增长 同比下降
  ]],

  -- What a subject ends with, by what it is; the longest counts.
  heads = {
    measure = [[
      率 额 量 数 值 度 面积 时长 长度 容量 资金 收入 比例 比重 总值 产值 总额 总量 总数 增速 增幅 降幅 涨幅 涨跌 价格 价 成本 利润 税费 费用 经费 支出 开支
      存款 贷款 余额 投资 投入 销售 消费 水平 指数 指标 规模 人数 户数 次数 宗数 件数 人次 产量 库存 装机 里程 密度 深度 高度 宽度 厚度 距离 年龄 工资 待遇
      时间 占比 负债 权益 资产 任务 缺口 财政 用地 寿命 成绩 排名 播放量 影响 造价 票房 银幕
    ]],
    people = [[
      们 人员 同志 党员 干部 职工 员工 群众 居民 村民 教师 学生 师生 学员 志愿者 代表 成员 队员 专家 学者 委员 议员 医生 护士 医护 民警 干警 法官 检察官
      律师 记者 农户 农民 市民 客商 嘉宾
      选手 运动员 教授 老师 同学 青年 妇女 儿童 老人 家长 用户 消费者 经营者 旅客 游客 观众 读者 作者 人士 人才 骨干 劳模 能手 战士 官兵 军民 航天员 工人
      师傅 毕业生 女生 男生 研究生 大学生 博士 硕士 校友 患者 病人 户 者 员
      书记 主任 局长 部长 校长 院长 市长 县长 省长 区长 乡长 镇长 村长 所长 处长 科长 厅长 署长 主席 总理 总统 董事长 总经理 经理 会长 理事长 秘书长 馆长
      台长 社长 站长 队长 组长 厂长 矿长 行长 首长 班子 领导 负责人 发言人 专员 顾问 院士 一行 先生 女士
    ]],
    body = [[
      委员会 党委 党组 党总支 总支 党支部 支部 工委 团委 工会 妇联 协会 学会 商会 联合会 基金会 理事会 董事会 指挥部 政府 人大 政协 法院 检察院 公安局 派出所
      单位 部门 机关 机构 组织 乡镇 街道 社区 局 厅 委 办 部 处 科 院 庭 所 站 队
      署 司 社 厂 矿 公司 集团 企业 银行 支行 分行 中心 学校 中学 小学 大学 学院 学部 系 幼儿园 医院 卫生院 研究院 研究所 车间 班组 项目部 部队 连队 工作室
      合作社 园区 开发区 馆 台 报社 出版社 网站 媒体 团队 小组 专班 领导小组 检查组 督导组 工作组
      宣讲团 服务团 突击队 服务队 志愿队 青年营 大队 支队 总队 分会 总会 府 行 校 财政 界 平台公司 各界 会议 大会 党 党派 分团 高校 院校 省局 市局
    ]],
    event = [[
      活动 大赛 比赛 竞赛 联赛 会议 大会 座谈会 论坛 仪式 开幕式 闭幕式 展览 展 晚会 运动会 讲座 培训班 培训 年会 研讨会 发布会 招聘会 双选会 文化节 文化周 节
      典礼 演练 赛 班 周 课程 行动 会
    ]],
    thing = [[
      工程 项目 系统 平台 工作 计划 方案 条例 办法 规定 制度 意见 通知 报告 机制 体系 产业 企业化 经济 服务 设施 设备 情况 问题 建设 改革 事业 公路 铁路 桥
      水库 大楼 局 变局 格局 大局 布局 时局 结局 当局者 局面 危局 困局 全局 棋局 事务 任务书 数据 图书 书籍 作品 论文 专利 技术 产品 案件 个案
    ]],
  },
}
