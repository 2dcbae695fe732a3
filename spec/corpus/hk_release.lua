-- A press release in the manner of Hong Kong: a rule of stars under the title,
-- 完 and the date at the foot. Structure only.
return {
  structure_only = true,
  document = {
    title = "島北區議會通過社區重點項目計劃", published = "2023-05-16T14:30",
    organization = "政府新聞網", organization_accept = { false, "島北區議會" }, script = "Hant",
    published_accept = { "2023-05-16" },
  },
  lines = {
    [1] = "boilerplate", [3] = "boilerplate", [5] = "title", [6] = "boilerplate",
    [8] = "paragraph", [10] = "paragraph", [12] = "paragraph", [14] = "paragraph",
    [16] = "boilerplate", [18] = "metadata", [19] = "metadata", [21] = "boilerplate",
  },
  sections = {}, enumerations = {},
}
