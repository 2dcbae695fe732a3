/* Times that words name: 近日, “十四五”时期, 改革开放以来, 建校以来. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/number/numeral.h"
#include "facts/time/reader.h"
#include "vocabulary/particle.h"
#include "vocabulary/words.h"

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

#define DAY_NAME 12   /* characters of the name of a day */

/* Behind the 日 or 节 that ends the name of a day at 'at'; 0: none does. */
static size_t day_name (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  int n;
  for (n = 0; n < DAY_NAME; n++) {
    unsigned width;
    if (!jilu_is_han(jilu_peek(r, at, &width))) return 0;
    if (n > 0 && jilu_match(r, at, T(DAY_NAME), &sense) == at + width &&
        jilu_match(r, at, T(NOT), &sense) <= at + width) return at + width;
    at += width;
  }
  return 0;
}

size_t jilu_time_marked_day_read (jilu_scan *s, size_t at) {
  jilu_time_parse p;
  jilu_time_number month, day;
  jilu_time t;
  unsigned width;
  size_t end = jilu_time_number_read(&s->r, at, &month), begin;
  if (end == 0 || jilu_peek(&s->r, end, &width) != 0xB7 ||
      (end = jilu_time_number_read(&s->r, end + width, &day)) == 0 ||
      jilu_peek(&s->r, end, &width) != 0x201D || month.value < 1 ||
      month.value > 12 || day.value < 1 || day.value > 31 ||
      (end = day_name(&s->r, end + width)) == 0) return 0;
  begin = jilu_back(&s->r, at);
  memset(&p, 0, sizeof p);
  memset(&t, 0, sizeof t);
  p.s = s;
  p.r = &s->r;
  p.begin = begin;
  jilu_moment_clear(&p.m);
  p.m.grain = JILU_GRAIN_DAY;
  p.m.month = month.value;
  p.m.day = day.value;
  jilu_time_fill_year(&p, at);
  jilu_time_put_moment(s, &p.m, &t);
  return jilu_time_keep(s, begin, end, JILU_RULE_HOLIDAY, &t, &p.m);
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
  /* 改革开放初期: some years, which are not said */
  next = jilu_time_word(&s->r, end, T(EDGE), &sense);
  if (next != 0 && strchr(sense->code, 'C') != NULL) {
    t.kind = JILU_TIME_VAGUE;
    t.mod = (jilu_time_mod)(int)sense->value;
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

/* --- 期间 behind an event --------------------------------------------------- */

#define PERIOD_LENGTH 14

/* Where a mark of the pair that closes before 'at' opens; 'at': none does. */
static size_t marked_begin (const jilu_reader *r, size_t at) {
  size_t begin = jilu_back(r, at);
  int n;
  if (jilu_peek_back(r, at) != 0x201D) return at;
  for (n = 0; n < PERIOD_LENGTH && begin > 0; n++) {
    begin = jilu_back(r, begin);
    if (r->text[begin] == '\n') break;
    if (jilu_utf8_next(r->text + begin, &(unsigned){0}) == 0x201C) return begin;
  }
  return at;
}

/* Does a verb that is no noun end at or before 'end' in the word at 'at'? */
static size_t behind_verbs (const jilu_reader *r, size_t begin, size_t at) {
  const jilu_text_word *w = jilu_word_around(r, begin);
  size_t from = begin;
  if (w == NULL) return begin;
  for (; w->begin < w->end && w->end < at; w++)
    if (w->kind == JILU_WORD_VERB || w->kind == JILU_WORD_ADVERB) from = w->end;
  return from;
}

/* Behind 在 or 于, or all of the clause; 'at' where no event can be. */
static size_t period_begin (const jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  const jilu_sense *sense = NULL;
  size_t begin = marked_begin(r, at), before;
  int n;
  if (begin < at) return begin;
  for (n = 0; n <= PERIOD_LENGTH; n++) {
    uint32_t c = jilu_peek_back(r, begin);
    jilu_particle p = jilu_particle_before(r, begin);
    if (jilu_ends_clause(c) || c == 0x3001 || c == '(' || c == ' ' ||
        c == 0x201C || c == 0x201D || c == 0x300D)
      return behind_verbs(r, begin, at);
    if (p == JILU_OF || p == JILU_DONE) return behind_verbs(r, begin, at);
    before = jilu_back(r, begin);
    if (jilu_match(r, before, T(AT), &sense) == begin && n > 0) return begin;
    begin = before;
  }
  return at;
}

/* 公告期间为三十日, 前项期间: a term of a rule, which no clause stands in. */
static bool is_term (const jilu_reader *r, size_t begin, size_t end) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, end, BIT(COPULA) | BIT(LINK) | T(DAYS), &sense) != 0 ||
         jilu_match(r, begin, T(FIRST), &sense) != 0;
}

/* 运动会期间, “护河周”期间: when it was is not said. */
static size_t during (jilu_scan *s, size_t at, size_t end) {
  jilu_time t;
  size_t begin = period_begin(s, at);
  if (at - begin < 6 || is_term(&s->r, begin, end) || (s->time.end > begin && s->time.end <= at)) return 0;
  memset(&t, 0, sizeof t);
  t.kind = JILU_TIME_VAGUE;
  t.mod = JILU_MOD_AROUND;
  return jilu_time_keep(s, begin, end, JILU_RULE_SINCE, &t, NULL);
}

size_t jilu_time_since_read (jilu_scan *s, size_t at) {
  const jilu_sense *sense = NULL, *other = NULL;
  jilu_time t;
  size_t end = jilu_time_word(&s->r, at, T(SUFFIX), &sense), begin;
  if (end == 0 || (*sense->code != 'S' && sense->code[1] != 'p') ||
      jilu_match(&s->r, jilu_back(&s->r, end), T(NOT), &other) > end)
    return 0;   /* 来自 of 以来自 */
  if (sense->code[1] == 'p') return during(s, at, end);
  begin = event_begin(s, at);
  if (begin == at || (s->time.end > begin && s->time.end <= at)) return 0;
  memset(&t, 0, sizeof t);
  t.kind = JILU_TIME_VAGUE;
  t.mod = JILU_MOD_SINCE;
  return jilu_time_keep(s, begin, end, JILU_RULE_SINCE, &t, NULL);
}
