/* Numeric dates (2019-10-15 14:33) and the time of day. */

#include <stdlib.h>
#include "facts/time/calendar.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

/* --- 14:33:20 ------------------------------------------------------------- */

/* Exactly two digits below 'limit'; -1: not here. */
static int two_digits (const jilu_reader *r, size_t at, int limit) {
  int v;
  if (at + 1 >= r->size || !jilu_is_digit(r->text[at]) ||
      !jilu_is_digit(r->text[at + 1])) return -1;
  v = (r->text[at] - '0') * 10 + (r->text[at + 1] - '0');
  return v < limit ? v : -1;
}

/* Behind ":20"; 0: no colon and two digits here. */
static size_t colon_part (const jilu_reader *r, size_t at, int *value) {
  if (at >= r->size || r->text[at] != ':') return 0;
  *value = two_digits(r, at + 1, 60);
  return *value >= 0 ? at + 3 : 0;
}

static bool digit_at (const jilu_reader *r, size_t at) {
  return at < r->size && jilu_is_digit(r->text[at]);
}

/* H:MM, HH:MM, HH:MM:SS. */
static size_t digital (jilu_moment *m, const jilu_reader *r, size_t at) {
  int hour = 0, minute, second;
  size_t n = 0, end, next;
  while (n < 2 && digit_at(r, at + n)) hour = hour * 10 + (r->text[at + n++] - '0');
  if (n == 0 || hour > 24 || (end = colon_part(r, at + n, &minute)) == 0)
    return 0;
  if ((next = colon_part(r, end, &second)) != 0) end = next;
  if (digit_at(r, end) || (end < r->size && r->text[end] == ':')) return 0;
  m->hour = hour;
  m->minute = minute;
  m->grain = JILU_GRAIN_MINUTE;
  if (next != 0) {
    m->second = second;
    m->grain = JILU_GRAIN_SECOND;
  }
  return end;
}

/* --- 下午三点半 ---------------------------------------------------------------- */

/* Hours of the afternoon are said as 1 to 11; midnight ends the day. */
static void apply_part (jilu_moment *m, int from, int to) {
  int late = m->hour + 12;
  if (m->hour == 12 && from >= 18) m->hour = 24;
  else if (m->hour == 12 && from < 6) m->hour = 0;
  /* 晚上5点 and 下午8点 lie beside the part, 深夜2点 is early */
  else if (m->hour < from && late < 24 && late >= from - 2 && late < to + (to - from))
    m->hour = late;
}

/* 十五分, 半, 一刻, 整 behind the hour. */
static size_t minutes (jilu_time_parse *p, size_t at, bool *sure) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_time_word(p->r, at, T(CLOCK), &sense), mark;
  if (end != 0 && *sense->code != 'd') {
    *sure = true;
    if (sense->value > 0) {
      p->m.minute = (int)sense->value;
      p->m.grain = JILU_GRAIN_MINUTE;
    }
    mark = jilu_time_word(p->r, end, T(CLOCK), &sense);
    return mark != 0 && *sense->code == 'e' ? mark : end;
  }
  end = jilu_time_number_read(p->r, at, &n);
  if (end == 0 || n.value > 59) return at;
  mark = jilu_time_mark(p->r, end, 'm', &n);
  if (mark <= end) {
    if (!*sure || jilu_match(p->r, end, BIT(UNIT) | BIT(SECTION), &sense) != 0)
      return at;
    mark = end;
  }
  *sure = true;
  p->m.minute = n.value;
  p->m.grain = JILU_GRAIN_MINUTE;
  end = jilu_time_number_read(p->r, mark, &n);
  if (end == 0 || n.value > 59) return mark;
  end = jilu_time_mark(p->r, end, 'S', &n);
  if (end == 0) return mark;
  p->m.second = n.value;
  p->m.grain = JILU_GRAIN_SECOND;
  return end;
}

/* 三点, 15时; 'sure' where a day or part of it went before. */
static size_t spoken (jilu_time_parse *p, size_t at, bool sure) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end = jilu_time_number_read(p->r, at, &n), mark;
  jilu_grain before = p->m.grain;
  if (end == 0 || n.value > 24) return 0;
  mark = jilu_time_mark(p->r, end, 'H', &n);
  if (mark == 0 || (!sure && jilu_time_in_word(p->r, end, mark))) return 0;
  p->m.hour = n.value;
  p->m.grain = JILU_GRAIN_HOUR;
  if (mark == end) {
    p->open = sure;
    return sure ? end : 0;
  }
  (void)jilu_match(p->r, end, T(MARK), &sense);
  /* 15时 is a clock time, 三点 may be three points */
  if (n.arabic && sense != NULL && *sense->text != '\0') sure = true;
  end = minutes(p, mark, &sure);
  if (!sure) {
    p->m.hour = p->m.minute = -1;
    p->m.grain = before;
    return 0;
  }
  return end;
}

