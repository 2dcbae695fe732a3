-- jilu run: records laid out for spreadsheets and databases.

local shell = require "spec.support.shell"

describe("records for a spreadsheet", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/a.txt", "县教育局2020年维修学校3所、宿舍2栋。\n县文化馆2021年举办书法展览。\n")
  end)
  teardown(function() shell.remove(folder) end)

  local function run(options)
    return shell.run(folder, shell.jilu .. " run ledger a.txt --lexicon none " .. options)
  end

  -- The cells of the rows in the columns that are asked for, by the names in the first row.
  local function cells(text, ...)
    local rows, index = {}, {}
    for line in text:gmatch "([^\n]+)\n" do
      local row = {}
      for cell in (line .. "\t"):gmatch "(.-)\t" do row[#row + 1] = cell end
      if #rows == 0 then for k, name in ipairs(row) do index[name] = k end end
      local found = {}
      for k, name in ipairs { ... } do found[k] = row[index[name]] end
      rows[#rows + 1] = table.concat(found, "|")
    end
    return rows
  end

  it("--flatten effect → a row for each effect, and one for a record without", function()
    local code, output = run "--only ledger --to tsv --flatten effect"
    assert.equal(0, code)
    assert.same({ "unit|effect_text|effect_value|effect_unit", "县教育局|3所|3|所", "县教育局|2栋|2|栋",
      "县文化馆|||" },
      cells(output, "unit", "effect_text", "effect_value", "effect_unit"))
  end)

  it("--flatten of what is no list → exit 1, the lists that there are", function()
    local code, _, complaints = run "--only ledger --to csv --flatten unit"
    assert.equal(1, code)
    assert.equal("jilu: --flatten: ledger has no list 'unit'; it has effect\n", complaints)
    code, _, complaints = run "--only quantity --to csv --flatten effect"
    assert.equal(1, code)
    assert.equal("jilu: --flatten: quantity has no list 'effect'\n", complaints)
  end)

  it("--headers zh → what ledgers call their columns, a name of each column", function()
    local _, output = run "--only ledger --to tsv --flatten effect --headers zh"
    assert.equal("县教育局|3所|所", cells(output, "責任單位", "完成效果", "計量單位")[2])
    local seen = {}
    for name in output:match "^[^\n]*":gmatch "[^\t]+" do
      assert.is_nil(seen[name], name)
      assert.is_nil(name:find "^%l", name)
      seen[name] = true
    end
    assert.is_true(seen["項目內容"] and seen["完成時限"])
  end)

  it("--headers en → words, of a measure its own; a field without them keeps its name", function()
    local _, output = run "--only ledger --to tsv --headers en"
    assert.equal("Item|Responsible unit", cells(output, "Item", "Responsible unit")[1])
    _, output = run "--only quantity --to tsv --headers en"
    assert.equal("Unit of measure", cells(output, "Unit of measure")[1])
    _, output = run "--only line --to tsv --headers en"
    assert.equal("Line|role", cells(output, "Line", "role")[1])
  end)

  it("--bom → U+FEFF once, before the names", function()
    local _, plain = run "--only quantity --to csv"
    local _, marked = run "--only quantity --to csv --bom"
    assert.equal("\u{FEFF}" .. plain, marked)
  end)

  it("an option of another format → exit 1, the formats that take it", function()
    for option, formats in pairs {
      ["--bom"] = "csv or tsv", ["--flatten effect"] = "csv or tsv",
      ["--headers zh"] = "csv or tsv", ["--raw-cells"] = "csv or tsv", ["--top 3"] = "table",
    } do
      local code, output, complaints = run(option)
      assert.equal(1, code)
      assert.equal("", output)
      assert.equal(("jilu: %s goes with --to %s\n"):format(option:match "^%S+", formats),
        complaints)
    end
  end)
end)

describe("a database of records", function()
  local DBI = require "DBI"
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/a.txt", "县教育局2020年维修学校3所、宿舍2栋。\n县文化馆2021年举办书法展览。\n")
    assert.equal(0, (shell.run(folder, shell.jilu .. " run ledger a.txt --lexicon none -o a.db")))
  end)
  teardown(function() shell.remove(folder) end)

  local function query(sql)
    local db = assert(DBI.Connect("SQLite3", folder .. "/a.db"))
    local statement = assert(db:prepare(sql))
    assert(statement:execute())
    local rows = {}
    for row in statement:rows() do rows[#rows + 1] = row end
    statement:close()
    db:close()
    return rows
  end

  it("ledger_effects → a row for each effect, and one for a row without, with the path", function()
    assert.same({ { "a.txt", "县教育局", "3所", 3, "所" }, { "a.txt", "县教育局", "2栋", 2, "栋" },
      { "a.txt", "县文化馆" } },
      query [[SELECT path, agent, effect, value, unit FROM ledger_effects
        ORDER BY row, value DESC]])
  end)

  it("finds the records of a document, and the items of a record, by an index", function()
    for sql, index in pairs {
      ["SELECT * FROM ledger WHERE document = 1"] = "ledger_by_document",
      ["SELECT * FROM quantities WHERE document = 1"] = "quantities_by_document",
      ["SELECT * FROM effects WHERE record = 1"] = "effects_by_record",
      ["SELECT * FROM documents WHERE doc = 'a'"] = "documents_by_doc",
    } do
      local plan = query("EXPLAIN QUERY PLAN " .. sql)
      local detail = plan[1][#plan[1]]
      assert.truthy(tostring(detail):find("USING INDEX " .. index, 1, true), tostring(detail))
    end
  end)
end)
