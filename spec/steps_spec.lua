-- A document in steps, for programs that have other work to do.

local jilu = require "jilu"
local shell = require "spec.support.shell"

local function corpus()
  local parts = {}
  local pipe = io.popen "ls spec/corpus/*.txt"
  for path in pipe:lines() do parts[#parts + 1] = shell.read(path) end
  pipe:close()
  return table.concat(parts, "\n")
end

-- All steps of a document: what the last one gave, and how many there were.
local function finish(step)
  local count = 0
  while true do
    count = count + 1
    local done, records, message, failure = step()
    if done then return count, records, message, failure end
  end
end

local cuts = _VERSION >= "Lua 5.4"

describe("pipeline:steps", function()
  local text = corpus()
  local pipeline = assert(jilu.load "ledger")

  it("gives what run gives, in many steps", function()
    local expected = assert(pipeline:run(jilu.document(text)))
    local count, records = finish(pipeline:steps(jilu.document(text), { milliseconds = 0 }))
    assert.same(expected, records)
    if cuts then assert.is_true(count > 100) end
  end)

  it("with a lexicon too, and in one step where there is time", function()
    local lexicon = jilu.lexicon.open()
    if not lexicon then return pending "no lexicon" end
    local function document()
      local doc = jilu.document(text)
      doc.lexicon = lexicon
      return doc
    end
    local expected = assert(pipeline:run(document()))
    local _, records = finish(pipeline:steps(document(), { milliseconds = 0 }))
    assert.same(expected, records)
    local count
    count, records = finish(pipeline:steps(document(), { milliseconds = 1e6 }))
    assert.same(expected, records)
    if cuts then assert.are.equal(1, count) end
  end)

  it("documents by turns do not disturb each other", function()
    local expected = assert(pipeline:run(jilu.document(text)))
    local steps, got = {}, {}
    for k = 1, 3 do
      steps[k] = pipeline:steps(jilu.document(text), { milliseconds = 0 })
    end
    while steps[1] or steps[2] or steps[3] do
      for k = 1, 3 do
        if steps[k] then
          local done, records = steps[k]()
          if done then steps[k], got[k] = false, records end
        end
      end
    end
    for k = 1, 3 do assert.same(expected, got[k]) end
  end)

  it("rules of documents by turns leave their facts as they were", function()
    local function pipeline_of(rounds)
      return jilu.pipeline { "facts",
        jilu.rule { name = "counted", match = jilu.re "{:n: quantity :}", emit = function(m)
          local sum = 0
          for k = 1, rounds do sum = sum + k end
          return { n = m.n.value, sum = sum * 0 }
        end },
        function(doc)
          for _, fact in ipairs(doc:layer "quantity") do assert(fact.no_such_field == nil) end
        end,
      }
    end
    -- the second begins its call while the first is in its own, and ends it later
    local steps = {
      pipeline_of(20000):steps(jilu.document "3人", { milliseconds = 0 }),
      pipeline_of(60000):steps(jilu.document "5人", { milliseconds = 0 }),
    }
    local left = 2
    while left > 0 do
      for k, step in pairs(steps) do
        local done, records, message = step()
        if done then
          assert.is_table(records, message)
          assert.are.equal(k == 1 and 3 or 5, records[1].n)
          steps[k], left = nil, left - 1
        end
      end
    end
  end)

  it("a stage that fails, or drops the document, is told as by run", function()
    local failing = jilu.pipeline { function() error "no good" end }
    local _, records, message, failure = finish(failing:steps(jilu.document "a"))
    assert.is_nil(records)
    assert.is_truthy(message:find("no good", 1, true))
    assert.are.equal("no good", failure.reason:match "no good")
    local dropping = jilu.pipeline { function() return jilu.drop "not ours" end }
    _, records, message, failure = finish(dropping:steps(jilu.document "a"))
    assert.is_nil(records)
    assert.is_truthy(failure.dropped)
    assert.is_string(message)
  end)

  it("a stage may use coroutines, and steps, of its own", function()
    local inner = jilu.pipeline { "facts", jilu.emit { "quantity" } }
    local seen = {}
    local outer = jilu.pipeline { function()
      local numbers = coroutine.wrap(function()
        for k = 1, 200 do
          local sum = 0
          for i = 1, 500 do sum = sum + i end
          coroutine.yield(k + sum * 0)
        end
      end)
      for k in numbers do seen[#seen + 1] = k end
      local _, records = finish(inner:steps(jilu.document "3人", { milliseconds = 0 }))
      seen.inner = records
    end }
    finish(outer:steps(jilu.document "a", { milliseconds = 0 }))
    assert.are.equal(200, #seen)
    assert.are.equal(200, seen[200])
    assert.are.equal("3人", seen.inner[1].text)
  end)

  it("a document that is left half done is freed", function()
    for _ = 1, 20 do
      local step = pipeline:steps(jilu.document(text), { milliseconds = 0 })
      for _ = 1, math.random(60) do
        if step() then break end
      end
    end
    collectgarbage()
    collectgarbage()
  end)

  it("what was being read for a document left half done can be closed", function()
    if not cuts then return pending "a step is a stage" end
    local doc = jilu.document(text:rep(8))
    local step = jilu.pipeline { "facts" }:steps(doc, { milliseconds = 0 })
    repeat
      local done = step()
      assert.is_false(done, "nothing was ever in use")
    until not pcall(function() doc.view:close() end)
    step = nil   -- luacheck: ignore 311
    collectgarbage()
    collectgarbage()
    doc:close()
  end)

  it("what is being read can't be closed meanwhile", function()
    if not cuts then return pending "a step is a stage" end
    local doc = jilu.document(text:rep(8))
    local step = jilu.pipeline { "facts" }:steps(doc, { milliseconds = 0 })
    local refused = false
    repeat
      local done = step()
      if not done and not pcall(function() doc.view:close() end) then refused = true end
    until done or refused
    assert.is_true(refused)
  end)

  it("leaves the collector as it was", function()
    if not cuts then return pending "a step is a stage" end
    local step = pipeline:steps(jilu.document(text), { milliseconds = 0 })
    step()
    assert.is_true(collectgarbage "isrunning")
    collectgarbage "stop"
    step()
    local running = collectgarbage "isrunning"
    collectgarbage "restart"
    assert.is_false(running)
  end)

  describe("mistakes", function()
    local rows = {
      { function() pipeline:steps "a" end, "jilu.Document expected" },
      { function() pipeline:steps(jilu.document "a", 3) end, "table expected" },
      { function() pipeline:steps(jilu.document "a", { seconds = 1 }) end,
        "unknown option 'seconds'" },
      { function() pipeline:steps(jilu.document "a", { milliseconds = -1 }) end, "from 0 on" },
      { function()
        local step = pipeline:steps(jilu.document "a")
        finish(step)
        step()
      end, "the document is done" },
    }
    for _, row in ipairs(rows) do
      it(row[2], function() assert.error_matches(row[1], row[2], 1, true) end)
    end
  end)
end)
