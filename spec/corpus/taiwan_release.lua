-- A press release in the manner of Taiwan: 「」, full-width signs, years of
-- the Republic, caption behind 圖說, links at the foot.
return {
  document = {
    title = "長者共餐服務滿三年　送餐逾12萬人次",
    published = "2023-09-20", organization = "南嶼市政府社會局",
    source_accept = { "南嶼市政府社會局" }, script = "Hant",
  },
  lines = {
    [1] = "title", [3] = "metadata", [4] = "metadata", [5] = "metadata",
    [7] = "paragraph", [9] = "paragraph", [11] = "caption",
    [13] = "paragraph", [15] = "boilerplate", [16] = "boilerplate",
    [18] = "boilerplate", [19] = "metadata",
  },
  sections = {},
  enumerations = {},
  quantities = {
    [1] = {
      { "三年", 3, "年", "exact", "", optional = true },
      { "逾12萬人次", 120000, "人次", "over", "", alt = { "送餐" } },
    },
    [7] = {
      { "29個", 29, "个", "exact", "里" },
      { "41處", 41, "处", "exact", "據點" },
      { "逾12萬人次", 120000, "人次", "over", "", alt = { "送餐", "累計送餐" } },
      { "一頓", 1, "顿", "exact", "熱飯", optional = true },
      { "一步", 1, "步", "exact", "", optional = true },
    },
    [9] = {
      { "520名", 520, "名", "exact", "志工" },
      { "約3萬6千小時", 36000, "小时", "about", "服務時數" },
      { "12.5%", 12.5, "%", "exact", "服務時數" },
      { "35.2%", 35.2, "%", "exact", "獨居長者參與率", alt = { "參與率" } },
      { "48.9%", 48.9, "%", "exact", "獨居長者參與率", alt = { "參與率" } },
      { "新臺幣2,400萬元", 24000000, "元", "exact", "預算", optional = true },
      { "2,400萬元", 24000000, "元", "exact", "預算", optional = true, n = 1 },
      { "15家", 15, "家", "exact", "企業" },
    },
    [13] = {
      { "新臺幣3萬元", 30000, "元", "exact", "", optional = true },
      { "3萬元", 30000, "元", "exact", "", optional = true, n = 1 },
    },
  },
  times = {
    [1] = { { "三年", "P3Y", optional = true } },
    [4] = { { "民國112年9月20日", "2023-09-20" } },
    [7] = {
      { "今日", "2023-09-20" },
      { "民國109年9月開辦以來", "2020-09", accept = { false }, optional = true },
      { "民國109年9月", "2020-09", optional = true, n = 1 },
    },
    [9] = {
      { "今年上半年", "2023-H1" },
      { "約3萬6千小時", "PT36000H", optional = true },
      { "去年同期", "2022-H1", accept = { "2022", "2022-09-20" } },
      { "去年", "2022" , n = 2 },
      { "每年", "R/P1Y" },
    },
    [13] = {
      { "每月", "R/P1M" },
      { "10月31日前", "2023-10-31", optional = true },
      { "10月31日", "2023-10-31", optional = true, n = 1 },
    },
    [19] = { { "2023-09-21", "2023-09-21" } },
  },
  changes = {
    [9] = { { "獨居長者參與率由去年的35.2%提升至48.9%", of = "獨居長者參與率",
              from = 35.2, to = 48.9, unit = "%" } },
  },
  works = { "社區共餐據點補助要點" },
  quotes = 2,
  ledger = {
    [7] = {
      { "自民國109年9月開辦以來，已在全市29個里設置據點41處",
        unit = "南嶼市政府社會局", time = "2020-09", time_accept = { false },
        effect = { "29個", "41處" } },
      { "累計送餐逾12萬人次", unit = "南嶼市政府社會局", time = "2020-09",
        time_accept = { false }, effect = { "逾12萬人次" } },
    },
    [9] = {
      { "今年上半年共有志工520名投入服務，服務時數約3萬6千小時，較去年同期增加12.5%",
        unit = "南嶼市政府社會局", unit_accept = { "社會局", "志工" },
        time = "2023-H1", effect = { "520名", "約3萬6千小時", "12.5%" } },
      { "獨居長者參與率由去年的35.2%提升至48.9%", unit = "南嶼市政府社會局",
        unit_accept = { "社會局" }, time = "2023-H1", time_accept = { "2022" },
        effect = { "35.2%", "48.9%" } },
      { "市府每年編列預算新臺幣2,400萬元，並結合15家企業捐贈冷藏設備",
        unit = "市府", time = "R/P1Y", mode = "recurring",
        effect = { "15家" }, optional = true },
    },
    [13] = {
      { "每處每月最高補助新臺幣3萬元", unit = "社會局", time = "R/P1M",
        mode = "recurring", effect = {}, optional = true },
      { "符合資格的單位，請於10月31日前提出申請", time = "2023-10-31",
        effect = {}, optional = true },
    },
  },
}
