-- What C walks through can't be closed or changed meanwhile by a finalizer,
-- whatever the finalizer does; and what it leaves behind can be closed. Run by
-- spec/closing_spec.lua in a process of its own.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local jilu = require "jilu"

-- Calls `method(...)` while finalizers that call each of `close` run again and
-- again: they do so only while the C function itself is running. Returns what
-- the method returns, and what the closers said.
local function with_closers(close, method, ...)
  local live, said, calls = true, {}, 0
  local function running()
    for level = 3, 12 do
      local info = debug.getinfo(level, "f")
      if not info then return false end
      if info.func == method then return true end
    end
  end
  local function arm()
    setmetatable({}, { __gc = function()
      if not live then return end
      if running() then calls = calls + 1 end
      -- the first ones meet a function that has not yet looked
      if calls > 20 and running() then
        for k, f in ipairs(close) do said[k] = select(2, pcall(f)) or "closed" end
      end
      arm()
    end })
  end
  local mode = collectgarbage("incremental", 1, 1000)
  collectgarbage()   -- from here on it collects without a pause
  arm()
  local results = table.pack(pcall(method, ...))
  live = false
  collectgarbage("incremental", 200, 100)
  collectgarbage(mode)
  collectgarbage()
  assert(results[1], results[2])
  assert.is_true(calls > 20, "no finalizer ran meanwhile")
  return said, table.unpack(results, 2, results.n)
end

local TEXT = ("2019年3月,投入1200万元,设(shè)備建成道路35公里。\u{200B}\n"):rep(500)

local function check_refused(said, closers)
  for k = 1, #closers do assert.matches("in use by a function that has not returned", said[k]) end
end

-- Each: what is walked through, how, and who may close or change it.
local WALKS = {
  ["view:lines"] = function()
    local view = core.view(TEXT)
    return view.lines, { view }, { view }
  end,
  ["view:layer"] = function()
    local view = core.view(TEXT, "cut")
    return view.layer, { view, "repair" }, { view }
  end,
  ["roles:layer"] = function()
    local view = core.view(TEXT)
    local lines = view:lines()
    for _, line in ipairs(lines) do line.role = "paragraph" end
    local roles = core.roles(view, lines)
    return roles.layer, { roles, "line" }, { view }
  end,
  ["facts:layer"] = function()
    local view = core.view(TEXT)
    local reader = core.extractor { { word = "公里", class = "unit", text = "公里" } }
    local facts = reader:read(view)
    return facts.layer, { facts }, { view, facts, reader }
  end,
  ["extractor:facts"] = function()
    local view = core.view(TEXT)
    local reader = core.extractor { { word = "公里", class = "unit", text = "公里" } }
    return reader.facts, { reader, view }, { view, reader }
  end,
}

