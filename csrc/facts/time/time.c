/* Where a time begins: points, intervals and what stands behind them. */

#include "facts/time/time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/time/calendar.h"
#include "facts/number/numeral.h"
#include "vocabulary/particle.h"
#include "facts/time/reader.h"
#include "facts/token.h"
#include "vocabulary/words.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

/* --- facts ---------------------------------------------------------------- */

void jilu_time_put_moment (const jilu_scan *s, const jilu_moment *m,
                           jilu_time *t) {
  t->mod = m->mod;
  jilu_moment_value(m, t->value);
  jilu_moment_from(m, t->from);
  jilu_moment_until(m, t->until);
  jilu_time_write_anchor_of(s, m, t->anchor);
}

/* Appends one of the strings; where the next one goes. */
static char *keep_text (char *to, const char *text, const char *end) {
  size_t n = strlen(text), most = (size_t)(end - to) - 1;
  if (n > most) n = most;
  memcpy(to, text, n);
  to[n] = '\0';
  return to + n + 1;
}

static void keep_time (const jilu_time *t, jilu_kept_time *out) {
  const char *end = out->text + sizeof out->text;
  char *to = keep_text(out->text, t->value, end - 3);
  to = keep_text(to, t->from, end - 2);
  to = keep_text(to, t->until, end - 1);
  (void)keep_text(to, t->anchor, end);
  out->kind = t->kind;
  out->mod = t->mod;
}

/* Appends the time; the context of what follows is 'last', if there is one. */
size_t jilu_time_keep (jilu_scan *s, size_t begin, size_t end, jilu_rule rule,
                       const jilu_time *t, const jilu_moment *last) {
  jilu_fact *f = jilu_scan_add(s, JILU_FACT_TIME, begin, end, rule);
  if (f == NULL) return end;
  keep_time(t, &f->is.time);
  if (last != NULL) jilu_time_remember(s, begin, end, last);
  return end;
}

/* --- intervals ------------------------------------------------------------ */

/* 至 到 - between two times; 或 offers a choice. */
static size_t range_word (const jilu_time_parse *p, size_t at) {
  if (jilu_particle_at(p->r, at) == JILU_OR) return 0;
  return jilu_range_word(p->r, p->begin, at);
}

/* The second end behind 'at', into 'q'; 0: there is none. */
static size_t second_end (const jilu_time_parse *p, jilu_time_parse *q,
                          size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(p->r, at), end;
  size_t next = range_word(p, from), with;
  *q = *p;
  q->first = &p->m;
  q->open = q->needs_suffix = q->weekday = false;
  if (next != 0) {
    q->begin = jilu_skip_spaces(p->r, next);
    end = jilu_time_moment_read(q, q->begin);
    return end != 0 && !q->needs_suffix ? end : 0;
  }
  /* 1月15号和2月3号之间 */
  with = jilu_match(p->r, from, T(AND), &sense);
  if (with == 0) return 0;
  q->begin = with;
  end = jilu_time_moment_read(q, with);
  if (end == 0) return 0;
  if (p->open) return end;
  next = jilu_time_word(p->r, end, T(SUFFIX), &sense);
  return next != 0 && *sense->code == 'B' ? next : 0;
}

static void put_interval (const jilu_scan *s, const jilu_moment *a,
                          const jilu_moment *b, jilu_time *t) {
  char last[JILU_TIME_TEXT];
  jilu_moment first = *a;
  /* 起 of 3月2日起至4月5日 leaves it closed */
  if (t->mod == JILU_MOD_SINCE && a->mod != JILU_MOD_SINCE)
    t->mod = JILU_MOD_NONE;
  /* periods are named by their ends: 1至3月 */
  jilu_moment_value(&first, t->value);
  jilu_moment_value(b, last);
  if (*t->value != '\0' && *last != '\0') {
    char *slash = strchr(last, '/');
    size_t n = strcspn(t->value, "/");
    (void)snprintf(t->value + n, JILU_TIME_TEXT - n, "/%.31s",
                   slash != NULL ? slash + 1 : last);
  }
  else t->value[0] = '\0';
  jilu_moment_from(a, t->from);
  jilu_moment_until(b, t->until);
  t->kind = JILU_TIME_INTERVAL;
  jilu_time_write_anchor_of(s, a->relative ? a : b, t->anchor);
}

