/* What a time is relative to: the date of the document, or a time before it. */

#include <stdio.h>
#include <string.h>

#include "facts/time/calendar.h"
#include "facts/time/reader.h"

/* A time further back than this, in bytes, is no context any more. */
#define CONTEXT 600

/* One further back than this is no day of what happened at 9 o'clock. */
#define FAR 2400

/* What may stand before a date, or behind it, in its line. */
#define LEAD 30

bool jilu_date_parse (const char *s, jilu_date *d) {
  static const int most[] = {9999, 12, 31, 24, 59, 60};
  int *const parts[] = {&d->year, &d->month, &d->day,
                        &d->hour, &d->minute, &d->second};
  int k;
  for (k = 0; k < 6; k++) *parts[k] = -1;
  for (k = 0; k < 6; k++) {
    int n = 0, digits = 0, want = k == 0 ? 4 : 2;
    for (; digits < want && *s >= '0' && *s <= '9'; digits++)
      n = n * 10 + (*s++ - '0');
    if (digits != want || n > most[k] || (n == 0 && (k == 1 || k == 2)))
      return false;
    *parts[k] = n;
    if (k == 2 && n > jilu_month_days(d->year, d->month)) return false;
    if (*s == '\0') return true;
    if (k >= 3 && (*s == '.' || *s == 'Z' || *s == '+' || *s == '-'))
      return true;
    if (k == 2 ? *s != 'T' && *s != ' ' : k < 2 ? *s != '-' : *s != ':')
      return false;
    s++;
  }
  return false;
}

void jilu_date_write (const jilu_date *d, char *out) {
  static const char before[] = " --T::";
  const int parts[] = {d->year, d->month, d->day,
                       d->hour, d->minute, d->second};
  size_t n = 0;
  int k;
  *out = '\0';
  for (k = 0; k < 6 && parts[k] >= 0; k++) {
    if (k > 0) out[n++] = before[k];
    n += (size_t)snprintf(out + n, JILU_TIME_TEXT - n, k == 0 ? "%04d" : "%02d",
                          parts[k]);
  }
}

void jilu_time_write_anchor_of (const jilu_scan *s, const jilu_moment *m,
                                char *out) {
  if (!m->relative) return;
  if (m->reported)
    (void)snprintf(out, JILU_TIME_TEXT, "%04d", s->anchor.report_year);
  else jilu_time_write_anchor(s, out);
}

void jilu_time_write_anchor (const jilu_scan *s, char *out) {
  memcpy(out, s->anchor_text, JILU_TIME_TEXT);
}

void jilu_time_anchor_moment (const jilu_scan *s, jilu_moment *m) {
  const jilu_date *d = &s->anchor.date;
  jilu_moment_clear(m);
  if (d->year < 0) return;
  m->year = d->year;
  m->month = d->month;
  m->day = d->day;
  m->hour = d->hour;
  m->minute = d->minute;
  m->second = d->second;
  m->relative = true;
  m->grain = d->month < 0 ? JILU_GRAIN_YEAR
             : d->day < 0 ? JILU_GRAIN_MONTH
             : d->hour < 0 ? JILU_GRAIN_DAY
             : d->minute < 0 ? JILU_GRAIN_HOUR
             : d->second < 0 ? JILU_GRAIN_MINUTE : JILU_GRAIN_SECOND;
}

const jilu_moment *jilu_time_context (const jilu_scan *s, size_t at,
                                      bool sentence) {
  const jilu_time_last *c = &s->time;
  const unsigned char *t = s->r.text + c->end, *end = s->r.text + at;
  if (c->last.grain == JILU_GRAIN_NONE || c->end > at || at - c->end > CONTEXT)
    return NULL;
  for (; t < end; t += jilu_utf8_width(*t)) {
    if (*t == '\n') return NULL;
    if (sentence && (*t == '!' || *t == '?' ||
                     (*t == 0xE3 && t[1] == 0x80 && t[2] == 0x82)))
      return NULL;
  }
  return &c->last;
}

const jilu_moment *jilu_time_last_day (const jilu_scan *s, size_t at) {
  const jilu_time_last *c = &s->time;
  return c->day.grain != JILU_GRAIN_NONE && c->day_end <= at &&
         at - c->day_end <= FAR ? &c->day : NULL;
}

