-- A district's page converted to Traditional: a menu broken over lines, three
-- parallel leads, credit with a colon, related files with dates. Structure only.
return {
  structure_only = true,
  document = {
    title = "沙棠區:“三抓三促”推動機關黨建提質增效", published = "2023-04-06T15:08",
    source = "沙棠區直機關工委", contributors = {}, organization = "沙棠區直機關工委",
    icp = "澄ICP備05000003號-2", script = "Hant",
    organization_accept = { "中共沙棠區委辦公室" },
  },
  lines = {
    [1] = "boilerplate", [2] = "boilerplate", [3] = "boilerplate", [4] = "boilerplate",
    [5] = "boilerplate", [6] = "boilerplate", [7] = "boilerplate", [9] = "title",
    [11] = "metadata", [13] = "paragraph", [15] = "paragraph", [17] = "paragraph",
    [19] = "paragraph", [21] = "byline", [23] = "boilerplate", [25] = "boilerplate",
    [27] = "boilerplate", [29] = "boilerplate", [30] = "boilerplate", [32] = "boilerplate",
    [33] = "metadata", [34] = "metadata",
  },
  sections = {
    { 15, "run_in", 1, false, "抓學習教育,促理論武裝", "抓學習教育,促理論武裝。" },
    { 17, "run_in", 1, false, "抓陣地建設,促規范提升", "抓陣地建設,促規范提升。" },
    { 19, "run_in", 1, false, "抓作風轉變,促服務增效", "抓作風轉變,促服務增效。" },
  },
  enumerations = {},
}
