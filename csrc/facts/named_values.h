/* The names by which data gives the values of senses that are of an enum. */
#ifndef JILU_FACTS_NAMED_VALUES_H
#define JILU_FACTS_NAMED_VALUES_H

#include "vocabulary/vocabulary.h"

/* The value that a name has in a class; -1 where the class knows no such. */
int jilu_named_value (jilu_class class_, const char *name);

/* The k-th name, from 0, that a class knows; NULL behind the last. */
const char *jilu_value_name (jilu_class class_, int k);

#endif
