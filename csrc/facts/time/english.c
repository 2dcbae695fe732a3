/* Where an English time begins: shifts, periods, intervals and points. */

#include "facts/number/numeral.h"
#include "facts/time/english_words.h"

#include <stdio.h>
#include <string.h>

#define word_at jilu_english_word
#define past jilu_english_past
#define keep_interval jilu_english_interval
#define LENGTHS 4        /* 2 years 1 month 21 days */

typedef struct length {
  int count;
  char unit;
} length;

/* 2 weeks and 2 days; how many lengths, their end in '*end'. */
static int lengths (const jilu_reader *r, size_t at, length *out,
                    size_t *end) {
  const jilu_sense *word = NULL;
  int n;
  for (n = 0; n < LENGTHS; n++) {
    size_t from = n == 0 ? at : jilu_skip_spaces(r, *end), next;
    if (n > 0 && (next = word_at(r, from, 'r', &word)) != 0 &&
        word->value == 1) from = jilu_skip_spaces(r, next);
    next = jilu_match(r, from, JILU_CLASS_BIT(ARTICLE), &word);
    if (next != 0) out[n].count = 1;
    else next = jilu_english_number(r, from, &out[n].count);
    if (next == 0 || (next = word_at(r, next, 'u', &word)) == 0) return n;
    /* and a quarter */
    if (n > 0 && *word->text == 'Q' && strchr("QC", out[n - 1].unit) == NULL)
      return n;
    out[n].unit = *word->text;
    *end = next;
  }
  return n;
}

/* The hours of a day that is not known to the hour begin at midnight. */
static void shift (const jilu_scan *s, jilu_moment *m, const length *l, int n,
                   int sign) {
  int k;
  for (k = 0; k < n; k++) {
    if (jilu_time_is_clock(l[k].unit)) {
      if (m->hour < 0) {
        m->hour = s->anchor.date.hour < 0 ? 0 : s->anchor.date.hour;
        m->minute = s->anchor.date.minute < 0 ? 0 : s->anchor.date.minute;
        m->second = 0;
      }
      m->grain = l[k].unit == 'S' ? JILU_GRAIN_SECOND : JILU_GRAIN_MINUTE;
    }
    jilu_english_move(m, l[k].unit, sign * l[k].count);
  }
}

size_t jilu_english_keep (jilu_time_parse *p, size_t end) {
  jilu_time t;
  memset(&t, 0, sizeof t);
  jilu_time_put_moment(p->s, &p->m, &t);
  return jilu_time_keep(p->s, p->begin, end, p->rule, &t, &p->m);
}

/* Does "will" stand before, in the same sentence? */
static bool is_future (const jilu_reader *r, size_t at) {
  const jilu_sense *word = NULL;
  int n;
  for (n = 0; n < 60 && at > 0; n++) {
    if (jilu_ends_sentence(jilu_peek_back(r, at))) return false;
    if (jilu_match(r, at, JILU_TIME(WORD), &word) != 0 &&
        *word->code == 'v') return true;
    at = jilu_back(r, at);
  }
  return false;
}

/* Is "in" or "within" right before 'at', and what comes is to come? */
static bool lies_ahead (const jilu_reader *r, size_t at) {
  const jilu_sense *word = NULL;
  while (at > 0 && r->text[at - 1] == ' ') at--;
  if (jilu_match_back(r, at, at > 3 ? at - 3 : 0, JILU_TIME(WORD), &word) ==
      (size_t)-1) return false;
  return *word->code == 'o' && at >= 2 && (r->text[at - 1] == 'n') &&
         is_future(r, at);
}

/* A fortnight is two weeks, a decade ten years. */
static length plain (length l) {
  static const struct { char unit, as; int times; } units[] = {
    {'F', 'W', 2}, {'C', 'Y', 10}, {'Z', 'Y', 100}
  };
  size_t k;
  for (k = 0; k < sizeof units / sizeof *units; k++)
    if (l.unit == units[k].unit && l.count < 100000) {
      l.unit = units[k].as;
      l.count *= units[k].times;
    }
  return l;
}