describe("a finalizer that closes", function()
  for name, prepare in pairs(WALKS) do
    it("what " .. name .. " walks through → it is in use, and closed later", function()
      local method, arguments, objects = prepare()
      local expected = method(table.unpack(arguments))
      local closers = {}
      for k, object in ipairs(objects) do closers[k] = function() object:close() end end
      local said, result = with_closers(closers, method, table.unpack(arguments))
      check_refused(said, closers)
      assert.same(expected, result)
      for _, object in ipairs(objects) do object:close() end
      assert.has_error(function() method(table.unpack(arguments)) end)
    end)
  end

  it("a document in jilu.Document:facts → the facts of all of it", function()
    for _ = 1, 10 do
      local function quantities()
        local w = setmetatable({ doc = jilu.document(TEXT) }, {
          __gc = function(w) pcall(w.doc.close, w.doc) end,
        })
        return w.doc:facts "quantity"   -- a tail call: w is garbage from here on
      end
      local done, list = pcall(quantities)
      if done then assert.equal(1000, #list) else assert.matches("is closed", list) end
    end
  end)

  it("a stream that is fed → in use for feed, finish and close", function()
    local stream = jilu.stream "grapheme"
    local closers = {
      function() stream:feed "x" end, function() stream:finish() end,
      function() getmetatable(stream).__close(stream) end,
    }
    local said, list = with_closers(closers, stream.feed, stream, TEXT)
    check_refused(said, closers)
    assert.equal(TEXT, table.concat(list) .. table.concat(stream:finish()))
  end)

  it("a writer that makes strings of numbers → in use for each of its methods", function()
    local schema = core.schema("quantity", { { "value", "any", optional = true } })
    local writer, view = core.writer(), core.view(TEXT)
    local value = {}
    for k = 1, 500 do value["key" .. k] = { [tostring(k)] = k + .5 } end
    local closers = {
      function() writer:take() end, function() writer:rewind(0) end,
      function() writer:object(schema, {}) end, function() writer:flush(io.stdout) end,
      function() getmetatable(writer).__close(writer) end, function() view:close() end,
    }
    local list = {}
    for k = 1, 100 do list[k] = { first = 1, last = 4, line = 1, value = value } end
    assert.equal(100, writer:records(schema, list, "x", view))
    local expected = writer:take()
    local said, count = with_closers(closers, writer.records, writer, schema, list, "x", view)
    check_refused(said, closers)
    assert.equal(100, count)
    assert.equal(expected, writer:take())
  end)

  -- These meet Lua once or twice: the finalizer comes before or behind.
  it("facts or a gazetteer that one block is made for → closed before, or all is found", function()
    for _ = 1, 20 do
      local view, words = core.view(TEXT), core.gazetteer { ["公里"] = 1 }
      local facts = extractor.default():read(view)
      local allowed = setmetatable({}, { __gc = function()
        pcall(facts.close, facts)
        pcall(view.close, view)
        pcall(words.close, words)
      end })
      for k = 1, #view do allowed[k] = { quantity = true } end
      local _, _ = pcall(facts.keep, facts, allowed)
      allowed = nil   -- luacheck: ignore
      local done, list = pcall(words.scan, words, ("公里,"):rep(20000))
      if done then assert.equal(60000, #list) else assert.matches("is closed", list) end
    end
  end)
end)

describe("a gazetteer of a grammar", function()
  it("stays open as long as the grammar lives", function()
    local words = core.gazetteer { ["举办"] = 1 }
    local texts = {}
    for name in ([[attributive same any own by unit reaching measure amounts ending object held
        initial]]):gmatch "%S+" do texts[name] = { "的" } end
    local grammar = core.clauses {
      marks = core.marks {
        sentence = "。", segment = ";", colon = ":", comma = ",", brackets = "()",
      },
      words = words, sets = { { verb = true } }, texts = texts, one = "一", articles = {}, told = {},
    }
    assert.has_error(function() words:close() end,
                     "jilu.Gazetteer is in use by a function that has not returned")
    local reading = grammar:read("举办活动。", { first = 1, last = 15 },
      { quantity = {}, time = {}, organization = {}, change = {} })
    assert.equal(1, #reading:clauses(1))
    grammar, reading = nil, nil   -- luacheck: ignore
    collectgarbage()
    collectgarbage()
    words:close()
  end)
end)

describe("a lexicon closed while its words are walked through", function()
  local path = "build/zh.lexicon"
  local here = io.open(path, "rb")
  if here then here:close() end
  local test = here and it or pending

  test("iterator that outlives it → all words", function()
    local open = assert(jilu.lexicon.open(path))
    local expected = {}
    for i, j, tag in open:words("我们在設計網絡", { tags = true }) do
      expected[#expected + 1] = { i, j, tag }
    end
    local function words(text)
      local lexicon <close> = assert(jilu.lexicon.open(path))
      return lexicon:words(text, { tags = true })
    end
    local found = {}
    for i, j, tag in words "我们在設計網絡" do found[#found + 1] = { i, j, tag } end
    assert.same(expected, found)
    for _ in open:words("我们在設計網絡") do open:close() end
    assert.has_error(function() open:words "我们" end)
  end)

  test("layer over it that was closed in its loop → all words", function()
    local layer = assert(jilu.lexicon.open(path)):with { "設計網" }
    collectgarbage()
    local count = 0
    for _ in layer:words("我们在設計網絡") do
      layer:close()
      collectgarbage()
      count = count + 1
    end
    assert.is_true(count >= 3)
  end)
end)
