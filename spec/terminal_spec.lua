-- Names of files and ids of documents are shown without what a terminal obeys.

local shell = require "spec.support.shell"
local terminal = require "jilu.cli.terminal"

describe("a message", function()
  it("control characters → written out, line ends kept", function()
    assert.equal("a\\x1b]0;x\\x07b\n\\x7f\\xc2\\x9b1m\t字",
      terminal.message "a\27]0;x\7b\n\127\194\1551m\t字")
    assert.equal("a\\x0ajilu: b\\x09", terminal.name "a\njilu: b\t")
  end)
end)

describe("names with ESC and line ends", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/e\27[31mmpty.txt", "")
    shell.write(folder .. "/b\27[2J\njilu: all well.txt", ("\255"):rep(40))
    shell.write(folder .. "/l\27[1m.jsonl", '{"id":"x\\u001b[5m","text":3}\n')
    shell.run(folder, "mkfifo 'p\27[7mipe'")
  end)
  teardown(function() shell.remove(folder) end)

  local function assert_harmless(output)
    assert.is_nil(output:find "[%z\1-\9\11-\31]")
  end

  it("in a run → written out, a line a message", function()
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " run facts --lexicon none . --errors letters.json")
    assert.equal(2, code)
    assert_harmless(output)
    assert_harmless(complaints)
    assert.truthy(complaints:find("b\\x1b[2J\\x0ajilu: all well.txt: repair:", 1, true))
    assert.truthy(complaints:find("l\\x1b[1m.jsonl:1: read: ", 1, true))
    assert.truthy(complaints:find("e\\x1b[31mmpty.txt: an empty document", 1, true))
    assert_harmless(shell.read(folder .. "/letters.json"))
  end)
  it("in other commands → written out", function()
    for _, call in ipairs { "run 'no\27[1msuch' .", "rollup 'no\27[1msuch'",
      "segment 'no\27[1msuch'", "explain ledger 'no\27[1msuch'" } do
      local code, output, complaints = shell.run(folder, shell.jilu .. " " .. call)
      assert.equal(1, code)
      assert_harmless(output)
      assert_harmless(complaints)
      assert.truthy(complaints:find("no\\x1b[1msuch", 1, true), complaints)
    end
  end)
  it("a group of a rollup → written out", function()
    local record = '{"type":"ledger","doc":"a","content":"x","content_start":0,"content_end":1,'
      .. '"unit":"%s","mode":"done","effect":[]}\n'
    shell.write(folder .. "/r.jsonl", record:format "县\\u001b[1m委")
    local code, output = shell.run(folder, shell.jilu .. " rollup --by unit r.jsonl")
    assert.equal(0, code)
    assert.truthy(output:find("县\\x1b[1m委", 1, true), output)
    shell.write(folder .. "/r.jsonl", record:format "=1+1")
    local _, csv = shell.run(folder, shell.jilu .. " rollup --by unit --to csv r.jsonl")
    assert.truthy(csv:find("\n'=1+1,", 1, true), csv)
  end)
end)
