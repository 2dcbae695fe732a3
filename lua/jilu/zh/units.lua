-- Measure words: what follows a number. `text` is how a record names it,
-- `code` the UCUM code (or currency:ISO 4217), `value` a power of ten that the
-- name holds (万元 is 元 ten thousand times).

return function(add)
  -- classifiers that name themselves
  for word in ([[
    个 名 位 人 人次 户 户次 家 家次 项 件 件次 条 次 场 场次 期 批 批次 届次 篇 册 本 部 套 台 辆 艘 架 座 栋 幢 间 处
    所 支 只 头 匹 棵 株 块 面 张 份 封 幅 枚 颗 粒 滴 根 把 双 对 副 组 队 班 岗 级 层 楼 排 列 行 门 课 节 讲
    轮 遍 趟 回 步 宗 起 例 笔 单 款 类 种 样 股 道 口 片 段 页 字 句 词 章 集 版 季 站 路 线 桌 餐 顿 杯 瓶 盒 箱
    袋 包 桶 罐 盘 碗 筐 捆 束 串 排次 车 车次 航次 班次 人天 人年 村 镇 乡 县 市 省 国 校 院 店 户数 盏 顶 尊 扇
    床 具 孔 眼 尾 羽 畦 垄 茬 丛 簇 堆 团 摊 帧 路次 频次 标段 平台 课时 学时 学分 席 票 分 成 倍 折 代 周年
  ]]):gmatch "%S+" do
    add("unit", word, { text = word })
  end
  add("unit", "个次", { text = "个" })
  add("division", "省 市 县 区 州 国 乡 镇 村")

  -- share
  add("unit", "%", { text = "%", code = "%" })
  add("unit", "‰", { text = "‰", code = "[ppth]" })
  add("unit", "个百分点 百分点", { text = "个百分点" })

  -- durations; months carry their classifier: 3个月
  add("unit", "年 载", { text = "年", code = "a" })
  add("unit", "个月 月", { text = "月", code = "mo" })
  add("unit", "个季度 季度", { text = "季度", code = "3.mo" })
  add("unit", "周 星期 个星期 礼拜 个礼拜", { text = "周", code = "wk" })
  add("unit", "天 日 昼夜", { text = "天", code = "d" })
  add("unit", "小时 个小时 钟头 个钟头", { text = "小时", code = "h" })
  add("unit", "分钟", { text = "分钟", code = "min" })
  add("unit", "秒 秒钟", { text = "秒", code = "s" })
  add("unit", "周岁 岁", { text = "岁", code = "a" })
  add("unit", "工作日 个工作日", { text = "工作日" })

  -- money
  for _, money in ipairs {
    { "元 块钱 圆 元人民币 人民币", "元", "CNY" }, { "角 毛", "角", "CNY" },
    { "美元 美金", "美元", "USD" }, { "欧元", "欧元", "EUR" }, { "英镑", "英镑", "GBP" },
    { "日元 日币", "日元", "JPY" }, { "港元 港币", "港元", "HKD" }, { "新台币 台币", "新台币", "TWD" },
    { "澳元", "澳元", "AUD" }, { "加元", "加元", "CAD" }, { "韩元", "韩元", "KRW" }, { "卢布", "卢布", "RUB" },
    { "瑞士法郎", "瑞士法郎", "CHF" }, { "澳门元", "澳门元", "MOP" },
  } do
    add("unit", money[1], { text = money[2], code = "currency:" .. money[3] })
  end

  -- measures
  for _, measure in ipairs {
    { "米 m", "米", "m" }, { "公里 千米 km KM", "公里", "km" }, { "厘米 公分 cm CM", "厘米", "cm" },
    { "毫米 mm", "毫米", "mm" }, { "微米", "微米", "um" }, { "纳米 nm", "纳米", "nm" },
    { "里 华里", "里", "[li]" }, { "尺 市尺", "尺", "[chi]" }, { "寸", "寸", "[cun]" }, { "丈", "丈", "[zhang]" },
    { "海里", "海里", "[nmi_i]" }, { "英里", "英里", "[mi_i]" }, { "英尺", "英尺", "[ft_i]" }, { "英寸", "英寸", "[in_i]" },
    { "平方米 平米 ㎡ m2 m² 平方", "平方米", "m2" }, { "平方公里 平方千米 km2 km²", "平方公里", "km2" },
    { "公顷", "公顷", "har" }, { "亩", "亩", "[mu]" }, { "平方厘米", "平方厘米", "cm2" },
    { "立方米 方 m3 m³", "立方米", "m3" }, { "立方厘米", "立方厘米", "cm3" }, { "立方公里", "立方公里", "km3" },
    { "升 L", "升", "L" }, { "毫升 ml mL", "毫升", "mL" },
    { "吨 t", "吨", "t" }, { "公斤 千克 kg KG Kg", "公斤", "kg" }, { "克 g", "克", "g" }, { "毫克 mg", "毫克", "mg" },
    { "斤 市斤", "斤", "[jin]" }, { "两重", "两", "[liang]" }, { "磅", "磅", "[lb_av]" }, { "盎司", "盎司", "[oz_av]" },
    { "千瓦 kW KW", "千瓦", "kW" }, { "兆瓦 MW", "兆瓦", "MW" }, { "千瓦时 kWh", "千瓦时", "kW.h" },
    { "瓦", "瓦", "W" }, { "伏", "伏", "V" }, { "度电", "千瓦时", "kW.h" }, { "赫兹", "赫兹", "Hz" }, { "兆赫", "兆赫", "MHz" },
    { "度 °", "度", "deg" }, { "摄氏度 ℃ °C", "摄氏度", "Cel" }, { "华氏度 ℉ °F", "华氏度", "[degF]" },
    { "吨标准煤", "吨标准煤", "" }, { "标准箱", "标准箱", "" },
    { "字节", "字节", "By" }, { "GB", "GB", "GBy" }, { "MB", "MB", "MBy" }, { "TB", "TB", "TBy" }, { "兆", "兆", "" },
  } do
    for word in measure[1]:gmatch "%S+" do
      -- 兆 alone is a section of a numeral
      if word ~= "兆" then add("unit", word, { text = measure[2], code = measure[3] }) end
    end
  end
end
