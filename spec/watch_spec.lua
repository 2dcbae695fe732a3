-- jilu run --watch: a run again for each change, and the last good script where one
-- is broken.

local shell = require "spec.support.shell"

local SCRIPT = [[
local jilu = require "jilu"
return jilu.pipeline { "facts", jilu.rule { name = "seen",
  match = jilu.re "{:n: quantity :}", emit = function(m) return { n = %s } end } }
]]

describe("jilu run --watch", function()
  local folder
  before_each(function()
    folder = shell.folder()
    shell.write(folder .. "/tags.lua", SCRIPT:format "m.n.value")
    os.execute("mkdir " .. folder .. "/in")
    shell.write(folder .. "/in/a.txt", "新建桥梁3座。")
  end)
  after_each(function()
    os.execute(("cd %s && [ -f pid ] && kill $(cat pid) 2>/dev/null"):format(folder))
    shell.remove(folder)
  end)

  local function start(options)
    os.execute(("cd %s && { %s run tags.lua in --lexicon none %s > out 2> err & echo $! > pid; }")
      :format(folder, shell.jilu, options))
  end

  local function read(name) return shell.read(folder .. "/" .. name) or "" end

  -- Waits until a file is as it is wanted to be.
  local function comes(name, pattern)
    for _ = 1, 200 do
      if read(name):find(pattern) then return true end
      os.execute "sleep 0.05"
    end
    error(("%s has no %s: %s / %s"):format(name, pattern, read(name), read "err"), 2)
  end

  local function times(text) return select(2, read "err":gsub(text, "")) end

  it("runs again when an input or the script changes", function()
    start "--watch -o in/out.jsonl"
    comes("in/out.jsonl", '"n":3[,}]')
    comes("err", "watching 1 inputs; Ctrl%-C ends\n")
    shell.write(folder .. "/in/b.txt", "新建学校5所。")
    comes("in/out.jsonl", '"n":5[,}]')
    assert.is_truthy(read "in/out.jsonl":find '"n":3')
    comes("err", "watching 2 inputs")
    shell.write(folder .. "/tags.lua", SCRIPT:format "m.n.value + 100")
    comes("in/out.jsonl", '"n":103')
    shell.run(folder, "rm in/a.txt")
    comes("err", "watching 1 inputs; Ctrl%-C ends\n$")
    comes("in/out.jsonl", '^[^\n]*"n":105[^\n]*\n$')
    local before = times "watching"
    os.execute "sleep 1"
    assert.equal(before, times "watching")
    assert.equal("b.txt\nout.jsonl\n", select(2, shell.run(folder .. "/in", "ls -A")))
  end)

  it("keeps the last good script, and shows the line of a broken one", function()
    start "--watch -o out.jsonl"
    comes("out.jsonl", '"n":3')
    shell.write(folder .. "/tags.lua", (SCRIPT:format "m.n."))
    comes("err", "jilu: tags%.lua:3: .-; the last good one goes on\n")
    shell.write(folder .. "/in/b.txt", "新建学校5所。")
    comes("out.jsonl", '"n":5')
    shell.write(folder .. "/tags.lua", (SCRIPT:format "7"))
    comes("out.jsonl", '"n":7')
  end)

  it("begins with a broken script, too, and sees the modules of a script", function()
    shell.write(folder .. "/tags.lua", 'local t = require "mine" return\n'
      .. '  require "jilu".pipeline { "facts" t }')
    shell.write(folder .. "/mine.lua", "return 1")
    start "--watch -o out.jsonl"
    comes("err", "jilu: tags%.lua:2: .-\njilu: watching 1 inputs")
    shell.write(folder .. "/tags.lua", 'package.path = "./?.lua;" .. package.path\n'
      .. 'local n = require "mine"\n' .. SCRIPT:format "n")
    comes("out.jsonl", '"n":1[,}]')
    shell.write(folder .. "/mine.lua", "return 2")
    comes("out.jsonl", '"n":2[,}]')
  end)

  it("ends by a signal, and leaves nothing behind", function()
    start "--watch"
    comes("out", '"n":3')
    comes("err", "Ctrl%-C ends\n")
    local _, out = shell.run(folder, "kill -TERM $(cat pid); tail --pid=$(cat pid) -f /dev/null; "
      .. "ls -A")
    assert.equal("err\nin\nout\npid\ntags.lua\n", out)
    assert.is_nil(read "err":find "error")
  end)

  it("goes with files alone", function()
    for options, message in pairs {
      ["- --watch"] = "not with standard input", ["in --watch --resume -o x.jsonl"] = "--resume",
      ["--watch"] = "goes with files and folders",
    } do
      local code, _, err = shell.run(folder,
        shell.jilu .. " run tags.lua " .. options .. " < /dev/null")
      assert.equal(1, code)
      assert.match(message, err, 1, true)
    end
  end)
end)
