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
