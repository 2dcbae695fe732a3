-- Tests of stages and pipelines, golden files, `jilu test`.

local shell = require "spec.support.shell"

describe("jilu test", function()
  local folder
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)

  -- Runs a script whose stage `count` has these tests, and whose pipeline has
  -- those.
  local function test(stage_tests, pipeline_tests, options)
    shell.write(folder .. "/p.lua", ([[
local jilu = require "jilu"
return jilu.pipeline {
  "facts",
  { name = "count", makes = { "count" }, tests = { %s },
    run = function(doc)
      if doc.source:find "skip" then return jilu.drop "skipped" end
      if doc.source:find "bad" then error "a bad text" end
      for _, quantity in ipairs(doc:layer "quantity") do
        doc:annotate("count", { first = quantity.first, last = quantity.last,
          value = quantity.value })
      end
    end },
  jilu.emit { "quantity", "time", jilu.schema("count", { { "value", "number" } }) },
  tests = { %s },
}
]]):format(stage_tests or "", pipeline_tests or ""))
    local code, out, err = shell.run(folder, shell.jilu .. " test p.lua --lexicon none "
      .. (options or ""))
    assert.equal("", out)
    return code, err
  end

  it("of a stage → the annotations that it makes, or of the types that are named", function()
    local code, err = test [[
      { "3个、4个", { { value = 3 }, { value = 4, text = "4个" } } },
      { "没有", false },
      { text = "3个", records = { { type = "quantity", unit = "个" } } },
      { text = "skip 3个", records = {} },
    ]]
    assert.same({ 0, "4 tests passed, 0 failed\n" }, { code, err })
  end)
  it("of a stage that makes something else → what was expected and what came", function()
    local code, err = test [[
      { "3个", { { value = 4 } } }, { "3个", false }, { "bad", false },
      { "3个", { { value = 3, unit = "个" } } },
    ]]
    assert.equal(1, code)
    assert.match("p.lua:7: stage count, test 1: 3个\n  record 1: expected value = 4, got 3\n", err,
      1, true)
    assert.match("test 2: 3个\n  expected 0 records, got 1\n", err, 1, true)
    assert.match("test 3: bad\n  count: a bad text\n", err, 1, true)
    assert.match('test 4: 3个\n  record 1: expected unit = "个", got nil\n', err, 1, true)
    assert.match("0 tests passed, 4 failed\n", err, 1, true)
  end)
  it("of a pipeline → its records of the types that are named, with date and language", function()
    local code, err = test(nil, [[
      { text = "昨天3个", date = "2023-12-05", records = {
        { type = "time", value = "2023-12-04" }, { type = "count", value = 3 } } },
      { text = "3 cars", language = "en", records = { { type = "quantity", noun = "cars" } } },
      { text = "没有", records = false },
    ]])
    assert.same({ "3 tests passed, 0 failed\n", 0 }, { err, code })
  end)
  it("of a pipeline: records of no type that is named → all are compared", function()
    local code, err = test(nil, '{ "3个", false }')
    assert.equal(1, code)
    assert.match("p.lua: pipeline, test 1: 3个\n  expected 0 records, got 2\n", err, 1, true)
  end)
  it("of another form, or of a language that there is not → the reason", function()
    local code, err = test(nil, [[
      { "3个" }, { text = 5, records = false }, { "3个", false, extra = 1 }, 5,
      { text = "3个", language = "xx", records = false },
      { text = "3个", date = "yesterday", records = false },
    ]])
    assert.equal(1, code)
    local _, count = err:gsub("a test is { text, fields", "")
    assert.equal(4, count)
    assert.match("no language 'xx'", err, 1, true)
    assert.match("'yesterday' is no ISO 8601 date", err, 1, true)
  end)

  local GOLDEN = '{ file = "in.txt", golden = "out.jsonl" }'
  it("golden file → --update writes it; then it is compared", function()
    shell.write(folder .. "/in.txt", "3个")
    local code, err = test(nil, GOLDEN)
    assert.equal(1, code)
    assert.match("p.lua: pipeline, test 1: in.txt\n  out.jsonl: is not there; --update writes it\n",
      err, 1, true)
    code, err = test(nil, GOLDEN, "--update")
    assert.same({ 0, "1 test passed, 0 failed\n" }, { code, err })
    local golden = shell.read(folder .. "/out.jsonl")
    assert.match('^{"type":"quantity","doc":"in"', golden)
    assert.equal(0, (test(nil, GOLDEN)))
    shell.write(folder .. "/in.txt", "4个")
    code, err = test(nil, GOLDEN)
    assert.equal(1, code)
    assert.match("  in\n    ~ count 0-4  3个\n        text: \"3个\" -> \"4个\"\n"
      .. "        value: 3 -> 4\n    ~ quantity 0-4  3个\n", err, 1, true)
    assert.equal(golden, shell.read(folder .. "/out.jsonl"))
  end)
  it("golden file that is damaged, input that is missing → the reason", function()
    local _, err = test(nil, GOLDEN)
    assert.match("in.txt: No such file or directory", err, 1, true)
    shell.write(folder .. "/in.txt", "3个")
    shell.write(folder .. "/out.jsonl", "nonsense\n")
    _, err = test(nil, GOLDEN)
    assert.match("out.jsonl: line 1: no JSON object", err, 1, true)
  end)
  it("golden file of a script in another folder → beside the script", function()
    shell.write(folder .. "/in.txt", "3个")
    test(nil, GOLDEN, "--update")
    local code = shell.run("/", shell.jilu .. " test --lexicon none " .. shell.quote(folder
      .. "/p.lua"))
    assert.equal(0, code)
  end)

  for name, least in pairs { ledger = 5, facts = 5, outline = 4 } do
    it(name .. " → the tests of the ready-made pipeline, with and without a lexicon", function()
      for _, words in ipairs { "", " --lexicon none" } do
        local code, _, err = shell.run(".", shell.jilu .. " test " .. name .. words)
        assert.equal(0, code, err)
        assert.is_true(tonumber(err:match "^(%d+) tests passed, 0 failed\n$") >= least)
      end
    end)
  end
