/*
** Changes: a measure that went from one value to another (从 36.2% 提升至
** 80.5%), or that doubles (翻一番).
*/
#ifndef JILU_FACTS_QUANTITY_CHANGE_H
#define JILU_FACTS_QUANTITY_CHANGE_H

#include "facts/fact.h"

/*
** Reads 翻一番 and the like at 'at', with the measure before it, and appends
** it. Returns its end; 0: it is not here.
*/
size_t jilu_multiple_read (jilu_scan *s, size_t at);

/* Appends the changes from one quantity to the next; the facts of the scan are sorted by place. */
void jilu_changes_read (jilu_scan *s);

#endif
