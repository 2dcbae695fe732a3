#include "unicode/utf8.h"

#include <string.h>

#include "jilu.h"
#include "unicode/validate.h"

/* The bytes before a vector that it looks at, and where vectors pay. */
#define LOOK_BACK 3
#define VECTORS_FROM 64

#define REPLACEMENT_BYTES 3   /* U+FFFD */

/*
** From 'at', where a sequence begins, up to 'stop' or a little more. Gives
** where it came, and in '*ok' whether all was well-formed.
*/
static size_t validate_scalar (const unsigned char *s, size_t at,
                               size_t stop, size_t size, int *ok) {
  *ok = 1;
  while (at < stop) {
    unsigned width;
    (void)jilu_utf8_decode(s + at, size - at, &width, ok);
    if (!*ok) break;
    at += width;
  }
  return at;
}

/* Where the sequence begins that has the byte before 'at', or 'at'. */
static size_t sequence_before (const unsigned char *s, size_t at) {
  size_t back;
  for (back = 1; back <= LOOK_BACK && back <= at; back++)
    if ((s[at - back] & 0xC0u) != 0x80) return at - back;
  return at;
}

size_t jilu_validate_path (const char *text, size_t size, jilu_path path) {
  const unsigned char *s = (const unsigned char *)text;
  jilu_validator vectors = jilu_validator_of(path);
  size_t at;
  int ok;
  if (vectors == NULL || size < VECTORS_FROM)
    return validate_scalar(s, 0, size, size, &ok);
  at = validate_scalar(s, 0, LOOK_BACK, size, &ok);
  if (!ok) return at;
  at = sequence_before(s, vectors(s, at, size));
  return validate_scalar(s, at, size, size, &ok);
}

size_t jilu_validate (const char *text, size_t size) {
  return jilu_validate_path(text, size, JILU_PATH_BEST);
}

/* From ill-formed byte to ill-formed byte; what is between is copied whole. */
size_t jilu_make_valid (const char *text, size_t size, char *out,
                        size_t *parts) {
  size_t at = 0, written = 0;
  *parts = 0;
  while (at < size) {
    size_t good = jilu_validate(text + at, size - at);
    unsigned width;
    int ok;
    if (out != NULL) memcpy(out + written, text + at, good);
    at += good;
    written += good;
    if (at == size) break;
    (void)jilu_utf8_decode((const unsigned char *)text + at, size - at,
                           &width, &ok);
    if (out != NULL) (void)jilu_utf8_encode(JILU_REPLACEMENT, out + written);
    written += REPLACEMENT_BYTES;
    at += width;
    *parts += 1;
  }
  return written;
}