/* 上半年、下半年: twice a year. */
static size_t both_halves (jilu_time_parse *p, size_t at, jilu_time *t) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(p->r, at, T(AND), &sense);
  if (end == 0 || p->m.grain != JILU_GRAIN_MONTHS || p->m.month != 1 ||
      !p->m.relative) return 0;
  end = jilu_time_word(p->r, end, T(MONTHS), &sense);
  if (end == 0 || sense->value != 1 + p->m.count || atoi(sense->code) != 6)
    return 0;
  (void)snprintf(t->value, JILU_TIME_TEXT, "R/P6M");
  t->kind = JILU_TIME_RECURRENCE;
  return end;
}

/* --- points and intervals ------------------------------------------------- */

/* 1-9月: what 去年同期 is as long as. */
static void keep_months (jilu_scan *s, const jilu_moment *a,
                         const jilu_moment *b) {
  jilu_moment *m = &s->time.lead;
  if (a->grain != JILU_GRAIN_MONTH || b->grain != JILU_GRAIN_MONTH ||
      a->year != b->year || a->month >= b->month) return;
  *m = *a;
  m->grain = JILU_GRAIN_MONTHS;
  m->count = b->month - a->month + 1;
  m->style = JILU_STYLE_ENDS;
  m->year_stated = b->year_stated;
}

/* 30 February */
static bool is_impossible (const jilu_moment *m) {
  return m->month > 0 && m->day > 0 &&
         m->day > jilu_month_days(m->year == JILU_NO_YEAR ? 2000 : m->year,
                                  m->month);
}

static size_t read_point (jilu_scan *s, size_t at) {
  jilu_time_parse p, q;
  bool lead;
  jilu_time t;
  size_t end, next;
  memset(&p, 0, sizeof p);
  memset(&t, 0, sizeof t);
  p.s = s;
  p.r = &s->r;
  p.begin = at;
  end = jilu_time_moment_read(&p, at);
  if (end == 0 || (s->r.vocabulary->writing.spaced && is_impossible(&p.m)))
    return 0;
  jilu_time_put_moment(s, &p.m, &t);
  /* since 2010 */
  if (p.m.mod == JILU_MOD_SINCE) jilu_time_write_anchor(s, t.until);
  if ((next = both_halves(&p, end, &t)) != 0)
    return jilu_time_keep(s, at, next, JILU_RULE_RECURRENCE, &t, NULL);
  next = jilu_time_suffix_read(&p, end, &t);
  if (next == end && (next = second_end(&p, &q, end)) != 0) {
    if (p.weekday && q.weekday) {
      (void)snprintf(t.value, JILU_TIME_TEXT, "R/P1W");
      t.from[0] = t.until[0] = t.anchor[0] = '\0';
      t.kind = JILU_TIME_RECURRENCE;
      return jilu_time_keep(s, p.begin, next, JILU_RULE_RECURRENCE, &t, NULL);
    }
    if (s->r.vocabulary->writing.spaced) jilu_time_fill_from_end(&p.m, &q.m);
    put_interval(s, &p.m, &q.m, &t);
    q.begin = p.begin;
    end = next;
    next = jilu_time_suffix_read(&q, end, &t);
    lead = jilu_time_context(s, p.begin, true) == NULL;
    end = jilu_time_keep(s, p.begin, next, JILU_RULE_INTERVAL, &t, &q.m);
    if (lead) keep_months(s, &p.m, &q.m);
    return end;
  }
  if (p.open) return 0;
  if (next == 0) next = end;
  if (p.needs_suffix && next == end) return 0;
  return jilu_time_keep(s, p.begin, next, p.rule, &t, &p.m);
}

/* --- entry ---------------------------------------------------------------- */

/* Words that begin a point in time, and those of a duration. */
#define POINT_WORDS \
  (T(MONTH) | T(ERA) | T(MONTHS) | T(FIRST) | T(RELATIVE) | T(DAY_PART) | \
   T(WEEKDAY) | T(HOLIDAY))
