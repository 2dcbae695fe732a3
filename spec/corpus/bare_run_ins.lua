-- A site's news of three paragraphs that run in with a short sentence each, no number.
-- Structure only; all right at the first run.
return {
  structure_only = true,
  document = {
    title = "松溪区民政局多措并举做好困难群众救助工作",
    published = "2022-11-03",
    source = "松溪区民政局",
    organization_accept = { false, "松溪区民政局" },
    script = "Hans",
    authors = { "罗一鸣" },
  },
  lines = {
    [1] = "title", [2] = "metadata", [3] = "paragraph", [4] = "paragraph",
    [5] = "paragraph", [6] = "paragraph",
  },
  sections = {
    { 4, "run_in", 1, nil, "主动发现不漏一户", "主动发现不漏一户。" },
    { 5, "run_in", 1, nil, "动态管理不错一人", "动态管理不错一人。" },
    { 6, "run_in", 1, nil, "温情服务不落一项", "温情服务不落一项。" },
  },
  enumerations = {},
}
