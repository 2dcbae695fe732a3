-- A notice that issues a plan: the plan's own title behind the signature,
-- numbering that runs on over (一) and (二), an empty key above a bar.
-- Structure only.
return {
  structure_only = true,
  document = {
    title = "关于印发《望屏县机关党建三年行动计划》的通知", published = "2020-05-11",
    source = "县直机关工委", organization = "中共望屏县委直属机关工作委员会", script = "Hans",
  },
  lines = {
    "boilerplate", "title", "metadata", "metadata", "metadata", "boilerplate", "paragraph",
    "paragraph", "byline", "metadata", "title", "title", "paragraph", "heading", "paragraph",
    "heading", "heading", "paragraph", "paragraph", "heading", "paragraph", "paragraph",
    "heading", "paragraph", "boilerplate", "boilerplate",
  },
  sections = {
    { 14, "heading", 1, "一、", "总体目标" },
    { 16, "heading", 1, "二、", "重点任务" },
    { 17, "heading", 2, "（一）", "实施政治引领行动" },
    { 18, "run_in", 3, "1．", "强化理论学习", "1．强化理论学习。" },
    { 19, "run_in", 3, "2．", "严肃组织生活", "2．严肃组织生活。" },
    { 20, "heading", 2, "（二）", "实施强基固本行动" },
    { 21, "run_in", 3, "3．", "规范支部设置", "3．规范支部设置。" },
    { 22, "run_in", 3, "4．", "选优配强队伍", "4．选优配强队伍。" },
    { 23, "heading", 1, "三、", "保障措施" },
  },
  enumerations = {
    { 24, { "（一）", "强化责任落实", "强化责任落实" },
      { "（二）", "强化经费保障", "强化经费保障" },
      { "（三）", "强化督查考核", "强化督查考核" } },
  },
}
