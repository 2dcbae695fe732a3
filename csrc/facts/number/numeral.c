#include "facts/number/numeral.h"

#include <string.h>

#include "facts/fact.h"
#include "facts/number/numeral_words.h"
#include "vocabulary/particle.h"

/* Powers of ten that section words may add up to: 万亿亿 has 20. */
#define SECTIONS_MOST 20

#define NUMERAL (JILU_CLASS_BIT(DIGIT) | JILU_CLASS_BIT(POWER) | \
                 JILU_CLASS_BIT(TENS))
/* No numeral is longer, so that no run of digits is read again and again. */
#define PLAIN 18      /* digits that most numbers have at most */
#define TOKENS 24     /* digits and powers of a section */
#define TERMS 12      /* sections: 一万二千亿 has two */
/* What may follow a Chinese digit in a numeral. */
#define BEHIND_DIGIT (NUMERAL | JILU_CLASS_BIT(SECTION) | \
                      JILU_CLASS_BIT(POINT))

/* --- Chinese digits ------------------------------------------------------- */

/* What one section (below 万) is made of while it is read. */
typedef struct section {
  uint64_t sum;      /* of the digits that have their power */
  int pending;       /* a digit that waits for its power, -1: none */
  int last_power;    /* of the last power read, 0: none yet */
  bool zero;         /* 零 stands before the pending digit */
  unsigned tokens;
} section;

static const uint64_t tens[] = {1, 10, 100, 1000, 10000};

static bool take_power (section *s, int power) {
  if (power > 4 || (s->last_power != 0 && power >= s->last_power)) return false;
  /* 一百十二 is said for 一百一十二 */
  if (s->pending < 0 && (power > 1 || s->tokens > 0) && !s->zero &&
      !(power == 1 && s->last_power > 1)) return false;
  /* 零十 is ten */
  s->sum += (uint64_t)(s->pending <= 0 ? 1 : s->pending) * tens[power];
  s->pending = -1;
  s->last_power = power;
  s->zero = false;
  return true;
}

static bool take_digit (section *s, int digit) {
  if (s->pending == 0 && s->tokens == 1) s->zero = true;
  else if (s->pending >= 0) return false;
  if (digit == 0 && s->tokens > 0) s->zero = true;
  else s->pending = digit;
  return true;
}

/* Past spaces inside a numeral: a word of 'classes' is behind them. */
static size_t behind_gap (const jilu_reader *r, size_t at,
                          jilu_classes classes) {
  const jilu_sense *sense = NULL;
  size_t next = jilu_skip_spaces(r, at);
  if (next == at || jilu_match(r, next, classes, &sense) == 0 ||
      jilu_is_digit(r->text[next])) return at;
  return next;
}

/* Reads one section in powers: 三千五百零二, 十五, 廿三. */
static size_t chinese_section (const jilu_reader *r, size_t at,
                               jilu_decimal *d) {
  section s = {0, -1, 0, false, 0};
  const jilu_sense *sense = NULL;
  size_t end, good = 0;
  while (s.tokens < TOKENS &&
         (end = jilu_match(r, at, NUMERAL, &sense)) != 0) {
    int v = (int)sense->value;
    bool ok;
    if (jilu_sense_is(sense, JILU_CLASS_BIT(DIGIT))) ok = take_digit(&s, v);
    else if (jilu_sense_is(sense, JILU_CLASS_BIT(POWER))) ok = take_power(&s, v);
    else {
      ok = s.tokens == 0 || s.zero || s.last_power > 1;
      s.sum += (uint64_t)v;
      s.last_power = 1;
      s.zero = false;
    }
    if (!ok) break;
    s.tokens++;
    if (!(s.zero && s.pending < 0)) good = end;
    at = behind_gap(r, end, jilu_sense_is(sense, JILU_CLASS_BIT(POWER))
                                ? JILU_CLASS_BIT(DIGIT)
                                : JILU_CLASS_BIT(POWER));
  }
  if (good == 0) return 0;
  /* 二百五 is 250: a lone digit behind a power counts the next lower one */
  if (s.pending > 0 && s.last_power > 1 && !s.zero)
    s.sum += (uint64_t)s.pending * tens[s.last_power - 1];
  else if (s.pending > 0)
    s.sum += (uint64_t)s.pending;
  jilu_decimal_set(d, s.sum);
  return good;
}