const jilu_moment *jilu_time_dated_part (const jilu_scan *s, size_t at) {
  const jilu_time_last *c = &s->time;
  const jilu_moment *same;
  if (c->paragraph.grain != JILU_GRAIN_NONE && at < c->paragraph_end)
    return &c->paragraph;
  /* where no date is known, a year in the same paragraph is better than none */
  same = jilu_time_context(s, at, false);
  if (same != NULL && same->year_stated && s->anchor.date.year < 0 &&
      s->anchor.report_year <= 0) return same;
  return c->line.grain != JILU_GRAIN_NONE ? &c->line : NULL;
}

/* No letter or Han character: what may stand around a date in its line. */
static bool is_mark_only (const jilu_reader *r, size_t from, size_t to) {
  unsigned width;
  for (; from < to; from += width) {
    uint32_t c = jilu_peek(r, from, &width);
    if (jilu_is_han(c) || jilu_is_letter(c) || jilu_is_digit(c)) return false;
  }
  return true;
}

static size_t line_begin (const jilu_reader *r, size_t at) {
  size_t least = at > LEAD ? at - LEAD : 0, from = at;
  while (from > least && r->text[from - 1] != '\n') from--;
  return from > least || from == 0 || r->text[from - 1] == '\n' ? from : at + 1;
}

static size_t line_end (const jilu_reader *r, size_t at) {
  const void *end = memchr(r->text + at, '\n', r->size - at);
  return end != NULL ? (size_t)((const unsigned char *)end - r->text)
                     : r->size;
}

/* The date of the page by itself dates the page, and no part of it. */
static bool is_anchor (const jilu_scan *s, const jilu_moment *m) {
  const jilu_date *d = &s->anchor.date;
  return m->day >= 0 && m->year == d->year &&
         (d->month < 0 || m->month == d->month) &&
         (d->day < 0 || m->day == d->day);
}

/* 2017年:..., (一)2017年,...: only a marker, or 自, goes before it. */
static bool leads_line (const jilu_reader *r, size_t from, size_t begin) {
  const jilu_sense *sense = NULL;
  size_t word;
  if (from > begin) return false;
  word = jilu_match_back(r, begin, from, JILU_CLASS_BIT(FROM) |
                         JILU_CLASS_BIT(RANGE), &sense);
  if (word != (size_t)-1) begin = word;
  /* (一), 1. */
  for (word = from; word < begin && (r->text[word] < 0x80 ||
                                     jilu_match(r, word,
                                                JILU_CLASS_BIT(DIGIT) |
                                                JILU_CLASS_BIT(POWER),
                                                &sense) != 0);)
    word += jilu_utf8_width(r->text[word]);
  return is_mark_only(r, word, begin);
}

void jilu_time_remember (jilu_scan *s, size_t begin, size_t end,
                         const jilu_moment *m) {
  jilu_time_last *c = &s->time;
  size_t from = line_begin(&s->r, begin), to;
  if (jilu_time_context(s, begin, true) == NULL) c->lead = *m;
  if (m->year != JILU_NO_YEAR && from <= begin) {
    to = line_end(&s->r, end);
    if (to - end <= LEAD && is_mark_only(&s->r, from, begin) &&
        is_mark_only(&s->r, end, to)) {
      if (!is_anchor(s, m)) c->line = *m;
    }
    else if (m->year_stated && !m->relative && begin >= c->paragraph_end &&
             leads_line(&s->r, from, begin)) {
      c->paragraph = *m;
      c->paragraph_end = to;
    }
  }
  if (m->year != JILU_NO_YEAR && m->day >= 0 && m->grain >= JILU_GRAIN_DAY) {
    c->day = *m;
    c->day_end = end;
  }
  c->last = *m;
  c->end = end;
}

/* 102年度, 105年6月: three digits that begin with 1, as years of a text. */
static bool is_republican_year (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_number n, month;
  size_t mark, end;
  if (r->text[at] != '1' || (at > 0 && (jilu_is_digit(r->text[at - 1]) ||
                                        r->text[at - 1] == '.'))) return false;
  end = jilu_time_number_read(r, at, &n);
  if (end != at + 3 || n.digits != 3 || n.value > 150) return false;
  mark = jilu_match(r, jilu_skip_spaces(r, end), JILU_TIME(MARK), &sense);
  if (mark == 0 || *sense->code != 'Y') return false;
  if (mark - end > 5) return true;   /* 年度 */
  end = jilu_time_number_read(r, jilu_skip_spaces(r, mark), &month);
  return end != 0 && month.value >= 1 && month.value <= 12 &&
         jilu_match(r, jilu_skip_spaces(r, end), JILU_TIME(MARK), &sense) !=
         0 && *sense->code == 'M';
}

