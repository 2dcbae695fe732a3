-- Questions and answers about a rule; keys whose values stand on the next
-- line. Structure only.
return {
  structure_only = true,
  document = {
    title = "《望屏县住房保障实施细则》政策解读", published = "2022-11-08", source = "县住建局",
    organization = "望屏县人民政府", script = "Hans",
  },
  lines = {
    [1] = "boilerplate", [3] = "title", [5] = "metadata", [6] = "metadata",
    [7] = "metadata", [8] = "metadata", [9] = "metadata", [11] = "paragraph",
    [13] = "paragraph", [15] = "paragraph", [17] = "paragraph", [19] = "paragraph",
    [21] = "boilerplate", [23] = "boilerplate", [25] = "boilerplate",
    [27] = "metadata", [28] = "boilerplate",
  },
  sections = {},
  enumerations = {
    { 19, { "一是", "城镇中等偏下收入家庭", "城镇中等偏下收入家庭" },
      { "二是", "新就业无房职工", "新就业无房职工" },
      { "三是", "稳定就业的外来务工人员", "稳定就业的外来务工人员" } },
  },
}
