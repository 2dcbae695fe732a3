/* What follows a unit in languages with spaces: 5 ft 3 in, 75 USD million. */

#include <string.h>

#include "facts/quantity/amount_unit.h"

#define BIT JILU_CLASS_BIT

/* Codes of UCUM, and how many of the lesser unit the greater one holds. */
static const struct {
  const char *greater, *lesser;
  uint32_t holds;
} measures[] = {
  {"[ft_i]", "[in_i]", 12}, {"[yd_i]", "[ft_i]", 3}, {"[lb_av]", "[oz_av]", 16},
  {"cm", "mm", 10}, {"km", "m", 1000}, {"kg", "g", 1000},
};
#define MEASURES (sizeof measures / sizeof *measures)

static uint32_t holds (const char *greater, const char *lesser) {
  size_t k;
  for (k = 0; k < MEASURES; k++)
    if (strcmp(measures[k].greater, greater) == 0 &&
        strcmp(measures[k].lesser, lesser) == 0) return measures[k].holds;
  return 0;
}

/* Past "and" at 'at', before which spaces may stand. */
static size_t behind_and (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(r, at);
  size_t end = jilu_match(r, from, BIT(NUMERAL_JOIN), &sense);
  return end > from + 1 ? jilu_skip_spaces(r, end) : from;
}

/* whole + more/parts, in the lowest terms. */
static void add_parts (jilu_decimal *d, uint64_t whole, uint64_t more,
                       uint32_t parts) {
  uint64_t above = whole * parts + more, a = above, b = parts, rest;
  for (; b != 0; a = b, b = rest) rest = a % b;
  jilu_decimal_set(d, above / a);
  if (parts / a > 1) d->denominator = (uint32_t)(parts / a);
}

/* 2 in of 12 ft 2 in: the sum is counted in the greater unit. */
static size_t lesser (jilu_amount *a, size_t at) {
  const jilu_sense *unit = NULL;
  jilu_numeral n;
  uint64_t whole, more;
  uint32_t parts;
  size_t end = jilu_numeral_read(a->r, behind_and(a->r, at), &n);
  if (end == 0 || a->approx == JILU_RANGE || n.value.negative ||
      !jilu_decimal_integer(&a->numeral.value, &whole) ||
      whole > 1000000 || !jilu_decimal_integer(&n.value, &more)) return at;
  end = jilu_match(a->r, jilu_skip_spaces(a->r, end), BIT(LESSER_UNIT), &unit);
  if (end == 0 || (end < a->r->size && jilu_is_letter(a->r->text[end])) ||
      (parts = holds(a->unit->code, unit->code)) == 0 || more >= parts)
    return at;
  add_parts(&a->numeral.value, whole, more, parts);
  return end;
}

/* million of 75 USD million */
static size_t section (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(a->r, jilu_skip_spaces(a->r, at), BIT(SECTION),
                          &sense);
  if (end == 0 || *sense->text != '\0' || a->numeral.max.count > 0 ||
      a->numeral.value.denominator > 0) return at;
  a->numeral.value.exponent =
      (int16_t)(a->numeral.value.exponent + (int)sense->value);
  return end;
}

/* Does a clause end at 'at', or "more" follow? */
static bool stands_alone (const jilu_reader *r, size_t at) {
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  if (c == '.') return at + 1 >= r->size || !jilu_is_digit(r->text[at + 1]);
  return jilu_ends_clause(c) || c == ')' ||
         (at + 5 <= r->size && memcmp(r->text + at, " more", 5) == 0);
}

/* 45 cents, or 50 alone where nothing follows, behind dollars; and fifty. */
static size_t coins (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  uint64_t whole, value;
  size_t from = behind_and(a->r, at), number, end;
  bool said = from < a->r->size && jilu_is_letter(a->r->text[from]) &&
              from > jilu_skip_spaces(a->r, at);
  if (a->numeral.max.count > 0 || (a->unit == a->qualifier && !said) ||
      from == at || !jilu_decimal_integer(&a->numeral.value, &whole)) return at;
  number = jilu_numeral_read(a->r, from, &n);
  if (number == 0 || !jilu_decimal_integer(&n.value, &value) ||
      n.value.negative || value >= 100) return at;
  end = jilu_match(a->r, jilu_skip_spaces(a->r, number), BIT(SUBUNIT), &sense);
  if (end == 0) {
    if ((said ? value < 10
              : number != from + 2 || !jilu_is_digit(a->r->text[from])) ||
        !stands_alone(a->r, number)) return at;
    end = number;
  }
  jilu_amount_add(&a->numeral.value, value, -2);
  return end;
}

size_t jilu_percent_label (const jilu_reader *r, size_t at, size_t end) {
  jilu_numeral n;
  unsigned width;
  size_t from = jilu_skip_spaces(r, end), behind;
  while (at > 0 && r->text[at - 1] == ' ') at--;
  if (at > 0 && r->text[at - 1] != '\n') return 0;
  behind = jilu_numeral_read(r, from, &n);
  return behind != 0 && jilu_ends_clause(jilu_peek(r, behind, &width)) ? from
                                                                      : 0;
}

size_t jilu_amount_tail_spaced (jilu_amount *a, size_t at) {
  size_t end;
  if (!jilu_is_money(a->unit)) return lesser(a, at);
  end = section(a, at);
  return end != at ? end : coins(a, at);
}

size_t jilu_unit_in_brackets (const jilu_reader *r, size_t *from,
                              const jilu_sense **unit) {
  const jilu_sense *word = NULL;
  unsigned char close;
  size_t end;
  if (*from >= r->size || (r->text[*from] != '(' && r->text[*from] != '['))
    return 0;
  close = r->text[*from] == '(' ? ')' : ']';
  end = jilu_match(r, *from + 1, BIT(UNIT), &word);
  if (end == 0 || end >= r->size || r->text[end] != close ||
      *word->code == '\0') return 0;
  (*from)++;
  *unit = word;
  return end + 1;
}
