-- Summaries of ledger records.

local core = require "jilu.core"
local rollup = require "jilu.ledger.rollup"
local shell = require "spec.support.shell"

local function entry(fields)
  local record = { type = "ledger", doc = "a", unit = "县委", mode = "done", content = "" }
  record.effect = {}
  for key, value in pairs(fields) do record[key] = value end
  return record
end

local function effect(value, approx, unit, noun)
  return { text = value .. unit, value = value, approx = approx, unit = unit, noun = noun or "" }
end

local function rows_of(options, ...)
  local summary = rollup.new(options)
  for _, record in ipairs { ... } do summary:add(record) end
  return summary:rows()
end

local function one_total(...)
  local list = {}
  for k, one in ipairs { ... } do list[k] = entry { time = "2022", effect = { one } } end
  local rows = rows_of({ by = "year" }, table.unpack(list))
  assert.equal(1, #rows[1].effects)
  local total = rows[1].effects[1]
  return total.approx, total.value or total.min, total.max
end

describe("exact addition", function()
  it("never rounds", function()
    assert.equal(0.3, core.add(0.1, 0.2))
    assert.equal("12345678901234567891", core.add("12345678901234567890", 1))
    assert.equal("1234567890.1234567", core.add("1234567890.1234565", "0.0000002"))
  end)
  it("names what it can't add", function()
    assert.has_error(function() core.add("1/3", 1) end)
    assert.has_error(function() core.add(-1, 1) end)
  end)
end)

describe("sums of approximate amounts", function()
  it("stay bounds", function()
    assert.same({ "over", 100 }, { one_total(effect(70, "over", "场"), effect(30, "exact", "场")) })
    assert.same({ "exact", 5 }, { one_total(effect(2, "exact", "场"), effect(3, "exact", "场")) })
    assert.same({ "nearly", 12 },
      { one_total(effect(10, "nearly", "场"), effect(2, "nearly", "场")) })
    assert.same({ "about", 30 }, { one_total(effect(10, "over", "场"), effect(20, "nearly", "场")) })
    local range = { text = "3至5场", min = 3, max = 5, approx = "range", unit = "场", noun = "" }
    assert.same({ "range", 4, 6 }, { one_total(range, effect(1, "exact", "场")) })
  end)
  it("add no unlike units, and no shares", function()
    local rows = rows_of({ by = "year" }, entry { time = "2022", effect = {
      effect(3, "exact", "公里"), effect(3, "exact", "个"),
      effect(90, "exact", "%"), effect(5, "exact", "%"),
    } })
    assert.equal(2, #rows[1].effects)
    assert.equal(2, #rows[1].listed)
  end)
end)

describe("amounts that are not added", function()
  local function listed(...)
    local rows = rows_of({ by = "year" }, entry { time = "2022", effect = { ... } })
    local why = {}
    for k, one in ipairs(rows[1].listed) do why[k] = one.text .. " " .. one.why end
    return why, #rows[1].effects
  end
  it("are shares, rates and ceilings, each with its reason", function()
    assert.same({ { "2元/户 rate", "5% share", "9万元 ceiling" }, 1 }, {
      listed(effect(5, "exact", "%"), effect(9, "at_most", "万元"), effect(2, "exact", "元/户"),
        effect(3, "exact", "场")),
    })
  end)
  it("are not what is over, nearly or about so much", function()
    assert.same({ {}, 1 }, { listed(effect(5, "over", "场"), effect(9, "nearly", "场"),
      effect(1, "about", "场")) })
  end)
  it("are targets, which stand apart from results", function()
    local rows = rows_of({ by = "year" },
      entry { time = "2022", mode = "planned", effect = { effect(30, "exact", "公里", "道路") } },
      entry { time = "2022", effect = { effect(12, "exact", "公里", "道路") } })
    assert.equal(12, rows[1].effects[1].value)
    assert.equal(30, rows[1].targets[1].value)
  end)
end)

describe("an act that several pages report", function()
  local function act(doc, fields)
    local record = entry { doc = doc, time = "2022-03", content = "新建水厂" .. doc,
      unit_full = "县水利局", effect = { effect(4, "exact", "座", "水厂") } }
    for key, value in pairs(fields or {}) do record[key] = value end
    return record
  end
  it("is added once, and shown with the pages", function()
    for _, list in ipairs { { act "a", act "b", act "c" }, { act "c", act "b", act "a" } } do
      local row = rows_of({ by = "year" }, table.unpack(list))[1]
      assert.equal(1, row.entries)
      assert.equal(4, row.effects[1].value)
      assert.same({ { unit = "县水利局", period = "2022-03", content = "新建水厂a",
        docs = { "a", "b", "c" } } }, row.repeated)
    end
  end)
  it("is two acts where one page tells both, or unit, time or amounts differ", function()
    for _, other in ipairs {
      act "a", act("b", { time = "2022-04" }), act("b", { unit_full = "县林业局" }),
      act("b", { effect = { effect(5, "exact", "座", "水厂") } }),
    } do
      local row = rows_of({ by = "year" }, act "a", other)[1]
      assert.equal(2, row.entries)
      assert.same({}, row.repeated)
    end
    assert.equal(2, rows_of({ by = "year" }, act "a", act "b", act "b")[1].entries)
  end)
end)

describe("groups", function()
  local function group(by, time)
    return rows_of({ by = by }, entry { time = time })[1].group
  end
  it("are as exact as the times allow", function()
    for _, case in ipairs {
      { "quarter", "2022-03", "2022-Q1" }, { "quarter", "2022-12-31T10:00", "2022-Q4" },
      { "quarter", "2022-H1", "2022-H1" }, { "quarter", "2022", "2022" },
      { "half", "2022-Q3", "2022-H2" }, { "half", "2022-06", "2022-H1" },
      { "year", "2018-12/2019-02", "2019" }, { "year", "2019/..", "2019" },
      { "year", "P3Y", "undated" }, { "year", "R/P1M", "recurring" }, { "year", nil, "undated" },
    } do
      assert.equal(case[3], group(case[1], case[2]))
    end
  end)
  it("are the same in any order", function()
    local a = entry { unit = "甲", content = "举办培训班", time = "2022" }
    local b = entry { unit = "乙", content = "走访群众", time = "2021" }
    for _, by in ipairs(rollup.ways()) do
      assert.same(rows_of({ by = by }, a, b), rows_of({ by = by }, b, a))
    end
    assert.equal("举办", rows_of({ by = "content" }, a)[1].group)
  end)
  it("take full names, and the year of the document where a row has none", function()
    local full = entry { unit = "县委", unit_full = "中共望屏县委" }
    assert.equal("中共望屏县委", rows_of({ by = "unit" }, full)[1].group)
    local page = { type = "document", doc = "a", published = "2021-05-02" }
    for _, list in ipairs { { page, full }, { full, page } } do
      local row = rows_of({ by = "year" }, table.unpack(list))[1]
      assert.same({ "2021", 1 }, { row.group, row.dated })
    end
    local row = rows_of({ by = "year" }, page, entry { doc = "b" }, entry { time = "R/P1M" })[1]
    assert.same({ "recurring", 0 }, { row.group, row.dated })
  end)
  it("are those with most entries and the largest amounts, if only so many are wanted", function()
    local summary = rollup.new { by = "year" }
    for k, year in ipairs { "2020", "2021", "2021", "2022" } do
      summary:add(entry { time = year, effect = { effect(k, "exact", "场", "活动" .. k) } })
    end
    local rows = summary:rows(2)
    assert.same({ "2021", "2020" }, { rows[1].group, rows[2].group })
    summary = rollup.new { by = "year" }
    summary:add(entry { time = "2021",
      effect = { effect(1, "exact", "个"), effect(9, "exact", "场") } })
    rows = summary:rows(1)
    assert.equal(1, #rows[1].effects)
    assert.equal(9, rows[1].effects[1].value)
  end)
  it("count what is open, overdue and kept", function()
    local rows = rows_of({ by = "unit", date = "2022-07-01" },
      entry { mode = "planned", time = "2022-06" }, entry { mode = "planned", time = "2022" },
      entry { mode = "recurring", time = "R/P1M", content = "开展“送岗”活动" },
      entry { time = "2022-01", content = "开展“送岗”活动" },
      entry { time = "2022-02", content = "开展“送岗”活动" })
    assert.same({ 5, 2, 3, 1 }, { rows[1].entries, rows[1].done, rows[1].open, rows[1].overdue })
    assert.equal(2, rows[1].promises[1].kept)
  end)
  it("have a score only by the user's weights", function()
    local record = entry { time = "2022", effect = { effect(4, "exact", "场") } }
    assert.is_nil(rows_of({ by = "year" }, record)[1].score)
    assert.equal(12, rows_of({ by = "year", weights = { entry = 4, ["场"] = 2 } }, record)[1].score)
  end)
  it("have names that are known", function()
    assert.has_error(function() rollup.new { by = "week" } end)
  end)
  it("tell of what has no unit and can't be added, in every form", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "w"))
    for _, value in ipairs { '"1/3"', "0.5" } do
      file:write('{"type":"ledger","doc":"a","mode":"done","content":"发放补贴","effect":[{"text":"x",',
        '"value":', value, ',"unit":null,"approx":"exact","noun":"补贴"}]}\n')
    end
    file:close()
    for _, form in ipairs { "table", "jsonl", "csv" } do
      local code, out = shell.run(".", ("%s rollup --to %s %s"):format(shell.jilu, form, path))
      assert.equal(0, code)
      assert.match("1/3", out, 1, true)
    end
    os.remove(path)
  end)
end)
