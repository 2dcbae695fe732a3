/* Periods of English: their edges, bounds, numbers and what is left of them. */

#include <stdio.h>
#include <string.h>

#include "facts/noun/counted.h"
#include "facts/time/calendar.h"
#include "facts/time/english_words.h"

#define word_at jilu_english_word
#define past jilu_english_past
#define digits jilu_english_digits
#define BIT JILU_CLASS_BIT

/* Keeps the moment with a mod. */
static size_t keep (jilu_time_parse *p, size_t end, jilu_time_mod mod) {
  jilu_time t;
  memset(&t, 0, sizeof t);
  p->m.mod = mod;
  jilu_time_put_moment(p->s, &p->m, &t);
  if (mod == JILU_MOD_AFTER) {
    memcpy(t.from, t.until, sizeof t.from);
    t.until[0] = '\0';
  }
  else if (mod == JILU_MOD_BEFORE) {
    memcpy(t.until, t.from, sizeof t.until);
    t.from[0] = '\0';
  }
  return jilu_time_keep(p->s, p->begin, end, p->rule, &t, &p->m);
}

/* Keeps a value that no moment has. */
static size_t keep_value (jilu_time_parse *p, size_t end, jilu_time_kind kind,
                          jilu_rule rule, jilu_time *t) {
  t->kind = kind;
  return jilu_time_keep(p->s, p->begin, end, rule, t, NULL);
}

const jilu_sense *jilu_english_before (const jilu_reader *r, size_t at) {
  const jilu_sense *word = NULL;
  while (at > 0 && r->text[at - 1] == ' ') at--;
  return jilu_match_back(r, at, at > 12 ? at - 12 : 0, JILU_TIME(WORD),
                         &word) != (size_t)-1 ? word : NULL;
}

/* the week after */
static bool behind_unit (const jilu_reader *r, size_t at) {
  const jilu_sense *word = jilu_english_before(r, at);
  return word != NULL && *word->code == 'u';
}

/* What stands behind it counts, or is measured: 2000 people, 1500 m. */
static bool counts (const jilu_reader *r, size_t end) {
  size_t from = jilu_skip_spaces(r, end);
  unsigned width;
  uint32_t c = jilu_peek(r, end, &width);
  if (jilu_is_letter(c) || c == '%' || c == '/' || c == ':') return true;
  if ((c == '.' || c == ',' || c == '-') && end + 1 < r->size &&
      jilu_is_digit(r->text[end + 1])) return true;
  return (jilu_classes_at(r, from) & (BIT(UNIT) | BIT(SECTION))) != 0 ||
         jilu_counted_noun(r, end).end != 0;
}

/* 2014, which counts nothing. */
static size_t year_alone (const jilu_reader *r, size_t at, jilu_moment *m) {
  int year = 0;
  size_t end = jilu_english_year(r, at, &year);
  if (end == 0 || counts(r, end)) return 0;
  jilu_moment_clear(m);
  m->grain = JILU_GRAIN_YEAR;
  m->year = year;
  m->year_stated = true;
  return end;
}

/* --- units --- */

/* all day, the whole month: how long */
static size_t whole (jilu_time_parse *p, size_t at) {
  const jilu_sense *unit = NULL;
  jilu_time t;
  size_t end = word_at(p->r, at, 'u', &unit);
  if (end == 0 || unit->value != 1 || p->r->text[end - 1] == 's' ||
      strchr("YMWD", *unit->text) == NULL) return 0;
  memset(&t, 0, sizeof t);
  (void)snprintf(t.value, sizeof t.value, "P1%c", *unit->text);
  return keep_value(p, end, JILU_TIME_DURATION, JILU_RULE_DURATION, &t);
}

/* this week, the week: the period that holds the day of the document */
static size_t this_period (jilu_time_parse *p, size_t at) {
  const jilu_sense *n = NULL, *unit = NULL;
  size_t from = jilu_skip_spaces(p->r, at);
  size_t next = word_at(p->r, from, 't', &n);
  if (next == 0 && (next = word_at(p->r, from, 'n', &n)) != 0 &&
      n->value != 0) return 0;
  if (next == 0 || (next = word_at(p->r, next, 'u', &unit)) == 0 ||
      p->r->text[next - 1] == 's' || strchr("YQMWD", *unit->text) == NULL)
    return 0;
  jilu_english_today(p->s, &p->m);
  p->rule = JILU_RULE_RELATIVE;
  return jilu_english_period(&p->m, *unit->text, 0) ? next : 0;
}

