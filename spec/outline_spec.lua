local jilu = require "jilu"
local linear = require "spec.support.linear"
local enumeration = require "jilu.outline.enumeration"
local heading = require "jilu.outline.heading"
local marker = require "jilu.outline.marker"
local outline = require "jilu.outline.stage"
local zones = require "jilu.page.zones"

local function read(text)
  local doc = jilu.document(text)
  zones.run(doc)
  outline.run(doc)
  return doc
end

describe("jilu.marker", function()
  local function of(text)
    local kind, number, last = marker.read(text, 1)
    return kind and ("%s %d %s"):format(kind, number, text:sub(1, last)) or nil
  end
  it("reads the official kinds", function()
    assert.equal("han 1 一、", of "一、主要做法")
    assert.equal("han 23 二十三、", of "二十三、其他")
    assert.equal("paren_han 12 (十二)", of "(十二)工作要求")
    assert.equal("digit 3 3.", of "3.检查")
    assert.equal("digit 3 3、", of "3、检查")
    assert.equal("paren_digit 2 (2)", of "(2)检查")
    assert.equal("circled 2 ②", of "②检查")
    assert.equal("chapter 1 第一章", of "第一章 总则")
    assert.equal("article 102 第一百零二条", of "第一百零二条 本法")
    assert.equal("formal 2 贰、", of "贰、报告事项")
    assert.equal("decimal 2 3.2", of "3.2 案件防控")
  end)
  it("leaves numbers and prose alone", function()
    for _, text in ipairs { "3.5亿元", "一方面", "2023、2024年", "第一条经验是", "十分重要", "",
                            "二〇二三年", "(2023年)", "(本报记者)", "陆地运输", "伍先生、李女士",
                            "3.5 亿元、增长2成", "2.1 分, 比上届好" } do
      assert.is_nil(of(text), text)
    end
  end)
end)

