-- Numbers of more digits than a double keeps, on their way through JSON.

local core = require "jilu.core"
local exact = require "jilu.record.exact"
local jilu = require "jilu"
local shell = require "spec.support.shell"

local LONG = "1234567890123456789"

describe("exact.decode", function()
  it("a number of more than 15 digits → its digits", function()
    assert.same({ a = LONG, b = { "-0.12345678901234567", 12 }, c = 'x 1234567890123456789 \\"' },
      exact.decode('{"a":' .. LONG .. ',"b":[-0.12345678901234567,12],'
        .. '"c":"x 1234567890123456789 \\\\\\""}'))
  end)
  it("what is no JSON → raises, long numbers or not", function()
    for _, text in ipairs { "{", '{"a":-}', '{"a":' .. LONG, '{"a":- ,"b":' .. LONG .. "}",
      '{"a" ' .. LONG .. "}", "[" .. LONG .. " 1]" } do
      assert.is_false((pcall(exact.decode, text)), text)
    end
  end)
end)

describe("exact.text", function()
  it("whole numbers → digits without an exponent", function()
    assert.equal("100000000000000", exact.text(1e14))
    assert.equal("1200000000000000", exact.text(1200000000000000))
    assert.equal("0.1", exact.text(0.1))
    assert.equal(LONG, exact.text(LONG))
  end)
end)

describe("a fact that a stage of the user's has read", function()
  -- Records of quantities that `change` may have changed.
  local function written(text, change)
    local pipeline = jilu.pipeline { "facts", function(doc)
      for _, fact in ipairs(doc:facts "quantity") do change(fact) end
    end, jilu.emit { "quantity" } }
    local writer, found = core.writer(), {}
    assert(pipeline:write(jilu.document(text), writer))
    for line in writer:take():gmatch "[^\n]+" do
      found[#found + 1] = line:match '"value":([^,]+)' or line:match '"min":([^,]+,"max":[^,]+)'
    end
    return found
  end

  it("unchanged → written with all its digits", function()
    assert.same({ LONG, '"1/3"', "0.1", '1,"max":' .. LONG },
      written("共" .. LONG .. "元,占三分之一,占0.1%,投资1至" .. LONG .. "元", function() end))
  end)
  it("with another value → that is written, not the digits of the old", function()
    assert.same({ "0.5", "7" }, written("占三分之一,共" .. LONG .. "元", function(fact)
      fact.value = fact.unit == "元" and 7 or 0.5
    end))
  end)
  it("digits that are none → left alone", function()
    for _, digits in ipairs { "", "x", "1/", "/3", "1/3/3", "0x1", 5 } do
      assert.same({ "0.25" }, written("占四分之一", function(fact) fact.digits = digits end))
    end
  end)
end)

describe("a value of 19 digits", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/v.txt", "2023年我局投入资金" .. LONG .. "元。\n"
      .. "2023年我局投入资金1200000000000000元。\n")
  end)
  teardown(function() shell.remove(folder) end)

  local function command(call)
    local code, output, complaints = shell.run(folder, shell.jilu .. " " .. call)
    assert.equal(0, code, complaints)
    return output
  end

  it("csv, tsv → all its digits", function()
    for _, format in ipairs { "csv", "tsv" } do
      local rows = command("run facts v.txt --lexicon none --only quantity --to " .. format)
      assert.truthy(rows:find("[,\t]" .. LONG .. "[,\t]"))
      assert.truthy(rows:find("[,\t]1200000000000000[,\t]"))
    end
  end)
  it("sqlite → all its digits, as an integer", function()
    command "run facts v.txt --lexicon none --only quantity -o v.db"
    local db = require("DBI").Connect("SQLite3", folder .. "/v.db")
    local query = db:prepare "SELECT CAST(value AS TEXT), typeof(value) FROM quantities"
    query:execute()
    local rows = {}
    for row in query:rows() do rows[#rows + 1] = row[1] .. " " .. row[2] end
    query:close()
    db:close()
    assert.same({ LONG .. " integer", "1200000000000000 integer" }, rows)
  end)
  it("rollup → it is summed, with all digits", function()
    for _, format in ipairs { "table", "csv", "jsonl" } do
      local sum = command("run ledger v.txt --lexicon none | " .. shell.jilu
        .. " rollup --by unit --to " .. format)
      assert.truthy(sum:find("1235767890123456789", 1, true), sum)
      assert.is_nil(sum:find("[%d.]e%+"))
    end
  end)
end)
