-- The stage `checks`, on sentences of our own.

local jilu = require "jilu"

local pipeline = jilu.pipeline {
  "zones", "metadata", "outline", "facts", "phrases", "checks", jilu.emit { "check" },
}

local function checks(text)
  local out = {}
  for record in pipeline:records(jilu.document(text)) do out[#out + 1] = record end
  return out
end

describe("checks", function()
  it("adds up the sums that a text states", function()
    local text = "新设村级站点12个、社区站点9个，全县共建成服务站点21个。"
    local c = checks(text)
    assert.equal(1, #c)
    assert.same({ "sum", true, 21 }, { c[1].rule, c[1].ok, c[1].detail.sum })
    local total = c[1].detail.total
    assert.equal("21个", text:sub(total.start + 1, total["end"]))
    assert.equal(2, #c[1].detail.parts)
  end)
  it("says where they do not add up", function()
    local c = checks "培训男学员30名、女学员25名，共培训学员60名。"
    assert.same({ "sum", false, 55 }, { c[1].rule, c[1].ok, c[1].detail.sum })
  end)
  it("adds nothing that was not announced, or not counted exactly", function()
    for _, text in ipairs {
      "新设村级站点12个、社区站点9个，改造公共站点21个。",
      "新设村级站点12个、社区站点9个。全县共有服务站点30个。",
      "新设村级站点约12个、社区站点9个，共建成站点21个。",
      "修路12公里、架桥9座，共投资21万元。",
    } do
      assert.equal(0, #checks(text), text)
    end
  end)
  it("finds a share over the whole, but no growth", function()
    local c = checks "全县村级覆盖率达120%。"
    assert.same({ "share", false }, { c[1].rule, c[1].ok })
    assert.equal(0, #checks "出口额增长率达120%。")
    assert.equal(0, #checks "全县村级覆盖率达100%。")
  end)
  it("compares a change with its verb", function()
    local c = checks "合格率从61.5%提高到63%，投诉率从3%上升至2%。"
    assert.same({ true, false }, { c[1].ok, c[2].ok })
    assert.equal("direction", c[1].rule)
  end)

  local function headings(n)
    local lines = { "全县坚持“三个聚焦”,推动乡村振兴。" }
    local texts = {
      "一、聚焦产业兴旺,夯实发展根基", "二、聚焦生态宜居,擦亮乡村底色",
      "三、聚焦治理有效,凝聚基层合力", "四、聚焦生活富裕,增进群众福祉",
    }
    for k = 1, n do
      lines[#lines + 1] = texts[k]
      lines[#lines + 1] = "完成项目建设12个。"
    end
    return table.concat(lines, "\n")
  end
  it("compares a count with the headings that spell it out", function()
    for n, ok in pairs { [2] = false, [3] = true, [4] = false } do
      local c = checks(headings(n))
      assert.same({ "count", ok, 3, n },
        { c[1].rule, c[1].ok, c[1].detail.announced, c[1].detail.listed })
      assert.equal(1, #c)
    end
  end)
  it("compares a count with the items right behind it", function()
    local text = "今年重点抓好三项工作：一是加强培训。办班2期。二是改善条件。三是强化督查。"
    local c = checks(text)
    assert.same({ "count", true, 3 }, { c[1].rule, c[1].ok, c[1].detail.listed })
    c = checks((text:gsub("三项", "四项")))
    assert.same({ "count", false, 4, 3 },
      { c[1].rule, c[1].ok, c[1].detail.announced, c[1].detail.listed })
    assert.equal(0, #checks "今年办班3期,效果明显。一是加强培训。二是改善条件。")
  end)
  it("a count whose noun stands before it → is compared as well, no error", function()
    local c = checks "，村里给合作社定的目标主要有三个：首先是稳住产量，增加收入；其次是修好水渠，保证用水。"
    assert.same({ "count", false, 3, 2 },
      { c[1].rule, c[1].ok, c[1].detail.announced, c[1].detail.listed })
  end)
end)
