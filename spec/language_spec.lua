-- The language of a document: the option, that of a pipeline, a field of JSON
-- Lines, and "auto".

local jilu = require "jilu"
local shell = require "spec.support.shell"

local ENGLISH = "The board met on 3 May 2019 and it was told that 12 people had left."
local CHINESE = "2019年5月3日，董事会召开会议，12人离开。"

local function read_as(text, language)
  local doc = jilu.document(text, { language = language })
  return doc.language, doc.language_basis
end

local function record_of(doc, options)
  for record in jilu.load("facts", options):records(doc) do
    if record.type == "document" then return record.language, record.language_basis end
  end
end

describe("language auto", function()
  it("knows Chinese by its script", function()
    assert.same({ "zh", "script" }, { read_as(CHINESE, "auto") })
    assert.same({ "zh", "script" }, { read_as("使用 Linux 和 Windows 的用户", "auto") })
  end)
  it("knows English by its words", function()
    assert.same({ "en", "words" }, { read_as(ENGLISH, "auto") })
    assert.same({ "en", "words" }, { read_as("The word 道 is what they have for the way of it.",
      "auto") })
  end)
  it("knows no other text", function()
    for _, text in ipairs { "", "12345", "Der Rat hat am 3. Mai 2019 in Bonn getagt.",
      "Le conseil est dans la ville depuis 2019.", "ERROR 500 GET /index", "κόσμε" } do
      assert.same({ "zh", "default" }, { read_as(text, "auto") })
    end
  end)
  it("gives way to an extractor", function()
    local own = jilu.extractor { language = "en" }
    local doc = jilu.document(CHINESE, { language = "auto", extractor = own })
    assert.same({ "en", "option" }, { doc.language, doc.language_basis })
  end)
end)

describe("the language of a pipeline", function()
  it("is that of documents that say none", function()
    local doc = jilu.document(ENGLISH)
    assert.same({ "en", "pipeline" }, { record_of(doc, { language = "en" }) })
    assert.equal("people", doc:facts("quantity")[1].noun)
    local other = jilu.document(ENGLISH)
    assert.same({ "en", "words" }, { record_of(other, { language = "auto" }) })
    assert.same({ "zh", "default" }, { record_of(jilu.document "12 km", { language = "auto" }) })
  end)
  it("leaves the option of a document alone", function()
    local doc = jilu.document(ENGLISH, { language = "zh" })
    assert.same({ "zh", "option" }, { record_of(doc, { language = "en" }) })
    assert.same({ "zh", "default" }, { record_of(jilu.document(ENGLISH)) })
  end)
  it("stands among its stages too", function()
    local own = jilu.pipeline { "zones", "metadata", "facts", jilu.emit { "document" },
      language = "auto" }
    assert.equal("en", own:run(jilu.document(ENGLISH))[1].language)
  end)
  it("must be one that is known", function()
    assert.error_matches(function() jilu.load("facts", { language = "fr" }) end,
      "option 'language': no language 'fr'; known: auto, en, zh", 1, true)
    assert.error_matches(function() jilu.pipeline { "zones", language = "fr" } end,
      "option 'language': no language 'fr'; known: auto, en, zh", 1, true)
  end)
end)

describe("language on the command line", function()
  local folder
  local function run(command)
    return shell.run(folder, ("%s %s"):format(shell.jilu, command))
  end
  before_each(function() folder = shell.folder() end)
  after_each(function() shell.remove(folder) end)

  it("may be auto", function()
    shell.write(folder .. "/a.txt", ENGLISH)
    local code, output = run "run facts --only document --language auto a.txt"
    assert.equal(0, code)
    assert.truthy(output:find('"language":"en","language_basis":"words"', 1, true))
  end)
  it("is a field of an object of JSON Lines", function()
    shell.write(folder .. "/b.jsonl", ('{"id":"x","text":"%s","language":"en"}\n'):format(ENGLISH)
      .. ('{"id":"y","text":"%s","language":null}\n'):format(CHINESE)
      .. '{"id":"z","text":"a","language":"fr"}\n')
    local code, output, complaints = run "run facts --from jsonl --only document b.jsonl"
    assert.equal(2, code)
    assert.truthy(output:find '"doc":"x"[^\n]*"language":"en","language_basis":"option"')
    assert.truthy(output:find '"doc":"y"[^\n]*"language":"zh","language_basis":"default"')
    assert.truthy(complaints:find("field 'language': no language 'fr'; known: auto, en, zh", 1,
      true))
  end)
  it("is an option of test, and a field of an example", function()
    local script = [[
      local jilu = require "jilu"
      return jilu.pipeline {
        "facts",
        jilu.rule {
          name = "people", match = jilu.re "{:n: quantity :}",
          emit = function(m) return { noun = m.n.noun } end,
          fields = { { "noun", "string" } },
          tests = { { "It had 12 people.", { noun = "people" }%s } },
        },
      }
    ]]
    shell.write(folder .. "/p.lua", script:format "")
    assert.equal(1, (run "test p.lua"))
    assert.equal(0, (run "test p.lua --language en"))
    shell.write(folder .. "/q.lua", script:format ', language = "en"')
    assert.equal(0, (run "test q.lua"))
  end)
end)
