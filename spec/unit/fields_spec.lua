-- csrc/facts/fields.def is the one table of what facts say: what is written of
-- them elsewhere (types for editors, meanings, schemas) has the same fields.

local core = require "jilu.core"
local meanings = require "jilu.record.meanings"
local schema = require "jilu.record.schema"
local shell = require "spec.support.shell"

local CLASSES = {
  quantity = "Quantity", change = "Change", time = "TimeFact", numeral_phrase = "NumeralPhrase",
  work = "Marked", quote = "Marked", organization = "Name", person = "Name", place = "Name",
  document_number = "Identifier", url = "Identifier", contact = "Identifier",
}

local META = shell.read "lua/jilu/meta/facts.lua" .. shell.read "lua/jilu/facts/extractor.lua"

-- The fields of a class for editors, and of those of its parents but jilu.Fact.
local function typed(class, set)
  local parents, body = META:match("%-%-%-@class jilu%." .. class .. "%f[%W]:? ?([^\n]*)\n(.-)\n\n")
  assert(body, class)
  for name in ("\n" .. body):gmatch "\n%-%-%-@field ([%w_]+)" do set[name] = true end
  for parent in parents:gmatch "jilu%.(%u%w+)" do
    if parent ~= "Fact" then typed(parent, set) end
  end
  set.first, set.last = nil, nil
  return set
end

local function set_of(rows, keep)
  local set = {}
  for _, row in ipairs(rows) do
    if keep(row) then set[row[1]] = true end
  end
  return set
end

local function all() return true end

describe("the fields of facts", function()
  local fields = core.fields()

  it("every kind → has its types for editors", function()
    for kind, rows in pairs(fields) do
      assert.same(set_of(rows, all), typed(CLASSES[kind], {}), kind)
    end
    for kind in pairs(CLASSES) do assert.is_table(fields[kind], kind) end
  end)

  it("every field of a record → has a meaning, and no other field does", function()
    for _, kind in ipairs(schema.names()) do
      local known = {}
      for name in pairs(meanings.fields[kind] or {}) do known[name] = true end
      assert.same(set_of(schema.of(kind).fields, all), known, kind)
    end
  end)

  it("a fact that was read → has no other fields than those", function()
    local jilu = require "jilu"
    local common = { type = true, first = true, last = true, text = true, line = true,
      folded_first = true, folded_last = true, rule = true }
    local doc = jilu.document("2019年3月5日，云川市修建公路3.5万公里，由61%提高到63%，落实“三项制度”。")
    local seen = {}
    for kind, rows in pairs(fields) do
      local known = set_of(rows, all)
      for _, fact in ipairs(doc:facts(kind)) do
        seen[kind] = true
        for name in pairs(fact) do
          assert.is_true(common[name] or known[name], kind .. "." .. name)
        end
      end
    end
    for _, kind in ipairs { "quantity", "time", "change", "numeral_phrase" } do
      assert.is_true(seen[kind], kind)
    end
  end)
end)
