/* Words, numbers, dates and holidays of English. */

#include "facts/time/english_words.h"

#include <stdlib.h>
#include <string.h>

#include "facts/noun/counted.h"
#include "facts/number/numeral.h"
#include "facts/time/calendar.h"

#define digits jilu_english_digits

size_t jilu_english_word (const jilu_reader *r, size_t at, char code,
                          const jilu_sense **word) {
  size_t end = jilu_match(r, jilu_skip_spaces(r, at), JILU_TIME(WORD), word);
  return end != 0 && *(*word)->code == code ? end : 0;
}

size_t jilu_english_past (const jilu_reader *r, size_t at, char code) {
  const jilu_sense *word = NULL;
  size_t end = jilu_skip_spaces(r, at), next;
  if (code == ',' || (end < r->size && r->text[end] == ','))
    return end < r->size && r->text[end] == ',' ? jilu_skip_spaces(r, end + 1)
                                                : end;
  next = jilu_english_word(r, end, code, &word);
  return next != 0 ? jilu_skip_spaces(r, next) : end;
}

unsigned jilu_english_digits (const jilu_reader *r, size_t at, unsigned most,
                              int *value) {
  unsigned n = 0;
  *value = 0;
  while (at + n < r->size && n <= most && jilu_is_digit(r->text[at + n]))
    *value = *value * 10 + (r->text[at + n++] - '0');
  return n > most ? 0 : n;
}

size_t jilu_english_number (const jilu_reader *r, size_t at, int *value) {
  const jilu_sense *word = NULL;
  jilu_numeral n;
  uint64_t v;
  size_t from = jilu_skip_spaces(r, at);
  size_t end = jilu_english_word(r, from, 'q', &word);
  if (end != 0) {
    *value = (int)word->value;
    return end;
  }
  end = jilu_numeral_read(r, from, &n);
  /* two quarters are no half of a thing */
  if (end != 0 && n.value.denominator > 0) {
    unsigned k = digits(r, from, 3, value);
    if (k > 0) return from + k;
    end = jilu_match(r, from, JILU_CLASS_BIT(DIGIT), &word);
    if (end == 0 || *word->text != '\0' || word->value > 99) return 0;
    *value = (int)word->value;
    return end;
  }
  if (end == 0 || n.value.negative || n.value.denominator > 0 ||
      !jilu_decimal_integer(&n.value, &v) || v > 9999) return 0;
  *value = (int)v;
  return end;
}

size_t jilu_english_ordinal (const jilu_reader *r, size_t at, bool mark,
                             int *value) {
  const jilu_sense *word = NULL;
  size_t from = jilu_skip_spaces(r, at), end;
  unsigned n = digits(r, from, 2, value);
  if (n > 0) {
    end = jilu_match(r, from + n, JILU_TIME(MARK), &word);
    if (end != 0 && *word->code == 'D') return end;
    end = from + n;
    if (mark || (end < r->size && jilu_is_letter(r->text[end]))) return 0;
    return end;
  }
  end = jilu_english_word(r, from, 'f', &word);
  if (end == 0) return 0;
  *value = (int)word->value;
  return end;
}

/* nineteen eighty-six, two thousand and twenty. */
static size_t year_in_words (const jilu_reader *r, size_t at, int *year) {
  jilu_numeral n;
  uint64_t first, rest;
  size_t end = jilu_numeral_read(r, at, &n), next;
  if (end == 0 || !n.chinese || n.value.denominator > 0 ||
      !jilu_decimal_integer(&n.value, &first)) return 0;
  *year = (int)first;
  if (first >= 1000 && first <= 2100) return end;
  if (first < 12 || first > 20) return 0;
  next = jilu_numeral_read(r, jilu_skip_spaces(r, end), &n);
  if (next == 0 || !n.chinese || n.value.denominator > 0 ||
      !jilu_decimal_integer(&n.value, &rest) || rest < 10 || rest > 99)
    return 0;
  *year = (int)(first * 100 + rest);
  return next;
}

