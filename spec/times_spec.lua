-- Times, on the sentences of spec/facts/times.lua.

local core = require "jilu.core"
local extractor = require("jilu.facts.extractor").default()

local DATE = "2019-10-15"

-- What only a lexicon of Chinese words can tell has `lexicon`.
local lexicon = require("spec.support.lexicon").small()

local function times(text, date, words)
  local out = {}
  for _, f in ipairs(extractor:facts(core.view(text, "auto"), date, nil, words)) do
    if f.type == "time" then
      out[#out + 1] = f.text .. "=" .. (f.value or "?") .. (f.mod and "@" .. f.mod or "")
    end
  end
  return table.concat(out, "; ")
end

describe("times", function()
  for _, row in ipairs(dofile "spec/facts/times.lua") do
    local date = row.date
    if date == nil then date = DATE end
    it(row[1], function()
      assert.equal(row[2], times(row[1], date or "", row.lexicon and lexicon or nil))
    end)
  end
end)
