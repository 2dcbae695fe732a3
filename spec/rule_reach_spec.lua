-- What rules see beside their sentence: the document, wider scopes, words,
-- places of captures; several records of a match.

local jilu = require "jilu"
local lexicon = require "spec.support.lexicon"

local function run(rule, text, options)
  rule.name = rule.name or "found"
  local pipeline = jilu.pipeline { "zones", "metadata", "outline", "facts", jilu.rule(rule) }
  local records, message, failure = pipeline:run(jilu.document(text, options))
  return records or message, failure
end

local function texts(rule, text, options)
  rule.emit = rule.emit or function() return {} end
  local list = run(rule, text, options)
  for k, record in ipairs(list) do list[k] = record.text end
  return list
end

describe("emit and where", function()
  local page = "县民政局2023年工作总结\n2023年12月5日\n\n一、救助工作\n（一）走访\n走访困难群众35户。\n"

  it("get the document: its date, path, sections", function()
    local seen
    local list = run({
      match = jilu.re "'走访' gap quantity",
      where = function(_, doc) return doc.path == "a/b.txt" end,
      emit = function(m, doc)
        local first = m[1].first
        seen = doc:sections(first)
        return { day = doc:metadata().published, section = seen[#seen].heading }
      end,
    }, page, { path = "a/b.txt" })
    assert.equal(1, #list)
    assert.equal("2023-12-05", list[1].day)
    assert.equal("走访", list[1].section)
    assert.same({ "救助工作", "走访" }, { seen[1].heading, seen[2].heading })
  end)
  it("sections before the first heading, metadata without its stage → nothing", function()
    local doc = jilu.document "走访\n35户"
    assert.same({}, doc:sections(1))
    assert.same({}, doc:metadata())
  end)
  it("emit gives a list → a record of each, none of an empty place for `where`", function()
    local list = run({
      match = jilu.re "{:a: quantity :} '和' {:b: quantity :}",
      emit = function(m) return { { n = m.a.value }, { n = m.b.value } } end,
    }, "走访3户和5人。")
    assert.same({ 3, 5 }, { list[1].n, list[2].n })
    assert.same({ "3户和5人", "3户和5人" }, { list[1].text, list[2].text })
  end)
  it("a list with a field that is not declared → a dead letter", function()
    local _, failure = run({
      match = jilu.re "quantity", fields = { { "n", "number" } },
      emit = function(m) return { { n = m[1].value }, { nn = 1 } } end,
    }, "走访3户。")
    assert.equal("found.nn: not a field of this type; its fields are n", failure.reason)
  end)
end)

describe("over", function()
  local text = "县民政局开会。走访困难群众35户。\n慰问老人12人。"
  local function of(over, match)
    return texts({ over = over, match = jilu.re(match) }, text)
  end

  it("sentence → not across 。", function()
    assert.same({}, of("sentence", "organization gap '走访'"))
    assert.same({}, of(nil, "organization gap '走访'"))
  end)
  it("paragraph → across 。, not across lines", function()
    assert.same({ "县民政局开会。走访" }, of("paragraph", "organization gap '走访'"))
    assert.same({}, of("paragraph", "organization gap '慰问'"))
  end)
  it("document → across lines; the line is the first one's", function()
    local list = run({ over = "document", match = jilu.re "'走访' gap '慰问'",
      emit = function() return {} end }, "开会。\n" .. text)
    assert.equal("走访困难群众35户。\n慰问", list[1].text)
    assert.equal(2, list[1].line)
  end)
  it("section → as far as the next heading", function()
    local page = "一、救助工作\n走访困难群众。\n看望35户。\n二、培训工作\n培训12人。\n"
    assert.same({ "走访困难群众。\n看望35户" },
      texts({ over = "section", match = jilu.re "'走访' gap quantity" }, page))
    assert.same({}, texts({ over = "section", match = jilu.re "'看望' gap '培训'" }, page))
    assert.same({ "走访困难群众。\n看望35户。\n二、培训" },
      texts({ over = "document", match = jilu.re "'走访' gap '培训'" }, page))
  end)
  it("boilerplate between lines → is passed over", function()
    local function found(match)
      local pipeline = jilu.pipeline {
        "facts", function(doc) doc.lines[2].role = "boilerplate" end,
        jilu.rule { name = "x", over = "document", match = jilu.re(match),
          emit = function() return {} end },
      }
      return #pipeline:run(jilu.document "走访\n上一篇3户\n看望5户")
    end
    assert.equal(1, found "'走访' gap '看望'")
    assert.equal(0, found "'上一篇'")
    assert.equal(1, found "quantity")
  end)
  it("an unknown scope → an error that lists them", function()
    assert.has_error(function()
      jilu.rule { name = "x", over = "page", match = jilu.re "'a'", emit = print }
    end, "bad argument #1 to 'rule' (no scope 'page'; known: document, paragraph, section, "
      .. "sentence)")
  end)
end)

describe("captures", function()
  local function m_of(match, text)
    return jilu.re(match):match(text)
  end

  it("of facts and of text → have a text and a span alike", function()
    local text = "县民政局培训5人"
    local m = m_of("{:who: organization :} {:what: '培训' :} {:n: quantity :}", text)
    for name, want in pairs { who = "县民政局", what = "培训", n = "5人" } do
      assert.equal(want, m:text(name))
      local first, last = m:span(name)
      assert.equal(want, text:sub(first, last))
    end
    assert.equal("培训", m.what)
    assert.equal(5, m.n.value)
  end)
  it("in a field → a fact's text where a string is declared, its value for a number", function()
    local list = run({
      match = jilu.re "{:who: organization :} {:what: '培训' :} {:n: quantity :}",
      fields = { { "who", "string" }, { "what", "string" }, { "n", "number" } },
      emit = function(m) return { who = m.who, what = m.what, n = m.n } end,
    }, "县民政局培训5人。")
    assert.same({ "县民政局", "培训", 5 }, { list[1].who, list[1].what, list[1].n })
  end)
  it("over residue → spans of the original", function()
    local text = "培訓(xùn)班設(shè)在機(jī)關(guān),訓(xùn)練隊(duì)伍,優(yōu)化結(jié)構(gòu),開(kāi)展5人"
    local m = m_of("{:a: '机关' :}", text)
    assert.equal("機關", m:text "a")
    local first, last = m:span "a"
    assert.equal("機(jī)關(guān)", text:sub(first, last))
  end)
  it("an optional group that is not there → nil; a misspelt one → an error", function()
    local m = m_of("{:a: '甲' :}? {:b: '乙' :}", "乙")
    assert.is_nil(m.a)
    assert.has_error(function() return m.c end, "no capture 'c'; the expression has a, b")
    assert.has_error(function() m:text "a" end,
      "bad argument #1 to 'text' (no capture 'a' in this match)")
  end)
  it("text without a name → no span", function()
    local m = m_of("{ '乙' }", "乙")
    assert.equal("乙", m[1])
    assert.equal("乙", m:text(1))
    assert.has_error(function() m:span(1) end,
      "bad argument #1 to 'span' (capture '1' is text without a name)")
  end)
end)

describe("terminals of jilu.re", function()
  local function found(match, text)
    local first, last = jilu.re(match):find(text)
    return first and text:sub(first, last)
  end
  it("char, han, letter, digit, space", function()
    assert.equal("甲é", found("char char", "甲é9"))
    assert.equal("甲乙", found("han+", "a甲乙b"))
    assert.equal("é", found("letter+", "9é9"))
    assert.equal("12", found("digit+", "甲12"))
    assert.equal(" a", found("space 'a'", "甲 a"))
    assert.is_nil(found("han", "abc"))
    assert.is_nil(found("letter", "12。"))
  end)
  it("any of {…} → the longest of the words, folded", function()
    assert.equal("培训班", found("any of {培训, 培训班}", "办培训班"))
    assert.equal("培訓", found("any of { '培训' '轮训' }", "辦培訓"))
    assert.is_nil(found("any of {培训}", "训练"))
    assert.has_error(function() jilu.re "any of { }" end,
      "bad argument #1 to 're' ('any of { }' has no word)")
  end)
  it("a nonterminal of the same name → is the user's", function()
    assert.equal("xx", found("han <- 'x' han / 'x'", "甲xx"))
  end)
  it("word, without a lexicon → words of UAX #29", function()
    assert.equal("hello world", found("word ' world'", "say hello world"))
    local m = jilu.re("{:w: word :} ' world'"):match "say hello world"
    assert.equal("hello", tostring(m.w))
    assert.is_nil(m.w.tag)
  end)
  it("word with a tag → by the document's lexicon; without one a dead letter", function()
    local words = lexicon.of "我们 100 r\n学习 100 v\n文件 100 n\n"
    local function list(match)
      return run({ match = jilu.re(match), emit = function(m) return { tag = m[1].tag } end },
        "我们学习文件。", { lexicon = words })
    end
    assert.same({ "学习", "v" }, { list("word:v")[1].text, list("word:v")[1].tag })
    assert.equal(2, #list "word:v,n")
    assert.same({}, list "word:nothing")
    local _, failure = run({ match = jilu.re "word:v", emit = function() return {} end }, "学习")
    assert.equal("words with tags need a lexicon, and the document has none", failure.reason)
  end)
end)

describe("jilu.re on any string", function()
  local re = jilu.re "{:n: quantity :} gap {:what: '培训' :}"
  it("find, match, gmatch", function()
    local text = "5人参加培训。6人培训"
    local first, last, m = re:find(text)
    assert.equal("5人参加培训", text:sub(first, last))
    assert.equal(5, m.n.value)
    assert.equal(5, re:match(text).n.value)
    local values = {}
    for i, j, each in re:gmatch(text) do
      values[#values + 1] = each.n.value
      assert.truthy(text:sub(i, j):find("培训", 1, true))
    end
    assert.same({ 5, 6 }, values)
  end)
  it("no match → nil, and no iteration", function()
    assert.is_nil(re:find "培训5人")
    assert.is_nil(re:match "")
    for _ in re:gmatch "培训" do error "no match" end
  end)
  it("a document → its facts, read where they are not there", function()
    local doc = jilu.document "5人参加培训"
    local first, last = re:find(doc)
    assert.same({ 1, #"5人参加培训" }, { first, last })
    assert.equal(doc:layer "quantity"[1], re:match(doc).n)
  end)
  it("neither → an error", function()
    assert.has_error(function() re:match(5) end,
      "bad argument #1 to 'match' (string expected, got number)")
  end)
end)

describe("jilu.field", function()
  it(":opt() → the field is left out where it is nil", function()
    local writer = require("jilu.core").writer()
    local pipeline = jilu.pipeline { "facts", jilu.rule { name = "x", match = jilu.re "quantity",
      fields = { jilu.field("a", "string"), jilu.field("b", "string"):opt() },
      emit = function() return {} end } }
    assert(pipeline:write(jilu.document "5人", writer))
    local line = writer:take()
    assert.truthy(line:find('"a":null}', 1, true), line)
    assert.is_nil(line:find('"b"', 1, true))
    assert.equal("jilu.field (b, optional)", tostring(jilu.field("b", "string"):opt()))
  end)
  it("what is no field → an error", function()
    assert.has_error(function() jilu.field(5, "string") end,
      "bad argument #1 to 'field' (string expected, got number)")
    assert.has_error(function() jilu.field "a" end,
      "bad argument #2 to 'field' (string expected, got nil)")
  end)
end)
