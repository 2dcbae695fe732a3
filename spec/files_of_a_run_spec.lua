-- The files that a call writes: none that it reads, none half done, none read.

local core = require "jilu.core"
local lfs = require "lfs"
local shell = require "spec.support.shell"

local TEXT = "投资2亿元。\n"

describe("the files of a run", function()
  local folder

  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/a.txt", TEXT)
    shell.write(folder .. "/p.lua", 'local jilu = require "jilu"\n'
      .. 'return jilu.pipeline { "facts", jilu.emit { "quantity" } }\n')
    shell.write(folder .. "/words.txt", "投资 30 v\n亿元 10 m\n")
    assert.equal(0, (shell.run(folder, shell.jilu .. " lexicon build words.txt -o my.lexicon")))
  end)
  after_each(function() shell.remove(folder) end)

  local function jilu(arguments)
    return shell.run(folder, shell.jilu .. " " .. arguments)
  end

  local function listed()
    return select(2, shell.run(folder, "ls -A"))
  end

  it("are none that it reads, under any name → refused, nothing is lost", function()
    assert(lfs.link(folder .. "/a.txt", folder .. "/hard.txt"))
    assert(lfs.link("a.txt", folder .. "/soft.txt", true))
    assert(lfs.link("new.jsonl", folder .. "/dangling", true))
    local before, script = shell.read(folder .. "/my.lexicon"), shell.read(folder .. "/p.lua")
    local names = listed()
    for arguments, message in pairs {
      ["run facts a.txt --errors a.txt -o o.jsonl"] = "--errors a.txt: is an input too",
      ["run facts a.txt --errors ./a.txt --to csv -o o.csv"] = "--errors ./a.txt: is an input too",
      ["run facts a.txt --errors hard.txt"] = "--errors hard.txt: is an input too",
      ["run facts a.txt -o soft.txt"] = "-o soft.txt: is an input too",
      ["run facts -o a.txt < a.txt"] = "-o a.txt: is an input too",
      ["run facts - --errors a.txt < a.txt"] = "--errors a.txt: is an input too",
      ["run facts a.txt >> a.txt"] = "records to /dev/stdout: is an input too",
      ["run p.lua a.txt -o p.lua"] = "-o p.lua: is the pipeline's script too",
      ["run p.lua a.txt --errors p.lua"] = "--errors p.lua: is the pipeline's script too",
      ["run facts a.txt --lexicon my.lexicon --errors my.lexicon"] =
        "--errors my.lexicon: is the lexicon too",
      ["run facts a.txt -o same.jsonl --errors ./same.jsonl"] =
        "--errors ./same.jsonl: is the file of -o too",
      ["run facts a.txt -o new.jsonl --errors dangling"] =
        "--errors dangling: is the file of -o too",
      ["lexicon build words.txt -o words.txt"] = "-o words.txt: is a source too",
      ["lexicon build words.txt --notice a.txt -o a.txt"] = "-o a.txt: is a notice too",
    } do
      local code, out, err = jilu(arguments)
      assert.equal(1, code, arguments)
      assert.equal("", out)
      assert.equal("jilu: " .. message .. "\n", err)
      assert.equal(TEXT, shell.read(folder .. "/a.txt"))
      assert.equal(before, shell.read(folder .. "/my.lexicon"))
      assert.equal(script, shell.read(folder .. "/p.lua"))
      assert.equal("投资 30 v\n亿元 10 m\n", shell.read(folder .. "/words.txt"))
      assert.equal(names, listed())
    end
  end)

  it("may be one device twice", function()
    assert.equal(0, (jilu "run facts a.txt -o /dev/null --errors /dev/null"))
  end)

  it("hold the dead letters of a run that gave up, and no records", function()
    local code = jilu "run facts missing.txt -o o.jsonl --errors dead.jsonl --fail-fast"
    assert.equal(3, code)
    assert.match('"path":"missing.txt"', shell.read(folder .. "/dead.jsonl"), 1, true)
    assert.is_nil(shell.read(folder .. "/o.jsonl"))
  end)

  it("are whole where two runs write one", function()
    local text = shell.read "spec/corpus/notice.txt"
    for k = 1, 40 do shell.write(("%s/big%02d.txt"):format(folder, k), text) end
    local alone = {}
    for _, name in ipairs { "ledger", "facts" } do
      alone[name] = select(2, jilu("run " .. name .. " big*.txt"))
    end
    local code, out = shell.run(folder, shell.jilu .. " run ledger big*.txt -o both.jsonl & "
      .. shell.jilu .. " run facts big*.txt -o both.jsonl; echo $?; wait $!; echo $?")
    assert.equal(0, code)
    assert.equal("0\n0\n", out)
    local both = shell.read(folder .. "/both.jsonl")
    assert.is_true(both == alone.ledger or both == alone.facts)
    assert.is_nil(listed():find(".part", 1, true))
  end)

  it("touch no other, whatever is called .part", function()
    shell.write(folder .. "/precious", "precious")
    shell.write(folder .. "/o.sqlite.part", "mine")
    assert(lfs.link("precious", folder .. "/o.jsonl.part", true))
    for _, output in ipairs { "o.jsonl", "o.sqlite" } do
      assert.equal(0, (jilu("run facts a.txt -o " .. output)))
      assert.equal("file", lfs.symlinkattributes(folder .. "/" .. output, "mode"))
    end
    assert.equal("precious", shell.read(folder .. "/precious"))
    assert.equal("mine", shell.read(folder .. "/o.sqlite.part"))
  end)

  it("in a folder that is read are no inputs", function()
    os.execute(("mkdir %s/in && cp %s/a.txt %s/in"):format(folder, folder, folder))
    local _, expected = jilu "run p.lua in"
    for k = 1, 2 do
      local code, _, err = jilu "run p.lua in -o in/out.jsonl --errors in/dead.jsonl"
      assert.equal(0, code, err)
      assert.match("\n?1 documents, 1 records", err)
      assert.equal(expected, shell.read(folder .. "/in/out.jsonl"))
      if k == 2 then
        assert.match("jilu: in/out.jsonl: is written by this run, left out\n", err, 1, true)
        assert.match("jilu: in/dead.jsonl: is written by this run, left out\n", err, 1, true)
      end
    end
    os.execute(("rm %s/in/*.jsonl"):format(folder))
    local code, _, err = jilu "run p.lua in > in/redirected.jsonl"
    assert.equal(0, code)
    assert.match("jilu: in/redirected.jsonl: is written by this run, left out\n", err, 1, true)
    assert.equal(expected, shell.read(folder .. "/in/redirected.jsonl"))
  end)

  it("of a folder are files: a pipe in it is left out, a named one is read", function()
    assert.equal(0, (shell.run(folder, "mkdir in && cp a.txt in && mkfifo in/pipe pipe")))
    local code, out, err = shell.run(folder, "timeout 20 " .. shell.jilu .. " run p.lua in")
    assert.equal(0, code)
    assert.match('"text":"2亿元"', out, 1, true)
    assert.match("jilu: in/pipe: is no file but a named pipe, left out\n", err, 1, true)
    code, out = shell.run(folder, "cat a.txt > pipe & timeout 20 " .. shell.jilu
      .. " run p.lua pipe")
    assert.equal(0, code)
    assert.match('"text":"2亿元"', out, 1, true)
    code, out, err = shell.run(folder, "timeout 20 " .. shell.jilu
      .. " run p.lua a.txt --lexicon pipe")
    assert.equal("", out)
    assert.equal(1, code)
    assert.match("jilu: pipe: ", err, 1, true)
  end)

  it("hold no messages where standard error is closed", function()
    local code = shell.run(folder, shell.jilu .. " run p.lua a.txt missing.txt -o o.jsonl 2>&-")
    assert.equal(2, code)
    assert.match('^{"type":"quantity"[^\n]*}\n$', shell.read(folder .. "/o.jsonl"))
    assert.equal(3, (jilu "run p.lua a.txt >&-"))
    assert.equal(2, (jilu "run p.lua - <&-"))
  end)

  it("end where they may not grow → exit 3, nothing is left", function()
    shell.write(folder .. "/big.txt", TEXT:rep(20000))
    local names = listed()
    for _, output in ipairs { "o.jsonl", "o.sqlite" } do
      local code, _, err = shell.run(folder, "ulimit -f 100; " .. shell.jilu
        .. " run p.lua big.txt -o " .. output)
      assert.equal(3, code, output .. err)
      assert.match("gave up: [^\n]+\n", err)
      assert.is_nil(err:find("gave up: nil", 1, true))
      assert.equal(names, listed())
    end
  end)

  it("are gone where a stage ends the process", function()
    shell.write(folder .. "/exit.lua", 'local jilu = require "jilu"\n'
      .. "return jilu.pipeline { function() os.exit(7) end }\n")
    local names = listed()
    assert.equal(7, (jilu "run exit.lua a.txt -o o.jsonl --errors dead.jsonl"))
    assert.equal(names, listed())
  end)
