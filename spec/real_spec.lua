-- Real documents and cases of other projects, which are not in this repository:
-- JILU_SHARED names a folder that has them with their scorers.

local SHARED = os.getenv "JILU_SHARED"
if not SHARED then return end

local function run(command)
  local pipe = assert(io.popen(command .. " 2>&1; echo exit=$?"))
  local out = pipe:read "a"
  pipe:close()
  return out, tonumber(out:match "exit=(%d+)%s*$")
end

local MINIMUM = {
  document = 0.94, lines = 0.98, sections = 1, ["sections.value"] = 1, enumeration_items = 1,
  quantities = 0.97, ["quantities.value"] = 0.98, ["quantities.noun"] = 0.90,
  changes = 1, ["changes.value"] = 1, times = 0.95, ["times.value"] = 0.93,
  works = 1, quotes = 0.99, repairs = 1, ["repairs.value"] = 1,
  numeral_phrases = 0.93, ["numeral_phrases.key"] = 0.97, numeral_phrase_members = 0.80,
  framework_nodes = 0.90, ["framework_nodes.depth"] = 0.95,
  organizations = 0.80, persons = 0.90, places = 0.75,
  ledger = 0.80, ["ledger.whole_row"] = 0.60, ["ledger.unit"] = 0.85, ["ledger.time"] = 0.88,
  ["ledger.effect"] = 0.90, ["ledger.content"] = 0.85, ["ledger.mode"] = 0.92,
}

describe("in JILU_SHARED", function()
  it("the five real documents are read as by hand", function()
    local records = os.tmpname()
    local _, code = run(("lua5.4 lua/jilu/cli/jilu.lua run ledger %s/seeds/*.txt -o %s")
      :format(SHARED, records))
    assert.equal(0, code)
    local options = {}
    for kind, least in pairs(MINIMUM) do
      options[#options + 1] = ("--min %s=%s"):format(kind, least)
    end
    local out, status = run(("lua5.4 %s/gold/score.lua %s %s")
      :format(SHARED, records, table.concat(options, " ")))
    os.remove(records)
    assert.equal(0, status, out)
  end)

  it("nine of ten cases of other projects are read as they say", function()
    local out, status = run(("lua5.4 %s/specs/run.lua --min 0.90"):format(SHARED))
    assert.equal(0, status, out)
  end)
end)
