-- The day of the visit above the title, headings behind a star, a long
-- number of the page at the foot. Structure only.
return {
  structure_only = true,
  document = {
    title = "临澄市司法局机关党委: 坚持“五个到位” 推动机关党建与业务工作深度融合",
    published = "2022-11-02T16:35", source = "临澄市司法局", authors = { "宁安然" },
    editors = { "梁雨" }, contributors = { "白小川" }, organization = "临澄市司法局",
    script = "Hans",
  },
  lines = {
    [1] = "boilerplate", [2] = "metadata", [3] = "title", [4] = "metadata", [6] = "paragraph",
    [8] = "heading", [10] = "paragraph", [12] = "heading", [14] = "paragraph",
    [16] = "heading", [18] = "paragraph", [20] = "byline", [22] = "metadata",
    [23] = "boilerplate", [24] = "boilerplate", [25] = "boilerplate",
  },
  sections = {
    { 8, "heading", 1, false, "思想教育到位" },
    { 12, "heading", 1, false, "责任落实到位" },
    { 16, "heading", 1, false, "服务群众到位" },
  },
  enumerations = {},
}
