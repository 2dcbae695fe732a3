/*
** Numerals: Arabic, Chinese, and both mixed (12.5万, 三千五百, 3亿5000万).
*/
#ifndef JILU_FACTS_NUMERAL_H
#define JILU_FACTS_NUMERAL_H

#include "facts/decimal.h"
#include "facts/reader.h"

typedef struct jilu_numeral {
  jilu_decimal value;      /* or the lower end of a range */
  jilu_decimal max;        /* count 0 but for 三五, 十七八 */
  bool chinese;            /* written in Chinese digits alone */
  bool positional;         /* digits one by one: 二〇一九 */
} jilu_numeral;

/* What a numeral may begin with, beside an Arabic digit. */
#define JILU_NUMERAL_BEGINNING \
  (JILU_CLASS_BIT(DIGIT) | JILU_CLASS_BIT(POWER) | JILU_CLASS_BIT(TENS) | \
   JILU_CLASS_BIT(MINUS) | JILU_CLASS_BIT(SECTION))

/*
** Reads the longest numeral at 'at': sign, digits, powers and sections,
** decimals, fractions (三分之一). Returns its end, 0 where there is none.
*/
size_t jilu_numeral_read (const jilu_reader *r, size_t at, jilu_numeral *out);

#endif
