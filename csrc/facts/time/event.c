/* Times that words name: 近日, “十四五”时期, 改革开放以来, 建校以来. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/number/numeral.h"
#include "facts/time/reader.h"

#define T JILU_TIME
#define BIT JILU_CLASS_BIT

/* 近日, 近年来: no value; 目前: the date of the document. */
size_t jilu_time_vague_read (jilu_scan *s, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time t;
  jilu_moment m;
  size_t end = jilu_time_word(&s->r, at, T(VAGUE), &sense);
  if (end == 0) return 0;
  memset(&t, 0, sizeof t);
  t.kind = JILU_TIME_VAGUE;
  if (sense->value > 0) {
    jilu_time_anchor_moment(s, &m);
    if (m.grain > JILU_GRAIN_DAY) m.grain = JILU_GRAIN_DAY;
    m.relative = true;
    m.mod = (jilu_time_mod)(int)sense->value;
    jilu_time_put_moment(s, &m, &t);
    t.kind = JILU_TIME_DATE;
  }
  return jilu_time_keep(s, at, end, JILU_RULE_VAGUE, &t, NULL);
}

/* “十四五”时期: a plan of some years. */
size_t jilu_time_plan_read (jilu_scan *s, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time_parse p;
  jilu_time t;
  size_t end = jilu_time_word(&s->r, at, T(PLAN), &sense), next;
  if (end == 0) return 0;
  memset(&p, 0, sizeof p);
  memset(&t, 0, sizeof t);
  p.s = s;
  p.r = &s->r;
  p.begin = at;
  jilu_moment_clear(&p.m);
  (void)snprintf(t.value, JILU_TIME_TEXT, "%04d/%04d", (int)sense->value,
                 atoi(sense->code));
  (void)snprintf(t.from, JILU_TIME_TEXT, "%04d", (int)sense->value);
  (void)snprintf(t.until, JILU_TIME_TEXT, "%04d", atoi(sense->code) + 1);
  t.kind = JILU_TIME_INTERVAL;
  next = jilu_time_suffix_read(&p, end, &t);
  if (next == end) {
    next = jilu_time_word(&s->r, end, T(EDGE), &sense);
    if (next == 0 || strchr(sense->code, 'Y') == NULL) return 0;
    t.mod = (jilu_time_mod)(int)sense->value;
  }
  if (t.mod == JILU_MOD_SINCE) t.kind = JILU_TIME_INTERVAL;
  return jilu_time_keep(s, p.begin, next, JILU_RULE_PLAN, &t, NULL);
}

static void event_date (const char *text, jilu_moment *m) {
  jilu_date d;
  jilu_moment_clear(m);
  (void)jilu_date_parse(text, &d);
  m->year = d.year;
  m->month = d.month;
  m->day = d.day;
  m->grain = d.month < 0 ? JILU_GRAIN_YEAR
             : d.day < 0 ? JILU_GRAIN_MONTH : JILU_GRAIN_DAY;
}

/* 改革开放以来, 建党100周年. */
size_t jilu_time_event_read (jilu_scan *s, size_t at) {
  const jilu_sense *event = NULL, *sense = NULL;
  jilu_numeral n;
  jilu_moment m;
  jilu_time t;
  uint64_t years;
  size_t end = jilu_time_word(&s->r, at, T(EVENT), &event), next;
  if (end == 0) return 0;
  memset(&t, 0, sizeof t);
  event_date(event->text, &m);
  next = jilu_time_word(&s->r, end, T(SUFFIX), &sense);
  if (next != 0 && *sense->code == 'S') {
    m.mod = JILU_MOD_SINCE;
    jilu_time_put_moment(s, &m, &t);
    jilu_time_write_anchor(s, t.until);
    return jilu_time_keep(s, at, next, JILU_RULE_EVENT, &t, NULL);
  }
  if ((next = jilu_numeral_read(&s->r, end, &n)) == 0 ||
      !jilu_decimal_integer(&n.value, &years) || years > 1000) return 0;
  next = jilu_time_word(&s->r, next, T(SUFFIX), &sense);
  if (next == 0 || *sense->code != 'y') return 0;
  m.year += (int)years;
  jilu_time_put_moment(s, &m, &t);
  return jilu_time_keep(s, at, next, JILU_RULE_ANNIVERSARY, &t, &m);
}

/* --- 以来 behind an event that has no date ---------------------------------- */

#define EVENT_LENGTH 20  /* characters that are looked back */

/* 自, 从 that is no part of a longer word. */
static bool is_from (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(FROM), &sense);
  return end != 0 && jilu_match(r, at, ~(jilu_classes)0, &sense) == end;
}

static size_t event_begin (const jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  size_t begin = at;
  int n;
  for (n = 0; n <= EVENT_LENGTH; n++) {
    uint32_t c = jilu_peek_back(r, begin);
    size_t before;
    if (jilu_ends_clause(c) || c == 0x3001 || c == '(' || c == ' ')
      return begin;
    before = jilu_back(r, begin);
    if (is_from(r, before)) return begin;
    begin = before;
  }
  return at;
}

size_t jilu_time_since_read (jilu_scan *s, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_time t;
  size_t end = jilu_time_word(&s->r, at, T(SUFFIX), &sense), begin;
  if (end == 0 || *sense->code != 'S') return 0;
  begin = event_begin(s, at);
  if (begin == at || (s->time.end > begin && s->time.end <= at)) return 0;
  memset(&t, 0, sizeof t);
  t.kind = JILU_TIME_VAGUE;
  t.mod = JILU_MOD_SINCE;
  return jilu_time_keep(s, begin, end, JILU_RULE_SINCE, &t, NULL);
}
