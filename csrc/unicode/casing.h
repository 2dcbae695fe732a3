/*
** Case mappings, generated from the UCD (UnicodeData, SpecialCasing without
** conditions, CaseFolding C and F).
*/
#ifndef JILU_UNICODE_CASING_H
#define JILU_UNICODE_CASING_H

#include "unicode/trie.h"

/* What a code point is for the conditions of case mappings. */
enum {
  JILU_CASING_CASED = 1,
  JILU_CASING_IGNORABLE = 2,    /* Case_Ignorable */
  JILU_CASING_SOFT_DOTTED = 4
};

/*
** By jilu_case: what to add to a code point, or, where that is not 0, where
** its mapping to several stands in jilu_casing_full, their number before them.
*/
typedef struct jilu_casing {
  int32_t delta[4];
  uint16_t full[4];
  uint8_t flags;
} jilu_casing;

extern const jilu_wide_trie jilu_casing_records;
extern const jilu_casing jilu_casing_list[];
extern const uint16_t jilu_casing_full[];

static inline const jilu_casing *jilu_casing_of (uint32_t c) {
  return &jilu_casing_list[jilu_wide_trie_get(&jilu_casing_records, c)];
}

#endif
