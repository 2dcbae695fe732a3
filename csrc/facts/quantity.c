#include "facts/quantity.h"

#include <string.h>

#include "facts/noun.h"
#include "facts/numeral.h"

#define BIT JILU_CLASS_BIT

/* A quantity while it is read. */
typedef struct draft {
  const jilu_reader *r;
  size_t begin, end;
  jilu_numeral numeral;
  jilu_approx approx;
  const jilu_sense *unit;
  size_t unit_begin;
} draft;

static jilu_approx approx_of (const jilu_sense *sense) {
  int v = (int)sense->value;
  return v >= JILU_EXACT && v <= JILU_RANGE ? (jilu_approx)v : JILU_EXACT;
}

/* 约 近 超过 before the numeral. */
static size_t approx_before (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end;
  while ((end = jilu_match(d->r, at, BIT(APPROX_BEFORE), &sense)) != 0) {
    d->approx = approx_of(sense);
    at = jilu_skip_spaces(d->r, end);
  }
  return at;
}

/* 百分之, 千分之: the unit comes first. */
static size_t percent_before (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(d->r, at, BIT(PERCENT_BEFORE), &sense);
  if (end == 0) return at;
  d->unit = sense;
  d->unit_begin = at;
  return end;
}

/* 余 多 几 behind the numeral, and a section that it cuts off: 4.7万余, 210余万 */
static size_t approx_between (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(d->r, at, BIT(APPROX_BETWEEN), &sense), next;
  if (end == 0) return at;
  d->approx = approx_of(sense);
  at = end;
  while ((next = jilu_match(d->r, at, BIT(SECTION), &sense)) != 0) {
    d->numeral.value.exponent =
        (int16_t)(d->numeral.value.exponent + (int)sense->value);
    at = next;
  }
  return at;
}

/* The unit may hold an approximator inside: 一个多月, 3个半小时. */
static size_t split_unit (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(d->r, at, BIT(APPROX_BETWEEN), &sense);
  const jilu_sense *approx = sense;
  size_t unit;
  if (end == 0) return at;
  unit = jilu_match(d->r, end, BIT(UNIT), &sense);
  if (unit == 0) return at;
  d->unit = sense;
  d->approx = approx_of(approx);
  return unit;
}

static size_t read_unit (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t from = jilu_skip_spaces(d->r, at);
  size_t end = jilu_match(d->r, from, BIT(UNIT), &sense);
  if (end == 0) return 0;
  /* a letter of a longer word is no unit: 3D, 5G网络 */
  if (jilu_is_letter(d->r->text[end - 1]) && end < d->r->size &&
      jilu_is_letter(d->r->text[end])) return 0;
  d->unit = sense;
  d->unit_begin = from;
  return split_unit(d, end);
}

static size_t approx_after (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  size_t end = jilu_match(d->r, at, BIT(APPROX_AFTER), &sense);
  if (end == 0) return at;
  d->approx = approx_of(sense);
  return end;
}

/* 一名或数名: at least one. */
static size_t or_several (draft *d, size_t at) {
  const jilu_sense *sense = NULL;
  unsigned width;
  size_t end, unit;
  if (jilu_peek(d->r, at, &width) != 0x6216) return at;   /* 或 */
  end = jilu_match(d->r, at + width, BIT(INDEFINITE), &sense);
  if (end == 0) return at;
  unit = jilu_match(d->r, end, BIT(UNIT), &sense);
  if (unit == 0 || sense != d->unit) return at;
  d->approx = JILU_AT_LEAST;
  return unit;
}

/* The numeral, its second end if it is a range, and the unit. */
static size_t read_range (draft *d, size_t at) {
  const jilu_sense *sense = NULL, *unit;
  jilu_numeral upper;
  size_t end = at, next = jilu_match(d->r, at, BIT(UNIT), &unit);
  draft second = *d;
  if (next != 0) end = next;
  end = jilu_match(d->r, end, BIT(RANGE), &sense);
  if (end == 0) return 0;
  end = jilu_numeral_read(d->r, end, &upper);
  if (end == 0 || upper.value.denominator > 0 || upper.max.count > 0) return 0;
  second.numeral = upper;
  end = approx_between(&second, end);
  end = read_unit(&second, end);
  if (end == 0 || (next != 0 && unit != second.unit)) return 0;
  if (jilu_decimal_compare(&second.numeral.value, &d->numeral.value) <= 0)
    return 0;
  d->numeral.max = second.numeral.value;
  d->unit = second.unit;
  d->unit_begin = second.unit_begin;
  d->approx = JILU_RANGE;
  return end;
}

/* The section of 3至5万: it counts for both ends. */
static size_t read_body (draft *d, size_t at) {
  size_t end = jilu_numeral_read(d->r, at, &d->numeral);
  size_t range;
  if (end == 0) return 0;
  if (d->numeral.max.count > 0) d->approx = JILU_RANGE;
  if (d->unit != NULL) return end;
  range = read_range(d, end);
  if (range != 0) return range;
  end = approx_between(d, end);
  return read_unit(d, end);
}

/* --- what must not be a quantity ------------------------------------------ */

/* A digit of a longer token: G20, A4, 1.2.3, 0734-, 2019-10. */
static bool inside_token (const jilu_reader *r, size_t at) {
  uint32_t c = jilu_peek_back(r, at);
  return jilu_is_letter(c) || jilu_is_digit(c) || c == '_' || c == '.' ||
         c == '/' || c == '+' ||
         (c == '-' && jilu_is_digit(jilu_peek_back(r, at - 1)));
}

