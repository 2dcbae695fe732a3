-- jilu run --to table: records for people.

local shell = require "spec.support.shell"

describe("records as a table", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/a.txt",
      "县财政局2021年投入资金1200万元。\n县教育局2020年新建学校3所。\n县交通局2022年新建道路35公里。\n")
  end)
  teardown(function() shell.remove(folder) end)

  local function run(options)
    return shell.run(folder, shell.jilu .. " run ledger a.txt --lexicon none " .. options)
  end

  it("shows what a person reads of a ledger, aligned", function()
    local code, output, summary = run "--to table"
    assert.equal(0, code)
    local rows = {}
    for row in output:gmatch "[^\n]+" do rows[#rows + 1] = row end
    assert.equal(5, #rows)
    assert.truthy(rows[1]:find "^doc%s+time%s+unit%s+content%s+effect$")
    assert.truthy(rows[2]:find "^[%- ]+$")
    assert.truthy(rows[3]:find "^a +2021 +县财政局 .*1200万元")
    assert.truthy(summary:find("\nrecords: 3 ledger, 3 line, ", 1, true))
  end)

  it("has the columns, the order and the number of rows that are asked for", function()
    local _, output = run "--to table --columns time,effect --sort=-time --top 2"
    assert.equal(
      "time  effect\n----  -----------------\n2022  35公里 道路\n2021  1200万元 投入资金\n(1 more)\n",
      output)
  end)

  it("cuts cells to a width, at the end of a character", function()
    local _, output = run "--to table --columns unit --width 6 --top 1"
    assert.equal("unit\n-----\n县财…\n(2 more)\n", output)
  end)

  it("says what units mean", function()
    local _, output = run "--to table --columns effect --gloss en --top 1"
    assert.truthy(output:find("1200万元 投入资金 (yuan)", 1, true))
  end)

  it("shows the fields of other types, numbers sorted as numbers", function()
    local code, output = shell.run(folder, shell.jilu
      .. " run facts a.txt --lexicon none --only quantity --to table --columns value --sort value")
    assert.equal(0, code)
    assert.equal("value\n--------\n3\n35\n12000000\n", output)
  end)

  it("names what it has no column for", function()
    local code, _, complaints = run "--to table --columns tme"
    assert.equal(1, code)
    assert.truthy(complaints:find("--columns: no field 'tme'; ledger has doc,", 1, true))
    code, _, complaints = run "--to table --sort tme"
    assert.equal(1, code)
    assert.truthy(complaints:find("--sort: no field 'tme'", 1, true))
    code, _, complaints = run "--to csv --only ledger --top 3"
    assert.equal(1, code)
    assert.truthy(complaints:find("--top goes with --to table", 1, true))
    code, _, complaints = shell.run(folder, shell.jilu .. " run facts a.txt --to table")
    assert.equal(1, code)
    assert.truthy(complaints:find("choose one by --only: document, quantity", 1, true))
  end)

  it("is written whole or not at all", function()
    assert.equal(3, (run "--to table > /dev/full"))
    local code = run "--to table -o t.txt"
    assert.equal(0, code)
    assert.truthy(shell.read(folder .. "/t.txt"):find "^doc")
  end)
end)