/* Is it a decade, a fortnight, or a week of what took or lasted one? */
static bool is_whole_length (const jilu_reader *r, size_t at, char unit) {
  const jilu_sense *word = NULL;
  size_t before = at;
  if (unit == 'F' || unit == 'C') return true;
  if (jilu_match(r, at, JILU_CLASS_BIT(ARTICLE), &word) == 0) return false;
  while (before > 0 && r->text[before - 1] == ' ') before--;
  return jilu_match_back(r, before, before > 9 ? before - 9 : 0,
                         JILU_TIME(WORD), &word) != (size_t)-1 &&
         *word->code == 'L';
}

/* 1 hour and 30 minutes: a duration, from the greater unit to the smaller. */
static size_t keep_lengths (jilu_time_parse *p, const length *l, int n,
                            size_t end) {
  static const char order[] = "YMWDHmS";
  jilu_time t;
  size_t used = 1, last = 0, rank;
  bool clock = false;
  int k;
  memset(&t, 0, sizeof t);
  t.value[0] = 'P';
  for (k = 0; k < n; k++) {
    const length part = plain(l[k]);
    const char *place = strchr(order, part.unit);
    if (place == NULL) return 0;
    rank = (size_t)(place - order) + 1;
    if (rank <= last || used + 12 > sizeof t.value) return 0;
    if (rank > 4 && !clock) {
      t.value[used++] = 'T';
      clock = true;
    }
    used += (size_t)snprintf(t.value + used, sizeof t.value - used, "%d%c",
                             part.count, part.unit == 'm' ? 'M' : part.unit);
    last = rank;
  }
  t.kind = JILU_TIME_DURATION;
  return jilu_time_keep(p->s, p->begin, end, JILU_RULE_DURATION, &t, NULL);
}

/* and a half, behind one hour: its decimals in '*more', of 100. */
static size_t and_parts (const jilu_reader *r, size_t at, int *more) {
  const jilu_sense *word = NULL;
  size_t end = word_at(r, at, 'r', &word), next;
  if (end == 0 || word->value != 1) return 0;
  end = jilu_skip_spaces(r, end);
  next = jilu_match(r, end, JILU_CLASS_BIT(ARTICLE), &word);
  if (next != 0) end = jilu_skip_spaces(r, next);
  end = jilu_match(r, end, JILU_CLASS_BIT(DENOMINATOR), &word);
  if (end == 0 || *word->code != '1' ||
      (word->value != 2 && (word->value != 4 || next == 0))) return 0;
  *more = 100 / (int)word->value;
  return end;
}

/* an hour and a half, one year and a quarter */
static size_t parted_behind (jilu_time_parse *p, const length *l, size_t at) {
  jilu_time t;
  int more;
  size_t end = and_parts(p->r, at, &more);
  if (end == 0 || strchr("YMWDHmS", l->unit) == NULL) return 0;
  memset(&t, 0, sizeof t);
  (void)snprintf(t.value, sizeof t.value, "P%s%d.%d%c",
                 jilu_time_is_clock(l->unit) ? "T" : "", l->count,
                 more == 50 ? 5 : more, l->unit == 'm' ? 'M' : l->unit);
  t.kind = JILU_TIME_DURATION;
  return jilu_time_keep(p->s, p->begin, end, JILU_RULE_DURATION, &t, NULL);
}

/* one and a half hours, an hour and a half: its decimal, in tenths of 1000. */
static size_t parted (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  jilu_numeral n;
  uint64_t above, below;
  jilu_time t;
  char letter;
  size_t end = jilu_numeral_read(p->r, at, &n), next;
  if (end == 0 || n.value.denominator < 2 || n.value.negative) return 0;
  below = n.value.denominator;
  n.value.denominator = 0;
  /* three quarters of an hour */
  if (word_at(p->r, end, 'o', &word) != 0 &&
      (next = jilu_match(p->r, past(p->r, end, 'o'), JILU_CLASS_BIT(ARTICLE),
                         &word)) != 0) end = jilu_skip_spaces(p->r, next);
  if (1000 % below != 0 || !jilu_decimal_integer(&n.value, &above) ||
      above > 1000000 || (end = word_at(p->r, end, 'u', &word)) == 0 ||
      strchr("YMWDHmS", letter = *word->text) == NULL) return 0;
  jilu_decimal_set(&n.value, above * (1000 / below));
  n.value.exponent = -3;
  memset(&t, 0, sizeof t);
  (void)strcpy(t.value, jilu_time_is_clock(letter) ? "PT" : "P");
  if (jilu_decimal_text(&n.value, t.value + strlen(t.value)) > 20) return 0;
  t.value[strlen(t.value) + 1] = '\0';
  t.value[strlen(t.value)] = letter == 'm' ? 'M' : letter;
  t.kind = JILU_TIME_DURATION;
  return jilu_time_keep(p->s, p->begin, end, JILU_RULE_DURATION, &t, NULL);
}

