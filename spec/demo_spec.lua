local jilu = require "jilu"
local shell = require "spec.support.shell"

describe("the table of make demo", function()
  it("is aligned by columns, whatever the script", function()
    local path = os.tmpname()
    shell.write(path, [[
{"type":"document","doc":"a"}
{"type":"ledger","doc":"report","time":"2019-03","unit":"市直机关工委","content":"举办培训班","effect":[]}
{"type":"ledger","doc":"報告","time":null,"unit":null,"content":"]] .. ("走访慰问"):rep(20)
      .. [[","effect":[{"text":"240余人","noun":"人员"},{"text":"3场","noun":""}]}
]])
    local code, out = shell.run(".", "lua5.4 spec/demo.lua " .. path)
    os.remove(path)
    assert.equal(0, code)
    local lines = {}
    for line in out:gmatch "[^\n]+" do lines[#lines + 1] = line end
    assert.equal(4, #lines)
    local function column_of(line, text)
      return jilu.width(line:sub(1, assert(line:find(text, 1, true)) - 1))
    end
    local what = column_of(lines[1], "what")
    assert.equal(what, column_of(lines[3], "举办培训班"))
    assert.equal(what, column_of(lines[4], "走访慰问"))
    assert.equal(column_of(lines[1], "effect"), column_of(lines[4], "240余人 人员, 3场"))
    assert.equal(column_of(lines[1], "who"), column_of(lines[3], "市直机关工委"))
    assert.match("走访慰…  ", lines[4], 1, true)
  end)
end)