end)

describe("jilu diff", function()
  local folder
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)
  local function diff(old, new, options)
    shell.write(folder .. "/old", old)
    shell.write(folder .. "/new", new)
    return shell.run(folder, shell.jilu .. " diff old new " .. (options or ""))
  end
  local function record(fields)
    return '{"type":"quantity","doc":"a",' .. fields .. "}\n"
  end

  it("the same records, in another order of documents → 0", function()
    local a, b = record '"start":0,"end":3,"text":"3","value":3', '{"type":"x","doc":"b"}\n'
    local code, out, err = diff(a .. b, b .. a)
    assert.same({ 0, "", "0 documents differ: 0 changed, 0 added, 0 removed\n" },
      { code, out, err })
  end)
  it("a field, a record more, a record less → by document, and 2", function()
    local code, out, err = diff(
      record '"start":0,"end":3,"text":"3","value":3,"noun":null'
        .. record '"start":9,"end":12,"text":"9","value":9',
      record '"start":0,"end":3,"text":"3","value":4,"noun":"a"'
        .. '{"type":"time","doc":"b","start":1,"end":2,"text":"t"}\n')
    assert.equal(2, code)
    assert.equal([[
a
  ~ quantity 0-3  3
      noun: null -> "a"
      value: 3 -> 4
  - quantity 9-12  9
b
  + time 1-2  t
]], out)
    assert.equal("2 documents differ: 1 changed, 1 added, 1 removed\n", err)
  end)
  it("bytes that moved → one changed record; apart → one less, one more", function()
    local _, out = diff(record '"start":0,"end":3', record '"start":0,"end":6')
    assert.equal("a\n  ~ quantity 0-3\n      end: 3 -> 6\n", out)
    _, out = diff(record '"start":3,"end":9', record '"start":0,"end":6')
    assert.equal("a\n  ~ quantity 3-9\n      end: 9 -> 6\n      start: 3 -> 0\n", out)
    _, out = diff(record '"start":0,"end":3', record '"start":6,"end":9')
    assert.equal("a\n  - quantity 0-3\n  + quantity 6-9\n", out)
  end)
  it("numbers of many digits, lists within → exact, by their path", function()
    local _, out = diff(record '"value":12345678901234567890,"effect":[{"unit":"a"},{"unit":"b"}]',
      record '"value":12345678901234567891,"effect":[{"unit":"a"},{"unit":"c"}]')
    assert.equal('a\n  ~ quantity\n      effect[2].unit: "b" -> "c"\n'
      .. '      value: "12345678901234567890" -> "12345678901234567891"\n', out)
    _, out = diff(record '"effect":[1]', record '"effect":[]')
    assert.equal("a\n  ~ quantity\n      effect: [1] -> []\n", out)
  end)
  it("--only, --count", function()
    local old = record '"value":1' .. '{"type":"x","doc":"b"}\n'
    local code, out = diff(old, record '"value":2', "--count")
    assert.same({ 2, "quantity         1 changed, 0 added, 0 removed\n"
      .. "x                0 changed, 0 added, 1 removed\n" }, { code, out })
    code, out = diff(old, record '"value":1', "--only quantity")
    assert.same({ 0, "" }, { code, out })
  end)
  it("what a terminal would obey → written out", function()
    local _, out = diff('{"type":"x","doc":"\\u001b[2J"}\n', "")
    assert.equal("\\x1b[2J\n  - x\n", out)
  end)
  it("inline dead letters → passed over; what is no record → an error", function()
    assert.equal(0, (diff('{"id":"a","_error":{}}\n', "")))
    for text, reason in pairs { ["nothing"] = "line 1: no JSON object", ["\n{}"] =
      "line 2: no record with type and doc" } do
      local code, _, err = diff("", text .. "\n")
      assert.equal(1, code)
      assert.match("new: " .. reason, err, 1, true)
    end
    local code, _, err = shell.run(folder, shell.jilu .. " diff old missing")
    assert.equal(1, code)
    assert.match("missing: No such file or directory", err, 1, true)
  end)
end)
