#include "facts/noun.h"

#define BIT JILU_CLASS_BIT
#define LONGEST 32   /* code points of a noun phrase */

/* The closing partner of an opening mark; 0 for other characters. */
static uint32_t closing (uint32_t c) {
  switch (c) {
    case '(': return ')';
    case 0x201C: return 0x201D;
    case 0x300C: return 0x300D;
    case 0x2018: return 0x2019;
    default: return 0;
  }
}

static uint32_t opening (uint32_t c) {
  switch (c) {
    case ')': return '(';
    case 0x201D: return 0x201C;
    case 0x300D: return 0x300C;
    case 0x2019: return 0x2018;
    default: return 0;
  }
}

/* Behind the pair that opens at 'at', 0 where it does not close soon. */
static size_t behind_pair (const jilu_reader *r, size_t at, uint32_t close) {
  unsigned width;
  int n;
  for (n = 0; n < LONGEST; n++) {
    uint32_t c = jilu_peek(r, at, &width);
    if (c == 0 || c == '\n') return 0;
    at += width;
    if (c == close) return at;
  }
  return 0;
}

static size_t before_pair (const jilu_reader *r, size_t end, uint32_t open) {
  int n;
  for (n = 0; n < LONGEST && end > 0; n++) {
    uint32_t c = jilu_peek_back(r, end);
    if (c == '\n') break;
    end = jilu_back(r, end);
    if (c == open) return end;
  }
  return (size_t)-1;
}

static bool is_nominal (uint32_t c) {
  return jilu_is_han(c) || jilu_is_letter(c) || c == 0xB7;
}

/* One step of a noun phrase from 'at'; 0 where it ends. */
static size_t advance (const jilu_reader *r, size_t at, size_t begin) {
  const jilu_sense *sense = NULL;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width), close;
  size_t end = jilu_match(r, at, BIT(NOUN) | BIT(NOUN_STOP), &sense);
  if (end != 0) {
    /* a word that is both may stand inside a phrase, but not begin it */
    if (jilu_sense_of(r, at, end, BIT(NOUN)) != NULL) return end;
    return jilu_match(r, end, BIT(NOUN_SUFFIX), &sense);
  }
  if ((close = closing(c)) != 0) {
    if (c == '(' && at == begin) return 0;
    return behind_pair(r, at + width, close);
  }
  return is_nominal(c) ? at + width : 0;
}

jilu_span jilu_noun_after (const jilu_reader *r, size_t at) {
  jilu_span span = {(uint32_t)at, (uint32_t)at};
  size_t next;
  int n;
  for (n = 0; n < LONGEST; n++) {
    next = advance(r, span.end, span.begin);
    if (next == 0) break;
    span.end = (uint32_t)next;
  }
  if (n == LONGEST) span.end = span.begin;
  return span;
}

/* 覆盖率 and the like that end at 'end': their start, or (size_t)-1. */
static size_t derived_before (const jilu_reader *r, size_t end) {
  const jilu_sense *sense = NULL;
  size_t floor = end > 24 ? end - 24 : 0;
  size_t suffix = jilu_match_back(r, end, floor, BIT(NOUN_SUFFIX), &sense);
  if (suffix == (size_t)-1) return suffix;
  return jilu_match_back(r, suffix, floor, BIT(NOUN_STOP), &sense);
}

jilu_span jilu_noun_before (const jilu_reader *r, size_t end) {
  const jilu_sense *sense = NULL;
  jilu_span span = {(uint32_t)end, (uint32_t)end};
  int n;
  for (n = 0; n < LONGEST && span.begin > 0; n++) {
    uint32_t c = jilu_peek_back(r, span.begin), open;
    size_t floor = span.begin > 15 ? span.begin - 15 : 0;
    size_t word = derived_before(r, span.begin);
    if (word != (size_t)-1) {
      span.begin = (uint32_t)word;
      continue;
    }
    word = jilu_match_back(r, span.begin, floor, BIT(NOUN) | BIT(NOUN_STOP),
                           &sense);
    if (word != (size_t)-1) {
      if (jilu_sense_of(r, word, span.begin, BIT(NOUN)) == NULL) break;
      span.begin = (uint32_t)word;
      continue;
    }
    if ((open = opening(c)) != 0) {
      size_t pair = before_pair(r, jilu_back(r, span.begin), open);
      if (pair == (size_t)-1) break;
      span.begin = (uint32_t)pair;
    }
    else if (is_nominal(c)) span.begin = (uint32_t)jilu_back(r, span.begin);
    else break;
  }
  if (n == LONGEST) span.begin = span.end;
  return span;
}
