/* Points of the calendar: 2019年3月5日, 去年底, 上半年, 本周五, 12日. */

#include "facts/number/numeral.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

/* --- a day or a weekday alone --------------------------------------------- */

/* 海棠三号: what is numbered stands right before the number of 号. */
static bool is_name (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  return jilu_is_han(jilu_peek_back(r, at)) &&
         jilu_match_back(r, at, at > 6 ? at - 6 : 0,
                         BIT(FROM) | BIT(RANGE) | T(AND) | T(AT) |
                         T(RELATIVE) | T(CLOCK), &sense) == (size_t)-1;
}

/* A day without its month: 12日; 三日 and 5号 only where a day went before. */
static size_t day_alone (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  const jilu_moment *c = NULL;
  jilu_time_number n;
  size_t end = jilu_time_number_read(p->r, at, &n), mark;
  bool sure;
  if (end == 0 || n.value < 1 || n.value > 31 || n.pair) return 0;
  mark = jilu_time_mark(p->r, jilu_skip_spaces(p->r, end), 'D', &n);
  if (mark == 0 ||
      jilu_time_in_word(p->r, jilu_skip_spaces(p->r, end), mark)) return 0;
  p->open = mark == end;
  /* 30日后 counts days */
  if (jilu_time_word(p->r, mark, T(SUFFIX), &sense) != 0 &&
      *sense->code == 'a') return 0;
  (void)jilu_match(p->r, jilu_skip_spaces(p->r, end), T(MARK), &sense);
  sure = sense == NULL || *sense->text == '\0';
  if (!sure && p->first == NULL && is_name(p->r, at)) return 0;
  if (sure && p->first == NULL && jilu_time_counts_days(p->r, at, mark))
    return 0;
  if (p->first == NULL) {
    c = jilu_time_context(p->s, at, true);
    if (c != NULL && c->grain < JILU_GRAIN_DAY) c = NULL;
    if (c == NULL && (!sure || (!n.arabic && n.value < 10))) return 0;
  }
  p->m.day = n.value;
  jilu_time_fill_month(p, at);
  return jilu_time_after_day(p, mark);
}

/* 上半年, 前三季度, 正月: a part of the year of the document. */
static size_t part_of_year (jilu_time_parse *p, size_t at) {
  size_t end = jilu_time_first_months(p, at);
  if (end == 0) end = jilu_time_months_word(p, at);
  if (end != 0) jilu_time_fill_year(p, at);
  return end;
}

/* 十一点半: an hour, though 十一 is a holiday. */
static bool is_hour (const jilu_reader *r, size_t at) {
  jilu_time_number n;
  size_t end = jilu_time_number_read(r, at, &n);
  return end != 0 && jilu_time_mark(r, end, 'H', &n) > end;
}

static size_t month_alone (jilu_time_parse *p, size_t at) {
  return jilu_time_month_read(p, at, false);
}

/* May a time begin at 'at' of a clause: behind a mark, 在, 和, another time? */
static bool may_date (const jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  uint32_t c = jilu_peek_back(p->r, at);
  return !jilu_is_han(c) || p->first != NULL || p->s->time.end == at ||
         jilu_match_back(p->r, at, at > 6 ? at - 6 : 0,
                         T(AT) | T(AND) | T(EVERY) | T(RELATIVE) | T(ERA) |
                         BIT(FROM) | BIT(RANGE) | BIT(ORDINAL), &sense) !=
             (size_t)-1;
}

/*
** 国庆 of 迎国庆系列活动 says of what kind something is; 、林国庆、 is a person.
** Elsewhere a holiday is a time.
*/
static bool is_attribute (const jilu_time_parse *p, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  unsigned width;
  bool goes_on = jilu_is_han(jilu_peek(p->r, end, &width));
  size_t before = jilu_back(p->r, at);
  if (jilu_is_han(jilu_peek_back(p->r, at)) &&
      !jilu_is_han(jilu_peek_back(p->r, before)) && !goes_on &&
      jilu_match(p->r, before, BIT(SURNAME), &sense) == at &&
      sense->value == 0) return true;
  return goes_on && !may_date(p, at) &&
         jilu_time_word(p->r, end, T(SUFFIX) | T(EDGE) | T(DAY_PART) |
                        T(RELATIVE), &sense) == 0;
}

static size_t holiday_alone (jilu_time_parse *p, size_t at) {
  size_t end;
  if (is_hour(p->r, at)) return 0;
  end = jilu_time_holiday_read(p, at);
  return end != 0 && is_attribute(p, at, end) ? 0 : end;
}

static size_t clock_alone (jilu_time_parse *p, size_t at) {
  return jilu_time_clock_read(p, at, true);
}

/* --- any of them ----------------------------------------------------------- */

#define NUMBER (BIT(DIGIT) | BIT(POWER) | BIT(TENS))

/* What reads a moment that begins with a word of certain classes. */
typedef struct reader {
  size_t (*read) (jilu_time_parse *, size_t);
  jilu_rule rule;
  jilu_classes classes;
} reader;

/* Years and their parts. */
static const reader of_years[] = {
  {jilu_time_numeric_read, JILU_RULE_NUMERIC, NUMBER},
  {jilu_time_century_read, JILU_RULE_CENTURY, NUMBER | T(RELATIVE)},
  {jilu_time_year_read, JILU_RULE_DATE, JILU_NUMERAL_BEGINNING | T(ERA)},
  {jilu_time_relative_read, JILU_RULE_RELATIVE, T(RELATIVE)},
  {part_of_year, JILU_RULE_PART_OF_YEAR, T(FIRST) | T(MONTHS)}
};

static const reader of_months[] = {
  {month_alone, JILU_RULE_MONTH, NUMBER | T(MONTH)},
  {day_alone, JILU_RULE_DAY, NUMBER},
  {holiday_alone, JILU_RULE_HOLIDAY, T(HOLIDAY)},
  {jilu_time_weekday_read, JILU_RULE_WEEKDAY, T(WEEKDAY)},
  {clock_alone, JILU_RULE_CLOCK, NUMBER | T(DAY_PART)}
};

/* The first of so many readers that reads something at 'at'. */
static size_t read_one_of (jilu_time_parse *p, size_t at, jilu_classes here,
                           const reader *readers, size_t count) {
  size_t i, end;
  for (i = 0; i < count; i++) {
    if (!(readers[i].classes & here)) continue;
    jilu_moment_clear(&p->m);
    p->rule = readers[i].rule;
    if ((end = readers[i].read(p, at)) != 0) return end;
  }
  return 0;
}

size_t jilu_time_moment_read (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_classes here;
  size_t end;
  if (p->r->vocabulary->writing.spaced) return jilu_time_named_read(p, at);
  here = jilu_classes_at(p->r, at);
  /* a clock time may follow spaces */
  if (at < p->r->size && p->r->text[at] <= '9') here |= NUMBER;
  end = read_one_of(p, at, here, of_years, sizeof of_years / sizeof *of_years);
  if (end != 0) return end;
  if ((here & T(ERA)) &&
      (end = jilu_time_word(p->r, at, T(ERA), &sense)) != 0 &&
      *sense->code == 'L') {
    jilu_moment_clear(&p->m);
    p->rule = JILU_RULE_MONTH;
    if ((end = jilu_time_month_read(p, end, true)) != 0) return end;
  }
  return read_one_of(p, at, here, of_months,
                     sizeof of_months / sizeof *of_months);
}
