/* Years, their parts and months: 2019年3月, 上半年, 正月, 20世纪80年代. */

#include <stdlib.h>
#include <string.h>

#include "facts/time/calendar.h"
#include "facts/time/lunar.h"
#include "facts/number/numeral.h"
#include "vocabulary/particle.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

/* --- years ---------------------------------------------------------------- */

/* 98 is 1998, 06 is 2006; 15 may be a duration, so 'sure' must say so. */
static int short_year (const jilu_time_number *n, bool sure) {
  if (n->digits != 2) return JILU_NO_YEAR;
  if (n->value >= (n->arabic ? 80 : 30)) return 1900 + n->value;
  if (n->value < 10 || !n->arabic || sure) return 2000 + n->value;
  return JILU_NO_YEAR;
}

/* What makes a year of 15年: a month, an edge or 以来 follows. */
static bool year_goes_on (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_time_number_read(r, at, &n);
  if (end != 0) return jilu_time_mark(r, end, 'M', &n) > end;
  end = jilu_time_word(r, at, T(EDGE) | T(MONTHS), &sense);
  return end != 0;
}

/* Behind a year of two digits, this makes it a duration: 98年来, 98年内. */
static bool is_span_of_years (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(r, at, T(SUFFIX), &sense);
  if (end != 0) return strchr("SndDaf", *sense->code) == NULL;
  return jilu_match(r, at, BIT(APPROX_BETWEEN) | BIT(APPROX_AFTER), &sense) !=
         0;
}

/* 112年度, 103年9月: a year of the Republic of China; 112年 where one was. */
static int republic_year (jilu_time_parse *p, size_t mark, size_t end,
                          const jilu_time_number *n) {
  bool full = end - mark > 3;  /* 年度 */
  if (n->digits == 2 && n->arabic && p->s->time.republican &&
      (full || year_goes_on(p->r, end) || n->value >= 80))
    return JILU_REPUBLIC + n->value;
  if (n->digits != 3 || !n->arabic || n->value < 80 || n->value > 150 ||
      !(full || p->s->time.republic || year_goes_on(p->r, end)))
    return JILU_NO_YEAR;
  p->s->time.republic = true;
  return JILU_REPUBLIC + n->value;
}

/* 89 of 1985到89年: the second end has the century of the first. */
static bool is_year_of_century (const jilu_time_parse *p,
                                const jilu_time_number *n) {
  return p->first != NULL && n->digits == 2 && n->arabic &&
         p->first->year_stated && p->first->year >= 1000 &&
         p->first->year % 100 < n->value &&
         n->value - p->first->year % 100 < 60;
}

/* A year whose mark begins at 'mark' and ends at 'end'. */
static size_t plain_year (jilu_time_parse *p, size_t mark, size_t end,
                          const jilu_time_number *n) {
  bool four = n->digits == 4 && n->value >= 1000 && n->value < 3000;
  if (four) p->m.year = n->value;
  else if (jilu_time_in_word(p->r, mark, end)) return 0;
  else if (n->digits == 3) p->m.year = republic_year(p, mark, end, n);
  else if (is_span_of_years(p->r, end)) return 0;
  else if (is_year_of_century(p, n))
    p->m.year = p->first->year / 100 * 100 + n->value;
  else if ((p->m.year = republic_year(p, mark, end, n)) != JILU_NO_YEAR)
    return end;
  else p->m.year = short_year(n, year_goes_on(p->r, end));
  return p->m.year == JILU_NO_YEAR ? 0 : end;
}

/* 元 of 乾隆元年 is a month word too: 元月 */
static size_t era_number (const jilu_reader *r, size_t at, int *value) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  uint64_t whole;
  size_t end = jilu_match(r, at, T(ERA), &sense);
  if (end != 0 && *sense->code == '1') {
    *value = 1;
    return end;
  }
  end = jilu_numeral_read(r, jilu_skip_spaces(r, at), &n);
  if (end == 0 || !jilu_decimal_integer(&n.value, &whole) || whole > 9999 ||
      whole == 0) return 0;
  *value = (int)whole;
  return end;
}

