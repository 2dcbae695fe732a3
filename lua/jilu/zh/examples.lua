-- What the ready-made pipelines make of short texts of our own: run by
-- `jilu test ledger` and by the specs.

local null = require("jilu.core").null

local REPORT = [[
某县民政局2023年工作总结
2023年12月5日

一、救助工作
县民政局3月走访困难群众35户，发放慰问金12.5万元。
2024年县民政局将新建养老院2所。
二、制度建设
建立“三项制度”：一是学习制度，二是走访制度，三是考核制度。
]]

return {
  ledger = {
    { text = REPORT, records = {
      { type = "ledger", unit = "县民政局", unit_basis = "stated",
        time = "2023-03", mode = "done", section = "救助工作",
        effect = { { value = 35, unit = "户", noun = "困难群众" } } },
      { type = "ledger", unit = "县民政局", unit_basis = "inherited",
        time = "2023-03", time_basis = "inherited", effect = { { value = 125000, unit = "元" } } },
      { type = "ledger", time = "2024", mode = "planned",
        effect = { { value = 2, unit = "所" } } },
    } },
    { text = REPORT, records = {
      { type = "check", rule = "count", ok = true, text = "三项制度" },
    } },
    { text = REPORT, records = {
      { type = "framework", name = "三项制度", numeral = 3,
        members = { { name = "学习制度" }, { name = "走访制度" }, { name = "考核制度" } } },
    } },
    { text = "修建道路12公里。", records = {
      { type = "ledger", unit = null, time = null,
        effect = { { value = 12, unit = "公里" } } },
    } },
    { text = "会议讨论了工作。", date = "2023-05-04",
      records = { { type = "document", published = "2023-05-04", published_basis = "option" } } },
  },

  facts = {
    { text = "昨天县民政局走访35户。", date = "2023-12-05", records = {
      { type = "quantity", value = 35, unit = "户", approx = "exact" },
      { type = "time", value = "2023-12-04", anchor = "2023-12-05" },
      { type = "organization", text = "县民政局", full = null },
    } },
    { text = "240余人、三分之一、5至8台。", records = {
      { type = "quantity", value = 240, approx = "over" },
      { type = "quantity", value = "1/3", text = "三分之一" },
      { type = "quantity", min = 5, max = 8, unit = "台", approx = "range", value = null },
    } },
    { text = "按《学习办法》执行，见https://example.org/a。", records = {
      { type = "work", content = "学习办法" },
      { type = "url", value = "https://example.org/a" },
    } },
    { text = "會議在第一會議室召開。", records = {
      { type = "document", script = "Hant", title = null },
    } },
    { text = "We visited 35 families on March 3, 2021.", language = "en", records = {
      { type = "quantity", value = 35, noun = "families" },
      { type = "time", value = "2021-03-03" },
    } },
  },

  outline = {
    { text = REPORT, records = {
      { type = "section", level = 1, marker = "一、", heading = "救助工作" },
      { type = "section", level = 1, marker = "二、", heading = "制度建设" },
    } },
    { text = "培訓(xùn)班設(shè)在機(jī)關(guān),訓(xùn)練隊(duì)伍,優(yōu)化結(jié)構(gòu)", records = {
      { type = "document", repairs = 9, script = "Hant" },
    } },
    { text = "一句话。", records = {
      { type = "line", role = "paragraph" },
    } },
    { text = "", records = { { type = "document", bytes = 0, title = null } } },
  },
}
