-- spending.lua: money spent by whom on what
local jilu = require "jilu"

return jilu.pipeline {
  "repair", "zones", "metadata", "facts",
  jilu.rule {
    name   = "spending",
    match  = jilu.re [[ {:who: organization :} gap any of {投入, 安排, 拨付, 支出} gap
      {:amount: quantity :} gap '用于' {:purpose: (![，。；] char)+ :} ]],
    where  = function(m) return m.amount.currency ~= nil end,
    emit   = function(m)
      return { who = m.who, amount = m.amount.value, currency = m.amount.currency,
        purpose = m.purpose }
    end,
    fields = { { "who", "string" }, { "amount", "number" }, { "currency", "string" },
      { "purpose", "string" } },
    tests  = {
      { "县水务局投入资金120万元，用于河道清淤。",
        { who = "县水务局", amount = 1200000, currency = "CNY", purpose = "河道清淤" } },
      { "县财政局拨付3.5万元用于修桥。", { amount = 35000, purpose = "修桥" } },
      { "县水务局出动35人用于清淤。", false },
      { "县水务局投入资金120万元。", false },
    },
  },
}