/* later this week, earlier this year, the rest of the month */
static size_t left (jilu_time_parse *p, size_t at, bool before) {
  const jilu_sense *word = NULL;
  jilu_moment today;
  jilu_moment last, next;
  char text[JILU_TIME_TEXT];
  int year = 0, month = 0, day = 0;
  size_t end;
  if (p->r->text[at - 1] == 'r' &&
      word_at(p->r, at, 'n', &word) == 0) return 0;   /* later the week */
  if ((end = this_period(p, at)) == 0) return 0;
  if (p->m.grain == JILU_GRAIN_DAY) return 0;
  jilu_english_today(p->s, &today);
  if (!jilu_moment_known(&today)) return keep(p, end, JILU_MOD_NONE);
  last = next = p->m;
  if (before) {
    last = today;
    if (p->m.grain == JILU_GRAIN_YEAR) next.month = 1;
    if (p->m.grain <= JILU_GRAIN_MONTH) next.day = 1;
    next.grain = JILU_GRAIN_DAY;
    return jilu_english_interval(p, &next, &last, end);
  }
  jilu_moment_until(&p->m, text);
  (void)sscanf(text, "%d-%d-%d", &year, &month, &day);
  jilu_moment_set_day(&last, jilu_day_number(year, month > 0 ? month : 1,
                                             day > 0 ? day : 1) - 1);
  last.grain = JILU_GRAIN_DAY;
  return jilu_english_interval(p, &today, &last, end);
}

/* the end of next month, the beginning of 2018 */
static size_t edge (jilu_time_parse *p, size_t at, jilu_time_mod mod) {
  jilu_time_parse q = *p;
  size_t end = this_period(&q, at);
  q.begin = jilu_skip_spaces(p->r, at);
  if (end == 0) end = jilu_english_point(&q, past(p->r, q.begin, 't'));
  if (end == 0) {
    end = year_alone(p->r, q.begin, &q.m);
    q.rule = JILU_RULE_DATE;
  }
  if (end == 0 || q.m.grain > JILU_GRAIN_DAYS ||
      jilu_counted_noun(p->r, end).end != 0) return 0;
  p->m = q.m;
  p->rule = q.rule;
  return keep(p, end, mod);
}

/* --- bounds --- */

/* after 2018, before 3 May: the mark is no part of the span, as of since. */
static size_t bound (jilu_time_parse *p, size_t at, bool after) {
  const jilu_sense *unit = NULL;
  size_t begin = jilu_skip_spaces(p->r, at), end, from, year;
  if (behind_unit(p->r, p->begin)) return 0;
  from = past(p->r, begin, 't');
  year = word_at(p->r, from, 'u', &unit);
  if (year != 0 && *unit->text != 'Y') year = 0;
  p->rule = JILU_RULE_DATE;
  end = year_alone(p->r, year != 0 ? year : begin, &p->m);
  if (end == 0) {
    p->begin = begin;
    end = jilu_english_point(p, begin);
  }
  if (end == 0 || p->m.grain < JILU_GRAIN_YEAR ||
      !jilu_moment_known(&p->m) || p->m.mod != JILU_MOD_NONE) return 0;
  p->begin = from;
  if (jilu_english_to(p->r, end, from) != 0) return 0;
  return keep(p, end, after ? JILU_MOD_AFTER : JILU_MOD_BEFORE);
}

/* 2014 to 2018 */
static size_t years (jilu_time_parse *p, size_t at) {
  jilu_moment a, b;
  int year;
  size_t end, next;
  if (digits(p->r, at, 4, &year) != 4 || year < 1000 || year > 2199) return 0;
  end = at + 4;
  if ((next = jilu_english_to(p->r, end, at)) == 0) return 0;
  next = year_alone(p->r, jilu_skip_spaces(p->r, next), &b);
  if (next == 0 || !jilu_is_digit(p->r->text[next - 1]) || b.year <= year ||
      (p->r->text[end] == '-' && (year < 1800 || b.year > 2099))) return 0;
  a = b;
  a.year = year;
  return jilu_english_interval(p, &a, &b, next);
}

