-- How Chinese documents number their parts: data for jilu.marker.
-- The official order of headings is 一、 (一) 1. (1) (Party and government
-- document format, GB/T 9704-2012, 7.3.3); regulations count 编 章 节 条
-- (Legislation Law, article 65). Simplified, half-width.

local markers = {}

markers.numerals = {
  ["零"] = 0, ["〇"] = 0, ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5,
  ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9,
}
-- 壹、 貳、 of minutes, and of papers in Taiwan: above 一、
markers.formal = {
  ["壹"] = 1, ["贰"] = 2, ["叁"] = 3, ["参"] = 3, ["肆"] = 4, ["伍"] = 5, ["陆"] = 6, ["柒"] = 7,
  ["捌"] = 8, ["玖"] = 9, ["拾"] = 10,
}
markers.pause = "、"   -- behind 一 and 壹
markers.powers = { ["十"] = 10, ["百"] = 100 }

-- 第 N X: the higher the rank, the deeper
markers.divisions = {
  { word = "篇", kind = "piece", rank = 0 },
  { word = "部分", kind = "part", rank = 1 },
  { word = "编", kind = "volume", rank = 1 },
  { word = "章", kind = "chapter", rank = 2 },
  { word = "节", kind = "section", rank = 3 },
  { word = "条", kind = "article", rank = 4 },
}

markers.ranks = {
  piece = 0, part = 1, volume = 1, chapter = 2, section = 3, article = 4,
  formal = 4.5, han = 5, paren_han = 6, digit = 7, decimal = 7.5, paren_digit = 8, circled = 9,
}

-- runs inside a paragraph: what may follow the numeral 一, 二, 三 …
markers.item_words = { "是", "要", "为", "抓" }

-- ordinal runs that have words of their own; each position lists its spellings
markers.sequences = {
  { { "首先" }, { "其次" }, { "再次", "再者", "第三", "最后" }, { "最后", "第四" } },
}

-- words before the numeral of an ordinal run: 第一, 其一
markers.ordinal_prefixes = { "第", "其" }

-- headings of what stands behind the text, beside its highest headings
markers.end_matter = {
  ["名词解释"] = true, ["注释"] = true, ["附注"] = true, ["附录"] = true, ["参考文献"] = true,
  ["结语"] = true, ["结束语"] = true, ["后记"] = true, ["指标解释"] = true, ["资料来源"] = true,
}

return markers
