#include "facts/phrase/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "facts/phrase/parts.h"

#define BIT JILU_CLASS_BIT
#define LONGEST JILU_PHRASE_LONGEST

/* Open addressing; a slot is a place in the text where the phrase stands. */
struct jilu_phrases {
  jilu_span *slots;
  size_t room, count;
  uint64_t firsts[4];   /* which first characters there are, by 8 bits */
  uint64_t seconds[4];  /* and second ones */
  uint32_t lengths;     /* bits: which numbers of code points, 2 to LONGEST */
};

static uint32_t hash_step (uint32_t h, uint32_t c) {
  return (h ^ c) * 16777619u;   /* FNV-1a */
}

static size_t code_points (const jilu_reader *r, jilu_span span) {
  size_t n = 0, at;
  for (at = span.begin; at < span.end; at++)
    n += (r->text[at] & 0xC0) != 0x80;
  return n;
}

static uint32_t hash_of (const jilu_reader *r, jilu_span span) {
  uint32_t h = 2166136261u;
  size_t at;
  for (at = span.begin; at < span.end; at++) h = hash_step(h, r->text[at]);
  return h;
}

static bool same (const jilu_reader *r, jilu_span a, jilu_span b) {
  return a.end - a.begin == b.end - b.begin &&
         memcmp(r->text + a.begin, r->text + b.begin, a.end - a.begin) == 0;
}

/* The slot of 'span': the one that holds it, or the free one for it. */
static jilu_span *slot (const jilu_reader *r, const struct jilu_phrases *p,
                        jilu_span span, uint32_t h) {
  size_t k = h & (p->room - 1);
  while (p->slots[k].end != 0 && !same(r, p->slots[k], span))
    k = (k + 1) & (p->room - 1);
  return &p->slots[k];
}

/* 四化联动: what one character names, and two behind it; else two characters. */
static size_t most_bytes (const jilu_reader *r, const jilu_phrase_part *part) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, part->noun.begin, BIT(PHRASE_NOUN), &sense) ==
                 part->noun.begin + 3 ? 9 : 6;
}

/* What one part must be to name something: “三项机制”, “四化”, “一张清单”. */
static bool names (const jilu_reader *r, jilu_span span,
                   const jilu_phrase_part *part) {
  const jilu_sense *sense = NULL;
  size_t noun = part->noun.end - part->noun.begin;
  bool classified = part->classifier.end > part->classifier.begin;
  if (jilu_match(r, span.begin, BIT(OPAQUE), &sense) != 0) return false;
  if (jilu_match(r, part->noun.begin, BIT(COUNTER), &sense) == part->noun.end)
    return false;
  if (part->number == 1) return classified && noun >= 6 && noun <= 9;
  if (jilu_match(r, part->noun.begin, BIT(TIME_MARK), &sense) != 0)
    return false;   /* 八月瓜 */
  return noun >= 3 && noun <= (classified ? 24 : most_bytes(r, part)) &&
         (classified || !jilu_is_digit(r->text[span.begin]));
}

/* 一带一路与长江经济带: another thing beside the phrase. */
static bool is_joined (const jilu_reader *r, jilu_span noun) {
  const jilu_sense *sense = NULL;
  size_t at = noun.begin;
  while (at < noun.end) {
    unsigned width;
    if (at > noun.begin && jilu_match(r, at, BIT(NOUN_JOIN), &sense) != 0)
      return true;
    (void)jilu_peek(r, at, &width);
    at += width;
  }
  return false;
}

/* Is this, the whole content of a quotation, a numeral phrase? */
static bool is_phrase (const jilu_reader *r, jilu_span span) {
  const jilu_sense *sense = NULL;
  jilu_phrase p;
  uint32_t i;
  size_t length;
  if (span.end - span.begin > 4 * LONGEST) return false;
  /* it begins with a number */
  if (!jilu_is_digit(r->text[span.begin]) &&
      !(jilu_starts_at(r, span.begin) & (BIT(DOUBLE) | BIT(DIGIT) |
                                         BIT(POWER) | BIT(TENS))))
    return false;
  length = code_points(r, span);
  if (length < 2 || length > LONGEST) return false;
  if (jilu_match(r, span.begin, BIT(REGION), &sense) != 0) return false;
  if (!jilu_phrase_parse(r, span.begin, span.end, &p)) return false;
  if (p.count == 1) return names(r, span, &p.parts[0]);
  if (jilu_match(r, span.begin, BIT(OPAQUE), &sense) == span.end) return false;
  for (i = 0; i < p.count; i++)
    if (p.parts[i].noun.end - p.parts[i].noun.begin > 18 ||
        is_joined(r, p.parts[i].noun)) return false;
  return true;
}

