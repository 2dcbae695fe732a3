-- What a lexicon tells the grammars of facts: where nouns and names end.

local jilu = require "jilu"

local LIST = [[
清运 40 v
垃圾 90 n
驰援 30 v
灾区 40 n
医生 90 n
群众 200 n
反映 90 v
强烈 80 a
的 5000 uj
信访 60 v
问题 300 n
挖掘机 40 n
昼夜 30 t
施工 60 vn
常住 40 v
人口 90 n
常住人口 60 n
到位 40 v
款项 40 n
高度 60 n
重视 80 v
现场 70 n
办公 60 n
方向 70 n
人参 70 n
报道 70 v
]]

local lexicon = require("spec.support.lexicon").of(LIST)

local function noun(text, words)
  for _, f in ipairs(jilu.facts(text, { lexicon = words })) do
    if f.type == "quantity" then return f.noun end
  end
end

local function persons(text, words)
  local list = {}
  for _, f in ipairs(jilu.facts(text, { lexicon = words })) do
    if f.type == "person" then list[#list + 1] = f.text end
  end
  return table.concat(list, "|")
end

describe("with a lexicon", function()
  for text, expected in pairs {
    ["清运垃圾3吨"] = "垃圾",                     -- the verb that takes the noun
    ["32名医生驰援灾区。"] = "医生",               -- and the one that follows it
    ["解决了28件群众反映强烈的信访问题"] = "信访问题",   -- what stands before 的 is a clause
    ["5台挖掘机昼夜施工。"] = "挖掘机",             -- a stop of the lists is part of a word
    ["常住人口3万人"] = "常住人口",                 -- verb and noun are one word
    ["到位款项3万元"] = "款项",
    ["240余人参训"] = "",                         -- 人参 is no word here
  } do
    it("a counted noun ends where words do: " .. text, function()
      assert.equal(expected, noun(text, lexicon))
    end)
  end

  it("common words are no names", function()
    assert.equal("", persons("局长高度重视", lexicon))
    assert.equal("", persons("院长施工现场办公", lexicon))
  end)

  it("gives the same facts each time, and the old ones without", function()
    local text = ("32名医生驰援灾区。清运垃圾3吨,常住人口3万人。"):rep(3)
    assert.same(jilu.facts(text, { lexicon = lexicon }), jilu.facts(text, { lexicon = lexicon }))
    assert.same(jilu.facts(text), jilu.facts(text, {}))
    assert.equal("医生驰援灾区", noun(text))
  end)

  it("reads documents and pipelines", function()
    local text = "32名医生驰援灾区。"
    local function of(doc, pipeline)
      for record in pipeline:records(doc) do
        if record.type == "quantity" then return record.noun end
      end
    end
    local plain = jilu.pipeline { "facts", jilu.emit { "quantity" } }
    local with = jilu.pipeline { "facts", jilu.emit { "quantity" }, lexicon = lexicon }
    assert.equal("医生", of(jilu.document(text, { lexicon = lexicon }), plain))
    assert.equal("医生", of(jilu.document(text), with))
    assert.equal("医生驰援灾区", of(jilu.document(text), plain))
    assert.equal("医生", jilu.document(text, { lexicon = lexicon }):facts("quantity")[1].noun)
  end)

  it("says what is wrong with an option", function()
    assert.has_error(function() jilu.document("", { lexicon = "zh" }) end,
      "bad argument #2 to 'document' (option 'lexicon': jilu.Lexicon expected, got string)")
    assert.has_error(function() jilu.facts("", { lexicon = true }) end,
      "bad argument #2 to 'facts' (option 'lexicon': jilu.Lexicon expected, got boolean)")
    assert.has_error(function() jilu.pipeline { "facts", lexicon = 1 } end)
    assert.has_error(function() jilu.pipeline { "facts", lexikon = lexicon } end)
  end)
end)
