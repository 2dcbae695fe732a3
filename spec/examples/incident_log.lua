-- incident_log.lua: what a log warns of, when, and how much it was
local jilu = require "jilu"

return jilu.pipeline {
  "zones", "metadata", "facts",
  jilu.rule {
    name   = "incident",
    over   = "paragraph",
    match  = jilu.re "{:at: time :} gap {:level: any of {ERROR, WARN} :} gap {:amount: quantity :}",
    where  = function(m) return m.amount.ucum ~= nil end,
    emit   = function(m)
      return { at = m.at.value, level = m.level, amount = m.amount.value, unit = m.amount.ucum }
    end,
    fields = { { "at", "string" }, { "level", "string" }, { "amount", "number" },
      { "unit", "string" } },
    tests  = {
      { "2020-03-05T09:14:07Z ERROR query took 3200 ms",
        { at = "2020-03-05T09:14:07Z", level = "ERROR", amount = 3200, unit = "ms" } },
      { "2020-03-05 09:14:07 WARN disk at 91%", { at = "2020-03-05T09:14:07", unit = "%" } },
      { "2020-03-05T09:14:07Z INFO query took 32 ms", false },
      { "2020-03-05T09:14:07Z ERROR no route to host", false },
    },
  },
  language = "en",
}
