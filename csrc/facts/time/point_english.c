/* Points in time as English says them, and what may stand beside a day. */

#include "facts/time/english_words.h"

#include <stdlib.h>
#include <string.h>

#include "facts/time/calendar.h"

#define word_at jilu_english_word
#define past jilu_english_past
#define period jilu_english_period

void jilu_english_today (const jilu_scan *s, jilu_moment *m) {
  const jilu_date *d = &s->anchor.date;
  jilu_moment_clear(m);
  m->relative = true;
  m->grain = JILU_GRAIN_DAY;
  if (d->year < 0 || d->month < 0 || d->day < 0) return;
  m->year = d->year;
  m->month = d->month;
  m->day = d->day;
}

static void set_month (jilu_moment *m, int month) {
  int most;
  m->year += (month - 1 >= 0 ? (month - 1) / 12 : -((12 - month) / 12));
  m->month = ((month - 1) % 12 + 12) % 12 + 1;
  most = jilu_month_days(m->year, m->month);
  if (m->day > most) m->day = most;
}

void jilu_english_move (jilu_moment *m, char unit, int n) {
  long day;
  int left = n;
  if (m->year == JILU_NO_YEAR) return;
  switch (unit) {
    case 'Z': m->year += 100 * n; return;
    case 'C': m->year += 10 * n; return;
    case 'Y': m->year += n; if (m->day > 0) set_month(m, m->month); return;
    case 'Q': set_month(m, m->month + 3 * n); return;
    case 'M': set_month(m, m->month + n); return;
    case 'H': m->hour += n; return;
    case 'm': m->minute += n; return;
    case 'S': m->second += n; return;
    default: break;
  }
  day = jilu_moment_day(m);
  if (unit == 'B')
    while (left != 0) {
      day += n > 0 ? 1 : -1;
      if (jilu_weekday(day) < 6) left += n > 0 ? -1 : 1;
    }
  else day += (long)n * (unit == 'W' || unit == 'E' ? 7
                         : unit == 'F' ? 14 : 1);
  jilu_moment_set_day(m, day);
}

bool jilu_english_period (jilu_moment *m, char unit, int n) {
  long day;
  m->count = 1;
  if (m->year == JILU_NO_YEAR) return true;
  switch (unit) {
    case 'Y': m->grain = JILU_GRAIN_YEAR; m->year += n; return true;
    case 'C':
      m->grain = JILU_GRAIN_DECADE;
      m->year = m->year / 10 * 10 + 10 * n;
      return true;
    case 'Z':
      m->grain = JILU_GRAIN_CENTURY;
      m->year = m->year / 100 * 100 + 100 * n;
      return true;
    case 'Q': {
      static const char *const labels[] = {"Q1", "Q2", "Q3", "Q4"};
      m->day = 1;
      set_month(m, (m->month - 1) / 3 * 3 + 1 + 3 * n);
      m->grain = JILU_GRAIN_MONTHS;
      m->count = 3;
      m->label = labels[(m->month - 1) / 3];
      m->style = JILU_STYLE_LABEL;
      return true;
    }
    case 'M':
      m->day = 1;
      set_month(m, m->month + n);
      m->grain = JILU_GRAIN_MONTH;
      return true;
    case 'W': case 'E': case 'F':
      day = jilu_moment_day(m);
      day += 1 - jilu_weekday(day) + 7L * n + (unit == 'E' ? 5 : 0);
      if (unit == 'F' && n < 0) day -= 7;
      jilu_moment_set_day(m, day);
      m->grain = JILU_GRAIN_DAYS;
      m->count = unit == 'W' ? 7 : unit == 'E' ? 2 : 14;
      m->style = unit == 'W' ? JILU_STYLE_WEEK : JILU_STYLE_ENDS;
      return true;
    case 'D':
      jilu_moment_set_day(m, jilu_moment_day(m) + n);
      m->grain = JILU_GRAIN_DAY;
      return true;
    default: return false;
  }
}

/* --- behind a day --- */

static void put_part_of_day (jilu_moment *m, const jilu_sense *word) {
  m->grain = JILU_GRAIN_HOURS;
  m->hour = (int)word->value;
  m->count = atoi(word->text) - m->hour;
}

/* The side of the day that the text says is taken by the hour. */
static void put_clock (jilu_moment *m, const jilu_moment *clock, bool sided,
                       int part) {
  m->hour = clock->hour;
  m->minute = clock->minute;
  m->second = clock->second;
  m->zoned = clock->zoned;
  m->zone = clock->zone;
  m->grain = clock->grain;
  if (!sided && m->hour < 12 && part >= 12) m->hour += 12;
}

