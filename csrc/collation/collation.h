/*
** Order as people expect it: the Unicode Collation Algorithm (UTS #10) with the
** elements of CLDR's root collation. Unified ideographs come by their code
** points, those of the first block before all extensions (UTS #10, 10.1.3).
*/
#ifndef JILU_COLLATION_COLLATION_H
#define JILU_COLLATION_COLLATION_H

#include <stddef.h>
#include <stdint.h>

/* An element in the table: p << 15 | s << 6 | t, all weights from 1 on. */
#define JILU_ELEMENT_PRIMARY(e)   ((e) >> 15)
#define JILU_ELEMENT_SECONDARY(e) ((e) >> 6 & 0x1FFu)
#define JILU_ELEMENT_TERTIARY(e)  ((e) & 0x3Fu)

/* A primary weight: it is that of an ideograph, whose code point comes next. */
#define JILU_ELEMENT_HAN 0xFFFFu

/* A value of the table: one element, or how many where; or nothing is known. */
#define JILU_VALUE_MULTIPLE 0x80000000u
#define JILU_VALUE_BEGINS   0x40000000u   /* a contraction */
#define JILU_VALUE_NONE     0xFFFFFFFFu
#define JILU_VALUE_COUNT(v) ((v) & 31u)
#define JILU_VALUE_AT(v)    ((v) >> 5 & 0x1FFFFFFu)

/* Two or three characters (then the last is not 0) with elements of their own. */
typedef struct jilu_contraction {
  uint32_t points[3];
  uint16_t at, count;
} jilu_contraction;

typedef struct jilu_collation_table {
  const uint32_t *values;    /* in the three stages of unicode/trie.h */
  const uint16_t *blocks, *pages;
  const uint32_t *elements;
  const jilu_contraction *contractions;   /* sorted by their characters */
  uint32_t contraction_count;
  uint32_t first_variable, last_variable;  /* primary weights of punctuation */
  uint32_t after_han;        /* those from it on come behind all ideographs */
  uint32_t common_secondary, common_tertiary;
  uint32_t zero;             /* the primary weight of the digit 0 */
} jilu_collation_table;

extern const jilu_collation_table jilu_collation;

/*
** By jilu_han_order, but the first: the places, from 1 on, of the ideographs from
** U+3400 to U+9FFF.
*/
extern const uint16_t *const jilu_han_orders[];

static inline uint32_t jilu_collation_value (uint32_t c) {
  const jilu_collation_table *t = &jilu_collation;
  unsigned block = t->blocks[t->pages[c >> 12] + ((c >> 6) & 63u)];
  return t->values[block * 64u + (c & 63u)];
}

#endif
