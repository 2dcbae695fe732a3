#include "facts/quantity/change.h"

#include <string.h>

#include "facts/noun/noun.h"
#include "facts/number/numeral.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)
#define MODIFIER 24   /* bytes of what stands before 的 */
#define GAP 40   /* bytes between 增加到 and its value */

/* The start of the clause that holds 'at'. */
static size_t clause_start (const jilu_reader *r, size_t at) {
  int n;
  for (n = 0; n < 80 && at > 0; n++) {
    if (jilu_ends_clause(jilu_peek_back(r, at))) break;
    at = jilu_back(r, at);
  }
  return at;
}

/* 从 or 由 before the first value, with a time at most between: its start. */
static size_t from_word (const jilu_reader *r, size_t at, size_t *behind) {
  const jilu_sense *sense = NULL;
  size_t floor = clause_start(r, at);
  while (at > floor) {
    size_t word = jilu_match_back(r, at, floor, BIT(FROM), &sense);
    if (word != NOWHERE) {
      *behind = at;
      return word;
    }
    at = jilu_back(r, at);
  }
  return NOWHERE;
}

/*
** Does a word of rising or falling stand between the values at 'at' and 'end'?
** A time or a rate may follow it: 增加到2020年底的500张, 提高到每吨3元.
*/
static bool is_rise (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  size_t verb;
  at = jilu_skip_spaces(r, at);
  /* 由每年2500宗,下降至2012年的260宗 */
  if (at < end && r->text[at] == ',') at = jilu_skip_spaces(r, at + 1);
  verb = jilu_match(r, at, BIT(RISE), &sense);
  if (verb == 0 || verb > end || end - verb > GAP) return false;
  at = jilu_skip_spaces(r, verb);
  if (at == end) return true;
  if (jilu_particle_before(r, end) != JILU_OF &&
      jilu_match(r, at, BIT(DISTRIBUTIVE), &sense) == 0) return false;
  for (; at < end; at++)
    if (jilu_ends_clause(r->text[at])) return false;
  return true;
}

/* Behind the last time that ends before 'at': no noun goes past it. */
static size_t behind_time (const jilu_scan *s, size_t count, size_t at) {
  size_t n;
  for (n = 0; count > 0 && n < 8; n++) {
    const jilu_fact *f = &s->facts->items[--count];
    if (f->kind == JILU_FACT_TIME && f->span.end <= at) return f->span.end;
  }
  return 0;
}

/* Han alone. */
static bool is_plain (const jilu_reader *r, size_t from, size_t to) {
  unsigned width;
  for (; from < to; from += width)
    if (!jilu_is_han(jilu_peek(r, from, &width))) return false;
  return true;
}

/*
** What changes: the noun before 'at'. A verb that begins the clause belongs to
** it (办理环节由7个…), unless it says that something is made to change.
*/
static jilu_span what_changes (const jilu_scan *s, size_t count, size_t at) {
  const jilu_reader *r = &s->r;
  const jilu_sense *sense = NULL;
  jilu_span of = jilu_noun_before(r, at, behind_time(s, count, at));
  size_t verb, noun, floor = of.begin > 12 ? of.begin - 12 : 0;
  if (of.begin >= of.end) return of;
  /* 比计划翻了一番: what it is compared with */
  if (jilu_match_back(r, of.begin, floor, BIT(COMPARED), &sense) != NOWHERE) {
    of.begin = of.end;
    return of;
  }
  /* 水管爆裂的宗数: with what modifies it, at the head of the clause */
  verb = clause_start(r, of.begin);
  if (jilu_particle_before(r, of.begin) == JILU_OF &&
      of.begin - verb <= MODIFIER && is_plain(r, verb, of.begin)) {
    of.begin = (uint32_t)verb;
    return of;
  }
  verb = jilu_match_back(r, of.begin, floor, BIT(ACT) | BIT(VERBAL_NOUN),
                         &sense);
  if (verb != NOWHERE && verb >= 3 &&
      jilu_match_back(r, verb, verb - 3, BIT(DISPOSAL), &sense) != NOWHERE) {
    of.begin = (uint32_t)verb;   /* 补偿 of 将补偿标准由15元提高到50元 */
    return of;
  }
  verb = jilu_match_back(r, of.begin, floor, BIT(ACT), &sense);
  if (verb == NOWHERE || sense->value == 0) return of;
  /* 平均办理时间: what is before the verb is a noun */
  noun = jilu_match_back(r, verb, verb > 12 ? verb - 12 : 0, BIT(NOUN),
                         &sense);
  if (noun == NOWHERE) noun = verb;
  if (clause_start(r, noun) == noun) of.begin = (uint32_t)noun;
  return of;
}

