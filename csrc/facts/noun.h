/* The noun that a quantity counts: behind the unit, or before the number. */
#ifndef JILU_FACTS_NOUN_H
#define JILU_FACTS_NOUN_H

#include "facts/facts.h"

/* The noun phrase that begins at 'at', empty if none does. */
jilu_span jilu_noun_after (const jilu_reader *r, size_t at);

/*
** The noun phrase that ends at 'end', or before the 达, 共 … that end there; it
** does not begin before 'floor'. Empty if none does.
*/
jilu_span jilu_noun_before (const jilu_reader *r, size_t end, size_t floor);

#endif
