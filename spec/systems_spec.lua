-- Systems in whatever form: what is announced with a number and any noun, and
-- what headings and clauses share. The forms are READING.md's, the words invented.
local jilu = require "jilu"
local unpack = require("jilu.compat").unpack

local P = "全县共组织志愿者300名，分成20个小组，走进田间地头开展服务，受到群众普遍欢迎和好评。活动持续了三个月。"

local function read(text)
  if type(text) == "table" then text = table.concat(text, "\n") end
  local out = { frameworks = {}, phrases = {} }
  for record in jilu.load("ledger"):records(jilu.document(text)) do
    if record.type == "framework" then out.frameworks[#out.frameworks + 1] = record
    elseif record.type == "numeral_phrase" then out.phrases[record.key] = record end
  end
  return out
end

local function names(members)
  local list = {}
  for k, member in ipairs(members or {}) do
    local below = names(member.members)
    list[k] = member.name .. (below == "" and "" or "(" .. below .. ")")
  end
  return table.concat(list, " ")
end

-- name: members of each
local function systems(text)
  local list = {}
  for k, f in ipairs(read(text).frameworks) do list[k] = f.name .. ": " .. names(f.members) end
  return list
end

describe("systems of work", function()
  local forms = {
    { "分为推广、提案、审查、投票及监督五个阶段。", "五个阶段: 推广 提案 审查 投票 监督" },
    { "从理论学习、作风建设、阵地管理3个方面提出措施。", "3个方面: 理论学习 作风建设 阵地管理" },
    { "县作协推出“乡土行”“读书会”“改稿营”三个板块。", "三个板块: 乡土行 读书会 改稿营" },
    { "方案共分三个部分：摸清家底；补齐短板；建立台账。", "三个部分: 摸清家底 补齐短板 建立台账" },
    { "会议提出三点要求：一是学深一步，二是做实一些。", nil },
    { "会议提出三点要求：一是学深一步，二是做实一些，三是管严一点。",
      "三点要求: 学深一步 做实一些 管严一点" },
    { "会议提出两点要求：一是学深一步，二是做实一些，三是管严一点。", nil },
    { "他从涵养心性的办法、怎样读书、修身养性，与人为善、带好队伍四个方面作了讲解。",
      "四个方面: 涵养心性的办法 怎样读书 修身养性，与人为善 带好队伍" },
    { "「開放海洋」及「向山致敬」是目前推動旅遊的兩大方向。", "兩大方向: 開放海洋 向山致敬" },
    { "他提出了具体要求：一是学习文件，吃透精神；二是走访农户，摸清底数；三是建好台账，抓好落实。",
      "具体要求: 学习文件 走访农户 建好台账" },
    { "今年的总体目标是：工业经济提速增效；农业产业优化升级；社会事业全面进步。",
      "总体目标: 工业经济提速增效 农业产业优化升级 社会事业全面进步" },
  }
  for _, form in ipairs(forms) do
    it(form[1], function() assert.same({ form[2] }, systems(form[1])) end)
  end

  it("items over lines, with pictures between them", function()
    assert.same({ "三个部分: 听讲座 看展览 答试题" }, systems { "活动分为三个部分：一是听讲座，长见识。",
      "![](a.png)", "二是看展览，开眼界。", "![](b.png)", "三是答试题，比高低。" })
  end)

  it("bullets below the line that counts them", function()
    assert.same({ "3项专项检查: 水库检查 桥梁检查 学校检查" },
      systems { P, "已完成的3项专项检查：", "- 水库检查", "- 桥梁检查", "- 学校检查", P })
  end)

  it("headings that hold the noun or follow the members", function()
    assert.same({ "四化同步: 以净化带动村容整治 以绿化带动林业增收 以亮化带动夜市经营 以美化带动乡村旅游" },
      systems { "东河县以“四化同步”建设乡村", P, "一、以净化带动村容整治", P, "二、以绿化带动林业增收",
        P, "三、以亮化带动夜市经营", P, "四、以美化带动乡村旅游", P })
    assert.same({ "三项机制: 健全补偿激励办法 完善长效监管制度 严格考核约束规定" },
      systems { "实行补偿激励、长效监管、考核约束三项机制。", "一、健全补偿激励办法", P,
        "二、完善长效监管制度", P, "三、严格考核约束规定", P })
  end)

  it("numbered headings with headings and items of their own", function()
    assert.same({ "主要工作: 抓培训(办好讲堂 开好课程) 抓服务(走访农户 修好渠道)" },
      systems { "一、主要工作", "（一）抓培训，提升本领。一是办好讲堂。" .. P .. "二是开好课程。" .. P,
        "（二）抓服务，解决难题。一是走访农户。" .. P .. "二是修好渠道。" .. P })
  end)

  it("headings right below the sentence that counts them", function()
    local below = { "一、认清形势，鼓足干劲", P, "二、突出重点，狠抓落实", P, "三、严守纪律，树好形象", P }
    assert.same({ "三点意见: 认清形势 突出重点 严守纪律" },
      systems { P .. "下面，我讲三点意见。", unpack(below) })
    assert.same({}, systems { P .. "下面，我讲四点意见。", unpack(below) })
    assert.same({}, systems { "他讲了三点意见。" .. P, unpack(below) })
  end)

  it("a numbered heading with three items below it, not with two", function()
    assert.same({ "存在问题: 学习不深 调研不实 能力不足" }, systems { "一、工作情况", P, "二、存在问题",
      "一是学习不深。二是调研不实。三是能力不足。" .. P })
    assert.same({}, systems { "一、工作情况", P, "二、存在问题", "一是学习不深。二是调研不实。" .. P })
  end)

  it("a list over lines beside the trees of headings", function()
    assert.same({ "工作成效: 抓培训 抓服务", "3项检查: 水库检查 桥梁检查 学校检查" },
      systems { "一、工作成效", "（一）抓培训。" .. P, "（二）抓服务。" .. P, "二、工作打算",
        "明年完成3项检查：", "- 水库检查", "- 桥梁检查", "- 学校检查", P })
  end)

  it("run-in headings below the item that stands alone above them", function()
    assert.same({ "主要工作: 办好民生实事(就业更加充分 教育更加公平)" }, systems { "一、主要工作",
      "五是办好民生实事，增进福祉。" .. P, "——就业更加充分。" .. P, "——教育更加公平。" .. P })
  end)

  it("a formula over as many headings", function()
    local f = read { "打造“一个中心+两大工程+三项匹配”的工作体系。", "**建强一个中心。**", P,
      "**抓实两大工程。**", "**一是抓实水利工程。**", P, "**二是抓实道路工程。**", P, "**做好三项匹配。**",
      "**一是岗位精准匹配。**", P, "**二是技能精准匹配。**", P, "**三是意愿精准匹配。**", P }.frameworks
    assert.equal(1, #f)
    assert.equal("建强一个中心 抓实两大工程(抓实水利工程 抓实道路工程) "
      .. "做好三项匹配(岗位精准匹配 技能精准匹配 意愿精准匹配)", names(f[1].members))
  end)

  it("words that headings share without a number", function()
    local f = read { P, "一、推进农村水电智能化", P, "二、推进城市交通智能化", P, "三、推进医疗服务智能化",
      P }.frameworks
    assert.equal("智能化", f[1].name)
    assert.is_nil(f[1].start)
  end)

  local none = {
    "全县设立三个窗口。", "前三个季度完成投资。", "共走访第三个村。", "用了三个月、两个星期和一天。",
    "参加活动的有学生、教师、家长。", "会议强调两个方面的问题，任务很重。", "一是学习，二是走访。",
  }
  for _, text in ipairs(none) do
    it("none in " .. text, function() assert.same({}, systems(text)) end)
  end
  it("none in short headings that share nothing", function()
    assert.same({}, systems { P, "**精准扶贫解忧**", P, "**多维帮带指路**", P, "**思想引领同行**", P })
  end)
end)

describe("phrases that their members make", function()
  it("have them where they stand: 三个板块, 五个阶段", function()
    local phrases = read("分为推广、提案、审查、投票及监督五个阶段。").phrases
    assert.equal("推广 提案 审查 投票 监督", names(phrases["五个阶段"].members))
    phrases = read("县作协推出“乡土行”“读书会”“改稿营”三个板块。").phrases
    assert.equal("乡土行 读书会 改稿营", names(phrases["三个板块"].members))
  end)
  it("are no 四个方面 and no 三个支部", function()
    assert.same({}, read("从学习、作风、阵地、队伍四个方面抓起。").phrases)
    assert.is_nil(read("邀请镇机关、卫生院、供销社三个支部参加。").phrases["三个支部"])
  end)
end)

describe("counts that are announced", function()
  local function checks(text)
    local list = {}
    for record in jilu.load("ledger"):records(jilu.document(text)) do
      if record.type == "check" then
        list[#list + 1] = ("%s %s %d/%d"):format(record.text, tostring(record.ok),
          record.detail.announced, record.detail.listed)
      end
    end
    return list
  end
  it("fail where what follows is of another number", function()
    assert.same({ "三点要求 false 3/2" },
      checks "提出三点要求：一是学习，吃透精神；二是走访，摸清底数。")
    assert.same({ "四个阶段 false 4/3" }, checks "分为四个阶段：推广、提案、审查。")
  end)
  it("hold where it is of that number", function()
    assert.same({ "三公示 true 3/3" }, checks "实行“三公示”，即公示对象，公示标准，公示结果。")
    assert.same({ "三个重点环节 true 3/3" }, checks "抓好三个重点环节：“摸底、培训、考核”，确保实效。")
  end)
  it("are none between phrases that only stand together", function()
    assert.same({}, checks "增强“四个意识”、坚定“四个自信”、做到“两个维护”。领悟“两个确立”的意义。")
    assert.same({}, checks "树牢“四个意识”“四个自信”“两个维护”。")
  end)
end)