/* 比 of 比年度计划, which ends at 'at'; NOWHERE: none. */
static size_t compared_before (const jilu_reader *r, size_t at,
                               size_t floor) {
  const jilu_sense *sense = NULL;
  int n;
  for (n = 0; n < 8 && at > floor; n++) {
    size_t word = jilu_match_back(r, at, floor, BIT(COMPARED), &sense);
    if (word != NOWHERE) return word;
    at = jilu_back(r, at);
  }
  return NOWHERE;
}

static bool is_target (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t floor = clause_start(r, at), word;
  /* 将 of 将标准提高到50元, 计划 of 比计划翻了一番 say nothing of it */
  word = jilu_match_back(r, at, floor, BIT(DISPOSAL), &sense);
  if (word == NOWHERE) word = compared_before(r, at, floor);
  if (word != NOWHERE) at = word;
  for (; at > floor; at = jilu_back(r, at))
    if (jilu_match_back(r, at, floor, BIT(TARGET), &sense) != NOWHERE)
      return true;
  return false;
}

static bool same_unit (const jilu_fact *a, const jilu_fact *b) {
  if (a->is.quantity.unit == NULL || b->is.quantity.unit == NULL)
    return false;
  return strcmp(a->is.quantity.unit->text, b->is.quantity.unit->text) == 0;
}

/* Two quantities and a verb between them. */
static void between (jilu_scan *s, size_t k, size_t next) {
  const jilu_fact *a = &s->facts->items[k], *b = &s->facts->items[next];
  size_t behind = 0, from, end = b->span.end, begin;
  jilu_quantity first, second;
  jilu_span of, ends[2];
  jilu_fact *f;
  if (!is_rise(&s->r, a->span.end, b->span.begin) || !same_unit(a, b) ||
      (from = from_word(&s->r, a->span.begin, &behind)) == NOWHERE) return;
  first = a->is.quantity;
  second = b->is.quantity;
  ends[0] = a->span;
  ends[1] = b->span;
  of = what_changes(s, k, from);
  /* 指数(2010年为100)从… : what is in brackets parts the name from it */
  begin = of.begin < of.end && jilu_peek_back(&s->r, from) != ')'
              ? of.begin : from;
  f = jilu_scan_add(s, JILU_FACT_CHANGE, begin, end, JILU_RULE_FROM_TO);
  if (f == NULL) return;
  f->is.change.from = first.value;
  f->is.change.to = second.value;
  f->is.change.unit = first.unit;
  f->is.change.of = of;
  f->is.change.first = ends[0];
  f->is.change.last = ends[1];
  f->is.change.target = is_target(&s->r, begin);
  /* what changes is what both values count */
  s->facts->items[k].is.quantity.noun = of;
  s->facts->items[next].is.quantity.noun = of;
  s->facts->items[next].is.quantity.inherited = false;
}

size_t jilu_multiple_read (jilu_scan *s, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(&s->r, at, BIT(MULTIPLY), &sense);
  jilu_span of;
  jilu_fact *f;
  if (end == 0) return 0;
  of = what_changes(s, s->facts->count, at);
  if (of.begin == of.end) of.begin = of.end = (uint32_t)at;
  f = jilu_scan_add(s, JILU_FACT_CHANGE, of.begin, end, JILU_RULE_MULTIPLE);
  if (f == NULL) return end;
  f->is.change.factor = (uint32_t)sense->value;
  f->is.change.unit = sense;
  f->is.change.of = of;
  f->is.change.target = is_target(&s->r, of.begin);
  return end;
}

void jilu_changes_read (jilu_scan *s) {
  size_t i, last = NOWHERE, count = s->facts->count;
  for (i = 0; i < count && s->status == JILU_OK; i++) {
    if (s->facts->items[i].kind != JILU_FACT_QUANTITY) continue;
    if (last != NOWHERE) between(s, last, i);
    last = i;
  }
}
