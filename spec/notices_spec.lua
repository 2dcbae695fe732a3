-- What is told of inputs that are probably not what they are read as: once a run.

local mojibake = require "jilu.input.mojibake"
local shell = require "spec.support.shell"

describe("a notice", function()
  local folder, text
  setup(function()
    folder, text = shell.folder(), shell.read "spec/corpus/minutes.txt"
    shell.write(folder .. "/utf8", text)
    for name, codes in pairs { latin = "-f ISO-8859-1 -t UTF-8", gbk = "-c -f GB18030 -t UTF-8",
      guess = "-f UTF-8 -t GB18030" } do
      for k = 1, 4 do
        shell.run(folder, ("iconv %s utf8 > %s%d.txt"):format(codes, name, k))
      end
    end
    for k = 1, 4 do
      shell.write(folder .. "/page" .. k, "<!DOCTYPE html><p>去年投入资金200万元。")
      shell.write(folder .. "/json" .. k, '{"text":"去年投入资金200万元。"}\n')
    end
  end)
  teardown(function() shell.remove(folder) end)

  for name, words in pairs {
    latin = "looks like UTF-8 that was read as ISO-8859-1", gbk = "that was read as GB18030",
    guess = "encoding guessed: GB18030", page = "read as HTML by its first bytes",
    json = "looks like JSON and is read as text",
  } do
    for _, workers in ipairs { "", "-j 3 " } do
      it(("%s %s→ once a run"):format(name, workers), function()
        local code, _, err = shell.run(folder, ("%s run facts --lexicon none %s %s*")
          :format(shell.jilu, workers, name))
        assert.equal(0, code, err)
        local _, count = err:gsub(words:gsub("%p", "%%%0"), "")
        assert.equal(1, count, err)
      end)
    end
  end

  it("text that was not read wrongly → no notice of it", function()
    for _, words in ipairs {
      text, "", "In 2019 they gave 3 million.", "é",
      ("Les députés réunis à Genève ont été élus. "):rep(30),
      ("Größe und Änderung für Öl, ç, è, ê, ë. "):rep(30), ("北京市朝阳区，鐨字与銆字、锛字。"):rep(20),
      ("äöå é è "):rep(50), "\228\184", ("\255\254"):rep(100),
    } do
      assert.is_nil(mojibake.of(words), words)
    end
  end)
end)
