-- Documents without records: failed, dropped on purpose, and run again.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local SCRIPT = [[
local jilu = require "jilu"
return jilu.pipeline {
  "repair",
  function(doc) if doc.source:find "skip" then return jilu.drop "not wanted" end end,
  jilu.rule {
    name = "tag", match = jilu.re "'<' {:name: [a-z]+ :} '>'",
    emit = function(m, doc)
      if m.name == "bad" then error "a bad tag" end
      if m.name == "drop" then return jilu.drop("dropped " .. doc.id) end
      return { name = m.name }
    end,
  },
}
]]

describe("jilu.drop", function()
  local function failure_of(stage)
    local pipeline = jilu.pipeline { stage, jilu.emit { "document" } }
    local doc = jilu.document "3个"
    local records, _, failure = pipeline:run(doc)
    return failure, records, pipeline, doc
  end
  it("returned by a stage → no records, and no failure", function()
    local failure, records, pipeline, doc = failure_of(function() return jilu.drop "empty" end)
    assert.is_nil(records)
    assert.same({ true, "empty" }, { failure.dropped, failure.reason })
    assert.match("dead_spec.lua:%d+$", failure.script)
    for _ in pipeline:records(doc) do error "a record" end
  end)
  it("returned by where or emit → the same, with the place of the match", function()
    local match = jilu.re "'个'"
    local function drop() return jilu.drop "counted" end
    for _, rule in ipairs {
      jilu.rule { name = "a", match = match, emit = drop },
      jilu.rule { name = "a", match = match, where = drop, emit = function() return {} end },
    } do
      local failure = failure_of(rule)
      assert.same({ true, "counted", 2, 4, 1, "3个" }, { failure.dropped, failure.reason,
        failure.first, failure.last, failure.line, failure.excerpt })
    end
  end)
  it("another value that a stage returns → means nothing", function()
    local failure, records = failure_of(function() return false end)
    assert.is_nil(failure)
    assert.equal(1, #records)
  end)
  it("without a reason → an error", function()
    assert.has_error(function() jilu.drop() end,
      "bad argument #1 to 'drop' (string expected, got nil)")
  end)
end)

describe("a failure", function()
  local function failure_of(raise, text)
    local _, _, failure = jilu.pipeline { raise, jilu.emit { "document" } }:run(
      jilu.document(text or "甲\n乙丙"))
    return failure
  end
  it("raised with first and last → line and excerpt", function()
    local failure = failure_of(function() error { reason = "odd", first = 5, last = 7 } end)
    assert.same({ 2, "乙丙" }, { failure.line, failure.excerpt })
  end)
  it("raised without, or with a place outside the text → none", function()
    for _, raised in ipairs { { reason = "odd" }, { reason = "odd", first = 5, last = 99 },
      { reason = "odd", first = 0, last = 1 }, { reason = "odd", first = 3, last = 2 } } do
      local failure = failure_of(function() error(raised) end)
      assert.same({ "odd" }, { failure.reason, failure.first, failure.excerpt })
    end
  end)
  it("in a long line → an excerpt of whole characters around it", function()
    local failure = failure_of(function() error { reason = "x", first = 1501, last = 1503 } end,
      ("好"):rep(1000))
    assert.equal(("好"):rep(41), failure.excerpt)
  end)
end)

describe("jilu dead", function()
  local folder
  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/p.lua", SCRIPT)
    shell.write(folder .. "/good.txt", "<a>")
    shell.write(folder .. "/bad.txt", "x\n<bad>")
    shell.write(folder .. "/skip.txt", "skip <a>")
    shell.write(folder .. "/docs.jsonl",
      '{"id":"one","text":"<b>"}\n{"id":"two","text":"<bad>"}\n{"id":"three","text":"<drop>"}\n')
  end)
  after_each(function() shell.remove(folder) end)
  local function jilu_run(arguments) return shell.run(folder, shell.jilu .. " " .. arguments) end
  local ALL = "run p.lua good.txt bad.txt skip.txt docs.jsonl gone.txt --lexicon none "
    .. "--errors dead.jsonl -o o.jsonl"

  it("a run → counts done, failed and dropped apart", function()
    local code, _, err = jilu_run(ALL)
    assert.equal(2, code)
    assert.match("7 documents, 2 records, 0 repairs, 3 dead letters, 2 dropped, ", err, 1, true)
    code, _, err = jilu_run "run p.lua skip.txt good.txt --lexicon none -o o.jsonl"
    assert.equal(0, code)
    assert.match("0 dead letters, 1 dropped, ", err, 1, true)
  end)
  it("--errors inline → a drop among the records", function()
    local code, out = jilu_run "run p.lua skip.txt --lexicon none --errors inline"
    assert.equal(0, code)
    assert.match('^{"id":"skip","_dropped":{', out)
    assert.match('"reason":"not wanted"', out, 1, true)
  end)
  it("list → a line a letter, and the counts", function()
    jilu_run(ALL)
    local code, out, err = jilu_run "dead list dead.jsonl"
    assert.equal(0, code)
    assert.equal("bad.txt:2: rule tag: a bad tag (p.lua:8)\n"
      .. "skip.txt: dropped by p.lua:4: not wanted (p.lua:4)\n"
      .. "docs.jsonl:2:1: rule tag: a bad tag (p.lua:8)\n"
      .. "docs.jsonl:3:1: dropped by rule tag: dropped three (p.lua:5)\n"
      .. "gone.txt: read: No such file or directory\n"
      .. "\n     2  rule tag: a bad tag\n"
      .. "     1  dropped by p.lua:4: not wanted\n"
      .. "     1  dropped by rule tag: dropped three\n"
      .. "     1  read: No such file or directory\n", out)
    assert.equal("3 failed, 2 dropped\n", err)
  end)
  it("show → all of a letter; an id that has none → an error", function()
    jilu_run(ALL)
    local code, out = jilu_run "dead show dead.jsonl bad"
    assert.equal(0, code)
    assert.match("^bad\n  path      bad.txt\n  sha256    %x+\n", out)
    assert.match("  excerpt   <bad>\n  bytes     2-7\n", out, 1, true)
    assert.is_nil(out:find("docs.jsonl", 1, true))
    local err
    code, out, err = jilu_run "dead show dead.jsonl good"
    assert.same({ 1, "" }, { code, out })
    assert.match("no letter of a document 'good'", err, 1, true)
  end)
  it("retry → the failed documents alone, with their ids, and letters of its own", function()
    jilu_run(ALL)
    shell.write(folder .. "/p.lua", (SCRIPT:gsub('"bad" then', '"nothing" then')))
    local code, out, err = jilu_run "dead retry dead.jsonl --lexicon none --errors again.jsonl"
    assert.equal(2, code)
    local ids = {}
    for id in out:gmatch '"doc":"(%w+)"' do ids[#ids + 1] = id end
    assert.same({ "bad", "two" }, ids)
    assert.match("3 documents, 2 records, 0 repairs, 1 dead letters, ", err, 1, true)
    local letters = shell.read(folder .. "/again.jsonl")
    assert.match('^{"id":"gone","path":"gone.txt"[^\n]*\n$', letters)
  end)
  it("retry --dropped → those that were dropped too", function()
    jilu_run(ALL)
    local _, _, err = jilu_run "dead retry dead.jsonl --dropped --lexicon none -o o2.jsonl"
    assert.match("5 documents, 0 records, 0 repairs, 3 dead letters, 2 dropped, ", err, 1, true)
  end)
  it("retry of a file that has changed → says so", function()
    jilu_run(ALL)
    shell.write(folder .. "/bad.txt", "<good>")
    local _, _, err = jilu_run "dead retry dead.jsonl --lexicon none -o o2.jsonl"
    assert.match("jilu: bad.txt: has changed since\n", err, 1, true)
  end)
  it("what can't be run again → an error", function()
    for content, reason in pairs {
      ['{"id":"a"}\n'] = "dead.jsonl:1: no dead letter",
      ['\nnothing\n'] = "dead.jsonl:2: no dead letter",
      ['{"id":"a","path":"-","pipeline":"p.lua"}\n'] =
        "a document of standard input can't be read again: a",
      ['{"id":"a","path":"x"}\n'] = "the letters name no single pipeline: give it by --pipeline",
    } do
      shell.write(folder .. "/dead.jsonl", content)
      local code, out, err = jilu_run "dead retry dead.jsonl"
      assert.same({ 1, "" }, { code, out })
      assert.match(reason, err, 1, true)
    end
    local code, _, err = jilu_run "dead list nothing.jsonl"
    assert.equal(1, code)
    assert.match("nothing.jsonl: No such file or directory", err, 1, true)
  end)
  it("retry --errors into the file that it reads → an error, and the file as it was", function()
    jilu_run(ALL)
    local before = shell.read(folder .. "/dead.jsonl")
    local code = jilu_run "dead retry dead.jsonl --errors dead.jsonl"
    assert.equal(1, code)
    assert.equal(before, shell.read(folder .. "/dead.jsonl"))
  end)
end)
