#include "source/encode.h"

#include <errno.h>
#include <iconv.h>

#define ROOM 4096   /* bytes that iconv gets to write to at a time */

static const char replaced[3] = {'\xEF', '\xBF', '\xBD'};   /* U+FFFD */

typedef struct encoder {
  iconv_t converter;
  jilu_growing *out;
} encoder;

/*
** Encodes up to the first character that iconv refuses: '*at' is where it
** stopped. A NULL text puts the encoding back into its first state.
*/
static jilu_status put (encoder *e, const char *text, size_t size,
                        size_t *at) {
  char *in = text == NULL ? NULL : (char *)(uintptr_t)(text + *at);
  size_t left = text == NULL ? 0 : size - *at, result;
  do {
    char *to;
    size_t room = ROOM;
    if (!jilu_growing_room(e->out, ROOM)) return JILU_NO_MEMORY;
    to = e->out->bytes + e->out->size;
    errno = 0;
    result = iconv(e->converter, text == NULL ? NULL : &in,
                   text == NULL ? NULL : &left, &to, &room);
    e->out->size += ROOM - room;
  } while (result == (size_t)-1 && errno == E2BIG);
  if (text != NULL) *at = size - left;
  return JILU_OK;
}

/* All of a text, if '*at' is then 'size'. */
static jilu_status put_all (encoder *e, const char *text, size_t size,
                            size_t *at) {
  *at = 0;
  return put(e, text, size, at);
}

/*
** The character at 's', which iconv refused: U+FFFD where it is ill-formed, then
** the replacement. '*done' tells whether either could be encoded.
*/
static jilu_status put_refused (encoder *e, const jilu_encoding *encoding,
                                const unsigned char *s, size_t left,
                                unsigned *width, bool *done) {
  int ok;
  size_t at;
  jilu_status status = JILU_OK;
  (void)jilu_utf8_decode(s, left, width, &ok);
  *done = false;
  if (!ok) {
    status = put_all(e, replaced, sizeof replaced, &at);
    *done = at == sizeof replaced;
  }
  if (status == JILU_OK && !*done && encoding->replacement != NULL) {
    status = put_all(e, encoding->replacement, encoding->replacement_size,
                     &at);
    *done = at == encoding->replacement_size;
  }
  return status;
}

jilu_status jilu_encode (const jilu_encoding *encoding, const char *text,
                         size_t size, jilu_growing *out, size_t *bad) {
  encoder e = {iconv_open(encoding->name, "UTF-8"), out};
  jilu_status status = JILU_OK;
  bool done = true;
  size_t at = 0;
  *bad = 0;
  if (e.converter == (iconv_t)-1)
    return errno == EINVAL ? JILU_BAD_VALUE : JILU_NO_MEMORY;
  while (status == JILU_OK && done && at < size) {
    unsigned width = 0;
    status = put(&e, text, size, &at);
    if (status == JILU_OK && at < size)
      status = put_refused(&e, encoding, (const unsigned char *)text + at,
                           size - at, &width, &done);
    if (done) at += width;
  }
  if (status == JILU_OK && done) status = put(&e, NULL, 0, NULL);
  *bad = done ? size : at;
  (void)iconv_close(e.converter);
  return status;
}
