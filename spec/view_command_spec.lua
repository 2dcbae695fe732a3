-- jilu view: one page, safe with any document. What a browser makes of it is
-- tested by make check-view.

local shell = require "spec.support.shell"

describe("jilu view", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  local function page_of(text, more)
    shell.write(folder .. "/a.txt", text)
    local code, output, complaints = shell.run(folder,
      shell.jilu .. " view ledger a.txt --lexicon none " .. (more or ""))
    assert.equal("", complaints)
    assert.equal(0, code)
    return output
  end

  it("underlines what was found, and lists it", function()
    local page = page_of "县财政局2021年投入资金1200万元。\n"
    assert.truthy(page:find('<u class="k%-quantity t1"><u class="k%-ledger t0">1200万元</u></u>'))
    assert.truthy(page:find('<tr class="go" tabindex="0" data%-n="%d+"><td>[^<]*投入资金'))
    assert.truthy(page:find('"1200万元","12000000 元 [CNY]"', 1, true))
  end)

  it("stacks annotations that overlap", function()
    local page = page_of "培训3个月。\n"
    assert.truthy(page:find(
      '<u class="k%-%a+ t2"><u class="k%-%a+ t1"><u class="k%-ledger t0">3个月</u>'))
  end)

  it("strikes out residue, with what it stands for beside it", function()
    local page = page_of "建設(shè)道路3公里，增設(shè)站點2個，設(shè)立崗位5個。\n"
    assert.truthy(page:find("<del>.-</del><ins>設</ins>"))
  end)

  it("marks numbers that nothing covers, but no markers of lists", function()
    assert.truthy(page_of "编号 77-1 的箱子。\n":find("<mark title=[^>]*>77</mark>"))
    assert.falsy(page_of "1．加强学习\n开展培训3场。\n2．加强调研\n开展调研2次。\n":find "<mark title")
  end)

  it("makes no markup of a document", function()
    local page = page_of "</script><script>alert(1)</script><b a='\"'>投入3万元&amp;\27[31m\n"
    local _, scripts = page:gsub("<script", "")
    assert.equal(2, scripts)          -- the data and our own
    assert.falsy(page:find("<b ", 1, true))
    assert.falsy(page:find("\27", 1, true))
    assert.truthy(page:find("&lt;/script&gt;", 1, true))
    assert.truthy(page:find("&amp;amp;", 1, true))
  end)

  it("lets only its own script and style run", function()
    local page = page_of "投入3万元。\n"
    assert.truthy(page:find("default-src 'none'; style-src 'sha256-", 1, true))
    assert.falsy(page:find("unsafe", 1, true))
    assert.falsy(page:find("https?://"))
    assert.falsy(page:find(" style="))
    local script = page:match "<script>(.-)</script></body>"
    local hash = io.popen(("printf %%s %s | openssl dgst -sha256 -binary | base64")
      :format(shell.quote(script))):read "l"
    assert.truthy(page:find("script-src 'sha256-" .. hash .. "'", 1, true))
  end)

  it("has an index of several documents", function()
    shell.write(folder .. "/b.txt", "投入3万元。\n")
    local code, output = shell.run(folder,
      shell.jilu .. " view facts a.txt b.txt --lexicon none")
    assert.equal(0, code)
    assert.truthy(output:find('<a href="#d2">b</a>', 1, true))
  end)

  it("keeps to the types that are wanted", function()
    local page = page_of("县财政局2021年投入资金1200万元。\n", "--only quantity")
    assert.truthy(page:find "k%-quantity")
    assert.falsy(page:find '<u class="k%-time')
  end)

  it("names a type that is unknown, and never writes over an input", function()
    local code, _, complaints = shell.run(folder,
      shell.jilu .. " view facts a.txt --only quantitys")
    assert.equal(1, code)
    assert.equal("jilu: --only: no type 'quantitys'\n", complaints)
    code, _, complaints = shell.run(folder, shell.jilu .. " view facts a.txt -o a.txt")
    assert.equal(1, code)
    assert.equal("jilu: -o a.txt: is an input too\n", complaints)
  end)

  it("is written whole or not at all", function()
    local code, _, complaints = shell.run(folder,
      shell.jilu .. " view facts a.txt -o no/such/v.html")
    assert.equal(3, code)
    assert.truthy(complaints:find("gave up", 1, true))
    assert.equal(3, (shell.run(folder, shell.jilu .. " view facts a.txt > /dev/full")))
  end)
end)
