#include "source/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <string.h>

/* Bytes that one character becomes at most: a base and a combining mark. */
#define LONGEST 16

void jilu_decoded_free (jilu_decoded *decoded) {
  free(decoded->text.bytes);
  decoded->text.bytes = NULL;
  decoded->text.size = decoded->text.room = 0;
  jilu_source_map_free(&decoded->map);
}

/* Adds the text of one character of the source. */
static jilu_status add (jilu_decoded *d, const char *text, size_t width,
                        size_t source, size_t source_width) {
  if (!jilu_growing_add(&d->text, text, width)) return JILU_NO_MEMORY;
  return jilu_source_map_add(&d->map, 1, width, source, source_width);
}

static jilu_status add_point (jilu_decoded *d, uint32_t c, size_t source,
                              size_t width) {
  char text[4];
  return add(d, text, jilu_utf8_encode(c, text), source, width);
}

static jilu_status add_invalid (jilu_decoded *d, size_t at, size_t width) {
  d->invalid += width;
  return add_point(d, JILU_REPLACEMENT, at, width);
}

/* --- UTF-16 ---------------------------------------------------------------- */

static uint32_t unit (const unsigned char *s, bool big) {
  return big ? ((uint32_t)s[0] << 8 | s[1]) : ((uint32_t)s[1] << 8 | s[0]);
}

static jilu_status decode_utf16 (const unsigned char *s, size_t size, bool big,
                                 jilu_decoded *d) {
  size_t at = size >= 2 && unit(s, big) == 0xFEFF ? 2 : 0;
  jilu_status status = JILU_OK;
  while (status == JILU_OK && at + 2 <= size) {
    uint32_t c = unit(s + at, big);
    size_t width = 2;
    if (c >= 0xD800 && c < 0xDC00 && at + 4 <= size) {
      uint32_t low = unit(s + at + 2, big);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        width = 4;
      }
    }
    status = c >= 0xD800 && c < 0xE000 ? add_invalid(d, at, width)
                                       : add_point(d, c, at, width);
    at += width;
  }
  if (status == JILU_OK && at < size) status = add_invalid(d, at, size - at);
  return status;
}

/* --- by iconv -------------------------------------------------------------- */

/* A character of two bytes that was met: what it becomes. */
typedef struct known {
  unsigned char size;
  char text[4];
} known;

typedef struct decoder {
  iconv_t converter;
  const char *s;
  size_t size, at;
  bool ascii;         /* bytes below 80 are ASCII, whatever stands before */
  known *two;         /* by the two bytes; NULL where 'ascii' is false */
  jilu_decoded *out;
} decoder;

/* Does a byte of ASCII stand for itself, with no state before it? */
static bool is_ascii (const char *name) {
  static const char *const others[] = {
    "ISO-2022", "ISO2022", "CSISO2022", "HZ", "UTF-7", "UTF-16", "UTF-32",
    "UCS", "UTF7", "UTF16", "UTF32", "EBCDIC", "IBM", "CP0", "TSCII"
  };
  size_t k;
  for (k = 0; k < sizeof others / sizeof *others; k++)
    if (strncmp(name, others[k], strlen(others[k])) == 0) return false;
  return true;
}

static size_t ascii_run (const char *s, size_t left) {
  size_t n = 0;
  while (n < left && (unsigned char)s[n] < 0x80) n++;
  return n;
}

static jilu_status take_ascii (decoder *d, size_t count) {
  jilu_status status;
  if (!jilu_growing_add(&d->out->text, d->s + d->at, count))
    return JILU_NO_MEMORY;
  status = jilu_source_map_add(&d->out->map, count, 1, d->at, 1);
  d->at += count;
  return status;
}

/*
** One character: iconv gets room for one byte of output, then two, and so on,
** so that it never gives a second one. Zero bytes of output are a shift.
*/
static jilu_status take_character (decoder *d) {
  char text[LONGEST];
  size_t room;
  for (room = 1; room <= LONGEST; room++) {
    char *in = (char *)(uintptr_t)(d->s + d->at), *to = text;
    size_t left = d->size - d->at, free_room = room, used, width;
    size_t result = iconv(d->converter, &in, &left, &to, &free_room);
    used = d->size - d->at - left;
    width = room - free_room;
    if (width > 0) {
      jilu_status status = add(d->out, text, width, d->at, used);
      if (d->two != NULL && used == 2 && width <= 4) {
        known *k = &d->two[(unsigned char)d->s[d->at] << 8 |
                           (unsigned char)d->s[d->at + 1]];
        memcpy(k->text, text, width);
        k->size = (unsigned char)width;
      }
      d->at += used;
      return status;
    }
    if (used > 0) {    /* it waits for what follows */
      d->at += used;
      d->two = NULL;
    }
    if (result != (size_t)-1) return JILU_OK;
    if (errno == EILSEQ || errno == EINVAL) break;
  }
  if (d->at >= d->size) return JILU_OK;
  d->at++;
  return add_invalid(d->out, d->at - 1, 1);
}

static jilu_status take_one (decoder *d) {
  const known *k;
  jilu_status status;
  if (d->two == NULL || d->at + 1 >= d->size) return take_character(d);
  k = &d->two[(unsigned char)d->s[d->at] << 8 | (unsigned char)d->s[d->at + 1]];
  if (k->size == 0) return take_character(d);
  status = add(d->out, k->text, k->size, d->at, 2);
  d->at += 2;
  return status;
}

static jilu_status decode_all (decoder *d) {
  jilu_status status = JILU_OK;
  while (status == JILU_OK && d->at < d->size) {
    size_t n = d->ascii ? ascii_run(d->s + d->at, d->size - d->at) : 0;
    status = n > 0 ? take_ascii(d, n) : take_one(d);
  }
  return status;
}

/* What iconv still waited with. */
static jilu_status flush (decoder *d) {
  char text[LONGEST], *to = text;
  size_t room = sizeof text;
  if (iconv(d->converter, NULL, NULL, &to, &room) == (size_t)-1 || to == text)
    return JILU_OK;
  return add(d->out, text, sizeof text - room, d->at, 0);
}

jilu_status jilu_decode (const char *name, const char *bytes, size_t size,
                         jilu_decoded *out) {
  decoder d = {(iconv_t)-1, bytes, size, 0, false, NULL, out};
  known *two;
  jilu_status status;
  if (strcmp(name, "UTF-16LE") == 0 || strcmp(name, "UTF-16BE") == 0)
    return decode_utf16((const unsigned char *)bytes, size, name[6] == 'B',
                        out);
  d.converter = iconv_open("UTF-8", name);
  if (d.converter == (iconv_t)-1)
    return errno == EINVAL ? JILU_BAD_VALUE : JILU_NO_MEMORY;
  d.ascii = is_ascii(name);
  two = d.two = d.ascii ? calloc(0x10000, sizeof *two) : NULL;
  status = d.ascii && two == NULL ? JILU_NO_MEMORY : decode_all(&d);
  if (status == JILU_OK) status = flush(&d);
  free(two);
  (void)iconv_close(d.converter);
  return status;
}
