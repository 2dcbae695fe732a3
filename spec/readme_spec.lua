-- What README.md shows is what happens.

local shell = require "spec.support.shell"

describe("the rule of README.md", function()
  local readme = shell.read "README.md"
  local folder
  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/trainings.lua", readme:match "```lua\n(.-)```")
  end)
  after_each(function() shell.remove(folder) end)

  it("passes its examples", function()
    local code, _, err = shell.run(folder, shell.jilu .. " test trainings.lua")
    assert.equal(0, code, err)
    assert.equal(readme:match "jilu test trainings.lua\n([^\n]*\n)", err)
  end)

  it("writes the record that is shown", function()
    local text = readme:match "%$ echo (%S+)"
    local code, out, err = shell.run(folder,
      "echo " .. text .. " | " .. shell.jilu .. " run trainings.lua")
    assert.equal(0, code, err)
    assert.equal(readme:match '\n({"type":"training"[^\n]*\n)', out)
  end)
end)

describe("the words of README.md", function()
  local readme = shell.read "README.md"
  it("make the records that are shown", function()
    local folder = shell.folder()
    shell.write(folder .. "/gifts.lua", readme:match "```lua\n(%-%- gifts.lua.-)```")
    local text, options, expected =
      readme:match "%$ echo (%S+) | build/bin/jilu run gifts.lua ([^\n]*)\n(.-)```"
    local code, out, err = shell.run(folder,
      "echo " .. text .. " | " .. shell.jilu .. " run gifts.lua " .. options)
    shell.remove(folder)
    assert.equal(0, code, err)
    assert.equal(expected, out)
  end)
end)

describe("the explanation in README.md", function()
  local readme = shell.read "README.md"
  -- without the times that stages took, and how far they push the columns
  local function steady(out)
    return (out:gsub("%d+%.%d+ ms", "ms"):gsub(" +", " "))
  end
  it("is what the command says", function()
    local folder = shell.folder()
    shell.write(folder .. "/trainings.lua", readme:match "```lua\n(.-)```")
    local text, expected =
      readme:match "%$ echo (%S+) | build/bin/jilu explain trainings.lua\n(.-)```"
    local code, out, err = shell.run(folder,
      "echo " .. text .. " | " .. shell.jilu .. " explain trainings.lua")
    shell.remove(folder)
    assert.equal(0, code, err)
    assert.equal(steady(expected), steady(out))
  end)
end)