/* --- “651” ----------------------------------------------------------------- */

static bool all_digits (const jilu_reader *r, jilu_span span) {
  size_t at;
  for (at = span.begin; at < span.end; at++)
    if (!jilu_is_digit(r->text[at])) return false;
  return span.end > span.begin && span.end - span.begin <= 5;
}

/* Are the numbers of the parts those digits, one by one? */
static bool spells (const jilu_reader *r, jilu_span formula,
                    const jilu_phrase *p) {
  uint32_t i;
  if (p->count != formula.end - formula.begin) return false;
  for (i = 0; i < p->count; i++)
    if (p->parts[i].number != r->text[formula.begin + i] - '0') return false;
  return true;
}

/* The numbered things in parentheses behind the mark at 'at': 五项制度、… */
static jilu_span spelled_out (const jilu_reader *r, size_t at) {
  jilu_span span = {0, 0};
  size_t end;
  int n;
  unsigned width;
  if (at >= r->size || r->text[at] != '(') return span;
  for (end = at + 1, n = 0; n < 48; n++, end += width) {
    uint32_t c = jilu_peek(r, end, &width);
    if (c == 0 || c == '\n') return span;
    if (c == ')') break;
  }
  span.begin = (uint32_t)at + 1;
  span.end = (uint32_t)end;
  return span;
}

/* Bits for characters that phrases have: most places have others. */
static void note (uint64_t bits[4], uint32_t c) {
  bits[c >> 6 & 3] |= (uint64_t)1 << (c & 63);
}

static bool may_have (const uint64_t bits[4], uint32_t c) {
  return (bits[c >> 6 & 3] >> (c & 63) & 1) != 0;
}

/* Doubles the room once half of it is taken. */
static bool make_room (const jilu_reader *r, struct jilu_phrases *p) {
  struct jilu_phrases bigger = *p;
  size_t i;
  if (p->count * 2 < p->room) return true;
  bigger.room = p->room != 0 ? p->room * 2 : 16;
  bigger.slots = calloc(bigger.room, sizeof *bigger.slots);
  if (bigger.slots == NULL) return false;
  for (i = 0; i < p->room; i++)
    if (p->slots[i].end != 0)
      *slot(r, &bigger, p->slots[i], hash_of(r, p->slots[i])) = p->slots[i];
  free(p->slots);
  *p = bigger;
  return true;
}

static void learn (jilu_scan *s, jilu_span span) {
  struct jilu_phrases *p = s->phrases;
  jilu_span *at;
  size_t length = code_points(&s->r, span);
  unsigned width, second;
  if (length < 2 || length > LONGEST) return;
  if (!make_room(&s->r, p)) {
    s->status = JILU_NO_MEMORY;
    return;
  }
  at = slot(&s->r, p, span, hash_of(&s->r, span));
  if (at->end != 0) return;
  *at = span;
  p->count++;
  note(p->firsts, jilu_peek(&s->r, span.begin, &width));
  note(p->seconds, jilu_peek(&s->r, span.begin + width, &second));
  p->lengths |= 1u << length;
}

/* “651”: digits name something where the text says what, or 工作法 follows. */
static void learn_formula (jilu_scan *s, jilu_span span) {
  const jilu_sense *sense = NULL;
  unsigned width;
  jilu_phrase p;
  jilu_span parts;
  (void)jilu_peek(&s->r, span.end, &width);
  parts = spelled_out(&s->r, span.end + width);
  if (parts.end > parts.begin &&
      jilu_phrase_parse(&s->r, parts.begin, parts.end, &p) &&
      spells(&s->r, span, &p)) {
    learn(s, span);
    learn(s, parts);
  }
  else if (jilu_match(&s->r, span.end + width, BIT(FORMULA_NOUN), &sense) != 0)
    learn(s, span);
}