size_t jilu_english_shifted (jilu_scan *s, size_t at, int *counts) {
  const jilu_sense *word = NULL;
  jilu_time_parse p, q;
  length l[LENGTHS];
  size_t end, next;
  int n;
  memset(&p, 0, sizeof p);
  p.s = s;
  p.r = &s->r;
  p.begin = at;
  if ((end = parted(&p, at)) != 0) {
    *counts = 1;
    return end;
  }
  n = lengths(&s->r, at, l, &end);
  if (n == 0) return 0;
  p.rule = JILU_RULE_SHIFTED;
  jilu_english_today(s, &p.m);
  if ((next = word_at(p.r, end, 'a', &word)) != 0) {
    shift(s, &p.m, l, n, (int)word->value);
    return jilu_english_keep(&p, next);
  }
  if ((next = word_at(p.r, end, 'x', &word)) != 0) {
    q = p;
    q.begin = jilu_skip_spaces(p.r, next);
    next = jilu_english_point(&q, q.begin);
    if (next == 0 || q.m.grain < JILU_GRAIN_DAYS ||
        (jilu_time_is_clock(l[n - 1].unit) && q.m.hour < 0))
      return 0;
    p.m = q.m;
    if (p.m.grain == JILU_GRAIN_DAYS) p.m.grain = JILU_GRAIN_DAY;
    shift(s, &p.m, l, n, (int)word->value);
    return jilu_english_keep(&p, next);
  }
  if (!lies_ahead(p.r, at)) {
    if (n == 1 && (next = parted_behind(&p, l, end)) != 0) return next;
    if (n < 2 && word_at(p.r, at, 'q', &word) == 0 &&
        !is_whole_length(p.r, at, l[0].unit)) return 0;
    *counts = 1;
    return keep_lengths(&p, l, n, end);
  }
  shift(s, &p.m, l, n, 1);
  return jilu_english_keep(&p, end);
}

/* within 5 minutes of what will be: from the date of the document on. */
static size_t within (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  jilu_moment until;
  jilu_time t;
  length l[LENGTHS];
  size_t end = 0;
  int n;
  if (!is_future(p->r, at) || (at = word_at(p->r, at, 'i', &word)) == 0 ||
      (n = lengths(p->r, past(p->r, at, 't'), l, &end)) == 0) return 0;
  jilu_english_today(p->s, &p->m);
  if (jilu_time_is_clock(l[n - 1].unit) && p->s->anchor.date.hour < 0)
    return 0;
  memset(&t, 0, sizeof t);
  until = p->m;
  shift(p->s, &until, l, n, 1);
  if (jilu_time_is_clock(l[n - 1].unit)) shift(p->s, &p->m, l + n - 1, 1, 0);
  jilu_moment_from(&p->m, t.from);
  jilu_moment_from(&until, t.until);
  t.kind = JILU_TIME_INTERVAL;
  jilu_time_write_anchor(p->s, t.anchor);
  return jilu_time_keep(p->s, p->begin, end, JILU_RULE_PERIOD, &t, NULL);
}