/* Digits one by one, at least two: 二〇一九, 三五. Returns how many. */
static unsigned positional (const jilu_reader *r, size_t at, size_t *end,
                            jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  unsigned n = 0;
  size_t next;
  memset(d, 0, sizeof *d);
  while (n < JILU_DECIMAL_DIGITS &&
         (next = jilu_match(r, at, JILU_CLASS_BIT(DIGIT), &sense)) != 0 &&
         !jilu_is_digit(r->text[at])) {
    if (!jilu_decimal_push(d, (char)('0' + (int)sense->value))) break;
    n++;
    at = next;
  }
  *end = at;
  return n;
}

/* --- sections of 万 and 亿 ------------------------------------------------- */

static size_t section_words (const jilu_reader *r, size_t at, int *exponent) {
  const jilu_sense *sense = NULL;
  size_t end;
  *exponent = 0;
  /* a run of 万 is noise, and is not looked through again and again */
  while (*exponent < SECTIONS_MOST &&
         (end = jilu_match(r, behind_gap(r, at, JILU_CLASS_BIT(SECTION)),
                           JILU_CLASS_BIT(SECTION), &sense)) != 0) {
    *exponent += (int)sense->value;
    at = end;
  }
  return at;
}

/* A 零 in front of Arabic digits: 1千零20. */
static size_t behind_zero (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, JILU_CLASS_BIT(DIGIT), &sense);
  if (end == 0 || sense->value != 0 || jilu_is_digit(r->text[at]) ||
      jilu_digit_run(r, end) == 0) return at;
  return end;
}

/* 5百 or 20 behind 3千: less than the power before it. */
static size_t arabic_part (const jilu_reader *r, size_t at, int *power,
                           jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  jilu_decimal part;
  size_t from = jilu_skip_spaces(r, at), begin = behind_zero(r, from), end;
  unsigned n = jilu_digit_run(r, begin);
  memset(&part, 0, sizeof part);
  if (n == 0 || (int)n > *power || !jilu_push_digits(r, begin, n, &part))
    return at;
  end = jilu_match(r, behind_gap(r, begin + n, JILU_CLASS_BIT(POWER)),
                   JILU_CLASS_BIT(POWER), &sense);
  if (end != 0) {
    if ((int)sense->value >= *power) return at;
    *power = part.exponent = (int16_t)sense->value;
  }
  else {
    /* 3千5 is 3500; behind a space a number of its own begins */
    if (from != at || (begin == from && n > 1)) return at;
    if (begin == from) part.exponent = (int16_t)(*power - 1);
    *power = 0;
    end = begin + n;
  }
  return jilu_decimal_add(d, &part, d) ? end : at;
}

/* Arabic digits may be followed by powers: 3千, 6千8百. */
static size_t arabic_powers (const jilu_reader *r, size_t at,
                             jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, behind_gap(r, at, JILU_CLASS_BIT(POWER)),
                          JILU_CLASS_BIT(POWER), &sense), next;
  int power;
  if (end == 0) return at;
  power = (int)sense->value;
  d->exponent = (int16_t)(d->exponent + power);
  while (power > 0 && d->exponent >= 0 &&
         (next = arabic_part(r, end, &power, d)) != end)
    end = next;
  return end;
}

/* 一万二 is 12000, 3万5 is 35000: one lone digit behind a section. */
static bool is_lone_digit (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense =
      jilu_sense_of(r, at, end, JILU_CLASS_BIT(DIGIT));
  if (jilu_is_digit(r->text[at])) return end == at + 1 && r->text[at] > '0';
  return sense != NULL && sense->value > 0;
}

/* The point and what follows it, said digit by digit: 三点五, 10点233. */
static size_t spoken_decimals (const jilu_reader *r, size_t at,
                               jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  jilu_decimal tail;
  size_t point = jilu_match(r, at, JILU_CLASS_BIT(POINT), &sense), end;
  unsigned n, i;
  if (point == 0 || d->exponent < 0) return at;
  if (jilu_particle_at(r, point) == JILU_TWO) return at;
  n = positional(r, point, &end, &tail);
  if (n == 0) return at;
  for (; d->exponent > 0; d->exponent--)
    if (!jilu_decimal_push(d, '0')) return at;
  /* leading zeros were dropped by the push: put them back */
  for (i = tail.count; i < n; i++)
    if (!jilu_decimal_push(d, '0')) return at;
  for (i = 0; i < tail.count; i++)
    if (!jilu_decimal_push(d, tail.digits[i])) return at;
  d->exponent = (int16_t)-(int)n;
  return end;
}

static size_t term (const jilu_reader *r, size_t at, jilu_decimal *d,
                    bool *chinese) {
  size_t end = jilu_numeral_digits_read(r, at, d);
  if (end != 0) {
    *chinese = false;
    return arabic_powers(r, end, d);
  }
  return chinese_section(r, at, d);
}

