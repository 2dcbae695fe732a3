/* What characters look like, and which belong in identifiers (UTS #39). */
#ifndef JILU_UNICODE_CONFUSABLE_H
#define JILU_UNICODE_CONFUSABLE_H

#include "unicode/trie.h"

/*
** Where the prototype of a code point stands, its number of code points before
** it; 0: it is its own.
*/
extern const jilu_wide_trie jilu_confusables;
extern const uint32_t *const jilu_prototypes;

/* First and last of the ranges with Identifier_Status Allowed, in order. */
extern const uint32_t *const jilu_identifier_ranges;
extern const unsigned jilu_identifier_range_count;

#endif
