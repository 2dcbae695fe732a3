#include "facts/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "facts/numeral.h"

#define LONGEST 16   /* code points of a phrase */

/* Open addressing; a slot is a place in the text where the phrase stands. */
struct jilu_phrases {
  jilu_span *slots;
  size_t room, count;
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

/*
** Is this, the whole content of a quotation, a numeral phrase? A Chinese
** numeral, then Han characters (三会一课, 四项机制); more numerals may follow.
** Digits alone are a formula (651), and so are sums (1+N).
*/
static bool is_phrase (const jilu_reader *r, jilu_span span) {
  jilu_numeral n;
  size_t at = span.begin, end, letters = 0;
  unsigned width = 0;
  size_t length = code_points(r, span);
  if (length < 2 || length > LONGEST) return false;
  end = jilu_numeral_read(r, at, &n);
  if (end == 0 || end > span.end) return false;
  if (!n.chinese && end < span.end && r->text[end] != '+') return false;
  if (!n.chinese && end == span.end) return length >= 2 && length <= 5;
  for (at = end; at < span.end; at += width) {
    uint32_t c = jilu_peek(r, at, &width);
    if (!jilu_is_han(c) && !jilu_is_letter(c) && !jilu_is_digit(c) && c != '+')
      return false;
    letters++;
  }
  return letters > 0 && letters <= 8 && end < span.end;
}

static bool learn (jilu_scan *s, jilu_span span) {
  struct jilu_phrases *p = s->phrases;
  jilu_span *at = slot(&s->r, p, span, hash_of(&s->r, span));
  if (at->end == 0) {
    *at = span;
    p->count++;
  }
  return true;
}

void jilu_phrases_define (jilu_scan *s) {
  size_t i, marks = s->facts->count, room = 16;
  struct jilu_phrases *p = calloc(1, sizeof *p);
  while (room < marks * 2) room *= 2;
  if (p != NULL) p->slots = calloc(room, sizeof *p->slots);
  if (p == NULL || p->slots == NULL) {
    free(p);
    s->status = JILU_NO_MEMORY;
    return;
  }
  p->room = room;
  s->phrases = p;
  for (i = 0; i < marks; i++) {
    const jilu_fact *f = &s->facts->items[i];
    if (f->kind == JILU_FACT_QUOTE && is_phrase(&s->r, f->span))
      learn(s, f->span);
  }
}

void jilu_phrases_free (jilu_scan *s) {
  if (s->phrases == NULL) return;
  free(s->phrases->slots);
  free(s->phrases);
  s->phrases = NULL;
}

size_t jilu_phrase_read (jilu_scan *s, size_t at) {
  const struct jilu_phrases *p = s->phrases;
  jilu_span span = {(uint32_t)at, (uint32_t)at};
  uint32_t h = 2166136261u;
  size_t best = 0;
  int n;
  if (p == NULL || p->count == 0) return 0;
  for (n = 0; n < LONGEST && span.end < s->r.size; n++) {
    unsigned width;
    uint32_t c = jilu_peek(&s->r, span.end, &width);
    if (c == '\n') break;
    for (; width > 0; width--) h = hash_step(h, s->r.text[span.end++]);
    if (slot(&s->r, p, span, h)->end != 0) best = span.end;
  }
  if (best != 0)
    (void)jilu_scan_add(s, JILU_FACT_NUMERAL_PHRASE, at, best,
                        "numeral phrase");
  return best;
}