/* The period [from, until) of so many units, and its value. */
static size_t keep_period (jilu_time_parse *p, const length *l, int n, int sign,
                           size_t end) {
  jilu_moment from = p->m, until = p->m;
  jilu_time t;
  bool whole = strchr("QCZ", l[0].unit) != NULL;
  bool clock = jilu_time_is_clock(l[0].unit);
  memset(&t, 0, sizeof t);
  if (whole && from.year != JILU_NO_YEAR) {   /* quarters begin as they do */
    from.day = 1;
    if (l[0].unit == 'Q') from.month = (from.month - 1) / 3 * 3 + 1;
    else {
      from.month = 1;
      from.year = from.year / (l[0].unit == 'C' ? 10 : 100) *
                  (l[0].unit == 'C' ? 10 : 100);
    }
    until = from;
  }
  if (sign > 0) {
    if (!clock) jilu_english_move(&from, whole ? l[0].unit : 'D', 1);
    until = from;
    if (clock) shift(p->s, &from, l, 1, 0);
    shift(p->s, &until, l, n, 1);
  }
  else shift(p->s, &from, l, n, -1);
  if (clock && sign < 0) shift(p->s, &until, l, 1, 0);
  jilu_moment_from(&from, t.from);
  jilu_moment_from(&until, t.until);
  if (clock || n > 1 || strchr("YMWD", l[0].unit) == NULL) t.value[0] = '\0';
  else (void)snprintf(t.value, sizeof t.value, "P%d%c", l[0].count,
                      l[0].unit);
  t.kind = JILU_TIME_INTERVAL;
  jilu_time_write_anchor(p->s, t.anchor);
  return jilu_time_keep(p->s, p->begin, end, JILU_RULE_PERIOD, &t, NULL);
}

/* the next 3 days, the 5 past years, last 3 months and 2 weeks */
static size_t many (jilu_time_parse *p, size_t at) {
  const jilu_sense *n = NULL, *word = NULL;
  length l[LENGTHS];
  size_t from = past(p->r, at, 't'), end = word_at(p->r, from, 'n', &n);
  int k, i, count;
  jilu_english_today(p->s, &p->m);
  if (end != 0 && n->value != 0) {
    k = lengths(p->r, jilu_skip_spaces(p->r, end), l, &end);
    /* "and 2 days ago" is a time of its own */
    if (k > 1 && word_at(p->r, end, 'a', &word) != 0) {
      end = word_at(p->r, from, 'n', &n);
      for (i = 0, k--; i < k; i++) {
        end = past(p->r, end, 'r');
        end = jilu_english_number(p->r, end, &count);
        end = word_at(p->r, end, 'u', &word);
      }
    }
    return k > 0 ? keep_period(p, l, k, (int)n->value, end) : 0;
  }
  end = jilu_english_number(p->r, from, &l[0].count);
  if (end == 0 || (end = word_at(p->r, end, 'n', &n)) == 0 || n->value == 0 ||
      (end = word_at(p->r, end, 'u', &word)) == 0) return 0;
  l[0].unit = *word->text;
  return keep_period(p, l, 1, (int)n->value, end);
}

/* --- intervals --- */

/* to, until, and "and" behind between. */
static size_t range_at (const jilu_reader *r, size_t at, bool between) {
  const jilu_sense *word = NULL;
  size_t end = word_at(r, at, 'r', &word);
  return end != 0 && (word->value == 0 || between) ? end : 0;
}

static bool is_between (const jilu_reader *r, size_t at) {
  const jilu_sense *word = NULL;
  while (at > 0 && r->text[at - 1] == ' ') at--;
  return jilu_match_back(r, at, at > 8 ? at - 8 : 0, JILU_TIME(WORD),
                         &word) != (size_t)-1 && *word->code == 'b';
}

size_t jilu_english_to (const jilu_reader *r, size_t at, size_t begin) {
  return range_at(r, at, is_between(r, begin));
}

size_t jilu_english_interval (jilu_time_parse *p, const jilu_moment *a,
                              const jilu_moment *b, size_t end) {
  jilu_time t;
  char last[JILU_TIME_TEXT];
  size_t n;
  memset(&t, 0, sizeof t);
  jilu_moment_value(a, t.value);
  jilu_moment_value(b, last);
  n = strlen(t.value);
  if (n > 0 && *last != '\0' && strchr(t.value, '/') == NULL &&
      strchr(last, '/') == NULL)
    (void)snprintf(t.value + n, sizeof t.value - n, "/%.30s", last);
  else t.value[0] = '\0';
  jilu_moment_from(a, t.from);
  jilu_moment_until(b, t.until);
  t.kind = JILU_TIME_INTERVAL;
  jilu_time_write_anchor_of(p->s, a->relative ? a : b, t.anchor);
  return jilu_time_keep(p->s, p->begin, end, JILU_RULE_INTERVAL, &t, b);
}

