-- Verbs of change, between a value and the next.

return function(add)
  for verb in ("提升 提高 增长 增加 上升 升 增 扩大 发展 扩展 攀升 跃升 上涨 涨 扩 壮大 提 上调 增至 提至 升至 扩大至"):gmatch "%S+" do
    add("rise", { verb .. "至", verb .. "到", verb .. "为", verb .. "达到" }, { value = 1 })
  end
  for verb in ("下降 降低 降 减少 减 缩减 缩短 压缩 压减 回落 下滑 跌 缩小 精简 下调 减轻"):gmatch "%S+" do
    add("rise", { verb .. "至", verb .. "到", verb .. "为" }, { value = -1 })
  end
  add("rise", "变为 变成 调整为 调整至 调整到 到 至 达到", { value = 0 })
  add("multiply", "翻一番", { value = 2 })
  add("multiply", "翻两番", { value = 4 })
  add("multiply", "翻三番", { value = 8 })
  add("multiply", "翻番", { value = 2 })
  add("target", "力争 争取 目标 计划 预计 确保 提出 将 拟 规划 要求 努力")
end