#define DURATION_WORDS \
  (T(NEAR) | T(FIRST) | BIT(DIGIT) | BIT(POWER) | BIT(TENS) | BIT(HALF) | \
   BIT(APPROX_BEFORE))
#define MAY_BEGIN \
  (POINT_WORDS | DURATION_WORDS | T(WORD) | T(PLAN) | T(EVENT) | T(SUFFIX) | T(VAGUE) | \
   T(EVERY))

/* A digit inside a longer token: 0734-8888, V2019. */
static bool inside_token (const jilu_reader *r, size_t at) {
  uint32_t c;
  if (at == 0 || !jilu_is_digit(r->text[at])) return false;
  c = r->text[at - 1];
  if (jilu_is_letter(c)) return jilu_in_token(r, at);
  if (jilu_is_digit(c) || c == '_') return true;
  return (c == '.' || c == '-' || c == '/') && at > 1 &&
         jilu_is_digit(r->text[at - 2]);
}

static size_t read_duration (jilu_scan *s, size_t at, int *counts) {
  jilu_time t;
  jilu_rule rule;
  size_t begin, end;
  memset(&t, 0, sizeof t);
  end = jilu_time_duration_read(s, at, &t, &begin, counts);
  if (end == 0) return 0;
  rule = t.kind == JILU_TIME_DATE ? JILU_RULE_SHIFTED
         : t.kind == JILU_TIME_RECURRENCE ? JILU_RULE_RECURRENCE
         : *counts ? JILU_RULE_DURATION : JILU_RULE_PERIOD;
  return jilu_time_keep(s, begin, end, rule, &t, NULL);
}

static size_t read_recurrence (jilu_scan *s, size_t at) {
  jilu_time t;
  size_t end;
  memset(&t, 0, sizeof t);
  end = jilu_time_recurrence_read(s, at, &t);
  if (end == 0) return 0;
  return jilu_time_keep(s, at, end, JILU_RULE_RECURRENCE, &t, NULL);
}

/* 2021.03, 15.3.2021: most points are decimal ones. */
static bool is_dotted_date (const jilu_reader *r, size_t at,
                            const jilu_time_number *n) {
  if (n->digits == 4) return true;
  do at++; while (at < r->size && jilu_is_digit(r->text[at]));
  return at < r->size && r->text[at] == '.';
}

/* What follows a number that begins a point: most numbers count something. */
static bool may_be_point (const jilu_reader *r, size_t at, jilu_classes here) {
  jilu_time_number n;
  jilu_numeral numeral;
  size_t end;
  if (here & (POINT_WORDS & ~T(WEEKDAY))) return true;
  if (r->vocabulary->writing.spaced) return here & (BIT(DIGIT) | T(WEEKDAY));
  if ((here & T(WEEKDAY)) && !(here & (BIT(DIGIT) | BIT(POWER)))) return true;
  end = jilu_time_number_read(r, at, &n);
  /* 一百十二年 */
  if (end == 0) end = jilu_numeral_read(r, at, &numeral);
  if (end == 0) return false;
  end = jilu_skip_spaces(r, end);
  if (end < r->size && n.digits == 4 && r->text[end] <= '\r') return true;
  if (end < r->size && r->text[end] == '.') return is_dotted_date(r, end, &n);
  if (end < r->size && strchr("-/:", r->text[end]) != NULL) return true;
  return (jilu_classes_at(r, end) & (T(MARK) | T(AND) | T(SUFFIX) |
                                     BIT(RANGE))) != 0;
}

/* The same of a number that begins a duration; 半 or 多 may part the unit. */
static bool may_be_duration (const jilu_reader *r, size_t at,
                             jilu_classes here) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  jilu_classes behind;
  size_t end;
  if (r->vocabulary->writing.spaced ||
      (here & (T(NEAR) | T(FIRST) | BIT(HALF) | BIT(APPROX_BEFORE)))) return true;
  if ((end = jilu_numeral_read(r, at, &n)) == 0) return false;
  behind = jilu_classes_at(r, jilu_skip_spaces(r, end));
  if (behind & (T(UNIT) | T(MARK) | BIT(RANGE) | BIT(APPROX_BETWEEN)))
    return true;
  end = jilu_match(r, end, BIT(UNIT), &sense);
  return end != 0 && (jilu_starts_at(r, end) & (BIT(HALF) |
                                                BIT(APPROX_BETWEEN)));
}

