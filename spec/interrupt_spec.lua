-- SIGINT and SIGTERM: a run ends at once and leaves nothing half done.

local shell = require "spec.support.shell"

local ENDLESS = [[
local jilu = require "jilu"
return jilu.pipeline { function() %s end, jilu.emit { "document" } }
]]

describe("a signal", function()
  local folder

  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/a.txt", "投资2亿元。\n")
    shell.write(folder .. "/b.txt", "投资3亿元。\n")
    shell.write(folder .. "/before.jsonl", "before\n")
  end)
  after_each(function() shell.remove(folder) end)

  -- The command is stopped by one signal, and killed only if that does not end
  -- it in many seconds.
  local function stopped(signal, arguments, after)
    return shell.run(folder, ("timeout --preserve-status -k 60 -s %s %s %s %s")
      :format(signal, after or 0.5, shell.jilu, arguments))
  end

  local function left_in_folder()
    return select(2, shell.run(folder, "ls -A | grep -v '^[ab].txt$'"))
  end

  -- What each does in a stage that never ends.
  local STAGES = {
    ["a loop"] = "while true do end",
    ["a loop over pcall"] = "while true do pcall(function() while true do end end) end",
    ["a loop over xpcall with a handler"] =
      "while true do xpcall(function() while true do end end, function() return 1 end) end",
    ["a coroutine"] = "coroutine.wrap(function() while true do end end)()",
    ["a loop without hooks"] = "debug.sethook() while true do debug.sethook() end",
    ["a match of LPeg"] = [[
      local lpeg = require "lpeg"
      local p = lpeg.P { ("a" * lpeg.V(1) * "b") + ("a" * lpeg.V(1) * "c") + "a" }
      p:match(("a"):rep(60)) ]],
  }

  for name, body in pairs(STAGES) do
    it("in " .. name .. " ends the run", function()
      shell.write(folder .. "/endless.lua", ENDLESS:format(body))
      local code, out, err = stopped("INT",
        "run endless.lua a.txt b.txt -o out.jsonl --errors dead.jsonl")
      assert.equal(130, code, err)
      assert.equal("", out)
      assert.match("^jilu: interrupted after 0 [of2 ]*documents; out.jsonl is as it was, "
        .. "the same call begins again\n$", err)
      assert.equal("before.jsonl\nendless.lua\n", left_in_folder())
    end)
  end

  it("says how many documents there are, and leaves an older file as it was", function()
    shell.write(folder .. "/endless.lua", ENDLESS:format "while true do end")
    local code, _, err = stopped("TERM", "run endless.lua . -o before.jsonl")
    assert.equal(143, code)
    -- on a busy machine there may be no time to count them
    assert.match("^jilu: interrupted after 0 [of3 ]*documents; before.jsonl is as it was, "
      .. "the same call begins again\n$", err)
    assert.equal("before\n", shell.read(folder .. "/before.jsonl"))
    assert.equal("before.jsonl\nendless.lua\n", left_in_folder())
  end)

  it("leaves no file of a database", function()
    shell.write(folder .. "/endless.lua", ENDLESS:format "while true do end")
    assert.equal(130, (stopped("INT", "run endless.lua a.txt -o out.sqlite")))
    assert.equal("before.jsonl\nendless.lua\n", left_in_folder())
  end)

  it("ends commands that wait for input", function()
    for _, command in ipairs { "segment", "rollup", "run facts", "explain facts" } do
      local code, out, err = shell.run(folder,
        ("sleep 2 | timeout --preserve-status -k 60 -s INT 0.5 %s %s & wait $!")
          :format(shell.jilu, command))
      assert.equal(130, code, command .. err)
      assert.equal("", out)
      assert.match("jilu: interrupted[^\n]*\n$", err)
      assert.is_nil(err:find("traceback", 1, true))
    end
  end)

  it("at any moment leaves neither a file nor a dead letter", function()
    local text = shell.read "spec/corpus/notice.txt"
    os.execute("mkdir " .. shell.quote(folder .. "/in"))
    for k = 1, 400 do shell.write(("%s/in/%03d.txt"):format(folder, k), text) end
    for k = 1, 12 do
      local code, _, err = stopped(k % 2 == 0 and "INT" or "TERM",
        "run ledger in -o out.jsonl --errors dead.jsonl", ("%.3f"):format(0.15 + k * 0.07))
      assert.is_true(code == 130 or code == 143, err)
      assert.match("jilu: interrupted[^\n]*\n$", err)
      assert.is_nil(err:find("emit:", 1, true))
      assert.equal("before.jsonl\nin\n", left_in_folder())
    end
  end)

  it("in a pipeline that is being loaded ends the command", function()
    shell.write(folder .. "/loading.lua",
      "while true do pcall(function() while true do end end) end")
    local code, _, err = stopped("INT", "run loading.lua a.txt")
    assert.equal(130, code)
    assert.equal("jilu: interrupted\n", err)
  end)

  it("of a reader that has gone leaves no file", function()
    local code = shell.run(folder, "yes 投资2亿元。 | head -c 3000000 >big.txt; { "
      .. shell.jilu .. " run facts big.txt a.txt --errors dead.jsonl; echo $? >code; } | head -c 1 "
      .. ">/dev/null")
    assert.equal(0, code)
    assert.equal("141\n", shell.read(folder .. "/code"))
    assert.equal("before.jsonl\nbig.txt\ncode\n", left_in_folder())
  end)
end)
