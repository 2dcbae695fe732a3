-- HTML is read through its tags, and every place is bytes of the page.

local cjson = require "cjson"
local core = require "jilu.core"
local jilu = require "jilu"
local pages = require "spec.support.pages"
local shell = require "spec.support.shell"

local function text_of(bytes) return (core.html(bytes)) end

local PIPELINE = jilu.pipeline { "repair", "zones", "metadata", "outline", "facts",
  jilu.emit { "document", "line", "section", "quantity", "time", "organization" } }

local function records(doc)
  local writer = core.writer()
  local written, failure = PIPELINE:write(doc, writer)
  if not written then
    assert.match("^not UTF%-8", failure.reason)
    return {}
  end
  local list = {}
  for line in writer:take():gmatch "[^\n]+" do list[#list + 1] = cjson.decode(line) end
  return list
end

local function without_blanks(text)
  return (text:gsub("[ \t\n\r]", ""):gsub("\194\160", ""))
end

-- Each record's place cut out of the bytes and read is its text.
local function check(bytes, options)
  options.from = "html"
  local doc = jilu.document(bytes, options)
  local encoding = doc.encoding and doc.encoding.name
  for _, record in ipairs(records(doc)) do
    if record.start then
      assert.is_true(record.start <= record["end"] and record["end"] <= #bytes)
      local cut = bytes:sub(record.start + 1, record["end"])
      if encoding then cut = jilu.decode(cut, encoding) end
      assert.equal(without_blanks(core.repair(record.text)),
        without_blanks(core.repair(text_of(cut))), bytes)
    end
  end
  doc:close()
end

describe("marks in the text of a page", function()
  it("escaped tags and marks of Markdown → text, in no way read again", function()
    local bytes = "<p>标签&lt;b&gt;用于**加粗**，#话题&lt;br&gt;与[链接](http://a.cn)共35项。</p>"
    local doc = jilu.document(bytes, { from = "html" })
    assert.equal("标签<b>用于**加粗**,#话题<br>与[链接](http://a.cn)共35项。", doc.folded)
    assert.equal(0, doc.view:repair_count())
    assert.equal("35项", doc:text(doc:facts("quantity")[1]))
    check(bytes, {})
  end)
  it("pinyin behind characters → residue as in any text", function()
    local doc = jilu.document("<p>設(shè)備12台</p>", { from = "html", residue = "cut" })
    assert.equal("设备12台", doc.folded)
  end)
  it("tags in a text, → markup, as ever", function()
    assert.is_true(jilu.document("标签<b>加粗</b>共35项。").view:repair_count() > 0)
  end)
end)

describe("the text of a page", function()
  for html, text in pairs {
    ["<p>一<p>二"] = "一\n二", ["a<br>b<br/>c"] = "a\nb\nc", ["a <b>b</b>c"] = "a bc",
    ["<ul><li>一<li>二</ul>三"] = "一\n二\n三", ["&lt;p&gt; &amp;amp; &#20803;&#x5143;"] = "<p> &amp; 元元",
    ["&copy2023 &notit; &nbsp;x &#128;"] = "©2023 ¬it; x €", ["x < 3 & y > 4"] = "x < 3 & y > 4",
    ["<table><tr><td>a</td><td><p>b</p></td></tr><tr><td><td>c</table>d"] =
      "a\tb\n\tc\nd",
    ["a<script>x</p>'</script >b<style>c"] = "ab", ["<div hidden>a<div>b</div>c</div>d"] = "d",
    ["<span style='color:red; DISPLAY : none'>a<span>b</span>c</span>d"] = "d",
    ["<pre>a  b\n c</pre>"] = "a b\nc", ["2023\n年"] = "2023 年", ["中\n  国"] = "中国",
    ["a\n b"] = "a b",
    ["<h1>a</h3>b"] = "ab", ["</p>a</div>b"] = "ab", ["a<!-- <p> -->b<!-->c-->d"] = "abc-->d",
    ["<p>a</body></html><html><body><p>b"] = "a\nb", ["<a href='>'>x</a>"] = "x", [""] = "",
    ["<title>a</title><textarea><p>b</textarea>c"] = "c", ["a<![CDATA[x]]>b<?php ?>c"] = "abc",
    ["<div><b>a</div>b</b>c"] = "a\nbc", ["<td>a<td>b"] = "a\tb", ["\239\187\191<p>a"] = "a",
  } do
    it(html .. " → " .. text, function() assert.equal(text, text_of(html)) end)
  end

  it("every character → the bytes it was made of", function()
    for number = 1, 60 do
      local bytes = pages.page(number)
      local text, map = core.html(bytes)
      local behind = 1
      for at, character in text:gmatch "()([%z\1-\127\194-\244][\128-\191]*)" do
        local first, last = map:source(at, at + #character - 1)
        assert.is_true(first >= behind)
        behind = last + 1
        local cut = bytes:sub(first, last)
        if not character:find "[ \t\n]" then assert.equal(character, text_of(cut)) end
      end
    end
  end)
end)

describe("records of a page", function()
  it("60 pages → the places are those of the texts, in UTF-8 and in GB18030", function()
    local folder = shell.folder()
    for number = 1, 60 do
      local page = pages.page(number)
      check(page, {})
      if number % 6 == 0 then
        shell.write(folder .. "/page", page)
        check(select(2, shell.run(folder, "iconv -t gb18030 page")), { encoding = "gb18030" })
      end
    end
    shell.remove(folder)
  end)

  it("pages with damage → the same", function()
    for number = 1, 60 do
      local page = pages.page(number)
      for _ = 1, 4 do check(pages.damage(page), {}) end
    end
  end)

  it("a page → its title, date and text, and menus that are none", function()
    local page = [[<html><head><title>某市召开水利会议-某市政府</title>
<meta name="PubDate" content="2023-03-05 10:20:00"><link rel=canonical href="http://a.cn/b">
<meta property="article:author" content="王五"></head>
<body><div class=top-nav><a href=/>首页</a> <a href=/a>政务公开</a></div><h1>某市召开水利会议</h1>
<p>3月4日，某市召开水利会议。会议指出，去年某市水利局新建水库3座。</p><h2>一、主要成绩</h2>
<p>建成堤防35公里，比上年增长12%。</p><table><tr><td>水库</td><td>3座</td></tr></table>
<div class=related><ul><li><a href=1>某县开展河道清理工作</a></ul></div><footer>某公司承办</footer>]]
    local found = {}
    for _, record in ipairs(records(jilu.document(page, { from = "html" }))) do
      if record.type == "line" then found[record.text] = record.role end
      if record.type == "document" then found.document = record end
      if record.type == "time" and record.text == "去年" then found.year = record.value end
    end
    assert.equal("某市召开水利会议", found.document.title)
    assert.equal("2023-03-05T10:20", found.document.published)
    assert.equal("meta", found.document.published_basis)
    assert.equal("http://a.cn/b", found.document.url)
    assert.same({ "王五" }, found.document.authors)
    assert.equal("2022", found.year)
    assert.equal("title", found["某市召开水利会议"])
    assert.equal("heading", found["一、主要成绩"])
    assert.equal("paragraph", found["水库\t3座"])
    for _, text in ipairs { "首页 政务公开", "某县开展河道清理工作", "某公司承办" } do
      assert.equal("boilerplate", found[text], text)
    end
  end)

  it("dates of Open Graph and JSON-LD → the date; what is none → null", function()
    local function published(head)
      return records(jilu.document(head .. "<p>一段文字。", { from = "html" }))[1].published
    end
    assert.equal("2023-03-05T10:20",
      published '<meta property="article:published_time" content="2023-03-05T10:20:00+08:00">')
    assert.equal("2023-03-05", published [[<script type="application/ld+json">
      {"@graph":[{"@type":"NewsArticle","datePublished":"2023-03-05"}]}</script>]])
    assert.equal(cjson.null, published '<meta name="pubdate" content="soon">')
    assert.equal(cjson.null, published '<script type="application/ld+json">{"a":</script>')
  end)
end)

describe("hostile HTML", function()
  local forms = {
    ["<div>x"] = true, ["<b><p>x"] = true, ["</p></b></td>"] = true, ["<table><tr><td>x"] = true,
    ["<!--"] = true, ["<a b=\""] = true, ["&CounterClockwiseContourIntegra"] = true,
    ["<script>"] = true, ["<span hidden>"] = true, ["<ul><li>x"] = true, ["<"] = true,
  }
  for form in pairs(forms) do
    it("100,000 " .. form .. " → linear", function()
      local function seconds(count)
        local page = ("<div>"):rep(count) .. form:rep(count)
        local least = math.huge
        for _ = 1, 3 do
          local begin = os.clock()
          core.html(page)
          least = math.min(least, os.clock() - begin)
        end
        return least
      end
      assert.is_true(seconds(100000) < 20 * (seconds(25000) + 0.005))
    end)
  end
end)

describe("jilu run on pages", function()
  it("a suffix or the first bytes → HTML, and a guess is told", function()
    local folder = shell.folder()
    local page = "<!DOCTYPE html>\n<html><body><p>投入2亿元。</body></html>"
    shell.write(folder .. "/a.html", page)
    shell.write(folder .. "/b.dat", page)
    shell.write(folder .. "/c.txt", "投入2亿元。<b>")
    local run = shell.jilu .. " run facts --only quantity --lexicon none "
    local _, out, err = shell.run(folder, run .. "a.html b.dat c.txt")
    local _, count = out:gsub('"start":34,"end":38', "")
    assert.equal(0, count)
    _, count = out:gsub('"start":37,"end":44', "")
    assert.equal(2, count, out)
    assert.match("b.dat: read as HTML by its first bytes", err, 1, true)
    assert.is_nil(err:find("a.html: read as", 1, true))
    _, out = shell.run(folder, run .. "b.dat --from text")
    assert.is_truthy(out:find('"quantity"', 1, true))
    shell.remove(folder)
  end)
end)
