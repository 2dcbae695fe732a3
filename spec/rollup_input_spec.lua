-- Damaged records given to `jilu rollup`: a message with path and line, exit 1.

local shell = require "spec.support.shell"

local function ledger(fields) return '{"type":"ledger",' .. fields .. "}" end

local DAMAGED = {
  ['{"type":"ledger"}'] = "mode: one of done, recurring, planned expected",
  [ledger '"mode":"foo","effect":[]'] = "mode: one of",
  [ledger '"mode":"entries","effect":[]'] = "mode: one of",
  [ledger '"mode":"done","effect":null'] = "effect: list expected",
  [ledger '"mode":"done","effect":"abc"'] = "effect: list expected, got 'abc'",
  [ledger '"mode":"done","effect":{"value":1}'] = "effect: list expected, got an object",
  [ledger '"mode":"done","effect":[1]'] = "effect[1]: object expected",
  [ledger '"mode":"done","effect":[{"value":"x","approx":"exact"}]'] = "effect[1].value: number",
  [ledger '"mode":"done","effect":[{"value":1,"approx":"foo"}]'] = "effect[1].approx: one of",
  [ledger '"mode":"done","effect":[{"value":1,"approx":"exact","unit":{}}]'] = "effect[1].unit:",
  [ledger '"mode":"done","effect":[],"unit":5'] = "unit: string expected",
  [ledger '"mode":"done","effect":[],"content":{}'] = "content: string expected",
  [ledger '"mode":"done","effect":[],"time":7'] = "time: string expected",
  [ledger('"mode":"done","effect":[{"approx":"exact","value":"0.' .. ("0"):rep(65532) .. '1"}]')] =
    "effect[1].value: number expected",
  ["[1]"] = "not a record", ["5"] = "not a record", ["{"] = "not a record",
  ['{"type":5}'] = "not a record",
}

describe("jilu rollup", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  it("damaged records → path:line, what is wrong, exit 1", function()
    for record, message in pairs(DAMAGED) do
      shell.write(folder .. "/r.jsonl",
        ledger '"mode":"done","effect":[]' .. "\n" .. record .. "\n")
      local code, _, complaints = shell.run(folder, shell.jilu .. " rollup r.jsonl")
      assert.equal(1, code, complaints)
      assert.equal(1, (complaints:find("jilu: r.jsonl:2: " .. message, 1, true)), complaints)
      assert.is_nil(complaints:find("traceback", 1, true))
    end
  end)
  it("a folder → what is wrong, exit 1", function()
    assert.same({ 1, "", "jilu: .: Is a directory\n" },
      { shell.run(folder, shell.jilu .. " rollup .") })
  end)
  it("an effect without a value, a range of one value → shown", function()
    shell.write(folder .. "/r.jsonl", ledger(
      '"mode":"done","effect":[{"text":"许多场","approx":"exact","unit":"场"},'
      .. '{"value":"1/3","approx":"range","unit":"场"}]') .. "\n")
    local code, output = shell.run(folder, shell.jilu .. " rollup r.jsonl")
    assert.equal(0, code)
    assert.truthy(output:find("许多场", 1, true))
    assert.truthy(output:find("1/3场", 1, true))
  end)
end)
