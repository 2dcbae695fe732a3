-- A post of a public account: numbers on lines of their own above headings,
-- ▲ captions, credits with bars instead of colons. Structure only.
return {
  structure_only = true,
  document = {
    title = "“三个一线”让机关干部“动起来”", published = "2023-03-02T18:00",
    source = "望屏县委组织部", editors = { "沈若棠" },
    organization = "望屏县委组织部", organization_accept = { "望屏先锋" }, script = "Hans",
  },
  lines = {
    "boilerplate", "boilerplate", "metadata", "title", "paragraph", "boilerplate",
    "heading", "paragraph", "caption", "boilerplate", "heading", "paragraph", "caption",
    "boilerplate", "heading", "paragraph", "boilerplate", "metadata", "metadata",
    "metadata", "boilerplate", "boilerplate",
  },
  sections = {
    { 7, "heading", 1, false, "一线服务“零距离”" },
    { 11, "heading", 1, false, "一线攻坚“勇争先”" },
    { 15, "heading", 1, false, "一线考核“严把关”" },
  },
  enumerations = {},
}
