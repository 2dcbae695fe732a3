-- jilu schema: the records of the ready-made pipelines are as it says.

local cjson = require "cjson"
local json_schema = require "spec.support.json_schema"
local shell = require "spec.support.shell"

local function jilu(arguments) return shell.run(".", shell.jilu .. " " .. arguments) end

local function schema_of(arguments)
  local code, out, err = jilu("schema " .. arguments)
  assert.equal(0, code, err)
  return cjson.decode(out), out
end

describe("jilu schema", function()
  for name, least in pairs { ledger = 20, facts = 14, outline = 5 } do
    it(name .. " → every record of the corpus is valid", function()
      local schema = schema_of(name)
      local code, out = jilu("run " .. name .. " spec/corpus/*.txt --lexicon none")
      assert.equal(0, code)
      local types, count = {}, 0
      for line in out:gmatch "[^\n]+" do
        local record = cjson.decode(line)
        assert.is_nil(json_schema.check(record, schema), line)
        types[record.type], count = true, count + 1
      end
      assert.is_true(count > 500, count)
      local defined = 0
      for type in pairs(schema["$defs"]) do
        if not type:find(".", 1, true) then defined = defined + 1 end
      end
      assert.equal(least, defined)
      assert.is_true(types.document)
    end)
  end

  it("a record that is not as it says → is none", function()
    local schema = schema_of "ledger --only quantity"
    local good = { type = "quantity", doc = "a", start = 0, ["end"] = 1, text = "1", line = 1,
      value = 1, unit = cjson.null, approx = "exact", noun = "" }
    assert.is_nil(json_schema.check(good, schema))
    for reason, change in pairs {
      enum = { approx = "roughly" }, ["type boolean"] = { value = true },
      ["no property extra"] = { extra = 1 }, pattern = { value = "one" },
      ["type number"] = { noun = 5 }, ["const quantity"] = { type = "quality" },
    } do
      local bad = {}
      for key, value in pairs(good) do bad[key] = value end
      for key, value in pairs(change) do bad[key] = value end
      assert.match(reason, json_schema.check(bad, schema), 1, true)
    end
    for _, name in ipairs { "doc", "unit", "noun", "text" } do
      local bad = {}
      for key, value in pairs(good) do bad[key] = key ~= name and value or nil end
      assert.match("required " .. name, json_schema.check(bad, schema), 1, true)
    end
  end)

  it("members of a framework → have members of the same shape", function()
    local schema = schema_of "ledger --only framework"
    local member = { name = "b", start = 0, ["end"] = 1, numeral = cjson.null, kind = "x",
      members = {} }
    local record = { type = "framework", doc = "a", name = "a", numeral = cjson.null,
      kind = cjson.null, members = { member } }
    assert.is_nil(json_schema.check(record, schema))
    member.members = { { name = 5 } }
    assert.match("members: [1] ", json_schema.check(record, schema), 1, true)
  end)

  it("a script with types of its own → those", function()
    local folder = shell.folder()
    shell.write(folder .. "/p.lua", [[
local jilu = require "jilu"
return jilu.pipeline { jilu.rule { name = "visit", match = jilu.re "'a'",
  emit = function() return {} end,
  fields = { { "who", "string" }, jilu.field("n", "integer"):opt() } },
  jilu.emit { jilu.schema "free" } }
]])
    local schema = schema_of(shell.quote(folder .. "/p.lua"))
    shell.remove(folder)
    assert.same({ "type", "doc", "who" }, schema["$defs"].visit.required)
    assert.same({ "integer", "null" }, schema["$defs"].visit.properties.n.type)
    assert.is_false(schema["$defs"].visit.additionalProperties)
    assert.is_true(schema["$defs"].free.additionalProperties)
  end)

  it("--only → those types; one that there is not, or no pipeline → an error", function()
    local schema, out = schema_of "facts --only url,time"
    assert.same({ { ["$ref"] = "#/$defs/time" }, { ["$ref"] = "#/$defs/url" } }, schema.oneOf)
    assert.equal(out, select(2, schema_of "facts --only time,url"))
    local code, _, err = jilu "schema facts --only ledger"
    assert.equal(1, code)
    assert.match("no type 'ledger'; this pipeline emits change, contact", err, 1, true)
    assert.equal(1, (jilu "schema nothing"))
  end)
end)
