#include "facts/quantity/quantity.h"

#include <string.h>

#include "facts/quantity/amount.h"
#include "facts/noun/noun.h"
#include "vocabulary/particle.h"
#include "facts/token.h"
#include "vocabulary/words.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)

/* --- what must not be a quantity ------------------------------------------ */

/* A digit of a longer token: G20, A4, 1.2.3, 0734-, 2019-10. */
static bool inside_token (const jilu_reader *r, size_t at) {
  uint32_t c = jilu_peek_back(r, at);
  if (jilu_is_letter(c)) return jilu_in_token(r, at);
  return jilu_is_digit(c) || c == '_' || c == '.' ||
         c == '/' || c == '+' ||
         (c == '-' && jilu_is_digit(jilu_peek_back(r, at - 1)));
}

/* 每一个, 是一个: one of a kind, not a count of one. */
static bool is_article (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  uint64_t value;
  unsigned width;
  size_t floor = a->begin > 12 ? a->begin - 12 : 0;
  if (!a->numeral.chinese || a->approx != JILU_EXACT) return false;
  if (!jilu_decimal_integer(&a->numeral.value, &value) || value != 1)
    return false;
  return jilu_match_back(a->r, a->begin, floor,
                         BIT(DISTRIBUTIVE) | BIT(COPULA), &sense) != NOWHERE ||
         (jilu_particle_before(a->r, a->begin) == JILU_OF &&
          jilu_ends_clause(jilu_peek(a->r, a->end, &width)));
}

/* 每半年: a half behind 每 is how often, not how long. */
static bool is_cycle (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  size_t floor = a->begin > 12 ? a->begin - 12 : 0;
  return jilu_match(a->r, a->number, BIT(HALF), &sense) != 0 &&
         jilu_match_back(a->r, a->begin, floor, BIT(DISTRIBUTIVE), &sense) !=
         NOWHERE;
}

/* 五届三次, 十四届人大三次: the numeral some way behind 届 is an ordinal too. */
static bool is_session (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  size_t at = a->begin;
  int n;
  if (!a->numeral.chinese || a->unit == NULL) return false;
  sense = jilu_sense_of(a->r, a->unit_begin, a->unit_end, BIT(SESSION));
  if (sense == NULL || sense->value == 0) return false;
  for (n = 0; n < 6 && at > 0; n++) {
    uint32_t c = jilu_peek_back(a->r, at);
    size_t floor = at > 3 ? at - 3 : 0;
    if (!jilu_is_han(c)) return false;
    if (jilu_match_back(a->r, at, floor, BIT(SESSION), &sense) != NOWHERE &&
        sense->value == 0) return true;
    at = jilu_back(a->r, at);
  }
  return false;
}

/* 一 and the unit at 'at', where the amount has the same unit. */
static bool again (const jilu_amount *a, size_t at) {
  size_t size = a->unit_end - a->unit_begin, end;
  jilu_numeral n;
  uint64_t value;
  unsigned width;
  if (jilu_particle_at(a->r, at) == JILU_AGAIN) {
    (void)jilu_peek(a->r, at, &width);
    at += width;
  }
  end = jilu_numeral_read(a->r, at, &n);
  return end != 0 && n.chinese && jilu_decimal_integer(&n.value, &value) &&
         value == 1 && end + size <= a->r->size &&
         memcmp(a->r->text + end, a->r->text + a->unit_begin, size) == 0;
}

/* Do 一 and the same unit end at 'end'? */
static bool again_before (const jilu_amount *a, size_t end) {
  const unsigned char *text = a->r->text;
  size_t size = a->unit_end - a->unit_begin, at;
  if (end < size + 3) return false;
  at = end - size - 3;
  return (text[at] & 0xC0) != 0x80 &&   /* a character begins there */
         memcmp(text + at + 3, text + a->unit_begin, size) == 0 &&
         again(a, at);
}