end)

describe("output", function()
  local path

  before_each(function() path = os.tmpname() end)
  after_each(function() os.remove(path) end)

  it("appears under its name when it is committed, with the mode of the old", function()
    shell.write(path, "old")
    assert.equal(0, (shell.run("/", "chmod 640 " .. path)))
    local output = assert(core.output(path))
    assert.match("^" .. path:match "^.*/" .. "%.[^/]+%.part$", output:temporary())
    assert(output:file():write "new")
    assert.equal("old", shell.read(path))
    local temporary = output:temporary()
    assert.is_true(output:commit())
    assert.equal("new", shell.read(path))
    assert.equal("rw-r-----", lfs.attributes(path, "permissions"))
    assert.is_nil(lfs.attributes(temporary))
    assert.has_error(function() output:commit() end)
    output:abandon()
    assert.equal("new", shell.read(path))
  end)

  it("that is abandoned or forgotten leaves nothing", function()
    for _, drop in ipairs { "abandon", "forget" } do
      local output = assert(core.output(path .. ".new"))
      local temporary = output:temporary()
      assert.is_table(lfs.attributes(temporary))
      if drop == "abandon" then output:abandon() end
      output = nil -- luacheck: ignore 311
      collectgarbage()
      assert.is_nil(lfs.attributes(temporary))
      assert.is_nil(lfs.attributes(path .. ".new"))
    end
  end)

  it("goes where links lead, also to what is missing", function()
    local folder = shell.folder()
    assert(lfs.mkdir(folder .. "/deep"))
    assert(lfs.link("deep/second", folder .. "/first", true))
    assert(lfs.link("target", folder .. "/deep/second", true))
    for k = 1, 2 do
      local output = assert(core.output(folder .. "/first"))
      assert.match("/deep/%.target%.[^/]+%.part$", output:temporary())
      assert(output:file():write("text " .. k))
      assert(output:commit())
      assert.equal("text " .. k, shell.read(folder .. "/deep/target"))
      assert.equal("link", lfs.symlinkattributes(folder .. "/first", "mode"))
    end
    shell.remove(folder)
  end)

  it("says why it can't be", function()
    for name, message in pairs {
      ["/nowhere/at/all"] = "No such file or directory", ["/"] = "Is a directory",
      [""] = "No such file or directory", ["/tmp/" .. ("x"):rep(5000)] = "File name too long",
      ["/dev/null/x"] = "Not a directory", ["a\0b"] = "No such file or directory",
    } do
      local output, reason = core.output(name)
      assert.is_nil(output)
      assert.equal(message, reason:match ": ([^:]*)$")
    end
  end)

  it("says when what it holds is lost", function()
    local output = assert(core.output "/dev/full")
    assert.is_nil(output:temporary())
    output:file():write(("x"):rep(100000))
    local ok, message = output:commit()
    assert.is_nil(ok)
    assert.is_string(message)
  end)
end)

describe("standard output that is full", function()
  it("is no success, whatever command writes to it", function()
    local folder = shell.folder()
    shell.write(folder .. "/a.txt", TEXT)
    local _, records = shell.run(folder, shell.jilu .. " run ledger a.txt")
    shell.write(folder .. "/records.jsonl", records)
    for _, arguments in ipairs {
      "run facts a.txt", "run facts a.txt --only quantity --to csv", "segment a.txt",
      "segment --count a.txt", "rollup records.jsonl", "rollup --to jsonl records.jsonl",
      "rollup --to csv records.jsonl", "explain facts a.txt", "explain --rules", "doctor",
      "--help", "run --help", "--version", "lexicon --help",
    } do
      local code, _, err = shell.run(folder, shell.jilu .. " " .. arguments .. " > /dev/full")
      assert.equal(3, code, arguments)
      assert.match("^.-jilu: gave up: [^\n]+\n.*$", err)
    end
    shell.remove(folder)
  end)
end)
