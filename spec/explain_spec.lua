-- jilu explain: what was found in each line, by which rule, and why not more.

local core = require "jilu.core"
local jilu = require "jilu"
local shell = require "spec.support.shell"

local SCRIPT = [=[
local jilu = require "jilu"
local rule, re = jilu.rule, jilu.re
return jilu.pipeline {
  "repair", "zones", "metadata", "outline", "facts",
  rule {
    name  = "training",
    match = re[[ {:who: organization :} gap {:what: '培训' / '轮训' :} gap {:people: quantity :} ]],
    where = function(m) return m.people.unit == "人" end,
    emit  = function(m)
      if m.people.value == 7 then return nil end
      return { unit = m.who.text, people = m.people.value }
    end,
  },
}
]=]

local TEXT = [[
县财政局举办培训班三期,240余人参训。
去年3月,县财政局检查5次。
天高云淡。
县财政局举办培训班3期。
投入资金三万元。
县财政局培训7人。
森林覆盖率从61%提高到63%。
]]

describe("the rows of an annotation", function()
  it("leave out where it stands in the folded text", function()
    local doc = jilu.document "一、加强学习\n\n县财政局培训7人。\n\n二、加强调研\n\n县财政局检查5次。\n"
    for _, name in ipairs { "zones", "metadata", "outline" } do
      local stage = require("jilu.pipeline.stage").load(name)
      local run = stage.run
      run(doc)
    end
    local sections = doc:layer "section"
    assert.equal(2, #sections)
    for _, section in ipairs(sections) do
      local rows = require("jilu.cli.fact_rows").of(doc, section, "stage outline")
      assert.equal("level 1, marker " .. section.marker .. ", kind heading", rows[2].message)
    end
  end)

  it("show fields of a user's, whatever their names", function()
    local doc = jilu.document "县财政局培训7人。"
    local own = doc:annotate("training", { first = 1, last = 3, i = 7, j = "eight" })
    local rows = require("jilu.cli.fact_rows").of(doc, own, "rule training")
    assert.equal("i 7, j eight", rows[2].message)
  end)
end)

describe("jilu explain", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/trainings.lua", SCRIPT)
    shell.write(folder .. "/in.txt", TEXT)
  end)
  teardown(function() shell.remove(folder) end)

  local seen = {}
  local function explain(arguments)
    seen[arguments] = seen[arguments]
      or { shell.run(folder, shell.jilu .. " explain --lexicon none " .. arguments) }
    return table.unpack(seen[arguments])
  end

  -- The rows under the heading of a line, with single spaces.
  local function rows_of(out, number)
    local block = (out .. "\n"):match("\nline " .. number .. ",[^\n]*\n[^\n]*\n(.-)\n\n") or ""
    local rows = {}
    for row in block:gmatch "[^\n]+" do
      rows[#rows + 1] = row:gsub("^ +", ""):gsub(" +", " ")
    end
    return rows
  end

  it("shows a line and what was found in it, with bytes, value, rule and parts", function()
    local code, out, err = explain "trainings.lua in.txt --date 2019-10-15"
    assert.equal(0, code, err)
    assert.is_truthy(out:find("line 2, paragraph, bytes 53-89\n去年3月,县财政局检查5次。\n", 1, true))
    assert.same({
      "time 53-63 去年3月 2018-03 time.relative",
      "kind date, from 2018-03, until 2018-04, anchor 2019-10-15, anchor_basis option",
      "organization 64-76 县财政局 organization.suffix",
      "quantity 82-86 5次 5 次 quantity.count",
      "unit 83-86 次",
      "noun 64-82 县财政局检查",
      "training no match: part 2 of 3, {:what: '培训' / '轮训' :}: nowhere behind byte 76",
    }, rows_of(out, 2))
  end)

  it("shows the parts of a change", function()
    local _, out = explain "trainings.lua in.txt --only change"
    assert.same({
      "change 192-225 森林覆盖率从61%提高到63% 61 -> 63 % change.from_to",
      "of 192-207 森林覆盖率", "from 210-213 61%", "to 222-225 63%", "status done",
    }, rows_of(out, 7))
  end)

  it("gives bytes that are those of the input", function()
    local _, out = explain "trainings.lua in.txt"
    local count = 0
    for first, last, span in out:gmatch "\n +%a+ +(%d+)%-(%d+)  ([^ \n]+)" do
      if not span:find "…$" and not span:find "^rejected" then
        assert.equal(TEXT:sub(first + 1, last), span)
        count = count + 1
      end
    end
    assert.is_true(count > 15)
  end)

  it("says which rule of the pipeline made a record, and at which line", function()
    local _, out = explain "trainings.lua in.txt --line 1"
    local rows = rows_of(out, 1)
    assert.equal("training 0-43 县财政局举办培训班三期,240余人 rule training (trainings.lua:5)",
      rows[1])
    assert.equal("people 240, unit 县财政局", rows[2])
  end)

  it("says which matches were rejected, by what", function()
    local _, out = explain "trainings.lua in.txt"
    local rows = rows_of(out, 4)
    assert.equal("training 106-137 rejected by where: people = 3期, what = 培训, who = 县财政局",
      rows[#rows])
    rows = rows_of(out, 6)
    assert.equal("training 166-188 rejected by emit: people = 7人, what = 培训, who = 县财政局",
      rows[#rows])
  end)

  it("says which part of a rule was missing", function()
    local _, out = explain "trainings.lua in.txt"
    local rows = rows_of(out, 5)
    assert.equal("training no match: part 1 of 3, {:who: organization :}: "
      .. "no organization in the line", rows[#rows])
  end)

  it("leaves out lines with nothing in them, unless they are asked for", function()
    local _, out = explain "trainings.lua in.txt"
    assert.is_nil(out:find("天高云淡", 1, true))
    _, out = explain "trainings.lua in.txt --line 3"
    assert.is_truthy(out:find("天高云淡", 1, true))
    assert.is_nil(out:find("line 2,", 1, true))
    _, out = explain "trainings.lua in.txt --line 2-3"
    assert.is_truthy(out:find("line 2,", 1, true))
  end)

  it("shows only what is asked for", function()
    local _, out = explain "trainings.lua in.txt --only time"
    assert.is_truthy(out:find("time.relative", 1, true))
    assert.is_nil(out:find("organization.suffix", 1, true))
    assert.is_nil(out:find("no match", 1, true))
  end)

  it("says what each stage made, and how long it took", function()
    local _, out = explain "trainings.lua in.txt"
    assert.is_truthy(out:find "^in, 229 bytes\n  repair +%d+%.%d+ ms  nothing\n")
    assert.is_truthy(out:find "\n  rule training +%d+%.%d+ ms  1 training, 3 rejected\n")
  end)

  it("aligns columns by what they take in a terminal", function()
    local _, out = explain "trainings.lua in.txt --line 1"
    local at
    for before in out:gmatch "\n( +%a+ +%d+%-%d+  [^\n]-)[%l_]+%.[%l_]+\n" do
      local width = core.width(before)
      at = at or width
      assert.equal(at, width)
    end
    assert.is_number(at)
  end)

  it("is plain where it is no terminal, and never lets a text rule one", function()
    shell.write(folder .. "/escape.txt", "\27[31m投入3万元\7\255\n")
    local _, out = explain "facts escape.txt"
    assert.is_nil(out:find("\27", 1, true))
    assert.is_nil(out:find("\7", 1, true))
    assert.is_true(core.validate(out))
    local _, colored = explain "facts escape.txt --color always"
    assert.is_truthy(colored:find("\27[1m", 1, true))
  end)

  it("counts repairs where there are many", function()
    shell.write(folder .. "/ruby.txt", ("設(shè)備"):rep(9) .. "5台\n")
    local _, out = explain "facts ruby.txt"
    assert.is_truthy(out:find "repair +9 of them")
    _, out = explain "facts ruby.txt --only repair"
    assert.equal(9, select(2, out:gsub("\n  repair +%d+%-%d+ ", "")))
  end)

  it("shows what stands in no line first", function()
    shell.write(folder .. "/placeless.lua", [[
      local jilu = require "jilu"
      return jilu.pipeline { "repair", "facts", function(doc) doc:annotate("note", { n = 3 }) end }
    ]])
    local _, out = explain "placeless.lua in.txt"
    assert.is_truthy(out:find "\n\nin no line\n  note +stage [^\n]+\n +n 3\n\nline 1,")
  end)

  it("reads English", function()
    shell.write(folder .. "/english.txt", "They built 12 bridges.\n")
    local _, out = explain "facts english.txt --language en"
    assert.is_truthy(out:find "quantity +11%-13 +12 ")
    assert.is_truthy(out:find "noun +14%-21 +bridges")
  end)

  it("reads standard input, and ready-made pipelines", function()
    local code, out = shell.run(folder, "cat in.txt | " .. shell.jilu .. " explain ledger --line 5")
    assert.equal(0, code)
    assert.is_truthy(out:find "effect 1 +%d+%-%d+  三万元")
    assert.is_truthy(out:find("stage ledger", 1, true))
  end)

  it("lists the rules of the grammars", function()
    local code, out = explain "--rules"
    assert.equal(0, code)
    local count = 0
    for name in out:gmatch "%f[^\n\0]([%l_]+%.[%l_]+) " do
      count = count + 1
      assert.equal(core.rules()[count][1], name)
    end
    assert.equal(#core.rules(), count)
  end)

  it("shows what there is of a document that fails", function()
    shell.write(folder .. "/broken.lua", [[
      local jilu = require "jilu"
      return jilu.pipeline { "repair", "facts", function() error "no more" end }
    ]])
    local code, out, err = explain "broken.lua in.txt"
    assert.equal(2, code)
    assert.is_truthy(out:find("time.relative", 1, true))
    assert.is_truthy(err:find("no more", 1, true))
  end)

  it("says what is wrong with a call", function()
    for call, message in pairs {
      ["trainings.lua none.txt"] = "none.txt: No such file",
      ["none in.txt"] = "no pipeline 'none'",
      ["trainings.lua in.txt --only quantities"] = "--only: no type 'quantities'; known: change, ",
      ["trainings.lua in.txt --line x"] = "'x' is no line",
      ["trainings.lua in.txt --date x"] = "'x' is no date",
      ["trainings.lua in.txt --lexicon none.lexicon"] = "none.lexicon",
      [""] = "no pipeline",
      ["facts ."] = "explain takes one document",
    } do
      local code, out, err = explain(call)
      assert.equal(1, code)
      assert.equal("", out)
      assert.is_truthy(err:find(message, 1, true), err)
    end
  end)
end)

describe("what explains a rule", function()
  it("is no burden to the others: rules run without it", function()
    local rule = jilu.rule {
      name = "few", match = jilu.re "{:n: quantity :}",
      where = function(m) return m.n.value < 3 end, emit = function(m) return { n = m.n.value } end,
    }
    local doc = jilu.document "来了2人,又来了5人"
    doc:facts "quantity"
    local rejections = {}
    rule:run(doc, function(rejection) rejections[#rejections + 1] = rejection.captures.n.text end)
    assert.same({ "5人" }, rejections)
    assert.equal(1, #doc:layer "few")
    doc.layers.few = nil
    rule:run(doc)
    assert.equal(1, #doc:layer "few")
  end)
end)