/* now of between eight o'clock and now, of the day of the document */
static size_t until_now (jilu_time_parse *p, size_t at, jilu_moment *a) {
  const jilu_sense *word = NULL;
  jilu_time_parse q = *p;
  size_t end = word_at(p->r, at, 'w', &word);
  if (end == 0 || jilu_english_point(&q, jilu_skip_spaces(p->r, at)) != end)
    return 0;
  a->year = q.m.year;
  a->month = q.m.month;
  a->day = q.m.day;
  a->relative = true;
  return keep_interval(p, a, &q.m, end);
}

/* 3-8pm yesterday afternoon, between 7 and 9 last night */
static size_t hours (jilu_time_parse *p, size_t at) {
  jilu_time_parse q = *p;
  jilu_moment a, b;
  bool sided, other;
  size_t end, next;
  int part;
  jilu_moment_clear(&a);
  jilu_moment_clear(&b);
  end = jilu_english_clock(p->r, at, true, &a, &sided);
  if (end == 0 || (end = range_at(p->r, end, is_between(p->r, at))) == 0)
    return 0;
  if ((next = until_now(p, end, &a)) != 0) return next;
  if ((end = jilu_english_clock(p->r, end, true, &b, &other)) == 0) return 0;
  q.begin = past(p->r, past(p->r, end, ','), 'j');
  next = jilu_english_point(&q, q.begin);
  if (next == 0 || (q.m.grain != JILU_GRAIN_DAY &&
                    q.m.grain != JILU_GRAIN_HOURS)) return 0;
  part = q.m.grain == JILU_GRAIN_HOURS ? q.m.hour : 0;
  if (!other && b.hour < 12 && part >= 12) b.hour += 12;
  if (!sided && a.hour < 12 && (part >= 12 || (b.hour >= 12 &&
      a.hour + 12 < b.hour))) a.hour += 12;
  if (b.hour < a.hour && !other) b.hour += 12;
  a.year = b.year = q.m.year;
  a.month = b.month = q.m.month;
  a.day = b.day = q.m.day;
  a.relative = b.relative = q.m.relative;
  return keep_interval(p, &a, &b, next);
}

/* between august and october, from April to June in 2017 */
static size_t months (jilu_time_parse *p, size_t at) {
  const jilu_sense *first = NULL, *last = NULL;
  jilu_moment a, b;
  int year = p->s->anchor.date.year, stated = 0, day;
  size_t end = word_at(p->r, at, 'm', &first), next;
  if (end == 0 || (end = range_at(p->r, end, is_between(p->r, at))) == 0 ||
      (end = word_at(p->r, end, 'm', &last)) == 0 ||
      (*first->text == '\0' && *last->text == '\0')) return 0;
  jilu_moment_clear(&a);
  next = jilu_english_year(p->r, past(p->r, end, 'o'), &stated);
  if (next == 0 && jilu_english_ordinal(p->r, end, false, &day) != 0) return 0;
  if (next != 0) year = stated;
  a.relative = next == 0;
  a.grain = JILU_GRAIN_MONTH;
  a.year_stated = next != 0;
  a.year = year < 0 ? JILU_NO_YEAR : year;
  a.month = (int)first->value;
  b = a;
  b.month = (int)last->value;
  if (a.month > b.month && a.year != JILU_NO_YEAR) {
    if (next != 0) a.year--;
    else b.year++;
  }
  return keep_interval(p, &a, &b, next != 0 ? next : end);
}

