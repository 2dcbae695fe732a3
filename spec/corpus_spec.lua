-- The documents of spec/corpus against their hand-made annotation.
-- `lua5.4 spec/corpus_score.lua KIND` prints what misses.

package.path = "spec/?.lua;" .. package.path
local corpus = require "corpus_score"

-- precision and recall that must not be lost again
local FLOOR = {
  document = { 1, 1 }, lines = { 1, 1 }, sections = { 1, 1 }, ["sections.value"] = { 1, 1 },
  items = { 1, 1 }, ["items.value"] = { 1, 1 },
  quantities = { .97, .98 }, ["quantities.value"] = { .98, .98 },
  ["quantities.noun"] = { .72, .72 },
  times = { .98, .98 }, ["times.value"] = { .98, .98 }, changes = { .9, .8 },
  works = { 1, 1 }, quotes = { 1, 1 }, ledger = { .92, .91 }, ["ledger.effect"] = { .87, .87 },
  ["ledger.unit"] = { .78, .78 }, ["ledger.time"] = { .95, .95 }, ["ledger.mode"] = { .97, .97 },
}

describe("spec/corpus", function()
  for _, name in ipairs(corpus.names) do
    it(name .. " is annotated at places that are there", function()
      local w = corpus.want(name)
      local before = 0
      for _, x in ipairs(w.section) do
        assert.is_true(x.start >= before, "sections out of order: " .. x.text)
        before = x["end"]
      end
      -- each required quantity of a document that reports acts is in one row
      for _, q in ipairs(w.quantity or {}) do
        local rows = 0
        for _, row in ipairs(w.ledger) do
          if row.start <= q.start and q["end"] <= row["end"] then rows = rows + 1 end
        end
        if not q.optional and not w.ledger_free and w.line[q.line] == "paragraph" then
          assert.equal(1, rows, name .. ": " .. q.text)
        end
      end
    end)
  end

  it("is read no worse than before", function()
    local rows, wrong = corpus.score()
    for kind, floor in pairs(FLOOR) do
      local r = rows[kind]
      local shown = {}
      for _, x in ipairs(wrong) do
        if x.kind == kind then shown[#shown + 1] = x.text end
      end
      local text = kind .. "\n" .. table.concat(shown, "\n")
      assert.is_true(r.precision >= floor[1] and r.recall >= floor[2], text)
    end
  end)
end)