/* --- numbered periods --- */

static size_t put_week (jilu_time_parse *p, int year, int week, size_t end) {
  int of, number;
  long monday;
  if (week < 1 || week > 53 || year == JILU_NO_YEAR) return 0;
  monday = jilu_week_monday(year, week);
  jilu_iso_week(monday, &of, &number);
  if (of != year) return 0;
  jilu_moment_set_day(&p->m, monday);
  p->m.grain = JILU_GRAIN_DAYS;
  p->m.count = 7;
  p->m.style = JILU_STYLE_WEEK;
  p->rule = JILU_RULE_DATE;
  return keep(p, end, JILU_MOD_NONE);
}

/* week 12 of 2020; the week 3 is one of the year of the document */
static size_t week (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  int number, year = 0;
  size_t from = jilu_skip_spaces(p->r, at), end, next;
  unsigned n = digits(p->r, from, 2, &number);
  jilu_moment_clear(&p->m);
  if (n == 0 || from == at) return 0;
  end = from + n;
  next = jilu_english_year(p->r, past(p->r, end, 'o'), &year);
  if (next != 0) return put_week(p, year, number, next);
  if (counts(p->r, end) || word_at(p->r, end, 'o', &word) != 0 ||
      (word = jilu_english_before(p->r, p->begin)) == NULL ||
      *word->code != 't') return 0;
  p->m.relative = true;
  return put_week(p, p->s->anchor.date.year < 0 ? JILU_NO_YEAR
                                                : p->s->anchor.date.year,
                  number, end);
}

/* 2020-W07, 2020 week 7 */
static size_t week_of_year (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  const jilu_reader *r = p->r;
  int year, number;
  size_t from = at + 4, end;
  unsigned n;
  if (digits(r, at, 4, &year) != 4 || year < 1000 || from >= r->size) return 0;
  jilu_moment_clear(&p->m);
  if (r->text[from] == '-') from++;
  if (from < r->size && r->text[from] == 'W') {
    n = digits(r, from + 1, 2, &number);
    end = from + 1 + n;
    return n == 2 && !(end < r->size && (jilu_is_letter(r->text[end]) ||
                                         r->text[end] == '-'))
               ? put_week(p, year, number, end) : 0;
  }
  end = word_at(r, at + 4, 'u', &word);
  if (end == 0 || *word->text != 'W' || r->text[end - 1] == 's') return 0;
  from = jilu_skip_spaces(r, end);
  n = digits(r, from, 2, &number);
  return n > 0 && from > end ? put_week(p, year, number, from + n) : 0;
}

/* winter 2019, the summer of 2018: when it is depends on the hemisphere. */
static size_t season (jilu_time_parse *p, size_t at, const jilu_sense *name) {
  jilu_time t;
  int year = 0;
  size_t from = past(p->r, at, *name->text == 'f' ? ',' : 'o');
  size_t end = jilu_english_year(p->r, from, &year);
  if (end == 0) return 0;
  memset(&t, 0, sizeof t);
  (void)snprintf(t.value, sizeof t.value, "%04d-%d", year, (int)name->value);
  return keep_value(p, end, JILU_TIME_DATE, JILU_RULE_DATE, &t);
}

/* the 19th century */
static size_t century (jilu_time_parse *p, size_t at) {
  const jilu_sense *unit = NULL;
  int n = 0;
  size_t end = jilu_english_ordinal(p->r, at, true, &n);
  if (end == 0) return 0;
  if (end < p->r->size && p->r->text[end] == '-') end++;
  if ((end = word_at(p->r, end, 'u', &unit)) == 0 || *unit->text != 'Z' ||
      p->r->text[end - 1] == 's' || n < 1 || n > 21 ||
      word_at(p->r, end, 'C', &unit) != 0) return 0;
  jilu_moment_clear(&p->m);
  p->m.grain = JILU_GRAIN_CENTURY;
  p->m.year = (n - 1) * 100;
  p->rule = JILU_RULE_DATE;
  return keep(p, end, JILU_MOD_NONE);
}

