-- What the line on standard error says, by a clock that the spec turns.
-- luacheck: ignore 122

local core = require "jilu.core"
local files = require "jilu.record.sources.files"
local progress = require "jilu.cli.progress"
local shell = require "spec.support.shell"

describe("the progress line", function()
  local clock, stderr, now, said = core.clock, io.stderr, 0, nil

  before_each(function()
    now, said = 0, {}
    core.clock = function() return now end
    io.stderr = { write = function(_, ...) said[#said + 1] = table.concat { ... } end }
  end)
  after_each(function() core.clock, io.stderr = clock, stderr end)

  local function line_after(seconds, position, size, waiting)
    local one = progress("always", {
      position = function() return position end, size = function() return size end,
    })
    now = now + seconds
    one:show(3, 1, 2e6, waiting)
    return said[#said]
  end

  it("says how far the run is and what is left", function()
    assert.equal("\r3 documents, 1 dead letters, 2.0 MB, 0.2 MB/s, 30 s left\27[K",
      line_after(10, 25, 100))
    assert.match(", 17 min left\27", line_after(10, 1, 100))
    assert.match(", 2 h 47 min left\27", line_after(10, 1, 1000))
  end)

  it("counts what is read and not done as left", function()
    assert.match(", 80 s left\27", line_after(10, 25, 90, 15))
  end)

  it("guesses nothing before there is something to go by", function()
    assert.equal("\r3 documents, 1 dead letters, 2.0 MB, 2.0 MB/s\27[K", line_after(1, 25, 100))
    assert.is_nil(line_after(10, 25, nil):find "left")
    assert.is_nil(line_after(10, 25, 100, 25):find "left")
  end)

  it("goes by the bytes of the files, read whole or in part", function()
    core.clock = clock
    local folder = shell.folder()
    for k = 1, 3 do shell.write(folder .. "/" .. k .. ".txt", ("x"):rep(1000 * k)) end
    assert.equal(6000, files.size({ folder }, clock() + 60))
    assert.equal(5000, files.size({ folder .. "/2.txt", folder .. "/3.txt" }, clock() + 60))
    assert.is_nil(files.size({ folder, "-" }, clock() + 60))
    assert.is_nil(files.size({ folder }, clock() - 1))
    local before = files.position()
    assert.equal(2000, #files.read(folder .. "/2.txt"))
    assert.equal(before + 2000, files.position())
    local file = files.open(folder .. "/3.txt")
    file:read(700)
    assert.equal(before + 2700, files.position())
    file:close()
    assert.equal(before + 5000, files.position())
    shell.remove(folder)
  end)
end)
