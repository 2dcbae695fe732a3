/* Units, and what may follow one: coins, halves, smaller units of time. */

#include "facts/quantity/amount_unit.h"

#include <string.h>

#define BIT JILU_CLASS_BIT

/* --- units ---------------------------------------------------------------- */

/* Codes of UCUM, and how many of the next smaller one each holds. */
static const struct {
  const char *code;
  unsigned holds;
} durations[] = {{"a", 12}, {"mo", 30}, {"wk", 7}, {"d", 24}, {"h", 60},
                 {"min", 60}, {"s", 0}};
#define DURATIONS (sizeof durations / sizeof *durations)

static size_t duration_rank (const jilu_sense *unit) {
  size_t k = 0;
  if (unit == NULL || *unit->code == '\0') return DURATIONS;
  /* most units have another first letter */
  while (k < DURATIONS && (*unit->code != *durations[k].code ||
                           strcmp(unit->code, durations[k].code) != 0)) k++;
  return k;
}

bool jilu_is_duration (const jilu_sense *unit) {
  return duration_rank(unit) < DURATIONS;
}

bool jilu_is_money (const jilu_sense *unit) {
  return unit != NULL && strncmp(unit->code, "currency:", 9) == 0;
}

/* Is [at, end) the beginning of a longer word, such as 成 of 成立? */
bool jilu_begins_word (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, at, BIT(OPAQUE) | BIT(NOT_UNIT), &sense) > end;
}

/* The unit at 'at', or 0; spaces may stand before it. */
size_t jilu_unit_at (const jilu_reader *r, size_t at, size_t *from,
                     const jilu_sense **unit) {
  size_t end;
  *from = jilu_skip_spaces(r, at);
  if (r->vocabulary->writing.spaced &&
      (end = jilu_unit_in_brackets(r, from, unit)))
    return end;
  end = jilu_match(r, *from, BIT(UNIT), unit);
  if (end == 0 || jilu_begins_word(r, *from, end)) return 0;
  /* mg of mg/kg is not all of the unit */
  if (r->vocabulary->writing.spaced && end + 1 < r->size && r->text[end] == '/' &&
      jilu_is_letter(r->text[end + 1])) return 0;
  /* 5s may be fives, 5 s is five seconds */
  if (r->vocabulary->writing.spaced && *from == at && end == at + 1 &&
      r->text[at] == 's') return 0;
  /* a letter of a longer word is no unit: 3D, 5G网络 */
  if (jilu_is_letter(r->text[end - 1]) && end < r->size &&
      (jilu_is_letter(r->text[end]) || r->text[end] == '-' ||
       (jilu_is_digit(r->text[end]) && !jilu_is_duration(*unit)))) return 0;
  return end;
}

/* The sum keeps the sign of 'd'; where it would be too long, 'd' stays. */
void jilu_amount_add (jilu_decimal *d, uint64_t value, int exponent) {
  jilu_decimal more, sum;
  bool negative = d->negative;
  jilu_decimal_set(&more, value);
  more.exponent = (int16_t)exponent;
  d->negative = false;
  if (!jilu_decimal_add(d, &more, &sum)) sum = *d;
  sum.negative = negative;
  *d = sum;
}

/*
** 两年半, 22度半: behind a unit of measure, scaled as that is: half of a 成 is
** 5 %.
*/
static size_t half_behind (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(a->r, at, BIT(HALF), &sense);
  if (end == 0 || sense->value != 0 || a->unit->code[0] == '\0' ||
      a->approx == JILU_RANGE || jilu_begins_word(a->r, at, end)) return at;
  jilu_amount_add(&a->numeral.value, 5, (int)a->unit->value - 1);
  return end;
}

/* --- 元 角 分 ------------------------------------------------------------- */

/* A lone digit behind 块 or 毛 counts the next smaller unit: 九十九块九. */
static size_t lone_digit (jilu_amount *a, size_t at, int exponent) {
  const jilu_sense *sense = NULL, *next = NULL;
  size_t end = jilu_match(a->r, at, BIT(DIGIT), &sense);
  unsigned width;
  uint32_t c;
  if (end == 0 || sense->value == 0) return at;
  c = jilu_peek(a->r, end, &width);
  if (jilu_is_han(c) || jilu_is_digit(c) ||
      jilu_match(a->r, end, BIT(UNIT), &next) != 0) return at;
  jilu_amount_add(&a->numeral.value, (uint64_t)sense->value, exponent);
  return end;
}

/* 五角八分 behind 元, 三毛 behind 块; a unit that says how much less it is. */
static size_t subunits (jilu_amount *a, size_t at, int first) {
  int last = first;
  for (;;) {
    const jilu_sense *sense = NULL;
    jilu_numeral n;
    uint64_t value;
    size_t end = jilu_numeral_read(a->r, at, &n);
    if (end != 0 && n.max.count == 0 && jilu_decimal_integer(&n.value, &value))
      end = jilu_match(a->r, end, BIT(SUBUNIT), &sense);
    else end = 0;
    if (end == 0 || (int)sense->value >= last || value >= 100)
      return last < first ? lone_digit(a, at, last - 1) : at;
    jilu_amount_add(&a->numeral.value, value, (int)sense->value);
    last = (int)sense->value;
    at = end;
  }
}

