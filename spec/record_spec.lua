local core = require "jilu.core"
local cjson = require "cjson"

local function written(schema, record)
  local writer = core.writer()
  local ok, message = writer:object(schema, record)
  if not ok then return nil, message end
  return (writer:take():gsub("\n$", ""))
end

-- One field `x` of a kind.
local function one(kind, value)
  return written(core.schema("t", { { "x", kind } }), { x = value })
end

describe("jilu.Writer", function()
  it("keeps the order of the schema, whatever the table's", function()
    local fields, record = {}, {}
    for k = 1, 40 do
      local name = ("f%d"):format((k * 23) % 41)
      fields[k] = { name, "integer" }
      record[name] = k
    end
    local want = {}
    for k = 1, 40 do want[k] = ('"%s":%d'):format(fields[k][1], k) end
    assert.equal("{" .. table.concat(want, ",") .. "}", written(core.schema("t", fields), record))
  end)

  it("writes null for what is not known and leaves out what is optional", function()
    local schema = core.schema("t", {
      { "a", "string", optional = true }, { "b", "string" }, { "c", { list = "string" } },
    })
    assert.equal('{"b":null,"c":[]}', written(schema, { c = {} }))
    assert.equal('{"b":null,"c":[]}', written(schema, { b = core.null, c = core.null }))
    assert.equal('{"a":"x","b":null,"c":["y","z"]}', written(schema, { a = "x", c = { "y", "z" } }))
    assert.equal("{}", written(core.schema("t", { { "a", "any", optional = true } }), {}))
  end)

  it("finds what needs an escape wherever it stands", function()
    local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\31"] = "\\u001f" }
    for _, filling in ipairs { "a", "中", "!" } do
      for size = 1, 40 do
        for at = 0, size do
          for char, escaped in pairs(escapes) do
            local before, behind = filling:rep(at), filling:rep(size - at)
            local want = ('{"x":"%s%s%s"}'):format(before, escaped, behind)
            assert.equal(want, one("string", before .. char .. behind))
          end
        end
      end
    end
  end)

  it("writes places and what is read there as any string", function()
    local schema = core.schema("t", {})
    for _, text in ipairs { "甲\"乙\\\n丙", ("甲"):rep(20) .. "\"" .. ("乙"):rep(20), "甲\xE6\xB1乙\"" } do
      local view, writer = core.view(text), core.writer()
      for first = 1, #text do
        for last = first - 1, #text do
          assert.is_true(writer:record(schema, { first = first, last = last }, "d", view))
          local record = cjson.decode(writer:take())
          assert.equal(core.repair(text:sub(first, last)), record.text)
        end
      end
    end
  end)

  it("sorts the keys of objects, few and many", function()
    for _, count in ipairs { 1, 2, 15, 16, 17, 18, 100, 5000 } do
      local object, keys = {}, {}
      for k = 1, count do
        keys[k] = ("k%d"):format(k * 7919 % 10007)
        object[keys[k]] = k
      end
      table.sort(keys)
      for k, key in ipairs(keys) do keys[k] = ('"%s":%d'):format(key, object[key]) end
      assert.equal('{"x":{' .. table.concat(keys, ",") .. "}}", one("any", object))
      object[1] = "a list too"
      assert.is_nil((one("any", object)))
    end
    assert.equal('{"x":[]}', one("any", {}))
    assert.equal('{"x":{"a":[],"b":[{"c":1}]}}', one("any", { b = { { c = 1 } }, a = {} }))
  end)

  it("escapes what JSON wants escaped", function()
    assert.equal([[{"x":"\"\\\b\f\n\r\t\u0000\u001f/"}]], one("string", '"\\\b\f\n\r\t\0\31/'))
    assert.equal('{"x":"汉字\u{1F600}\u{2028}\127"}', one("string", "汉字\u{1F600}\u{2028}\127"))
  end)

  it("writes well-formed UTF-8 whatever it is given", function()
    assert.equal('{"x":"a\u{FFFD}b"}', one("string", "a\xE6\xB1b"))
    assert.equal('{"x":"\u{FFFD}\u{FFFD}\u{FFFD}"}', one("string", "\xED\xA0\x80"))
    assert.equal('{"x":"\u{FFFD}\u{FFFD}"}', one("string", "\xC0\xF8"))
    math.randomseed(7)
    for _ = 1, 300 do
      local bytes = {}
      for k = 1, 60 do bytes[k] = string.char(math.random(0, 255)) end
      local text = table.concat(bytes)
      local line = one("string", text)
      assert.truthy(core.validate(line))
      assert.is_string(cjson.decode(line).x)
    end
  end)

  it("writes numbers exactly", function()
    for value, want in pairs {
      [0] = "0", [-7] = "-7", [4700] = "4700", [0.1] = "0.1", [4.7] = "4.7", [-0.25] = "-0.25",
      [123456789.012345] = "123456789.012345", [2 ^ 53] = "9007199254740992",
      [98.6] = "98.6", [1e300] = "1e+300", [1e-7] = "1e-07", [240.0] = "240",
      [math.maxinteger] = "9223372036854775807",
    } do
      assert.equal('{"x":' .. want .. "}", one("number", value))
    end
    -- not made of 15 digits: what reads back as the same number
    assert.equal(1 / 3, tonumber(one("number", 1 / 3):match ":(.*)}"))
  end)

  it("writes digits of any length as they stand, fractions as strings", function()
    for digits, want in pairs {
      ["123456789012345678901234567890"] = "123456789012345678901234567890",
      ["0.10"] = "0.10", ["-5.25"] = "-5.25", ["007"] = "7", ["00.5"] = "0.5", ["0"] = "0",
      ["1/3"] = '"1/3"', ["-2/7"] = '"-2/7"',
    } do
      assert.equal('{"x":' .. want .. "}", one("number", digits))
    end
    for _, bad in ipairs { "", "-", "1.", ".5", "1e5", "1/", "/3", "0x10", " 1", "1 ", "１" } do
      local ok, message = one("number", bad)
      assert.is_nil(ok)
      assert.equal(('t.x: expected a number or its digits, got string "%s"'):format(bad), message)
    end
  end)

  it("names type, field, what was expected and what came", function()
    for _, case in ipairs {
      { "string", 5, "t.x: expected a string, got number 5" },
      { "integer", 1.5, "t.x: expected an integer, got number 1.5" },
      { "integer", "1", 't.x: expected an integer, got string "1"' },
      { "number", true, "t.x: expected a number, got true" },
      { "number", 0 / 0, "t.x: expected a finite number, got number " },
      { "number", math.huge, "t.x: expected a finite number, got number inf" },
      { "boolean", "yes", 't.x: expected a boolean, got string "yes"' },
      { { list = "string" }, "a", 't.x: expected a list, got string "a"' },
      { { list = "string" }, { "a", {} }, "t.x[2]: expected a string, got table" },
      { { choice = { "heading" } }, "head", 't.x: expected one of "heading", got string "head"' },
      { { choice = { "heading" } }, 1, "t.x: expected a string, got number 1" },
      { "any", print, "t.x: expected a value that JSON can hold, got function" },
      { "any", { y = { print } }, "t.x.y[1]: expected a value that JSON can hold, got function" },
      { "any", { [2] = 1 }, "t.x: expected keys that are strings, got number 2" },
      { { list = core.schema("u", { { "v", "number" } }) }, { { v = 1 }, { v = "a" } },
        't.x[2].v: expected a number or its digits, got string "a"' },
    } do
      local ok, message = one(case[1], case[2])
      assert.is_nil(ok)
      assert.equal(case[3], message:sub(1, #case[3]))
    end
  end)

  it("adds nothing for a record that is wrong", function()
    local schema = core.schema("t", { { "a", "string" }, { "b", "number" } })
    local writer = core.writer()
    assert.is_true(writer:object(schema, { a = "x", b = 1 }))
    local before = #writer
    assert.is_nil((writer:object(schema, { a = "x", b = {} })))
    assert.equal(before, #writer)
    assert.equal('{"a":"x","b":1}\n', writer:take())
    assert.equal(0, #writer)
  end)

  it("sorts fields that were not declared behind the others", function()
    local schema = core.schema("t", { { "z", "string" } }, { "x" })
    assert.equal('{"z":"1","a":{"b":[1,{"c":null}],"d":true},"y":[]}', written(schema, {
      y = {}, x = 5, z = "1", a = { d = true, b = { 1, { c = core.null } } },
    }))
  end)

  it("writes trees of one shape", function()
    local node = core.schema("node", { { "name", "string" }, { "members", { list = "self" } } })
    assert.equal('{"name":"a","members":[{"name":"b","members":[]}]}',
      written(node, { name = "a", members = { { name = "b", members = {} } } }))
  end)

  it("has a limit of depth that it names", function()
    local loop = {}
    loop.again = loop
    local ok, message = one("any", loop)
    assert.is_nil(ok)
    assert.equal("t: nested deeper than 64 levels (JILUL_MAX_DEPTH)", message)
  end)

  it("rewinds to a size that it had", function()
    local schema = core.schema("t", { { "a", "integer" } })
    local writer = core.writer()
    writer:object(schema, { a = 1 })
    local size = #writer
    writer:object(schema, { a = 2 })
    writer:rewind(size)
    assert.equal('{"a":1}\n', writer:take())
    assert.has_error(function() writer:rewind(1) end,
      "bad argument #1 to 'rewind' (not a size that the writer has had)")
  end)

  it("writes its lines to a file and is empty again", function()
    local schema = core.schema("t", { { "a", "integer" } })
    local writer, file = core.writer(), io.tmpfile()
    assert.is_true(writer:flush(file))
    writer:object(schema, { a = 1 })
    writer:object(schema, { a = 2 })
    assert.is_true(writer:flush(file))
    assert.equal(0, #writer)
    file:seek "set"
    assert.equal('{"a":1}\n{"a":2}\n', file:read "a")
    file:close()
    assert.has_error(function() writer:flush(file) end,
      "bad argument #1 to 'flush' (attempt to use a closed file)")
    assert.has_error(function() writer:flush "name" end)
    local full = io.open("/dev/full", "wb")
    if full then
      full:setvbuf "no"
      writer:object(schema, { a = 3 })
      local ok, message = writer:flush(full)
      assert.is_nil(ok)
      assert.is_string(message)
      full:close()
    end
  end)

  it("writes a list of records as it writes each of them", function()
    local items = core.schema("items", { { "name", "string" }, { "n", "integer" } })
    local schema = core.schema("t", {
      { "a", "string", optional = true }, { "list", { list = items } }, { "any", "any" },
    })
    local view = core.view "一二\n三「四」"
    local layer = {
      { first = 1, last = 3, a = "x", any = { 1, { y = true } } }, { list = {} },
      { first = 8, last = 10, list = { { name = "b", n = 1 }, { name = "c" } }, a = "" },
    }
    local each = core.writer()
    for _, annotation in ipairs(layer) do assert(each:record(schema, annotation, "d\"", view)) end
    local all = core.writer()
    assert.equal(3, all:records(schema, layer, "d\"", view))
    assert.equal(0, all:records(schema, {}, "d", view))
    local lines = all:take()
    assert.equal(each:take(), lines)
    assert.equal('{"type":"t","doc":"d\\"","start":7,"end":10,"text":"三","line":2,"a":"",'
      .. '"list":[{"name":"b","n":1},{"name":"c","n":null}],"any":null}', lines:match "([^\n]*)\n$")
  end)

  it("writes no record of a list of which one is wrong", function()
    local schema = core.schema("t", { { "a", "string" } })
    local view, writer = core.view "一", core.writer()
    writer:records(schema, { { a = "x" } }, "d", view)
    local before = #writer
    for message, wrong in pairs {
      ["t.a: expected a string, got number 1"] = { a = 1 },
      ["t: expected a table, got false"] = false,
      ["t: no place from byte 2 to byte 9 in a text of 3 bytes"] = { first = 2, last = 9 },
    } do
      local count, found = writer:records(schema, { { a = "x" }, wrong }, "d", view)
      assert.is_nil(count)
      assert.equal(message, found)
      assert.equal(before, #writer)
    end
    assert.has_error(function() writer:records(schema, 5, "d", view) end)
    assert.has_error(function() writer:records(schema, {}, "d") end)
  end)
end)

describe("jilu.Schema", function()
  it("refuses what is no kind", function()
    assert.has_error(function() core.schema("t", { { "a", "strin" } }) end)
    assert.has_error(function() core.schema("t", { { "a", { list = 5 } } }) end)
    assert.has_error(function() core.schema("t", { "a" }) end)
  end)
end)

describe("sha256", function()
  it("gives the digests of FIPS 180-4 and of every length around a block", function()
    for text, want in pairs {
      [""] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"] =
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      [("a"):rep(1000000)] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    } do
      assert.equal(want, core.sha256(text))
      assert.equal(want, core.sha256(text, "portable"))
    end
    local seen = {}
    for size = 0, 200 do
      local digest = core.sha256(("x"):rep(size))
      assert.is_nil(seen[digest])
      assert.equal(digest, core.sha256(("x"):rep(size), "portable"))
      seen[digest] = true
    end
  end)
end)
