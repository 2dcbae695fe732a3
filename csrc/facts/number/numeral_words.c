#include "facts/number/numeral_words.h"

#include <stdlib.h>
#include <string.h>

#include "facts/noun/counted.h"
#include "facts/number/exponent.h"

#define power_of_ten jilu_power_of_ten

#define BIT JILU_CLASS_BIT
#define WORDS (BIT(DIGIT) | BIT(TENS) | BIT(POWER) | BIT(SECTION))
#define TOKENS 24        /* words of a numeral, so that no run is read again */
#define SECTIONS 3       /* hundred thousand million behind digits */
#define PARTS_OF 's'     /* code of "of a" before a million */
#define LARGEST 15       /* power of ten that a section may have */

/* What is read of a numeral in words. */
typedef struct sum {
  uint64_t total;        /* of the sections that are complete */
  uint64_t part;         /* of the one that is read */
  int section;           /* exponent of the last section; LARGEST + 1: none */
  jilu_classes last;     /* the class of the last word; 0: none */
} sum;

static const uint64_t powers[] = {1, 10, 100, 1000, 10000};

/* five, behind forty only if it is below ten; nineteen, a million. */
static bool take_digit (sum *s, uint64_t value) {
  if (s->last == BIT(DIGIT) || (s->last == BIT(TENS) && value >= 10))
    return false;
  if (s->last != 0 && value >= 100) return false;
  s->part += value;
  return true;
}

static bool take_section (sum *s, int exponent) {
  /* three lakh crore, a thousand million */
  if (s->last == BIT(SECTION) && s->part == 0 && s->total > 0) {
    if (exponent < 6 || s->total > UINT64_MAX / 10 / power_of_ten(exponent))
      return false;
    s->total *= power_of_ten(exponent);
    s->section = exponent;
    return true;
  }
  if (s->part == 0 || exponent < 1 || exponent >= s->section ||
      s->part > UINT64_MAX / 10 / power_of_ten(exponent)) return false;
  s->total += s->part * power_of_ten(exponent);
  s->part = 0;
  s->section = exponent;
  return true;
}

