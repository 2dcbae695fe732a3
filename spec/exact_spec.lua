-- Numbers of more digits than a double keeps, on their way through JSON.

local exact = require "jilu.record.exact"
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

describe("a value of 19 digits", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/v.txt", "2023年我局投入资金" .. LONG .. "元。\n"
      .. "2023年我局投入资金1200000000000000元。\n")
  end)
  teardown(function() shell.remove(folder) end)

  local function jilu(call)
    local code, output, complaints = shell.run(folder, shell.jilu .. " " .. call)
    assert.equal(0, code, complaints)
    return output
  end

  it("csv, tsv → all its digits", function()
    for _, format in ipairs { "csv", "tsv" } do
      local rows = jilu("run facts v.txt --lexicon none --only quantity --to " .. format)
      assert.truthy(rows:find("[,\t]" .. LONG .. "[,\t]"))
      assert.truthy(rows:find("[,\t]1200000000000000[,\t]"))
    end
  end)
  it("sqlite → all its digits, as an integer", function()
    jilu "run facts v.txt --lexicon none --only quantity -o v.db"
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
      local sum = jilu("run ledger v.txt --lexicon none | " .. shell.jilu
        .. " rollup --by unit --to " .. format)
      assert.truthy(sum:find("1235767890123456789", 1, true), sum)
      assert.is_nil(sum:find("[%d.]e%+"))
    end
  end)
end)
