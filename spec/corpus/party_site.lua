-- A Party-building site: title with a subtitle, headings without numbers,
-- credited pictures, editors in brackets, a ranking below. Structure only.
return {
  structure_only = true,
  document = {
    title = "党旗引领促发展 凝心聚力谱新篇",
    title_accept = { "党旗引领促发展 凝心聚力谱新篇——临澄市交通运输局机关党建工作纪实" },
    published = "2022-06-30T08:15", source = "临澄日报",
    authors = { "韩牧野" }, editors = { "苏锦", "顾青禾" }, contributors = { "江以安" },
    organization = "临澄日报", organization_accept = { "临澄党建网" }, script = "Hans",
  },
  lines = {
    [1] = "boilerplate", [3] = "title", [4] = "title", [6] = "metadata",
    [8] = "boilerplate", [10] = "paragraph", [12] = "heading", [14] = "paragraph",
    [16] = "caption", [18] = "heading", [20] = "paragraph", [22] = "paragraph",
    [24] = "heading", [26] = "paragraph", [28] = "metadata", [30] = "boilerplate",
    [32] = "boilerplate", [34] = "boilerplate", [36] = "boilerplate", [38] = "boilerplate",
    [40] = "boilerplate", [41] = "boilerplate", [42] = "boilerplate", [44] = "boilerplate",
    [46] = "boilerplate", [47] = "boilerplate",
  },
  sections = {
    { 12, "heading", 1, false, "强化政治引领,锻造忠诚队伍" },
    { 18, "heading", 1, false, "强化基层基础,建强战斗堡垒" },
    { 24, "heading", 1, false, "强化作风转变,提升服务质效" },
  },
  enumerations = {},
}
