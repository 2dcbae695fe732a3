/* What a numeral phrase is made of: 三会一课 is 3 会 and 1 课. */
#ifndef JILU_FACTS_PHRASE_PARTS_H
#define JILU_FACTS_PHRASE_PARTS_H

#include "facts/fact.h"

#define JILU_PHRASE_LONGEST 24   /* code points of a phrase */

/*
** Reads a number of a phrase at 'at' that ends by 'end': 三, 双, 12. Returns
** its end, or 0.
*/
size_t jilu_phrase_number (const jilu_reader *r, size_t at, size_t end,
                           int *number);

/* Takes [begin, end) apart; false where it is no numeral phrase. */
bool jilu_phrase_parse (const jilu_reader *r, size_t begin, size_t end,
                        jilu_phrase *out);

/*
** The end of a numeral phrase at 'at' that shows by its form alone, outside of
** any marks, and which form; 0 where there is none.
*/
size_t jilu_phrase_pattern (const jilu_reader *r, size_t at, jilu_rule *rule);

#endif
