-- What the suffixes of inputs and output say.

local shell = require "spec.support.shell"

describe("jilu run", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/a.jsonl", '{"id":"one","text":"3个"}\n{"id":"two","text":"4个"}\n')
    shell.write(folder .. "/b.txt", "3个")
  end)
  teardown(function() shell.remove(folder) end)

  local function run(call)
    return shell.run(folder, shell.jilu .. " run facts --lexicon none --only quantity " .. call)
  end

  it("-o with an unknown suffix → an error that names the known", function()
    local code, _, complaints = run "b.txt -o x.xlsx"
    assert.equal(1, code)
    assert.equal("jilu: -o x.xlsx: no format has the suffix .xlsx; known: .csv, .db, .jsonl, "
      .. ".sqlite, .tsv (or name one by --to)\n", complaints)
    assert.is_nil(shell.read(folder .. "/x.xlsx"))
    assert.equal(0, (run "b.txt -o x.xlsx --to csv"))
    assert.equal(0, (run "b.txt -o records"))
  end)
  it("inputs named .jsonl → JSON Lines, unless --from says text", function()
    local code, output = run "a.jsonl"
    assert.equal(0, code)
    assert.truthy(output:find('"doc":"one".*"doc":"two"'))
    local _, whole = run "a.jsonl --from text"
    assert.truthy(whole:find('"doc":"a"', 1, true))
  end)
  it("inputs of both kinds, named or in a folder → each by its own suffix", function()
    shell.run(folder, "mkdir -p both && cp a.jsonl b.txt both")
    for _, call in ipairs { "a.jsonl b.txt", "both", "both --from text" } do
      local code, output = run(call)
      assert.equal(0, code)
      assert.equal(call:find "text" and "a" or "one", output:match '"doc":"([^"]*)"')
      assert.truthy(output:find('"doc":"b"', 1, true))
      local _, count = output:gsub("\n", "")
      assert.equal(3, count)
    end
  end)
  it("a line that is no JSON, in a folder → a dead letter with its line", function()
    shell.run(folder, "mkdir -p inner")
    shell.write(folder .. "/inner/c.jsonl", '{"text":"5个"}\nnone\n')
    local code, output, complaints = run "inner"
    shell.remove(folder .. "/inner")
    assert.equal(2, code)
    assert.truthy(output:find('"doc":"c:1"', 1, true))
    assert.truthy(complaints:find("inner/c.jsonl:2: read: not JSON", 1, true))
  end)
end)