/* 一年又一年, 一户一户: each of many. */
static bool is_series (const jilu_amount *a) {
  uint64_t value;
  size_t size = a->unit_end - a->unit_begin, back;
  if (!a->numeral.chinese || a->approx != JILU_EXACT || size == 0 ||
      !jilu_decimal_integer(&a->numeral.value, &value) || value != 1)
    return false;
  if (again(a, a->end) ||
      (a->end + size <= a->r->size &&   /* 一份份 */
       memcmp(a->r->text + a->end, a->r->text + a->unit_begin, size) == 0))
    return true;
  back = a->begin;
  if (jilu_particle_before(a->r, back) == JILU_AGAIN) back = jilu_back(a->r, back);
  return again_before(a, back);
}

/* 东北三省: a few of them in Chinese digits are a name, not a count. */
static bool is_division (const jilu_amount *a) {
  uint64_t value;
  return a->numeral.chinese && a->approx == JILU_EXACT && a->unit != NULL &&
         jilu_decimal_integer(&a->numeral.value, &value) && value <= 10 &&
         jilu_sense_of(a->r, a->unit_begin, a->end, BIT(DIVISION)) != NULL;
}

/* 三月, 105年6月: a month, and the year before it; a count has 个. */
static bool is_date (const jilu_amount *a) {
  const jilu_sense *unit = NULL;
  jilu_numeral n;
  size_t end;
  if (!jilu_is_duration(a->unit) || a->unit_end - a->unit_begin != 3)
    return false;
  if (strcmp(a->unit->code, "mo") == 0) return true;
  if (strcmp(a->unit->code, "a") != 0) return false;
  end = jilu_numeral_read(a->r, a->end, &n);
  if (end == 0) return false;
  end = jilu_match(a->r, end, BIT(UNIT), &unit);
  return end != 0 && strcmp(unit->code, "mo") == 0;
}

/* 2012年 of 不得超过2012年的水平. */
static bool is_calendar_year (const jilu_amount *a) {
  uint64_t value;
  return a->unit != NULL && strcmp(a->unit->code, "a") == 0 &&
         !a->r->vocabulary->writing.spaced && !a->numeral.chinese &&
         a->unit_end - a->unit_begin == 3 &&
         a->unit_begin - a->number == 4 && a->numeral.max.count == 0 &&
         jilu_decimal_integer(&a->numeral.value, &value) &&
         value >= 1000 && value < 3000;
}

/* The last word before 'end' begins with a capital. */
static bool is_capital (const jilu_reader *r, size_t begin, size_t end) {
  while (end > begin && jilu_is_letter(r->text[end - 1])) end--;
  return r->text[end] >= 'A' && r->text[end] <= 'Z';
}

/* Boeing 747s, ISO 9001 audits, Three Gorges: a number as part of a name. */
static bool is_named (const jilu_amount *a) {
  const jilu_reader *r = a->r;
  const jilu_sense *sense = NULL;
  size_t at = a->begin;
  if (!r->vocabulary->writing.spaced || r->vocabulary->writing.capital_nouns ||
      a->noun.end == 0) return false;
  if (r->text[at] >= 'A' && r->text[at] <= 'Z')
    return a->number == at && is_capital(r, a->noun.begin, a->noun.end);
  if (at < 2 || r->text[at - 1] != ' ' || !jilu_is_digit(r->text[at]))
    return false;
  at--;
  while (at > 0 && jilu_is_letter(r->text[at - 1])) at--;
  return r->text[at] >= 'A' && r->text[at] <= 'Z' &&
         jilu_match(r, at, BIT(NOUN_STOP), &sense) == 0;
}

/* "between" without its second end; "one", which is an article as often. */
static bool is_half_said (const jilu_amount *a) {
  uint64_t value;
  if (a->approx == JILU_RANGE && a->numeral.max.count == 0) return true;
  return a->noun.end != 0 && a->numeral.max.count == 0 &&
         jilu_decimal_integer(&a->numeral.value, &value) && value == 1;
}

/* 府财四字第1432号: 字 and 第 are of a number of a document. */
static bool is_serial (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  return a->unit != NULL && a->unit->code[0] == '\0' &&
         jilu_match(a->r, a->end, BIT(ORDINAL), &sense) != 0;
}

/* Is there a mark before decimals in the number? */
static bool has_decimals (const jilu_amount *a) {
  return memchr(a->r->text + a->number, a->r->vocabulary->writing.decimal,
                a->unit_begin - a->number) != NULL;
}

