-- jilu run -j N: worker processes, and what a worker that dies costs.

local cjson = require "cjson"
local shell = require "spec.support.shell"

-- A record for each tag <x>; what some tags do to the process that reads them.
local PIPELINE = [[
local jilu = require "jilu"
local function has(doc, tag) return doc.source:find("<" .. tag .. ">", 1, true) end
return jilu.pipeline {
  function(doc)
    if has(doc, "crash") then os.execute "kill -SEGV $PPID" end
    if has(doc, "kill") then os.execute "kill -KILL $PPID" end
    if has(doc, "once") and not io.open "killed" then
      io.open("killed", "w"):close()
      os.execute "kill -KILL $PPID"
    end
    if has(doc, "loop") then while true do pcall(function() while true do end end) end end
    if has(doc, "eat") then
      local all = {}
      for k = 1, 2000 do all[k] = ("x"):rep(1e6) .. k end
    end
    if has(doc, "leave") then os.exit(0) end
    if has(doc, "print") then print("seen", doc.id) end
    if has(doc, "bad") then error "a bad tag" end
  end,
  jilu.rule { name = "tag", match = jilu.re "'<' {:name: [a-z]+ :} '>'",
    emit = function(m) return { name = m.name } end,
    tests = { { "a <b>", { { name = "b" } } }, { "a", false } } },
}
]]

