#include "vocabulary/decimal.h"

#include <string.h>

#define EXPONENT_MAX 100

void jilu_decimal_set (jilu_decimal *d, uint64_t value) {
  char reversed[24];
  unsigned n = 0;
  memset(d, 0, sizeof *d);
  do {
    reversed[n++] = (char)('0' + value % 10);
    value /= 10;
  } while (value > 0);
  while (n > 0) d->digits[d->count++] = reversed[--n];
}

bool jilu_decimal_push (jilu_decimal *d, char digit) {
  if (d->count == 1 && d->digits[0] == '0') d->count = 0;
  if (d->count == JILU_DECIMAL_DIGITS) return false;
  d->digits[d->count++] = digit;
  return true;
}

bool jilu_decimal_parse (const char *text, size_t size, jilu_decimal *d) {
  size_t i = 0, decimals = 0;
  bool point = false;
  memset(d, 0, sizeof *d);
  d->negative = size > 0 && text[0] == '-';
  for (i = d->negative; i < size; i++) {
    if (text[i] == '.' && !point) point = true;
    else if (text[i] < '0' || text[i] > '9') return false;
    else if (!jilu_decimal_push(d, text[i])) return false;
    else decimals += point;
  }
  if (decimals > EXPONENT_MAX) return false;
  d->exponent = (int16_t)-(int)decimals;
  return d->count > 0;
}

static int trailing_zeros (const jilu_decimal *d) {
  int n = 0;
  while (n + 1 < d->count && d->digits[d->count - 1 - n] == '0') n++;
  return n;
}

unsigned jilu_decimal_precision (const jilu_decimal *d) {
  return d->count == 0 ? 0 : (unsigned)(d->count - trailing_zeros(d));
}

static size_t put_digits (const jilu_decimal *d, int count, int exponent,
                          char *out) {
  size_t n = 0;
  int point = count + exponent, i;  /* digits before the point */
  if (point <= 0) {
    out[n++] = '0';
    out[n++] = '.';
    for (i = point; i < 0; i++) out[n++] = '0';
  }
  for (i = 0; i < count; i++) {
    if (i == point && i > 0) out[n++] = '.';
    out[n++] = d->digits[i];
  }
  for (; i < point; i++) out[n++] = '0';
  return n;
}

size_t jilu_decimal_text (const jilu_decimal *d, char *out) {
  size_t n = 0;
  int count = d->count, exponent = d->exponent, zeros;
  if (count == 0) return 0;
  if (count == 1 && d->digits[0] == '0') exponent = 0;
  zeros = trailing_zeros(d);
  if (exponent < 0) {
    int cut = zeros < -exponent ? zeros : -exponent;
    count -= cut;
    exponent += cut;
  }
  if (d->negative && !(count == 1 && d->digits[0] == '0')) out[n++] = '-';
  n += put_digits(d, count, exponent, out + n);
  if (d->denominator > 0) {
    jilu_decimal below;
    jilu_decimal_set(&below, d->denominator);
    out[n++] = '/';
    memcpy(out + n, below.digits, below.count);
    n += below.count;
  }
  out[n] = '\0';
  return n;
}

bool jilu_decimal_integer (const jilu_decimal *d, uint64_t *value) {
  int i, zeros = trailing_zeros(d);
  if (d->count == 0 || d->negative || d->denominator > 0) return false;
  if (d->exponent < 0 && zeros < -d->exponent &&
      !(d->count == 1 && d->digits[0] == '0')) return false;
  if (d->count + d->exponent > 18) return false;
  *value = 0;
  for (i = 0; i < d->count + d->exponent; i++)
    *value = *value * 10 + (uint64_t)(i < d->count ? d->digits[i] - '0' : 0);
  return true;
}

/* Where 'digits' matter, times ten to the power of 'power'. */
static bool is_shown (const jilu_decimal *d, unsigned digits, int power) {
  return d->count > 0 && digits <= 15 && power >= -22 && power <= 22 &&
         d->denominator == 0;
}

bool jilu_decimal_shown (const jilu_decimal *d) {
  unsigned digits = jilu_decimal_precision(d);
  return is_shown(d, digits, d->exponent + (int)d->count - (int)digits);
}

bool jilu_decimal_double (const jilu_decimal *d, double *value) {
  unsigned i, digits = jilu_decimal_precision(d);
  int power = d->exponent + (int)d->count - (int)digits;
  double scale = 1;
  if (!is_shown(d, digits, power)) return false;
  *value = 0;
  for (i = 0; i < digits; i++) *value = *value * 10 + (d->digits[i] - '0');
  for (i = 0; i < (unsigned)(power < 0 ? -power : power); i++) scale *= 10;
  if (power < 0) *value /= scale;
  else *value *= scale;
  if (d->negative) *value = -*value;
  return true;
}

/* The digit of 'd' that counts 10^place. */
static int digit_at (const jilu_decimal *d, int place) {
  int index = d->count - 1 - (place - d->exponent);
  return index >= 0 && index < d->count ? d->digits[index] - '0' : 0;
}

static int top_place (const jilu_decimal *d) {
  return d->count - 1 + d->exponent;
}

int jilu_decimal_compare (const jilu_decimal *a, const jilu_decimal *b) {
  int high = top_place(a) > top_place(b) ? top_place(a) : top_place(b);
  int low = a->exponent < b->exponent ? a->exponent : b->exponent;
  int sign = a->negative ? -1 : 1, place;
  if (a->negative != b->negative) return sign;
  for (place = high; place >= low; place--) {
    int x = digit_at(a, place), y = digit_at(b, place);
    if (x != y) return x > y ? sign : -sign;
  }
  return 0;
}

bool jilu_decimal_add (const jilu_decimal *a, const jilu_decimal *b,
                       jilu_decimal *d) {
  int high = top_place(a) > top_place(b) ? top_place(a) : top_place(b);
  int low = a->exponent < b->exponent ? a->exponent : b->exponent;
  int place, carry = 0, i;
  jilu_decimal sum;
  if (a->negative || b->negative || a->denominator || b->denominator ||
      high - low + 2 > JILU_DECIMAL_DIGITS || low < -EXPONENT_MAX)
    return false;
  memset(&sum, 0, sizeof sum);
  sum.exponent = (int16_t)low;
  sum.count = (uint8_t)(high - low + 2);
  for (place = low, i = sum.count - 1; i >= 0; place++, i--) {
    int x = digit_at(a, place) + digit_at(b, place) + carry;
    sum.digits[i] = (char)('0' + x % 10);
    carry = x / 10;
  }
  for (i = 0; i + 1 < sum.count && sum.digits[i] == '0'; i++) continue;
  memmove(sum.digits, sum.digits + i, (size_t)(sum.count - i));
  sum.count = (uint8_t)(sum.count - i);
  *d = sum;
  return true;
}