static bool take (sum *s, const jilu_sense *word) {
  bool ok;
  if (jilu_sense_is(word, BIT(DIGIT)))
    ok = take_digit(s, (uint64_t)word->value);
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

/* five of twenty and five, if it is not of a list that goes on */
static bool is_below_ten (const jilu_reader *r, size_t at) {
  const jilu_sense *word = NULL;
  size_t end = jilu_match(r, at, BIT(DIGIT), &word);
  return end != 0 && word->value >= 1 && word->value < 10 &&
         *word->text == '\0' && jilu_counted_noun(r, end).end != 0;
}

static size_t behind_and (const jilu_reader *r, size_t at) {
  const jilu_sense *word = NULL;
  size_t end = jilu_match(r, at, BIT(NUMERAL_JOIN), &word);
  return end > at + 1 ? jilu_skip_spaces(r, end) : 0;
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
  /* ninety - five */
  if (s->last == BIT(TENS) && from == at + 1 && from + 2 < r->size &&
      r->text[from] == '-' && r->text[from + 1] == ' ' &&
      is_below_ten(r, from + 2)) return from + 2;
  if (s->last == BIT(TENS) && (end = behind_and(r, from)) != 0 &&
      is_below_ten(r, end)) return end;
  end = jilu_match(r, from, BIT(NUMERAL_JOIN), &sense);
  if (end == 0) return from > at ? from : 0;
  if (s->last == BIT(SECTION) || (s->last == BIT(POWER) && from > at))
    return jilu_skip_spaces(r, end);
  return 0;
}

/* thirty-fifths of one hundred thirty-fifths: what it is divided by. */
static bool divides (const jilu_reader *r, size_t at) {
  const jilu_sense *below = NULL, *word = NULL;
  size_t end = jilu_match(r, at, BIT(DENOMINATOR), &below);
  return end != 0 && *below->code != '1' &&
         end > jilu_match(r, at, WORDS, &word);
}

/* ½: its denominator; 0 for any other word. */
static uint32_t parts_of (const jilu_sense *word) {
  return *word->text == '\0' || !jilu_sense_is(word, BIT(DIGIT))
             ? 0 : (uint32_t)atoi(word->text);
}

/* three dozen */
static bool take_dozens (sum *s, const jilu_sense *word) {
  uint64_t n = s->total + s->part;
  if (n == 0 || n > UINT32_MAX) return false;
  s->total = n * (uint64_t)atoi(word->text);
  s->part = 0;
  s->section = 1;
  s->last = BIT(SECTION);
  return true;
}

static bool take_any (sum *s, const jilu_sense *word) {
  if (parts_of(word) > 0) return false;
  if (jilu_sense_is(word, BIT(SECTION)) && *word->text != '\0')
    return take_dozens(s, word);
  return take(s, word);
}

/* '*split' gets where the last "and" begins, and '*head' what is before it. */
static size_t in_words (const jilu_reader *r, size_t at, jilu_decimal *d,
                        size_t *split, uint64_t *head) {
  sum s = {0, 0, LARGEST + 1, 0}, before = s;
  const jilu_sense *sense = NULL, *join = NULL;
  size_t good = 0, end;
  int n;
  for (n = 0; n < TOKENS; n++) {
    size_t from = n == 0 ? at : next_word(r, good, &s);
    if ((from == 0 && n > 0) || (n > 0 && divides(r, from)) ||
        (end = jilu_match(r, from, WORDS, &sense)) == 0) break;
    before = s;
    if (!take_any(&s, sense)) {
      s = before;
      break;
    }
    if (n > 0 && jilu_match(r, jilu_skip_spaces(r, good), BIT(NUMERAL_JOIN),
                            &join) > good + 2) {
      *split = good;
      *head = before.total + before.part;
    }
    good = end;
  }
  if (good != 0) jilu_decimal_set(d, s.total + s.part);
  return good;
}

/* million of 3.5 million, bn of 3.5bn; dozen of 3 dozen. */
static size_t sections (const jilu_reader *r, size_t at, jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  uint64_t whole_part;
  size_t end;
  int n;
  for (n = 0; n < SECTIONS &&
         (end = jilu_match(r, jilu_skip_spaces(r, at),
                           BIT(POWER) | BIT(SECTION), &sense)) != 0; n++) {
    if (*sense->text == '\0')
      d->exponent = (int16_t)(d->exponent + (int)sense->value);
    else if (jilu_decimal_integer(d, &whole_part) && whole_part < UINT32_MAX)
      jilu_decimal_set(d, whole_part * (uint64_t)atoi(sense->text));
    at = end;
  }
  return at;
}

/* 3 hundred and 21 behind 4 thousand: each less than the power before. */
static size_t lesser (const jilu_reader *r, size_t at, jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  jilu_decimal part, limit;
  size_t split = 0;
  uint64_t head = 0;
  int n;
  for (n = 0; n < SECTIONS && d->exponent >= 2; n++) {
    size_t from = jilu_skip_spaces(r, at), end, next;
    size_t join = jilu_match(r, from, BIT(NUMERAL_JOIN), &sense);
    if (join > from + 1) from = jilu_skip_spaces(r, join);
    end = jilu_numeral_digits_read(r, from, &part);
    if (end == 0 && join != 0) end = in_words(r, from, &part, &split, &head);
    if (end == 0 || part.exponent < 0 || part.digits[0] == '0') return at;
    next = sections(r, end, &part);
    if (next == end && join == 0) return at;
    memset(&limit, 0, sizeof limit);
    jilu_decimal_set(&limit, 1);
    limit.exponent = d->exponent;
    if (jilu_decimal_compare(&part, &limit) >= 0 ||
        !jilu_decimal_add(d, &part, &limit)) return at;
    limit.exponent = limit.exponent < part.exponent ? limit.exponent
                                                    : part.exponent;
    *d = limit;
    if (part.exponent == 0) return next;
    at = next;
  }
  return at;
}

/* zero three of two hundred point zero three, seventy-one of ten point 71. */
static size_t point (const jilu_reader *r, size_t at, jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(r, at), end, good = at;
  jilu_decimal all = *d, tail;
  uint64_t n, zero = 0;
  size_t split = 0;
  int digits = 0;
  char text[24];
  if (from == at || !jilu_decimal_integer(d, &n) ||
      (end = jilu_match(r, from, BIT(POINT), &sense)) == 0) return at;
  jilu_decimal_set(&all, n);
  while (digits < 12) {
    from = jilu_skip_spaces(r, end);
    end = jilu_match(r, from, BIT(DIGIT) | BIT(TENS), &sense);
    if (from == good || end == 0 || sense->value > 99 || parts_of(sense) > 0)
      break;
    if (sense->value >= 10) {   /* seventy-one, alone */
      end = digits > 0 ? 0 : in_words(r, from, &tail, &split, &zero);
      if (end == 0 || !jilu_decimal_integer(&tail, &n) || n > 99) break;
      (void)jilu_decimal_text(&tail, text);
      if (!jilu_decimal_push(&all, text[0]) ||
          !jilu_decimal_push(&all, text[1])) return at;
      digits = 2;
      good = end;
      break;
    }
    /* a leading zero is none of the digits of a decimal */
    if (!jilu_decimal_push(&all, (char)('0' + (int)sense->value))) return at;
    digits++;
    good = end;
  }
  if (digits == 0) return at;
  all.exponent = (int16_t)-digits;
  *d = all;
  return good;
}

/* The word at 'at' is a fraction by itself: ½. */
static size_t sign_of_parts (const jilu_reader *r, size_t at,
                             const jilu_sense **sense) {
  size_t end = jilu_match(r, at, BIT(DIGIT), sense);
  return end != 0 && parts_of(*sense) > 0 ? end : 0;
}

static size_t whole (const jilu_reader *r, size_t at, jilu_numeral *out,
                     size_t *split, uint64_t *head) {
  const jilu_sense *sense = NULL;
  size_t end, next;
  if (at >= r->size || !jilu_is_digit(r->text[at])) {
    out->chinese = true;
    if ((end = sign_of_parts(r, at, &sense)) != 0) {
      jilu_decimal_set(&out->value, (uint64_t)sense->value);
      out->value.denominator = parts_of(sense);
      return end;
    }
    end = in_words(r, at, &out->value, split, head);
    return end != 0 ? point(r, end, &out->value) : 0;
  }
  end = jilu_numeral_digits_read(r, at, &out->value);
  if (end == 0) return 0;
  if ((next = jilu_exponent_read(r, end, &out->value)) != end) return next;
  next = sections(r, end, &out->value);
  return next != end ? lesser(r, next, &out->value) : end;
}

/* value + above/below, where it can be said. */
static bool add_parts (jilu_decimal *value, uint64_t n, uint64_t above,
                       uint64_t below) {
  if (n > 1000000000 || above > 1000000000 || below < 2 ||
      below > UINT32_MAX || above >= below) return false;
  jilu_decimal_set(value, n * below + above);
  value->denominator = (uint32_t)below;
  return true;
}

/* a half, one fifth, three quarters at 'at'; 0: no parts of one. */
static size_t parts_at (const jilu_reader *r, size_t at, uint64_t *above,
                        uint64_t *below) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(r, at, BIT(ARTICLE), &sense), split = 0;
  jilu_decimal d;
  uint64_t head = 0;
  if (end != 0) *above = 1;
  else {
    end = in_words(r, at, &d, &split, &head);
    if (end == 0 || split != 0 || !jilu_decimal_integer(&d, above)) return 0;
    if (end < r->size && r->text[end] == '-') end++;
  }
  end = jilu_match(r, jilu_skip_spaces(r, end), BIT(DENOMINATOR), &sense);
  if (end == 0 || (*above == 1) != (*sense->code == '1')) return 0;
  *below = (uint64_t)sense->value;
  return end;
}

