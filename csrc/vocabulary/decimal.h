/*
** Exact decimals: the digits as they were said, and a power of ten. Nothing
** is ever rounded.
*/
#ifndef JILU_VOCABULARY_DECIMAL_H
#define JILU_VOCABULARY_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JILU_DECIMAL_DIGITS 40

/* (-1)^negative * digits * 10^exponent; a fraction has a denominator. */
typedef struct jilu_decimal {
  char digits[JILU_DECIMAL_DIGITS];  /* '0'..'9', no leading zero but "0" */
  uint8_t count;                     /* of digits; 0: no value */
  bool negative;
  int16_t exponent;
  uint32_t denominator;              /* 0: a decimal, else digits/denominator */
} jilu_decimal;

/* Room for what jilu_decimal_text writes. */
#define JILU_DECIMAL_TEXT 160

void jilu_decimal_set (jilu_decimal *d, uint64_t value);

/* Appends a digit '0'..'9'; false where there is no room for it. */
bool jilu_decimal_push (jilu_decimal *d, char digit);

/*
** Writes the value as plain digits ("36.25", "-40504040000", "1/3") without
** trailing zeros behind a point; returns its length.
*/
size_t jilu_decimal_text (const jilu_decimal *d, char *out);

/* Digits that matter (without trailing zeros); 0 for no value. */
unsigned jilu_decimal_precision (const jilu_decimal *d);

/* The value where it is a whole number below 10^18; false where it is not. */
bool jilu_decimal_integer (const jilu_decimal *d, uint64_t *value);

/* Does the nearest double show all digits (see jilu_decimal_double)? */
bool jilu_decimal_shown (const jilu_decimal *d);

/*
** The nearest double, where it shows all digits: at most 15 that matter, times a
** power of ten that is a double itself (10^22 at most; so neither the product
** nor the quotient is rounded twice: W. Clinger, "How to read floating point
** numbers accurately", 1990). False where it does not. Knows no locale.
*/
bool jilu_decimal_double (const jilu_decimal *d, double *value);

/*
** Reads plain digits with at most one point ("36.25", "-3"), all of 'text'.
** False for anything else, and for more digits than a decimal holds.
*/
bool jilu_decimal_parse (const char *text, size_t size, jilu_decimal *d);

/* -1, 0, 1: compares two decimals that are no fractions. */
int jilu_decimal_compare (const jilu_decimal *a, const jilu_decimal *b);

/* d = a + b where both are non-negative decimals; false where it is too long. */
bool jilu_decimal_add (const jilu_decimal *a, const jilu_decimal *b,
                       jilu_decimal *d);

#endif