/* afternoon, at 9:30 pm, of a day that is read up to 'at'. */
static size_t below_day (jilu_time_parse *p, size_t at, int part) {
  const jilu_sense *word = NULL;
  jilu_moment clock;
  bool sided;
  size_t end = word_at(p->r, at, 'p', &word), next;
  if (end != 0) {
    put_part_of_day(&p->m, word);
    part = (int)word->value;
    at = end;
  }
  next = past(p->r, at, ',');
  next = past(p->r, next, 'j');
  /* 2019-10-15T14:33, 15/Oct/2019:13:55 */
  if (at + 1 < p->r->size && jilu_is_digit(p->r->text[at + 1]) &&
      strchr("T:_", p->r->text[at]) != NULL) next = at + 1;
  jilu_moment_clear(&clock);
  end = jilu_english_clock(p->r, next, false, &clock, &sided);
  if (end == 0) return at;
  put_clock(&p->m, &clock, sided, part);
  return end;
}

/* --- relative --- */

static void to_weekday (jilu_moment *m, int weekday, const jilu_sense *n) {
  long day;
  int ahead, today;
  if (m->year == JILU_NO_YEAR) return;
  day = jilu_moment_day(m);
  today = jilu_weekday(day);
  if (n == NULL || *n->text != '\0') {   /* the nearest one */
    ahead = (weekday - today + 7) % 7;
    if (ahead == 0) ahead = 7;
    if (n != NULL && n->value < 0) {
      ahead -= 7;
      if (ahead == 0) ahead = -7;
    }
  }
  else ahead = weekday - today + 7 * (int)n->value;
  jilu_moment_set_day(m, day + ahead);
}

/* this September, next May */
static void to_month (jilu_moment *m, int month, int n) {
  if (m->year == JILU_NO_YEAR) return;
  if (n > 0 && month <= m->month) m->year++;
  if (n < 0 && month >= m->month) m->year--;
  m->month = month;
  m->grain = JILU_GRAIN_MONTH;
}

/* , 15 May 2020 of Friday, 15 May 2020; (jun-15) of this friday (jun-15). */
static size_t date_beside (jilu_time_parse *p, size_t at) {
  jilu_time_parse q = *p;
  size_t from = at, end;
  while (from < p->r->size && p->r->text[from] != '\0' &&
         strchr(" ,-(", p->r->text[from]) != NULL) from++;
  if (from == at) return 0;
  jilu_moment_clear(&q.m);
  end = jilu_english_date(&q, from);
  if (end == 0) end = jilu_english_month_day(&q, from);
  if (end == 0 || q.m.grain != JILU_GRAIN_DAY) return 0;
  p->m = q.m;
  p->rule = q.rule;
  return end + (end < p->r->size && p->r->text[from - 1] == '(' &&
                p->r->text[end] == ')');
}

/* this, next, last and what they point to. */
static size_t relative (jilu_time_parse *p, size_t at) {
  const jilu_sense *n = NULL, *word = NULL;
  size_t end = word_at(p->r, at, 'n', &n), next;
  if (end == 0) return 0;
  jilu_english_today(p->s, &p->m);
  p->rule = JILU_RULE_RELATIVE;
  if ((next = word_at(p->r, end, 'u', &word)) != 0) {
    if (p->r->text[next - 1] == 's' && p->r->text[next - 2] != '\'' &&
        p->r->text[next - 2] != 0x99) return 0;   /* last years of */
    return period(&p->m, *word->text, (int)n->value) ? next : 0;
  }
  if ((next = word_at(p->r, end, 'k', &word)) != 0) {
    size_t date = date_beside(p, next);
    if (date != 0) return below_day(p, date, 0);
    to_weekday(&p->m, (int)word->value, n);
    return below_day(p, next, 0);
  }
  if ((next = word_at(p->r, end, 'm', &word)) != 0) {
    if (*word->text == '\0' && n->value == 0) return 0;
    to_month(&p->m, (int)word->value, (int)n->value);
    return next;
  }
  if ((next = word_at(p->r, end, 'p', &word)) != 0) {
    jilu_english_move(&p->m, 'D', (int)n->value);
    put_part_of_day(&p->m, word);
    return below_day(p, next, (int)word->value);
  }
  return jilu_english_holiday(p, jilu_skip_spaces(p->r, end), (int)n->value);
}

