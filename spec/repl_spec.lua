-- jilu repl: expressions tried on a document as they are typed.

local shell = require "spec.support.shell"

describe("jilu repl", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/c.txt", "县教育局2020年维修学校3所、宿舍2栋。\n县文化馆2021年演出5次。\n")
  end)
  teardown(function() shell.remove(folder) end)

  -- What the lines are answered with, without what is said of the document.
  local function session(...)
    shell.write(folder .. "/lines", table.concat({ ... }, "\n") .. "\n")
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " repl c.txt --lexicon none <lines")
    assert.equal(0, code, complaints)
    assert.equal("", complaints)
    return (output:gsub("^c: 3 lines, %d+ bytes\n", ""))
  end

  it("an expression → its matches with line, bytes and captures", function()
    assert.equal("1  0-35  县教育局2020年维修学校3所\n     n = 3所, who = 县教育局\n"
      .. "2  52-81  县文化馆2021年演出5次\n     n = 5次, who = 县文化馆\n2 matches\n",
      session "{:who: organization :} gap {:n: quantity :}")
  end)

  it("=> and Lua → what it gives of each match", function()
    assert.equal("1  31-35  3所\n     3, \"所\"\n1  44-48  2栋\n     2, \"栋\"\n2  77-81  5次\n"
      .. "     5, \"次\"\n3 matches\n", session "{:n: quantity :} => m.n.value, m.n.unit")
  end)

  it("no match → which part is missing", function()
    assert.equal("0 matches\nline 1: part 1 of 2, person: no person in the line\n",
      session "person gap quantity")
  end)

  it("a mistake → what is known, and the session goes on with the same facts", function()
    local output = session("quantit", "{:n: quantity :} => m.n.valu", "{:n: quantity :} => m.(",
      ":facts quantity")
    assert.truthy(output:find("unknown name 'quantit'; known: any of, char", 1, true))
    assert.truthy(output:find("a quantity has no field 'valu'; its fields are", 1, true))
    assert.truthy(output:find("<name> expected near '('", 1, true))
    assert.truthy(output:find("\n1  31-35  quantity  3所  3 所\n", 1, true))
    assert.truthy(output:find("\n3 facts\n$"))
  end)

  it(":over → what a match lies in; a wrong one is refused and changes nothing", function()
    shell.write(folder .. "/two.txt", "县教育局开会。来了5人。\n")
    local output = session(":open two.txt", "organization gap quantity", ":over x",
      "organization gap quantity", ":over paragraph", "organization gap quantity")
    local counts = {}
    for count in output:gmatch "(%d+) match" do counts[#counts + 1] = count end
    assert.same({ "0", "0", "1" }, counts)
    assert.truthy(output:find("no scope 'x'", 1, true), output)
  end)

  it(":words, :fields → what can be typed; unknown commands are named", function()
    assert.equal("quantity  quote\n", session ":words qu")
    assert.truthy(session ":fields work":find "^[%a_, ]*\n$")
    assert.truthy(session ":fields nothing":find("^no type 'nothing'; there are\nchange, "))
    assert.equal("no command ':fact' (:help)\n", session ":fact")
    assert.truthy(session ":help":find(":quit", 1, true))
  end)

  it(":lines → the text; :quit → the end, whatever comes behind", function()
    assert.equal("2  县文化馆2021年演出5次。\n", session(":lines 2", ":quit", ":lines 1"))
  end)

  it(":open of a file that there is not → its name, and the document stays", function()
    assert.equal("nope: No such file or directory\n2  县文化馆2021年演出5次。\n",
      session(":open nope", ":lines 2"))
    local code = shell.run(folder, shell.jilu .. " repl nope --lexicon none </dev/null")
    assert.equal(1, code)
  end)
end)
