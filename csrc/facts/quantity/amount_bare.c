/* Numbers without a unit of their own: 人口26万, 0.6万儿童, 370、259宗. */

#include "facts/noun/parts.h"
#include "facts/quantity/amount_unit.h"

#define BIT JILU_CLASS_BIT
#define WORDS_BEFORE 4   /* 达 从 before a number */
#define SERIES 4         /* numbers that share the unit of the last */

/* Does nothing that the number could count follow at 'at'? */
static bool stands_alone (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  if (jilu_match(r, at, BIT(RISE) | BIT(APPROX_AFTER) | BIT(CHANGE_VERB),
                 &sense) != 0) return true;
  return jilu_ends_clause(c) || c == 0x3001 || c == '(' || c == ')';   /* 、 */
}

/* Before 45万 of 人口从45万增加到52万, which ends at 'at'. */
static size_t before_numeral (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t word;
  int n;
  for (n = 0; n < 16 && at > 0; n++) {
    if (jilu_is_digit(r->text[at - 1]) || jilu_is_decimal_mark(r, at - 1)) at--;
    else if ((word = jilu_match_back(r, at, at > 3 ? at - 3 : 0,
                                     BIT(DIGIT) | BIT(POWER) | BIT(SECTION),
                                     &sense)) != (size_t)-1) at = word;
    else break;
  }
  return at;
}

/* The unit that the noun before 'at' says: 参加人次达1200万, 人口26万. */
static const jilu_sense *unit_named (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t word;
  int n;
  for (n = 0; n < WORDS_BEFORE; n++) {
    while (at > 0 && r->text[at - 1] == ' ') at--;
    word = jilu_match_back(r, at, at > 12 ? at - 12 : 0,
                           BIT(LINK) | BIT(FROM) | BIT(RISE), &sense);
    if (word == (size_t)-1) break;
    at = jilu_sense_is(sense, BIT(FROM)) ? word : before_numeral(r, word);
  }
  return jilu_match_back(r, at, at > 12 ? at - 12 : 0, BIT(UNIT_NOUN),
                         &sense) != (size_t)-1 ? sense : NULL;
}

/* Does a word for ten thousand or more end at 'end'? */
static bool ends_in_section (const jilu_reader *r, size_t end, size_t floor) {
  const jilu_sense *sense = NULL;
  return jilu_match_back(r, end, floor, BIT(SECTION), &sense) != (size_t)-1;
}

/*
** 三亿, 0.6万: digits before the section; 万一 and 百万 are words, unless
** something says that they are a number: 突破十万.
*/
static bool begins_in_digits (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  return a->approx != JILU_EXACT || jilu_is_digit(a->r->text[a->number]) ||
         jilu_match(a->r, a->number, BIT(DIGIT), &sense) != 0;
}

/* Does a noun that nothing else could begin stand at 'at'? */
static bool noun_follows (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  jilu_span noun;
  if (!jilu_is_han(c) ||
      jilu_match(r, at, BIT(DIGIT) | BIT(POWER) | BIT(SECTION) |
                 BIT(INDEFINITE) | BIT(RANGE), &sense) != 0 ||
      jilu_particle_at(r, at) == JILU_OF) return false;
  noun = jilu_noun_after(r, at);
  return noun.begin == at && noun.end >= at + 6;
}

/* 企业 of 43企业, where the digits count what is written right behind them. */
static bool institution_follows (const jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  uint64_t value;
  return a->r->text[a->number] < 0x80 && jilu_is_han(jilu_peek_back(a->r, a->begin)) &&
         jilu_decimal_integer(&a->numeral.value, &value) && value > 1 &&
         value < 1000 && jilu_match(a->r, at, BIT(INSTITUTION), &sense) > at + 3;
}

/* 8 of 7、8个 */
static bool is_next (const jilu_numeral *a, const jilu_numeral *b) {
  uint64_t first, second;
  return jilu_decimal_integer(&a->value, &first) &&
         jilu_decimal_integer(&b->value, &second) && first < 10 &&
         second == first + 1;
}

/* 370 of 370、259宗: the unit of the last number of a series. */
static const jilu_sense *unit_of_series (const jilu_amount *a, size_t at) {
  const jilu_reader *r = a->r;
  const jilu_sense *sense = NULL, *unit = NULL;
  unsigned width;
  int n;
  if (!jilu_is_digit(r->text[a->number]) ||
      jilu_ends_sentence(jilu_peek_back(r, a->begin))) return NULL;
  for (n = 0; n < SERIES; n++) {
    jilu_numeral more;
    size_t from = jilu_skip_spaces(r, at), end = from;
    uint32_t c = jilu_peek(r, from, &width);
    if (c == 0x3001 || (c == ',' && n < SERIES)) end = from + width;
    else end = jilu_match(r, from, BIT(NOUN_JOIN), &sense);
    if (end == 0 || end == from) return NULL;
    end = jilu_skip_spaces(r, end);
    if (end >= r->size || !jilu_is_digit(r->text[end])) return NULL;
    end = jilu_numeral_read(r, end, &more);
    if (end == 0 || more.max.count > 0) return NULL;
    at = jilu_unit_at(r, end, &from, &unit);
    /* 5、6月 are dates, and 7、8个 some of them */
    if (at != 0)
      return (jilu_is_duration(unit) && at - from <= 3) ||
             (n == 0 && is_next(&a->numeral, &more)) ? NULL : unit;
    at = end;
  }
  return NULL;
}

size_t jilu_amount_bare (jilu_amount *a) {
  size_t end = jilu_numeral_read(a->r, a->number, &a->numeral), number;
  if (end == 0 && a->approx != JILU_EXACT)
    end = jilu_amount_power(a->r, a->number, &a->numeral);
  number = end;
  if (end == 0 || a->numeral.max.count > 0 || a->numeral.positional ||
      a->numeral.value.denominator > 0) return 0;
  end = jilu_amount_between(a, end);
  a->unit_begin = a->unit_end = end;
  if (stands_alone(a->r, end) &&
      (a->unit = unit_named(a->r, a->begin)) != NULL) return end;
  if (end == number && (a->unit = unit_of_series(a, end)) != NULL) return end;
  if (!begins_in_digits(a)) return 0;
  if (ends_in_section(a->r, end, a->number))
    return stands_alone(a->r, end) || noun_follows(a->r, end) ? end : 0;
  if (end > number) return noun_follows(a->r, end) ? end : 0;
  return institution_follows(a, end) ? end : 0;
}
