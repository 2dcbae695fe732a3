-- A regulation: chapters, articles, a list of cases on lines of their own.
return {
  document = {
    title = "临澄市物业管理服务监督办法", published = "2022-11-03",
    organization_accept = { "临澄市人民政府" }, script = "Hans",
  },
  lines = {
    "title", "metadata", "heading", "paragraph", "paragraph", "heading",
    "paragraph", "paragraph", "paragraph", "heading", "paragraph",
    "paragraph", "paragraph", "paragraph", "heading", "paragraph",
  },
  sections = {
    { 3, "heading", 1, "第一章", "总　则" },
    { 4, "run_in", 2, "第一条", false, "第一条" },
    { 5, "run_in", 2, "第二条", false, "第二条" },
    { 6, "heading", 1, "第二章", "监督管理" },
    { 7, "run_in", 2, "第三条", false, "第三条" },
    { 8, "run_in", 2, "第四条", false, "第四条" },
    { 9, "run_in", 2, "第五条", false, "第五条" },
    { 10, "heading", 1, "第三章", "法律责任" },
    { 11, "run_in", 2, "第六条", false, "第六条" },
    { 15, "heading", 1, "第四章", "附　则" },
    { 16, "run_in", 2, "第七条", false, "第七条" },
  },
  enumerations = {
    { { 12, "（一）", "未按照规定公示收费标准的", "未按照规定公示收费标准的" },
      { 13, "（二）", "擅自停止供水、供电的", "擅自停止供水、供电的" },
      { 14, "（三）", "未按照规定移交资料的", "未按照规定移交资料的" } },
  },
  quantities = {
    [7] = { { "两次以上", 2, "次", "at_least", "检查", alt = { "" } } },
    [8] = {
      { "3个工作日", 3, "工作日", "exact", "", approx_accept = { "at_most" } },
      { "7个工作日", 7, "工作日", "exact", "", approx_accept = { "at_most" } },
    },
    [9] = {
      { "五人以上", 5, "人", "at_least", "" },
      { "不超过五年", 5, "年", "at_most", "" },
    },
    [11] = {
      { "5000元以上3万元以下", unit = "元", approx = "range", min = 5000,
        max = 30000, noun = "罚款" },
    },
  },
  times = {
    [2] = { { "2022年11月3日", "2022-11-03" },
            { "2023年1月1日起", "2023-01-01", optional = true },
            { "2023年1月1日", "2023-01-01", optional = true, n = 1 } },
    [7] = { { "每年", "R/P1Y" } },
    [8] = { { "3个工作日", "P3D", accept = { false }, optional = true },
            { "7个工作日", "P7D", accept = { false }, optional = true } },
    [9] = { { "五年", "P5Y" } },
    [16] = { { "2023年1月1日起", "2023-01-01", optional = true },
             { "2023年1月1日", "2023-01-01", optional = true, n = 1 },
             { "2009年5月8日", "2009-05-08" } },
  },
  changes = {},
  works = { "物业管理条例", "临澄市住宅区物业管理暂行规定" },
  quotes = 0,
  -- provisions, not acts
  ledger = {},
  ledger_free = true,
}
