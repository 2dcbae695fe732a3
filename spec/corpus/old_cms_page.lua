-- The page of an old content system: host above the title, author and hits in
-- one line, three parallel leads, entry clerk, bar of buttons. Structure only.
return {
  structure_only = true,
  document = {
    title = "縣水利局：黨建“三聯”賦能河湖治理", published = "2023-07-04", source = "縣水利局",
    authors = { "丁一帆" }, editors = { "admin" }, organization = "中共棠屏縣委組織部",
    script = "Hant",
  },
  lines = {
    "boilerplate", "metadata", "boilerplate", "boilerplate", "title", "metadata", "paragraph",
    "paragraph", "paragraph", "paragraph", "metadata", "boilerplate", "boilerplate",
    "boilerplate", "boilerplate", "metadata",
  },
  sections = {
    { 8, "run_in", 1, false, "思想聯學，凝聚護水共識", "思想聯學，凝聚護水共識。" },
    { 9, "run_in", 1, false, "責任聯擔，織密護水網絡", "責任聯擔，織密護水網絡。" },
    { 10, "run_in", 1, false, "服務聯動，解決護水難題", "服務聯動，解決護水難題。" },
  },
  enumerations = {},
}
