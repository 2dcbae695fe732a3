#include "facts/quantity/amount.h"

#include "facts/quantity/amount_unit.h"
#include "facts/noun/counted.h"
#include "vocabulary/particle.h"

#include <string.h>

#define BIT JILU_CLASS_BIT
#define WORDS_BEFORE 4   /* 约 人民币 before a number */
#define POWERS 3         /* 百 千 万 亿 one behind the other */

static jilu_approx approx_of (const jilu_sense *sense) {
  int v = (int)sense->value;
  return v >= JILU_EXACT && v <= JILU_RANGE ? (jilu_approx)v : JILU_EXACT;
}

static void scale (jilu_numeral *n, int exponent) {
  n->value.exponent = (int16_t)(n->value.exponent + exponent);
  if (n->max.count > 0)
    n->max.exponent = (int16_t)(n->max.exponent + exponent);
}

/* --- before the numeral --------------------------------------------------- */

/* 约 近 超过, and 人民币 or ￥, in any order. */
static size_t before (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  int n;
  for (n = 0; n < WORDS_BEFORE &&
              (end = jilu_match(a->r, at, BIT(APPROX_BEFORE) | BIT(QUALIFIER),
                                &sense)) != 0; n++) {
    if (jilu_sense_is(sense, BIT(QUALIFIER))) a->qualifier = sense;
    else a->approx = approx_of(sense);
    at = jilu_skip_spaces(a->r, end);
  }
  return at;
}

/* 百分之, 千分之: the unit comes first. */
static size_t percent_before (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(a->r, at, BIT(PERCENT_BEFORE), &sense);
  if (end == 0) return at;
  if (a->r->vocabulary->writing.spaced &&
      (end = jilu_percent_label(a->r, at, end)) == 0) return at;
  a->unit = sense;
  a->unit_begin = at;
  a->unit_end = end;
  return end;
}

/* --- numerals that are none elsewhere ------------------------------------- */

size_t jilu_amount_power (const jilu_reader *r, size_t at,
                          jilu_numeral *n) {
  const jilu_sense *sense = NULL;
  size_t end = at, next;
  int exponent = 0, words;
  for (words = 0; words < POWERS &&
         (next = jilu_match(r, end, BIT(POWER) | BIT(SECTION), &sense)) != 0;
       words++) {
    exponent += (int)sense->value;
    end = next;
  }
  if (exponent < 2) return 0;
  memset(n, 0, sizeof *n);
  jilu_decimal_set(&n->value, 1);
  n->value.exponent = (int16_t)exponent;
  n->chinese = true;
  return end;
}

/* 上万, 上千: as said, or more. */
static size_t rough (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(a->r, at, BIT(ROUGH), &sense);
  if (end == 0) return 0;
  end = jilu_amount_power(a->r, end, &a->numeral);
  if (end != 0) {
    a->approx = approx_of(sense);
    a->rule = JILU_RULE_ROUGH;
  }
  return end;
}

/* 半天, 半个小时, 一半. */
static size_t half (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL, *unit = NULL;
  size_t end = jilu_match(a->r, at, BIT(HALF), &sense), from;
  if (end == 0 || jilu_begins_word(a->r, at, end)) return 0;
  memset(&a->numeral, 0, sizeof a->numeral);
  jilu_decimal_set(&a->numeral.value, 5);
  a->numeral.value.exponent = -1;
  a->numeral.chinese = true;
  if (sense->value == 0 && (jilu_unit_at(a->r, end, &from, &unit) == 0 ||
                            !jilu_is_duration(unit))) return 0;
  if (sense->value == 0) a->rule = JILU_RULE_HALF;
  return end;
}

static bool is_approx (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, at, BIT(APPROX_BETWEEN), &sense) != 0;
}

/* 以上 behind the unit that follows: 万元以上, 百人以下. */
static bool has_limit (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from, end = jilu_unit_at(r, at, &from, &sense);
  return end != 0 && jilu_match(r, end, BIT(APPROX_AFTER), &sense) != 0 &&
         sense->value != JILU_OVER;
}

