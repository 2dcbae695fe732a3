/*
** Points of the calendar in languages with spaces, whose months have names:
** 12 March 2021, March 12, 2021, in March, since 2010, the 1990s.
*/

#include "facts/quantity/amount_unit.h"
#include "facts/time/calendar.h"
#include "facts/noun/counted.h"
#include "facts/number/numeral.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

static uint32_t next_character (const jilu_reader *r, size_t at) {
  unsigned width;
  return jilu_peek(r, at, &width);
}

/* --- parts ---------------------------------------------------------------- */

static size_t digits (const jilu_reader *r, size_t at, size_t most,
                      int *value) {
  size_t n = 0;
  *value = 0;
  while (n <= most && at + n < r->size && jilu_is_digit(r->text[at + n]))
    *value = *value * 10 + (r->text[at + n++] - '0');
  return n > 0 && n <= most ? at + n : 0;
}

/* A number ends here that goes on in no way: 3.5, 2,000, 12%, 5km, 1/2. */
static bool ends_number (const jilu_reader *r, size_t at) {
  uint32_t c = next_character(r, at), after = next_character(r, at + 1);
  if (jilu_is_latin(c) || jilu_is_digit(c) || c == '%' || c == '_') return false;
  return !((c == '.' || c == ',' || c == '/' || c == ':') &&
           jilu_is_digit(after));
}

static size_t month_name (const jilu_reader *r, size_t at, int *month) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, T(MONTH), &sense);
  if (end != 0) *month = (int)sense->value;
  return end;
}

/* 12, 3rd. */
static size_t day (const jilu_reader *r, size_t at, int *value) {
  const jilu_sense *sense = NULL;
  size_t end = digits(r, at, 2, value), mark;
  if (end == 0 || *value < 1 || *value > 31) return 0;
  mark = jilu_match(r, end, T(MARK), &sense);
  if (mark != 0 && *sense->code == 'D') end = mark;
  return ends_number(r, end) ? end : 0;
}

static size_t four_digits (const jilu_reader *r, size_t at, int *year) {
  size_t end = digits(r, at, 4, year);
  return end != 0 && *year >= 1000 && *year < 3000 ? end : 0;
}

/* Behind a month or a day, with a comma or "of" at most: 2021. */
static size_t year_behind (const jilu_reader *r, size_t at, int *year) {
  const jilu_sense *sense = NULL;
  size_t end;
  if (next_character(r, at) == ',') at++;
  at = jilu_skip_spaces(r, at);
  if ((end = jilu_match(r, at, T(CLOCK), &sense)) != 0 && *sense->code == 'd')
    at = jilu_skip_spaces(r, end);
  end = four_digits(r, at, year);
  return end != 0 && ends_number(r, end) ? end : 0;
}

static bool has_unit (const jilu_reader *r, size_t at) {
  const jilu_sense *unit = NULL;
  size_t from;
  return jilu_unit_at(r, at, &from, &unit) != 0;
}

/* Is what ends at 'at' the number of something: 12 schools, 2000 km? */
static bool counts (const jilu_reader *r, size_t at) {
  return has_unit(r, at) || jilu_counted_noun(r, at).end != 0;
}

/* The word before a time, such as in or since; NULL: none that tells. */
static const jilu_sense *word_before (const jilu_time_parse *p) {
  const jilu_sense *sense = NULL;
  size_t at = p->begin;
  while (at > 0 && p->r->text[at - 1] == ' ') at--;
  if (at == p->begin ||
      jilu_match_back(p->r, at, 0, T(BEFORE), &sense) == (size_t)-1)
    return NULL;
  return sense;
}

/* --- points --------------------------------------------------------------- */

static size_t with_year (jilu_time_parse *p, size_t at) {
  int year;
  size_t end = year_behind(p->r, at, &year);
  if (end != 0) {
    p->m.year = year;
    p->m.year_stated = true;
    p->rule = JILU_RULE_DATE;
    return end;
  }
  p->rule = JILU_RULE_MONTH;
  /* the year of March to June 2017 comes with its end */
  if (p->open) return at;
  jilu_time_fill_year(p, p->begin);
  return at;
}

/* Does a range lead from 'at' to another day and its month, or a month? */
static bool range_follows (const jilu_reader *r, size_t begin, size_t at,
                           bool of_days) {
  size_t end = jilu_range_word(r, begin, jilu_skip_spaces(r, at));
  int value;
  if (end == 0) return false;
  end = jilu_skip_spaces(r, end);
  if (of_days && (end = day(r, end, &value)) == 0) return false;
  return month_name(r, jilu_skip_spaces(r, end), &value) != 0;
}

/* 12 March 2021, the 3rd of May; 12 of 12-15 April. */
static size_t day_first (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  int number;
  size_t end = day(p->r, at, &number), of, month;
  if (end == 0) return 0;
  p->m.day = number;
  p->m.grain = JILU_GRAIN_DAY;
  if (range_follows(p->r, p->begin, end, true)) {
    p->open = true;
    return end;
  }
  of = jilu_skip_spaces(p->r, end);
  if (of == end) return 0;
  end = jilu_match(p->r, of, T(CLOCK), &sense);
  if (end != 0 && *sense->code == 'd') of = jilu_skip_spaces(p->r, end);
  month = month_name(p->r, of, &p->m.month);
  if (month == 0) return 0;
  p->open = range_follows(p->r, p->begin, month, true);
  return with_year(p, month);
}

