-- minutes.lua: action items, who has them, and when they are due
local jilu = require "jilu"

return jilu.pipeline {
  "zones", "metadata", "facts",
  jilu.rule {
    name   = "action",
    over   = "paragraph",
    match  = jilu.re [[ 'ACTION: ' {:who: (!' to ' char)+ :} ' to ' {:task: (!' by ' char)+ :}
      ' by ' ('the ' / '') {:due: time :} ]],
    emit   = function(m)
      return { who = m.who, task = m.task, due = m.due.value, edge = m.due.mod }
    end,
    fields = { { "who", "string" }, { "task", "string" }, { "due", "string" },
      { "edge", "string" } },
    tests  = {
      { "ACTION: Ann to order the pump by 12 May 2020.",
        { who = "Ann", task = "order the pump", due = "2020-05-12" } },
      { "ACTION: The clerk to send the list by the end of June 2020.",
        { who = "The clerk", due = "2020-06", edge = "end" } },
      { "ACTION: Ann to order the pump by next Friday.", { due = "2020-05-15" },
        date = "2020-05-05" },
      { "ACTION: Ann to order the pump.", false },
      { "Ann ordered the pump by 12 May 2020.", false },
    },
  },
  language = "en",
}