/* 每一个, 是一个: one of a kind, not a count of one. */
static bool is_article (const draft *d, size_t floor) {
  const jilu_sense *sense = NULL;
  uint64_t value;
  if (!d->numeral.chinese || d->approx != JILU_EXACT) return false;
  if (!jilu_decimal_integer(&d->numeral.value, &value) || value != 1)
    return false;
  return jilu_match_back(d->r, d->begin, floor,
                         BIT(DISTRIBUTIVE) | BIT(COPULA), &sense) !=
         (size_t)-1;
}

/* 三届二次: the numeral behind 届 is an ordinal too. */
static bool is_session (const draft *d) {
  const jilu_sense *sense = NULL;
  return jilu_match_back(d->r, d->begin, d->begin > 3 ? d->begin - 3 : 0,
                         BIT(SESSION), &sense) != (size_t)-1;
}

/* 中部六省: a few of them in Chinese digits are a name, not a count. */
static bool is_division (const draft *d) {
  uint64_t value;
  return d->numeral.chinese && d->approx == JILU_EXACT &&
         jilu_decimal_integer(&d->numeral.value, &value) && value <= 10 &&
         jilu_sense_of(d->r, d->unit_begin, d->end, BIT(DIVISION)) != NULL;
}


static bool refuses (const draft *d, size_t number) {
  unsigned width;
  uint32_t c;
  if (inside_token(d->r, number) && jilu_is_digit(d->r->text[number]))
    return true;
  c = jilu_peek(d->r, d->end, &width);
  if (c == '+' || is_session(d) || is_division(d)) return true;
  return is_article(d, d->begin > 12 ? d->begin - 12 : 0);
}

/* --- what governs from further off ---------------------------------------- */

/* 至少要集中一天: within the clause, before the number. */
static void far_approx (draft *d) {
  const jilu_sense *sense = NULL;
  size_t at = d->begin;
  int n;
  if (d->approx != JILU_EXACT) return;
  for (n = 0; n < 6 && at > 0; n++) {
    size_t floor = at > 12 ? at - 12 : 0;
    if (jilu_ends_clause(jilu_peek_back(d->r, at))) return;
    if (jilu_match_back(d->r, at, floor, BIT(APPROX_FAR), &sense) !=
        (size_t)-1) {
      d->approx = approx_of(sense);
      return;
    }
    at = jilu_back(d->r, at);
  }
}

static bool is_duration (const jilu_sense *unit) {
  return unit->code[0] != '\0' && strchr("ahdwms", unit->code[0]) != NULL &&
         (strcmp(unit->code, "a") == 0 || strcmp(unit->code, "mo") == 0 ||
          strcmp(unit->code, "wk") == 0 || strcmp(unit->code, "d") == 0 ||
          strcmp(unit->code, "h") == 0 || strcmp(unit->code, "min") == 0 ||
          strcmp(unit->code, "s") == 0);
}

/* Where the quantity before this one, with its noun, ends in the same text. */
static size_t last_end (const jilu_scan *s) {
  size_t k = s->facts->count - 1;   /* the last one is this one */
  while (k > 0) {
    const jilu_fact *f = &s->facts->items[--k];
    if (f->kind == JILU_FACT_QUANTITY)
      return f->is.quantity.noun.end > f->span.end ? f->is.quantity.noun.end
                                                   : f->span.end;
    if (f->kind == JILU_FACT_WORK || f->kind == JILU_FACT_QUOTE) break;
  }
  return 0;
}

/* A share is of what was named before it; a count, of what follows. */
static void find_noun (const jilu_scan *s, const draft *d, jilu_span *noun) {
  size_t floor = last_end(s);
  bool share = strcmp(d->unit->text, "%") == 0;
  if (is_duration(d->unit)) return;
  if (share) *noun = jilu_noun_before(d->r, d->begin, floor);
  if (noun->begin == noun->end) *noun = jilu_noun_after(d->r, d->end);
  if (noun->begin == noun->end && !share)
    *noun = jilu_noun_before(d->r, d->begin, floor);
}

static void keep (jilu_scan *s, const draft *d) {
  jilu_fact *f = jilu_scan_add(s, JILU_FACT_QUANTITY, d->begin, d->end,
                               d->approx == JILU_RANGE ? "range" : "quantity");
  int exponent = (int)d->unit->value;
  if (f == NULL) return;
  f->is.quantity.value = d->numeral.value;
  f->is.quantity.max = d->numeral.max;
  if (d->unit->classes == BIT(UNIT)) {
    f->is.quantity.value.exponent =
        (int16_t)(f->is.quantity.value.exponent + exponent);
    f->is.quantity.max.exponent =
        (int16_t)(f->is.quantity.max.exponent + exponent);
  }
  f->is.quantity.approx = d->approx;
  f->is.quantity.unit = d->unit;
  find_noun(s, d, &f->is.quantity.noun);
}

size_t jilu_quantity_read (jilu_scan *s, size_t at) {
  draft d;
  size_t number;
  memset(&d, 0, sizeof d);
  d.r = &s->r;
  d.begin = at;
  number = approx_before(&d, at);
  d.end = read_body(&d, percent_before(&d, number));
  if (d.end == 0 || d.unit == NULL) return 0;
  d.end = or_several(&d, d.end);
  d.end = approx_after(&d, d.end);
  if (refuses(&d, number)) return d.end;
  far_approx(&d);
  keep(s, &d);
  return d.end;
}
