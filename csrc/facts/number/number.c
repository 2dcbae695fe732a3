#include "facts/number/number.h"

#include <string.h>

#include "facts/number/numeral_words.h"

#define BIT JILU_CLASS_BIT
#define BEFORE 64    /* bytes before a number that may tell what it is */
#define LONGEST 4096 /* and bytes that it may have, spaces and all */

static bool is_digit_at (const jilu_reader *r, size_t at) {
  return at < r->size && jilu_is_digit(r->text[at]);
}

/* A word such as 四川 or 万一 that is longer than the number in it. */
static bool is_word (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, at, BIT(OPAQUE), &sense) >= end;
}

/* e3, E-2 behind Arabic digits. */
static size_t exponent (const jilu_reader *r, size_t at, jilu_decimal *d) {
  size_t end = at;
  int value = 0, sign = 1;
  if (at >= r->size || (r->text[at] != 'e' && r->text[at] != 'E')) return at;
  end++;
  if (end < r->size && (r->text[end] == '-' || r->text[end] == '+'))
    sign = r->text[end++] == '-' ? -1 : 1;
  if (!is_digit_at(r, end)) return at;
  while (is_digit_at(r, end) && value < 100)
    value = value * 10 + (r->text[end++] - '0');
  if (value >= 100) return at;
  d->exponent = (int16_t)(d->exponent + sign * value);
  return end;
}

/* 50k, 3M, 1.2G: thousands, no letter behind. */
static size_t metric (const jilu_reader *r, size_t at, jilu_decimal *d) {
  int power;
  if (at >= r->size) return at;
  switch (r->text[at]) {
    case 'k': case 'K': power = 3; break;
    case 'M': power = 6; break;
    case 'G': power = 9; break;
    case 'b': case 'B':
      if (!r->vocabulary->writing.spaced) return at;
      power = 9;
      break;
    default: return at;
  }
  if (at + 1 < r->size && jilu_is_letter(r->text[at + 1])) return at;
  d->exponent = (int16_t)(d->exponent + power);
  return at + 1;
}

/* 百分之五, 千分之三: a decimal. */
static size_t share (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(SHARE), &sense);
  if (end == 0 || (end = jilu_numeral_read(r, end, out)) == 0 ||
      out->value.denominator > 0) return 0;
  out->value.exponent = (int16_t)(out->value.exponent - (int)sense->value);
  return end;
}

/* 半, 一半. */
static size_t half (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_match(r, at, BIT(DIGIT), &sense), end;
  if (from == 0 || sense->value != 1) from = at;
  end = jilu_match(r, from, BIT(HALF), &sense);
  if (end == 0 || is_word(r, at, end)) return 0;
  memset(out, 0, sizeof *out);
  jilu_decimal_set(&out->value, 5);
  out->value.exponent = -1;
  return end;
}

/* 又二分之一 behind a whole number: one fraction. */
static size_t mixed (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  jilu_numeral part;
  jilu_decimal all = out->value;
  uint64_t whole, above, below;
  size_t end = jilu_match(r, at, BIT(MIXED), &sense);
  if (end == 0 || (end = jilu_numeral_read(r, end, &part)) == 0 ||
      part.value.denominator == 0) return at;
  below = part.value.denominator;
  part.value.denominator = 0;
  all.negative = false;
  if (!jilu_decimal_integer(&all, &whole) || whole > 1000000000 ||
      !jilu_decimal_integer(&part.value, &above) || above > 1000000000)
    return at;
  jilu_decimal_set(&all, whole * below + above);
  all.negative = out->value.negative;
  all.denominator = (uint32_t)below;
  out->value = all;
  return end;
}

/* .25: decimals without a digit before the point. */
static size_t decimals (const jilu_reader *r, size_t at, jilu_numeral *out) {
  size_t end = at + 1;
  if (!(at < r->size && jilu_is_decimal_mark(r, at) && is_digit_at(r, end)) ||
      (at > 0 && is_digit_at(r, at - 1))) return 0;
  memset(out, 0, sizeof *out);
  for (; is_digit_at(r, end); end++)
    if (!jilu_decimal_push(&out->value, (char)r->text[end])) return 0;
  out->value.exponent = (int16_t)-(int)(end - at - 1);
  return metric(r, end, &out->value);
}

static size_t plain (const jilu_reader *r, size_t at, jilu_numeral *out) {
  size_t end = jilu_numeral_read(r, at, out), next;
  if (r->vocabulary->writing.spaced &&
      (next = jilu_parts_read(r, at, end, out)) != 0)
    return next;
  if (end == 0 || is_word(r, at, end)) return 0;
  if (out->value.denominator > 0) return end;
  if (!out->chinese && jilu_is_digit(r->text[end - 1])) {
    if ((next = exponent(r, end, &out->value)) != end ||
        (next = metric(r, end, &out->value)) != end) return next;
  }
  return mixed(r, end, out);
}

size_t jilu_number_read (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(MINUS), &sense), from = at;
  bool negative = end != 0;
  if (negative) from = jilu_skip_spaces(r, end);
  if ((end = share(r, from, out)) == 0 && (end = half(r, from, out)) == 0 &&
      (end = decimals(r, from, out)) == 0) {
    end = negative ? 0 : jilu_match(r, at, BIT(ORDINAL), &sense);
    end = plain(r, end != 0 ? end : from, out);
  }
  if (end != 0 && negative) out->value.negative = !out->value.negative;
  return end;
}

/* Back from 'at' to where a character begins. */
static size_t character (const unsigned char *text, size_t at) {
  while (at > 0 && (text[at] & 0xC0) == 0x80) at--;
  return at;
}

jilu_status jilu_number_at (const unsigned char *text, size_t size,
                            const jilu_vocabulary *vocabulary, size_t at,
                            jilu_numeral *out, size_t *end) {
  jilu_reader r;
  jilu_status status;
  size_t begin = at > BEFORE ? character(text, at - BEFORE) : 0;
  *end = 0;
  if (at < size && character(text, at) != at) return JILU_OK;
  if (size - at > LONGEST) size = character(text, at + LONGEST);
  status = jilu_reader_open(&r, text + begin, size - begin, vocabulary);
  if (status != JILU_OK) return status;
  *end = jilu_number_read(&r, at - begin, out);
  if (*end != 0) *end += begin;
  jilu_reader_close(&r);
  return JILU_OK;
}