/* --- days --- */

/* The month behind the last day: of May 2020, in next month, June. */
static size_t month_of (jilu_time_parse *p, size_t at, jilu_moment *m) {
  const jilu_sense *month = NULL;
  jilu_time_parse q = *p;
  int year = 0;
  size_t from = past(p->r, at, 'o'), end, next;
  jilu_moment_clear(m);
  end = word_at(p->r, from, 'm', &month);
  if (end == 0) {
    if (from == jilu_skip_spaces(p->r, at)) return 0;
    end = jilu_english_point(&q, from);
    *m = q.m;
    return end != 0 && m->grain == JILU_GRAIN_MONTH ? end : 0;
  }
  next = jilu_english_year(p->r, past(p->r, end, 'o'), &year);
  m->relative = next == 0;
  m->year_stated = next != 0;
  m->year = next != 0 ? year : p->s->anchor.date.year < 0
                                   ? JILU_NO_YEAR : p->s->anchor.date.year;
  m->month = (int)month->value;
  return next != 0 ? next : end;
}

static size_t put_days (jilu_time_parse *p, jilu_moment *m, int first,
                        int last, size_t end) {
  jilu_moment b = *m;
  if (first < 1 || last <= first ||
      last > jilu_month_days(m->year == JILU_NO_YEAR ? 2000 : m->year,
                             m->month)) return 0;
  m->grain = b.grain = JILU_GRAIN_DAY;
  m->day = first;
  b.day = last;
  return jilu_english_interval(p, m, &b, end);
}

/* from the 5th to the 7th of May, 4-23 in next month */
static size_t days (jilu_time_parse *p, size_t at) {
  jilu_moment m;
  int first = 0, last = 0;
  size_t end = jilu_english_ordinal(p->r, at, false, &first);
  if (end == 0 || (end = jilu_english_to(p->r, end, at)) == 0 ||
      (end = jilu_english_ordinal(p->r, past(p->r, end, 't'), false,
                                  &last)) == 0 ||
      (end = month_of(p, end, &m)) == 0) return 0;
  return put_days(p, &m, first, last, end);
}

/* May 5-7, 2019 */
static size_t days_behind (jilu_time_parse *p, size_t at,
                           const jilu_sense *month) {
  const jilu_sense *word = NULL;
  jilu_moment m;
  int first = 0, last = 0;
  size_t end = jilu_english_ordinal(p->r, past(p->r, at, 't'), false, &first);
  if (end == 0 || (end = jilu_english_to(p->r, end, p->begin)) == 0 ||
      (end = jilu_english_ordinal(p->r, past(p->r, end, 't'), false,
                                  &last)) == 0 ||
      (end < p->r->size && strchr(":-/", p->r->text[end]) != NULL) ||
      word_at(p->r, end, 'c', &word) != 0 ||
      word_at(p->r, end, 'm', &word) != 0) return 0;
  end = jilu_english_with_year(p, (int)month->value, last, end);
  m = p->m;
  return end != 0 ? put_days(p, &m, first, last, end) : 0;
}

/* 10/1: a month and its day. */
static size_t slash (jilu_time_parse *p, size_t at, jilu_moment *m) {
  const jilu_reader *r = p->r;
  int month, day, year = p->s->anchor.date.year;
  unsigned n = digits(r, at, 2, &month), k;
  size_t end = at + n;
  if (n == 0 || end >= r->size || r->text[end] != '/' ||
      (k = digits(r, end + 1, 2, &day)) == 0) return 0;
  end += 1 + k;
  if (month < 1 || month > 12 || day < 1 ||
      day > jilu_month_days(2000, month) || (end < r->size &&
      (r->text[end] == '/' || jilu_is_letter(r->text[end])))) return 0;
  jilu_moment_clear(m);
  m->grain = JILU_GRAIN_DAY;
  m->relative = true;
  m->year = year < 0 ? JILU_NO_YEAR : year;
  m->month = month;
  m->day = day;
  return end;
}

