-- Layers that C holds: they are as lists are, and the records that are written
-- straight from C are those that tables would give, byte for byte.

local core = require "jilu.core"
local emit = require "jilu.record.emit"
local extractor = require "jilu.facts.extractor"
local jilu = require "jilu"
local layers = require "jilu.document.layers"
local schema = require "jilu.record.schema"

local FACTS = {
  "quantity", "change", "time", "work", "quote", "numeral_phrase", "organization", "person",
  "place", "document_number", "url", "contact",
}

-- A text with facts of every kind, with residue, ill-formed bytes and escapes.
local TEXT = "2022年工作总结\n\n湖南省云川市教育局局长张三同志说:\"全市\xE6\xB1有3.5万人、120余人次、"
  .. "1/3的学校,一万零三百元、0.00001%、123456789012345678901234567890人。\"\n"
  .. "设(shè)备(bèi)从12个增加到26个,增长2倍;服(fú)务(wù)〔“两(liǎng)学一做”〕和《中(zhōng)国\\教育》。\n"
  .. "今年3月至5月,上半年,每月,市教育局“三会一课”、“六项制度”、“651”工作法,目前。\n"
  .. "国发〔2022〕43号,http://www.example.com/a\"b,0731-12345678,a@example.com,望屏县,望屏。\n"

local function facts_document(text, options)
  options = options or {}
  options.residue = "cut"
  return jilu.document(text or TEXT, options)
end