/* 2.0版, 302室, 国道318线: which one, not how many. */
static bool is_label (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  uint64_t value;
  if (a->unit == NULL || a->numeral.chinese || a->approx != JILU_EXACT)
    return false;
  sense = jilu_sense_of(a->r, a->unit_begin, a->unit_end, BIT(VERSION));
  if (sense == NULL || sense->value <= 0 ||
      !jilu_is_digit(jilu_peek_back(a->r, a->unit_begin))) return false;
  if (has_decimals(a)) return true;
  return jilu_decimal_integer(&a->numeral.value, &value) &&
         (double)value >= sense->value;
}

/* Is it digits with decimals? */
static bool is_decimal (const jilu_amount *a) {
  return a->r->text[a->number] < 0x80 && has_decimals(a);
}

/*
** 5.2级地震, 10级以上; not 二级医院 or 2020级, which are of a kind. 222.1点; not 3点,
** a clock time, or three of them.
*/
static bool is_rank (const jilu_amount *a) {
  const jilu_sense *sense =
      a->unit == NULL ? NULL
                      : jilu_sense_of(a->r, a->unit_begin, a->unit_end,
                                      BIT(GRADE));
  unsigned width;
  if (sense == NULL || is_decimal(a)) return false;
  if (sense->value == 0 || a->numeral.chinese ||
      a->unit_begin - a->number > 2) return true;
  return !jilu_is_han(jilu_peek(a->r, a->end, &width))
             ? a->approx == JILU_EXACT && a->numeral.max.count == 0 &&
               jilu_match_back(a->r, a->begin, 0, BIT(GRADED), &sense) ==
               NOWHERE
             : jilu_match(a->r, a->end, BIT(GRADED), &sense) == 0;
}

/*
** 家 of 三百多|家长: the lexicon finds a word that the classifier begins, and it
** ends where the next one begins. 人 is left out: 人参 of 人|参训 is none.
*/
static bool is_in_word (const jilu_amount *a) {
  const jilu_reader *r = a->r;
  const jilu_sense *sense = NULL;
  const jilu_text_word *w;
  if (r->lexicon == NULL || a->unit == NULL || a->unit->code[0] != '\0' ||
      a->unit_end - a->unit_begin != 3 || a->unit_end >= r->size ||
      !jilu_is_han_at(r, a->unit_end) || a->end != a->unit_end ||
      jilu_match(r, a->unit_end, BIT(AGENT) | BIT(NOUN) | BIT(INSTITUTION),
                 &sense) != 0 ||
      jilu_sense_of(r, a->unit_begin, a->unit_end, BIT(WITHOUT_NOUN)) != NULL)
    return false;
  w = jilu_word_around(r, a->unit_begin);
  return w != NULL && w->begin == a->unit_begin && w->end > a->unit_end &&
         w->kind == JILU_WORD_OTHER && w[1].begin < w[1].end;
}

static bool refuses (const jilu_amount *a) {
  unsigned width;
  unsigned char first = a->r->text[a->number];
  if ((jilu_is_digit(first) || first == '-') && a->number == a->begin &&
      inside_token(a->r, a->number))
    return true;
  return jilu_peek(a->r, a->end, &width) == '+' || is_session(a) ||
         is_division(a) || is_article(a) || is_series(a) || is_serial(a) ||
         is_label(a) || is_cycle(a) || is_rank(a) || is_in_word(a) ||
         is_date(a) || is_named(a) || is_half_said(a);
}

/* --- what governs from further off ---------------------------------------- */

/* 至少要安排两天: within the clause, before the number. */
static jilu_approx far_approx (const jilu_amount *a) {
  const jilu_sense *sense = NULL;
  size_t at = a->begin;
  int n;
  if (a->approx != JILU_EXACT) return a->approx;
  for (n = 0; n < 8 && at > 0; n++) {
    size_t floor = at > 12 ? at - 12 : 0;
    if (jilu_ends_clause(jilu_peek_back(a->r, at))) break;
    if ((jilu_ends_at(a->r, at) & BIT(APPROX_FAR)) &&
        jilu_match_back(a->r, at, floor, BIT(APPROX_FAR), &sense) != NOWHERE)
      /* 最多的一人 is one */
      return jilu_particle_at(a->r, at) == JILU_OF
                 ? JILU_EXACT : (jilu_approx)(int)sense->value;
    at = jilu_back(a->r, at);
  }
  return JILU_EXACT;
}

