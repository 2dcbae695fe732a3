-- Short texts that tell what a clause says where words are no help: data for
-- core.clauses.

local function list(words)
  local found = {}
  for word in words:gmatch "%S+" do found[#found + 1] = word end
  return found
end

local function set(words)
  local found = {}
  for word in words:gmatch "%S+" do found[word] = true end
  return found
end

local texts = {
  attributive = { "的" },
  same = { "该" },                        -- 该支部, which was named before
  any = { "每", "本" },                   -- 每村: nobody in particular …
  own = { "本公司" },                     -- … but who reports
  by = { "以" }, unit = { "为单位" },     -- 以各村为单位
  reaching = { "到", "至" },              -- 压缩到1天以内
  -- a measure, what amounts to its value: 率达90%
  measure = list "率 额 量 数 值 面积 时长 长度 容量 资金 收入 比例 比重",
  amounts = list "达到 达到了 高达 达 为 超过 超过了 超 突破 突破了 破",
  ending = list "以来 中 下 后 前 时 上 期间 之际 方面",
  object = list "情况 问题 隐患 线索 人员 对象 单位 事项 工作",
  -- 述职评议会顺利召开: what was held is not who held it
  held = list "召开 举行 举办 开幕 落幕",
  -- Characters that words of doing begin with; a clause that begins so before
  -- a quantity states a deed even where the word itself is not listed.
  initial = list [[
    查 抓 打 破 捣 缴 扣 冻 拦 追 捕 救 送 帮 拆 修 购 卖 派 捐 募 筹 植 栽 铺 架 挖 清 扫 迁 搬 签 拨 聘 招 录 授 颁 奖 罚 编 印 拍 访 慰 探 督 巡
    排 整 消 防 治 诊 接 受 答 递 征 免 退 补 换 改 护 惩 扶 赠 赴 踏 研 推 引 吸 纳 培 撰 刻 绘 评 选 判 审 撤 裁 测 验 储 运 载 装 卸 放 挂 贴 插
    悬
  ]],
}

return {
  texts = texts,
  -- 一个, 一名: an article, where nothing tells that it counts
  one = "一",
  articles = set "个 名 支 面 项 种 条 份 位 件 本 块 家 道 张 座",
}