/*
** 300兆瓦, 13.5千米: the last 兆 or 千 belongs to the unit. Returns where the
** numeral then ends. 三千米 is three thousand metres.
*/
static size_t give_back (jilu_amount *a, size_t at, size_t end) {
  const jilu_sense *power = NULL, *unit = NULL;
  jilu_classes classes = BIT(SECTION);
  size_t last;
  if (!a->numeral.chinese) classes |= BIT(POWER);
  last = jilu_match_back(a->r, end, at, classes, &power);
  if (last == (size_t)-1 || last == at) return end;
  if (jilu_match(a->r, last, BIT(UNIT), &unit) <= end) return end;
  scale(&a->numeral, -(int)power->value);
  return last;
}

/* 3/4 is a fraction behind 的 or before 以上; elsewhere it may be a date. */
static size_t slash (jilu_amount *a, size_t end) {
  const jilu_sense *sense = NULL;
  jilu_numeral below;
  uint64_t n, m;
  size_t behind, from;
  if (end >= a->r->size || a->r->text[end] != '/') return end;
  behind = jilu_numeral_read(a->r, end + 1, &below);
  if (behind == 0 || !jilu_decimal_integer(&a->numeral.value, &n) ||
      !jilu_decimal_integer(&below.value, &m) || n >= m || m > 100) return end;
  /* a 1/4 mile oval */
  if (a->r->vocabulary->writing.spaced &&
      (jilu_unit_at(a->r, behind, &from, &sense) == 0 ||
       *sense->code == '\0')) return end;
  if (!a->r->vocabulary->writing.spaced &&
      jilu_particle_before(a->r, a->begin) != JILU_OF &&
      jilu_match(a->r, behind, BIT(APPROX_AFTER), &sense) == 0) return end;
  a->numeral.value.denominator = (uint32_t)m;
  return behind;
}

/* m of $1.2m, which is no metre behind the sign. */
static size_t money_section (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  if (!a->r->vocabulary->writing.spaced || !jilu_is_money(a->qualifier)) return at;
  end = jilu_match(a->r, at, BIT(MONEY_SECTION), &sense);
  if (end == 0) return at;
  scale(&a->numeral, (int)sense->value);
  return end;
}

static size_t numeral (jilu_amount *a, size_t at) {
  size_t end = half(a, at);
  if (end != 0) return end;
  end = jilu_numeral_read(a->r, at, &a->numeral);
  if (end != 0)
    return money_section(a, slash(a, give_back(a, at, end)));
  if ((end = rough(a, at)) != 0) return end;
  end = jilu_amount_power(a->r, at, &a->numeral);
  if (end == 0 || (a->approx == JILU_EXACT && a->unit == NULL &&
                   !is_approx(a->r, end) && !has_limit(a->r, end))) return 0;
  a->rule = JILU_RULE_ROUGH;
  return end;
}

/* --- behind the numeral --------------------------------------------------- */

/*
** What stands behind the 亿 of 一亿三千二百, where 万 is cut off from it: that
** much is to be scaled, the rest is not. 0: all of it.
*/
static bool scale_tail (jilu_amount *a, size_t end, int exponent) {
  const jilu_sense *sense = NULL;
  jilu_numeral tail;
  uint64_t all, less;
  size_t at = end, section;
  while (at > a->number &&
         ((section = jilu_match_back(a->r, at, a->number, BIT(SECTION),
                                     &sense)) == (size_t)-1 ||
          sense->value <= exponent)) at = jilu_back(a->r, at);
  if (at <= a->number || jilu_numeral_read(a->r, at, &tail) != end ||
      !jilu_decimal_integer(&a->numeral.value, &all) ||
      !jilu_decimal_integer(&tail.value, &less) || all < less ||
      a->numeral.max.count > 0) return false;
  jilu_decimal_set(&a->numeral.value, all - less);
  tail.value.exponent = (int16_t)(tail.value.exponent + exponent);
  return jilu_decimal_add(&a->numeral.value, &tail.value, &a->numeral.value);
}

size_t jilu_amount_between (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(a->r, at, BIT(APPROX_BETWEEN), &sense), next;
  size_t number = at;
  int words;
  if (end == 0) return at;
  a->approx = approx_of(sense);
  at = end;
  for (words = 0; words < POWERS &&
         (next = jilu_match(a->r, at, BIT(SECTION), &sense)) != 0; words++) {
    if (!scale_tail(a, number, (int)sense->value))
      scale(&a->numeral, (int)sense->value);
    at = next;
  }
  return at;
}

