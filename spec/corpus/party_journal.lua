-- An article of a journal on a site: authors and issue in one line, ordinals at
-- the head of paragraphs, authors' office in brackets. Structure only.
return {
  structure_only = true,
  document = {
    title = "以高质量机关党建引领基层治理的实践与思考", published = "2021-06-18",
    source = "《临澄党建》2021年第3期", source_accept = { "《临澄党建》" },
    authors = { "严一舟", "聂思远" }, editors = { "顾青禾" },
    organization = "临澄市委直属机关工委", script = "Hans",
  },
  lines = {
    [1] = "title", [3] = "metadata", [5] = "paragraph", [7] = "heading", [9] = "heading",
    [11] = "paragraph", [13] = "heading", [15] = "paragraph", [17] = "heading",
    [19] = "paragraph", [21] = "paragraph", [23] = "paragraph", [25] = "metadata",
    [27] = "metadata", [29] = "boilerplate", [30] = "boilerplate",
  },
  sections = {
    { 7, "heading", 1, "一、", "主要做法" },
    { 9, "heading", 2, "(一)", "以组织联建破解“各自为战”" },
    { 13, "heading", 2, "(二)", "以资源联享破解“力量不足”" },
    { 17, "heading", 1, "二、", "几点启示" },
  },
  enumerations = {
    { 15, { "一是", "下沉力量", "下沉力量" }, { "二是", "整合资源", "整合资源" },
      { "三是", "精准服务", "精准服务" } },
    { { 19, "第一", "必须坚持党建引领不动摇", "必须坚持党建引领不动摇" },
      { 21, "第二", "必须坚持人民至上不动摇", "必须坚持人民至上不动摇" },
      { 23, "第三", "必须坚持久久为功不动摇", "必须坚持久久为功不动摇" } },
  },
}
