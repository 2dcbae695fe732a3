local jilu = require "jilu"
local core = require "jilu.core"
local shell = require "spec.support.shell"

local function words_of(word, kind)
  return function(doc)
    for _, line in ipairs(doc.lines) do
      for i, j in line.text:gmatch("()" .. word .. "()") do
        local first, last = doc:span(line, i, j - 1)
        doc:annotate(kind, { first = first, last = last })
      end
    end
  end
end

local function run(text, stages)
  return jilu.pipeline(stages):run(jilu.document(text, { id = "d", residue = "cut" }))
end

describe("jilu.pipeline", function()
  it("takes names, functions and tables", function()
    local records = run("一個漢(hàn)字", {
      "repair",
      words_of("汉", "work"),
      { name = "quotes", run = words_of("字", "quote"), needs = { "repair" } },
      jilu.emit { "quote", "work" },
    })
    assert.same({ "quote", "work" }, { records[1].type, records[2].type })
    assert.same({ start = 6, ["end"] = 15, line = 1, text = "漢(hàn)", norm = "漢",
      type = "work", doc = "d" }, records[2])
  end)

  it("lists the known stages for one that it does not know, at script:line", function()
    local ok, message = pcall(jilu.pipeline, { "repare" })
    assert.is_false(ok)
    assert.match("unknown stage 'repare'; known: repair", message, 1, true)
    local line = debug.getinfo(1, "l").currentline + 1
    local _, placed = pcall(function() jilu.pipeline { "repare" } end)
    assert.match("pipeline_spec.lua:" .. line .. ": unknown stage", placed, 1, true)
  end)

  it("refuses what is no stage", function()
    local function refused(items, message)
      local ok, raised = pcall(function() return { jilu.pipeline(items) } end)
      assert.is_false(ok)
      assert.match(message, raised, 1, true)
    end
    refused({ 5 }, "a stage is a name, a function or a table, not a number")
    refused({ {} }, "a stage without 'run'")
    refused({ { run = print, nedes = {} } },
      "a stage has no key 'nedes'; known: language, makes, name, needs, reads, run")
    refused({ { run = 5 } }, "key 'run' of a stage: function expected, got number")
    refused({ { run = print, makes = { 5 } } },
      "key 'makes' of a stage: list of strings expected, got a number in it")
    refused({ { run = print, language = "xx" } },
      "key 'language' of a stage: no language 'xx'; known: en, zh")
    refused({ { name = "a", run = print, needs = { "facts" } } },
      "stage 'a' needs 'facts' before it")
    refused(5, "bad argument #1 to 'pipeline' (list of stages expected, got number)")
  end)

  -- How many records a pipeline gives of one document, run after run.
  local function counts_of_runs(stages, options)
    local pipeline, doc = jilu.pipeline(stages), jilu.document("甲乙甲", options)
    local list = {}
    for k = 1, 3 do list[k] = #pipeline:run(doc) end
    return list
  end

  it("a user's stage run again on one document → the same records, not twice", function()
    local emits = jilu.emit { "work", "quote" }
    assert.same({ 3, 3, 3 },
      counts_of_runs { words_of("甲", "work"), words_of("乙", "work"), emits })
    assert.same({ 2, 2, 2 }, counts_of_runs {
      { name = "works", run = words_of("甲", "work"), makes = { "work" } }, emits,
    })
    -- what another stage made of the same type stays
    assert.same({ 3, 3, 3 }, counts_of_runs {
      { name = "works", run = words_of("甲", "work"), makes = { "work" } },
      { name = "more", run = words_of("乙", "work"), makes = { "work" } }, emits,
    })
  end)

  it("two rules of one name → the records of both", function()
    local function found(word)
      return jilu.rule {
        name = "found", match = jilu.re("'" .. word .. "'"), emit = function() return {} end,
      }
    end
    assert.same({ 3, 3, 3 }, counts_of_runs { found "甲", found "乙" })
  end)

  it("a stage that failed → what it added goes when it runs again", function()
    local calls = 0
    local pipeline = jilu.pipeline {
      function(doc)
        calls = calls + 1
        doc:annotate("work", { first = 1, last = 3 })
        if calls == 1 then error "no" end
      end,
      jilu.emit { "work" },
    }
    local doc = jilu.document "甲"
    assert.is_nil(pipeline:run(doc))
    doc:annotate("quote", { first = 1, last = 3 })
    assert.equal(1, #pipeline:run(doc))
    assert.equal(1, #doc:layer "quote")
  end)

  it("a stage for another language → is not run", function()
    local stage = { name = "works", language = "en", run = words_of("甲", "work") }
    assert.same({ 0, 0, 0 }, counts_of_runs { stage, jilu.emit { "work" } })
    assert.same({ 2, 2, 2 }, counts_of_runs({ stage, jilu.emit { "work" } }, { language = "en" }))
  end)

  it("says which stage failed, where and why", function()
    local line
    local function broken()
      line = debug.getinfo(1, "l").currentline + 1
      error("no such thing")
    end
    local ok, message, failure = run("x", { { name = "mine", run = broken } })
    assert.is_nil(ok)
    assert.equal("mine: no such thing", message)
    assert.equal("mine", failure.stage)
    assert.equal("no such thing", failure.reason)
    assert.match("pipeline_spec.lua:" .. line .. "$", failure.script)
  end)

  it("finds the line of the script under a library call", function()
    local line
    local _, _, failure = run("x", { function()
      line = debug.getinfo(1, "l").currentline + 1
      local _ = ("x"):rep({})
    end })
    assert.match("pipeline_spec.lua:" .. line .. "$", failure.script)
    assert.match("bad argument #1 to 'rep'", failure.reason, 1, true)
    _, _, failure = run("x", { function(doc) doc:span(doc.lines[1], 1, 99) end })
    assert.match("pipeline_spec.lua:%d+$", failure.script)
  end)

  it("survives errors of every shape", function()
    for raised, reason in pairs { [5] = "5", [true] = "true", text = "text" } do
      local _, _, failure = run("x", { function() error(raised, 0) end })
      assert.equal(reason, failure.reason)
    end
    local _, _, failure = run("x", { function() error() end })
    assert.equal("nil", failure.reason)
    _, _, failure = run("x", { function()
      local function deeper() return 1 + deeper() end
      return deeper()
    end })
    assert.match("stack overflow", failure.reason)
  end)

  it("writes all records of a document or none", function()
    local stages = { words_of("a", "work"), words_of("b", "quote") }
    stages[3] = function(doc)
      for _, quote in ipairs(doc:layer "quote") do quote.content = 5 end
    end
    stages[4] = jilu.emit { "work", "quote" }
    local pipeline, writer = jilu.pipeline(stages), core.writer()
    assert.equal(2, pipeline:write(jilu.document "aa", writer))
    local size = #writer
    local ok, failure = pipeline:write(jilu.document "aab", writer)
    assert.is_nil(ok)
    assert.equal("quote.content: expected a string, got number 5", failure.reason)
    assert.equal("emit", failure.stage)
    assert.equal(size, #writer)
  end)

  it("iterates over records and raises for a document that fails", function()
    local pipeline = jilu.pipeline { words_of("a", "work"), jilu.emit { "work" } }
    local count = 0
    for record in pipeline:records(jilu.document "a b a") do
      assert.equal("a", record.text)
      count = count + 1
    end
    assert.equal(2, count)
    pipeline = jilu.pipeline { function() error "no" end }
    assert.has_error(function() pipeline:records(jilu.document "a") end)
  end)

  it("refuses what is no text", function()
    local _, _, failure = run(("\xFE\xC0ab"):rep(100), { "repair" })
    assert.same({ stage = "repair", reason = "not UTF-8 text: 50% of its bytes are ill-formed, and "
      .. "they tell no other encoding; --encoding NAME, or {encoding = NAME}, says which" },
      failure)
    assert.is_table(run("damaged \xE6\xB1 text", { "repair", jilu.emit { "repair" } }))
  end)
end)

describe("jilu.emit", function()
  it("writes positions as the contract wants them, also inside lists", function()
    local doc = jilu.document("甲乙丙丁", { id = "d" })
    doc:annotate("ledger", {
      first = 1, last = 12, content = "乙", content_first = 4, content_last = 6, mode = "done",
      effect = { { first = 7, last = 9, text = "丙", value = 3, unit = "个", approx = "exact",
        noun = "", rule = "x" } },
    })
    local pipeline, writer = jilu.pipeline { jilu.emit { "ledger" } }, core.writer()
    assert.equal(1, pipeline:write(doc, writer))
    assert.equal('{"type":"ledger","doc":"d","start":0,"end":12,"text":"甲乙丙丁","line":1,'
      .. '"content":"乙","content_start":3,"content_end":6,"unit":null,"unit_full":null,'
      .. '"unit_start":null,"unit_end":null,"unit_basis":null,'
      .. '"time":null,"time_mod":null,"time_basis":null,"mode":"done","section":null,"effect":'
      .. '[{"text":"丙","start":6,"end":9,"value":3,"unit":"个","approx":"exact","noun":""}]}\n',
      writer:take())
  end)

  it("nests frameworks", function()
    local doc = jilu.document("甲乙", { id = "d" })
    local leaf = { first = 4, last = 6, name = "乙" }
    local branch = { first = 4, last = 6, name = "乙", members = { leaf } }
    doc:annotate("framework", { first = 1, last = 3, name = "甲", members = { branch } })
    local record = jilu.pipeline { jilu.emit { "framework" } }:run(doc)[1]
    local member = record.members[1].members[1]
    assert.same({ 3, 6, "乙" }, { member.start, member["end"], member.name })
    assert.is_nil(member.first)
  end)

  it("fills the document record in", function()
    local record = run("漢(hàn)\xFF字", { jilu.emit { "document" } })[1]
    assert.equal(13, record.bytes)
    assert.equal(1, record.invalid_bytes)
    assert.equal(core.sha256 "漢(hàn)\xFF字", record.sha256)
    assert.is_nil(record.start)
  end)

  it("takes types that were declared", function()
    local visit = jilu.schema("visit", { { "households", "integer" } })
    local function stage(doc)
      doc:annotate("visit", { first = 1, last = 1, households = 3, other = true })
    end
    local records = run("x", { stage, jilu.emit { visit } })
    assert.equal(3, records[1].households)
    assert.is_nil(records[1].other)
    records = run("x", { stage, jilu.emit { jilu.schema "visit" } })
    assert.is_true(records[1].other)
    assert.has_error(function() jilu.schema("visit", { { "text", "string" } }) end)
    assert.has_error(function() jilu.schema("visit", { { "a", "sting" } }) end)
  end)

  it("refuses types that nobody declared", function()
    local ok, message = pcall(jilu.emit, { "ledgr" })
    assert.is_false(ok)
    assert.match("unknown type 'ledgr'; known: change, check", message, 1, true)
  end)
end)

describe("jilu.load", function()
  local folder
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)

  local function load_script(text)
    shell.write(folder .. "/script.lua", text)
    return jilu.load(folder .. "/script.lua")
  end

  it("loads the ready-made pipelines", function()
    for _, name in ipairs { "ledger", "facts", "outline" } do
      assert.is_table(jilu.load(name):run(jilu.document "十月一日，培训240余人。"))
    end
  end)

  it("loads a script", function()
    local pipeline = load_script [[
      local jilu = require "jilu"
      return jilu.pipeline { jilu.emit { "document" } }
    ]]
    assert.equal(1, #pipeline:run(jilu.document "x"))
  end)

  it("says what is wrong with a script", function()
    local _, message = jilu.load "ledgre"
    assert.match("^no pipeline 'ledgre'", message)
    _, message = load_script "return {"
    assert.match("script.lua:1: unexpected symbol", message)
    _, message = load_script "\nerror 'no'"
    assert.match("script.lua:2: no", message)
    _, message = load_script "return 5"
    assert.match("the script returns a number, not a jilu.pipeline", message)
    _, message = load_script "return require 'jilu'.pipeline {\n'facst' }"
    assert.match("script.lua:1: unknown stage 'facst'", message)
  end)

  it("gives the same records of a document again, whatever was asked of it before", function()
    local pipeline = jilu.load "ledger"
    local function count(doc)
      local n = 0
      for _ in pipeline:records(doc) do n = n + 1 end
      return n
    end
    local doc = jilu.document("县委开展培训3期,参训30人。", { id = "x" })
    assert.equal(2, #doc:facts "quantity")
    local first = count(doc)
    assert.is_true(first > 4)
    assert.equal(first, count(doc))
  end)
end)
