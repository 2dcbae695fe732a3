/*
** Properties of code points, generated from the UCD. The class tables number
** the values that the rules of UAX #29 and UAX #14 speak of; the numbers are
** those of csrc/unicode/classes.lua.
*/
#ifndef JILU_UNICODE_PROPERTIES_H
#define JILU_UNICODE_PROPERTIES_H

#include "unicode/trie.h"

extern const jilu_property_trie jilu_grapheme_classes;
extern const jilu_property_trie jilu_word_classes;
extern const jilu_property_trie jilu_sentence_classes;
extern const jilu_property_trie jilu_line_classes;

/* What jilu_properties holds of a code point. */
enum {
  JILU_PROPERTY_COLUMNS = 3,  /* 0, 1, 2; 3: ambiguous, one or two */
  JILU_PROPERTY_HAN = 4,      /* Script=Han */
  JILU_PROPERTY_LETTER = 8,   /* General_Category=L* */
  JILU_PROPERTY_DIGIT = 16,   /* General_Category=Nd */
  JILU_PROPERTY_SPACE = 32,   /* White_Space */
  JILU_PROPERTY_EMOJI = 64    /* Emoji */
};

extern const jilu_property_trie jilu_properties;

#endif