/* n + above / below of a section, in the lowest terms. */
static bool add_parts_of (jilu_decimal *d, uint64_t n, uint64_t above,
                          uint64_t below, uint64_t of) {
  uint64_t a, b, rest, all;
  if (n > UINT64_MAX / 1000000 || above >= below || below > 1000) return false;
  all = n * below + above * of;
  for (a = all, b = below; b != 0; a = b, b = rest) rest = a % b;
  jilu_decimal_set(d, all / a);
  if (below / a > 1) d->denominator = (uint32_t)(below / a);
  return true;
}

/* The last section of a number of sections alone: a million of 3 million. */
static uint64_t last_section (uint64_t n) {
  uint64_t of = 1000000000000;
  while (of >= 1000000 && n % of != 0) of /= 1000;
  return of < 1000000 ? 0 : of;
}

/*
** What 'above' parts of 'below' up to 'end' are parts of: one and a half; five
** and a half million; a million and a half.
*/
static size_t parts_behind (const jilu_reader *r, jilu_numeral *out, uint64_t n,
                            uint64_t above, uint64_t below, size_t end,
                            size_t at) {
  const jilu_sense *sense = NULL;
  uint64_t of = last_section(n), section;
  size_t next = jilu_match(r, jilu_skip_spaces(r, end), BIT(SECTION), &sense);
  if (next == 0 || *sense->text != '\0') {
    if (of > 0 && n > 0 && jilu_is_letter(r->text[at - 1]) &&
        add_parts_of(&out->value, n, above, below, of)) return end;
    return add_parts(&out->value, n, above, below) ? end : at;
  }
  section = power_of_ten((int)sense->value);
  if (n >= 1000 && of > section)
    return add_parts_of(&out->value, n, above, below, section) ? next : at;
  if (below != 2) return add_parts(&out->value, n, above, below) ? end : at;
  jilu_decimal_set(&out->value, 10 * n + 5);
  out->value.exponent = (int16_t)((int)sense->value - 1);
  return next;
}

