-- A page of an essay site: the title three times, a disclaimer before and
-- after, bare numbers as headings, masked names, link spam at the foot.
return {
  document = {
    title = "机关作风建设调研报告", published = "2021-08-30T16:05",
    source = "网络收集整理", source_accept = { false }, script = "Hans",
  },
  lines = {
    "title", "title", "metadata", "boilerplate", "title", "paragraph",
    "heading", "paragraph", "heading", "paragraph", "paragraph", "paragraph",
    "heading", "paragraph", "boilerplate", "boilerplate", "boilerplate",
    "boilerplate", "boilerplate", "boilerplate", "boilerplate", "spam",
    "spam",
  },
  sections = {
    { 7, "heading", 1, "1、", "基本情况" },
    { 9, "heading", 1, "2、", "主要问题" },
    { 10, "run_in", 2, "(1)", "服务意识不强", "(1)服务意识不强。" },
    { 11, "run_in", 2, "(2)", "担当精神不足", "(2)担当精神不足。" },
    { 12, "run_in", 2, "(3)", "**问题依然存在", "(3)**问题依然存在。" },
    { 13, "heading", 1, "3、", "对策建议" },
  },
  enumerations = {
    { 11, { "首先", "怕担责", "怕担责" }, { "其次", "怕出错", "怕出错" },
      { "再次", "怕得罪人", "怕得罪人" } },
    { 14, { "一要", "抓教育", "抓教育" }, { "二要", "抓制度", "抓制度" },
      { "三要", "抓监督", "抓监督" } },
  },
  quantities = {
    [6] = {
      { "3个", 3, "个", "exact", "调研组" },
      { "16个", 16, "个", "exact", "乡镇" },
      { "28个", 28, "个", "exact", "县直部门" },
      { "44次", 44, "次", "exact", "座谈会" },
      { "1200份", 1200, "份", "exact", "调查问卷" },
      { "1137份", 1137, "份", "exact", "有效问卷" },
    },
    [8] = {
      { "88.7%", 88.7, "%", "exact", "", alt = { "机关作风" } },
      { "15个百分点", 15, "百分点", "exact", "", alt = { "机关作风" } },
      { "32%", 32, "%", "exact", "文件数量", alt = { "全县文件数量" } },
      { "四分之一", "1/4", "", "exact", "会议", optional = true },
    },
    [10] = { { "12%", 12, "%", "exact", "受访者" } },
    [11] = {
      { "一份", 1, "份", "exact", "文件", optional = true },
      { "5个", 5, "个", "exact", "章" },
    },
    [12] = { { "3.8万元", 38000, "元", "exact", "礼金" } },
    [14] = {
      { "两次", 2, "次", "at_least", "作风建设专题培训班" },
      { "12项", 12, "项", "exact", "制度" },
      { "一次", 1, "次", "exact", "明察暗访" },
    },
  },
  times = {
    [3] = { { "2021-08-30 16:05:21", "2021-08-30T16:05:21",
              accept = { "2021-08-30T16:05" } } },
    [6] = { { "7月上旬至8月中旬", "2021-07/2021-08" } },
    [8] = { { "近年来", false }, { "三年前", "2018", accept = { "P3Y" }, optional = true },
            { "去年", "2020" } },
    [14] = { { "每年", "R/P1Y" }, { "每半年", "R/P6M" },
             { "年终", "R/P1Y", optional = true } },
  },
  changes = {},
  works = { "机关效能建设考核办法" },
  quotes = 3,
  ledger = {
    [6] = {
      { "7月上旬至8月中旬,县纪委监委会同县委组织部组成3个调研组,"
        .. "深入16个乡镇和28个县直部门,召开座谈会44次,发放调查问卷1200份,"
        .. "回收有效问卷1137份", unit = "县纪委监委",
        unit_accept = { "县纪委监委会同县委组织部" }, time = "2021-07/2021-08",
        effect = { "3个", "16个", "28个", "44次", "1200份", "1137份" },
        optional = true },
    },
    [8] = {
      { "对机关作风表示“满意”和“比较满意”的占88.7%,比三年前提高15个百分点",
        effect = { "88.7%", "15个百分点" }, unit_accept = { "县纪委监委" },
        optional = true },
      { "去年全县文件数量减少32%,会议减少四分之一", time = "2020",
        effect = { "32%" }, optional = true },
    },
    [10] = { { "有12%的受访者反映“门好进、脸好看、事难办”", effect = { "12%" },
               optional = true } },
    [11] = { { "有的单位一份文件层层审核,平均要盖5个章", effect = { "5个" },
               optional = true } },
    [12] = { { "某局原副局长××违规收受礼金3.8万元,被给予撤职处分",
               effect = { "3.8万元" }, optional = true } },
    [14] = {
      { "每年至少举办两次作风建设专题培训班", time = "R/P1Y", mode = "recurring",
        effect = { "两次" }, optional = true },
      { "修订完善《机关效能建设考核办法》等12项制度", effect = { "12项" },
        optional = true },
      { "每半年开展一次明察暗访", time = "R/P6M", mode = "recurring",
        effect = { "一次" }, optional = true },
    },
  },
}
