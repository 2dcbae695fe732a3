/*
** What a number counts in languages with spaces between words, where the form
** of a noun says that there are many: twelve new schools, 300 people.
*/
#ifndef JILU_FACTS_NOUN_COUNTED_H
#define JILU_FACTS_NOUN_COUNTED_H

#include "facts/fact.h"

/*
** The words behind the number that ends at 'at', up to the first that is a
** plural; nothing where there is none near, or a word that no noun has stands
** before it.
*/
jilu_span jilu_counted_noun (const jilu_reader *r, size_t at);

#endif