/* "and a half" behind one, ½ behind 2, 1/2 behind 10. */
static size_t mixed (const jilu_reader *r, size_t at, jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  uint64_t n, above = 0, below = 0;
  size_t from = jilu_skip_spaces(r, at), end;
  if (out->value.denominator > 0 || !jilu_decimal_integer(&out->value, &n))
    return at;
  if (jilu_is_digit(r->text[at - 1]) &&
      (end = sign_of_parts(r, from, &sense)) != 0)
    return add_parts(&out->value, n, (uint64_t)sense->value, parts_of(sense))
               ? end : at;
  if (jilu_is_digit(r->text[at - 1]) && from == at + 1 &&
      from + 2 < r->size && jilu_is_digit(r->text[from]) &&
      r->text[from + 1] == '/' && jilu_is_digit(r->text[from + 2])) {
    above = (uint64_t)(r->text[from] - '0');
    for (end = from + 2; end < from + 5 && end < r->size &&
                         jilu_is_digit(r->text[end]); end++)
      below = below * 10 + (uint64_t)(r->text[end] - '0');
    return above > 0 && add_parts(&out->value, n, above, below) ? end : at;
  }
  end = jilu_match(r, from, BIT(NUMERAL_JOIN), &sense);
  if (end <= from + 1 ||
      (end = parts_at(r, jilu_skip_spaces(r, end), &above, &below)) == 0)
    return at;
  return parts_behind(r, out, n, above, below, end, at);
}

/* thirds of two thirds, fifth of one-fifth; three of two out of three. */
static size_t fraction (const jilu_reader *r, size_t at, jilu_numeral *out,
                        size_t split, uint64_t head) {
  const jilu_sense *sense = NULL;
  jilu_numeral below;
  uint64_t above, n;
  size_t from = jilu_skip_spaces(r, at), end;
  if (out->value.denominator > 0 ||
      !jilu_decimal_integer(&out->value, &above) || above == 0) return at;
  if (from < r->size && r->text[from] == '-')
    from = jilu_skip_spaces(r, from + 1);
  end = jilu_match(r, from, BIT(DENOMINATOR), &sense);
  if (end != 0 && (out->chinese || from == at + 1)) {
    n = (uint64_t)sense->value;
    /* one hundred | and three quarters */
    if (split != 0 && (above - head == 1) == (*sense->code == '1') &&
        (from = parts_behind(r, out, head, above - head, n, end, at)) != at)
      return from;
    if ((above == 1) != (*sense->code == '1') || n > UINT32_MAX) return at;
    out->value.denominator = (uint32_t)n;
    return end;
  }
  from = jilu_skip_spaces(r, at);
  memset(&below, 0, sizeof below);
  if ((end = jilu_match(r, from, BIT(FRACTION), &sense)) == 0 ||
      *sense->code == PARTS_OF || (*sense->code == '1' && above != 1) ||
      (end = whole(r, jilu_skip_spaces(r, end), &below, &split, &head)) == 0 ||
      !jilu_decimal_integer(&below.value, &n) || n <= above || n > 1000 ||
      jilu_counted_noun(r, end).end == 0) return at;
  out->value.denominator = (uint32_t)n;
  return end;
}