/* 民国105年, 光绪二十四年, 公元前221年. */
static size_t era_year (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n = {0, 0, true, false, 0};
  int value;
  size_t end = jilu_time_word(p->r, at, T(ERA), &sense), mark;
  if (end == 0 || *sense->code == 'L' || *sense->code == '1') return 0;
  end = era_number(p->r, end, &value);
  if (end == 0) return 0;
  mark = jilu_time_mark(p->r, jilu_skip_spaces(p->r, end), 'Y', &n);
  if (mark == 0) return 0;
  p->m.year = *sense->code == 'B' ? 1 - value : (int)sense->value + value;
  if (sense->value == JILU_REPUBLIC) p->s->time.republic = true;
  return mark;
}

/* --- parts of a year ------------------------------------------------------ */

static void set_months (jilu_moment *m, int first, int count,
                        jilu_style style, const char *label) {
  m->grain = JILU_GRAIN_MONTHS;
  m->month = first;
  m->count = count;
  m->style = style;
  m->label = label;
}

/* 初, 底, 中旬 behind a year ('Y'), a month ('M') or months ('Q'). */
size_t jilu_time_edge_read (jilu_time_parse *p, size_t at, char of) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_time_word(p->r, at, T(EDGE), &sense);
  if (end == 0 || strchr(sense->code, of) == NULL) return at;
  p->m.mod = (jilu_time_mod)(int)sense->value;
  if (*sense->text != '\0' && of == 'M') {
    int first = atoi(sense->text);
    p->m.grain = JILU_GRAIN_DAYS;
    p->m.day = first;
    p->m.count = 10;
    if (first > 20 && p->m.year != JILU_NO_YEAR)
      p->m.count = jilu_month_days(p->m.year, p->m.month) - 20;
  }
  return end;
}

/* 一月一主题, 一季度一调度: any of them, not the first. */
static bool is_one_each (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  unsigned width;
  size_t day = jilu_time_number_read(r, end, &n);
  if (day != 0 && jilu_time_mark(r, day, 'D', &n) != 0) return false;
  return jilu_peek(r, at, &width) == jilu_peek(r, end, &width) &&
         jilu_match(r, at, BIT(DIGIT), &sense) != 0 && sense->value == 1 &&
         !jilu_is_digit(r->text[at]);
}

/* 上半年, 三季度, 春季. */
size_t jilu_time_months_word (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL, *other = NULL;
  size_t end = jilu_time_word(p->r, at, T(MONTHS), &sense);
  /* 春 of 春节 */
  if (end == 0 || jilu_time_word(p->r, at, T(HOLIDAY), &other) > end) return 0;
  if (p->m.year == JILU_NO_YEAR && is_one_each(p->r, at, end)) return 0;
  /* a season belongs to a year that is said */
  if (*sense->text == '\0' && p->m.year == JILU_NO_YEAR && !p->m.relative)
    return 0;
  set_months(&p->m, (int)sense->value, atoi(sense->code), JILU_STYLE_LABEL,
             sense->text);
  return jilu_time_edge_read(p, end, 'Q');
}

/* 前5个月, 前三季度. */
size_t jilu_time_first_months (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  int count;
  size_t end = jilu_time_word(p->r, at, T(FIRST), &sense);
  if (end == 0 || (end = jilu_time_number_read(p->r, end, &n)) == 0) return 0;
  end = jilu_time_word(p->r, end, T(UNIT) | T(CYCLE), &sense);
  if (end == 0 || *sense->code != 'M') return 0;
  count = n.value * (int)sense->value;
  if (count < 1 || count > 12) return 0;
  set_months(&p->m, 1, count, JILU_STYLE_ENDS, "");
  return end;
}

