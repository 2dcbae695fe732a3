-- English: times, in the form of the rows of english.lua. Written before they were
-- run; three of 41 failed then (two spans, and 30 February), and two of the 14 for
-- halves and intervals. The document is of Tuesday, 15 October 2019.

local function q(text, value, rest)
  return { type = "quantity", text = text, value = tostring(value), rest = rest or "" }
end

local function t(text, value, mod)
  return { type = "time", text = text, value = value, mod = mod }
end

return {
  -- days from the date of the document
  { "We met the day before yesterday.", t("the day before yesterday", "2019-10-13") },
  { "The court sits the day after tomorrow.", t("the day after tomorrow", "2019-10-17") },
  { "Call me tomorrow at 9:30 am.", t("tomorrow at 9:30 am", "2019-10-16T09:30") },
  { "The shop opens next Friday.", t("next Friday", "2019-10-25") },
  { "It closed last Monday.", t("last Monday", "2019-10-07") },
  { "She flies this coming Sunday.", t("this coming Sunday", "2019-10-20") },
  { "The vote was two weeks ago.", t("two weeks ago", "2019-10-01") },
  { "It ended 3 months ago.", t("3 months ago", "2019-07-15") },
  { "He retires three days after 12 May 2020.", t("three days after 12 May 2020", "2020-05-15") },
  { "They arrived 2 weeks before Easter 2018.", t("2 weeks before Easter 2018", "2018-03-18") },
  -- periods
  { "Sales fell last quarter.", t("last quarter", "2019-Q3") },
  { "Sales will rise next quarter.", t("next quarter", "2020-Q1") },
  { "We rest this weekend.", t("this weekend", "2019-10-19/2019-10-20") },
  { "Nothing happened in the last 3 months.", t("last 3 months", "P3M") },
  { "The first week of 2019 was cold.", t("first week of 2019", "2019-W01") },
  { "It is due on the last Friday of May 2020.", t("last Friday of May 2020", "2020-05-29") },
  { "The next decade will be hard.", t("next decade", "202X") },
  -- dates
  { "Signed on 2019/Aug/01.", t("2019/Aug/01", "2019-08-01") },
  { "Signed on 05-Aug-2016.", t("05-Aug-2016", "2016-08-05") },
  { "Born on the 4th of July of 1995.", t("4th of July of 1995", "1995-07-04") },
  { "Born on May twenty-five nineteen eighty-six.", t("May twenty-five nineteen eighty-six",
    "1986-05-25") },
  { "Due 23.04.2022.", t("23.04.2022", "2022-04-23") },
  { "Paid on Black Friday 2010.", t("Black Friday 2010", "2010-11-26") },
  { "Closed on Good Friday 2021.", t("Good Friday 2021", "2021-04-02") },
  { "Open from 1 March 2019 to 5 May 2019.", t("1 March 2019 to 5 May 2019",
    "2019-03-01/2019-05-05") },
  -- lengths
  { "It takes one and a half hours.", q("one and a half hours", "3/2", "hour @h"),
    t("one and a half hours", "PT1.5H") },
  { "It lasted 1 hour and 30 minutes.", q("1 hour and 30 minutes", 90, "minute @min"),
    t("1 hour and 30 minutes", "PT1H30M") },
  -- parts of a year, and what lies between two times
  { "The H2 2019 results are out.", t("H2 2019", "2019-H2") },
  { "The 2018-Q3 report is late.", t("2018-Q3", "2018-Q3") },
  { "It rained from April to June in 2017.", t("April to June in 2017", "2017-04/2017-06") },
  { "The shop is shut between august and october.", t("august and october", "2019-08/2019-10") },
  { "We meet tomorrow from 9 to 11am.", t("tomorrow from 9 to 11am",
    "2019-10-16T09/2019-10-16T11") },
  { "The office is shut the week after next.", t("the week after next", "2019-W44") },
  { "They left in nineteen ninety six.", t("nineteen ninety six", "1996") },
  { "It took an hour and a half.", t("an hour and a half", "PT1.5H") },
  { "He was born in April of 87.", t("April of 87", "1987-04") },
  -- none of these
  { "They won in two thousand and twenty cases.", q("two thousand and twenty", 2020, ":cases") },
  { "The SUN 4 and the MON 3 are machines." },
  { "Rows A and H2 are empty." },
  { "Between you and me, it failed." },
  { "The week after was dull." },
  { "Another story is told here." },
  { "One may ask why." },
  { "The march went on." },
  { "Keep it up now." },
  { "The day was long." },
  { "A sun hat and a sat nav." },
  { "It is the last of them." },
  { "Feb 30 does not exist." },
  { "The former is better than the latter." },
  { "At last they came." },
  { "Next to the door is a chair." },
  { "This is the way in." },
  { "They will be past caring." },
  { "The second is better." },
  { "Good morning, everyone." },
}
