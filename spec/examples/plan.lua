-- plan.lua: tasks of a plan, their deadlines and the units that answer for them
local jilu = require "jilu"

return jilu.pipeline {
  "repair", "zones", "metadata", "facts",
  jilu.rule {
    name   = "task",
    over   = "paragraph",
    match  = jilu.re [[ {:due: time :} gap '完成' {:task: (![，。；（(] char)+ :} gap
      '责任单位' [：:] {:unit: organization :} ]],
    emit   = function(m)
      return { task = m.task, due = m.due.value, edge = m.due.mod, unit = m.unit }
    end,
    fields = { { "task", "string" }, { "due", "string" }, { "edge", "string" },
      { "unit", "string" } },
    tests  = {
      { "2020年6月底前，完成河道清淤。（责任单位：县水务局）",
        { task = "河道清淤", due = "2020-06", unit = "县水务局" } },
      { "2020年6月底前，完成河道清淤。", false },
      { "完成河道清淤。（责任单位：县水务局）", false },
    },
  },
}
