-- Names on sentences of our own (spec/facts/names*.lua).

local core = require "jilu.core"
local extractor = require("jilu.facts.extractor").default()
local tables = {
  "spec/facts/names.lua", "spec/facts/names_in_reports.lua", "spec/facts/names_in_text.lua",
  "spec/facts/names_in_lists.lua",
}

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

for _, path in ipairs(tables) do
  describe(path, function()
    for _, row in ipairs(dofile(path)) do
      it(row[1], function()
        for _, kind in ipairs { "organization", "person", "place" } do
          local expected = row[kind .. "s"] or ""
          assert.equal(kind .. " " .. expected, kind .. " " .. found(row[1], kind, expected))
        end
      end)
    end
  end)
end

describe("full forms", function()
  local function full(text, short)
    for _, f in ipairs(extractor:facts(core.view(text, "auto"), "2023-01-01")) do
      if f.text == short then
        return f.full, f.full_first and text:sub(f.full_first, f.full_last)
      end
    end
  end
  it("have a place where they stand as one", function()
    local text = "县委书记李明远讲话。大家学习了李书记的讲话"
    assert.same({ "李明远", "李明远" }, { full(text, "李书记") })
    text = "望屏县直机关工委开展培训。机关工委发展党员"
    assert.same({ "望屏县直机关工委", "望屏县直机关工委" }, { full(text, "机关工委") })
  end)
  it("are put together where they don't", function()
    local text = "望屏县召开会议。县人社局参加"
    assert.same({ "望屏县人社局" }, { full(text, "县人社局") })
  end)
  it("are those of the place that a document names most", function()
    local text = "云川市、望屏市结对。云川市开展调研,市委组织部参加"
    assert.same({ "云川市委组织部" }, { full(text, "市委组织部") })
  end)
  it("are unknown where nothing says them", function()
    assert.is_nil(full("市委召开会议", "市委"))
    assert.is_nil(full("李明远书记和李大海书记到会,李书记讲话", "李书记"))
  end)
end)
