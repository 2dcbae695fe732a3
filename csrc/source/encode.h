/* Text in another encoding than UTF-8, written by iconv(3). */
#ifndef JILU_SOURCE_ENCODE_H
#define JILU_SOURCE_ENCODE_H

#include "jilu.h"
#include "unicode/growing.h"

typedef struct jilu_encoding {
  const char *name;         /* as iconv knows it */
  const char *replacement;  /* UTF-8, for what it lacks; NULL: that fails */
  size_t replacement_size;
} jilu_encoding;

/*
** Encodes 'size' bytes of UTF-8 to 'out', whose bytes the caller frees in every
** case; ill-formed parts are U+FFFD. '*bad' is the byte of the first character
** that the encoding lacks, where all stops, or 'size'. Returns JILU_BAD_VALUE
** where nobody knows the encoding. Time is linear in 'size'.
*/
jilu_status jilu_encode (const jilu_encoding *encoding, const char *text,
                         size_t size, jilu_growing *out, size_t *bad);

#endif