size_t jilu_english_year (const jilu_reader *r, size_t at, int *year) {
  size_t from = jilu_skip_spaces(r, at);
  unsigned n = digits(r, from, 4, year);
  if (n == 4 && *year >= 1000 && *year < 2200 &&
      !(from + 4 < r->size && jilu_is_letter(r->text[from + 4])))
    return from + 4;
  return n > 0 ? 0 : year_in_words(r, from, year);
}

/* --- dates --- */

static size_t put_date (jilu_time_parse *p, int year, int month, int day,
                        size_t end) {
  if (month < 1 || month > 12 || day < 1 ||
      day > jilu_month_days(year == JILU_NO_YEAR ? 2000 : year, month))
    return 0;
  p->m.grain = JILU_GRAIN_DAY;
  p->m.year = year;
  p->m.month = month;
  p->m.day = day;
  p->m.year_stated = year != JILU_NO_YEAR;
  p->rule = JILU_RULE_DATE;
  return end;
}

size_t jilu_english_with_year (jilu_time_parse *p, int month, int day,
                               size_t at) {
  int year = JILU_NO_YEAR;
  size_t from = jilu_english_past(p->r, at, 'o');
  size_t end = jilu_english_year(p->r, from, &year);
  if (end == 0) {
    end = at;
    year = p->s->anchor.date.year >= 0 ? p->s->anchor.date.year
                                       : JILU_NO_YEAR;
    p->m.relative = true;
    if (put_date(p, year, month, day, end) == 0) return 0;
    p->m.year_stated = false;
    return end;
  }
  return put_date(p, year, month, day, end);
}

/* of 87 behind a month, which no day is. */
static size_t short_year (const jilu_reader *r, size_t at, int *year) {
  const jilu_sense *word = NULL;
  size_t end = jilu_english_word(r, at, 'o', &word);
  unsigned width;
  if (end == 0) return 0;
  end = jilu_skip_spaces(r, end);
  if (digits(r, end, 2, year) != 2 || *year < 32 ||
      jilu_is_letter(jilu_peek(r, end + 2, &width))) return 0;
  *year += 1900;
  return end + 2;
}

/* Dec 31 , 1994; january twenty-five 1986; Dec31. */
static size_t month_first (jilu_time_parse *p, size_t at) {
  const jilu_sense *month = NULL;
  int day = 0, year;
  size_t end = jilu_english_word(p->r, at, 'm', &month), next;
  if (end == 0) return 0;
  next = jilu_english_past(p->r, end, 't');
  next = jilu_english_ordinal(p->r, next, false, &day);
  if (next == 0 && (next = jilu_english_number(p->r, end, &day)) != 0 &&
      day > 31) next = 0;
  if (next != 0 && !(next < p->r->size && p->r->text[next] == ':'))
    return jilu_english_with_year(p, (int)month->value, day, next);
  next = jilu_english_year(p->r, jilu_english_past(p->r, end, 'o'), &year);
  if (next == 0) next = short_year(p->r, end, &year);
  if (next == 0) return 0;
  p->m.grain = JILU_GRAIN_MONTH;
  p->m.year = year;
  p->m.month = (int)month->value;
  p->m.year_stated = true;
  p->rule = JILU_RULE_DATE;
  return next;
}

/* Jun-15 beside a day of the week: elsewhere 15 may be a year. */
size_t jilu_english_month_day (jilu_time_parse *p, size_t at) {
  const jilu_sense *month = NULL;
  int day;
  unsigned n;
  size_t end = jilu_english_word(p->r, at, 'm', &month);
  if (end == 0 || end >= p->r->size ||
      (p->r->text[end] != '-' && p->r->text[end] != '/') ||
      (n = digits(p->r, end + 1, 2, &day)) == 0) return 0;
  end += 1 + n;
  if (end < p->r->size && strchr("-/", p->r->text[end]) != NULL) return 0;
  return jilu_english_with_year(p, (int)month->value, day, end);
}

/* 4th of july of 1995, 13 Sept 1972, fifteen August. */
static size_t day_first (jilu_time_parse *p, size_t at) {
  const jilu_sense *month = NULL;
  int day = 0;
  size_t end = jilu_english_ordinal(p->r, at, false, &day);
  bool said = end == 0;
  if (said && ((end = jilu_english_number(p->r, at, &day)) == 0 || day > 31))
    return 0;
  at = jilu_english_past(p->r, end, 'o');
  end = jilu_english_word(p->r, at, 'm', &month);
  /* one may ask */
  if (end == 0 || (said && p->r->text[at] >= 'a')) return 0;
  return jilu_english_with_year(p, (int)month->value, day, end);
}