/* The second end of an interval whose first is p->m. */
static size_t second (jilu_time_parse *p, size_t at) {
  jilu_time_parse q = *p;
  size_t end = range_at(p->r, at, is_between(p->r, p->begin)), next;
  if (end == 0) return 0;
  q.begin = jilu_skip_spaces(p->r, end);
  next = jilu_english_point(&q, q.begin);
  /* 3 May 9am to 5pm */
  if (next == 0 && p->m.hour >= 0 && p->m.mod != JILU_MOD_ASOF) {
    bool sided;
    q.m = p->m;
    q.m.second = -1;
    q.m.mod = JILU_MOD_NONE;
    next = jilu_english_clock(p->r, q.begin, false, &q.m, &sided);
    if (next != 0 && q.m.hour <= p->m.hour) return 0;
  }
  /* now and eight o'clock */
  if (next == 0 && p->m.mod == JILU_MOD_ASOF) {
    bool sided;
    jilu_english_today(p->s, &q.m);
    next = jilu_english_clock(p->r, q.begin, false, &q.m, &sided);
    if (next != 0 && q.m.hour <= p->m.hour && !sided) q.m.hour += 12;
  }
  if (next == 0) return 0;
  if (p->m.relative && !q.m.relative && !p->m.year_stated &&
      q.m.year_stated && q.m.year != JILU_NO_YEAR &&
      p->m.grain == JILU_GRAIN_DAY && p->rule == JILU_RULE_DATE) {
    p->m.year = q.m.year;
    if (p->m.month > q.m.month) p->m.year--;
    p->m.relative = false;
  }
  return keep_interval(p, &p->m, &q.m, next);
}

/* tomorrow from 9 to 11am, next evening from 7 to 9 */
static size_t hours_behind (jilu_time_parse *p, size_t at) {
  const jilu_sense *word = NULL;
  jilu_moment a = p->m, b = p->m;
  bool sided, other;
  int part = p->m.grain == JILU_GRAIN_HOURS ? p->m.hour : 0;
  size_t end = word_at(p->r, at, 'x', &word), next;
  if ((p->m.grain != JILU_GRAIN_DAY && p->m.grain != JILU_GRAIN_HOURS) ||
      end == 0 || p->r->text[end - 1] != 'm') return 0;
  end = jilu_english_clock(p->r, end, true, &a, &sided);
  if (end == 0 || (end = range_at(p->r, end, false)) == 0 ||
      (next = jilu_english_clock(p->r, end, true, &b, &other)) == 0) return 0;
  if (!other && b.hour < 12 && part >= 12) b.hour += 12;
  if (!sided && a.hour < 12 && (part >= 12 ||
      (b.hour > 12 && a.hour + 12 <= b.hour))) a.hour += 12;
  if (b.hour < a.hour) return 0;
  return keep_interval(p, &a, &b, next);
}

size_t jilu_time_english_read (jilu_scan *s, size_t at, int *counts) {
  const jilu_sense *word = NULL;
  jilu_time_parse p;
  size_t end, next;
  if (s->r.text[at] == ' ') return 0;
  memset(&p, 0, sizeof p);
  p.s = s;
  p.r = &s->r;
  p.begin = at;
  if (jilu_match(&s->r, at, JILU_TIME(WORD), &word) != 0) {
    if (*word->code == 'i') return within(&p, at);
    if ((end = jilu_english_span(&p, at, word)) != 0) return end;
    /* most words that a time holds begin none: the, of, to, and */
    if (strchr("tovjrbxicuaeysZ", *word->code) != NULL) return 0;
  }
  else if ((end = jilu_english_span(&p, at, NULL)) != 0) return end;
  /* more than 2 weeks after */
  next = jilu_match(&s->r, at, JILU_CLASS_BIT(APPROX_BEFORE), &word);
  if (next != 0)
    return jilu_english_shifted(s, jilu_skip_spaces(&s->r, next), counts);
  if ((end = jilu_english_shifted(s, at, counts)) != 0 ||
      (end = many(&p, at)) != 0 || (end = months(&p, at)) != 0 ||
      (end = hours(&p, at)) != 0) return end;
  end = jilu_english_point(&p, at);
  if (end == 0) return jilu_english_clock_alone(&p, at);
  if ((next = second(&p, end)) != 0 || (next = hours_behind(&p, end)) != 0)
    return next;
  /* "now" alone is said of anything */
  if (p.m.mod == JILU_MOD_ASOF && end == at + 3) return 0;
  return jilu_english_keep(&p, end);
}
