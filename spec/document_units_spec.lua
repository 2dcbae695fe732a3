-- Sentences, words and clauses of a document, for stages and rules of users.

local jilu = require "jilu"
local lexicon = require "spec.support.lexicon"

local function texts(list)
  local out = {}
  for k, one in ipairs(list) do out[k] = one.text end
  return out
end

-- Every place is one of the original.
local function check_places(doc, list)
  for _, one in ipairs(list) do
    assert.equal(one.text, doc:norm(one.first, one.last))
    assert.equal(doc:line_of(one.first).number, one.line)
  end
end

describe("doc:sentences", function()
  it("several lines → the sentences of each, with their places", function()
    local doc = jilu.document "开会。走访35户。\n培训５人"
    local list = doc:sentences()
    assert.same({ "开会。", "走访35户。", "培训５人" }, texts(list))
    assert.same({ "sentence", 1, 2 }, { list[1].type, list[2].line, list[3].line })
    check_places(doc, list)
  end)
  it("a part → the sentences of that part, cut at its borders", function()
    local doc = jilu.document "开会。走访35户。\n培训"
    assert.same({ "访35户。" }, texts(doc:sentences { first = 13, last = 23 }))
    assert.same({}, jilu.document "":sentences())
  end)
  it("boilerplate → none", function()
    local doc = jilu.document "上一篇\n开会。"
    doc.lines[1].role = "boilerplate"
    assert.same({ "开会。" }, texts(doc:sentences()))
  end)
  it("what is no span → an error", function()
    local doc = jilu.document "开会。"
    assert.has_error(function() doc:sentences(5) end,
      "bad argument #1 to 'sentences' (table expected, got number)")
    assert.has_error(function() doc:words { first = 1 } end,
      "bad argument #1 to 'words' (field 'last': number expected, got nil)")
  end)
end)

describe("doc:words", function()
  it("without a lexicon → by UAX #29, without white space", function()
    assert.same({ "We", "visited", "35", "families", "." },
      texts(jilu.document "We visited 35 families.\n  ":words()))
  end)
  it("with a lexicon → its words and their tags, also over residue", function()
    local words = lexicon.of "我们 100 r\n学习 100 v\n文件 100 n\n设备 100 n\n"
    local doc = jilu.document("我們學習文件", { lexicon = words })
    local list = doc:words()
    assert.same({ "我們", "學習", "文件" }, texts(list))
    assert.same({ "r", "v", "n" }, { list[1].tag, list[2].tag, list[3].tag })
    check_places(doc, list)
    doc = jilu.document("設(shè)備", { lexicon = words, residue = "cut" })
    list = doc:words()
    assert.same({ "設備", 1, 12 }, { list[1].text, list[1].first, list[1].last })
    assert.equal(1, #list)
  end)
end)

describe("doc:clauses", function()
  local doc = jilu.document(
    "县民政局3月走访困难群众35户，发放慰问金12.5万元；工程被市住建局验收。\n会后学习。",
    { date = "2023-12-05" })
  local list = doc:clauses()

  it("→ the clauses with sentence, mark, quantities and times", function()
    assert.same({ "县民政局3月走访困难群众35户", "发放慰问金12.5万元", "工程被市住建局验收", "会后学习" },
      texts(list))
    assert.same({ 1, 1, 1, 2 },
      { list[1].sentence, list[2].sentence, list[3].sentence, list[4].sentence })
    assert.same({ ",", ";" }, { list[1].stop, list[2].stop })
    assert.equal("35户", list[1].quantities[1].text)
    assert.equal("2023-03", list[1].times[1].value)
    assert.equal("12.5万元", list[2].quantities[1].text)
    assert.same({}, list[3].quantities)
    assert.equal("event", list[1].kind)
    check_places(doc, list)
  end)
  it("→ who acts: the subject, or who stands behind 被; nobody where none is named", function()
    assert.equal("县民政局", list[1].agent.text)
    assert.equal("organization", list[1].agent.fact.type)
    assert.equal("市住建局", list[3].agent.text)
    assert.is_nil(list[2].agent)
    assert.is_nil(list[4].agent)
  end)
  it("a heading, a title, boilerplate, no text → none", function()
    local other = jilu.document "救助工作\n走访35户。"
    other.lines[1].role = "heading"
    assert.same({ "走访35户" }, texts(other:clauses()))
    assert.same({}, jilu.document "":clauses())
  end)
  it("asked for twice, with a stage before → the same", function()
    local text = "（一）走访。县民政局走访35户，培训5人。"
    local once = jilu.document(text)
    jilu.pipeline { "zones", "outline", "facts" }:run(once)
    assert.same(texts(once:clauses()), texts(once:clauses()))
    assert.equal("县民政局走访35户", once:clauses()[1].text)
  end)
end)

describe("a closed document", function()
  for _, name in ipairs { "line_of", "locate", "norm", "sentences", "words", "clauses" } do
    it(name .. " → says that it is closed", function()
      local doc = jilu.document("3个", { id = "d" })
      doc:facts "quantity"
      doc:close()
      doc:close()
      local is_place = name == "line_of" or name == "locate" or name == "norm"
      local ok, message = pcall(doc[name], doc, is_place and 1 or nil, is_place and 1 or nil)
      assert.is_false(ok)
      assert.match("(jilu.Document (d, 4 bytes, 1 lines, closed) is closed)", message, 1, true)
    end)
  end
end)
