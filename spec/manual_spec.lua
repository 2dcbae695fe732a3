-- What README.md and the manual show is what happens.

local jilu = require "jilu"
local manual = require "spec.support.manual"
local shell = require "spec.support.shell"

-- Blocks in these are never run: what is shown needs root, a network or hours.
local NOT_RUN = { sh = true, text = true }

for _, page in ipairs(manual.pages) do
  describe(page, function()
    local blocks = manual.blocks(page)
    local folder
    setup(function() folder = manual.folder(blocks) end)
    teardown(function() shell.remove(folder) end)

    for _, block in ipairs(blocks) do
      local where = ("line %d"):format(block.line)
      if block.language == "console" then
        for _, command in ipairs(manual.commands(block)) do
          it(where .. ": $ " .. command[1], function()
            local printed, expected = manual.run(folder, command)
            assert.equal(expected, printed)
          end)
        end
      elseif block.language == "lua" and not manual.file_of(block) then
        it(where .. ": gives what it says", function()
          local given, expected = manual.evaluate(block, { jilu = jilu })
          assert.equal(expected, given)
        end)
      else
        it(where .. ": is a file, or says that it is not run", function()
          assert.is_true(manual.file_of(block) ~= nil or NOT_RUN[block.language] == true)
        end)
      end
    end

    it("links → lead to files that there are", function()
      local here = page:match "^(.*/)" or ""
      for target in shell.read(page):gmatch "%]%(([^)#:]+)[^)]*%)" do
        assert.is_string(shell.read(here .. target) or shell.read(here .. target .. "/README.md"),
          target)
      end
    end)
  end)
end