/* What stands before a quantity in its text. */
typedef struct neighbours {
  const jilu_fact *last;   /* the quantity that names a noun; NULL: none near */
  size_t quantity;         /* the end of the last one and its noun */
  size_t time;             /* the end of the last time, and its beginning */
  size_t time_begin;
} neighbours;

/* A duration is a quantity as well as a time. */
static bool is_time (const jilu_fact *f) {
  if (f->kind == JILU_FACT_QUANTITY)
    return jilu_is_duration(f->is.quantity.unit);
  return f->kind == JILU_FACT_TIME && f->is.time.kind != JILU_TIME_RECURRENCE;
}

static neighbours before (const jilu_scan *s, size_t at) {
  neighbours b = {NULL, 0, 0, 0};
  size_t k = s->facts->count - 1, n;   /* the last one is this one */
  for (n = 0; k > 0 && n < 8; n++) {
    const jilu_fact *f = &s->facts->items[--k];
    size_t end = f->span.end;
    if (f->kind == JILU_FACT_WORK || f->kind == JILU_FACT_QUOTE) break;
    if (b.time == 0 && is_time(f)) {
      b.time = end;
      b.time_begin = f->span.begin;
    }
    if (f->kind != JILU_FACT_QUANTITY ||
        jilu_is_duration(f->is.quantity.unit)) continue;
    if (f->is.quantity.noun.end > end && f->is.quantity.noun.end <= at)
      end = f->is.quantity.noun.end;
    if (b.quantity == 0) b.quantity = end;
    b.last = f;
    break;
  }
  return b;
}

/* Does only what makes one statement of two quantities lie between them? */
static bool same_statement (const jilu_reader *r, size_t from, size_t to) {
  size_t at = to;
  int n;
  for (n = 0; n < 24 && at > from; n++) {
    if (jilu_ends_sentence(jilu_peek_back(r, at))) return false;
    at = jilu_back(r, at);
  }
  return at <= from;
}

/* 脱贫户320户、1105人, 违建73处1.6万平方米: more of the noun before both. */
static bool continues (const jilu_amount *a, const jilu_fact *last) {
  const jilu_sense *sense = NULL;
  unsigned width;
  const jilu_span *noun = &last->is.quantity.noun;
  size_t at = last->span.end, join;
  if (noun->begin == noun->end || noun->end > last->span.begin) return false;
  join = jilu_match(a->r, jilu_skip_spaces(a->r, at), BIT(NOUN_JOIN), &sense);
  if (join != 0 && jilu_skip_spaces(a->r, join) == a->begin) return true;
  if (jilu_peek(a->r, at, &width) == 0x3001) at += width;   /* 、 */
  return at == a->begin;
}

/* %, ‰, 个基点, 倍: of something, not of anything by itself. */
static bool is_share (const jilu_sense *unit) {
  return unit->code[0] == '%' || unit->code[0] == '1' ||
         strncmp(unit->code, "[pp", 3) == 0;
}

/* 三分之一, 一半: no number of things. */
static bool is_fraction (const jilu_amount *a) {
  uint64_t value;
  return a->numeral.value.denominator > 0 ||
         (a->numeral.chinese && !jilu_decimal_integer(&a->numeral.value, &value));
}

/* 个工作日: a duration in days of another kind, which counts no thing. */
static bool counts_days (const jilu_amount *a) {
  const jilu_sense *sense =
      jilu_sense_of(a->r, a->unit_begin, a->unit_end, BIT(WITHOUT_NOUN));
  return sense != NULL && sense->value == 1;
}

/* 三万多人的困难: persons who have it, and no more is said of them. */
static bool has_owner (const jilu_amount *a) {
  const jilu_sense *sense =
      jilu_sense_of(a->r, a->unit_begin, a->unit_end, BIT(WITHOUT_NOUN));
  return sense != NULL && sense->value == 2 &&
         jilu_particle_at(a->r, a->end) == JILU_OF;
}