local function texts()
  local list = { TEXT, "", "没有", ("设(shè)备(bèi)120人,"):rep(40) }
  local shared = os.getenv "JILU_SHARED"
  for _, folder in ipairs { "spec/corpus", shared and shared .. "/seeds" } do
    local pipe = io.popen(("ls %s/*.txt 2>/dev/null"):format(folder))
    for path in pipe:lines() do
      local file = assert(io.open(path, "rb"))
      list[#list + 1] = file:read "a"
      file:close()
    end
    pipe:close()
  end
  return list
end

-- The lines of a schema for a document; with `tables` from tables of Lua.
local function written(doc, one, tables)
  local writer = core.writer()
  emit.new { one }:layers(doc, function(compiled, layer)
    if tables then layer = doc:layer(compiled.type) end
    assert(writer:records(compiled.compiled, layer, doc.id, doc.view))
  end)
  return writer:take()
end

local function same_records(text, one, options)
  local held, made = facts_document(text, options), facts_document(text, options)
  for _, doc in ipairs { held, made } do
    require("jilu.document.repair").run(doc)
    require("jilu.facts.stage").run(doc)
  end
  local kind = one.type or one
  local want = written(made, one, true)
  assert.equal(want, written(held, one))
  return want, layers.holder(held, kind) ~= nil
end

describe("records from C", function()
  it("are those of tables, for every type and document", function()
    local seen = {}
    for _, text in ipairs(texts()) do
      for _, options in ipairs { {}, { id = "a\"b", date = "2022-10-15T14:33" } } do
        for _, kind in ipairs(FACTS) do
          if same_records(text, kind, options) ~= "" then seen[kind] = true end
        end
        if same_records(text, "repair", options) ~= "" then seen.repair = true end
      end
    end
    for _, kind in ipairs(FACTS) do assert.is_true(seen[kind], kind) end
    assert.is_true(seen.repair)
  end)

  it("are those of tables for schemas of a user's", function()
    for _, one in ipairs {
      schema.declare("quantity", { { "unit_start", "integer" }, { "rule", "string" },
        { "folded_last", "integer" }, { "nothing", "string" }, { "none", { list = "string" } },
        { "noun_basis", "string", optional = true } }),
      schema.declare("quantity"),
      schema.declare("quantity", { { "value", "any" } }),
      schema.declare("numeral_phrase", { { "parts", "any" }, { "members", "any" } }),
      schema.declare("numeral_phrase", { { "parts", { list = {
        { "noun_start", "integer", optional = true }, { "number", "integer", optional = true },
      } } }, { "key", "string" } }),
      schema.declare("organization", { { "full_start", "integer" }, { "full", "string" } }),
      schema.declare("repair", { { "repair", "string" }, { "rule", "string" } }),
    } do
      assert.not_equal("", (same_records(TEXT, one)))
    end
  end)

  it("are refused as those of tables are", function()
    for _, fields in ipairs {
      { { "approx", { choice = { "exact" } } } }, { { "unit", "number" } },
      { { "value", "string" } }, { { "rule", "boolean" } }, { { "line", "string" } },
    } do
      local doc = facts_document()
      require("jilu.facts.stage").run(doc)
      local compiled, writer = core.schema("quantity", fields), core.writer()
      local count, message = writer:records(compiled, layers.holder(doc, "quantity"), "d", doc.view)
      assert.is_nil(count)
      assert.equal(0, #writer)
      local same, reason = writer:records(compiled, doc:layer "quantity", "d", doc.view)
      assert.is_nil(same)
      assert.equal(reason, message)
    end
  end)

  it("need the view that they were read in, and a type that is held", function()
    local doc, other = facts_document(), facts_document()
    require("jilu.facts.stage").run(doc)
    local writer, facts = core.writer(), layers.holder(doc, "quote")
    assert.error_matches(function()
      writer:records(schema.of("quote").compiled, facts, "d", other.view)
    end, "not the view of the layer")
    assert.error_matches(function()
      writer:records(core.schema("section", {}), facts, "d", doc.view)
    end, "no facts are of type 'section'")
    assert.error_matches(function()
      writer:records(core.schema("quote", {}), doc.view, "d", doc.view)
    end, "a view holds repairs alone")
    assert.error_matches(function()
      writer:records(core.schema("quote", {}), io.stdout, "d", doc.view)
    end, "jilu.View expected")
    assert.error_matches(function()
      writer:record(core.schema("quote", {}), facts, "d", doc.view)
    end, "table expected")
  end)
end)

describe("a layer that C holds", function()
  local function read(text)
    local doc = facts_document(text)
    require("jilu.document.repair").run(doc)
    require("jilu.facts.stage").run(doc)
    return doc
  end

  it("is a list once it is asked for, and the same each time", function()
    local doc = read()
    for _, kind in ipairs(FACTS) do
      assert.is_userdata(layers.holder(doc, kind), kind)
      local list = doc:layer(kind)
      assert.is_nil(layers.holder(doc, kind))
      assert.equal(list, doc.layers[kind])
      assert.equal(list, doc:facts(kind))
      for _, fact in ipairs(list) do
        assert.equal(kind, fact.type)
        assert.equal(fact.text, doc:text(fact))
      end
    end
    assert.same(core.view(TEXT, "cut"):repairs(), doc:layer "repair")
    assert.same({}, doc:layer "section")
  end)

  it("holds together what an extractor gives as one list", function()
    local doc = read()
    local list, at = extractor.standard:facts(facts_document()), {}
    for _, fact in ipairs(list) do
      at[fact.type] = (at[fact.type] or 0) + 1
      assert.same(fact, doc:layer(fact.type)[at[fact.type]])
    end
    for _, kind in ipairs(FACTS) do assert.equal(#doc:layer(kind), at[kind]) end
  end)

  it("is annotated, set and taken away as any layer", function()
    local doc = read()
    local count = #doc:layer "work"
    doc = read()
    doc:annotate("work", { first = 1, last = 3 })
    assert.equal(count + 1, #doc:layer "work")
    assert.equal(1, doc:layer("work")[count + 1].first)
    local own = { { type = "quote", first = 1, last = 3 } }
    layers.set(doc, "quote", own)
    assert.is_nil(layers.holder(doc, "quote"))
    assert.equal(own, doc:layer "quote")
    layers.set(doc, "time", nil)
    assert.is_nil(layers.holder(doc, "time"))
    assert.same({}, doc:layer "time")
    doc.layers.person = {}
    assert.is_nil(layers.holder(doc, "person"))
    assert.same({}, doc:layer "person")
    doc.layers.organization = nil
    assert.is_nil(layers.holder(doc, "organization"))
    assert.same({}, doc:layer "organization")
    -- who annotates first loses nothing
    doc = facts_document()
    local first = doc:annotate("work", { first = 1, last = 3 })
    assert.equal(count + 1, #doc:facts "work")
    assert.equal(first, doc:facts("work")[1])
  end)

  it("may be read without being made", function()
    local doc = read()
    local list = layers.peek(doc, "quantity")
    assert.equal(list, layers.peek(doc, "quantity"))
    assert.is_userdata(layers.holder(doc, "quantity"))
    assert.equal(list, doc:layer "quantity")
    assert.is_nil(layers.holder(doc, "quantity"))
    assert.equal(list, layers.peek(doc, "quantity"))
    assert.same(list, read():layer "quantity")
    layers.peek(doc, "work")
    layers.set(doc, "work", {})
    assert.same({}, layers.peek(doc, "work"))
    assert.same({}, layers.peek(doc, "section"))
    local added = doc:annotate("section", { first = 1, last = 3 })
    assert.same({ added }, layers.peek(doc, "section"))
  end)

  it("is among all layers", function()
    local kinds, doc = {}, read()
    for kind, list in pairs(layers.all(doc)) do kinds[kind] = #list end
    for _, kind in ipairs(FACTS) do assert.is_truthy(kinds[kind], kind) end
    doc = read()
    for kind, list in pairs(layers.all(doc)) do
      assert.equal(kinds[kind], #list)
      kinds[kind] = nil
    end
    assert.same({}, kinds)
  end)

  it("is made anew when a document goes through a pipeline again", function()
    for _, name in ipairs { "ledger", "facts" } do
      local pipeline, writer = jilu.load(name), core.writer()
      local doc = jilu.document(TEXT, { residue = "cut", date = "2022-10-15" })
      assert(pipeline:write(doc, writer))
      local once = writer:take()
      assert(pipeline:write(doc, writer))
      assert.equal(once, writer:take())
      layers.all(doc)
      assert(jilu.load("outline"):write(doc, writer))
      writer:take()
      assert(pipeline:write(doc, writer))
      assert.equal(once, writer:take())
      local records = assert(pipeline:run(doc))
      assert(pipeline:write(doc, writer))
      assert.equal(once, writer:take())
      local _, lines = once:gsub("\n", "")
      assert.equal(lines, #records)
    end
  end)

  it("is read by rules", function()
    local pipeline = jilu.pipeline {
      "facts",
      jilu.rule {
        name = "said", match = jilu.re [[ {:who: person :} ]],
        emit = function(m) return { who = m.who.text } end,
      },
      jilu.emit { "person", "quote" },
    }
    local count = 0
    for record in pipeline:records(jilu.document(TEXT)) do
      if record.type == "said" then count = count + 1 end
    end
    assert.is_true(count > 0)
  end)
end)

describe("jilu.Facts", function()
  local function read(view)
    return extractor.default():read(view or core.view(TEXT), "2022-10-15", nil, nil, "option")
  end

  it("counts and names its kinds", function()
    local facts, total = read(), 0
    for _, kind in ipairs(facts:kinds()) do
      assert.equal(#facts:layer(kind), facts:count(kind))
      total = total + facts:count(kind)
    end
    assert.equal(total, #facts)
    assert.equal(total, facts:count())
    assert.equal(total, #facts:layer())
    assert.equal(("jilu.Facts (%d)"):format(total), tostring(facts))
    assert.error_matches(function() facts:layer "section" end, "no facts are of type 'section'")
    assert.same({}, read(core.view ""):kinds())
  end)

  it("keeps of a line what it may state", function()
    local facts = read()
    local lines = { [3] = { quote = true }, [6] = {} }
    local want = {}
    for _, fact in ipairs(facts:layer()) do
      local kinds = lines[fact.line]
      if not kinds or kinds[fact.type] then want[#want + 1] = fact end
    end
    assert.is_true(#want > 0 and #want < #facts)
    facts:keep(lines)
    assert.same(want, facts:layer())
    assert.error_matches(function() facts:keep { "quote" } end, "sets of kinds expected")
  end)

  it("says what anchors rest on", function()
    for _, fact in ipairs(read():layer "time") do
      if fact.anchor then
        assert.equal(fact.anchor == "2022-10-15" and "option" or "text", fact.anchor_basis)
      end
    end
    for _, fact in ipairs(extractor.default():facts(core.view(TEXT), "2022-10-15")) do
      assert.is_nil(fact.anchor_basis)
    end
  end)

  it("is refused when it, or what it points into, is closed", function()
    local facts = read()
    facts:close()
    facts:close()
    assert.equal("jilu.Facts (closed)", tostring(facts))
    assert.error_matches(function() facts:layer() end, "facts are closed")
    assert.error_matches(function() return #facts end, "facts are closed")
    local view = core.view(TEXT)
    facts = read(view)
    view:close()
    assert.error_matches(function() facts:layer "quote" end, "view is closed")
    assert.error_matches(function() facts:keep {} end, "view is closed")
    local own = core.extractor(extractor.senses_of "zh")
    facts = own:read(core.view(TEXT))
    assert.is_true(#facts > 0)
    own:close()
    assert.error_matches(function() facts:count() end, "extractor is closed")
    local doc = facts_document()
    local asked = doc:facts "quote"
    doc.view:close()
    assert.equal(asked, doc:facts "quote")
    assert.error_matches(function() doc:facts "work" end, "view is closed")
  end)

  it("is closed with its document", function()
    local doc = facts_document()
    require("jilu.document.repair").run(doc)
    local asked, facts = doc:facts "quote", layers.holder(doc, "work")
    doc:close()
    doc:close()
    assert.equal(asked, doc:facts "quote")
    assert.error_matches(function() doc:facts "work" end, "bytes, %d+ lines, closed%) is closed")
    assert.error_matches(function() doc:layer "repair" end, "bad self to 'layer' %(jilu.Document")
    assert.equal("jilu.Facts (closed)", tostring(facts))
    jilu.document("没有"):close()
  end)

  it("keeps alive what it points into", function()
    local facts = core.extractor(extractor.senses_of "zh"):read(core.view(TEXT))
    collectgarbage()
    collectgarbage()
    assert.equal(#facts, #facts:layer())
  end)

  it("may be collected in any order, also at the end", function()
    local program = [[
      local core, extractor = require "jilu.core", require "jilu.facts.extractor"
      for _ = 1, 3 do
        last = { core.extractor(extractor.senses_of "zh"), core.view(%q) }
        facts = last[1]:read(last[2])
        again = setmetatable({}, { __gc = function()
          for _, name in ipairs { "layer", "close", "layer" } do pcall(facts[name], facts) end
          last[2]:close()
        end })
      end
    ]]
    local path = os.tmpname()
    local file = assert(io.open(path, "w"))
    file:write(program:format("市教育局120人《书》"))
    file:close()
    local ok = os.execute(("lua5.4 %s"):format(path))
    os.remove(path)
    assert.is_true(ok)
  end)
end)
