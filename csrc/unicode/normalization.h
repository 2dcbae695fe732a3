/*
** What normalisation asks of a code point, generated from the UCD. A class
** says whether it may stay as it is; few code points have more, a record.
*/
#ifndef JILU_UNICODE_NORMALIZATION_H
#define JILU_UNICODE_NORMALIZATION_H

#include "unicode/trie.h"

/*
** A class: its canonical combining class in the low byte; above it for each
** jilu_form a bit that is set where the quick check (UAX #15, 9) says no or
** maybe, then whether what it decomposes into may change together with what
** stands before it, canonically and compatibly.
*/
#define JILU_CLASS_CHANGES(form) (0x100u << (form))
#define JILU_CLASS_INSIDE(compatible) ((compatible) ? 0x2000u : 0x1000u)
#define JILU_CLASS_COMBINING 0xFFu

extern const jilu_property_trie jilu_normalization_classes;
extern const uint16_t jilu_normalization_class[];

/*
** Where its full decompositions stand in jilu_decompositions, the length
** before them, and in jilu_compositions the pairs that it is the first of:
** second, whole, second, whole, ..., 0. All are 0 where there is none.
*/
typedef struct jilu_normalization_record {
  uint16_t canonical, compatible, composes;
} jilu_normalization_record;

extern const jilu_wide_trie jilu_normalization_records;
extern const jilu_normalization_record jilu_normalization_record_list[];
extern const uint32_t jilu_decompositions[];
extern const uint32_t jilu_compositions[];

static inline unsigned jilu_class_of (uint32_t c) {
  return jilu_normalization_class[
    jilu_trie_get(&jilu_normalization_classes, c)];
}

static inline unsigned jilu_combining_class (uint32_t c) {
  return jilu_class_of(c) & JILU_CLASS_COMBINING;
}

#endif