/* 'here' are the classes of the words at 'at'. */
static size_t read_any (jilu_scan *s, size_t at, jilu_classes here,
                        int *counts) {
  size_t end;
  if (s->r.vocabulary->writing.spaced &&
      (end = jilu_time_english_read(s, at, counts)) != 0) return end;
  if ((here & T(EVERY)) && (end = read_recurrence(s, at)) != 0) return end;
  if ((here & T(VAGUE)) && (end = jilu_time_vague_read(s, at)) != 0) return end;
  if ((here & T(EVENT)) && (end = jilu_time_event_read(s, at)) != 0) return end;
  if ((here & T(PLAN)) && (end = jilu_time_plan_read(s, at)) != 0) return end;
  if (jilu_peek_back(&s->r, at) == 0x201C &&
      (end = jilu_time_marked_day_read(s, at)) != 0) return end;
  if (may_be_point(&s->r, at, here) && (end = read_point(s, at)) != 0)
    return end;
  if ((here & DURATION_WORDS) && may_be_duration(&s->r, at, here) &&
      (end = read_duration(s, at, counts)) != 0) return end;
  return here & T(SUFFIX) ? jilu_time_since_read(s, at) : 0;
}

/* 年底 in 青年底, 前三个月 in 提前三个月: a word ends in its first character. */
static bool begins_in_word (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  if (!jilu_is_han(jilu_peek(r, at, &width))) return false;
  return jilu_match_back(r, at + width, at > 9 ? at - 9 : 0, T(NOT), &sense) <
         at;
}

/*
** 明日 of 光|明日报, 同年 of 不|同年龄: a word of the lexicon lies across a border
** of the time. Digits are no part of words.
*/
static bool crosses_word (const jilu_reader *r, size_t begin, size_t end) {
  const jilu_text_word *w;
  if (r->lexicon == NULL || r->text[begin] < 0xE4) return false;
  if (jilu_is_han(jilu_peek_back(r, begin))) {
    w = jilu_word_around(r, begin);
    if (w != NULL && w->begin < begin && w->end > begin) return true;
  }
  if (r->text[end - 1] < 0x80 || end >= r->size || r->text[end] < 0xE4)
    return false;
  w = jilu_word_around(r, end);
  return w != NULL && w->begin < end && w->begin > begin;
}

/* Passes the reports that begin at 'at' or before it. */
static void enter_reports (jilu_anchor *a, size_t at) {
  while (a->report_count > 0 && a->reports->at <= at) {
    a->report_year = a->reports->year;
    a->reports++;
    a->report_count--;
  }
}

size_t jilu_time_read (jilu_scan *s, size_t at, jilu_classes here,
                       int *counts) {
  const jilu_sense *sense = NULL;
  size_t before = s->facts->count, end, begin;
  jilu_time_last last;
  *counts = 0;
  if (jilu_is_digit(s->r.text[at])) here |= BIT(DIGIT);
  if ((here & MAY_BEGIN) == 0 || inside_token(&s->r, at)) return 0;
  enter_reports(&s->anchor, at);
  last = s->time;
  end = read_any(s, at, here, counts);
  if (end == 0 || s->facts->count == before) return end;
  /* a longer word that begins this way is no time */
  begin = s->facts->items[s->facts->count - 1].span.begin;
  if (jilu_match(&s->r, at, T(NOT), &sense) >= end ||
      (begin == at && (begins_in_word(&s->r, at) ||
                       crosses_word(&s->r, begin, end))) ||
      jilu_match(&s->r, at, BIT(OPAQUE), &sense) > end) {
    s->facts->count = before;
    s->time = last;
    *counts = 0;
    return 0;
  }
  return end;
}