static void set_part (jilu_moment *m, int from, int to) {
  m->grain = JILU_GRAIN_HOURS;
  m->hour = from;
  m->count = to - from;
}

/* A clock time without its day takes that of the text, or the document's. */
static void fill_day (jilu_time_parse *p, size_t at) {
  const jilu_moment *c = p->first;
  jilu_moment base;
  if (p->m.day >= 0 || p->m.year != JILU_NO_YEAR) return;
  if (c == NULL) c = jilu_time_context(p->s, at, true);
  if (c == NULL || c->day < 0 || c->grain < JILU_GRAIN_DAY)
    c = jilu_time_last_day(p->s, at);
  p->m.relative = c == NULL || c->day < 0 || c->relative;
  if (c != NULL && c->day >= 0 && c->grain >= JILU_GRAIN_DAY) base = *c;
  else jilu_time_anchor_moment(p->s, &base);
  if (base.day < 0) return;
  p->m.year = base.year;
  p->m.month = base.month;
  p->m.day = base.day;
  p->m.year_stated = base.year_stated;
}

/* The part of the day that the end of an interval shares: 下午1点到3点. */
static void share_part (jilu_time_parse *p) {
  const jilu_moment *f = p->first;
  if (f != NULL && f->hour >= 12 && p->m.hour < 12 && p->m.hour > f->hour - 12 &&
      p->m.day == f->day && p->m.month == f->month)
    p->m.hour += 12;
}

/* 8:30 of 8:30-12:00. */
static bool goes_on (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_moment m;
  size_t end = jilu_match(r, at, BIT(RANGE), &sense);
  return end != 0 && digital(&m, r, end) != 0;
}

size_t jilu_time_clock_read (jilu_time_parse *p, size_t at, bool alone) {
  const jilu_sense *part = NULL;
  size_t from = jilu_skip_spaces(p->r, at), end, begin;
  bool day = p->m.grain == JILU_GRAIN_DAY;
  size_t behind = jilu_time_word(p->r, from, T(DAY_PART), &part);
  int part_from = 0, part_to = 24;
  jilu_moment before = p->m;
  begin = from;
  if (behind != 0) {
    part_from = (int)part->value;
    part_to = atoi(part->code);
    begin = jilu_skip_spaces(p->r, behind);
  }
  end = digital(&p->m, p->r, begin);
  /* 1:30 alone is a ratio or a score */
  if (end != 0 && alone && behind == 0 && p->first == NULL &&
      (begin + 1 >= p->r->size || p->r->text[begin + 1] == ':') &&
      !goes_on(p->r, end)) {
    p->m = before;
    end = 0;
  }
  if (end == 0) end = spoken(p, begin, behind != 0 || day || p->first != NULL);
  if (end == 0) {
    if (behind == 0) return alone ? 0 : at;
    if (alone && !p->m.relative) return 0;
    set_part(&p->m, part_from, part_to);
    end = behind;
  }
  else if (behind != 0) apply_part(&p->m, part_from, part_to);
  if (p->m.year == JILU_NO_YEAR) fill_day(p, at);
  if (behind == 0 && p->m.grain >= JILU_GRAIN_HOUR) share_part(p);
  return end;
}

/* --- 2019-10-15 ----------------------------------------------------------- */

static size_t digits (const jilu_reader *r, size_t at, unsigned most,
                      int *value, unsigned *count) {
  *value = 0;
  *count = 0;
  while (*count < most && digit_at(r, at)) {
    *value = *value * 10 + (r->text[at++] - '0');
    ++*count;
  }
  return *count > 0 ? at : 0;
}

/* A separator of date parts; the same one stands between all. */
static bool is_separator (unsigned char c) {
  return c == '-' || c == '/' || c == '.';
}

static bool is_date (int year, int month, int day) {
  return year >= 1000 && year < 3000 && month >= 1 && month <= 12 &&
         day >= 1 && day <= jilu_month_days(year, month);
}

/* No part of a longer number, name or version. */
static bool ends_token (const jilu_reader *r, size_t at) {
  unsigned char c = at < r->size ? r->text[at] : ' ';
  if (jilu_is_letter(c) || jilu_is_digit(c) || c == '_' || c == '%') return false;
  return !((c == '.' || c == '/') && digit_at(r, at + 1));
}

