#include "facts/identifier.h"

#include <string.h>

#define BIT JILU_CLASS_BIT
#define AGENCY 10        /* code points of 国办发 before the year */
#define MAIL_NAME 64     /* bytes before @, RFC 5321, 4.5.3.1.1 */
#define MAIL_HOST 255    /* bytes behind it, 4.5.3.1.2 */

static bool is_digit_at (const jilu_reader *r, size_t at) {
  return at < r->size && jilu_is_digit(r->text[at]);
}

/* How many digits stand at 'at', at most 'most' + 1. */
static size_t digits_at (const jilu_reader *r, size_t at, size_t most) {
  size_t n = 0;
  while (n <= most && is_digit_at(r, at + n)) n++;
  return n;
}

static size_t keep (jilu_scan *s, jilu_fact_kind kind, size_t begin,
                    size_t end, jilu_rule rule) {
  (void)jilu_scan_add(s, kind, begin, end, rule);
  return end;
}

/* --- addresses ------------------------------------------------------------- */

/* scheme://... or www. : up to a space or a character outside ASCII. */
static size_t url (jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  const char *t = (const char *)r->text + at;
  size_t left = r->size - at, end;
  if (!((left > 7 && memcmp(t, "http://", 7) == 0) ||
        (left > 8 && memcmp(t, "https://", 8) == 0) ||
        (left > 4 && memcmp(t, "www.", 4) == 0))) return 0;
  for (end = at; end < r->size && r->text[end] > 0x20 && r->text[end] < 0x7F;
       end++) {
    unsigned char c = r->text[end];
    if (c == '"' || c == '<' || c == '>' || c == '|') break;
  }
  while (end > at && strchr(".,;:!?)'", r->text[end - 1]) != NULL) end--;
  return keep(s, JILU_FACT_URL, at, end, JILU_RULE_URL);
}

static bool in_mail (unsigned char c) {
  return jilu_is_letter(c) || jilu_is_digit(c) || c == '.' || c == '-' ||
         c == '_' || c == '+';
}

static size_t mail (jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  size_t end = at, host, dot = 0;
  while (end < r->size && end - at < MAIL_NAME && in_mail(r->text[end])) end++;
  if (end == at || end >= r->size || r->text[end] != '@') return 0;
  host = ++end;
  for (; end < r->size && end - host < MAIL_HOST && in_mail(r->text[end]) &&
         r->text[end] != '_'; end++)
    if (r->text[end] == '.') dot = end;
  while (end > host && !jilu_is_letter(r->text[end - 1])) end--;
  if (dot <= host || end < dot + 3) return 0;
  return keep(s, JILU_FACT_CONTACT, at, end, JILU_RULE_MAIL);
}

/* --- telephone numbers ------------------------------------------------------ */

/* -802 behind a number: an extension. */
static size_t extension (const jilu_reader *r, size_t at) {
  size_t n;
  if (at >= r->size || r->text[at] != '-') return at;
  n = digits_at(r, at + 1, 6);
  return n >= 2 && n <= 6 ? at + 1 + n : at;
}

/* The 7 or 8 digits of a subscriber, with a space or hyphen in the middle. */
static size_t subscriber (const jilu_reader *r, size_t at) {
  size_t n = digits_at(r, at, 8), m;
  if (n == 7 || n == 8) return extension(r, at + n);
  if (n != 3 && n != 4) return 0;
  if (at + n >= r->size || (r->text[at + n] != ' ' && r->text[at + n] != '-'))
    return 0;
  m = digits_at(r, at + n + 1, 4);
  return m == 4 ? extension(r, at + n + 1 + m) : 0;
}

/* 0731-85551234, 010 6655 1234 */
static size_t fixed_line (const jilu_reader *r, size_t at) {
  size_t n = digits_at(r, at, 12);
  if (r->text[at] != '0' || n < 3) return 0;
  if ((n == 3 || n == 4) && at + n < r->size &&
      strchr("- )", r->text[at + n]) != NULL)
    return subscriber(r, at + n + 1);
  return n >= 10 && n <= 12 ? extension(r, at + n) : 0;
}

/* 13800138000; 400-820-8820 */
static size_t mobile (const jilu_reader *r, size_t at) {
  size_t n = digits_at(r, at, 11);
  const char *t = (const char *)r->text + at;
  if (n == 11 && t[0] == '1' && t[1] >= '3') return at + n;
  if (n != 3 || (memcmp(t, "400", 3) != 0 && memcmp(t, "800", 3) != 0))
    return 0;
  if (at + 3 >= r->size || r->text[at + 3] != '-') return 0;
  n = digits_at(r, at + 4, 7);
  if (n == 7) return at + 11;
  if ((n != 3 && n != 4) || at + 4 + n >= r->size ||
      r->text[at + 4 + n] != '-') return 0;
  return digits_at(r, at + 5 + n, 7) == 7 - n ? at + 12 : 0;
}

