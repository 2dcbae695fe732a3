local collector = require "jilu.cli.collector"
local shell = require "spec.support.shell"

describe("the collector of a run", function()
  local mode

  before_each(function() mode = collectgarbage "incremental" end)

  after_each(function()
    collectgarbage "restart"
    collectgarbage(mode)
  end)

  local function litter(kilobytes)
    for _ = 1, kilobytes do local _ = ("x"):rep(1000) .. _ end
  end

  it("rests while a document is worked on, and collects what it left", function()
    local c = collector.new()
    c:before()
    local count = collectgarbage "count"
    litter(1000)
    assert.is_true(collectgarbage "count" > count + 900)
    c:after()
    assert.is_true(collectgarbage "count" < count + 100)
  end)

  it("waits for the garbage of several small documents", function()
    local c = collector.new()
    c:before()
    litter(100)
    local count = collectgarbage "count"
    c:after()
    assert.is_true(collectgarbage "count" >= count)
  end)

  it("leaves a document that makes much garbage to Lua", function()
    local pipe = assert(io.popen("lua5.4 -e " .. shell.quote [[
      local c, most = require("jilu.cli.collector").new(), 0
      c:before()
      for k = 1, 30000 do
        local _ = ("%d "):format(k):rep(2000)            -- 300 MB in all
        most = math.max(most, collectgarbage "count")
      end
      c:after()
      print(math.floor(most), collectgarbage "isrunning")
    ]]))
    local most, running = pipe:read("n", "l")
    pipe:close()
    assert.is_true(most > 60000 and most < 150000, most)
    assert.equal("\tfalse", running)
  end)

  -- In a process of its own, which holds little else.
  it("frees what grew old and went", function()
    local pipe = assert(io.popen("lua5.4 -e " .. shell.quote [[
      local c, most = require("jilu.cli.collector").new(), 0
      for _ = 1, 20 do
        local kept = {}                        -- over three collections, then no more
        for k = 1, 3 do
          c:before()
          for n = 1, 1000 do kept[#kept + 1] = ("%d "):format(k * 1000 + n):rep(200) end
          c:after()
        end
        most = math.max(most, collectgarbage "count")
      end
      print(math.floor(most))
    ]]))
    local most = pipe:read "n"
    pipe:close()
    assert.is_true(most > 2000 and most < 20000)             -- of 60000 that there were
  end)
end)
