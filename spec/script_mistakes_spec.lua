-- Mistakes of a user's script: each is an error in the user's words.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local function failure_of(stage)
  local pipeline = jilu.pipeline { stage, jilu.emit { "line" } }
  local _, _, failure = pipeline:run(jilu.document "3个")
  return failure.reason
end

describe("a stage of a script", function()
  it("raises a table → its fields are the reason", function()
    assert.equal("{ code = 42, why = x }", failure_of(function() error { code = 42, why = "x" } end))
    assert.equal("mine", failure_of(function()
      error(setmetatable({}, { __tostring = function() return "mine" end }))
    end))
  end)
  it("annotates without first or last → an error that names them", function()
    local doc = jilu.document "3个"
    for key, annotation in pairs { first = { last = 3 }, last = { first = 1 } } do
      local ok, message = pcall(doc.annotate, doc, "mark", annotation)
      assert.is_false(ok)
      assert.truthy(message:find("a 'mark' without '" .. key .. "'", 1, true), message)
    end
    assert.has_error(function() doc:annotate "mark" end)
  end)
  it("prints → on stderr; a rule that fails is named once", function()
    local folder = shell.folder()
    shell.write(folder .. "/p.lua", [[
local jilu = require "jilu"
return jilu.pipeline {
  function() print("seen", nil, 1) io.write "too\n" end,
  jilu.rule { name = "a", match = jilu.re "'个'", emit = function() error { code = 42 } end },
}
]])
    shell.write(folder .. "/t.txt", "3个")
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " run p.lua t.txt --lexicon none")
    shell.remove(folder)
    assert.same({ 2, "" }, { code, output })
    assert.truthy(complaints:find("seen\tnil\t1\ntoo\n", 1, true), complaints)
    assert.truthy(complaints:find("jilu: t.txt: rule a: { code = 42 }", 1, true), complaints)
  end)
end)

describe("annotations of no single place", function()
  it("document, framework → need no first", function()
    local doc = jilu.document "3个"
    assert.equal("framework", doc:annotate("framework", { name = "a", members = {} }).type)
    assert.equal("document", doc:annotate("document", {}).type)
  end)
end)
