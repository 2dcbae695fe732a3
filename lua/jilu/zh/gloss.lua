-- What units are called in English, for a reader without Chinese.

local gloss = {}

gloss.units = {
  ["元"] = "yuan", ["美元"] = "US dollars", ["港元"] = "Hong Kong dollars", ["人"] = "people",
  ["人次"] = "person-times", ["名"] = "people", ["位"] = "people", ["户"] = "households",
  ["户次"] = "household-times", ["家"] = "firms or homes", ["个"] = "items", ["项"] = "items",
  ["件"] = "cases or pieces", ["次"] = "times", ["场"] = "events", ["场次"] = "sessions",
  ["期"] = "terms", ["批"] = "batches", ["批次"] = "batches", ["条"] = "lines or items",
  ["篇"] = "articles", ["册"] = "volumes", ["本"] = "volumes", ["份"] = "copies",
  ["部"] = "works", ["座"] = "buildings", ["处"] = "places", ["所"] = "institutions",
  ["间"] = "rooms", ["栋"] = "buildings", ["套"] = "sets", ["台"] = "machines", ["辆"] = "vehicles",
  ["艘"] = "ships", ["架"] = "aircraft", ["棵"] = "trees", ["株"] = "plants", ["头"] = "head",
  ["只"] = "animals or pieces", ["匹"] = "horses", ["块"] = "pieces", ["面"] = "flags",
  ["张"] = "sheets", ["封"] = "letters", ["袋"] = "bags", ["箱"] = "boxes", ["桶"] = "barrels",
  ["吨"] = "tonnes", ["公斤"] = "kilograms", ["千克"] = "kilograms", ["斤"] = "half kilograms",
  ["克"] = "grams", ["公里"] = "kilometres", ["千米"] = "kilometres", ["里"] = "half kilometres",
  ["米"] = "metres", ["厘米"] = "centimetres", ["毫米"] = "millimetres", ["亩"] = "mu (667 m²)",
  ["公顷"] = "hectares", ["平方米"] = "square metres", ["平方公里"] = "square kilometres",
  ["立方米"] = "cubic metres", ["升"] = "litres", ["千瓦"] = "kilowatts", ["万千瓦"] = "10 MW",
  ["千瓦时"] = "kilowatt-hours", ["度"] = "degrees", ["%"] = "percent", ["‰"] = "per mille",
  ["个百分点"] = "percentage points", ["倍"] = "times as much", ["成"] = "tenths",
  ["年"] = "years", ["月"] = "months", ["周"] = "weeks", ["天"] = "days", ["日"] = "days",
  ["小时"] = "hours", ["分钟"] = "minutes", ["秒"] = "seconds", ["岁"] = "years of age",
  ["课时"] = "lessons", ["课"] = "lessons", ["讲"] = "lectures", ["县"] = "counties",
  ["乡"] = "townships", ["镇"] = "towns", ["村"] = "villages", ["省"] = "provinces",
  ["市"] = "cities", ["区"] = "districts", ["级"] = "levels", ["轮"] = "rounds", ["届"] = "sessions",
}

return gloss