/* 三项匹配 of “一个重点+两大工程+三项匹配” stands by itself too. */
static void learn_terms (jilu_scan *s, jilu_span span) {
  jilu_span term = {span.begin, span.begin};
  size_t at;
  unsigned width = 1;
  int number;
  if (memchr(s->r.text + span.begin, '+', span.end - span.begin) == NULL)
    return;
  for (at = span.begin; at <= span.end; at += width) {
    uint32_t c = at < span.end ? jilu_peek(&s->r, at, &width) : '+';
    if (at == span.end) width = 1;
    if (c != '+') continue;
    term.end = (uint32_t)at;
    if (term.end - term.begin >= 9 &&
        jilu_phrase_number(&s->r, term.begin, term.end, &number) != 0)
      learn(s, term);
    term.begin = (uint32_t)(at + 1);
  }
}

void jilu_phrases_define (jilu_scan *s) {
  size_t i, marks = s->facts->count;
  s->phrases = calloc(1, sizeof *s->phrases);
  if (s->phrases == NULL) {
    s->status = JILU_NO_MEMORY;
    return;
  }
  for (i = 0; i < marks; i++) {
    const jilu_fact *f = &s->facts->items[i];
    if (f->kind != JILU_FACT_QUOTE) continue;
    if (all_digits(&s->r, f->span)) learn_formula(s, f->span);
    else if (is_phrase(&s->r, f->span)) {
      learn(s, f->span);
      learn_terms(s, f->span);
    }
  }
}

void jilu_phrases_free (jilu_scan *s) {
  if (s->phrases == NULL) return;
  free(s->phrases->slots);
  free(s->phrases);
  s->phrases = NULL;
}

/* The longest learned phrase at 'at': its end, or 0. */
static size_t learned (const jilu_scan *s, size_t at) {
  const struct jilu_phrases *p = s->phrases;
  jilu_span span = {(uint32_t)at, (uint32_t)at};
  uint32_t h = 2166136261u;
  size_t best = 0, n;
  unsigned width, second;
  if (p == NULL || !may_have(p->firsts, jilu_peek(&s->r, at, &width)) ||
      !may_have(p->seconds, jilu_peek(&s->r, at + width, &second))) return 0;
  for (n = 1; p->lengths >> n != 0 && span.end < s->r.size; n++) {
    if (s->r.text[span.end] == '\n') break;
    for (width = jilu_utf8_width(s->r.text[span.end]); width > 0; width--)
      h = hash_step(h, s->r.text[span.end++]);
    if ((p->lengths >> n & 1) && slot(&s->r, p, span, h)->end != 0)
      best = span.end;
  }
  return best;
}

/* Digits are a phrase in their marks alone: “651” is, 651 is not. */
static bool in_marks (const jilu_reader *r, jilu_span span) {
  unsigned width;
  uint32_t open = jilu_peek_back(r, span.begin);
  uint32_t close = jilu_peek(r, span.end, &width);
  return (open == 0x201C && close == 0x201D) ||
         (open == 0x300C && close == 0x300D);
}

static void keep (jilu_scan *s, jilu_span span, const jilu_phrase *p,
                  jilu_rule rule) {
  jilu_fact *f = jilu_scan_add(s, JILU_FACT_NUMERAL_PHRASE, span.begin,
                               span.end, rule);
  if (f != NULL) f->is.phrase = *p;
}

size_t jilu_phrase_read (jilu_scan *s, size_t at) {
  jilu_span span = {(uint32_t)at, 0};
  jilu_phrase p;
  size_t pattern;
  jilu_rule rule;
  span.end = (uint32_t)learned(s, at);
  pattern = jilu_phrase_pattern(&s->r, at, &rule);
  if (pattern > span.end) span.end = (uint32_t)pattern;
  else rule = JILU_RULE_PHRASE_QUOTED;
  if (span.end == 0) return 0;
  if (all_digits(&s->r, span)) {
    p.count = 0;
    rule = JILU_RULE_PHRASE_FORMULA;
    if (!in_marks(&s->r, span)) return 0;
  }
  else if (!jilu_phrase_parse(&s->r, at, span.end, &p)) return 0;
  keep(s, span, &p, rule);
  return span.end;
}
