-- Texts of nothing but line breaks: each line costs memory, so there is a limit.

local jilu = require "jilu"
local shell = require "spec.support.shell"

describe("a document of 8 MB of short lines", function()
  for name, line in pairs { ["blank lines"] = "\n", ["lines of one letter"] = "a\n",
    ["lines of a carriage return"] = "\r\n" } do
    it(name .. " → an error that names the limit, before lines take memory", function()
      local text = line:rep(8 * 1024 * 1024 / #line)
      collectgarbage()
      local before = collectgarbage "count"
      local ok, message = pcall(jilu.document, text)
      assert.is_false(ok)
      assert.truthy(message:find("text of %d+ lines is over the limit LINES_MAX %(1048576%)"))
      assert.is_true(collectgarbage "count" - before < 1024)
    end)
  end

  it("in a run → its dead letter, the next document is read", function()
    local folder = shell.folder()
    shell.write(folder .. "/a.txt", ("\n"):rep(8 * 1024 * 1024))
    shell.write(folder .. "/b.txt", "3个")
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " run facts --lexicon none --only quantity a.txt b.txt")
    shell.remove(folder)
    assert.equal(2, code)
    assert.match("a%.txt: read: .*text of 8388609 lines is over the limit LINES_MAX", complaints)
    assert.truthy(output:find('"doc":"b"', 1, true))
  end)
end)
