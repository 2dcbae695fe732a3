-- The stage `frameworks`, on documents of our own.

local jilu = require "jilu"

local pipeline = jilu.pipeline {
  "repair", "zones", "metadata", "outline", "facts", "phrases", "frameworks",
  jilu.emit { "framework" },
}

local function outline_of(nodes)
  local out = {}
  for k, node in ipairs(nodes) do
    out[k] = node.name .. (#node.members > 0 and "(" .. outline_of(node.members) .. ")" or "")
  end
  return table.concat(out, " ")
end

local function framework(text)
  local records = {}
  for record in pipeline:records(jilu.document(text)) do records[#records + 1] = record end
  assert.is_true(#records <= 1)
  return records[1]
end

describe("frameworks", function()
  it("follow headings that begin with the noun, with the items below them", function()
    local text = table.concat({
      "全县坚持“三个聚焦”,推动乡村振兴。",
      "一、聚焦产业兴旺,夯实发展根基",
      "一是做强特色种植。建成基地12个。二是做优农产品加工。新增企业5家。",
      "二、聚焦生态宜居,擦亮乡村底色",
      "完成改厕1200户。",
      "三、聚焦治理有效,凝聚基层合力",
      "开展巡讲36场。",
    }, "\n")
    local f = framework(text)
    assert.same({ "三个聚焦", 3 }, { f.name, f.numeral })
    assert.equal("聚焦产业兴旺(做强特色种植 做优农产品加工) 聚焦生态宜居 聚焦治理有效",
      outline_of(f.members))
    local first = f.members[1]
    assert.equal("聚焦产业兴旺", text:sub(first.start + 1, first["end"]))
  end)
  it("find each member of the list in its heading", function()
    local f = framework(table.concat({
      "着力抓好队伍、制度、阵地“三大建设”。",
      "一、抓实队伍建设,增强本领", "培训干部300人次。",
      "二、抓细制度建设,规范流程", "修订办法6项。",
      "三、抓牢阵地建设,改善条件", "改造场所9处。",
    }, "\n"))
    assert.equal("队伍建设 制度建设 阵地建设", outline_of(f.members))
  end)
  it("take a formula apart", function()
    local f = framework("推行“321”工作法,即“三项制度、两个平台、一张清单”。")
    assert.same({ "321", "三项制度 两个平台 一张清单" }, { f.name, outline_of(f.members) })
  end)
  it("take the word that all headings quote, where no number is written", function()
    local f = framework(table.concat({
      "一、在思想教育上“抓早”问题", "开展学习12次。",
      "二、在日常管理上“抓早”苗头", "谈话提醒30人次。",
      "三、在执纪问责上“抓早”线索", "立案5件。",
    }, "\n"))
    assert.same({ "抓早", 3 }, { f.name, #f.members })
    assert.is_nil(f.start)
  end)
  it("take lists of any noun where no headings spell the system out", function()
    assert.equal("定期会商 联合执法 信息共享",
      outline_of(framework("建立定期会商、联合执法、信息共享三项机制。").members))
    assert.equal("报名 缴费 咨询",
      outline_of(framework("设立报名、缴费、咨询三个窗口。").members))
    assert.is_nil(framework "设立报名、缴费两个窗口。")
    assert.is_nil(framework "全年接待群众三百人次。")
  end)

  it("name headings and what they announce without the blanks behind them", function()
    local text = "我局实行三项制度。\n\n一、学习制度\n开展学习12次。\n二、调研制度 \n"
      .. "走访企业3家。\n三、考核制度\t\n谈话30人次。"
    assert.equal("学习制度 调研制度 考核制度", outline_of(framework(text).members))
    local doc = jilu.document(text)
    jilu.pipeline({ "repair", "zones", "metadata", "outline", "facts", "phrases" }):run(doc)
    local names = {}
    for k, member in ipairs(doc:layer("numeral_phrase")[1].members) do names[k] = member.name end
    assert.same({ "学习制度", "调研制度", "考核制度" }, names)
  end)
end)
