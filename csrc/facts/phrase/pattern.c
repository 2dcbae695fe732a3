/* Numeral phrases that no marks enclose: known by their form. */

#include "facts/noun/noun.h"
#include "vocabulary/particle.h"
#include "facts/phrase/parts.h"

#define BIT JILU_CLASS_BIT
#define NOWHERE ((size_t)-1)
#define PART 3   /* code points of a noun in 三会一课 */

static bool is_number_sign (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  return at < r->size &&
         (jilu_is_digit(r->text[at]) ||
          jilu_match(r, at, BIT(DIGIT) | BIT(POWER) | BIT(SECTION) |
                     BIT(TENS), &sense) != 0);
}

/* The number that a phrase begins with. */
typedef struct leading {
  size_t begin, end;
  int value;
  bool digits;
} leading;

/* A numeral that goes on to the left, or an ordinal, begins no phrase. */
static bool follows_number (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t before = jilu_back(r, at);
  if (jilu_match(r, at, BIT(DOUBLE), &sense) != 0) return false;
  return before < at &&
         (is_number_sign(r, before) ||
          jilu_match(r, before, BIT(ORDINAL) | BIT(POINT), &sense) == at);
}

/* --- 三会一课 ---------------------------------------------------------------- */

/*
** 案中有 of 三案中有一案: three characters that a stop is among make no phrase.
*/
static bool is_clause (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  size_t from = at;
  if (end - at < 9) return false;
  for (; at < end; at += 3)
    if (at > from && jilu_match(r, at, BIT(NOUN_STOP), &sense) == at + 3)
      return true;
  return false;
}

/* Han from 'at' up to the next number, at most PART; their end, or 0. */
static size_t short_noun (const jilu_reader *r, size_t at, size_t *number) {
  const jilu_sense *sense = NULL;
  size_t end = at;
  int n, value;
  *number = 0;
  if (jilu_match(r, at, BIT(COUNTER), &sense) != 0) return 0;
  for (n = 0; n < PART; n++) {
    unsigned width;
    if (!jilu_is_han(jilu_peek(r, end, &width))) break;
    if (n > 0) {
      *number = jilu_phrase_number(r, end, r->size, &value);
      if (*number != 0) return end;
    }
    end += width;
  }
  *number = jilu_phrase_number(r, end, r->size, &value);
  return end > at && !is_clause(r, at, end) ? end : 0;
}

/* The last noun is as long as the one before it. */
static size_t last_noun (const jilu_reader *r, size_t at, size_t length) {
  const jilu_sense *sense = NULL;
  size_t end = at;
  if (jilu_match(r, at, BIT(COUNTER), &sense) != 0) return 0;
  /* 四局一公司: two bodies */
  if (jilu_match(r, at, BIT(BODY_SUFFIX), &sense) >= at + 6) return 0;
  while (end < at + length) {
    unsigned width;
    if (!jilu_is_han(jilu_peek(r, end, &width))) return 0;
    if (jilu_match(r, end, BIT(NOUN_STOP), &sense) > end + width) return 0;
    end += width;
  }
  return is_number_sign(r, end) ? 0 : end;
}

static size_t parallel (const jilu_reader *r, const leading *lead) {
  int first = lead->value, value;
  size_t number = lead->end, end, length, next;
  unsigned count = 1;
  if (first > 10 || lead->digits) return 0;
  end = short_noun(r, number, &next);
  if (end == 0 || next == 0) return 0;
  while (next != 0 && count < JILU_PHRASE_PARTS) {
    if (count == 1) {
      (void)jilu_phrase_number(r, end, r->size, &value);
      if (first == 1 && value == 1) return 0;   /* 一心一意 */
      if (value > 10) return 0;
    }
    length = end - number;
    number = next;
    end = short_noun(r, number, &next);
    if (end == 0) return 0;
    if (next == 0) end = last_noun(r, number, length);
    if (end == 0) return 0;
    count++;
  }
  return count > 1 ? end : 0;
}

/* --- 三大攻坚战, 三项机制 ------------------------------------------------------ */

/* The end of the first word of 'classes' within some code points of 'at'. */
static size_t first_word (const jilu_reader *r, size_t at, int reach,
                          jilu_classes classes) {
  const jilu_sense *sense = NULL;
  int n;
  for (n = 0; n < reach; n++) {
    unsigned width;
    size_t end;
    if (!jilu_is_han(jilu_peek(r, at, &width))) return 0;
    end = jilu_match(r, at, classes, &sense);
    if (end != 0) return end;
    at += width;
  }
  return 0;
}

/* 三大主导产业: whatever 大 numbers; 三项机制: what is thought of, not counted. */
static size_t numbered (const jilu_reader *r, const leading *lead) {
  const jilu_sense *sense = NULL;
  jilu_span rest;
  size_t number = lead->end, end;
  if (lead->value < 2 || lead->value > 20 || lead->digits) return 0;
  end = jilu_match(r, number, BIT(PHRASE_CLASSIFIER), &sense);
  if (end == 0) return 0;
  if (sense->value == 0) return first_word(r, end, 1, BIT(PHRASE_NOUN));
  number = end;
  end = first_word(r, number, 7, BIT(PHRASE_NOUN));
  if (end != 0) return end;
  rest = jilu_noun_after(r, number);
  if (jilu_particle_at(r, number) == JILU_OF) return 0;
  return rest.end > rest.begin + 3 && rest.end - rest.begin <= 12 &&
         rest.begin == number ? rest.end : 0;
}

