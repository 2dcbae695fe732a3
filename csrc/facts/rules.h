/*
** The rules of the grammars, by which every fact says what made it: kind.rule.
** This is the one place that names them; `jilu explain --rules` prints it.
*/
#ifndef JILU_FACTS_RULES_H
#define JILU_FACTS_RULES_H

#define JILU_RULES(RULE) \
  RULE(NONE, "", "") \
  /* quantities */ \
  RULE(COUNT, "quantity.count", "a numeral and a classifier: 三期, 240余人") \
  RULE(MEASURE, "quantity.measure", "a numeral and a unit of measure: 420公里") \
  RULE(MONEY, "quantity.money", "a sum of money: 3.6亿元, 3元5角, ￥99.80") \
  RULE(SHARE, "quantity.share", "a part or a multiple: 20%, 百分之三, 七成, 3倍") \
  RULE(FRACTION, "quantity.fraction", "a share without a unit: 三分之二, 一半") \
  RULE(TIME_AMOUNT, "quantity.duration", "a numeral and a unit of time: 3个月") \
  RULE(HALF, "quantity.half", "half of a unit of time: 半天") \
  RULE(ROUGH, "quantity.rough", "a power of ten for a numeral: 上万人, 千余名") \
  RULE(RANGE, "quantity.range", "two ends and their unit: 3至5人, 10%-15%") \
  RULE(ADJACENT, "quantity.adjacent_digits", "two digits in a row: 三五个") \
  RULE(LIMITS, "quantity.limits", "two limits: 三百元以上五百元以下") \
  RULE(USER_UNIT, "quantity.user_unit", "a numeral and a unit of the user's") \
  /* changes */ \
  RULE(FROM_TO, "change.from_to", "two quantities and a verb: 从61%提高到63%") \
  RULE(MULTIPLE, "change.multiplication", "a verb that multiplies: 翻一番") \
  /* times */ \
  RULE(DATE, "time.date", "a year, and what stands below it: 2019年3月5日") \
  RULE(NUMERIC, "time.numeric", "figures and signs: 2019-10-15, 14:33") \
  RULE(CENTURY, "time.century", "a century or decade: 20世纪80年代") \
  RULE(RELATIVE, "time.relative", "a word that points: 去年底, 当日, 下周三") \
  RULE(PART_OF_YEAR, "time.part_of_year", "上半年, 前三季度, without their year") \
  RULE(LUNAR, "time.lunar", "a month or day of the lunar calendar: 正月初五") \
  RULE(MONTH, "time.month", "a month or day without its year: 3月5日") \
  RULE(DAY, "time.day", "a day without its month: 12日") \
  RULE(HOLIDAY, "time.holiday", "a day that has a name: 国庆节, 清明期间") \
  RULE(USER_HOLIDAY, "time.user_holiday", "a day that the user named") \
  RULE(WEEKDAY, "time.weekday", "a day of the week alone: 周五") \
  RULE(CLOCK, "time.clock", "a clock time or part of the day alone: 8点半") \
  RULE(INTERVAL, "time.interval", "from one time to another: 2018年至2019年") \
  RULE(RECURRENCE, "time.recurrence", "again and again: 每季度, 两年一度") \
  RULE(DURATION, "time.duration", "how long: 3个月, 两小时") \
  RULE(SHIFTED, "time.shifted", "so long ago or ahead: 三年前, 20分钟后") \
  RULE(PERIOD, "time.period", "so long up to now, or from now: 近两年, 三年来") \
  RULE(VAGUE, "time.vague", "a word that says no more than 近年来, 近日, 目前") \
  RULE(PLAN, "time.plan", "a five-year plan: “十四五”时期") \
  RULE(EVENT, "time.event", "since an event of a known date: 改革开放以来") \
  RULE(ANNIVERSARY, "time.anniversary", "years after such an event: 建党100周年") \
  RULE(SINCE, "time.since", "since an event whose date is not known") \
  /* what stands in marks */ \
  RULE(TITLE_MARKS, "work.title_marks", "between 《 and 》") \
  RULE(DOUBLE_MARKS, "quote.double_marks", "between “ and ”") \
  RULE(STRAIGHT_MARKS, "quote.straight_marks", "between \" and \"") \
  RULE(CORNERS, "quote.corner_brackets", "between 「 and 」") \
  RULE(WHITE_CORNERS, "quote.white_corner_brackets", "between 『 and 』") \
  /* numeral phrases */ \
  RULE(PHRASE_KNOWN, "numeral_phrase.known", "a word of the list: 两新, 三农") \
  RULE(PHRASE_PARALLEL, "numeral_phrase.parallel", "numbers in turn: 三会一课") \
  RULE(PHRASE_NUMBERED, "numeral_phrase.numbered", "三项机制, 三大攻坚战") \
  RULE(PHRASE_MARKED, "numeral_phrase.numbered_mark", "三个“100%”") \
  RULE(PHRASE_RATING, "numeral_phrase.rating", "stars: 五星级, 五星党支部") \
  RULE(PHRASE_REGION, "numeral_phrase.region", "a name with a number: 东北三省") \
  RULE(PHRASE_SUM, "numeral_phrase.sum", "1+N, 1+3+5") \
  RULE(PHRASE_QUOTED, "numeral_phrase.quoted", \
       "what the text somewhere has in quotation marks: “四化”") \
  RULE(PHRASE_FORMULA, "numeral_phrase.formula", "digits in marks: “651”") \
  /* names */ \
  RULE(BODY_SUFFIX, "organization.suffix", \
       "a place, level or function, and a suffix: 县财政局, 省委组织部") \
  RULE(BODY_BRAND, "organization.brand", \
       "a name of its own and a suffix: 明德学校") \
  RULE(BODY_KNOWN, "organization.known", "a name of the list: 国务院") \
  RULE(BODY_SOURCE, "organization.source", "what 来源 names: 来源:红网") \
  RULE(BODY_LIST, "organization.list", "in a list of such: 甲、乙等企业") \
  RULE(BODY_USER, "organization.user_name", "a name that the user added") \
  RULE(TITLE_NAME, "person.title_before", "a title and a name: 书记张三") \
  RULE(NAME_TITLE, "person.title_behind", "a name and a title: 张三同志") \
  RULE(SURNAME_TITLE, "person.surname", "a surname and a title: 钱书记") \
  RULE(PERSON_BYLINE, "person.byline", "记者 张三, 李四 供稿") \
  RULE(PERSON_LIST, "person.list", "in a list of persons: 张三、李四等10名") \
  RULE(PERSON_AGAIN, "person.named_elsewhere", \
       "made like a name that the text has elsewhere beside a title") \
  RULE(PERSON_USER, "person.user_name", "a name that the user added") \
  RULE(PLACE_CHAIN, "place.levels", "names with their levels: 湖南省长沙市") \
  RULE(PLACE_KNOWN, "place.known", "a name of the list: 湖南, 湖南省") \
  RULE(PLACE_FACILITY, "place.facility", "a facility: 玉泉广场") \
  RULE(PLACE_SHORT, "place.short_form", \
       "a name whose level the text has elsewhere: 望屏 of 望屏县") \
  RULE(PLACE_LIST, "place.list", "in a list of such: 甲、乙等地") \
  RULE(BODY_JUDGED, "organization.judged", \
       "by what it is made of, and what stands beside it; see --weights") \
  RULE(PERSON_JUDGED, "person.judged", "the same of a person") \
  RULE(PLACE_JUDGED, "place.judged", "the same of a place") \
  RULE(PLACE_USER, "place.user_name", "a name that the user added") \
  /* identifiers */ \
  RULE(DOCUMENT_NUMBER, "document_number.issued", "国发〔2022〕43号") \
  RULE(LICENCE, "document_number.licence", "湘ICP备05012345号") \
  RULE(URL, "url.address", "http://, https://, www.") \
  RULE(MAIL, "contact.mail", "an address of electronic mail") \
  RULE(TELEPHONE, "contact.telephone", "a telephone number")

typedef enum jilu_rule {
#define JILU_RULE_ID(name, text, says) JILU_RULE_##name,
  JILU_RULES(JILU_RULE_ID)
#undef JILU_RULE_ID
  JILU_RULE_COUNT_
} jilu_rule;

#endif