/* What is read of the terms of a numeral so far. */
typedef struct terms {
  jilu_decimal total;
  int last;          /* the section exponent of the last term */
  unsigned count;
} terms;

/* Below 10^exponent, so that it can follow a term of that section. */
static bool fits_below (const jilu_decimal *d, int exponent) {
  jilu_decimal limit;
  jilu_decimal_set(&limit, 1);
  limit.exponent = (int16_t)exponent;
  return jilu_decimal_compare(d, &limit) < 0;
}

/* Adds one term of section 'exponent'; false where it can't follow. */
static bool add_term (terms *t, jilu_decimal *part, int exponent, bool lone) {
  if (t->count == 0) {
    t->total = *part;
    t->total.exponent = (int16_t)(t->total.exponent + exponent);
  }
  else {
    if (!fits_below(part, t->last)) return false;
    if (lone && exponent == 0) part->exponent = (int16_t)(t->last - 1);
    else if (exponent < t->last)
      part->exponent = (int16_t)(part->exponent + exponent);
    if (!jilu_decimal_add(&t->total, part, &t->total)) return false;
    /* 一万二千亿: a greater section counts all before it */
    if (exponent > t->last)
      t->total.exponent = (int16_t)(t->total.exponent + exponent);
  }
  t->last = exponent;
  t->count++;
  return true;
}

/* Where the next term begins: behind spaces only if it has its own power. */
static size_t next_term (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t next = jilu_skip_spaces(r, at);
  unsigned n = jilu_digit_run(r, next);
  if (next == at) return behind_zero(r, at);
  if (n == 0 || jilu_match(r, jilu_skip_spaces(r, next + n),
                           JILU_CLASS_BIT(POWER) | JILU_CLASS_BIT(SECTION),
                           &sense) == 0) return at;
  return next;
}

static size_t whole (const jilu_reader *r, size_t at, jilu_numeral *out) {
  terms t;
  memset(&t, 0, sizeof t);
  for (;;) {
    jilu_decimal part;
    int exponent;
    bool chinese = out->chinese, decimal;
    size_t from = t.count > 0 ? next_term(r, at) : at, next;
    size_t end = term(r, from, &part, &chinese);
    if (end == 0) break;
    if (t.count == 0) end = spoken_decimals(r, end, &part);
    decimal = part.exponent < 0;
    next = section_words(r, end, &exponent);
    if (!add_term(&t, &part, exponent, t.count > 0 && from == at &&
                                           is_lone_digit(r, at, end)))
      break;
    out->chinese = chinese;
    at = next;
    /* nothing comes behind 1.2亿 */
    if (exponent == 0 || decimal || t.count == TERMS) break;
  }
  out->value = t.total;
  return t.count > 0 ? spoken_decimals(r, at, &out->value) : 0;
}

/* --- ranges said as two neighbours: 三五, 七八百, 十五六 --------------------- */

static int digit_here (const jilu_reader *r, size_t at, size_t *end) {
  const jilu_sense *sense = NULL;
  *end = jilu_match(r, at, JILU_CLASS_BIT(DIGIT), &sense);
  if (*end == 0 || jilu_is_digit(r->text[at])) return 0;
  return (int)sense->value;
}

static bool neighbours (int a, int b) {
  return a > 0 && (b == a + 1 || (a == 3 && b == 5));
}

static size_t pair (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t first, second, end, tens_end;
  int lower = 0, a, b, exponent = 0, more;
  a = digit_here(r, at, &first);   /* 三 of 三十五六 */
  if (first == 0) first = at;
  tens_end = jilu_match(r, first, JILU_CLASS_BIT(POWER), &sense);
  if (tens_end != 0 && sense->value == 1) {
    lower = first == at ? 10 : 10 * a;
    at = tens_end;
  }
  a = digit_here(r, at, &first);
  b = first != 0 ? digit_here(r, first, &second) : 0;
  if (first == 0 || second == 0 || !neighbours(a, b)) return 0;
  if (digit_here(r, second, &end) != 0) return 0;
  end = jilu_match(r, second, JILU_CLASS_BIT(POWER), &sense);
  if (end != 0 && lower == 0) exponent = (int)sense->value;
  else end = second;
  if (jilu_match(r, end, NUMERAL, &sense) != 0) return 0;
  end = section_words(r, end, &more);
  jilu_decimal_set(&out->value, (uint64_t)(lower + a));
  jilu_decimal_set(&out->max, (uint64_t)(lower + b));
  out->value.exponent = out->max.exponent = (int16_t)(exponent + more);
  return end;
}

