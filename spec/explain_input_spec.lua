-- jilu explain: of any input, one rule, as JSON.

local cjson = require "cjson"
local shell = require "spec.support.shell"

local SCRIPT = [=[
local jilu = require "jilu"
return jilu.pipeline {
  "facts",
  jilu.rule {
    name = "training", match = jilu.re "{:who: organization :} gap {:people: quantity :}",
    where = function(m) return m.people.unit == "人" end,
    emit = function(m) return { people = m.people.value } end,
    fields = { { "people", "number" } },
  },
}
]=]

describe("jilu explain", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/t.lua", SCRIPT)
    shell.write(folder .. "/a.txt", "县财政局培训7人。\n县财政局检查5次。\n")
    shell.write(folder .. "/a.jsonl", '{"id":"x","text":"县水务局清淤3次。"}\n'
      .. '{"id":"y","text":"县财政局培训7人。"}\n')
    shell.write(folder .. "/a.html", "<html><body><p>县财政局培训7人。</p></body></html>\n")
  end)
  teardown(function() shell.remove(folder) end)

  local function explain(arguments)
    return shell.run(folder, shell.jilu .. " explain " .. arguments .. " --lexicon none")
  end

  local function found(arguments)
    local code, output, complaints = explain(arguments .. " --to json")
    assert.equal(0, code, complaints)
    return cjson.decode(output), output
  end

  it("--doc N or --doc ID → that document of JSON Lines", function()
    for _, name in ipairs { "2", "y" } do
      local object = found("facts a.jsonl --doc " .. name)
      assert.equal("y", object.doc)
      assert.equal("7人", object.annotations[#object.annotations].text)
    end
  end)

  it("several documents and no --doc → exit 1; a --doc that there is not, too", function()
    local code, _, complaints = explain "facts a.jsonl"
    assert.equal(1, code)
    assert.equal("jilu: explain takes one document: name it by --doc N or --doc ID\n", complaints)
    code, _, complaints = explain "facts a.jsonl --doc 3"
    assert.equal(1, code)
    assert.equal("jilu: --doc: no document '3' among 2\n", complaints)
  end)

  it("HTML → bytes of the file, in text and in JSON", function()
    local source = shell.read(folder .. "/a.html")
    local object = found "facts a.html --only quantity"
    local one = object.annotations[1]
    assert.equal("7人", source:sub(one.start + 1, one["end"]))
    local _, output = explain "facts a.html --only quantity"
    assert.truthy(output:find(("quantity +%d%%-%d +7人"):format(one.start, one["end"])), output)
  end)

  it("--rule of a grammar → only what it made", function()
    local object = found "t.lua a.txt --rule quantity.count"
    local texts = {}
    for k, one in ipairs(object.annotations) do texts[k] = one.rule .. " " .. one.text end
    assert.same({ "quantity.count 7人", "quantity.count 5次" }, texts)
    assert.same({}, object.stages)
  end)

  it("--rule of the script → its records, and what it rejected and why", function()
    local object = found "t.lua a.txt --rule training"
    assert.equal(1, #object.annotations)
    assert.equal(7, object.annotations[1].people)
    assert.truthy(object.annotations[1].rule:find "^rule training %(t.lua:%d+%)$")
    assert.equal(1, #object.stages)
    local rejection = object.stages[1].rejections[1]
    assert.same({ 2, "县财政局", "5次" },
      { rejection.line, rejection.captures.who, rejection.captures.people })
    local _, output = explain "t.lua a.txt --rule training"
    assert.truthy(output:find("rejected by", 1, true))
    assert.falsy(output:find("quantity.count", 1, true))
  end)

  it("--rule of none → exit 1, the stages of the pipeline", function()
    local code, _, complaints = explain "t.lua a.txt --rule trainings"
    assert.equal(1, code)
    assert.equal("jilu: --rule: no rule 'trainings'; this pipeline has facts, training, and jilu "
      .. "explain --rules lists those that make facts\n", complaints)
  end)

  it("--line → only what begins there, in JSON too", function()
    local object = found "t.lua a.txt --line 2"
    assert.is_true(#object.annotations > 0)
    for _, one in ipairs(object.annotations) do assert.equal(2, one.line) end
    assert.equal(1, #object.stages[2].rejections)
    assert.same({}, (found "t.lua a.txt --line 1").stages[2].rejections)
  end)

  it("the agent of a row → among which it was chosen, the best first", function()
    local object = found "ledger a.txt --only ledger"
    local row = object.annotations[1]
    assert.equal("县财政局", row.unit)
    assert.equal("县财政局", row.candidates[1].name)
    assert.is_true(#row.candidates > 1)
    assert.is_true(row.candidates[1].score > row.candidates[2].score)
  end)

  it("is the same JSON on every run, but for the times", function()
    local _, first = found "ledger a.txt"
    local _, second = found "ledger a.txt"
    local function steady(text) return (text:gsub('"milliseconds":"[%d.]+"', "")) end
    assert.equal(steady(first), steady(second))
  end)
end)