/* March 12, 2021; March 2021; a bare March only behind a word such as in. */
static size_t month_first (jilu_time_parse *p, size_t at) {
  int number;
  size_t end = month_name(p->r, at, &p->m.month), from, next;
  if (end == 0) return 0;
  from = jilu_skip_spaces(p->r, end);
  next = from > end ? day(p->r, from, &number) : 0;
  if (next != 0 && !counts(p->r, next)) {
    p->m.day = number;
    p->m.grain = JILU_GRAIN_DAY;
    p->open = range_follows(p->r, p->begin, next, false);
    return with_year(p, next);
  }
  p->m.grain = JILU_GRAIN_MONTH;
  p->open = range_follows(p->r, p->begin, end, false);
  next = with_year(p, end);
  if (next != end || p->open || p->first != NULL) return next;
  return word_before(p) != NULL ? end : 0;
}

/* 20 of 2019-20, 18 of 1914-18: a later year of the same century. */
static size_t short_year (const jilu_time_parse *p, size_t at, int *year) {
  int value;
  size_t end;
  if (p->first == NULL || p->first->grain != JILU_GRAIN_YEAR) return 0;
  end = digits(p->r, at, 2, &value);
  if (end != at + 2 || value <= p->first->year % 100) return 0;
  *year = p->first->year - p->first->year % 100 + value;
  return end;
}

/* Is a bare year one: (1956), in 1898, the end of 2015 to 2018? */
static bool is_year (const jilu_time_parse *p, size_t at, size_t end) {
  const jilu_reader *r = p->r;
  const jilu_sense *before;
  int year;
  if (p->first != NULL && p->first->grain == JILU_GRAIN_YEAR) return true;
  /* born in Leeds (1956), but wait(1956) */
  if (jilu_peek_back(r, at) == '(')
    return next_character(r, end) == ')' && at > 1 &&
           (r->text[at - 2] == ' ' || r->text[at - 2] == '\n');
  before = word_before(p);
  if (before == NULL) return false;
  /* the 2016 Olympics, but the 1250 workers */
  if (*before->code == 't') return four_digits(r, at, &year) && year >= 1900 &&
                                   year < 2100 && !has_unit(r, end);
  return *before->code == 's' ? !has_unit(r, end) : !counts(r, end);
}

static size_t year_alone (jilu_time_parse *p, size_t at) {
  const jilu_sense *sense = NULL;
  int year;
  size_t end = four_digits(p->r, at, &year), mark;
  if (end == 0 && (end = short_year(p, at, &year)) == 0) return 0;
  p->m.year = year;
  p->m.year_stated = true;
  p->m.grain = JILU_GRAIN_YEAR;
  p->rule = JILU_RULE_DATE;
  mark = jilu_match(p->r, end, T(MARK), &sense);
  if (mark != 0 && *sense->code == 'X' && year % 10 == 0) {
    p->m.grain = JILU_GRAIN_DECADE;
    p->rule = JILU_RULE_CENTURY;
    return mark;
  }
  return ends_number(p->r, end) && is_year(p, at, end) ? end : 0;
}

/* Monday, 4 June. */
static size_t behind_weekday (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, T(WEEKDAY), &sense);
  if (end == 0) return at;
  if (next_character(r, end) == ',') end++;
  return jilu_skip_spaces(r, end);
}

/* What since says of the time behind it. */
static void apply_word_before (jilu_time_parse *p) {
  const jilu_sense *before = p->first == NULL ? word_before(p) : NULL;
  if (before != NULL) p->m.mod = (jilu_time_mod)(int)before->value;
}

size_t jilu_time_named_read (jilu_time_parse *p, size_t at) {
  static size_t (*const readers[])(jilu_time_parse *, size_t) = {
    day_first, month_first
  };
  size_t from = behind_weekday(p->r, at), end, i;
  for (i = 0; i < sizeof readers / sizeof readers[0]; i++) {
    jilu_moment_clear(&p->m);
    p->open = false;
    if ((end = readers[i](p, from)) != 0) {
      apply_word_before(p);
      return end;
    }
  }
  if (from != at) return 0;
  p->open = false;
  jilu_moment_clear(&p->m);
  p->rule = JILU_RULE_NUMERIC;
  if ((end = jilu_time_numeric_read(p, at)) != 0) return end;
  jilu_moment_clear(&p->m);
  if ((end = year_alone(p, at)) != 0) {
    apply_word_before(p);
    return end;
  }
  jilu_moment_clear(&p->m);
  p->rule = JILU_RULE_RELATIVE;
  return jilu_time_relative_read(p, at);
}

void jilu_time_fill_from_end (jilu_moment *first, const jilu_moment *last) {
  if (first->month < 0) first->month = last->month;
  if (first->year == JILU_NO_YEAR) {
    first->year = last->year;
    first->year_stated = last->year_stated;
    first->relative = last->relative;
  }
}