/* 3个半小时, 一个半月: the half stands before the unit. */
static size_t half_inside (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL, *unit = NULL;
  size_t from, end = jilu_match(a->r, at, BIT(UNIT), &sense);
  if (end != 0 && (sense->code[0] != '\0' || end - at > 3)) return 0;
  end = jilu_match(a->r, end != 0 ? end : at, BIT(HALF), &sense);
  if (end == 0 || sense->value != 0) return 0;
  end = jilu_unit_at(a->r, end, &from, &unit);
  if (end == 0 || !jilu_is_duration(unit)) return 0;
  a->unit = unit;
  a->unit_begin = from;
  a->unit_end = end;
  jilu_amount_add(&a->numeral.value, 5, -1);
  return end;
}

/* The unit may hold an approximator inside: 一个多月. */
static size_t split_unit (jilu_amount *a, size_t at) {
  const jilu_sense *approx = NULL, *unit = NULL;
  size_t end = jilu_match(a->r, at, BIT(APPROX_BETWEEN), &approx), from;
  if (end == 0) return at;
  end = jilu_unit_at(a->r, end, &from, &unit);
  if (end == 0 || from != jilu_skip_spaces(a->r, from)) return at;
  if (!jilu_is_duration(unit) && !jilu_is_money(unit)) return at;
  a->unit = unit;
  a->approx = approx_of(approx);
  a->unit_end = end;
  return end;
}

/* --- the unit -------------------------------------------------------------- */

/* ￥99.80, RMB1,999: the sign is the unit; words only where none can be. */
static size_t sign_alone (jilu_amount *a, size_t at) {
  unsigned width;
  uint32_t c = jilu_peek(a->r, jilu_skip_spaces(a->r, at), &width);
  if (a->qualifier == NULL || !jilu_is_money(a->qualifier)) return 0;
  if (!a->r->vocabulary->writing.spaced && (jilu_is_han(c) || jilu_is_letter(c)))
    return 0;
  a->unit = a->qualifier;
  a->unit_begin = a->unit_end = at;
  return at;
}

static bool goes_with (const jilu_sense *qualifier, const jilu_sense *unit) {
  if (jilu_is_money(qualifier)) return jilu_is_money(unit);
  return strcmp(unit->code, "deg") == 0;
}

/* 300 people: in a language with spaces the noun needs no unit. */
static size_t counted (jilu_amount *a, size_t at) {
  if (!a->r->vocabulary->writing.spaced) return 0;
  a->noun = jilu_counted_noun(a->r, at);
  a->rule = JILU_RULE_COUNT;
  return a->noun.end != 0 ? at : 0;
}

static size_t read_unit (jilu_amount *a, size_t at) {
  const jilu_sense *unit = NULL;
  size_t end = half_inside(a, at), from;
  if (end != 0) return end;
  end = jilu_unit_at(a->r, at, &from, &unit);
  if (end == 0) {
    end = sign_alone(a, at);
    return end != 0 ? end : counted(a, at);
  }
  a->unit = unit;
  a->unit_begin = from;
  a->unit_end = end;
  if (a->qualifier != NULL && !goes_with(a->qualifier, unit) &&
      jilu_sense_of(a->r, from, end, BIT(LOOSE_MONEY)) == NULL) return 0;
  scale(&a->numeral, (int)unit->value);
  return split_unit(a, end);
}

static size_t approx_after (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(a->r, at);
  size_t end = jilu_match(a->r, from, BIT(APPROX_AFTER), &sense);
  if (end == 0 || jilu_begins_word(a->r, from, end)) return at;
  a->approx = approx_of(sense);
  return end;
}

/* --- two ends --------------------------------------------------------------- */

