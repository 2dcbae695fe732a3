-- A government portal: menu words on lines of their own, a table of fields
-- above the title, a row of links and a footer below. Structure only.
return {
  structure_only = true,
  document = {
    title = "望屏县财政局2023年上半年工作总结及下半年工作打算",
    published = "2023-07-06T17:25", source = "望屏县财政局",
    organization = "望屏县财政局", icp = "临ICP备20230001号-1", script = "Hans",
  },
  lines = {
    "boilerplate", "boilerplate", "boilerplate", "boilerplate", "boilerplate",
    "boilerplate", "boilerplate", "boilerplate", "metadata", "metadata", "metadata",
    "title", "metadata", "paragraph", "heading", "heading", "paragraph", "heading",
    "paragraph", "paragraph", "heading", "paragraph", "heading", "paragraph",
    "paragraph", "paragraph", "boilerplate", "boilerplate", "boilerplate",
    "boilerplate", "boilerplate", "metadata", "metadata",
  },
  sections = {
    { 15, "heading", 1, "一、", "上半年工作开展情况" },
    { 16, "heading", 2, "（一）", "抓收支，财政运行平稳有序" },
    { 18, "heading", 2, "（二）", "抓保障，民生支出坚实有力" },
    { 19, "run_in", 3, "1.", "教育支出", "1.教育支出。" },
    { 20, "run_in", 3, "2.", "社会保障支出", "2.社会保障支出。" },
    { 21, "heading", 1, "二、", "存在的问题" },
    { 23, "heading", 1, "三、", "下半年工作打算" },
    { 24, "run_in", 2, "（一）", "狠抓收入征管", "（一）狠抓收入征管。" },
    { 25, "run_in", 2, "（二）", "优化支出结构", "（二）优化支出结构。" },
  },
  enumerations = {
    { 22, { "一是", "收入增长后劲不足", "收入增长后劲不足" },
      { "二是", "刚性支出不断增加", "刚性支出不断增加" },
      { "三是", "资金使用绩效有待提高", "资金使用绩效有待提高" } },
  },
}