/* Digits one by one where no power follows: 二〇一九, 一九九八. */
static size_t one_by_one (const jilu_reader *r, size_t at,
                          jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t end;
  unsigned n = positional(r, at, &end, &out->value);
  if (n < 2 || jilu_match(r, end, NUMERAL | JILU_CLASS_BIT(SECTION), &sense))
    return 0;
  out->positional = true;
  return spoken_decimals(r, end, &out->value);
}

/* A Chinese digit that nothing of a numeral follows, as most do: 一个. */
static size_t lone (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t end;
  if (at >= r->size ||
      (jilu_starts_at(r, at) & NUMERAL) != JILU_CLASS_BIT(DIGIT) ||
      (end = jilu_match(r, at, JILU_CLASS_BIT(DIGIT), &sense)) == 0) return 0;
  if (end < r->size &&
      (r->text[end] == ' ' || r->text[end] == '\t' ||
       jilu_is_digit(r->text[end]) || (jilu_starts_at(r, end) & BEHIND_DIGIT)))
    return 0;
  jilu_decimal_set(&out->value, (uint64_t)sense->value);
  return end;
}

/* Arabic digits that nothing of a numeral follows, as most do: 25名. */
static size_t plain (const jilu_reader *r, size_t at, jilu_numeral *out) {
  unsigned n = jilu_digit_run(r, at);
  size_t end = at + n;
  if (n > PLAIN) return 0;
  if (end < r->size &&
      (strchr(" \t.,", r->text[end]) != NULL ||
       (jilu_starts_at(r, end) & BEHIND_DIGIT)))
    return 0;
  out->chinese = false;
  return jilu_push_digits(r, at, n, &out->value) ? end : 0;
}

static size_t unsigned_numeral (const jilu_reader *r, size_t at,
                                jilu_numeral *out) {
  size_t end;
  memset(out, 0, sizeof *out);
  out->chinese = true;
  if (at < r->size && jilu_is_digit(r->text[at])) {
    end = plain(r, at, out);
    return end != 0 ? end : whole(r, at, out);
  }
  if ((end = lone(r, at, out)) != 0) return end;
  if ((end = pair(r, at, out)) != 0) return end;
  if ((end = one_by_one(r, at, out)) != 0) return end;
  return whole(r, at, out);
}

/* N 分之 M: M/N. */
static size_t fraction (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  jilu_numeral above;
  uint64_t below;
  size_t end = jilu_match(r, at, JILU_CLASS_BIT(FRACTION), &sense);
  if (end == 0 || !jilu_decimal_integer(&out->value, &below)) return at;
  if (below == 0 || below > UINT32_MAX) return at;
  end = unsigned_numeral(r, end, &above);
  if (end == 0 || above.value.exponent != 0) return at;
  above.value.denominator = (uint32_t)below;
  *out = above;
  return end;
}

static size_t numeral (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t end, minus;
  if (r->vocabulary->writing.spaced) return jilu_numeral_words_read(r, at, out);
  minus = jilu_match(r, at, JILU_CLASS_BIT(MINUS), &sense);
  end = unsigned_numeral(r, minus != 0 ? minus : at, out);
  if (end == 0) return 0;
  end = fraction(r, end, out);
  out->value.negative = minus != 0;
  return end;
}

/* Apart, so that what is known already keeps to registers. */
static __attribute__((noinline)) size_t read_anew (const jilu_reader *r,
                                                   size_t at,
                                                   jilu_numeral_at *last,
                                                   jilu_numeral *out) {
  last->end = (uint32_t)numeral(r, at, &last->numeral);
  last->at = (uint32_t)at;
  if (last->end != 0) *out = last->numeral;
  return last->end;
}

size_t jilu_numeral_read (const jilu_reader *r, size_t at, jilu_numeral *out) {
  jilu_numeral_at *last;
  if (at >= r->size || (!jilu_is_digit(r->text[at]) &&
                        !(jilu_starts_at(r, at) & JILU_NUMERAL_BEGINNING)))
    return 0;
  last = &r->reading->numerals[at % JILU_NUMERALS];
  if (last->at != at) return read_anew(r, at, last, out);
  if (last->end != 0) *out = last->numeral;
  return last->end;
}

size_t jilu_range_word (const jilu_reader *r, size_t begin, size_t at) {
  const jilu_sense *sense = NULL, *before = NULL;
  size_t end = jilu_match(r, at, JILU_CLASS_BIT(RANGE), &sense);
  if (end == 0 || *sense->code != 'b') return end;
  while (begin > 0 && r->text[begin - 1] == ' ') begin--;
  if (jilu_match_back(r, begin, 0, JILU_CLASS_BIT(APPROX_BEFORE), &before) ==
      (size_t)-1) return 0;
  return before->value == JILU_RANGE ? end : 0;
}
