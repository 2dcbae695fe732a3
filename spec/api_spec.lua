-- What holds for the whole of the Lua API: how mistakes are named, how things
-- print.

local jilu = require "jilu"

local function message_of(f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  return (message:gsub("^[^:]*:%d+: ", ""))
end

describe("a mistake", function()
  for expected, call in pairs {
    ["bad argument #1 to 'document' (string expected, got nil)"] = function() jilu.document() end,
    ["bad argument #2 to 'document' (unknown option 'name'; known: charset, date, encoding, "
      .. "extractor, from, id, language, lexicon, member, metadata, path, residue)"] =
      function() jilu.document("", { name = "a" }) end,
    ["bad argument #2 to 'document' (option 'id': string expected, got number)"] =
      function() jilu.document("", { id = 5 }) end,
    ["bad argument #1 to 'gazetteer' (table expected, got nil)"] = function() jilu.gazetteer() end,
    ["bad argument #2 to 'gazetteer' (unknown option 'tail'; known: tails)"] =
      function() jilu.gazetteer({}, { tail = "" }) end,
    ["bad argument #3 to 'pad' (unknown option 'side'; known: align, fill)"] =
      function() jilu.pad("", 1, { side = 1 }) end,
    ["bad argument #1 to 'wrap' (string expected, got number)"] = function() jilu.wrap(5, 5) end,
    ["bad argument #1 to 'facts' (no kind 'quantities'; known: change, contact, document_number, "
      .. "numeral_phrase, organization, person, place, quantity, quote, time, url, work)"] =
      function() jilu.document "":facts "quantities" end,
    ["bad argument #1 to 'facts' (string expected, got nil)"] =
      function() jilu.document "":facts() end,
  } do
    it("→ " .. expected, function() assert.equal(expected, message_of(call)) end)
  end

  it("→ is placed at the line that made it", function()
    local line = debug.getinfo(1, "l").currentline + 1
    local _, message = pcall(function() jilu.document("", { name = "a" }) end)
    assert.match("api_spec.lua:" .. line .. ": bad argument", message, 1, true)
    line = debug.getinfo(1, "l").currentline + 1
    _, message = pcall(function() local f = jilu.document "":facts "x" return f end)
    assert.match("api_spec.lua:" .. line .. ": bad argument", message, 1, true)
  end)
end)

describe("what prints", function()
  it("a fact → its type, text, what it says and where it stands", function()
    local doc = jilu.document("县图书馆2021年3月新增图书1.2万册,占36%。“好”", { residue = "keep" })
    assert.equal("quantity 1.2万册 value 12000 unit 册 approx exact noun 图书 [36-44]",
      tostring(doc:facts "quantity"[1]))
    assert.equal("time 2021年3月 value 2021-03 from 2021-03 kind date [13-23]",
      tostring(doc:facts "time"[1]))
    assert.equal("organization 县图书馆 [1-12]", tostring(doc:facts "organization"[1]))
    assert.match("^quantity 5人 value 5 unit 人", tostring(jilu.facts "5人"[1]))
  end)

  it("a fact with fields that a user changed → still prints", function()
    local fact = jilu.facts "5人"[1]
    fact.type, fact.text, fact.first, fact.value = nil, {}, nil, true
    assert.match("^nil  unit 人 approx exact %[nil%-4%]", tostring(fact))
  end)

  it("a closed document → says so, and what it holds no longer is named", function()
    local doc = jilu.document("《书》", { id = "a" })
    assert.equal(1, #doc:facts "work")
    doc:close()
    assert.equal("jilu.Document (a, 9 bytes, 1 lines, closed)", tostring(doc))
    assert.equal(1, #doc:facts "work")
    local other = jilu.document("《书》", { id = "a" })
    other:close()
    assert.equal("bad self to 'facts' (jilu.Document (a, 9 bytes, 1 lines, closed) is closed)",
      message_of(other.facts, other, "work"))
  end)
end)

describe("the form of messages about arguments", function()
  it("→ is written in one place", function()
    local list = {}
    for path in io.popen("grep -rl \"bad argument #\" lua --include=*.lua"):lines() do
      if path ~= "lua/jilu/check.lua" then list[#list + 1] = path end
    end
    assert.same({}, list)
  end)
end)
