-- 10,000 lines of a log of ours: each timestamp and measure is what Python's datetime
-- and Decimal make of it.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local reader = jilu.extractor { language = "en" }

-- The time, value and unit of a line; of two of a kind, none.
local function said_of(line)
  local times, amounts = {}, {}
  for _, f in ipairs(reader:facts(line)) do
    if f.type == "time" and f.kind == "date" then times[#times + 1] = f.value end
    if f.type == "quantity" then amounts[#amounts + 1] = f end
  end
  local amount = #amounts == 1 and amounts[1] or {}
  return ("%s\t%s\t%s\n"):format(table.concat(times, " "), tostring(amount.value or ""),
    amount.currency or amount.ucum or "")
end

describe("a log in English", function()
  local folder = shell.folder()
  teardown(function() shell.remove(folder) end)

  it("is read as datetime reads it", function()
    if shell.run(".", "python3 --version") ~= 0 then
      pending "no python3"
      return
    end
    assert.equal(0, (shell.run(".", "lua5.4 spec/support/english_log.lua > " .. folder .. "/log")))
    local facts = {}
    for line in io.lines(folder .. "/log") do facts[#facts + 1] = said_of(line) end
    assert.equal(10000, #facts)
    shell.write(folder .. "/facts", table.concat(facts))
    local code, output = shell.run(".", ("python3 spec/support/english_log.py %s/log %s/facts")
      :format(folder, folder))
    assert.equal(0, code, output:sub(1, 400))
    assert.truthy(output:find("10000 lines, 0 differ", 1, true))
  end)
  it("is found to differ where one value does", function()
    if shell.run(".", "python3 --version") ~= 0 then
      pending "no python3"
      return
    end
    shell.write(folder .. "/one", "2019-10-15T14:33:20Z INFO heap at 3.5 MB\n")
    shell.write(folder .. "/facts", "2019-10-15T14:33:21Z\t3.5\tMBy\n")
    local code, output = shell.run(".", ("python3 spec/support/english_log.py %s/one %s/facts")
      :format(folder, folder))
    assert.equal(1, code)
    assert.truthy(output:find("1 lines, 1 differ", 1, true))
  end)
end)
