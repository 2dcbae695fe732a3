/* The noun that a quantity counts: behind the unit, or before the number. */
#ifndef JILU_FACTS_NOUN_NOUN_H
#define JILU_FACTS_NOUN_NOUN_H

#include "facts/fact.h"

/* The noun phrase that begins at 'at', empty if none does. */
jilu_span jilu_noun_after (const jilu_reader *r, size_t at);

/*
** The noun phrase that ends at 'end', or before the 达, 共 … that end there; it
** does not begin before 'floor'. Empty if none does.
*/
jilu_span jilu_noun_before (const jilu_reader *r, size_t end, size_t floor);

/* What is counted decides where its noun stands; 'inherits' is an answer. */
typedef struct jilu_measured {
  bool share;      /* a part of something: %, 倍, 个百分点 */
  bool money;
  bool institutions;  /* the unit is 家 */
  bool things;     /* the unit is a classifier that needs a noun */
  bool persons;    /* and counts persons: 名 位 */
  bool takes_verb; /* the noun may begin with a verb: 制定11个编制指南 */
  bool events;     /* counts what is done: 次 场 轮 */
  size_t time;     /* the end of a time before it, 0: none */
  size_t time_begin;
  bool inherits;   /* no noun here: it is that of the quantity before */
} jilu_measured;

/*
** The noun of the amount at [begin, end): behind it or before it, but not
** before 'floor'.
*/
jilu_span jilu_noun_of (const jilu_reader *r, size_t begin, size_t end,
                        size_t floor, jilu_measured *what);

#endif
