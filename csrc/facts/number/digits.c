/*
** Arabic digits of a numeral: thousands, decimals, and digits that damage has
** set apart by spaces.
*/
#include "facts/number/numeral.h"

#include <string.h>

#include "facts/fact.h"
#include "vocabulary/particle.h"

unsigned jilu_digit_run (const jilu_reader *r, size_t at) {
  unsigned n = 0;
  while (n <= JILU_DECIMAL_DIGITS && at + n < r->size &&
         jilu_is_digit(r->text[at + n])) n++;
  return n;
}

bool jilu_push_digits (const jilu_reader *r, size_t at, unsigned n,
                       jilu_decimal *d) {
  for (; n > 0; n--, at++)
    if (!jilu_decimal_push(d, (char)r->text[at])) return false;
  return true;
}

/* Groups of 'n' digits behind 'mark', as often as they come. */
static size_t groups (const jilu_reader *r, size_t at, char mark, unsigned n,
                      jilu_decimal *d) {
  while (at + n < r->size && r->text[at] == (unsigned char)mark &&
         jilu_digit_run(r, at + 1) == n &&
         jilu_push_digits(r, at + 1, n, d))
    at += n + 1;
  return at;
}

/* 1 414 021 100 and 40 000, but not 12 300; 12,34,567 of India. */
static size_t spaced_thousands (const jilu_reader *r, size_t at,
                                jilu_decimal *d) {
  const char group = r->vocabulary->writing.group;
  jilu_decimal grown = *d;
  size_t end = groups(r, at, ' ', 3, &grown), lakhs;
  if (end > at + 4 ||
      (end == at + 4 && memcmp(r->text + at + 1, "000", 3) == 0)) {
    *d = grown;
    return end;
  }
  grown = *d;
  lakhs = groups(r, at, group, 2, &grown);
  if (lakhs == at || (end = groups(r, lakhs, group, 3, &grown)) != lakhs + 4)
    return at;
  *d = grown;
  return end;
}

/*
** Thousands: ",ddd", with the mark of the language, or " ddd" as often as it
** comes, no digit behind it.
*/
static size_t thousands (const jilu_reader *r, size_t at, jilu_decimal *d) {
  size_t end = at;
  jilu_decimal grown = *d;
  unsigned char mark = at < r->size && r->text[at] == ' ' &&
                       !r->vocabulary->writing.spaced
                           ? ' ' : (unsigned char)r->vocabulary->writing.group;
  if (r->vocabulary->writing.spaced && (end = spaced_thousands(r, at, d)) != at)
    return end;
  while (end + 3 < r->size && r->text[end] == mark &&
         jilu_digit_run(r, end + 1) == 3) {
    if (!jilu_push_digits(r, end + 1, 3, &grown)) return at;
    end += 4;
  }
  *d = grown;
  return end;
}

/*
** A decimal point with a space beside it: 68. 5%, 41 .2%. With the space
** behind it, it is that of a list (1. 5名) unless Han stands before the number.
*/
static size_t spaced_decimals (const jilu_reader *r, size_t begin, size_t at,
                               jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  size_t point = jilu_skip_spaces(r, at), from;
  unsigned decimals;
  if (point >= r->size || !jilu_is_decimal_mark(r, point)) return at;
  from = jilu_skip_spaces(r, point + 1);
  decimals = jilu_digit_run(r, from);
  while (begin > 0 && r->text[begin - 1] == ' ') begin--;
  if (decimals == 0 || decimals > 4 || d->count > JILU_DECIMAL_DIGITS - 4 ||
      (from > point + 1 && !jilu_is_han(jilu_peek_back(r, begin))))
    return at;
  if (jilu_match(r, jilu_skip_spaces(r, from + decimals),
                 JILU_CLASS_BIT(UNIT) | JILU_CLASS_BIT(SECTION), &sense) == 0)
    return at;
  (void)jilu_push_digits(r, from, decimals, d);
  d->exponent = (int16_t)-(int)decimals;
  return from + decimals;
}

/*
** Digits that spaces set apart: 4 2. 7 亿元, 1 1. 8 %. One number where Han
** stands before it and a point or a unit behind; a run of single digits where
** no line begins with it.
*/
static size_t split_digits (const jilu_reader *r, size_t begin, size_t at,
                            jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  jilu_decimal grown = *d, more;
  size_t end = at, behind;
  bool single = at - begin == 1;
  uint32_t before;
  unsigned n;
  if (at >= r->size || r->text[at] != ' ' || r->vocabulary->writing.spaced)
    return at;
  while (end + 1 < r->size && r->text[end] == ' ' &&
         (n = jilu_digit_run(r, end + 1)) > 0 && n <= 3) {
    if (!jilu_push_digits(r, end + 1, n, &grown)) return at;
    if (n > 1) single = false;
    end += n + 1;
  }
  if (end == at) return at;
  for (behind = begin; behind > 0 && r->text[behind - 1] == ' ';) behind--;
  before = jilu_peek_back(r, behind);
  if (!jilu_is_han(before) &&
      !(single && (before == ',' || before == ')' || before == 0x3001)))
    return at;
  more = grown;
  behind = jilu_skip_spaces(r, end);
  if (spaced_decimals(r, begin, end, &more) == end &&
      jilu_match(r, behind, JILU_CLASS_BIT(UNIT) | JILU_CLASS_BIT(SECTION),
                 &sense) == 0) return at;
  *d = grown;
  return end;
}

size_t jilu_numeral_digits_read (const jilu_reader *r, size_t at,
                                 jilu_decimal *d) {
  unsigned n = jilu_digit_run(r, at);
  size_t begin = at;
  memset(d, 0, sizeof *d);
  if (n == 0 || !jilu_push_digits(r, at, n, d)) return 0;
  at += n;
  if (n <= 3 && !(n == 1 && r->text[at - 1] == '0')) {
    size_t end = thousands(r, at, d);
    at = end != at ? end : split_digits(r, begin, at, d);
  }
  if (at + 1 < r->size && jilu_is_decimal_mark(r, at)) {
    unsigned decimals = jilu_digit_run(r, at + 1);
    /* 1.2.3 is a version or a date, not a decimal */
    if (decimals > 0 && !(at + 1 + decimals + 1 < r->size &&
                          jilu_is_decimal_mark(r, at + 1 + decimals) &&
                          jilu_is_digit(r->text[at + 2 + decimals]))) {
      if (!jilu_push_digits(r, at + 1, decimals, d)) return 0;
      d->exponent = (int16_t)-(int)decimals;
      return at + 1 + decimals;
    }
  }
  return spaced_decimals(r, begin, at, d);
}