/* A share is of what was named before it; a count, of what follows. */
static void find_noun (const jilu_scan *s, const jilu_amount *a,
                       jilu_quantity *q) {
  neighbours b = before(s, a->begin);
  jilu_measured what = {0};
  what.time = b.time;
  what.time_begin = b.time_begin;
  if (jilu_is_duration(a->unit) || counts_days(a) || has_owner(a)) return;
  what.share = a->unit == NULL ? is_fraction(a) : is_share(a->unit);
  what.money = jilu_is_money(a->unit);
  what.institutions = jilu_sense_of(a->r, a->unit_begin, a->unit_end,
                                    BIT(OF_INSTITUTIONS)) != NULL;
  what.persons = jilu_sense_of(a->r, a->unit_begin, a->unit_end,
                               BIT(OF_PERSONS)) != NULL;
  what.events = jilu_sense_of(a->r, a->unit_begin, a->unit_end,
                              BIT(OF_EVENTS)) != NULL;
  what.things = a->unit == NULL
                    ? !what.share
                    : a->unit->code[0] == '\0' &&
                      jilu_sense_of(a->r, a->unit_begin, a->unit_end,
                                    BIT(WITHOUT_NOUN)) == NULL;
  q->noun = jilu_noun_of(a->r, a->begin, a->end, b.quantity, &what);
  if (q->noun.begin < q->noun.end || b.last == NULL) return;
  if ((what.inherits && same_statement(a->r, b.last->span.end, a->begin)) ||
      continues(a, b.last)) {
    q->noun = b.last->is.quantity.noun;
    q->inherited = q->noun.begin < q->noun.end;
  }
}

/* 票价十块: 块 is money behind what names a price. */
static const jilu_sense *priced (const jilu_amount *a, jilu_span noun) {
  const jilu_sense *money = NULL, *sense = NULL;
  if (noun.begin >= noun.end || noun.end > a->begin || a->unit == NULL)
    return a->unit;
  money = jilu_sense_of(a->r, a->unit_begin, a->unit_end, BIT(LOOSE_MONEY));
  if (money == NULL || money->value != 0 || jilu_match_back(a->r, noun.end, noun.begin, BIT(PRICE),
                                       &sense) == NOWHERE) return a->unit;
  return money;
}

/* The form of the amount, or else what its unit measures. */
static jilu_rule rule_of (const jilu_amount *a, const jilu_sense *unit) {
  if (a->rule != JILU_RULE_NONE) return a->rule;
  if (unit == NULL) return JILU_RULE_FRACTION;
  if (unit->user) return JILU_RULE_USER_UNIT;
  if (unit->code[0] == '\0') return JILU_RULE_COUNT;
  if (jilu_is_money(unit)) return JILU_RULE_MONEY;
  if (is_share(unit)) return JILU_RULE_SHARE;
  return jilu_is_duration(unit) ? JILU_RULE_TIME_AMOUNT : JILU_RULE_MEASURE;
}

static void keep (jilu_scan *s, const jilu_amount *a) {
  jilu_fact *f = jilu_scan_add(s, JILU_FACT_QUANTITY, a->begin, a->end,
                               JILU_RULE_NONE);
  if (f == NULL) return;
  f->is.quantity.value = a->numeral.value;
  f->is.quantity.max = a->numeral.max;
  f->is.quantity.approx = far_approx(a);
  f->is.quantity.unit = a->unit;
  f->is.quantity.measure.begin = (uint32_t)a->unit_begin;
  f->is.quantity.measure.end =
      (uint32_t)(a->measure_end > a->unit_end ? a->measure_end : a->unit_end);
  f->is.quantity.joined = a->measure_end > a->unit_end;
  f->is.quantity.per = a->per;
  f->is.quantity.qualifier = a->qualifier;
  if (s->r.vocabulary->writing.spaced) f->is.quantity.noun = a->noun;
  else find_noun(s, a, &f->is.quantity);
  f->is.quantity.unit = priced(a, f->is.quantity.noun);
  f->rule = rule_of(a, f->is.quantity.unit);
}

size_t jilu_quantity_read (jilu_scan *s, size_t at) {
  jilu_amount a;
  size_t end = jilu_amount_read(&s->r, at, &a);
  if (end == 0) return 0;
  /* 近2021年: a year, which is read as one from its first digit on */
  if (is_calendar_year(&a)) return a.number > at ? a.number : 0;
  if (!refuses(&a)) keep(s, &a);
  return end;
}
