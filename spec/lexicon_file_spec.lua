-- The file of a lexicon: one layout on all machines (make check-machines runs
-- some), and read where it can't be mapped.

local build = require "jilu.lexicon.build"
local c_host = require "spec.support.c_host"
local shell = require "spec.support.shell"

describe("the file of a lexicon", function()
  local folder, image
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/words.txt", "研究 300 vn\n生命 120 n\n起源 40 n\n的 5000 uj\n")
    image = assert(build.compile { folder .. "/words.txt" })
    shell.write(folder .. "/lexicon", image)
  end)
  teardown(function() shell.remove(folder) end)

  it("any machine → little-endian numbers at the places that image.h says", function()
    local function u32(at) return (string.unpack("<I4", image, at + 1)) end
    assert.equal("\x89jlx", image:sub(1, 4))
    assert.equal(#image, (string.unpack("<I8", image, 9)))
    assert.equal(192, u32(16))             -- where the first section begins
    assert.equal(0, u32(164))              -- padding, so that what follows is aligned
    local total = string.unpack("<d", image, 169)
    assert.is_true(total > 5000 and total < 10000, tostring(total))
  end)

  it("a system without mmap → the same words", function()
    local text = "研究生命的起源"
    shell.write(folder .. "/text", text)
    local mapped = c_host.compile(folder, "words")
    local _, expected = shell.run(folder, mapped .. " lexicon < text")
    assert.equal("研究\n生命\n的\n起源\n", expected)
    local read = c_host.compile(folder, "words", "-DJILU_NO_MMAP csrc/lexicon/image_file.c")
    local code, output = shell.run(folder, read .. " lexicon < text")
    assert.equal(0, code)
    assert.equal(expected, output)
  end)
end)
