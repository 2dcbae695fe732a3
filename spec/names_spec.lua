-- Names on sentences of our own (spec/facts/names.lua).

local core = require "jilu.core"
local extractor = require("jilu.extractor").default()
local rows = dofile "spec/facts/names.lua"

-- What the extractor finds of a kind, written as the table writes it; `full`
-- only where the table asks for it.
local function found(text, kind, expected)
  local names = {}
  for _, f in ipairs(extractor:facts(core.view(text, "auto"), "2023-01-01")) do
    if f.type == kind then
      local name = f.text
      if f.full and expected:find(name .. ">", 1, true) then name = name .. ">" .. f.full end
      names[#names + 1] = name
    end
  end
  return table.concat(names, "|")
end

describe("names", function()
  for _, row in ipairs(rows) do
    it(row[1], function()
      for _, kind in ipairs { "organization", "person", "place" } do
        local expected = row[kind .. "s"] or ""
        assert.equal(kind .. " " .. expected, kind .. " " .. found(row[1], kind, expected))
      end
    end)
  end
end)