describe("jilu.heading", function()
  local function what(text)
    local kind, mark = heading.read(text, 1, #text)
    return kind, mark and mark.stop and text:sub(mark.body, mark.stop)
  end
  it("tells a heading from a heading that runs in and from an item", function()
    assert.same({ "heading", "主要做法" }, { what "一、主要做法" })
    assert.same({ "heading", "加强领导" }, { what "(一)加强领导。" })
    assert.same({ "run_in", "加强领导" }, { what "(一)加强领导。各单位要高度重视。" })
    assert.same({ "run_in", "检查时间" }, { what "(一)检查时间:3月1日至3月5日。" })
    assert.equal("item", (what "1.责任制是否落实;"))
    assert.equal("item", (what("1." .. ("各单位要认真履行职责,"):rep(6) .. "确保完成。")))
    assert.is_nil(what "主要做法")
  end)
  it("takes an article for a heading without words", function()
    assert.same({ "run_in" }, { what "第三条 本办法自发布之日起施行。" })
  end)
end)

describe("jilu.enumeration", function()
  local function markers(text)
    local out = {}
    for _, run in ipairs((enumeration.read(text, 1, #text, {}))) do
      for _, item in ipairs(run) do out[#out + 1] = text:sub(item.first, item.marker_last) end
    end
    return table.concat(out, " ")
  end
  it("needs a sentence or a semicolon in front of a marker", function()
    assert.equal("一是 二是", markers "做法:一是抓学习;二是抓落实。")
    assert.equal("一是 二是", markers "一是抓学习。要做到二是必然。二是抓落实。")
    assert.equal("", markers "坚持一是一,二是二。")
    assert.equal("", markers "一是抓学习。")
  end)
  it("asks for a pause behind an ordinal", function()
    assert.equal("第一 第二", markers "第一,压实责任。第二,排查隐患。")
    assert.equal("", markers "第一产业增长。第二产业下降。")
    assert.equal("首先 其次 最后", markers "首先,怕难。其次,怕错。最后,怕累。")
  end)
  it("counts digits, not decimals", function()
    assert.equal("1. 2.", markers "重点:1.责任制;2.应急预案。")
    assert.equal("", markers "增长。1.5倍;2.6倍。")
  end)
  it("keeps a list flat", function()
    assert.equal("一是 二是", markers "一是分工:(1)甲;(2)乙。二是督促。")
  end)
  it("is linear on hostile text", function()
    linear(function(size)
      for _, word in ipairs { "一是", "。一是", "1.", ";1.", "。(1)", "一是。二是。" } do
        markers(word:rep(size))
      end
    end, 2000)
  end)
end)

describe("stage outline", function()
  it("goes one step down below the nearest open heading", function()
    local doc = read("一、做法\n1.学习抓得紧。全年学习十次,人人参加。\n(1)读书。每人读三本书,写出心得。\n二、成效\n(一)思想统一。"
      .. "大家的认识比以前更加统一。\n1.干劲更足。群众普遍反映良好。")
    local levels = {}
    for _, s in ipairs(doc:layer "section") do levels[#levels + 1] = s.level .. s.marker end
    assert.equal("1一、 21. 3(1) 1二、 2(一) 31.", table.concat(levels, " "))
  end)
  it("follows a run over paragraphs", function()
    local doc = read("各单位要抓好三件事,确保完成任务。\n一是学习。每周学习一次,人人参加。\n"
      .. "二是调研。每月调研一次,人人参加。\n三是落实。每季检查一次,人人参加。\n今后继续努力,不断前进,再创佳绩。")
    local layer = doc:layer "enumeration"
    assert.equal(1, #layer)
    assert.equal(3, #layer[1].items)
    assert.equal("二是调研。每月调研一次,人人参加。", doc:text(layer[1].items[2]))
    assert.equal("一是学习。每周学习一次,人人参加。", doc:text(layer[1]))
  end)
  local function items(text)
    local out = {}
    for _, e in ipairs(read(text):layer "enumeration") do
      for _, item in ipairs(e.items) do out[#out + 1] = item.marker .. item.head end
    end
    return table.concat(out, " ")
  end
  local P = "全年走访农户三百户，收集意见六十条，逐条作了答复，群众普遍表示满意。"
  it("takes a paragraph that begins with 一是 for an item, with none near it, too", function()
    assert.equal("五是抓好防汛", items("五是抓好防汛，备足物资。" .. P))
    assert.equal("一是抓好学习", items(P .. "\n一是抓好学习，人人参加。" .. P .. "\n" .. P))
    assert.equal("", items("一个是抓好防汛，备足物资。" .. P))
    assert.equal("", items("一心一意抓好防汛，备足物资。" .. P))
  end)
  it("sets 2.1 below 2. and 一、 below 壹、", function()
    local levels = {}
    for _, s in ipairs(read("壹、报告事项\n一、会务\n" .. P .. "\n2. 普惠业务\n2.1 走访\n" .. P
        .. "\n2.2 咨询\n" .. P):layer "section") do
      levels[#levels + 1] = s.level .. s.marker .. s.heading
    end
    assert.equal("1壹、报告事项 2一、会务 32.普惠业务 42.1走访 42.2咨询", table.concat(levels, " "))
  end)
  it("goes on with a run behind a paragraph of another kind", function()
    assert.equal("一是抓学习 二是抓调研",
      items("一是抓学习，人人参加。" .. P .. "\n" .. P .. "\n二是抓调研，深入一线。" .. P))
  end)
  it("takes 1. … 2. … inside one paragraph for items, not for a heading", function()
    local text = "二、问题\n1.学习不够深入。2.调研不够扎实。3.能力不够全面。"
    assert.equal("1.学习不够深入 2.调研不够扎实 3.能力不够全面", items(text))
    assert.equal(1, #read(text):layer "section")
    assert.equal(2, #read("二、问题\n1.学习不够深入。" .. P):layer "section")
  end)
  it("is linear in the number of paragraphs", function()
    linear(function(size)
      local lines = {}
      for k = 1, size do
        lines[k] = ("甲乙丙丁"):rep(1 + k % 5) .. "戊"
          .. ("%c%c"):format(65 + k % 26, 65 + k // 26 % 26)
          .. "己庚辛壬癸。" .. ("群众反映良好,"):rep(14) .. "。"
      end
      read(table.concat(lines, "\n"))
    end, 1000)
  end)
  it("takes short first sentences for headings only beside their like", function()
    local body = "县里组织干部深入村组,走访群众,听取意见,解决困难,受到好评。同时,建立长效机制,确保各项工作落到实处,取得实效,让群众得到实惠。"
    local doc = read("强化学习,提高素质。" .. body .. "\n强化管理,转变作风。" .. body)
    assert.equal(2, #doc:layer "section")
    doc = read("强化学习,提高素质。" .. body .. "\n群众普遍表示满意。" .. body)
    assert.equal(0, #doc:layer "section")
  end)
end)

local PROSE = "全县各级各部门认真贯彻落实上级决策部署，扎实推进各项工作，取得了明显成效，群众满意度不断提高。"

describe("a layout", function()
  for _, entry in ipairs(dofile "spec/outline/layouts.lua") do
    local text, want = entry[1]:gsub("P", PROSE), entry[2]
    it((entry[1]:gsub("\n", " / ")), function()
      local doc, got = jilu.document(text), {}
      for record in jilu.load "outline":records(doc) do
        if record.type == "section" then
          local mark = record.marker ~= jilu.null and record.marker or nil
          got[#got + 1] = ("%d %s %s"):format(record.level, mark or "-", record.heading)
        end
      end
      assert.same(want, got)
    end)
  end
end)
