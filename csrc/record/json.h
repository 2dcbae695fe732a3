/*
** JSON values (RFC 8259), appended to a buffer. What is written is always
** well-formed UTF-8, whatever came in. All return JILU_OK or JILU_NO_MEMORY,
** and JILU_BAD_VALUE where said; then nothing was appended.
*/
#ifndef JILU_RECORD_JSON_H
#define JILU_RECORD_JSON_H

#include "record/buffer.h"

/*
** A string of 'size' bytes, quoted. Each maximal part that is ill-formed
** UTF-8 becomes one U+FFFD.
*/
jilu_status jilu_json_string (jilu_buffer *out, const char *text, size_t size);

/* The same, quicker, of a text that is known to be well-formed UTF-8. */
jilu_status jilu_json_text (jilu_buffer *out, const char *text, size_t size);

jilu_status jilu_json_integer (jilu_buffer *out, int64_t value);

/* The most digits of an integer of 64 bits. */
#define JILU_DIGITS_MAX 20

/*
** Writes the decimal digits of 'value', which 'out' has room for; returns
** where they end.
*/
char *jilu_json_digits (char *out, uint64_t value);

/*
** The shortest decimal of at most 17 significant digits that reads back as
** 'value': a number that was made of 15 digits or fewer is written with just
** these. JILU_BAD_VALUE for infinities and not-a-number.
*/
jilu_status jilu_json_double (jilu_buffer *out, double value);

/*
** Gives a number that printf wrote a point where the host's locale has another
** mark.
*/
void jilu_json_point (char *digits);

/*
** Digits as they stand: -?[0-9]+(.[0-9]+)? is written as a JSON number of
** any length, without leading zeros; a fraction -?[0-9]+/[0-9]+, which JSON
** cannot hold as a number, as a string. JILU_BAD_VALUE for anything else.
*/
jilu_status jilu_json_decimal (jilu_buffer *out, const char *digits,
                               size_t size);

#endif