/* 第一周, 第三个月 of a year. */
static size_t nth_of_year (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_match(p->r, at, BIT(ORDINAL), &sense);
  if (end == 0 || (end = jilu_time_number_read(p->r, end, &n)) == 0) return 0;
  end = jilu_time_word(p->r, end, T(UNIT), &sense);
  if (end == 0 || p->m.year == JILU_NO_YEAR) return 0;
  if (*sense->code == 'W' && n.value >= 1 && n.value <= 53) {
    jilu_moment_set_day(&p->m, jilu_week_monday(p->m.year, n.value));
    p->m.grain = JILU_GRAIN_DAYS;
    p->m.count = 7;
    p->m.style = JILU_STYLE_WEEK;
    return end;
  }
  if (*sense->code != 'M' || sense->value != 1 || n.value < 1 || n.value > 12)
    return 0;
  p->m.month = n.value;
  p->m.grain = JILU_GRAIN_MONTH;
  return end;
}

/* --- months --------------------------------------------------------------- */

static size_t lunar_month (jilu_time_parse *p, size_t at, int month) {
  size_t end = jilu_time_lunar_day(p, at, month);
  long first, last;
  p->rule = JILU_RULE_LUNAR;
  if (end != 0) return end;
  if (p->m.year == JILU_NO_YEAR) jilu_time_fill_year(p, at);
  p->m.grain = JILU_GRAIN_DAYS;
  p->m.style = JILU_STYLE_ENDS;
  if (p->m.year != JILU_NO_YEAR &&
      jilu_lunar_day(p->m.year, month, 1, &first) &&
      jilu_lunar_day(p->m.year, month, 30, &last)) {
    jilu_moment_set_day(&p->m, first);
    p->m.count = (int)(last - first) + 1;
  }
  return at;
}

/* 3月, 三月份, 正月; 'lunar' behind 农历. */
size_t jilu_time_month_read (jilu_time_parse *p, size_t at, bool lunar) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_time_word(p->r, at, T(MONTH), &sense), mark;
  if (end != 0) {
    n.value = (int)sense->value;
    if (*sense->code == 'L') lunar = true;
  }
  else {
    end = jilu_time_number_read(p->r, at, &n);
    if (end == 0 || n.value < 1 || n.value > 12 || n.pair) return 0;
    mark = jilu_time_mark(p->r, jilu_skip_spaces(p->r, end), 'M', &n);
    if (mark == 0) return 0;
    p->open = mark == end;
    /* 7-9月: no day can follow */
    if (mark == end || is_one_each(p->r, at, mark)) {
      if (mark != end) return 0;
      p->m.month = n.value;
      p->m.grain = JILU_GRAIN_MONTH;
      jilu_time_fill_year(p, at);
      return end;
    }
    end = mark;
  }
  if (lunar) return lunar_month(p, end, n.value);
  p->m.month = n.value;
  p->m.grain = JILU_GRAIN_MONTH;
  jilu_time_fill_year(p, at);
  return jilu_time_below_month(p, end);
}

/*
** (1947年) behind 民国36年, and the other way: the same year in another
** calendar.
*/
static size_t year_again (const jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = at;
  int value;
  bool era;
  if (at >= p->r->size || p->r->text[at] != '(') return at;
  end = jilu_time_word(p->r, at + 1, T(ERA), &sense);
  era = end != 0 && *sense->code == '\0';
  if (era) end = era_number(p->r, end, &value);
  else {
    end = jilu_time_number_read(p->r, at + 1, &n);
    value = n.value;
  }
  if (end == 0) return at;
  n.digits = 0;
  end = jilu_time_mark(p->r, end, 'Y', &n);
  if (end == 0 || end >= p->r->size || p->r->text[end] != ')') return at;
  if (era) value += (int)sense->value;
  return value == p->m.year ? end + 1 : at;
}

/* What may follow a year. */
size_t jilu_time_below_year (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_time_word(p->r, at, T(CLOCK), &sense), end;
  if (from == 0 || *sense->code != 'd') from = at;
  from = jilu_skip_spaces(p->r, from);
  if ((end = jilu_time_months_word(p, from)) != 0) return end;
  if ((end = jilu_time_first_months(p, from)) != 0) return end;
  if ((end = nth_of_year(p, from)) != 0) return end;
  end = jilu_time_word(p->r, from, T(ERA), &sense);
  if (end != 0 && *sense->code == 'L') return jilu_time_month_read(p, end, true);
  if ((end = jilu_time_month_read(p, from, false)) != 0) return end;
  if ((end = jilu_time_holiday_read(p, from)) != 0) return end;
  p->m.grain = JILU_GRAIN_YEAR;
  return jilu_time_edge_read(p, at, 'Y');
}

