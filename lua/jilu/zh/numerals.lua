-- How Chinese writes numbers, and the words in which a numeral counts nothing.

local ABOUT, OVER, NEARLY, AT_LEAST, AT_MOST = 1, 2, 3, 4, 5

return function(add)
  for value, words in pairs {
    [0] = "零 〇 ○", "一 壹", "二 贰 两 俩", "三 叁 仨", "四 肆", "五 伍", "六 陆", "七 柒", "八 捌", "九 玖",
  } do
    add("digit", words, { value = value })
  end
  add("power", "十 拾", { value = 1 })
  add("power", "百 佰", { value = 2 })
  add("power", "千 仟", { value = 3 })
  add("section", "万", { value = 4 })
  add("section", "亿", { value = 8 })
  add("section", "兆", { value = 12 })
  add("tens", "廿", { value = 20 })
  add("tens", "卅", { value = 30 })
  add("point", "点")
  add("minus", "负 - 零下")
  add("half", "半", { value = 0 })
  add("half", "一半", { value = 1 })
  add("rough", "上 成", { value = OVER })
  add("indefinite", "几 数 多 若干")
  add("ordinal", "第")
  add("fraction", "分之")
  add("percent_before", "百分之", { text = "%", code = "%" })
  add("percent_before", "千分之", { text = "‰", code = "[ppth]" })

  add("percent_before", "万分之", { text = "%", code = "%", value = -2 })

  -- behind 约 and the like; 达 says no more than "is"
  add("approx_before", "约 大约 大概 约为 约计 约有 约达 大致 大体", { value = ABOUT })
  add("approx_before", "近 将近 接近 近乎 临近", { value = NEARLY })
  add("approx_before", "超 超过 逾 破 突破 超出 多于 大于 高于 已逾 已超 >", { value = OVER })
  add("approx_before", "不到 不足 低于 少于 小于 未满 不满 未达 <", { value = NEARLY })
  add("approx_before", "至少 不少于 不低于 不小于 最少 不得少于 不得低于 不得小于 不应少于 不应低于 大于等于 大于或等于 ≥", { value = AT_LEAST })
  add("approx_before", "至多 最多 不超过 不多于 不高于 不大于 不得超过 不得高于 不得多于 不得大于 不应超过 小于等于 小于或等于 ≤", { value = AT_MOST })
  add("approx_between", "余 多 几 来", { value = OVER })
  add("approx_after", "以上 及以上", { value = AT_LEAST })
  add("approx_after", "以下 以内 及以下", { value = AT_MOST })
  add("approx_after", "左右 上下", { value = ABOUT })
  add("approx_after", "多 有余", { value = OVER })
  add("approx_far", "至少 不少于 不低于 不得少于 不得低于", { value = AT_LEAST })
  add("approx_far", "至多 最多 不超过 不得超过 不高于", { value = AT_MOST })

  -- 每一个, 是一个: one of a kind
  add("distributive", "每 任何 某 同 另 这 那 该 哪")
  add("copula", "是 成为 作为 当作 变成 就是 视为 当成 称为")

  add("session", "届")

  add("range", "至 到 — —— ~ ～ - – 或")
  add("from", "从 由 自")

  -- words, idioms and indefinite amounts
  add("opaque", [[
    进一步 统一 唯一 一定 一些 一切 一样 一般 一致 一直 一旦 一律 一同 一起 一并 一向 一再 一时 一贯 一线
    一体 一体化 一系列 一整套 一批 一大批 一种 一类 一点 一流 一道 一面之词 一方面 一边 一旁 一概 一行 一带
    一带一路 一如既往 一目了然 一往无前 一以贯之 一丝不苟 一视同仁 一马当先 一举 一举一动 一心一意 一家亲
    一把手 一刀切 一揽子 一站式 一门式 一窗式 一网通办 一卡通 一票否决 一岗双责 一对一 一一 一排排 一个个 一次次
    一步步 一项项 一件件 一条条 一户户 一层层 一阵 一程 一番 一块儿 一会儿 一瞬 一生 一世 一辈子 一身
    一股劲 一锤定音 一蹴而就 一脉相承 一应俱全 一臂之力 一席之地 一己之力 一技之长 万一 万众一心 万无一失
    万事 万物 万里长城 千万别 千方百计 千家万户 千头万绪 千篇一律 百姓 百花齐放 百年大计 百分百 十分 十足
    十全十美 五花八门 五湖四海 四川 四通八达 四面八方 四周 四处 四肢 四季 三峡 三亚 三明市 三农 三番五次
    三心二意 九寨沟 九江 六安 六盘水 七台河 八达岭 八一 五一 十一 二维码 二手 二次元 二胎 二话不说 二者
    三者 两者 两岸 两地 两旁 两侧 两会 两手抓 两手 两面 两全 两难 两极 半导体 半岛 半途 半数 单一 专一 合一
    独一无二 如一 划一 逐一 万一 之一 其一 同一 归一 整齐划一 首屈一指 丢三落四 推三阻四 朝三暮四 再三 接二连三
    不三不四 低三下四 颠三倒四 乱七八糟 七上八下 七嘴八舌 横七竖八 四舍五入 五谷 五金 五官 五脏 六神无主 零售
    零星 零距离 零部件 零散 零容忍 零配件 百货 百科 百度 千克拉 千里马 亿万 成千上万 成百上千 千千万万 万岁
    星期一 星期二 星期三 星期四 星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六
    一系列 一大批 一小批 一部分 一小部分 一大部分 一段 一段时间 一支笔 一把尺子 一盘棋 一张网 一条龙 一站 一号工程
    多个 多种 多家 多次 多项 多名 多元 多方 多样 多数 多年 多媒体 多功能 几个 几次 几名 几种 几乎 数次 数据 数字
    数量 数学 数控 若干 举一反三 张三 李四 三中 四中 五中 六中 七中 二中 一中 三中全会 四中全会 五中全会 六中全会
    续约 合约 签约 履约 节约 预约 条约 契约 违约 制约 公约 附近 靠近 邻近
    上半 下半 前半 后半 大半 多半 过半 八路军 三角 十字路口 一度 九牛一毛 七里河
    一年级 二年级 三年级 四年级 五年级 六年级 七年级 八年级 九年级
    七中全会 二中全会 一中全会 十九大 十八大 十七大 十六大 二十大 十九届 十八届 十七届 二十届 十六届
  ]])
end
