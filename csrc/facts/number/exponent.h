/* Exponents behind a number in digits. */
#ifndef JILU_FACTS_NUMBER_EXPONENT_H
#define JILU_FACTS_NUMBER_EXPONENT_H

#include "vocabulary/decimal.h"
#include "vocabulary/reader.h"

/*
** Raises the number that ends at 'at' to the power behind it (2^10, 2.5^-1), or
** multiplies it by one of ten (6.23x10^-4); the end, or 'at' where there is none
** or the result has too many digits.
*/
size_t jilu_exponent_read (const jilu_reader *r, size_t at, jilu_decimal *d);

/* 10^exponent of 0 to 19. */
static inline uint64_t jilu_power_of_ten (int exponent) {
  uint64_t p = 1;
  while (exponent-- > 0) p *= 10;
  return p;
}

#endif