bool jilu_coins_at (const jilu_reader *r, size_t at) {
  const jilu_sense *first = NULL, *second = NULL;
  size_t end = jilu_match(r, at, BIT(DIGIT), &first);
  end = jilu_match(r, end != 0 ? end : r->size, BIT(SUBUNIT), &first);
  if (end == 0) return false;
  end = jilu_match(r, end, BIT(DIGIT), &second);
  end = jilu_match(r, end != 0 ? end : r->size, BIT(SUBUNIT), &second);
  return end != 0 && second->value < first->value;
}

/*
** 块 is money where a smaller coin follows or a digit ends the sum; so is 角,
** and the sum is one of 元: 九角九分.
*/
static size_t loose_money (jilu_amount *a, size_t at) {
  const jilu_sense *money = jilu_sense_of(a->r, a->unit_begin, a->unit_end,
                                          BIT(LOOSE_MONEY));
  jilu_decimal value = a->numeral.value;
  size_t end;
  int less;
  if (money == NULL || a->numeral.max.count > 0) return at;
  less = (int)money->value;
  a->numeral.value.exponent = (int16_t)(value.exponent + less);
  end = subunits(a, at, less);
  if (end == at) end = lone_digit(a, at, less - 1);
  if (end > at || (a->qualifier != NULL && less == 0)) a->unit = money;
  else a->numeral.value = value;
  return end;
}

static size_t money (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  end = loose_money(a, at);
  if (!jilu_is_money(a->unit)) return end;
  if (end == at && a->numeral.max.count == 0 &&
      a->numeral.value.denominator == 0 &&
      jilu_sense_of(a->r, a->unit_begin, a->unit_end, BIT(SUBUNIT)) == NULL)
    end = subunits(a, at, 0);
  at = end;
  if ((end = jilu_match(a->r, at, BIT(MONEY_END), &sense)) != 0) at = end;
  end = jilu_match(a->r, at, BIT(QUALIFIER), &sense);
  if (end == 0 || !jilu_is_money(sense)) return at;
  a->qualifier = sense;
  return end;
}

/* 一成五 is 15 %. */
static size_t tenth_and_more (jilu_amount *a, size_t at) {
  if (a->unit->code[0] != '%' || a->unit->value != 1 ||
      a->approx == JILU_RANGE) return at;
  return lone_digit(a, at, 0);
}

/* --- 1小时20分钟 ----------------------------------------------------------- */

/* The unit at 'at', which m is of 2h 15m and not of 15m alone. */
static size_t finer_unit_at (const jilu_reader *r, size_t at, size_t rank,
                             size_t *from, const jilu_sense **unit) {
  size_t end = jilu_match(r, *from = jilu_skip_spaces(r, at),
                          BIT(FINER_UNIT), unit);
  if (end != 0 && duration_rank(*unit) == rank + 1 &&
      !(end < r->size && jilu_is_letter(r->text[end]))) return end;
  return jilu_unit_at(r, at, from, unit);
}

/* A smaller unit of time behind a greater one: counted in the smaller. */
static size_t smaller_duration (jilu_amount *a, size_t at) {
  size_t rank = duration_rank(a->unit), end, from;
  const jilu_sense *unit = NULL, *zero = NULL;
  jilu_numeral n;
  uint64_t more, sum;
  if (rank + 1 >= DURATIONS || a->approx != JILU_EXACT) return at;
  end = jilu_match(a->r, at, BIT(DURATION_JOIN), &zero);
  end = jilu_numeral_read(a->r, end != 0 ? end : at, &n);
  if (end == 0 || !jilu_decimal_integer(&n.value, &more) ||
      !jilu_decimal_integer(&a->numeral.value, &sum)) return at;
  end = finer_unit_at(a->r, end, rank, &from, &unit);
  if (end == 0 || duration_rank(unit) != rank + 1 || more >= durations[rank].holds
      || n.max.count > 0 || sum >= 1000) return at;
  /* months and weeks don't add up; 2021年3月 is a date */
  if (rank == 1 || (rank == 0 && end - from <= 3)) return at;
  jilu_decimal_set(&a->numeral.value, sum * durations[rank].holds + more);
  a->unit = unit;
  a->unit_begin = from;
  a->unit_end = end;
  return smaller_duration(a, end);
}

size_t jilu_amount_join (jilu_amount *a, size_t at) {
  const jilu_reader *r = a->r;
  const jilu_sense *unit = NULL;
  size_t end, from;
  a->measure_end = a->unit_end;
  if (at != a->unit_end || at + 1 >= r->size || r->vocabulary->writing.spaced)
    return at;
  if (r->text[at] == '/') {
    end = jilu_unit_at(r, at + 1, &from, &unit);
    if (end == 0 || from != at + 1) return at;
    a->per = unit;
  }
  else {
    if (r->text[at] != '(') return at;
    end = jilu_match(r, at + 1, BIT(UNIT), &unit);
    if (end == 0 || end >= r->size || r->text[end] != ')' ||
        unit->code[0] != '\0' || a->unit->code[0] != '\0') return at;
    end++;
  }
  a->measure_end = end;
  return end;
}

size_t jilu_amount_tail (jilu_amount *a, size_t at) {
  if (a->r->vocabulary->writing.spaced) {
    size_t end = jilu_amount_tail_spaced(a, at);
    if (end != at || jilu_is_money(a->unit)) return end;
  }
  at = money(a, at);
  at = tenth_and_more(a, at);
  at = half_behind(a, at);
  return smaller_duration(a, at);
}
