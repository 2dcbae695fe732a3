/*
** The automata that rules.lua describes and generate.lua makes smallest.
**
** A row is where a state's transitions begin in 'rows', so that one look-up,
** rows[row + class], takes a code point. What is known about the place before
** the code point belongs to the row that is entered:
**
**   row <  first_break    no break
**   row <  first_rare     a break
**   otherwise             actions[row >> shift], a sum of JILU_ACTION_*
**
** At most one place waits at any time for what follows it (UAX #29 WB6, WB7b,
** WB12, SB8; UAX #14 LB15b, LB15c, LB19a, LB25, LB28a), so scanning is linear
** and needs no way back.
*/
#ifndef JILU_SEGMENT_AUTOMATON_H
#define JILU_SEGMENT_AUTOMATON_H

#include <stdint.h>

#include "unicode/properties.h"

enum {
  JILU_ACTION_BREAK = 1,   /* there is a break before the code point */
  JILU_ACTION_WAIT = 2,    /* what follows will tell: keep the place */
  JILU_ACTION_COMMIT = 4   /* the place that was kept was a break */
};

#define JILU_AUTOMATON_NO_CLASS 255

typedef struct jilu_automaton {
  const jilu_property_trie *classes;
  const uint16_t *rows;
  const uint8_t *actions;   /* by state, that is row >> shift */
  const uint8_t *waits;     /* by state: 1 where a place waits */
  const uint8_t *last;      /* by state: the class that is all of its past,
                               or JILU_AUTOMATON_NO_CLASS */
  uint16_t shift;           /* a row has 1 << shift places */
  uint16_t first_break;
  uint16_t first_rare;
  uint16_t states;
} jilu_automaton;

extern const jilu_automaton jilu_grapheme_automaton;
extern const jilu_automaton jilu_word_automaton;
extern const jilu_automaton jilu_word_han_automaton;
extern const jilu_automaton jilu_sentence_automaton;
extern const jilu_automaton jilu_line_automaton;

#endif
