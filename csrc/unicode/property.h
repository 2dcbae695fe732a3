/*
** Properties of code points by their names in the UCD, and sets of code points
** by such names. Names are compared loosely (UAX #44, LM3): case, spaces, '_'
** and '-' do not count.
*/
#ifndef JILU_UNICODE_PROPERTY_H
#define JILU_UNICODE_PROPERTY_H

#include <stdbool.h>
#include <stddef.h>

#include "unicode/trie.h"

/*
** Ranges are in order: the first code point shifted by 11 bits, and below it
** the number of the value that it and those up to the next range have.
** 'others' has the short names where 'values' has the long ones, or the other
** way round.
*/
typedef struct jilu_property {
  const char *name, *alias;
  const uint32_t *ranges;
  unsigned range_count;
  const char *const *values;
  const char *const *others;
  unsigned value_count;
} jilu_property;

extern const jilu_property jilu_property_list[];
extern const unsigned jilu_property_count;

/* Which is which in the list; those of yes and no follow. */
enum {
  JILU_GENERAL_CATEGORY, JILU_SCRIPT, JILU_SCRIPT_EXTENSIONS, JILU_BLOCK,
  JILU_AGE, JILU_EAST_ASIAN_WIDTH, JILU_BIDI_CLASS, JILU_NUMERIC_VALUE,
  JILU_FIRST_BINARY
};

/* The classes of patterns. */
enum {
  JILU_POSIX_ALPHA = 1,
  JILU_POSIX_LOWER = 2,
  JILU_POSIX_UPPER = 4,
  JILU_POSIX_DIGIT = 8,
  JILU_POSIX_PUNCT = 16,     /* punctuation and symbols */
  JILU_POSIX_SPACE = 32,
  JILU_POSIX_GRAPH = 64,
  JILU_POSIX_HEX = 128
};

extern const jilu_property_trie jilu_posix_classes;

/* The number of the value that 'c' has, at most U+10FFFF. */
unsigned jilu_property_value (const jilu_property *p, uint32_t c);

/* The property of that name; NULL: none. */
const jilu_property *jilu_property_find (const char *name, size_t size);

/* A set: the code points whose value of a property is among some. */
typedef struct jilu_set {
  const jilu_property *property;
  uint64_t values[6];        /* a bit for each; Block has most, 347 */
} jilu_set;

/*
** The set of a name: "Lu", "L", "Uppercase_Letter", "Han", "Alphabetic", or
** "property=value", as "Script_Extensions=Han". False: there is none.
*/
bool jilu_set_find (const char *name, size_t size, jilu_set *set);

static inline bool jilu_set_has_value (const jilu_set *set, unsigned value) {
  return (set->values[value >> 6] >> (value & 63u)) & 1u;
}

static inline bool jilu_set_has (const jilu_set *set, uint32_t c) {
  return jilu_set_has_value(set, jilu_property_value(set->property, c));
}

#endif
