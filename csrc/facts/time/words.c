/* Words and numbers of times. */

#include <string.h>

#include "facts/time/reader.h"
#include "vocabulary/particle.h"

#define BIT JILU_CLASS_BIT

size_t jilu_time_word (const jilu_reader *r, size_t at, jilu_classes classes,
                       const jilu_sense **sense) {
  const jilu_sense *other = NULL;
  size_t end = jilu_match(r, at, classes, sense);
  if (end != 0 && jilu_match(r, at, JILU_TIME(NOT), &other) > end) return 0;
  return end;
}

/*
** 2 0 1 0年: digits that blanks set apart are one number where its mark stands
** behind them. Where they end; 0 where they are none.
*/
static size_t split_digits (const jilu_reader *r, size_t at,
                            jilu_time_number *n) {
  const jilu_sense *sense = NULL;
  size_t end = at, digits = 0;
  int value = 0;
  if (at > 1 && r->text[at - 1] == ' ' && jilu_is_digit(r->text[at - 2]))
    return 0;
  for (;;) {
    value = value * 10 + (r->text[end++] - '0');
    digits++;
    if (digits > 4 || end + 1 >= r->size || r->text[end] != ' ' ||
        !jilu_is_digit(r->text[end + 1])) break;
    end++;
  }
  /* 1 2月 may begin a list */
  if (digits < 2 || digits > 4 ||
      (digits == 2 && (at == 0 || r->text[at - 1] == '\n')) ||
      (end < r->size && jilu_is_digit(r->text[end])) ||
      jilu_match(r, jilu_skip_spaces(r, end), JILU_TIME(MARK), &sense) == 0)
    return 0;
  n->value = value;
  n->digits = (unsigned)digits;
  return end;
}

static size_t arabic (const jilu_reader *r, size_t at, jilu_time_number *n) {
  if (at + 2 < r->size && r->text[at + 1] == ' ' &&
      jilu_is_digit(r->text[at + 2])) {
    size_t end = split_digits(r, at, n);
    if (end != 0) return end;
  }
  while (at < r->size && jilu_is_digit(r->text[at]) && n->digits < 5) {
    n->value = n->value * 10 + (r->text[at++] - '0');
    n->digits++;
  }
  return n->digits < 5 ? at : 0;
}

/* Reads 二, 十二, 二十二, 廿二, 二〇一九; a power from 百 on ends it in vain. */
static size_t chinese (const jilu_reader *r, size_t at, jilu_time_number *n) {
  const jilu_sense *sense = NULL;
  size_t end;
  bool tens = false, unit = false;
  n->pair = jilu_particle_at(r, at) == JILU_TWO;
  while ((end = jilu_match(r, at, BIT(DIGIT) | BIT(POWER) | BIT(TENS),
                           &sense)) != 0) {
    int v = (int)sense->value;
    if (jilu_sense_is(sense, BIT(DIGIT))) {
      if (unit || (!tens && n->digits > 3)) return 0;
      n->value = (tens ? n->value : n->value * 10) + v;
      if (tens) unit = true;
      else n->digits++;
    }
    else {
      if (tens || n->digits > 1 || (jilu_sense_is(sense, BIT(POWER)) && v != 1))
        return 0;
      if (jilu_sense_is(sense, BIT(TENS))) n->value = v;
      else n->value = (n->digits == 0 ? 1 : n->value) * 10;
      n->digits = 0;
      tens = true;
    }
    at = end;
  }
  return tens || n->digits > 0 ? at : 0;
}

size_t jilu_time_number_read (const jilu_reader *r, size_t at,
                              jilu_time_number *n) {
  memset(n, 0, sizeof *n);
  n->begin = at;
  if (at >= r->size) return 0;
  n->arabic = jilu_is_digit(r->text[at]);
  return n->arabic ? arabic(r, at, n) : chinese(r, at, n);
}

/* 、 of 7、8月: the next number follows, and no list begins here. */
static size_t listed (const jilu_reader *r, size_t at,
                      const jilu_time_number *n) {
  const jilu_sense *sense = NULL;
  jilu_time_number other;
  uint32_t before = jilu_peek_back(r, n->begin);
  size_t end = jilu_match(r, at, JILU_TIME(AND), &sense);
  if (end == 0 || jilu_ends_sentence(before) || before == '(') return 0;
  if (jilu_time_number_read(r, end, &other) == 0 ||
      other.value != n->value + 1) return 0;
  return end;
}

size_t jilu_time_mark (const jilu_reader *r, size_t at, char code,
                       const jilu_time_number *n) {
  const jilu_sense *sense = NULL;
  jilu_time_number other;
  size_t end = jilu_match(r, at, JILU_TIME(MARK), &sense);
  if (end != 0) return strchr(sense->code, code) != NULL ? end : 0;
  end = jilu_match(r, at, BIT(RANGE), &sense);
  if (end == 0 && (end = listed(r, at, n)) == 0) return 0;
  end = jilu_time_number_read(r, end, &other);
  if (end == 0 || other.arabic != n->arabic ||
      (other.value <= n->value &&
       !(n->digits == 4 && other.digits == 2 &&   /* 1985到89年 */
         other.value > n->value % 100))) return 0;
  end = jilu_match(r, jilu_skip_spaces(r, end), JILU_TIME(MARK), &sense);
  return end != 0 && strchr(sense->code, code) != NULL ? at : 0;
}

bool jilu_time_counts (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  size_t unit;
  if (jilu_match(r, end, JILU_TIME(DAY_PART), &sense) != 0) return false;
  if (jilu_match(r, at, BIT(OPAQUE), &sense) > end) return true;
  unit = jilu_match(r, end, BIT(UNIT) | BIT(POWER), &sense);
  return unit != 0 && jilu_match(r, end, JILU_TIME(NOT), &sense) <= unit;
}

bool jilu_time_in_word (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  return jilu_match(r, at, JILU_TIME(NOT), &sense) > end;
}

bool jilu_time_counts_days (const jilu_reader *r, size_t begin, size_t end) {
  const jilu_sense *sense = NULL;
  while (begin > 0 && r->text[begin - 1] == ' ') begin--;
  if (jilu_match(r, end, JILU_TIME(DAYS), &sense) != 0 && sense->value > 0)
    return true;
  return jilu_match_back(r, begin, begin > 18 ? begin - 18 : 0,
                         JILU_TIME(DAYS), &sense) != (size_t)-1 &&
         sense->value < 0;
}
