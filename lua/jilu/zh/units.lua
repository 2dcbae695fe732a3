-- Measure words: what follows a number. A record names the word as it was
-- written; `code` is the UCUM code (or currency:ISO 4217), `value` a power of
-- ten that the name holds (七成 is 70 %).

return function(add)
  -- classifiers
  local classifiers = [[
    个 名 位 人 户 家 项 件 条 场 期 批 届次 篇 册 本 部 套 台 辆 艘 架 座 栋 幢 间 处 项次
    所 支 只 头 匹 棵 株 块 面 张 份 封 幅 枚 颗 粒 滴 根 把 双 对 副 组 队 班 岗 层 排 列 行 门 课 节 讲
    轮 遍 趟 回 步 宗 起 例 笔 单 款 类 种 样 股 道 口 片 段 页 字 句 词 章 集 版 季 桌 餐 顿 杯 瓶 盒 箱
    袋 包 桶 罐 盘 碗 筐 捆 束 串 车 航班 班 村 镇 乡 县 市 省 国 校 院 店 盏 顶 尊 扇 区 州 街道 社区
    床 具 孔 眼 尾 羽 畦 垄 茬 丛 簇 堆 团 摊 帧 标段 席 票 剂 针 窝 通 则 首 曲 幕 枝 朵 贴 剂 味 记 声 发 门店
    人份 台套 案 宿 室 厅 馆 站 线 网 庭 科 站点 网点 厘 毫 拨 伙 群 代 环 格 篓 担 挑 餐 穗 盆 缸 坛 钵 瓣 抹 缕 池 卷 辑
  ]]
  for word in classifiers:gmatch "%S+" do
    add("unit", word, { text = word })
    add("unit", word .. "次", { text = word .. "次" })
  end
  add("unit", "个次", { text = "个" })
  for word in ("次 频次 航次 排次 人天 人年 户数 平台 课时 学时 学分 分 倍 折 周年"):gmatch "%S+" do
    add("unit", word, { text = word })
  end
  -- what they number is said before: 参加人次达一千二百万
  for word, unit in pairs { ["人口 总人口 人数 总人数"] = "人", ["户数 总户数"] = "户", ["人次"] = "人次" } do
    add("unit_noun", word, { text = unit })
  end
  -- behind letters these say which one it is: APP3版; behind a number with a
  -- point too, or in digits from this value on: 2.0版, 302室, 国道318线
  add("version", "室 线", { value = 100 })
  add("version", "版 代", { value = 1e6 })
  add("version", "班", { value = 200 })
  add("version", [[
    型 级 款 系 号 期 届 季 页 章 节 课 层 座 区 站 口 道 组 队 院 厅 馆 集 类 种 样 本 部
  ]])
  -- how money is spoken of: 投入1.5个亿
  add("unit", "个亿 个亿元 个亿人民币", { text = "元", code = "currency:CNY", value = 8 })
  add("unit", "个亿美元", { text = "美元", code = "currency:USD", value = 8 })
  add("not_unit", "个亿万")
  add("division", "省 市 县 区 州 国 乡 镇 村 院 校")

  add("unit", "级", { text = "级" })
  add("unit", "点", { text = "点" })
  add("grade", "级", { value = 1 })
  add("grade", "点", { value = 0 })
  add("graded", "地震 强震 余震 大风 风 阵风 台风 风力 震级 烈度 中心风力")
  for word in ("堂 乡镇 镇街 县区 县市 省市 矿次 厂次 园次 街次 诊次"):gmatch "%S+" do
    add("unit", word, { text = word })
  end
  for word, code in pairs { ["吨公里"] = "t.km", ["吨海里"] = "t.[nmi_i]" } do
    add("unit", word, { text = word, code = code })
  end
  for word in ("人公里 车公里 客公里 标准立方米 立方米每秒 批次 人课时"):gmatch "%S+" do
    add("unit", word, { text = word })
  end
  add("unit", "个千分点 千分点", { text = "千分点", code = "[ppth]{point}" })

  -- share
  add("unit", "%", { text = "%", code = "%" })
  add("unit", "成", { text = "%", code = "%", value = 1 })
  add("unit", "‰", { text = "‰", code = "[ppth]" })
  add("unit", "倍", { text = "倍", code = "1" })
  add("unit", "个百分点 百分点", { text = "百分点", code = "%{point}" })
  add("unit", "个基点 基点", { text = "基点", code = "[pptth]" })

  -- durations; months carry their classifier: 3个月
  add("unit", "年 载", { text = "年", code = "a" })
  add("unit", "个年头", { text = "年", code = "a" })
  add("unit", "个月 月", { text = "月", code = "mo" })
  add("unit", "个季度", { text = "季度", code = "3.mo" })
  add("unit", "周", { text = "周", code = "wk" })
  add("unit", "个星期 星期", { text = "星期", code = "wk" })
  add("unit", "个礼拜 礼拜", { text = "礼拜", code = "wk" })
  add("unit", "天 昼夜", { text = "天", code = "d" })
  add("unit", "日", { text = "日", code = "d" })
  add("unit", "小时 个小时", { text = "小时", code = "h" })
  add("unit", "钟头 个钟头", { text = "钟头", code = "h" })
  add("unit", "分钟", { text = "分钟", code = "min" })
  add("unit", "秒 秒钟", { text = "秒", code = "s" })
  add("unit", "周岁", { text = "周岁", code = "a{age}" })
  add("unit", "岁", { text = "岁", code = "a{age}" })
  add("unit", "工作日 个工作日", { text = "工作日" })
  add("unit", "交易日 个交易日", { text = "交易日" })
  add("unit", "自然日 个自然日", { text = "自然日" })
  add("duration_join", "零 又")

  -- money
  for _, money in ipairs {
    { "元 块钱 圆", "元", "CNY" }, { "人民币", "元", "CNY" },
    { "美元", "美元", "USD" }, { "美金", "美金", "USD" }, { "欧元", "欧元", "EUR" }, { "英镑", "英镑", "GBP" },
    { "日元", "日元", "JPY" }, { "日币", "日币", "JPY" }, { "港元", "港元", "HKD" }, { "港币", "港币", "HKD" },
    { "新台币", "新台币", "TWD" }, { "台币", "台币", "TWD" }, { "澳门元", "澳门元", "MOP" },
    { "澳门币", "澳门币", "MOP" },
    { "澳元", "澳元", "AUD" }, { "加元", "加元", "CAD" }, { "加币", "加币", "CAD" }, { "新元", "新元", "SGD" },
    { "新加坡元", "新加坡元", "SGD" }, { "韩元", "韩元", "KRW" }, { "韩币", "韩币", "KRW" }, { "卢布", "卢布", "RUB" },
    { "瑞士法郎", "瑞士法郎", "CHF" }, { "泰铢", "泰铢", "THB" }, { "卢比", "卢比", "INR" }, { "马币", "马币", "MYR" },
    { "林吉特", "林吉特", "MYR" }, { "比索", "比索", "PHP" }, { "越南盾", "越南盾", "VND" },
    { "印尼盾", "印尼盾", "IDR" },
    { "新西兰元", "新西兰元", "NZD" }, { "纽元", "纽元", "NZD" }, { "里拉", "里拉", "TRY" }, { "兰特", "兰特", "ZAR" },
  } do
    add("unit", money[1], { text = money[2], code = "currency:" .. money[3] })
  end
  add("unit", "角", { text = "角", code = "currency:CNY" })
  add("unit", "毛钱", { text = "元", code = "currency:CNY", value = -1 })
  add("unit", "分钱", { text = "元", code = "currency:CNY", value = -2 })
  add("unit", "毛", { text = "毛" })
  add("subunit", "角 毛 毛钱", { value = -1 })
  add("subunit", "分 分钱", { value = -2 })
  add("subunit", "厘", { value = -3 })
  add("loose_money", "块", { text = "元", code = "currency:CNY" })
  add("loose_money", "角 毛", { text = "元", code = "currency:CNY", value = -1 })
  add("money_end", "整 正")
  for _, money in ipairs {
    { "人民币 RMB CNY ¥ ￥", "元", "CNY" }, { "$ US$ 美元 美金 USD", "美元", "USD" },
    { "€ EUR 欧元", "欧元", "EUR" },
    { "£ GBP 英镑", "英镑", "GBP" }, { "HK$ 港币 港元 HKD", "港元", "HKD" }, { "日元 日币 JPY", "日元", "JPY" },
    { "新台币 台币 NT$ TWD", "元", "TWD" }, { "澳门币 MOP", "澳门元", "MOP" }, { "韩元 韩币 KRW ₩", "韩元", "KRW" },
    { "澳元 A$ AUD", "澳元", "AUD" }, { "加元 加币 C$ CAD", "加元", "CAD" }, { "卢布 ₽", "卢布", "RUB" },
    { "瑞士法郎 CHF", "瑞士法郎", "CHF" }, { "S$ SGD 新元", "新元", "SGD" }, { "₹ INR 卢比", "卢比", "INR" },
  } do
    add("qualifier", money[1], { text = money[2], code = "currency:" .. money[3] })
  end
  add("qualifier", "摄氏", { text = "摄氏度", code = "Cel" })
  add("qualifier", "华氏", { text = "华氏度", code = "[degF]" })

  -- measures: words of one code between bars
  for _, measure in ipairs {
    { "米 公尺 m M", "m" }, { "公里 千米 km KM Km", "km" }, { "厘米 公分 cm CM", "cm" }, { "分米", "dm" },
    { "毫米 公厘 mm MM", "mm" }, { "微米 μm um", "um" }, { "纳米 nm 奈米", "nm" },
    { "里 华里 里地", "[li]" }, { "尺 市尺", "[chi]" }, { "寸 市寸", "[cun]" }, { "丈", "[zhang]" },
    { "海里 浬", "[nmi_i]" }, { "英里 mile miles", "[mi_i]" }, { "英尺 呎 foot feet ft", "[ft_i]" },
    { "英寸 吋 inch inches", "[in_i]" }, { "码 yard yards", "[yd_i]" },
    { "平方米 平米 平方公尺 ㎡ m2 m² 平方", "m2" }, { "平方公里 平方千米 km2 km²", "km2" },
    { "公顷 ha", "har" }, { "亩 市亩", "[mu]" }, { "平方厘米 平方公分 cm2 cm²", "cm2" }, { "坪", "[ping]" },
    { "公亩", "ar" },
    { "平方毫米", "mm2" }, { "平方英尺", "[sft_i]" }, { "英亩", "[acr_us]" },
    { "立方米 立方公尺 立方 方 m3 m³", "m3" }, { "立方厘米 立方公分 cm3 cm³ cc", "cm3" }, { "立方公里", "km3" },
    { "升 公升 L l", "L" }, { "毫升 ml mL ML", "mL" }, { "加仑", "[gal_us]" },
    { "吨 公吨 t T", "t" }, { "公斤 千克 kg KG Kg", "kg" }, { "克 公克 g", "g" }, { "毫克 mg MG", "mg" },
    { "微克 μg ug", "ug" },
    { "斤 市斤 台斤", "[jin]" }, { "两重", "[liang]" }, { "担", "[dan]" }, { "磅 lb lbs", "[lb_av]" },
    { "盎司 oz", "[oz_av]" },
    { "克拉", "[car_m]" },
    { "kW KW kw", "kW" }, { "MW", "MW" }, { "GW", "GW" }, { "瓦特 W", "W" },
    { "马力 匹马力", "[HP]" },
    { "kWh KWh kwh 度电 千瓦小时", "kW.h" }, { "MWh", "MW.h" }, { "GWh", "GW.h" }, { "TWh", "TW.h" },
    { "伏特 V", "V" }, { "kV KV", "kV" }, { "kVA", "kV.A" }, { "MVA", "MV.A" }, { "安培 A", "A" },
    { "Hz HZ", "Hz" }, { "kHz", "kHz" }, { "MHz", "MHz" }, { "GHz", "GHz" },
    { "度 °", "deg" }, { "摄氏度 ℃ °C", "Cel" }, { "华氏度 ℉ °F", "[degF]" },
    { "千卡 大卡 kcal", "kcal" }, { "焦耳 J", "J" }, { "kJ", "kJ" }, { "卡路里", "cal" },
    { "kPa", "kPa" }, { "MPa", "MPa" }, { "百帕 hPa", "hPa" },
    { "分贝 dB", "dB" }, { "摩尔 mol", "mol" }, { "牛顿", "N" },
    { "毫秒 ms", "ms" }, { "字节", "By" }, { "KB", "kBy" }, { "MB", "MBy" }, { "GB", "GBy" },
    { "TB", "TBy" }, { "PB", "PBy" },
    { "Mbps", "Mbit/s" }, { "Gbps", "Gbit/s" }, { "像素", "{pixel}" },
    { "km/h 公里/小时 千米/小时 公里每小时", "km/h" }, { "m/s 米/秒 米每秒", "m/s" }, { "mg/L 毫克/升", "mg/L" },
    { "μg/m3 微克/立方米", "ug/m3" }, { "mg/m3 毫克/立方米", "mg/m3" }, { "吨标准煤", "t{ce}" },
    { "标准箱 TEU", "{TEU}" },
  } do
    for word in measure[1]:gmatch "%S+" do
      add("unit", word, { text = word, code = measure[2] })
    end
  end

  -- measures that take every prefix: 吉瓦时, 千伏安
  for prefix, symbol in pairs { [""] = "", ["千"] = "k", ["兆"] = "M", ["吉"] = "G", ["太"] = "T" } do
    for _, measure in ipairs {
      { "瓦", "W" }, { "瓦时", "W.h" }, { "瓦小时", "W.h" }, { "伏", "V" }, { "伏安", "V.A" }, { "赫", "Hz" },
      { "赫兹", "Hz" }, { "帕", "Pa" }, { "焦", "J" },
    } do
      if prefix ~= "" or not measure[1]:find "焦" then
        local word = prefix .. measure[1]
        add("unit", word, { text = word, code = symbol .. measure[2] })
      end
    end
  end

  -- begins like a unit, and is another word that stands right behind a number
  add("not_unit", [[
    期工程 期项目 期厂房 期建设 期改造 期扩建 期用地 期规划 期投资 期基地 期园区 期建成 期竣工 期投产 期开工 期动工
    轮车 轮驱动 轮承包 轮土地 轮延包 轮巡视 轮巡察 人转 人世界 字方针 字箴言 字诀 网统管 网通办 年义务 年制教育 元里
    案件 案例 案情 案由
    版本 线城市 首付 首批 首期 首次 年规划 年计划 年行动 年攻坚 A级 AA级 A景区 A旅游
    成立 成员 成果 成为 成功 成本 成长 成都 成人 成年 成效 成绩 成熟 成就 成分 成品 成交 成型
    单元 年级 年代 年度 年制 年期 年间 年薪 年轻 年终 年来 年起 年前 年后 月份 月底 月初 月末 月中 月度 月刊 日报 日起 日止
    日前 日上午 日下午 日晚 日早 日至 号楼 路军 角洲 角形 角度 字路口 字头 级别 年一度 季度 点半
    方面 方针 方式 方向 里河 里程 分公司 分局 分会 分之 部门 部署 部队 部委 单位 条例 条款 期间 期末 期限 组织
    乡镇 乡村 镇村 镇街 县级 县市 县区 县直 市级 市区 市民 市直 市县 市州 省级 省市 省直 省份 国家 国内 国际 国有
    村民 村委 村庄 村干部 村级 村集体 区域 区县 区级 街道办 社区居民 代表 元旦 元宵 元月 吨位 公里数 升级 户籍 楼房 层次 层级
    通报 通知 通过 通道 通车 道路 面积 环境 网络 线上 线下 科室 眼睛 站点长 车道 位数 行政 个数 车间 车站 班级 厅局 局长 院校 校区 店铺 床位 楼宇 行业 集团
  ]])
end
