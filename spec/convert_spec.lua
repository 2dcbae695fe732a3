-- --convert: documents that a program of the user's makes text of.

local cjson = require "cjson"
local shell = require "spec.support.shell"

local TEXT = "去年投入资金200万元。\n"

describe("--convert", function()
  local folder
  setup(function()
    folder = shell.folder()
    shell.write(folder .. "/a.abc", "xx" .. TEXT)
    shell.write(folder .. "/b.txt", TEXT)
    shell.write(folder .. "/page.abc", "xx<!DOCTYPE html><p>去年投入资金<b>200</b>万元。</p>")
    shell.write(folder .. "/upper.sh", "#!/bin/sh\ntail -c +3\n")
    shell.write(folder .. "/report.pdf", "%PDF-1.4\n1 0 obj\n")
    shell.write(folder .. "/report.docx", "PK\3\4xxxx")
    shell.run(folder, "chmod +x upper.sh; gzip -k a.abc; tar cf t.tar a.abc b.txt")
  end)
  teardown(function() shell.remove(folder) end)

  local function run(call, only)
    local code, out, err = shell.run(folder, ("%s run facts --lexicon none --only %s %s")
      :format(shell.jilu, only or "quantity", call))
    local records = {}
    for line in out:gmatch "[^\n]+" do records[#records + 1] = cjson.decode(line) end
    return records, err, code
  end

  for name, files in pairs { ["a file"] = "a.abc", ["a compressed file"] = "a.abc.gz",
    ["workers"] = "-j 2 a.abc", ["a suffix in capitals"] = "A.ABC" } do
    it(name .. " → read as what the program gives, positions are of that", function()
      shell.write(folder .. "/A.ABC", "xx" .. TEXT)
      local records, err, code = run("--convert 'abc=tail -c +3' " .. files)
      assert.equal(0, code, err)
      assert.equal(1, #records)
      assert.same({ "200万元", 18, 27 }, { records[1].text, records[1].start, records[1]["end"] })
    end)
  end

  it("a member of an archive → converted, the other as it is", function()
    local records = run "--convert 'abc=tail -c +3' t.tar"
    assert.same({ "200万元", "200万元" }, { records[1].text, records[2].text })
  end)
  it("a path with a slash; quotes; no shell", function()
    assert.equal(1, #run "--convert 'abc=./upper.sh' a.abc")
    assert.equal(1, #run [[--convert 'abc=sh -c "tail -c +3 | cat"' a.abc]])
    local _, err, code = run [[--convert 'abc=tail -c +3 | cat > made.txt' a.abc]]
    assert.equal(2, code)
    assert.matches("converter tail: exit code 1: ", err, 1, true)
    assert.is_nil(io.open(folder .. "/made.txt"))
  end)
  it("HTML that it gives → read as HTML", function()
    local records, err = run "--convert 'abc=tail -c +3' page.abc"
    assert.matches("read as HTML by its first bytes", err, 1, true)
    assert.same({ "200万元", 39, 52 }, { records[1].text, records[1].start, records[1]["end"] })
  end)
  it("the document record → says so; bytes and sha256 are those of the file", function()
    local code, out = shell.run(folder, shell.jilu
      .. " run ledger --only document --convert '.ABC=tail  -c +3' a.abc")
    assert.equal(0, code)
    local record = cjson.decode(out)
    assert.equal("tail  -c +3", record.converter)
    assert.equal(2 + #TEXT, record.bytes)
    assert.equal(require("jilu.core").sha256("xx" .. TEXT), record.sha256)
  end)

  for command, reason in pairs {
    ["no-such-program -x"] = "converter no-such-program: No such file or directory",
    ["sh -c 'echo bad page >&2; exit 3'"] = "converter sh: exit code 3: bad page",
    ["sh -c 'kill -9 $$'"] = "converter sh: was ended by signal 9",
  } do
    it(command .. " → a dead letter with its message, the other file is read", function()
      for _, workers in ipairs { "", "-j 2 " } do
        local records, err, code = run(('%s--convert "abc=%s" a.abc b.txt')
          :format(workers, (command:gsub("%$", "\\$"))))
        assert.equal(2, code)
        assert.matches(reason, err, 1, true)
        assert.equal(1, #records)
      end
    end)
  end
  it("much text through a program that reads and writes at once → all of it", function()
    shell.write(folder .. "/large.abc", TEXT:rep(30000))
    local records, err = run "--convert 'abc=cat' large.abc"
    assert.equal(30000, #records, err)
  end)
  it("a program that reads nothing of its input → what it gives", function()
    shell.write(folder .. "/large.abc", TEXT:rep(30000))
    assert.equal(1, #run("--convert 'abc=echo 投入3亿元。' large.abc"))
  end)
  it("a program that never ends → --timeout ends it", function()
    local _, err, code = run "-j 2 --timeout 1 --convert 'abc=sleep 60' a.abc b.txt"
    assert.equal(2, code)
    assert.matches("1 s", err, 1, true)
  end)

  for value, reason in pairs { ["pdf"] = "no SUFFIX=COMMAND", ["pdf="] = "no command",
    ["pdf=a 'b"] = "a quote without its end" } do
    it(value .. " → the call is wrong", function()
      local _, err, code = run(('--convert "%s" b.txt'):format(value))
      assert.equal(1, code)
      assert.matches(reason, err, 1, true)
    end)
  end
  it("PDF or DOCX without a converter → a dead letter that names one", function()
    local _, err, code = run "report.pdf report.docx b.txt"
    assert.equal(2, code)
    assert.matches("is no text but PDF; --convert 'pdf=pdftotext -layout - -' reads it", err, 1,
      true)
    assert.matches("is no text but DOCX; --convert 'docx=pandoc", err, 1, true)
  end)
end)
