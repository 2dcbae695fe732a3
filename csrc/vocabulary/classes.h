/*
** What a word can be to the grammars. The words themselves are data that
** comes from outside (lua/jilu/zh): each belongs to one class or more, with a
** number, a text and a code whose meaning the class says.
*/
#ifndef JILU_VOCABULARY_CLASSES_H
#define JILU_VOCABULARY_CLASSES_H

/*      name            in Lua           value | text | code */
#define JILU_CLASSES(CLASS) \
  CLASS(PARTICLE,       "particle")      /* one character | | see particle.h */ \
  CLASS(OPAQUE,         "opaque")        /* holds a numeral, counts nothing */ \
  CLASS(DIGIT,          "digit")         /* 0..9 */ \
  CLASS(POWER,          "power")         /* 10^value within a section: 十百千 */ \
  CLASS(SECTION,        "section")       /* 10^value of a section: 万亿 */ \
  CLASS(TENS,           "tens")          /* 廿卅: value is 20, 30 */ \
  CLASS(POINT,          "point")         /* 点 between digits */ \
  CLASS(MINUS,          "minus")         /* 负 */ \
  CLASS(HALF,           "half")          /* 半, value 1: 一半, a share by itself */ \
  CLASS(INDEFINITE,     "indefinite")    /* 几 数 多 in place of a numeral */ \
  CLASS(ORDINAL,        "ordinal")       /* 第 */ \
  CLASS(NUMERAL_JOIN,   "numeral_join")  /* and of one hundred and five */ \
  CLASS(MONEY_SECTION,  "money_section") /* m of $1.2m: 10^value */ \
  CLASS(ARTICLE,        "article")       /* a of a fifth, one and a half */ \
  CLASS(LESSER_UNIT,    "lesser_unit")   /* in of 5 ft 3 in: a unit there alone */ \
  CLASS(FRACTION,       "fraction")      /* 分之: numerator follows; of two */ \
                                         /* words the denominator: out of */ \
  CLASS(DENOMINATOR,    "denominator")   /* thirds; code 1: behind one alone */ \
  CLASS(PERCENT_BEFORE, "percent_before") /* 百分之: value 2; 千分之: 3 */ \
  CLASS(APPROX_BEFORE,  "approx_before") /* adjoins the numeral; approx */ \
  CLASS(APPROX_BETWEEN, "approx_between") /* between numeral and unit: 余 */ \
  CLASS(APPROX_AFTER,   "approx_after")  /* behind the unit: 以上; approx */ \
  CLASS(APPROX_FAR,     "approx_far")    /* governs from further off: 至少 */ \
  CLASS(UNIT,           "unit")          /* exponent | canonical | code */ \
  CLASS(DISTRIBUTIVE,   "distributive")  /* 每: the unit behind is generic */ \
  CLASS(COPULA,         "copula")        /* 是 成为: 一 behind is an article */ \
  CLASS(RISE,           "rise")          /* a change: value 1 up, -1 down, 0 */ \
  CLASS(RANGE,          "range")         /* between two ends: 至 到 ~ -; code */ \
                                         /* b: behind between alone: and */ \
  CLASS(FROM,           "from")          /* before the first end: 从 由 自 */ \
  CLASS(MULTIPLY,       "multiply")      /* 翻一番: factor | its unit: 倍 */ \
  CLASS(TARGET,         "target")        /* not yet done: 力争 目标 */ \
  CLASS(VERSION,        "version")       /* 版 of APP3版: which, not how many; */ \
                                         /* value: in digits from it on */ \
  CLASS(GRADE,          "grade")         /* 级 点: counts in decimals; value 1: */ \
                                         /* or before or behind what is graded */ \
  CLASS(GRADED,         "graded")        /* 地震 风力 beside 级 */ \
  CLASS(DIVISION,       "division")      /* a unit that 六省 has as a name */ \
  CLASS(SESSION,        "session")       /* 届; value 1: 次, which it makes ordinal */ \
  CLASS(SUBUNIT,        "subunit")       /* 角 of 元: exponent */ \
  CLASS(QUALIFIER,      "qualifier")     /* beside a unit: 人民币 ￥ 摄氏 */ \
  CLASS(ROUGH,          "rough")         /* 上 of 上万: approx */ \
  CLASS(MONEY_END,      "money_end")     /* 整 behind a sum */ \
  CLASS(LOOSE_MONEY,    "loose_money")   /* 块: money where coins follow */ \
  CLASS(DURATION_JOIN,  "duration_join") /* 零 of 一年零三个月 */ \
  CLASS(FINER_UNIT,     "finer_unit")    /* m of 2h 15m: a unit there alone */ \
  CLASS(NOT_UNIT,       "not_unit")      /* begins like a unit: 单元 年级 */ \
  CLASS(CHANGE_VERB,    "change_verb")   /* between noun and share: 增长 */ \
  CLASS(DISPOSAL,       "disposal")      /* 将 把 before what is changed */ \
  CLASS(COMPARED,       "compared")      /* begins 比上年: 比 较 */ \
  CLASS(SUM,            "sum")           /* a verb that is a sum too: 罚款 投资 */ \
  CLASS(PRICE,          "price")         /* ends what 块 is the price of */ \
  CLASS(INSTITUTION,    "institution")   /* 家 counts it: 单位 企业 */ \
  CLASS(OF_INSTITUTIONS, "counts_institutions")  /* the unit 家 */ \
  CLASS(OF_PERSONS,     "counts_persons")  /* the units 名 位 */ \
  CLASS(OF_EVENTS,      "counts_events")  /* the units 次 场 */ \
  CLASS(WITHOUT_NOUN,   "without_noun")  /* units that count by themselves: 人 次 */ \
  CLASS(UNIT_NOUN,      "unit_noun")     /* 人口: a bare number behind it | its unit */ \
  CLASS(DOUBLE,         "double")        /* 双: 2 in a numeral phrase */ \
  CLASS(PHRASE,         "phrase")        /* a numeral phrase: 两新 三农 */ \
  CLASS(PHRASE_CLASSIFIER, "phrase_classifier")  /* 项 of 三项制度 */ \
  CLASS(PHRASE_NOUN,    "phrase_noun")   /* 机制 of 三项机制: not counted */ \
  CLASS(COUNTER,        "counter")       /* no noun of a phrase: 人 次 */ \
  CLASS(FORMULA_NOUN,   "formula_noun")  /* behind “651”: 工作法 */ \
  CLASS(STAR,           "star")          /* 星; value 1: 星级 */ \
  CLASS(RATED,          "rated")         /* behind 五星: 党支部 */ \
  CLASS(REGION,         "region")        /* before 六省: 中部 */ \
  CLASS(ACT,            "act")           /* a verb; value 1: a noun may begin with it */ \
  CLASS(SERIAL_END,     "serial_end")    /* 号 of 国发〔2022〕43号 */ \
  CLASS(YEAR_OPEN,      "year_open")     /* 〔 of it */ \
  CLASS(LICENCE,        "licence")       /* ICP备 */ \
  CLASS(TELEPHONE,      "telephone")     /* 电话: a number follows */ \
  CLASS(PLURAL,         "plural")        /* a counted noun ends: people */ \
  CLASS(PLURAL_ENDING,  "plural_ending") /* so does one ending in -s; 0: -ss */ \
  CLASS(QUOTE_MARK,     "quote_mark")    /* opens and closes: " */ \
  CLASS(NOUN_JOIN,      "noun_join")     /* 和 of 国家和地区 */ \
  CLASS(NOUN,           "noun")          /* part of a noun phrase */ \
  CLASS(NOUN_STOP,      "noun_stop")     /* no noun phrase goes past it */ \
  CLASS(NOUN_SUFFIX,    "noun_suffix")   /* makes a noun of a stop: 覆盖率 */ \
  CLASS(VERBAL_NOUN,    "verbal_noun")   /* a stop, or a noun: 培训 组织 */ \
  CLASS(AGENT,          "agent")         /* ends a noun of persons: 员 队 位 */ \
  CLASS(LINK,           "link")          /* between noun and number: 达 共 */ \
  /* names; see name.h for how they fit together */ \
  CLASS(NAME_STOP,      "name_stop")     /* no name goes past it; see names.lua */ \
  CLASS(NAME_WORD,      "name_word")     /* common noun: in no place's name */ \
  CLASS(GENERIC,        "generic")       /* not one body: 各级 有关 */ \
  CLASS(BODY,           "body")          /* a whole name | its full form */ \
  CLASS(BODY_HEAD,      "body_head")     /* one begins with it: 中共 全国 */ \
  CLASS(BODY_SUFFIX,    "body_suffix")   /* one ends with it: jilu_body | | flags */ \
  CLASS(NO_GIVEN_NAME,  "no_given_name") /* ends words, seldom names: 感 证 */ \
  CLASS(NAME_JOIN,      "name_join")     /* joins parts of a name: 与 及 */ \
  CLASS(NAME_END,       "name_end")      /* a name may end with it, if the */ \
                                         /* judge says so: 1 a body, 2 a place, */ \
                                         /* 3 a whole place */ \
  CLASS(FUNCTION,       "function")      /* what one does: 财政 市场监管 */ \
  CLASS(LEVEL,          "level")         /* rank from 1 (省) down | | flags */ \
  CLASS(PLACE,          "place")         /* jilu_place_word: 湖南 | full form */ \
  CLASS(FACILITY,       "facility")      /* a place ends with it: 广场 */ \
  CLASS(PERSON,         "person")        /* a person's whole name */ \
  CLASS(SURNAME,        "surname")       /* value 1: also another word: 高 */ \
  CLASS(TITLE,          "title")         /* jilu_title: 书记 同志 村民 */ \
  CLASS(BYLINE,         "byline")        /* jilu_persons_at_byline: 供稿 记者 */ \
  CLASS(SPEECH,         "speech")        /* behind a speaker's name: 说 */ \
  CLASS(LIST_HEAD,      "list_head")     /* jilu_list_head: 等媒体 等地 */ \
  CLASS(MIXED,          "mixed")         /* 又 of 三又二分之一 */ \
  CLASS(SHARE,          "share")         /* 百分之: a power of ten */ \
  CLASS(TIME_MARK,      "time_mark")     /* behind a number; code XYMDHmS */ \
  CLASS(TIME_BEFORE,    "time_before")   /* in since: mod; code s: surely */ \
  CLASS(TIME_MONTH,     "time_month")    /* 正月: 1..12; code L: lunar */ \
  CLASS(TIME_ERA,       "time_era")      /* year 0; code L lunar, B before */ \
  CLASS(TIME_MONTHS,    "time_months")   /* 上半年: first month|label|count */ \
  CLASS(TIME_EDGE,      "time_edge")     /* 年底: mod | first,last day | of */ \
  CLASS(TIME_FIRST,     "time_first")    /* 前 of 前三季度 */ \
  CLASS(TIME_RELATIVE,  "time_relative") /* 去年: offset | | grain, t: text */ \
  CLASS(TIME_DAY_PART,  "time_day_part") /* 下午: from hour | | to hour */ \
  CLASS(TIME_CLOCK,     "time_clock")    /* 半 刻 behind the hour: minutes */ \
  CLASS(TIME_WEEKDAY,   "time_weekday")  /* 1 Monday; code s: behind a week */ \
  CLASS(TIME_HOLIDAY,   "time_holiday")  /* day | days of rest | rule */ \
  CLASS(TIME_PLAN,      "time_plan")     /* 十四五: first year | | last year */ \
  CLASS(TIME_EVENT,     "time_event")    /* 改革开放 | its date */ \
  CLASS(TIME_SUFFIX,    "time_suffix")   /* 以来 前 期间: mod | | kind */ \
  CLASS(TIME_VAGUE,     "time_vague")    /* 近日; mod asof: 目前 */ \
  CLASS(TIME_UNIT,      "time_unit")     /* of a duration: factor | | letter */ \
  CLASS(TIME_NEAR,      "time_near")     /* 近 过去 未来 before it: -1, 1 */ \
  CLASS(TIME_EVERY,     "time_every")    /* 每; code c: a cycle follows: 按 */ \
  CLASS(TIME_CYCLE,     "time_cycle")    /* 季度 behind 每: factor | | letter */ \
  CLASS(TIME_DAYS,      "time_days")     /* beside 三十日, a duration: -1 before, 1 */ \
  CLASS(TIME_AND,       "time_and")      /* 和 between two times */ \
  CLASS(TIME_AT,        "time_at")       /* 在 before an event: 在汛期期间 */ \
  CLASS(TIME_DAY_NAME,  "time_day_name") /* 日 of “5·18”国际博物馆日 */ \
  CLASS(TIME_WORD,      "time_word")     /* of English: | | its part there */ \
  CLASS(TIME_NOT,       "time_not")      /* begins like a time: 月饼 */

typedef enum jilu_class {
#define CLASS(name, lua) JILU_CLASS_##name,
  JILU_CLASSES(CLASS)
#undef CLASS
  JILU_CLASS_COUNT
} jilu_class;

/*
** A set of classes. C11 has no integer of 128 bits: gcc and clang have one on
** every machine of 64 bits, and that of C23 elsewhere (clang 14, gcc 14).
*/
#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 jilu_classes;
#else
__extension__ typedef unsigned _BitInt(128) jilu_classes;
#endif
_Static_assert(JILU_CLASS_COUNT <= 128, "too many classes for a set");

#endif
