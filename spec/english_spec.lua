-- Runs spec/facts/english*.lua: English is data and a grammar. A row that fails
-- names itself; JILU_ROWS=all prints them.

local core = require "jilu.core"
local extractor = require("jilu.facts.extractor").of "en"

local KINDS = { quantity = true, time = true, quote = true }

local function facts(text)
  local found = {}
  for _, f in ipairs(extractor:facts(core.view(text, "auto"), "2019-10-15")) do
    if KINDS[f.type] then found[#found + 1] = f end
  end
  return found
end

local function number(f)
  return f.min and f.min .. ".." .. f.max or tostring(f.digits or f.value)
end

local function show(f)
  if f.type == "quote" then return ("quote(%s)"):format(f.text) end
  if f.type == "time" then return ("time(%s=%s %s %s..%s)"):format(f.text, f.value, f.mod or "",
    f.from, f["until"]) end
  return ("quantity(%s=%s %s @%s >%s :%s)"):format(f.text, number(f), f.unit or "",
    f.currency or f.ucum or "", f.approx, f.noun)
end

local function same_number(f, want)
  local min, max = want:match "^(.-)%.%.(.*)$"
  if min then return f.min == tonumber(min) and f.max == tonumber(max) end
  return tostring(f.digits or f.value) == want or f.value == tonumber(want)
end

-- What the rest of a quantity says: "unit @code >approximation :noun".
local function described(rest)
  local said = { unit = rest:match "^([^@>:]*)" }
  for mark, word in rest:gmatch "([@>:])([^@>:]*)" do said[mark] = word:match "^(.-)%s*$" end
  said.unit = said.unit:match "^(.-)%s*$"
  return said
end

local function fits(f, want)
  if f.type ~= want.type or f.text ~= want.text then return false end
  if f.type == "quote" then return true end
  if f.type == "time" then return f.value == want.value and f.mod == want.mod end
  local said = described(want.rest)
  return same_number(f, want.value) and (f.unit or "") == said.unit
    and f.approx == (said[">"] or (f.min and "range" or "exact"))
    and (not said["@"] or said["@"] == (f.currency or f.ucum))
    and (not said[":"] or said[":"] == f.noun)
end

local function judge(row)
  local found, said = facts(row[1]), {}
  local ok = #found == #row - 1
  for k, f in ipairs(found) do
    said[k] = show(f)
    ok = ok and fits(f, row[k + 1])
  end
  return ok, table.concat(said, " | ")
end

for _, name in ipairs { "english", "english_numbers", "english_times", "english_periods",
  "english_amounts", "english_durations" } do
describe("every row of " .. name, function()
  local all = os.getenv "JILU_ROWS" == "all"
  local failed, rows = 0, dofile("spec/facts/" .. name .. ".lua")
  for _, row in ipairs(rows) do
    if all then
      local ok, said = judge(row)
      if not ok then
        failed = failed + 1
        print(row[1], "got " .. said)
      end
    else
      it(row[1], function()
        local ok, said = judge(row)
        assert(ok, "got " .. said)
      end)
    end
  end
  if all then print(name, failed .. " of " .. #rows .. " fail") end
end)
end

describe("the language of a text", function()
  local jilu = require "jilu"
  local text = "In 2018, 35 companies paid 5 stone."

  it("is what a document is read as", function()
    local doc = jilu.document(text, { language = "en" })
    assert.equal("companies", doc:facts("quantity")[1].noun)
    assert.equal("2018", doc:facts("time")[1].value)
    assert.equal(0, #jilu.document(text):facts "quantity")
  end)
  it("takes words of the user's", function()
    local own = jilu.extractor { language = "en", units = { { "stone", ucum = "[stone_av]" } } }
    local found = own:facts("They weigh one hundred and two stone.")[1]
    assert.same({ 102, "stone", "[stone_av]" }, { found.value, found.unit, found.ucum })
    assert.equal("105000", (own:number "one hundred and five thousand cats"))
  end)
  it("must be one that is known", function()
    assert.error_matches(function() jilu.document("a", { language = "fr" }) end,
      "option 'language': no language 'fr'; known: en, zh", 1, true)
    assert.error_matches(function() jilu.extractor { language = "fr" } end,
      "option 'language': no language 'fr'; known: en, zh", 1, true)
  end)
  it("keeps the stages that read Chinese from other texts", function()
    local types = {}
    local doc = jilu.document("Report\n\nOn 3 May 2019 we met 3 times.\n", { language = "en" })
    for record in jilu.load "ledger":records(doc) do types[record.type] = true end
    assert.same({ document = true, line = true, time = true, quantity = true }, types)
  end)
end)
