-- jilu run --resume: what was interrupted goes on, nothing twice, nothing lost.

local cjson = require "cjson"
local shell = require "spec.support.shell"

-- Takes a while, so that it can be interrupted anywhere.
local PIPELINE = [[
local jilu = require "jilu"
return jilu.pipeline {
  function(doc)
    local stop = os.clock() + 0.01
    repeat for k = 1, 1e4 do doc.meta.n = k end until os.clock() > stop
    if doc.source:find "<bad>" then error "a bad tag" end
  end,
  "facts", jilu.emit { "quantity" } }
]]

describe("a run that goes on", function()
  local folder

  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/tags.lua", PIPELINE)
    local lines = {}
    for k = 1, 200 do
      lines[k] = cjson.encode { id = "d" .. k % 150,
        text = ("投资%d亿元。%s\n"):format(k, k % 50 == 7 and "<bad>" or "") }
    end
    shell.write(folder .. "/in.jsonl", table.concat(lines, "\n"))
  end)
  after_each(function() shell.remove(folder) end)

  local CALL = shell.jilu .. " run --lexicon none tags.lua in.jsonl "

  local function files() return select(2, shell.run(folder, "ls -A")) end

  local function run(prefix, options)
    return shell.run(folder, prefix .. CALL .. (options or "")
      .. " -o out.jsonl --errors dead.jsonl --resume")
  end

  -- What one run without an interrupt writes.
  local function plain()
    shell.run(folder, CALL .. "-o plain.jsonl --errors plain.dead")
    local records = shell.read(folder .. "/plain.jsonl")
    local letters = shell.read(folder .. "/plain.dead")
    os.remove(folder .. "/plain.jsonl")
    os.remove(folder .. "/plain.dead")
    return records, letters
  end

  it("that nothing interrupts writes the same, and leaves no journal", function()
    local records, letters = plain()
    local code, out, err = run ""
    assert.equal(2, code, err)
    assert.equal("", out)
    assert.equal(records, shell.read(folder .. "/out.jsonl"))
    assert.equal(letters, shell.read(folder .. "/dead.jsonl"))
    assert.equal("dead.jsonl\nin.jsonl\nout.jsonl\ntags.lua\n", files())
  end)

  it("after kills at any moment writes the same", function()
    local records, letters = plain()
    local went_on = 0
    local function count(err)
      if err:find "goes on after %d+ documents" then went_on = went_on + 1 end
    end
    for round = 1, 2 do
      os.remove(folder .. "/out.jsonl")
      os.remove(folder .. "/dead.jsonl")
      for kill = 1, 3 do
        local seconds = 0.5 + 0.3 * kill + 0.11 * round
        local code, _, err = run(("timeout -s %s %.2f ")
          :format(kill % 3 == 0 and "TERM" or "KILL", seconds), "-j " .. kill % 2 + 1)
        count(err)
        if code == 2 then break end
      end
      local code, _, err = run ""
      assert.equal(2, code, err)
      count(err)
      assert.match("200 documents, %d+ records, 0 repairs, 4 dead letters", err)
      assert.is_true(records == shell.read(folder .. "/out.jsonl"))
      assert.equal(letters, shell.read(folder .. "/dead.jsonl"))
      assert.equal("dead.jsonl\nin.jsonl\nout.jsonl\ntags.lua\n", files())
    end
    assert.is_true(went_on > 0)
  end)

  -- A run that was interrupted, with its journal.
  local function interrupted()
    local code, _, err = run "timeout --preserve-status -s INT 1.5 "
    assert.equal(130, code)
    assert.match("interrupted after %d+ [a-z0-9 ]*documents; the same call goes on\n$", err)
    assert.is_nil(shell.read(folder .. "/out.jsonl"))
    return assert(shell.read(folder .. "/out.jsonl.journal"))
  end

  it("keeps what is complete, and cuts what the journal does not know", function()
    local records = plain()
    local journal = interrupted()
    local part = shell.read(folder .. "/out.jsonl.part")
    shell.write(folder .. "/out.jsonl.part", part .. '{"half')
    shell.write(folder .. "/out.jsonl.journal", journal .. '{"documents":29')
    local code, _, err = run ""
    assert.equal(2, code, err)
    assert.match("goes on after", err)
    assert.is_true(records == shell.read(folder .. "/out.jsonl"))
  end)

  it("begins anew where its parts are gone", function()
    local records = plain()
    interrupted()
    os.remove(folder .. "/out.jsonl.part")
    local code, _, err = run ""
    assert.equal(2, code, err)
    assert.is_nil(err:find("goes on", 1, true))
    assert.is_true(records == shell.read(folder .. "/out.jsonl"))
  end)

  it("gives its files their names where it was killed before that", function()
    local records, letters = plain()
    local journal = interrupted():match "^[^\n]*\n"
    shell.write(folder .. "/out.jsonl.part", records)
    shell.write(folder .. "/dead.jsonl", letters)
    os.remove(folder .. "/dead.jsonl.part")
    shell.write(folder .. "/out.jsonl.journal", journal .. cjson.encode {
      documents = 200, records = 196, repairs = 0, failed = 4, dropped = 0, bytes = 1,
      out = #records, letters = #letters, by_type = { quantity = 196 }, sum = "", ended = true,
    } .. "\n")
    local code, _, err = run ""
    assert.equal(2, code, err)
    assert.is_true(records == shell.read(folder .. "/out.jsonl"))
    assert.equal(letters, shell.read(folder .. "/dead.jsonl"))
    assert.equal("dead.jsonl\nin.jsonl\nout.jsonl\ntags.lua\n", files())
  end)

  it("refuses another call and other inputs", function()
    interrupted()
    local code, _, err = run("", "--only quantity")
    assert.equal(3, code)
    assert.match("out.jsonl.journal is of another call", err, 1, true)
    shell.write(folder .. "/tags.lua", PIPELINE .. "\n-- changed\n")
    code, _, err = run ""
    assert.equal(3, code)
    assert.match("is of another call", err, 1, true)
    shell.write(folder .. "/tags.lua", PIPELINE)
    local input = shell.read(folder .. "/in.jsonl")
    shell.write(folder .. "/in.jsonl", (input:gsub("投资2亿", "投资3亿", 1)))
    code, _, err = run ""
    assert.equal(3, code, err)
    assert.match("the inputs are not what they were", err, 1, true)
    shell.write(folder .. "/in.jsonl", input)
    code, _, err = run ""
    assert.equal(2, code, err)
  end)

  it("has its files for itself", function()
    os.execute(("cd %s && { %s -o out.jsonl --resume 2>/dev/null & }"):format(folder, CALL))
    os.execute "sleep 0.5"
    local code, _, err = shell.run(folder, "timeout 20 " .. CALL .. " -o out.jsonl --resume")
    -- waits for the other; if that takes long it says so
    if code == 3 then
      assert.match("out.jsonl.journal: another run is at work on it", err, 1, true)
    else
      assert.equal(2, code, err)
    end
    os.execute "sleep 1"
    local records = plain()
    shell.run(folder, CALL .. " -o out.jsonl --resume")
    assert.is_true(records == shell.read(folder .. "/out.jsonl"))
  end)

  it("asks for a file of records", function()
    for options, message in pairs {
      [""] = "--resume goes with -o FILE", ["-o out.csv"] = "--resume goes with jsonl",
      ["-o /dev/null"] = "/dev/null is no file",
    } do
      local code, _, err = shell.run(folder, CALL .. "--resume " .. options)
      assert.equal(1, code)
      assert.match(message, err, 1, true)
    end
  end)
end)