/* 起 of 自七十五年起, where years of the Republic were met. */
static bool begins_then (const jilu_time_parse *p, size_t at) {
  return p->s->time.republic &&
         jilu_particle_at(p->r, at) == JILU_FROM_THEN_ON;
}

/* 一百十二年九月 without 民国. */
static size_t spelled_republic_year (jilu_time_parse *p, size_t at) {
  jilu_time_number n = {0, 0, false, false, at};
  jilu_numeral numeral;
  uint64_t value;
  size_t end, mark;
  if (jilu_is_digit(p->r->text[at]) ||
      (end = jilu_numeral_read(p->r, at, &numeral)) == 0 ||
      numeral.positional ||   /* 八八年 is 1988 */
      !jilu_decimal_integer(&numeral.value, &value) ||
      value < (p->s->time.republic ? 10 : 80) || value > 150) return 0;
  mark = jilu_time_mark(p->r, end, 'Y', &n);
  if (mark <= end || !(year_goes_on(p->r, mark) || begins_then(p, mark)))
    return 0;
  p->s->time.republic = true;
  p->m.year = JILU_REPUBLIC + (int)value;
  return mark;
}

size_t jilu_time_year_read (jilu_time_parse *p, size_t at) {
  jilu_time_number n;
  size_t end = era_year(p, at), mark;
  if (end == 0) end = spelled_republic_year(p, at);
  if (end == 0) {
    end = jilu_time_number_read(p->r, at, &n);
    if (end == 0) return 0;
    mark = jilu_time_mark(p->r, jilu_skip_spaces(p->r, end), 'Y', &n);
    if (mark == 0 ||
        plain_year(p, jilu_skip_spaces(p->r, end), mark, &n) == 0) return 0;
    p->open = mark == end;
    p->m.grain = JILU_GRAIN_YEAR;
    p->m.year_stated = true;
    if (mark == end) return end;
    end = mark;
  }
  p->m.year_stated = true;
  return jilu_time_below_year(p, year_again(p, end));
}

/* --- decades and centuries ------------------------------------------------ */

static size_t decade (jilu_time_parse *p, size_t at, int century) {
  jilu_time_number n;
  size_t end = jilu_time_number_read(p->r, at, &n), mark;
  if (end == 0 || n.value % 10 != 0) return 0;
  mark = jilu_time_mark(p->r, jilu_skip_spaces(p->r, end), 'X', &n);
  if (mark <= end) return 0;
  if (n.value >= 1000 && century < 0) p->m.year = n.value;
  else if (n.value > 90 || (century < 0 && n.value < 20)) return 0;
  else p->m.year = (century < 0 ? 19 : century) * 100 + n.value;
  p->m.grain = JILU_GRAIN_DECADE;
  return jilu_time_edge_read(p, mark, 'C');
}

/* 20世纪, 上世纪80年代, 八十年代初. */
size_t jilu_time_century_read (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_time_word(p->r, at, T(RELATIVE), &sense), mark;
  if (end != 0 && *sense->code == 'C') n.value = 21 + (int)sense->value;
  else {
    end = jilu_time_number_read(p->r, at, &n);
    if (end == 0) return 0;
    mark = jilu_time_mark(p->r, end, 'C', &n);
    if (mark <= end || n.value < 1 || n.value > 30) return decade(p, at, -1);
    end = mark;
  }
  mark = decade(p, end, n.value - 1);
  if (mark != 0) return mark;
  p->m.year = (n.value - 1) * 100;
  p->m.grain = JILU_GRAIN_CENTURY;
  return jilu_time_edge_read(p, end, 'C');
}
