-- The corpus through all stages, as it is, with a byte order mark before it,
-- with CRLF, and cut off at random bytes: see spec/support/variants.lua.
-- spec/hostile/folders.lua does the same with other folders.

local lfs = require "lfs"
local shell = require "spec.support.shell"
local variants = require "spec.support.variants"

local CUTS = 6

describe("a document of the corpus in another form", function()
  for name in lfs.dir "spec/corpus" do
    if name:find "%.txt$" then
      it(name .. " → no stage fails, the same records", function()
        assert.same({}, variants.check(shell.read("spec/corpus/" .. name), CUTS))
      end)
    end
  end
end)
