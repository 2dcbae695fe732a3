-- What is taken of a folder.

local lfs = require "lfs"
local shell = require "spec.support.shell"

describe("jilu run --glob", function()
  local folder
  setup(function()
    folder = shell.folder()
    lfs.mkdir(folder .. "/d")
    lfs.mkdir(folder .. "/d/e")
    for _, name in ipairs { "a.txt", "b.md", "e/a1.txt", "e/a+txt", "e/c.dat" } do
      shell.write(folder .. "/d/" .. name, "投入2亿元。")
    end
  end)
  teardown(function() shell.remove(folder) end)

  for glob, count in pairs {
    ["*.txt"] = 2, ["a?.txt"] = 1, ["*"] = 5, ["a.txt"] = 1, ["nothing"] = 0, ["a+*"] = 1,
    ["*.[a]"] = 0,
  } do
    it(("%s → %d of 5 files"):format(glob, count), function()
      local code, out, err = shell.run(folder, shell.jilu .. " run facts d --only quantity "
        .. "--lexicon none --glob " .. shell.quote(glob))
      assert.equal(0, code, err)
      assert.equal(count, select(2, out:gsub("\n", "")))
      local left = err:match "d: (%d+) files left out by %-%-glob"
      assert.equal(count < 5 and tostring(5 - count) or nil, left)
    end)
  end

  it("a file that is named → is read whatever its name", function()
    local _, out = shell.run(folder, shell.jilu .. " run facts d/b.md --only quantity "
      .. "--lexicon none --glob '*.txt'")
    assert.equal(1, select(2, out:gsub("\n", "")))
  end)
end)
