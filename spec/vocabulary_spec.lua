-- Compiled vocabularies: what is mapped says what is compiled, and no file that
-- does not agree or is damaged is taken.

local core = require "jilu.core"
local extractor = require "jilu.facts.extractor"
local shell = require "spec.support.shell"

local TEXT = "2024年9月,县教育局投入资金1200万元,增长12.5%,惠及三百余户;王小明同志到清河村调研。"

describe("a vocabulary in a file", function()
  local folder, compiled, path, image
  setup(function()
    folder = shell.folder()
    compiled = core.extractor(extractor.senses_of "zh", nil, require "jilu.zh.weights.names")
    image = core.extractor_image(compiled, "data")
    path = folder .. "/zh.vocabulary"
    shell.write(path, image)
  end)
  teardown(function() shell.remove(folder) end)

  local function facts_of(from)
    local list = {}
    for k, fact in ipairs(from:facts(core.view(TEXT, "auto"))) do list[k] = tostring(fact) end
    return list
  end

  it("→ the facts of the compiled one", function()
    local opened = assert(core.extractor_open(path, "data"))
    local expected = facts_of(compiled)
    assert.is_true(#expected >= 6)
    assert.same(expected, facts_of(opened))
    assert.equal(tostring(compiled), tostring(opened))
    assert.equal(image, core.extractor_image(opened, "data"))
    opened:close()
    assert.has_error(function() opened:facts(core.view(TEXT, "auto")) end)
  end)

  it("of a language with spaces → the same too", function()
    local english = core.extractor(extractor.senses_of "en", { spaced = true })
    shell.write(folder .. "/en", core.extractor_image(english, ""))
    local opened = assert(core.extractor_open(folder .. "/en", ""))
    local view = core.view("It grew by 12.5 percent in May 2020, to $3 million.", "auto")
    for k, fact in ipairs(english:facts(view)) do
      assert.equal(tostring(fact), tostring(opened:facts(view)[k]))
    end
  end)

  it("of other data, cut short, or none → nil and why", function()
    local function refused(place, data, why)
      local opened, message = core.extractor_open(place, data)
      assert.is_nil(opened)
      assert.matches(why, message, 1, true)
    end
    refused(path, "other data", "of other words")
    refused(folder .. "/none", "data", "No such file")
    for _, size in ipairs { 0, 1, 63, 4096, #image - 1 } do
      shell.write(folder .. "/short", image:sub(1, size))
      refused(folder .. "/short", "data", "damaged")
    end
    refused(folder, "data", "")
  end)

  it("with any byte changed → refused", function()
    math.randomseed(7)
    for k = 1, 200 do
      local at = k <= 64 and k * 4 or math.random(#image)
      local byte = string.char(image:byte(at) ~ (1 << math.random(0, 7)))
      shell.write(folder .. "/damaged", image:sub(1, at - 1) .. byte .. image:sub(at + 1))
      local opened = core.extractor_open(folder .. "/damaged", "data")
      -- what pads sections to their places is part of the sum as well
      assert.is_nil(opened, "byte " .. at)
    end
  end)

  for _, language in ipairs(extractor.languages()) do
    it("of " .. language .. " → agrees with every module that the words come from", function()
      local code, output = shell.run(".", shell.quote(arg[-1]) .. " -e " .. shell.quote(([[
        local extractor = require "jilu.facts.extractor"
        local known = {}
        for _, name in ipairs(extractor.modules_of %q) do known[name] = true end
        local before = {}
        for name in pairs(package.loaded) do before[name] = true end
        extractor.senses_of %q
        for name in pairs(package.loaded) do
          if not before[name] and not known[name] then print(name) end
        end
      ]]):format(language, language)))
      assert.same({ 0, "" }, { code, output })
    end)

    it("of " .. language .. " → the command writes what a state maps", function()
      local file = folder .. "/by-command"
      local code, _, message = shell.run(".", shell.jilu .. " vocabulary build " .. language
        .. " -o " .. shell.quote(file))
      assert.equal(0, code, message)
      local source = require "jilu.facts.vocabulary".source(extractor.modules_of(language))
      assert.is_truthy(core.extractor_open(file, source))
      assert.is_nil((core.extractor_open(file, source .. " ")))
    end)
  end
end)
