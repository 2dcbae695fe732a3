/* Quantities: approximator, numeral, unit, noun; and changes between them. */
#ifndef JILU_FACTS_QUANTITY_QUANTITY_H
#define JILU_FACTS_QUANTITY_QUANTITY_H

#include "facts/fact.h"

/*
** Reads the quantity that begins at 'at' (with its approximator) and appends
** it. Returns its end; 0 where none begins there.
*/
size_t jilu_quantity_read (jilu_scan *s, size_t at);

#endif
