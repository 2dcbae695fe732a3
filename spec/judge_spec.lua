-- The judge of names: what it finds with a lexicon, and its weights.

local core = require "jilu.core"
local jilu = require "jilu"
local knowledge = require "jilu.facts.extractor"

local lexicon = jilu.lexicon.open()

local function found(text, kind)
  local names = {}
  for _, f in ipairs(jilu.facts(text, { date = "2023-01-01", lexicon = lexicon })) do
    if f.type == kind then names[#names + 1] = f.text end
  end
  return table.concat(names, "|")
end

describe("the judge of names", function()
  local rows = {}
  for _, file in ipairs { "names_judged", "names_taught", "names_unseen" } do
    for _, row in ipairs(dofile("spec/facts/" .. file .. ".lua")) do rows[#rows + 1] = row end
  end
  for _, row in ipairs(rows) do
    if not lexicon then
      pending(row[1] .. " asks for a lexicon")
    elseif row.open then
      pending(row[1] .. " is not read yet")
    else
      it(row[1], function()
        for _, kind in ipairs { "organization", "person", "place" } do
          assert.equal(kind .. " " .. (row[kind .. "s"] or ""), kind .. " " .. found(row[1], kind))
        end
      end)
    end
  end

  it("chooses none without weights of its own: the grammar's names stand", function()
    local bare = core.extractor(knowledge.senses_of "zh")
    local view = core.view("望屏县财政局发放补贴3万元", "auto")
    local names = {}
    for _, f in ipairs(bare:facts(view, "", nil, lexicon)) do
      if f.type == "organization" then names[#names + 1] = f.text end
    end
    assert.same({ "望屏县财政局" }, names)
  end)

  it("refuses the weight of a feature that it does not know", function()
    assert.has_error(function()
      core.extractor({ { word = "县", class = "level" } }, nil, { ["org.nonsense"] = 1 })
    end, "no feature of names is called 'org.nonsense'")
  end)

  it("takes what the user named, whatever the weights say", function()
    local own = jilu.extractor { names = { organizations = "四海投资" } }
    for _, f in ipairs(own:facts("四海投资捐款", { lexicon = lexicon })) do
      if f.type == "organization" then
        assert.equal("四海投资", f.text)
        return
      end
    end
    assert(false, "not found")
  end)

  it("names its features once each", function()
    local seen = {}
    for _, name in ipairs(core.name_features()) do
      assert.is_nil(seen[name], name)
      seen[name] = true
    end
  end)

  it("shows its candidates with their scores, the chosen one the highest", function()
    if not lexicon then return pending "asks for a lexicon" end
    local text, best = "海棠大学土地与环境学院举办讲座", nil
    for _, c in ipairs(knowledge.default():candidates(core.view(text, "auto"), lexicon)) do
      if c.kind == "organization" and (not best or c.score > best.score) then best = c end
    end
    assert.equal("海棠大学土地与环境学院", text:sub(best.first, best.last))
  end)
end)