/* The clock time behind a numeric date. */
static size_t after_date (jilu_time_parse *p, size_t at, unsigned day_digits) {
  size_t from, end;
  p->m.grain = JILU_GRAIN_DAY;
  from = at;
  if (from < p->r->size && p->r->text[from] == 'T') from++;
  else from = jilu_skip_spaces(p->r, at);
  if (from > at || day_digits == 2) {
    end = digital(&p->m, p->r, from);
    if (end != 0) return end;
  }
  if (digit_at(p->r, at)) return 0;
  return jilu_time_clock_read(p, at, false);
}

/* 2021.03, 2021-03: not where it may be a number with its unit. */
static size_t year_month (jilu_time_parse *p, size_t at, int year, int month,
                          unsigned count) {
  const jilu_sense *sense = NULL;
  if (count != 2 || month < 1 || month > 12 || year < 1900 || year > 2100 ||
      !ends_token(p->r, at) ||
      jilu_match(p->r, at, BIT(UNIT) | BIT(SECTION) | BIT(POWER), &sense) != 0)
    return 0;
  p->m.year = year;
  p->m.month = month;
  p->m.year_stated = true;
  p->m.grain = JILU_GRAIN_MONTH;
  return at;
}

/* The first part is read and a separator follows: Y-M-D, M/D/Y, M-D. */
static size_t three_parts (jilu_time_parse *p, size_t at, int first,
                           unsigned first_count) {
  int second, third;
  unsigned second_count, third_count;
  unsigned char mark = p->r->text[at];
  size_t two = digits(p->r, at + 1, 2, &second, &second_count), end;
  if (two == 0) return 0;
  if (two >= p->r->size || p->r->text[two] != mark || !digit_at(p->r, two + 1))
    return first_count == 4 ? year_month(p, two, first, second, second_count)
                            : 0;
  end = digits(p->r, two + 1, first_count >= 3 ? 2 : 4, &third, &third_count);
  if (first_count == 3 && first >= 80 && first <= 150)
    first += JILU_REPUBLIC;
  if (first_count >= 3 && is_date(first, second, third)) {
    p->m.year = first;
    p->m.month = second;
    p->m.day = third;
  }
  else if (first_count <= 2 && mark == '/' && third_count == 4 &&
           is_date(third, first, second)) {
    p->m.year = third;
    p->m.month = first;
    p->m.day = second;
  }
  else return 0;
  p->m.year_stated = true;
  end = after_date(p, end, third_count);
  return end != 0 && ends_token(p->r, end) ? end : 0;
}

/* Numbers with no letter or Han character around: 03-03. */
static size_t month_day (jilu_time_parse *p, size_t at, int first) {
  size_t end = at + 1;
  int second = two_digits(p->r, end, 32);
  unsigned width;
  uint32_t before = jilu_peek_back(p->r, p->begin), after;
  end += 2;
  after = jilu_peek(p->r, end, &width);
  if (p->r->text[at] != '-' || second < 1 || first < 1 || first > 12 ||
      p->r->text[p->begin] != '0' || !ends_token(p->r, end) ||
      jilu_is_han(before) || jilu_is_han(after) || before == '-' || after == '-')
    return 0;
  p->m.month = first;
  p->m.day = second;
  p->m.grain = JILU_GRAIN_DAY;
  jilu_time_fill_year(p, p->begin);
  return end;
}

/* 5月 begins the line behind 'at'. */
static bool month_below (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n;
  size_t end;
  while (at < r->size && (r->text[at] <= ' ' || r->text[at] == '#')) at++;
  end = jilu_time_number_read(r, at, &n);
  return end != 0 && jilu_match(r, jilu_skip_spaces(r, end), T(MARK),
                                &sense) != 0 && *sense->code == 'M';
}

/* 2019 alone in a line of a chronicle: 3月11日 stands below it. */
static size_t year_alone (jilu_time_parse *p, size_t at, size_t end,
                          int year) {
  size_t to = jilu_skip_spaces(p->r, end);
  if (year < 1900 || year > 2100 || (at > 0 && p->r->text[at - 1] != '\n') ||
      to >= p->r->size || (p->r->text[to] != '\n' && p->r->text[to] != '\r') ||
      !month_below(p->r, to)) return 0;
  p->m.year = year;
  p->m.year_stated = true;
  p->m.grain = JILU_GRAIN_YEAR;
  return end;
}

size_t jilu_time_numeric_read (jilu_time_parse *p, size_t at) {
  int first;
  unsigned count;
  size_t end = digits(p->r, at, 4, &first, &count), next;
  if (end == 0 || digit_at(p->r, end)) return 0;
  if (count == 4 && (next = year_alone(p, at, end, first)) != 0) return next;
  if (end < p->r->size && is_separator(p->r->text[end]) &&
      digit_at(p->r, end + 1)) {
    next = three_parts(p, end, first, count);
    if (next != 0) return next;
    if (count == 2 && (next = month_day(p, end, first)) != 0) return next;
  }
  return 0;
}
