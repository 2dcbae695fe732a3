-- Words of time. csrc/vocabulary/classes.h says what value, text and code mean.

local START, END = 1, 2   -- of a time_relative; see jilu_time_mod

local DIGITS = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }

return function(add)
  add("half", "半")

  -- behind a number. Y year, X decade, C century, M month, D day, H hour,
  -- m minute, S second; text: how sure the mark is of its kind (时 is a clock
  -- time behind any digits, 点 may be a point; 号 may number a house)
  add("time_mark", "年 年度 年份", { code = "Y" })
  add("time_mark", "年代", { code = "X" })
  add("time_mark", "世纪", { code = "C" })
  add("time_mark", "月 月份", { code = "M" })
  add("time_mark", "日", { code = "D" })
  add("time_mark", "号", { code = "D", text = "号" })
  add("time_mark", "点 点钟", { code = "H" })
  add("time_mark", "时", { code = "H", text = "时" })
  add("time_mark", "分 分钟", { code = "m" })
  add("time_mark", "秒", { code = "S" })

  -- behind the hour; d joins a year and its month, e ends a clock time
  add("time_clock", "半", { value = 30 })
  add("time_clock", "一刻 1刻 一刻钟", { value = 15 })
  add("time_clock", "三刻 3刻 三刻钟", { value = 45 })
  add("time_clock", "整 钟 许 多钟 左右 前后", { value = 0, code = "e" })
  add("time_clock", "的", { code = "d" })

  add("time_month", "元月 首月", { value = 1 })
  add("time_month", "正月", { value = 1, code = "L" })
  add("time_month", "冬月", { value = 11, code = "L" })
  add("time_month", "腊月 蜡月", { value = 12, code = "L" })
  add("time_era", "农历 阴历 旧历 夏历", { code = "L" })

  -- the year before the first of the era
  add("time_era", "公元 西元 公历", { value = 0 })
  add("time_era", "公元前 西元前", { code = "B" })
  add("time_era", "元", { code = "1" })
  for _, era in ipairs {
    { "民国 中华民国", 1911 }, { "洪武", 1367 }, { "建文", 1398 }, { "永乐", 1402 }, { "洪熙", 1424 },
    { "宣德", 1425 }, { "正统", 1435 }, { "景泰", 1449 }, { "天顺", 1456 }, { "成化", 1464 }, { "弘治", 1487 },
    { "正德", 1505 }, { "嘉靖", 1521 }, { "隆庆", 1566 }, { "万历", 1572 }, { "天启", 1620 }, { "崇祯", 1627 },
    { "顺治", 1643 }, { "康熙", 1661 }, { "雍正", 1722 }, { "乾隆", 1735 }, { "嘉庆", 1795 }, { "道光", 1820 },
    { "咸丰", 1850 }, { "同治", 1861 }, { "光绪", 1874 }, { "宣统", 1908 }, { "明治", 1867 }, { "大正", 1911 },
    { "昭和", 1925 }, { "平成", 1988 }, { "令和", 2018 },
  } do
    add("time_era", era[1], { value = era[2] })
  end

  -- parts of a year: first month, label in the value, count of months
  add("time_months", "上半年 上半年度", { value = 1, text = "H1", code = "6" })
  add("time_months", "下半年 下半年度", { value = 7, text = "H2", code = "6" })
  for k, digit in ipairs { "一", "二", "三", "四" } do
    for _, mark in ipairs { digit, tostring(k) } do
      add("time_months", { mark .. "季度", "第" .. mark .. "季度", "第" .. mark .. "季" },
        { value = 3 * k - 2, text = "Q" .. k, code = "3" })
    end
  end
  add("time_months", "首季 首季度", { value = 1, text = "Q1", code = "3" })
  add("time_months", "春季 春天 春", { value = 3, code = "3" })
  add("time_months", "夏季 夏天 夏", { value = 6, code = "3" })
  add("time_months", "秋季 秋天 秋", { value = 9, code = "3" })
  add("time_months", "冬季 冬天 冬", { value = 12, code = "3" })
  add("time_months", "秋冬 秋冬季", { value = 9, code = "6" })
  add("time_months", "冬春 冬春季", { value = 12, code = "6" })
  add("time_months", "夏秋 夏秋季", { value = 6, code = "6" })
  add("time_months", "春夏 春夏季", { value = 3, code = "6" })
  add("time_first", "前 头")

  -- behind a year (Y), some months (Q) or a month (M)
  add("time_edge", "初", { value = "start", code = "YQMC" })
  add("time_edge", "末 底", { value = "end", code = "YQMC" })
  add("time_edge", "初期 前期", { value = "start", code = "C" })
  add("time_edge", "末期 后期", { value = "end", code = "C" })
  add("time_edge", "中叶 中期 中后期", { code = "C" })
  add("time_edge", "年初 岁初", { value = "start", code = "Y" })
  add("time_edge", "年底 年末 年终 岁末", { value = "end", code = "Y" })
  add("time_edge", "年中 中 年间 全年 年全年 年度 年年度 度", { code = "Y" })
  add("time_edge", "月初", { value = "start", code = "M" })
  add("time_edge", "月底 月末", { value = "end", code = "M" })
  add("time_edge", "上旬", { text = "1", code = "M" })
  add("time_edge", "中旬", { text = "11", code = "M" })
  add("time_edge", "下旬", { text = "21", code = "M" })
  add("time_edge", "同期", { code = "S" })
  add("range", "起至 起到 截至")
  add("time_edge", "学期", { code = "Q" })
  add("time_and", "和 与 及 、 跟 以及")

  -- relative to the document; t: to the time named before; r: to the year that
  -- is reported on. text: modifier
  local function relative(words, offset, code, mod)
    add("time_relative", words, { value = offset, code = code, text = mod and tostring(mod) })
  end
  relative("今", 0, "Ym")
  relative("去", -1, "Ym")
  relative("明", 1, "Ym")
  relative("今年 本年 本年度 今年度 这一年", 0, "Y")
  relative("去年 去年度 昨年 旧年", -1, "Y")
  relative("上年 上年度 上一年 上一年度", -1, "Yr")
  relative("前年", -2, "Y")
  relative("大前年", -3, "Y")
  relative("明年 来年 下年 下一年 下年度 下一年度 明年度", 1, "Y")
  relative("后年", 2, "Y")
  relative("大后年", 3, "Y")
  relative("全年 年中", 0, "Yr")
  relative("年初 岁初", 0, "Yr", START)
  relative("年底 年末 岁末 年终", 0, "Yr", END)
  relative("上年末 上年底", -1, "Yr", END)
  relative("当年 同年", 0, "Yt")
  relative("次年 翌年 第二年", 1, "Yt")
  relative("本季度 本季 这一季度 这个季度", 0, "Q")
  relative("上季度 上一季度 上个季度", -1, "Q")
  relative("下季度 下一季度 下个季度", 1, "Q")
  relative("本月 这个月 这月 今个月 本月份", 0, "M")
  relative("上月 上个月 上一个月 上月份", -1, "M")
  relative("下月 下个月 下一个月 下月份", 1, "M")
  relative("月初", 0, "M", START)
  relative("月底 月末", 0, "M", END)
  relative("该年", 0, "Ytl")
  relative("该月", 0, "Mtl")
  relative("该日", 0, "Dtl")
  -- set in columns: 该　月
  relative("该 同", 0, "_")
  relative("即日", 0, "D")
  relative("当月 同月", 0, "Mt")
  relative("次月 翌月", 1, "Mt")
  for stem, offset in pairs {
    ["本"] = 0, ["这"] = 0, ["这个"] = 0, ["这一"] = 0, ["今"] = 0, ["今个"] = 0, ["上"] = -1, ["上个"] = -1,
    ["上一"] = -1, ["下"] = 1, ["下个"] = 1, ["下一"] = 1, ["上上"] = -2, ["上上个"] = -2,
    ["下下"] = 2, ["下下个"] = 2,
  } do
    relative({ stem .. "周", stem .. "星期", stem .. "礼拜" }, offset, "W")
  end
  relative("今( 本(", 0, "(")
  relative("去( 昨(", -1, "(")
  relative("前(", -2, "(")
  relative("明(", 1, "(")
  relative("今天 今日", 0, "D")
  relative("昨天 昨日", -1, "D")
  relative("前天 前日", -2, "D")
  relative("大前天", -3, "D")
  relative("明天 明日", 1, "D")
  relative("后天 后日", 2, "D")
  relative("大后天", 3, "D")
  relative("当天 当日 同日 同一天", 0, "Dt")
  relative("次日 翌日 第二天", 1, "Dt")
  relative("上世纪 上个世纪", -1, "C")
  relative("本世纪", 0, "C")

  local function day_part(words, from, to)
    add("time_day_part", words, { value = from, code = tostring(to) })
  end
  day_part("凌晨", 0, 6)
  day_part("清晨 早晨 早上 清早 一早 早", 6, 9)
  day_part("上午", 6, 12)
  day_part("中午 正午 午间", 11, 13)
  day_part("下午 午后", 12, 18)
  day_part("傍晚 黄昏", 17, 19)
  day_part("晚上 晚间 当晚 晚", 18, 24)
  day_part("夜间 夜里 夜晚 深夜 午夜 半夜", 22, 24)
  for stem, offset in pairs { ["今"] = 0, ["昨"] = -1, ["明"] = 1, ["前"] = -2 } do
    for part, from in pairs { ["早"] = 6, ["晨"] = 6, ["晚"] = 18, ["夜"] = 18 } do
      local word = stem .. part
      if word ~= "前夜" and word ~= "前早" and word ~= "前晨" then
        relative(word, offset, "D")
        day_part(word, from, from == 6 and 9 or 24)
      end
    end
  end
  relative("当晚", 0, "Dt")

  for k, digit in ipairs { "一", "二", "三", "四", "五", "六", "日", "天" } do
    local day = { value = math.min(k, 7) }
    for _, stem in ipairs { "周", "星期", "礼拜", "个周", "个星期", "个礼拜" } do
      add("time_weekday", stem .. digit, day)
    end
    add("time_weekday", digit, { value = day.value, code = "s" })
  end

  -- holidays. F month and day, L lunar, T solar term, N month, weekday, which,
  -- E days from Easter; q: no time but in marks or with 期间 and the like;
  -- text: days of rest
  local function holiday(words, value, code, rest)
    add("time_holiday", words, { value = value, code = code, text = rest and tostring(rest) })
  end
  holiday("元旦 元旦节", 101, "F")
  holiday("国庆 国庆节 十一国庆", 1001, "F", 7)
  holiday("劳动节 国际劳动节 五一劳动节 五一国际劳动节", 501, "F")
  holiday("五一 五·一", 501, "Fq")
  holiday("十一 十·一", 1001, "Fq", 7)
  holiday("七一 七·一", 701, "Fq")
  holiday("建党节 七一建党节", 701, "F")
  holiday("八一 八·一", 801, "Fq")
  holiday("建军节 八一建军节", 801, "F")
  holiday("三八 三·八", 308, "Fq")
  holiday("妇女节 三八节 三八妇女节 国际妇女节 三八国际妇女节", 308, "F")
  holiday("五四 五·四", 504, "Fq")
  holiday("青年节 五四青年节", 504, "F")
  holiday("六一 六·一", 601, "Fq")
  holiday("儿童节 六一儿童节 国际儿童节 六一国际儿童节", 601, "F")
  holiday("教师节", 910, "F")
  holiday("植树节", 312, "F")
  holiday("护士节", 512, "F")
  holiday("记者节", 1108, "F")
  holiday("医师节", 819, "F")
  holiday("国家安全日", 415, "F")
  holiday("国际消费者权益日 消费者权益日", 315, "F")
  holiday("世界读书日", 423, "F")
  holiday("世界环境日", 605, "F")
  holiday("国家宪法日", 1204, "F")
  holiday("高考", 607, "Fq", 3)
  holiday("国家公祭日", 1213, "F")
  holiday("烈士纪念日", 930, "F")
  holiday("扶贫日", 1017, "F")
  holiday("情人节", 214, "F")
  holiday("愚人节", 401, "F")
  holiday("万圣节", 1031, "F")
  holiday("平安夜", 1224, "F")
  holiday("圣诞 圣诞节", 1225, "F")
  holiday("双十一", 1111, "Fq")
  holiday("春节 农历春节", 101, "L")
  for k = 1, 7 do holiday({ "大年初" .. DIGITS[k], "年初" .. DIGITS[k] }, 100 + k, "L") end
  holiday("元宵 元宵节", 115, "L")
  holiday("龙抬头", 202, "L")
  holiday("端午 端午节", 505, "L")
  holiday("七夕 七夕节", 707, "L")
  holiday("中元节", 715, "L")
  holiday("中秋 中秋节", 815, "L")
  holiday("重阳 重阳节", 909, "L")
  holiday("腊八 腊八节", 1208, "L")
  holiday("除夕 大年三十 大年夜", 1230, "L")
  for k, term in ipairs {
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
  } do
    holiday(term, k - 1, (term == "清明" or term == "冬至") and "T" or "Tq")
  end
  holiday("清明节", 6, "T")
  holiday("母亲节", 572, "N")
  holiday("父亲节", 673, "N")
  holiday("感恩节", 1144, "N")
  holiday("复活节", 0, "E")
  holiday("耶稣受难日", -2, "E")
  holiday("圣灰星期三", -46, "E")
  holiday("煎饼星期二 忏悔星期二", -47, "E")

  -- five-year plans; the eleventh began in 2006
  for k = 1, 16 do
    local first = 2006 + 5 * (k - 11)
    local tens, ones = k > 10 and "十" or "", DIGITS[k > 10 and k - 10 or k]
    -- the third began three years late
    if k <= 2 then first = 1953 + 5 * (k - 1) end
    add("time_plan", tens .. ones .. "五", { value = first, code = tostring(first + 4) })
  end

  -- what 以来 and 周年 count from
  for _, event in ipairs {
    { "改革开放", "1978-12" }, { "新中国成立 中华人民共和国成立 建国 新中国建立", "1949-10-01" },
    { "中国共产党成立 建党 党成立 中国共产党建党 我党成立", "1921-07-01" }, { "建军 中国人民解放军建军", "1927-08-01" },
    { "中国共产主义青年团成立 共青团成立 建团", "1922-05-05" }, { "五四运动", "1919-05-04" },
    { "抗战胜利 抗日战争胜利 中国人民抗日战争胜利", "1945-09-03" }, { "红军长征胜利 长征胜利", "1936-10-22" },
    { "香港回归 香港回归祖国", "1997-07-01" }, { "澳门回归 澳门回归祖国", "1999-12-20" }, { "辛亥革命", "1911-10-10" },
    { "十三大", "1987-10" }, { "十四大", "1992-10" }, { "十五大", "1997-09" }, { "十六大", "2002-11" },
    { "十七大", "2007-10" }, { "十八大", "2012-11" }, { "十九大", "2017-10" }, { "二十大", "2022-10" },
    { "十一届三中全会", "1978-12" }, { "十八届三中全会", "2013-11" }, { "十八届四中全会", "2014-10" },
    { "十八届五中全会", "2015-10" }, { "十八届六中全会", "2016-10" }, { "十九届三中全会", "2018-02" },
    { "十九届四中全会", "2019-10" }, { "十九届五中全会", "2020-10" }, { "十九届六中全会", "2021-11" },
    { "二十届三中全会", "2024-07" },
  } do
    for word in event[1]:gmatch "%S+" do
      local words = { word }
      if word:find "大$" or word:find "全会$" then
        words = { word, "党的" .. word, "中国共产党" .. word, "中共" .. word }
      end
      add("time_event", words, { text = event[2] })
    end
  end

  -- f since, and no part of the time; i within a year; D during a year or some
  -- years; p: an event may go before it; S since, s the same behind a year or
  -- duration, n until now, p and b
  -- before, a after, d during, h days of rest, t once in, y anniversary,
  -- B between
  local function suffix(words, code, mod)
    add("time_suffix", words, { value = mod or 0, code = code })
  end
  suffix("以来", "S", "since")
  suffix("来", "s", "since")
  suffix("至今 迄今 到现在 到目前 至目前 到今天 至今天", "n", "since")
  suffix("前夕 前夜", "p", "before")
  suffix("前 之前 以前", "b", "before")
  suffix("后 之后 以后", "a", "after")
  suffix("或之前 或以前", "b", "before")
  suffix("或之后 或以后", "a", "after")
  suffix("期间", "dp", "around")
  suffix("前后", "d", "around")
  suffix("间", "D", "around")
  suffix("内", "i")
  suffix("起 开始", "f", "since")
  suffix("时期", "d")
  suffix("黄金周 长假 假期 小长假", "h")
  suffix("一度 一届", "t")
  suffix("周年", "y")
  suffix("之间", "B")

  add("time_at", "在 于")
  add("time_day_name", "日 节 周 月")

  add("time_vague", [[
    近日 日前 近年来 近年 近些年 近些年来 近几年 近几年来 近来 近两三年 近两三年来 多年来
    多年以来 这些年来 长期以来 一直以来 自古以来 有史以来 近段时间以来 历年来 不久前 前不久
  ]])
  add("time_vague", "目前 迄今", { value = "asof" })

  -- durations: Y M W D, H m S of the clock
  add("time_unit", "年 载", { value = 1, code = "Y" })
  add("time_unit", "个月", { value = 1, code = "M" })
  add("time_unit", "个季度", { value = 3, code = "M" })
  add("time_unit", "周 星期 个星期 礼拜 个礼拜 个周", { value = 1, code = "W" })
  add("time_unit", "天 昼夜", { value = 1, code = "D" })
  add("time_unit", "小时 个小时 钟头 个钟头", { value = 1, code = "H" })
  add("time_unit", "分钟", { value = 1, code = "m" })
  add("time_unit", "秒 秒钟", { value = 1, code = "S" })
  -- beside 三十日: how many days, not which
  add("time_days", "内 以内 之内 以上 以下 期满 届满 期限", { value = 1 })
  add("time_days", [[
    延长 提前 满 届满 期满 为期 限期 期限为 期间为 时间为 时限为 期限 连续 每 每隔 间隔 至少 不少于 不得少于 不低于 不超过 不得超过 不得逾 逾 超过 逾期
    不满 未满 不足 最长 最多 长达 历时 耗时 停业 停产 歇业 停职 拘留 公示期 公告期 公示时间 公示期为
  ]], { value = -1 })
  add("time_near", "近", { value = -1, code = "a" })
  add("time_near", "最近 过去 过去的 刚刚过去的 以往", { value = -1 })
  add("time_near", "未来 今后 接下来 未来的", { value = 1 })

  -- recurrences; c: only before a cycle
  add("time_every", "每 每隔 每逢 每个 每一")
  add("time_every", "按 逐", { code = "c" })
  add("time_cycle", "月 月度", { value = 1, code = "M" })
  add("time_cycle", "季度 季 个季度", { value = 3, code = "M" })
  add("time_cycle", "半年 个半年", { value = 6, code = "M" })
  add("time_cycle", "年 年度", { value = 1, code = "Y" })
  add("time_cycle", "日 晚 天 个工作日 工作日", { value = 1, code = "D" })
  add("time_cycle", "周 周末", { value = 1, code = "W" })

  -- longer words that begin like a time or a mark of one
  add("time_not", [[
    年级 年糕 年龄 年轻 年均 年货 年薪 年利率 年纪 年迈 年味 年画 年青
    年来往 年头 月饼 月票 月薪 月亮 月嫂 月刊 月台 月桂 月球 月子 日常
    日志 日记 日益 日子 日游 日本 日元 日内 号召 号码 号线 号楼 号文
    号文件 号院 号机 号桥 号门 号令 号厂 号厅 号店 号井 号库 号仓 号船
    号房 号称 号脉 号地 号路 号公路 号馆 号坝 号隧道 号泵 号炉 号展
    号会议 点滴 点评 点击 点赞 点名 点心 点燃 点亮 点对点 点位 点面
    点线 点缀 点数 点穴 点校 时代 时候 时间 时刻 时机 时事 时时 时常
    时速 时效 时下 时隔 时而 时政 时装 分之 分别 分公司 分行 分局 分校
    分数 分组 分类 分工 分管 分会场 分层 分批 分期 分发 分支 分布 周到
    周边 周围 周密 周期 周恩来 周岁 周年 周口 周转 周知 周全 周详
    周日报 周波 天然 天然气 天气 天津 天山 天河 天桥 天地 天下 天空
    天线 天才 天生 天使 天花板 天安门 星期天然 秒杀 载重 载体 载人
    载荷 载入 载客 初步 初级 初中 初心 初期 初衷 初始 初审 初评 初选
    初次 初稿 初试 初任 初创 初见 初显 初具 初定 初一学生 初三学生
    初高中 初等 初战 初核 初信 初诊 底部 底线 底子 底数 底气 底蕴 底层
    底板 底色 底盘 末端 末位 末梢 中央 中心 中国 中共 中小 中学 中部
    中医 中华 中型 中药 中等 中级 中层 中标 中东 中介 中高 中低 中长
    中青年 中期 中纪委 中宣部 中组部 中办 中试 中考 中英 中美 中外
    中山 中铁 中石 中建 中欧 中亚 度过 度假 度量 度数 来自 来到 来访
    来说 来看 来讲 来信 来宾 来电 来源 来函 来往 来临 来料 来华 来校
    来我 来源于 来人 来者 来件 来文 来去 来回 来之不易 来越 前往 前来
    前列 前进 前提 前景 前沿 前端 前置 前期 前所未有 前身 前述 前任
    前后 前方 前台 前瞻 前行 前茅 前线 前途 前言 前列腺 前面 前者 前移
    前三名 前十名 后勤 后续 后期 后备 后方 后台 后者 后果 后来 后盾
    后进 后代 后人 后劲 后面 后半 后三 后两 后门 后墙 后山 后世 后天性
    后生 后发 后评价 春风 春耕 春运 春雨 春茶 春雷 春晖 春晚 春联 春光
    春招 春播 春蕾 夏粮 夏收 夏令 夏令营 夏商 夏邑 秋收 秋粮 秋林 秋招
    秋播 秋游 冬训 冬泳 冬奥 冬奥会 冬季奥运会 冬青 冬瓜 冬储 冬种
    冬枣 晚报 晚会 晚餐 晚饭 晚年 晚期 晚婚 晚宴 晚辈 早餐 早饭 早教
    早期 早日 早已 早读 早稻 早茶 早点 早市 今日头条 今天然 明天会更好
    前天津 前日本 上周口 本周期 上年级 下年级 前年度 本年级 上周边
    上周年 去年龄 今年龄 本月份牌 中秋月饼村 中秋村 国庆村 春节目
    立春村 立冬瓜 冬至村 清明村 元旦村 重阳木 重阳街道 重阳镇 重阳路
    清明上河 清明节目 端午节目 雨水管 雨水管网 雨水井 雨水收集 雨水口
    小满意 大雪山 大雪纷飞 小雪山 白露江 白露街 处暑路 五一路 五一村
    五一广场 五一街 五一大道 五一劳动奖 五一劳动奖章 五一劳动奖状
    八一路 八一村 八一大道 八一广场 八一学校 八一中学 八一南昌 七一路
    七一村 七一勋章 三八路 三八红旗 三八红旗手 三八红旗集体 六一路
    五四路 五四精神 五四奖章 五四运动 五四红旗 五四青年奖章 十一届
    一二九 九三学社 一五年制 三五成群 三五个 十五五公里 半年报 半天空
    半年刊 全年级 全年龄 三月街 十月文艺 八月桂 四月天小区 五月花
    九月菊 六月雪 七月流火 三月三 五月天乐队 二月二 80后 90后 70后 60后
    00后 50后 八零后 九零后 八〇后 九〇后 八十后 一零后 零点方案
    三点一线 一点一滴 两点论 三点水 四点水 两点水 一点通 一点点
    一点儿 三点式 一日千里 一日游 一日三餐 一年之计 一天到晚
    一年四季 百日 百日攻坚 百日行动 千日 百年 百年大计 百年奋斗
    百年党史 百年老店 百年变局 千年 万年 百天 千秋 十年树木 三年级
    一年级 二年级 四年级 五年级 六年级 七年级 八年级 九年级
    三年困难时期 一周岁 两周岁 一代 例会 例行 节课 每人 每户 每名
    每个人 每个单位 每一个 每一名 每一次 每一位 每一项 每亩 每平方米
    每位 每家 每项 每次 每月饼 每周边 每日报 每日经济 每年级 每个年级
    每天然气 每个党支部 每一天 每日商报 按月份 按年龄 按年级 按年代
    按日期 按日程 按周边 按周期 按季节 逐日升 按时 按天然 按月份牌
    青年 老年 少年 中年 童年 成年 壮年 幼年 丰年 延年 跨年 有年 拜年
    新年 贺年 数年 常年 历年 往年 多年 逐年 终年 整年 附近 靠近 邻近
    临近 接近 亲近 相近 贴近 走近 拉近 就近 远近 新近 将近 提前 超前
    课前 会前 节前 赛前 考前 产前 事前 眼前 面前 空前 生前 跟前 提早
    及早 尽早 趁早 夜晚 夏夜 除夕夜 节日 生日 假日 休息日 工作日
    纪念日 主题党日 党日 开放日 活动日 今昔 一夜 隔周 单周 双周 半年度 近年轻 未来科技
    五年计划 五年规划 十年规划 学年 间接 间隔 间断 间歇 间谍 间苗 内部 内容 内外 内需 内地 内陆
    内蒙古 内涵 内设 内科 内在 内审 内控 内心 内环 内河 内墙 起草 起诉 起点 起重 起飞 起来 起伏 起义 起步 起源 起初 起码 起到
    起因 起止 起降 起火 起运 起讫 起搏 起床 起航 起色 起名 起草人 起跑 起价 起薪 起征 起算
  ]])
end
