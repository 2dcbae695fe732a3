/*
** A value of 8 or 16 bits for each code point, in three stages that follow the
** bytes of UTF-8: the last byte of a sequence picks a value in a block of 64,
** the bytes before it pick the block. The Basic Multilingual Plane, two- and
** three-byte sequences, needs two look-ups; ASCII needs one.
*/
#ifndef JILU_UNICODE_TRIE_H
#define JILU_UNICODE_TRIE_H

#include <stdint.h>

typedef struct jilu_property_trie {
  const uint8_t *values;   /* blocks of 64; the first two are ASCII */
  const uint16_t *blocks;  /* by code point >> 6 below U+10000, then pages */
  const uint16_t *pages;   /* by code point >> 12: where its blocks begin */
} jilu_property_trie;

/* The same with values of 16 bits. */
typedef struct jilu_wide_trie {
  const uint16_t *values, *blocks, *pages;
} jilu_wide_trie;

/* The value of 'c', which is at most U+10FFFF. */
static inline unsigned jilu_trie_get (const jilu_property_trie *t, uint32_t c) {
  unsigned block = t->blocks[t->pages[c >> 12] + ((c >> 6) & 63u)];
  return t->values[block * 64u + (c & 63u)];
}

static inline unsigned jilu_wide_trie_get (const jilu_wide_trie *t,
                                           uint32_t c) {
  unsigned block = t->blocks[t->pages[c >> 12] + ((c >> 6) & 63u)];
  return t->values[block * 64u + (c & 63u)];
}

#endif
