/* Holidays: fixed, lunar, by solar term, by weekday and by Easter. */

#include <stdlib.h>

#include "facts/time/calendar.h"
#include "facts/time/lunar.h"
#include "facts/time/reader.h"

/* value = month * 100 + weekday * 10 + n: the n-th such weekday of a month. */
static long nth_weekday (int year, int rule) {
  long first = jilu_day_number(year, rule / 100, 1);
  int weekday = rule / 10 % 10;
  first += (weekday - jilu_weekday(first) + 7) % 7;
  return first + 7L * (rule % 10 - 1);
}

/* The day of a holiday in a year; false where it can't be known. */
static bool holiday_day (const jilu_sense *sense, int year, long *day) {
  int rule = (int)sense->value;
  switch (*sense->code) {
    case 'L': return jilu_lunar_day(year, rule / 100, rule % 100, day);
    case 'T': return jilu_solar_term(year, rule, day);
    case 'N': *day = nth_weekday(year, rule); return true;
    case 'E': *day = jilu_easter(year) + rule; return true;
    default:
      *day = jilu_day_number(year, rule / 100, rule % 100);
      return true;
  }
}

/* 中秋国庆: the second, so that both are one time. */
static size_t second_holiday (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  long first, second;
  size_t end = jilu_time_word(p->r, at, JILU_TIME(HOLIDAY), &sense);
  if (end == 0) {
    /* 五一、国庆假期: the list says what they are */
    end = jilu_match(p->r, at, JILU_TIME(AND), &sense);
    if (end != 0 && jilu_time_word(p->r, end, JILU_TIME(HOLIDAY), &sense) != 0)
      p->needs_suffix = false;
    return at;
  }
  if (p->m.day >= 0 && holiday_day(sense, p->m.year, &second)) {
    first = jilu_moment_day(&p->m);
    if (second > first && second - first < 100) {
      p->m.grain = JILU_GRAIN_DAYS;
      p->m.style = JILU_STYLE_ENDS;
      p->m.count = (int)(second - first) + 1;
      p->rest = 0;
    }
  }
  p->needs_suffix = false;
  return end;
}

size_t jilu_time_holiday_read (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  long day;
  size_t end = jilu_time_word(p->r, at, JILU_TIME(HOLIDAY), &sense);
  if (end == 0) return 0;
  p->rule = sense->user ? JILU_RULE_USER_HOLIDAY : JILU_RULE_HOLIDAY;
  if (sense->code[1] == 'q' && p->m.year == JILU_NO_YEAR)
    p->needs_suffix = true;
  p->m.grain = JILU_GRAIN_DAY;
  if (p->m.year == JILU_NO_YEAR) jilu_time_fill_year(p, at);
  if (p->m.year != JILU_NO_YEAR && holiday_day(sense, p->m.year, &day))
    jilu_moment_set_day(&p->m, day);
  p->rest = atoi(sense->text);
  end = second_holiday(p, end);
  return p->m.grain == JILU_GRAIN_DAY ? jilu_time_clock_read(p, end, false)
                                      : end;
}
