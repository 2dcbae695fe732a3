-- lua5.4 spec/hostile/pipeline.lua
-- Runs the ledger on texts that repeat one piece, and counts the instructions of
-- Lua's machine: no clock, so the answer is the same on a busy machine. Fails
-- where twice the text takes more than twice the work and a little. The C below
-- is measured by itself (linear.lua).

local jilu = require "jilu"
local core = require "jilu.core"

local SIZE = 12000     -- bytes of the smaller text
local ALLOWED = 1.3    -- growth of the work over that of the text

local PIECES = {
  "今年,", "今年", "3月,", "3月底前完成。", "因此,", "据了解,", "表示:", "会上,", "为举办,", "在今年", "我局", "我局、",
  "我局2023年3月", "我局今年举办", "该支部3次;", "被我局", "由我局", "以", "以为单位", "党员", "张三、", "管理管理管理",
  "举办3场,", "举办3场;", "举办3场,其中", "举办了“", "组织3家参会,", "3场", "从3到4,", "增长3%,", "对3个问题,", "《", "“", "(“《",
  "“三会一课”", "三个聚焦。", "一是", "一是举办3场,", "(一)", "一、", "一、加强建设\n", "1.今年举办3场\n", "来源:", "责任编辑:张三\n",
  "首页>新闻>", "首页 | 新闻 | ", "2023-01-02\n", "。", ",", "\n", " ", "三项制度、", "A、B、C三项机制",
}

local pipeline, writer = jilu.load "ledger", core.writer()

local function count(text)
  local n = 0
  local doc = jilu.document(text .. "。\n我局今年举办活动3场。", { id = "hostile" })
  debug.sethook(function() n = n + 100 end, "", 100)
  local ok, failure = pipeline:write(doc, writer)
  debug.sethook()
  if not ok then error(failure.stage .. ": " .. failure.reason) end
  writer:rewind(0)
  doc:close()
  return n
end

-- The sample documents one after another: names, lists and headings of all kinds.
local function samples()
  local texts, names = {}, io.popen "ls spec/corpus/*.txt"
  for name in names:lines() do
    local file = assert(io.open(name, "rb"))
    texts[#texts + 1] = file:read "*a"
    file:close()
  end
  names:close()
  return table.concat(texts, "\n")
end

PIECES[#PIECES + 1] = samples()

local worst, failed = 0, false
for _, piece in ipairs(PIECES) do
  local few = math.max(3, math.floor(SIZE / #piece))
  local once, twice = count(piece:rep(few)), count(piece:rep(2 * few))
  local growth = twice / once / 2
  worst = math.max(worst, growth)
  if growth > ALLOWED then
    failed = true
    print(("not linear: %q takes %d instructions, twice as much %d"):format(piece:sub(1, 60), once,
      twice))
  end
end
print(("%d pieces through the ledger, growth at most %.3f of the text's"):format(#PIECES, worst))
os.exit(not failed)