/*
** of a million behind two thirds: so many parts of it, where the quotient is
** one that can be said.
*/
static size_t of_section (const jilu_reader *r, size_t at, jilu_decimal *d) {
  const jilu_sense *sense = NULL;
  uint64_t above = 0, below = d->denominator, n;
  size_t end;
  if (below == 0) return at;
  end = jilu_match(r, jilu_skip_spaces(r, at), BIT(FRACTION), &sense);
  if (end == 0 || *sense->code != PARTS_OF ||
      (end = jilu_match(r, jilu_skip_spaces(r, end), BIT(SECTION),
                        &sense)) == 0 || *sense->text != '\0') return at;
  d->denominator = 0;
  if (!jilu_decimal_integer(d, &above) || above > 1000) {
    d->denominator = (uint32_t)below;
    return at;
  }
  n = above * power_of_ten((int)sense->value);
  jilu_decimal_set(d, n % below == 0 ? n / below : n);
  if (n % below != 0) d->denominator = (uint32_t)below;
  return end;
}

size_t jilu_numeral_words_read (const jilu_reader *r, size_t at,
                                jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  size_t minus, end, split = 0, next;
  uint64_t head = 0;
  memset(out, 0, sizeof *out);
  at = jilu_skip_spaces(r, at);
  minus = jilu_match(r, at, BIT(MINUS), &sense);
  /* minus 5, -5; 31 - 1 is a sum */
  if (minus != 0)
    at = jilu_is_letter(r->text[minus - 1]) ? jilu_skip_spaces(r, minus)
                                            : minus;
  end = whole(r, at, out, &split, &head);
  if (end == 0) return 0;
  next = fraction(r, end, out, split, head);
  end = next != end ? of_section(r, next, &out->value) : mixed(r, end, out);
  out->value.negative = minus != 0;
  return end;
}

/* Past what divides one numeral by the next: / over, in behind one. */
static size_t behind_division (const jilu_reader *r, size_t at,
                               const jilu_decimal *above) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(r, at), end;
  uint64_t n;
  if (at < r->size && r->text[at] == '/') return at + 1;
  if (from == at || !jilu_decimal_integer(above, &n)) return 0;
  end = jilu_match(r, from, BIT(FRACTION), &sense);
  if (end != 0)
    return *sense->code == PARTS_OF || (*sense->code == '1' && n != 1) ? 0
                                                                       : end;
  end = jilu_match(r, from, BIT(APPROX_BEFORE), &sense);
  return end != 0 && *sense->code == '/' ? end : 0;
}

size_t jilu_parts_read (const jilu_reader *r, size_t at, size_t end,
                        jilu_numeral *out) {
  const jilu_sense *sense = NULL;
  jilu_numeral below;
  uint64_t above = 1, n = 0;
  size_t next;
  if (end == 0) {
    if (jilu_match(r, at, BIT(ARTICLE), &sense) == 0 ||
        (next = parts_at(r, at, &above, &n)) == 0) return 0;
    memset(out, 0, sizeof *out);
    jilu_decimal_set(&out->value, 1);
    if (n > UINT32_MAX) out->value.exponent = -12;   /* a trillionth */
    else out->value.denominator = (uint32_t)n;
    return of_section(r, next, &out->value);
  }
  if (out->value.denominator > 0 ||
      !jilu_decimal_integer(&out->value, &above) ||
      (next = behind_division(r, end, &out->value)) == 0 ||
      (next = jilu_numeral_words_read(r, next, &below)) == 0 ||
      !jilu_decimal_integer(&below.value, &n) || n < 2 || n > UINT32_MAX)
    return 0;
  out->value.denominator = (uint32_t)n;
  return next;
}
