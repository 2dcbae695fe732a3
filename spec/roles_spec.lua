local core = require "jilu.core"
local jilu = require "jilu"

describe("core.roles", function()
  it("holds what lines are, and makes annotations of that", function()
    local view = core.view "甲\r\n\n 乙（設）"
    local roles = core.roles(view, { { role = "title" }, {}, { role = "para" .. "graph" } })
    collectgarbage()
    assert.equal(2, #roles)
    assert.equal("jilu.Roles (2 lines)", tostring(roles))
    assert.same({
      { type = "line", first = 1, last = 3, line = 1, role = "title" },
      { type = "line", first = 7, last = 19, line = 3, role = "paragraph" },
    }, roles:layer "line")
  end)

  it("writes the records that the annotations give", function()
    local text = "某县人民政府\n关于春耕的通知\n\n各乡镇:\n一、总体要求\n今年春耕要抓紧。\n"
    local held, made = {}, {}
    for record in jilu.load("outline"):records(jilu.document(text, { id = "a" })) do
      held[#held + 1] = record
    end
    local pipeline = jilu.pipeline {
      "repair", "zones", "metadata", "outline",
      function(doc) assert.is_true(#doc:layer "line" > 0) end,
      jilu.emit { "document", "line", "section", "enumeration" },
    }
    for record in pipeline:records(jilu.document(text, { id = "a" })) do
      made[#made + 1] = record
    end
    local function lines(list)
      local out = {}
      for _, record in ipairs(list) do
        if record.type == "line" then out[#out + 1] = record end
      end
      return out
    end
    assert.equal(5, #lines(held))
    assert.same(lines(made), lines(held))
  end)

  it("raises where something is wrong", function()
    local view = core.view "甲"
    assert.error_matches(function() core.roles(view, { { role = 1 } }) end, "roles are strings")
    assert.error_matches(function() core.roles(view) end, "table expected")
    assert.error_matches(function() core.roles(view, {}) end, "lines are tables")
    local roles = core.roles(view, { { role = "title" } })
    assert.error_matches(function() roles:layer "repair" end, "roles are of lines")
    view:close()
    assert.error_matches(function() roles:layer "line" end, "view is closed")
    assert.error_matches(function() core.roles(view, {}) end, "view is closed")
  end)
end)
