/* Numbers as a reader of a whole expression sees them. */
#ifndef JILU_FACTS_NUMBER_NUMBER_H
#define JILU_FACTS_NUMBER_NUMBER_H

#include "facts/number/numeral.h"

/*
** Reads the number at 'at': a numeral, also as an ordinal (第七), a share
** (百分之五 is 0.05), with half (半, 一半), a mixed fraction (三又二分之一), an
** exponent (1.5e3) or a metric suffix (50k). Words that merely hold a numeral
** (四川, 百姓) are none. Returns its end, 0 where there is none.
*/
size_t jilu_number_read (const jilu_reader *r, size_t at, jilu_numeral *out);

/*
** The same at 'at' < size of a text that is read for this number alone: what
** is further from 'at' than any number reaches is not looked at. '*end' gets
** its end, 0 where there is none. JILU_NO_MEMORY.
*/
jilu_status jilu_number_at (const unsigned char *text, size_t size,
                            const jilu_vocabulary *vocabulary, size_t at,
                            jilu_numeral *out, size_t *end);

#endif