/* The power of ten of the 万 and 亿 that end at 'end'. */
static int sections_before (const jilu_reader *r, size_t end, size_t floor) {
  const jilu_classes sections = BIT(SECTION) | BIT(MONEY_SECTION);
  const jilu_sense *sense = NULL;
  int exponent = 0, words;
  size_t at;
  for (words = 0; words < POWERS &&
         (at = jilu_match_back(r, end, floor, sections, &sense)) !=
         (size_t)-1; words++) {
    exponent += (int)sense->value;
    end = at;
  }
  return exponent;
}

static bool below (const jilu_decimal *a, const jilu_decimal *b) {
  return a->denominator == 0 && b->denominator == 0 &&
         jilu_decimal_compare(a, b) < 0;
}

static size_t upper_end (const jilu_amount *a, size_t at, jilu_amount *upper) {
  size_t end;
  memset(upper, 0, sizeof *upper);
  upper->r = a->r;
  at = jilu_skip_spaces(a->r, at);
  upper->begin = upper->number = before(upper, at);
  end = jilu_numeral_read(a->r, upper->number, &upper->numeral);
  if (end == 0 || upper->numeral.max.count > 0) return 0;
  /* the sign of $3-5m counts for both ends */
  if (a->r->vocabulary->writing.spaced && upper->qualifier == NULL)
    upper->qualifier = a->qualifier;
  return money_section(upper, end);
}

/* 至 behind the first end, with its unit (10%-15%) or without (3至5人). */
static size_t range (jilu_amount *a, size_t at) {
  const jilu_sense *unit = NULL;
  jilu_amount upper;
  jilu_decimal lower = a->numeral.value;
  size_t from, end, number, behind = jilu_unit_at(a->r, at, &from, &unit);
  int exponent;
  if (a->numeral.max.count > 0) return 0;
  end = jilu_skip_spaces(a->r, behind != 0 ? behind : at);
  end = jilu_range_word(a->r, a->number, end);
  if (end == 0 || (number = upper_end(a, end, &upper)) == 0) return 0;
  end = read_unit(&upper, jilu_amount_between(&upper, number));
  if (end == 0 || (behind != 0 && unit != upper.unit)) return 0;
  if (behind != 0) lower.exponent = (int16_t)(lower.exponent + (int)unit->value);
  else if (upper.unit != NULL)
    lower.exponent = (int16_t)(lower.exponent + (int)upper.unit->value);
  exponent = behind != 0 ? 0 : sections_before(a->r, number, upper.number);
  /* the section of 3至5万 counts for both ends */
  if (exponent > 0 && sections_before(a->r, at, a->number) == 0) {
    jilu_decimal scaled = lower;
    scaled.exponent = (int16_t)(scaled.exponent + exponent);
    if (below(&scaled, &upper.numeral.value)) lower = scaled;
  }
  if (!below(&lower, &upper.numeral.value)) return 0;
  a->numeral.value = lower;
  a->numeral.max = upper.numeral.value;
  a->unit = upper.unit;
  a->unit_begin = upper.unit_begin;
  a->unit_end = upper.unit_end;
  a->noun = upper.noun;
  a->approx = JILU_RANGE;
  a->rule = JILU_RULE_RANGE;
  return end;
}

static size_t body (jilu_amount *a, size_t at);

/* 三百元以上五百元以下, 三年以上不满十年. */
static size_t between_limits (jilu_amount *a, size_t at) {
  jilu_amount upper;
  unsigned width;
  size_t end = at;
  if (a->approx != JILU_AT_LEAST || a->numeral.max.count > 0) return at;
  if (jilu_peek(a->r, at, &width) == 0x3001) end += width;   /* 、 */
  memset(&upper, 0, sizeof upper);
  upper.r = a->r;
  upper.begin = end;
  upper.number = before(&upper, end);
  end = body(&upper, upper.number);
  if (end == 0 || upper.unit != a->unit) return at;
  end = approx_after(&upper, end);
  if (upper.approx != JILU_AT_MOST && upper.approx != JILU_NEARLY) return at;
  if (!below(&a->numeral.value, &upper.numeral.value)) return at;
  a->numeral.max = upper.numeral.value;
  a->approx = JILU_RANGE;
  a->rule = JILU_RULE_LIMITS;
  return end;
}

