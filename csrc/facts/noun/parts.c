/* Marks in pairs, and verbs that begin a clause. */
#include "facts/noun/parts.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE JILU_NOWHERE

uint32_t jilu_closing_mark (uint32_t c) {
  switch (c) {
    case '(': return ')';
    case 0x201C: return 0x201D;
    case 0x300C: return 0x300D;
    case 0x2018: return 0x2019;
    default: return 0;
  }
}

uint32_t jilu_opening_mark (uint32_t c) {
  switch (c) {
    case ')': return '(';
    case 0x201D: return 0x201C;
    case 0x300D: return 0x300C;
    case 0x2019: return 0x2018;
    default: return 0;
  }
}

size_t jilu_behind_pair (const jilu_reader *r, size_t at, uint32_t close) {
  unsigned width;
  int n;
  for (n = 0; n < JILU_NOUN_LONGEST; n++) {
    uint32_t c = jilu_peek(r, at, &width);
    if (c == 0 || c == '\n') return 0;
    at += width;
    if (c == close) return at;
  }
  return 0;
}

size_t jilu_before_pair (const jilu_reader *r, size_t end, uint32_t open) {
  int n;
  for (n = 0; n < JILU_NOUN_LONGEST && end > 0; n++) {
    uint32_t c = jilu_peek_back(r, end);
    if (c == '\n') break;
    end = jilu_back(r, end);
    if (c == open) return end;
  }
  return NOWHERE;
}

jilu_span jilu_without_marks (const jilu_reader *r, jilu_span span) {
  unsigned width, last;
  uint32_t close;
  size_t end;
  if (span.begin == span.end) return span;
  close = jilu_closing_mark(jilu_peek(r, span.begin, &width));
  if (close == 0) return span;
  end = jilu_behind_pair(r, span.begin + width, close);
  if (end != span.end) return span;
  last = (unsigned)(end - jilu_back(r, end));
  span.begin += width;
  span.end -= last;
  return span;
}

bool jilu_noun_leads (const jilu_reader *r, size_t at) {
  uint32_t c = jilu_peek_back(r, at);
  size_t word = jilu_word_back(r, at, BIT(NOUN_STOP) | BIT(NOUN));
  return !jilu_is_nominal(c) ||
         (word != NOWHERE && !jilu_is_word(r, word, at, BIT(NOUN) | BIT(ACT)));
}
