-- What the judge of names chose among, as jilu explain shows it.

local jilu = require "jilu"
local stage = require "jilu.facts.stage"

local lexicon = jilu.lexicon.open()

local function names_of(text, explained)
  local doc = jilu.document(text, { lexicon = lexicon })
  doc.explained = explained
  local run = stage.run
  run(doc)
  return doc, doc:layer "person"
end

describe("the candidates of a name", function()
  if not lexicon then
    pending "ask for a lexicon"
    return
  end

  it("are three at most, with their sums, the best first, and hold the name", function()
    local doc, persons = names_of("海棠县教育局局长陈一鸣到望屏县青云湖调研。", true)
    assert.equal(1, #persons)
    local list = persons[1].candidates
    assert.equal(3, #list)
    assert.equal("陈一鸣", doc:text(list[1]))
    assert.equal("person", list[1].name)
    for k, c in ipairs(list) do
      assert.is_true(c.first <= persons[1].last and persons[1].first <= c.last)
      assert.matches("^%-?%d+%.%d%d$", c.score)
      assert.is_true(k == 1 or tonumber(list[k - 1].score) >= tonumber(c.score))
    end
  end)

  it("are not gathered where nobody asks", function()
    local _, persons = names_of("海棠县教育局局长陈一鸣调研。", nil)
    assert.equal(1, #persons)
    assert.is_nil(persons[1].candidates)
  end)

  it("are none where there is no lexicon to judge with", function()
    local doc = jilu.document "海棠县教育局局长陈一鸣调研。"
    doc.explained, doc.lexicon = true, nil
    local run = stage.run
    run(doc)
    assert.equal(1, #doc:layer "person")
    assert.is_nil(doc:layer("person")[1].candidates)
  end)
end)
