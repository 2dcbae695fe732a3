-- The version stands in csrc/jilu.h; whatever else names it agrees.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local VERSION = shell.read "csrc/jilu.h":match '#define JILU_VERSION "([%d.]+)"'

describe("the version " .. VERSION, function()
  it("→ is what Lua says", function() assert.equal(VERSION, jilu._VERSION) end)

  it("→ is what the header says in numbers", function()
    local header, parts = shell.read "csrc/jilu.h", {}
    for _, part in ipairs { "MAJOR", "MINOR", "PATCH" } do
      parts[#parts + 1] = header:match("#define JILU_VERSION_" .. part .. " (%d+)\n")
    end
    assert.equal(VERSION, table.concat(parts, "."))
  end)

  it("→ has a rockspec, which differs from that of scm in the version and the source alone",
    function()
      local path = ("rockspec/jilu-%s-1.rockspec"):format(VERSION)
      local expected = shell.read "rockspec/jilu-scm-1.rockspec"
        :gsub('"scm%-1"', ('"%s-1"'):format(VERSION))
        :gsub('"git%+file://%."', ('"file://jilu-%s.tar.gz"'):format(VERSION))
      assert.equal(expected, shell.read(path))
    end)

  it("→ is the first one in CHANGELOG.md", function()
    assert.equal(VERSION, shell.read "CHANGELOG.md":match "\n## ([%d.]+)")
  end)
end)