/* today, tonight, tomorrow evening at 7 */
static size_t day_word (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  size_t end = word_at(p->r, at, 'd', &word), next;
  if (end == 0) return 0;
  jilu_english_today(p->s, &p->m);
  if (*word->text == 'W') {   /* the week after next */
    p->rule = JILU_RULE_RELATIVE;
    return period(&p->m, 'W', (int)word->value) ? end : 0;
  }
  jilu_english_move(&p->m, 'D', (int)word->value);
  p->rule = JILU_RULE_RELATIVE;
  /* tomorrow, 15 May 2020 */
  if (end < p->r->size && strchr(",(", p->r->text[end]) != NULL &&
      (next = date_beside(p, end)) != 0) return below_day(p, next, 0);
  return below_day(p, end, *word->text == 'N' ? 18 : 0);
}

/* Friday next week, tuesday the eleventh, wednesday evening */
static size_t weekday (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL, *n = NULL, *unit = NULL;
  jilu_time_parse q = *p;
  size_t end = word_at(p->r, at, 'k', &word), next, behind;
  int day = 0, k;
  bool mark;
  if (end == 0) return 0;
  jilu_english_today(p->s, &p->m);
  p->rule = JILU_RULE_WEEKDAY;
  if ((behind = date_beside(p, end)) != 0) return below_day(p, behind, 0);
  next = past(p->r, end, 't');
  /* SUN 4 is a name as often */
  mark = end < at + 6 || p->r->text[end - 1] < 'a';
  behind = jilu_english_ordinal(p->r, next, mark, &day);
  if (behind != 0 && day >= 1 && day <= 31 &&
      !(behind < p->r->size && p->r->text[behind] == ':') &&
      word_at(p->r, behind, 'c', &unit) == 0 && p->m.year != JILU_NO_YEAR) {
    p->m.day = day;
    for (k = 0; k < 12 && (day > jilu_month_days(p->m.year, p->m.month) ||
         jilu_weekday(jilu_moment_day(&p->m)) != (int)word->value); k++) {
      p->m.day = 1;
      jilu_english_move(&p->m, 'M', 1);
      p->m.day = day;
    }
    return below_day(p, behind, 0);
  }
  q = *p;
  next = below_day(&q, end, 0);
  behind = past(p->r, next, 'o');
  if ((behind = word_at(p->r, behind, 'n', &n)) != 0 &&
      (behind = word_at(p->r, behind, 'u', &unit)) != 0 &&
      *unit->text == 'W') {
    to_weekday(&p->m, (int)word->value, n);
    p->rule = JILU_RULE_RELATIVE;
    (void)below_day(p, end, 0);
    return behind;
  }
  if (next == end) return 0;
  to_weekday(&p->m, (int)word->value, NULL);
  return below_day(p, end, 0);
}

/* --- parts of a period --- */

/* The week, month, day or weekday number 'k' of the period; -1: the last. */
static bool part_of (jilu_moment *m, int k, char unit, int weekday_of) {
  jilu_moment end = *m;
  long first, last, day;
  if (m->year == JILU_NO_YEAR) return false;
  if (m->grain == JILU_GRAIN_YEAR) {
    m->month = m->day = 1;
    if (unit == 'M' || unit == 'Q') {
      int months = unit == 'M' ? 1 : 3;
      if (k > 12 / months) return false;
      (void)period(m, unit, k < 0 ? 12 / months - 1 : k - 1);
      return true;
    }
  }
  else if (m->grain != JILU_GRAIN_MONTH) return false;
  m->day = 1;
  first = jilu_moment_day(m);
  last = m->grain == JILU_GRAIN_YEAR
             ? jilu_day_number(m->year + 1, 1, 1) - 1
             : first + jilu_month_days(m->year, m->month) - 1;
  (void)end;
  if (unit == 'D') day = k < 0 ? last : first + k - 1;
  else {
    int of = unit == 'W' ? 4 : weekday_of;
    day = k < 0 ? last - (jilu_weekday(last) - of + 7) % 7
                : first + (of - jilu_weekday(first) + 7) % 7 + 7 * (k - 1);
  }
  if (day > last || (unit != 'W' && unit != 'D' && weekday_of == 0))
    return false;
  jilu_moment_set_day(m, day);
  m->grain = JILU_GRAIN_DAY;
  if (unit == 'W') (void)period(m, 'W', 0);
  return true;
}

/* January of the first Monday of January: of the year of the document */
static size_t month_of_this_year (const jilu_time_parse *p, size_t at,
                                  jilu_moment *m) {
  const jilu_sense *month = NULL;
  size_t end = word_at(p->r, at, 'm', &month);
  if (end == 0) return 0;
  jilu_english_today(p->s, m);
  m->grain = JILU_GRAIN_MONTH;
  m->month = (int)month->value;
  return end;
}