void jilu_time_calendar (jilu_scan *s) {
  const jilu_reader *r = &s->r;
  size_t at = 0;
  while ((at = jilu_next_bit(r->beginnings, at, r->size)) < r->size) {
    if (r->text[at] == '1' && is_republican_year(r, at)) {
      s->time.republic = s->time.republican = true;
      return;
    }
    at++;
  }
}

void jilu_time_fill_year_of_anchor (jilu_time_parse *p) {
  const jilu_anchor *a = &p->s->anchor;
  p->m.relative = true;
  p->m.reported = a->report_year > 0;
  if (p->m.reported) p->m.year = a->report_year;
  else if (a->date.year >= 0) p->m.year = a->date.year;
}

void jilu_time_fill_year (jilu_time_parse *p, size_t at) {
  const jilu_moment *c = p->first, *part;
  if (p->m.year != JILU_NO_YEAR || p->m.relative) return;
  if (c == NULL) c = jilu_time_context(p->s, at, true);
  part = jilu_time_dated_part(p->s, at);
  if (part != NULL && (c == NULL || c->year == JILU_NO_YEAR ||
                       (p->first == NULL && !c->year_stated))) c = part;
  if (c != NULL && c->year != JILU_NO_YEAR &&
      (p->first != NULL || c->year_stated || c == part)) {
    p->m.year = c->year;
    p->m.inherited = p->first == NULL &&
                     !(part != NULL && part->year == c->year);
    p->m.relative = c->relative;
    p->m.reported = c->reported;
    p->m.year_stated = c->year_stated;
    /* 11月至2月 ends in the next year */
    if (p->first != NULL && c->month > 0 && p->m.month > 0 &&
        p->m.month < c->month) p->m.year++;
    return;
  }
  jilu_time_fill_year_of_anchor(p);
}

void jilu_time_fill_month (jilu_time_parse *p, size_t at) {
  const jilu_moment *c = p->first;
  jilu_moment base;
  if (c == NULL) c = jilu_time_context(p->s, at, true);
  p->m.relative = c == NULL || c->relative;
  if (c != NULL && c->month > 0) {
    p->m.year = c->year;
    p->m.month = c->month;
    p->m.year_stated = c->year_stated;
    return;
  }
  jilu_time_anchor_moment(p->s, &base);
  if (base.month < 0) return;
  p->m.year = base.year;
  p->m.month = base.month;
  /* news of the 28th that came out on the 3rd is of the month before */
  if (base.day >= 0 && p->m.day > base.day && --p->m.month == 0) {
    p->m.month = 12;
    p->m.year--;
  }
}

static void shift_months (jilu_moment *m, const jilu_moment *base, int months) {
  int total = base->month - 1 + months;
  int years = total >= 0 ? total / 12 : -((11 - total) / 12);
  m->year = base->year + years;
  m->month = total - 12 * years + 1;
}

static void shift_quarter (jilu_moment *m, const jilu_moment *base, int n) {
  static const char *const labels[] = {"Q1", "Q2", "Q3", "Q4"};
  shift_months(m, base, 3 * n);
  m->label = labels[(m->month - 1) / 3];
  m->month = (m->month - 1) / 3 * 3 + 1;
  m->count = 3;
}

static jilu_grain grain_of (char letter) {
  switch (letter) {
    case 'Y': return JILU_GRAIN_YEAR;
    case 'Q': return JILU_GRAIN_MONTHS;
    case 'M': return JILU_GRAIN_MONTH;
    case 'W': return JILU_GRAIN_DAYS;
    default: return JILU_GRAIN_DAY;
  }
}

void jilu_time_shift (jilu_moment *m, const jilu_moment *base, char grain,
                      int offset) {
  m->grain = grain_of(grain);
  if (grain == 'W') {
    m->style = JILU_STYLE_WEEK;
    m->count = 7;
  }
  if (base->year == JILU_NO_YEAR) return;
  if (grain == 'Y') {
    m->year = base->year + offset;
    m->year_stated = true;
  }
  else if (base->month < 0) return;
  else if (grain == 'Q') shift_quarter(m, base, offset);
  else if (grain == 'M') shift_months(m, base, offset);
  else if (base->day < 0) return;
  else {
    long day = jilu_moment_day(base);
    if (grain == 'W') day += 7L * offset - (jilu_weekday(day) - 1);
    else day += offset;
    jilu_moment_set_day(m, day);
  }
}
