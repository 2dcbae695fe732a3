-- What columns of records are called in Chinese, by type and, of the items of a list,
-- by type.list: as ledgers of public offices name them. `common` holds for all types.

local QUANTITY = {
  value = "數值", min = "最小值", max = "最大值", unit = "計量單位", currency = "幣種",
  ucum = "UCUM", approx = "約數", noun = "對象",
}

local EFFECT = { text = "完成效果", start = "效果起始位元組", ["end"] = "效果結束位元組" }
for field, name in pairs(QUANTITY) do EFFECT[field] = name end

return {
  common = {
    doc = "文件", start = "起始位元組", ["end"] = "結束位元組", text = "原文", norm = "校正文字",
    line = "行號",
  },
  ledger = {
    content = "項目內容", content_start = "內容起始位元組", content_end = "內容結束位元組",
    unit = "責任單位", unit_full = "單位全稱", unit_start = "單位起始位元組",
    unit_end = "單位結束位元組", unit_basis = "單位依據", time = "完成時限", time_mod = "時限修飾",
    time_basis = "時限依據", mode = "狀態", section = "章節", effect = "完成效果",
  },
  ["ledger.effect"] = EFFECT,
  quantity = QUANTITY,
}
