-- A plan that a county's notice issues, both with a title: run-in （一） and 1. below 一、.
-- Structure only; all right at the first run.
return {
  structure_only = true,
  document = {
    title = "澜河县人民政府办公室关于印发《澜河县高标准农田建设三年行动方案》的通知",
    published = "2021-04-17",
    organization = "澜河县人民政府办公室",
    script = "Hans",
  },
  lines = {
    [1] = "metadata", [2] = "metadata", [3] = "title", [4] = "metadata",
    [5] = "paragraph", [6] = "paragraph", [7] = "byline", [8] = "metadata", [9] = "title",
    [10] = "paragraph", [11] = "heading", [12] = "paragraph", [13] = "heading",
    [14] = "paragraph", [15] = "paragraph", [16] = "paragraph", [17] = "heading",
    [18] = "paragraph", [19] = "paragraph", [20] = "paragraph",
  },
  sections = {
    { 11, "heading", 1, "一、", "总体目标" },
    { 13, "heading", 1, "二、", "重点任务" },
    { 14, "run_in", 2, "（一）", "实施田块整治工程", "（一）实施田块整治工程。" },
    { 15, "run_in", 2, "（二）", "实施灌溉排水工程", "（二）实施灌溉排水工程。" },
    { 16, "run_in", 2, "（三）", "实施田间道路工程", "（三）实施田间道路工程。" },
    { 17, "heading", 1, "三、", "保障措施" },
    { 18, "run_in", 2, "1.", "强化组织领导", "1.强化组织领导。" },
    { 19, "run_in", 2, "2.", "强化资金保障", "2.强化资金保障。" },
    { 20, "run_in", 2, "3.", "强化督导考核", "3.强化督导考核。" },
  },
  enumerations = {},
}
