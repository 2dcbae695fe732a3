#include "facts/token.h"

#include "facts/quantity/amount_unit.h"
#include "facts/number/numeral.h"

#define BIT JILU_CLASS_BIT
#define WORD 3           /* letters that a word has at least: GDP, not PM */
#define LONGEST 16       /* letters that are looked back */

static bool is_joined (uint32_t c) {
  return jilu_is_letter(c) || jilu_is_digit(c) || c == '_' || c == '-' ||
         c == '.' || c == '/' || c == '@' || c == '+';
}

/* Letters that are a word by themselves end at 'at'. */
static bool behind_word (const jilu_reader *r, size_t at) {
  size_t begin = at;
  while (begin > 0 && at - begin <= LONGEST &&
         jilu_is_letter(r->text[begin - 1])) begin--;
  return at - begin >= WORD && at - begin <= LONGEST &&
         (begin == 0 || !is_joined(r->text[begin - 1]));
}

/* 年 behind four digits, 月 behind one or two: a date. */
static bool is_date (const jilu_sense *mark, size_t digits) {
  return *mark->code == 'Y' ? digits == 4 : *mark->code == 'M' && digits <= 2;
}

/*
** 5.2万元, 12%: a unit that measures. One that counts ends the clause, and
** numbers no versions: APP5个, but APP3.0版, HTML5页面.
*/
static bool has_unit (const jilu_reader *r, const jilu_numeral *n,
                      size_t number) {
  const jilu_sense *unit = NULL;
  size_t from, end = jilu_unit_at(r, number, &from, &unit);
  unsigned width;
  uint64_t whole;
  if (end == 0 || from != number) return false;
  if (unit->code[0] != '\0')
    return jilu_is_han(jilu_peek(r, number, &width)) || unit->code[0] == '%';
  return jilu_decimal_integer(&n->value, &whole) &&
         !jilu_is_han(jilu_peek(r, end, &width)) &&
         jilu_sense_of(r, from, end, BIT(VERSION)) == NULL;
}

static bool is_number (const jilu_reader *r, size_t at) {
  const jilu_sense *mark = NULL;
  jilu_numeral n;
  size_t number;
  if (r->vocabulary->writing.spaced || !jilu_is_digit(r->text[at]) ||
      !behind_word(r, at)) return false;
  number = jilu_numeral_read(r, at, &n);
  if (number == 0) return false;
  if (jilu_match(r, number, BIT(TIME_MARK), &mark) != 0)
    return is_date(mark, number - at);
  return has_unit(r, &n, number);
}

bool jilu_in_token (const jilu_reader *r, size_t at) {
  return at > 0 && jilu_is_letter(r->text[at - 1]) && !is_number(r, at);
}

size_t jilu_behind_token (const jilu_reader *r, size_t at) {
  size_t begin = at;
  while (at < r->size && jilu_is_letter(r->text[at])) at++;
  if (at - begin >= WORD && at < r->size && jilu_is_digit(r->text[at]) &&
      is_number(r, at)) return at;
  while (at < r->size && (jilu_is_letter(r->text[at]) ||
                          jilu_is_digit(r->text[at]) || r->text[at] == '_'))
    at++;
  return at;
}