/* 三个“100%”: the noun stands in marks, and is none. */
static size_t numbered_mark (const jilu_reader *r, const leading *lead) {
  const jilu_sense *sense = NULL;
  unsigned width;
  int k;
  size_t end;
  if (lead->value < 2) return 0;
  end = jilu_match(r, lead->end, BIT(PHRASE_CLASSIFIER), &sense);
  if (end == 0) return 0;
  if (jilu_peek(r, end, &width) != 0x201C) {
    /* 三个100% */
    size_t digits = end;
    while (digits < r->size && jilu_is_digit(r->text[digits])) digits++;
    return digits > end && digits < r->size && r->text[digits] == '%'
               ? digits + 1 : 0;
  }
  end += width;
  if (end >= r->size || !jilu_is_digit(r->text[end])) return 0;
  for (k = 0; k < 6; k++) {
    uint32_t c = jilu_peek(r, end, &width);
    end += width;
    if (c == 0x201D) return end;
    if (c == 0 || c == '\n') return 0;
  }
  return 0;
}

/* --- 五星级, 东北三省, 1+N ------------------------------------------------------ */

static size_t rating (const jilu_reader *r, const leading *lead) {
  const jilu_sense *sense = NULL, *rated = NULL;
  size_t end;
  if (lead->value > 7) return 0;
  end = jilu_match(r, lead->end, BIT(STAR), &sense);
  if (end == 0) return 0;
  if (sense->value != 0 || jilu_match(r, end, BIT(RATED), &rated) != 0)
    return end;
  return 0;
}

static size_t region (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  int n;
  size_t end = jilu_match(r, at, BIT(REGION), &sense);
  if (end == 0 || (end = jilu_phrase_number(r, end, r->size, &n)) == 0)
    return 0;
  end = jilu_match(r, end, BIT(DIVISION), &sense);
  return end;
}

static bool in_sum (unsigned char c) {
  return jilu_is_digit(c) || jilu_is_letter(c);
}

/* One term of a sum: one or two digits, or a letter alone. */
static size_t sum_term (const jilu_reader *r, size_t at, bool first) {
  size_t end = at;
  while (end < r->size && in_sum(r->text[end])) end++;
  if (end == at || end - at > 2) return 0;
  if (jilu_is_letter(r->text[at])) return !first && end == at + 1 ? end : 0;
  return jilu_is_digit(r->text[end - 1]) ? end : 0;
}

static size_t sum (const jilu_reader *r, const leading *lead) {
  size_t at = lead->begin, end, next, terms = 1;
  if (!lead->digits || lead->end >= r->size || r->text[lead->end] != '+')
    return 0;
  if (at > 0 && (in_sum(r->text[at - 1]) || r->text[at - 1] == '.' ||
                 r->text[at - 1] == '+')) return 0;
  end = sum_term(r, at, true);
  while (end != 0 && end < r->size && r->text[end] == '+' &&
         (next = sum_term(r, end + 1, false)) != 0) {
    end = next;
    terms++;
  }
  if (end == 0 || terms < 2 || terms > JILU_PHRASE_PARTS) return 0;
  return end < r->size && (r->text[end] == '=' || r->text[end] == '.' ||
                           r->text[end] == '+' || r->text[end] == '%')
             ? 0 : end;
}

size_t jilu_phrase_pattern (const jilu_reader *r, size_t at, jilu_rule *rule) {
  static const struct {
    size_t (*read) (const jilu_reader *, const leading *);
    jilu_rule rule;
  } patterns[] = {
    {parallel, JILU_RULE_PHRASE_PARALLEL},
    {numbered, JILU_RULE_PHRASE_NUMBERED},
    {numbered_mark, JILU_RULE_PHRASE_MARKED},
    {rating, JILU_RULE_PHRASE_RATING}, {sum, JILU_RULE_PHRASE_SUM}
  };
  const jilu_sense *sense = NULL;
  leading lead;
  size_t i, best = jilu_match(r, at, BIT(PHRASE), &sense), end;
  *rule = JILU_RULE_PHRASE_KNOWN;
  if ((end = region(r, at)) > best) {
    best = end;
    *rule = JILU_RULE_PHRASE_REGION;
  }
  lead.begin = at;
  lead.end = jilu_phrase_number(r, at, r->size, &lead.value);
  lead.digits = at < r->size && jilu_is_digit(r->text[at]);
  for (i = 0; lead.end != 0 && i < sizeof patterns / sizeof *patterns; i++) {
    end = patterns[i].read(r, &lead);
    if (end <= best) continue;
    best = end;
    *rule = patterns[i].rule;
  }
  return best != 0 && follows_number(r, at) ? 0 : best;
}
