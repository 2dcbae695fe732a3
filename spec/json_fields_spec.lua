-- Fields of JSON Lines: what --map names, and what is said where it can't.

local cjson = require "cjson"
local shell = require "spec.support.shell"

describe("jilu run --map", function()
  local folder
  setup(function() folder = shell.folder() end)
  teardown(function() shell.remove(folder) end)

  local function run(text, options)
    shell.write(folder .. "/in.jsonl", text)
    local code, out, err = shell.run(folder, shell.jilu .. " run ledger in.jsonl --lexicon none "
      .. (options or ""))
    local list = {}
    for line in out:gmatch "[^\n]+" do list[#list + 1] = cjson.decode(line) end
    return list, err, code
  end

  local function of_type(list, kind)
    local found = {}
    for _, record in ipairs(list) do
      if record.type == kind then found[#found + 1] = record end
    end
    return found
  end

  local OBJECT = '{"guid":"g1","content":"去年投入资金200万元。","pub_time":"2019-10-15 14:33:00",'
    .. '"title":"某市工作","link":"http://example.org/a","by":{"who":["张三","李四"]}}\n'
  local MAP = "--map text=content,date=pub_time,title=title,url=link,id=guid,author=by.who"

  it("every field → the record's, and what is read by the date", function()
    local list, err, code = run(OBJECT, MAP)
    assert.equal(0, code, err)
    local doc = of_type(list, "document")[1]
    assert.equal("g1", doc.doc)
    assert.equal("某市工作", doc.title)
    assert.equal("2019-10-15T14:33", doc.published)
    assert.equal("input", doc.published_basis)
    assert.equal("http://example.org/a", doc.url)
    assert.same({ "张三", "李四" }, doc.authors)
    assert.equal("2018", of_type(list, "ledger")[1].time)
  end)

  it("a byte order mark before the first line → no part of it", function()
    local list = run("\239\187\191" .. OBJECT, MAP)
    assert.equal("g1", list[1].doc)
  end)

  it("a nested text, a list of strings, an item of a list → the text", function()
    local list = run('{"a":{"text":"投入2亿元。"}}\n', "--only quantity --map text=a.text")
    assert.equal("2亿元", list[1].text)
    list = run('{"a":["第一行。","投入2亿元。"]}\n', "--only quantity --map text=a")
    assert.equal(2, list[1].line)
    list = run('{"a":[{"b":"投入2亿元。"}]}\n', "--only quantity --map text=a.1.b")
    assert.equal("2亿元", list[1].text)
    list = run('{"a.b":"投入2亿元。"}\n', "--only quantity --map text=a.b")
    assert.equal("2亿元", list[1].text)
  end)

  it("an array of objects on a line → a document each", function()
    local list = run('[{"text":"投入2亿元。"},{"text":"投入3亿元。"}]\n', "--only quantity")
    assert.equal(2, #list)
    assert.not_equal(list[1].doc, list[2].doc)
  end)

  it("a text that is not there → a dead letter that lists the fields", function()
    local _, err, code = run('{"body":{"x":"a"},"id":"7"}\n', "--map text=content")
    assert.equal(2, code)
    assert.match("no text in its field 'content'; its fields: body.x, id", err, 1, true)
  end)

  it("another field that is not there → told once, and the record is null", function()
    local list, err, code = run('{"text":"a"}\n{"text":"b"}\n', "--map date=pub_time")
    assert.equal(0, code)
    local _, count = err:gsub("without the field 'pub_time'; its fields: text", "")
    assert.equal(1, count)
    assert.equal(cjson.null, of_type(list, "document")[1].published)
  end)

  it("what is no date → none", function()
    for _, value in ipairs { '"soon"', "1571121180", '"2019-02-31"', '["2019-01-01"]' } do
      local list = run(('{"text":"a","date":%s}\n'):format(value))
      assert.equal(cjson.null, of_type(list, "document")[1].published, value)
    end
    local list = run '{"text":"a","date":"2019-10-15T00:00:00Z"}\n'
    assert.equal("2019-10-15", of_type(list, "document")[1].published)
  end)

  it("a key that there is not → an error with those that there are", function()
    local _, err, code = run(OBJECT, "--map body=content")
    assert.equal(1, code)
    assert.match("keys: author, date, id, source, text, title, url", err, 1, true)
  end)
end)
