-- The rules of spec/examples: their own tests pass, and each makes of its document
-- the records that stand beside it.

local build = require "jilu.lexicon.build"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local FOLDER = "spec/examples"

-- The words that words.lua cuts its text into; invented frequencies.
local WORDS = [[
由 300 p
共 300 d
财政局 300 n
学校 300 n
建设 300 n
情况 300 n
全县 300 n
资金 300 n
教师 300 n
培训 300 n
新建 300 v
改建 300 v
安排 300 v
参加 300 v
覆盖 300 v
全部 300 v
]]

-- What an example is run with. Persons are known by the installed one.
local function lexicon_of(name, folder)
  if name == "personnel" then return "" end
  return "--lexicon " .. (name == "words" and folder .. "/words.lexicon" or "none")
end

local names, folder = {}, nil
for name in lfs.dir(FOLDER) do names[#names + 1] = name:match "^(.*)%.lua$" end
table.sort(names)

local function run(command, name, more)
  return shell.run(FOLDER, ("%s %s %s.lua %s"):format(shell.jilu, command, name, more or ""))
end

describe("an example", function()
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/words.txt", WORDS)
    shell.write(folder .. "/words.lexicon", (assert(build.compile { folder .. "/words.txt" })))
  end)
  teardown(function() shell.remove(folder) end)

  it("is one of eight at least", function() assert.is_true(#names >= 8) end)
  for _, name in ipairs(names) do
    it(name .. " passes its tests", function()
      local code, _, said = run("test", name)
      assert.equal(0, code, said)
      local passed = tonumber(said:match "(%d+) tests passed, 0 failed")
      assert.is_true(passed ~= nil and passed >= 3, said)
    end)
    it(name .. " makes the records beside it", function()
      local code, output = run("run", name,
        name .. ".txt --progress never " .. lexicon_of(name, folder))
      assert.equal(0, code)
      assert.equal(shell.read(FOLDER .. "/" .. name .. ".jsonl"), output)
      assert.truthy(output:find "%S")
    end)
    it(name .. " stands in the README", function()
      assert.truthy(shell.read(FOLDER .. "/README.md"):find("`" .. name .. ".lua`", 1, true))
    end)
  end
end)
