local shell = require "spec.support.shell"

describe("jilu segment", function()
  local folder
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)

  local function segment(text, arguments)
    shell.write(folder .. "/in.txt", text)
    return shell.run(folder, shell.jilu .. " segment " .. arguments)
  end

  it("prints one segment a line, whose line ends are not the text's", function()
    assert.same({ 0, "One. \nTwo\nx\n", "" },
                { segment("One. Two\r\nx", "--unit sentence in.txt") })
    assert.same({ 0, "中\n国\na\n", "" }, { segment("中国\na", "--han split in.txt") })
    assert.same({ 0, "中国\na\n", "" }, { segment("中国\na", "--han group in.txt") })
  end)

  it("reads standard input, and counts", function()
    assert.same({ 0, "4\n", "" },
                { segment("e\u{301}中\na", "--unit grapheme --count - < in.txt") })
    assert.same({ 0, "4\n", "" },
                { segment("e\u{301}中\na", "--unit grapheme --count < in.txt") })
  end)

  it("finds Chinese words with a lexicon, and says which", function()
    shell.write(folder .. "/list.txt", "中国 9 ns\n人 5 n\n民 2\n人民 8 n\n")
    assert.equal(0, (shell.run(folder, shell.jilu .. " lexicon build -o x.lexicon list.txt")))
    assert.same({ 0, "0\t6\t中国\n7\t13\t人民\n14\t15\ta\n", "jilu: words of x.lexicon\n" },
                { segment("中国 人民\na", "--offsets --lexicon x.lexicon in.txt") })
    local code, _, message = segment("中国", "--lexicon in.txt in.txt")
    assert.equal(1, code)
    assert.matches("not a lexicon", message, 1, true)
  end)

  it("--lexicon none → words without one", function()
    assert.same({ 0, "中\n国\n", "" }, { segment("中国", "--lexicon none in.txt") })
  end)

  it("says where", function()
    assert.same({ 0, "0\t4\tOne \n4\t7\ttwo\n8\t11\t中\n", "" },
                { segment("One two\n中", "--unit line --offsets in.txt") })
  end)

  it("holds no more than a segment of a long text", function()
    local text = ("Some words, 一些字。 "):rep(20000)
    local code, output = segment(text, "--unit sentence in.txt")
    assert.equal(0, code)
    assert.equal(text, (output:gsub("\n", "")))
  end)

  it("complains of what it can't read", function()
    local code, _, message = segment("", "--han split nothing.txt")
    assert.equal(1, code)
    assert.equal("jilu: nothing.txt: No such file or directory\n", message)
    code = segment("", "--unit letter in.txt")
    assert.equal(1, code)
  end)
end)
