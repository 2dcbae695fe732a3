#include "facts/number/numeral_words.h"

#include <string.h>

#include "facts/noun/counted.h"

#define BIT JILU_CLASS_BIT
#define WORDS (BIT(DIGIT) | BIT(TENS) | BIT(POWER) | BIT(SECTION))
#define TOKENS 24        /* words of a numeral, so that no run is read again */
#define SECTIONS 3       /* hundred thousand million behind digits */
#define LARGEST 15       /* power of ten that a section may have */

/* What is read of a numeral in words. */
typedef struct sum {
  uint64_t total;        /* of the sections that are complete */
  uint64_t part;         /* of the one that is read */
  int section;           /* exponent of the last section; LARGEST + 1: none */
  jilu_classes last;     /* the class of the last word; 0: none */
} sum;

static const uint64_t powers[] = {1, 10, 100, 1000, 10000};

static uint64_t power_of_ten (int exponent) {
  uint64_t p = 1;
  while (exponent-- > 0) p *= 10;
  return p;
}

/* five, behind forty only if it is below ten; nineteen, a million. */
static bool take_digit (sum *s, uint64_t value) {
  if (s->last == BIT(DIGIT) || (s->last == BIT(TENS) && value >= 10))
    return false;
  if (s->last != 0 && value >= 100) return false;
  s->part += value;
  return true;
}

static bool take_section (sum *s, int exponent) {
  if (s->part == 0 || exponent < 1 || exponent >= s->section ||
      s->part > UINT64_MAX / 10 / power_of_ten(exponent)) return false;
  s->total += s->part * power_of_ten(exponent);
  s->part = 0;
  s->section = exponent;
  return true;
}

static bool take (sum *s, const jilu_sense *word) {
  bool ok;
  if (jilu_sense_is(word, BIT(DIGIT))) ok = take_digit(s, (uint64_t)word->value);
  else if (jilu_sense_is(word, BIT(TENS))) {
    ok = s->last != BIT(DIGIT) && s->last != BIT(TENS);
    s->part += ok ? (uint64_t)word->value : 0;
  }
  else if (jilu_sense_is(word, BIT(POWER))) {
    ok = s->part > 0 && s->part < 100 && word->value <= 4;
    s->part *= ok ? powers[(int)word->value] : 1;
  }
  else ok = take_section(s, (int)word->value);
  s->last = (jilu_classes)1 << word->class_;
  return ok;
}

/*
** Where the next word may begin: behind a hyphen or spaces; behind "and" or a
** comma only where a power or section is complete.
*/
static size_t next_word (const jilu_reader *r, size_t at, const sum *s) {
  const jilu_sense *sense = NULL;
  size_t from, end;
  if (at < r->size && r->text[at] == '-') return at + 1;
  from = jilu_skip_spaces(r, at);
  end = jilu_match(r, from, BIT(NUMERAL_JOIN), &sense);
  if (end == 0) return from > at ? from : 0;
  if (s->last == BIT(SECTION) || (s->last == BIT(POWER) && from > at))
    return jilu_skip_spaces(r, end);
  return 0;
}

static size_t in_words (const jilu_reader *r, size_t at, jilu_decimal *d) {
  sum s = {0, 0, LARGEST + 1, 0}, before = s;
  const jilu_sense *sense = NULL;
  size_t good = 0, end;
  int n;
  for (n = 0; n < TOKENS; n++) {
    size_t from = n == 0 ? at : next_word(r, good, &s);
    if ((from == 0 && n > 0) ||
        (end = jilu_match(r, from, WORDS, &sense)) == 0) break;
    before = s;
    if (!take(&s, sense)) {
      s = before;
      break;
    }
    good = end;
  }
  if (good != 0) jilu_decimal_set(d, s.total + s.part);
  return good;
}

/* million of 3.5 million, bn of 3.5bn. */
static size_t sections (const jilu_reader *r, size_t at, jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  size_t end;
  int n;
  for (n = 0; n < SECTIONS &&
         (end = jilu_match(r, jilu_skip_spaces(r, at),
                           BIT(POWER) | BIT(SECTION), &sense)) != 0; n++) {
    d->exponent = (int16_t)(d->exponent + (int)sense->value);
    at = end;
  }
  return at;
}

static size_t whole (const jilu_reader *r, size_t at, jilu_numeral *out) {
  size_t end;
  if (at >= r->size || !jilu_is_digit(r->text[at])) {
    out->chinese = true;
    return in_words(r, at, &out->value);
  }
  end = jilu_numeral_digits_read(r, at, &out->value);
  return end != 0 ? sections(r, end, &out->value) : 0;
}

/* thirds of two thirds, fifth of one-fifth; three of two out of three. */
static size_t fraction (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  jilu_numeral below;
  uint64_t above, n;
  size_t from = jilu_skip_spaces(r, at), end;
  if (!jilu_decimal_integer(&out->value, &above) || above == 0) return at;
  if (from == at && from < r->size && r->text[from] == '-') from++;
  end = jilu_match(r, from, BIT(DENOMINATOR), &sense);
  if (end != 0) {
    if ((above == 1) != (*sense->code == '1')) return at;
    out->value.denominator = (uint32_t)sense->value;
    return end;
  }
  memset(&below, 0, sizeof below);
  if ((end = jilu_match(r, from, BIT(FRACTION), &sense)) == 0 ||
      (*sense->code == '1' && above != 1) ||
      (end = whole(r, jilu_skip_spaces(r, end), &below)) == 0 ||
      !jilu_decimal_integer(&below.value, &n) || n <= above || n > 1000 ||
      jilu_counted_noun(r, end).end == 0) return at;
  out->value.denominator = (uint32_t)n;
  return end;
}

size_t jilu_numeral_words_read (const jilu_reader *r, size_t at,
                                jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t minus, end;
  memset(out, 0, sizeof *out);
  at = jilu_skip_spaces(r, at);
  minus = jilu_match(r, at, BIT(MINUS), &sense);
  /* minus 5, -5; 31 - 1 is a sum */
  if (minus != 0)
    at = jilu_is_letter(r->text[minus - 1]) ? jilu_skip_spaces(r, minus)
                                            : minus;
  end = whole(r, at, out);
  if (end == 0) return 0;
  end = fraction(r, end, out);
  out->value.negative = minus != 0;
  return end;
}