/* 一位或数位: at least one. */
static size_t or_several (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  size_t end, unit;
  if (jilu_particle_at(a->r, at) != JILU_OR) return at;
  (void)jilu_peek(a->r, at, &width);
  end = jilu_match(a->r, at + width, BIT(INDEFINITE), &sense);
  if (end == 0) return at;
  unit = jilu_match(a->r, end, BIT(UNIT), &sense);
  if (unit == 0 || sense != a->unit) return at;
  a->approx = JILU_AT_LEAST;
  return unit;
}

/* 三分之二, 一半: needs no unit. */
static bool is_share (const jilu_amount *a, size_t end) {
  const jilu_sense *sense = NULL;
  return a->numeral.value.denominator > 0 ||
         (jilu_match(a->r, a->number, BIT(HALF), &sense) == end &&
          sense->value != 0);
}

/* 百分之五至百分之十, 百分之五到十. */
static size_t percent_range (jilu_amount *a, size_t at) {
  const jilu_sense *sense = NULL;
  jilu_amount upper;
  size_t end = jilu_match(a->r, at, BIT(RANGE), &sense);
  if (end == 0 || a->numeral.max.count > 0) return at;
  memset(&upper, 0, sizeof upper);
  upper.r = a->r;
  end = jilu_numeral_read(a->r, percent_before(&upper, end), &upper.numeral);
  if (end == 0 || upper.numeral.max.count > 0 ||
      (upper.unit != NULL && upper.unit != a->unit)) return at;
  scale(&upper.numeral, (int)a->unit->value);
  if (!below(&a->numeral.value, &upper.numeral.value)) return at;
  a->numeral.max = upper.numeral.value;
  a->approx = JILU_RANGE;
  a->rule = JILU_RULE_RANGE;
  return end;
}

/* The numeral, its second end if it is a range, and the unit. */
static size_t body (jilu_amount *a, size_t at) {
  size_t end = percent_before(a, at), ranged;
  end = numeral(a, end);
  if (end == 0) return 0;
  if (a->numeral.max.count > 0) {
    a->approx = JILU_RANGE;
    a->rule = JILU_RULE_ADJACENT;
  }
  if (a->unit != NULL) {
    scale(&a->numeral, (int)a->unit->value);
    return percent_range(a, end);
  }
  if ((ranged = range(a, end)) != 0) return ranged;
  end = jilu_amount_between(a, end);
  ranged = read_unit(a, end);
  if (ranged != 0) return ranged;
  /* a unit that does not go with the sign is none */
  a->unit = NULL;
  a->unit_begin = a->unit_end = 0;
  return is_share(a, end) ? end : 0;
}

/* -$20, behind nothing that it could join: a sum below zero. */
static size_t negative_sum (const jilu_reader *r, size_t at, jilu_amount *out) {
  size_t end;
  if (!r->vocabulary->writing.spaced || at + 1 >= r->size ||
      r->text[at] != '-' || jilu_is_digit(r->text[at + 1]) ||
      r->text[at + 1] == '-' || jilu_is_letter(r->text[at + 1]) ||
      (at > 0 && r->text[at - 1] != ' ' && r->text[at - 1] != '(')) return 0;
  end = jilu_amount_read(r, at + 1, out);
  if (end == 0 || out->qualifier == NULL || !jilu_is_money(out->qualifier) ||
      (out->approx != JILU_EXACT && out->approx != JILU_RANGE)) return 0;
  out->begin = out->number = at;
  out->numeral.value.negative = true;
  return end;
}

size_t jilu_amount_read (const jilu_reader *r, size_t at, jilu_amount *out) {
  size_t end = negative_sum(r, at, out);
  if (end != 0) return end;
  memset(out, 0, sizeof *out);
  out->r = r;
  out->begin = at;
  out->number = before(out, at);
  end = body(out, out->number);
  if (end == 0 && (end = jilu_amount_bare(out)) == 0) return 0;
  if (out->unit_end > out->unit_begin) {
    end = jilu_amount_tail(out, end);
    end = or_several(out, jilu_amount_join(out, end));
  }
  else if (r->vocabulary->writing.spaced && jilu_is_money(out->unit))
    end = jilu_amount_tail_spaced(out, end);
  end = approx_after(out, end);
  end = between_limits(out, end);
  out->end = end;
  return end;
}
