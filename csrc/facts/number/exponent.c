#include "facts/number/exponent.h"

#include <string.h>

/* x10^-4 behind 6.23 */
static size_t scientific (const jilu_reader *r, size_t at, jilu_decimal *d) {
  size_t end = jilu_skip_spaces(r, at);
  int value = 0, sign = 1;
  if (end + 5 > r->size) return at;
  if (r->text[end] == 'x') end++;
  else if (r->text[end] == 0xC3 && r->text[end + 1] == 0x97) end += 2;
  else return at;
  end = jilu_skip_spaces(r, end);
  if (end + 3 >= r->size || memcmp(r->text + end, "10^", 3) != 0) return at;
  end += 3;
  if (r->text[end] == '-') {
    sign = -1;
    end++;
  }
  if (end >= r->size || !jilu_is_digit(r->text[end])) return at;
  while (end < r->size && jilu_is_digit(r->text[end]) && value < 100)
    value = value * 10 + (r->text[end++] - '0');
  if (value >= 100) return at;
  d->exponent = (int16_t)(d->exponent + sign * value);
  return end;
}

/* ^3 behind 2, ^-1 behind 2.5: the power, where it is short. */
static size_t raised (const jilu_reader *r, size_t at, jilu_decimal *d) {
  uint64_t base, value = 1;
  int exponent = d->exponent, n = 0, k;
  size_t end = at + 1, digit;
  bool below;
  if (at + 1 >= r->size || r->text[at] != '^' || exponent > 0) return at;
  below = r->text[end] == '-';
  digit = end += below;
  while (end < r->size && jilu_is_digit(r->text[end]) && n < 100)
    n = n * 10 + (r->text[end++] - '0');
  d->exponent = 0;
  if (end == digit || !jilu_decimal_integer(d, &base) || base == 0 || n > 63) {
    d->exponent = (int16_t)exponent;
    return at;
  }
  for (k = 0; k < n && value <= UINT64_MAX / 10 / base; k++) value *= base;
  if (k < n || (below && (value > UINT32_MAX || -exponent * n > 15))) {
    d->exponent = (int16_t)exponent;
    return at;
  }
  jilu_decimal_set(d, below ? jilu_power_of_ten(-exponent * n) : value);
  if (!below) d->exponent = (int16_t)(exponent * n);
  else if (value > 1) d->denominator = (uint32_t)value;
  return end;
}

size_t jilu_exponent_read (const jilu_reader *r, size_t at, jilu_decimal *d) {
  size_t end = scientific(r, at, d);
  return end != at ? end : raised(r, at, d);
}
