-- How a text says that so many things follow or stood before: 三个阶段, 12项报告.

local announcements = {}

announcements.numerals = {
  ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8,
  ["九"] = 9, ["十"] = 10,
}
announcements.classifiers = { "个", "大", "项", "类", "种", "条", "点", "步" }

-- What makes a number another thing: 第三个, 前三项, 每两个
announcements.not_before = { ["第"] = true, ["前"] = true, ["后"] = true, ["每"] = true, ["近"] = true,
  ["百"] = true, ["千"] = true, ["万"] = true, ["点"] = true, ["零"] = true, ["之"] = true,
  ["数"] = true, ["星"] = true, ["期"] = true }

-- Nouns that announce no phrase of its own: 四个方面
announcements.plain_nouns = { ["方面"] = true }

-- What the first item of a list stands behind.
announcements.openers = { "分为", "包括", "围绕", "聚焦", "涵盖", "设立", "设置", "成立", "推出", "打造", "建立",
  "构建", "形成", "坚持", "突出", "实施", "开展", "提出", "着眼", "针对", "通过", "建成", "拥有", "获得", "按照",
  "从", "以", "就", "在", "对", "将", "把", "有", "是", "为" }

-- Nouns that a colon and a list stand behind, where no number counts them, and
-- what may stand before them: 总体目标是:
announcements.heads = { "要求", "措施", "举措", "做法", "目标", "任务", "意见", "建议", "原则", "工作", "内容",
  "思路", "特点", "成效", "问题", "打算" }
announcements.qualifiers = { "具体", "总体", "主要", "重点", "基本", "几点", "主体", "突出", "明显", "下一步", "今后" }

return announcements
