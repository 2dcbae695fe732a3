/*
** Numerals of languages with spaces between words, in digits and words that
** add up and multiply: 1,234.5; 3.5 million; one hundred and five thousand.
*/
#ifndef JILU_FACTS_NUMBER_NUMERAL_WORDS_H
#define JILU_FACTS_NUMBER_NUMERAL_WORDS_H

#include "facts/number/numeral.h"

/*
** Reads the longest such numeral at 'at'; a space may stand before it. Returns
** its end, 0 where there is none.
*/
size_t jilu_numeral_words_read (const jilu_reader *r, size_t at,
                                jilu_numeral *out);

/*
** A fraction that is none in running text: a fifth; 3/4, 1 over 3, 1 in 21
** behind the numeral [at, end). Its end, or 0.
*/
size_t jilu_parts_read (const jilu_reader *r, size_t at, size_t end,
                        jilu_numeral *out);

#endif
