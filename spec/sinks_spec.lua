-- Sinks beside JSON Lines: what a person opens with what they have.

local DBI = require "DBI"
local cjson = require "cjson"
local jilu = require "jilu"
local core = require "jilu.core"

local pipeline = jilu.pipeline {
  "facts",
  function(doc)
    local q = doc:facts "quantity"[1]
    doc:annotate("ledger", { first = q.first, last = q.last, content = 'a"b,\tc', mode = "done",
      effect = { q, q } })
  end,
  jilu.emit { "document", "quantity", "ledger" },
}

local function lines_of(text, wanted)
  local writer = core.writer()
  assert(pipeline:write(jilu.document(text, { id = "x" }), writer, wanted))
  return writer:take()
end

local function schemas_of(wanted)
  local list = {}
  for _, schema in ipairs(pipeline:schemas()) do
    if not wanted or wanted[schema.type] then list[#list + 1] = schema end
  end
  return list
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  os.remove(path)
  return text
end

describe("a list or object in a cell", function()
  it("is the same on every run", function()
    local nested = require "jilu.record.sinks.nested"
    local value = cjson.decode '{"name":"三\\"","end":3,"members":[],"kind":null,"a":[1,2.5]}'
    assert.equal('{"a":[1,2.5],"end":3,"kind":null,"members":[],"name":"三\\""}', nested(value))
    assert.equal("[]", nested {})
  end)
end)

describe("lines", function()
  local lfs = require "lfs"
  local open = require "jilu.record.sinks.jsonl"

  it("replace a file once they are complete, and never the link to it", function()
    local path = os.tmpname()
    local link = path .. ".link"
    assert(lfs.link(path, link, true))
    local sink = assert(open(link))
    assert(sink:write "a\n")
    assert(sink:commit())
    assert.equal("link", lfs.symlinkattributes(link, "mode"))
    sink = assert(open(link))
    sink:abandon()
    assert.equal("link", lfs.symlinkattributes(link, "mode"))
    os.remove(link)
    sink = assert(open(path))
    local writer = core.writer()
    writer:object(core.schema("t", { { "a", "integer" } }), { a = 1 })
    assert(sink:flush(writer))
    assert.equal("a\n", assert(io.open(path)):read "a")
    assert(sink:commit())
    assert.equal('{"a":1}\n', read(path))
  end)
end)

describe("delimited values", function()
  local open = require "jilu.record.sinks.delimited"
  local function written(format)
    local wanted, path = { ledger = true }, os.tmpname()
    local sink = assert(open(path, schemas_of(wanted), format))
    assert(sink:write(lines_of("村民30户", wanted)))
    assert(sink:commit())
    return read(path)
  end
  it("quote what CSV must quote", function()
    local text = written "csv"
    assert.equal("doc,start,end,text,norm,line,content,content_start,content_end,unit,unit_full,"
      .. "unit_start,unit_end,unit_basis,time,time_mod,time_basis,mode,section,effect\r\n"
      .. 'x,6,11,30户,,1,"a""b,\tc",,,,,,,,,,,done,,30户; 30户\r\n', text)
  end)
  it("escape what TSV must escape", function()
    assert.truthy(written "tsv":find('\ta"b,\\tc\t', 1, true))
  end)
  it("what may be a formula → text behind an apostrophe, but numbers as they are", function()
    local quotes = jilu.pipeline { jilu.emit { jilu.schema("cell", {
      { "a", "string" }, { "b", "number" }, { "c", "number" }, { "d", "string" } }) } }
    for format, expected in pairs {
      csv = "'=HYPERLINK(1),-3,-12345678901234567890.5,'@x",
      tsv = "'=HYPERLINK(1)\t-3\t-12345678901234567890.5\t'@x",
    } do
      local writer, path = core.writer(), os.tmpname()
      local schema = quotes:schemas()[1]
      local function write(sink)
        for _, values in ipairs {
          { "=HYPERLINK(1)", -3, "-12345678901234567890.5", "@x" },
          { "+x", "-1/3", nil, "-5%" }, { "\tx", nil, nil, "\rx" },
        } do
          assert(writer:object(schema.compiled,
            { a = values[1], b = values[2], c = values[3], d = values[4] }))
        end
        assert(sink:write(writer:take()))
        assert(sink:commit())
        return read(path)
      end
      local safe = write(assert(open(path, { schema }, format)))
      local raw = write(assert(open(path, { schema }, format, { raw_cells = true })))
      os.remove(path)
      assert.truthy(safe:find(expected, 1, true), safe)
      for _, text in ipairs { "'-5%", "'+x", "-1/3" } do
        assert.truthy(safe:find(text, 1, true), safe)
      end
      assert.is_nil(raw:find("'", 1, true))
      assert.truthy(raw:find("=HYPERLINK(1)", 1, true))
      assert.equal(raw, (safe:gsub("'", "")))
    end
  end)
  it("hold one type", function()
    local sink, message, call = open(nil, schemas_of(), "csv")
    assert.is_nil(sink)
    assert.is_true(call)
    assert.truthy(message:find("choose one by --only: document, quantity, ledger", 1, true))
  end)
end)

describe("SQLite", function()
  local open = require "jilu.record.sinks.sqlite"
  local function query(path, sql)
    local db = assert(DBI.Connect("SQLite3", path))
    local statement = assert(db:prepare(sql))
    assert(statement:execute())
    local rows = {}
    for row in statement:rows() do rows[#rows + 1] = row end
    statement:close()
    db:close()
    return rows
  end
  it("has a table a type, with documents and lists beside them", function()
    local path = os.tmpname()
    local sink = assert(open(path, schemas_of()))
    assert(sink:write(lines_of "村民30户"))
    assert(sink:write(lines_of "村民7户"))
    assert(sink:commit())
    assert.same({ { "x" }, { "x" } }, query(path, "SELECT doc FROM documents"))
    assert.same({ { 1, 30, "户" }, { 2, 7, "户" } },
      query(path, "SELECT document, value, unit FROM quantities ORDER BY document"))
    assert.same({ { 2 }, { 2 } },
      query(path, "SELECT count(*) FROM effects JOIN ledger ON record = number GROUP BY number"))
    assert.same({ { "quantity", 2 } }, query(path, "SELECT type, count(*) FROM facts GROUP BY 1"))
    assert.same({ { "x", 30, "户" }, { "x", 7, "户" } }, query(path,
      "SELECT DISTINCT doc, value, unit FROM ledger_effects ORDER BY value DESC"))
    assert.same({ { "effects_by_record" }, { "ledger_by_document" } }, query(path,
      "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('ledger', 'effects') "
      .. "ORDER BY name"))
    assert.same({}, query(path, "PRAGMA foreign_key_check"))
    os.remove(path)
  end)
  it("takes no two tables or columns of one name: the call is wrong", function()
    local function refused(name, fields)
      local rule = jilu.rule { name = name, fields = fields, match = jilu.re "'a'",
        emit = function() return {} end }
      local found = jilu.pipeline { "facts", rule, jilu.emit { "document", "quantity", "ledger" } }
      local path = os.tmpname()
      os.remove(path)
      local sink, message, call = open(path, found:schemas())
      assert.is_nil(sink)
      assert.is_true(call)
      assert.is_nil(io.open(path))
      return message
    end
    local plain = { { "value", "string" } }
    for name, table_name in pairs {
      fact = "facts", effect = "effects", Effect = "Effects", ledger = "ledger",
      quantity = "quantities", document = "documents", sqlite_x = "sqlite_xs",
    } do
      assert.equal(("sqlite has no table '%s' for '%s': there is one of that name; give the rule "
        .. "another"):format(table_name, name), refused(name, plain))
    end
    for _, field in ipairs { "number", "document", "Start", "DOC" } do
      assert.equal(("sqlite has no column '%s' for 'mine': there is one of that name; give the "
        .. "field another"):format(field), refused("mine", { { field, "string" } }))
    end
    assert.equal("sqlite has no column 'Record' for 'mine.list': there is one of that name; give "
      .. "the field another",
      refused("mine", { { "list", { list = { { "Record", "string" } } } } }))
  end)
  it("leaves nothing where the run is given up", function()
    local path = os.tmpname()
    os.remove(path)
    local sink = assert(open(path, schemas_of()))
    sink:abandon()
    assert.is_nil(io.open(path))
    assert.is_nil(io.open(sink.output:temporary()))
  end)
  it("wants a file", function()
    local sink, message = open(nil, schemas_of())
    assert.is_nil(sink)
    assert.truthy(message:find("-o FILE", 1, true))
    sink, message = open("/", schemas_of())
    assert.is_nil(sink)
    assert.equal("sqlite needs a file: '/' is a directory", message)
  end)
end)
