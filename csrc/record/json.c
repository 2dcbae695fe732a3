#include "record/json.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/utf8.h"

/* Bytes of \u00XX; U+FFFD takes three, the closing quote one. */
#define LONGEST_ESCAPE 6u

/* 2^53: every integer up to here is exact in a double. */
#define EXACT_INTEGER 9007199254740992.0

/* Bytes of the code point at 's' if well-formed, 0 otherwise. */
static unsigned well_formed (const unsigned char *s, size_t left) {
  unsigned width;
  int ok;
  (void)jilu_utf8_decode(s, left, &width, &ok);
  return ok ? width : 0;
}

/*
** Three bytes that are well-formed whatever the lead byte allows: neither of
** E0 and ED, which narrow the second byte, nor the end of the text.
*/
static bool three_bytes (const unsigned char *s, size_t left) {
  return left >= 3 && s[0] >= 0xE1 && s[0] <= 0xEF && s[0] != 0xED &&
         (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80;
}

/* Of a lead byte of three: neither E0 nor ED? */
static bool wide_lead (uint64_t c) { return (0xDFFEu >> (c & 15)) & 1; }

/*
** Two characters of three bytes, as above, in one word: nearly all that
** records hold of a Chinese text. 's' has eight bytes.
*/
static bool six_bytes (const unsigned char *s) {
  uint64_t word = (uint64_t)s[0] | (uint64_t)s[1] << 8 |
                  (uint64_t)s[2] << 16 | (uint64_t)s[3] << 24 |
                  (uint64_t)s[4] << 32 | (uint64_t)s[5] << 40 |
                  (uint64_t)s[6] << 48 | (uint64_t)s[7] << 56;
  return (word & 0xC0C0F0C0C0F0u) == 0x8080E08080E0u && wide_lead(word) &&
         wide_lead(word >> 24);
}

static bool needs_escape (unsigned char c) {
  return c < 0x20 || c == '"' || c == '\\';
}

/*
** Does one of eight bytes need an escape? A byte below n, or equal to zero,
** borrows from its high bit; a borrow from below may only add a hit.
*/
static bool word_needs_escape (const unsigned char *s) {
  const uint64_t each = 0x0101010101010101u, high = 0x80 * each;
  uint64_t word, quote, backslash;
  memcpy(&word, s, sizeof word);
  quote = word ^ ('"' * each);
  backslash = word ^ ('\\' * each);
  return ((((word - 0x20 * each) & ~word) | ((quote - each) & ~quote) |
           ((backslash - each) & ~backslash)) & high) != 0;
}

#ifdef __GNUC__

#define BLOCK 16

typedef unsigned char block __attribute__((vector_size(BLOCK)));

#define EACH(c) {c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c}

/* Does one of sixteen? A vector of whatever processor. */
static bool block_needs_escape (const unsigned char *s) {
  const block space = EACH(0x20), quote = EACH('"'), backslash = EACH('\\');
  block v;
  uint64_t half[2];
  memcpy(&v, s, sizeof v);
  v = (block)((v < space) | (v == quote) | (v == backslash));
  memcpy(half, &v, sizeof half);
  return (half[0] | half[1]) != 0;
}

#else
#define BLOCK 8
#define block_needs_escape word_needs_escape
#endif

/*
** Length of the head of well-formed 's' that needs no escape. The last block
** may overlap the one before.
*/
static size_t unescaped (const unsigned char *s, size_t size) {
  size_t i = 0;
  while (size - i >= BLOCK && !block_needs_escape(s + i)) i += BLOCK;
  if (i > 0 && size - i < BLOCK && !block_needs_escape(s + size - BLOCK))
    return size;
  if (size - i >= 8 && !word_needs_escape(s + i)) i += 8;
  while (i < size && !needs_escape(s[i])) i++;
  return i;
}

/* Eight bytes of ASCII that need no escape? */
static bool eight_plain (const unsigned char *s) {
  uint64_t word;
  memcpy(&word, s, sizeof word);
  return (word & 0x8080808080808080u) == 0 && !word_needs_escape(s);
}

/* Length of the head of 's' that needs no escape and no repair. */
static size_t plain (const unsigned char *s, size_t size) {
  size_t i = 0;
  while (i < size) {
    if (s[i] < 0x80) {
      if (size - i >= 8 && eight_plain(s + i)) {
        i += 8;
        continue;
      }
      if (needs_escape(s[i])) break;
      i++;
    }
    else if (size - i >= 8 && six_bytes(s + i)) i += 6;
    else if (three_bytes(s + i, size - i)) i += 3;
    else {
      unsigned width = well_formed(s + i, size - i);
      if (width == 0) break;
      i += width;
    }
  }
  return i;
}

/* Writes the escape of control character, quote or backslash 'c'. */
static char *escape (char *out, unsigned char c) {
  static const char hex[] = "0123456789abcdef";
  static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
  const char *known = c == 0 ? NULL : strchr(from, c);
  *out++ = '\\';
  if (known != NULL) {
    *out++ = to[known - from];
    return out;
  }
  memcpy(out, "u00", 3);
  out[3] = hex[c >> 4];
  out[4] = hex[c & 15];
  return out + 5;
}

/* Writes one escape or one U+FFFD for what 'plain' stopped at. */
static char *mend (char *out, const unsigned char *s, size_t left,
                   size_t *taken) {
  unsigned width;
  int ok;
  *taken = 1;
  if (*s < 0x80) return escape(out, *s);
  (void)jilu_utf8_decode(s, left, &width, &ok);
  *taken = width;
  return out + jilu_utf8_encode(JILU_REPLACEMENT, out);
}

/* A string of which the first 'run' bytes are plain, and no more. */
static jilu_status mended_string (jilu_buffer *out, const unsigned char *s,
                                  size_t size, size_t run) {
  size_t start = out->size, taken;
  if (jilu_buffer_append(out, "\"", 1) != JILU_OK) return JILU_NO_MEMORY;
  for (;;) {
    char *p;
    if (jilu_buffer_reserve(out, run + LONGEST_ESCAPE) != JILU_OK) {
      out->size = start;
      return JILU_NO_MEMORY;
    }
    if (run > 0) memcpy(out->bytes + out->size, s, run);
    out->size += run;
    if (run == size) break;
    p = out->bytes + out->size;
    out->size += (size_t)(mend(p, s + run, size - run, &taken) - p);
    s += run + taken;
    size -= run + taken;
    run = plain(s, size);
  }
  out->bytes[out->size++] = '"';
  return JILU_OK;
}

/* A string of which the first 'run' bytes are plain. */
static jilu_status put_string (jilu_buffer *out, const char *text, size_t size,
                               size_t run) {
  const unsigned char *s = (const unsigned char *)text;
  char *p;
  if (run < size) return mended_string(out, s, size, run);
  if (jilu_buffer_room(out, size + 2) != JILU_OK) return JILU_NO_MEMORY;
  p = out->bytes + out->size;
  *p++ = '"';
  if (size > 0) memcpy(p, text, size);
  p[size] = '"';
  out->size += size + 2;
  return JILU_OK;
}

jilu_status jilu_json_string (jilu_buffer *out, const char *text,
                              size_t size) {
  return put_string(out, text, size, plain((const unsigned char *)text, size));
}

jilu_status jilu_json_text (jilu_buffer *out, const char *text, size_t size) {
  return put_string(out, text, size,
                    unescaped((const unsigned char *)text, size));
}

/* How many digits a number has. */
static unsigned digits_of (uint64_t value) {
  unsigned n = 1;
  for (; value >= 10000; value /= 10000) n += 4;
  return n + (value >= 10) + (value >= 100) + (value >= 1000);
}

char *jilu_json_digits (char *out, uint64_t value) {
  static const char pairs[] =
    "0001020304050607080910111213141516171819"
    "2021222324252627282930313233343536373839"
    "4041424344454647484950515253545556575859"
    "6061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899";
  char *end = out + digits_of(value), *p = end;
  for (; value >= 100; value /= 100) {
    p -= 2;
    memcpy(p, pairs + 2 * (value % 100), 2);
  }
  if (value >= 10) memcpy(out, pairs + 2 * value, 2);
  else *out = (char)('0' + value);
  return end;
}

jilu_status jilu_json_integer (jilu_buffer *out, int64_t value) {
  uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  char *p;
  if (jilu_buffer_room(out, JILU_DIGITS_MAX + 1) != JILU_OK)
    return JILU_NO_MEMORY;
  p = out->bytes + out->size;
  if (value < 0) *p++ = '-';
  out->size = (size_t)(jilu_json_digits(p, size) - out->bytes);
  return JILU_OK;
}

void jilu_json_point (char *digits) {
  for (; *digits != '\0'; digits++)
    if (strchr("0123456789eE+-", *digits) == NULL) *digits = '.';
}

jilu_status jilu_json_double (jilu_buffer *out, double value) {
  char digits[40];
  int precision;
  if (!isfinite(value)) return JILU_BAD_VALUE;
  if (fabs(value) <= EXACT_INTEGER && floor(value) == value)
    return jilu_json_integer(out, (int64_t)value);
  for (precision = 15; precision <= 17; precision++) {
    (void)snprintf(digits, sizeof digits, "%.*g", precision, value);
    if (strtod(digits, NULL) == value) break;
  }
  jilu_json_point(digits);
  return jilu_buffer_append(out, digits, strlen(digits));
}

/* Bytes of ASCII digits at the head of 's'. */
static size_t digits_at (const char *s, size_t size) {
  size_t i = 0;
  while (i < size && s[i] >= '0' && s[i] <= '9') i++;
  return i;
}

jilu_status jilu_json_decimal (jilu_buffer *out, const char *digits,
                               size_t size) {
  size_t sign = size > 0 && digits[0] == '-';
  size_t whole = digits_at(digits + sign, size - sign);
  size_t i = sign + whole, tail, zeros = 0;
  if (whole == 0) return JILU_BAD_VALUE;
  if (i < size) {
    if (digits[i] != '.' && digits[i] != '/') return JILU_BAD_VALUE;
    tail = digits_at(digits + i + 1, size - i - 1);
    if (tail == 0 || i + 1 + tail < size) return JILU_BAD_VALUE;
    if (digits[i] == '/') return jilu_json_string(out, digits, size);
  }
  while (zeros + 1 < whole && digits[sign + zeros] == '0') zeros++;
  if (jilu_buffer_reserve(out, size) != JILU_OK) return JILU_NO_MEMORY;
  (void)jilu_buffer_append(out, digits, sign);
  return jilu_buffer_append(out, digits + sign + zeros, size - sign - zeros);
}
