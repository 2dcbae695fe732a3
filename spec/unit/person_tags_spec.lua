local foreign_names = require "jilu.zh.foreign_names"
local person_tags = require "jilu.lexicon.person_tags"

describe("tags of persons in a list of words", function()
  local tags

  before_each(function()
    tags = person_tags.new(foreign_names)
    tags.known = { ["王府井"] = 4, ["查明"] = 47, ["苏哈托"] = 161, ["温家宝"] = 207 }
  end)

  local rows = {
    { "张晓梅", 12, true, "a surname and a given name" },
    { "欧阳雪", 3, true, "a surname of two characters" },
    { "灵芝", 132, false, "no surname" },
    { "友情链接", 3, false, "no surname" },
    { "阿卜杜拉", 3, true, "characters of foreign names" },
    { "马尔·艾山", 3, true, "joined by a middle dot" },
    { "王府井", 25, false, "a word of smartcn, and seldom there" },
    { "查明", 409, false, "a word, and more often so in the list" },
    { "苏哈托", 41, true, "a name of its time" },
    { "温家宝", 900, true, "a surname and two characters, often named" },
    { "王", 19704, true, "a surname by itself" },
  }
  for _, row in ipairs(rows) do
    it(row[1] .. ": " .. row[4], function()
      assert.are.equal(row[3] and "nr" or nil, tags:tag(row[1], row[2], "nr"))
    end)
  end

  it("leaves other tags, and drops what is no tag", function()
    assert.are.equal("n", tags:tag("灵芝", 132, "n"))
    assert.is_nil(tags:tag("灵芝", 132, ("n"):rep(16)))
    assert.is_nil(tags:tag("灵芝", 132, "nrt"))
  end)
end)
