-- A plan printed to a file: lines broken at the width of the page, parts over
-- 一、 over (1), signature set to the right, page number. Structure only.
return {
  structure_only = true,
  document = {
    title = "中共望屏县委组织部关于在县直机关开展“两比一创”活动的实施方案",
    published = "2022-02-15", organization = "中共望屏县委组织部", script = "Hans",
  },
  lines = {
    [1] = "title", [2] = "title", [4] = "paragraph", [5] = "paragraph", [6] = "paragraph",
    [8] = "heading", [10] = "paragraph", [11] = "paragraph", [13] = "heading",
    [15] = "heading", [16] = "paragraph", [17] = "paragraph", [18] = "paragraph",
    [19] = "heading", [20] = "paragraph", [21] = "paragraph", [23] = "heading",
    [25] = "paragraph", [26] = "paragraph", [27] = "paragraph", [29] = "paragraph",
    [30] = "paragraph", [32] = "byline", [33] = "metadata", [34] = "boilerplate",
  },
  sections = {
    { 8, "heading", 1, "第一部分", "总体要求" },
    { 13, "heading", 1, "第二部分", "主要内容" },
    { 15, "heading", 2, "一、", "比作风" },
    { 16, "run_in", 3, "(1)", "比学习", "(1)比学习。" },
    { 17, "run_in", 3, "(2)", "比服务", "(2)比服务。" },
    { 19, "heading", 2, "二、", "比实绩" },
    { 23, "heading", 1, "第三部分", "组织保障" },
    { 25, "run_in", 2, "1.", "加强领导", "1.加强领导。" },
    { 26, "run_in", 2, "2.", "严格考核", "2.严格考核。" },
  },
  enumerations = {
    { { 29, "1.", "“两比一创”活动领导小组成员名单", "“两比一创”活动领导小组成员名单" },
      { 30, "2.", "“两比一创”活动任务清单", "“两比一创”活动任务清单" } },
  },
}
