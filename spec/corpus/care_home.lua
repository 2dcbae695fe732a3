-- A small body's yearly summary: 一、 over one line each, the date alone at the end.
-- Structure only; all right at the first run.
return {
  structure_only = true,
  document = {
    title = "朝阳乡敬老院2012年工作小结",
    published = "2012-12-20",
    organization_accept = { false, "朝阳乡敬老院" },
    script = "Hans",
  },
  lines = {
    [1] = "title", [2] = "paragraph", [3] = "heading", [4] = "paragraph", [5] = "heading",
    [6] = "paragraph", [7] = "heading", [8] = "paragraph", [9] = "heading",
    [10] = "paragraph", [11] = "metadata",
  },
  sections = {
    { 3, "heading", 1, "一、", "基本情况" },
    { 5, "heading", 1, "二、", "做好“五个一”服务" },
    { 7, "heading", 1, "三、", "改善硬件" },
    { 9, "heading", 1, "四、", "明年打算" },
  },
  enumerations = {},
}
