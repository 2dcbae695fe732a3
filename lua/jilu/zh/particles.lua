-- Characters that mean something by themselves; csrc/vocabulary/particle.h says
-- what each letter stands for.

return function(add)
  for letter, characters in pairs {
    o = "的", l = "之", e = "等", a = "和", r = "或", g = "又", v = "每", n = "第",
    ["2"] = "两", t = "三 四 五", p = "名 位", h = "人", w = "者", d = "了", R = "率",
    D = "日 号", s = "起", f = "族", W = "网", c = "称", y = "任", m = "报 社 台",
  } do
    add("particle", characters, { code = letter })
  end
end
