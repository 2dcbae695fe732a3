-- Texts of more lines than a page has (LINES_MAX, and one for every LINE_BYTES):
-- their lines are made when they are asked for, so that short ones cost no more
-- memory than long ones.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local MEGABYTE = 1024 * 1024

-- Prints the most memory that reading a text took, in kilobytes.
local MEASURE = [[
local jilu = require "jilu"
local line, size = arg[1]:gsub("N", "\n"), tonumber(arg[2])
local doc = jilu.document(line:rep(math.floor(size / #line)))
assert(jilu.load "ledger":write(doc, require "jilu.core".writer()))
for status in io.lines "/proc/self/status" do
  local peak = status:match "VmHWM:%s*(%d+)"
  if peak then print(peak, #doc.lines) end
end
]]

describe("a document of 8 MB of short lines", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/measure.lua", MEASURE)
  end)
  teardown(function() shell.remove(folder) end)

  -- Sanitizers keep what is freed.
  local is_plain = not (os.getenv "LD_PRELOAD" or ""):find "asan"

  for name, line in pairs { ["blank lines"] = "N", ["lines of one letter"] = "aN",
    ["lines of a carriage return"] = "\rN", ["lines of a number"] = "12N",
    ["as many lines as a page has"] = ("a"):rep(63) .. "N" } do
    it(name .. " → is read, in 16 times its size at most", function()
      local code, output, complaints = shell.run(folder,
        ("lua5.4 measure.lua %s %d"):format(shell.quote(line), 8 * MEGABYTE))
      assert.equal(0, code, complaints)
      local peak, lines = output:match "^(%d+)%s+(%d+)"
      assert.equal(math.floor(8 * MEGABYTE / #line) + 1, tonumber(lines))
      assert.is_true(not is_plain or tonumber(peak) * 1024 <= 16 * 8 * MEGABYTE, output)
    end)
  end

  it("in a run → its facts, no dead letter, and a word that it is no page", function()
    shell.write(folder .. "/a.txt", ("\n"):rep(8 * MEGABYTE) .. "3个")
    shell.write(folder .. "/b.txt", "3个")
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " run facts --lexicon none --only quantity a.txt b.txt")
    assert.equal(0, code, complaints)
    assert.truthy(output:find('"doc":"a","start":8388608,"end":8388612,"text":"3个","line":8388609',
      1, true), output)
    assert.truthy(output:find('"doc":"b"', 1, true))
    assert.truthy(complaints:find("a.txt: 8388609 lines, too many for a page", 1, true))
  end)
end)

describe("a document of more lines than a page has", function()
  local many = ("\n"):rep(140000)
  local text = many .. "  培训3个 \r\n" .. many

  it("its lines → those of a page, made when they are asked for", function()
    local doc = jilu.document(text)
    assert.is_true(doc.too_many_lines)
    assert.equal(280002, #doc.lines)
    local line = doc.lines[140001]
    assert.same({ "  培训3个 ", 140001, 140013, 3, 12 },
      { line.text, line.first, line.last, line.i, line.j })
    assert.same(line, doc:line_of(140005))
    assert.is_nil(doc.lines[0])
    assert.is_nil(doc.lines[280003])
    assert.is_nil(doc.lines.x)
    local count = 0
    for number, one in ipairs(doc.lines) do
      count = count + 1
      assert(one.number == number)
    end
    assert.equal(280002, count)
    doc:close()
    assert.match("280002 lines", tostring(doc))
    assert.is_false(jilu.document("3个\n").too_many_lines)
  end)
  it("rules and facts → as in a page; roles → none", function()
    local pipeline = jilu.pipeline { "repair", "zones", "metadata", "outline", "facts", "phrases",
      "frameworks", "checks", "ledger", jilu.rule { name = "course",
        match = jilu.re "'培训' {:q: quantity :}", emit = function(m) return { n = m.q.value } end },
      jilu.emit { "document", "line", "quantity" } }
    local records = assert(pipeline:run(jilu.document(text)))
    local found = {}
    for k, record in ipairs(records) do found[k] = record.type end
    assert.same({ "course", "document", "quantity" }, found)
    assert.same({ 140008, 140012 }, { records[3].start, records[3]["end"] })
  end)
end)
