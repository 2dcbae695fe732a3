-- A company's site: a menu set with spaces, publisher and hits in one line,
-- short parallel leads, credit in brackets, footer. Structure only.
return {
  structure_only = true,
  document = {
    title = "第二党支部:“党建+班组”让车间红起来", published = "2022-09-15",
    authors = { "袁一鸣" }, organization = "党群工作部", source_accept = { "党群工作部" },
    organization_accept = { "第二党支部", "禾田集团" }, icp = "临ICP备15000002号", script = "Hans",
  },
  lines = {
    [1] = "boilerplate", [2] = "boilerplate", [3] = "boilerplate", [5] = "title",
    [6] = "metadata", [8] = "paragraph", [10] = "boilerplate", [12] = "caption",
    [14] = "paragraph", [16] = "paragraph", [18] = "paragraph", [20] = "paragraph",
    [22] = "paragraph", [24] = "paragraph", [26] = "byline", [28] = "boilerplate",
    [29] = "boilerplate", [31] = "boilerplate", [32] = "metadata", [33] = "metadata",
  },
  sections = {
    { 16, "run_in", 1, false, "有阵地", "有阵地。" },
    { 18, "run_in", 1, false, "有载体", "有载体。" },
    { 20, "run_in", 1, false, "有考核", "有考核。" },
    { 22, "run_in", 1, false, "有传承", "有传承。" },
  },
  enumerations = {},
}
