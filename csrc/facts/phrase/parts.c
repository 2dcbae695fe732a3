#include "facts/phrase/parts.h"

#include "facts/number/numeral.h"

#define BIT JILU_CLASS_BIT

static bool is_mark (uint32_t c) {
  return (c >= 0x2018 && c <= 0x201D) || c == 0x300C || c == 0x300D;
}

static size_t digits (const jilu_reader *r, size_t at, size_t end,
                      int *number) {
  size_t from = at;
  *number = 0;
  while (at < end && at - from < 3 && jilu_is_digit(r->text[at]))
    *number = *number * 10 + (r->text[at++] - '0');
  return at > from && !(at < end && jilu_is_digit(r->text[at])) ? at : 0;
}

size_t jilu_phrase_number (const jilu_reader *r, size_t at, size_t end,
                           int *number) {
  const jilu_sense *sense = NULL;
  jilu_numeral n;
  uint64_t value;
  size_t next;
  if (at >= end ||
      (!jilu_is_digit(r->text[at]) &&
       !(jilu_starts_at(r, at) & (BIT(DOUBLE) | BIT(DIGIT) | BIT(POWER) |
                                  BIT(TENS))))) return 0;
  next = jilu_match(r, at, BIT(DOUBLE), &sense);
  if (next != 0 && next <= end) {
    *number = (int)sense->value;
    return next;
  }
  if (jilu_is_digit(r->text[at])) return digits(r, at, end, number);
  if (jilu_match(r, at, BIT(DIGIT) | BIT(POWER) | BIT(TENS), &sense) == 0)
    return 0;
  next = jilu_numeral_read(r, at, &n);
  if (next == 0 || next > end || n.max.count > 0 || n.positional ||
      !jilu_decimal_integer(&n.value, &value) || value == 0 || value > 999)
    return 0;
  *number = (int)value;
  return next;
}

/* 项 before a noun; not 位 of 五位一体, which is one itself. */
static size_t classifier (const jilu_reader *r, size_t at, size_t end) {
  const jilu_sense *sense = NULL;
  int n;
  size_t next = jilu_match(r, at, BIT(PHRASE_CLASSIFIER), &sense), number;
  if (next == 0 || next >= end) return at;
  number = jilu_phrase_number(r, next, end, &n);
  if (number != 0 && number < end && r->text[number] != '%') return at;
  return next;
}

static bool in_noun (uint32_t c) {
  return jilu_is_han(c) || jilu_is_letter(c) || is_mark(c);
}

/* A number that begins another part; 100% is a noun. */
static size_t next_number (const jilu_reader *r, size_t at, size_t end) {
  int n;
  size_t number = jilu_phrase_number(r, at, end, &n);
  return number != 0 && number < end && r->text[number] == '%' ? 0 : number;
}

/* The noun from 'at' up to the next number, 、 or 'end'; 0 if none can be. */
static size_t noun (const jilu_reader *r, size_t at, size_t end) {
  size_t from = at;
  while (at < end) {
    unsigned width;
    uint32_t c = jilu_peek(r, at, &width);
    size_t number = next_number(r, at, end);
    if (c == 0x3001 || c == '+') return at;
    /* a number that nothing follows is the noun: 六个一, 四个统一, 双十佳 */
    if (number != 0 && at > from && number < end) return at;
    if (number == 0 && !in_noun(c) && !jilu_is_digit(c) && c != '%') return 0;
    at = number != 0 ? number : at + width;
  }
  return at;
}

/* N of 1+N */
static size_t letter (const jilu_reader *r, size_t at, size_t end,
                      jilu_phrase_part *part) {
  if (at >= end || !jilu_is_letter(r->text[at])) return 0;
  if (at + 1 < end && jilu_is_letter(r->text[at + 1])) return 0;
  part->number = -1;
  part->noun.begin = (uint32_t)at;
  part->noun.end = (uint32_t)at + 1;
  return at + 1;
}

static jilu_span without_marks (const jilu_reader *r, size_t begin,
                                size_t end) {
  jilu_span span;
  unsigned width;
  if (end > begin && is_mark(jilu_peek(r, begin, &width))) begin += width;
  if (end > begin && is_mark(jilu_peek_back(r, end))) end = jilu_back(r, end);
  span.begin = (uint32_t)begin;
  span.end = (uint32_t)end;
  return span;
}

static size_t part (const jilu_reader *r, size_t at, size_t end, bool sum,
                    jilu_phrase_part *out) {
  size_t next = jilu_phrase_number(r, at, end, &out->number), behind;
  if (next == 0) return sum ? letter(r, at, end, out) : 0;
  if (next == end || r->text[next] == '+')   /* a bare number: 1+3 */
    return sum || next < end ? next : 0;
  behind = classifier(r, next, end);
  out->classifier.begin = (uint32_t)next;
  out->classifier.end = (uint32_t)behind;
  next = noun(r, behind, end);
  out->noun = without_marks(r, behind, next);
  return out->noun.end > out->noun.begin ? next : 0;
}

bool jilu_phrase_parse (const jilu_reader *r, size_t begin, size_t end,
                        jilu_phrase *out) {
  const jilu_sense *sense = NULL;
  bool sum = false;
  size_t at = jilu_match(r, begin, BIT(REGION), &sense);
  out->count = 0;
  if (at == 0) at = begin;
  while (at < end && out->count < JILU_PHRASE_PARTS) {
    static const jilu_phrase_part empty = {0, {0, 0}, {0, 0}};
    unsigned width;
    uint32_t c;
    out->parts[out->count] = empty;
    at = part(r, at, end, sum, &out->parts[out->count]);
    if (at == 0) return false;
    out->count++;
    c = jilu_peek(r, at, &width);
    if (at < end && (c == '+' || c == 0x3001)) {
      sum = c == '+';
      at += width;
    }
  }
  return at == end && out->count > 0;
}