describe("workers", function()
  local folder

  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/tags.lua", PIPELINE)
  end)
  after_each(function() shell.remove(folder) end)

  local function jilu(arguments)
    return shell.run(folder, "timeout 60 " .. shell.jilu .. " run --lexicon none " .. arguments)
  end

  -- Writes so many documents; what some of them hold is given.
  local function documents(count, special)
    local lines = {}
    for k = 1, count do
      lines[k] = cjson.encode { id = "d" .. k,
        text = ("<a> document %d %s\n"):format(k, special[k] or "") .. ("<b> "):rep(k % 7) }
    end
    shell.write(folder .. "/in.jsonl", table.concat(lines, "\n") .. "\n")
  end

  local function ids(text)
    local list = {}
    for line in text:gmatch "[^\n]+" do
      local id = cjson.decode(line).doc or cjson.decode(line).id
      if list[#list] ~= id then list[#list + 1] = id end
    end
    return list
  end

  -- The numbers of a summary without seconds.
  local function counts(err) return err:match "%d+ documents, .- dead letters" end

  it("write the same bytes however many there are", function()
    documents(3000, { [5] = "<bad>", [6] = "<print>", [2900] = "<bad>" })
    local _, plain, said = jilu "tags.lua in.jsonl --errors dead.jsonl"
    local letters = shell.read(folder .. "/dead.jsonl")
    for _, jobs in ipairs { "1", "2", "3", "auto" } do
      local code, out, err = jilu("tags.lua in.jsonl --errors dead.jsonl -j " .. jobs)
      assert.equal(2, code)
      assert.is_true(out == plain, jobs)
      assert.equal(letters, shell.read(folder .. "/dead.jsonl"))
      assert.equal(counts(said), counts(err))
      assert.equal(said:match "^.*dead letters,", err:match "^.*dead letters,")
    end
    local _, inline = jilu "tags.lua in.jsonl --errors inline"
    assert.equal(inline, select(2, jilu "tags.lua in.jsonl --errors inline -j 2"))
  end)

  it("read files and folders, write tables and databases", function()
    assert.is_true(os.execute(("mkdir %s/in && cp spec/corpus/n*.txt %s/in")
      :format(folder, folder)))
    for _, format in ipairs { "csv", "jsonl" } do
      assert.equal(0, (jilu("ledger in --only ledger -o plain." .. format)))
      assert.equal(0, (jilu("ledger in --only ledger -j 2 -o spread." .. format)))
      assert.equal(shell.read(folder .. "/plain." .. format),
        shell.read(folder .. "/spread." .. format))
    end
    assert.equal(0, (jilu "ledger in --only ledger -j 2 -o spread.sqlite"))
  end)

  it("have nothing to do for no documents", function()
    shell.write(folder .. "/in.jsonl", "")
    local code, out, err = jilu "tags.lua in.jsonl -j 3"
    assert.equal(0, code)
    assert.equal("", out)
    assert.match("^0 documents", err)
  end)

  it("die of one document, which is the one dead letter", function()
    for tag, reason in pairs {
      crash = "its worker died of signal 11 (segmentation fault)",
      kill = "its worker died of signal 9 (killed, maybe for want of memory)",
      leave = "its worker ended with exit code 0",
    } do
      documents(300, { [77] = "<" .. tag .. ">" })
      local texts = {}
      for jobs = 1, 2 do
        local code, out, err = jilu("tags.lua in.jsonl --errors inline -j " .. jobs)
        assert.equal(2, code, err)
        local list = ids(out)
        assert.equal(300, #list)
        for k = 1, 300 do assert.equal("d" .. k, list[k]) end
        local letter = cjson.decode(out:match '[^\n]*"_error"[^\n]*')
        assert.equal("d77", letter.id)
        assert.equal("worker", letter._error.stage)
        assert.equal(reason, letter._error.reason)
        assert.match((tag == "kill" and 7 or 4) .. " workers died and were replaced", err)
        assert.match("300 documents, %d+ records, 0 repairs, 1 dead letters", err)
        texts[jobs] = out
      end
      assert.equal(texts[1], texts[2])
    end
  end)

  it("leave the files of their master alone when they end", function()
    documents(3000, { [10] = "<leave>", [2000] = "<leave>", [2500] = "<bad>" })
    local code, out, err = jilu "tags.lua in.jsonl -o out.jsonl --errors dead.jsonl -j 2"
    assert.equal(2, code, err)
    assert.equal("", out)
    assert.equal(2997, #ids(shell.read(folder .. "/out.jsonl")))
    assert.same({ "d10", "d2000", "d2500" }, ids(shell.read(folder .. "/dead.jsonl")))
    assert.equal("dead.jsonl\nin.jsonl\nout.jsonl\ntags.lua\n",
      select(2, shell.run(folder, "ls -A")))
  end)

  it("that are killed for another reason cost nothing", function()
    documents(300, { [120] = "<once>" })
    shell.write(folder .. "/killed", "")
    local _, plain = jilu "tags.lua in.jsonl"
    os.remove(folder .. "/killed")
    local code, out, err = jilu "tags.lua in.jsonl -j 2"
    assert.equal(0, code, err)
    assert.equal(plain, out)
    assert.match("1 workers died", err)
  end)

  it("die of a document over the time or the memory that is given", function()
    documents(40, { [7] = "<loop>", [31] = "<loop>" })
    local code, out = jilu "tags.lua in.jsonl --errors inline --timeout 0.3 -j 2"
    assert.equal(2, code)
    assert.equal(40, #ids(out))
    assert.match('"id":"d7","_error":{[^\n]*"reason":"took longer than 0.3 s %(%-%-timeout%)"', out)
    assert.match('"id":"d31","_error"', out)
    documents(40, { [7] = "<eat>" })
    local errors
    code, out, errors = jilu "tags.lua in.jsonl --errors inline --memory 100M"
    assert.equal(2, code, errors)
    assert.equal(40, #ids(out))
    assert.match('"id":"d7","_error":{[^\n]*"took more than 100M of memory %(%-%-memory%)"', out)
    assert.equal(1, select(2, out:gsub('"_error"', "")))
  end)

  it("that die of everything end the run", function()
    shell.write(folder .. "/tags.lua", [[
      local jilu = require "jilu"
      return jilu.pipeline { function() os.execute "kill -KILL $PPID" end,
        jilu.emit { "document" } }]])
    documents(100, {})
    local code, out, err = jilu "tags.lua in.jsonl -j 2 --max-errors 5 -o out.jsonl"
    assert.equal(3, code)
    assert.equal("", out)
    assert.match("gave up: more than 5 dead letters", err)
    assert.is_nil(shell.read(folder .. "/out.jsonl"))
  end)

  it("end with their master", function()
    documents(4, { [2] = "<loop>" })
    local code, _, err = shell.run(folder, "timeout --preserve-status -k 60 -s INT 0.7 "
      .. shell.jilu .. " run tags.lua in.jsonl -j 2 -o out.jsonl --errors dead.jsonl")
    assert.equal(130, code)
    assert.match("^jilu: interrupted after", err)
    assert.equal("in.jsonl\ntags.lua\n", select(2, shell.run(folder, "ls -A")))
    local pids = select(2, shell.run(folder, shell.jilu .. " run tags.lua in.jsonl -j 2 "
      .. "2>/dev/null & sleep 0.7; pgrep -P $!; kill -KILL $!; sleep 0.2"))
    for pid in pids:gmatch "%d+" do
      -- gone, or nobody has asked yet what became of it
      local state = shell.read(("/proc/%s/stat"):format(pid))
      assert.is_true(not state or state:find("%) Z") ~= nil)
    end
    assert.match("%d", pids)
  end)

  it("refuse numbers that are none", function()
    for call, message in pairs {
      ["-j 0"] = "'0' is no number of workers", ["-j many"] = "'many' is no number of workers",
      ["--timeout 0"] = "'0' are no seconds", ["--timeout x"] = "'x' are no seconds",
      ["--memory much"] = "'much' is no size", ["--memory 0"] = "'0' is no size",
    } do
      local code, _, err = jilu("tags.lua in.jsonl " .. call)
      assert.equal(1, code)
      assert.match(message, err, 1, true)
    end
  end)
end)
