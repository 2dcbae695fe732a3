-- English: how long something took, and from when to when of a day, in the form of the rows of
-- english.lua. The document is of Tuesday, 15 October 2019. Written before they were run; 7 of
-- 29 failed then, four of them for quantities that stand beside the time.

local function t(text, value) return { type = "time", text = text, value = value } end

local function q(text, value, rest)
  return { type = "quantity", text = text, value = tostring(value), rest = rest or "" }
end

return {
  -- one of a unit, behind what says how long
  { "It took a week to finish.", t("a week", "P1W") },
  { "The strike lasted a month.", t("a month", "P1M") },
  { "We will be away for a year.", t("a year", "P1Y") },
  { "They waited an hour.", t("an hour", "PT1H") },
  { "She spent a day there.", t("a day", "P1D") },
  { "The work takes a minute.", t("a minute", "PT1M") },
  { "He earns 5 dollars a week.", q("5 dollars", 5, "dollar @USD") },
  { "It is a day like others." },
  { "A year is long." },
  { "What a week!" },
  { "An hour passed." },
  -- greater units
  { "It took a decade.", t("a decade", "P10Y") },
  { "It took a fortnight.", t("a fortnight", "P2W") },
  { "We met a fortnight ago.", t("a fortnight ago", "2019-10-01") },
  { "It was a century." },
  -- parts
  { "It took three quarters of an hour.", t("three quarters of an hour", "PT0.75H"),
    q("three quarters", "3/4") },
  { "It took an hour and a half.", t("an hour and a half", "PT1.5H") },
  { "A quarter of the town was flooded." },
  { "Three quarters of the seats are sold.", q("Three quarters", "3/4") },
  -- fillers
  { "He stayed six more months.", t("six more months", "P6M") },
  { "She won 3 straight years.", t("3 straight years", "P3Y"), q("3", 3, ":straight years") },
  { "It cost more coins." },
  -- one am or pm for two
  { "The shop is open from 9 to 11 am.", t("9 to 11 am", "2019-10-15T09/2019-10-15T11") },
  { "Open 4-6pm.", t("4-6pm", "2019-10-15T16/2019-10-15T18") },
  { "We met from 11 to 1 pm.", t("11 to 1 pm", "2019-10-15T11/2019-10-15T13") },
  { "It lasts from 9:30 to 11:15 am.", t("9:30 to 11:15 am", "2019-10-15T09:30/2019-10-15T11:15") },
  { "Pages 9 to 11 are missing." },
  -- halves of a year
  { "Sales rose in the first half of 2015.", t("the first half of 2015", "2015-H1") },
  { "The second half of the match was dull." },
}
