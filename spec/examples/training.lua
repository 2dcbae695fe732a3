-- training.lua: who trained how many
local jilu = require "jilu"

return jilu.pipeline {
  "repair", "zones", "metadata", "facts",
  jilu.rule {
    name   = "training",
    match  = jilu.re "{:who: organization :} gap any of {培训, 轮训} gap {:people: quantity :}",
    where  = function(m)
      return m.people.unit == "人" or m.people.unit == "名" or m.people.unit == "人次"
    end,
    emit   = function(m)
      return { who = m.who, count = m.people.value, unit = m.people.unit }
    end,
    fields = { { "who", "string" }, { "count", "number" }, { "unit", "string" } },
    tests  = {
      { "县农业局举办培训班，培训农民320人次。",
        { who = "县农业局", count = 320, unit = "人次" } },
      { "县教育局轮训教师86名。", { count = 86, unit = "名" } },
      { "县教育局举办培训3期。", false },
      { "县教育局走访教师86名。", false },
    },
  },
}
