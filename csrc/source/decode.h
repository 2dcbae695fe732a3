/*
** Text in another encoding than UTF-8, decoded with a map back to its bytes:
** UTF-16 here, every other encoding by iconv(3).
*/
#ifndef JILU_SOURCE_DECODE_H
#define JILU_SOURCE_DECODE_H

#include "source/map.h"
#include "unicode/growing.h"

/* A text and where it comes from. All 0 at first. */
typedef struct jilu_decoded {
  jilu_growing text;       /* UTF-8 */
  jilu_source_map map;
  size_t invalid;          /* bytes that are none of the encoding's */
} jilu_decoded;

void jilu_decoded_free (jilu_decoded *decoded);

/*
** Decodes 'size' bytes in the encoding that iconv knows by 'name', or UTF-16LE or
** UTF-16BE. One U+FFFD stands for every byte that is none of the encoding's; a
** byte order mark is no part of the text. JILU_BAD_VALUE where nobody knows the
** name. Time is linear in 'size'.
*/
jilu_status jilu_decode (const char *name, const char *bytes, size_t size,
                         jilu_decoded *out);

#endif
