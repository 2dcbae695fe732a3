-- A language is data: German, of which the library knows nothing, in the words
-- and marks of spec/support/german.lua.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"

local german = extractor.for_table(require "spec.support.german")

-- "text value unit noun" of each quantity.
local function brief(text)
  local list = {}
  for _, fact in ipairs(german:facts(text)) do
    if fact.type == "quantity" then
      list[#list + 1] = ("%s %s %s %s %s"):format(text:sub(fact.first, fact.last), fact.value,
        fact.approx, fact.unit, fact.noun)
    end
  end
  return table.concat(list, "; ")
end

describe("German numbers", function()
  for text, expected in pairs {
    ["3,5 Millionen"] = "3500000", ["1.200"] = "1200", ["1.234.567,25"] = "1234567.25",
    ["0,75"] = "0.75", ["1,200"] = "1.2", ["minus 3,5"] = "-3.5", ["zwölf"] = "12",
    ["zwei Milliarden"] = "2000000000",
  } do
    it(text .. " → " .. expected, function()
      assert.same({ expected, #text }, { german:number(text) })
    end)
  end
  for text, last in pairs { ["3.5"] = 1, ["12.3456"] = 2, ["1.20"] = 1 } do
    it(text .. " → the digits before the mark alone", function()
      assert.same({ text:match "%d+", last }, { german:number(text) })
    end)
  end
end)

describe("German quantities", function()
  for text, expected in pairs {
    ["Drei Schulen wurden gebaut."] = "Drei 3 exact  Schulen",
    ["Im Kreis wurden rund 1.200 Kinder geimpft."] = "rund 1.200 1200 about  Kinder",
    ["Das sind 12,5 Prozent."] = "12,5 Prozent 12.5 exact % ",
    ["mindestens 20 km für 3,5 Millionen Euro"] =
      "mindestens 20 km 20 at_least km ; 3,5 Millionen Euro 3500000 exact EUR ",
    ["zwei Millionen Kinder"] = "zwei Millionen 2000000 exact  Kinder",
    -- none
    ["Drei der Schulen"] = "", ["am 3.5.2019"] = "", ["Version 1.2.3"] = "", ["Dreizack"] = "",
    ["fünf Klasse"] = "",
  } do
    it(text .. " → " .. (expected == "" and "none" or expected), function()
      assert.equal(expected, brief(text))
    end)
  end
  it("their marks are no others' → English reads its own", function()
    local english = extractor.for_language "en"
    assert.same({ "1200", 5 }, { english:number "1,200" })
    assert.same({ "1.2", 5 }, { english:number "1.200" })
    assert.equal("en, zh", extractor.known_languages())
  end)
end)

describe("core.extractor", function()
  it("marks that no number is written with → an error", function()
    for _, marks in ipairs { { decimal_mark = "5" }, { decimal_mark = ".." }, { group_mark = "" },
      { decimal_mark = 5 }, { group_mark = true }, { decimal_mark = "," } } do
      assert.is_false((pcall(core.extractor, {}, marks)))
    end
    assert.has_error(function() core.extractor({}, { decimal_mark = "x" }) end,
      "bad argument #2 to 'extractor' (marks in numbers are one of . , ')")
    assert.has_error(function() core.extractor({}, true) end)
  end)
  it("a name that is none of the class's values → an error that lists them", function()
    local function value(class, name)
      return function() core.extractor { { word = "a", class = class, value = name } } end
    end
    assert.has_error(value("approx_after", "abuot"), 'sense #1: value "abuot"; known: exact, '
      .. "about, over, nearly, at_least, at_most, range")
    assert.has_error(value("time_edge", "over"), 'sense #1: value "over"; known: start, end, '
      .. "since, asof, before, around, after")
    assert.has_error(value("digit", "one"), 'sense #1: value "one"; known: numbers alone')
    assert.has_error(value("digit", "1"), 'sense #1: value "1"; known: numbers alone')
    assert.has_no.errors(value("approx_after", "about"))
    assert.has_no.errors(value("title", "role"))
  end)
  it("the marks are kept in its file", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    file:write(core.extractor_image(german.core, "data"))
    file:close()
    local opened = core.extractor_open(path, "data")
    os.remove(path)
    assert.equal("1200", (opened:number(core.view "1.200", 1)))
    assert.equal("Schulen", opened:facts(core.view "Drei Schulen")[1].noun)
  end)
end)
