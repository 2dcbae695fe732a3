-- Mistakes of a user's script: each is an error in the user's words.

local jilu = require "jilu"
local core = require "jilu.core"
local shell = require "spec.support.shell"

local function failure_of(stage)
  local pipeline = jilu.pipeline { stage, jilu.emit { "line" } }
  local _, _, failure = pipeline:run(jilu.document "3个")
  return failure.reason
end

describe("a stage of a script", function()
  it("raises a table → its fields are the reason", function()
    assert.equal("{ code = 42, why = x }",
      failure_of(function() error { code = 42, why = "x" } end))
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

describe("jilu.re", function()
  for source, message in pairs {
    ["'a"] = "the literal 'a has no end",
    ["quantity [ab"] = "the class [ab has no end",
    ["('a'"] = "'(' is not closed",
    ["'a' }"] = "'}' closes nothing",
    ["{:x: 'a' }"] = "'{:x:' is closed by '}'",
    ["quantity 'b' ; 'c'"] = "quantity 'b' ; 'c' is no expression: something is missing or out of "
      .. "place near '; 'c''",
    ["{:who: organization :} ^ 'x'"] =
      "{:who: organization :} ^ 'x' is no expression: something is "
      .. "missing or out of place near '^ 'x''",
    ["''*"] = "''* is no expression: loop body may accept empty string",
    ["%foo"] = "%foo is no expression: name 'foo' undefined",
  } do
    it(source .. " → an error in words of the source", function()
      assert.has_error(function() jilu.re(source) end,
        "bad argument #1 to 're' (" .. message .. ")")
    end)
  end

  local function texts_of(match)
    local pipeline = jilu.pipeline { "facts", jilu.rule { name = "found", match = jilu.re(match),
      emit = function(m) return { what = m[1].value } end } }
    local records = assert(pipeline:run(jilu.document "共3个"))
    return records[1].what
  end
  it("{: quantity :} → a group without a name", function()
    assert.equal(3, texts_of "{: quantity :}")
    assert.equal(3, texts_of "{:quantity:}")
  end)
end)

describe("a rule", function()
  local function rule(emit, where)
    return jilu.rule { name = "found", match = jilu.re "{:q: quantity :}", emit = emit,
      where = where, fields = { { "value", "number" }, { "other", "string" } } }
  end

  it("reads a field that facts have not → an error that names those that they have", function()
    local doc = jilu.document "3个"
    for _, one in ipairs {
      rule(function(m) return { value = m.q.vlaue } end),
      rule(function(m) return { value = m.q.value } end, function(m) return m.q.vlaue end),
    } do
      local _, _, failure = jilu.pipeline { "facts", one }:run(doc)
      assert.match("a quantity has no field 'vlaue'; its fields are first, last, line, value, min,",
        failure.reason, 1, true)
      assert.match("script_mistakes_spec.lua:", failure.script, 1, true)
    end
  end)
  it("reads a field that this fact has not → nil, and null in the record", function()
    local pipeline = jilu.pipeline { "facts", rule(function(m)
      return { value = m.q.min, other = m.q.unit_first and m.q.currency }
    end) }
    local doc, writer = jilu.document "3个", core.writer()
    assert.equal(1, pipeline:write(doc, writer))
    assert.match('"value":null,"other":null}', writer:take(), 1, true)
    -- stages still get nil
    assert.is_nil(doc:facts "quantity"[1].vlaue)
  end)
  it("stands before the stage that makes its facts → an error that names it", function()
    local one = rule(function() return {} end)
    local _, message = pcall(jilu.pipeline, { "repair", one, "facts" })
    assert.match("rule 'found' matches quantity, which the stage 'facts' makes: it belongs before "
      .. "the rule", message, 1, true)
    jilu.pipeline { jilu.extractor { nouns = "苹果" }, one }
    jilu.pipeline { { run = function() end, makes = { "quantity" } }, one }
    jilu.pipeline { function() end, one }
  end)
end)
