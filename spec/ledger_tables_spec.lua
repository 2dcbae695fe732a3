-- The ledger of short texts: tables of spec/ledger, read by the whole pipeline
-- with the installed lexicon.

local cjson = require "cjson"
local jilu = require "jilu"

local function rows_of(text)
  local doc, rows = jilu.document(text, { lexicon = jilu.lexicon.open() }), {}
  for record in jilu.load "ledger":records(doc) do
    if record.type == "ledger" then rows[#rows + 1] = record end
  end
  return rows
end

local function value(v)
  if v == nil or v == cjson.null then return nil end
  return v
end

local function accepts(want, got)
  if type(want) ~= "table" then want = { want } end
  for _, one in ipairs(want) do
    if one == (got or false) then return true end
  end
  return false
end

describe("agents", function()
  for _, entry in ipairs(dofile "spec/ledger/agents.lua") do
    local text, want = entry[1], entry[2]
    it(text:gsub("\n", " / "), function()
      local rows = rows_of(text)
      assert.equal(#want, #rows)
      for k, row in ipairs(rows) do
        local unit = value(row.unit)
        assert.is_true(accepts(want[k], unit), ("row %d: got %s"):format(k, tostring(unit)))
        assert.equal(unit == nil, value(row.unit_basis) == nil)
      end
    end)
  end

  it("stand where the record says", function()
    local text = "县农业局加强指导。全年举办培训班3期。"
    local row = rows_of(text)[1]
    assert.equal("县农业局", text:sub(row.unit_start + 1, row.unit_end))
    assert.equal("inherited", row.unit_basis)
  end)

  it("are among the candidates that explain shows, with their scores", function()
    local doc = jilu.document("县农业局加强指导。市水务局举办培训班3期。", { lexicon = jilu.lexicon.open() })
    require("jilu.pipeline.explain").new(jilu.load "ledger", doc)
    local names = {}
    for k, candidate in ipairs(doc:layer "ledger"[1].candidates) do
      names[k] = candidate.name
      assert.is_truthy(tonumber(candidate.score))
    end
    assert.same({ "市水务局", "县农业局", "nobody" }, names)
  end)
end)

describe("times", function()
  for _, entry in ipairs(dofile "spec/ledger/times.lua") do
    local text, want = entry[1], entry[2]
    it(text:gsub("\n", " / "), function()
      local got = {}
      for k, row in ipairs(rows_of(text)) do got[k] = value(row.time) or false end
      assert.same(want, got)
    end)
  end
end)

describe("rows", function()
  for _, entry in ipairs(dofile "spec/ledger/rows.lua") do
    local text, want = entry[1], entry[2]
    it(text:gsub("\n", " / "), function()
      local got = {}
      for k, row in ipairs(rows_of(text)) do
        local effect = {}
        for n, quantity in ipairs(row.effect) do effect[n] = quantity.text end
        got[k] = ("%s|%s|%s|%s"):format(row.text, value(row.time) or "-", row.mode,
          table.concat(effect, "+"))
      end
      assert.same(want, got)
    end)
  end
end)