/* 电话:2345678: any number where the text says that it is one. */
static size_t announced (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t before = at, n = digits_at(r, at, 12);
  while (before > 0 && (r->text[before - 1] == ':' || r->text[before - 1] == ' '))
    before--;
  if (n < 3 || n > 12 || before == at ||
      jilu_match_back(r, before, before > 18 ? before - 18 : 0,
                      BIT(TELEPHONE), &sense) == (size_t)-1) return 0;
  return extension(r, at + n);
}

static size_t telephone (jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  const jilu_sense *sense = NULL;
  size_t begin = at, end;
  if (at > 0 && (jilu_is_digit(r->text[at - 1]) || r->text[at - 1] == '.' ||
                 jilu_is_letter(r->text[at - 1]))) return 0;
  end = fixed_line(r, at);
  if (end == 0) end = mobile(r, at);
  if (end == 0) end = announced(r, at);
  if (end == 0 || is_digit_at(r, end) ||
      jilu_match(r, end, BIT(UNIT), &sense) != 0) return 0;
  if (begin > 0 && r->text[begin - 1] == '(' &&
      memchr(r->text + begin, ')', end - begin) != NULL) begin--;
  return keep(s, JILU_FACT_CONTACT, begin, end, JILU_RULE_TELEPHONE);
}

/* --- 国发〔2022〕43号 --------------------------------------------------------- */

/* Behind the bracket that closes the year of a document. */
static size_t closes_year (const jilu_reader *r, size_t at) {
  unsigned width;
  uint32_t c = jilu_peek(r, at, &width);
  return c == 0x3015 || c == ']' || c == ')' || c == 0x3011 || c == 0x3009
             ? at + width : 0;
}

/* Where the agency before the year begins: Han and no verb. */
static size_t agency (const jilu_reader *r, size_t end) {
  const jilu_sense *sense = NULL;
  size_t at = end;
  int n;
  for (n = 0; n < AGENCY; n++) {
    uint32_t c = jilu_peek_back(r, at);
    size_t floor = at > 12 ? at - 12 : 0, word;
    if (!jilu_is_han(c) && !jilu_is_letter(c)) break;
    word = jilu_match_back(r, at, floor, BIT(NOUN_STOP), &sense);
    if (word != (size_t)-1 && at - word > 3) break;
    at = jilu_back(r, at);
  }
  return at;
}

/* (第)43号 at 'at': its end, or 0. */
static size_t serial (const jilu_reader *r, size_t at) {
  const jilu_sense *sense = NULL;
  size_t next = jilu_match(r, at, BIT(ORDINAL), &sense), n;
  at = jilu_skip_spaces(r, next != 0 ? next : at);
  n = digits_at(r, at, 6);
  if (n == 0 || n > 6) return 0;
  return jilu_match(r, jilu_skip_spaces(r, at + n), BIT(SERIAL_END), &sense);
}

static size_t document_number (jilu_scan *s, size_t at, unsigned width) {
  const jilu_reader *r = &s->r;
  size_t year = at + width, end;
  if (digits_at(r, year, 4) != 4 || (end = closes_year(r, year + 4)) == 0)
    return 0;
  end = serial(r, end);
  if (end == 0) return 0;
  return keep(s, JILU_FACT_DOCUMENT_NUMBER, agency(r, at), end,
              JILU_RULE_DOCUMENT_NUMBER);
}

/* --- 湘ICP备05012345号-1 ------------------------------------------------------ */

static size_t licence (jilu_scan *s, size_t at) {
  const jilu_reader *r = &s->r;
  const jilu_sense *sense = NULL;
  size_t begin = at, end = jilu_match(r, at, BIT(LICENCE), &sense), n;
  if (end == 0) return 0;
  end = jilu_skip_spaces(r, end);
  n = digits_at(r, end, 16);
  if (n < 5 || n > 16) return 0;
  end += n;
  n = jilu_match(r, end, BIT(SERIAL_END), &sense);
  if (n != 0) end = n;
  if (end < r->size && r->text[end] == '-' && is_digit_at(r, end + 1))
    end += 1 + digits_at(r, end + 1, 3);
  if (jilu_is_han(jilu_peek_back(r, begin))) begin = jilu_back(r, begin);
  return keep(s, JILU_FACT_DOCUMENT_NUMBER, begin, end, JILU_RULE_LICENCE);
}

size_t jilu_identifier_read (jilu_scan *s, size_t at) {
  unsigned width;
  uint32_t c = jilu_peek(&s->r, at, &width);
  size_t end = 0;
  if (jilu_is_letter(c)) end = url(s, at);
  else if (!jilu_is_digit(c)) {
    end = document_number(s, at, width);
    return end != 0 ? end : licence(s, at);
  }
  if (end == 0) end = mail(s, at);
  if (end != 0) return end;
  return jilu_is_digit(c) ? telephone(s, at) : licence(s, at);
}