/* on 12/24, between 10/1 and 11/7, next 5/12: elsewhere it is a fraction. */
static size_t slashes (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL, *other = NULL;
  jilu_moment a, b, today;
  size_t end = slash(p, at, &a), next;
  if (end == 0 || (word = jilu_english_before(p->r, at)) == NULL ||
      strchr("bxnj", *word->code) == NULL) return 0;
  p->rule = JILU_RULE_NUMERIC;
  next = jilu_english_to(p->r, end, at);
  if (next != 0 && (next = slash(p, jilu_skip_spaces(p->r, next), &b)) != 0) {
    if (counts(p->r, next)) return 0;
    if (b.year != JILU_NO_YEAR && b.month < a.month) b.year++;
    return jilu_english_interval(p, &a, &b, next);
  }
  if (counts(p->r, end) || strchr("bx", *word->code) != NULL ||
      word_at(p->r, end, 'o', &other) != 0) return 0;
  if (*word->code == 'n' && word->value > 0) {
    jilu_english_today(p->s, &today);
    if (jilu_moment_known(&today) && (a.month < today.month ||
        (a.month == today.month && a.day <= today.day))) a.year++;
  }
  p->m = a;
  return keep(p, end, JILU_MOD_NONE);
}

/* --- recurrences --- */

/* hour of half an hour: how long */
static size_t half (jilu_time_parse *p, size_t at) {
  const jilu_sense *unit = NULL;
  jilu_time t;
  char letter;
  size_t end = word_at(p->r, at, 'u', &unit);
  if (end == 0 || strchr("YMWDHm", letter = *unit->text) == NULL) return 0;
  memset(&t, 0, sizeof t);
  (void)snprintf(t.value, sizeof t.value, "P%s0.5%c",
                 jilu_time_is_clock(letter) ? "T" : "",
                 letter == 'm' ? 'M' : letter);
  return keep_value(p, end, JILU_TIME_DURATION, JILU_RULE_DURATION, &t);
}

/* twice a week; every other Tuesday: of 'every' units */
static size_t recurs (jilu_time_parse *p, size_t at, int every) {
  const jilu_sense *unit = NULL;
  jilu_time t;
  char letter;
  size_t end = word_at(p->r, at, 'u', &unit);
  if (end == 0 && every > 1) end = word_at(p->r, at, 'k', &unit);
  if (end == 0) return 0;
  letter = *unit->code == 'k' ? 'W' : *unit->text;
  if (strchr("YMWDHm", letter) == NULL) return 0;
  memset(&t, 0, sizeof t);
  (void)snprintf(t.value, sizeof t.value, "R/P%s%d%c",
                 jilu_time_is_clock(letter) ? "T" : "", every,
                 letter == 'm' ? 'M' : letter);
  return keep_value(p, end, JILU_TIME_RECURRENCE, JILU_RULE_RECURRENCE, &t);
}

size_t jilu_english_span (jilu_time_parse *p, size_t at,
                          const jilu_sense *word) {
  jilu_time_parse q = *p;
  size_t end, next;
  if (jilu_is_digit(p->r->text[at])) {
    if ((next = years(&q, at)) != 0 || (next = week_of_year(&q, at)) != 0 ||
        (next = slashes(&q, at)) != 0 || (next = days(&q, at)) != 0)
      return next;
    return century(&q, at);
  }
  if (word == NULL ||
      (end = word_at(p->r, at, *word->code, &word)) == 0) return 0;
  switch (*word->code) {
    case 'y': return whole(&q, end);
    case 's': return left(&q, end, word->value < 0);
    case 'e': return edge(&q, end, (jilu_time_mod)(int)word->value);
    case 'x': return *word->text != '\0' ? bound(&q, end, word->value > 0) : 0;
    case 'u': return *word->text == 'W' ? week(&q, end) : 0;
    case 'f': next = days(&q, at); return next != 0 ? next : century(&q, at);
    case 'm': return days_behind(&q, end, word);
    case 'N': return season(&q, end, word);
    case 'H': return half(&q, end);
    case 'R': return recurs(&q, end, 1);
    case 'O': return recurs(&q, end, 2);
    default: return 0;
  }
}
