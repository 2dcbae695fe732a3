-- A decision with a list of names behind it: letterhead, number, signature,
-- annex with headings over lists. Structure only.
return {
  structure_only = true,
  document = {
    title = "关于表彰市直机关先进基层党组织、优秀共产党员和优秀党务工作者的决定",
    title_accept = {}, published = "2021-06-25",
    organization = "中共临澄市直属机关工作委员会", script = "Hans",
  },
  lines = {
    [1] = "byline", [2] = "metadata", [4] = "title", [6] = "paragraph", [8] = "paragraph",
    [10] = "paragraph", [12] = "paragraph", [14] = "byline", [15] = "metadata",
    [17] = "paragraph", [19] = "title", [21] = "heading", [23] = "paragraph",
    [24] = "paragraph", [25] = "paragraph", [27] = "heading", [29] = "paragraph",
    [30] = "paragraph", [31] = "paragraph", [32] = "paragraph", [34] = "metadata",
  },
  sections = {
    { 21, "heading", 1, "一、", "先进基层党组织(3个)" },
    { 27, "heading", 1, "二、", "优秀共产党员(4名)" },
  },
  enumerations = {},
}