/* first week of, last Friday of, 15th day of; the day of a month: 21st of. */
static size_t part_first (jilu_time_parse *p, size_t at) {
  const jilu_sense *unit = NULL, *n = NULL;
  jilu_time_parse q = *p;
  size_t from = past(p->r, at, 't'), end, next;
  int k = 0, year = 0;
  bool weekday_of;
  end = jilu_english_ordinal(p->r, from, true, &k);
  if (end == 0 && (end = word_at(p->r, from, 'n', &n)) != 0 && n->value < 0)
    k = -1;
  if (end == 0 || k == 0) return 0;
  next = word_at(p->r, end, 'u', &unit);
  if (next == 0) next = word_at(p->r, end, 'k', &unit);
  if (next != 0) end = next;
  else if (k < 0) return 0;
  else unit = NULL;
  weekday_of = unit != NULL && *unit->code == 'k';
  next = below_day(&q, end, 0);   /* Monday evening of */
  from = past(p->r, next, 'o');
  q.m = p->m;
  jilu_moment_clear(&q.m);
  if (end != 0 && unit == NULL && (word_at(p->r, from, 'n', &n) == 0))
    return 0;
  next = relative(&q, past(p->r, from, 't'));
  if (next == 0) {
    next = jilu_english_date(&q, from);
    if (next == 0 || q.m.grain != JILU_GRAIN_MONTH) {
      next = from != jilu_skip_spaces(p->r, end)
                 ? jilu_english_year(p->r, from, &year) : 0;
      jilu_moment_clear(&q.m);
      q.m.grain = JILU_GRAIN_YEAR;
      q.m.year = year;
      if (next == 0 && (unit == NULL ||
          (next = month_of_this_year(p, from, &q.m)) == 0)) return 0;
    }
  }
  if (!part_of(&q.m, k, unit == NULL ? 'D' : weekday_of ? 'k' : *unit->text,
               weekday_of ? (int)unit->value : 0))
    return 0;
  p->m = q.m;
  p->rule = JILU_RULE_RELATIVE;
  (void)below_day(p, end, 0);
  return next;
}

/* now: the moment of the document, as exact as it is known. */
static size_t now (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  size_t end = word_at(p->r, at, 'w', &word);
  const jilu_date *d = &p->s->anchor.date;
  if (end == 0) return 0;
  jilu_english_today(p->s, &p->m);
  p->rule = JILU_RULE_RELATIVE;
  p->m.mod = JILU_MOD_ASOF;
  if (d->hour < 0 || p->m.year == JILU_NO_YEAR) return end;
  p->m.hour = d->hour;
  p->m.minute = d->minute;
  p->m.second = d->second;
  p->m.grain = d->minute < 0 ? JILU_GRAIN_HOUR
               : d->second < 0 ? JILU_GRAIN_MINUTE : JILU_GRAIN_SECOND;
  return end;
}

/* 8am this morning, 13:00 February 28, at five-thirty tomorrow evening */
static size_t clock_first (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  jilu_moment clock;
  jilu_time_parse q = *p;
  bool sided;
  int part;
  size_t end, from, next;
  jilu_moment_clear(&clock);
  end = jilu_english_clock(p->r, at, false, &clock, &sided);
  if (end == 0) return 0;
  from = past(p->r, past(p->r, end, ','), 'j');
  q.begin = from;
  if ((next = relative(&q, from)) == 0 && (next = day_word(&q, from)) == 0 &&
      (next = jilu_english_date(&q, from)) == 0 &&
      (next = weekday(&q, from)) == 0) return 0;
  if (q.m.grain != JILU_GRAIN_DAY && q.m.grain != JILU_GRAIN_HOURS) return 0;
  p->m = q.m;
  p->rule = q.rule;
  part = q.m.grain == JILU_GRAIN_HOURS ? q.m.hour : 0;
  /* 8 o'clock tonight */
  if (word_at(p->r, from, 'd', &word) != 0 && *word->text == 'N') part = 18;
  put_clock(&p->m, &clock, sided, part);
  return next;
}

size_t jilu_english_point (jilu_time_parse *p, size_t at) {
  size_t end;
  jilu_moment_clear(&p->m);
  if ((end = part_first(p, at)) != 0) return end;
  jilu_moment_clear(&p->m);
  if ((end = relative(p, at)) != 0 || (end = day_word(p, at)) != 0) return end;
  jilu_moment_clear(&p->m);
  if ((end = weekday(p, at)) != 0 || (end = now(p, at)) != 0) return end;
  jilu_moment_clear(&p->m);
  if ((end = jilu_english_holiday(p, at, 0)) != 0) return end;
  jilu_moment_clear(&p->m);
  if ((end = clock_first(p, at)) != 0) return end;
  jilu_moment_clear(&p->m);
  end = jilu_english_date(p, at);
  return end != 0 && p->m.grain == JILU_GRAIN_DAY ? below_day(p, end, 0) : end;
}