/* A part of 2019/aug/01: a number, or a month by its name. */
static size_t part (const jilu_reader *r, size_t at, int *value,
                    unsigned *n) {
  const jilu_sense *month = NULL;
  size_t end;
  *n = digits(r, at, 4, value);
  if (*n > 0) return at + *n;
  if (at >= r->size || !jilu_is_letter(r->text[at])) return 0;
  end = jilu_match(r, at, JILU_TIME(WORD), &month);
  if (end == 0 || *month->code != 'm') return 0;
  *value = (int)month->value;
  return end;
}

static int full_year (int year, unsigned n) {
  return n == 4 ? year : year < 40 ? 2000 + year : 1900 + year;
}

/* Three parts, and which of them is what. */
static size_t put_parts (jilu_time_parse *p, const int *v, const unsigned *n,
                         size_t end) {
  if (n[0] == 4) return put_date(p, v[0], v[1], v[2], end);
  if (n[2] != 4 && n[2] != 2) return 0;
  if (n[0] == 0) return put_date(p, full_year(v[2], n[2]), v[0], v[1], end);
  if (n[1] == 0 || v[0] > 12)
    return put_date(p, full_year(v[2], n[2]), v[1], v[0], end);
  return put_date(p, full_year(v[2], n[2]), v[0], v[1], end);
}

/* Two parts that name a month: 2015-3, 12-2015. */
static size_t put_month (jilu_time_parse *p, const int *v, const unsigned *n,
                         size_t end) {
  int year = n[0] == 4 ? v[0] : v[1], month = n[0] == 4 ? v[1] : v[0];
  if ((n[0] == 4) == (n[1] == 4) || month < 1 || month > 12 || year < 1900 ||
      year > 2100) return 0;
  p->m.grain = JILU_GRAIN_MONTH;
  p->m.year = year;
  p->m.month = month;
  p->m.year_stated = true;
  p->rule = JILU_RULE_NUMERIC;
  return end;
}

static size_t numeric (jilu_time_parse *p, size_t at) {
  const jilu_reader *r = p->r;
  unsigned char sign;
  unsigned n[3];
  int v[3];
  size_t end = part(r, at, &v[0], &n[0]), next;
  if (n[0] == 0 && end != 0 && end < r->size && r->text[end] == ' ') return 0;
  if (end == 0 || end + 1 >= r->size ||
      strchr("-/.", (sign = r->text[end])) == NULL) return 0;
  if ((end = part(r, end + 1, &v[1], &n[1])) == 0) return 0;
  if (end + 1 < r->size && r->text[end] == sign &&
      (next = part(r, end + 1, &v[2], &n[2])) != 0) {
    if ((sign == '.' && n[2] != 4) ||
        (next + 1 < r->size && r->text[next] == sign &&
         jilu_is_digit(r->text[next + 1]) && n[2] != 4)) return 0;
    return put_parts(p, v, n, next);
  }
  if (end < r->size && (r->text[end] == sign || jilu_is_letter(r->text[end])))
    return 0;
  return sign == '-' || (sign == '/' && n[1] == 4)
             ? put_month(p, v, n, end) : 0;
}

/* 20161016, which is a date if it can be one of these years. */
static size_t joined (jilu_time_parse *p, size_t at) {
  int v = 0;
  size_t n = 0;
  while (n < 9 && at + n < p->r->size && jilu_is_digit(p->r->text[at + n]))
    v = v * 10 + (p->r->text[at + n++] - '0');
  if (n != 8 || v < 19000101 || v > 20991231 ||
      (at + 8 < p->r->size && jilu_is_letter(p->r->text[at + 8]))) return 0;
  return put_date(p, v / 10000, v / 100 % 100, v % 100, at + 8);
}

