/*
** Numerals: Arabic, Chinese, and both mixed (12.5万, 三千五百, 3亿5000万).
*/
#ifndef JILU_FACTS_NUMBER_NUMERAL_H
#define JILU_FACTS_NUMBER_NUMERAL_H

#include "vocabulary/decimal.h"
#include "vocabulary/class_sets.h"
#include "vocabulary/reader.h"

/*
** Reads the longest numeral at 'at': sign, digits, powers and sections,
** decimals, fractions (三分之一). Returns its end, 0 where there is none.
*/
size_t jilu_numeral_read (const jilu_reader *r, size_t at, jilu_numeral *out);

/* Arabic digits with thousands and decimals alone: 1,280.5. */
size_t jilu_numeral_digits_read (const jilu_reader *r, size_t at,
                                 jilu_decimal *d);

/* How many digits stand at 'at'; one more than a decimal holds is too many. */
unsigned jilu_digit_run (const jilu_reader *r, size_t at);

/* Adds 'n' digits at 'at' to 'd'; false where it holds no more. */
bool jilu_push_digits (const jilu_reader *r, size_t at, unsigned n,
                       jilu_decimal *d);

/*
** The word at 'at' that leads from the numeral at 'begin' to the other end of a
** range: 至, to; "and" only if "between" stands before. 0: none does.
*/
size_t jilu_range_word (const jilu_reader *r, size_t begin, size_t at);

#endif
