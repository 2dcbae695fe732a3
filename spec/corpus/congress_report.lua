-- A government's report to a people's congress: occasion and speaker under the
-- title, salutation, —— paragraphs, glossary. Structure only.
return {
  structure_only = true,
  document = {
    title = "政府工作报告", published = "2023-01-09",
    organization = "望屏县人民政府", organization_accept = { false },
    authors = { "谭知秋" }, authors_accept = { false }, script = "Hans",
  },
  lines = {
    "title", "metadata", "byline", "paragraph", "paragraph", "heading", "paragraph",
    "paragraph", "paragraph", "paragraph", "paragraph", "heading", "paragraph", "heading",
    "paragraph", "heading", "paragraph", "heading", "paragraph", "paragraph", "heading",
    "paragraph", "paragraph",
  },
  sections = {
    { 6, "heading", 1, "一、", "2022年工作回顾" },
    { 8, "run_in", 2, false, "产业发展提质增效", "——产业发展提质增效。" },
    { 9, "run_in", 2, false, "城乡面貌持续改善", "——城乡面貌持续改善。" },
    { 10, "run_in", 2, false, "民生福祉不断增进", "——民生福祉不断增进。" },
    { 12, "heading", 1, "二、", "2023年工作安排" },
    { 14, "heading", 2, "(一)", "聚力项目攻坚,扩大有效投资" },
    { 16, "heading", 2, "(二)", "聚力乡村振兴,建设和美乡村" },
    { 18, "heading", 1, "三、", "加强政府自身建设" },
    { 21, "heading", 1, false, "名词解释" },
    { 22, "run_in", 2, "1.", "项目为王", "1.项目为王:" },
    { 23, "run_in", 2, "2.", "“四上”企业", "2.“四上”企业:" },
  },
  enumerations = {
    { 19, { "第一", "坚定政治方向", "坚定政治方向" }, { "第二", "坚持依法行政", "坚持依法行政" },
      { "第三", "坚守廉洁底线", "坚守廉洁底线" } },
  },
}
