-- personnel.lua: who was appointed to which post, or left it, and when
local jilu = require "jilu"

-- The date of a change is the one that stands before it in its line, else the last one above.
local function date_at(doc, first)
  local found
  for _, time in ipairs(doc:facts "time") do
    if time.first > first then break end
    if time.kind == "date" and time.value then found = time.value end
  end
  return found
end

-- What posts end with: 以张立新为例 speaks of none.
local POSTS = { "长", "主任", "书记", "委员", "主席", "员", "代表" }

local function is_post(m)
  for _, ending in ipairs(POSTS) do
    if m.post:sub(-#ending) == ending then return true end
  end
  return false
end

local function change(kind)
  return function(m, doc)
    return { change = kind, who = m.who, post = m.post,
      date = date_at(doc, m:span "who") or jilu.null }
  end
end

local FIELDS = { { "change", "string" }, { "who", "string" }, { "post", "string" },
  { "date", "string" } }

return jilu.pipeline {
  "repair", "zones", "metadata", "facts",
  jilu.rule {
    name = "appointment",
    match = jilu.re [[ {:who: person :} any of {任, 为, 担任} {:post: (![，。；、] char)+ :} ]],
    where = is_post, emit = change "in", fields = FIELDS,
    tests = {
      { "2021年3月12日，任命张立新为县教育局局长。",
        { who = "张立新", post = "县教育局局长", date = "2021-03-12" } },
      { "陈志明任县财政局局长。", { who = "陈志明", post = "县财政局局长", date = jilu.null } },
      { "陈志明走访了县财政局。", false },
      { "以张立新为例。", false },
    },
  },
  jilu.rule {
    name = "removal",
    match = jilu.re [[ '免去' {:who: person :} '的' {:post: (!'职务' ![，。；、] char)+ :} '职务' ]],
    emit = change "out", fields = FIELDS,
    tests = {
      { "免去李建国的县水务局局长职务。", { who = "李建国", post = "县水务局局长" } },
      { "李建国的县水务局局长职务。", false },
    },
  },
}
