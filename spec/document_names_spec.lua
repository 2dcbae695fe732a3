-- No two documents of a run have the same `doc`.

local compat = require "jilu.compat"
local lfs = require "lfs"
local shell = require "spec.support.shell"

describe("the field doc", function()
  local folder
  setup(function()
    folder = shell.folder()
    for _, name in ipairs { "f", "f/a", "f/b" } do lfs.mkdir(folder .. "/" .. name) end
    for _, name in ipairs { "f/a/x.txt", "f/b/x.txt", "f/b/y.txt", "f/b/x.md",
      "f/\255.txt", "f/\254.txt" } do
      shell.write(folder .. "/" .. name, "3个")
    end
  end)
  teardown(function() shell.remove(folder) end)

  local function names(call)
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " run facts --lexicon none --only quantity " .. call)
    assert.equal(0, code, complaints)
    local list = {}
    for line in output:gmatch "[^\n]+" do list[#list + 1] = line:match '"doc":"(.-)"' end
    return list
  end

  it("names that differ → without folder and suffix", function()
    assert.same({ "y", "x" }, names "f/b/y.txt f/a/x.txt")
  end)
  it("equal base names → the path below the folder, or as given", function()
    local list = names "f"
    assert.same({ "a/x.txt", "b/x.md", "b/x.txt", "y" },
      { list[1], list[2], list[3], list[4] })
    assert.same({ "f/a/x.txt", "f/b/x.txt" }, names "f/a/x.txt f/b/x.txt")
  end)
  it("names that are the same once repaired → two names", function()
    local list = names "f"
    assert.equal(6, #list)
    local seen = {}
    for _, name in ipairs(list) do
      assert.is_nil(seen[name])
      seen[name] = true
    end
  end)
  it("a file twice → #2", function()
    assert.same({ "f/b/y.txt", "f/b/y.txt#2" }, names "f/b/y.txt f/b/y.txt")
  end)
  it("equal ids of a stream → #2, #3; long numbers keep their digits; a mark is no text", function()
    shell.write(folder .. "/s.jsonl", "\239\187\191" .. [[
{"id":12345678901234567,"text":"3个"}
{"id":12345678901234568,"text":"3个"}
{"id":"a","text":"3个"}
{"id":"a","text":"3个"}
{"id":"a","text":"3个"}
{"id":"a#2","text":"3个"}
{"id":1e400,"text":"3个"}
]])
    assert.same({ "12345678901234567", "12345678901234568", "a", "a#2", "a#3", "a#2#2", "1e400" },
      names "--from jsonl s.jsonl")
  end)
  it("--doc-name path → the path as given; with its line, its member", function()
    shell.run(folder, "cd f && tar cf ../t.tar a/x.txt b/x.txt")
    assert.same({ "f/b/y.txt", "t.tar/a/x.txt", "t.tar/b/x.txt", "s.jsonl:1" },
      { compat.unpack(names "--doc-name path f/b/y.txt t.tar s.jsonl", 1, 4) })
  end)
  it("--doc-name name → without folder and suffix, no id of a stream", function()
    assert.same({ "x", "x#2", "y" }, names "--doc-name name f/a/x.txt f/b/x.txt f/b/y.txt")
    assert.equal("s:3", names("--doc-name name s.jsonl")[3])
  end)
  it("--doc-name id → as without the option", function()
    assert.same(names "f s.jsonl", names "--doc-name id f s.jsonl")
    assert.same(names "--doc-name path f s.jsonl", names "-j 2 --doc-name path f s.jsonl")
  end)
  it("sqlite → a document each, without document records too", function()
    names "f -o out.db"
    local db = require("DBI").Connect("SQLite3", folder .. "/out.db")
    local query = db:prepare "SELECT count(*), count(DISTINCT doc) FROM documents"
    query:execute()
    local row = query:fetch()
    assert.equal(6, tonumber(row[1]))
    query:close()
    db:close()
  end)
end)
