-- spec/closing/in_use.lua in a fresh Lua state: in a small heap the collector
-- runs often enough that its finalizers meet every walk.

local shell = require "spec.support.shell"

describe("closing what is in use", function()
  it("is refused, and done afterwards", function()
    local code, output = shell.run(".", ("%s %s --pattern=in_use spec/closing")
      :format(shell.quote(arg[-1]), shell.quote(arg[0])))
    assert.equal(0, code, output)
    assert.matches(" 0 failures / 0 errors", output)
  end)
end)
