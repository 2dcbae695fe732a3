-- Verbs of change, between a value and the next.

local verbs = require "jilu.zh.verbs"

-- These say that what follows is made to change.
local CAUSATIVE = {}
for verb in ("推动 带动 推进 促进 实现 确保 保持 力争 推行 落实 扩大 提高 提升 降低 减少 压缩 缩短 达到 达 占 为 完成"):gmatch "%S+" do
  CAUSATIVE[verb] = true
end

return function(add)
  for verb in verbs:gmatch "%S+" do
    add("act", verb, { value = CAUSATIVE[verb] and 0 or 1 })
  end
  for verb in ("提升 提高 增长 增加 上升 升 增 扩大 发展 扩展 攀升 跃升 "
    .. "上涨 涨 扩 壮大 提 上调 上修 递增 飙升 直升 直飙 升高 增至 提至 升至 扩大至"):gmatch "%S+" do
    add("rise", { verb .. "至", verb .. "到", verb .. "到了", verb .. "为", verb .. "达到" },
      { value = 1 })
  end
  for verb in ("下降 降低 降 减少 减 缩减 缩短 压缩 压减 回落 下滑 跌 缩小 精简 下调 下修 递减 锐减 骤降 减轻"):gmatch "%S+" do
    add("rise", { verb .. "至", verb .. "到", verb .. "到了", verb .. "为" }, { value = -1 })
  end
  add("rise", "变为 变成 调整为 调整至 调整到 到 至 达到", { value = 0 })
  add("multiply", "翻一番 翻了一番 翻番 翻了番 再翻一番", { value = 2, text = "倍" })
  add("multiply", "翻两番 翻二番 翻了两番", { value = 4, text = "倍" })
  add("multiply", "翻三番 翻了三番", { value = 8, text = "倍" })
  -- between what is named and by how much it changed
  add("change_verb", [[
    增长 增加 提高 提升 上升 上涨 上调 上浮 扩大 增 涨 升 下降 降低 减少 下调 下浮 回落 下滑 缩小 缩短 压缩 减 降 跌 下跌 增产 减产 增收 减收
    上修 下修 飙升 直飙 同比 环比 同期 同口径 可比口径 名义 实际 年均 净增 净增加 净减少 净减 新增 调涨 调高 调低 高于 低于 多 少 增幅 降幅 涨幅 跌幅 增速
    偏多 偏少 偏高 偏低 偏大 偏小 多出 少出 高出 低出
    成长 衰退 加快 放缓 扩张 收窄 攀升 大增 猛增 激增 骤降 翻 了 均 平均 累计 合计 又 再 也 还 将 可 仅 只 各 分别 首次 已 已经 平均每年 每年
  ]])
  add("disposal", "将 把 使 让 令")
  add("compared", "比 较 比起 相比 与")
  add("target", "力争 争取 目标 计划 预计 确保 提出 将 拟 规划 要求 努力")
end
