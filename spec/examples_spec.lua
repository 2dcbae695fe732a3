-- The rules of spec/examples: their own tests pass, and each makes of its document
-- the records that stand beside it.

local lfs = require "lfs"
local shell = require "spec.support.shell"

local FOLDER = "spec/examples"

local names = {}
for name in lfs.dir(FOLDER) do names[#names + 1] = name:match "^(.*)%.lua$" end
table.sort(names)

local function run(command, name, more)
  return shell.run(FOLDER, ("%s %s %s.lua %s"):format(shell.jilu, command, name, more or ""))
end

describe("an example", function()
  it("is one of six at least", function() assert.is_true(#names >= 6) end)
  for _, name in ipairs(names) do
    it(name .. " passes its tests", function()
      local code, _, said = run("test", name)
      assert.equal(0, code, said)
      local passed = tonumber(said:match "(%d+) tests passed, 0 failed")
      assert.is_true(passed ~= nil and passed >= 3, said)
    end)
    it(name .. " makes the records beside it", function()
      local code, output = run("run", name, name .. ".txt --lexicon none --progress never")
      assert.equal(0, code)
      assert.equal(shell.read(FOLDER .. "/" .. name .. ".jsonl"), output)
      assert.truthy(output:find "%S")
    end)
    it(name .. " stands in the README", function()
      assert.truthy(shell.read(FOLDER .. "/README.md"):find("`" .. name .. ".lua`", 1, true))
    end)
  end
end)
