-- What a person said of records is applied on the next run, and shown.

local cjson = require "cjson"
local shell = require "spec.support.shell"

describe("corrections", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/c.txt", "县教育局2020年维修学校3所、宿舍2栋。\n县文化馆2021年演出5次。\n")
  end)
  teardown(function() shell.remove(folder) end)

  local function jilu(arguments, said)
    if said then
      local lines = {}
      for k, one in ipairs(said) do
        lines[k] = type(one) == "string" and one or cjson.encode(one)
      end
      shell.write(folder .. "/said.jsonl", table.concat(lines, "\n") .. "\n")
    end
    return shell.run(folder, shell.jilu .. " " .. arguments)
  end

  local function run(said, more)
    local code, output, complaints = jilu(
      "run ledger c.txt --lexicon none --corrections said.jsonl " .. (more or ""), said)
    local records = {}
    for line in output:gmatch "[^\n]+" do records[#records + 1] = cjson.decode(line) end
    return records, complaints, code
  end

  local THREE = { doc = "c", type = "quantity", start = 31, ["end"] = 35, text = "3所" }

  local function said(verdict, set, more)
    local one = { verdict = verdict, set = set }
    for key, value in pairs(THREE) do one[key] = value end
    for key, value in pairs(more or {}) do one[key] = value end
    return { one }
  end

  local function quantities(records)
    local list = {}
    for _, record in ipairs(records) do
      if record.type == "quantity" then
        list[#list + 1] = ("%s=%g"):format(record.text, record.value)
      end
    end
    return table.concat(list, " ")
  end

  it("set → the value, in the rows of the ledger too", function()
    local records, complaints, code = run(said("set", { value = 4 }))
    assert.equal(0, code)
    assert.equal("3所=4 2栋=2 5次=5", quantities(records))
    for _, record in ipairs(records) do
      if record.type == "ledger" and record.line == 1 then
        assert.equal(4, record.effect[1].value)
      end
    end
    assert.truthy(complaints:find("jilu: 1 corrections applied", 1, true))
  end)

  it("set to null → null", function()
    local records = run { { doc = "c", type = "ledger", start = 0, ["end"] = 48, verdict = "set",
      set = { unit = cjson.null } } }
    for _, record in ipairs(records) do
      if record.type == "ledger" and record.line == 1 then
        assert.equal(cjson.null, record.unit)
      end
    end
  end)

  it("of a record without bytes → that record", function()
    local records = run { { doc = "c", type = "document", verdict = "set",
      set = { title = "学校" } } }
    local title
    for _, record in ipairs(records) do
      if record.type == "document" then title = record.title end
    end
    assert.equal("学校", title)
  end)

  it("rejected → no record; accepted → the same records", function()
    assert.equal("2栋=2 5次=5", quantities(run(said "rejected")))
    assert.equal("3所=3 2栋=2 5次=5", quantities(run(said "accepted")))
  end)

  it("do not depend on the workers", function()
    local _, alone = jilu("run ledger c.txt --lexicon none --corrections said.jsonl",
      said("set", { value = 4 }))
    local _, spread, complaints = jilu(
      "run ledger c.txt --lexicon none --corrections said.jsonl -j 2")
    assert.equal(alone, spread)
    assert.truthy(complaints:find("jilu: 1 corrections applied", 1, true))
  end)

  it("where other bytes stand, or none of that place, or other fields → not applied", function()
    for _, more in ipairs {
      { text = "4所" }, { start = 30 }, { where = { unit = "名" } }, { type = "time" },
      { type = "training" },
    } do
      local records, complaints = run(said("rejected", nil, more))
      assert.equal("3所=3 2栋=2 5次=5", quantities(records))
      assert.truthy(complaints:find("said.jsonl:1: no such record in c.txt: rejected", 1, true))
      assert.truthy(complaints:find("jilu: 0 corrections applied", 1, true))
    end
    assert.equal("2栋=2 5次=5",
      quantities((run(said("rejected", nil, { where = { unit = "所", value = 3 } })))))
  end)

  it("of a field that there is not, or that is a place → a dead letter, no record", function()
    for field, reason in pairs {
      valu = "said.jsonl:1: quantity has no field 'valu'; known: value, ",
      effect = "said.jsonl:1: quantity has no field 'effect'",
    } do
      local records, complaints, code = run(said("set", { [field] = 4 }))
      assert.equal(2, code)
      assert.same({}, records)
      assert.truthy(complaints:find(reason, 1, true), complaints)
    end
    local _, complaints, code = run { { doc = "c", type = "ledger", start = 0, ["end"] = 48,
      verdict = "set", set = { unit_start = 3 } } }
    assert.equal(2, code)
    assert.truthy(complaints:find("'unit_start' can't be set: it is a place", 1, true))
  end)

  it("that are none → exit 1, the line", function()
    for text, reason in pairs {
      ["{"] = "no JSON", ["3"] = "no JSON object",
      ['{"type":"time","verdict":"accepted"}'] = "a correction names 'doc' and 'type'",
      ['{"doc":"c","type":"time","start":3,"verdict":"accepted"}'] = "'start' and 'end' are bytes",
      ['{"doc":"c","type":"time","verdict":"ok"}'] = "'verdict' is accepted, rejected or set",
      ['{"doc":"c","type":"time","verdict":"set"}'] = "'set' holds the fields",
      ['{"doc":"c","type":"time","verdict":"rejected","set":{"value":1}}'] = "'set' holds",
    } do
      local _, complaints, code = run { said("accepted")[1], text }
      assert.equal(1, code)
      assert.truthy(complaints:find("said.jsonl:2: " .. reason, 1, true), complaints)
    end
  end)

  it("are no file to write to", function()
    local _, complaints, code = run(said "accepted", "-o said.jsonl")
    assert.equal(1, code)
    assert.truthy(complaints:find("-o said.jsonl: is the corrections too", 1, true))
  end)

  it("are shown by explain, as text and as JSON", function()
    local _, output = jilu(
      "explain ledger c.txt --lexicon none --corrections said.jsonl --only quantity",
      said("set", { value = 4 }))
    assert.truthy(output:find("\ncorrections\n  set quantity 31-35: value = 4\n", 1, true))
    assert.truthy(output:find("3所 +4 所 +quantity.count %(set by a person%)"))
    _, output = jilu(
      "explain ledger c.txt --lexicon none --corrections said.jsonl --only quantity --to json")
    local first = cjson.decode(output).annotations[1]
    assert.same({ "set", 4 }, { first.correction, first.value })
  end)

  it("are shown by view, with those that found nothing", function()
    local two = said("set", { value = 4 })
    two[2] = said("rejected", nil, { start = 30 })[1]
    local _, page = jilu("view ledger c.txt --lexicon none --corrections said.jsonl", two)
    assert.truthy(page:find("<h3>corrections</h3><table><tr><td>set quantity 31-35: value = 4<td>"
      .. "</tr><tr class=\"bad\"><td>rejected quantity 30-35<td>no such record</tr>", 1, true))
    assert.truthy(page:find("quantity.count (set by a person)", 1, true))
  end)

  it("are shown by diff, beside what changed", function()
    jilu "run ledger c.txt --lexicon none -o old.jsonl"
    local both = said "rejected"
    both[2] = said("set", { value = 6 }, { start = 77, ["end"] = 81, text = "5次" })[1]
    jilu("run ledger c.txt --lexicon none --corrections said.jsonl -o new.jsonl", both)
    local code, output = jilu(
      "diff old.jsonl new.jsonl --corrections said.jsonl --only quantity")
    assert.equal(2, code)
    assert.equal("c\n  - quantity 31-35  3所  (rejected by a person)\n"
      .. "  ~ quantity 77-81  5次  (set by a person)\n      value: 5 -> 6\n", output)
  end)
end)