/* 2019 H2, H2 of 2019, 2017-q1 */
static size_t part_of_year (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  int year = 0;
  size_t end = jilu_english_word(p->r, at, 'g', &word), next;
  if (end != 0) {
    next = jilu_english_past(p->r, end, end < p->r->size &&
                             p->r->text[end] == ',' ? ',' : 'o');
    next = jilu_english_year(p->r, next, &year);
  }
  else {
    end = jilu_english_year(p->r, at, &year);
    if (end == 0) return 0;
    next = jilu_english_word(
        p->r, end + (end < p->r->size && p->r->text[end] == '-'), 'g', &word);
  }
  if (next == 0) return 0;
  p->m.grain = JILU_GRAIN_MONTHS;
  p->m.year = year;
  p->m.year_stated = true;
  p->m.month = (int)word->value;
  p->m.count = *word->text == 'H' ? 6 : 3;
  p->m.label = word->text;
  p->m.style = JILU_STYLE_LABEL;
  p->rule = JILU_RULE_DATE;
  return next;
}

/* nineteen ninety-six behind "in", if it counts nothing */
static size_t bare_year (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  int year;
  size_t end, before = at;
  if (jilu_is_digit(p->r->text[at])) return 0;
  while (before > 0 && p->r->text[before - 1] == ' ') before--;
  if (jilu_match_back(p->r, before, before > 3 ? before - 3 : 0,
                      JILU_TIME(WORD), &word) == (size_t)-1 ||
      *word->code != 'o' || p->r->text[before - 1] != 'n' ||
      (end = year_in_words(p->r, at, &year)) == 0 ||
      jilu_counted_noun(p->r, end).end != 0) return 0;
  p->m.grain = JILU_GRAIN_YEAR;
  p->m.year = year;
  p->m.year_stated = true;
  p->rule = JILU_RULE_DATE;
  return end;
}

size_t jilu_english_date (jilu_time_parse *p, size_t at) {
  size_t end;
  if ((end = part_of_year(p, at)) != 0 || (end = bare_year(p, at)) != 0)
    return end;
  if ((end = numeric(p, at)) != 0 || (end = joined(p, at)) != 0) return end;
  if ((end = month_first(p, at)) != 0) return end;
  return day_first(p, at);
}

/* --- holidays --- */

/* The day number of the rule in a year. */
static long holiday_of (const char *rule, int year) {
  int month, nth, weekday, more = 0;
  long day;
  if (*rule == 'e') return jilu_easter(year) + atoi(rule + 1);
  if (*rule != 'n') return jilu_day_number(year, atoi(rule), atoi(rule + 3));
  nth = rule[1] - '0';
  weekday = rule[3] - '0';
  month = (rule[5] - '0') * 10 + rule[6] - '0';
  if (rule[7] == '+') more = atoi(rule + 8);
  if (nth == 0) {   /* the last one */
    day = jilu_day_number(year, month, jilu_month_days(year, month));
    return day - (jilu_weekday(day) - weekday + 7) % 7;
  }
  day = jilu_day_number(year, month, 1);
  return day + (weekday - jilu_weekday(day) + 7) % 7 + 7 * (nth - 1) + more;
}

size_t jilu_english_holiday (jilu_time_parse *p, size_t at, int offset) {
  const jilu_sense *word = NULL;
  jilu_moment today;
  int year = JILU_NO_YEAR;
  size_t end = jilu_english_word(p->r, at, 'h', &word), next;
  long day;
  if (end == 0) return 0;
  next = jilu_english_year(p->r, jilu_english_past(p->r, end, 'o'), &year);
  jilu_english_today(p->s, &today);
  p->m.grain = JILU_GRAIN_DAY;
  p->rule = JILU_RULE_HOLIDAY;
  if (next == 0) {
    next = end;
    year = today.year;
    p->m.relative = true;
    if (year == JILU_NO_YEAR) return next;
    day = holiday_of(word->text, year);
    if (today.day > 0 && offset > 0 && day <= jilu_moment_day(&today)) year++;
    if (today.day > 0 && offset < 0 && day >= jilu_moment_day(&today)) year--;
  }
  jilu_moment_set_day(&p->m, holiday_of(word->text, year));
  return next;
}
